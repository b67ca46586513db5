//! Services that concerns are referred to.

use super::kind::{Facts, Kind, Words, yes};
use super::store::{self, PartnerRow};
use crate::admin::view::{Field, Row};
use crate::areas::{Partner, Reference};
use crate::base::{self, Lang, PartnerId};
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::L;
use crate::urls;
use crate::web::{Cx, Form};

/// The kind.
pub(super) struct Partners;

/// A service, and whether it may be given what is sealed.
#[derive(Debug, Clone)]
pub(super) struct PartnerValue {
    row: PartnerRow,
    sealed: bool,
}

impl Kind for Partners {
    type Noun = base::Partner;
    type Value = PartnerValue;
    const WORD: &'static str = "partner";

    fn words(l: L) -> Words {
        Words { list: l.admin_partners(), lead: l.admin_partners_lead(), new: l.admin_partner_new() }
    }

    fn list_url(lang: Lang) -> String {
        urls::admin_partners(lang)
    }

    fn new_url(lang: Lang) -> String {
        urls::admin_partner_new(lang)
    }

    fn url(lang: Lang, id: PartnerId) -> String {
        urls::admin_partner(lang, id)
    }

    fn columns(l: L) -> Vec<&'static str> {
        vec![l.admin_kind().as_str()]
    }

    fn rows(cx: &Cx) -> Vec<Row> {
        let row = |p: &Partner| Row {
            id: p.id.raw(),
            url: urls::admin_partner(cx.lang(), p.id),
            icon: None,
            name: p.name(cx.lang()).to_owned(),
            cells: vec![p.kind.clone()],
            active: p.active,
        };
        cx.r.partners.iter().map(row).collect()
    }

    fn stored(r: &Reference, id: PartnerId) -> Option<PartnerValue> {
        let row = |p: &Partner| PartnerRow {
            name_fr: p.name_fr.clone(),
            name_bm: p.name_bm.clone(),
            kind: p.kind.clone(),
            active: p.active,
        };
        r.partner(id).map(|p| PartnerValue { row: row(p), sealed: r.sealed_partners.contains(&id) })
    }

    fn name(value: &PartnerValue) -> &str {
        &value.row.name_fr
    }

    fn mark(r: &Reference, id: PartnerId) -> String {
        r.partner(id).map_or_else(|| id.to_string(), |p| p.slug.clone())
    }

    fn taken(r: &Reference, slug: &str) -> bool {
        r.partners.iter().any(|p| p.slug == slug)
    }

    fn facts(_: &Reference, v: &PartnerValue) -> Facts {
        vec![
            ("name_fr", v.row.name_fr.clone()),
            ("name_bm", v.row.name_bm.clone()),
            ("kind", v.row.kind.clone()),
            ("sealed", yes(v.sealed)),
            ("active", yes(v.row.active)),
        ]
    }

    fn blank(_: &Cx) -> Form {
        Form::filled([("active", "yes".into())])
    }

    fn fill(v: &PartnerValue) -> Form {
        let row = &v.row;
        let lines = [("name_fr", row.name_fr.clone()), ("name_bm", row.name_bm.clone()), ("kind", row.kind.clone())];
        let flag = |name, flag: bool| flag.then(|| (name, "yes".to_owned()));
        Form::filled(lines.into_iter().chain(flag("sealed", v.sealed)).chain(flag("active", row.active)))
    }

    fn fields(cx: &Cx, _: &Form, _: Option<PartnerId>) -> Vec<Field> {
        let l = cx.l;
        vec![
            Field::line("name_fr", l.admin_name_fr().as_str()),
            Field::line("name_bm", l.admin_name_bm().as_str()),
            Field::Line {
                name: "kind",
                label: l.admin_kind().as_str(),
                help: l.admin_partner_kind_help().as_str().to_owned(),
                kind: "text",
                optional: false,
                attrs: "",
            },
            Field::Check {
                name: "sealed",
                label: l.sealed_partner().as_str(),
                help: l.sealed_partner_help().as_str().to_owned(),
            },
            Field::Check {
                name: "active",
                label: l.admin_active().as_str(),
                help: l.admin_active_help().as_str().to_owned(),
            },
        ]
    }

    fn parse(form: &mut Form, _: &Reference, _: Option<PartnerId>) -> Option<PartnerValue> {
        let (name_fr, name_bm) = (form.line("name_fr", 2, 120), form.line("name_bm", 2, 120));
        let kind = form.line("kind", 2, 40);
        let (sealed, active) = (form.ticked("sealed"), form.ticked("active"));
        let row = PartnerRow { name_fr: name_fr?, name_bm: name_bm?, kind: kind?, active };
        Some(PartnerValue { row, sealed })
    }

    fn insert(tx: &mut Tx<'_>, id: PartnerId, slug: &str, value: &PartnerValue) -> Result<()> {
        store::insert_partner(tx, id, slug, &value.row)?;
        store::set_sealed(tx, id, value.sealed)
    }

    fn update(tx: &mut Tx<'_>, id: PartnerId, value: &PartnerValue) -> Result<()> {
        store::update_partner(tx, id, &value.row)?;
        store::set_sealed(tx, id, value.sealed)
    }
}
