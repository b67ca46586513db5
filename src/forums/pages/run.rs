//! Running a meeting: its page and its papers.

use askama::Template;

use super::parts::{Chip, Point, Promise, committee_name, minutes_chip, points, when};
use crate::areas::Reference;
use crate::base::Lang;
use crate::base::gsm::segments;
use crate::forums::model::{Meeting, MeetingAudience, MinutesState, Phase, is_near, one_segment};
use crate::forums::reads::MeetingFile;
use crate::i18n::L;
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
    /// True once the minutes are approved: nothing of the agenda changes any more.
    locked: bool,
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
    messages: Vec<Sms>,
}

/// The message that calls a meeting to mind, ready to be sent by hand.
pub struct Sms {
    lang: Lang,
    text: String,
    length: String,
}

/// Two days before: one segment in each language.
fn messages(l: L, r: &Reference, m: &Meeting) -> Vec<Sms> {
    let say = |lang: Lang| {
        let own = L::new(lang);
        let sentence = own.meet_remind_sms(committee_name(r, m.committee_id, lang), when(own, m.starts_at));
        let text = one_segment(&sentence, &format!("{}, {}", m.place, m.landmark));
        let length = l.meet_remind_length(text.chars().count(), segments(&text));
        Sms { lang, text, length }
    };
    Lang::ALL.iter().map(|lang| say(*lang)).collect()
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
            locked: file.is_locked(),
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
            messages: if file.runs && is_near(m, page.now) { messages(l, r, m) } else { Vec::new() },
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
    /// How much room a point has, so that all of them fill a page: a class of the style sheet.
    room: &'static str,
    sign_rows: std::ops::RangeInclusive<i64>,
    promise_rows: std::ops::RangeInclusive<i64>,
}

/// Rows of a sign-in sheet on one page of A4 under the meeting's name.
const SIGN_PAGE: i64 = 22;

/// As many rows as people may come, up to four full pages; two pages where nobody knows.
const fn sign_rows(capacity: Option<i64>) -> i64 {
    let pages = match capacity {
        Some(capacity) => (capacity + SIGN_PAGE - 1) / SIGN_PAGE,
        None => 2,
    };
    SIGN_PAGE * if pages > 4 { 4 } else { pages }
}

/// How high a point is in blank minutes: few points share the page among them, many go on to the next.
const fn room(points: usize) -> &'static str {
    match points {
        0..=4 => "high",
        5..=6 => "tall",
        _ => "long",
    }
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
            room: room(file.agenda.len()),
            sign_rows: 1..=sign_rows(m.capacity),
            promise_rows: 1..=7,
            page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_sheet_has_full_pages_for_all_who_may_come_and_never_more_than_four() {
        assert_eq!([Some(1), Some(22), Some(23), Some(900)].map(sign_rows), [22, 22, 44, 88]);
        assert_eq!(sign_rows(None), 44);
    }
}
