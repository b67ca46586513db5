//! Somebody with an account says that a concern's text should not stand (D5).

use std::sync::Arc;

use crate::base::ConcernNumber;
use crate::concerns::model::Concern;
use crate::concerns::store;
use crate::error::{Error, Result};
use crate::moderation::Target;
use crate::moderation::flagging::{self, FlagPage};
use crate::moderation::flags::{self, FlagState};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// The concern, if everybody may read it, and how this reader's own flag stands.
async fn load(cx: &Cx) -> Result<(Concern, Option<FlagState>)> {
    let (number, account): (ConcernNumber, _) = (cx.part("number")?, cx.actor.account().ok_or(Error::SignIn)?);
    cx.read(move |conn| {
        let concern = store::find_public(conn, number)?.ok_or(Error::NotFound)?;
        let flagged = flags::mine(conn, Target::concern(concern.id), account)?;
        Ok((concern, flagged))
    })
    .await
}

fn page(cx: &Cx, concern: &Concern, flagged: Option<FlagState>, form: Form) -> FlagPage {
    let number = concern.number();
    let back = (urls::concern(cx.lang(), number), number.to_string());
    FlagPage::new(cx, (concern.words.as_str(), concern.lang.code()), back, flagged, form)
}

pub(super) async fn show(cx: Cx) -> Answer {
    let (concern, flagged) = load(&cx).await?;
    cx.html(&page(&cx, &concern, flagged, Form::blank()))
}

pub(super) async fn raise(cx: Cx, mut form: Form) -> Answer {
    let (concern, flagged) = load(&cx).await?;
    let Some((ground, note)) = flagging::read(&mut form) else {
        return cx.invalid(&page(&cx, &concern, flagged, form));
    };
    let (actor, r, number) = (cx.actor.clone(), Arc::clone(&cx.r), concern.number());
    cx.deed(&form, move |tx| {
        let concern = store::find_public(tx.conn, number)?.ok_or(Error::NotFound)?;
        // Whoever moderates the place decides; the log names the first of them.
        let committee = r.moderators_of(concern.area_id).first().copied().ok_or(Error::NotFound)?;
        flags::raise(tx, &actor, Target::concern(concern.id), committee, ground, &note)
    })
    .await?;
    cx.see_done(urls::concern(cx.lang(), number), Notice::Sent)
}
