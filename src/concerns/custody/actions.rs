//! The deeds of custody: giving, asking, granting or refusing, opening, sealing anew. Each is a step that stays, an event on the
//! file that the reporter reads too, and a row of the ledger; what was sealed is in none of them.

use std::sync::Arc;

use super::model::{Standing as Where, Step, Taken, last_ask, standing as where_it_stands};
use super::store::{self, Standing};
use crate::accounts::keyring;
use crate::areas::Reference;
use crate::base::{AccountId, Actor, ConcernId, ConcernNumber, CustodyStepId, Function};
use crate::concerns::model::{Concern, EventKind, Readers};
use crate::concerns::sealing;
use crate::concerns::store::{self as concerns, NewEvent, insert_event};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{Deed, permit};
use crate::seal::{self, Holder, Kind, Opened, Seal, Secret};
use crate::web::{Cx, actor_of};

/// Keeps who filed a concern, sealed before it came here.
pub(crate) fn give(tx: &mut Tx<'_>, concern: ConcernId, number: ConcernNumber, seal: &Seal) -> Result<()> {
    store::insert(tx, concern, seal)?;
    let readers = seal.envelopes.iter().filter(|(holder, _)| matches!(holder, Holder::Reader(_))).count();
    let custodians = format!("custodians {readers}");
    ledger::record(tx, &Actor::Visitor, "identity.seal", object(number), &custodians)
}

fn object(number: ConcernNumber) -> String {
    format!("concern {number}")
}

fn me(actor: &Actor) -> Result<AccountId> {
    actor.account().ok_or(Error::SignIn)
}

/// Tells a step on the file's timeline, by function, for the unit and the reporter.
fn tell(tx: &mut Tx<'_>, actor: &Actor, concern: &Concern, function: Function, step: &str) -> Result<()> {
    let event = NewEvent::new(EventKind::Custody, function, Readers::Reporter).changing("", step);
    let event = if function == Function::Overseer { event } else { event.of(concern.unit_id.raw()) };
    insert_event(tx, actor, concern.id, &event)
}

/// Loads a concern for whoever may ask on it, with the actor as things stand inside the deed.
fn load(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, number: ConcernNumber) -> Result<Concern> {
    let concern = concerns::find(tx.conn, number)?.ok_or(Error::NotFound)?;
    permit(actor, &Deed::AskIdentity(&concerns::facts_for(tx.conn, actor, r, &concern)?))?;
    Ok(concern)
}

/// Asks to open, with a reason. One asking at a time.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    reason: &str,
) -> Result<CustodyStepId> {
    let concern = load(tx, actor, r, number)?;
    if !matches!(store::standing(tx.conn, concern.id)?, Standing::Sealed(_)) {
        return Err(Error::Refused(Refusal::IdentityGone));
    }
    let account = me(actor)?;
    let steps = store::steps(tx.conn, concern.id)?;
    let last = last_ask(&steps, account).map(|ask| where_it_stands(&steps, ask.id, tx.now));
    if matches!(last, Some(Where::Waiting | Where::Open(_))) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let function = actor.function_in(concern.unit_id);
    let id = store::add(tx, None, concern.id, Step::Asked, (account, function), reason)?;
    tell(tx, actor, &concern, function, Step::Asked.as_str())?;
    ledger::record(tx, actor, "identity.ask", object(number), &id.to_string())?;
    Ok(id)
}

/// Grants or refuses, with a reason. Granting seals the identity to the asker too, for seven days.
pub(crate) fn decide(
    tx: &mut Tx<'_>,
    actor: &Actor,
    ask: CustodyStepId,
    granted: bool,
    reason: &str,
    key: Option<&Arc<Opened>>,
) -> Result<()> {
    permit(actor, &Deed::KeepIdentities)?;
    let asked = store::ask(tx.conn, ask)?;
    let account = me(actor)?;
    if asked.account_id == account {
        return Err(Error::Refused(Refusal::SamePerson));
    }
    if store::decision(tx.conn, ask)?.is_some() {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let concern = concerns::get(tx.conn, asked.concern_id)?;
    if granted {
        grant(tx, &asked, &concern, key)?;
    }
    let step = if granted { Step::Granted } else { Step::Refused };
    store::add(tx, Some(ask), concern.id, step, (account, Function::Overseer), reason)?;
    tell(tx, actor, &concern, Function::Overseer, step.as_str())?;
    let deed = if granted { "identity.grant" } else { "identity.refuse" };
    ledger::record(tx, actor, deed, object(concern.number()), &ask.to_string())
}

/// Puts the identity's key into an envelope for the asker, if they may still ask.
fn grant(tx: &mut Tx<'_>, asked: &Taken, concern: &Concern, key: Option<&Arc<Opened>>) -> Result<()> {
    let key = key.ok_or(Error::Forbidden)?;
    let Standing::Sealed(id) = store::standing(tx.conn, concern.id)? else {
        return Err(Error::Refused(Refusal::IdentityGone));
    };
    let asker = actor_of(tx.conn, asked.account_id)?;
    let serves = asker.units().contains(&concern.unit_id) || asker.holds(crate::base::Role::Overseer);
    if !serves {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let gone = || Error::Refused(Refusal::IdentityGone);
    let to = keyring::pair_of(tx.conn, asked.account_id)?.ok_or_else(gone)?;
    let mine = store::envelope(tx.conn, id, key.keyring, tx.now)?.ok_or_else(gone)?;
    let envelope = seal::again(&mine, &key.secret, &to.lock(), tx.entropy)?;
    store::lend(tx, id, to.keyring, &envelope, tx.now.plus(super::model::LAPSE))
}

/// What an opening needs once it is recorded.
pub(super) struct ToOpen {
    kind: Kind,
    body: Vec<u8>,
    envelope: Vec<u8>,
}

impl ToOpen {
    /// Opens it.
    pub(super) fn open(&self, key: &Opened) -> Result<zeroize::Zeroizing<String>> {
        seal::open(self.kind, &self.body, &self.envelope, &key.secret)
    }
}

/// Records an opening by who was granted it; only then is there something to open.
pub(super) fn open(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    key: &Opened,
) -> Result<ToOpen> {
    let concern = load(tx, actor, r, number)?;
    let account = me(actor)?;
    let steps = store::steps(tx.conn, concern.id)?;
    let asked = last_ask(&steps, account).ok_or(Error::Forbidden)?;
    if !matches!(where_it_stands(&steps, asked.id, tx.now), Where::Open(_)) {
        return Err(Error::Forbidden);
    }
    let gone = || Error::Refused(Refusal::IdentityGone);
    let Standing::Sealed(id) = store::standing(tx.conn, concern.id)? else { return Err(gone()) };
    let envelope = store::envelope(tx.conn, id, key.keyring, tx.now)?.ok_or_else(gone)?;
    let (kind, body) = keyring::body(tx.conn, id)?;
    let function = actor.function_in(concern.unit_id);
    store::add(tx, Some(asked.id), concern.id, Step::Opened, (account, function), "")?;
    tell(tx, actor, &concern, function, Step::Opened.as_str())?;
    ledger::record(tx, actor, "identity.open", object(number), &asked.id.to_string())?;
    Ok(ToOpen { kind, body, envelope })
}

/// Identities sealed anew at a time: a deed holds up the others.
const BATCH: usize = 200;

/// Seals what this custodian opens to every custodian who cannot open it yet. Says whether that was all.
fn reseal(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, key: &Opened) -> Result<bool> {
    permit(actor, &Deed::KeepIdentities)?;
    let (done, all) = give_all(tx, r, Holder::Reader(key.keyring), &key.secret)?;
    ledger::record(tx, actor, "identity.reseal", "identities", &done.to_string())?;
    Ok(all)
}

/// All of it: in steps, and the same step twice does no harm, for what is sealed already is passed by.
///
/// # Errors
/// As [`reseal`].
pub(super) async fn reseal_all(cx: &Cx, key: &Arc<Opened>) -> Result<()> {
    loop {
        let (actor, r, key) = (cx.actor.clone(), Arc::clone(&cx.r), Arc::clone(key));
        if cx.site.db.write(move |tx| reseal(tx, &actor, &r, &key)).await? {
            return Ok(());
        }
    }
}

/// Seals what a key opens to everybody who keeps it and cannot open it yet, so many at a time: identities and originals to all
/// custodians, the words of a concern to those who read its file. Returns how many identities and originals it did, and whether
/// that was all.
pub(super) fn give_all(tx: &mut Tx<'_>, r: &Reference, mine: Holder, secret: &Secret) -> Result<(usize, bool)> {
    let locks = keyring::locks(tx.conn)?;
    let missing = store::missing(tx.conn, mine, &locks, BATCH)?;
    for (id, envelope, lacking) in &missing {
        for lock in lacking {
            keyring::give(tx, *id, lock.holder, &seal::again(envelope, secret, lock, tx.entropy)?)?;
        }
    }
    let more = sealing::share(tx, r, mine, secret)?;
    Ok((missing.len(), missing.len() < BATCH && !more))
}
