//! A committee judges what was promised to it.

use askama::Template;

use super::parts::{Pager, Promise, commitment_state, on};
use super::register::owner_options;
use crate::areas::Committee;
use crate::forums::model::{Commitment, CommitmentState, Meeting};
use crate::i18n::Text;
use crate::web::{Cx, Form, Page, Slice};
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
        let line =
            |c: &Commitment| Promise { url: urls::committee_commitment(page.lang, c.id), ..Promise::new(&page, r, c) };
        PromisesPage {
            title: l.forums_promise_title(committee.name(page.lang)),
            back: urls::committee(page.lang),
            owners: owner_options(r, page.lang),
            meetings: held
                .iter()
                .map(|m| (m.id.to_string(), format!("{}, {}", l.date(m.starts_at.civil().date()), m.title)))
                .collect(),
            rows: read.items.iter().map(line).collect(),
            pager: Pager::new(&url, &[], cx.cursor(), read.next),
            open,
            url,
            form,
            page,
        }
    }
}

/// One promise, to be judged.
#[derive(Template)]
#[template(path = "forums/promise.html")]
pub struct CommitmentPage {
    page: Page,
    form: Form,
    row: Promise,
    back: String,
    made: String,
    states: Vec<(&'static str, Text, String)>,
}

impl CommitmentPage {
    pub fn new(cx: &Cx, c: &Commitment, mut form: Form) -> CommitmentPage {
        let page = cx.page();
        let l = page.l;
        form.preset("seen", c.state.as_str());
        CommitmentPage {
            row: Promise::new(&page, &cx.r, c),
            back: urls::committee_commitments(page.lang, c.committee_id),
            made: on(l, c.made_at.day()),
            states: CommitmentState::ALL
                .iter()
                .filter(|s| **s != c.state)
                .map(|s| (s.as_str(), commitment_state(l, *s), String::new()))
                .collect(),
            form,
            page,
        }
    }
}
