//! What those who came say afterwards: corrections of the minutes, feedback; and the committee's own list of names.

use diesel::prelude::*;

use crate::base::{CorrectionId, Id, MeetingId, RegistrationId, Time};
use crate::db::schema::{
    attendance_lists, meeting_feedback, meetings, minutes_corrections as corrections, registrations,
};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::forums::model::{Correction, CorrectionState, Feedback};

/// A meeting's corrections, oldest first.
pub fn corrections(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<Correction>> {
    Ok(corrections::table
        .filter(corrections::meeting_id.eq(meeting))
        .order((corrections::at, corrections::id))
        .limit(200)
        .select(Correction::as_select())
        .load(conn)?)
}

pub fn correction(conn: &mut Conn, id: CorrectionId) -> Result<Option<Correction>> {
    Ok(corrections::table.find(id).select(Correction::as_select()).get_result(conn).optional()?)
}

pub fn correct(tx: &mut Tx<'_>, meeting: MeetingId, by: Option<RegistrationId>, body: &str) -> Result<()> {
    let id: CorrectionId = tx.id();
    diesel::insert_into(corrections::table)
        .values((
            corrections::id.eq(id),
            corrections::meeting_id.eq(meeting),
            corrections::registration_id.eq(by),
            corrections::body.eq(body),
            corrections::state.eq(CorrectionState::Waiting),
            corrections::answer.eq(""),
            corrections::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

pub fn answer(tx: &mut Tx<'_>, id: CorrectionId, state: CorrectionState, answer: &str) -> Result<usize> {
    let waiting = corrections::table.find(id).filter(corrections::state.eq(CorrectionState::Waiting));
    Ok(diesel::update(waiting)
        .set((corrections::state.eq(state), corrections::answer.eq(answer), corrections::answered_at.eq(tx.now)))
        .execute(tx.conn)?)
}

/// Notes that somebody spoke; nothing when they had before.
pub fn speak(tx: &mut Tx<'_>, id: RegistrationId) -> Result<usize> {
    Ok(diesel::update(registrations::table.find(id).filter(registrations::spoke.eq(false)))
        .set(registrations::spoke.eq(true))
        .execute(tx.conn)?)
}

pub fn feed_back(tx: &mut Tx<'_>, meeting: MeetingId, said: &Feedback) -> Result<()> {
    let id: Id<()> = tx.id();
    diesel::insert_into(meeting_feedback::table)
        .values((
            meeting_feedback::id.eq(id.raw()),
            meeting_feedback::meeting_id.eq(meeting),
            meeting_feedback::heard.eq(said.heard),
            meeting_feedback::useful.eq(said.useful),
            meeting_feedback::again.eq(said.again),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// What was said of a meeting.
pub fn feedback(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<Feedback>> {
    Ok(meeting_feedback::table
        .filter(meeting_feedback::meeting_id.eq(meeting))
        .select(Feedback::as_select())
        .load(conn)?)
}

pub fn list(conn: &mut Conn, meeting: MeetingId) -> Result<String> {
    let found = attendance_lists::table.find(meeting).select(attendance_lists::body).get_result(conn).optional()?;
    Ok(found.unwrap_or_default())
}

pub fn set_list(tx: &mut Tx<'_>, meeting: MeetingId, names: &str) -> Result<()> {
    diesel::delete(attendance_lists::table.find(meeting)).execute(tx.conn)?;
    if !names.is_empty() {
        diesel::insert_into(attendance_lists::table)
            .values((
                attendance_lists::meeting_id.eq(meeting),
                attendance_lists::body.eq(names),
                attendance_lists::changed_at.eq(tx.now),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Meetings that began before an instant and on whose lists typed names still stand: of those without an account, and the committee's
/// own. The first ones first.
pub fn named_before(conn: &mut Conn, before: Time, limit: i64) -> Result<Vec<MeetingId>> {
    let typed = registrations::table
        .filter(registrations::account_id.is_null().and(registrations::name.ne("")))
        .select(registrations::meeting_id);
    let listed = attendance_lists::table.select(attendance_lists::meeting_id);
    Ok(meetings::table
        .filter(meetings::starts_at.lt(before))
        .filter(meetings::id.eq_any(typed).or(meetings::id.eq_any(listed)))
        .order((meetings::starts_at, meetings::id))
        .limit(limit)
        .select(meetings::id)
        .load(conn)?)
}

/// Empties the names on the lists of these meetings. The rows stay, and with them who came, in numbers.
pub fn forget_names(tx: &mut Tx<'_>, ids: &[MeetingId]) -> Result<()> {
    let typed =
        registrations::table.filter(registrations::meeting_id.eq_any(ids).and(registrations::account_id.is_null()));
    diesel::update(typed).set(registrations::name.eq("")).execute(tx.conn)?;
    diesel::delete(attendance_lists::table.filter(attendance_lists::meeting_id.eq_any(ids))).execute(tx.conn)?;
    Ok(())
}
