//! The SQL of forums. No rule, no permission and no ledger here: `actions` has them.

pub(super) mod commitments;
pub(super) mod meetings;
pub(super) mod papers;
pub(super) mod questions;
pub(super) mod reminders;
pub(super) mod report;
pub(super) mod said;
pub(super) mod steps;
pub(super) mod talk_back;
