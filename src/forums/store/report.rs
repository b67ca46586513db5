//! The unit's report to a meeting: how long its patrols stood in public, told without telling where or when (T7).

use diesel::prelude::*;

use crate::base::{Time, UnitId};
use crate::db::Conn;
use crate::db::schema::{patrol_stops, patrols};
use crate::error::Result;

/// Hours of stops of a unit's patrols that ended in a span of time. Only their sum leaves this function: no place, no day, no
/// patrol. The span is a whole month that is over, so that nothing of it says where anybody is now.
pub fn presence_hours(conn: &mut Conn, unit: UnitId, from: Time, to: Time) -> Result<i64> {
    let stops: Vec<(Time, Option<Time>)> = patrol_stops::table
        .inner_join(patrols::table)
        .filter(patrols::unit_id.eq(unit))
        .filter(patrol_stops::arrived_at.ge(from).and(patrol_stops::arrived_at.lt(to)))
        .filter(patrol_stops::left_at.is_not_null())
        .select((patrol_stops::arrived_at, patrol_stops::left_at))
        .load(conn)?;
    let seconds: i64 = stops.iter().filter_map(|(came, left)| left.map(|left| left.since(*came).max(0))).sum();
    Ok(seconds / crate::base::HOUR)
}
