//! The deeds of forums: permit, rule, store, ledger, all in one transaction. No HTTP and no words here.

mod belonging;
mod commitments;
mod meetings;
mod minutes;
mod places;
mod questions;
mod reminders;

pub(crate) use belonging::belongs;
pub(super) use commitments::{facts, offers};
pub use commitments::{promise, sign};
pub use meetings::{
    AgendaMove, CONCERN_MINUTES, NewItem, add_item, announce, announce_series, cancel, change, move_item,
};
pub use minutes::{approve, save_minutes};
pub(super) use places::holder;
pub use places::{Door, answer_correction, correct, enter, feed_back, invite, leave, register, set_counts, set_list};
pub use questions::{ask, decide, support, take_back};
pub(crate) use reminders::remind;
