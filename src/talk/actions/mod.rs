//! The deeds of the discussion: permit, rule, store, ledger, all in one transaction. No HTTP and no words here.

mod moderate;
mod write;

pub(crate) use moderate::{hide, lock, restore};
pub(crate) use write::{To, write};
