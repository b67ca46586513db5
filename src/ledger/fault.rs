//! What can be wrong with the ledger, and its words: the row is named, by its number and by what it says where it still stands.

use std::fmt;

use super::{Entry, link};
use crate::base::{Day, Time};

/// The first thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The row's number.
    pub seq: i64,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It and those before the next one that stands were taken away.
    Missing {
        /// The next that stands; nothing when these were the last.
        next: Option<i64>,
    },
    /// It stands, and says something else than what was recorded.
    Changed {
        /// What it says now: « concern.file concern BKO-2026-00417 ».
        says: String,
        /// When, as it says now.
        at: Time,
    },
    /// It stands in the place of another one, which stands in its own.
    Swapped {
        /// The other one's number.
        with: i64,
    },
    /// Rows before it were taken away, and it and the later ones numbered anew.
    Renumbered {
        /// Its number before.
        was: i64,
    },
    /// The chain ends otherwise than the database remembers.
    OtherEnd,
    /// The chain follows, but is not the one that was signed: rows from the fault's up to the signed one were written anew.
    Rewritten {
        /// The day whose end was signed.
        day: Day,
        /// The last row of that day.
        to: i64,
    },
    /// It was signed, and is not there any more: the last rows were taken away.
    CutOff {
        /// The day whose end was signed.
        day: Day,
        /// The last row that was signed.
        to: i64,
    },
    /// What should be the signature of a day's end is not this instance's.
    Forged {
        /// The day.
        day: Day,
    },
    /// A day between two signed ones has rows and no signature: it was taken away.
    Unsigned {
        /// The day.
        day: Day,
    },
}

/// How far a renumbering is looked for.
const SHIFTS: i64 = 1_000;

impl Fault {
    /// What is wrong with a row that does not follow: `later` is the row after it, `twin` the number of one further on that would
    /// follow in its place.
    pub(super) fn of(row: &Entry, later: Option<&Entry>, twin: Option<i64>) -> Fault {
        let fault = |why| Fault { seq: row.seq, why };
        if let Some(with) = twin {
            return fault(Why::Swapped { with });
        }
        // A row keeps its hash when its number changes: then the next one follows it under both old numbers.
        let shifted = |later: &Entry, by: i64| link(&row.hash, &Entry { seq: later.seq + by, ..later.clone() });
        let shift = later.and_then(|later| (1..=SHIFTS).find(|by| shifted(later, *by) == later.hash));
        match shift {
            Some(by) => fault(Why::Renumbered { was: row.seq + by }),
            None => fault(Why::Changed { says: format!("{} {}", row.deed, row.object), at: row.at }),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seq = self.seq;
        write!(f, "the ledger is broken at row {seq}: ")?;
        match &self.why {
            Why::Missing { next: Some(next) } if *next == seq + 1 => {
                write!(f, "it is missing, though row {next} stands")
            }
            Why::Missing { next: Some(next) } => write!(f, "rows {seq} to {} are missing", next - 1),
            Why::Missing { next: None } => write!(f, "it is missing, and all after it"),
            Why::Changed { says, at } if seq > 1 => {
                let at = at.rfc3339();
                write!(f, "it was changed, or row {} was written anew; it now says « {says} », {at}", seq - 1)
            }
            Why::Changed { says, at } => write!(f, "it was changed; it now says « {says} », {}", at.rfc3339()),
            Why::Swapped { with } => write!(f, "it was swapped with row {with}"),
            Why::Renumbered { was } => write!(f, "rows before it are missing; it was row {was} and was numbered anew"),
            Why::OtherEnd => write!(f, "it is not the end that the database remembers"),
            Why::Rewritten { day, to } => {
                write!(f, "rows {seq} to {to} were written anew; what was signed for {day} says otherwise")
            }
            Why::CutOff { day, to } => write!(f, "rows {seq} to {to} are missing; they were signed for {day}"),
            Why::Forged { day } => write!(f, "the signature of {day} is not this instance's"),
            Why::Unsigned { day } => write!(f, "the signature of {day} is missing"),
        }
    }
}
