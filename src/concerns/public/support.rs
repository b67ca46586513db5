//! « Moi aussi » of a public, open concern: a page that says what is counted, and the page of the supporter's own code. The
//! public page only links here: it is kept ready for all visitors, and a form in it would give them all one token.

use std::sync::Arc;

use askama::Template;

use super::similar::Told;
use crate::base::{ConcernNumber, TrackingCode};
use crate::concerns::model::Concern;
use crate::concerns::{store, supports};
use crate::error::{Error, Result};
use crate::web::{Answer, Cx, Form, Page};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "concerns/support.html")]
struct SupportPage {
    page: Page,
    told: Told,
    category: String,
    icon: String,
    place: String,
    open: bool,
}

/// What is counted, and the button.
pub(super) async fn ask(cx: Cx) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let concern = cx.read(move |conn| store::find_public(conn, number)?.ok_or(Error::NotFound)).await?;
    let (category, icon) = kind(&cx, &concern);
    cx.html(&SupportPage {
        page: cx.page().with_exit(),
        told: Told::new(cx.l, &concern, cx.now),
        category,
        icon,
        place: cx.r.place_name(concern.area_id),
        open: concern.state.is_open(),
    })
}

fn kind(cx: &Cx, concern: &Concern) -> (String, String) {
    let category = cx.r.category(concern.category_id);
    (
        category.map_or_else(String::new, |c| c.name(cx.lang()).to_owned()),
        cx.r.category_icon(concern.category_id).to_owned(),
    )
}

/// Counts the person and answers with their code, once for the form.
pub(super) async fn support(cx: Cx, form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let id = cx.read(move |conn| Ok(store::find_public(conn, number)?.ok_or(Error::NotFound)?.id)).await?;
    cx.count_support(id)?;
    let code = TrackingCode::draw(&cx.site.entropy);
    let digits = code.digits();
    let site = Arc::clone(&cx.site);
    let hash = cx.site.slow.run(move || site.keys.hash_code(&code)).await?;
    let (actor, said_so) = (cx.actor.clone(), cx.said_so(id));
    let counted = cx.deed(&form, move |tx| supports::support(tx, &actor, number, said_so, &digits, &hash)).await?;
    let mut answer = cx.html(&slip(&cx, &counted).await?)?;
    if cx.actor.account().is_none() {
        cx.remember_said_so(&mut answer, id);
    }
    Ok(answer)
}

#[derive(Template)]
#[template(path = "concerns/supported.html")]
struct SupportedPage {
    page: Page,
    code: [String; 4],
    number: String,
    supports: String,
    category: String,
    icon: String,
    place: String,
    today: String,
}

async fn slip(cx: &Cx, counted: &supports::Counted) -> Result<SupportedPage> {
    let id = counted.concern;
    let concern = cx.read(move |conn| store::get(conn, id)).await?;
    let code = TrackingCode::parse(&counted.digits).map_err(|_| Error::internal("a support without a code"))?;
    let (category, icon) = kind(cx, &concern);
    let page = cx.page().with_exit();
    Ok(SupportedPage {
        code: code.groups(),
        number: concern.number().to_string(),
        supports: cx.l.concern_supports(concern.supports),
        category,
        icon,
        place: cx.r.place_name(concern.area_id),
        today: page.date(&cx.now),
        page,
    })
}
