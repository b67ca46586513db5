//! Counts that everybody may read: of a place, public concerns; of a unit, public and private ones. Sealed concerns and those
//! about conduct of police are in none of them, and no cell under five is told exactly.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::model::{Moderation, Reason, State};
use super::public::Place;
use crate::base::{DAY, Time, UnitId};
use crate::db::Conn;
use crate::db::schema::concerns;
use crate::error::Result;
use crate::i18n::L;
use crate::policy::Audience;

/// The smallest count that is told exactly: under it somebody could be recognised.
pub(crate) const SMALLEST: i64 = 5;

/// A unit's figures look back so many days.
pub(crate) const UNIT_DAYS: i64 = 365;

/// A count as everybody reads it: « <5 » for one to four.
pub(crate) fn told(l: L, count: i64) -> String {
    if (1..SMALLEST).contains(&count) { format!("<{SMALLEST}") } else { l.number(count) }
}

/// Public concerns of a place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct PlaceCounts {
    /// Somebody still owes work.
    pub(crate) open: i64,
    /// The unit says that they are settled.
    pub(crate) settled: i64,
    /// Closed without that.
    pub(crate) unsettled: i64,
}

/// Counts the public concerns of a place.
pub(crate) fn of_place(conn: &mut Conn, place: Place) -> Result<PlaceCounts> {
    let public = concerns::audience.eq(Audience::Public).and(concerns::moderation.eq(Moderation::Published));
    let mut counts = PlaceCounts::default();
    for state in State::ALL {
        let query = concerns::table.filter(public).filter(concerns::state.eq(*state)).into_boxed();
        let query = match place {
            Place::Quartier(id) => query.filter(concerns::area_id.eq(id)),
            Place::Commune(id) => query.filter(concerns::commune_id.eq(id)),
        };
        let count: i64 = query.count().get_result(conn)?;
        match state {
            State::Resolved => counts.settled += count,
            State::ClosedUnresolved => counts.unsettled += count,
            State::Received | State::InProgress | State::Referred => counts.open += count,
        }
    }
    Ok(counts)
}

/// What a unit did with public and private concerns of the last [`UNIT_DAYS`].
#[derive(Debug, Clone, Default)]
pub(crate) struct UnitCounts {
    /// Filed.
    pub(crate) received: i64,
    /// Of those, a first answer was due.
    pub(crate) due: i64,
    /// Of those, it came in time.
    pub(crate) in_time: i64,
    /// A word is owed today and its time is over, however old the concern.
    pub(crate) late: i64,
    /// The unit says that they are settled.
    pub(crate) settled: i64,
    /// Of those, the reporter said so too (N4).
    pub(crate) confirmed: i64,
    /// Closed without being settled, by reason.
    pub(crate) reasons: Vec<(Reason, i64)>,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    received: i64,
    #[diesel(sql_type = BigInt)]
    due: i64,
    #[diesel(sql_type = BigInt)]
    in_time: i64,
    #[diesel(sql_type = BigInt)]
    late: i64,
    #[diesel(sql_type = BigInt)]
    settled: i64,
    #[diesel(sql_type = BigInt)]
    confirmed: i64,
}

/// Counts a unit's work.
pub(crate) fn of_unit(conn: &mut Conn, unit: UnitId, now: Time) -> Result<UnitCounts> {
    let since = now.plus(-UNIT_DAYS * DAY);
    let row: Row = diesel::sql_query(UNIT)
        .bind::<BigInt, _>(since.seconds())
        .bind::<BigInt, _>(now.seconds())
        .bind::<BigInt, _>(unit.raw())
        .get_result(conn)?;
    let mut reasons = Vec::new();
    for reason in Reason::ALL {
        let count: i64 = concerns::table
            .filter(concerns::unit_id.eq(unit).and(concerns::state.eq(State::ClosedUnresolved)))
            .filter(concerns::audience.eq_any([Audience::Public, Audience::Private]))
            .filter(concerns::reason.eq(*reason).and(concerns::closed_at.ge(since)))
            .count()
            .get_result(conn)?;
        if count > 0 {
            reasons.push((*reason, count));
        }
    }
    let Row { received, due, in_time, late, settled, confirmed } = row;
    Ok(UnitCounts { received, due, in_time, late, settled, confirmed, reasons })
}

/// `$1` since when, `$2` now, `$3` the unit: SQLite numbers them as they come, so they come in order. In time is measured
/// against the kind's target from the day of filing: `due_at` moves on with every later word.
const UNIT: &str = "
    SELECT CAST(COALESCE(SUM(CASE WHEN c.filed_at >= $1 THEN 1 ELSE 0 END), 0) AS BIGINT) AS received,
        CAST(COALESCE(SUM(CASE WHEN c.filed_at >= $1
            AND (c.first_answer_at IS NOT NULL OR c.filed_at + k.target_hours * 3600 < $2) THEN 1 ELSE 0 END), 0) AS BIGINT) AS due,
        CAST(COALESCE(SUM(CASE WHEN c.filed_at >= $1
            AND c.first_answer_at <= c.filed_at + k.target_hours * 3600 THEN 1 ELSE 0 END), 0) AS BIGINT) AS in_time,
        CAST(COALESCE(SUM(CASE WHEN c.owed AND c.due_at < $2
            AND c.state IN ('received', 'in_progress', 'referred') THEN 1 ELSE 0 END), 0) AS BIGINT) AS late,
        CAST(COALESCE(SUM(CASE WHEN c.closed_at >= $1 AND c.state = 'resolved' THEN 1 ELSE 0 END), 0) AS BIGINT) AS settled,
        CAST(COALESCE(SUM(CASE WHEN c.closed_at >= $1 AND c.state = 'resolved'
            AND c.outcome = 'confirmed' THEN 1 ELSE 0 END), 0) AS BIGINT) AS confirmed
    FROM concerns c JOIN categories k ON k.id = c.category_id
    WHERE c.unit_id = $3 AND c.audience IN ('public', 'private')";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;

    #[test]
    fn a_small_count_is_not_told_exactly() {
        let l = L::new(Lang::Fr);
        let told: Vec<String> = [0, 1, 4, 5, 12].map(|n| told(l, n)).into();
        assert_eq!(told, ["0", "<5", "<5", "5", "12"]);
    }
}
