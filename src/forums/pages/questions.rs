//! What residents ask before a meeting.

use askama::Template;

use super::parts::Card;
use crate::base::{MeetingId, MeetingQuestionId};
use crate::forums::model::{Phase, Question, QuestionState};
use crate::forums::reads::Questions;
use crate::i18n::{L, Text};
use crate::moderation::words::{Piece, marked};
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// A question on the page.
pub struct QuestionView {
    id: MeetingQuestionId,
    body: String,
    supports: String,
    mine: bool,
    /// True for the reader's own question: nobody supports theirs.
    own: bool,
    /// Of a held one, its words in pieces, those that meet a rule marked, and the rules.
    pieces: Vec<Piece>,
    rules: Vec<(&'static str, Text)>,
    /// True for the one whose form was sent and is shown again.
    again: bool,
}

/// What became of a question that nobody else reads, for whoever asked it.
pub(super) fn became(l: L, q: &Question) -> String {
    match q.state {
        QuestionState::Refused => l.promise_question_refused(&q.reason),
        QuestionState::Held | QuestionState::Shown => l.promise_question_held().as_str().to_owned(),
    }
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
    /// What the reader asked and nobody else reads: the words, and what became of it.
    unread: Vec<(String, String)>,
    open: bool,
    belongs: bool,
    runs: bool,
    locked: bool,
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
            own: read.account.is_some() && q.account_id == read.account,
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
            unread: read.unread.iter().map(|q| (q.body.clone(), became(page.l, q))).collect(),
            open: m.phase(page.now) == Phase::Upcoming,
            belongs: read.belongs,
            runs: read.runs,
            locked: read.locked,
            place_url: urls::meeting_place(page.lang, m.id),
            login_url: urls::login_then(page.lang, &page.here),
            asked,
            form,
            page,
        }
    }

    /// Shows again the form about one question.
    pub fn about(mut self, question: MeetingQuestionId) -> QuestionsPage {
        for view in self.held.iter_mut().chain(&mut self.shown) {
            view.again = view.id == question;
        }
        self
    }
}
