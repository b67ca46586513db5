//! What a unit reports to a meeting (M5), as of an instant: what was received and settled in the year before it, and what was
//! late then. An agenda that was held keeps the figures of its hour, whatever was done since: the state a concern had comes from its
//! timeline, not from its row.
//!
//! Weaker than a record of that day: a word that was late then and was given since is counted only when it was the first one.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::UNIT_DAYS;
use super::rules::Told;
use crate::base::{DAY, Time, UnitId};
use crate::concerns::model::{EventKind, State};
use crate::db::Conn;
use crate::error::Result;

/// A unit's figures at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Report {
    /// Filed in the year before.
    pub(crate) received: Told,
    /// Of all, settled in that year and not taken up again by then.
    pub(crate) settled: Told,
    /// A word was owed, and its time was over.
    pub(crate) late: Told,
}

/// The cells, of public or of private concerns.
#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    received: i64,
    #[diesel(sql_type = BigInt)]
    settled: i64,
    #[diesel(sql_type = BigInt)]
    late: i64,
}

/// What a unit had to report at an instant.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn at(conn: &mut Conn, unit: UnitId, at: Time) -> Result<Report> {
    let rows: Vec<Row> = diesel::sql_query(REPORT)
        .bind::<BigInt, _>(at.plus(-UNIT_DAYS * DAY).seconds())
        .bind::<Text, _>(State::Resolved)
        .bind::<BigInt, _>(at.seconds())
        .bind::<Text, _>(State::ClosedUnresolved)
        .bind::<Text, _>(EventKind::State)
        .bind::<BigInt, _>(unit.raw())
        .load(conn)?;
    let told = |part: fn(&Row) -> i64| Told::sum(&rows.iter().map(part).collect::<Vec<_>>());
    Ok(Report { received: told(|r| r.received), settled: told(|r| r.settled), late: told(|r| r.late) })
}

/// `$1` a year before, `$2` settled, `$3` the instant, `$4` closed otherwise, `$5` a change of state, `$6` the unit: SQLite numbers
/// them as they come, so they come in order. A concern that has no change of state on its timeline stands as its row says.
const REPORT: &str = "
    SELECT
        COUNT(CASE WHEN s.filed_at >= $1 THEN 1 END) AS received,
        COUNT(CASE WHEN s.stood = $2 AND s.closed >= $1 AND s.closed <= $3 THEN 1 END) AS settled,
        COUNT(CASE WHEN s.stood NOT IN ($2, $4) AND (s.owed AND s.due_at < $3
            OR s.first_answer_at > $3 AND s.first_due < $3) THEN 1 END) AS late
    FROM (SELECT c.audience, c.filed_at, c.owed, c.due_at, c.first_answer_at,
            COALESCE(w.first_due_at, c.filed_at + k.target_hours * 3600) AS first_due,
            COALESCE(
                (SELECT e.became FROM concern_events e WHERE e.concern_id = c.id AND e.kind = $5 AND e.at <= $3
                    ORDER BY e.at DESC, e.id DESC LIMIT 1),
                (SELECT e.was FROM concern_events e WHERE e.concern_id = c.id AND e.kind = $5 AND e.at > $3
                    ORDER BY e.at, e.id LIMIT 1),
                c.state) AS stood,
            COALESCE((SELECT MAX(e.at) FROM concern_events e WHERE e.concern_id = c.id AND e.kind = $5 AND e.became = $2
                AND e.at <= $3), c.closed_at) AS closed
        FROM concerns c JOIN categories k ON k.id = c.category_id LEFT JOIN concern_clocks w ON w.concern_id = c.id
        WHERE c.unit_id = $6 AND c.audience IN ('public', 'private') AND c.filed_at <= $3
            AND (c.filed_at >= $1 OR c.last_act_at >= $1 OR c.owed)) s
    GROUP BY s.audience";
