//! The reporter's side, on the code page.

use super::super::public::{again, permit_reporter};
use super::actions;
use crate::moderation::appeals::LONG;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// The reporter appeals, once a decision.
pub(super) async fn raise(cx: Cx, mut form: Form) -> Answer {
    permit_reporter(&cx)?;
    let Some(id) = cx.followed() else { return cx.see(urls::follow(cx.lang())) };
    let words = form.words("appeal", 10, LONG);
    let Some(words) = form.done(words) else { return again(&cx, &form, id).await };
    cx.deed(&form, move |tx| actions::raise(tx, id, &words)).await?;
    cx.see_done(urls::followed(cx.lang()), Notice::Sent)
}
