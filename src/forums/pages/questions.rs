//! What residents ask before a meeting.

use askama::Template;

use super::parts::Card;
use crate::base::{MeetingId, MeetingQuestionId};
use crate::forums::model::{Phase, Question, QuestionState};
use crate::forums::reads::Questions;
use crate::i18n::Text;
use crate::moderation::words::{Piece, marked};
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// A question on the page.
pub struct QuestionView {
    id: MeetingQuestionId,
    body: String,
    supports: String,
    mine: bool,
    /// Of a held one, its words in pieces, those that meet a rule marked, and the rules.
    pieces: Vec<Piece>,
    rules: Vec<(&'static str, Text)>,
    /// True for the held one whose form was sent and is shown again.
    again: bool,
}

/// What residents ask before a meeting.
#[derive(Template)]
#[template(path = "forums/questions.html")]
pub struct QuestionsPage {
    page: Page,
    form: Form,
    card: Card,
    meeting: MeetingId,
    back: String,
    url: String,
    shown: Vec<QuestionView>,
    held: Vec<QuestionView>,
    open: bool,
    belongs: bool,
    runs: bool,
    login_url: String,
    place_url: String,
    asked: Option<QuestionState>,
}

impl QuestionsPage {
    pub fn new(cx: &Cx, read: &Questions, form: Form, asked: Option<QuestionState>) -> QuestionsPage {
        let (page, m) = (cx.page(), &read.meeting);
        let view = |q: &Question| QuestionView {
            id: q.id,
            body: q.body.clone(),
            supports: page.l.promise_supports(q.supports),
            mine: read.mine.contains(&q.id),
            pieces: Vec::new(),
            rules: Vec::new(),
            again: false,
        };
        let held = |q: &Question| {
            let (pieces, rules) = marked(page.l, &q.body, &read.watch);
            QuestionView { pieces, rules, ..view(q) }
        };
        QuestionsPage {
            card: Card::new(&page, &cx.r, m),
            meeting: m.id,
            back: urls::meeting(page.lang, m.id),
            url: urls::meeting_questions(page.lang, m.id),
            shown: read.shown.iter().map(view).collect(),
            held: read.held.iter().map(held).collect(),
            open: m.phase(page.now) == Phase::Upcoming,
            belongs: read.belongs,
            runs: read.runs,
            place_url: urls::meeting_place(page.lang, m.id),
            login_url: urls::login_then(page.lang, &page.here),
            asked,
            form,
            page,
        }
    }

    /// Shows again the form about one held question.
    pub fn about(mut self, question: MeetingQuestionId) -> QuestionsPage {
        for held in &mut self.held {
            held.again = held.id == question;
        }
        self
    }
}
