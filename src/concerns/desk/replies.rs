//! Reply templates at a file (P4): what is offered, and its words filled with the file's facts, in the resident's language only.

use std::sync::Arc;

use diesel::prelude::*;

use super::super::model::Concern;
use super::super::store as concerns;
use super::file;
use super::forms::Panel;
use crate::areas::{Purpose, Reference, ReplyTemplate, Slot};
use crate::base::{ConcernNumber, Lang, TemplateId, Time};
use crate::db::Conn;
use crate::db::schema::meetings;
use crate::error::{Error, Result};
use crate::i18n::{L, Message};
use crate::policy::{Deed, permit};
use crate::web::{Answer, Cx, Form};

/// Why a template says nothing here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unsaid {
    /// Nobody wrote it in the resident's language, which is this one.
    Language(Lang),
    /// The file has nothing for this slot.
    Slot(Slot),
}

impl Unsaid {
    /// The sentence for the officer.
    pub(super) fn say(&self, l: L) -> String {
        match self {
            Unsaid::Language(Lang::Fr) => l.replies_not_in_french().as_str().to_owned(),
            Unsaid::Language(Lang::Bm) => l.replies_not_in_bambara().as_str().to_owned(),
            Unsaid::Slot(slot) => l.replies_nothing_for(format!("{{{slot}}}")),
        }
    }
}

/// The panel's text, the field of its template, and for what its templates are.
fn fields(panel: Panel) -> Option<(&'static str, &'static str, Purpose)> {
    match panel {
        Panel::Answer => Some(("answer", "answer_template", Purpose::Answer)),
        Panel::Question => Some(("question", "question_template", Purpose::Question)),
        Panel::Resolve => Some(("done", "done_template", Purpose::Closing)),
        Panel::Close => Some(("closing", "closing_template", Purpose::Closing)),
        _ => None,
    }
}

/// Value and name of what may be chosen; what nobody wrote in the resident's language says so.
pub(super) fn offered(l: L, r: &Reference, concern: &Concern, purpose: Purpose) -> Vec<(String, String)> {
    let name = |t: &ReplyTemplate| match t.words(concern.lang) {
        Some(_) => t.name(l.lang()).to_owned(),
        None if concern.lang == Lang::Fr => l.replies_lacking_french(t.name(l.lang())),
        None => l.replies_lacking_bambara(t.name(l.lang())),
    };
    r.replies_for(concern.category_id, purpose).map(|t| (t.id.to_string(), name(t))).collect()
}

/// The words of a template for one file, or why there are none.
pub(super) fn written(
    conn: &mut Conn,
    r: &Reference,
    concern: &Concern,
    template: &ReplyTemplate,
    now: Time,
) -> Result<std::result::Result<String, Unsaid>> {
    let Some(words) = template.words(concern.lang) else { return Ok(Err(Unsaid::Language(concern.lang))) };
    let l = L::new(concern.lang);
    let meeting = next_meeting(conn, r, concern, now)?;
    let day = |at: Time| l.date(at.civil().date());
    let said = Slot::fill(words, |slot| match slot {
        Slot::Number => Some(concern.number().to_string()),
        Slot::Category => r.category(concern.category_id).map(|c| c.name(concern.lang).to_owned()),
        Slot::Place => r.area(concern.area_id).map(|a| a.name.clone()),
        Slot::Unit => r.unit(concern.unit_id).map(|u| u.name.clone()),
        Slot::Deadline => Some(concern.due_at).filter(|_| concern.owed).map(day),
        Slot::Meeting => meeting.map(day),
    });
    Ok(said.map_err(Unsaid::Slot))
}

/// The next meeting open to everybody of a committee that speaks for the place.
fn next_meeting(conn: &mut Conn, r: &Reference, concern: &Concern, now: Time) -> Result<Option<Time>> {
    Ok(meetings::table
        .filter(meetings::committee_id.eq_any(r.committees_for(concern.area_id)))
        .filter(meetings::state.eq("announced").and(meetings::audience.eq("open")))
        .filter(meetings::starts_at.gt(now))
        .order((meetings::starts_at, meetings::id))
        .select(meetings::starts_at)
        .first(conn)
        .optional()?)
}

/// A template that may be chosen for such a message about such a concern.
pub(super) fn find<'r>(
    r: &'r Reference,
    concern: &Concern,
    purpose: Purpose,
    id: TemplateId,
) -> Option<&'r ReplyTemplate> {
    r.replies_for(concern.category_id, purpose).find(|t| t.id == id)
}

/// « Insert »: the page again, the template's words below those already typed, to be changed before they are sent.
pub(super) async fn insert(cx: &Cx, number: ConcernNumber, mut form: Form, panel: Panel) -> Answer {
    let Some((text, field, purpose)) = fields(panel) else { return Err(Error::NotFound) };
    let (actor, r, now) = (cx.actor.clone(), Arc::clone(&cx.r), cx.now);
    let chosen = form.pick(field, |id| id.parse::<TemplateId>().ok());
    let said = cx.read(move |conn| {
        let concern = concerns::find(conn, number)?.ok_or(Error::NotFound)?;
        permit(&actor, &Deed::WorkFile(&concerns::facts_for(conn, &actor, &r, &concern)?))?;
        let template = chosen.and_then(|id| find(&r, &concern, purpose, id));
        template.map(|template| written(conn, &r, &concern, template, now)).transpose()
    });
    match said.await? {
        Some(Ok(words)) => {
            let typed = form.value(text).to_owned();
            form.put(text, if typed.is_empty() { words } else { format!("{typed}\n\n{words}") });
            return file::filled(cx, number, form, panel).await;
        }
        Some(Err(unsaid)) => form.fail(field, Message::new(move |l| unsaid.say(l))),
        None => form.fail(field, L::form_choose),
    }
    file::again(cx, number, form, panel).await
}

/// True when the button pressed was « Insert ».
pub(super) fn is_asked(form: &Form) -> bool {
    form.ticked("insert")
}
