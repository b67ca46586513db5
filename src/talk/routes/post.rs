//! One post: changing it, and what it said before.

use std::sync::Arc;

use super::thread::at_post;
use crate::base::{MASK, PostId};
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::moderation::{Target, appeals};
use crate::policy::{self, Deed};
use crate::talk::model::{Post, PostState};
use crate::talk::pages::{EditPage, HistoryPage};
use crate::talk::store::edits;
use crate::talk::{actions, forms, reads};
use crate::web::{Answer, Cx, Form, Notice};

/// The post in the address, for whoever wrote it.
async fn own(cx: &Cx) -> Result<Post> {
    let id: PostId = cx.id("id")?;
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let (post, fixed) = cx
        .read(move |conn| Ok((reads::post(conn, &r, &actor, id)?.0, appeals::is_fixed(conn, Target::post(id))?)))
        .await?;
    policy::permit(&cx.actor, &Deed::EditPost(post.account_id))?;
    match post.state {
        // Written over, what is black would be told again, or typed signs would pass for it.
        PostState::Visible | PostState::Held if fixed && post.body.contains(MASK) => {
            Err(Error::Refused(Refusal::PostMasked))
        }
        PostState::Visible | PostState::Held => Ok(post),
        PostState::Hidden | PostState::Refused => Err(Error::Refused(Refusal::AlreadyDone)),
    }
}

pub(super) async fn ask(cx: Cx) -> Answer {
    let post = own(&cx).await?;
    cx.html(&EditPage::new(&cx, &post, Form::blank()))
}

pub(super) async fn edit(cx: Cx, mut form: Form) -> Answer {
    let post = own(&cx).await?;
    let Some(said) = forms::post(&mut form) else {
        return cx.invalid(&EditPage::new(&cx, &post, form));
    };
    let (actor, r, id) = (cx.actor.clone(), Arc::clone(&cx.r), post.id);
    let (thread, held) = match cx.deed(&form, move |tx| actions::edit(tx, &actor, &r, id, &said.body)).await {
        Err(Error::Refused(Refusal::Guarded)) => {
            form.fail("body", L::moderation_guarded);
            return cx.invalid(&EditPage::new(&cx, &post, form));
        }
        other => other?,
    };
    let notice = if held { Notice::Waits } else { Notice::Saved };
    cx.see_done(at_post(&cx, thread, id), notice)
}

pub(super) async fn history(cx: Cx) -> Answer {
    let id: PostId = cx.id("id")?;
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let (post, thread, about, before) = cx
        .read(move |conn| {
            let (post, thread, about) = reads::post(conn, &r, &actor, id)?;
            Ok((post, thread, about, edits::of(conn, id)?))
        })
        .await?;
    // What was never changed has no history.
    if before.is_empty() {
        return Err(Error::NotFound);
    }
    cx.html(&HistoryPage::new(&cx, &post, &thread, &about, &before))
}
