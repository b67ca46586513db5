//! What the forms of a plan say, parsed.

use super::actions::{Change, NewPlan};
use super::model::{Plan, STOPS};
use crate::areas::Reference;
use crate::base::{Actor, AreaId, DAY, Entropy, HOUR, Time};
use crate::i18n::L;
use crate::patrols::forms::own_unit;
use crate::patrols::model::Mode;
use crate::patrols::quartiers_of;
use crate::web::Form;

/// How far ahead a patrol may be planned, in seconds: two weeks. Longer plans get known.
const AHEAD: i64 = 14 * DAY;
/// Numbers a draw may have: few enough to be copied by hand.
const DRAWS: u64 = 1_000_000;

pub(super) fn new_plan(form: &mut Form, actor: &Actor, r: &Reference, now: Time, chance: &Entropy) -> Option<NewPlan> {
    let unit = own_unit(form, actor, r);
    let leaves_at = form.time("leaves_at");
    if leaves_at.is_some_and(|at| at < now.plus(-HOUR) || at > now.plus(AHEAD)) {
        form.fail("leaves_at", L::plans_when_wrong);
    }
    let mode = form.pick("mode", Mode::parse);
    let headcount = form.number("headcount", 1, 60);
    let objective = form.line("objective", 3, 200);
    let stops = form.number("stops", STOPS.0, STOPS.1);
    let draw = form.number_maybe("draw", 0, DRAWS as i64 - 1);
    let value = || {
        let unit = unit?;
        Some(NewPlan {
            unit,
            leaves_at: leaves_at?,
            mode: mode?,
            headcount: headcount?,
            objective: objective?,
            stops: stops?,
            areas: quartiers_of(r, unit),
            draw: draw?.unwrap_or_else(|| chance.below(DRAWS) as i64),
        })
    };
    let value = value();
    form.done(value)
}

/// What is done with a stop: the button pressed says it.
pub(super) fn change(form: &mut Form) -> Option<Change> {
    let change = match form.value("do") {
        "earlier" => Some(Change::Earlier),
        "strike" => Some(Change::Strike),
        "restore" => Some(Change::Restore),
        "name" => form.line("place", 0, 120).map(Change::Name),
        _ => {
            form.fail("place", L::form_choose);
            None
        }
    };
    form.done(change)
}

/// A further stop.
pub(super) fn stop(form: &mut Form, r: &Reference) -> Option<(AreaId, String)> {
    let area = form.pick("area", |slug| r.quartier_at(slug).map(|a| a.id));
    let place = form.line("where", 0, 120);
    let value = area.zip(place);
    form.done(value)
}

/// When a sheet of paper says that they left; the outer `None` is a problem.
pub(super) fn departure(form: &mut Form, plan: &Plan, now: Time) -> Option<Option<Time>> {
    if form.value("started_at").is_empty() {
        return form.done(Some(None));
    }
    let at = form.time("started_at");
    if at.is_some_and(|at| !plan.left_on_paper(at, now)) {
        form.fail("started_at", L::plans_paper_wrong);
    }
    form.done(at.map(Some))
}

/// Why a plan is given up.
pub(super) fn reason(form: &mut Form) -> Option<String> {
    let reason = form.line("reason", 3, 200);
    form.done(reason)
}
