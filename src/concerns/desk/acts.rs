//! What the unit does with a file: each form is read, the deed is done once, and the reader goes back to the file, or gets the
//! file again with what they typed.

use std::sync::Arc;

use super::super::actions;
use super::forms::{self, Panel, Rerouting};
use super::{file, inbox, replies};
use crate::base::ConcernNumber;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// Back to the file.
fn back(cx: &Cx, number: ConcernNumber, notice: Notice) -> Answer {
    cx.see_done(urls::desk_concern(cx.lang(), number), notice)
}

/// Answering, asking, noting.
pub(super) async fn message(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    if replies::is_asked(&form) {
        let panel = forms::message_panel(&form);
        return replies::insert(&cx, number, form, panel).await;
    }
    let (panel, parsed) = forms::message(&mut form);
    let Some((said, body)) = parsed else { return file::again(&cx, number, form, panel).await };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::say(tx, &actor, &r, number, said, &body)).await?;
    back(&cx, number, Notice::Sent)
}

/// Starting, resolving, closing, reopening.
pub(super) async fn state(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    if replies::is_asked(&form) {
        let panel = forms::state_panel(&form);
        return replies::insert(&cx, number, form, panel).await;
    }
    let (panel, parsed) = forms::state(&mut form);
    let Some((step, lacked, sentence)) = parsed else { return file::again(&cx, number, form, panel).await };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::change_state(tx, &actor, &r, number, (step, lacked), &sentence)).await?;
    back(&cx, number, Notice::Changed)
}

/// Asking a service.
pub(super) async fn referral(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let Some((to, note)) = forms::referral(&mut form, &cx.r) else {
        return file::again(&cx, number, form, Panel::Refer).await;
    };
    let (actor, r, key) = (cx.actor.clone(), Arc::clone(&cx.r), cx.key());
    cx.deed(&form, move |tx| actions::refer(tx, &actor, &r, number, to, (&note, key.as_deref()))).await?;
    back(&cx, number, Notice::Sent)
}

/// Giving it to somebody, and saying whether it comes first.
pub(super) async fn assignment(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let Some((to, priority)) = forms::assignment(&mut form) else {
        return file::again(&cx, number, form, Panel::Assign).await;
    };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::assign(tx, &actor, &r, number, to, priority)).await?;
    back(&cx, number, Notice::Saved)
}

/// Another kind or another unit. The file may be somebody else's afterwards: then the inbox is where the reader goes.
pub(super) async fn routing(cx: Cx, mut form: Form) -> Answer {
    let number: ConcernNumber = cx.part("number")?;
    let panel = forms::rerouting_panel(&form);
    let Some(wanted) = forms::routing(&mut form, &cx.r) else { return file::again(&cx, number, form, panel).await };
    let (actor, r, key) = (cx.actor.clone(), Arc::clone(&cx.r), cx.key());
    cx.deed(&form, move |tx| match &wanted {
        Rerouting::Category(to) => actions::recategorise(tx, &actor, &r, number, *to, key.as_deref()),
        Rerouting::Unit(to, why) => actions::reroute(tx, &actor, &r, number, *to, why),
    })
    .await?;
    if file::is_readable(&cx, number).await? {
        back(&cx, number, Notice::Changed)
    } else {
        cx.see_done(inbox::home(&cx), Notice::Changed)
    }
}
