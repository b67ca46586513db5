//! Changing one's own post, and what a post said before.

use askama::Template;

use super::place;
use super::post::{PostView, link};
use crate::base::Time;
use crate::talk::markup;
use crate::talk::model::{Post, Thread};
use crate::talk::reads::About;
use crate::web::{Cx, Form, Page, masked_html};
use crate::{urls, web};

/// Changing one's own post.
#[derive(Template)]
#[template(path = "talk/edit.html")]
pub(crate) struct EditPage {
    page: Page,
    form: Form,
    back: String,
}

impl EditPage {
    pub(crate) fn new(cx: &Cx, post: &Post, mut form: Form) -> EditPage {
        let page = cx.page();
        form.preset("body", post.body.clone());
        EditPage { back: link(&page, post), form, page }
    }
}

/// Earlier words and when they were written.
struct Version {
    iso: String,
    when: String,
    body: String,
}

/// What a post said before.
#[derive(Template)]
#[template(path = "talk/history.html")]
pub(crate) struct HistoryPage {
    page: Page,
    back: (String, String),
    now: PostView,
    before: Vec<Version>,
}

impl HistoryPage {
    pub(crate) fn new(cx: &Cx, post: &Post, thread: &Thread, about: &About, before: &[(Time, String)]) -> HistoryPage {
        let page = cx.page();
        let version = |(at, body): &(Time, String)| Version {
            iso: at.rfc3339(),
            when: page.datetime(at),
            body: masked_html(&markup::html(body), page.l),
        };
        HistoryPage {
            back: (link(&page, post), place::title(Some(thread), about).to_owned()),
            now: PostView::new(&page, &cx.r, post, None),
            before: before.iter().rev().map(version).collect(),
            page,
        }
    }
}
