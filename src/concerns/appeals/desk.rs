//! The page on which an appeal about a concern is answered by who does not sit in the committee, and the answer of who does.

use std::sync::Arc;

use super::actions;
use crate::base::ConcernNumber;
use crate::concerns::model::Concern;
use crate::concerns::store;
use crate::error::{Error, Refusal, Result};
use crate::moderation::appeals::{self, AnswerPage, Open, Told};
use crate::moderation::queue::Bench;
use crate::moderation::words;
use crate::policy::{Audience, Deed, permit};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

async fn load(cx: &Cx) -> Result<(Concern, Open)> {
    let (number, actor): (ConcernNumber, _) = (cx.part("number")?, cx.actor.clone());
    cx.read(move |conn| {
        let found = store::find(conn, number)?.filter(|concern| concern.audience == Audience::Public);
        let concern = found.ok_or(Error::NotFound)?;
        let open = super::open(conn, &actor, &concern)?.ok_or(Error::NotFound)?;
        permit(&actor, &Deed::AnswerAppeal(&open.facts))?;
        Ok((concern, open))
    })
    .await
}

fn view(cx: &Cx, (concern, open): &(Concern, Open), form: Form) -> AnswerPage {
    let page = cx.page();
    let told = Told {
        text: concern.words.as_str().to_owned(),
        lang: concern.lang.code(),
        about: vec![
            ("report", concern.number().to_string()),
            ("info", cx.r.category_name(concern.category_id, cx.lang()).to_owned()),
            ("place", cx.r.place_name(concern.area_id)),
            ("calendar", page.date(&concern.filed_at)),
        ],
    };
    AnswerPage::new(page, form, told, open, urls::committee_concern_appeal(cx.lang(), concern.number()))
}

pub(super) async fn show(cx: Cx) -> Answer {
    let read = load(&cx).await?;
    cx.html(&view(&cx, &read, Form::blank()))
}

pub(super) async fn answer(cx: Cx, mut form: Form) -> Answer {
    let Some(answer) = appeals::answer(&mut form) else {
        let read = load(&cx).await?;
        if !read.1.is_of(&form) {
            return Err(Error::Refused(Refusal::AlreadyDone));
        }
        return cx.invalid(&view(&cx, &read, form));
    };
    let (number, actor): (ConcernNumber, _) = (cx.part("number")?, cx.actor.clone());
    let (r, bench, lang) = (Arc::clone(&cx.r), Bench::of(&cx.actor, &cx.r), cx.lang());
    let next = cx
        .deed(&form, move |tx| {
            actions::answer(tx, &actor, &r, number, &answer)?;
            words::after_appeal(tx, lang, &actor, &bench)
        })
        .await?;
    cx.see_done(next, Notice::Sent)
}
