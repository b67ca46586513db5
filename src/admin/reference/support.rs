//! Who helps with what a sealed kind is about. The public sees one only once somebody called it and said when.

use super::kind::{Facts, Kind, Words, yes};
use super::store::{self, SupportRow};
use crate::admin::view::{Field, Row};
use crate::areas::{Category, Reference, SupportService};
use crate::base::{self, CategoryId, Lang, SupportServiceId};
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::L;
use crate::urls;
use crate::web::{Cx, Form};

/// The kind.
pub(super) struct Support;

/// A service, and the kinds it helps with.
#[derive(Debug, Clone)]
pub(super) struct SupportValue {
    row: SupportRow,
    kinds: Vec<CategoryId>,
}

fn service(r: &Reference, id: SupportServiceId) -> Option<&SupportService> {
    r.support.iter().find(|s| s.id == id)
}

fn kinds_of(r: &Reference, id: SupportServiceId) -> Vec<CategoryId> {
    r.categories.iter().map(|c| c.id).filter(|c| r.support_kinds.contains(&(id, *c))).collect()
}

fn names(r: &Reference, kinds: &[CategoryId], word: impl Fn(&Category) -> &str) -> String {
    kinds.iter().filter_map(|c| r.category(*c)).map(word).collect::<Vec<_>>().join(", ")
}

/// A line with a type of its own.
const fn short(name: &'static str, label: &'static str, help: String, kind: &'static str, optional: bool) -> Field {
    Field::Line { name, label, help, kind, optional, attrs: "class=\"short\"" }
}

impl Kind for Support {
    type Noun = base::SupportService;
    type Value = SupportValue;
    const WORD: &'static str = "support-service";

    fn words(l: L) -> Words {
        Words { list: l.support_services(), lead: l.support_lead(), new: l.support_new() }
    }

    fn list_url(lang: Lang) -> String {
        urls::admin_support(lang)
    }

    fn new_url(lang: Lang) -> String {
        urls::admin_support_new(lang)
    }

    fn url(lang: Lang, id: SupportServiceId) -> String {
        urls::admin_support_service(lang, id)
    }

    fn columns(l: L) -> Vec<&'static str> {
        vec![l.admin_phone().as_str(), l.support_kinds().as_str(), l.admin_verified().as_str()]
    }

    fn rows(cx: &Cx) -> Vec<Row> {
        let verified = |s: &SupportService| match s.verified_on {
            Some(day) => cx.l.short_date(day.date()),
            None if s.sample => cx.l.admin_sample().as_str().to_owned(),
            None => cx.l.admin_unverified().as_str().to_owned(),
        };
        let row = |s: &SupportService| Row {
            id: s.id.raw(),
            url: urls::admin_support_service(cx.lang(), s.id),
            icon: Some("people".into()),
            name: s.name(cx.lang()).to_owned(),
            cells: vec![s.phone.clone(), names(&cx.r, &kinds_of(&cx.r, s.id), |c| c.name(cx.lang())), verified(s)],
            active: s.active,
        };
        cx.r.support.iter().map(row).collect()
    }

    fn stored(r: &Reference, id: SupportServiceId) -> Option<SupportValue> {
        let row = |s: &SupportService| SupportRow {
            name_fr: s.name_fr.clone(),
            name_bm: s.name_bm.clone(),
            what_fr: s.what_fr.clone(),
            what_bm: s.what_bm.clone(),
            phone: s.phone.clone(),
            place: s.place.clone(),
            hours: s.hours.clone(),
            source: s.source.clone(),
            verified_on: s.verified_on,
            sample: s.sample,
            position: s.position,
            active: s.active,
        };
        service(r, id).map(|s| SupportValue { row: row(s), kinds: kinds_of(r, id) })
    }

    fn name(value: &SupportValue) -> &str {
        &value.row.name_fr
    }

    fn mark(_: &Reference, id: SupportServiceId) -> String {
        id.to_string()
    }

    fn taken(_: &Reference, _: &str) -> bool {
        false
    }

    fn facts(r: &Reference, v: &SupportValue) -> Facts {
        let row = &v.row;
        vec![
            ("name_fr", row.name_fr.clone()),
            ("name_bm", row.name_bm.clone()),
            ("what_fr", row.what_fr.clone()),
            ("what_bm", row.what_bm.clone()),
            ("phone", row.phone.clone()),
            ("place", row.place.clone()),
            ("hours", row.hours.clone()),
            ("source", row.source.clone()),
            ("verified_on", row.verified_on.map_or(String::new(), |day| day.to_string())),
            ("sample", yes(row.sample)),
            ("kinds", names(r, &v.kinds, |c| &c.slug)),
            ("position", row.position.to_string()),
            ("active", yes(row.active)),
        ]
    }

    fn blank(_: &Cx) -> Form {
        Form::filled([("position", "0".into()), ("active", "yes".into())])
    }

    fn fill(v: &SupportValue) -> Form {
        let row = &v.row;
        let lines = [
            ("name_fr", row.name_fr.clone()),
            ("name_bm", row.name_bm.clone()),
            ("what_fr", row.what_fr.clone()),
            ("what_bm", row.what_bm.clone()),
            ("phone", row.phone.clone()),
            ("place", row.place.clone()),
            ("hours", row.hours.clone()),
            ("source", row.source.clone()),
            ("verified_on", row.verified_on.map_or(String::new(), |day| day.to_string())),
            ("position", row.position.to_string()),
        ];
        let kinds = v.kinds.iter().map(|c| ("kind", c.to_string()));
        Form::filled(lines.into_iter().chain(kinds).chain(row.active.then(|| ("active", "yes".to_owned()))))
    }

    fn fields(cx: &Cx, form: &Form, _: Option<SupportServiceId>) -> Vec<Field> {
        let (l, ticked) = (cx.l, form.all("kind"));
        let kind = |c: &Category| {
            (c.id.to_string(), c.name(cx.lang()).to_owned(), ticked.contains(&c.id.to_string().as_str()))
        };
        vec![
            Field::line("name_fr", l.admin_name_fr().as_str()),
            Field::line("name_bm", l.admin_name_bm().as_str()),
            Field::line("what_fr", l.support_what_fr().as_str()),
            Field::line("what_bm", l.support_what_bm().as_str()),
            short("phone", l.admin_phone().as_str(), String::new(), "tel", false),
            Field::maybe("place", l.support_place().as_str(), l.support_place_help().as_str()),
            Field::maybe("hours", l.support_hours().as_str(), l.support_hours_help().as_str()),
            Field::Ticks {
                name: "kind",
                label: l.support_kinds().as_str(),
                help: l.support_kinds_help().as_str(),
                options: cx.r.offered().map(kind).collect(),
            },
            Field::maybe("source", l.admin_source().as_str(), l.admin_source_help().as_str()),
            short(
                "verified_on",
                l.admin_verified_on().as_str(),
                l.admin_verified_help().as_str().to_owned(),
                "date",
                true,
            ),
            Field::number("position", l.admin_position().as_str(), l.admin_position_help().as_str()),
            Field::Check {
                name: "active",
                label: l.admin_active().as_str(),
                help: l.admin_active_help().as_str().to_owned(),
            },
        ]
    }

    fn parse(form: &mut Form, r: &Reference, id: Option<SupportServiceId>) -> Option<SupportValue> {
        let (name_fr, name_bm) = (form.line("name_fr", 2, 120), form.line("name_bm", 2, 120));
        let (what_fr, what_bm) = (form.line("what_fr", 2, 200), form.line("what_bm", 2, 200));
        let phone = form.line("phone", 2, 30);
        if phone.as_ref().is_some_and(|n| !n.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+'))) {
            form.fail("phone", L::admin_number_slip);
        }
        let (place, hours) = (form.line("place", 0, 200), form.line("hours", 0, 120));
        let mut kinds: Vec<CategoryId> =
            form.all("kind").iter().filter_map(|c| c.parse().ok()).filter(|c| r.category(*c).is_some()).collect();
        kinds.sort_by_key(|id| r.categories.iter().position(|c| c.id == *id));
        kinds.dedup();
        let source = form.line("source", 0, 200);
        let verified_on =
            if form.value("verified_on").is_empty() { Some(None) } else { form.day("verified_on").map(Some) };
        let position = form.number("position", 0, 9999);
        let active = form.ticked("active");
        let verified_on = verified_on?;
        // Once somebody called it, it is a sample no more.
        let sample = id.and_then(|id| service(r, id)).is_some_and(|s| s.sample) && verified_on.is_none();
        let row = SupportRow {
            name_fr: name_fr?,
            name_bm: name_bm?,
            what_fr: what_fr?,
            what_bm: what_bm?,
            phone: phone?,
            place: place?,
            hours: hours?,
            source: source?,
            verified_on,
            sample,
            position: position?,
            active,
        };
        Some(SupportValue { row, kinds })
    }

    fn insert(tx: &mut Tx<'_>, id: SupportServiceId, _: &str, value: &SupportValue) -> Result<()> {
        store::insert_support(tx, id, &value.row)?;
        store::support_with(tx, id, &value.kinds)
    }

    fn update(tx: &mut Tx<'_>, id: SupportServiceId, value: &SupportValue) -> Result<()> {
        store::update_support(tx, id, &value.row)?;
        store::support_with(tx, id, &value.kinds)
    }
}
