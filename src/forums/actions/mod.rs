//! The deeds of forums: permit, rule, store, ledger, all in one transaction. No HTTP and no words here.

mod commitments;
mod meetings;
mod minutes;
mod places;
mod questions;
mod talk;

pub(super) use commitments::{facts, offers};
pub use commitments::{promise, sign};
pub use meetings::{AgendaMove, NewItem, add_item, announce, cancel, change, move_item};
pub use minutes::save_minutes;
pub use places::{Door, enter, register, set_counts};
pub use questions::{ask, decide, support};
pub(super) use talk::belongs;
pub use talk::{hide, lock, restore, write};
