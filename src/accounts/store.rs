//! Rows of accounts and of the roles they hold. SQL only; the deeds that use it stand in `actions` and in `admin`.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::model::{clash, fold_login, scope_fits};
use crate::base::{AccountId, DAY, Lang, MembershipId, Role, Scope, Time, UnitId};
use crate::db::schema::{accounts, concerns, memberships, rights_requests, role_grants};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::policy::Audience;
use crate::web::{scope as scope_of, scope_columns};

/// An account to be made. It holds no role yet.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// The login, folded on the way in.
    pub login: String,
    /// The name to be called by.
    pub name: String,
    /// What [`super::hash_password`] made of the password.
    pub password_hash: String,
    /// The language read.
    pub lang: Lang,
    /// True when somebody else chose the password.
    pub must_change: bool,
}

/// Makes an account.
///
/// # Errors
/// [`Refusal::Taken`] when the login is somebody's.
pub fn insert(tx: &mut Tx<'_>, new: NewAccount) -> Result<AccountId> {
    let login = fold_login(&new.login);
    let taken: i64 = accounts::table.filter(accounts::login.eq(&login)).select(count_star()).get_result(tx.conn)?;
    if taken > 0 {
        return Err(Error::Refused(Refusal::Taken));
    }
    let id: AccountId = tx.id();
    diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(id),
            accounts::login.eq(&login),
            accounts::name.eq(&new.name),
            accounts::password.eq(&new.password_hash),
            accounts::lang.eq(new.lang),
            accounts::must_change.eq(new.must_change),
            accounts::given_at.eq(new.must_change.then_some(tx.now)),
            accounts::created_at.eq(tx.now),
            accounts::disabled_at.eq(None::<Time>),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Says why an account may not be given a role somewhere.
///
/// # Errors
/// As [`grant`].
pub(crate) fn may_hold(conn: &mut Conn, account: AccountId, role: Role, scope: Scope) -> Result<()> {
    if !scope_fits(role, scope) {
        return Err(Error::BadRequest("this role is not held at such a place"));
    }
    // Nobody stands behind it, or nobody gets in: what was asked for before then is not given after.
    if self::account(conn, account)?.disabled_at.is_some() {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let held = roles(conn, account)?.into_iter().filter(|m| m.ended_at.is_none()).collect::<Vec<_>>();
    let holds: Vec<Role> = held.iter().map(|m| m.role).collect();
    if let Some(why) = clash(&holds, role) {
        return Err(Error::Refused(why));
    }
    match held.iter().any(|m| m.role == role && m.scope == Some(scope)) {
        true => Err(Error::Refused(Refusal::AlreadyDone)),
        false => Ok(()),
    }
}

/// Gives an account a role somewhere.
///
/// # Errors
/// [`Refusal::PoliceModerates`]; [`Refusal::AlreadyDone`] when it holds exactly this, is disabled or erased;
/// [`Error::BadRequest`] when the role is not held at such a place.
pub fn grant(tx: &mut Tx<'_>, account: AccountId, role: Role, scope: Scope) -> Result<MembershipId> {
    may_hold(tx.conn, account, role, scope)?;
    let id: MembershipId = tx.id();
    let (kind, place) = scope_columns(scope);
    diesel::insert_into(memberships::table)
        .values((
            memberships::id.eq(id),
            memberships::account_id.eq(account),
            memberships::role.eq(role),
            memberships::scope_kind.eq(kind),
            memberships::scope_id.eq(place),
            memberships::since.eq(tx.now),
            memberships::ended_at.eq(None::<Time>),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Active officers and chiefs of a unit, by name: whom a file can be given to.
///
/// # Errors
/// As every read.
pub fn officers(conn: &mut Conn, unit: UnitId) -> Result<Vec<(AccountId, String, Role)>> {
    Ok(memberships::table
        .inner_join(accounts::table)
        .filter(memberships::scope_kind.eq("unit").and(memberships::scope_id.eq(unit.raw())))
        .filter(memberships::role.eq(Role::Officer).or(memberships::role.eq(Role::Chief)))
        .filter(memberships::ended_at.is_null().and(accounts::disabled_at.is_null()))
        .order((accounts::name, accounts::id))
        .select((accounts::id, accounts::name, memberships::role))
        .load(conn)?)
}

/// A role an account holds or held.
#[derive(Debug, Clone)]
pub(crate) struct Membership {
    pub(crate) id: MembershipId,
    pub(crate) role: Role,
    pub(crate) scope: Option<Scope>,
    pub(crate) since: Time,
    pub(crate) ended_at: Option<Time>,
}

/// The roles of an account, the newest first, ended ones too.
pub(crate) fn roles(conn: &mut Conn, account: AccountId) -> Result<Vec<Membership>> {
    type Row = (MembershipId, Role, String, Option<i64>, Time, Option<Time>);
    let rows: Vec<Row> = memberships::table
        .filter(memberships::account_id.eq(account))
        .order(memberships::id.desc())
        .select((
            memberships::id,
            memberships::role,
            memberships::scope_kind,
            memberships::scope_id,
            memberships::since,
            memberships::ended_at,
        ))
        .load(conn)?;
    let membership = |(id, role, kind, place, since, ended_at): Row| Membership {
        id,
        role,
        scope: scope_of(&kind, place),
        since,
        ended_at,
    };
    Ok(rows.into_iter().map(membership).collect())
}

/// Ends a role now.
pub(crate) fn end_role(tx: &mut Tx<'_>, account: AccountId, membership: MembershipId) -> Result<()> {
    let mine = memberships::table.filter(memberships::id.eq(membership).and(memberships::account_id.eq(account)));
    let ended = diesel::update(mine.filter(memberships::ended_at.is_null()))
        .set(memberships::ended_at.eq(Some(tx.now)))
        .execute(tx.conn)?;
    if ended == 0 { Err(Error::Refused(Refusal::AlreadyDone)) } else { Ok(()) }
}

/// An account's row, without its password.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Account {
    pub(crate) id: AccountId,
    pub(crate) login: String,
    pub(crate) name: String,
    pub(crate) lang: Lang,
    pub(crate) must_change: bool,
    pub(crate) created_at: Time,
    pub(crate) disabled_at: Option<Time>,
    /// True when the name stands beside the function in discussions.
    pub(crate) shows_name: bool,
    /// Since when it has had a password that somebody else chose.
    pub(crate) given_at: Option<Time>,
}

impl Account {
    /// True when nobody stands behind it any more.
    pub(crate) fn is_erased(&self) -> bool {
        self.login == gone_login(&self.id.to_string())
    }
}

type AccountColumns = (
    accounts::id,
    accounts::login,
    accounts::name,
    accounts::lang,
    accounts::must_change,
    accounts::created_at,
    accounts::disabled_at,
    accounts::shows_name,
    accounts::given_at,
);

/// The columns of [`Account`].
pub(crate) const ACCOUNT: AccountColumns = (
    accounts::id,
    accounts::login,
    accounts::name,
    accounts::lang,
    accounts::must_change,
    accounts::created_at,
    accounts::disabled_at,
    accounts::shows_name,
    accounts::given_at,
);

/// One account.
pub(crate) fn account(conn: &mut Conn, id: AccountId) -> Result<Account> {
    accounts::table.find(id).select(ACCOUNT).get_result(conn).optional()?.ok_or(Error::NotFound)
}

/// What signing in needs to know.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Credentials {
    pub(super) id: AccountId,
    pub(super) hash: String,
    pub(super) must_change: bool,
    pub(super) disabled_at: Option<Time>,
    pub(super) given_at: Option<Time>,
}

/// The credentials behind a folded login.
pub(super) fn credentials(conn: &mut Conn, login: &str) -> Result<Option<Credentials>> {
    Ok(accounts::table
        .filter(accounts::login.eq(login))
        .select((accounts::id, accounts::password, accounts::must_change, accounts::disabled_at, accounts::given_at))
        .get_result(conn)
        .optional()?)
}

/// The hash of an account's password.
pub(super) fn hash_of(conn: &mut Conn, id: AccountId) -> Result<String> {
    Ok(accounts::table.find(id).select(accounts::password).get_result(conn)?)
}

/// True while the account may sign in with this hash.
pub(super) fn still_fits(conn: &mut Conn, id: AccountId, hash: &str) -> Result<bool> {
    let fitting = accounts::table.find(id).filter(accounts::password.eq(hash).and(accounts::disabled_at.is_null()));
    let found: i64 = fitting.select(count_star()).get_result(conn)?;
    Ok(found == 1)
}

/// Notes that somebody is in: from now on their account is in use.
pub(super) fn came_in(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::signed_in_at.eq(Some(tx.now))).execute(tx.conn)?;
    Ok(())
}

/// When somebody signed in to an account last; nothing when they have not since they made it.
pub(crate) fn signed_in_at(conn: &mut Conn, id: AccountId) -> Result<Option<Time>> {
    Ok(accounts::table.find(id).select(accounts::signed_in_at).get_result(conn)?)
}

/// How long an asking for a role over the district waits for a second person, in seconds.
pub(crate) const GRANT_WAITS: i64 = 7 * DAY;

/// Residents' accounts that nobody signed in to since an instant. Whoever holds a role, held one or is to hold one is no resident here:
/// their name stands under what they did.
pub(crate) fn idle(conn: &mut Conn, before: Time, now: Time, limit: i64) -> Result<Vec<AccountId>> {
    let granting = role_grants::decided_at.is_null().and(role_grants::asked_at.gt(now.plus(-GRANT_WAITS)));
    let mut waiting: Vec<AccountId> = role_grants::table.filter(granting).select(role_grants::account_id).load(conn)?;
    // Nor is anybody closed who waits for an answer about their data.
    let asked = rights_requests::table.filter(rights_requests::answered_at.is_null());
    waiting.extend(asked.select(rights_requests::account_id).load::<Option<AccountId>>(conn)?.into_iter().flatten());
    let never = accounts::signed_in_at.is_null().and(accounts::created_at.lt(before));
    Ok(accounts::table
        .filter(accounts::login.not_like(gone_login("%")))
        .filter(accounts::signed_in_at.lt(before).or(never))
        .filter(accounts::id.ne_all(memberships::table.select(memberships::account_id)))
        .filter(accounts::id.ne_all(waiting))
        .order(accounts::id)
        .limit(limit)
        .select(accounts::id)
        .load(conn)?)
}

/// Changes one's own password, if it is still the one that was proven.
pub(super) fn change_password(tx: &mut Tx<'_>, id: AccountId, old: &str, new: &str) -> Result<()> {
    let changed = diesel::update(accounts::table.filter(accounts::id.eq(id).and(accounts::password.eq(old))))
        .set((accounts::password.eq(new), accounts::must_change.eq(false), accounts::given_at.eq(None::<Time>)))
        .execute(tx.conn)?;
    if changed == 0 { Err(Error::Refused(Refusal::AlreadyDone)) } else { Ok(()) }
}

/// Gives an account the password its owner chose without the old one. Its key pair, which the old one opened, is retired.
pub(super) fn choose_password(tx: &mut Tx<'_>, id: AccountId, hash: &str) -> Result<()> {
    super::keyring::retire(tx, id)?;
    let changed = diesel::update(accounts::table.find(id))
        .set((accounts::password.eq(hash), accounts::must_change.eq(false), accounts::given_at.eq(None::<Time>)))
        .execute(tx.conn)?;
    if changed == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Takes the password off an account: no password fits it until its owner chooses another. Its key pair is retired.
pub(super) fn shut_password(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    super::keyring::retire(tx, id)?;
    // No hash: as of an erased account.
    diesel::update(accounts::table.find(id)).set(accounts::password.eq("")).execute(tx.conn)?;
    Ok(())
}

/// Changes the name to be called by, the language, and whether the name is shown beside the function.
pub(super) fn change_profile(tx: &mut Tx<'_>, id: AccountId, name: &str, lang: Lang, shows: bool) -> Result<()> {
    diesel::update(accounts::table.find(id))
        .set((accounts::name.eq(name), accounts::lang.eq(lang), accounts::shows_name.eq(shows)))
        .execute(tx.conn)?;
    Ok(())
}

/// Gives an account another name to be called by: its holder asked for it.
pub(crate) fn rename(tx: &mut Tx<'_>, id: AccountId, name: &str) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::name.eq(name)).execute(tx.conn)?;
    Ok(())
}

/// Takes the person out of an account that holds no role. The row stays: what it did elsewhere points at it.
pub(crate) fn erase(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    diesel::update(accounts::table.find(id))
        .set((
            accounts::login.eq(gone_login(&id.to_string())),
            accounts::name.eq("–"),
            accounts::shows_name.eq(false),
            accounts::decisions_read_at.eq(None::<Time>),
            accounts::given_at.eq(None::<Time>),
            // No hash: no password fits it.
            accounts::password.eq(""),
            accounts::disabled_at.eq(Some(tx.now)),
        ))
        .execute(tx.conn)?;
    super::links::forget(tx, id)?;
    super::second::drop_rows(tx, id)?;
    super::keyring::destroy(tx, id)
}

/// What stands in the place of the login: nobody can type it, and no two are the same.
fn gone_login(id: &str) -> String {
    format!("– {id}")
}

/// Disables an account or enables it again.
pub(crate) fn set_disabled(tx: &mut Tx<'_>, id: AccountId, disabled: bool) -> Result<()> {
    let rows = if disabled {
        diesel::update(accounts::table.filter(accounts::id.eq(id).and(accounts::disabled_at.is_null())))
            .set(accounts::disabled_at.eq(Some(tx.now)))
            .execute(tx.conn)?
    } else {
        diesel::update(accounts::table.filter(accounts::id.eq(id).and(accounts::disabled_at.is_not_null())))
            .set(accounts::disabled_at.eq(None::<Time>))
            .execute(tx.conn)?
    };
    if rows == 0 { Err(Error::Refused(Refusal::AlreadyDone)) } else { Ok(()) }
}

/// A concern somebody filed while signed in.
#[derive(Debug, Clone, Queryable)]
pub(super) struct OwnConcern {
    pub(super) id: i64,
    pub(super) year: i32,
    pub(super) serial: i32,
    pub(super) category_id: crate::base::CategoryId,
    pub(super) area_id: crate::base::AreaId,
    pub(super) state: String,
    pub(super) audience: Audience,
    pub(super) moderation: String,
    pub(super) filed_at: Time,
    pub(super) reopened: bool,
    pub(super) last_act_at: Option<Time>,
}

/// When who answers changed last, of those of these concerns where it did since an instant.
pub(super) fn handed_over(conn: &mut Conn, ids: &[i64], since: Time) -> Result<Vec<(i64, Time)>> {
    use crate::db::schema::concern_events as events;
    Ok(events::table
        .filter(events::concern_id.eq_any(ids).and(events::kind.eq("handed_over")).and(events::at.ge(since)))
        .order(events::at.desc())
        .select((events::concern_id, events::at))
        .load(conn)?)
}

/// What an account filed, the newest first.
pub(super) fn own_concerns(
    conn: &mut Conn,
    id: AccountId,
    after: Option<crate::web::Cursor>,
) -> Result<crate::web::Slice<OwnConcern>> {
    let before = after.map_or(i64::MAX, |c| c.id);
    let rows: Vec<OwnConcern> = concerns::table
        .filter(concerns::account_id.eq(id.raw()).and(concerns::id.lt(before)))
        .order(concerns::id.desc())
        .limit(crate::web::Slice::<()>::LIMIT)
        .select((
            concerns::id,
            concerns::year,
            concerns::serial,
            concerns::category_id,
            concerns::area_id,
            concerns::state,
            concerns::audience,
            concerns::moderation,
            concerns::filed_at,
            concerns::reopened,
            concerns::last_act_at,
        ))
        .load(conn)?;
    Ok(crate::web::Slice::cut(rows, |c| crate::web::Cursor { key: 0, id: c.id }))
}
