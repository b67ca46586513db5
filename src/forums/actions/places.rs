//! Places, the door, and who came.

use crate::base::{Actor, MeetingId, RegistrationId};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::forums::model::{
    CorrectionState, Count, Feedback, Meeting, MeetingAudience, MinutesState, Phase, Place, Registration,
    corrections_until, draw_code, place_for,
};
use crate::forums::store::{meetings, papers, talk_back};
use crate::ledger;
use crate::policy::{self, Deed};

use super::meetings::{must_be_open, run};

/// Keeps a place for somebody, or puts them on the waiting list. Who signed in has one place however often they ask. A
/// reserved meeting asks for the invitation that its committee gave (M9).
///
/// # Errors
/// The meeting is over or cancelled; not invited; no place and no waiting list left.
pub fn register(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, name: &str, invitation: &str) -> Result<Place> {
    let meeting = meetings::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    if let Some(account) = actor.account()
        && let Some(before) = papers::registration_of(tx.conn, id, account)?
    {
        tx.nothing_new();
        return told(tx, id, &before);
    }
    meeting.must_be_ahead(tx.now)?;
    if !invited(actor, &meeting, invitation) {
        return Err(Error::Refused(Refusal::NotInvited));
    }
    let (kept, waiting) = papers::places(tx.conn, id)?;
    let state = place_for(meeting.capacity, kept, waiting).ok_or(Error::Refused(Refusal::MeetingFull))?;
    let entropy = tx.entropy;
    let code = draw_code(entropy, |code| Ok(papers::registration_by_code(tx.conn, id, code)?.is_some()))?;
    let made = papers::register(tx, id, actor.account(), name, &code, state)?;
    ledger::record(tx, actor, "meeting.register", format_args!("meeting {id}"), state.as_str())?;
    let made = papers::registration(tx.conn, id, made)?.ok_or(Error::NotFound)?;
    told(tx, id, &made)
}

/// Everybody is invited to an open meeting, the committee to its own, and to a reserved one whoever knows its code.
fn invited(actor: &Actor, meeting: &Meeting, code: &str) -> bool {
    meeting.audience == MeetingAudience::Open
        || policy::may(actor, &Deed::SeeCommittee(meeting.committee_id))
        || (!meeting.invitation.is_empty() && meeting.invitation == code)
}

/// Draws a new invitation to a reserved meeting; the old one opens nothing any more.
///
/// # Errors
/// Not permitted; the meeting is open to everybody, or over.
pub fn invite(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId) -> Result<()> {
    let meeting = run(tx, actor, id)?;
    meeting.must_be_ahead(tx.now)?;
    if meeting.audience == MeetingAudience::Open {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let code = draw_invitation(tx);
    meetings::set_invitation(tx, id, &code)?;
    ledger::record(tx, actor, "meeting.invite", format_args!("meeting {id}"), "")
}

/// Eight digits: to be said aloud, or printed.
pub(super) fn draw_invitation(tx: &Tx<'_>) -> String {
    format!("{:08}", tx.entropy.below(100_000_000))
}

fn told(tx: &mut Tx<'_>, meeting: MeetingId, r: &Registration) -> Result<Place> {
    Ok(Place { code: r.door_code.clone(), state: r.state, rank: papers::rank(tx.conn, meeting, r)? })
}

/// Whose place it is: by the door code that was typed, else the account's.
pub(in crate::forums) fn holder(
    conn: &mut Conn,
    actor: &Actor,
    id: MeetingId,
    code: &str,
) -> Result<Option<Registration>> {
    match actor.account() {
        _ if !code.is_empty() => papers::registration_by_code(conn, id, code),
        Some(account) => papers::registration_of(conn, id, account),
        None => Ok(None),
    }
}

/// Gives a place back before the meeting. Whoever waits longest has it at once.
///
/// # Errors
/// Nobody with that code; the meeting is over.
pub fn leave(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, code: &str) -> Result<()> {
    let meeting = meetings::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let mine = holder(tx.conn, actor, id, code)?.ok_or(Error::NotFound)?;
    meeting.must_be_ahead(tx.now)?;
    papers::remove(tx, mine.id)?;
    fill(tx, &meeting)?;
    ledger::record(tx, actor, "meeting.leave", format_args!("meeting {id}"), mine.state.as_str())
}

/// Gives free places to who waits.
pub(super) fn fill(tx: &mut Tx<'_>, meeting: &Meeting) -> Result<()> {
    let (kept, waiting) = papers::places(tx.conn, meeting.id)?;
    let room = meeting.capacity.map_or(waiting, |c| (c - kept).max(0));
    if room > 0 && waiting > 0 {
        papers::promote(tx, meeting.id, room)?;
    }
    Ok(())
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
/// Not permitted; the meeting has not begun; its minutes are locked.
pub fn set_counts(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, counts: &[Count]) -> Result<()> {
    let meeting = run(tx, actor, id)?;
    meeting.must_have_begun(tx.now)?;
    must_be_open(tx, id)?;
    papers::set_counts(tx, id, counts)?;
    let total: i64 = counts.iter().map(|c| c.number).sum();
    ledger::record(tx, actor, "meeting.attendance", format_args!("meeting {id}"), &total.to_string())
}

/// Keeps the committee's own list of names, or with nothing in it forgets it (M3).
///
/// # Errors
/// Not permitted; the meeting has not begun.
pub fn set_list(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, names: &str) -> Result<()> {
    let meeting = run(tx, actor, id)?;
    meeting.must_have_begun(tx.now)?;
    talk_back::set_list(tx, id, names)?;
    let what = if names.is_empty() { "forgotten" } else { "kept" };
    ledger::record(tx, actor, "meeting.list", format_args!("meeting {id}"), what)
}

/// Asks for a correction of minutes that are open to it: whoever came, within seven days (M6); or the secretary for somebody
/// who said it aloud.
///
/// # Errors
/// Nobody with that code; they did not come; the minutes are not open to corrections, or not any more.
pub fn correct(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, code: &str, body: &str) -> Result<()> {
    let meeting = meetings::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let mine = holder(tx.conn, actor, id, code)?;
    let secretary = policy::may(actor, &Deed::RunCommittee(meeting.committee_id));
    if mine.as_ref().is_none_or(|r| r.attended_at.is_none()) && !secretary {
        return Err(if mine.is_none() { Error::NotFound } else { Error::Forbidden });
    }
    let open = papers::newest(tx.conn, id)?.is_some_and(|m| m.state == MinutesState::Corrections);
    let until = papers::opened_at(tx.conn, id)?.map(corrections_until);
    if !open || until.is_none_or(|until| tx.now > until) {
        return Err(Error::Refused(Refusal::MinutesLocked));
    }
    talk_back::correct(tx, id, mine.map(|r| r.id), body)?;
    ledger::record(tx, actor, "minutes.correct", format_args!("meeting {id}"), "")
}

/// The secretary accepts or refuses a correction, with a sentence.
///
/// # Errors
/// Not permitted; answered before.
pub fn answer_correction(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: crate::base::CorrectionId,
    accept: bool,
    answer: &str,
) -> Result<MeetingId> {
    let correction = talk_back::correction(tx.conn, id)?.ok_or(Error::NotFound)?;
    run(tx, actor, correction.meeting_id)?;
    let state = if accept { CorrectionState::Accepted } else { CorrectionState::Refused };
    if talk_back::answer(tx, id, state, answer)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    ledger::record(tx, actor, "minutes.answer", format_args!("meeting {}", correction.meeting_id), state.as_str())?;
    Ok(correction.meeting_id)
}

/// Three answers after a meeting, once for each who came (M8). That they spoke is kept beside their place, what they said is
/// not.
///
/// # Errors
/// Nobody with that code; they did not come; the meeting was not held; they spoke before.
pub fn feed_back(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, code: &str, said: &Feedback) -> Result<()> {
    let meeting = meetings::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let mine = holder(tx.conn, actor, id, code)?.ok_or(Error::NotFound)?;
    if meeting.phase(tx.now) != Phase::Held {
        return Err(Error::Refused(Refusal::MeetingNotYet));
    }
    if mine.attended_at.is_none() {
        return Err(Error::Forbidden);
    }
    if talk_back::speak(tx, mine.id)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    talk_back::feed_back(tx, id, said)?;
    // By whom is not told, or the ledger's order and the table's would tell what they said.
    ledger::record(tx, &Actor::Visitor, "meeting.feedback", format_args!("meeting {id}"), "")
}
