//! The pages that ask a moderator for a reason.

use crate::base::ThreadId;
use crate::forums::ReasonPage;
use crate::talk::model::{Post, PostState};
use crate::urls;
use crate::web::{Cx, Form};

fn back(cx: &Cx, thread: ThreadId) -> (String, String) {
    (urls::thread(cx.lang(), thread), cx.l.forums_thread().as_str().to_owned())
}

/// Hiding a post or showing it again.
pub(crate) fn turning(cx: &Cx, post: &Post, hidden: bool, form: Form) -> ReasonPage {
    let l = cx.l;
    let (title, send) = match hidden {
        true => (l.talk_restore(), l.talk_restore()),
        false => (l.talk_hide_go(), l.talk_hide()),
    };
    let seen = if hidden { PostState::Hidden } else { PostState::Visible }.as_str();
    let page = ReasonPage::new(cx, form, title, send, back(cx, post.thread_id));
    page.quoting(&post.body).after_seeing(seen, !hidden)
}

/// Closing a thread or opening it again.
pub(crate) fn locking(cx: &Cx, thread: ThreadId, locked: bool, form: Form) -> ReasonPage {
    let word = if locked { cx.l.talk_unlock() } else { cx.l.talk_lock() };
    let seen = if locked { "locked" } else { "open" };
    ReasonPage::new(cx, form, word, word, back(cx, thread)).after_seeing(seen, !locked)
}
