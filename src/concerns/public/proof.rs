//! Proofs of filing: the open concern's own, and the page where anybody has one checked (R12). What is answered there is yes
//! or no; it asks the signature and never the database, so it can tell nothing of any concern.

use askama::Template;

use crate::base::{ConcernNumber, Day};
use crate::concerns::{proof, store};
use crate::i18n::L;
use crate::web::{Answer, Cx, Form, Page};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "concerns/proof.html")]
struct CheckPage<'a> {
    page: Page,
    form: &'a Form,
    holds: Option<bool>,
    key: String,
}

#[derive(Template)]
#[template(path = "concerns/proof-own.html")]
struct OwnPage {
    page: Page,
    s: L,
    number: String,
    filed: String,
    day: String,
    mark: String,
}

fn draw<'a>(cx: &Cx, form: &'a Form, holds: Option<bool>) -> CheckPage<'a> {
    CheckPage { page: cx.page(), form, holds, key: proof::public_pem(&cx.site.keys) }
}

/// The form, with the key that checks proofs without us.
pub(super) async fn ask(cx: Cx) -> Answer {
    cx.html(&draw(&cx, &Form::blank(), None))
}

/// Yes or no.
pub(super) async fn check(cx: Cx, mut form: Form) -> Answer {
    cx.count_try()?;
    let number = form.line("number", 1, 40);
    let day = form.day("day");
    let mark = form.words("mark", 1, 400);
    let typed = (|| Some((number?, day?, mark?)))();
    let Some((number, day, mark)) = form.done(typed) else { return cx.invalid(&draw(&cx, &form, None)) };
    let holds = number.parse::<ConcernNumber>().is_ok_and(|number| proof::holds(&cx.site.keys, number, day, &mark));
    cx.html(&draw(&cx, &form, Some(holds)))
}

/// The proof of the concern that is open by its code.
pub(super) async fn own(cx: Cx) -> Answer {
    let Some(id) = cx.followed() else { return cx.see(urls::follow(cx.lang())) };
    let concern = cx.read(move |conn| store::get(conn, id)).await?;
    let day: Day = concern.filed_at.day();
    let page = OwnPage {
        page: cx.page().with_exit(),
        s: cx.l,
        number: concern.number().to_string(),
        filed: cx.l.date(day.date()),
        day: day.to_string(),
        mark: proof::mark(&cx.site.keys, concern.number(), day),
    };
    cx.html(&page)
}
