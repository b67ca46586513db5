//! A committee notes what was promised to it.

use askama::Template;

use super::parts::Promise;
use super::register::owner_options;
use crate::areas::Committee;
use crate::forums::model::{Commitment, Meeting};
use crate::web::{Cx, Form, Page, Pager, Slice};
use crate::{urls, web};

/// A committee's promises.
#[derive(Template)]
#[template(path = "forums/promises.html")]
pub struct PromisesPage {
    page: Page,
    form: Form,
    title: String,
    back: String,
    url: String,
    owners: Vec<(String, String)>,
    meetings: Vec<(String, String)>,
    rows: Vec<Promise>,
    pager: Pager,
    /// True when the reader came to note one.
    open: bool,
}

impl PromisesPage {
    pub fn new(
        cx: &Cx,
        committee: &Committee,
        held: &[Meeting],
        read: &Slice<Commitment>,
        mut form: Form,
    ) -> PromisesPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        let wanted = cx.query("meeting").to_owned();
        let open = !wanted.is_empty() || form.failed();
        form.preset("meeting", wanted);
        let url = urls::committee_commitments(page.lang, committee.id);
        PromisesPage {
            title: l.forums_promise_title(committee.name(page.lang)),
            back: urls::committee(page.lang),
            owners: owner_options(r, page.lang),
            meetings: held
                .iter()
                .map(|m| (m.id.to_string(), format!("{}, {}", l.date(m.starts_at.civil().date()), m.title)))
                .collect(),
            rows: Promise::list(&page, r, &read.items),
            pager: Pager::new(&url, &[], cx.cursor(), read.next),
            open,
            url,
            form,
            page,
        }
    }
}
