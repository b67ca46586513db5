//! What a committee does to posts and threads.

use crate::base::ThreadId;
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::policy::{self, Deed};
use crate::talk::model::Thread;
use crate::talk::store::threads;
use crate::talk::{actions, forms, pages};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

async fn my_thread(cx: &Cx) -> Result<Thread> {
    let id: ThreadId = cx.id("id")?;
    let thread = cx.read(move |conn| threads::find(conn, id)).await?.ok_or(Error::NotFound)?;
    policy::permit(&cx.actor, &Deed::RunCommittee(thread.committee_id))?;
    Ok(thread)
}

pub(super) async fn thread(cx: Cx) -> Answer {
    let thread = my_thread(&cx).await?;
    cx.html(&pages::locking(&cx, thread.id, thread.locked, Form::blank()))
}

pub(super) async fn lock_thread(cx: Cx, mut form: Form) -> Answer {
    let thread = my_thread(&cx).await?;
    let locked = form.is("_seen", "locked");
    let Some(reason) = forms::reason(&mut form) else {
        return cx.invalid(&pages::locking(&cx, thread.id, locked, form));
    };
    let (actor, id) = (cx.actor.clone(), thread.id);
    match cx.deed(&form, move |tx| actions::lock(tx, &actor, id, !locked, &reason)).await {
        Err(Error::Refused(Refusal::Guarded)) => {
            form.fail("reason", L::moderation_guarded);
            return cx.invalid(&pages::locking(&cx, id, locked, form));
        }
        other => other?,
    }
    cx.see_done(urls::thread(cx.lang(), id), Notice::Changed)
}
