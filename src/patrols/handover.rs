//! Plans and patrols that change hands because whoever answered for them leaves (P9).

use diesel::prelude::*;

use super::model::{Patrol, State};
use super::plan::model::{GRACE, Plan, PlanState};
use crate::base::{AccountId, Actor, PatrolId, PlanId, Time, UnitId};
use crate::db::schema::{patrol_plans, patrols};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::ledger;
use crate::policy::{Deed, may};

/// Plans somebody made that still wait to leave.
pub(crate) fn plans_of(conn: &mut Conn, account: AccountId, unit: Option<UnitId>, now: Time) -> Result<Vec<Plan>> {
    let mut query = patrol_plans::table
        .filter(patrol_plans::made_by.eq(account).and(patrol_plans::state.eq(PlanState::Planned)))
        .filter(patrol_plans::leaves_at.ge(now.plus(-GRACE)))
        .into_boxed();
    if let Some(unit) = unit {
        query = query.filter(patrol_plans::unit_id.eq(unit));
    }
    Ok(query.order((patrol_plans::leaves_at, patrol_plans::id)).select(Plan::as_select()).load(conn)?)
}

/// Patrols somebody leads that are not over.
pub(crate) fn patrols_of(conn: &mut Conn, account: AccountId, unit: Option<UnitId>) -> Result<Vec<Patrol>> {
    let mut query =
        patrols::table.filter(patrols::leader_id.eq(account).and(patrols::state.eq(State::Open))).into_boxed();
    if let Some(unit) = unit {
        query = query.filter(patrols::unit_id.eq(unit));
    }
    Ok(query.order(patrols::started_at).select(Patrol::as_select()).load(conn)?)
}

/// Gives a plan to somebody else of the unit.
pub(crate) fn hand_plan(tx: &mut Tx<'_>, by: &Actor, id: PlanId, to: &Actor) -> Result<()> {
    let unit: UnitId = patrol_plans::table.find(id).select(patrol_plans::unit_id).first(tx.conn)?;
    let keeper = keeper(unit, to)?;
    diesel::update(patrol_plans::table.find(id)).set(patrol_plans::made_by.eq(keeper)).execute(tx.conn)?;
    ledger::record(tx, by, "plan.handover", format!("plan {id}"), &keeper.to_string())
}

/// Gives the lead of a patrol that is out to somebody else of the unit.
pub(crate) fn hand_patrol(tx: &mut Tx<'_>, by: &Actor, id: PatrolId, to: &Actor) -> Result<()> {
    let unit: UnitId = patrols::table.find(id).select(patrols::unit_id).first(tx.conn)?;
    let keeper = keeper(unit, to)?;
    diesel::update(patrols::table.find(id)).set(patrols::leader_id.eq(keeper)).execute(tx.conn)?;
    ledger::record(tx, by, "patrol.handover", format!("patrol {id}"), &keeper.to_string())
}

fn keeper(unit: UnitId, to: &Actor) -> Result<AccountId> {
    to.account().filter(|_| may(to, &Deed::LogPatrol(unit))).ok_or(Error::NotFound)
}

/// When these plans were to leave.
pub(crate) fn plan_times(conn: &mut Conn, ids: &[PlanId]) -> Result<Vec<(i64, Time)>> {
    let chosen = patrol_plans::table.filter(patrol_plans::id.eq_any(ids));
    Ok(chosen.select((patrol_plans::id, patrol_plans::leaves_at)).load(conn)?)
}

/// When these patrols left.
pub(crate) fn patrol_times(conn: &mut Conn, ids: &[PatrolId]) -> Result<Vec<(i64, Time)>> {
    let chosen = patrols::table.filter(patrols::id.eq_any(ids));
    Ok(chosen.select((patrols::id, patrols::started_at)).load(conn)?)
}
