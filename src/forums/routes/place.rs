//! One's own place at a meeting: by account, or by the door code typed on every form, so that a phone keeps nothing of it.

use std::sync::Arc;

use crate::base::MeetingId;
use crate::error::{Error, Refusal, Result};
use crate::forums::model::QuestionState;
use crate::forums::pages::{CodePage, MyPlacePage, PlacesPage};
use crate::forums::reads::{self, PlaceFile};
use crate::forums::store::{held, meetings};
use crate::forums::{actions, forms};
use crate::i18n::{L, Text};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

use super::questions::note_told;

async fn read(cx: &Cx, id: MeetingId, code: &str) -> Result<Option<PlaceFile>> {
    let (actor, now, r, code) = (cx.actor.clone(), cx.now, Arc::clone(&cx.r), code.to_owned());
    cx.read(move |conn| reads::place(conn, &r, &actor, now, id, &code)).await
}

async fn ask_code(cx: &Cx, id: MeetingId, form: Form) -> Answer {
    let meeting = cx.read(move |conn| meetings::find(conn, id)).await?.ok_or(Error::NotFound)?;
    let page = CodePage::new(cx, &meeting, form);
    match page.failed() {
        true => cx.invalid(&page),
        false => cx.html(&page),
    }
}

pub async fn place(cx: Cx) -> Answer {
    let id: MeetingId = cx.id("id")?;
    let Some(read) = read(&cx, id, "").await? else { return ask_code(&cx, id, Form::blank()).await };
    let mine = read.mine.id;
    cx.note(move |tx| held::saw(tx, mine)).await?;
    cx.html(&MyPlacePage::new(&cx, &read, "", None, Form::blank()))
}

/// The places that the reader's account holds, and what it asked and nobody else reads.
pub async fn mine(cx: Cx) -> Answer {
    let (account, now) = (cx.actor.account().ok_or(Error::SignIn)?, cx.now);
    let read = cx.read(move |conn| reads::mine(conn, account, now)).await?;
    note_told(&cx, read.refused.iter().filter(|(_, q)| q.is_news()).map(|(_, q)| q.id).collect()).await?;
    cx.html(&PlacesPage::new(&cx, &read))
}

pub async fn open(cx: Cx, mut form: Form) -> Answer {
    let id: MeetingId = cx.id("id")?;
    let Some(code) = forms::door_code(&mut form) else { return ask_code(&cx, id, form).await };
    cx.guess_door()?;
    match read(&cx, id, &code).await? {
        Some(read) => {
            cx.door_right();
            cx.html(&MyPlacePage::new(&cx, &read, &code, None, Form::blank()))
        }
        None => {
            form.fail("code", L::forums_door_unknown);
            ask_code(&cx, id, form).await
        }
    }
}

/// Counts the code that comes with a form, and takes that back when it opens a place. A place kept by account comes without.
async fn tried(cx: &Cx, id: MeetingId, code: &str) -> Result<()> {
    if code.is_empty() {
        return Ok(());
    }
    cx.guess_door()?;
    if read(cx, id, code).await?.is_some() {
        cx.door_right();
    }
    Ok(())
}

/// The page again after a deed, with what was done or what is wrong.
async fn again(cx: &Cx, id: MeetingId, code: &str, done: Option<Text>, form: Form) -> Answer {
    let read = read(cx, id, code).await?.ok_or(Error::NotFound)?;
    let failed = form.failed();
    let page = MyPlacePage::new(cx, &read, code, done, form);
    if failed { cx.invalid(&page) } else { cx.html(&page) }
}

pub async fn leave(cx: Cx, form: Form) -> Answer {
    let id: MeetingId = cx.id("id")?;
    let (actor, code) = (cx.actor.clone(), forms::held_code(&form));
    tried(&cx, id, &code).await?;
    cx.deed(&form, move |tx| actions::leave(tx, &actor, id, &code)).await?;
    cx.see_done(urls::meeting(cx.lang(), id), Notice::GivenBack)
}

pub async fn correct(cx: Cx, mut form: Form) -> Answer {
    let id: MeetingId = cx.id("id")?;
    let code = forms::held_code(&form);
    tried(&cx, id, &code).await?;
    let Some(body) = forms::correction(&mut form) else { return again(&cx, id, &code, None, form).await };
    let (actor, typed) = (cx.actor.clone(), code.clone());
    cx.deed(&form, move |tx| actions::correct(tx, &actor, id, &typed, &body)).await?;
    again(&cx, id, &code, Some(cx.l.meet_correct_sent()), Form::blank()).await
}

pub async fn feed_back(cx: Cx, mut form: Form) -> Answer {
    let id: MeetingId = cx.id("id")?;
    let code = forms::held_code(&form);
    tried(&cx, id, &code).await?;
    let Some(said) = forms::feedback(&mut form) else { return again(&cx, id, &code, None, form).await };
    let (actor, typed) = (cx.actor.clone(), code.clone());
    match cx.deed(&form, move |tx| actions::feed_back(tx, &actor, id, &typed, &said)).await {
        Ok(()) | Err(Error::Refused(Refusal::AlreadyDone)) => {
            again(&cx, id, &code, Some(cx.l.meet_ask_done()), Form::blank()).await
        }
        Err(error) => Err(error),
    }
}

/// A question by whoever holds a place, also by code alone: so that somebody invited to a reserved meeting may ask (M9).
pub async fn ask(cx: Cx, mut form: Form) -> Answer {
    let id: MeetingId = cx.id("id")?;
    let code = forms::held_code(&form);
    tried(&cx, id, &code).await?;
    read(&cx, id, &code).await?.ok_or(Error::NotFound)?;
    let Some(body) = forms::question(&mut form) else { return again(&cx, id, &code, None, form).await };
    let (actor, typed) = (cx.actor.clone(), code.clone());
    let state = cx.deed(&form, move |tx| actions::ask(tx, &actor, id, &typed, &body)).await?;
    let done = if state == QuestionState::Shown { cx.l.meet_question_shown() } else { cx.l.promise_question_held() };
    again(&cx, id, &code, Some(done), Form::blank()).await
}
