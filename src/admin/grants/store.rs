//! Rows of askings.

use diesel::prelude::*;

use crate::accounts::store::GRANT_WAITS;
use crate::base::{AccountId, GrantId, Role, Time};
use crate::db::schema::role_grants;
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::policy::GrantFacts;

/// An asking.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Grant {
    pub(super) id: GrantId,
    pub(super) holder: AccountId,
    pub(super) role: Role,
    pub(super) asked_by: AccountId,
    pub(super) asked_at: Time,
    pub(super) decided_by: Option<AccountId>,
    pub(super) decided_at: Option<Time>,
    pub(super) granted: Option<bool>,
}

impl Grant {
    /// True while it may be decided.
    pub(super) fn waits(&self, now: Time) -> bool {
        self.decided_at.is_none() && now.since(self.asked_at) < GRANT_WAITS
    }

    pub(super) const fn facts(&self) -> GrantFacts {
        GrantFacts { asked_by: self.asked_by, holder: self.holder }
    }
}

/// Askings that are decided or lapsed and still shown.
const SHOWN: i64 = 50;

pub(super) fn find(conn: &mut Conn, id: GrantId) -> Result<Option<Grant>> {
    Ok(role_grants::table.find(id).get_result(conn).optional()?)
}

/// Those that wait, the oldest first.
pub(super) fn open(conn: &mut Conn, now: Time) -> Result<Vec<Grant>> {
    let waiting = role_grants::table.filter(role_grants::decided_at.is_null());
    Ok(waiting.filter(role_grants::asked_at.gt(now.plus(-GRANT_WAITS))).order(role_grants::id).load(conn)?)
}

/// The last ones that wait no more.
pub(super) fn past(conn: &mut Conn, now: Time) -> Result<Vec<Grant>> {
    let over = role_grants::decided_at.is_not_null().or(role_grants::asked_at.le(now.plus(-GRANT_WAITS)));
    Ok(role_grants::table.filter(over).order(role_grants::id.desc()).limit(SHOWN).load(conn)?)
}

/// How many wait.
pub(in crate::admin) fn waiting(conn: &mut Conn, now: Time) -> Result<usize> {
    Ok(open(conn, now)?.len())
}

/// The roles that wait for an account.
pub(in crate::admin) fn waiting_for(conn: &mut Conn, account: AccountId, now: Time) -> Result<Vec<Role>> {
    let open = open(conn, now)?;
    Ok(open.into_iter().filter(|grant| grant.holder == account).map(|grant| grant.role).collect())
}

pub(super) fn insert(tx: &mut Tx<'_>, holder: AccountId, role: Role, asked_by: AccountId) -> Result<()> {
    let id: GrantId = tx.id();
    diesel::insert_into(role_grants::table)
        .values((
            role_grants::id.eq(id),
            role_grants::account_id.eq(holder),
            role_grants::role.eq(role),
            role_grants::asked_by.eq(asked_by),
            role_grants::asked_at.eq(tx.now),
            role_grants::decided_by.eq(None::<AccountId>),
            role_grants::decided_at.eq(None::<Time>),
            role_grants::granted.eq(None::<bool>),
        ))
        .execute(tx.conn)?;
    Ok(())
}

pub(super) fn decide(tx: &mut Tx<'_>, id: GrantId, by: AccountId, granted: bool) -> Result<()> {
    diesel::update(role_grants::table.find(id))
        .set((
            role_grants::decided_by.eq(Some(by)),
            role_grants::decided_at.eq(Some(tx.now)),
            role_grants::granted.eq(Some(granted)),
        ))
        .execute(tx.conn)?;
    Ok(())
}
