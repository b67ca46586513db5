//! Calendars and feeds: what other programs read of meetings (M10). Nothing reserved is in them but the date and the place.

use std::sync::Arc;

use crate::areas::{AreaKind, Reference};
use crate::base::{CommitteeId, DAY, MeetingId, Time};
use crate::error::{Error, Result};
use crate::forums::model::calendar::{Event, atom, ics};
use crate::forums::model::{Meeting, MeetingState, Move};
use crate::forums::pages::{audience_word, when};
use crate::forums::store::meetings;
use crate::i18n::L;
use crate::urls;
use crate::web::{Answer, Cx};

const ICS: &str = "text/calendar; charset=utf-8";
const ATOM: &str = "application/atom+xml; charset=utf-8";

/// Calendars show so many days that are over.
const PAST_DAYS: i64 = 90;

/// A meeting with how it was moved last: where and when it was before is told wherever it is read.
fn event(l: L, r: &Reference, m: &Meeting, moved: Option<&Move>) -> Event {
    let cancelled = m.state == MeetingState::Cancelled;
    let committee = r.committee(m.committee_id).map_or("–", |c| c.name(l.lang()));
    let mut words = format!("{committee}\n{}", audience_word(l, m.audience).as_str());
    if m.came_late() {
        words.push_str(&format!("\n{}", l.forums_late().as_str()));
    }
    if let Some(was) = moved {
        let moved = l.meet_moved(l.date(was.at.civil().date()), &was.was_place, when(l, was.was_at));
        words.push_str(&format!("\n{moved}"));
    }
    if cancelled {
        words.push_str(&format!("\n{} {}", l.forums_cancelled_why().as_str(), m.cancel_reason));
    }
    Event {
        uid: m.id.to_string(),
        sequence: m.sequence,
        changed_at: m.changed_at,
        starts_at: m.starts_at,
        title: m.title.clone(),
        place: format!("{}, {}, {}", m.place, m.landmark, r.place_name(m.area_id)),
        words,
        cancelled,
        url: urls::meeting(l.lang(), m.id),
    }
}

pub async fn meeting(cx: Cx) -> Answer {
    let id: MeetingId = cx.id("id")?;
    let (meeting, moves) = cx
        .read(move |conn| {
            let meeting = meetings::find(conn, id)?.ok_or(Error::NotFound)?;
            Ok((meeting, meetings::last_moves(conn, &[id])?))
        })
        .await?;
    let event = event(L::new(cx.asked_lang()), &cx.r, &meeting, moves.get(&id));
    cx.file(ICS, ics(&meeting.title, &[event]))
}

/// The meetings of these committees from an instant on.
async fn told(cx: &Cx, r: &Reference, committees: Vec<CommitteeId>, from: Time) -> Result<Vec<Event>> {
    let (found, moves) = cx
        .read(move |conn| {
            let found = meetings::calendar(conn, &committees, from)?;
            let ids: Vec<MeetingId> = found.iter().map(|m| m.id).collect();
            let moves = meetings::last_moves(conn, &ids)?;
            Ok((found, moves))
        })
        .await?;
    let l = L::new(cx.asked_lang());
    Ok(found.iter().map(|m| event(l, r, m, moves.get(&m.id))).collect())
}

/// The meetings that concern a place: its forum's and its commune's committee's; of a commune, its quartiers' forums too.
pub async fn area(cx: Cx) -> Answer {
    let slug: String = cx.part("slug")?;
    let r = Arc::clone(&cx.r);
    let area = r.area_at(&slug).filter(|a| a.active).ok_or(Error::NotFound)?;
    let mut committees = r.committees_for(area.id);
    if area.kind == AreaKind::Commune {
        committees.extend(r.quartiers(area.id).flat_map(|q| r.committees_for(q.id)));
    }
    let from = cx.now.plus(-PAST_DAYS * DAY);
    let events = told(&cx, &r, committees, from).await?;
    cx.file(ICS, ics(&area.name, &events))
}

async fn events(cx: &Cx) -> Result<(crate::areas::Committee, Vec<Event>)> {
    let slug: String = cx.part("slug")?;
    let r = Arc::clone(&cx.r);
    let committee = r.committee_at(&slug).ok_or(Error::NotFound)?;
    let events = told(cx, &r, vec![committee.id], cx.now.plus(-PAST_DAYS * DAY)).await?;
    Ok((committee.clone(), events))
}

pub async fn committee(cx: Cx) -> Answer {
    let (committee, events) = events(&cx).await?;
    cx.file(ICS, ics(committee.name(cx.asked_lang()), &events))
}

pub async fn feed(cx: Cx) -> Answer {
    let (committee, mut events) = events(&cx).await?;
    let l = L::new(cx.asked_lang());
    for event in &mut events {
        // A feed's reader has no field for the hour: the summary says it first.
        event.words = format!("{}\n{}", when(l, event.starts_at), event.words);
    }
    events.sort_by_key(|e| std::cmp::Reverse(e.changed_at));
    let (lang, slug) = (cx.asked_lang(), committee.slug.as_str());
    let own = urls::committee_feed(lang, slug);
    let page = urls::forum(lang, slug);
    cx.file(ATOM, atom(&committee.id.to_string(), committee.name(lang), &own, &page, lang.code(), &events))
}
