//! The page on which an author appeals, and the one on which somebody else answers.

use askama::Template;

use crate::forums::badge;
use crate::moderation::appeals::{AnswerPage, Mine, Told};
use crate::talk::markup;
use crate::talk::reads::{Appealed, Own};
use crate::web::{Cx, Form, Page, masked_html};
use crate::{urls, web};

/// An author before what was decided.
#[derive(Template)]
#[template(path = "talk/appeal.html")]
pub(crate) struct AppealPage {
    page: Page,
    form: Form,
    body: String,
    mine: Option<Mine>,
}

impl AppealPage {
    pub(crate) fn new(cx: &Cx, own: &Own, form: Form) -> AppealPage {
        let page = cx.page();
        AppealPage {
            body: masked_html(&markup::html(&own.post.body), page.l),
            mine: Mine::new(&page, &own.against, own.is_away()),
            form,
            page,
        }
    }
}

/// Somebody else before an appeal.
pub(crate) fn answering(cx: &Cx, read: &Appealed, form: Form) -> AnswerPage {
    let page = cx.page();
    let post = &read.post;
    let committee = cx.r.committee(read.thread.committee_id).map_or("–", |c| c.name(page.lang)).to_owned();
    let told = Told {
        text: post.body.clone(),
        lang: "",
        about: vec![
            ("person", badge(&page, &cx.r, post.function, post.scope_id).1.word),
            ("calendar", page.datetime(&post.at)),
            ("committee", committee),
        ],
    };
    let action = urls::committee_post_appeal(page.lang, post.id);
    AnswerPage::new(page, form, told, &read.open, action)
}
