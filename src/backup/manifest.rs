//! What a backup says of itself: the last entry of its archive.

use serde::{Deserialize, Serialize};

/// The format this program writes and reads.
pub(super) const FORMAT: u32 = 1;

/// A backup's list of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The format, a number: this program reads and writes 1.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// « sqlite » or « postgres »: what it can be restored into.
    pub database: String,
    /// When it was made, by RFC 3339.
    pub made_at: String,
    /// Rows of the ledger, and the hash of the last one in hexadecimal digits.
    pub ledger: (i64, String),
    /// Everything in the archive but this list, in its order.
    pub entries: Vec<Entry>,
    /// Objects that rows name and the store did not have: they were lost before.
    pub lost: Vec<String>,
}

impl Manifest {
    /// How many photos and sounds are in it.
    pub fn media(&self) -> usize {
        self.entries.iter().filter(|entry| entry.name.starts_with(MEDIA)).count()
    }
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its path in the archive.
    pub name: String,
    /// How long it is.
    pub bytes: u64,
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
}

/// The copy of the database.
pub(super) const DATABASE: &str = "database";
/// The instance's secret.
pub(super) const SECRET: &str = "secret";
/// What is gone for good: for a restore of an older backup.
pub(super) const ERASED: &str = "erased";
/// The list.
pub(super) const MANIFEST: &str = "manifest.json";
/// Before the name of each object.
pub(super) const MEDIA: &str = "media/";
