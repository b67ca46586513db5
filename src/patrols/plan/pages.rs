//! What the pages of plans show, prepared for their templates.

use std::collections::HashMap;

use askama::Template;

use super::model::{Need, Origin, Plan, PlanState, PlannedStop, STOPS, missed};
use super::store;
use crate::base::{PatrolId, Time, UnitId};
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::{L, Text};
use crate::patrols::contacts::Met;
use crate::patrols::forms::quartiers;
use crate::patrols::model::{Mode, Stop};
use crate::patrols::pages::mode_word;
use crate::patrols::store::stops as stops_made;
use crate::policy::{Deed, may};
use crate::web::{Cursor, Cx, Form, Page, Slice};
use crate::{urls, web};

/// What became of a plan, with its colour and drawing.
struct Standing {
    class: &'static str,
    icon: &'static str,
    word: Text,
}

fn standing(l: L, plan: &Plan, now: Time) -> Standing {
    let (class, icon, word) = match plan.state {
        PlanState::Gone => ("resolved", "ok", l.plans_gone()),
        PlanState::Dropped => ("closed", "closed", l.plans_dropped()),
        PlanState::Planned if plan.is_over(now) => ("reopened", "late", l.plans_missed()),
        PlanState::Planned => ("received", "calendar", l.plans_planned()),
    };
    Standing { class, icon, word }
}

/// « Fadjiguila, petit marché ».
fn place(cx: &Cx, stop: &PlannedStop) -> String {
    let quartier = cx.r.area_name(stop.area_id);
    if stop.place.is_empty() { quartier.to_owned() } else { format!("{quartier}, {}", stop.place) }
}

/// A planned stop that a patrol has not made yet: one tap arrives there.
pub(in crate::patrols) struct Ahead {
    pub(in crate::patrols) area: String,
    pub(in crate::patrols) place: String,
    pub(in crate::patrols) name: String,
}

impl Ahead {
    pub(in crate::patrols) fn new(cx: &Cx, stop: &PlannedStop) -> Option<Ahead> {
        let area = cx.r.area(stop.area_id)?;
        let at = if stop.place.is_empty() { area.name.clone() } else { stop.place.clone() };
        Some(Ahead { area: area.slug.clone(), place: at, name: place(cx, stop) })
    }
}

/// A line of the list.
struct Line {
    url: String,
    when: String,
    unit: String,
    objective: String,
    stops: String,
    standing: Standing,
    /// « 2 sur 3 », once it is known.
    done: String,
    /// Names of the stops that were not made.
    missed: String,
}

/// A page of plans with what the lines need.
pub(super) struct Read {
    slice: Slice<Plan>,
    planned: Vec<PlannedStop>,
    made: Vec<Stop>,
}

#[derive(Template)]
#[template(path = "patrols/plans.html")]
pub(super) struct List {
    page: Page,
    units: String,
    several: bool,
    leads: bool,
    lines: Vec<Line>,
    next: Option<String>,
    later: bool,
}

impl List {
    pub(super) fn read(conn: &mut Conn, units: &[UnitId], after: Option<Cursor>) -> Result<Read> {
        let slice = store::page(conn, units, after)?;
        let ids: Vec<_> = slice.items.iter().map(|p| p.id).collect();
        let patrols: Vec<PatrolId> = slice.items.iter().filter_map(|p| p.patrol_id).collect();
        Ok(Read { planned: store::stops(conn, &ids)?, made: stops_made(conn, &patrols)?, slice })
    }

    pub(super) fn page(cx: &Cx, read: Read) -> List {
        let own = cx.actor.units();
        let Read { slice, planned, made } = read;
        let next = slice.next.map(|c| urls::with_query(urls::plans(cx.lang()), &[("after", &c.to_string())]));
        let line = |plan: &Plan| {
            let stops: Vec<PlannedStop> = planned.iter().filter(|s| s.plan_id == plan.id).cloned().collect();
            let kept: Vec<String> = stops.iter().filter(|s| !s.struck).map(|s| place(cx, s)).collect();
            let (done, missed) = outcome(cx, plan, &stops, &made);
            Line {
                url: urls::plan(cx.lang(), plan.id),
                when: cx.l.datetime(plan.leaves_at.civil()),
                unit: cx.r.unit_name(plan.unit_id).to_owned(),
                objective: plan.objective.clone(),
                stops: kept.join(" · "),
                standing: standing(cx.l, plan, cx.now),
                done,
                missed,
            }
        };
        List {
            page: cx.page(),
            units: own.iter().map(|u| cx.r.unit_name(*u)).collect::<Vec<_>>().join(", "),
            several: own.len() > 1,
            leads: own.iter().any(|u| may(&cx.actor, &Deed::PlanPatrol(*u))),
            lines: slice.items.iter().map(line).collect(),
            next,
            later: cx.cursor().is_some(),
        }
    }
}

/// How many of the stops were made, and the names of those that were not; empty while that is open.
fn outcome(cx: &Cx, plan: &Plan, stops: &[PlannedStop], made: &[Stop]) -> (String, String) {
    if !plan.counts(cx.now) {
        return (String::new(), String::new());
    }
    let made: Vec<Stop> = made.iter().filter(|s| Some(s.patrol_id) == plan.patrol_id).cloned().collect();
    let left = missed(stops, &made);
    let planned = stops.iter().filter(|s| !s.struck).count();
    let names: Vec<String> = left.iter().map(|s| place(cx, s)).collect();
    (cx.l.plans_done(planned - left.len(), planned), names.join(" · "))
}

#[derive(Template)]
#[template(path = "patrols/plan_new.html")]
pub(super) struct New {
    page: Page,
    form: Form,
    units: Vec<(String, String)>,
    modes: Vec<(&'static str, Text, String)>,
    counts: Vec<(String, String)>,
}

impl New {
    pub(super) fn page(cx: &Cx, form: Form) -> New {
        let own = cx.actor.units();
        let units = own.iter().filter_map(|u| cx.r.unit(*u)).map(|u| (u.slug.clone(), u.name.clone())).collect();
        let modes = Mode::ALL.iter().map(|m| (m.as_str(), mode_word(cx.l, *m), String::new())).collect();
        let counts = (STOPS.0..=STOPS.1).map(|n| (n.to_string(), n.to_string())).collect();
        New { page: cx.page(), form, units, modes, counts }
    }
}

/// A stop of the plan, with why.
struct StopLine {
    url: String,
    name: String,
    place: String,
    why: String,
    chosen: bool,
    /// Offered to be made earlier.
    moves: bool,
}

#[derive(Template)]
#[template(path = "patrols/plan.html")]
pub(super) struct Show {
    page: Page,
    form: Form,
    unit: String,
    when: String,
    mode: Text,
    headcount: i64,
    objective: String,
    draw: String,
    standing: Standing,
    reason: String,
    kept: Vec<StopLine>,
    struck: Vec<StopLine>,
    leads: bool,
    /// True while somebody may leave on it.
    waits: bool,
    /// True while nobody left on it, and a sheet of paper may say otherwise.
    paper: bool,
    /// Words above the columns of the sheet.
    kinds: Vec<Text>,
    more: bool,
    quartiers: Vec<(String, String)>,
    urls: HashMap<&'static str, String>,
    patrol: Option<String>,
    done: String,
    missed: String,
    quitting: bool,
}

impl Show {
    pub(super) async fn page(cx: &Cx, plan: Plan, stops: Vec<PlannedStop>, form: Form) -> Result<Show> {
        let (l, lang) = (cx.l, cx.lang());
        let patrol: Vec<PatrolId> = plan.patrol_id.into_iter().collect();
        let made = cx.read(move |conn| stops_made(conn, &patrol)).await?;
        let (done, missed) = outcome(cx, &plan, &stops, &made);
        let waits = plan.state == PlanState::Planned && !plan.is_over(cx.now);
        let leads = waits && may(&cx.actor, &Deed::PlanPatrol(plan.unit_id));
        let first = stops.iter().find(|s| !s.struck).map(|s| s.id);
        let line = |stop: &PlannedStop| StopLine {
            url: urls::plan_stop(lang, plan.id, stop.id),
            name: place(cx, stop),
            place: stop.place.clone(),
            why: why(l, stop),
            chosen: stop.origin == Origin::Chosen,
            moves: Some(stop.id) != first,
        };
        let (struck, kept): (Vec<&PlannedStop>, Vec<&PlannedStop>) = stops.iter().partition(|s| s.struck);
        let addresses = [
            ("add", urls::plan_stops(lang, plan.id)),
            ("leave", urls::plan_departure(lang, plan.id)),
            ("end", urls::plan_end(lang, plan.id)),
        ];
        Ok(Show {
            page: cx.page(),
            unit: cx.r.unit_name(plan.unit_id).to_owned(),
            when: l.datetime(plan.leaves_at.civil()),
            mode: mode_word(l, plan.mode),
            headcount: plan.headcount,
            objective: plan.objective.clone(),
            draw: l.number(plan.draw),
            standing: standing(l, &plan, cx.now),
            reason: plan.reason.clone(),
            more: (kept.len() as i64) < STOPS.1,
            kept: kept.into_iter().map(line).collect(),
            struck: struck.into_iter().map(line).collect(),
            leads,
            waits,
            paper: plan.state == PlanState::Planned && plan.leaves_at <= cx.now,
            kinds: Met::ALL.iter().map(|k| k.word(l)).collect(),
            quartiers: quartiers(&cx.r, plan.unit_id).into_iter().map(|q| (q.slug.clone(), q.name.clone())).collect(),
            urls: HashMap::from(addresses),
            patrol: plan.patrol_id.map(|id| urls::patrol(lang, id)),
            done,
            missed,
            quitting: form.has_problem("reason"),
            form,
        })
    }

    fn to(&self, name: &str) -> &str {
        self.urls.get(name).map_or("", String::as_str)
    }
}

/// Why it was drawn: « 7 préoccupations ouvertes · dernière visite il y a 12 jours · 35 min en 28 jours ».
fn why(l: L, stop: &PlannedStop) -> String {
    let visit = match stop.days_since {
        Some(days) => l.plans_why_days(days),
        None => l.plans_why_never().as_str().to_owned(),
    };
    let need = Need { area: stop.area_id, open: stop.open_concerns, since: stop.days_since, stayed: stop.stayed };
    let mut why = vec![l.plans_why_open(stop.open_concerns), visit, l.plans_why_stayed(stop.stayed)];
    why.extend(need.dose().map(|dose| l.plans_why_dose(dose)));
    why.join(" · ")
}
