//! Marks, conflicts and deliveries in the database, and rows as a phone left them. SQL only.

use diesel::prelude::*;

use super::batch::{HeadSaid, StopSaid};
use crate::base::{
    AccountId, AreaId, PatrolConflict, PatrolConflictId, PatrolDelivery, PatrolId, PlannedStopId, StopId, Time, named,
};
use crate::db::schema::{
    accounts, patrol_conflicts, patrol_deliveries, patrol_marks, patrol_stops, patrols, stop_contacts,
};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::patrols::contacts::{Contacts, Met};
use crate::patrols::model::{Patrol, State, Stop};

named! {
    /// What of a patrol or a stop was said twice.
    pub enum Field {
        /// Where.
        Place = "place",
        /// When they arrived.
        Arrived = "arrived",
        /// When they left.
        Left = "left",
        /// Residents met.
        Residents = "residents",
        /// Traders met.
        Traders = "traders",
        /// Young people met.
        Young = "young",
        /// Leaders met.
        Leaders = "leaders",
        /// What they noted at a stop.
        Observation = "observation",
        /// A number that no concern of the unit has.
        Number = "number",
        /// How the patrol goes.
        Mode = "mode",
        /// How many went.
        Headcount = "headcount",
        /// What for.
        Objective = "objective",
        /// When it began.
        Started = "started",
        /// When it ended.
        Ended = "ended",
        /// What there is to say of the whole.
        Observations = "observations",
    }
}

impl Field {
    /// The field of a kind of people.
    pub(super) const fn met(kind: Met) -> Field {
        match kind {
            Met::Residents => Field::Residents,
            Met::Traders => Field::Traders,
            Met::Young => Field::Young,
            Met::Leaders => Field::Leaders,
        }
    }
}

/// What is known by a name a phone gave.
#[derive(Debug, Queryable)]
pub(super) struct Mark {
    pub(super) patrol: PatrolId,
    pub(super) stop: Option<StopId>,
    pub(super) version: i64,
    said: String,
}

impl Mark {
    /// What the phone last said.
    pub(super) fn said<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(&self.said).map_err(Error::internal)
    }
}

pub(super) fn mark(conn: &mut Conn, mark: &str) -> Result<Option<Mark>> {
    Ok(patrol_marks::table
        .find(mark)
        .select((patrol_marks::patrol_id, patrol_marks::stop_id, patrol_marks::version, patrol_marks::said))
        .first(conn)
        .optional()?)
}

/// The stop of a patrol that another phone made of the same planned one.
pub(super) fn stop_of_planned(conn: &mut Conn, patrol: PatrolId, planned: PlannedStopId) -> Result<Option<StopId>> {
    let stop: Option<Option<StopId>> = patrol_marks::table
        .filter(patrol_marks::patrol_id.eq(patrol).and(patrol_marks::planned_id.eq(planned)))
        .filter(patrol_marks::stop_id.is_not_null())
        .order(patrol_marks::stop_id)
        .select(patrol_marks::stop_id)
        .first(conn)
        .optional()?;
    Ok(stop.flatten())
}

/// Stops of a patrol that answer a planned stop already, each with the one it answers.
pub(super) fn answering(conn: &mut Conn, patrol: PatrolId) -> Result<Vec<(StopId, PlannedStopId)>> {
    let rows: Vec<(Option<StopId>, Option<PlannedStopId>)> = patrol_marks::table
        .filter(patrol_marks::patrol_id.eq(patrol))
        .filter(patrol_marks::stop_id.is_not_null().and(patrol_marks::planned_id.is_not_null()))
        .select((patrol_marks::stop_id, patrol_marks::planned_id))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(stop, planned)| stop.zip(planned)).collect())
}

/// Keeps what a phone last said under a name.
pub(super) fn keep_mark(
    tx: &mut Tx<'_>,
    mark: &str,
    (patrol, stop): (PatrolId, Option<StopId>),
    planned: Option<PlannedStopId>,
    version: i64,
    said: &impl serde::Serialize,
) -> Result<()> {
    let said = serde_json::to_string(said).map_err(Error::internal)?;
    let known = diesel::update(patrol_marks::table.find(mark))
        .set((patrol_marks::version.eq(version), patrol_marks::said.eq(&said)))
        .execute(tx.conn)?;
    if known == 0 {
        diesel::insert_into(patrol_marks::table)
            .values((
                patrol_marks::mark.eq(mark),
                patrol_marks::patrol_id.eq(patrol),
                patrol_marks::stop_id.eq(stop),
                patrol_marks::planned_id.eq(planned),
                patrol_marks::version.eq(version),
                patrol_marks::said.eq(&said),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Writes a patrol's head as it is now; one with an end is over.
pub(super) fn set_head(tx: &mut Tx<'_>, id: PatrolId, head: &HeadSaid) -> Result<()> {
    let state = if head.ended.is_some() { State::Closed } else { State::Open };
    diesel::update(patrols::table.find(id))
        .set((
            patrols::mode.eq(head.mode),
            patrols::headcount.eq(head.headcount),
            patrols::objective.eq(&head.objective),
            patrols::state.eq(state),
            patrols::started_at.eq(Time(head.started)),
            patrols::ended_at.eq(head.ended.map(Time)),
            patrols::observations.eq(&head.observations),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Writes a stop as it is now.
pub(super) fn set_stop(tx: &mut Tx<'_>, id: StopId, area: AreaId, said: &StopSaid) -> Result<()> {
    diesel::update(patrol_stops::table.find(id))
        .set((
            patrol_stops::area_id.eq(area),
            patrol_stops::place.eq(&said.place),
            patrol_stops::arrived_at.eq(Time(said.arrived)),
            patrol_stops::left_at.eq(said.left.map(Time)),
            patrol_stops::contacts.eq(said.contacts().sum()),
            patrol_stops::observation.eq(&said.observation),
        ))
        .execute(tx.conn)?;
    crate::patrols::store::set_met(tx, id, said.contacts())
}

/// A conflict to be kept.
pub(super) struct Two<'a> {
    pub(super) field: Field,
    pub(super) stands: &'a str,
    pub(super) brought: &'a str,
}

pub(super) fn keep_conflict(
    tx: &mut Tx<'_>,
    (patrol, stop): (PatrolId, Option<StopId>),
    by: AccountId,
    two: &Two<'_>,
) -> Result<()> {
    diesel::insert_into(patrol_conflicts::table)
        .values((
            patrol_conflicts::id.eq(tx.id::<PatrolConflict>()),
            patrol_conflicts::patrol_id.eq(patrol),
            patrol_conflicts::stop_id.eq(stop),
            patrol_conflicts::field.eq(two.field),
            patrol_conflicts::stands.eq(two.stands),
            patrol_conflicts::brought.eq(two.brought),
            patrol_conflicts::brought_by.eq(by),
            patrol_conflicts::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

pub(super) fn keep_delivery(tx: &mut Tx<'_>, patrol: PatrolId, by: AccountId, skew: i64) -> Result<()> {
    diesel::insert_into(patrol_deliveries::table)
        .values((
            patrol_deliveries::id.eq(tx.id::<PatrolDelivery>()),
            patrol_deliveries::patrol_id.eq(patrol),
            patrol_deliveries::account_id.eq(by),
            patrol_deliveries::at.eq(tx.now),
            patrol_deliveries::skew.eq(skew),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// A conflict as it is shown.
#[derive(Debug, Queryable)]
pub(super) struct Conflict {
    pub(super) id: PatrolConflictId,
    pub(super) stop: Option<StopId>,
    pub(super) field: Field,
    pub(super) stands: String,
    pub(super) brought: String,
    pub(super) by: String,
    pub(super) at: Time,
}

/// A patrol's conflicts, the oldest first.
pub(super) fn conflicts(conn: &mut Conn, patrol: PatrolId) -> Result<Vec<Conflict>> {
    Ok(patrol_conflicts::table
        .inner_join(accounts::table)
        .filter(patrol_conflicts::patrol_id.eq(patrol))
        .order(patrol_conflicts::id)
        .select((
            patrol_conflicts::id,
            patrol_conflicts::stop_id,
            patrol_conflicts::field,
            patrol_conflicts::stands,
            patrol_conflicts::brought,
            accounts::name,
            patrol_conflicts::at,
        ))
        .load(conn)?)
}

/// How far each delivery's clock was ahead, with whose phone it was.
pub(super) fn skews(conn: &mut Conn, patrol: PatrolId) -> Result<Vec<(String, i64)>> {
    Ok(patrol_deliveries::table
        .inner_join(accounts::table)
        .filter(patrol_deliveries::patrol_id.eq(patrol))
        .order(patrol_deliveries::id)
        .select((accounts::name, patrol_deliveries::skew))
        .load(conn)?)
}

/// Contacts of a stop, by kind.
pub(super) fn met(conn: &mut Conn, stop: StopId) -> Result<Contacts> {
    let rows: Vec<(Met, i64)> = stop_contacts::table
        .filter(stop_contacts::stop_id.eq(stop))
        .select((stop_contacts::kind, stop_contacts::met))
        .load(conn)?;
    Ok(rows.into_iter().fold(Contacts::default(), |all, (kind, met)| all.with(kind, met)))
}

/// Patrols of some units that are out, begun since then, with their stops.
pub(super) fn out(conn: &mut Conn, units: &[crate::base::UnitId], since: Time) -> Result<Vec<(Patrol, Vec<Stop>)>> {
    let rows: Vec<Patrol> = patrols::table
        .filter(patrols::unit_id.eq_any(units).and(patrols::state.eq(State::Open)))
        .filter(patrols::started_at.ge(since))
        .order((patrols::started_at.desc(), patrols::id.desc()))
        .limit(5)
        .select(Patrol::as_select())
        .load(conn)?;
    let ids: Vec<PatrolId> = rows.iter().map(|p| p.id).collect();
    let stops = crate::patrols::store::stops(conn, &ids)?;
    let of = |patrol: &Patrol| stops.iter().filter(|s| s.patrol_id == patrol.id).cloned().collect();
    Ok(rows.into_iter().map(|patrol| (of(&patrol), patrol)).map(|(stops, patrol)| (patrol, stops)).collect())
}
