//! Putting a public concern on a meeting's agenda.

use askama::Template;

use crate::base::Lang;
use crate::concerns::agenda::{Choice, Coming};
use crate::concerns::model::Concern;
use crate::web::{Cx, Form, Page};
use crate::{urls, web};

/// Which meeting it is put on.
#[derive(Template)]
#[template(path = "forums/agenda_concern.html")]
pub struct AgendaPage {
    page: Page,
    form: Form,
    number: String,
    back: String,
    words: String,
    lang: Lang,
    choice: Choice,
}

impl AgendaPage {
    pub(crate) fn new(cx: &Cx, concern: &Concern, coming: &Coming, form: Form) -> AgendaPage {
        AgendaPage {
            page: cx.page(),
            number: concern.number().to_string(),
            back: urls::concern(cx.lang(), concern.number()),
            words: concern.words.as_str().to_owned(),
            lang: concern.lang,
            choice: Choice::new(cx.l, concern.number(), coming),
            form,
        }
    }
}
