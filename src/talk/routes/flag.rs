//! Somebody with an account says that a message should not stand (D5).

use std::sync::Arc;

use crate::areas::Reference;
use crate::base::{Actor, PostId};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::moderation::Target;
use crate::moderation::flagging::{self, FlagPage};
use crate::moderation::flags::{self, FlagState};
use crate::talk::model::{Post, PostState, Thread};
use crate::talk::reads;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// A message that everybody reads who may read its thread, and this reader may.
fn seen(conn: &mut Conn, r: &Reference, actor: &Actor, id: PostId) -> Result<(Post, Thread)> {
    let (post, thread, _) = reads::post(conn, r, actor, id)?;
    if post.state == PostState::Visible { Ok((post, thread)) } else { Err(Error::NotFound) }
}

/// The message, if this reader may read it, and how their own flag stands.
async fn load(cx: &Cx) -> Result<(Post, Option<FlagState>)> {
    let id: PostId = cx.id("id")?;
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.read(move |conn| {
        let (post, _) = seen(conn, &r, &actor, id)?;
        let account = actor.account().ok_or(Error::SignIn)?;
        let flagged = flags::mine(conn, Target::post(id), account)?;
        Ok((post, flagged))
    })
    .await
}

fn page(cx: &Cx, post: &Post, flagged: Option<FlagState>, form: Form) -> FlagPage {
    let back = (urls::thread(cx.lang(), post.thread_id), cx.l.forums_thread().as_str().to_owned());
    FlagPage::new(cx, (&post.body, ""), back, flagged, form)
}

pub(super) async fn show(cx: Cx) -> Answer {
    let (post, flagged) = load(&cx).await?;
    cx.html(&page(&cx, &post, flagged, Form::blank()))
}

pub(super) async fn raise(cx: Cx, mut form: Form) -> Answer {
    let (post, flagged) = load(&cx).await?;
    let Some((ground, note)) = flagging::read(&mut form) else {
        return cx.invalid(&page(&cx, &post, flagged, form));
    };
    let (actor, r, id) = (cx.actor.clone(), Arc::clone(&cx.r), post.id);
    let thread = cx
        .deed(&form, move |tx| {
            let (_, thread) = seen(tx.conn, &r, &actor, id)?;
            flags::raise(tx, &actor, Target::post(id), thread.committee_id, ground, &note)?;
            Ok(thread.id)
        })
        .await?;
    cx.see_done(urls::thread(cx.lang(), thread), Notice::Sent)
}
