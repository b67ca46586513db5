//! What a moderator sends to black out a part of a concern's words; the form stands on the concern's own page.

use std::sync::Arc;

use super::super::desk::{moderated_again, moderated_texts};
use super::actions;
use crate::base::ConcernNumber;
use crate::moderation::redactions::masking;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// Blacks out parts of the words.
pub(super) async fn words(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let texts = moderated_texts(&cx, number).await?;
    let Some(masking) = masking(&mut form, &texts) else { return moderated_again(&cx, number, form).await };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::redact(tx, &actor, &r, number, &masking)).await?;
    cx.see_done(urls::committee_concern(cx.lang(), number), Notice::Changed)
}
