//! Instants and days. Bamako keeps UTC all year, so one clock serves storage and people alike.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use diesel::backend::Backend;
use diesel::deserialize::FromSqlRow;
use diesel::deserialize::{self, FromSql};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::BigInt;
use jiff::civil;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

/// Seconds in an hour.
pub const HOUR: i64 = 3_600;
/// Seconds in a day.
pub const DAY: i64 = 24 * HOUR;

/// An instant: whole seconds since 1970-01-01 UTC, kept as a big integer so that both databases sort and subtract it alike.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, AsExpression, FromSqlRow,
)]
#[diesel(sql_type = BigInt)]
pub struct Time(pub i64);

impl Time {
    /// Reads RFC 3339 with a zone, as in `2026-11-23T10:00:00Z`.
    pub fn parse(text: &str) -> Option<Time> {
        text.parse::<jiff::Timestamp>().ok().map(|t| Time(t.as_second()))
    }

    /// Reads what `<input type=datetime-local>` sends: `2026-11-23T10:00`.
    pub fn parse_local(text: &str) -> Option<Time> {
        let civil = text.parse::<civil::DateTime>().ok()?;
        Some(Time(Offset::UTC.to_timestamp(civil).ok()?.as_second()))
    }

    /// Seconds since 1970.
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// This instant moved by so many seconds.
    pub const fn plus(self, seconds: i64) -> Time {
        Time(self.0 + seconds)
    }

    /// Seconds from `earlier` to this instant; negative when it lies before.
    pub const fn since(self, earlier: Time) -> i64 {
        self.0 - earlier.0
    }

    /// The date and time of day on a wall clock in Bamako.
    pub fn civil(self) -> civil::DateTime {
        jiff::Timestamp::from_second(self.0).map_or(civil::DateTime::ZERO, |t| Offset::UTC.to_datetime(t))
    }

    /// The day in Bamako.
    pub fn day(self) -> Day {
        Day(self.0.div_euclid(DAY))
    }

    /// The form `<input type=datetime-local>` takes.
    pub fn local(self) -> String {
        self.civil().strftime("%Y-%m-%dT%H:%M").to_string()
    }

    /// RFC 3339 in UTC, for feeds, APIs and `<time datetime>`.
    pub fn rfc3339(self) -> String {
        self.civil().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }
}

impl<DB: Backend> ToSql<BigInt, DB> for Time
where
    i64: ToSql<BigInt, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB: Backend> FromSql<BigInt, DB> for Time
where
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        i64::from_sql(bytes).map(Time)
    }
}

/// A calendar day in Bamako: whole days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = BigInt)]
pub struct Day(pub i64);

impl Day {
    /// Reads `2026-11-23`.
    pub fn parse(text: &str) -> Option<Day> {
        text.trim().parse::<civil::Date>().ok().map(Day::of)
    }

    /// The day of a calendar date.
    pub fn of(date: civil::Date) -> Day {
        let noon = Offset::UTC.to_timestamp(date.at(12, 0, 0, 0));
        Day(noon.map_or(0, |t| t.as_second().div_euclid(DAY)))
    }

    /// The calendar date.
    pub fn date(self) -> civil::Date {
        self.start().civil().date()
    }

    /// The instant the day begins.
    pub const fn start(self) -> Time {
        Time(self.0 * DAY)
    }

    /// The day so many days later (earlier when negative).
    pub const fn plus(self, days: i64) -> Day {
        Day(self.0 + days)
    }

    /// The Monday of the day's week.
    pub const fn monday(self) -> Day {
        Day(self.0 - (self.0 + 3).rem_euclid(7))
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.date().fmt(f)
    }
}

impl<DB: Backend> ToSql<BigInt, DB> for Day
where
    i64: ToSql<BigInt, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB: Backend> FromSql<BigInt, DB> for Day
where
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        i64::from_sql(bytes).map(Day)
    }
}

/// Where the program reads the time: the system's clock, or one that a test moves.
#[derive(Debug, Clone)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The system's clock.
    pub const fn system() -> Clock {
        Clock(None)
    }

    /// A clock that stands still at `start` until it is moved.
    pub fn manual(start: Time) -> Clock {
        Clock(Some(Arc::new(AtomicI64::new(start.0))))
    }

    /// The present instant.
    pub fn now(&self) -> Time {
        match &self.0 {
            Some(seconds) => Time(seconds.load(Ordering::SeqCst)),
            None => Time(jiff::Timestamp::now().as_second()),
        }
    }

    /// Moves a manual clock; the system's clock takes no orders.
    pub fn advance(&self, seconds: i64) {
        if let Some(now) = &self.0 {
            now.fetch_add(seconds, Ordering::SeqCst);
        }
    }

    /// Moves a manual clock by hours.
    pub fn advance_hours(&self, hours: i64) {
        self.advance(hours * HOUR);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_bamako() {
        let noon = Time::parse("2026-11-23T12:30:00Z").expect("a time");
        assert_eq!(noon.day().to_string(), "2026-11-23");
        assert_eq!(noon.day().start().rfc3339(), "2026-11-23T00:00:00Z");
        assert_eq!(Day::parse("2026-11-23"), Some(noon.day()));
        assert_eq!(noon.local(), "2026-11-23T12:30");
        assert_eq!(Time::parse_local("2026-11-23T12:30"), Some(noon));
    }

    #[test]
    fn a_week_begins_on_monday() {
        for (day, monday) in [("2026-11-23", "2026-11-23"), ("2026-11-29", "2026-11-23"), ("1969-12-31", "1969-12-29")]
        {
            assert_eq!(Day::parse(day).map(|d| d.monday().to_string()).as_deref(), Some(monday));
        }
    }
}
