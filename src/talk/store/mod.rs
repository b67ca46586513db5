//! The SQL of the discussion. No rule, no permission and no ledger here: `actions` has them.

pub(crate) mod edits;
pub(crate) mod follows;
pub(crate) mod posts;
pub(crate) mod quotes;
pub(crate) mod threads;
