//! Writing minutes: saving them as one goes, correcting, approving.

use serde::Serialize;

use super::papers::{file, own_file};
use crate::base::{AgendaItemId, CorrectionId};
use crate::error::{Error, Refusal, Result};
use crate::forums::pages::{MinutesForm, saved_line, titles};
use crate::forums::reads::MeetingFile;
use crate::forums::store::papers;
use crate::forums::{actions, forms};
use crate::keys::digest;
use crate::policy::{self, Deed};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice};

/// What the page's script is told of a text it saved.
#[derive(Serialize)]
struct Acknowledged {
    seen: i64,
    mark: String,
    said: String,
}

async fn draw(cx: &Cx, file: &MeetingFile, form: Form) -> Result<MinutesForm> {
    let id = file.meeting.id;
    let versions = cx.read(move |conn| papers::versions(conn, id)).await?;
    Ok(MinutesForm::new(cx, file, &versions, form))
}

pub async fn minutes(cx: Cx) -> Answer {
    let file = file(&cx).await?;
    file.meeting.must_have_begun(cx.now)?;
    let page = draw(&cx, &file, Form::blank()).await?;
    cx.html(&page)
}

/// The minutes' page again, with what is wrong.
async fn again(cx: &Cx, file: &MeetingFile, form: Form) -> Answer {
    let page = draw(cx, file, form).await?;
    cx.invalid(&page)
}

/// The page again with both texts: what was typed, and what somebody saved meanwhile.
async fn both(cx: &Cx, form: Form) -> Answer {
    let file = own_file(cx).await?;
    let id = file.meeting.id;
    let versions = cx.read(move |conn| papers::versions(conn, id)).await?;
    cx.conflict(&MinutesForm::beside(cx, &file, &versions, form))
}

/// Saves, and goes on where the button stood. The same text sent twice is saved once; another one by the same page is another save.
pub async fn save(cx: Cx, mut form: Form) -> Answer {
    let file = own_file(&cx).await?;
    let points: Vec<AgendaItemId> = file.agenda.iter().map(|item| item.id).collect();
    let Some(written) = forms::minutes(&mut form, &points, &titles(&file)) else {
        return again(&cx, &file, form).await;
    };
    let (actor, id, public) = (cx.actor.clone(), file.meeting.id, written.state.is_public());
    let text = digest(&[written.state.as_str().as_bytes(), written.body.as_bytes()]);
    let by_itself = form.is("do", "auto");
    let saved = match cx.deed_part(&form, &text, move |tx| actions::save_minutes(tx, &actor, id, &written)).await {
        Err(Error::Refused(Refusal::AlreadyDone)) if !by_itself => return both(&cx, form).await,
        saved => saved?,
    };
    if by_itself {
        let said = saved_line(cx.l, saved.at, cx.now);
        return cx.json(&Acknowledged { seen: saved.version, mark: saved.mark, said });
    }
    if public {
        return cx.see_done(urls::committee_meeting(cx.lang(), id), Notice::Published);
    }
    let point = form.value("do").parse::<AgendaItemId>().ok().filter(|point| points.contains(point));
    let place = point.map_or_else(String::new, |point| format!("#p-{point}"));
    cx.see_done(format!("{}{place}", urls::committee_minutes(cx.lang(), id)), Notice::Saved)
}

pub async fn approve(cx: Cx, mut form: Form) -> Answer {
    let file = file(&cx).await?;
    policy::permit(&cx.actor, &Deed::ChairCommittee(file.meeting.committee_id))?;
    let Some(seen) = forms::seen(&mut form) else { return again(&cx, &file, form).await };
    let (actor, id) = (cx.actor.clone(), file.meeting.id);
    cx.deed(&form, move |tx| actions::approve(tx, &actor, id, seen)).await?;
    cx.see_done(urls::committee_minutes(cx.lang(), id), Notice::Published)
}

pub async fn correct(cx: Cx, mut form: Form) -> Answer {
    let file = own_file(&cx).await?;
    let Some(body) = forms::correction(&mut form) else { return again(&cx, &file, form).await };
    let (actor, id) = (cx.actor.clone(), file.meeting.id);
    cx.deed(&form, move |tx| actions::correct(tx, &actor, id, "", &body)).await?;
    cx.see_done(urls::committee_minutes(cx.lang(), id), Notice::Saved)
}

pub async fn answer_correction(cx: Cx, mut form: Form) -> Answer {
    let file = own_file(&cx).await?;
    let correction: CorrectionId = cx.id("correction")?;
    let Some((accept, answer)) = forms::correction_answer(&mut form) else {
        return again(&cx, &file, form).await;
    };
    let actor = cx.actor.clone();
    let id = cx.deed(&form, move |tx| actions::answer_correction(tx, &actor, correction, accept, &answer)).await?;
    cx.see_done(urls::committee_minutes(cx.lang(), id), Notice::Saved)
}
