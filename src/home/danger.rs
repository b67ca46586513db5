//! Danger now (R4): numbers to call, what to do. Nothing is asked and nothing is stored.

use std::sync::Arc;

use askama::Template;

use crate::areas::Reference;
use crate::i18n::L;
use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

/// A number that can be called by touching it.
pub(super) struct Call<'a> {
    pub(super) tel: String,
    pub(super) number: &'a str,
    pub(super) label: &'a str,
    pub(super) sample: bool,
}

/// The numbers the public may see.
pub(super) fn calls(r: &Reference, l: L) -> Vec<Call<'_>> {
    let call = |number: &str| number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    r.shown_numbers()
        .map(|n| {
            let label = n.label(l.lang());
            // A label that says so itself is not told twice.
            let sample = n.sample && !label.contains(l.danger_sample().as_str());
            Call { tel: call(&n.number), number: &n.number, label, sample }
        })
        .collect()
}

#[derive(Template)]
#[template(path = "home/danger.html")]
struct DangerPage<'a> {
    page: Page,
    calls: Vec<Call<'a>>,
}

/// The page.
pub(super) async fn danger(cx: Cx) -> Answer {
    let r = Arc::clone(&cx.r);
    cx.html(&DangerPage { page: cx.page().with_exit(), calls: calls(&r, cx.l) })
}
