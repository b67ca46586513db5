//! Lists of accounts. SQL only; single rows are read and written by `accounts::store`.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::accounts::store::{ACCOUNT, Account};
use crate::base::{AccountId, Held, Role, fold};
use crate::db::Conn;
use crate::db::schema::{accounts, memberships};
use crate::error::Result;
use crate::web::{Cursor, PAGE, Slice, scope};

/// Which accounts are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holding {
    /// All.
    Any,
    /// Those who hold this role now.
    This(Role),
    /// Those who hold none: residents.
    None,
}

/// Accounts read at a time while searching.
const STEP: i64 = 500;

/// How many accounts there are.
pub(in crate::admin) fn count(conn: &mut Conn) -> Result<i64> {
    Ok(accounts::table.filter(accounts::disabled_at.is_null()).select(count_star()).get_result(conn)?)
}

/// A page of accounts, the newest first, whose name or login holds the text. Names are folded here and not in the database,
/// which has no column for it: an administrator seldom searches, and no other query pays for the index.
pub(super) fn list(conn: &mut Conn, text: &str, holding: Holding, after: Option<Cursor>) -> Result<Slice<Account>> {
    let text = fold(text);
    let mut before = after.map_or(i64::MAX, |c| c.id);
    let mut found = Vec::new();
    loop {
        let step = if text.is_empty() { Slice::<()>::LIMIT } else { STEP };
        let rows = older(conn, before, holding, step)?;
        let last = rows.len() < usize::try_from(step).unwrap_or_default();
        before = rows.last().map_or(before, |row| row.id.raw());
        let fits =
            |row: &Account| text.is_empty() || fold(&row.name).contains(&text) || fold(&row.login).contains(&text);
        found.extend(rows.into_iter().filter(fits));
        if last || found.len() > PAGE {
            return Ok(Slice::cut(found, |row| Cursor { key: 0, id: row.id.raw() }));
        }
    }
}

fn older(conn: &mut Conn, before: i64, holding: Holding, limit: i64) -> Result<Vec<Account>> {
    let held = || memberships::table.filter(memberships::ended_at.is_null());
    let mut query = accounts::table.filter(accounts::id.lt(AccountId::new(before))).into_boxed();
    query = match holding {
        Holding::Any => query,
        Holding::This(role) => {
            query.filter(accounts::id.eq_any(held().filter(memberships::role.eq(role)).select(memberships::account_id)))
        }
        Holding::None => query.filter(accounts::id.ne_all(held().select(memberships::account_id))),
    };
    Ok(query.order(accounts::id.desc()).limit(limit).select(ACCOUNT).load(conn)?)
}

/// The roles these accounts hold now.
pub(super) fn held_by(conn: &mut Conn, ids: &[AccountId]) -> Result<HashMap<AccountId, Vec<Held>>> {
    type Row = (AccountId, Role, String, Option<i64>);
    let rows: Vec<Row> = memberships::table
        .filter(memberships::account_id.eq_any(ids).and(memberships::ended_at.is_null()))
        .order(memberships::id)
        .select((memberships::account_id, memberships::role, memberships::scope_kind, memberships::scope_id))
        .load(conn)?;
    let mut held: HashMap<AccountId, Vec<Held>> = HashMap::new();
    for (account, role, kind, id) in rows {
        if let Some(scope) = scope(&kind, id) {
            held.entry(account).or_default().push(Held { role, scope });
        }
    }
    Ok(held)
}
