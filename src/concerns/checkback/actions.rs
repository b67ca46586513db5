//! Deeds on check-backs. The ledger has a row of each that names neither the concern nor what was answered.

use super::model::{Answer, acts, due};
use super::store;
use crate::base::{Actor, CheckbackId, ConcernId, Function};
use crate::concerns::{sealing, store as concerns};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{Deed, permit};

/// How the ledger names a threat: never by its concern.
pub(super) fn object(id: CheckbackId) -> String {
    format!("checkback {id}")
}

/// The reporter answers the question that is due, once. What they write is kept of a yes only.
pub(crate) fn answer(tx: &mut Tx<'_>, concern: ConcernId, answer: Answer, body: &str) -> Result<()> {
    let events = concerns::events(tx.conn, concern)?;
    let answered = store::last_answer(tx.conn, concern)?;
    let days = due(&acts(&events), answered, tx.now).ok_or(Error::Refused(Refusal::AlreadyDone))?;
    let id = store::insert(tx, concern, days, answer)?;
    if answer == Answer::Yes && !body.is_empty() {
        let body = sealing::close_threat(tx, concern, body)?;
        store::insert_words(tx, id, Function::Resident, None, &body)?;
    }
    ledger::record(tx, &Actor::Visitor, "checkback.answer", object(id), "")
}

/// The reporter writes to oversight about the threat they told of: its file is open again.
pub(crate) fn write(tx: &mut Tx<'_>, concern: ConcernId, body: &str) -> Result<()> {
    let threat = store::threats_of(tx.conn, concern)?.into_iter().next().ok_or(Error::NotFound)?;
    let body = sealing::close_threat(tx, concern, body)?;
    store::insert_words(tx, threat.id, Function::Resident, None, &body)?;
    store::set_closed(tx, threat.id, None)?;
    ledger::record(tx, &Actor::Visitor, "checkback.write", object(threat.id), "")
}

/// The latest threat a reporter told of.
pub(crate) fn latest(tx: &mut Tx<'_>, concern: ConcernId) -> Result<Option<CheckbackId>> {
    Ok(store::threats_of(tx.conn, concern)?.first().map(|threat| threat.id))
}

/// Oversight answers the reporter.
pub(crate) fn reply(tx: &mut Tx<'_>, actor: &Actor, id: CheckbackId, body: &str) -> Result<()> {
    permit(actor, &Deed::AnswerThreat)?;
    let threat = store::threat(tx.conn, id)?;
    let body = sealing::close_threat(tx, threat.concern_id, body)?;
    store::insert_words(tx, threat.id, Function::Overseer, actor.account(), &body)?;
    ledger::record(tx, actor, "checkback.reply", object(id), "")
}

/// Oversight closes the file, or opens it again.
pub(super) fn set_closed(tx: &mut Tx<'_>, actor: &Actor, id: CheckbackId, closed: bool) -> Result<()> {
    permit(actor, &Deed::AnswerThreat)?;
    let threat = store::threat(tx.conn, id)?;
    if threat.closed_at.is_some() == closed {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let at = closed.then_some(tx.now);
    store::set_closed(tx, threat.id, at)?;
    ledger::record(tx, actor, if closed { "checkback.close" } else { "checkback.reopen" }, object(id), "")
}
