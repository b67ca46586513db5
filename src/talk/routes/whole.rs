//! Moving, joining and parting threads.

use std::sync::Arc;

use crate::areas::Reference;
use crate::base::{Actor, CommitteeId, PostId, ThreadId};
use crate::concerns;
use crate::db::Conn;
use crate::error::{Error, Refusal, Result};
use crate::forums;
use crate::i18n::L;
use crate::moderation::guard;
use crate::policy::{self, Deed};
use crate::talk::actions;
use crate::talk::forms::{self, Wanted};
use crate::talk::model::{Post, Subject, Thread};
use crate::talk::pages::WholePage;
use crate::talk::reads::{self, About};
use crate::talk::store::{posts, threads};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// A thread, what it is about, and what goes with it.
struct Mine<T> {
    thread: Thread,
    about: About,
    with: T,
}

/// The thread in the address, if the reader moderates it, with what `more` reads of it.
async fn mine<T: Send + 'static>(
    cx: &Cx,
    more: impl FnOnce(&mut Conn, &Reference, &Actor, &Thread) -> Result<T> + Send + 'static,
) -> Result<Mine<T>> {
    let id: ThreadId = cx.id("id")?;
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.read(move |conn| {
        let (thread, about) = reads::thread_about(conn, &r, &actor, id)?;
        policy::permit(&actor, &Deed::RunCommittee(thread.committee_id))?;
        let with = more(conn, &r, &actor, &thread)?;
        Ok(Mine { thread, about, with })
    })
    .await
}

/// The places and meetings a committee's thread can be about: its own quartiers, and its meetings of the last months and to come.
fn subjects(conn: &mut Conn, r: &Reference, committee: CommitteeId) -> Result<Vec<(Subject, String)>> {
    let areas = r.areas.iter().filter(|a| a.active && reads::moderator_of(r, a.id) == Some(committee));
    let mut all: Vec<(Subject, String)> = areas.map(|a| (Subject::Area(a.id), r.place_name(a.id))).collect();
    for meeting in forums::open_meetings(conn, committee)? {
        all.push((Subject::Meeting(meeting.id), meeting.title));
    }
    Ok(all)
}

async fn moving(cx: &Cx) -> Result<Mine<Vec<(Subject, String)>>> {
    mine(cx, |conn, r, _, thread| subjects(conn, r, thread.committee_id)).await
}

pub(super) async fn ask_move(cx: Cx) -> Answer {
    let m = moving(&cx).await?;
    cx.html(&WholePage::shift(&cx, &m.thread, &m.about, &m.with, Form::blank()))
}

pub(super) async fn shift(cx: Cx, mut form: Form) -> Answer {
    let m = moving(&cx).await?;
    let Some((wanted, reason)) = forms::shift(&mut form, &cx.r) else {
        return cx.invalid(&WholePage::shift(&cx, &m.thread, &m.about, &m.with, form));
    };
    let (field, subject) = match wanted {
        Wanted::Listed(subject) => ("to", Some(subject)),
        Wanted::Concern(number) => {
            ("number", cx.read(move |conn| concerns::public_at(conn, number)).await?.map(Subject::Concern))
        }
    };
    let problem = match subject {
        None => L::forums_agenda_unknown,
        Some(subject) => {
            let (actor, r, id) = (cx.actor.clone(), Arc::clone(&cx.r), m.thread.id);
            match cx.deed(&form, move |tx| actions::shift(tx, &actor, &r, id, subject, &reason)).await {
                Ok(id) => return cx.see_done(urls::thread(cx.lang(), id), Notice::Changed),
                Err(Error::Refused(Refusal::Taken)) => L::talk_move_taken,
                Err(Error::Refused(Refusal::OtherReaders)) => L::talk_other_readers,
                Err(Error::Forbidden) => L::talk_other_committee,
                Err(Error::Refused(Refusal::Guarded)) => {
                    form.fail("reason", L::moderation_guarded);
                    return cx.invalid(&WholePage::shift(&cx, &m.thread, &m.about, &m.with, form));
                }
                Err(error) => return Err(error),
            }
        }
    };
    form.fail(field, problem);
    cx.invalid(&WholePage::shift(&cx, &m.thread, &m.about, &m.with, form))
}

/// The other threads of the committee that its moderators may know of.
async fn merging(cx: &Cx) -> Result<Mine<Vec<(Thread, About)>>> {
    mine(cx, |conn, r, actor, thread| {
        let mut all = Vec::new();
        for other in threads::of_committee(conn, thread.committee_id, thread.id)? {
            all.extend(reads::known(reads::thread_about(conn, r, actor, other.id))?);
        }
        Ok(all)
    })
    .await
}

pub(super) async fn ask_merge(cx: Cx) -> Answer {
    let m = merging(&cx).await?;
    cx.html(&WholePage::merge(&cx, &m.thread, &m.about, &m.with, Form::blank()))
}

pub(super) async fn merge(cx: Cx, mut form: Form) -> Answer {
    let m = merging(&cx).await?;
    let Some((into, reason)) = forms::merge(&mut form) else {
        return cx.invalid(&WholePage::merge(&cx, &m.thread, &m.about, &m.with, form));
    };
    let (actor, r, from) = (cx.actor.clone(), Arc::clone(&cx.r), m.thread.id);
    match cx.deed(&form, move |tx| actions::merge(tx, &actor, &r, (from, into), &reason)).await {
        Ok(id) => cx.see_done(urls::thread(cx.lang(), id), Notice::Changed),
        Err(Error::Refused(Refusal::OtherReaders)) => {
            form.fail("into", L::talk_other_readers);
            cx.invalid(&WholePage::merge(&cx, &m.thread, &m.about, &m.with, form))
        }
        Err(Error::Refused(Refusal::Guarded)) => {
            form.fail("reason", L::moderation_guarded);
            cx.invalid(&WholePage::merge(&cx, &m.thread, &m.about, &m.with, form))
        }
        Err(error) => Err(error),
    }
}

/// The post in the address with its thread, if the reader moderates it.
async fn parting(cx: &Cx) -> Result<Mine<Post>> {
    let id: PostId = cx.id("id")?;
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.read(move |conn| {
        let with = posts::find(conn, id)?.ok_or(Error::NotFound)?;
        let (thread, about) = reads::thread_about(conn, &r, &actor, with.thread_id)?;
        policy::permit(&actor, &Deed::RunCommittee(thread.committee_id))?;
        Ok(Mine { thread, about, with })
    })
    .await
}

pub(super) async fn ask_split(cx: Cx) -> Answer {
    let m = parting(&cx).await?;
    cx.html(&WholePage::split(&cx, &m.thread, &m.about, &m.with, Form::blank()))
}

pub(super) async fn split(cx: Cx, mut form: Form) -> Answer {
    let m = parting(&cx).await?;
    let Some((title, reason)) = forms::split(&mut form) else {
        return cx.invalid(&WholePage::split(&cx, &m.thread, &m.about, &m.with, form));
    };
    let (actor, r, id) = (cx.actor.clone(), Arc::clone(&cx.r), m.with.id);
    let named = title.clone();
    match cx.deed(&form, move |tx| actions::split(tx, &actor, &r, id, &title, &reason)).await {
        Ok(new) => cx.see_done(urls::thread(cx.lang(), new), Notice::Changed),
        Err(Error::Refused(Refusal::Guarded)) => {
            let of_title = cx.read(move |conn| guard::meets(conn, &named)).await?;
            form.fail(if of_title { "title" } else { "reason" }, L::moderation_guarded);
            cx.invalid(&WholePage::split(&cx, &m.thread, &m.about, &m.with, form))
        }
        Err(error) => Err(error),
    }
}
