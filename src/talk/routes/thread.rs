//! Reading a thread and writing in it; the address of what has no thread yet shows an empty one, which the first post opens.
//!
//! How far a follower has read is kept when they open a page, as the list of followed concerns does (`concerns/following`): it is
//! no deed, changes nothing that anybody else sees, only ever moves on, and sent twice or fetched ahead does no harm. Visitors and
//! whoever does not follow cost no write. « Tout lu » and writing move it, too.

use std::sync::Arc;

use crate::base::{AccountId, ConcernNumber, PostId, ThreadId};
use crate::concerns;
use crate::db::Conn;
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::talk::actions::{self, To};
use crate::talk::model::{Post, PostState, Subject};
use crate::talk::pages::ThreadPage;
use crate::talk::reads::{self, Talk};
use crate::talk::store::posts::{At, cursor};
use crate::talk::store::{follows, posts, threads};
use crate::talk::{forms, markup};
use crate::urls;
use crate::web::{Answer, Cursor, Cx, Form, Notice};

/// Where the reader wants to be in a thread.
fn wanted(cx: &Cx) -> At {
    match (Cursor::parse(cx.query("after")), Cursor::parse(cx.query("before"))) {
        (Some(after), _) => At::After(after),
        (_, Some(before)) => At::Before(before),
        _ if cx.query("page") == "last" => At::Last,
        _ => At::First,
    }
}

/// The post that an address names: `?post=`, `?reply=` or `?quote=`, if everybody may read it, or the reader wrote it.
fn named(conn: &mut Conn, id: Option<PostId>, reader: Option<AccountId>) -> Result<Option<Post>> {
    match id {
        Some(id) => Ok(posts::find(conn, id)?.filter(|p| p.state.is_met() || Some(p.account_id) == reader)),
        None => Ok(None),
    }
}

/// A thread with what it is about, or what nobody has written about.
async fn read(cx: &Cx, to: To, from: Option<Cursor>) -> Result<Talk> {
    let (actor, r, now) = (cx.actor.clone(), Arc::clone(&cx.r), cx.now);
    let at = from.map_or_else(|| wanted(cx), At::From);
    cx.read(move |conn| {
        let found = match to {
            To::Thread(id) => {
                let (thread, about) = reads::thread_about(conn, &r, &actor, id)?;
                (Some(thread), about)
            }
            To::About(subject) => (threads::about(conn, subject)?, reads::about(conn, &r, &actor, subject)?),
        };
        reads::talk(conn, &r, &actor, found, at, now)
    })
    .await
}

/// The address of a post in its thread.
pub(super) fn at_post(cx: &Cx, thread: ThreadId, post: PostId) -> String {
    let id = post.to_string();
    format!("{}#p-{id}", urls::with_query(urls::thread(cx.lang(), thread), &[("post", &id)]))
}

/// The form, filled with what is answered or quoted.
fn filled(answered: Option<&Post>, quote: bool) -> Form {
    let Some(post) = answered else { return Form::blank() };
    let body = if quote { markup::quoted(&post.body) } else { String::new() };
    Form::filled([("reply_to", post.id.to_string()), ("body", body)])
}

async fn show(cx: Cx, to: To) -> Answer {
    let id = |name: &str| cx.query(name).parse::<PostId>().ok();
    let (at, quote, reply) = (id("post"), id("quote"), id("reply"));
    let answer = quote.or(reply);
    let reader = cx.actor.account();
    let (post, answered) = cx.read(move |conn| Ok((named(conn, at, reader)?, named(conn, answer, None)?))).await?;
    // A link to a post leads to where it stands now.
    if let (Some(post), To::Thread(thread)) = (&post, to)
        && post.thread_id != thread
    {
        return cx.see(at_post(&cx, post.thread_id, post.id));
    }
    // What is answered stands above the form.
    let talk = read(&cx, to, post.as_ref().or(answered.as_ref()).map(cursor)).await?;
    let own = talk.thread.as_ref().map(|t| t.id);
    // A thread has its own address; one that was joined to another one leads there.
    if let Some(own) = own
        && !matches!(to, To::Thread(id) if id == own)
    {
        return cx.see(urls::thread(cx.lang(), own));
    }
    let answered = answered.filter(|p| Some(p.thread_id) == own && p.state == PostState::Visible && talk.about.belongs);
    let page = ThreadPage::new(&cx, &talk, answered.as_ref(), filled(answered.as_ref(), quote.is_some()));
    if let (Some(to), Some(thread), Some(account)) = (talk.further(), own, cx.actor.account()) {
        cx.note(move |tx| follows::saw(tx, account, thread, to)).await?;
    }
    cx.html(&page)
}

/// The page again, with what is wrong.
async fn again(cx: &Cx, to: To, form: Form) -> Answer {
    let answered: Option<PostId> = form.value("reply_to").parse().ok();
    let answered = cx.read(move |conn| named(conn, answered, None)).await?;
    let talk = read(cx, to, answered.as_ref().map(cursor)).await?;
    let own = talk.thread.as_ref().map(|t| t.id);
    let answered = answered.filter(|p| Some(p.thread_id) == own && p.state == PostState::Visible && talk.about.belongs);
    cx.invalid(&ThreadPage::new(cx, &talk, answered.as_ref(), form))
}

async fn say(cx: Cx, to: To, mut form: Form) -> Answer {
    let Some(said) = forms::post(&mut form) else { return again(&cx, to, form).await };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    let problem = match cx.deed(&form, move |tx| actions::write(tx, &actor, &r, to, &said)).await {
        Ok((thread, post, held)) => {
            let last = urls::with_query(urls::thread(cx.lang(), thread), &[("page", "last")]);
            return cx.see_done(format!("{last}#p-{post}"), if held { Notice::Waits } else { Notice::Sent });
        }
        Err(Error::Refused(Refusal::PostTwice)) => L::talk_twice,
        Err(Error::Refused(Refusal::PostFlood)) => L::talk_flood,
        Err(Error::Refused(Refusal::PostSlowed)) => L::talk_slowed,
        Err(Error::Refused(Refusal::Guarded)) => L::moderation_guarded,
        Err(error) => return Err(error),
    };
    form.fail("body", problem);
    again(&cx, to, form).await
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
