//! Two files of the same thing, followed in one (R7): the one is closed as a duplicate and points at the other; its reporter,
//! supporters and followers see the other's public course; an undoing restores everything. Nothing is moved or overwritten: who is
//! carried along is asked of the row that says so.

pub(super) mod actions;
mod carried;
pub(super) mod desk;
pub(super) mod likely;
mod model;
pub(super) mod public;
mod store;

pub(super) use carried::{accounts_with, recount};
pub(super) use store::{going, live, others};

use crate::i18n::{L, Text};

/// What happened, in words that name no other file.
pub(super) fn word(l: L, what: &str) -> Text {
    match what {
        actions::INTO => l.merge_event_into(),
        actions::TOOK => l.merge_event_took(),
        actions::APART => l.merge_event_apart(),
        actions::WROTE => l.merge_event_wrote(),
        _ => l.merge_event_gave(),
    }
}
