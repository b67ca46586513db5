//! Saying that a message should not stand.

use askama::Template;

use crate::i18n::Text;
use crate::moderation::ground::Ground;
use crate::talk::model::Post;
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// The page.
#[derive(Template)]
#[template(path = "talk/flag.html")]
pub(crate) struct FlagPage {
    page: Page,
    form: Form,
    body: String,
    back: String,
    /// The grounds: value, word, explanation.
    grounds: Vec<(&'static str, Text, String)>,
    /// True when this reader flagged it before.
    flagged: bool,
}

impl FlagPage {
    pub(crate) fn new(cx: &Cx, post: &Post, flagged: bool, form: Form) -> FlagPage {
        let page = cx.page();
        FlagPage {
            body: post.body.clone(),
            back: urls::thread(page.lang, post.thread_id),
            grounds: Ground::ALL.iter().map(|ground| (ground.as_str(), ground.say(page.l), String::new())).collect(),
            flagged,
            form,
            page,
        }
    }
}
