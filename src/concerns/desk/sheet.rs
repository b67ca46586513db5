//! A referral on paper (P6): the sheet a service without a login gets on one A4, and what it answered, entered by the unit. The
//! sheet says no more than a service that signs in reads: no internal note, nothing between the unit and the reporter.

use std::sync::Arc;

use askama::Template;

use super::super::model::{Concern, Referral, ReferralState};
use super::super::parts::{acceptance_due, said};
use super::super::sealing::{self, Part, Sight, Words};
use super::super::{actions, store as concerns};
use super::file;
use super::forms::{self, Panel};
use crate::base::{ConcernNumber, ReferralId};
use crate::error::{Error, Result};
use crate::policy::{Deed, permit};
use crate::urls;
use crate::web::{self, Answer, Cx, Form, Notice, Page};

#[derive(Template)]
#[template(path = "desk/errand.html")]
struct SheetPage {
    page: Page,
    back: String,
    number: String,
    unit: String,
    service: String,
    asked: String,
    until: String,
    category: String,
    place: String,
    landmark: String,
    text: String,
    lang: &'static str,
    errand: String,
}

async fn load(cx: &Cx, number: ConcernNumber, id: ReferralId) -> Result<(Concern, Referral, Words)> {
    let (actor, r, now, key) = (cx.actor.clone(), Arc::clone(&cx.r), cx.now, cx.key());
    cx.read(move |conn| {
        let mut concern = concerns::find(conn, number)?.ok_or(Error::NotFound)?;
        let facts = concerns::facts_for(conn, &actor, &r, &concern)?;
        permit(&actor, &Deed::WorkFile(&facts))?;
        let mut referral = concerns::referral(conn, id)?;
        let given = referral.concern_id == concern.id && referral.state != ReferralState::Withdrawn;
        if !given {
            return Err(Error::NotFound);
        }
        let words = sealing::of_reader(conn, (concern.id, Part::File), key.as_deref(), now)?;
        words.unveil(&mut concern);
        words.unveil(&mut referral);
        Ok((concern, referral, words))
    })
    .await
}

/// `/{l}/desk/concerns/{number}/errands/{id}`
pub(super) async fn show(cx: Cx) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let (concern, referral, words) = load(&cx, number, cx.id("id")?).await?;
    sealing::record_file(&cx, &concern, &words, Sight::Sheet).await?;
    let page = cx.page();
    cx.html(&SheetPage {
        back: urls::desk_concern(cx.lang(), number),
        number: number.to_string(),
        unit: cx.r.unit_name(concern.unit_id).to_owned(),
        service: cx.r.partner(referral.partner_id).map_or_else(|| "–".to_owned(), |p| p.name(cx.lang()).to_owned()),
        asked: page.date(&referral.asked_at),
        until: page.date(&acceptance_due(&cx.r, &referral)),
        category: cx.r.category_name(concern.category_id, cx.lang()).to_owned(),
        place: cx.r.place_name(concern.area_id),
        landmark: said(cx.l, &concern.landmark),
        text: said(cx.l, &concern.words),
        lang: concern.lang.code(),
        errand: said(cx.l, &referral.note),
        page,
    })
}

/// Enters what the sheet came back with.
pub(super) async fn answer(cx: Cx, mut form: Form) -> Answer {
    let (number, id): (ConcernNumber, ReferralId) = (cx.part("number")?, cx.id("id")?);
    load(&cx, number, id).await?;
    let Some((accepted, sentence)) = forms::referral_answer(&mut form) else {
        return file::again(&cx, number, form, Panel::Errand).await;
    };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::answer_on_paper(tx, &actor, &r, (number, id), accepted, &sentence)).await?;
    cx.see_done(urls::desk_concern(cx.lang(), number), Notice::Saved)
}
