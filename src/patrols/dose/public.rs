//! What everybody may know of presence (T7): visits of a quartier by week, from weeks that ended at least seven days ago.

use super::store;
use crate::base::{AreaId, Day};
use crate::concerns::figures::rules::Told;
use crate::db::Conn;
use crate::error::Result;
use crate::patrols::seen;

/// Weeks that are shown.
const WEEKS: i64 = 4;
/// Days between a week's last day and its being told.
const DELAY: i64 = 7;

/// The Monday after the last week that may be told on a day.
pub(super) fn told_before(today: Day) -> Day {
    today.plus(-DELAY).monday()
}

/// A quartier's week as everybody may read it.
pub(crate) struct Week {
    /// Its Monday.
    pub(crate) monday: Day,
    /// Visits by the log.
    pub(crate) visits: i64,
    /// Visits that people confirmed (N10).
    pub(crate) seen: Told,
}

/// Visits of a quartier in each of the last weeks that may be told, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn weeks_of(conn: &mut Conn, area: AreaId, today: Day) -> Result<Vec<Week>> {
    let end = told_before(today);
    let from = end.plus(-7 * WEEKS);
    let arrivals = store::arrivals(conn, area, from.start(), end.start())?;
    let visits = |monday: Day| arrivals.iter().filter(|at| at.day().monday() == monday).count() as i64;
    let confirmed = seen::weeks(conn, &[area], from, end)?;
    let week = |monday| Week { monday, visits: visits(monday), seen: seen::told(&confirmed, monday, &[area]) };
    Ok((1..=WEEKS).map(|n| week(end.plus(-7 * n))).collect())
}

/// A quartier's visits in a month, as far as they may be told: the weeks that began in it and are old enough, together.
pub(crate) struct Presence {
    /// Visits by the log.
    pub(crate) visits: i64,
    /// In so many weeks.
    pub(crate) weeks: i64,
}

/// Visits of a quartier in the told weeks that begin from `first` on and before `end`.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn presence_of(conn: &mut Conn, area: AreaId, first: Day, end: Day, today: Day) -> Result<Presence> {
    let (from, to) = told_weeks(first, end, today);
    let visits = if from < to { store::arrivals(conn, area, from.start(), to.start())?.len() as i64 } else { 0 };
    Ok(Presence { visits, weeks: ((to.0 - from.0) / 7).max(0) })
}

/// The first Monday from `first` on, and the Monday after the last week that begins before `end` and may be told.
fn told_weeks(first: Day, end: Day, today: Day) -> (Day, Day) {
    let next_monday = |day: Day| day.plus(6).monday();
    (next_monday(first), next_monday(end).min(told_before(today)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_told_no_sooner_than_seven_days_after_its_last_day() {
        let monday = Day::parse("2026-11-23").expect("a day");
        for (n, day) in (0..14).map(|n| (n, monday.plus(n))) {
            let last_told = told_before(day).plus(-1);
            assert!(
                day.0 - last_told.0 > DELAY,
                "on day {n} a week is told that ended {} days ago",
                day.0 - last_told.0
            );
        }
        // On a Monday the week that ended eight days before is the last one told.
        assert_eq!(told_before(monday), monday.plus(-7));
    }

    #[test]
    fn a_month_is_told_by_whole_weeks_that_are_old_enough() {
        let day = |text: &str| Day::parse(text).expect("a day");
        let weeks = |today: &str| {
            let (from, to) = told_weeks(day("2026-11-01"), day("2026-12-01"), day(today));
            (from.to_string(), (to.0 - from.0) / 7)
        };
        // November 2026 begins on a Sunday: its first Monday is the 2nd, its last the 30th.
        assert_eq!(weeks("2026-11-23"), ("2026-11-02".into(), 2));
        assert_eq!(weeks("2026-11-24"), ("2026-11-02".into(), 2));
        assert_eq!(weeks("2027-03-01"), ("2026-11-02".into(), 5));
        assert!(weeks("2026-11-03").1 <= 0);
    }
}
