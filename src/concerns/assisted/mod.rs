//! Filing for somebody else (R8, N6): a relay for a neighbour, an officer for whoever came to the desk. One form, then the
//! slip to hand over.
//!
//! Who files for others reads nothing afterwards: the concern holds no account, its first event no account, the ledger says
//! « visitor », and a relay has no list, only a count a week. With a folded slip, whose serial they type, they never see
//! the code either. Where the policy lets an officer read the file anyway, it is as of any concern of their unit.

mod actions;
mod form;
mod pages;

use std::sync::Arc;

use crate::base::Actor;
use crate::concerns::public::receipt;
use crate::concerns::slips;
use crate::policy::Access;
use crate::urls;
use crate::web::{Answer, Cx, Form, Routes};
use form::By;
use pages::draw;

pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Relay, "/{l}/relay", |cx| ask(cx, By::Relay));
    routes.post(Access::Relay, "/{l}/relay", |cx, form| file(cx, form, By::Relay));
    routes.get(Access::Police, "/{l}/desk/new", |cx| ask(cx, By::Desk));
    routes.post(Access::Police, "/{l}/desk/new", |cx, form| file(cx, form, By::Desk));
}

async fn ask(cx: Cx, by: By) -> Answer {
    let mut form = Form::blank();
    // Nobody publishes for somebody else by leaving a box as it is.
    form.preset("readers", "private");
    form.preset("lang", cx.lang().code());
    let page = draw(&cx, form, by, None).await?;
    cx.html(&page)
}

async fn file(cx: Cx, mut form: Form, by: By) -> Answer {
    let r = Arc::clone(&cx.r);
    let parsed = form::parse(&mut form, &r, by);
    let Some((new, typed, warning)) = form.done(parsed) else {
        let page = draw(&cx, form, by, None).await?;
        return cx.invalid(&page);
    };
    // Who reads a protected kind, and that they do not, they see before anything is sent.
    if let Some(slug) = warning {
        let page = draw(&cx, form, by, Some(slug)).await?;
        return cx.html(&page);
    }
    let key = slips::key(&cx, typed).await?;
    let (actor, taken): (Actor, _) = (cx.actor.clone(), key.clone());
    match cx.deed(&form, move |tx| actions::file_for(tx, &actor, &r, &new, &taken)).await {
        Ok(receipt) => {
            key.was_right(&cx);
            let next = match by {
                By::Relay => urls::relay(cx.lang()),
                By::Desk => urls::desk_new(cx.lang()),
            };
            receipt::filed(&cx, &receipt, receipt::Beside { next: Some(next), ..Default::default() }).await
        }
        Err(error) => match slips::problem(&error) {
            Some(problem) => {
                form.fail("slip", problem);
                let page = draw(&cx, form, by, None).await?;
                cx.conflict(&page)
            }
            None => Err(error),
        },
    }
}
