//! What a phone takes along for a night: quartiers, tonight's plans, patrols that are out, and numbers of open concerns. Of
//! residents nothing else: no word, no kind, no landmark.

use serde::Serialize;

use super::batch::{HeadSaid, StopSaid};
use super::store;
use crate::areas::Reference;
use crate::base::{DAY, PatrolId, PlanId, PlannedStopId, StopId, Time, UnitId};
use crate::concerns;
use crate::db::Conn;
use crate::error::Result;
use crate::patrols::forms::quartiers;
use crate::patrols::model::{Mode, Patrol, Stop};
use crate::patrols::plan::{self, Plan};
use crate::patrols::store as rows;

/// How far back a patrol that is out may have begun, to be joined.
const OUT: i64 = 2 * DAY;

/// All of it.
#[derive(Serialize)]
pub(super) struct Kit {
    /// For the delivery that follows.
    pub(super) token: String,
    pub(super) units: Vec<UnitKit>,
}

/// What one unit's officer needs.
#[derive(Serialize)]
pub(super) struct UnitKit {
    slug: String,
    name: String,
    /// Address and name.
    quartiers: Vec<(String, String)>,
    plans: Vec<PlanKit>,
    out: Vec<OutKit>,
    /// A quartier's address and a concern's number.
    concerns: Vec<(String, String)>,
}

#[derive(Serialize)]
struct PlanKit {
    id: PlanId,
    leaves: i64,
    mode: Mode,
    headcount: i64,
    objective: String,
    stops: Vec<Ahead>,
}

#[derive(Serialize)]
struct Ahead {
    id: PlannedStopId,
    area: String,
    place: String,
}

#[derive(Serialize)]
struct OutKit {
    id: PatrolId,
    said: HeadSaid,
    stops: Vec<(StopId, StopSaid)>,
    ahead: Vec<Ahead>,
}

fn ahead(r: &Reference, stops: &[plan::PlannedStop]) -> Vec<Ahead> {
    let one = |s: &plan::PlannedStop| {
        let place = if s.place.is_empty() { r.area_name(s.area_id).to_owned() } else { s.place.clone() };
        Ahead { id: s.id, area: r.area_slug(s.area_id).to_owned(), place }
    };
    stops.iter().filter(|s| !s.struck).map(one).collect()
}

/// What a unit's officer takes along now.
pub(super) fn of_unit(conn: &mut Conn, r: &Reference, unit: UnitId, now: Time) -> Result<UnitKit> {
    let mut plans = Vec::new();
    for p in plan::ready(conn, &[unit], now)? {
        let stops = ahead(r, &plan::stops_of(conn, p.id)?);
        let Plan { mode, headcount, .. } = p;
        plans.push(PlanKit { id: p.id, leaves: p.leaves_at.seconds(), mode, headcount, objective: p.objective, stops });
    }
    let mut out = Vec::new();
    for (patrol, stops) in store::out(conn, &[unit], now.plus(-OUT))? {
        out.push(out_kit(conn, r, &patrol, &stops)?);
    }
    let numbers = concerns::store::open_numbers(conn, unit)?;
    Ok(UnitKit {
        slug: r.unit_slug(unit).to_owned(),
        name: r.unit_name(unit).to_owned(),
        quartiers: quartiers(r, unit).into_iter().map(|a| (a.slug.clone(), a.name.clone())).collect(),
        plans,
        out,
        concerns: numbers
            .into_iter()
            .map(|(area, number)| (r.area_slug(area).to_owned(), number.to_string()))
            .collect(),
    })
}

fn out_kit(conn: &mut Conn, r: &Reference, patrol: &Patrol, stops: &[Stop]) -> Result<OutKit> {
    let ids: Vec<StopId> = stops.iter().map(|s| s.id).collect();
    let cited = rows::cited(conn, &ids)?;
    let mut said = Vec::new();
    for stop in stops {
        let numbers = cited.iter().filter(|(s, _)| *s == stop.id).map(|(_, number)| number.to_string());
        said.push((
            stop.id,
            StopSaid {
                area: r.area_slug(stop.area_id).to_owned(),
                place: stop.place.clone(),
                arrived: stop.arrived_at.seconds(),
                left: stop.left_at.map(Time::seconds),
                met: store::met(conn, stop.id)?.some().collect(),
                observation: stop.observation.clone(),
                concerns: numbers.collect(),
            },
        ));
    }
    let left = plan::ahead_of(conn, patrol.id)?;
    let head = HeadSaid {
        mode: patrol.mode,
        headcount: patrol.headcount,
        objective: patrol.objective.clone(),
        started: patrol.started_at.seconds(),
        ended: None,
        observations: patrol.observations.clone(),
    };
    Ok(OutKit { id: patrol.id, said: head, stops: said, ahead: ahead(r, &left) })
}
