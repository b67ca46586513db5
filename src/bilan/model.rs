//! A span of the calendar, and the bilan as a table: the page, the CSV and the sheet are drawn from the same rows.

use jiff::civil::Date;

use crate::base::{Day, Time};
use crate::i18n::L;

/// A month, a quarter or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    /// A month of a year.
    Month(i16, i8),
    /// A quarter of a year.
    Quarter(i16, i8),
    /// A year.
    Year(i16),
}

impl Period {
    /// Reads `2026-11`, `2026-Q4` or `2026`.
    pub(super) fn parse(text: &str) -> Option<Period> {
        let (year, part) = text.split_once('-').map_or((text, None), |(year, part)| (year, Some(part)));
        let year: i16 = year.parse().ok().filter(|y| (2_000..=2_999).contains(y))?;
        match part {
            None => Some(Period::Year(year)),
            Some(part) => match part.strip_prefix('Q') {
                Some(quarter) => quarter.parse().ok().filter(|q| (1..=4).contains(q)).map(|q| Period::Quarter(year, q)),
                None => part.parse().ok().filter(|m| (1..=12).contains(m)).map(|m| Period::Month(year, m)),
            },
        }
    }

    /// The month before an instant's: the last one that is whole.
    pub(super) fn last_month(now: Time) -> Period {
        let date = now.civil().date();
        match date.month() {
            1 => Period::Month(date.year() - 1, 12),
            month => Period::Month(date.year(), month - 1),
        }
    }

    /// As it stands in an address.
    pub(super) fn word(self) -> String {
        match self {
            Period::Month(year, month) => format!("{year}-{month:02}"),
            Period::Quarter(year, quarter) => format!("{year}-Q{quarter}"),
            Period::Year(year) => year.to_string(),
        }
    }

    fn first(self) -> Date {
        let (year, month) = match self {
            Period::Month(year, month) => (year, month),
            Period::Quarter(year, quarter) => (year, quarter * 3 - 2),
            Period::Year(year) => (year, 1),
        };
        Date::new(year, month, 1).unwrap_or(Date::ZERO)
    }

    /// The same span after or before.
    pub(super) fn moved(self, by: i16) -> Period {
        let shift = |year: i16, part: i8, parts: i16| {
            let at = year * parts + i16::from(part) - 1 + by;
            (at.div_euclid(parts), i8::try_from(at.rem_euclid(parts) + 1).unwrap_or(1))
        };
        match self {
            Period::Month(year, month) => {
                let (year, month) = shift(year, month, 12);
                Period::Month(year, month)
            }
            Period::Quarter(year, quarter) => {
                let (year, quarter) = shift(year, quarter, 4);
                Period::Quarter(year, quarter)
            }
            Period::Year(year) => Period::Year(year + by),
        }
    }

    /// Its first instant, and the first after it.
    pub(super) fn span(self) -> (Time, Time) {
        (Day::of(self.first()).start(), Day::of(self.moved(1).first()).start())
    }

    /// The month, quarter and year that hold its first day.
    pub(super) fn alternatives(self) -> [Period; 3] {
        let first = self.first();
        let quarter = (first.month() - 1) / 3 + 1;
        [Period::Month(first.year(), first.month()), Period::Quarter(first.year(), quarter), Period::Year(first.year())]
    }

    /// « novembre 2026 », « 4e trimestre 2026 », « 2026 ».
    pub(super) fn say(self, l: L) -> String {
        match self {
            Period::Month(..) => l.month_year(self.first()),
            Period::Quarter(year, quarter) => l.bilan_quarter(i64::from(quarter), year.to_string()),
            Period::Year(year) => year.to_string(),
        }
    }
}

/// A number of the bilan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// So many.
    Count(i64),
    /// So many minutes.
    Minutes(i64),
    /// So many seconds; nothing when there was nothing to measure.
    Seconds(Option<i64>),
}

impl Value {
    /// For readers.
    pub(super) fn say(self, l: &L) -> String {
        match self {
            Value::Count(n) => l.number(n),
            Value::Minutes(n) => l.time_minutes(n),
            Value::Seconds(Some(n)) => l.span(n.max(0)),
            Value::Seconds(None) => "–".to_owned(),
        }
    }

    /// For machines: the number and what it counts. Times are told in hours.
    pub(super) fn plain(self) -> (Option<f64>, &'static str) {
        match self {
            Value::Count(n) => (Some(n as f64), ""),
            Value::Minutes(n) => (Some(n as f64), "min"),
            Value::Seconds(n) => (n.map(|n| (n as f64 / 360.0).round() / 10.0), "h"),
        }
    }
}

/// A line.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) label: String,
    pub(super) value: Value,
    /// True for a part of the line above.
    pub(super) part: bool,
}

/// Lines under a heading.
#[derive(Debug, Clone)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) icon: &'static str,
    pub(super) rows: Vec<Row>,
}

/// A unit's bilan, with its words.
#[derive(Debug, Clone)]
pub(super) struct Bilan {
    pub(super) unit: String,
    pub(super) period: String,
    pub(super) made: String,
    pub(super) sections: Vec<Section>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_said_and_moved() {
        for word in ["2026-11", "2026-Q4", "2026"] {
            assert_eq!(Period::parse(word).map(Period::word).as_deref(), Some(word));
        }
        for wrong in ["", "2026-13", "2026-Q5", "26", "2026-11-01", "2026-Q0"] {
            assert_eq!(Period::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Period::Month(2026, 1).moved(-1), Period::Month(2025, 12));
        assert_eq!(Period::Quarter(2026, 4).moved(1), Period::Quarter(2027, 1));
        let (from, to) = Period::Quarter(2026, 4).span();
        assert_eq!((from.day().to_string(), to.day().to_string()), ("2026-10-01".into(), "2027-01-01".into()));
        let november = Time::parse("2026-11-23T10:00:00Z").expect("a time");
        assert_eq!(Period::last_month(november), Period::Month(2026, 10));
    }
}
