//! The pages on which a moderator moves, joins and parts threads.

use askama::Template;

use super::place;
use crate::i18n::Text;
use crate::talk::forms::subject_word;
use crate::talk::model::{Post, Subject, Thread};
use crate::talk::reads::About;
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// Which of the three.
enum How {
    /// Places on offer.
    Shift(Vec<(String, String)>),
    /// Threads on offer.
    Merge(Vec<(String, String)>),
    /// The post it begins with.
    Split(String),
}

/// A page that asks what a whole thread becomes, and why.
#[derive(Template)]
#[template(path = "talk/whole.html")]
pub(crate) struct WholePage {
    page: Page,
    form: Form,
    title: Text,
    why: Text,
    back: (String, String),
    how: How,
}

impl WholePage {
    fn new(cx: &Cx, thread: &Thread, about: &About, form: Form, (title, why): (Text, Text), how: How) -> WholePage {
        let page = cx.page();
        let back = (urls::thread(page.lang, thread.id), place::title(Some(thread), about).to_owned());
        WholePage { page, form, title, why, back, how }
    }

    /// Another subject: the committee's places and meetings, with their names.
    pub(crate) fn shift(cx: &Cx, thread: &Thread, about: &About, on: &[(Subject, String)], form: Form) -> WholePage {
        let options = on.iter().map(|(subject, name)| (subject_word(*subject), name.clone())).collect();
        let words = (cx.l.talk_move(), cx.l.talk_move_why());
        WholePage::new(cx, thread, about, form, words, How::Shift(options))
    }

    /// Another thread, of the same committee.
    pub(crate) fn merge(cx: &Cx, thread: &Thread, about: &About, on: &[(Thread, About)], form: Form) -> WholePage {
        let options = on.iter().map(|(t, a)| (t.id.to_string(), place::title(Some(t), a).to_owned())).collect();
        let words = (cx.l.talk_merge(), cx.l.talk_merge_why());
        WholePage::new(cx, thread, about, form, words, How::Merge(options))
    }

    /// A thread of its own, from this post on.
    pub(crate) fn split(cx: &Cx, thread: &Thread, about: &About, post: &Post, form: Form) -> WholePage {
        let words = (cx.l.talk_split(), cx.l.talk_split_why());
        WholePage::new(cx, thread, about, form, words, How::Split(crate::talk::markup::html(&post.body)))
    }
}
