//! The answer to a filing: the page of the code, with the slip to print. The code stands nowhere else.

use actix_web::http::header::{HeaderName, HeaderValue};
use askama::Template;

use crate::base::TrackingCode;
use crate::concerns::actions::Receipt;
use crate::concerns::model::Concern;
use crate::concerns::store;
use crate::error::{Error, Result};
use crate::policy::Audience;
use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "concerns/filed.html")]
struct FiledPage {
    page: Page,
    code: [String; 4],
    number: String,
    to: String,
    category: String,
    icon: String,
    place: String,
    filed: String,
    due: String,
    moderated: bool,
}

/// The page of the code.
pub(super) async fn filed(cx: &Cx, receipt: &Receipt) -> Answer {
    let id = receipt.id;
    let concern = cx.read(move |conn| store::get(conn, id)).await?;
    let code = TrackingCode::parse(&receipt.code).map_err(|_| Error::internal("a receipt without a code"))?;
    let mut answer = cx.html(&slip(cx, receipt, &concern, &code)?)?;
    // Tells the worker on the phone (`static/sw.js`) that the draft has done its work.
    answer.headers_mut().insert(HeaderName::from_static("x-filed"), HeaderValue::from_static("1"));
    Ok(answer)
}

fn slip(cx: &Cx, receipt: &Receipt, concern: &Concern, code: &TrackingCode) -> Result<FiledPage> {
    let (l, r) = (cx.l, &cx.r);
    let category = r.category(concern.category_id).ok_or(Error::NotFound)?;
    let to = match concern.audience {
        Audience::Oversight => l.function_overseer().as_str().to_owned(),
        _ => r.unit_name(concern.unit_id).to_owned(),
    };
    Ok(FiledPage {
        page: cx.page().with_exit(),
        code: code.groups(),
        number: receipt.number().to_string(),
        to,
        category: category.name(cx.lang()).to_owned(),
        icon: category.icon.clone(),
        place: r.place_name(concern.area_id),
        filed: l.date(concern.filed_at.civil().date()),
        due: l.datetime(concern.due_at.civil()),
        moderated: concern.audience == Audience::Public,
    })
}
