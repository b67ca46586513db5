//! Patrols in the database. SQL only.

use diesel::prelude::*;

use super::contacts::{Contacts, Met};
use super::model::{Mode, Over, Patrol, State, Stop};
use crate::base::{AccountId, AreaId, ConcernId, ConcernNumber, PatrolId, StopId, Time, UnitId};
use crate::db::schema::{accounts, concerns, patrol_stops, patrols, stop_concerns, stop_contacts};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::policy::Audience;
use crate::web::{Cursor, Slice};

/// A patrol and its stops, oldest first.
pub(super) fn load(conn: &mut Conn, id: PatrolId) -> Result<(Patrol, Vec<Stop>)> {
    let patrol = patrols::table.find(id).select(Patrol::as_select()).first(conn).optional()?.ok_or(Error::NotFound)?;
    Ok((patrol, stops(conn, &[id])?))
}

/// Stops of some patrols, oldest first.
pub(super) fn stops(conn: &mut Conn, ids: &[PatrolId]) -> Result<Vec<Stop>> {
    Ok(patrol_stops::table
        .filter(patrol_stops::patrol_id.eq_any(ids))
        .order((patrol_stops::arrived_at, patrol_stops::id))
        .select(Stop::as_select())
        .load(conn)?)
}

/// A page of patrols of some units, the newest first.
pub(super) fn page(conn: &mut Conn, units: &[UnitId], after: Option<Cursor>) -> Result<Slice<Patrol>> {
    let mut query = patrols::table.filter(patrols::unit_id.eq_any(units)).into_boxed();
    if let Some(Cursor { key, id }) = after {
        let (at, id) = (Time(key), PatrolId::new(id));
        query = query.filter(patrols::started_at.lt(at).or(patrols::started_at.eq(at).and(patrols::id.lt(id))));
    }
    let rows = query
        .order((patrols::started_at.desc(), patrols::id.desc()))
        .limit(Slice::<Patrol>::LIMIT)
        .select(Patrol::as_select())
        .load(conn)?;
    Ok(Slice::cut(rows, |p: &Patrol| Cursor { key: p.started_at.seconds(), id: p.id.raw() }))
}

/// What colleagues are called.
pub(super) fn names(conn: &mut Conn, ids: &[AccountId]) -> Result<Vec<(AccountId, String)>> {
    Ok(accounts::table.filter(accounts::id.eq_any(ids)).select((accounts::id, accounts::name)).load(conn)?)
}

/// The concerns cited at some stops, those that are still for a whole unit to read: what became sealed or oversight's since is
/// not in the log any more.
pub(super) fn cited(conn: &mut Conn, stops: &[StopId]) -> Result<Vec<(StopId, ConcernNumber)>> {
    let rows: Vec<(StopId, i32, i32)> = stop_concerns::table
        .inner_join(concerns::table)
        .filter(stop_concerns::stop_id.eq_any(stops))
        .filter(concerns::audience.eq_any(Audience::OPEN))
        .order((concerns::year, concerns::serial))
        .select((stop_concerns::stop_id, concerns::year, concerns::serial))
        .load(conn)?;
    Ok(rows.into_iter().map(|(stop, year, serial)| (stop, ConcernNumber { year, serial })).collect())
}

/// A patrol to be written.
pub(super) struct Row<'a> {
    pub(super) id: PatrolId,
    pub(super) unit: UnitId,
    pub(super) leader: AccountId,
    pub(super) mode: Mode,
    pub(super) headcount: i64,
    pub(super) objective: &'a str,
    pub(super) started_at: Time,
}

pub(super) fn insert(tx: &mut Tx<'_>, row: &Row<'_>) -> Result<()> {
    diesel::insert_into(patrols::table)
        .values((
            patrols::id.eq(row.id),
            patrols::unit_id.eq(row.unit),
            patrols::leader_id.eq(row.leader),
            patrols::mode.eq(row.mode),
            patrols::headcount.eq(row.headcount),
            patrols::objective.eq(row.objective),
            patrols::state.eq(State::Open),
            patrols::started_at.eq(row.started_at),
            patrols::observations.eq(""),
        ))
        .execute(tx.conn)?;
    Ok(())
}

pub(super) fn insert_stop(
    tx: &mut Tx<'_>,
    id: StopId,
    patrol: PatrolId,
    area: AreaId,
    place: &str,
    at: Time,
) -> Result<()> {
    diesel::insert_into(patrol_stops::table)
        .values((
            patrol_stops::id.eq(id),
            patrol_stops::patrol_id.eq(patrol),
            patrol_stops::area_id.eq(area),
            patrol_stops::place.eq(place),
            patrol_stops::arrived_at.eq(at),
            patrol_stops::contacts.eq(0),
            patrol_stops::observation.eq(""),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Ends a stop that has not ended.
pub(super) fn end_stop(tx: &mut Tx<'_>, stop: StopId, at: Time, contacts: Contacts, observation: &str) -> Result<()> {
    let ended = diesel::update(patrol_stops::table.find(stop).filter(patrol_stops::left_at.is_null()))
        .set((
            patrol_stops::left_at.eq(at),
            patrol_stops::contacts.eq(contacts.sum()),
            patrol_stops::observation.eq(observation),
        ))
        .execute(tx.conn)?;
    if ended == 0 { Err(Error::Refused(Refusal::AlreadyDone)) } else { set_met(tx, stop, contacts) }
}

/// Writes with whom they spoke at a stop, by kind.
pub(super) fn set_met(tx: &mut Tx<'_>, stop: StopId, contacts: Contacts) -> Result<()> {
    diesel::delete(stop_contacts::table.filter(stop_contacts::stop_id.eq(stop))).execute(tx.conn)?;
    for (kind, met) in contacts.some() {
        diesel::insert_into(stop_contacts::table)
            .values((stop_contacts::stop_id.eq(stop), stop_contacts::kind.eq(kind), stop_contacts::met.eq(met)))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// With whom they spoke at some stops, by kind.
pub(super) fn met(conn: &mut Conn, stops: &[StopId]) -> Result<Vec<(StopId, Met, i64)>> {
    Ok(stop_contacts::table
        .filter(stop_contacts::stop_id.eq_any(stops))
        .select((stop_contacts::stop_id, stop_contacts::kind, stop_contacts::met))
        .load(conn)?)
}

pub(super) fn set_times(tx: &mut Tx<'_>, stop: StopId, arrived: Time, left: Option<Time>) -> Result<()> {
    diesel::update(patrol_stops::table.find(stop))
        .set((patrol_stops::arrived_at.eq(arrived), patrol_stops::left_at.eq(left)))
        .execute(tx.conn)?;
    Ok(())
}

/// Cites a concern at a stop; false when it was cited there already.
pub(super) fn cite(tx: &mut Tx<'_>, stop: StopId, concern: ConcernId) -> Result<bool> {
    let known: i64 = stop_concerns::table.find((stop, concern)).count().get_result(tx.conn)?;
    if known == 0 {
        diesel::insert_into(stop_concerns::table)
            .values((stop_concerns::stop_id.eq(stop), stop_concerns::concern_id.eq(concern)))
            .execute(tx.conn)?;
    }
    Ok(known == 0)
}

/// Closes a patrol that is open.
pub(super) fn close(tx: &mut Tx<'_>, id: PatrolId, over: Over, observations: &str) -> Result<()> {
    let closed = diesel::update(patrols::table.find(id).filter(patrols::state.eq(State::Open)))
        .set((patrols::state.eq(State::Closed), patrols::ended_at.eq(over.0), patrols::observations.eq(observations)))
        .execute(tx.conn)?;
    if closed == 0 { Err(Error::Refused(Refusal::PatrolClosed)) } else { Ok(()) }
}
