//! The deeds around the key on papers. Each is a row of the ledger; no share and no private key is in any.

use super::super::actions::give_all;
use super::store::{self, Kept};
use crate::accounts::keyring::{self, Custodian};
use crate::areas::Reference;
use crate::base::{AccountId, Actor, RescueKeyId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{Deed, permit};
use crate::seal::{self, Holder, Opened, Paper, Secret};

fn object(rescue: RescueKeyId) -> String {
    format!("rescue key {rescue}")
}

/// Makes a key for three custodians, each of whom has a pair, and retires the one before. What is sealed is not sealed to it yet:
/// the maker does that, so whoever opens less than the papers before would take the rest away from everybody.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when one of them has no pair any more, [`Refusal::PapersOpenMore`] than the maker's pair.
pub(super) fn make(tx: &mut Tx<'_>, actor: &Actor, three: &[AccountId; 3], key: &Opened) -> Result<()> {
    permit(actor, &Deed::KeepIdentities)?;
    let me = actor.account().ok_or(Error::SignIn)?;
    let custodians = keyring::custodians(tx.conn)?;
    if let Some(before) = keyring::on_papers(tx.conn)?.map(|key| key.id) {
        if store::opens_more(tx.conn, before, key.keyring)? {
            return Err(Error::Refused(Refusal::PapersOpenMore));
        }
        store::retire(tx, before)?;
        ledger::record(tx, actor, "rescue.retire", object(before), "")?;
    }
    let secret = Secret::draw(tx.entropy);
    let rescue = store::insert(tx, me, &secret.public())?;
    for (paper, account) in seal::split(&secret, tx.entropy)?.iter().zip(three) {
        let pair = |one: &Custodian| if one.account == *account { one.pair.clone() } else { None };
        let pair = custodians.iter().find_map(pair).ok_or(Error::Refused(Refusal::AlreadyDone))?;
        let share = paper.closed(&pair.lock(), tx.entropy)?;
        store::insert_paper(tx, rescue, paper.number(), (*account, pair.keyring), &share)?;
    }
    let whose: Vec<String> = three.iter().map(ToString::to_string).collect();
    ledger::record(tx, actor, "rescue.make", object(rescue), &format!("papers {}", whose.join(" ")))
}

/// The actor's own paper, while it is not on paper.
fn own(tx: &mut Tx<'_>, actor: &Actor) -> Result<(RescueKeyId, Kept)> {
    permit(actor, &Deed::KeepIdentities)?;
    let gone = || Error::Refused(Refusal::AlreadyDone);
    let rescue = keyring::on_papers(tx.conn)?.ok_or_else(gone)?.id;
    let mine = |paper: &Kept| Some(paper.account) == actor.account() && paper.share.is_some();
    let paper = store::papers(tx.conn, rescue)?.into_iter().find(mine).ok_or_else(gone)?;
    Ok((rescue, paper))
}

/// Records that a custodian reads their paper; only then is there something to read.
///
/// # Errors
/// [`Refusal::IdentityGone`] when their key is another one by now.
pub(super) fn read(tx: &mut Tx<'_>, actor: &Actor, key: &Opened) -> Result<(RescueKeyId, Vec<u8>)> {
    let (rescue, paper) = own(tx, actor)?;
    let share = paper.share.filter(|_| paper.keyring == key.keyring);
    let share = share.ok_or(Error::Refused(Refusal::IdentityGone))?;
    ledger::record(tx, actor, "rescue.read", object(rescue), &format!("paper {}", paper.paper))?;
    Ok((rescue, share))
}

/// They have it on paper: what stands on it is forgotten here.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when the paper they read is of a key that is not in force any more.
pub(super) fn keep(tx: &mut Tx<'_>, actor: &Actor, of: RescueKeyId) -> Result<()> {
    let (rescue, paper) = own(tx, actor)?;
    if rescue != of {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    store::keep(tx, rescue, paper.paper)?;
    ledger::record(tx, actor, "rescue.keep", object(rescue), &format!("paper {}", paper.paper))
}

/// Seals what the papers open to those who are custodians now, so many at a time; with the last the key is retired, for two papers
/// of it were typed. Says whether that was the last.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when another key is in force by now, [`Refusal::NobodyKeeps`] when no custodian has a pair.
pub(super) fn open(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    rescue: RescueKeyId,
    secret: &Secret,
    papers: &[&Paper; 2],
) -> Result<bool> {
    permit(actor, &Deed::KeepIdentities)?;
    if keyring::on_papers(tx.conn)?.map(|key| key.id) != Some(rescue) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    if keyring::locks(tx.conn)?.is_empty() {
        return Err(Error::Refused(Refusal::NobodyKeeps));
    }
    let (done, last) = give_all(tx, r, Holder::Papers(rescue), secret)?;
    let [one, other] = papers.map(Paper::number);
    ledger::record(tx, actor, "rescue.open", object(rescue), &format!("papers {one} {other}, sealed anew {done}"))?;
    if last {
        store::retire(tx, rescue)?;
        ledger::record(tx, actor, "rescue.retire", object(rescue), "")?;
    }
    Ok(last)
}
