//! One's own place at a meeting, and what goes with it: giving it back, correcting the minutes, saying what one thought.

use askama::Template;

use super::parts::{Card, Point, points, when};
use crate::base::Lang;
use crate::forums::model::{Opinion, Phase, PlaceState};
use crate::forums::reads::PlaceFile;
use crate::i18n::Text;
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
    pub fn new(cx: &Cx, meeting: &crate::forums::model::Meeting, form: Form) -> CodePage {
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
    digits: (String, String),
    promoted: Option<String>,
    reminded: Option<String>,
    cancelled: Option<String>,
    moves: Vec<String>,
    upcoming: bool,
    attended: bool,
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
}

impl MyPlacePage {
    pub fn new(cx: &Cx, read: &PlaceFile, code: &str, done: Option<Text>, form: Form) -> MyPlacePage {
        let (page, file, mine) = (cx.page(), &read.file, &read.mine);
        let (l, m) = (page.l, &file.meeting);
        let digits = mine.door_code.split_at_checked(3).unwrap_or((&mine.door_code, ""));
        let held = m.phase(page.now) == Phase::Held;
        MyPlacePage {
            card: Card::new(&page, &cx.r, m),
            lang: m.lang,
            code: code.to_owned(),
            heading: match mine.state {
                PlaceState::Kept => l.forums_place_kept().as_str().to_owned(),
                PlaceState::Waiting => l.forums_place_waiting(read.rank),
            },
            digits: (digits.0.to_owned(), digits.1.to_owned()),
            promoted: mine.promoted_at.map(|at| l.meet_promoted(page.datetime(&at))),
            reminded: read
                .reminded
                .then(|| l.meet_remind(format!("{}, {}", m.place, m.landmark), when(l, m.starts_at))),
            cancelled: (m.phase(page.now) == Phase::Cancelled).then(|| m.cancel_reason.clone()),
            moves: file
                .moves
                .iter()
                .map(|was| l.meet_moved(l.date(was.at.civil().date()), &was.was_place, when(l, was.was_at)))
                .collect(),
            upcoming: m.phase(page.now) == Phase::Upcoming,
            attended: mine.attended_at.is_some(),
            points: points(&page, &cx.r, file),
            minutes: file.minutes.as_ref().filter(|v| v.state.is_public()).map(|v| v.body.clone()),
            until: file
                .correct_until
                .filter(|until| *until >= page.now && mine.attended_at.is_some())
                .map(|until| l.meet_correct_until(page.datetime(&until))),
            questions: [("heard", l.meet_ask_heard()), ("useful", l.meet_ask_useful()), ("again", l.meet_ask_again())],
            opinions: [
                (Opinion::Yes.as_str(), l.meet_yes()),
                (Opinion::Partly.as_str(), l.meet_partly()),
                (Opinion::No.as_str(), l.meet_no()),
            ],
            ask: held && mine.attended_at.is_some() && !mine.spoke,
            spoke: mine.spoke,
            done,
            meeting_url: urls::meeting(page.lang, m.id),
            leave_url: urls::meeting_leave(page.lang, m.id),
            correction_url: urls::meeting_correction(page.lang, m.id),
            feedback_url: urls::meeting_feedback(page.lang, m.id),
            form,
            page,
        }
    }
}
