//! A patrol noted on a phone without a network (T6): the page that works through the night, what it takes along, and the delivery
//! that makes one patrol of whatever comes, however often it comes.
//!
//! Invariants: nothing on the phone says of residents more than numbers of concerns; no position is ever asked for or sent; what
//! a phone said is kept as it said it, its clock's fault told beside it.

mod actions;
mod batch;
mod kit;
mod merge;
mod pages;
mod routes;
mod store;

pub(super) use pages::{Twice, read};
pub(super) use routes::routes;
