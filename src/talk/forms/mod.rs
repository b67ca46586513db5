//! What the forms of the discussion send, parsed into values. No database and no permission here.

mod judge;

use super::actions::Said;
use super::markup;
use super::model::Subject;
use crate::areas::Reference;
use crate::base::{ConcernNumber, MeetingId, ThreadId};
use crate::i18n::L;
use crate::web::Form;

pub(super) use judge::{Holding, appeal, hold, verdict};

/// The longest a post may be, in characters: a page of a phone, three times over.
pub(super) const LONGEST: usize = 2_000;

/// A message in a thread.
pub(super) fn post(form: &mut Form) -> Option<Said> {
    let body = form.words("body", 2, LONGEST);
    let body = body.filter(|body| {
        let blank = markup::is_blank(body);
        if blank {
            form.fail("body", L::form_required);
        }
        !blank
    });
    // What is answered is a help, not a duty: a word that is no id is nothing answered.
    let said = body.map(|body| Said {
        body,
        reply_to: form.value("reply_to").parse().ok(),
        voice: form.value("voice").to_owned(),
    });
    form.done(said)
}

/// A reason everybody will read.
pub(super) fn reason(form: &mut Form) -> Option<String> {
    let reason = form.line("reason", 3, 300);
    form.done(reason)
}

/// What a thread is to be about: one of the places on offer, or a concern by its number, which the caller looks up.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted {
    /// On the list.
    Listed(Subject),
    /// By its number.
    Concern(ConcernNumber),
}

/// A subject on the list, as a form's word.
pub(super) fn subject_word(subject: Subject) -> String {
    let (kind, id) = subject.columns();
    format!("{kind}-{id}")
}

fn subject(word: &str, r: &Reference) -> Option<Subject> {
    let (kind, id) = word.split_once('-')?;
    let id: i64 = id.parse().ok()?;
    match kind {
        "area" => r.areas.iter().find(|a| a.id.raw() == id && a.active).map(|a| Subject::Area(a.id)),
        "meeting" => Some(Subject::Meeting(MeetingId::new(id))),
        _ => None,
    }
}

/// What to move a thread to, and why.
pub(super) fn shift(form: &mut Form, r: &Reference) -> Option<(Wanted, String)> {
    let number = form.value("number").to_owned();
    let wanted = if number.is_empty() {
        form.pick("to", |word| subject(word, r)).map(Wanted::Listed)
    } else {
        let number = number.parse().ok();
        if number.is_none() {
            form.fail("number", L::forums_agenda_slip);
        }
        number.map(Wanted::Concern)
    };
    let both = wanted.zip(form.line("reason", 3, 300));
    form.done(both)
}

/// Which thread takes the posts, and why.
pub(super) fn merge(form: &mut Form) -> Option<(ThreadId, String)> {
    let into = form.pick("into", |id| id.parse().ok());
    let both = into.zip(form.line("reason", 3, 300));
    form.done(both)
}

/// How the new thread is called, and why.
pub(super) fn split(form: &mut Form) -> Option<(String, String)> {
    let title = form.line("title", 3, 120);
    let both = title.zip(form.line("reason", 3, 300));
    form.done(both)
}
