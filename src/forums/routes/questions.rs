//! What residents ask before a meeting: asking, supporting, and the committee's look at what is held.

use crate::base::{MeetingId, MeetingQuestionId};
use crate::error::{Error, Result};
use crate::forums::model::QuestionState;
use crate::forums::pages::QuestionsPage;
use crate::forums::reads::{self, Questions};
use crate::forums::store::questions as store;
use crate::forums::{actions, forms};
use crate::policy::{self, Deed};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

async fn read(cx: &Cx, id: MeetingId) -> Result<Questions> {
    let actor = cx.actor.clone();
    cx.read(move |conn| reads::questions(conn, &actor, id)).await
}

/// Notes of questions that are not shown that whoever asked them has read so.
pub(super) async fn note_told(cx: &Cx, news: Vec<MeetingQuestionId>) -> Result<()> {
    if !news.is_empty() {
        cx.note(move |tx| store::told(tx, &news)).await?;
    }
    Ok(())
}

pub async fn questions(cx: Cx) -> Answer {
    let read = read(&cx, cx.id("id")?).await?;
    note_told(&cx, read.unread.iter().filter(|q| q.is_news()).map(|q| q.id).collect()).await?;
    cx.html(&QuestionsPage::new(&cx, &read, Form::blank(), None))
}

pub async fn ask(cx: Cx, mut form: Form) -> Answer {
    let id: MeetingId = cx.id("id")?;
    let Some(body) = forms::question(&mut form) else {
        let read = read(&cx, id).await?;
        return cx.invalid(&QuestionsPage::new(&cx, &read, form, None));
    };
    let actor = cx.actor.clone();
    let state = cx.deed(&form, move |tx| actions::ask(tx, &actor, id, "", &body)).await?;
    if state == QuestionState::Shown {
        return cx.see_done(urls::meeting_questions(cx.lang(), id), Notice::Sent);
    }
    // What is held has no address yet: the answer says that it arrived.
    let read = read(&cx, id).await?;
    cx.html(&QuestionsPage::new(&cx, &read, Form::blank(), Some(state)))
}

pub async fn support(cx: Cx, form: Form) -> Answer {
    let (meeting, id): (MeetingId, MeetingQuestionId) = (cx.id("id")?, cx.id("question")?);
    let actor = cx.actor.clone();
    let back = form.ticked("back");
    cx.deed(&form, move |tx| match back {
        true => actions::take_back(tx, &actor, meeting, id),
        false => actions::support(tx, &actor, meeting, id),
    })
    .await?;
    cx.see_done(urls::meeting_questions(cx.lang(), meeting), Notice::Saved)
}

pub async fn decide(cx: Cx, mut form: Form) -> Answer {
    let id: MeetingQuestionId = cx.id("id")?;
    let question = cx.read(move |conn| store::find(conn, id)).await?.ok_or(Error::NotFound)?;
    let page = read(&cx, question.meeting_id).await?;
    policy::permit(&cx.actor, &Deed::RunCommittee(page.meeting.committee_id))?;
    let Some((verdict, reason)) = forms::question_decision(&mut form) else {
        return cx.invalid(&QuestionsPage::new(&cx, &page, form, None).about(id));
    };
    let actor = cx.actor.clone();
    let meeting = cx.deed(&form, move |tx| actions::decide(tx, &actor, id, verdict, &reason)).await?;
    cx.see_done(urls::meeting_questions(cx.lang(), meeting), Notice::Saved)
}
