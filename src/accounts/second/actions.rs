//! Deeds of the second step. Whoever does them has typed the password in this session.

use super::rule;
use super::store::{self, Step};
use crate::accounts::actions::came_in;
use crate::base::{AccountId, Actor};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::keys::Keys;
use crate::ledger;
use crate::web::{actor_of, end_all_sessions, has_second_step};

pub(super) fn object(id: AccountId) -> String {
    format!("account {id}")
}

/// What a code turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) enum Proof {
    /// A telephone's.
    Phone,
    /// One of paper, spent by this.
    Paper,
    /// Neither, or one that was taken before.
    Wrong,
}

/// What the telephone shares, opened.
pub(super) fn shared(keys: &Keys, step: &Step) -> Result<Vec<u8>> {
    keys.open_kept(&step.salt, &step.sealed)
}

/// The stored form of a code of paper.
fn paper_hash(keys: &Keys, account: AccountId, code: &str) -> String {
    keys.mark(&[b"recovery code", &account.raw().to_be_bytes(), rule::bare(code).as_bytes()])
}

/// Draws what a telephone is to share; it asks for nothing until a first code of it is typed.
///
/// # Errors
/// Already in force.
pub(super) fn begin(tx: &mut Tx<'_>, keys: &Keys, actor: &Actor) -> Result<()> {
    let account = actor.account().ok_or(Error::SignIn)?;
    if has_second_step(tx.conn, account)? {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let salt = tx.entropy.bytes::<16>();
    let sealed = keys.keep_sealed(&salt, &rule::draw(tx.entropy))?;
    store::begin(tx, account, &salt, &sealed)?;
    ledger::record(tx, actor, "account.second-step", object(account), "begun")
}

/// Takes a code of the telephone, or spends one of paper. Records nothing: what it opens does.
pub(super) fn prove(tx: &mut Tx<'_>, keys: &Keys, account: AccountId, code: &str) -> Result<Proof> {
    let Some(step) = store::find(tx.conn, account)? else { return Ok(Proof::Wrong) };
    if let Some(at) = rule::step(&shared(keys, &step)?, code, tx.now)? {
        return Ok(if store::take(tx, account, at)? { Proof::Phone } else { Proof::Wrong });
    }
    let spent = step.confirmed_at.is_some() && store::spend(tx, account, &paper_hash(keys, account, code))?;
    Ok(if spent { Proof::Paper } else { Proof::Wrong })
}

/// What a code is typed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum For {
    /// To come in, after the password.
    Entry,
    /// For a dangerous deed, within a session.
    Deed,
}

/// A code typed by whoever gave the password; what it was is recorded.
pub(super) fn answer(tx: &mut Tx<'_>, keys: &Keys, account: AccountId, code: &str, what: For) -> Result<Proof> {
    let proof = if has_second_step(tx.conn, account)? { prove(tx, keys, account, code)? } else { Proof::Wrong };
    let (deed, how) = match (proof, what) {
        // Somebody has the password: the owner's administrator should be able to see it.
        (Proof::Wrong, For::Entry) => ("account.code-wrong", "sign-in"),
        (Proof::Wrong, For::Deed) => ("account.code-wrong", "proof"),
        (Proof::Phone, For::Entry) => ("account.sign-in", "second step"),
        (Proof::Paper, For::Entry) => ("account.sign-in", "code of paper"),
        (Proof::Phone | Proof::Paper, For::Deed) => ("account.proof", ""),
    };
    if what == For::Entry && proof != Proof::Wrong {
        came_in(tx, account)?;
    }
    ledger::record(tx, &Actor::Visitor, deed, object(account), how)?;
    Ok(proof)
}

/// Fresh codes of paper; shown once, kept as marks.
fn papers(tx: &mut Tx<'_>, keys: &Keys, account: AccountId) -> Result<Vec<String>> {
    let codes: Vec<String> = (0..rule::RECOVERY).map(|_| rule::paper(tx.entropy)).collect();
    let hashes: Vec<String> = codes.iter().map(|code| paper_hash(keys, account, code)).collect();
    store::give(tx, account, &hashes)?;
    Ok(codes)
}

/// Puts the second step in force by a first code of the telephone; gives the codes of paper. Nothing when the code is wrong.
///
/// # Errors
/// In force before.
pub(super) fn confirm(tx: &mut Tx<'_>, keys: &Keys, actor: &Actor, code: &str) -> Result<Option<Vec<String>>> {
    let account = actor.account().ok_or(Error::SignIn)?;
    if has_second_step(tx.conn, account)? {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    if prove(tx, keys, account, code)? != Proof::Phone {
        tx.nothing_new();
        return Ok(None);
    }
    store::confirm(tx, account)?;
    // Whoever came in by the password alone is out.
    end_all_sessions(tx, account)?;
    let codes = papers(tx, keys, account)?;
    ledger::record(tx, actor, "account.second-step", object(account), "on")?;
    Ok(Some(codes))
}

/// Puts the second step in force for a relay whose telephone has no application: by codes of paper alone. What a telephone would
/// share is drawn, shown to nobody, and sealed, so that no six digits open.
///
/// # Errors
/// In force before; somebody who has a desk, or no role.
pub(super) fn by_paper(tx: &mut Tx<'_>, keys: &Keys, actor: &Actor) -> Result<Vec<String>> {
    let account = actor.account().ok_or(Error::SignIn)?;
    // As things stand: a reader who owes the second step holds no role in their pages.
    if !actor_of(tx.conn, account)?.only_relays() {
        return Err(Error::Forbidden);
    }
    if has_second_step(tx.conn, account)? {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let salt = tx.entropy.bytes::<16>();
    let sealed = keys.keep_sealed(&salt, &rule::draw(tx.entropy))?;
    store::begin(tx, account, &salt, &sealed)?;
    store::confirm(tx, account)?;
    // Whoever came in by the password alone is out.
    end_all_sessions(tx, account)?;
    let codes = papers(tx, keys, account)?;
    ledger::record(tx, actor, "account.second-step", object(account), "on, codes of paper alone")?;
    Ok(codes)
}

/// Fresh codes of paper for one's own account, by a code. Nothing when it is wrong.
pub(super) fn renew(tx: &mut Tx<'_>, keys: &Keys, actor: &Actor, code: &str) -> Result<Option<Vec<String>>> {
    let account = actor.account().ok_or(Error::SignIn)?;
    if !has_second_step(tx.conn, account)? || prove(tx, keys, account, code)? == Proof::Wrong {
        tx.nothing_new();
        return Ok(None);
    }
    let codes = papers(tx, keys, account)?;
    ledger::record(tx, actor, "account.second-step", object(account), "codes of paper")?;
    Ok(Some(codes))
}

/// Does without it from now on, by a code. Nothing when it is wrong.
pub(super) fn remove(tx: &mut Tx<'_>, keys: &Keys, actor: &Actor, code: &str) -> Result<bool> {
    let account = actor.account().ok_or(Error::SignIn)?;
    if prove(tx, keys, account, code)? == Proof::Wrong {
        tx.nothing_new();
        return Ok(false);
    }
    store::forget(tx, account)?;
    // One way to come in is gone; whoever is in by it comes in again.
    end_all_sessions(tx, account)?;
    ledger::record(tx, actor, "account.second-step", object(account), "off")?;
    Ok(true)
}

/// Takes the second step off an account whose telephone and paper are lost; who permits it is the caller's.
///
/// # Errors
/// There is none.
pub(crate) fn forget(tx: &mut Tx<'_>, actor: &Actor, account: AccountId) -> Result<()> {
    if !store::forget(tx, account)? {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    ledger::record(tx, actor, "account.second-step", object(account), "taken off")
}
