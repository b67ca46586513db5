//! An author appeals; somebody else answers (D7).

use crate::base::PostId;
use crate::error::{Error, Refusal, Result};
use crate::moderation::appeals;
use crate::moderation::queue::Bench;
use crate::moderation::words;
use crate::talk::pages::{self, AppealPage};
use crate::talk::reads::{self, Appealed, Own};
use crate::talk::{actions, forms};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

async fn own(cx: &Cx) -> Result<Own> {
    let (id, actor): (PostId, _) = (cx.id("id")?, cx.actor.clone());
    cx.read(move |conn| reads::own(conn, &actor, id)).await
}

pub(super) async fn ask(cx: Cx) -> Answer {
    let own = own(&cx).await?;
    cx.html(&AppealPage::new(&cx, &own, Form::blank()))
}

pub(super) async fn raise(cx: Cx, mut form: Form) -> Answer {
    let own = own(&cx).await?;
    let Some(said) = forms::appeal(&mut form) else { return cx.invalid(&AppealPage::new(&cx, &own, form)) };
    let (actor, id) = (cx.actor.clone(), own.post.id);
    cx.deed(&form, move |tx| actions::appeal(tx, &actor, id, &said)).await?;
    cx.see_done(urls::post_appeal(cx.lang(), id), Notice::Sent)
}

async fn appealed(cx: &Cx) -> Result<Appealed> {
    let (id, actor): (PostId, _) = (cx.id("id")?, cx.actor.clone());
    cx.read(move |conn| reads::appealed(conn, &actor, id)).await
}

pub(super) async fn show(cx: Cx) -> Answer {
    let read = appealed(&cx).await?;
    cx.html(&pages::answering(&cx, &read, Form::blank()))
}

pub(super) async fn answer(cx: Cx, mut form: Form) -> Answer {
    let Some(answer) = appeals::answer(&mut form) else {
        let read = appealed(&cx).await?;
        if !read.open.is_of(&form) {
            return Err(Error::Refused(Refusal::AlreadyDone));
        }
        return cx.invalid(&pages::answering(&cx, &read, form));
    };
    let (id, actor): (PostId, _) = (cx.id("id")?, cx.actor.clone());
    let (bench, lang) = (Bench::of(&cx.actor, &cx.r), cx.lang());
    let next = cx
        .deed(&form, move |tx| {
            actions::answer_appeal(tx, &actor, id, &answer)?;
            words::after_appeal(tx, lang, &actor, &bench)
        })
        .await?;
    cx.see_done(next, Notice::Sent)
}
