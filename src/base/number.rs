//! The published number of a concern, which everybody may know.

use std::fmt;
use std::str::FromStr;

/// `BKO-2026-00417`: the district, the year of filing and a serial within it. It opens nothing: the tracking code does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConcernNumber {
    /// The calendar year of filing.
    pub year: i32,
    /// 1, 2, 3 … within the year.
    pub serial: i32,
}

impl fmt::Display for ConcernNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BKO-{:04}-{:05}", self.year, self.serial)
    }
}

/// The text is not a concern's number; an address that holds it is 404.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a concern's number")]
pub struct NotANumber;

impl FromStr for ConcernNumber {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let upper = text.trim().to_ascii_uppercase();
        let (year, serial) = upper.strip_prefix("BKO-").and_then(|t| t.split_once('-')).ok_or(NotANumber)?;
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if year.len() != 4 || !(5..=9).contains(&serial.len()) || !digits(year) || !digits(serial) {
            return Err(NotANumber);
        }
        let number = ConcernNumber {
            year: year.parse().map_err(|_| NotANumber)?,
            serial: serial.parse().map_err(|_| NotANumber)?,
        };
        if number.serial > 0 { Ok(number) } else { Err(NotANumber) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_survives_print_and_pen() {
        let number = ConcernNumber { year: 2026, serial: 417 };
        assert_eq!(number.to_string(), "BKO-2026-00417");
        assert_eq!(" bko-2026-00417".parse(), Ok(number));
        for text in ["", "BKO-2026", "BKO-2026-0", "BKO-2026-00000", "BKO-26-00001", "BKO-2026-+0001", "KYS-2026-00001"]
        {
            assert_eq!(text.parse::<ConcernNumber>(), Err(NotANumber), "{text}");
        }
    }
}
