//! Reading the whole chain, in bounded memory, and naming the first row that is not what it was.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::signed::{self, Signed};
use super::{Entry, Fault, Why, link};
use crate::base::Day;
use crate::db::schema::ledger;
use crate::db::{Conn, Head};
use crate::error::Result;

/// Rows in memory at a time.
const BATCH: i64 = 1_000;

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every row follows from the one before; so many rows, and the last one's hash.
    Whole {
        /// Rows read.
        rows: i64,
        /// The chain's end.
        hash: Vec<u8>,
    },
    /// The first row that does not follow.
    Broken(Fault),
}

fn after(conn: &mut Conn, seq: i64, count: i64) -> Result<Vec<Entry>> {
    let rows = ledger::table.filter(ledger::seq.gt(seq)).order(ledger::seq).limit(count);
    Ok(rows.select(Entry::as_select()).load(conn)?)
}

/// Walks the chain from a row that is known, and shows each row that follows. Its end, or the first that does not follow.
pub(super) fn walk(
    conn: &mut Conn,
    from: Head,
    mut show: impl FnMut(&Entry) -> Option<Fault>,
) -> Result<std::result::Result<Head, Fault>> {
    let mut end = from;
    loop {
        let rows = after(conn, end.seq, BATCH)?;
        if rows.is_empty() {
            return Ok(Ok(end));
        }
        for row in rows {
            if row.seq != end.seq + 1 {
                return Ok(Err(Fault { seq: end.seq + 1, why: Why::Missing { next: Some(row.seq) } }));
            }
            if row.hash != link(&end.hash, &row) {
                return Ok(Err(named(conn, &end, &row)?));
            }
            if let Some(fault) = show(&row) {
                return Ok(Err(fault));
            }
            end = Head { seq: row.seq, hash: row.hash };
        }
    }
}

/// What happened to a row that does not follow. Looks once through the rest for the one that would stand here.
fn named(conn: &mut Conn, before: &Head, row: &Entry) -> Result<Fault> {
    let next = after(conn, row.seq, 1)?.pop();
    let mut end = Head { seq: row.seq, hash: row.hash.clone() };
    loop {
        let rows = after(conn, end.seq, BATCH)?;
        if rows.is_empty() {
            return Ok(Fault::of(row, next.as_ref(), None));
        }
        for other in rows {
            // One that stands rightly where it is was swapped with nobody, even when it says the same as the one that is looked for.
            if other.hash != link(&end.hash, &other) {
                let here = link(&before.hash, &Entry { seq: row.seq, ..other.clone() });
                if here == other.hash || here == row.hash {
                    return Ok(Fault::of(row, next.as_ref(), Some(other.seq)));
                }
            }
            end = Head { seq: other.seq, hash: other.hash };
        }
    }
}

/// Reads the whole chain, compares it with each day's end that was signed (whether those are the instance's own,
/// [`signed::check`] says), and its end with the one the database keeps apart.
///
/// # Errors
/// When the database cannot be read.
pub fn verify(conn: &mut Conn) -> Result<Verdict> {
    use crate::db::schema::heads;
    let marks = signed::all(conn)?;
    let (mut met, mut days) = (0, BTreeSet::new());
    let end = walk(conn, Head { seq: 0, hash: Vec::new() }, |row| {
        days.insert(row.at.day());
        let here = marks.get(met).filter(|mark| mark.seq == row.seq)?;
        if here.hash != row.hash {
            let seq = met.checked_sub(1).and_then(|last| marks.get(last)).map_or(1, |last| last.seq + 1);
            return Some(Fault { seq, why: Why::Rewritten { day: here.day, to: here.seq } });
        }
        met += 1;
        None
    })?;
    let end = match end {
        Ok(end) => end,
        Err(fault) => return Ok(Verdict::Broken(fault)),
    };
    if let Some(fault) = cut_off(&end, &marks, met).or_else(|| unsigned(&days, &marks)) {
        return Ok(Verdict::Broken(fault));
    }
    let remembered: (i64, Vec<u8>) = heads::table.select((heads::seq, heads::hash)).get_result(conn)?;
    if remembered.0 > end.seq {
        return Ok(Verdict::Broken(Fault { seq: end.seq + 1, why: Why::Missing { next: None } }));
    }
    if remembered != (end.seq, end.hash.clone()) {
        return Ok(Verdict::Broken(Fault { seq: end.seq, why: Why::OtherEnd }));
    }
    Ok(Verdict::Whole { rows: end.seq, hash: end.hash })
}

/// What was signed and is past the end.
fn cut_off(end: &Head, marks: &[Signed], met: usize) -> Option<Fault> {
    let mark = marks.get(met)?;
    Some(Fault { seq: end.seq + 1, why: Why::CutOff { day: mark.day, to: mark.seq } })
}

/// A day with rows between signed ones that has no signature of its own.
fn unsigned(days: &BTreeSet<Day>, marks: &[Signed]) -> Option<Fault> {
    let (first, last) = (marks.iter().map(|m| m.day).min()?, marks.iter().map(|m| m.day).max()?);
    let day = days.range(first..=last).find(|day| !marks.iter().any(|mark| mark.day == **day))?;
    let seq = marks.iter().filter(|mark| mark.day < *day).map(|mark| mark.seq).max().unwrap_or(0) + 1;
    Some(Fault { seq, why: Why::Unsigned { day: *day } })
}
