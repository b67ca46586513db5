//! The first page: danger first, three doors, then what the police last answered and the way to one's quartier.

use std::sync::Arc;

use askama::Template;

use super::danger::{Call, calls};
use crate::concerns;
use crate::concerns::parts::Card;
use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

/// Answers shown: what fits under the doors of a phone.
const ANSWERS: usize = 4;

#[derive(Template)]
#[template(path = "home/home.html")]
struct HomePage<'a> {
    page: Page,
    calls: Vec<Call<'a>>,
    cards: Vec<Card>,
    communes: Vec<(String, &'a str)>,
}

/// The page.
pub(super) async fn home(cx: Cx) -> Answer {
    let rows = cx.read(|conn| concerns::latest_answers(conn, ANSWERS)).await?;
    let r = Arc::clone(&cx.r);
    let (l, lang) = (cx.l, cx.lang());
    cx.html(&HomePage {
        page: cx.page(),
        calls: calls(&r, l),
        cards: rows.iter().map(|c| Card::new(l, c, &r, cx.now)).collect(),
        communes: r.communes().map(|c| (urls::area(lang, c.slug.as_str()), c.name.as_str())).collect(),
    })
}
