//! The administrator's side: what is asked of data, until when, and the answer. The words of a concern are not shown here, nor the
//! words that are to come: who may correct is the person, not the reader of this page. Of a protected concern what is asked is
//! read here, and that a reason was written; the reason is sealed with the concern.

use askama::Template;

use super::model::{Request, State, Wish};
use super::pages::Asked;
use super::{actions, erased, store};
use crate::base::RightsRequestId;
use crate::concerns::store as concerns;
use crate::error::Result;
use crate::urls;
use crate::web::{self, Answer, Cx, Form, Notice, Page};

struct Row {
    id: RightsRequestId,
    late: bool,
    left: String,
    asked: Asked,
}

#[derive(Template)]
#[template(path = "rights/list.html")]
struct ListPage {
    page: Page,
    waiting: Vec<Row>,
    answered: Vec<Row>,
}

#[derive(Template)]
#[template(path = "rights/answer.html")]
struct AnswerPage {
    page: Page,
    form: Form,
    id: RightsRequestId,
    asked: Asked,
    about: String,
    open: bool,
    erases: bool,
}

fn rows(cx: &Cx, requests: &[Request]) -> Vec<Row> {
    let page = cx.page();
    let row = |r: &Request| Row {
        id: r.id,
        late: r.state == State::Waiting && r.due_at < cx.now,
        left: page.left(&r.due_at),
        asked: Asked::new(cx, r),
    };
    requests.iter().map(row).collect()
}

/// `/{l}/admin/rights`
pub(super) async fn list(cx: Cx) -> Answer {
    let (waiting, answered) = cx.read(|conn| Ok((store::list(conn, true)?, store::list(conn, false)?))).await?;
    cx.html(&ListPage { page: cx.page(), waiting: rows(&cx, &waiting), answered: rows(&cx, &answered) })
}

async fn draw(cx: &Cx, id: RightsRequestId, form: Form) -> Result<AnswerPage> {
    let (request, number) = cx
        .read(move |conn| {
            let request = store::get(conn, id)?;
            let number = match request.concern_id {
                Some(concern) => Some(concerns::get(conn, concern)?.number()),
                None => None,
            };
            Ok((request, number))
        })
        .await?;
    Ok(AnswerPage {
        page: cx.page(),
        form,
        id,
        asked: Asked::new(cx, &request),
        about: number.map_or_else(|| cx.l.rights_of_account().as_str().to_owned(), |n| n.to_string()),
        open: request.state == State::Waiting,
        erases: request.kind == Wish::Erasure,
    })
}

/// One request.
pub(super) async fn show(cx: Cx) -> Answer {
    let id = cx.id("id")?;
    cx.html(&draw(&cx, id, Form::blank()).await?)
}

/// Its answer.
pub(super) async fn answer(cx: Cx, mut form: Form) -> Answer {
    let id: RightsRequestId = cx.id("id")?;
    let granted = form.pick("verdict", |word| match word {
        "grant" => Some(true),
        "refuse" => Some(false),
        _ => None,
    });
    let words = form.words("answer", 5, 2000);
    let both = granted.zip(words);
    let Some((granted, words)) = form.done(both) else { return cx.invalid(&draw(&cx, id, form).await?) };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::answer(tx, &actor, id, granted, &words)).await?;
    erased::note(&cx.site).await;
    cx.see_done(urls::admin_rights(cx.lang()), Notice::Saved)
}
