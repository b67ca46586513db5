//! Places, the door, and who came.

use crate::base::{Actor, MeetingId, RegistrationId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::forums::model::{Count, Place, Registration, draw_code, place_for};
use crate::forums::store::{meetings, papers};
use crate::ledger;

use super::meetings::run;

/// Keeps a place for somebody, or puts them on the waiting list. Who signed in has one place however often they ask.
///
/// # Errors
/// The meeting is over or cancelled; no place and no waiting list left.
pub fn register(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, name: &str) -> Result<Place> {
    let meeting = meetings::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    if let Some(account) = actor.account()
        && let Some(before) = papers::registration_of(tx.conn, id, account)?
    {
        tx.nothing_new();
        return told(tx, id, &before);
    }
    meeting.must_be_ahead(tx.now)?;
    let (kept, waiting) = papers::places(tx.conn, id)?;
    let state = place_for(meeting.capacity, kept, waiting).ok_or(Error::Refused(Refusal::MeetingFull))?;
    let entropy = tx.entropy;
    let code = draw_code(entropy, |code| Ok(papers::registration_by_code(tx.conn, id, code)?.is_some()))?;
    let made = papers::register(tx, id, actor.account(), name, &code, state)?;
    ledger::record(tx, actor, "meeting.register", format_args!("meeting {id}"), state.as_str())?;
    let made = papers::registration(tx.conn, id, made)?.ok_or(Error::NotFound)?;
    told(tx, id, &made)
}

fn told(tx: &mut Tx<'_>, meeting: MeetingId, r: &Registration) -> Result<Place> {
    Ok(Place { code: r.door_code.clone(), state: r.state, rank: papers::rank(tx.conn, meeting, r)? })
}

/// How somebody at the door is found.
#[derive(Debug, Clone)]
pub enum Door {
    /// By the six digits they show.
    Code(String),
    /// By their row in the list.
    Row(RegistrationId),
}

/// Ticks somebody who came in. The door opens an hour before the meeting.
///
/// # Errors
/// Not permitted; too early; nobody with that code; ticked before.
pub fn enter(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, door: &Door) -> Result<()> {
    let meeting = run(tx, actor, id)?;
    meeting.must_have_begun(tx.now.plus(crate::base::HOUR))?;
    let found = match door {
        Door::Code(code) => papers::registration_by_code(tx.conn, id, code)?,
        Door::Row(row) => papers::registration(tx.conn, id, *row)?,
    };
    let found = found.ok_or(Error::NotFound)?;
    if papers::tick(tx, found.id)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    ledger::record(tx, actor, "meeting.enter", format_args!("meeting {id}"), &found.id.to_string())
}

/// Sets how many came, by sex, age and function (M3). No names.
///
/// # Errors
/// Not permitted; the meeting has not begun.
pub fn set_counts(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, counts: &[Count]) -> Result<()> {
    let meeting = run(tx, actor, id)?;
    meeting.must_have_begun(tx.now)?;
    papers::set_counts(tx, id, counts)?;
    let total: i64 = counts.iter().map(|c| c.number).sum();
    ledger::record(tx, actor, "meeting.attendance", format_args!("meeting {id}"), &total.to_string())
}
