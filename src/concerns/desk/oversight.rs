//! Oversight's own page: complaints about conduct of police (O6), and how fast they are answered.

use askama::Template;

use super::super::checkback::oversight as threats;
use super::inbox::Inbox;
use super::model::Holder;
use super::store;
use crate::moderation::queue::{self, Bench, Kind};
use crate::moderation::words::Line;
use crate::urls;
use crate::web::{self, Answer, Cx, Form, Page};

#[derive(Template)]
#[template(path = "desk/oversight.html")]
struct OversightPage {
    page: Page,
    all: String,
    open: String,
    /// « 2 jours », « – » when none was answered.
    median: String,
    /// Threats that nobody has closed.
    threats: String,
    /// Appeals that nobody else can answer.
    appeals: Vec<Line>,
    inbox: Inbox,
}

/// `/{l}/oversight`
pub(super) async fn show(cx: Cx) -> Answer {
    let inbox = Inbox::read(&cx, Holder::Oversight, urls::oversight(cx.lang()), Form::blank()).await?;
    let bench = Bench::of(&cx.actor, &cx.r);
    let (median, threats, appeals) = cx
        .read(move |conn| {
            let appeals = queue::page(conn, &bench, Some(Kind::Appeal), None)?.items;
            Ok((store::median_first_answer(conn)?, threats::open(conn)?, appeals))
        })
        .await?;
    let page = cx.page();
    let median = median.map_or_else(|| "–".to_owned(), |seconds| cx.l.span(seconds.max(0)));
    cx.html(&OversightPage {
        all: cx.l.number(inbox.all),
        open: cx.l.number(inbox.open),
        median,
        threats: cx.l.number(threats),
        appeals: appeals.iter().map(|item| Line::new(&page, item)).collect(),
        page,
        inbox,
    })
}
