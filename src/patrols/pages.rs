//! What the pages of patrols show, prepared for their templates.

use std::collections::HashMap;

use askama::Template;

use super::contacts::{Contacts, Met};
use super::field::{self, Twice};
use super::model::{Course, Mode, Patrol, State, Stop};
use super::plan::{self, Ahead};
use super::{forms, routes, store};
use crate::base::{AccountId, Time, UnitId};
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::{L, Text};
use crate::web::{Cursor, Cx, Form, Page, Slice};
use crate::{urls, web};

pub(super) fn mode_word(l: L, mode: Mode) -> Text {
    match mode {
        Mode::Foot => l.patrols_foot(),
        Mode::Moto => l.patrols_moto(),
        Mode::Vehicle => l.patrols_vehicle(),
    }
}

/// « 19 h 40 – 19 h 52 ».
fn between(l: L, from: Time, to: Option<Time>) -> String {
    let time = |at: Time| l.time(at.civil().time());
    match to {
        Some(to) => format!("{} – {}", time(from), time(to)),
        None => time(from),
    }
}

/// A line of the list.
pub(super) struct Line {
    url: String,
    day: String,
    time: String,
    unit: String,
    leader: String,
    mode: Text,
    headcount: i64,
    stops: usize,
    /// Minutes spent at stops, as « 12 min ».
    stayed: String,
    objective: String,
    open: bool,
}

/// A page of patrols with what the lines need.
pub(super) struct Read {
    ready: Vec<plan::Plan>,
    slice: Slice<Patrol>,
    stops: Vec<Stop>,
    names: HashMap<AccountId, String>,
}

#[derive(Template)]
#[template(path = "patrols/list.html")]
pub(super) struct List {
    page: Page,
    units: String,
    several: bool,
    /// Plans to leave on now.
    ready: Vec<(String, String)>,
    lines: Vec<Line>,
    next: Option<String>,
    later: bool,
}

impl List {
    pub(super) fn read(conn: &mut Conn, units: &[UnitId], after: Option<Cursor>, now: Time) -> Result<Read> {
        let slice = store::page(conn, units, after)?;
        let ids: Vec<_> = slice.items.iter().map(|p| p.id).collect();
        let leaders: Vec<_> = slice.items.iter().map(|p| p.leader_id).collect();
        Ok(Read {
            ready: plan::ready(conn, units, now)?,
            stops: store::stops(conn, &ids)?,
            names: store::names(conn, &leaders)?.into_iter().collect(),
            slice,
        })
    }

    pub(super) fn page(cx: &Cx, read: Read) -> List {
        let (l, own) = (cx.l, cx.actor.units());
        let Read { ready, slice, stops, names } = read;
        let next = slice.next.map(|c| urls::with_query(urls::patrols(cx.lang()), &[("after", &c.to_string())]));
        let line = |p: Patrol| {
            let mine: Vec<&Stop> = stops.iter().filter(|s| s.patrol_id == p.id).collect();
            let minutes: i64 = mine.iter().map(|s| s.minutes(cx.now)).sum();
            Line {
                url: urls::patrol(cx.lang(), p.id),
                day: l.date(p.started_at.civil().date()),
                time: between(l, p.started_at, p.ended_at),
                unit: cx.r.unit_name(p.unit_id).to_owned(),
                leader: names.get(&p.leader_id).cloned().unwrap_or_default(),
                mode: mode_word(l, p.mode),
                headcount: p.headcount,
                stops: mine.len(),
                stayed: l.patrols_minutes(minutes),
                objective: p.objective,
                open: p.state == State::Open,
            }
        };
        List {
            page: cx.page(),
            units: own.iter().map(|u| cx.r.unit_name(*u)).collect::<Vec<_>>().join(", "),
            several: own.len() > 1,
            ready: ready
                .iter()
                .map(|p| {
                    (urls::plan(cx.lang(), p.id), format!("{} · {}", l.datetime(p.leaves_at.civil()), p.objective))
                })
                .collect(),
            lines: slice.items.into_iter().map(line).collect(),
            next,
            later: cx.cursor().is_some(),
        }
    }
}

#[derive(Template)]
#[template(path = "patrols/new.html")]
pub(super) struct New {
    page: Page,
    form: Form,
    units: Vec<(String, String)>,
    modes: Vec<(&'static str, Text, String)>,
}

impl New {
    pub(super) fn page(cx: &Cx, form: Form) -> New {
        let own = cx.actor.units();
        let units = own.iter().filter_map(|u| cx.r.unit(*u)).map(|u| (u.slug.clone(), u.name.clone())).collect();
        let modes = Mode::ALL.iter().map(|m| (m.as_str(), mode_word(cx.l, *m), String::new())).collect();
        New { page: cx.page(), form, units, modes }
    }
}

/// A stop as it is listed.
struct StopLine {
    place: String,
    quartier: String,
    times: String,
    stayed: String,
    open: bool,
    contacts: i64,
    /// « Habitants : 3 », by kind.
    met: String,
    observation: String,
    cited: Vec<(String, String)>,
    correct: String,
}

/// A concern that may be cited.
struct Box {
    number: String,
    icon: String,
    category: String,
    words: String,
    ticked: bool,
}

/// The stop where the patrol is now.
struct Here {
    place: String,
    quartier: String,
    since: String,
    leave: String,
    boxes: Vec<Box>,
}

#[derive(Template)]
#[template(path = "patrols/show.html")]
pub(super) struct Show {
    page: Page,
    form: Form,
    unit: String,
    leader: String,
    day: String,
    times: String,
    mode: Text,
    headcount: i64,
    objective: String,
    observations: String,
    closed: bool,
    here: Option<Here>,
    stops: Vec<StopLine>,
    contacts: i64,
    stayed: String,
    quartiers: Vec<(String, String)>,
    arrive: String,
    /// Planned stops not made yet.
    ahead: Vec<Ahead>,
    closure: String,
    /// True when what was just sent is wrong and belongs to the ending.
    ending: bool,
    /// True when a time was typed: its panel stands open.
    timed: bool,
    /// Fields of the kinds of people.
    kinds: Vec<(&'static str, Text)>,
    /// What two people noted differently.
    twice: Vec<Twice>,
    /// Clocks of phones that were off.
    clocks: Vec<String>,
}

/// Concerns offered to be ticked; more are typed by number.
const BOXES: usize = 8;

impl Show {
    pub(super) async fn page(cx: &Cx, patrol: Patrol, stops: Vec<Stop>, mut form: Form) -> Result<Show> {
        let (l, lang) = (cx.l, cx.lang());
        let ids: Vec<_> = stops.iter().map(|s| s.id).collect();
        let leader = patrol.leader_id;
        let id = patrol.id;
        let (cited, met, names, ahead, told) = cx
            .read(move |conn| {
                let (cited, met) = (store::cited(conn, &ids)?, store::met(conn, &ids)?);
                Ok((cited, met, store::names(conn, &[leader])?, plan::ahead_of(conn, id)?, field::read(conn, id)?))
            })
            .await?;
        // Someone else may have ended the patrol before a stop was left.
        let until = patrol.ended_at.unwrap_or(cx.now);
        let briefs = routes::to_cite(cx, &patrol, &stops).await?;
        let line = |stop: &Stop| StopLine {
            place: stop.place.clone(),
            quartier: cx.r.area_name(stop.area_id).to_owned(),
            times: between(l, stop.arrived_at, stop.left_at),
            stayed: l.patrols_minutes(stop.minutes(until)),
            open: stop.left_at.is_none() && patrol.state == State::Open,
            contacts: stop.contacts,
            met: met
                .iter()
                .filter(|(s, ..)| *s == stop.id)
                .fold(Contacts::default(), |all, (_, kind, n)| all.with(*kind, *n))
                .say(l),
            observation: stop.observation.clone(),
            cited: cited
                .iter()
                .filter(|(s, _)| *s == stop.id)
                .map(|(_, number)| (number.to_string(), urls::desk_concern(lang, number)))
                .collect(),
            correct: urls::patrol_stop_times(lang, patrol.id, stop.id),
        };
        let boxes = || {
            let tick = |b: &crate::concerns::Brief| {
                let category = cx.r.category(b.category_id);
                let number = b.number().to_string();
                Box {
                    ticked: form.is("concern", &number),
                    icon: category.map(|c| c.icon.clone()).unwrap_or_default(),
                    category: category.map(|c| c.name(lang).to_owned()).unwrap_or_default(),
                    words: shortened(&b.words, 90),
                    number,
                }
            };
            briefs.iter().take(BOXES).map(tick).collect()
        };
        let here = match Course::of(&patrol, &stops) {
            Course::AtStop(at) => stops.iter().find(|s| s.id == at.stop).map(|stop| Here {
                place: stop.place.clone(),
                quartier: cx.r.area_name(stop.area_id).to_owned(),
                since: l.patrols_since(l.patrols_minutes(stop.minutes(cx.now))),
                leave: urls::patrol_stop(lang, patrol.id, stop.id),
                boxes: boxes(),
            }),
            _ => None,
        };
        if let Some(last) = stops.last().and_then(|s| cx.r.area(s.area_id)) {
            form.preset("area", last.slug.clone());
        }
        let minutes: i64 = stops.iter().map(|s| s.minutes(until)).sum();
        Ok(Show {
            kinds: Met::ALL.iter().map(|k| (k.field(), k.word(l))).collect(),
            twice: told.twice(l, &stops),
            clocks: told.clocks(l),
            page: cx.page(),
            unit: cx.r.unit_name(patrol.unit_id).to_owned(),
            leader: names.into_iter().next().map(|(_, name)| name).unwrap_or_default(),
            day: l.weekday_date(patrol.started_at.civil().date()),
            times: between(l, patrol.started_at, patrol.ended_at),
            mode: mode_word(l, patrol.mode),
            headcount: patrol.headcount,
            objective: patrol.objective.clone(),
            observations: patrol.observations.clone(),
            closed: patrol.state == State::Closed,
            here,
            stops: stops.iter().map(line).collect(),
            contacts: stops.iter().map(|s| s.contacts).sum(),
            stayed: l.patrols_minutes(minutes),
            quartiers: forms::quartiers(&cx.r, patrol.unit_id)
                .into_iter()
                .map(|q| (q.slug.clone(), q.name.clone()))
                .collect(),
            arrive: urls::patrol_stops(lang, patrol.id),
            ahead: ahead.iter().filter_map(|stop| Ahead::new(cx, stop)).collect(),
            closure: urls::patrol_closure(lang, patrol.id),
            ending: form.has_problem("ended_at") || form.has_problem("observations"),
            timed: !form.value("at").is_empty(),
            form,
        })
    }
}

/// The first words of a text.
fn shortened(text: &str, length: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(length) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

#[derive(Template)]
#[template(path = "patrols/times.html")]
pub(super) struct Times {
    page: Page,
    form: Form,
    place: String,
    left: bool,
    back: String,
}

impl Times {
    pub(super) fn page(cx: &Cx, patrol: &Patrol, stop: &Stop, form: Form) -> Times {
        let place = format!("{}, {}", stop.place, cx.r.area_name(stop.area_id));
        Times { page: cx.page(), form, place, left: stop.left_at.is_some(), back: urls::patrol(cx.lang(), patrol.id) }
    }
}
