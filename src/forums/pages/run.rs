//! Running a meeting: its page, its minutes, its papers.

use askama::Template;

use super::parts::{Chip, Point, Promise, committee_name, minutes_chip, points, when};
use crate::base::{CorrectionId, Lang};
use crate::forums::model::{Correction, CorrectionState, MeetingAudience, Minutes, MinutesState, Phase};
use crate::forums::reads::MeetingFile;
use crate::i18n::Text;
use crate::policy::{self, Deed};
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// Running a meeting.
#[derive(Template)]
#[template(path = "forums/run.html")]
pub struct RunPage {
    page: Page,
    form: Form,
    title: String,
    lang: Lang,
    when: String,
    place: String,
    committee: String,
    chips: Vec<Chip>,
    upcoming: bool,
    begun: bool,
    cancelled: Option<String>,
    public_url: String,
    sheet_url: String,
    edit_url: String,
    cancel_url: String,
    door_url: String,
    door: String,
    attendance_url: String,
    minutes_url: String,
    minutes: Chip,
    promise_url: String,
    thread_url: String,
    agenda_url: String,
    points: Vec<Point>,
    promised: Vec<Promise>,
    questions_url: String,
    held: Option<String>,
    runs: bool,
    invitation: Option<(String, String)>,
    invite_url: String,
}

impl RunPage {
    pub fn new(cx: &Cx, file: &MeetingFile, mut form: Form) -> RunPage {
        let (page, r, m) = (cx.page(), &cx.r, &file.meeting);
        let (l, lang, id) = (page.l, page.lang, m.id);
        form.preset("minutes", "15");
        let phase = m.phase(page.now);
        let state = file.minutes.as_ref().map(|v| v.state);
        let minutes = match state {
            Some(MinutesState::Draft) => Chip::text("chip in-progress", "minutes", l.forums_minutes_draft()),
            state => minutes_chip(&page, m, state),
        };
        let promise_url = urls::committee_commitments(lang, m.committee_id);
        RunPage {
            title: m.title.clone(),
            lang: m.lang,
            when: when(l, m.starts_at),
            place: format!("{}, {}", m.place, m.landmark),
            committee: committee_name(r, m.committee_id, lang),
            chips: super::parts::meeting_chips(&page, m),
            upcoming: phase == Phase::Upcoming,
            begun: phase == Phase::Held,
            cancelled: (phase == Phase::Cancelled).then(|| m.cancel_reason.clone()),
            public_url: urls::meeting(lang, id),
            sheet_url: urls::committee_sheets(lang, id),
            edit_url: urls::committee_meeting_edit(lang, id),
            cancel_url: urls::committee_cancellation(lang, id),
            door_url: urls::committee_door(lang, id),
            door: l.forums_run_door_state(file.places.0 + file.places.1, file.entered),
            attendance_url: urls::committee_attendance(lang, id),
            minutes_url: urls::committee_minutes(lang, id),
            minutes,
            promise_url: urls::with_query(promise_url, &[("meeting", &id.to_string())]),
            thread_url: urls::meeting_thread(lang, m.id),
            agenda_url: urls::committee_agenda(lang, id),
            points: points(&page, r, file),
            promised: Promise::list(&page, r, &file.promised),
            questions_url: urls::meeting_questions(lang, id),
            held: (file.held > 0).then(|| l.promise_held(file.held)),
            runs: file.runs,
            invitation: (file.runs && m.audience != MeetingAudience::Open)
                .then(|| m.invitation.split_at_checked(4).unwrap_or(("", "")))
                .map(|(a, b)| (a.to_owned(), b.to_owned())),
            invite_url: urls::committee_invitation(lang, id),
            form,
            page,
        }
    }
}

/// Writing minutes.
#[derive(Template)]
#[template(path = "forums/minutes_form.html")]
pub struct MinutesForm {
    page: Page,
    form: Form,
    title: String,
    back: String,
    states: Vec<(&'static str, Text, String)>,
    locked: Option<String>,
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

impl MinutesForm {
    pub fn new(cx: &Cx, file: &MeetingFile, versions: &[Minutes], mut form: Form) -> MinutesForm {
        let page = cx.page();
        let l = page.l;
        let newest = file.minutes.as_ref();
        let again: Option<CorrectionId> = cx.id("correction").ok();
        let state = newest.map(|v| v.state);
        form.preset("_seen", newest.map_or(0, |v| v.version).to_string());
        form.preset("body", newest.map(|v| v.body.clone()).unwrap_or_default());
        form.preset("state", state.unwrap_or(MinutesState::Draft).as_str());
        let words = |s: MinutesState| match s {
            MinutesState::Draft => (l.forums_minutes_draft(), l.forums_pv_draft_why()),
            MinutesState::Corrections => (l.forums_minutes_corrections(), l.forums_pv_corrections_why()),
            MinutesState::Approved => (l.forums_minutes_approved(), l.forums_minutes_approved()),
        };
        MinutesForm {
            title: file.meeting.title.clone(),
            back: urls::committee_meeting(page.lang, file.meeting.id),
            states: MinutesState::ALL
                .iter()
                .filter(|s| **s != MinutesState::Approved && crate::forums::model::minutes_may(state, **s).is_ok())
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
            form,
            page,
        }
    }
}

/// The papers of a meeting: agenda, sign-in sheet, blank minutes.
#[derive(Template)]
#[template(path = "forums/sheets.html")]
pub struct SheetPage {
    page: Page,
    title: String,
    lang: Lang,
    when: String,
    place: String,
    committee: String,
    back: String,
    points: Vec<Point>,
    sign_rows: std::ops::RangeInclusive<i64>,
}

impl SheetPage {
    pub fn new(cx: &Cx, file: &MeetingFile) -> SheetPage {
        let (page, r, m) = (cx.page(), &cx.r, &file.meeting);
        SheetPage {
            title: m.title.clone(),
            lang: m.lang,
            when: when(page.l, m.starts_at),
            place: format!("{}, {}", m.place, m.landmark),
            committee: committee_name(r, m.committee_id, page.lang),
            back: urls::committee_meeting(page.lang, m.id),
            points: points(&page, r, file),
            sign_rows: 1..=m.capacity.unwrap_or(40).clamp(20, 100),
            page,
        }
    }
}
