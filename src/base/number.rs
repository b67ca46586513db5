//! The published number of a concern, which everybody may know.

use std::fmt;
use std::str::FromStr;

use super::text::fold;

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

impl ConcernNumber {
    /// A number as people type it at a desk: « 417 », « n° 417 », « 2026-417 », « bko 2026 00417 », « 202600417 ». The year when
    /// one was typed, and the serial.
    pub fn read(text: &str) -> Option<(Option<i32>, i32)> {
        let folded = fold(text);
        let mut runs: Vec<String> = vec![String::new()];
        for c in folded.chars() {
            match runs.last_mut() {
                Some(run)
                    if c != ' ' && run.chars().last().is_none_or(|l| l.is_ascii_digit() == c.is_ascii_digit()) =>
                {
                    run.push(c)
                }
                _ if c == ' ' => runs.push(String::new()),
                _ => runs.push(c.to_string()),
            }
        }
        let digits = |run: &String| run.bytes().all(|b| b.is_ascii_digit());
        let (numbers, words): (Vec<String>, Vec<String>) = runs.into_iter().filter(|r| !r.is_empty()).partition(digits);
        if !words.iter().all(|w| matches!(w.as_str(), "bko" | "n" | "no" | "numero" | "dossier" | "nimoro" | "laseli"))
        {
            return None;
        }
        let (year, serial) = match &numbers[..] {
            [both] if both.len() >= 9 && both.is_char_boundary(4) => (Some(both.get(..4)?), both.get(4..)?),
            [serial] => (None, serial.as_str()),
            [year, serial] if year.len() == 4 => (Some(year.as_str()), serial.as_str()),
            _ => return None,
        };
        let serial = serial.parse().ok().filter(|n| *n > 0)?;
        match year {
            Some(year) => Some((Some(year.parse().ok()?), serial)),
            None => Some((None, serial)),
        }
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
    fn a_number_is_understood_however_it_is_typed() {
        for text in [
            "BKO-2026-00417",
            "bko 2026 417",
            "2026-417",
            "2026/00417",
            "bko2026-417",
            "202600417",
            "n° BKO 2026 00417",
        ] {
            assert_eq!(ConcernNumber::read(text), Some((Some(2026), 417)), "{text}");
        }
        for text in ["417", "00417", "n°417", "N° 0417", "dossier 417", " #417 "] {
            assert_eq!(ConcernNumber::read(text), Some((None, 417)), "{text}");
        }
        for text in ["", "lampe", "417 lampes", "1 2 3", "0", "26 417", "76 11 22 33"] {
            assert_eq!(ConcernNumber::read(text), None, "{text}");
        }
    }

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
