//! Meetings and agendas, read and written.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::base::{AgendaItemId, CommitteeId, ConcernId, Id, MeetingId, Time};
use crate::db::schema::{agenda_items, meeting_moves, meeting_series, meetings, minutes};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::forums::model::{
    AgendaItem, ItemKind, Meeting, MeetingAudience, MeetingDraft, MeetingState, MinutesState, Move,
};
use crate::web::{Cursor, Slice};

pub fn find(conn: &mut Conn, id: MeetingId) -> Result<Option<Meeting>> {
    Ok(meetings::table.find(id).select(Meeting::as_select()).get_result(conn).optional()?)
}

/// Every meeting, the first ones first.
pub fn all(conn: &mut Conn) -> Result<Vec<Meeting>> {
    Ok(meetings::table.order((meetings::starts_at, meetings::id)).select(Meeting::as_select()).load(conn)?)
}

/// The next meetings that stand, of these committees or of all, soonest first.
pub fn upcoming(conn: &mut Conn, now: Time, committees: Option<&[CommitteeId]>, limit: i64) -> Result<Vec<Meeting>> {
    let mut query = meetings::table
        .filter(meetings::starts_at.ge(now).and(meetings::state.eq(MeetingState::Announced)))
        .order((meetings::starts_at, meetings::id))
        .limit(limit)
        .select(Meeting::as_select())
        .into_boxed();
    if let Some(committees) = committees {
        query = query.filter(meetings::committee_id.eq_any(committees.to_vec()));
    }
    Ok(query.load(conn)?)
}

/// A committee's meetings to come, soonest first: those that stand until they begin, and those that were called off until their
/// day is over, so that whoever meant to come reads it.
pub fn to_come(conn: &mut Conn, committee: CommitteeId, now: Time, limit: i64) -> Result<Vec<Meeting>> {
    let stands = meetings::state.eq(MeetingState::Announced).and(meetings::starts_at.ge(now));
    let off = meetings::state.eq(MeetingState::Cancelled).and(meetings::starts_at.ge(now.day().start()));
    Ok(meetings::table
        .filter(meetings::committee_id.eq(committee).and(stands.or(off)))
        .order((meetings::starts_at, meetings::id))
        .limit(limit)
        .select(Meeting::as_select())
        .load(conn)?)
}

/// A committee's meetings that are over, newest first: those that began, and those that were called off once their day is over.
pub fn past(conn: &mut Conn, committee: CommitteeId, now: Time, after: Option<Cursor>) -> Result<Slice<Meeting>> {
    let began = meetings::state.eq(MeetingState::Announced).and(meetings::starts_at.lt(now));
    let off = meetings::state.eq(MeetingState::Cancelled).and(meetings::starts_at.lt(now.day().start()));
    let mut query = meetings::table
        .filter(meetings::committee_id.eq(committee).and(began.or(off)))
        .order((meetings::starts_at.desc(), meetings::id.desc()))
        .limit(Slice::<Meeting>::LIMIT)
        .select(Meeting::as_select())
        .into_boxed();
    if let Some(c) = after {
        let (at, id) = (Time(c.key), MeetingId::new(c.id));
        query = query.filter(meetings::starts_at.lt(at).or(meetings::starts_at.eq(at).and(meetings::id.lt(id))));
    }
    Ok(Slice::cut(query.load(conn)?, |m: &Meeting| Cursor { key: m.starts_at.0, id: m.id.raw() }))
}

/// The meetings that stand and begin in a span of time: for « no meeting this month ».
pub fn between(conn: &mut Conn, from: Time, to: Time) -> Result<Vec<(CommitteeId, Time)>> {
    Ok(meetings::table
        .filter(meetings::starts_at.ge(from).and(meetings::starts_at.lt(to)))
        .filter(meetings::state.eq(MeetingState::Announced))
        .select((meetings::committee_id, meetings::starts_at))
        .load(conn)?)
}

/// Meetings held before an instant, and copied from paper before it if they were, that have no public minutes, oldest first: of
/// these committees, or of all.
pub fn without_minutes(
    conn: &mut Conn,
    before: Time,
    committees: Option<&[CommitteeId]>,
    limit: i64,
) -> Result<Vec<Meeting>> {
    let public =
        minutes::table.filter(minutes::meeting_id.eq(meetings::id)).filter(minutes::state.ne(MinutesState::Draft));
    let mut query = meetings::table
        .filter(meetings::starts_at.lt(before).and(meetings::state.eq(MeetingState::Announced)))
        .filter(meetings::announced_at.le(before))
        .filter(diesel::dsl::not(diesel::dsl::exists(public)))
        .order((meetings::starts_at, meetings::id))
        .limit(limit)
        .select(Meeting::as_select())
        .into_boxed();
    if let Some(committees) = committees {
        query = query.filter(meetings::committee_id.eq_any(committees.to_vec()));
    }
    Ok(query.load(conn)?)
}

/// Meetings of these committees whose minutes are open to corrections and not approved, oldest first.
pub fn to_approve(conn: &mut Conn, committees: &[CommitteeId], limit: i64) -> Result<Vec<Meeting>> {
    let with = |state: MinutesState| {
        minutes::table.filter(minutes::meeting_id.eq(meetings::id)).filter(minutes::state.eq(state))
    };
    Ok(meetings::table
        .filter(meetings::committee_id.eq_any(committees.to_vec()))
        .filter(diesel::dsl::exists(with(MinutesState::Corrections)))
        .filter(diesel::dsl::not(diesel::dsl::exists(with(MinutesState::Approved))))
        .order((meetings::starts_at, meetings::id))
        .limit(limit)
        .select(Meeting::as_select())
        .load(conn)?)
}

/// A committee's last meeting that was held before an instant, of those that stood here by another: what is copied from paper later
/// was not known then.
pub fn last_held(conn: &mut Conn, committee: CommitteeId, before: Time, known_by: Time) -> Result<Option<Meeting>> {
    Ok(meetings::table
        .filter(meetings::committee_id.eq(committee).and(meetings::starts_at.lt(before)))
        .filter(meetings::state.eq(MeetingState::Announced).and(meetings::announced_at.le(known_by)))
        .order((meetings::starts_at.desc(), meetings::id.desc()))
        .select(Meeting::as_select())
        .first(conn)
        .optional()?)
}

/// Notes that so many meetings belong together.
pub fn insert_series(tx: &mut Tx<'_>, committee: CommitteeId, count: i64) -> Result<i64> {
    let id: Id<()> = tx.id();
    diesel::insert_into(meeting_series::table)
        .values((
            meeting_series::id.eq(id.raw()),
            meeting_series::committee_id.eq(committee),
            meeting_series::meetings.eq(count),
            meeting_series::made_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(id.raw())
}

pub fn insert(
    tx: &mut Tx<'_>,
    id: MeetingId,
    committee: CommitteeId,
    m: &MeetingDraft,
    late: bool,
    series: Option<i64>,
) -> Result<()> {
    diesel::insert_into(meetings::table)
        .values((
            meetings::id.eq(id),
            meetings::committee_id.eq(committee),
            meetings::area_id.eq(m.area_id),
            meetings::title.eq(&m.title),
            meetings::lang.eq(m.lang),
            meetings::starts_at.eq(m.starts_at),
            meetings::place.eq(&m.place),
            meetings::landmark.eq(&m.landmark),
            meetings::audience.eq(m.audience),
            meetings::capacity.eq(m.capacity),
            meetings::state.eq(MeetingState::Announced),
            meetings::announced_at.eq(tx.now),
            meetings::late.eq(late),
            meetings::cancel_reason.eq(""),
            meetings::series_id.eq(series),
            meetings::invitation.eq(""),
            meetings::sequence.eq(0),
            meetings::changed_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

pub fn update(tx: &mut Tx<'_>, id: MeetingId, m: &MeetingDraft, late: bool) -> Result<usize> {
    Ok(diesel::update(meetings::table.find(id).filter(meetings::state.eq(MeetingState::Announced)))
        .set((
            meetings::area_id.eq(m.area_id),
            meetings::title.eq(&m.title),
            meetings::lang.eq(m.lang),
            meetings::starts_at.eq(m.starts_at),
            meetings::place.eq(&m.place),
            meetings::landmark.eq(&m.landmark),
            meetings::audience.eq(m.audience),
            meetings::capacity.eq(m.capacity),
            meetings::late.eq(late),
            meetings::sequence.eq(meetings::sequence + 1),
            meetings::changed_at.eq(tx.now),
        ))
        .execute(tx.conn)?)
}

pub fn set_invitation(tx: &mut Tx<'_>, id: MeetingId, code: &str) -> Result<()> {
    diesel::update(meetings::table.find(id)).set(meetings::invitation.eq(code)).execute(tx.conn)?;
    Ok(())
}

/// Keeps what a meeting was before it was moved.
pub fn note_move(tx: &mut Tx<'_>, was: &Meeting) -> Result<()> {
    let id: Id<()> = tx.id();
    diesel::insert_into(meeting_moves::table)
        .values((
            meeting_moves::id.eq(id.raw()),
            meeting_moves::meeting_id.eq(was.id),
            meeting_moves::at.eq(tx.now),
            meeting_moves::was_at.eq(was.starts_at),
            meeting_moves::was_place.eq(format!("{}, {}", was.place, was.landmark)),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// How a meeting was moved, newest first.
pub fn moves(conn: &mut Conn, id: MeetingId) -> Result<Vec<Move>> {
    Ok(meeting_moves::table
        .filter(meeting_moves::meeting_id.eq(id))
        .order((meeting_moves::at.desc(), meeting_moves::id.desc()))
        .limit(5)
        .select(Move::as_select())
        .load(conn)?)
}

/// How each of several meetings was moved last.
pub fn last_moves(conn: &mut Conn, ids: &[MeetingId]) -> Result<HashMap<MeetingId, Move>> {
    let rows: Vec<(MeetingId, Move)> = meeting_moves::table
        .filter(meeting_moves::meeting_id.eq_any(ids.to_vec()))
        .order((meeting_moves::at, meeting_moves::id))
        .select((meeting_moves::meeting_id, Move::as_select()))
        .load(conn)?;
    // Older ones come first, so that the newest is the one the map keeps.
    Ok(rows.into_iter().collect())
}

/// Meetings of these committees for calendars: those of the last ninety days and all to come, cancelled ones too.
pub fn calendar(conn: &mut Conn, committees: &[CommitteeId], from: Time) -> Result<Vec<Meeting>> {
    Ok(meetings::table
        .filter(meetings::committee_id.eq_any(committees.to_vec()).and(meetings::starts_at.ge(from)))
        .order((meetings::starts_at, meetings::id))
        .limit(100)
        .select(Meeting::as_select())
        .load(conn)?)
}

pub fn cancel(tx: &mut Tx<'_>, id: MeetingId, reason: &str) -> Result<usize> {
    Ok(diesel::update(meetings::table.find(id).filter(meetings::state.eq(MeetingState::Announced)))
        .set((
            meetings::state.eq(MeetingState::Cancelled),
            meetings::cancel_reason.eq(reason),
            meetings::sequence.eq(meetings::sequence + 1),
            meetings::changed_at.eq(tx.now),
        ))
        .execute(tx.conn)?)
}

/// The points of an agenda, in order.
pub fn agenda(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<AgendaItem>> {
    let mut items: Vec<AgendaItem> = agenda_items::table
        .filter(agenda_items::meeting_id.eq(meeting))
        .order((agenda_items::position, agenda_items::id))
        .select(AgendaItem::as_select())
        .load(conn)?;
    // Questions of residents come last, whatever was added after the agenda was made.
    items.sort_by_key(|item| item.kind == ItemKind::Questions);
    Ok(items)
}

/// How many points the committee itself put on each agenda.
pub fn own_items(conn: &mut Conn, meeting: MeetingId) -> Result<i64> {
    Ok(agenda_items::table
        .filter(agenda_items::meeting_id.eq(meeting))
        .filter(agenda_items::kind.eq_any([ItemKind::Concern, ItemKind::Other]))
        .count()
        .get_result(conn)?)
}

/// True when the concern stands on the agenda already.
pub fn has_concern(conn: &mut Conn, meeting: MeetingId, concern: ConcernId) -> Result<bool> {
    let n: i64 = agenda_items::table
        .filter(agenda_items::meeting_id.eq(meeting).and(agenda_items::concern_id.eq(concern)))
        .count()
        .get_result(conn)?;
    Ok(n > 0)
}

pub fn add_item(
    tx: &mut Tx<'_>,
    meeting: MeetingId,
    kind: ItemKind,
    title: &str,
    minutes: i64,
    concern: Option<ConcernId>,
) -> Result<AgendaItemId> {
    let last: Option<i64> = agenda_items::table
        .filter(agenda_items::meeting_id.eq(meeting))
        .select(diesel::dsl::max(agenda_items::position))
        .get_result(tx.conn)?;
    let id = tx.id();
    diesel::insert_into(agenda_items::table)
        .values((
            agenda_items::id.eq(id),
            agenda_items::meeting_id.eq(meeting),
            agenda_items::position.eq(last.unwrap_or(0) + 1),
            agenda_items::kind.eq(kind),
            agenda_items::title.eq(title),
            agenda_items::minutes.eq(minutes),
            agenda_items::concern_id.eq(concern),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

pub fn place_item(tx: &mut Tx<'_>, item: AgendaItemId, position: i64) -> Result<()> {
    diesel::update(agenda_items::table.find(item)).set(agenda_items::position.eq(position)).execute(tx.conn)?;
    Ok(())
}

pub fn remove_item(tx: &mut Tx<'_>, item: AgendaItemId) -> Result<usize> {
    Ok(diesel::delete(agenda_items::table.find(item)).execute(tx.conn)?)
}

/// A committee's meetings that everybody may come to, the last ones first.
pub fn open_of(conn: &mut Conn, committee: CommitteeId, most: i64) -> Result<Vec<Meeting>> {
    Ok(meetings::table
        .filter(meetings::committee_id.eq(committee).and(meetings::audience.eq(MeetingAudience::Open)))
        .order((meetings::starts_at.desc(), meetings::id))
        .limit(most)
        .select(Meeting::as_select())
        .load(conn)?)
}
