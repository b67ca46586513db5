//! What a committee does to posts and threads.

use crate::base::{PostId, ThreadId};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::policy::{self, Deed};
use crate::talk::model::{Post, PostState, Thread};
use crate::talk::store::{posts, threads};
use crate::talk::{actions, forms, pages};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

fn load_post(conn: &mut Conn, id: PostId) -> Result<(Post, Thread)> {
    let post = posts::find(conn, id)?.ok_or(Error::NotFound)?;
    let thread = threads::find(conn, post.thread_id)?.ok_or(Error::NotFound)?;
    Ok((post, thread))
}

async fn my_post(cx: &Cx) -> Result<Post> {
    let id: PostId = cx.id("id")?;
    let (post, thread) = cx.read(move |conn| load_post(conn, id)).await?;
    policy::permit(&cx.actor, &Deed::RunCommittee(thread.committee_id))?;
    Ok(post)
}

pub(super) async fn post(cx: Cx) -> Answer {
    let post = my_post(&cx).await?;
    cx.html(&pages::turning(&cx, &post, post.state == PostState::Hidden, Form::blank()))
}

pub(super) async fn turn_post(cx: Cx, mut form: Form) -> Answer {
    let post = my_post(&cx).await?;
    // What the moderator saw decides what is done, so that two of them do not undo each other.
    let hidden = form.is("_seen", PostState::Hidden.as_str());
    let Some(reason) = forms::reason(&mut form) else {
        return cx.invalid(&pages::turning(&cx, &post, hidden, form));
    };
    let (actor, id) = (cx.actor.clone(), post.id);
    let thread = cx
        .deed(&form, move |tx| match hidden {
            true => actions::restore(tx, &actor, id, &reason),
            false => actions::hide(tx, &actor, id, &reason),
        })
        .await?;
    cx.see_done(urls::thread(cx.lang(), thread), if hidden { Notice::Published } else { Notice::Withdrawn })
}

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
    cx.deed(&form, move |tx| actions::lock(tx, &actor, id, !locked, &reason)).await?;
    cx.see_done(urls::thread(cx.lang(), id), Notice::Changed)
}
