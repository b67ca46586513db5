//! Writing minutes, while a meeting is held and after it.

use askama::Template;

use super::parts::{point_title, points};
use crate::base::{AgendaItemId, CorrectionId, Lang, Time};
use crate::forums::forms::part;
use crate::forums::model::{Correction, CorrectionState, ItemKind, Minutes, MinutesState, minutes_may, split};
use crate::forums::reads::MeetingFile;
use crate::i18n::{L, Text};
use crate::policy::{self, Deed};
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// Writing minutes.
#[derive(Template)]
#[template(path = "forums/minutes_form.html")]
pub struct MinutesForm {
    page: Page,
    form: Form,
    title: String,
    lang: Lang,
    back: String,
    url: String,
    states: Vec<(&'static str, Text, String)>,
    locked: Option<String>,
    /// The newest text, for who does not write.
    text: String,
    parts: Vec<PartView>,
    /// When it was saved last.
    saved: String,
    /// True while the page's script may save by itself: nothing of it is public, and nobody else's text stands against it.
    auto: bool,
    /// What somebody saved meanwhile: when, and the text.
    other: Option<(String, String)>,
    versions: Vec<(String, Text)>,
    versions_url: String,
    /// True for a reader who writes: the secretary.
    writes: bool,
    /// True for a reader who approves: the chair.
    chairs: bool,
    approve_url: String,
    /// Why it cannot be approved yet.
    not_yet: Option<String>,
    open: bool,
    correct_url: String,
    corrections: Vec<CorrectionLine>,
}

/// A point of the agenda, and what was written under it.
pub struct PartView {
    id: AgendaItemId,
    name: String,
    title: String,
    text: String,
}

/// A correction on the secretary's table.
pub struct CorrectionLine {
    url: String,
    body: String,
    when: String,
    waiting: bool,
    /// True for the one whose form was sent and is shown again.
    again: bool,
    what: Text,
    answer: String,
}

fn correction_line(page: &Page, c: &Correction, again: Option<CorrectionId>) -> CorrectionLine {
    let l = page.l;
    CorrectionLine {
        url: urls::committee_correction(page.lang, c.meeting_id, c.id),
        body: c.body.clone(),
        when: page.datetime(&c.at),
        waiting: c.state == CorrectionState::Waiting,
        again: again == Some(c.id),
        what: match c.state {
            CorrectionState::Waiting => l.meet_correction_waiting(),
            CorrectionState::Accepted => l.meet_correction_accepted(),
            CorrectionState::Refused => l.meet_correction_refused(),
        },
        answer: c.answer.clone(),
    }
}

/// What the points of an agenda are called in its minutes, in the meeting's language whoever writes: a concern by its number.
pub fn titles(file: &MeetingFile) -> Vec<String> {
    let l = L::new(file.meeting.lang);
    let number = |item: &crate::forums::model::AgendaItem| {
        let brief = file.concerns.iter().find(|brief| Some(brief.id) == item.concern_id)?;
        Some(brief.number().to_string()).filter(|_| item.kind == ItemKind::Concern)
    };
    file.agenda.iter().map(|item| number(item).unwrap_or_else(|| point_title(l, item))).collect()
}

/// « Enregistré à 16 h 42 ».
pub fn saved_line(l: L, at: Time, now: Time) -> String {
    let civil = at.civil();
    if at.day() == now.day() { l.meet_pv_saved(l.time(civil.time())) } else { l.meet_pv_saved_on(l.datetime(civil)) }
}

impl MinutesForm {
    pub fn new(cx: &Cx, file: &MeetingFile, versions: &[Minutes], mut form: Form) -> MinutesForm {
        let page = cx.page();
        let l = page.l;
        let newest = file.minutes.as_ref();
        let again: Option<CorrectionId> = cx.id("correction").ok();
        let state = newest.map(|v| v.state);
        let text = newest.map_or("", |v| v.body.as_str());
        let (opening, written) = split(text, &titles(file));
        form.preset("_seen", newest.map_or(0, |v| v.version).to_string());
        form.preset("_mark", newest.map(|v| crate::forums::model::mark(&v.body)).unwrap_or_default());
        form.preset("body", opening);
        form.preset("state", state.unwrap_or(MinutesState::Draft).as_str());
        let words = |s: MinutesState| match s {
            MinutesState::Draft => (l.forums_minutes_draft(), l.forums_pv_draft_why()),
            MinutesState::Corrections => (l.forums_minutes_corrections(), l.forums_pv_corrections_why()),
            MinutesState::Approved => (l.forums_minutes_approved(), l.forums_minutes_approved()),
        };
        let points = points(&page, &cx.r, file);
        let views = file.agenda.iter().zip(points).zip(written).map(|((item, point), text)| {
            let name = part(item.id);
            form.preset(&name, text);
            PartView { id: item.id, text: form.value(&name).to_owned(), title: point.title, name }
        });
        MinutesForm {
            parts: views.collect(),
            title: file.meeting.title.clone(),
            lang: file.meeting.lang,
            back: urls::committee_meeting(page.lang, file.meeting.id),
            url: urls::committee_minutes(page.lang, file.meeting.id),
            states: MinutesState::ALL
                .iter()
                .filter(|s| **s != MinutesState::Approved && minutes_may(state, **s).is_ok())
                .map(|s| (s.as_str(), words(*s).0, words(*s).1.as_str().to_owned()))
                .collect(),
            versions_url: urls::meeting_versions(page.lang, file.meeting.id),
            writes: file.runs,
            chairs: policy::may(&cx.actor, &Deed::ChairCommittee(file.meeting.committee_id)),
            approve_url: urls::committee_approval(page.lang, file.meeting.id),
            not_yet: match file.correct_until {
                Some(until) if page.now <= until => Some(l.meet_approve_after(page.datetime(&until))),
                _ if file.corrections.iter().any(|c| c.state == CorrectionState::Waiting) => {
                    Some(l.meet_approve_waiting().as_str().to_owned())
                }
                _ => None,
            },
            open: state == Some(MinutesState::Corrections),
            correct_url: urls::committee_corrections(page.lang, file.meeting.id),
            corrections: file.corrections.iter().map(|c| correction_line(&page, c, again)).collect(),
            locked: newest.filter(|v| v.state == MinutesState::Approved).map(|v| v.hash.clone()),
            versions: versions
                .iter()
                .map(|v| (l.forums_minutes_version(page.datetime(&v.at), v.version), words(v.state).0))
                .collect(),
            text: text.to_owned(),
            saved: match newest {
                Some(v) => saved_line(l, v.at, page.now),
                None => l.meet_pv_not_saved().as_str().to_owned(),
            },
            auto: state.is_none_or(|state| state == MinutesState::Draft) && !form.failed() && !form.ticked("_apart"),
            other: None,
            form,
            page,
        }
    }

    /// Shows beside what was typed what somebody saved meanwhile. Saved now, what was typed is a version of its own on top of it.
    pub fn beside(cx: &Cx, file: &MeetingFile, versions: &[Minutes], mut form: Form) -> MinutesForm {
        if let Some(newest) = &file.minutes {
            form.put("_seen", newest.version.to_string());
            form.put("_mark", crate::forums::model::mark(&newest.body));
            form.put("_apart", "yes");
            if newest.state != MinutesState::Draft {
                form.put("state", newest.state.as_str());
            }
        }
        let page = MinutesForm::new(cx, file, versions, form);
        let other = file.minutes.as_ref().map(|v| (page.saved.clone(), v.body.clone()));
        MinutesForm { other, auto: false, ..page }
    }
}
