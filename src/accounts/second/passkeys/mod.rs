//! Keys (WebAuthn, W3C Level 3) beside the code of the second step: a telephone, a computer or a security stick signs what this house
//! alone asks, so no false page can have it typed. A key stands beside the code and never in its place: it needs a script, and whoever
//! has none comes in by code or paper as before. It goes when the code goes.

mod actions;
mod ceremony;
mod door;
mod pages;
mod routes;
mod store;

pub use ceremony::answers_hold;
pub(super) use door::Door;
pub(super) use routes::{ask_entry, ask_proof, is_right, routes};
pub(super) use store::{count, forget_all};

/// Keys an account may have.
pub(super) const MOST: usize = 8;
