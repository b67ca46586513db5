//! Sessions of readers with a code, held in memory while nothing can be written: a full disk must not close their own file to
//! them. No account's session is ever here, since ending one must reach every node at once; signing in waits until it can be
//! recorded.

use moka::sync::Cache;

use crate::base::Time;

/// Sessions at most; past that the oldest reader types the code again.
const MOST: u64 = 10_000;

/// State, last use, end: as a row of the table says them.
pub(super) type Row = (String, Time, Time);

/// Sessions by the hash of their key.
pub(super) struct Held(Cache<String, Row>);

impl Held {
    pub(super) fn new() -> Held {
        Held(Cache::new(MOST))
    }

    pub(super) fn get(&self, name: &str) -> Option<Row> {
        self.0.get(name)
    }

    pub(super) fn put(&self, name: String, row: Row) {
        self.0.insert(name, row);
    }

    /// Forgets one; true when it was here.
    pub(super) fn forget(&self, name: &str) -> bool {
        self.0.remove(name).is_some()
    }
}
