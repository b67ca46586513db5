//! Plans in the database, and the figures they are drawn by. SQL only.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::{LOOK_BACK, Need, Origin, Plan, PlanState, PlannedStop, days_since, missed};
use crate::base::{AccountId, AreaId, DAY, PatrolId, PlanId, PlannedStopId, Time, UnitId};
use crate::concerns;
use crate::db::schema::{patrol_plans, patrol_stops, patrols, planned_stops};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::patrols::model::Mode;
use crate::patrols::store::stops as stops_made;
use crate::web::{Cursor, Slice};

/// What each of these quartiers needs of a unit now.
pub(super) fn needs(conn: &mut Conn, unit: UnitId, areas: &[AreaId], now: Time) -> Result<Vec<Need>> {
    let open: HashMap<AreaId, i64> = concerns::store::open_by_area(conn, unit)?.into_iter().collect();
    let visits: Vec<(AreaId, Time, Option<Time>)> = patrol_stops::table
        .inner_join(patrols::table)
        .filter(patrols::unit_id.eq(unit).and(patrol_stops::arrived_at.ge(now.plus(-LOOK_BACK * DAY))))
        .select((patrol_stops::area_id, patrol_stops::arrived_at, patrol_stops::left_at))
        .load(conn)?;
    let need = |area: AreaId| {
        let here = || visits.iter().filter(move |(a, _, _)| *a == area);
        let minutes = |(_, from, to): &(AreaId, Time, Option<Time>)| to.unwrap_or(now).since(*from).max(0) / 60;
        Need {
            area,
            open: open.get(&area).copied().unwrap_or(0),
            since: days_since(here().map(|(_, at, _)| *at).max(), now),
            stayed: here().map(minutes).sum(),
        }
    };
    Ok(areas.iter().copied().map(need).collect())
}

/// A plan to be written.
pub(super) struct Row<'a> {
    pub(super) id: PlanId,
    pub(super) unit: UnitId,
    pub(super) leaves_at: Time,
    pub(super) mode: Mode,
    pub(super) headcount: i64,
    pub(super) objective: &'a str,
    pub(super) draw: i64,
    pub(super) by: AccountId,
}

pub(super) fn insert(tx: &mut Tx<'_>, row: &Row<'_>) -> Result<()> {
    diesel::insert_into(patrol_plans::table)
        .values((
            patrol_plans::id.eq(row.id),
            patrol_plans::unit_id.eq(row.unit),
            patrol_plans::leaves_at.eq(row.leaves_at),
            patrol_plans::mode.eq(row.mode),
            patrol_plans::headcount.eq(row.headcount),
            patrol_plans::objective.eq(row.objective),
            patrol_plans::draw.eq(row.draw),
            patrol_plans::state.eq(PlanState::Planned),
            patrol_plans::reason.eq(""),
            patrol_plans::made_by.eq(row.by),
            patrol_plans::made_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

pub(super) fn insert_stop(
    tx: &mut Tx<'_>,
    plan: PlanId,
    position: i64,
    need: &Need,
    place: &str,
    origin: Origin,
) -> Result<()> {
    diesel::insert_into(planned_stops::table)
        .values((
            planned_stops::id.eq(tx.id::<crate::base::PlannedStop>()),
            planned_stops::plan_id.eq(plan),
            planned_stops::position.eq(position),
            planned_stops::area_id.eq(need.area),
            planned_stops::place.eq(place),
            planned_stops::origin.eq(origin),
            planned_stops::struck.eq(false),
            planned_stops::open_concerns.eq(need.open),
            planned_stops::days_since.eq(need.since),
            planned_stops::stayed.eq(need.stayed),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// A plan and its stops in order, struck ones among them.
pub(super) fn load(conn: &mut Conn, id: PlanId) -> Result<(Plan, Vec<PlannedStop>)> {
    let plan = patrol_plans::table.find(id).select(Plan::as_select()).first(conn).optional()?.ok_or(Error::NotFound)?;
    Ok((plan, stops(conn, &[id])?))
}

/// Stops of some plans, in order.
pub(super) fn stops(conn: &mut Conn, plans: &[PlanId]) -> Result<Vec<PlannedStop>> {
    Ok(planned_stops::table
        .filter(planned_stops::plan_id.eq_any(plans))
        .order((planned_stops::plan_id, planned_stops::position, planned_stops::id))
        .select(PlannedStop::as_select())
        .load(conn)?)
}

/// A page of plans of some units, the latest departure first.
pub(super) fn page(conn: &mut Conn, units: &[UnitId], after: Option<Cursor>) -> Result<Slice<Plan>> {
    let mut query = patrol_plans::table.filter(patrol_plans::unit_id.eq_any(units)).into_boxed();
    if let Some(Cursor { key, id }) = after {
        let (at, id) = (Time(key), PlanId::new(id));
        query = query
            .filter(patrol_plans::leaves_at.lt(at).or(patrol_plans::leaves_at.eq(at).and(patrol_plans::id.lt(id))));
    }
    let rows = query
        .order((patrol_plans::leaves_at.desc(), patrol_plans::id.desc()))
        .limit(Slice::<Plan>::LIMIT)
        .select(Plan::as_select())
        .load(conn)?;
    Ok(Slice::cut(rows, |p: &Plan| Cursor { key: p.leaves_at.seconds(), id: p.id.raw() }))
}

/// Plans of some units that were to leave within a span, with their stops.
pub(in crate::patrols) fn between(
    conn: &mut Conn,
    units: &[UnitId],
    from: Time,
    to: Time,
) -> Result<Vec<(Plan, Vec<PlannedStop>)>> {
    let plans: Vec<Plan> = patrol_plans::table
        .filter(patrol_plans::unit_id.eq_any(units))
        .filter(patrol_plans::leaves_at.ge(from).and(patrol_plans::leaves_at.lt(to)))
        .order((patrol_plans::leaves_at, patrol_plans::id))
        .select(Plan::as_select())
        .load(conn)?;
    let ids: Vec<PlanId> = plans.iter().map(|p| p.id).collect();
    let all = stops(conn, &ids)?;
    let of = |plan: &Plan| all.iter().filter(|s| s.plan_id == plan.id).cloned().collect();
    Ok(plans.into_iter().map(|plan| (of(&plan), plan)).map(|(stops, plan)| (plan, stops)).collect())
}

/// The stops of the plan a patrol left on that it has not made yet.
pub(in crate::patrols) fn ahead_of(conn: &mut Conn, patrol: PatrolId) -> Result<Vec<PlannedStop>> {
    let plan: Option<PlanId> = patrol_plans::table
        .filter(patrol_plans::patrol_id.eq(patrol))
        .select(patrol_plans::id)
        .first(conn)
        .optional()?;
    let Some(plan) = plan else { return Ok(Vec::new()) };
    let planned = stops(conn, &[plan])?;
    let made = stops_made(conn, &[patrol])?;
    Ok(missed(&planned, &made).into_iter().cloned().collect())
}

/// Stops of one plan, in order.
pub(in crate::patrols) fn stops_of(conn: &mut Conn, plan: PlanId) -> Result<Vec<PlannedStop>> {
    stops(conn, &[plan])
}

/// The patrol that left on a plan of a unit.
pub(in crate::patrols) fn patrol_of(conn: &mut Conn, unit: UnitId, plan: PlanId) -> Result<Option<PatrolId>> {
    let found: Option<Option<PatrolId>> = patrol_plans::table
        .find(plan)
        .filter(patrol_plans::unit_id.eq(unit))
        .select(patrol_plans::patrol_id)
        .first(conn)
        .optional()?;
    Ok(found.flatten())
}

/// Notes that a patrol left on a plan of its unit, when the plan still waits; noted on a phone, it may come after the chief gave
/// the plan up, and then the plan stays as the chief left it.
pub(in crate::patrols) fn went(tx: &mut Tx<'_>, unit: UnitId, plan: PlanId, patrol: PatrolId) -> Result<()> {
    let waiting = patrol_plans::table
        .find(plan)
        .filter(patrol_plans::unit_id.eq(unit).and(patrol_plans::state.eq(PlanState::Planned)));
    diesel::update(waiting)
        .set((patrol_plans::state.eq(PlanState::Gone), patrol_plans::patrol_id.eq(patrol)))
        .execute(tx.conn)?;
    Ok(())
}

/// Plans of some units whose hour has come or comes within a day: what an officer may leave on now.
pub(in crate::patrols) fn ready(conn: &mut Conn, units: &[UnitId], now: Time) -> Result<Vec<Plan>> {
    Ok(patrol_plans::table
        .filter(patrol_plans::unit_id.eq_any(units).and(patrol_plans::state.eq(PlanState::Planned)))
        .filter(patrol_plans::leaves_at.ge(now.plus(-super::model::GRACE)))
        .filter(patrol_plans::leaves_at.lt(now.plus(DAY)))
        .order((patrol_plans::leaves_at, patrol_plans::id))
        .limit(5)
        .select(Plan::as_select())
        .load(conn)?)
}

/// Names a stop's place, strikes it out or takes it back.
pub(super) fn set_stop(tx: &mut Tx<'_>, stop: PlannedStopId, place: &str, struck: bool) -> Result<()> {
    diesel::update(planned_stops::table.find(stop))
        .set((planned_stops::place.eq(place), planned_stops::struck.eq(struck)))
        .execute(tx.conn)?;
    Ok(())
}

/// Gives a stop its place in the order.
pub(super) fn set_position(tx: &mut Tx<'_>, stop: PlannedStopId, position: i64) -> Result<()> {
    diesel::update(planned_stops::table.find(stop)).set(planned_stops::position.eq(position)).execute(tx.conn)?;
    Ok(())
}

/// Ends a plan that still waits: the patrol left, or the chief gave it up.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    id: PlanId,
    state: PlanState,
    patrol: Option<PatrolId>,
    reason: &str,
) -> Result<()> {
    let waiting = patrol_plans::table.find(id).filter(patrol_plans::state.eq(PlanState::Planned));
    let settled = diesel::update(waiting)
        .set((patrol_plans::state.eq(state), patrol_plans::patrol_id.eq(patrol), patrol_plans::reason.eq(reason)))
        .execute(tx.conn)?;
    if settled == 0 { Err(Error::Refused(Refusal::AlreadyDone)) } else { Ok(()) }
}
