//! Meetings and agendas, read and written.

use diesel::prelude::*;

use crate::base::{AgendaItemId, CommitteeId, ConcernId, MeetingId, Time};
use crate::db::schema::{agenda_items, meetings, minutes};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::forums::model::{AgendaItem, ItemKind, Meeting, MeetingDraft, MeetingState, MinutesState};
use crate::web::{Cursor, Slice};

pub fn find(conn: &mut Conn, id: MeetingId) -> Result<Option<Meeting>> {
    Ok(meetings::table.find(id).select(Meeting::as_select()).get_result(conn).optional()?)
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

/// A committee's past and cancelled meetings, newest first.
pub fn past(conn: &mut Conn, committee: CommitteeId, now: Time, after: Option<Cursor>) -> Result<Slice<Meeting>> {
    let mut query = meetings::table
        .filter(meetings::committee_id.eq(committee).and(meetings::starts_at.lt(now)))
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

/// Meetings held before an instant that have no public minutes, oldest first: of these committees, or of all.
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

/// A committee's last meeting that was held before an instant.
pub fn last_held(conn: &mut Conn, committee: CommitteeId, before: Time) -> Result<Option<Meeting>> {
    Ok(meetings::table
        .filter(meetings::committee_id.eq(committee).and(meetings::starts_at.lt(before)))
        .filter(meetings::state.eq(MeetingState::Announced))
        .order((meetings::starts_at.desc(), meetings::id.desc()))
        .select(Meeting::as_select())
        .first(conn)
        .optional()?)
}

pub fn insert(tx: &mut Tx<'_>, id: MeetingId, committee: CommitteeId, m: &MeetingDraft, late: bool) -> Result<()> {
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
        ))
        .execute(tx.conn)?)
}

pub fn cancel(tx: &mut Tx<'_>, id: MeetingId, reason: &str) -> Result<usize> {
    Ok(diesel::update(meetings::table.find(id).filter(meetings::state.eq(MeetingState::Announced)))
        .set((meetings::state.eq(MeetingState::Cancelled), meetings::cancel_reason.eq(reason)))
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
