//! Somebody with an account says that a message should not stand (D5).

use std::sync::Arc;

use crate::base::PostId;
use crate::error::{Error, Result};
use crate::moderation::{Target, flags};
use crate::talk::forms;
use crate::talk::model::{Post, PostState};
use crate::talk::pages::FlagPage;
use crate::talk::reads;
use crate::talk::store::posts;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// The message, if this reader may read it, and whether they flagged it before.
async fn load(cx: &Cx) -> Result<(Post, bool)> {
    let id: PostId = cx.id("id")?;
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.read(move |conn| {
        let post = posts::find(conn, id)?.filter(|post| post.state == PostState::Visible).ok_or(Error::NotFound)?;
        let (_, about) = reads::thread_about(conn, &r, &actor, post.thread_id)?;
        if !about.belongs {
            return Err(Error::NotFound);
        }
        let account = actor.account().ok_or(Error::SignIn)?;
        let flagged = flags::flagged(conn, Target::post(id), account)?;
        Ok((post, flagged))
    })
    .await
}

pub(super) async fn show(cx: Cx) -> Answer {
    let (post, flagged) = load(&cx).await?;
    cx.html(&FlagPage::new(&cx, &post, flagged, Form::blank()))
}

pub(super) async fn raise(cx: Cx, mut form: Form) -> Answer {
    let (post, flagged) = load(&cx).await?;
    let Some((ground, note)) = forms::flag(&mut form) else {
        return cx.invalid(&FlagPage::new(&cx, &post, flagged, form));
    };
    let (actor, r, id) = (cx.actor.clone(), Arc::clone(&cx.r), post.id);
    let thread = cx
        .deed(&form, move |tx| {
            let post = posts::find(tx.conn, id)?.filter(|p| p.state == PostState::Visible).ok_or(Error::NotFound)?;
            let (thread, _) = reads::thread_about(tx.conn, &r, &actor, post.thread_id)?;
            flags::raise(tx, &actor, Target::post(id), thread.committee_id, ground, &note)?;
            Ok(thread.id)
        })
        .await?;
    cx.see_done(urls::thread(cx.lang(), thread), Notice::Sent)
}
