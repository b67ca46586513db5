//! Which meetings were called to mind, read and written.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::base::{AccountId, MeetingId, Time};
use crate::db::schema::{meeting_reminders as reminders, meetings, registrations};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::forums::model::{Meeting, MeetingState, PlaceState};

/// Meetings called to mind in one turn: far more than begin within two days of each other.
const BATCH: i64 = 200;

/// A meeting's row for the hour it has now.
macro_rules! called {
    () => {
        exists(
            reminders::table
                .filter(reminders::meeting_id.eq(meetings::id).and(reminders::starts_at.eq(meetings::starts_at))),
        )
    };
}

/// Meetings that stand, begin in a span and were not called to mind for the hour they have, soonest first.
pub fn due(conn: &mut Conn, from: Time, to: Time) -> Result<Vec<(MeetingId, Time)>> {
    Ok(meetings::table
        .filter(meetings::starts_at.gt(from).and(meetings::starts_at.le(to)))
        .filter(meetings::state.eq(MeetingState::Announced))
        .filter(not(called!()))
        .order((meetings::starts_at, meetings::id))
        .limit(BATCH)
        .select((meetings::id, meetings::starts_at))
        .load(conn)?)
}

/// True when a meeting was called to mind for the hour it has.
pub fn called(conn: &mut Conn, meeting: &Meeting) -> Result<bool> {
    let row = reminders::table.find((meeting.id, meeting.starts_at));
    Ok(diesel::select(exists(row)).get_result(conn)?)
}

/// The meetings of a span that were called to mind and at which an account keeps a place, soonest first.
pub fn of_account(conn: &mut Conn, account: AccountId, from: Time, to: Time) -> Result<Vec<Meeting>> {
    let kept = registrations::table
        .filter(registrations::meeting_id.eq(meetings::id).and(registrations::account_id.eq(account)))
        .filter(registrations::state.eq(PlaceState::Kept));
    Ok(meetings::table
        .filter(meetings::starts_at.gt(from).and(meetings::starts_at.le(to)))
        .filter(meetings::state.eq(MeetingState::Announced))
        .filter(called!())
        .filter(exists(kept))
        .order((meetings::starts_at, meetings::id))
        .limit(10)
        .select(Meeting::as_select())
        .load(conn)?)
}

pub fn note(tx: &mut Tx<'_>, meeting: MeetingId, starts_at: Time) -> Result<()> {
    diesel::insert_into(reminders::table)
        .values((reminders::meeting_id.eq(meeting), reminders::starts_at.eq(starts_at), reminders::at.eq(tx.now)))
        .execute(tx.conn)?;
    Ok(())
}
