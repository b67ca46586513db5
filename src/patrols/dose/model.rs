//! The arithmetic of presence, without a database.

use std::ops::RangeInclusive;

use crate::base::{AreaId, Day, Time};

/// Minutes of a stop that does its work: under ten it is hardly noticed, over twenty it adds little (Koper 1995, « Just enough
/// police presence », Justice Quarterly 12; product.md names 10–16 as the aim and counts 10–20).
pub(crate) const GOOD: RangeInclusive<i64> = 10..=20;

/// A visit of a quartier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Visit {
    pub(crate) area: AreaId,
    pub(crate) arrived: Time,
    /// Nothing while they are still there.
    pub(crate) left: Option<Time>,
}

impl Visit {
    /// Whole minutes, once they left.
    pub(crate) fn minutes(&self) -> Option<i64> {
        self.left.map(|left| left.since(self.arrived).max(0) / 60)
    }
}

/// What some visits come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Dose {
    /// How many.
    pub(crate) visits: i64,
    /// Minutes in all.
    pub(crate) minutes: i64,
    /// The middle length in minutes; between two, their mean, rounded down.
    pub(crate) median: Option<i64>,
    /// Of the ended ones, how many lasted [`GOOD`] minutes.
    pub(crate) good: i64,
    /// How many have ended.
    pub(crate) ended: i64,
}

impl Dose {
    /// Of these visits.
    pub(crate) fn of<'a>(visits: impl IntoIterator<Item = &'a Visit>) -> Dose {
        let mut dose = Dose::default();
        let mut lengths: Vec<i64> = Vec::new();
        for visit in visits {
            dose.visits += 1;
            lengths.extend(visit.minutes());
        }
        lengths.sort_unstable();
        let n = lengths.len();
        dose.median = match n {
            0 => None,
            _ if n % 2 == 1 => lengths.get(n / 2).copied(),
            _ => lengths.get(n / 2 - 1).zip(lengths.get(n / 2)).map(|(a, b)| (a + b) / 2),
        };
        dose.ended = n as i64;
        dose.minutes = lengths.iter().sum();
        dose.good = lengths.iter().filter(|m| GOOD.contains(m)).count() as i64;
        dose
    }

    /// The share of good lengths among the ended ones; nothing when none has ended.
    pub(crate) fn share(&self) -> Option<f64> {
        (self.ended > 0).then(|| self.good as f64 / self.ended as f64)
    }
}

/// A quartier in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) area: AreaId,
    pub(crate) dose: Dose,
    /// Open concerns now.
    pub(crate) open: i64,
    /// Days from the last visit to the end of the week (or to today, in this week); nothing when there was none.
    pub(crate) since: Option<i64>,
    /// Planned stops of the week, and those of them that were made.
    pub(crate) planned: i64,
    pub(crate) made: i64,
}

impl Place {
    /// Minutes per hundred open concerns (N9); nothing where nothing is open.
    pub(crate) fn per_hundred(&self) -> Option<i64> {
        (self.open > 0).then(|| self.dose.minutes * 100 / self.open)
    }
}

/// Least served first (N9): by minutes per hundred open concerns; among equals, and where nothing is open, the longest
/// unvisited first.
pub(crate) fn least_served_first(places: &mut [Place]) {
    places.sort_by_key(|p| {
        let served = p.per_hundred();
        let waited = std::cmp::Reverse(p.since.unwrap_or(i64::MAX));
        (served.is_none(), served, waited, std::cmp::Reverse(p.open), p.area)
    });
}

/// The day a week's figures are seen from: its last day, or today while it runs.
pub(crate) fn seen_from(monday: Day, today: Day) -> Day {
    monday.plus(6).min(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn visit(area: i64, from: i64, minutes: Option<i64>) -> Visit {
        Visit { area: Id::new(area), arrived: Time(from), left: minutes.map(|m| Time(from + m * 60)) }
    }

    #[test]
    fn a_dose_counts_visits_and_measures_those_that_ended() {
        let visits =
            [visit(1, 0, Some(4)), visit(1, 9_000, Some(12)), visit(1, 20_000, Some(20)), visit(1, 40_000, None)];
        let dose = Dose::of(&visits);
        assert_eq!(dose, Dose { visits: 4, minutes: 36, median: Some(12), good: 2, ended: 3 });
        assert_eq!(Dose::of(&visits[..2]).median, Some(8));
        assert_eq!((Dose::of([]).median, Dose::of([]).share()), (None, None));
    }

    #[test]
    fn the_least_served_quartier_comes_first() {
        let place = |area, open, minutes, since| Place {
            area: Id::new(area),
            dose: Dose { minutes, ..Dose::default() },
            open,
            since,
            planned: 0,
            made: 0,
        };
        let mut places =
            vec![place(1, 0, 90, Some(1)), place(2, 10, 60, Some(2)), place(3, 10, 0, Some(9)), place(4, 2, 0, None)];
        least_served_first(&mut places);
        assert_eq!(places.iter().map(|p| p.area.raw()).collect::<Vec<_>>(), [4, 3, 2, 1]);
    }

    #[test]
    fn a_running_week_is_seen_from_today() {
        let monday = Day::parse("2026-11-23").expect("a day");
        assert_eq!(seen_from(monday, monday.plus(2)), monday.plus(2));
        assert_eq!(seen_from(monday.plus(-7), monday.plus(2)), monday.plus(-1));
    }
}
