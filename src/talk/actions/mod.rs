//! The deeds of the discussion: permit, rule, store, ledger, all in one transaction. No HTTP and no words here.

mod appeal;
mod edit;
mod follow;
mod moderate;
mod redact;
mod verdict;
mod whole;
mod write;

pub(crate) use appeal::{answer_appeal, appeal};
pub(crate) use edit::edit;
pub(crate) use follow::{follow, read_all};
pub(crate) use moderate::lock;
pub(crate) use redact::redact;
pub(crate) use verdict::{Verdict, judge};
pub(crate) use whole::{merge, shift, split};
pub(crate) use write::{Said, To, write};
