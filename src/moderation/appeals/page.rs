//! The page on which an appeal is answered by who does not sit in the committee: the text, the decision, the author's words.

use askama::Template;

use super::LONG;
use super::card::Card;
use super::model::{Answer, Open};
use crate::base::AppealId;
use crate::web::{Form, Page};
use crate::{urls, web};

/// The text an appeal is about.
pub(crate) struct Told {
    /// The text.
    pub(crate) text: String,
    /// Its language, where that is known.
    pub(crate) lang: &'static str,
    /// What is known of it: icons and words.
    pub(crate) about: Vec<(&'static str, String)>,
}

/// The page.
#[derive(Template)]
#[template(path = "moderation/appeal.html")]
pub(crate) struct AnswerPage {
    page: Page,
    form: Form,
    told: Told,
    appeal: Card,
    back: String,
}

impl AnswerPage {
    /// The page of an appeal that is answered at an address.
    pub(crate) fn new(page: Page, form: Form, told: Told, open: &Open, action: String) -> AnswerPage {
        let back = match page.holds("moderator") {
            true => urls::committee_queue(page.lang),
            false => urls::oversight(page.lang),
        };
        AnswerPage { appeal: Card::new(&page, open, action), back, told, form, page }
    }
}

/// The field that says which appeal is answered.
const APPEAL: &str = "_appeal";

impl Open {
    /// True where a form answers this appeal, and not another one on the same text.
    pub(crate) fn is_of(&self, form: &Form) -> bool {
        form.is(APPEAL, &self.appeal.id.to_string())
    }
}

/// What somebody answers.
pub(crate) fn answer(form: &mut Form) -> Option<Answer> {
    let to = form.pick(APPEAL, |id| id.parse::<AppealId>().ok());
    let upheld = form.pick("appeal", |word| match word {
        "uphold" => Some(true),
        "reject" => Some(false),
        _ => None,
    });
    let words = form.words("answer", 10, LONG);
    let parsed = to.zip(upheld).zip(words).map(|((to, upheld), words)| Answer { to, upheld, words });
    form.done(parsed)
}
