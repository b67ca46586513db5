//! What a unit did in a span, asked of the features that keep it.

use diesel::prelude::*;

use crate::areas::Reference;
use crate::base::{CommitteeId, Time, UnitId};
use crate::concerns::causes::{self, Cause};
use crate::concerns::clock::Stage;
use crate::concerns::figures::pace::{self, Pace};
use crate::concerns::model::{EventKind, OUTCOME_DAYS, Outcome, Reason, State};
use crate::db::Conn;
use crate::db::schema::{
    commitment_steps, commitments, concern_events, concerns, meetings, minutes, patrol_stops, patrols,
};
use crate::error::Result;
use crate::forums::model::{CommitmentState, MeetingState, MinutesState, OwnerKind, StepKind};
use crate::patrols::model as rounds;
use crate::policy::Audience;

/// Everything that is counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts {
    pub(super) patrols: i64,
    pub(super) patrol_minutes: i64,
    pub(super) stops: i64,
    pub(super) stop_minutes: i64,
    pub(super) quartiers: i64,
    pub(super) received: i64,
    pub(super) resolved: i64,
    pub(super) confirmed: i64,
    pub(super) partly: i64,
    pub(super) silent: i64,
    pub(super) unresolved: i64,
    pub(super) reasons: Vec<(Reason, i64)>,
    pub(super) causes: Vec<(Cause, i64)>,
    pub(super) open: i64,
    pub(super) pace: Pace,
    pub(super) to_chief: i64,
    pub(super) to_district: i64,
    pub(super) meetings: i64,
    pub(super) with_minutes: i64,
    pub(super) promised: i64,
    pub(super) kept: i64,
    pub(super) abandoned: i64,
    pub(super) overdue: i64,
}

/// The committees a unit meets: of its commune and of the quartiers it answers for.
pub(super) fn committees(r: &Reference, unit: UnitId) -> Vec<CommitteeId> {
    let home = r.unit(unit).and_then(|u| u.area_id);
    let places = r.routings.iter().filter(|rule| rule.unit_id == unit && rule.category_id.is_none());
    let mut all: Vec<CommitteeId> =
        places.map(|rule| rule.area_id).chain(home).flat_map(|area| r.committees_for(area)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Counts a unit's work between two instants; what is open or overdue is told as it stands at `now`, or stood at the end.
pub(super) fn count(
    conn: &mut Conn,
    unit: UnitId,
    committees: &[CommitteeId],
    (from, to): (Time, Time),
    now: Time,
) -> Result<Counts> {
    let mut counts = Counts { pace: pace::of_units(conn, &[unit], from, to)?, ..Counts::default() };
    patrolled(conn, unit, from, to, &mut counts)?;
    told(conn, unit, (from, to), now, &mut counts)?;
    let end = to.min(now);
    met(conn, committees, from, end, &mut counts)?;
    promised(conn, unit, (from, to), end, &mut counts)?;
    Ok(counts)
}

fn patrolled(conn: &mut Conn, unit: UnitId, from: Time, to: Time, counts: &mut Counts) -> Result<()> {
    let rows: Vec<(Time, Option<Time>)> = patrols::table
        .filter(patrols::unit_id.eq(unit).and(patrols::state.ne(rounds::State::Open)))
        .filter(patrols::started_at.ge(from).and(patrols::started_at.lt(to)))
        .select((patrols::started_at, patrols::ended_at))
        .load(conn)?;
    let minutes = |start: Time, end: Option<Time>| end.map_or(0, |end| end.since(start).max(0) / 60);
    counts.patrols = rows.len() as i64;
    counts.patrol_minutes = rows.iter().map(|(start, end)| minutes(*start, *end)).sum();
    let stops: Vec<(crate::base::AreaId, Time, Option<Time>)> = patrol_stops::table
        .inner_join(patrols::table)
        .filter(patrols::unit_id.eq(unit))
        .filter(patrol_stops::arrived_at.ge(from).and(patrol_stops::arrived_at.lt(to)))
        .select((patrol_stops::area_id, patrol_stops::arrived_at, patrol_stops::left_at))
        .load(conn)?;
    counts.stops = stops.len() as i64;
    counts.stop_minutes = stops.iter().map(|(_, start, end)| minutes(*start, *end)).sum();
    let areas: std::collections::HashSet<_> = stops.iter().map(|(area, ..)| *area).collect();
    counts.quartiers = areas.len() as i64;
    Ok(())
}

/// A concern in the columns that are counted.
type Told = (State, Option<Reason>, Option<Outcome>, Time, Option<Time>);

fn told(conn: &mut Conn, unit: UnitId, (from, to): (Time, Time), now: Time, counts: &mut Counts) -> Result<()> {
    let rows: Vec<Told> = concerns::table
        .filter(concerns::unit_id.eq(unit).and(concerns::audience.eq_any(Audience::OPEN)))
        .filter(concerns::filed_at.lt(to))
        .filter(concerns::filed_at.ge(from).or(concerns::closed_at.is_null()).or(concerns::closed_at.ge(from)))
        .select((concerns::state, concerns::reason, concerns::outcome, concerns::filed_at, concerns::closed_at))
        .load(conn)?;
    let closed =
        |state: State| rows.iter().filter(move |row| row.0 == state && row.4.is_some_and(|at| at >= from && at < to));
    let said = |outcome: Outcome| closed(State::Resolved).filter(|row| row.2 == Some(outcome)).count() as i64;
    counts.received = rows.iter().filter(|row| row.3 >= from).count() as i64;
    counts.resolved = closed(State::Resolved).count() as i64;
    counts.confirmed = said(Outcome::Confirmed);
    counts.partly = said(Outcome::Partly);
    let over = now.plus(-OUTCOME_DAYS * crate::base::DAY);
    let silent = |row: &&Told| row.2.is_none() && row.4.is_some_and(|at| at < over);
    counts.silent = closed(State::Resolved).filter(silent).count() as i64;
    counts.unresolved = closed(State::ClosedUnresolved).count() as i64;
    for reason in Reason::ALL {
        let number = closed(State::ClosedUnresolved).filter(|row| row.1 == Some(*reason)).count() as i64;
        counts.reasons.push((*reason, number));
    }
    counts.open = rows.iter().filter(|row| row.4.is_none_or(|at| at >= to)).count() as i64;
    counts.causes = causes::of_unit(conn, unit, from, to)?.into_iter().map(|(c, n)| (c, n.iter().sum())).collect();
    let climbed = |conn: &mut Conn, stage: Stage| -> Result<i64> {
        Ok(concern_events::table
            .inner_join(concerns::table)
            .filter(concerns::audience.eq_any(Audience::OPEN).and(concern_events::scope_id.eq(unit.raw())))
            .filter(concern_events::kind.eq(EventKind::Escalated).and(concern_events::became.eq(stage.as_str())))
            .filter(concern_events::at.ge(from).and(concern_events::at.lt(to)))
            .count()
            .get_result(conn)?)
    };
    counts.to_chief = climbed(conn, Stage::Chief)?;
    counts.to_district = climbed(conn, Stage::District)?;
    Ok(())
}

fn met(conn: &mut Conn, committees: &[CommitteeId], from: Time, end: Time, counts: &mut Counts) -> Result<()> {
    let held = || {
        meetings::table
            .filter(meetings::committee_id.eq_any(committees).and(meetings::state.eq(MeetingState::Announced)))
            .filter(meetings::starts_at.ge(from).and(meetings::starts_at.lt(end)))
    };
    counts.meetings = held().count().get_result(conn)?;
    let public =
        minutes::table.filter(minutes::meeting_id.eq(meetings::id)).filter(minutes::state.ne(MinutesState::Draft));
    counts.with_minutes = held().filter(diesel::dsl::exists(public)).count().get_result(conn)?;
    Ok(())
}

fn promised(conn: &mut Conn, unit: UnitId, (from, to): (Time, Time), end: Time, counts: &mut Counts) -> Result<()> {
    let owned = || {
        commitments::table.filter(commitments::owner_kind.eq(OwnerKind::Unit).and(commitments::owner_id.eq(unit.raw())))
    };
    let stepped = |conn: &mut Conn, kind: StepKind| -> Result<i64> {
        Ok(commitment_steps::table
            .filter(commitment_steps::commitment_id.eq_any(owned().select(commitments::id)))
            .filter(commitment_steps::kind.eq(kind))
            .filter(commitment_steps::at.ge(from).and(commitment_steps::at.lt(to)))
            .count()
            .get_result(conn)?)
    };
    counts.promised =
        owned().filter(commitments::made_at.ge(from).and(commitments::made_at.lt(to))).count().get_result(conn)?;
    counts.kept = stepped(conn, StepKind::Kept)?;
    counts.abandoned = stepped(conn, StepKind::Abandoned)?;
    counts.overdue = owned()
        .filter(commitments::due_on.lt(end.day()).and(commitments::made_at.lt(end)))
        .filter(
            commitments::state
                .eq_any([CommitmentState::Open, CommitmentState::InProgress])
                .or(commitments::changed_at.ge(end)),
        )
        .count()
        .get_result(conn)?;
    Ok(())
}
