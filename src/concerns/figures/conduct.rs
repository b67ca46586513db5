//! What everybody may read of complaints about police conduct (N8) and of threats (N7): how many in steps of five, and how long
//! oversight took to answer in the middle case. Never fewer than five, and never this month's: the page does not change on the
//! day somebody complains.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::UNIT_DAYS;
use super::rules::{SMALLEST, banded};
use crate::base::{Day, Time, UnitId};
use crate::db::Conn;
use crate::db::schema::{checkbacks, concerns};
use crate::error::Result;
use crate::policy::Audience;

/// Complaints of a year that ended with the last month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Conduct {
    /// At least so many, by fives; nothing while they are fewer than five.
    pub(crate) least: Option<i64>,
    /// Half of them were answered within so many seconds; nothing while fewer than five were.
    pub(crate) median: Option<i64>,
    /// The last day that is counted.
    pub(crate) until: Day,
}

/// The year that ended with the last month.
fn year(now: Time) -> (Time, Time) {
    let today = now.day();
    let first = today.plus(1 - i64::from(now.civil().day()));
    (first.plus(-UNIT_DAYS).start(), first.start())
}

/// Of one unit.
pub(crate) fn of_unit(conn: &mut Conn, unit: UnitId, now: Time) -> Result<Conduct> {
    let (since, until) = year(now);
    let told = || {
        concerns::table
            .filter(concerns::unit_id.eq(unit).and(concerns::audience.eq(Audience::Oversight)))
            .filter(concerns::filed_at.ge(since).and(concerns::filed_at.lt(until)))
    };
    let number: i64 = told().count().get_result(conn)?;
    let answered = || told().filter(concerns::first_answer_at.lt(until));
    let answers: i64 = answered().count().get_result(conn)?;
    let span = || diesel::dsl::sql::<BigInt>("first_answer_at - filed_at");
    let median = if answers < SMALLEST || banded(number).is_none() {
        None
    } else {
        answered().order(span()).offset((answers - 1) / 2).limit(1).select(span()).first(conn).optional()?
    };
    Ok(Conduct { least: banded(number), median, until: until.day().plus(-1) })
}

/// Of the district: what the units' told numbers add up to, so that nothing is found by subtracting; and threats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct District {
    /// Complaints about conduct, at least.
    pub(crate) complaints: Option<i64>,
    /// Reporters who said that they were threatened, at least.
    pub(crate) threats: Option<i64>,
    /// The last day that is counted.
    pub(crate) until: Day,
}

/// Of the whole district.
pub(crate) fn of_district(conn: &mut Conn, now: Time) -> Result<District> {
    let (since, until) = year(now);
    let units: Vec<UnitId> = concerns::table
        .filter(concerns::audience.eq(Audience::Oversight))
        .filter(concerns::filed_at.ge(since).and(concerns::filed_at.lt(until)))
        .select(concerns::unit_id)
        .load(conn)?;
    let mut by_unit: HashMap<UnitId, i64> = HashMap::new();
    for unit in units {
        *by_unit.entry(unit).or_default() += 1;
    }
    let complaints: i64 = by_unit.into_values().filter_map(banded).sum();
    let threats: i64 = checkbacks::table
        .filter(checkbacks::answer.eq(crate::concerns::checkback::Answer::Yes))
        .filter(checkbacks::at.ge(since).and(checkbacks::at.lt(until)))
        .count()
        .get_result(conn)?;
    Ok(District {
        complaints: Some(complaints).filter(|n| *n > 0),
        threats: banded(threats),
        until: until.day().plus(-1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::DAY;

    #[test]
    fn a_year_ends_with_the_last_month() {
        let now = Time::parse("2026-11-23T10:00:00Z").expect("a time");
        let (since, until) = year(now);
        assert_eq!(until.day().to_string(), "2026-11-01");
        assert_eq!(since.day().to_string(), "2025-11-01");
        assert_eq!(year(now.plus(7 * DAY)).1, until, "the month is not over");
        assert_ne!(year(now.plus(8 * DAY)).1, until, "the next month has begun");
    }
}
