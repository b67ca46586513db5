//! Counts that everybody may read: of a place, public concerns; of a unit, public and private ones. Sealed concerns and those
//! about conduct of police are in none of them, but for [`conduct`]'s steps of five. What may be told of a small count, and of a
//! total with a small part, [`rules`] say; nothing here is shown but through them.

pub(crate) mod conduct;
pub(crate) mod pace;
pub(crate) mod report;
pub(crate) mod rules;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::model::{Moderation, OUTCOME_DAYS, Reason, State};
use super::public::Place;
use crate::base::{AreaId, DAY, Time, UnitId};
use crate::db::Conn;
use crate::db::schema::concerns;
use crate::error::Result;
use crate::policy::Audience;
use rules::{Share, Told, share};

/// A unit's figures look back so many days.
pub(crate) const UNIT_DAYS: i64 = 365;

/// Public concerns of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PlaceCounts {
    /// Somebody still owes work.
    pub(crate) open: Told,
    /// The unit says that they are settled.
    pub(crate) settled: Told,
    /// Closed without that.
    pub(crate) unsettled: Told,
}

#[derive(QueryableByName)]
struct AreaRow {
    #[diesel(sql_type = BigInt)]
    open: i64,
    #[diesel(sql_type = BigInt)]
    settled: i64,
    #[diesel(sql_type = BigInt)]
    unsettled: i64,
}

/// Counts the public concerns of a place. A commune is told as its quartiers are: their pages show the parts.
pub(crate) fn of_place(conn: &mut Conn, place: Place) -> Result<PlaceCounts> {
    let (column, id): (_, AreaId) = match place {
        Place::Quartier(id) => ("area_id", id),
        Place::Commune(id) => ("commune_id", id),
    };
    let rows: Vec<AreaRow> = diesel::sql_query(format!(
        "SELECT COUNT(CASE WHEN state IN ('received', 'in_progress', 'referred') THEN 1 END) AS open, \
         COUNT(CASE WHEN state = 'resolved' THEN 1 END) AS settled, \
         COUNT(CASE WHEN state = 'closed_unresolved' THEN 1 END) AS unsettled \
         FROM concerns WHERE {column} = $1 AND audience = $2 AND moderation = $3 GROUP BY area_id"
    ))
    .bind::<BigInt, _>(id)
    .bind::<Text, _>(Audience::Public)
    .bind::<Text, _>(Moderation::Published)
    .load(conn)?;
    let told = |part: fn(&AreaRow) -> i64| Told::sum(&rows.iter().map(part).collect::<Vec<_>>());
    Ok(PlaceCounts { open: told(|r| r.open), settled: told(|r| r.settled), unsettled: told(|r| r.unsettled) })
}

/// What a unit did with public and private concerns of the last [`UNIT_DAYS`].
#[derive(Debug, Clone)]
pub(crate) struct UnitCounts {
    /// Filed.
    pub(crate) received: Told,
    /// Filed, and a first answer was due.
    pub(crate) due: Told,
    /// Of those, it came in time.
    pub(crate) in_time: Share,
    /// A word is owed today and its time is over, however old the concern.
    pub(crate) late: Told,
    /// The unit says that they are settled.
    pub(crate) settled: Told,
    /// Of those, the reporter said so too (N4).
    pub(crate) confirmed: Told,
    /// The reporter said: in part.
    pub(crate) partly: Told,
    /// The reporter said nothing in thirty days.
    pub(crate) silent: Told,
    /// The reporter may still say.
    pub(crate) claimed: Told,
    /// Closed without being settled, by reason.
    pub(crate) reasons: Vec<(Reason, Told)>,
}

/// The cells of a unit's table, of public or of private concerns: the place's page shows the public ones, so they are apart.
#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    in_time: i64,
    #[diesel(sql_type = BigInt)]
    out_of_time: i64,
    #[diesel(sql_type = BigInt)]
    pending: i64,
    #[diesel(sql_type = BigInt)]
    late: i64,
    #[diesel(sql_type = BigInt)]
    confirmed: i64,
    #[diesel(sql_type = BigInt)]
    partly: i64,
    #[diesel(sql_type = BigInt)]
    silent: i64,
    #[diesel(sql_type = BigInt)]
    claimed: i64,
}

/// Counts a unit's work.
pub(crate) fn of_unit(conn: &mut Conn, unit: UnitId, now: Time) -> Result<UnitCounts> {
    let since = now.plus(-UNIT_DAYS * DAY);
    let rows: Vec<Row> = diesel::sql_query(UNIT)
        .bind::<BigInt, _>(since.seconds())
        .bind::<BigInt, _>(now.seconds())
        .bind::<BigInt, _>(now.plus(-OUTCOME_DAYS * DAY).seconds())
        .bind::<BigInt, _>(unit.raw())
        .load(conn)?;
    let cells = |parts: &[fn(&Row) -> i64]| -> Vec<i64> {
        parts.iter().flat_map(|part| rows.iter().map(part).collect::<Vec<_>>()).collect()
    };
    let told = |parts: &[fn(&Row) -> i64]| Told::sum(&cells(parts));
    Ok(UnitCounts {
        received: told(&[|r| r.in_time, |r| r.out_of_time, |r| r.pending]),
        due: told(&[|r| r.in_time, |r| r.out_of_time]),
        in_time: share(&cells(&[|r| r.in_time]), &cells(&[|r| r.out_of_time])),
        late: told(&[|r| r.late]),
        settled: told(&[|r| r.confirmed, |r| r.partly, |r| r.silent, |r| r.claimed]),
        confirmed: told(&[|r| r.confirmed]),
        partly: told(&[|r| r.partly]),
        silent: told(&[|r| r.silent]),
        claimed: told(&[|r| r.claimed]),
        reasons: reasons(conn, unit, since)?,
    })
}

fn reasons(conn: &mut Conn, unit: UnitId, since: Time) -> Result<Vec<(Reason, Told)>> {
    let mut reasons = Vec::new();
    for reason in Reason::ALL {
        let mut cells = Vec::new();
        for audience in Audience::OPEN {
            let count: i64 = concerns::table
                .filter(concerns::unit_id.eq(unit).and(concerns::state.eq(State::ClosedUnresolved)))
                .filter(concerns::audience.eq(audience))
                .filter(concerns::reason.eq(*reason).and(concerns::closed_at.ge(since)))
                .count()
                .get_result(conn)?;
            cells.push(count);
        }
        let told = Told::sum(&cells);
        if told.least() > 0 {
            reasons.push((*reason, told));
        }
    }
    Ok(reasons)
}

/// `$1` since when, `$2` now, `$3` thirty days ago, `$4` the unit: SQLite numbers them as they come, so they come in order. In time
/// is measured by the first word's own clock: `due_at` moves on with every later word. Made-up concerns have no clock, so theirs is
/// the kind's target around the clock.
const UNIT: &str = "
    SELECT
        COUNT(CASE WHEN c.filed_at >= $1 AND c.first_answer_at
            <= COALESCE(w.first_due_at, c.filed_at + k.target_hours * 3600) THEN 1 END) AS in_time,
        COUNT(CASE WHEN c.filed_at >= $1 AND (c.first_answer_at > COALESCE(w.first_due_at, c.filed_at + k.target_hours * 3600)
            OR c.first_answer_at IS NULL AND NOT c.waiting
                AND COALESCE(w.first_due_at, c.filed_at + k.target_hours * 3600) < $2) THEN 1 END) AS out_of_time,
        COUNT(CASE WHEN c.filed_at >= $1 AND c.first_answer_at IS NULL AND (c.waiting
            OR COALESCE(w.first_due_at, c.filed_at + k.target_hours * 3600) >= $2) THEN 1 END) AS pending,
        COUNT(CASE WHEN c.owed AND c.due_at < $2
            AND c.state IN ('received', 'in_progress', 'referred') THEN 1 END) AS late,
        COUNT(CASE WHEN c.closed_at >= $1 AND c.state = 'resolved' AND c.outcome = 'confirmed' THEN 1 END) AS confirmed,
        COUNT(CASE WHEN c.closed_at >= $1 AND c.state = 'resolved' AND c.outcome = 'partly' THEN 1 END) AS partly,
        COUNT(CASE WHEN c.closed_at >= $1 AND c.state = 'resolved' AND c.outcome IS NULL
            AND c.closed_at < $3 THEN 1 END) AS silent,
        COUNT(CASE WHEN c.closed_at >= $1 AND c.state = 'resolved' AND c.outcome IS NULL
            AND c.closed_at >= $3 THEN 1 END) AS claimed
    FROM concerns c JOIN categories k ON k.id = c.category_id LEFT JOIN concern_clocks w ON w.concern_id = c.id
    WHERE c.unit_id = $4 AND c.audience IN ('public', 'private')
    GROUP BY c.audience";
