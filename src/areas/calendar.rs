//! The working calendar, as rules without a database: which days rest, which hours count, and how a span is counted over them.
//! Rest days, hours and holidays are an instance's own data: no law of any country stands in the code.

use std::collections::BTreeSet;

use diesel::prelude::*;

use crate::base::{DAY, Day, HOUR, HolidayId, Lang, Time, named};
use crate::db::schema;

named! {
    /// How the target of a kind is counted.
    pub enum Counting {
        /// Every hour counts.
        Clock = "clock",
        /// The hours of rest days and holidays do not.
        Days = "days",
        /// Only opening hours of working days do.
        Hours = "hours",
    }
}

/// A public holiday.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::holidays)]
pub struct Holiday {
    /// Its id.
    pub id: HolidayId,
    /// Which day; of a yearly one, the first.
    pub day: Day,
    /// True for the same date every year.
    pub yearly: bool,
    /// Its name in French.
    pub name_fr: String,
    /// Its name in Bambara.
    pub name_bm: String,
    /// False once it is no holiday any more.
    pub active: bool,
}

impl Holiday {
    /// In the reader's language; in French while nobody wrote the Bambara.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Bm if !self.name_bm.is_empty() => &self.name_bm,
            _ => &self.name_fr,
        }
    }
}

/// Days looked at for the end of a span: more than ten years of rest are a calendar nobody meant.
const FAR: i64 = 4_000;

/// Which days and hours an instance works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Days of the week that rest, Monday the first.
    pub rest: [bool; 7],
    /// When a working day opens, in minutes.
    pub opens: i64,
    /// When it closes, in minutes.
    pub closes: i64,
    once: BTreeSet<Day>,
    yearly: BTreeSet<(i8, i8)>,
}

impl Default for Calendar {
    fn default() -> Self {
        Calendar::new(96, 450, 960, &[])
    }
}

impl Calendar {
    /// From what is stored: rest days as bits, Monday the first; hours in minutes of the day.
    pub fn new(rest: i64, opens: i64, closes: i64, holidays: &[Holiday]) -> Calendar {
        let active = || holidays.iter().filter(|h| h.active);
        Calendar {
            rest: std::array::from_fn(|weekday| rest & (1 << weekday) != 0),
            opens,
            closes,
            once: active().filter(|h| !h.yearly).map(|h| h.day).collect(),
            yearly: active().filter(|h| h.yearly).map(|h| (h.day.date().month(), h.day.date().day())).collect(),
        }
    }

    /// True for a rest day and a holiday.
    pub fn is_off(&self, day: Day) -> bool {
        let weekday = usize::try_from(day.0 - day.monday().0).unwrap_or_default();
        let date = day.date();
        self.rest.get(weekday).copied().unwrap_or_default()
            || self.once.contains(&day)
            || self.yearly.contains(&(date.month(), date.day()))
    }

    /// The part of a day that counts.
    fn window(&self, day: Day, counting: Counting) -> Option<(Time, Time)> {
        let start = day.start();
        match counting {
            Counting::Clock => Some((start, start.plus(DAY))),
            _ if self.is_off(day) => None,
            Counting::Days => Some((start, start.plus(DAY))),
            Counting::Hours => Some((start.plus(self.opens * HOUR / 60), start.plus(self.closes * HOUR / 60))),
        }
    }

    /// The instant at which so many counted seconds have passed.
    pub fn after(&self, from: Time, seconds: i64, counting: Counting) -> Time {
        if counting == Counting::Clock || seconds <= 0 {
            return from.plus(seconds.max(0));
        }
        let mut left = seconds;
        for day in (0..FAR).map(|n| from.day().plus(n)) {
            let Some((opens, closes)) = self.window(day, counting) else { continue };
            let begins = opens.max(from);
            let room = closes.since(begins).max(0);
            if left <= room {
                return begins.plus(left);
            }
            left -= room;
        }
        from.plus(seconds)
    }

    /// How many counted seconds lie between two instants.
    pub fn between(&self, from: Time, to: Time, counting: Counting) -> i64 {
        if counting == Counting::Clock || to <= from {
            return to.since(from).max(0);
        }
        let days = (to.day().0 - from.day().0).min(FAR);
        let counted = (0..=days).filter_map(|n| self.window(from.day().plus(n), counting));
        counted.map(|(opens, closes)| closes.min(to).since(opens.max(from)).max(0)).sum()
    }
}

/// When somebody more is asked to look at a late answer, in percent of the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    /// The officer is warned.
    pub warn: i64,
    /// The chief is asked.
    pub chief: i64,
    /// The district is asked.
    pub district: i64,
}

impl Default for Points {
    fn default() -> Self {
        Points { warn: 75, chief: 100, district: 150 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn at(text: &str) -> Time {
        Time::parse_local(text).expect("a time")
    }

    fn holiday(day: &str, yearly: bool) -> Holiday {
        let day = Day::parse(day).expect("a day");
        Holiday { id: Id::new(1), day, yearly, name_fr: "F".into(), name_bm: String::new(), active: true }
    }

    #[test]
    fn rest_days_and_holidays_do_not_count_and_around_the_clock_they_do() {
        // Friday 27 November 2026, ten o'clock; Saturday and Sunday rest.
        let friday = at("2026-11-27T10:00");
        let week = Calendar::default();
        assert_eq!(week.after(friday, 72 * HOUR, Counting::Clock), at("2026-11-30T10:00"));
        assert_eq!(week.after(friday, 24 * HOUR, Counting::Days), at("2026-11-30T10:00"));
        assert_eq!(week.after(friday, 72 * HOUR, Counting::Days), at("2026-12-02T10:00"));
        let feast = Calendar::new(96, 450, 960, &[holiday("2026-11-30", false), holiday("2020-12-01", true)]);
        assert_eq!(feast.after(friday, 24 * HOUR, Counting::Days), at("2026-12-02T10:00"));
        assert!(feast.is_off(Day::parse("2027-12-01").expect("a day")), "a yearly holiday comes again");
        assert!(!feast.is_off(Day::parse("2027-11-30").expect("a day")), "another does not");
    }

    #[test]
    fn opening_hours_alone_count_where_a_kind_says_so() {
        let week = Calendar::new(96, 480, 960, &[]);
        // Two hours are left on Friday at two; the third is Monday's first.
        assert_eq!(week.after(at("2026-11-27T14:00"), 3 * HOUR, Counting::Hours), at("2026-11-30T09:00"));
        assert_eq!(week.after(at("2026-11-27T20:00"), HOUR, Counting::Hours), at("2026-11-30T09:00"));
        assert_eq!(week.after(at("2026-11-28T12:00"), 8 * HOUR, Counting::Hours), at("2026-11-30T16:00"));
    }

    #[test]
    fn what_was_counted_forwards_is_counted_back() {
        let week = Calendar::new(64, 450, 960, &[holiday("2026-12-02", false)]);
        let from = at("2026-11-27T15:30");
        for counting in Counting::ALL {
            for hours in [1, 5, 30, 72, 400] {
                let to = week.after(from, hours * HOUR, *counting);
                assert_eq!(week.between(from, to, *counting), hours * HOUR, "{counting} {hours}");
            }
        }
    }

    #[test]
    fn a_calendar_that_never_works_still_ends() {
        let never = Calendar::new(127, 450, 960, &[]);
        let from = at("2026-11-27T15:30");
        assert_eq!(never.after(from, HOUR, Counting::Days), from.plus(HOUR));
    }
}
