//! Deeds on plans: permitted, checked, stored, recorded in the ledger.

use super::model::{Need, Origin, Plan, PlanState, PlannedStop, STOPS, draw};
use super::store;
use crate::base::{AccountId, Actor, AreaId, PatrolId, PlanId, PlannedStopId, Time, UnitId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::patrols::actions as patrols;
use crate::patrols::model::{Mode, NewPatrol};
use crate::policy::{Deed, permit};

/// A patrol to be planned.
#[derive(Debug, Clone)]
pub(crate) struct NewPlan {
    /// Whose.
    pub(crate) unit: UnitId,
    /// When it is to leave.
    pub(crate) leaves_at: Time,
    /// How it goes.
    pub(crate) mode: Mode,
    /// How many go.
    pub(crate) headcount: i64,
    /// What for.
    pub(crate) objective: String,
    /// How many stops, within [`STOPS`].
    pub(crate) stops: i64,
    /// The quartiers to draw from: those the unit answers for.
    pub(crate) areas: Vec<AreaId>,
    /// The number of the draw.
    pub(crate) draw: i64,
}

/// What the chief does with a stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// Makes it earlier by one.
    Earlier,
    /// Strikes it out.
    Strike,
    /// Takes it back.
    Restore,
    /// Says where exactly.
    Name(String),
}

fn object(id: PlanId) -> String {
    format!("plan {id}")
}

/// Draws a plan (T3). Returns its id.
pub(crate) fn plan(tx: &mut Tx<'_>, actor: &Actor, new: &NewPlan) -> Result<PlanId> {
    permit(actor, &Deed::PlanPatrol(new.unit))?;
    let by: AccountId = actor.account().ok_or(Error::SignIn)?;
    let id: PlanId = tx.id();
    let needs = store::needs(tx.conn, new.unit, &new.areas, tx.now)?;
    let drawn = draw(new.draw, &needs, usize::try_from(new.stops).map_err(Error::internal)?);
    let row = store::Row {
        id,
        unit: new.unit,
        leaves_at: new.leaves_at,
        mode: new.mode,
        headcount: new.headcount,
        objective: &new.objective,
        draw: new.draw,
        by,
    };
    store::insert(tx, &row)?;
    for (position, need) in (1..).zip(&drawn) {
        store::insert_stop(tx, id, position, need, "", Origin::Drawn)?;
    }
    ledger::record(tx, actor, "plan.draw", object(id), &format!("draw {} {} stops", new.draw, drawn.len()))?;
    Ok(id)
}

/// A plan of the chief's unit that still waits.
fn waiting(tx: &mut Tx<'_>, actor: &Actor, id: PlanId) -> Result<(Plan, Vec<PlannedStop>)> {
    let (plan, stops) = store::load(tx.conn, id)?;
    permit(actor, &Deed::PlanPatrol(plan.unit_id))?;
    match plan.state {
        PlanState::Planned => Ok((plan, stops)),
        PlanState::Gone | PlanState::Dropped => Err(Error::Refused(Refusal::AlreadyDone)),
    }
}

fn kept(stops: &[PlannedStop]) -> i64 {
    stops.iter().filter(|s| !s.struck).count() as i64
}

/// Changes one stop; what was drawn stays readable.
pub(crate) fn change(tx: &mut Tx<'_>, actor: &Actor, id: PlanId, stop: PlannedStopId, change: &Change) -> Result<()> {
    let (_, stops) = waiting(tx, actor, id)?;
    let at = stops.iter().position(|s| s.id == stop).ok_or(Error::NotFound)?;
    let here = &stops[at];
    let said = match change {
        Change::Earlier => {
            let before = stops[..at].iter().rev().find(|s| !s.struck).ok_or(Error::Refused(Refusal::AlreadyDone))?;
            store::set_position(tx, here.id, before.position)?;
            store::set_position(tx, before.id, here.position)?;
            "earlier"
        }
        Change::Strike if here.struck || kept(&stops) == 1 => return Err(Error::Refused(Refusal::AlreadyDone)),
        Change::Restore if !here.struck || kept(&stops) >= STOPS.1 => {
            return Err(Error::Refused(Refusal::AlreadyDone));
        }
        Change::Strike => {
            store::set_stop(tx, stop, &here.place, true)?;
            "struck"
        }
        Change::Restore => {
            store::set_stop(tx, stop, &here.place, false)?;
            "restored"
        }
        Change::Name(place) => {
            store::set_stop(tx, stop, place, here.struck)?;
            "named"
        }
    };
    ledger::record(tx, actor, "plan.change", object(id), &format!("{stop} {said}"))
}

/// Adds a stop of the chief's own choice.
pub(crate) fn add(tx: &mut Tx<'_>, actor: &Actor, id: PlanId, area: AreaId, place: &str) -> Result<()> {
    let (plan, stops) = waiting(tx, actor, id)?;
    if kept(&stops) >= STOPS.1 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let need: Need = *store::needs(tx.conn, plan.unit_id, &[area], tx.now)?.first().ok_or(Error::NotFound)?;
    let position = stops.iter().map(|s| s.position).max().unwrap_or(0) + 1;
    store::insert_stop(tx, id, position, &need, place, Origin::Chosen)?;
    ledger::record(tx, actor, "plan.add", object(id), "")
}

/// Gives the plan up, with a reason the unit reads.
pub(crate) fn give_up(tx: &mut Tx<'_>, actor: &Actor, id: PlanId, reason: &str) -> Result<()> {
    waiting(tx, actor, id)?;
    store::settle(tx, id, PlanState::Dropped, None, reason)?;
    ledger::record(tx, actor, "plan.drop", object(id), "")
}

/// Leaves on the plan: whoever leaves leads the patrol. Not once its night is over, unless a sheet of paper says when they left.
pub(crate) fn depart(tx: &mut Tx<'_>, actor: &Actor, id: PlanId, at: Option<Time>) -> Result<PatrolId> {
    let (plan, _) = store::load(tx.conn, id)?;
    permit(actor, &Deed::LogPatrol(plan.unit_id))?;
    let may = at.map_or(!plan.is_over(tx.now), |at| plan.left_on_paper(at, tx.now));
    if plan.state != PlanState::Planned || !may {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let patrol = patrols::open(
        tx,
        actor,
        &NewPatrol {
            unit: plan.unit_id,
            mode: plan.mode,
            headcount: plan.headcount,
            objective: plan.objective,
            started_at: at,
        },
    )?;
    store::settle(tx, id, PlanState::Gone, Some(patrol), "")?;
    ledger::record(tx, actor, "plan.leave", object(id), &patrol.to_string())?;
    Ok(patrol)
}
