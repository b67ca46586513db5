//! Holding somebody back in a committee's discussions, and letting go. The account reads why at its next attempt; the public log
//! says that somebody was held back, and never who.

use diesel::prelude::*;

use super::model::ActKind;
use super::standing::Restraint;
use super::store::note;
use crate::base::{AccountId, Actor, CommitteeId, RestraintId, Time};
use crate::db::schema::standings;
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{Deed, permit};

/// A restraint that holds.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = standings)]
pub(crate) struct Held {
    pub(crate) id: RestraintId,
    pub(crate) kind: Restraint,
    pub(crate) minutes: i64,
    pub(crate) until: Option<Time>,
    pub(crate) reason: String,
}

/// What a moderator chose.
#[derive(Debug, Clone)]
pub(crate) struct Hold {
    pub(crate) kind: Restraint,
    /// One post in so many minutes; 0 for a block.
    pub(crate) minutes: i64,
    pub(crate) until: Option<Time>,
    pub(crate) reason: String,
}

/// The restraints that hold an account now, the newest first: what its owner is told too.
pub(crate) fn of(conn: &mut Conn, account: AccountId, committee: CommitteeId, now: Time) -> Result<Vec<Held>> {
    Ok(standings::table
        .filter(standings::account_id.eq(account).and(standings::committee_id.eq(committee)))
        .filter(standings::lifted_at.is_null())
        .filter(standings::until.is_null().or(standings::until.gt(now)))
        .order((standings::at.desc(), standings::id.desc()))
        .select(Held::as_select())
        .load(conn)?)
}

/// Everything that holds an account now, in whichever committee's discussions, the newest first: for its owner.
pub(crate) fn of_account(conn: &mut Conn, account: AccountId, now: Time) -> Result<Vec<(CommitteeId, Held)>> {
    Ok(standings::table
        .filter(standings::account_id.eq(account).and(standings::lifted_at.is_null()))
        .filter(standings::until.is_null().or(standings::until.gt(now)))
        .order((standings::at.desc(), standings::id.desc()))
        .limit(50)
        .select((standings::committee_id, Held::as_select()))
        .load(conn)?)
}

/// Ends a restraint.
fn end(tx: &mut Tx<'_>, actor: &Actor, by: AccountId, one: &Held) -> Result<()> {
    diesel::update(standings::table.find(one.id))
        .set((standings::lifted_at.eq(tx.now), standings::lifted_by.eq(by)))
        .execute(tx.conn)?;
    ledger::record(tx, actor, "account.lift", format_args!("restraint {}", one.id), one.kind.as_str())
}

/// Holds an account back, instead of what held it there before: slowed, it is suspended in one step, and the other way round.
///
/// # Errors
/// Not permitted (D11); oneself.
pub(crate) fn hold(
    tx: &mut Tx<'_>,
    actor: &Actor,
    account: AccountId,
    committee: CommitteeId,
    hold: &Hold,
) -> Result<()> {
    permit(actor, &Deed::RunCommittee(committee))?;
    let by = actor.account().ok_or(Error::SignIn)?;
    if by == account {
        return Err(Error::Refused(Refusal::SamePerson));
    }
    for one in of(tx.conn, account, committee, tx.now)? {
        end(tx, actor, by, &one)?;
    }
    let id: RestraintId = tx.id();
    diesel::insert_into(standings::table)
        .values((
            standings::id.eq(id),
            standings::account_id.eq(account),
            standings::committee_id.eq(committee),
            standings::kind.eq(hold.kind),
            standings::minutes.eq(hold.minutes),
            standings::until.eq(hold.until),
            standings::reason.eq(&hold.reason),
            standings::by_id.eq(by),
            standings::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    let act = if hold.kind == Restraint::Block { ActKind::Block } else { ActKind::Slow };
    note(tx, Some(committee), act, "account", &hold.reason)?;
    ledger::record(tx, actor, "account.hold", format_args!("restraint {id}"), hold.kind.as_str())
}

/// Lets go of everything that holds an account in a committee.
///
/// # Errors
/// Not permitted (D11); nothing held.
pub(crate) fn lift(
    tx: &mut Tx<'_>,
    actor: &Actor,
    account: AccountId,
    committee: CommitteeId,
    reason: &str,
) -> Result<()> {
    permit(actor, &Deed::RunCommittee(committee))?;
    let by = actor.account().ok_or(Error::SignIn)?;
    let held = of(tx.conn, account, committee, tx.now)?;
    if held.is_empty() {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    for one in &held {
        end(tx, actor, by, one)?;
    }
    note(tx, Some(committee), ActKind::Lift, "account", reason)
}
