//! The deed of delivering: permitted, merged by stop, stored, recorded. One deed whatever it holds; what came before changes nothing.

use serde::{Deserialize, Serialize};

use super::batch::{Checked, HeadSaid, Record, StopSaid};
use super::merge::{Merged, merge, merge_full, together};
use super::store::{self, Field, Two};
use crate::areas::Reference;
use crate::base::{AccountId, Actor, AreaId, ConcernNumber, PatrolId, StopId, Time};
use crate::concerns;
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::ledger;
use crate::patrols::contacts::Met;
use crate::patrols::model::{Patrol, Stop};
use crate::patrols::plan;
use crate::patrols::store as rows;
use crate::policy::{Deed, permit};

/// What a phone is told: what arrived, by the names it gave.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Delivered {
    pub(super) patrol: PatrolId,
    /// Conflicts of this delivery.
    pub(super) conflicts: i64,
    pub(super) skew: i64,
}

/// Who delivers what, and what came of it so far.
struct Hand<'a> {
    actor: &'a Actor,
    by: AccountId,
    r: &'a Reference,
    patrol: PatrolId,
    fresh: i64,
    conflicts: i64,
    /// Stops this delivery spoke of.
    told: Vec<StopId>,
}

/// Delivers a patrol, or what has become of it since the phone last delivered.
pub(super) fn deliver(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, batch: &Checked) -> Result<Delivered> {
    permit(actor, &Deed::LogPatrol(batch.unit))?;
    let by = actor.account().ok_or(Error::SignIn)?;
    let found = find(tx, batch)?;
    let (patrol, made) = match found {
        Some(id) => (id, false),
        None => (open(tx, by, batch)?, true),
    };
    let mut hand = Hand { actor, by, r, patrol, fresh: i64::from(made), conflicts: 0, told: Vec::new() };
    let (row, _) = rows::load(tx.conn, patrol)?;
    if row.unit_id != batch.unit {
        return Err(Error::NotFound);
    }
    hand.head(tx, &row, &batch.patrol)?;
    for (area, stop) in &batch.stops {
        hand.stop(tx, batch, *area, stop)?;
    }
    if hand.fresh == 0 {
        tx.nothing_new();
    } else {
        store::keep_delivery(tx, patrol, by, batch.skew)?;
        let detail = format!("{} records {} conflicts clock {:+} s", hand.fresh, hand.conflicts, batch.skew);
        ledger::record(tx, actor, "patrol.deliver", format!("patrol {patrol}"), &detail)?;
    }
    Ok(Delivered { patrol, conflicts: hand.conflicts, skew: batch.skew })
}

/// The patrol a delivery is about, when the house knows it: by the phone's name, by its own, or by the plan both left on.
fn find(tx: &mut Tx<'_>, batch: &Checked) -> Result<Option<PatrolId>> {
    if let Some(mark) = store::mark(tx.conn, &batch.patrol.mark)? {
        return Ok(Some(mark.patrol));
    }
    match (batch.patrol.of, batch.patrol.plan()) {
        (Some(id), _) => Ok(Some(id)),
        (None, Some(id)) => plan::patrol_of(tx.conn, batch.unit, id),
        (None, None) => Ok(None),
    }
}

/// Opens it, led by whoever delivers.
fn open(tx: &mut Tx<'_>, leader: AccountId, batch: &Checked) -> Result<PatrolId> {
    let said = &batch.patrol.said;
    let id: PatrolId = tx.id();
    let row = rows::Row {
        id,
        unit: batch.unit,
        leader,
        mode: said.mode,
        headcount: said.headcount,
        objective: &said.objective,
        started_at: Time(said.started),
    };
    rows::insert(tx, &row)?;
    if let Some(plan) = batch.patrol.plan() {
        plan::went(tx, batch.unit, plan, id)?;
    }
    Ok(id)
}

fn head_of(row: &Patrol) -> HeadSaid {
    HeadSaid {
        mode: row.mode,
        headcount: row.headcount,
        objective: row.objective.clone(),
        started: row.started_at.seconds(),
        ended: row.ended_at.map(Time::seconds),
        observations: row.observations.clone(),
    }
}

impl Hand<'_> {
    fn two(&mut self, tx: &mut Tx<'_>, stop: Option<StopId>, field: Field, stands: &str, brought: &str) -> Result<()> {
        self.conflicts += 1;
        store::keep_conflict(tx, (self.patrol, stop), self.by, &Two { field, stands, brought })
    }

    /// Takes a field over where the rule says so, and keeps both where it says that.
    fn settle<T: Clone + ToString>(
        &mut self,
        tx: &mut Tx<'_>,
        stop: Option<StopId>,
        field: Field,
        what: Merged,
        (stands, brought): (&mut T, &T),
    ) -> Result<()> {
        match what {
            Merged::Stays => Ok(()),
            Merged::Taken => {
                *stands = brought.clone();
                Ok(())
            }
            Merged::Conflict => self.two(tx, stop, field, &stands.to_string(), &brought.to_string()),
        }
    }

    /// The same of a time that may be missing.
    fn settle_time(
        &mut self,
        tx: &mut Tx<'_>,
        stop: Option<StopId>,
        field: Field,
        base: Option<&Option<i64>>,
        (stands, brought): (&mut Option<i64>, Option<i64>),
    ) -> Result<()> {
        match merge(base, stands, &brought, &None) {
            Merged::Stays => Ok(()),
            Merged::Taken => {
                *stands = brought;
                Ok(())
            }
            Merged::Conflict => {
                let said = |at: Option<i64>| at.map(|at| at.to_string()).unwrap_or_default();
                let (one, two) = (said(*stands), said(brought));
                self.two(tx, stop, field, &one, &two)
            }
        }
    }

    fn head(&mut self, tx: &mut Tx<'_>, row: &Patrol, record: &Record<HeadSaid, PatrolId>) -> Result<()> {
        let mark = store::mark(tx.conn, &record.mark)?;
        if mark.as_ref().is_some_and(|m| m.stop.is_some()) {
            return Err(Error::BadRequest("a stop's name for a patrol"));
        }
        if mark.as_ref().is_some_and(|m| m.version >= record.version) {
            return Ok(());
        }
        self.fresh += 1;
        let last: Option<HeadSaid> = mark.map(|m| m.said()).transpose()?;
        let (base, said) = (last.as_ref().or(record.base.as_ref()), &record.said);
        let mut now = head_of(row);
        let text = String::new();
        let what = merge_full(base.map(|b| &b.mode), &now.mode, &said.mode);
        self.settle(tx, None, Field::Mode, what, (&mut now.mode, &said.mode))?;
        let what = merge_full(base.map(|b| &b.headcount), &now.headcount, &said.headcount);
        self.settle(tx, None, Field::Headcount, what, (&mut now.headcount, &said.headcount))?;
        let what = merge_full(base.map(|b| &b.objective), &now.objective, &said.objective);
        self.settle(tx, None, Field::Objective, what, (&mut now.objective, &said.objective))?;
        let what = merge_full(base.map(|b| &b.started), &now.started, &said.started);
        self.settle(tx, None, Field::Started, what, (&mut now.started, &said.started))?;
        self.settle_time(tx, None, Field::Ended, base.map(|b| &b.ended), (&mut now.ended, said.ended))?;
        let what = merge(base.map(|b| &b.observations), &now.observations, &said.observations, &text);
        self.settle(tx, None, Field::Observations, what, (&mut now.observations, &said.observations))?;
        store::set_head(tx, self.patrol, &now)?;
        store::keep_mark(tx, &record.mark, (self.patrol, None), None, record.version, said)
    }

    fn stop(
        &mut self,
        tx: &mut Tx<'_>,
        batch: &Checked,
        area: AreaId,
        record: &Record<StopSaid, StopId>,
    ) -> Result<()> {
        let mark = store::mark(tx.conn, &record.mark)?;
        if mark.as_ref().is_some_and(|m| m.patrol != self.patrol || m.stop.is_none()) {
            return Err(Error::BadRequest("another patrol's name for a stop"));
        }
        if mark.as_ref().is_some_and(|m| m.version >= record.version) {
            return Ok(());
        }
        self.fresh += 1;
        let known = match (mark.as_ref().and_then(|m| m.stop).or(record.of), record.planned_stop()) {
            (Some(stop), _) => Some(stop),
            (None, Some(planned)) => store::stop_of_planned(tx.conn, self.patrol, planned)?,
            (None, None) => None,
        };
        let known = match known {
            Some(stop) => Some(stop),
            None => self.same_stop(tx, area, record)?,
        };
        let last: Option<StopSaid> = mark.map(|m| m.said()).transpose()?;
        let base = last.as_ref().or(record.base.as_ref());
        let id = match known {
            Some(id) => {
                self.merge(tx, id, area, base, &record.said)?;
                id
            }
            None => {
                let id: StopId = tx.id();
                let said = &record.said;
                rows::insert_stop(tx, id, self.patrol, area, &said.place, Time(said.arrived))?;
                store::set_stop(tx, id, area, said)?;
                id
            }
        };
        self.told.push(id);
        self.cite(tx, batch, id, base, &record.said)?;
        store::keep_mark(tx, &record.mark, (self.patrol, Some(id)), record.planned_stop(), record.version, &record.said)
    }

    /// The stop somebody else noted of the same stay: on their phone, or in the form at the desk. One that this delivery told of
    /// under another name, or that answers another planned stop, is none.
    fn same_stop(&self, tx: &mut Tx<'_>, area: AreaId, record: &Record<StopSaid, StopId>) -> Result<Option<StopId>> {
        let (_, stops) = rows::load(tx.conn, self.patrol)?;
        let answering = store::answering(tx.conn, self.patrol)?;
        let said = (record.said.arrived, record.said.left);
        let another = |stop: &Stop| {
            let planned = answering.iter().find(|(answer, _)| *answer == stop.id);
            planned.is_some_and(|(_, planned)| record.planned_stop().is_some_and(|ours| ours != *planned))
        };
        let stay = |stop: &Stop| (stop.arrived_at.seconds(), stop.left_at.map(Time::seconds));
        let same = stops.iter().filter(|s| s.area_id == area && together(stay(s), said));
        Ok(same.filter(|s| !another(s) && !self.told.contains(&s.id)).map(|s| s.id).next())
    }

    fn merge(
        &mut self,
        tx: &mut Tx<'_>,
        id: StopId,
        area: AreaId,
        base: Option<&StopSaid>,
        said: &StopSaid,
    ) -> Result<()> {
        let (_, stops) = rows::load(tx.conn, self.patrol)?;
        let row: &Stop = stops.iter().find(|s| s.id == id).ok_or(Error::NotFound)?;
        let met = store::met(tx.conn, id)?;
        let mut now = StopSaid {
            area: self.r.area_slug(row.area_id).to_owned(),
            place: row.place.clone(),
            arrived: row.arrived_at.seconds(),
            left: row.left_at.map(Time::seconds),
            met: met.some().collect(),
            observation: row.observation.clone(),
            concerns: Vec::new(),
        };
        let (stop, mut at) = (Some(id), row.area_id);
        let where_of = |s: &StopSaid| (s.area.clone(), s.place.clone());
        match merge_full(base.map(where_of).as_ref(), &where_of(&now), &where_of(said)) {
            Merged::Stays => {}
            Merged::Taken => (now.area, now.place, at) = (said.area.clone(), said.place.clone(), area),
            Merged::Conflict => {
                let name = |place: &str, area| format!("{place}, {}", self.r.area_name(area));
                let (one, two) = (name(&now.place, at), name(&said.place, area));
                self.two(tx, stop, Field::Place, &one, &two)?;
            }
        }
        let what = merge_full(base.map(|b| &b.arrived), &now.arrived, &said.arrived);
        self.settle(tx, stop, Field::Arrived, what, (&mut now.arrived, &said.arrived))?;
        self.settle_time(tx, stop, Field::Left, base.map(|b| &b.left), (&mut now.left, said.left))?;
        for kind in Met::ALL {
            let of = |s: &StopSaid| s.contacts().get(*kind);
            let (mut stands, brought) = (of(&now), of(said));
            let what = merge(base.map(of).as_ref(), &stands, &brought, &0);
            self.settle(tx, stop, Field::met(*kind), what, (&mut stands, &brought))?;
            now.met.insert(*kind, stands);
        }
        let what = merge(base.map(|b| &b.observation), &now.observation, &said.observation, &String::new());
        self.settle(tx, stop, Field::Observation, what, (&mut now.observation, &said.observation))?;
        store::set_stop(tx, id, at, &now)
    }

    /// Cites what is new in the record (T5). Numbers only ever add up; one that no concern of the unit has is told, not dropped.
    fn cite(
        &mut self,
        tx: &mut Tx<'_>,
        batch: &Checked,
        stop: StopId,
        base: Option<&StopSaid>,
        said: &StopSaid,
    ) -> Result<()> {
        for number in said.concerns.iter().filter(|n| base.is_none_or(|b| !b.concerns.contains(n))) {
            let concern = match number.parse::<ConcernNumber>() {
                Ok(number) => concerns::store::find(tx.conn, number)?,
                Err(_) => None,
            };
            match concern.filter(|c| c.unit_id == batch.unit && c.audience.is_open()) {
                Some(concern) => {
                    if rows::cite(tx, stop, concern.id)? {
                        let at = Time(said.left.unwrap_or(said.arrived));
                        concerns::note_patrol(tx, self.actor, concern.id, batch.unit, at)?;
                    }
                }
                None => self.two(tx, Some(stop), Field::Number, "", number)?,
            }
        }
        Ok(())
    }
}
