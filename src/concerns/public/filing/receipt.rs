//! The answer to a filing: the page of the code, with the slip to print, and the proof of filing on a paper of its own. The
//! code stands nowhere else.

use actix_web::http::header::{HeaderName, HeaderValue};
use askama::Template;

use super::super::similar::Told;
use crate::base::{Prompt, TrackingCode};
use crate::concerns::actions::Receipt;
use crate::concerns::media::Received;
use crate::concerns::model::Concern;
use crate::concerns::parts::spoken;
use crate::concerns::{proof, store};
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::policy::Audience;
use crate::web::{Answer, Cx, Page};
use crate::{urls, web};

#[derive(Template)]
#[template(path = "concerns/filed.html")]
struct FiledPage {
    page: Page,
    /// Speaks the language of whoever keeps the papers.
    s: L,
    /// Nothing when the code is that of the slip in their hand.
    code: Option<[String; 4]>,
    number: String,
    to: String,
    category: String,
    icon: String,
    place: String,
    filed: String,
    day: String,
    due: String,
    mark: String,
    moderated: bool,
    /// What may be the same, where that could not be asked before.
    told: Vec<Told>,
    /// Where the next one is filed, for who files for others; they hand the slip over.
    next: Option<String>,
    photos: usize,
    voice: bool,
    /// « Keep this code », read aloud.
    said: Option<String>,
    /// Files that were not taken: name and reason.
    turned: Vec<(String, &'static str)>,
}

/// What stands on the page beside the code.
#[derive(Default)]
pub(in crate::concerns) struct Beside {
    /// The form that who files for others goes back to.
    pub(in crate::concerns) next: Option<String>,
    /// What may be the same, where that could not be asked before.
    pub(in crate::concerns) told: Vec<Told>,
    /// What became of the files that were sent.
    pub(in crate::concerns) received: Received,
}

/// The page of the code.
pub(in crate::concerns) async fn filed(cx: &Cx, receipt: &Receipt, beside: Beside) -> Answer {
    let id = receipt.id;
    let concern = cx.read(move |conn| store::get(conn, id)).await?;
    let code = match receipt.code.as_str() {
        "" => None,
        digits => Some(TrackingCode::parse(digits).map_err(|_| Error::internal("a receipt without a code"))?),
    };
    let mut answer = cx.html(&page(cx, receipt, &concern, code.as_ref(), beside)?)?;
    // Tells the worker on the phone (`static/sw.js`) that the draft has done its work.
    answer.headers_mut().insert(HeaderName::from_static("x-filed"), HeaderValue::from_static("1"));
    Ok(answer)
}

fn page(
    cx: &Cx,
    receipt: &Receipt,
    concern: &Concern,
    code: Option<&TrackingCode>,
    Beside { next, told, received }: Beside,
) -> Result<FiledPage> {
    let (l, r) = (cx.l, &cx.r);
    let s = if next.is_some() { L::new(concern.lang) } else { l };
    let category = r.category(concern.category_id).ok_or(Error::NotFound)?;
    let to = match concern.audience {
        Audience::Oversight => l.function_overseer().as_str().to_owned(),
        _ => r.unit_name(concern.unit_id).to_owned(),
    };
    let day = concern.filed_at.day();
    Ok(FiledPage {
        page: cx.page().with_exit(),
        s,
        code: code.map(TrackingCode::groups),
        number: receipt.number().to_string(),
        to,
        category: category.name(s.lang()).to_owned(),
        icon: category.icon.clone(),
        place: r.place_name(concern.area_id),
        filed: s.date(day.date()),
        day: day.to_string(),
        due: l.datetime(concern.due_at.civil()),
        mark: proof::mark(&cx.site.keys, receipt.number(), day),
        moderated: concern.audience == Audience::Public,
        told,
        next,
        photos: received.photos(),
        voice: received.has_voice(),
        said: spoken(r, Prompt::Code, l.lang()),
        turned: received.turned.iter().map(|turned| turned.said(l)).collect(),
    })
}
