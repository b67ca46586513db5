//! Who has a place, who came, and the minutes: read and written.

use diesel::prelude::*;

use crate::base::{AccountId, MeetingId, MinutesId, RegistrationId, Time};
use crate::db::schema::{attendance, minutes, registrations};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::forums::model::{Count, Minutes, MinutesState, PlaceState, Registration};
use crate::web::{Cursor, Slice};

/// Places kept and people waiting.
pub fn places(conn: &mut Conn, meeting: MeetingId) -> Result<(i64, i64)> {
    let mut count = |state: PlaceState| -> Result<i64> {
        Ok(registrations::table
            .filter(registrations::meeting_id.eq(meeting).and(registrations::state.eq(state)))
            .count()
            .get_result(conn)?)
    };
    Ok((count(PlaceState::Kept)?, count(PlaceState::Waiting)?))
}

/// An account's registration.
pub fn registration_of(conn: &mut Conn, meeting: MeetingId, account: AccountId) -> Result<Option<Registration>> {
    Ok(registrations::table
        .filter(registrations::meeting_id.eq(meeting).and(registrations::account_id.eq(account)))
        .select(Registration::as_select())
        .first(conn)
        .optional()?)
}

pub fn registration(conn: &mut Conn, meeting: MeetingId, id: RegistrationId) -> Result<Option<Registration>> {
    Ok(registrations::table
        .filter(registrations::id.eq(id).and(registrations::meeting_id.eq(meeting)))
        .select(Registration::as_select())
        .first(conn)
        .optional()?)
}

pub fn registration_by_code(conn: &mut Conn, meeting: MeetingId, code: &str) -> Result<Option<Registration>> {
    Ok(registrations::table
        .filter(registrations::meeting_id.eq(meeting).and(registrations::door_code.eq(code)))
        .select(Registration::as_select())
        .first(conn)
        .optional()?)
}

/// The door list, first come first.
pub fn door(conn: &mut Conn, meeting: MeetingId, after: Option<Cursor>) -> Result<Slice<Registration>> {
    let mut query = registrations::table
        .filter(registrations::meeting_id.eq(meeting))
        .order((registrations::made_at, registrations::id))
        .limit(Slice::<Registration>::LIMIT)
        .select(Registration::as_select())
        .into_boxed();
    if let Some(c) = after {
        let (at, id) = (Time(c.key), RegistrationId::new(c.id));
        query =
            query.filter(registrations::made_at.gt(at).or(registrations::made_at.eq(at).and(registrations::id.gt(id))));
    }
    Ok(Slice::cut(query.load(conn)?, |r: &Registration| Cursor { key: r.made_at.0, id: r.id.raw() }))
}

/// How many came in by code or row.
pub fn ticked(conn: &mut Conn, meeting: MeetingId) -> Result<i64> {
    Ok(registrations::table
        .filter(registrations::meeting_id.eq(meeting).and(registrations::attended_at.is_not_null()))
        .count()
        .get_result(conn)?)
}

/// The rank of somebody who waits, from 1.
pub fn rank(conn: &mut Conn, meeting: MeetingId, r: &Registration) -> Result<i64> {
    if r.state == PlaceState::Kept {
        return Ok(0);
    }
    let before: i64 = registrations::table
        .filter(registrations::meeting_id.eq(meeting).and(registrations::state.eq(PlaceState::Waiting)))
        .filter(
            registrations::made_at
                .lt(r.made_at)
                .or(registrations::made_at.eq(r.made_at).and(registrations::id.lt(r.id))),
        )
        .count()
        .get_result(conn)?;
    Ok(before + 1)
}

pub fn register(
    tx: &mut Tx<'_>,
    meeting: MeetingId,
    account: Option<AccountId>,
    name: &str,
    code: &str,
    state: PlaceState,
) -> Result<RegistrationId> {
    let id = tx.id();
    diesel::insert_into(registrations::table)
        .values((
            registrations::id.eq(id),
            registrations::meeting_id.eq(meeting),
            registrations::account_id.eq(account),
            registrations::name.eq(name),
            registrations::door_code.eq(code),
            registrations::state.eq(state),
            registrations::made_at.eq(tx.now),
            registrations::spoke.eq(false),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Forgets a registration, name and code.
pub fn remove(tx: &mut Tx<'_>, id: RegistrationId) -> Result<()> {
    diesel::delete(registrations::table.find(id)).execute(tx.conn)?;
    Ok(())
}

/// Gives a place to so many who wait, first come first.
pub fn promote(tx: &mut Tx<'_>, meeting: MeetingId, room: i64) -> Result<usize> {
    let first: Vec<RegistrationId> = registrations::table
        .filter(registrations::meeting_id.eq(meeting).and(registrations::state.eq(PlaceState::Waiting)))
        .order((registrations::made_at, registrations::id))
        .limit(room)
        .select(registrations::id)
        .load(tx.conn)?;
    Ok(diesel::update(registrations::table.filter(registrations::id.eq_any(first)))
        .set((registrations::state.eq(PlaceState::Kept), registrations::promoted_at.eq(tx.now)))
        .execute(tx.conn)?)
}

pub fn tick(tx: &mut Tx<'_>, id: RegistrationId) -> Result<usize> {
    Ok(diesel::update(registrations::table.filter(registrations::id.eq(id).and(registrations::attended_at.is_null())))
        .set(registrations::attended_at.eq(tx.now))
        .execute(tx.conn)?)
}

pub fn counts(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<Count>> {
    Ok(attendance::table.filter(attendance::meeting_id.eq(meeting)).select(Count::as_select()).load(conn)?)
}

/// Replaces all counts.
pub fn set_counts(tx: &mut Tx<'_>, meeting: MeetingId, counts: &[Count]) -> Result<()> {
    diesel::delete(attendance::table.filter(attendance::meeting_id.eq(meeting))).execute(tx.conn)?;
    for count in counts {
        diesel::insert_into(attendance::table)
            .values((
                attendance::meeting_id.eq(meeting),
                attendance::sex.eq(count.sex),
                attendance::age.eq(count.age),
                attendance::function.eq(count.function),
                attendance::number.eq(count.number),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// The newest version of the minutes.
pub fn newest(conn: &mut Conn, meeting: MeetingId) -> Result<Option<Minutes>> {
    Ok(minutes::table
        .filter(minutes::meeting_id.eq(meeting))
        .order(minutes::version.desc())
        .select(Minutes::as_select())
        .first(conn)
        .optional()?)
}

/// True once a meeting's minutes are approved: they are locked, and the page they are printed on with them.
pub fn locked(conn: &mut Conn, meeting: MeetingId) -> Result<bool> {
    let approved: i64 = minutes::table
        .filter(minutes::meeting_id.eq(meeting).and(minutes::state.eq(MinutesState::Approved)))
        .count()
        .get_result(conn)?;
    Ok(approved > 0)
}

/// When a meeting's minutes were opened to corrections.
pub fn opened_at(conn: &mut Conn, meeting: MeetingId) -> Result<Option<Time>> {
    Ok(minutes::table
        .filter(minutes::meeting_id.eq(meeting).and(minutes::state.eq(MinutesState::Corrections)))
        .select(diesel::dsl::min(minutes::at))
        .get_result(conn)?)
}

/// How far the minutes of several meetings are.
pub fn states(conn: &mut Conn, meetings: &[MeetingId]) -> Result<Vec<(MeetingId, MinutesState)>> {
    // Older versions come first, so that the newest one's state is the one a map keeps.
    Ok(minutes::table
        .filter(minutes::meeting_id.eq_any(meetings.to_vec()))
        .order(minutes::version)
        .select((minutes::meeting_id, minutes::state))
        .load(conn)?)
}

/// Every version of a meeting's minutes without its text, newest first.
pub fn versions(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<Minutes>> {
    Ok(minutes::table
        .filter(minutes::meeting_id.eq(meeting))
        .order(minutes::version.desc())
        .limit(50)
        .select(Minutes::as_select())
        .load(conn)?)
}

pub fn save_minutes(
    tx: &mut Tx<'_>,
    meeting: MeetingId,
    version: i64,
    state: MinutesState,
    body: &str,
    account: Option<AccountId>,
    hash: &str,
) -> Result<MinutesId> {
    let id = tx.id();
    diesel::insert_into(minutes::table)
        .values((
            minutes::id.eq(id),
            minutes::meeting_id.eq(meeting),
            minutes::version.eq(version),
            minutes::state.eq(state),
            minutes::body.eq(body),
            minutes::account_id.eq(account),
            minutes::at.eq(tx.now),
            minutes::hash.eq(hash),
            minutes::begun_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Writes a version on: its text, and when it was saved last.
pub fn write_on(tx: &mut Tx<'_>, meeting: MeetingId, version: i64, body: &str) -> Result<()> {
    diesel::update(minutes::table.filter(minutes::meeting_id.eq(meeting).and(minutes::version.eq(version))))
        .set((minutes::body.eq(body), minutes::at.eq(tx.now)))
        .execute(tx.conn)?;
    Ok(())
}
