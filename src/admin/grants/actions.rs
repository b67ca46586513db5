//! Asking for a role over the district, and deciding on it.

use super::store;
use crate::accounts::store as accounts;
use crate::base::{AccountId, Actor, GrantId, Role, Scope};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{Deed, permit};
use crate::web::{actor_of, end_all_sessions};

fn record(tx: &mut Tx<'_>, actor: &Actor, deed: &str, holder: AccountId, role: Role) -> Result<()> {
    ledger::record(tx, actor, deed, format!("account {holder}"), &format!("{role}, district"))
}

/// Asks for a role for somebody; who may ask is the caller's to permit.
///
/// # Errors
/// The account may not hold it, or it was asked for already.
pub(in crate::admin) fn ask(tx: &mut Tx<'_>, actor: &Actor, holder: AccountId, role: Role) -> Result<()> {
    let me = actor.account().ok_or(Error::SignIn)?;
    accounts::may_hold(tx.conn, holder, role, Scope::District)?;
    if store::waiting_for(tx.conn, holder, tx.now)?.contains(&role) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    store::insert(tx, holder, role, me)?;
    record(tx, actor, "account.role-ask", holder, role)
}

/// Grants or refuses, as roles stand inside the deed.
///
/// # Errors
/// Not theirs to decide; decided or lapsed; the account may not hold it any more.
pub(super) fn decide(tx: &mut Tx<'_>, actor: &Actor, id: GrantId, granted: bool) -> Result<()> {
    let me = actor.account().ok_or(Error::SignIn)?;
    let grant = store::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let actor = actor_of(tx.conn, me)?;
    permit(&actor, &Deed::DecideGrant(&grant.facts()))?;
    if !grant.waits(tx.now) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    store::decide(tx, id, me, granted)?;
    if granted {
        accounts::grant(tx, grant.holder, grant.role, Scope::District)?;
        // A resident's session lives longer than a desk's may.
        end_all_sessions(tx, grant.holder)?;
    }
    let deed = if granted { "account.role-grant" } else { "account.role-refuse" };
    record(tx, &actor, deed, grant.holder, grant.role)
}

/// Refuses what waits for an account: nobody gets in there any more.
pub(in crate::admin) fn refuse_all(tx: &mut Tx<'_>, actor: &Actor, holder: AccountId) -> Result<()> {
    let me = actor.account().ok_or(Error::SignIn)?;
    for grant in store::open(tx.conn, tx.now)?.into_iter().filter(|grant| grant.holder == holder) {
        store::decide(tx, grant.id, me, false)?;
        record(tx, actor, "account.role-refuse", holder, grant.role)?;
    }
    Ok(())
}
