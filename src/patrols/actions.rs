//! Deeds on patrols: permitted, checked by the model's rules, stored, recorded in the ledger.

use super::model::{Course, Leaving, NewPatrol, NewStop, Patrol, Stop, begin, correct, still_open};
use super::store;
use crate::base::{Actor, PatrolId, StopId, Time};
use crate::concerns;
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{Deed, permit};

/// Opens a patrol; its leader is whoever opens it.
pub(crate) fn open(tx: &mut Tx<'_>, actor: &Actor, new: &NewPatrol) -> Result<PatrolId> {
    permit(actor, &Deed::LogPatrol(new.unit))?;
    let leader = actor.account().ok_or(Error::SignIn)?;
    let started_at = begin(new.started_at, tx.now)?;
    let id: PatrolId = tx.id();
    let row = store::Row {
        id,
        unit: new.unit,
        leader,
        mode: new.mode,
        headcount: new.headcount,
        objective: &new.objective,
        started_at,
    };
    store::insert(tx, &row)?;
    ledger::record(tx, actor, "patrol.open", object(id), new.mode.as_str())?;
    Ok(id)
}

fn object(id: PatrolId) -> String {
    format!("patrol {id}")
}

fn load(tx: &mut Tx<'_>, actor: &Actor, id: PatrolId) -> Result<(Patrol, Vec<Stop>)> {
    let (patrol, stops) = store::load(tx.conn, id)?;
    permit(actor, &Deed::LogPatrol(patrol.unit_id))?;
    Ok((patrol, stops))
}

/// Arrives at a stop.
pub(crate) fn arrive(tx: &mut Tx<'_>, actor: &Actor, id: PatrolId, new: &NewStop) -> Result<StopId> {
    let (patrol, stops) = load(tx, actor, id)?;
    let at = Course::of(&patrol, &stops).on_the_way()?.arrive(new.at, tx.now)?;
    let stop: StopId = tx.id();
    store::insert_stop(tx, stop, id, new.area, &new.place, at)?;
    ledger::record(tx, actor, "patrol.arrive", object(id), &stop.to_string())?;
    Ok(stop)
}

/// Leaves a stop; the concerns it cites tell their reporters the day (T5).
pub(crate) fn leave(tx: &mut Tx<'_>, actor: &Actor, id: PatrolId, stop: StopId, leaving: &Leaving) -> Result<()> {
    let (patrol, stops) = load(tx, actor, id)?;
    let at = Course::of(&patrol, &stops).at_stop(stop)?.leave(leaving.at, tx.now)?;
    store::end_stop(tx, stop, at, leaving.contacts, &leaving.observation)?;
    for concern in &leaving.concerns {
        if store::cite(tx, stop, *concern)? {
            concerns::note_patrol(tx, actor, *concern, patrol.unit_id, at)?;
        }
    }
    ledger::record(tx, actor, "patrol.leave", object(id), &format!("{stop} {} cited", leaving.concerns.len()))
}

/// Corrects a stop's times from a paper sheet, while the patrol is open. The ledger keeps what they were.
pub(crate) fn set_times(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: PatrolId,
    stop: StopId,
    arrived: Time,
    left: Option<Time>,
) -> Result<()> {
    let (patrol, stops) = load(tx, actor, id)?;
    still_open(&patrol)?;
    let was = stops.iter().find(|s| s.id == stop).ok_or(Error::NotFound)?;
    // Leaving says more than a time: it has its own deed.
    if left.is_some() != was.left_at.is_some() || correct(&patrol, &stops, stop, arrived, left, tx.now).is_err() {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    store::set_times(tx, stop, arrived, left)?;
    let said = |at: Option<Time>| at.map_or_else(|| "–".to_owned(), Time::rfc3339);
    let detail = format!(
        "{stop} {} {} to {} {}",
        said(Some(was.arrived_at)),
        said(was.left_at),
        said(Some(arrived)),
        said(left)
    );
    ledger::record(tx, actor, "patrol.times", object(id), &detail)
}

/// Ends the patrol; nothing changes afterwards.
pub(crate) fn close(tx: &mut Tx<'_>, actor: &Actor, id: PatrolId, at: Option<Time>, observations: &str) -> Result<()> {
    let (patrol, stops) = load(tx, actor, id)?;
    let over = Course::of(&patrol, &stops).on_the_way()?.end(at, tx.now)?;
    store::close(tx, id, over, observations)?;
    ledger::record(tx, actor, "patrol.close", object(id), &format!("{} stops", stops.len()))
}
