//! What residents ask before a meeting.

use askama::Template;

use super::parts::Card;
use crate::base::{MeetingId, MeetingQuestionId};
use crate::forums::model::{Phase, Question, QuestionState};
use crate::forums::reads::Questions;
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// A question on the page.
pub struct QuestionView {
    id: MeetingQuestionId,
    body: String,
    supports: String,
    mine: bool,
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
            again: false,
        };
        QuestionsPage {
            card: Card::new(&page, &cx.r, m),
            meeting: m.id,
            back: urls::meeting(page.lang, m.id),
            url: urls::meeting_questions(page.lang, m.id),
            shown: read.shown.iter().map(view).collect(),
            held: read.held.iter().map(view).collect(),
            open: m.phase(page.now) == Phase::Upcoming,
            belongs: read.belongs,
            runs: read.runs,
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
