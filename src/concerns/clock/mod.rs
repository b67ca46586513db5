//! The clock of a word that is owed (P2): until when, when it stands still, and who is asked to look once it is late. Pages read
//! it; `actions` writes it and records each step once. What never lives here: words for people.

mod actions;
mod model;
mod store;

pub(crate) use actions::{escalate, recount};
pub(crate) use model::{Stage, due};
pub(crate) use store::begin;
pub(super) use store::{ask_again, change_kind, pause, restart, stop, warned};
