//! The pages that ask a moderator for a reason.

use crate::base::ThreadId;
use crate::forums::ReasonPage;
use crate::urls;
use crate::web::{Cx, Form};

fn back(cx: &Cx, thread: ThreadId) -> (String, String) {
    (urls::thread(cx.lang(), thread), cx.l.forums_thread().as_str().to_owned())
}

/// Closing a thread or opening it again.
pub(crate) fn locking(cx: &Cx, thread: ThreadId, locked: bool, form: Form) -> ReasonPage {
    let word = if locked { cx.l.talk_unlock() } else { cx.l.talk_lock() };
    let seen = if locked { "locked" } else { "open" };
    ReasonPage::new(cx, form, word, word, back(cx, thread)).after_seeing(seen, !locked)
}
