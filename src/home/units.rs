//! Police units: all of them, and the page of each (P10): how it is reached, where it answers, what it did with what it got.

use std::sync::Arc;

use askama::Template;

use super::areas::Link;
use super::home::meeting_line;
use crate::areas::{Reference, Unit};
use crate::base::Lang;
use crate::concerns::figures::{SMALLEST, UnitCounts, of_unit, told};
use crate::concerns::words;
use crate::error::Error;
use crate::forums::model::OwnerKind;
use crate::forums::{self, Promise};
use crate::i18n::{L, Text};
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
}

/// All of them.
pub(super) async fn all(cx: Cx) -> Answer {
    let r = Arc::clone(&cx.r);
    let lang = cx.lang();
    let units = r.units.iter().filter(|u| u.active).map(|u| Line {
        url: urls::unit(lang, u.slug.as_str()),
        name: &u.name,
        area: u.area_id.map_or("", |id| r.area_name(id)),
        address: &u.address,
    });
    cx.html(&UnitsPage { page: cx.page(), units: units.collect() })
}

#[derive(Template)]
#[template(path = "home/unit.html")]
struct UnitPage<'a> {
    page: Page,
    unit: &'a Unit,
    tel: String,
    areas: Vec<Link<'a>>,
    meeting: Option<(String, String)>,
    promises: Vec<Promise>,
    received: String,
    in_time: String,
    in_time_of: String,
    late: String,
    is_late: bool,
    settled: String,
    confirmed: String,
    reasons: Vec<(Text, String)>,
}

/// One of them.
pub(super) async fn one(cx: Cx) -> Answer {
    let slug: String = cx.part("slug")?;
    let r = Arc::clone(&cx.r);
    let unit = r.unit_at(&slug).filter(|u| u.active).ok_or(Error::NotFound)?;
    let (id, now) = (unit.id, cx.now);
    let committees = unit.area_id.map(|area| r.committees_for(area)).unwrap_or_default();
    let (counts, meetings, promised) = cx
        .read(move |conn| {
            let promised = forums::open_commitments_of(conn, OwnerKind::Unit, id.raw())?;
            Ok((of_unit(conn, id, now)?, forums::next_meetings(conn, now, &committees)?, promised))
        })
        .await?;
    let (l, page) = (cx.l, cx.page());
    let (in_time, in_time_of) = share(l, &counts);
    cx.html(&UnitPage {
        promises: Promise::list(&page, &r, &promised),
        page,
        unit,
        meeting: meetings.first().map(|m| (urls::meeting(cx.lang(), m.id), meeting_line(l, &r, m))),
        tel: unit.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
        areas: areas(&r, unit, cx.lang()),
        received: told(l, counts.received),
        in_time,
        in_time_of,
        late: told(l, counts.late),
        is_late: counts.late > 0,
        settled: told(l, counts.settled),
        confirmed: told(l, counts.confirmed),
        reasons: counts.reasons.iter().map(|(why, n)| (words::reason(l, *why), told(l, *n))).collect(),
    })
}

/// « 72 % » and « 18 sur 25 »; of too few, that they are too few.
fn share(l: L, counts: &UnitCounts) -> (String, String) {
    if counts.due < SMALLEST {
        return ("–".to_owned(), l.units_too_few(SMALLEST));
    }
    let few = |count: i64| (1..SMALLEST).contains(&count);
    let share = counts.in_time as f64 / counts.due as f64;
    // A share of a small count would tell the count, and so would what is missing to the whole.
    if few(counts.in_time) {
        (told(l, counts.in_time), l.units_of(l.number(counts.due)))
    } else if few(counts.due - counts.in_time) {
        let tens = (share * 10.0).floor() / 10.0;
        (format!("≥ {}", l.percent(tens)), l.units_few_late(SMALLEST))
    } else {
        (l.percent(share), l.units_share(l.number(counts.in_time), l.number(counts.due)))
    }
}

/// Where it answers: the places whose general rule names it.
fn areas<'a>(r: &'a Reference, unit: &Unit, lang: Lang) -> Vec<Link<'a>> {
    let places = r.routings.iter().filter(|rule| rule.unit_id == unit.id && rule.category_id.is_none());
    let areas = places.filter_map(|rule| r.area(rule.area_id)).filter(|a| a.active);
    areas.map(|a| (urls::area(lang, a.slug.as_str()), a.name.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_few_is_not_told_exactly() {
        let l = L::new(Lang::Fr);
        let said = |in_time, due| share(l, &UnitCounts { in_time, due, ..UnitCounts::default() }).0;
        assert_eq!(said(2, 4), "–");
        assert_eq!(said(2, 20), "<5");
        assert_eq!(said(18, 25), "72\u{202f}%");
        assert_eq!(said(59, 62), "≥ 90\u{202f}%");
        assert_eq!(said(62, 62), "100\u{202f}%");
    }
}
