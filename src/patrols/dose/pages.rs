//! The page of a unit's presence in a week, prepared for its template.

use std::collections::HashMap;

use askama::Template;

use super::model::{Dose, Place, Visit, least_served_first, seen_from};
use super::public::told_before;
use super::store;
use crate::areas::map::draw;
use crate::base::{AreaId, Day, PatrolId, Time, UnitId};
use crate::concerns;
use crate::db::Conn;
use crate::error::Result;
use crate::patrols::forms::quartiers;
use crate::patrols::model::Stop;
use crate::patrols::plan::{self, missed};
use crate::patrols::seen;
use crate::patrols::store::stops as stops_made;
use crate::web::{Cx, Page};
use crate::{urls, web};

/// Weeks of the strip, the chosen one the last.
const STRIP: i64 = 8;

/// What the page is made of.
pub(super) struct Read {
    visits: Vec<Visit>,
    last: HashMap<AreaId, Time>,
    open: HashMap<AreaId, i64>,
    plans: Vec<(plan::Plan, Vec<plan::PlannedStop>)>,
    made: Vec<Stop>,
    /// What people confirmed, by quartier and week.
    seen: Vec<(AreaId, Day, i64)>,
}

impl Read {
    /// Of a unit and the quartiers it answers for.
    pub(super) fn load(conn: &mut Conn, unit: UnitId, areas: &[AreaId], monday: Day) -> Result<Read> {
        let end = monday.plus(7).start();
        let plans = plan::between(conn, &[unit], monday.start(), end)?;
        let patrols: Vec<PatrolId> = plans.iter().filter_map(|(plan, _)| plan.patrol_id).collect();
        Ok(Read {
            visits: store::visits(conn, unit, monday.plus(-7 * (STRIP - 1)).start(), end)?,
            last: store::last_visits(conn, unit, end)?.into_iter().filter_map(|(a, at)| Some((a, at?))).collect(),
            open: concerns::store::open_by_area(conn, unit)?.into_iter().collect(),
            made: stops_made(conn, &patrols)?,
            seen: seen::weeks(conn, areas, monday.plus(-7 * (STRIP - 1)), monday.plus(7))?,
            plans,
        })
    }

    fn week(&self, monday: Day) -> impl Iterator<Item = &Visit> {
        self.visits.iter().filter(move |v| v.arrived.day().monday() == monday)
    }

    /// Planned stops of a quartier that counted, and how many of them were made; and every one that was not.
    fn planned(&self, now: Time) -> Vec<(&plan::PlannedStop, &plan::Plan, bool)> {
        let of = |(plan, stops): &'_ (plan::Plan, Vec<plan::PlannedStop>)| {
            let made: Vec<Stop> = self.made.iter().filter(|s| Some(s.patrol_id) == plan.patrol_id).cloned().collect();
            missed(stops, &made).into_iter().map(|s| s.id).collect::<Vec<_>>()
        };
        self.plans
            .iter()
            .filter(|(plan, _)| plan.counts(now))
            .flat_map(|both| {
                let missing = of(both);
                let (plan, stops) = both;
                stops.iter().filter(|s| !s.struck).map(move |s| (s, plan, !missing.contains(&s.id)))
            })
            .collect()
    }
}

/// A quartier on the map: the days since the last visit stand on it, and its colour says them too.
struct Spot {
    path: String,
    x: i64,
    y: i64,
    class: &'static str,
    mark: String,
    title: String,
    slug: String,
}

/// The map.
struct Drawing {
    width: i64,
    height: i64,
    spots: Vec<Spot>,
}

/// How a quartier is coloured: visited within four days, within a week, within the days chosen, longer ago or never.
fn shade(since: Option<i64>, days: i64) -> &'static str {
    match since {
        Some(n) if n >= days => "d3",
        None => "d3",
        Some(0..=3) => "d0",
        Some(4..=7) => "d1",
        Some(_) => "d2",
    }
}

/// A row of the table.
struct Row {
    slug: String,
    name: String,
    open: i64,
    visits: i64,
    minutes: String,
    median: String,
    share: String,
    since: String,
    per_hundred: String,
    plan: String,
    /// The bar's width, in hundredths of the largest.
    bar: i64,
    unvisited: bool,
}

/// A week of the strip.
struct Week {
    url: String,
    day: String,
    visits: i64,
    minutes: String,
    share: String,
    /// What people confirmed, once it may be told.
    seen: String,
    /// The column's height, in hundredths of the largest.
    height: i64,
    /// Where it stands, in the drawing's units.
    x: i64,
    here: bool,
}

#[derive(Template)]
#[template(path = "patrols/dose.html")]
pub(super) struct DosePage {
    page: Page,
    unit: String,
    units: Vec<(String, String, bool)>,
    week: String,
    days: i64,
    slug: String,
    monday: String,
    before: String,
    after: Option<String>,
    whole: Dose,
    minutes: String,
    median: String,
    share: String,
    map: Option<Drawing>,
    rows: Vec<Row>,
    weeks: Vec<Week>,
    missed: Vec<String>,
    unvisited: Vec<String>,
}

impl DosePage {
    pub(super) fn new(cx: &Cx, unit: UnitId, monday: Day, days: i64, read: Read) -> DosePage {
        let (l, r, lang) = (cx.l, &cx.r, cx.lang());
        let today = cx.now.day();
        let from = seen_from(monday, today);
        let planned = read.planned(cx.now);
        let mut places: Vec<Place> = quartiers(r, unit)
            .into_iter()
            .map(|area| {
                let id = area.id;
                let mine = || planned.iter().filter(move |(stop, _, _)| stop.area_id == id);
                Place {
                    area: id,
                    dose: Dose::of(read.week(monday).filter(|v| v.area == id)),
                    open: read.open.get(&id).copied().unwrap_or(0),
                    since: read.last.get(&id).map(|at| (from.0 - at.day().0).max(0)),
                    planned: mine().count() as i64,
                    made: mine().filter(|(_, _, made)| *made).count() as i64,
                }
            })
            .collect();
        least_served_first(&mut places);
        let most = places.iter().map(|p| p.dose.minutes).max().unwrap_or(0).max(1);
        let minutes = |n: i64| l.patrols_minutes(n);
        let none = || "–".to_owned();
        let since = |n: Option<i64>| n.map_or_else(|| l.dose_never().as_str().to_owned(), |n| l.dose_days(n));
        let row = |p: &Place| Row {
            slug: r.area_slug(p.area).to_owned(),
            name: r.area_name(p.area).to_owned(),
            open: p.open,
            visits: p.dose.visits,
            minutes: minutes(p.dose.minutes),
            median: p.dose.median.map_or_else(none, minutes),
            share: p.dose.share().map_or_else(none, |s| l.percent(s)),
            since: since(p.since),
            per_hundred: p.per_hundred().map_or_else(none, minutes),
            plan: if p.planned > 0 { l.plans_done(p.made, p.planned) } else { none() },
            bar: p.dose.minutes * 100 / most,
            unvisited: p.since.is_none_or(|n| n >= days),
        };
        let slug = r.unit_slug(unit);
        let address = |unit: &str, monday: Day| {
            let (week, days) = (monday.to_string(), days.to_string());
            urls::with_query(urls::dose(lang), &[("unit", unit), ("week", &week), ("days", &days)])
        };
        let strip: Vec<(Day, Dose)> =
            (0..STRIP).rev().map(|n| monday.plus(-7 * n)).map(|day| (day, Dose::of(read.week(day)))).collect();
        let tallest = strip.iter().map(|(_, dose)| dose.minutes).max().unwrap_or(0).max(1);
        let areas: Vec<AreaId> = places.iter().map(|p| p.area).collect();
        let told = told_before(today);
        let week = |(x, (day, dose)): (i64, &(Day, Dose))| Week {
            seen: if *day < told { seen::told(&read.seen, *day, &areas).say(l) } else { none() },
            url: address(slug, *day),
            day: l.short_date(day.date()),
            visits: dose.visits,
            minutes: minutes(dose.minutes),
            share: dose.share().map_or_else(none, |s| l.percent(s)),
            height: dose.minutes * 100 / tallest,
            x: x * 40,
            here: *day == monday,
        };
        let whole = Dose::of(read.week(monday));
        let name = |stop: &plan::PlannedStop, plan: &plan::Plan| {
            let place = if stop.place.is_empty() { String::new() } else { format!(", {}", stop.place) };
            format!("{}{place} – {}", r.area_name(stop.area_id), l.datetime(plan.leaves_at.civil()))
        };
        DosePage {
            page: cx.page(),
            unit: r.unit_name(unit).to_owned(),
            units: cx
                .actor
                .units()
                .iter()
                .filter_map(|u| r.unit(*u))
                .map(|u| (address(&u.slug, monday), u.name.clone(), u.id == unit))
                .collect(),
            week: l.date(monday.date()),
            days,
            monday: monday.to_string(),
            before: address(slug, monday.plus(-7)),
            after: (monday < today.monday()).then(|| address(slug, monday.plus(7))),
            minutes: minutes(whole.minutes),
            median: whole.median.map_or_else(none, minutes),
            share: whole.share().map_or_else(none, |s| l.percent(s)),
            whole,
            unvisited: places
                .iter()
                .filter(|p| p.since.is_none_or(|n| n >= days))
                .map(|p| format!("{} – {}", r.area_name(p.area), since(p.since)))
                .collect(),
            map: draw(r, quartiers(r, unit).into_iter(), |_| String::new()).map(|map| Drawing {
                width: map.width,
                height: map.height,
                spots: map
                    .spots
                    .into_iter()
                    .filter(|spot| !spot.path.is_empty())
                    .filter_map(|spot| {
                        let place = places.iter().find(|p| p.area == spot.area.id)?;
                        Some(Spot {
                            class: shade(place.since, days),
                            mark: place.since.map_or_else(|| "∅".to_owned(), |n| n.to_string()),
                            title: format!("{} – {}", spot.area.name, since(place.since)),
                            slug: spot.area.slug.clone(),
                            path: spot.path,
                            x: spot.at.0,
                            y: spot.at.1,
                        })
                    })
                    .collect(),
            }),
            rows: places.iter().map(row).collect(),
            weeks: (0..).zip(&strip).map(week).collect(),
            missed: planned.iter().filter(|(_, _, made)| !made).map(|(stop, plan, _)| name(stop, plan)).collect(),
            slug: slug.to_owned(),
        }
    }
}
