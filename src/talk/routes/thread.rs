//! Reading a thread and writing in it; the address of what has no thread yet shows an empty one, which the first post opens.

use std::sync::Arc;

use crate::base::{ConcernNumber, ThreadId};
use crate::concerns;
use crate::error::{Error, Result};
use crate::talk::actions::{self, To};
use crate::talk::forms;
use crate::talk::model::Subject;
use crate::talk::pages::ThreadPage;
use crate::talk::reads;
use crate::talk::store::{posts, threads};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// The page of a thread, or of what nobody has written about.
async fn page(cx: &Cx, to: To, form: Form) -> Result<ThreadPage> {
    let (actor, r, after) = (cx.actor.clone(), Arc::clone(&cx.r), cx.cursor());
    let read = cx
        .read(move |conn| {
            let found = match to {
                To::Thread(id) => {
                    let (thread, about) = reads::thread_about(conn, &r, &actor, id)?;
                    (Some(thread), about)
                }
                To::About(subject) => (threads::about(conn, subject)?, reads::about(conn, &r, &actor, subject)?),
            };
            reads::talk(conn, &actor, found, after)
        })
        .await?;
    Ok(ThreadPage::new(cx, &read, form))
}

async fn show(cx: Cx, to: To) -> Answer {
    if let To::About(subject) = to {
        // Once there is a thread, it has its own address.
        if let Some(thread) = cx.read(move |conn| threads::about(conn, subject)).await? {
            return cx.see(urls::thread(cx.lang(), thread.id));
        }
    }
    let page = page(&cx, to, Form::blank()).await?;
    cx.html(&page)
}

async fn say(cx: Cx, to: To, mut form: Form) -> Answer {
    let Some(body) = forms::post(&mut form) else {
        let page = page(&cx, to, form).await?;
        return cx.invalid(&page);
    };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let (thread, _) = cx.deed(&form, move |tx| actions::write(tx, &actor, &r, to, &body)).await?;
    let last = cx.read(move |conn| posts::before_last_page(conn, thread)).await?;
    let after = last.map(|c| c.to_string()).unwrap_or_default();
    cx.see_done(urls::with_query(urls::thread(cx.lang(), thread), &[("after", &after)]), Notice::Sent)
}

fn meeting(cx: &Cx) -> Result<To> {
    Ok(To::About(Subject::Meeting(cx.id("id")?)))
}

fn area(cx: &Cx) -> Result<To> {
    let slug: String = cx.part("slug")?;
    let area = cx.r.area_at(&slug).filter(|a| a.active).ok_or(Error::NotFound)?;
    Ok(To::About(Subject::Area(area.id)))
}

async fn concern(cx: &Cx) -> Result<To> {
    let number: ConcernNumber = cx.part("number")?;
    let found = cx.read(move |conn| concerns::public_at(conn, number)).await?;
    Ok(To::About(Subject::Concern(found.ok_or(Error::NotFound)?)))
}

pub(super) async fn of_meeting(cx: Cx) -> Answer {
    let to = meeting(&cx)?;
    show(cx, to).await
}

pub(super) async fn open_meeting(cx: Cx, form: Form) -> Answer {
    let to = meeting(&cx)?;
    say(cx, to, form).await
}

pub(super) async fn of_area(cx: Cx) -> Answer {
    let to = area(&cx)?;
    show(cx, to).await
}

pub(super) async fn open_area(cx: Cx, form: Form) -> Answer {
    let to = area(&cx)?;
    say(cx, to, form).await
}

pub(super) async fn of_concern(cx: Cx) -> Answer {
    let to = concern(&cx).await?;
    show(cx, to).await
}

pub(super) async fn open_concern(cx: Cx, form: Form) -> Answer {
    let to = concern(&cx).await?;
    say(cx, to, form).await
}

pub(super) async fn thread(cx: Cx) -> Answer {
    let id: ThreadId = cx.id("id")?;
    show(cx, To::Thread(id)).await
}

pub(super) async fn write(cx: Cx, form: Form) -> Answer {
    let id: ThreadId = cx.id("id")?;
    say(cx, To::Thread(id), form).await
}
