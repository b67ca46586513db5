//! Calendars and feeds: what other programs read of meetings (M10). Nothing reserved is in them but the date and the place.

use std::sync::Arc;

use crate::areas::{AreaKind, Reference};
use crate::base::{DAY, MeetingId};
use crate::error::Error;
use crate::forums::model::calendar::{Event, atom, ics};
use crate::forums::model::{Meeting, MeetingState};
use crate::forums::pages::audience_word;
use crate::forums::store::meetings;
use crate::i18n::L;
use crate::urls;
use crate::web::{Answer, Cx};

const ICS: &str = "text/calendar; charset=utf-8";
const ATOM: &str = "application/atom+xml; charset=utf-8";

/// Calendars show so many days that are over.
const PAST_DAYS: i64 = 90;

fn event(l: L, r: &Reference, m: &Meeting) -> Event {
    let cancelled = m.state == MeetingState::Cancelled;
    let committee = r.committee(m.committee_id).map_or("–", |c| c.name(l.lang()));
    let mut words = format!("{committee}\n{}", audience_word(l, m.audience).as_str());
    if m.late {
        words.push_str(&format!("\n{}", l.forums_late().as_str()));
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
    let meeting = cx.read(move |conn| meetings::find(conn, id)).await?.ok_or(Error::NotFound)?;
    cx.file(ICS, ics(&meeting.title, &[event(L::new(cx.asked_lang()), &cx.r, &meeting)]))
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
    let found = cx.read(move |conn| meetings::calendar(conn, &committees, from)).await?;
    let l = L::new(cx.asked_lang());
    let events: Vec<Event> = found.iter().map(|m| event(l, &r, m)).collect();
    cx.file(ICS, ics(&area.name, &events))
}

async fn events(cx: &Cx) -> crate::error::Result<(crate::areas::Committee, Vec<Event>)> {
    let slug: String = cx.part("slug")?;
    let r = Arc::clone(&cx.r);
    let committee = r.committee_at(&slug).ok_or(Error::NotFound)?;
    let (id, from) = (committee.id, cx.now.plus(-PAST_DAYS * DAY));
    let found = cx.read(move |conn| meetings::calendar(conn, &[id], from)).await?;
    let l = L::new(cx.asked_lang());
    Ok((committee.clone(), found.iter().map(|m| event(l, &r, m)).collect()))
}

pub async fn committee(cx: Cx) -> Answer {
    let (committee, events) = events(&cx).await?;
    cx.file(ICS, ics(committee.name(cx.asked_lang()), &events))
}

pub async fn feed(cx: Cx) -> Answer {
    let (committee, mut events) = events(&cx).await?;
    events.sort_by_key(|e| std::cmp::Reverse(e.changed_at));
    let (lang, slug) = (cx.asked_lang(), committee.slug.as_str());
    let own = urls::committee_feed(lang, slug);
    let page = urls::forum(lang, slug);
    cx.file(ATOM, atom(&committee.id.to_string(), committee.name(lang), &own, &page, lang.code(), &events))
}
