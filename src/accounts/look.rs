//! What features above may ask of accounts: since when somebody is here, what they are called, who serves where, and whether
//! anybody can sign in for a body.

use diesel::prelude::*;

use crate::base::{AccountId, Role, Scope, Time};
use crate::db::Conn;
use crate::db::schema::{accounts, memberships};
use crate::error::Result;
use crate::web::scope_columns;

/// When an account was made.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn since(conn: &mut Conn, account: AccountId) -> Result<Option<Time>> {
    Ok(accounts::table.find(account).select(accounts::created_at).get_result(conn).optional()?)
}

/// True when somebody who can sign in holds the role there.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn anybody_at(conn: &mut Conn, role: Role, scope: Scope) -> Result<bool> {
    let (kind, id) = scope_columns(scope);
    let found: i64 = memberships::table
        .inner_join(accounts::table)
        .filter(memberships::role.eq(role).and(memberships::scope_kind.eq(kind)).and(memberships::scope_id.eq(id)))
        .filter(memberships::ended_at.is_null().and(accounts::disabled_at.is_null()))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

/// True when somebody else who can sign in holds the role there.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn others_at(conn: &mut Conn, role: Role, scope: Scope, than: AccountId) -> Result<bool> {
    let (kind, id) = scope_columns(scope);
    let found: i64 = memberships::table
        .inner_join(accounts::table)
        .filter(memberships::role.eq(role).and(memberships::scope_kind.eq(kind)).and(memberships::scope_id.eq(id)))
        .filter(memberships::ended_at.is_null().and(accounts::disabled_at.is_null()).and(accounts::id.ne(than)))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

/// Who serves at a place, in whatever role, once each, by name.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn serving(conn: &mut Conn, scope: Scope) -> Result<Vec<(AccountId, String)>> {
    let (kind, id) = scope_columns(scope);
    let mut query = memberships::table
        .inner_join(accounts::table)
        .filter(memberships::scope_kind.eq(kind))
        .filter(memberships::ended_at.is_null().and(accounts::disabled_at.is_null()))
        .into_boxed();
    query = match id {
        Some(id) => query.filter(memberships::scope_id.eq(id)),
        None => query.filter(memberships::scope_id.is_null()),
    };
    let mut people: Vec<(AccountId, String)> =
        query.order((accounts::name, accounts::id)).select((accounts::id, accounts::name)).load(conn)?;
    people.dedup_by_key(|(id, _)| *id);
    Ok(people)
}

/// What these accounts are called.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn names(conn: &mut Conn, ids: &[AccountId]) -> Result<Vec<(AccountId, String)>> {
    Ok(accounts::table.filter(accounts::id.eq_any(ids)).select((accounts::id, accounts::name)).load(conn)?)
}
