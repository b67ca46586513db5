//! The ledger: a hash-chained record of every deed, written in the deed's own transaction.
//!
//! Invariant: a row is never changed or removed. It holds who (an account's id or « visitor »), what, to what and a short
//! detail; never a resident's words, a code, a name or an address of the network.

pub mod day;
mod fault;
pub mod signed;
mod verify;

use diesel::prelude::*;
pub use fault::{Fault, Why};
use sha2::{Digest, Sha256};
pub use verify::{Verdict, verify};

use crate::base::{Actor, Time};
use crate::db::schema::ledger;
use crate::db::{Head, Tx};
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
