//! What a quartier's bulletin tells of concerns in a month (N13): those that everybody may read, and nothing of any other.

use diesel::prelude::*;

use super::causes::{self, Cause};
use super::figures::rules::Told;
use super::model::{Concern, Moderation, State};
use crate::base::{AreaId, Time};
use crate::db::Conn;
use crate::db::schema::concerns;
use crate::error::Result;
use crate::policy::Audience;

/// A quartier's month.
pub(crate) struct Month {
    /// Told in it.
    pub(crate) said: Told,
    /// Settled in it, as the unit says.
    pub(crate) done: Told,
    /// Told before its end, and open still, or closed in it without being settled.
    pub(crate) not_yet: Told,
    /// The last settled ones.
    pub(crate) settled: Vec<Concern>,
    /// The last closed unsettled, then the open ones, those first whose word was owed first; with what the unit said it lacks.
    pub(crate) unsettled: Vec<(Concern, Option<Cause>)>,
}

/// Reads it: counts under the rule of small counts, and so many lines of each.
pub(crate) fn of_area(conn: &mut Conn, area: AreaId, (from, to): (Time, Time), lines: i64) -> Result<Month> {
    let public = || {
        concerns::table
            .filter(concerns::audience.eq(Audience::Public).and(concerns::moderation.eq(Moderation::Published)))
            .filter(concerns::area_id.eq(area))
    };
    let closed = |state: State| {
        public().filter(concerns::state.eq(state)).filter(concerns::closed_at.ge(from).and(concerns::closed_at.lt(to)))
    };
    let open = || public().filter(concerns::state.eq_any(State::OPEN).and(concerns::filed_at.lt(to)));
    let said: i64 =
        public().filter(concerns::filed_at.ge(from).and(concerns::filed_at.lt(to))).count().get_result(conn)?;
    let done: i64 = closed(State::Resolved).count().get_result(conn)?;
    let given_up: i64 = closed(State::ClosedUnresolved).count().get_result(conn)?;
    let waiting: i64 = open().count().get_result(conn)?;
    let last = |state: State| {
        closed(state).order((concerns::closed_at.desc(), concerns::id.desc())).limit(lines).select(Concern::as_select())
    };
    let mut unsettled: Vec<Concern> = last(State::ClosedUnresolved).load(conn)?;
    // Both kinds of « not yet » are told: at most half of the lines are of what was closed.
    unsettled.truncate(usize::try_from(lines / 2).unwrap_or(0).max(1));
    let room = lines - unsettled.len() as i64;
    let oldest: Vec<Concern> = open()
        .order((concerns::owed.desc(), concerns::due_at, concerns::id))
        .limit(room)
        .select(Concern::as_select())
        .load(conn)?;
    unsettled.extend(oldest);
    let ids: Vec<_> = unsettled.iter().map(|c| c.id).collect();
    let lacks = if ids.is_empty() { Vec::new() } else { causes::waiting_for(conn, &ids)? };
    let lack = |c: &Concern| lacks.iter().find(|(id, _)| *id == c.id).map(|(_, cause)| *cause);
    Ok(Month {
        said: Told::sum(&[said]),
        done: Told::sum(&[done]),
        // One cell: on the wall there is no line between what was closed and what waits.
        not_yet: Told::sum(&[given_up + waiting]),
        settled: last(State::Resolved).load(conn)?,
        unsettled: unsettled.into_iter().map(|c| (lack(&c), c)).map(|(why, c)| (c, why)).collect(),
    })
}
