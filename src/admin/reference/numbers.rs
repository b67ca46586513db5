//! Numbers to call in danger. The public sees one only once somebody called it and said when.

use super::kind::{Facts, Kind, Words, yes};
use super::store::{self, NumberRow};
use crate::admin::view::{Field, Row};
use crate::areas::{EmergencyNumber, Reference};
use crate::base::{self, EmergencyNumberId, Lang};
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::L;
use crate::urls;
use crate::web::{Cx, Form};

/// The kind.
pub(super) struct Numbers;

fn number(r: &Reference, id: EmergencyNumberId) -> Option<&EmergencyNumber> {
    r.numbers.iter().find(|n| n.id == id)
}

impl Kind for Numbers {
    type Noun = base::EmergencyNumber;
    type Value = NumberRow;
    const WORD: &'static str = "emergency-number";

    fn words(l: L) -> Words {
        Words { list: l.admin_numbers(), lead: l.admin_numbers_lead(), new: l.admin_number_new() }
    }

    fn list_url(lang: Lang) -> String {
        urls::admin_numbers(lang)
    }

    fn new_url(lang: Lang) -> String {
        urls::admin_number_new(lang)
    }

    fn url(lang: Lang, id: EmergencyNumberId) -> String {
        urls::admin_number(lang, id)
    }

    fn columns(l: L) -> Vec<&'static str> {
        vec![l.admin_number().as_str(), l.admin_verified().as_str()]
    }

    fn rows(cx: &Cx) -> Vec<Row> {
        let verified = |n: &EmergencyNumber| match n.verified_on {
            Some(day) => cx.l.short_date(day.date()),
            None if n.sample => cx.l.admin_sample().as_str().to_owned(),
            None => cx.l.admin_unverified().as_str().to_owned(),
        };
        let row = |n: &EmergencyNumber| Row {
            id: n.id.raw(),
            url: urls::admin_number(cx.lang(), n.id),
            icon: Some("phone".into()),
            name: n.label(cx.lang()).to_owned(),
            cells: vec![n.number.clone(), verified(n)],
            active: n.active,
        };
        cx.r.numbers.iter().map(row).collect()
    }

    fn stored(r: &Reference, id: EmergencyNumberId) -> Option<NumberRow> {
        number(r, id).map(|n| NumberRow {
            label_fr: n.label_fr.clone(),
            label_bm: n.label_bm.clone(),
            number: n.number.clone(),
            source: n.source.clone(),
            verified_on: n.verified_on,
            sample: n.sample,
            position: n.position,
            active: n.active,
        })
    }

    fn name(value: &NumberRow) -> &str {
        &value.label_fr
    }

    fn mark(_: &Reference, id: EmergencyNumberId) -> String {
        id.to_string()
    }

    fn taken(_: &Reference, _: &str) -> bool {
        false
    }

    fn facts(_: &Reference, v: &NumberRow) -> Facts {
        vec![
            ("label_fr", v.label_fr.clone()),
            ("label_bm", v.label_bm.clone()),
            ("number", v.number.clone()),
            ("source", v.source.clone()),
            ("verified_on", v.verified_on.map_or(String::new(), |day| day.to_string())),
            ("sample", yes(v.sample)),
            ("position", v.position.to_string()),
            ("active", yes(v.active)),
        ]
    }

    fn blank(_: &Cx) -> Form {
        Form::filled([("position", "0".into()), ("active", "yes".into())])
    }

    fn fill(v: &NumberRow) -> Form {
        let lines = [
            ("label_fr", v.label_fr.clone()),
            ("label_bm", v.label_bm.clone()),
            ("number", v.number.clone()),
            ("source", v.source.clone()),
            ("verified_on", v.verified_on.map_or(String::new(), |day| day.to_string())),
            ("position", v.position.to_string()),
        ];
        Form::filled(lines.into_iter().chain(v.active.then(|| ("active", "yes".to_owned()))))
    }

    fn fields(cx: &Cx, _: &Form, _: Option<EmergencyNumberId>) -> Vec<Field> {
        let l = cx.l;
        vec![
            Field::line("label_fr", l.admin_label_fr().as_str()),
            Field::line("label_bm", l.admin_label_bm().as_str()),
            Field::Line {
                name: "number",
                label: l.admin_number().as_str(),
                help: String::new(),
                kind: "tel",
                optional: false,
                attrs: "class=\"short\"",
            },
            Field::maybe("source", l.admin_source().as_str(), l.admin_source_help().as_str()),
            Field::Line {
                name: "verified_on",
                label: l.admin_verified_on().as_str(),
                help: l.admin_verified_help().as_str().to_owned(),
                kind: "date",
                optional: true,
                attrs: "class=\"short\"",
            },
            Field::number("position", l.admin_position().as_str(), l.admin_position_help().as_str()),
            Field::Check {
                name: "active",
                label: l.admin_active().as_str(),
                help: l.admin_active_help().as_str().to_owned(),
            },
        ]
    }

    fn parse(form: &mut Form, r: &Reference, id: Option<EmergencyNumberId>) -> Option<NumberRow> {
        let (label_fr, label_bm) = (form.line("label_fr", 2, 60), form.line("label_bm", 2, 60));
        let number_text = form.line("number", 2, 30);
        if number_text.as_ref().is_some_and(|n| !n.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+'))) {
            form.fail("number", L::admin_number_slip);
        }
        let source = form.line("source", 0, 200);
        let verified_on =
            if form.value("verified_on").is_empty() { Some(None) } else { form.day("verified_on").map(Some) };
        let position = form.number("position", 0, 9999);
        let active = form.ticked("active");
        let verified_on = verified_on?;
        // Once somebody called it, it is a sample no more.
        let sample = id.and_then(|id| number(r, id)).is_some_and(|n| n.sample) && verified_on.is_none();
        Some(NumberRow {
            label_fr: label_fr?,
            label_bm: label_bm?,
            number: number_text?,
            source: source?,
            verified_on,
            sample,
            position: position?,
            active,
        })
    }

    fn insert(tx: &mut Tx<'_>, id: EmergencyNumberId, _: &str, value: &NumberRow) -> Result<()> {
        store::insert_number(tx, id, value)
    }

    fn update(tx: &mut Tx<'_>, id: EmergencyNumberId, value: &NumberRow) -> Result<()> {
        store::update_number(tx, id, value)
    }
}
