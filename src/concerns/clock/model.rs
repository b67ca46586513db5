//! The clock as rules without a database: what was used of the target, when each step comes, which of them somebody is told.

use diesel::prelude::*;

use crate::areas::{Calendar, Category, Counting, Points, Reference};
use crate::base::{ConcernId, HOUR, Time, named};
use crate::db::schema::concern_clocks;
use crate::policy::Audience;

named! {
    /// How far the delay has gone.
    pub enum Stage {
        /// There is time.
        InTime = "none",
        /// Most of the time is used: the officer is warned.
        Warned = "warned",
        /// The time is over: the chief is asked.
        Chief = "chief",
        /// Far over: the district is asked.
        District = "district",
    }
}

/// When a word is owed to the reporter, from an instant on.
pub(crate) fn due(calendar: &Calendar, category: &Category, from: Time) -> Time {
    calendar.after(from, target(category), category.counting)
}

/// The kind's target in seconds.
pub(super) fn target(category: &Category) -> i64 {
    category.target_hours.max(1) * HOUR
}

/// A concern's clock.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = concern_clocks)]
pub(super) struct Clock {
    pub(super) concern_id: ConcernId,
    pub(super) counting: Counting,
    /// Seconds within which the word is owed.
    pub(super) target: i64,
    /// Since when it runs; of one that stands still, since when it does.
    pub(super) from_at: Time,
    /// Seconds used before that.
    pub(super) used: i64,
    /// True while the resident is asked.
    pub(super) paused: bool,
    pub(super) warn_at: Time,
    pub(super) chief_at: Time,
    pub(super) district_at: Time,
    pub(super) reached: Stage,
    /// Until when the first answer was owed: what figures measure it by.
    pub(super) first_due_at: Time,
}

impl Clock {
    /// One that begins now.
    pub(super) fn begun(concern: ConcernId, r: &Reference, category: &Category, now: Time) -> Clock {
        let clock = Clock {
            concern_id: concern,
            counting: category.counting,
            target: target(category),
            from_at: now,
            used: 0,
            paused: false,
            warn_at: now,
            chief_at: now,
            district_at: now,
            reached: Stage::InTime,
            first_due_at: now,
        };
        let clock = clock.timed(&r.calendar, r.points);
        Clock { first_due_at: clock.due(&r.calendar), ..clock }
    }

    /// The instant at which so many percent of the target are used.
    fn at(&self, calendar: &Calendar, percent: i64) -> Time {
        calendar.after(self.from_at, (self.target * percent / 100 - self.used).max(0), self.counting)
    }

    /// When the word is owed.
    pub(super) fn due(&self, calendar: &Calendar) -> Time {
        self.at(calendar, 100)
    }

    /// The same clock with its steps reckoned anew.
    pub(super) fn timed(self, calendar: &Calendar, points: Points) -> Clock {
        Clock {
            warn_at: self.at(calendar, points.warn),
            chief_at: self.at(calendar, points.chief),
            district_at: self.at(calendar, points.district),
            ..self
        }
    }

    /// Stands still: the resident is asked, and what was used is kept.
    pub(super) fn paused(self, calendar: &Calendar, now: Time) -> Clock {
        let used = self.used + calendar.between(self.from_at, now, self.counting);
        Clock { used, from_at: now, paused: true, ..self }
    }

    /// Runs on with what is left.
    pub(super) fn resumed(self, r: &Reference, now: Time) -> Clock {
        Clock { from_at: now, paused: false, ..self }.timed(&r.calendar, r.points)
    }

    /// The step a clock that runs has come to. Nobody above the desk that alone reads it hears of what is sealed; what is said
    /// of police conduct has no chief to go to.
    pub(super) fn stage(&self, audience: Audience, now: Time) -> Stage {
        let past = |at: Time| at <= now;
        match audience {
            Audience::Oversight => Stage::InTime,
            Audience::Public | Audience::Private if past(self.district_at) => Stage::District,
            _ if past(self.chief_at) => Stage::Chief,
            _ if past(self.warn_at) => Stage::Warned,
            _ => Stage::InTime,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn clock(now: Time) -> (Reference, Clock) {
        let r = Reference::default();
        let clock = Clock {
            concern_id: Id::new(1),
            counting: Counting::Clock,
            target: 72 * HOUR,
            from_at: now,
            used: 0,
            paused: false,
            warn_at: now,
            chief_at: now,
            district_at: now,
            reached: Stage::InTime,
            first_due_at: now,
        };
        let clock = clock.timed(&r.calendar, r.points);
        (r, clock)
    }

    #[test]
    fn the_officer_is_warned_then_the_chief_is_asked_then_the_district() {
        let now = Time(1_800_000_000);
        let (_, clock) = clock(now);
        let at = |hours: i64, audience| clock.stage(audience, now.plus(hours * HOUR));
        for (hours, stage) in [(53, Stage::InTime), (54, Stage::Warned), (72, Stage::Chief), (108, Stage::District)] {
            assert_eq!(at(hours, Audience::Private), stage, "{hours} h");
        }
        assert_eq!(at(500, Audience::Sealed), Stage::Chief, "what is sealed stays with its desk");
        assert_eq!(at(500, Audience::Oversight), Stage::InTime, "no chief hears of what is said of conduct");
    }

    #[test]
    fn a_clock_stands_still_while_the_resident_is_asked_and_only_then() {
        let now = Time(1_800_000_000);
        let (r, clock) = clock(now);
        let paused = clock.paused(&r.calendar, now.plus(60 * HOUR));
        let resumed = paused.resumed(&r, now.plus(400 * HOUR));
        assert_eq!(resumed.due(&r.calendar), now.plus(412 * HOUR), "twelve hours were left");
        assert_eq!(resumed.stage(Audience::Private, now.plus(400 * HOUR)), Stage::Warned);
        assert_eq!(resumed.district_at, now.plus(448 * HOUR));
    }
}
