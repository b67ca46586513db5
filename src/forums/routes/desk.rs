//! The committee's desk: what waits, announcing, promises, moderation of threads.

use std::sync::Arc;

use crate::areas::Committee;
use crate::base::{CommitteeId, PostId, ThreadId};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::forums::actions;
use crate::forums::forms;
use crate::forums::model::{Post, PostState, Thread};
use crate::forums::pages::{DeskPage, MeetingForm, PromisesPage, ReasonPage};
use crate::forums::reads;
use crate::forums::store::commitments::{self, Filter};
use crate::forums::store::{meetings, talk};
use crate::policy::{self, Deed};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

pub async fn desk(cx: Cx) -> Answer {
    let mut mine = cx.actor.committees();
    mine.extend(cx.actor.chaired());
    mine.sort_unstable();
    mine.dedup();
    let (committees, moderated, now, r) = (mine.clone(), cx.actor.committees(), cx.now, Arc::clone(&cx.r));
    let chaired = cx.actor.chaired();
    let read = cx.read(move |conn| reads::desk(conn, now, &committees, &moderated, &chaired, &r)).await?;
    cx.html(&DeskPage::new(&cx, &mine, &read))
}

/// The committee in the address, if the reader runs it.
fn committee(cx: &Cx) -> Result<Committee> {
    let id: CommitteeId = cx.id("committee")?;
    let committee = cx.r.committee(id).ok_or(Error::NotFound)?;
    policy::permit(&cx.actor, &Deed::RunCommittee(id))?;
    Ok(committee.clone())
}

pub async fn new_meeting(cx: Cx) -> Answer {
    let committee = committee(&cx)?;
    cx.html(&MeetingForm::new(&cx, &committee, None, Form::blank()))
}

pub async fn announce(cx: Cx, mut form: Form) -> Answer {
    let committee = committee(&cx)?;
    let Some(draft) = forms::meeting(&mut form, &cx.r, committee.id, cx.now) else {
        return cx.invalid(&MeetingForm::new(&cx, &committee, None, form));
    };
    let Some(times) = forms::times(&mut form) else {
        return cx.invalid(&MeetingForm::new(&cx, &committee, None, form));
    };
    let (actor, r, id) = (cx.actor.clone(), Arc::clone(&cx.r), committee.id);
    let meeting = cx.deed(&form, move |tx| actions::announce_series(tx, &actor, &r, id, &draft, times)).await?;
    cx.see_done(urls::committee_meeting(cx.lang(), meeting), Notice::Published)
}

async fn promises_page(cx: &Cx, form: Form) -> Result<PromisesPage> {
    let committee = committee(cx)?;
    let (id, now, after) = (committee.id, cx.now, cx.cursor());
    let filter = Filter { committee: Some(id), ..Filter::default() };
    let (held, read) = cx
        .read(move |conn| {
            let held = meetings::past(conn, id, now, None)?.items;
            Ok((held, commitments::page(conn, &filter, now.day(), after)?))
        })
        .await?;
    Ok(PromisesPage::new(cx, &committee, &held, &read, form))
}

pub async fn promises(cx: Cx) -> Answer {
    let page = promises_page(&cx, Form::blank()).await?;
    cx.html(&page)
}

pub async fn promise(cx: Cx, mut form: Form) -> Answer {
    let committee = committee(&cx)?;
    let Some(new) = forms::commitment(&mut form, &cx.r, cx.now.day()) else {
        let page = promises_page(&cx, form).await?;
        return cx.invalid(&page);
    };
    let (actor, r, id) = (cx.actor.clone(), Arc::clone(&cx.r), committee.id);
    cx.deed(&form, move |tx| actions::promise(tx, &actor, &r, id, &new)).await?;
    cx.see_done(urls::committee_commitments(cx.lang(), id), Notice::Saved)
}

fn load_post(conn: &mut Conn, id: PostId) -> Result<(Post, Thread)> {
    let post = talk::post(conn, id)?.ok_or(Error::NotFound)?;
    let thread = talk::thread(conn, post.thread_id)?.ok_or(Error::NotFound)?;
    Ok((post, thread))
}

async fn my_post(cx: &Cx) -> Result<Post> {
    let id: PostId = cx.id("id")?;
    let (post, thread) = cx.read(move |conn| load_post(conn, id)).await?;
    policy::permit(&cx.actor, &Deed::RunCommittee(thread.committee_id))?;
    Ok(post)
}

pub async fn post(cx: Cx) -> Answer {
    let post = my_post(&cx).await?;
    cx.html(&ReasonPage::post(&cx, post.thread_id, &post.body, post.state == PostState::Hidden, Form::blank()))
}

pub async fn turn_post(cx: Cx, mut form: Form) -> Answer {
    let post = my_post(&cx).await?;
    // What the moderator saw decides what is done, so that two of them do not undo each other.
    let hidden = form.is("_seen", PostState::Hidden.as_str());
    let Some(reason) = forms::reason(&mut form) else {
        return cx.invalid(&ReasonPage::post(&cx, post.thread_id, &post.body, hidden, form));
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
    let thread = cx.read(move |conn| talk::thread(conn, id)).await?.ok_or(Error::NotFound)?;
    policy::permit(&cx.actor, &Deed::RunCommittee(thread.committee_id))?;
    Ok(thread)
}

pub async fn thread(cx: Cx) -> Answer {
    let thread = my_thread(&cx).await?;
    cx.html(&ReasonPage::thread(&cx, thread.id, thread.locked, Form::blank()))
}

pub async fn lock_thread(cx: Cx, mut form: Form) -> Answer {
    let thread = my_thread(&cx).await?;
    let locked = form.is("_seen", "locked");
    let Some(reason) = forms::reason(&mut form) else {
        return cx.invalid(&ReasonPage::thread(&cx, thread.id, locked, form));
    };
    let (actor, id) = (cx.actor.clone(), thread.id);
    cx.deed(&form, move |tx| actions::lock(tx, &actor, id, !locked, &reason)).await?;
    cx.see_done(urls::thread(cx.lang(), id), Notice::Changed)
}
