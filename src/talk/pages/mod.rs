//! What the pages of the discussion show: texts and links, ready for the templates. No SQL here.

mod reason;
mod thread;

pub(super) use reason::{locking, turning};
pub(super) use thread::ThreadPage;
