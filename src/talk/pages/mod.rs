//! What the pages of the discussion show: texts and links, ready for the templates. No SQL here.

mod appeal;
mod held;
mod judged;
mod mine;
mod own;
mod place;
mod post;
mod reason;
mod thread;
mod whole;

pub(super) use appeal::{AppealPage, answering};
pub(super) use judged::JudgedPage;
pub(super) use mine::{DigestPage, MinePage};
pub(super) use own::{EditPage, HistoryPage};
pub(crate) use place::part;
pub(super) use reason::locking;
pub(super) use thread::ThreadPage;
pub(super) use whole::WholePage;
