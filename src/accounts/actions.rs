//! What people do with their own account. Every deed is recorded by the account's id; no login and no name reaches the ledger.

use super::store::{self, NewAccount};
use super::{keyring, links};
use crate::base::{AccountId, Actor, KeyringId, Lang};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::keys::Keys;
use crate::ledger;
use crate::notices;
use crate::seal::Change;
use crate::web::{end_all_sessions, end_one_session, has_second_step};

fn object(id: AccountId) -> String {
    format!("account {id}")
}

/// Makes one's own account, and notes the version of the privacy notice that was shown.
pub(super) fn sign_up(tx: &mut Tx<'_>, new: &NewAccount, shown: i64) -> Result<AccountId> {
    let id = store::insert(tx, new.clone())?;
    notices::agree(tx, notices::About::Account(id), shown)?;
    ledger::record(tx, &Actor::Visitor, "account.sign-up", object(id), "")?;
    Ok(id)
}

/// Notes that somebody came in, or is half way in where a second step is owed, if what was proven a moment ago still holds.
pub(super) fn sign_in(tx: &mut Tx<'_>, id: AccountId, hash: &str) -> Result<bool> {
    if !store::still_fits(tx.conn, id, hash)? {
        tx.nothing_new();
        return Ok(false);
    }
    let deed = if has_second_step(tx.conn, id)? {
        "account.password-right"
    } else {
        came_in(tx, id)?;
        "account.sign-in"
    };
    ledger::record(tx, &Actor::Visitor, deed, object(id), "")?;
    Ok(true)
}

/// Notes that somebody is in, by all the steps their account asks for.
pub(super) fn came_in(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    store::came_in(tx, id)?;
    links::owner_is_back(tx, id)
}

/// Notes that somebody left.
pub(super) fn sign_out(tx: &mut Tx<'_>, actor: &Actor) -> Result<()> {
    let id = actor.account().ok_or(Error::SignIn)?;
    ledger::record(tx, actor, "account.sign-out", object(id), "")
}

/// Changes one's own name and language, and whether the name stands beside one's function in discussions.
pub(super) fn change_profile(tx: &mut Tx<'_>, actor: &Actor, name: &str, lang: Lang, shows: bool) -> Result<()> {
    let id = actor.account().ok_or(Error::SignIn)?;
    let before = store::account(tx.conn, id)?;
    store::change_profile(tx, id, name, lang, shows)?;
    let renamed = if before.name == name { "" } else { "name" };
    let moved = if before.lang == lang { String::new() } else { format!("lang: {} → {lang}", before.lang) };
    let shown = match (before.shows_name, shows) {
        (false, true) => "name shown",
        (true, false) => "name not shown",
        _ => "",
    };
    let detail = [renamed, &moved, shown].into_iter().filter(|d| !d.is_empty()).collect::<Vec<_>>().join("; ");
    ledger::record(tx, actor, "account.profile", object(id), &detail)
}

/// Changes one's own password and ends every session: whoever knew the old one is out. The private key is wrapped anew.
pub(super) fn change_password(tx: &mut Tx<'_>, actor: &Actor, old: &str, new: &str, key: &Change) -> Result<KeyringId> {
    let id = actor.account().ok_or(Error::SignIn)?;
    store::change_password(tx, id, old, new)?;
    links::forget(tx, id)?;
    let keyring = keyring::apply(tx, id, key)?;
    end_all_sessions(tx, id)?;
    ledger::record(tx, actor, "account.password", object(id), "")?;
    Ok(keyring)
}

/// A key pair for somebody who has none that opens, while their password is still this one.
pub(super) fn make_key(tx: &mut Tx<'_>, id: AccountId, hash: &str, change: &Change) -> Result<KeyringId> {
    if !store::still_fits(tx.conn, id, hash)? {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let keyring = keyring::apply(tx, id, change)?;
    ledger::record(tx, &Actor::Visitor, "account.key", object(id), "")?;
    Ok(keyring)
}

/// Ends every session of one's own, on every device.
pub(super) fn end_sessions(tx: &mut Tx<'_>, actor: &Actor) -> Result<()> {
    let id = actor.account().ok_or(Error::SignIn)?;
    let ended = end_all_sessions(tx, id)?;
    ledger::record(tx, actor, "account.sign-out-everywhere", object(id), &format!("sessions: {ended}"))
}

/// Ends one session of one's own, on whatever device; gives what its opened key is held under.
pub(super) fn end_session(tx: &mut Tx<'_>, keys: &Keys, actor: &Actor, mark: &str) -> Result<String> {
    let id = actor.account().ok_or(Error::SignIn)?;
    let binding = end_one_session(tx, keys, id, mark)?;
    ledger::record(tx, actor, "account.sign-out-elsewhere", object(id), "")?;
    Ok(binding)
}
