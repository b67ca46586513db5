//! How the ledger stood at the end of a day (N15): a number of rows and a hash that go on paper, so that whoever holds the paper
//! can have it proved later that nothing before it was changed or taken away.

use data_encoding::HEXUPPER;
use diesel::dsl::max;
use diesel::prelude::*;

use super::signed::Signed;
use crate::base::{Day, HOUR, Time};
use crate::db::Conn;
use crate::db::schema::ledger;
use crate::error::Result;

/// Digits of a hash that go on paper: half of SHA-256. Who rewrites the ledger must hit a given 128 bits, and whoever prepared two
/// histories beforehand needs 2^64 tries; eight groups of four are still copied by hand.
const PRINTED: usize = 32;

/// The ledger at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayEnd {
    /// The day of its last row.
    pub day: Day,
    /// So many rows, which is the last one's number.
    pub rows: i64,
    hash: Vec<u8>,
}

impl DayEnd {
    /// As it goes on paper: « 9F86 D081 884C 7D65 … », eight groups of four.
    pub fn printed(&self) -> String {
        let digits = HEXUPPER.encode(&self.hash);
        let groups: Vec<&str> = (0..PRINTED).step_by(4).filter_map(|at| digits.get(at..at + 4)).collect();
        groups.join(" ")
    }

    /// True when this is what was signed.
    pub fn is_signed_by(&self, mark: &Signed) -> bool {
        (self.day, self.rows, &self.hash) == (mark.day, mark.seq, &mark.hash)
    }

    /// True when the digits of a paper, or of the whole hash, are its own.
    pub fn is(&self, typed: &Digits) -> bool {
        HEXUPPER.encode(&self.hash).starts_with(&typed.0)
    }
}

/// The digits somebody copied from paper, whatever stood between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digits(String);

impl Digits {
    /// Reads them; nothing when there are too few to prove anything, or what is no digit of a hash.
    pub fn parse(typed: &str) -> Option<Digits> {
        let between = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '.' | ':' | '\u{2026}');
        let digits: String = typed.chars().filter(between).map(|c| c.to_ascii_uppercase()).collect();
        let fits = (PRINTED..=64).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_hexdigit());
        fits.then_some(Digits(digits))
    }
}

/// The last day that is told: it ended an hour ago or more, so that a clock that goes a little wrong moves no printed hash.
pub fn told_until(now: Time) -> Day {
    now.plus(-HOUR).day().plus(-1)
}

/// How the ledger stood at the end of a day: its last row of that day, or of the last day before with one.
///
/// # Errors
/// When the database cannot be read.
pub fn end_of(conn: &mut Conn, day: Day) -> Result<Option<DayEnd>> {
    let last: Option<Time> =
        ledger::table.filter(ledger::at.lt(day.plus(1).start())).select(max(ledger::at)).get_result(conn)?;
    let Some(day) = last.map(Time::day) else { return Ok(None) };
    let within = ledger::at.ge(day.start()).and(ledger::at.lt(day.plus(1).start()));
    let rows: Option<i64> = ledger::table.filter(within).select(max(ledger::seq)).get_result(conn)?;
    let Some(rows) = rows else { return Ok(None) };
    let hash = ledger::table.find(rows).select(ledger::hash).get_result(conn)?;
    Ok(Some(DayEnd { day, rows, hash }))
}

/// The days with rows up to a day, the latest first, so many of them.
///
/// # Errors
/// When the database cannot be read.
pub fn ends(conn: &mut Conn, until: Day, count: usize) -> Result<Vec<DayEnd>> {
    let (mut all, mut until) = (Vec::new(), until);
    while all.len() < count {
        let Some(end) = end_of(conn, until)? else { break };
        until = end.day.plus(-1);
        all.push(end);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_from_paper_is_read_whatever_stands_between() {
        let end = DayEnd { day: Day(1), rows: 9, hash: (0..32).collect() };
        assert_eq!(end.printed(), "0001 0203 0405 0607 0809 0A0B 0C0D 0E0F");
        for typed in [end.printed(), end.printed().to_lowercase(), end.printed().replace(' ', "-")] {
            assert!(end.is(&Digits::parse(&typed).expect("digits")), "{typed}");
        }
        let whole = HEXUPPER.encode(&end.hash);
        assert!(end.is(&Digits::parse(&whole).expect("digits")));
        let other = end.printed().replace("0E0F", "0E0E");
        assert!(!end.is(&Digits::parse(&other).expect("digits")));
        for few in ["", "0001", "0001 0203 0405 0607 0809 0A0B 0C0D", "zz01 0203 0405 0607 0809 0A0B 0C0D 0E0F"] {
            assert_eq!(Digits::parse(few), None, "{few}");
        }
    }

    #[test]
    fn a_day_is_told_an_hour_after_its_end() {
        let at = |text: &str| told_until(Time::parse(text).expect("a time")).to_string();
        assert_eq!(at("2026-11-24T00:59:59Z"), "2026-11-22");
        assert_eq!(at("2026-11-24T01:00:00Z"), "2026-11-23");
        assert_eq!(at("2026-11-24T23:00:00Z"), "2026-11-23");
    }
}
