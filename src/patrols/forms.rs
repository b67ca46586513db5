//! The forms of a patrol, parsed into what the deeds want.

use super::contacts::{Contacts, MOST, Met};
use super::model::{Course, Leaving, Mode, NewPatrol, NewStop, Patrol, Slip, Stop, Stopped, Which, begin, correct};
use crate::areas::{Area, Reference};
use crate::base::{Actor, ConcernId, ConcernNumber, StopId, Time, UnitId};
use crate::concerns;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::web::{Form, Problem};

/// Numbers a unit types by hand at one stop.
const TYPED: usize = 10;

fn sentence(slip: Slip) -> Problem {
    match slip {
        Slip::Future => L::patrols_slip_future,
        Slip::TooOld => L::patrols_slip_too_old,
        Slip::BeforeStart => L::patrols_slip_before_start,
        Slip::BeforeLastStop => L::patrols_slip_before_last,
        Slip::BeforeArrival => L::patrols_slip_before_arrival,
        Slip::AfterNextStop => L::patrols_slip_after_next,
    }
    .into()
}

/// A wrong time is shown beside its field; a wrong order ends the request with its own page.
fn checked<T>(form: &mut Form, name: &'static str, step: std::result::Result<T, Stopped>) -> Result<Option<T>> {
    match step {
        Ok(value) => Ok(Some(value)),
        Err(Stopped::Time(slip)) => {
            form.fail(name, sentence(slip));
            Ok(None)
        }
        Err(Stopped::Order(refusal)) => Err(Error::Refused(refusal)),
    }
}

/// A time that may be left empty: now. The outer `None` is a problem.
fn time_maybe(form: &mut Form, name: &'static str) -> Option<Option<Time>> {
    if form.value(name).is_empty() { Some(None) } else { form.time(name).map(Some) }
}

/// The actor's unit; who serves in several says which.
pub(super) fn own_unit(form: &mut Form, actor: &Actor, r: &Reference) -> Option<UnitId> {
    let own = actor.units();
    match own.as_slice() {
        [only] => Some(*only),
        _ => form.pick("unit", |slug| r.unit_at(slug).map(|u| u.id).filter(|u| own.contains(u))),
    }
}

pub(super) fn new_patrol(form: &mut Form, actor: &Actor, r: &Reference, now: Time) -> Result<Option<NewPatrol>> {
    let unit = own_unit(form, actor, r);
    let mode = form.pick("mode", Mode::parse);
    let headcount = form.number("headcount", 1, 60);
    let objective = form.line("objective", 3, 200);
    let started_at = time_maybe(form, "started_at");
    if let Some(at) = started_at {
        checked(form, "started_at", begin(at, now))?;
    }
    let value = || {
        Some(NewPatrol {
            unit: unit?,
            mode: mode?,
            headcount: headcount?,
            objective: objective?,
            started_at: started_at?,
        })
    };
    let value = value();
    Ok(form.done(value))
}

pub(super) fn new_stop(
    form: &mut Form,
    r: &Reference,
    patrol: &Patrol,
    stops: &[Stop],
    now: Time,
) -> Result<Option<NewStop>> {
    let way = checked(form, "at", Course::of(patrol, stops).on_the_way())?;
    let area = form.pick("area", |slug| r.quartier_at(slug).map(|a| a.id));
    let place = form.line("place", 2, 120);
    let at = time_maybe(form, "at");
    if let (Some(way), Some(at)) = (way, at) {
        checked(form, "at", way.arrive(at, now))?;
    }
    let value = || Some(NewStop { area: area?, place: place?, at: at? });
    let value = value();
    Ok(form.done(value))
}

/// Concerns by number, those the unit may cite.
pub(super) fn find_cited(conn: &mut Conn, unit: UnitId, numbers: &[ConcernNumber]) -> Result<Vec<Option<ConcernId>>> {
    let mut found = Vec::with_capacity(numbers.len());
    for number in numbers {
        let concern = concerns::store::find(conn, *number)?;
        found.push(concern.filter(|c| c.unit_id == unit && c.audience.is_open()).map(|c| c.id));
    }
    Ok(found)
}

/// The numbers ticked and typed. « 417 » is one of this year.
pub(super) fn numbers(form: &mut Form, now: Time) -> Vec<ConcernNumber> {
    let year = now.civil().year();
    let mut numbers: Vec<ConcernNumber> = form.all("concern").iter().filter_map(|n| n.parse().ok()).collect();
    let typed = form.value("numbers").to_owned();
    let words = typed.split([' ', ',', ';', '\n', '\u{a0}']).filter(|w| !w.is_empty());
    for word in words {
        let whole = word.trim_start_matches('0').parse::<i32>().ok().filter(|n| *n > 0);
        match (word.parse(), whole) {
            (Ok(number), _) => numbers.push(number),
            (Err(_), Some(serial)) => numbers.push(ConcernNumber { year: i32::from(year), serial }),
            _ => form.fail("numbers", L::patrols_number_unknown),
        }
    }
    if typed.len() > 400 || numbers.len() > TYPED + 100 {
        form.fail("numbers", L::patrols_number_unknown);
        numbers.clear();
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// With whom they spoke, a number a kind; an empty field is nobody.
fn contacts(form: &mut Form) -> Option<Contacts> {
    Met::ALL.iter().try_fold(Contacts::default(), |all, kind| {
        let count = form.number_maybe(kind.field(), 0, MOST)?;
        Some(all.with(*kind, count.unwrap_or(0)))
    })
}

pub(super) fn leaving(
    form: &mut Form,
    patrol: &Patrol,
    stops: &[Stop],
    stop: StopId,
    cited: &[Option<ConcernId>],
    now: Time,
) -> Result<Option<Leaving>> {
    let here = checked(form, "at", Course::of(patrol, stops).at_stop(stop))?;
    let contacts = contacts(form);
    let observation = form.words("observation", 0, 1_000);
    let at = time_maybe(form, "at");
    if let (Some(here), Some(at)) = (here, at) {
        checked(form, "at", here.leave(at, now))?;
    }
    let concerns: Vec<ConcernId> = cited.iter().flatten().copied().collect();
    if concerns.len() < cited.len() {
        form.fail("numbers", L::patrols_number_unknown);
    }
    let value = || Some(Leaving { at: at?, contacts: contacts?, observation: observation?, concerns });
    let value = value();
    Ok(form.done(value))
}

/// The two times of a stop, corrected.
pub(super) fn times(
    form: &mut Form,
    patrol: &Patrol,
    stops: &[Stop],
    stop: &Stop,
    now: Time,
) -> Option<(Time, Option<Time>)> {
    let arrived = form.time("arrived_at");
    let left = if stop.left_at.is_some() { form.time("left_at").map(Some) } else { Some(None) };
    let (arrived, left) = (arrived?, left?);
    if let Err((which, slip)) = correct(patrol, stops, stop.id, arrived, left, now) {
        let name = match which {
            Which::Arrived => "arrived_at",
            Which::Left => "left_at",
        };
        form.fail(name, sentence(slip));
    }
    form.done(Some((arrived, left)))
}

/// When it ended and what there is to say.
pub(super) fn closing(
    form: &mut Form,
    patrol: &Patrol,
    stops: &[Stop],
    now: Time,
) -> Result<Option<(Option<Time>, String)>> {
    let way = checked(form, "ended_at", Course::of(patrol, stops).on_the_way())?;
    let observations = form.words("observations", 0, 2_000);
    let at = time_maybe(form, "ended_at");
    if let (Some(way), Some(at)) = (way, at) {
        checked(form, "ended_at", way.end(at, now))?;
    }
    let value = at.zip(observations);
    Ok(form.done(value))
}

/// The quartiers a unit answers for, by routing; all of them where it answers for none by name.
pub(super) fn quartiers(r: &Reference, unit: UnitId) -> Vec<&Area> {
    let mut own: Vec<&Area> = r
        .communes()
        .flat_map(|commune| r.quartiers(commune.id))
        .filter(|q| {
            let rule = |place| r.routings.iter().find(|rule| rule.area_id == place && rule.category_id.is_none());
            rule(q.id).or_else(|| rule(q.parent_id?)).is_some_and(|rule| rule.unit_id == unit)
        })
        .collect();
    if own.is_empty() {
        own = r.communes().flat_map(|commune| r.quartiers(commune.id)).collect();
    }
    own
}
