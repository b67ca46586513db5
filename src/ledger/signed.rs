//! How the ledger stood at the end of a day, signed with the instance's key (N15). The key is made from the secret, which is not
//! in the database: whoever has the database alone can rewrite the chain, but sign none of it; and the last rows, which no later
//! row would miss, are missed by the signature that names them.
//!
//! # Format
//!
//! The statement is four lines of ASCII, each ended by a line feed: `sigida ledger head 1`, the day in Bamako (`2026-11-24`), the
//! number of its last row, and that row's hash in hexadecimal. The mark is its Ed25519 signature (RFC 8032). The public key stands
//! on `/{l}/proof`, the statements and marks in `/data/ledger.csv`: whoever keeps a copy of that file can prove later that the
//! ledger was another, with other people's programs alone.
//!
//! What is signed is looked at first: the rows since the last signature must follow from it. The day that runs is signed too, and
//! anew each time, so that rows of an hour ago cannot be cut off either.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use data_encoding::{BASE64, HEXLOWER};
use diesel::prelude::*;

use super::verify::walk;
use super::{Fault, Why};
use crate::base::Day;
use crate::db::schema::{ledger, ledger_heads};
use crate::db::{Conn, Db, Head, Tx};
use crate::error::{Error, Result};
use crate::keys::Keys;

/// A day's end with its mark.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Signed {
    /// The day.
    pub day: Day,
    /// Its last row's number.
    pub seq: i64,
    /// That row's hash.
    pub hash: Vec<u8>,
    /// The signature.
    pub mark: Vec<u8>,
}

impl Signed {
    fn new(keys: &Keys, day: Day, end: &Head) -> Signed {
        let mut signed = Signed { day, seq: end.seq, hash: end.hash.clone(), mark: Vec::new() };
        signed.mark = keys.prove(signed.statement().as_bytes()).to_vec();
        signed
    }

    /// What is signed.
    pub fn statement(&self) -> String {
        format!("sigida ledger head 1\n{}\n{}\n{}\n", self.day, self.seq, HEXLOWER.encode(&self.hash))
    }

    /// True when this instance signed it.
    pub fn holds(&self, keys: &Keys) -> bool {
        <[u8; 64]>::try_from(self.mark.as_slice()).is_ok_and(|mark| keys.proved(self.statement().as_bytes(), &mark))
    }

    /// A line of `/data/ledger.csv`.
    pub fn line(&self) -> String {
        format!("{},{},{},{}", self.day, self.seq, HEXLOWER.encode(&self.hash), BASE64.encode(&self.mark))
    }

    /// Reads one, as it lies beside the secret too.
    pub fn parse(line: &str) -> Option<Signed> {
        let mut parts = line.trim().split(',');
        let mut next = || parts.next();
        let (day, seq) = (Day::parse(next()?)?, next()?.parse().ok()?);
        let (hash, mark) = (HEXLOWER.decode(next()?.as_bytes()).ok()?, BASE64.decode(next()?.as_bytes()).ok()?);
        Some(Signed { day, seq, hash, mark })
    }
}

/// The head of the CSV.
pub const COLUMNS: &str = "day,rows,hash,signature";

/// All of them, in the order of their rows.
///
/// # Errors
/// When the database cannot be read.
pub fn all(conn: &mut Conn) -> Result<Vec<Signed>> {
    Ok(ledger_heads::table.order((ledger_heads::seq, ledger_heads::day)).load(conn)?)
}

/// Those of some days, in their order.
///
/// # Errors
/// When the database cannot be read.
pub fn between(conn: &mut Conn, first: Day, last: Day) -> Result<Vec<Signed>> {
    let days = ledger_heads::table.filter(ledger_heads::day.ge(first).and(ledger_heads::day.le(last)));
    Ok(days.order(ledger_heads::day).load(conn)?)
}

/// Whether every mark is this instance's own, the one kept beside the secret too, whose row must stand. The last one.
///
/// # Errors
/// When the database cannot be read.
pub fn check(conn: &mut Conn, keys: &Keys, beside: &Beside) -> Result<std::result::Result<Option<Signed>, Fault>> {
    let mut marks = all(conn)?;
    if let Some(fault) = marks.iter().find(|mark| !mark.holds(keys)).map(forged) {
        return Ok(Err(fault));
    }
    Ok(match stands(conn, keys, beside)? {
        Some(fault) => Err(fault),
        None => Ok(marks.pop()),
    })
}

fn forged(mark: &Signed) -> Fault {
    Fault { seq: mark.seq, why: Why::Forged { day: mark.day } }
}

/// What is wrong with the mark kept beside the secret.
fn stands(conn: &mut Conn, keys: &Keys, beside: &Beside) -> Result<Option<Fault>> {
    let Some(mark) = beside.read()? else { return Ok(None) };
    if !mark.holds(keys) {
        return Ok(Some(forged(&mark)));
    }
    let last: Option<i64> = ledger::table.select(diesel::dsl::max(ledger::seq)).get_result(conn)?;
    let last = last.unwrap_or(0);
    if last < mark.seq {
        return Ok(Some(Fault { seq: last + 1, why: Why::CutOff { day: mark.day, to: mark.seq } }));
    }
    let there: Option<Vec<u8>> = ledger::table.find(mark.seq).select(ledger::hash).get_result(conn).optional()?;
    let other = there.is_none_or(|hash| hash != mark.hash);
    Ok(other.then_some(Fault { seq: mark.seq, why: Why::Rewritten { day: mark.day, to: mark.seq } }))
}

/// What is to be signed now: the days with rows since the last mark. A fault when those do not follow from it, or the mark is
/// not ours: then nothing is signed, or a forged chain would be.
///
/// # Errors
/// When the database cannot be read.
fn due(conn: &mut Conn, keys: &Keys, beside: &Beside) -> Result<std::result::Result<Vec<Signed>, Fault>> {
    let last = all(conn)?.pop();
    if let Some(fault) = last.as_ref().filter(|mark| !mark.holds(keys)).map(forged) {
        return Ok(Err(fault));
    }
    if let Some(fault) = stands(conn, keys, beside)? {
        return Ok(Err(fault));
    }
    let from = last.map_or(Head { seq: 0, hash: Vec::new() }, |mark| Head { seq: mark.seq, hash: mark.hash });
    let mut ends: BTreeMap<Day, Head> = BTreeMap::new();
    let walked = walk(conn, from, |row| {
        ends.insert(row.at.day(), Head { seq: row.seq, hash: row.hash.clone() });
        None
    })?;
    Ok(walked.map(|_| ends.iter().map(|(day, end)| Signed::new(keys, *day, end)).collect()))
}

/// Keeps them. It is no deed: a row about each would have to be signed again.
///
/// # Errors
/// When the database refuses.
fn keep(tx: &mut Tx<'_>, marks: &[Signed]) -> Result<()> {
    for mark in marks {
        let row =
            (ledger_heads::seq.eq(mark.seq), ledger_heads::hash.eq(&mark.hash), ledger_heads::mark.eq(&mark.mark));
        // Two nodes may have looked at once: the later row counts.
        let known: Option<i64> =
            ledger_heads::table.find(mark.day).select(ledger_heads::seq).get_result(tx.conn).optional()?;
        match known {
            None => diesel::insert_into(ledger_heads::table)
                .values((ledger_heads::day.eq(mark.day), row))
                .execute(tx.conn)?,
            Some(known) if known < mark.seq => {
                diesel::update(ledger_heads::table.find(mark.day)).set(row).execute(tx.conn)?
            }
            Some(_) => 0,
        };
    }
    Ok(())
}

/// Signs what is due; how many days.
///
/// # Errors
/// When the database or the file refuses; [`Error::Internal`] with the fault when there is one.
pub fn sign(db: &Db, keys: &Keys, beside: &Beside) -> Result<usize> {
    let marks = db.read_now(|conn| due(conn, keys, beside))?.map_err(Error::internal)?;
    let Some(last) = marks.iter().max_by_key(|mark| mark.seq).cloned() else { return Ok(0) };
    let count = marks.len();
    db.keep_now(move |tx| keep(tx, &marks))?;
    beside.put(&last)?;
    Ok(count)
}

/// The last mark, in a file beside the secret: whoever cuts rows off in the database cannot reach it there.
#[derive(Debug, Clone)]
pub struct Beside(PathBuf);

impl Beside {
    /// Beside this secret.
    pub fn secret(file: &Path) -> Beside {
        Beside(file.with_file_name("ledger-head"))
    }

    fn read(&self) -> Result<Option<Signed>> {
        match std::fs::read_to_string(&self.0) {
            Ok(text) => Signed::parse(&text)
                .map(Some)
                .ok_or_else(|| Error::internal(format!("{} cannot be read", self.0.display()))),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(Error::internal(format!("cannot read {}: {e}", self.0.display()))),
        }
    }

    /// Puts a mark there, whole or not at all.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn put(&self, mark: &Signed) -> Result<()> {
        let part = self.0.with_extension("part");
        let put = std::fs::write(&part, format!("{}\n", mark.line())).and_then(|()| std::fs::rename(&part, &self.0));
        put.map_err(|e| Error::internal(format!("cannot write {}: {e}", self.0.display())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_holds_for_its_day_row_and_hash_and_survives_its_line() {
        let keys = Keys::from_secret(&[7; 32]);
        let mark = Signed::new(&keys, Day(20_781), &Head { seq: 417, hash: vec![9; 32] });
        assert!(mark.holds(&keys) && !mark.holds(&Keys::from_secret(&[8; 32])));
        assert_eq!(Signed::parse(&mark.line()), Some(mark.clone()));
        for other in [
            Signed { day: Day(20_782), ..mark.clone() },
            Signed { seq: 416, ..mark.clone() },
            Signed { hash: vec![8; 32], ..mark.clone() },
            Signed { mark: vec![0; 10], ..mark.clone() },
        ] {
            assert!(!other.holds(&keys), "{other:?}");
        }
        assert_eq!(Signed::parse("2026-11-24,4"), None);
    }
}
