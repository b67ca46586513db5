//! Police units: all of them, and the page of each (P10): how it is reached, where it answers, what it did with what it got.

use std::sync::Arc;

use askama::Template;

use super::areas::Link;
use super::home::meeting_line;
use crate::areas::{Reference, Unit};
use crate::base::{DAY, Lang};
use crate::concerns::causes;
use crate::concerns::figures::conduct::{self, Conduct, District};
use crate::concerns::figures::rules::{SMALLEST, Share, Told};
use crate::concerns::figures::{UNIT_DAYS, UnitCounts, of_unit, pace};
use crate::concerns::words;
use crate::error::Error;
use crate::forums::model::OwnerKind;
use crate::forums::{self, Promise};
use crate::i18n::{L, Text};
use crate::priorities::{self, Priority, State};
use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

/// A unit in the list.
struct Line<'a> {
    url: String,
    name: &'a str,
    area: &'a str,
    address: &'a str,
}

#[derive(Template)]
#[template(path = "home/units.html")]
struct UnitsPage<'a> {
    page: Page,
    units: Vec<Line<'a>>,
    /// Complaints about conduct and threats in the district, and the last day counted.
    district: (String, String, String),
}

/// All of them.
pub(super) async fn all(cx: Cx) -> Answer {
    let r = Arc::clone(&cx.r);
    let (l, lang, now) = (cx.l, cx.lang(), cx.now);
    let District { complaints, threats, until } = cx.read(move |conn| conduct::of_district(conn, now)).await?;
    let number = |least: Option<i64>| match least {
        Some(least) => l.units_at_least(l.number(least)),
        None => l.units_fewer(SMALLEST),
    };
    let units = r.units.iter().filter(|u| u.active).map(|u| Line {
        url: urls::unit(lang, u.slug.as_str()),
        name: &u.name,
        area: u.area_id.map_or("", |id| r.area_name(id)),
        address: &u.address,
    });
    cx.html(&UnitsPage {
        page: cx.page(),
        units: units.collect(),
        district: (number(complaints), number(threats), l.date(until.date())),
    })
}

#[derive(Template)]
#[template(path = "home/unit.html")]
struct UnitPage<'a> {
    page: Page,
    unit: &'a Unit,
    /// The number everybody may see: to call, and to read.
    phone: Option<(String, &'a str)>,
    /// What the unit puts first: those that stand, and those of before.
    priorities: (Vec<First>, Vec<First>),
    /// What the unit lacked in a year.
    causes: Vec<(Text, String)>,
    areas: Vec<Link<'a>>,
    meeting: Option<(String, String)>,
    promises: Vec<Promise>,
    received: String,
    in_time: String,
    in_time_of: String,
    late: String,
    is_late: bool,
    settled: String,
    /// What reporters say of the settled ones: word, and how many.
    said: Vec<(Text, String)>,
    /// How many complaints about conduct, how fast answered, and the last day counted.
    conduct: (String, String, String),
    /// How long a first answer and a closing take in the middle case.
    pace: Vec<(Text, String)>,
    /// True for a desk that takes nothing but what is sealed: there is nothing to count.
    sealed_only: bool,
    reasons: Vec<(Text, String)>,
}

/// Something the unit puts first.
struct First {
    lang: Lang,
    issue: String,
    action: String,
    dates: String,
    state: (&'static str, &'static str, Text),
    /// When it was last changed, of one that was.
    changed: String,
}

/// Priorities of before that are still told.
const BEFORE: usize = 5;

fn first(l: L, p: &Priority) -> First {
    First {
        lang: p.lang,
        issue: p.issue.clone(),
        action: p.action.clone(),
        dates: l.priority_dates(l.date(p.begins_on.date()), l.date(p.ends_on.date())),
        state: priorities::standing(l, p.state),
        changed: if p.version > 1 { l.priority_changed(l.date(p.at.civil().date())) } else { String::new() },
    }
}

/// One of them.
pub(super) async fn one(cx: Cx) -> Answer {
    let slug: String = cx.part("slug")?;
    let r = Arc::clone(&cx.r);
    let unit = r.unit_at(&slug).filter(|u| u.active).ok_or(Error::NotFound)?;
    let (id, now) = (unit.id, cx.now);
    let committees = unit.area_id.map(|area| r.committees_for(area)).unwrap_or_default();
    let (counts, meetings, promised, (ranked, lacked)) = cx
        .read(move |conn| {
            let promised = forums::open_commitments_of(conn, OwnerKind::Unit, id.raw())?;
            let pace = pace::of_units(conn, &[id], now.plus(-UNIT_DAYS * DAY), now.plus(1))?;
            let counts = (of_unit(conn, id, now)?, conduct::of_unit(conn, id, now)?, pace);
            let lacked = causes::of_unit(conn, id, now.plus(-UNIT_DAYS * DAY), now.plus(1))?;
            let first = (priorities::of_unit(conn, id)?, lacked);
            Ok((counts, forums::next_meetings(conn, now, &committees)?, promised, first))
        })
        .await?;
    let (counts, told, pace) = counts;
    let (l, page) = (cx.l, cx.page());
    let (in_time, in_time_of) = share(l, &counts);
    let (complaints, median) = complaints(l, &told);
    let said = [
        (l.units_confirmed(), counts.confirmed),
        (l.units_partly(), counts.partly),
        (l.units_silent(), counts.silent),
        (l.units_claimed(), counts.claimed),
    ];
    cx.html(&UnitPage {
        promises: Promise::list(&page, &r, &promised),
        page,
        unit,
        meeting: meetings.first().map(|m| (urls::meeting(cx.lang(), m.id), meeting_line(l, &r, m))),
        phone: unit
            .shown_phone()
            .map(|phone| (phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(), phone)),
        priorities: (
            ranked.iter().filter(|p| p.state == State::Standing).map(|p| first(l, p)).collect(),
            ranked.iter().filter(|p| p.state != State::Standing).take(BEFORE).map(|p| first(l, p)).collect(),
        ),
        causes: lacked
            .iter()
            .map(|(cause, cells)| (cause.word(l), Told::sum(cells)))
            .filter(|(_, told)| told.least() > 0)
            .map(|(word, told)| (word, told.say(l)))
            .collect(),
        areas: areas(&r, unit, cx.lang()),
        received: counts.received.say(l),
        in_time,
        in_time_of,
        late: counts.late.say(l),
        is_late: counts.late.least() > 0,
        settled: counts.settled.say(l),
        said: said.into_iter().map(|(word, n)| (word, n.say(l))).collect(),
        conduct: (complaints, median, l.date(told.until.date())),
        pace: vec![
            (l.clock_median_answer(), middle(l, pace.answer.told())),
            (l.clock_median_closing(), middle(l, pace.closing.told())),
        ],
        sealed_only: r.is_desk(unit.id) && r.routings.iter().all(|rule| rule.unit_id != unit.id),
        reasons: counts.reasons.iter().map(|(why, n)| (words::reason(l, *why), n.say(l))).collect(),
    })
}

/// « 31 h »; of too few, that they are too few.
fn middle(l: L, told: Option<i64>) -> String {
    told.map_or_else(|| l.units_too_few(SMALLEST), |seconds| l.span(seconds.max(0)))
}

/// « 72 % » and « sur 25 »; of too few, that they are too few.
fn share(l: L, counts: &UnitCounts) -> (String, String) {
    let of = || l.units_of(counts.due.say(l));
    match counts.in_time {
        Share::None => ("–".to_owned(), l.units_too_few(SMALLEST)),
        Share::Few => (Told::Few.say(l), of()),
        Share::AtLeast(part) => (format!("≥\u{a0}{}", l.percent(part)), of()),
        Share::Exactly(part) => (l.percent(part), of()),
    }
}

/// « Moins de 5 », or « au moins 10 » and half of them answered within so long.
fn complaints(l: L, told: &Conduct) -> (String, String) {
    let number = match told.least {
        Some(least) => l.units_at_least(l.number(least)),
        None => l.units_fewer(SMALLEST),
    };
    (number, told.median.map_or_else(String::new, |seconds| l.units_conduct_median(l.span(seconds.max(0)))))
}

/// Where it answers: the places whose general rule names it.
fn areas<'a>(r: &'a Reference, unit: &Unit, lang: Lang) -> Vec<Link<'a>> {
    let places = r.routings.iter().filter(|rule| rule.unit_id == unit.id && rule.category_id.is_none());
    let areas = places.filter_map(|rule| r.area(rule.area_id)).filter(|a| a.active);
    areas.map(|a| (urls::area(lang, a.slug.as_str()), a.name.as_str())).collect()
}
