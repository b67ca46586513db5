//! The questions an administrator asks of this kind (R5): each with its right control, each answer read by its type.

use crate::areas::{Category, Question, QuestionKind, Reference};
use crate::base::Lang;
use crate::concerns::answers::{chosen, typed};
use crate::concerns::model::NewAnswer;
use crate::i18n::L;
use crate::web::Form;

/// The longest line and the largest number we take.
const LINE: usize = 200;
const NUMBER: i64 = 1_000_000_000;

/// A question as the form asks it.
pub(super) struct Asked<'a> {
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) label: &'a str,
    pub(super) help: &'a str,
    pub(super) optional: bool,
    /// Value and word of each option.
    pub(super) choices: Vec<(String, String)>,
}

/// A question's name in the form.
fn name(question: &Question) -> String {
    format!("q-{}", question.code)
}

/// All of the kind, in order.
pub(super) fn view<'a>(r: &'a Reference, category: &Category, lang: Lang) -> Vec<Asked<'a>> {
    let asked = |q: &'a Question| Asked {
        name: name(q),
        kind: q.kind.as_str(),
        label: q.label(lang),
        help: q.help(lang),
        optional: !q.required,
        choices: q.choices().into_iter().map(|c| (c.word(lang).to_owned(), c.code)).map(|(w, c)| (c, w)).collect(),
    };
    r.questions_of(category.id).map(asked).collect()
}

/// Reads the answers; what was left open without need is no answer.
pub(super) fn read(form: &mut Form, r: &Reference, category: &Category) -> Option<Vec<NewAnswer>> {
    let mut all = Some(Vec::new());
    for question in r.questions_of(category.id) {
        match (one(form, question), all.as_mut()) {
            (Some(answers), Some(all)) => all.extend(answers),
            _ => all = None,
        }
    }
    all
}

fn one(form: &mut Form, question: &Question) -> Option<Vec<NewAnswer>> {
    let name = name(question);
    if form.value(&name).is_empty() {
        if question.required {
            form.fail(name, if question.kind.has_options() { L::form_choose } else { L::form_required });
            return None;
        }
        return Some(Vec::new());
    }
    let (fr, bm) = (L::new(Lang::Fr), L::new(Lang::Bm));
    match question.kind {
        QuestionKind::Text => {
            form.line(name, 1, LINE).map(|text| vec![typed(question, &text, text.clone(), text.clone())])
        }
        QuestionKind::Number => {
            form.number(name, 0, NUMBER).map(|n| vec![typed(question, n, fr.number(n), bm.number(n))])
        }
        QuestionKind::Date => {
            form.day(name).map(|day| vec![typed(question, day, fr.date(day.date()), bm.date(day.date()))])
        }
        QuestionKind::One | QuestionKind::Several => options(form, question, name),
    }
}

/// The options ticked, in the question's order; anything else was not on offer.
fn options(form: &mut Form, question: &Question, name: String) -> Option<Vec<NewAnswer>> {
    let choices = question.choices();
    let ticked = form.all(&name);
    let known = ticked.iter().all(|value| choices.iter().any(|c| c.code == *value));
    let many = question.kind == QuestionKind::Several;
    if known && (many || ticked.len() == 1) {
        return Some(
            choices.iter().filter(|c| ticked.contains(&c.code.as_str())).map(|c| chosen(question, c)).collect(),
        );
    }
    form.fail(name, L::form_choose);
    None
}
