//! The deeds of the discussion: permit, rule, store, ledger, all in one transaction. No HTTP and no words here.

mod moderate;
mod verdict;
mod write;

pub(crate) use moderate::lock;
pub(crate) use verdict::{Verdict, judge};
pub(crate) use write::{To, write};
