//! Doing again, on an instance that was restored, what its copy is too old to know ([`super::erased`]). Each line is a deed of its
//! own, and done once: a line the backup knows already, one that was done again before, and one about nothing in it change nothing.

use std::fmt;

use diesel::dsl::{exists, select};
use diesel::prelude::*;

use super::erased::{Gone, List, What};
use super::model::Of;
use super::{actions, store};
use crate::accounts::store as accounts;
use crate::base::{AccountId, Actor, ConcernId, Time};
use crate::concerns::store as concerns;
use crate::concerns::{custody, erasure};
use crate::db::schema::{accounts as people, ledger as rows, memberships};
use crate::db::{Conn, Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::ledger;

/// The deed of a line, in the ledger.
const AGAIN: &str = "erasure.again";

/// What was done again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Lines there were.
    pub lines: usize,
    /// Concerns erased.
    pub concerns: usize,
    /// Accounts erased.
    pub accounts: usize,
    /// Roles ended.
    pub roles: usize,
    /// Accounts disabled.
    pub disabled: usize,
}

impl Replayed {
    fn done(&self) -> usize {
        self.concerns + self.accounts + self.roles + self.disabled
    }

    fn count(&mut self, what: What) {
        match what {
            What::Concern => self.concerns += 1,
            What::Account => self.accounts += 1,
            What::Role => self.roles += 1,
            What::Disabled => self.disabled += 1,
        }
    }
}

impl fmt::Display for Replayed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Replayed { lines, concerns, accounts, roles, disabled } = self;
        write!(f, "concerns {concerns}, accounts {accounts}, roles {roles}, disabled {disabled}, of {lines} lines")
    }
}

/// Does every line of a list again, the oldest first.
///
/// # Errors
/// When the database refuses; what was done before stays done.
pub fn replay(db: &Db, list: &List) -> Result<Replayed> {
    let mut done = Replayed { lines: list.len(), ..Replayed::default() };
    for gone in list.lines().copied() {
        if db.write_now(move |tx| line(tx, gone))? {
            done.count(gone.what);
        }
    }
    if done.done() > 0 {
        db.write_now(move |tx| ledger::record(tx, &Actor::System, "erasure.replay", "list", &done.to_string()))?;
    }
    Ok(done)
}

/// One line; true when something was done.
fn line(tx: &mut Tx<'_>, gone: Gone) -> Result<bool> {
    let object = if was_done_again(tx.conn, gone)? { None } else { again(tx, gone)? };
    match &object {
        None => tx.nothing_new(),
        Some(object) => ledger::record(tx, &Actor::System, AGAIN, object, &gone.at.rfc3339())?,
    }
    Ok(object.is_some())
}

fn was_done_again(conn: &mut Conn, gone: Gone) -> Result<bool> {
    let object = match gone.what {
        What::Concern => match missing(concerns::get(conn, ConcernId::new(gone.id.raw())))? {
            Some(concern) => format!("concern {}", concern.number()),
            None => return Ok(false),
        },
        other => object(other, gone),
    };
    let done = rows::deed.eq(AGAIN).and(rows::object.eq(object)).and(rows::detail.eq(gone.at.rfc3339()));
    Ok(select(exists(rows::table.filter(done))).get_result(conn)?)
}

fn object(what: What, gone: Gone) -> String {
    match what {
        What::Disabled => format!("account {}", gone.id),
        what => format!("{what} {}", gone.id),
    }
}

/// What there is not, as nothing.
fn missing<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Does what a line says; names it for the ledger, when something was to do.
fn again(tx: &mut Tx<'_>, gone: Gone) -> Result<Option<String>> {
    let raw = gone.id.raw();
    let done = match gone.what {
        What::Concern => return concern_again(tx, ConcernId::new(raw), gone.at),
        What::Account => account_again(tx, AccountId::new(raw), gone.at)?,
        What::Role => {
            let held = memberships::table.filter(memberships::id.eq(raw).and(memberships::ended_at.is_null()));
            diesel::update(held).set(memberships::ended_at.eq(Some(gone.at))).execute(tx.conn)? > 0
        }
        What::Disabled => {
            // An account may have been enabled since, which a backup of later knows.
            let known = rows::at.eq(gone.at).and(rows::object.eq(object(gone.what, gone)));
            let known: bool = select(exists(rows::table.filter(known))).get_result(tx.conn)?;
            let open = people::table.filter(people::id.eq(raw).and(people::disabled_at.is_null()));
            !known && diesel::update(open).set(people::disabled_at.eq(Some(gone.at))).execute(tx.conn)? > 0
        }
    };
    Ok(done.then(|| object(gone.what, gone)))
}

fn concern_again(tx: &mut Tx<'_>, id: ConcernId, at: Time) -> Result<Option<String>> {
    let Some(concern) = missing(concerns::get(tx.conn, id))? else { return Ok(None) };
    if erasure::was_asked_since(tx.conn, id, at)? {
        return Ok(None);
    }
    custody::erase(tx, id)?;
    erasure::erase(tx, &Actor::System, id, erasure::Why::Asked)?;
    store::settle(tx, Of::Concern(id), L::new(concern.lang).rights_gone_asked().as_str(), at)?;
    Ok(Some(format!("concern {}", concern.number())))
}

fn account_again(tx: &mut Tx<'_>, id: AccountId, at: Time) -> Result<bool> {
    let Some(account) = missing(accounts::account(tx.conn, id))? else { return Ok(false) };
    if account.is_erased() {
        return Ok(false);
    }
    // Whoever asked held no role any more; the backup may still know one.
    let held = memberships::table.filter(memberships::account_id.eq(id).and(memberships::ended_at.is_null()));
    diesel::update(held).set(memberships::ended_at.eq(Some(at))).execute(tx.conn)?;
    actions::erase_account(tx, &Actor::System, id)?;
    store::settle(tx, Of::Account(id), L::new(account.lang).rights_gone_asked().as_str(), at)?;
    Ok(true)
}
