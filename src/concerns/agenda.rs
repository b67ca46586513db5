//! A public concern is put on a meeting's agenda from its own page (M4): which meetings are to come, for whoever runs or chairs a
//! committee. Meetings are forums'; what is done with the choice is done there.

use diesel::prelude::*;

use super::model::{Concern, Event, EventKind};
use crate::areas::Reference;
use crate::base::{Actor, AreaId, CommitteeId, ConcernId, ConcernNumber, Day, MeetingId, Time, named};
use crate::db::Conn;
use crate::db::schema::{agenda_items, meetings};
use crate::error::Result;
use crate::i18n::L;
use crate::policy::{self, Deed};
use crate::urls;

/// Meetings offered at most.
const MOST: i64 = 12;

/// A meeting's state while it stands, as the room above keeps it.
const ANNOUNCED: &str = "announced";

/// The meetings to come of a reader's committees: when, and the title; those that have the concern, and those that may.
pub(crate) struct Coming {
    have: Vec<(MeetingId, Time, String)>,
    may: Vec<(MeetingId, Time, String)>,
}

/// The committees of a place whose agendas an actor fills.
fn committees(r: &Reference, actor: &Actor, area: AreaId) -> Vec<CommitteeId> {
    let here = r.moderators_of(area);
    let mut all = actor.committees();
    all.extend(actor.chaired());
    all.sort_unstable();
    all.dedup();
    all.retain(|id| here.contains(id) && policy::may(actor, &Deed::SeeCommittee(*id)));
    all
}

/// The meetings to come where a concern is, for somebody who fills an agenda there; nothing for anybody else.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn coming(
    conn: &mut Conn,
    r: &Reference,
    actor: &Actor,
    concern: &Concern,
    now: Time,
) -> Result<Option<Coming>> {
    let committees = committees(r, actor, concern.area_id);
    if committees.is_empty() {
        return Ok(None);
    }
    let all: Vec<(MeetingId, Time, String)> = meetings::table
        .filter(meetings::committee_id.eq_any(committees).and(meetings::starts_at.gt(now)))
        .filter(meetings::state.eq(ANNOUNCED))
        .order((meetings::starts_at, meetings::id))
        .limit(MOST)
        .select((meetings::id, meetings::starts_at, meetings::title))
        .load(conn)?;
    let ids: Vec<MeetingId> = all.iter().map(|(id, ..)| *id).collect();
    let with: Vec<MeetingId> = agenda_items::table
        .filter(agenda_items::meeting_id.eq_any(ids).and(agenda_items::concern_id.eq(concern.id)))
        .select(agenda_items::meeting_id)
        .load(conn)?;
    let (have, may) = all.into_iter().partition(|(id, ..)| with.contains(id));
    Ok(Some(Coming { have, may }))
}

named! {
    /// How it stands with the meeting that had a concern on its agenda.
    pub enum Stands {
        /// It comes.
        Ahead = "ahead",
        /// It was held.
        Held = "held",
        /// It was called off.
        Off = "off",
        /// The concern was taken off its agenda.
        Removed = "removed",
    }
}

/// Says of every « on the agenda » of a timeline how it stands now: a word before the day, which [`told`] reads; the day is the
/// meeting's, wherever it was moved.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn settle(conn: &mut Conn, concern: ConcernId, events: &mut [Event], now: Time) -> Result<()> {
    for event in events.iter_mut().filter(|event| event.kind == EventKind::Discussed) {
        let Ok(id) = event.was.parse::<MeetingId>() else { continue };
        let row: Option<(Time, String)> =
            meetings::table.find(id).select((meetings::starts_at, meetings::state)).first(conn).optional()?;
        let Some((at, state)) = row else { continue };
        let items: i64 = agenda_items::table
            .filter(agenda_items::meeting_id.eq(id).and(agenda_items::concern_id.eq(concern)))
            .count()
            .get_result(conn)?;
        let stands = match (items, state == ANNOUNCED) {
            (0, _) => Stands::Removed,
            (_, false) => Stands::Off,
            (_, true) if at > now => Stands::Ahead,
            (_, true) => Stands::Held,
        };
        event.became = format!("{stands} {}", at.day());
    }
    Ok(())
}

/// « Discuté au forum du 5 décembre 2026 »: what a timeline says of an agenda.
pub(crate) fn told(l: L, became: &str) -> String {
    let (stands, day) = became.split_once(' ').unwrap_or(("", became));
    let day = Day::parse(day).map_or_else(|| day.to_owned(), |day| l.date(day.date()));
    match Stands::parse(stands) {
        Some(Stands::Held) => l.event_was_discussed(day),
        Some(Stands::Off) => l.event_discussed_off(day),
        Some(Stands::Removed) => l.event_discussed_removed(day),
        Some(Stands::Ahead) | None => l.event_discussed(day),
    }
}

/// The meetings in words, and where the choice goes.
pub(crate) struct Choice {
    pub(crate) action: String,
    /// Values and words.
    pub(crate) meetings: Vec<(String, String)>,
    /// Where it stands already: the meeting's page, and its words.
    pub(crate) have: Vec<(String, String)>,
}

impl Choice {
    pub(crate) fn new(l: L, number: ConcernNumber, coming: &Coming) -> Choice {
        let said = |at: &Time, title: &str| format!("{} – {title}", l.short_date(at.civil().date()));
        Choice {
            action: urls::committee_concern_agenda(l.lang(), number),
            meetings: coming.may.iter().map(|(id, at, title)| (id.to_string(), said(at, title))).collect(),
            have: coming.have.iter().map(|(id, at, title)| (urls::meeting(l.lang(), *id), said(at, title))).collect(),
        }
    }
}
