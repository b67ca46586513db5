//! What a moderator and the unit do with photos and voice notes.

use std::sync::Arc;

use super::super::desk;
use super::actions;
use crate::base::{ConcernNumber, MediumId};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// The longest transcript, in characters: a minute of fast speech, three times over.
const LONG: usize = 4_000;

/// A moderator chooses what everybody may see.
pub(super) async fn choose(cx: Cx, form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let shown = chosen(&form);
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::choose(tx, &actor, &r, number, &shown)).await?;
    cx.see_done(urls::committee_concern(cx.lang(), number), Notice::Saved)
}

/// The boxes that are ticked.
pub(in crate::concerns) fn chosen(form: &Form) -> Vec<MediumId> {
    form.all("shown").into_iter().filter_map(|id| id.parse().ok()).collect()
}

/// The unit writes down what was said.
pub(super) async fn transcribe(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let id: MediumId = cx.id("id")?;
    let words = form.words("transcript", 5, LONG);
    let Some(words) = form.done(words) else { return desk::transcript_again(&cx, number, form).await };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::transcribe(tx, &actor, &r, number, id, &words)).await?;
    cx.see_done(urls::desk_concern(cx.lang(), number), Notice::Saved)
}
