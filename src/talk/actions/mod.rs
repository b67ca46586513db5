//! The deeds of the discussion: permit, rule, store, ledger, all in one transaction. No HTTP and no words here.

mod edit;
mod follow;
mod moderate;
mod whole;
mod write;

pub(crate) use edit::edit;
pub(crate) use follow::{follow, read_all};
#[allow(unused_imports, reason = "the moderator's queue calls it")]
pub(crate) use moderate::refuse;
pub(crate) use moderate::{hide, let_through, lock, restore};
pub(crate) use whole::{merge, shift, split};
pub(crate) use write::{Said, To, write};
