//! One's own place at a meeting, and what goes with it: giving it back, correcting the minutes, saying what one thought.

use askama::Template;

use super::parts::{Card, Point, points, when};
use crate::base::{Lang, Time};
use crate::forums::model::{Meeting, MeetingAudience, Opinion, Phase, PlaceState};
use crate::forums::reads::PlaceFile;
use crate::i18n::{L, Text};
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// Typing a door code.
#[derive(Template)]
#[template(path = "forums/my_place_code.html")]
pub struct CodePage {
    page: Page,
    form: Form,
    card: Card,
    meeting_url: String,
}

impl CodePage {
    pub fn new(cx: &Cx, meeting: &Meeting, form: Form) -> CodePage {
        let page = cx.page();
        CodePage {
            card: Card::new(&page, &cx.r, meeting),
            meeting_url: urls::meeting(page.lang, meeting.id),
            form,
            page,
        }
    }

    /// True when the code that was typed opens nothing.
    pub fn failed(&self) -> bool {
        self.form.failed()
    }
}

/// One's own place.
#[derive(Template)]
#[template(path = "forums/my_place.html")]
pub struct MyPlacePage {
    page: Page,
    form: Form,
    card: Card,
    lang: Lang,
    /// Typed again by every form of the page, so that nothing of it stays on a phone; empty for an account.
    code: String,
    heading: String,
    /// What follows from it.
    why: Option<Text>,
    /// The code for the door, until the meeting's day is over.
    digits: Option<(String, String)>,
    promoted: Option<String>,
    reminded: Option<String>,
    cancelled: Option<String>,
    moves: Vec<String>,
    upcoming: bool,
    /// True for whoever is on the waiting list.
    waits: bool,
    /// True where there is a place for everybody, so that nobody waits for one.
    unlimited: bool,
    /// Why somebody who was not seen at the door cannot correct, while others may.
    absent: Option<Text>,
    points: Vec<Point>,
    minutes: Option<String>,
    until: Option<String>,
    questions: [(&'static str, Text); 3],
    opinions: [(&'static str, Text); 3],
    ask: bool,
    spoke: bool,
    done: Option<Text>,
    meeting_url: String,
    leave_url: String,
    correction_url: String,
    feedback_url: String,
    /// Where a question is sent, while one may be.
    question_url: Option<String>,
    /// Where all questions are read, for a reader whom that page lets in.
    questions_url: Option<String>,
}

/// What a place is now, and what follows from it: for who has one, waits, came, or was not seen.
fn heading(l: L, read: &PlaceFile, now: Time) -> (String, Option<Text>) {
    let (m, mine) = (&read.file.meeting, &read.mine);
    let text = |text: Text| text.as_str().to_owned();
    match (m.phase(now), mine.state, mine.attended_at) {
        (Phase::Cancelled, ..) => (text(l.meet_place_off()), None),
        // Whoever was ticked on a later day came in on the meeting's.
        (Phase::Held, _, Some(at)) if at.day() != m.starts_at.day() => {
            (l.meet_place_entered(l.date(m.starts_at.civil().date())), None)
        }
        (Phase::Held, _, Some(at)) => (l.meet_place_entered(l.datetime(at.civil())), None),
        (Phase::Held, PlaceState::Kept, None) if shows_code(m, now) => {
            (text(l.meet_place_begun()), Some(l.meet_place_begun_why()))
        }
        (Phase::Held, PlaceState::Waiting, None) if shows_code(m, now) => {
            (text(l.meet_place_begun()), Some(l.meet_place_begun_wait()))
        }
        (Phase::Held, PlaceState::Kept, None) => (text(l.meet_place_over()), Some(l.meet_place_unseen())),
        (Phase::Held, PlaceState::Waiting, None) => (text(l.meet_place_over()), Some(l.meet_place_waited())),
        (Phase::Upcoming, PlaceState::Kept, _) => (text(l.forums_place_kept()), None),
        (Phase::Upcoming, PlaceState::Waiting, _) => {
            (l.forums_place_waiting(read.rank), Some(l.forums_place_wait_why()))
        }
    }
}

/// True while the code may still be asked for at the door: until the meeting's day is over.
fn shows_code(m: &Meeting, now: Time) -> bool {
    m.phase(now) != Phase::Cancelled && now.day() <= m.starts_at.day()
}

impl MyPlacePage {
    pub fn new(cx: &Cx, read: &PlaceFile, code: &str, done: Option<Text>, form: Form) -> MyPlacePage {
        let (page, file, mine) = (cx.page(), &read.file, &read.mine);
        let (l, m) = (page.l, &file.meeting);
        let digits = mine.door_code.split_at_checked(3).unwrap_or((&mine.door_code, ""));
        let phase = m.phase(page.now);
        let (heading, why) = heading(l, read, page.now);
        let came = mine.attended_at.is_some();
        let until = file.correct_until.filter(|until| *until >= page.now);
        MyPlacePage {
            card: Card::new(&page, &cx.r, m),
            lang: m.lang,
            code: code.to_owned(),
            heading,
            why,
            digits: (shows_code(m, page.now) && !came).then(|| (digits.0.to_owned(), digits.1.to_owned())),
            promoted: mine
                .promoted_at
                .filter(|_| phase == Phase::Upcoming)
                .map(|at| l.meet_promoted(page.datetime(&at))),
            reminded: read
                .reminded
                .then(|| l.meet_remind(format!("{}, {}", m.place, m.landmark), when(l, m.starts_at))),
            cancelled: (phase == Phase::Cancelled).then(|| m.cancel_reason.clone()),
            moves: file
                .moves
                .iter()
                .map(|was| l.meet_moved(l.date(was.at.civil().date()), &was.was_place, when(l, was.was_at)))
                .collect(),
            upcoming: phase == Phase::Upcoming,
            waits: mine.state == PlaceState::Waiting,
            unlimited: m.capacity.is_none(),
            absent: (until.is_some() && !came).then(|| l.meet_correct_absent()),
            points: points(&page, &cx.r, file),
            minutes: file.minutes.as_ref().filter(|v| v.state.is_public()).map(|v| v.body.clone()),
            until: until.filter(|_| came).map(|until| l.meet_correct_until(page.datetime(&until))),
            questions: [("heard", l.meet_ask_heard()), ("useful", l.meet_ask_useful()), ("again", l.meet_ask_again())],
            opinions: [
                (Opinion::Yes.as_str(), l.meet_yes()),
                (Opinion::Partly.as_str(), l.meet_partly()),
                (Opinion::No.as_str(), l.meet_no()),
            ],
            ask: phase == Phase::Held && came && !mine.spoke,
            spoke: mine.spoke,
            done,
            meeting_url: urls::meeting(page.lang, m.id),
            leave_url: urls::meeting_leave(page.lang, m.id),
            correction_url: urls::meeting_correction(page.lang, m.id),
            feedback_url: urls::meeting_feedback(page.lang, m.id),
            question_url: (phase == Phase::Upcoming).then(|| urls::meeting_place_question(page.lang, m.id)),
            questions_url: (m.audience == MeetingAudience::Open || code.is_empty())
                .then(|| urls::meeting_questions(page.lang, m.id)),
            form,
            page,
        }
    }
}
