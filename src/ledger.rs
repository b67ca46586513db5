//! The ledger: a hash-chained record of every deed, written in the deed's own transaction.
//!
//! Invariant: a row is never changed or removed. It holds who (an account's id or « visitor »), what, to what and a short
//! detail; never a resident's words, a code, a name or an address of the network.

pub mod day;

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use crate::base::{Actor, Time};
use crate::db::schema::ledger;
use crate::db::{Conn, Head, Tx};
use crate::error::Result;

/// One row of the chain.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = ledger)]
pub struct Entry {
    /// 1, 2, 3 … without a gap.
    pub seq: i64,
    /// When.
    pub at: Time,
    /// Who: an account's id, « visitor » or « system ».
    pub actor: String,
    /// What, as `concern.file`.
    pub deed: String,
    /// To what, as `concern BKO-2026-00417`.
    pub object: String,
    /// The old and new state, a reason code: what an auditor needs and nobody is hurt by.
    pub detail: String,
    /// SHA-256 over the row before and this one.
    pub hash: Vec<u8>,
}

/// Records a deed at the end of the chain.
///
/// # Errors
/// When the row cannot be written; then the deed is not done either.
pub fn record(tx: &mut Tx<'_>, actor: &Actor, deed: &str, object: impl std::fmt::Display, detail: &str) -> Result<()> {
    let mut entry = Entry {
        seq: tx.head().seq + 1,
        at: tx.now,
        actor: actor.mark(),
        deed: deed.to_owned(),
        object: object.to_string(),
        detail: detail.to_owned(),
        hash: Vec::new(),
    };
    entry.hash = link(&tx.head().hash, &entry);
    diesel::insert_into(ledger::table)
        .values((
            ledger::seq.eq(entry.seq),
            ledger::at.eq(entry.at),
            ledger::actor.eq(&entry.actor),
            ledger::deed.eq(&entry.deed),
            ledger::object.eq(&entry.object),
            ledger::detail.eq(&entry.detail),
            ledger::hash.eq(&entry.hash),
        ))
        .execute(tx.conn)?;
    tx.advance(Head { seq: entry.seq, hash: entry.hash });
    Ok(())
}

/// The hash of a row: over the hash before it and each field with its length, so that no two rows read the same.
fn link(before: &[u8], entry: &Entry) -> Vec<u8> {
    let mut hash = Sha256::new();
    let mut field = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    field(before);
    field(&entry.seq.to_be_bytes());
    field(&entry.at.seconds().to_be_bytes());
    for text in [&entry.actor, &entry.deed, &entry.object, &entry.detail] {
        field(text.as_bytes());
    }
    hash.finalize().to_vec()
}

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
    /// The first row that does not follow: changed, swapped, or after a removed one.
    Broken {
        /// Its number.
        seq: i64,
        /// What is wrong with it.
        why: &'static str,
    },
}

/// Reads the whole chain, a thousand rows at a time, and compares its end with the one the database keeps apart.
///
/// # Errors
/// When the database cannot be read.
pub fn verify(conn: &mut Conn) -> Result<Verdict> {
    use crate::db::schema::heads;
    let (mut seq, mut hash) = (0, Vec::new());
    loop {
        let rows: Vec<Entry> = ledger::table
            .filter(ledger::seq.gt(seq))
            .order(ledger::seq)
            .limit(1_000)
            .select(Entry::as_select())
            .load(conn)?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            if row.seq != seq + 1 {
                return Ok(Verdict::Broken { seq: seq + 1, why: "missing" });
            }
            if row.hash != link(&hash, &row) {
                return Ok(Verdict::Broken { seq: row.seq, why: "changed" });
            }
            (seq, hash) = (row.seq, row.hash);
        }
    }
    let head: (i64, Vec<u8>) = heads::table.select((heads::seq, heads::hash)).get_result(conn)?;
    if head.0 > seq {
        return Ok(Verdict::Broken { seq: seq + 1, why: "missing" });
    }
    if head != (seq, hash.clone()) {
        return Ok(Verdict::Broken { seq, why: "not the end the database remembers" });
    }
    Ok(Verdict::Whole { rows: seq, hash })
}
