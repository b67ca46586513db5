//! A calendar month, as it stands in an address.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::base::{Day, Time};

/// A month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Month {
    year: i16,
    month: i8,
}

/// The text is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotAMonth;

impl Month {
    /// The one an instant lies in.
    pub(crate) fn of(now: Time) -> Month {
        let date = now.civil().date();
        Month { year: date.year(), month: date.month() }
    }

    /// Its first day, as a date.
    pub(crate) fn date(self) -> Date {
        Date::new(self.year, self.month, 1).unwrap_or(Date::ZERO)
    }

    /// Its first day, and the first after it.
    pub(crate) fn days(self) -> (Day, Day) {
        (Day::of(self.date()), Day::of(self.after().date()))
    }

    /// The one before.
    pub(crate) const fn before(self) -> Month {
        match self.month {
            1 => Month { year: self.year - 1, month: 12 },
            month => Month { year: self.year, month: month - 1 },
        }
    }

    /// The one after.
    pub(crate) const fn after(self) -> Month {
        match self.month {
            12 => Month { year: self.year + 1, month: 1 },
            month => Month { year: self.year, month: month + 1 },
        }
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Month, NotAMonth> {
        let (year, month) = text.split_once('-').filter(|(y, m)| y.len() == 4 && m.len() == 2).ok_or(NotAMonth)?;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year) || !digits(month) {
            return Err(NotAMonth);
        }
        let year: i16 = year.parse().ok().filter(|y| (2_000..=2_999).contains(y)).ok_or(NotAMonth)?;
        let month: i8 = month.parse().ok().filter(|m| (1..=12).contains(m)).ok_or(NotAMonth)?;
        Ok(Month { year, month })
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_it_is_written_and_nothing_else_is() {
        let december: Month = "2026-12".parse().expect("a month");
        assert_eq!(december.to_string(), "2026-12");
        assert_eq!((december.after().to_string(), december.before().to_string()), ("2027-01".into(), "2026-11".into()));
        let (first, end) = december.days();
        assert_eq!((first.to_string(), end.to_string()), ("2026-12-01".into(), "2027-01-01".into()));
        for wrong in ["", "2026", "2026-13", "2026-1", "26-12", "2026-12-01", "+026-12", "2026-Q4"] {
            assert_eq!(wrong.parse::<Month>(), Err(NotAMonth), "{wrong}");
        }
    }
}
