//! What the pages of the discussion show: texts and links, ready for the templates. No SQL here.

mod flag;
mod post;
mod reason;
mod thread;

pub(super) use flag::FlagPage;
pub(super) use post::PostPage;
pub(super) use reason::locking;
pub(super) use thread::ThreadPage;
