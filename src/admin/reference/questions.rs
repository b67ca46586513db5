//! Questions of the kinds of concern (R5): defined, put in order, changed, and no longer asked; never deleted, so that old answers
//! keep their question.

use std::collections::BTreeSet;

use super::kind::{Facts, Kind, Words, yes};
use super::store::{self, QuestionRow};
use crate::admin::view::{Field, Row, Tab};
use crate::areas::{Category, Question, QuestionKind, Reference, lines};
use crate::base::{self, Lang, QuestionId, slug};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::i18n::{L, Text};
use crate::urls;
use crate::web::{Cx, Form};

/// The kind.
pub(super) struct Questions;

/// Questions of one kind at most: nobody answers more on a telephone.
const MOST: usize = 8;
/// Options of one question, at least and at most.
const OPTIONS: (usize, usize) = (2, 12);

/// The kind of concern whose questions are listed; the first one at first.
fn listed(cx: &Cx) -> Option<&Category> {
    let asked = cx.query("category");
    cx.r.categories.iter().find(|c| c.slug == asked).or_else(|| cx.r.categories.first())
}

fn kind_word(l: L, kind: QuestionKind) -> Text {
    match kind {
        QuestionKind::Text => l.admin_question_text(),
        QuestionKind::Number => l.admin_question_number(),
        QuestionKind::Date => l.admin_question_date(),
        QuestionKind::One => l.admin_question_one(),
        QuestionKind::Several => l.admin_question_several(),
    }
}

fn too_many(r: &Reference, id: Option<QuestionId>, row: &QuestionRow) -> bool {
    row.active && r.questions_of(row.category_id).filter(|q| Some(q.id) != id).count() >= MOST
}

/// The options as they are kept: one a line.
fn tidy(text: &str) -> String {
    lines(text).collect::<Vec<_>>().join("\n")
}

/// Notes what is wrong with the options of a question that has some.
fn check_options(form: &mut Form, fr: &str, bm: &str) {
    let count = lines(fr).count();
    let codes: BTreeSet<String> = lines(fr).map(slug).collect();
    if !(OPTIONS.0..=OPTIONS.1).contains(&count) || codes.len() != count || codes.contains("") {
        form.fail("options_fr", L::admin_options_wrong);
    }
    if lines(bm).count() != count {
        form.fail("options_bm", L::admin_options_unpaired);
    }
}

impl Kind for Questions {
    type Noun = base::Question;
    type Value = QuestionRow;
    const WORD: &'static str = "question";

    fn words(l: L) -> Words {
        Words { list: l.admin_questions(), lead: l.admin_questions_lead(), new: l.admin_question_new() }
    }

    fn list_url(lang: Lang) -> String {
        urls::admin_questions(lang)
    }

    fn new_url(lang: Lang) -> String {
        urls::admin_question_new(lang)
    }

    fn url(lang: Lang, id: QuestionId) -> String {
        urls::admin_question(lang, id)
    }

    fn tabs(cx: &Cx) -> Vec<Tab> {
        let here = listed(cx).map(|c| c.id);
        let word = |c: &Category| match cx.r.questions_of(c.id).count() {
            0 => c.name(cx.lang()).to_owned(),
            n => format!("{} ({n})", c.name(cx.lang())),
        };
        let tab = |c: &Category| Tab {
            url: urls::with_query(urls::admin_questions(cx.lang()), &[("category", &c.slug)]),
            word: word(c),
            here: here == Some(c.id),
        };
        cx.r.categories.iter().filter(|c| c.active || here == Some(c.id)).map(tab).collect()
    }

    fn columns(l: L) -> Vec<&'static str> {
        vec![l.admin_question_kind().as_str(), l.admin_question_must().as_str(), l.admin_position().as_str()]
    }

    fn rows(cx: &Cx) -> Vec<Row> {
        let category = listed(cx).map(|c| c.id);
        let must = |q: &Question| if q.required { cx.l.admin_yes() } else { cx.l.admin_no() };
        let row = |q: &Question| Row {
            id: q.id.raw(),
            url: urls::admin_question(cx.lang(), q.id),
            icon: None,
            name: q.label(cx.lang()).to_owned(),
            cells: vec![
                kind_word(cx.l, q.kind).as_str().to_owned(),
                must(q).as_str().to_owned(),
                q.position.to_string(),
            ],
            active: q.active,
        };
        cx.r.questions.iter().filter(|q| Some(q.category_id) == category).map(row).collect()
    }

    fn stored(r: &Reference, id: QuestionId) -> Option<QuestionRow> {
        r.question(id).map(|q| QuestionRow {
            category_id: q.category_id,
            position: q.position,
            kind: q.kind,
            label_fr: q.label_fr.clone(),
            label_bm: q.label_bm.clone(),
            help_fr: q.help_fr.clone(),
            help_bm: q.help_bm.clone(),
            options_fr: q.options_fr.clone(),
            options_bm: q.options_bm.clone(),
            required: q.required,
            active: q.active,
        })
    }

    fn name(value: &QuestionRow) -> &str {
        &value.label_fr
    }

    fn mark(r: &Reference, id: QuestionId) -> String {
        let known = r.question(id).and_then(|q| Some((q, r.category(q.category_id)?)));
        known.map_or_else(|| id.to_string(), |(q, c)| format!("{}/{}", c.slug, q.code))
    }

    fn taken(r: &Reference, code: &str) -> bool {
        r.questions.iter().any(|q| q.code == code)
    }

    fn facts(r: &Reference, v: &QuestionRow) -> Facts {
        vec![
            ("category", r.category(v.category_id).map_or_else(String::new, |c| c.slug.clone())),
            ("label_fr", v.label_fr.clone()),
            ("label_bm", v.label_bm.clone()),
            ("help_fr", v.help_fr.clone()),
            ("help_bm", v.help_bm.clone()),
            ("kind", v.kind.to_string()),
            ("options_fr", v.options_fr.replace('\n', " | ")),
            ("options_bm", v.options_bm.replace('\n', " | ")),
            ("required", yes(v.required)),
            ("position", v.position.to_string()),
            ("active", yes(v.active)),
        ]
    }

    fn blank(cx: &Cx) -> Form {
        let category = cx.r.category_at(cx.query("category"));
        let last = category.and_then(|c| cx.r.questions_of(c.id).map(|q| q.position).max());
        Form::filled([
            ("category", category.map_or_else(String::new, |c| c.id.to_string())),
            ("position", (last.unwrap_or(0) + 1).to_string()),
            ("active", "yes".into()),
        ])
    }

    fn fill(v: &QuestionRow) -> Form {
        let flag = |name, flag: bool| flag.then(|| (name, "yes".to_owned()));
        let lines = [
            ("category", v.category_id.to_string()),
            ("label_fr", v.label_fr.clone()),
            ("label_bm", v.label_bm.clone()),
            ("help_fr", v.help_fr.clone()),
            ("help_bm", v.help_bm.clone()),
            ("kind", v.kind.to_string()),
            ("options_fr", v.options_fr.clone()),
            ("options_bm", v.options_bm.clone()),
            ("position", v.position.to_string()),
        ];
        let flags = [flag("required", v.required), flag("active", v.active)];
        Form::filled(lines.into_iter().chain(flags.into_iter().flatten()))
    }

    fn fields(cx: &Cx, _: &Form, id: Option<QuestionId>) -> Vec<Field> {
        let l = cx.l;
        let mut fields = Vec::new();
        // A question stays with its kind: its old answers are about it.
        if id.is_none() {
            let kinds = cx.r.offered().map(|c| (c.id.to_string(), c.name(cx.lang()).to_owned()));
            fields.push(Field::Select {
                name: "category",
                label: l.admin_category().as_str(),
                help: String::new(),
                optional: false,
                empty: l.admin_choose().as_str(),
                options: kinds.collect(),
            });
        }
        let kinds = QuestionKind::ALL
            .iter()
            .map(|kind| (kind.to_string(), kind_word(l, *kind).as_str().to_owned(), String::new()));
        fields.extend([
            Field::line("label_fr", l.admin_question_fr().as_str()),
            Field::line("label_bm", l.admin_question_bm().as_str()),
            Field::maybe("help_fr", l.admin_hint_fr().as_str(), l.admin_question_help().as_str()),
            Field::maybe("help_bm", l.admin_hint_bm().as_str(), ""),
            Field::Radios { name: "kind", label: l.admin_question_kind().as_str(), options: kinds.collect() },
            Field::Words {
                name: "options_fr",
                label: l.admin_options_fr().as_str(),
                help: l.admin_options_help().as_str().to_owned(),
            },
            Field::Words {
                name: "options_bm",
                label: l.admin_options_bm().as_str(),
                help: l.admin_options_same().as_str().to_owned(),
            },
            Field::Check {
                name: "required",
                label: l.admin_question_required().as_str(),
                help: l.admin_question_required_help().as_str().to_owned(),
            },
            Field::number("position", l.admin_position().as_str(), l.admin_position_help().as_str()),
            Field::Check {
                name: "active",
                label: l.admin_question_active().as_str(),
                help: l.admin_question_active_help().as_str().to_owned(),
            },
        ]);
        fields
    }

    fn parse(form: &mut Form, r: &Reference, id: Option<QuestionId>) -> Option<QuestionRow> {
        let category_id = match id.and_then(|id| r.question(id)) {
            Some(question) => Some(question.category_id),
            None => form.pick("category", |text| r.offered().find(|c| c.id.to_string() == text).map(|c| c.id)),
        };
        let (label_fr, label_bm) = (form.line("label_fr", 2, 80), form.line("label_bm", 2, 80));
        let (help_fr, help_bm) = (form.line("help_fr", 0, 120), form.line("help_bm", 0, 120));
        let kind = form.pick("kind", QuestionKind::parse);
        let options = form.words("options_fr", 0, 600).zip(form.words("options_bm", 0, 600));
        let options = options.map(|(fr, bm)| (tidy(&fr), tidy(&bm)));
        if let (Some(kind), Some((fr, bm))) = (kind, &options)
            && kind.has_options()
        {
            check_options(form, fr, bm);
        }
        let position = form.number("position", 0, 9999);
        let (options_fr, options_bm) = options?;
        let row = QuestionRow {
            category_id: category_id?,
            position: position?,
            kind: kind?,
            label_fr: label_fr?,
            label_bm: label_bm?,
            help_fr: help_fr?,
            help_bm: help_bm?,
            options_fr,
            options_bm,
            required: form.ticked("required"),
            active: form.ticked("active"),
        };
        if too_many(r, id, &row) {
            form.fail("active", L::admin_questions_full);
        }
        Some(row)
    }

    fn rule(r: &Reference, id: Option<QuestionId>, value: &mut QuestionRow) -> Result<()> {
        if too_many(r, id, value) { Err(Error::Refused(Refusal::AlreadyDone)) } else { Ok(()) }
    }

    fn insert(tx: &mut Tx<'_>, id: QuestionId, code: &str, value: &QuestionRow) -> Result<()> {
        store::insert_question(tx, id, code, value)
    }

    fn update(tx: &mut Tx<'_>, id: QuestionId, value: &QuestionRow) -> Result<()> {
        store::update_question(tx, id, value)
    }
}
