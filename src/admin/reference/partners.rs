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

impl Kind for Partners {
    type Noun = base::Partner;
    type Value = PartnerRow;
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

    fn stored(r: &Reference, id: PartnerId) -> Option<PartnerRow> {
        r.partner(id).map(|p| PartnerRow {
            name_fr: p.name_fr.clone(),
            name_bm: p.name_bm.clone(),
            kind: p.kind.clone(),
            active: p.active,
        })
    }

    fn name(value: &PartnerRow) -> &str {
        &value.name_fr
    }

    fn mark(r: &Reference, id: PartnerId) -> String {
        r.partner(id).map_or_else(|| id.to_string(), |p| p.slug.clone())
    }

    fn taken(r: &Reference, slug: &str) -> bool {
        r.partners.iter().any(|p| p.slug == slug)
    }

    fn facts(_: &Reference, v: &PartnerRow) -> Facts {
        vec![
            ("name_fr", v.name_fr.clone()),
            ("name_bm", v.name_bm.clone()),
            ("kind", v.kind.clone()),
            ("active", yes(v.active)),
        ]
    }

    fn blank(_: &Cx) -> Form {
        Form::filled([("active", "yes".into())])
    }

    fn fill(v: &PartnerRow) -> Form {
        let lines = [("name_fr", v.name_fr.clone()), ("name_bm", v.name_bm.clone()), ("kind", v.kind.clone())];
        Form::filled(lines.into_iter().chain(v.active.then(|| ("active", "yes".to_owned()))))
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
                name: "active",
                label: l.admin_active().as_str(),
                help: l.admin_active_help().as_str().to_owned(),
            },
        ]
    }

    fn parse(form: &mut Form, _: &Reference, _: Option<PartnerId>) -> Option<PartnerRow> {
        let (name_fr, name_bm) = (form.line("name_fr", 2, 120), form.line("name_bm", 2, 120));
        let kind = form.line("kind", 2, 40);
        let active = form.ticked("active");
        Some(PartnerRow { name_fr: name_fr?, name_bm: name_bm?, kind: kind?, active })
    }

    fn insert(tx: &mut Tx<'_>, id: PartnerId, slug: &str, value: &PartnerRow) -> Result<()> {
        store::insert_partner(tx, id, slug, value)
    }

    fn update(tx: &mut Tx<'_>, id: PartnerId, value: &PartnerRow) -> Result<()> {
        store::update_partner(tx, id, value)
    }
}
