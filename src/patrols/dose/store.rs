//! Visits in the database. SQL only.

use diesel::prelude::*;

use super::model::Visit;
use crate::base::{AreaId, Time, UnitId};
use crate::db::Conn;
use crate::db::schema::{patrol_stops, patrols};
use crate::error::Result;

type Row = (AreaId, Time, Option<Time>);

fn visit((area, arrived, left): Row) -> Visit {
    Visit { area, arrived, left }
}

/// A unit's visits within a span.
pub(super) fn visits(conn: &mut Conn, unit: UnitId, from: Time, to: Time) -> Result<Vec<Visit>> {
    let rows: Vec<Row> = patrol_stops::table
        .inner_join(patrols::table)
        .filter(patrols::unit_id.eq(unit))
        .filter(patrol_stops::arrived_at.ge(from).and(patrol_stops::arrived_at.lt(to)))
        .order((patrol_stops::arrived_at, patrol_stops::id))
        .select((patrol_stops::area_id, patrol_stops::arrived_at, patrol_stops::left_at))
        .load(conn)?;
    Ok(rows.into_iter().map(visit).collect())
}

/// When a unit was last in each quartier, before an instant.
pub(super) fn last_visits(conn: &mut Conn, unit: UnitId, before: Time) -> Result<Vec<(AreaId, Option<Time>)>> {
    use diesel::dsl::sql;
    use diesel::sql_types::{BigInt, Nullable};
    Ok(patrol_stops::table
        .inner_join(patrols::table)
        .filter(patrols::unit_id.eq(unit).and(patrol_stops::arrived_at.lt(before)))
        .group_by(patrol_stops::area_id)
        .select((patrol_stops::area_id, sql::<Nullable<BigInt>>("MAX(patrol_stops.arrived_at)")))
        .load(conn)?)
}

/// Arrivals of any unit in a quartier within a span.
pub(super) fn arrivals(conn: &mut Conn, area: AreaId, from: Time, to: Time) -> Result<Vec<Time>> {
    Ok(patrol_stops::table
        .filter(patrol_stops::area_id.eq(area))
        .filter(patrol_stops::arrived_at.ge(from).and(patrol_stops::arrived_at.lt(to)))
        .select(patrol_stops::arrived_at)
        .load(conn)?)
}
