//! Neighbourhood committees.

use super::kind::{Facts, Kind, Words, yes};
use super::store::{self, CommitteeRow};
use crate::admin::view::{Field, Row};
use crate::areas::{AreaKind, Committee, CommitteeKind, Reference};
use crate::base::{self, AreaId, CommitteeId, Lang};
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::L;
use crate::urls;
use crate::web::{Cx, Form};

/// The kind.
pub(super) struct Committees;

fn kind_words(l: L, kind: CommitteeKind) -> (&'static str, &'static str) {
    match kind {
        CommitteeKind::Ccs => (l.admin_kind_ccs().as_str(), l.admin_kind_ccs_why().as_str()),
        CommitteeKind::Quartier => (l.admin_kind_quartier().as_str(), l.admin_kind_quartier_why().as_str()),
    }
}

/// Communes, each followed by its quartiers, for a list to choose from.
pub(super) fn place_options(r: &Reference) -> Vec<(String, String)> {
    let of = |commune: &crate::areas::Area| {
        let quartiers = r.quartiers(commune.id).map(|a| (a.id.to_string(), format!("{} – {}", commune.name, a.name)));
        std::iter::once((commune.id.to_string(), commune.name.clone())).chain(quartiers).collect::<Vec<_>>()
    };
    r.communes().flat_map(of).collect()
}

/// Reads what was chosen there.
pub(super) fn pick_place(form: &mut Form, name: &'static str, r: &Reference) -> Option<AreaId> {
    let place = |id: &AreaId| r.area(*id).is_some_and(|a| a.kind != AreaKind::District);
    form.pick(name, |text| text.parse().ok().filter(place))
}

impl Kind for Committees {
    type Noun = base::Committee;
    type Value = CommitteeRow;
    const WORD: &'static str = "committee";

    fn words(l: L) -> Words {
        Words { list: l.admin_committees(), lead: l.admin_committees_lead(), new: l.admin_committee_new() }
    }

    fn list_url(lang: Lang) -> String {
        urls::admin_committees(lang)
    }

    fn new_url(lang: Lang) -> String {
        urls::admin_committee_new(lang)
    }

    fn url(lang: Lang, id: CommitteeId) -> String {
        urls::admin_committee(lang, id)
    }

    fn columns(l: L) -> Vec<&'static str> {
        vec![l.admin_area().as_str(), l.admin_kind().as_str()]
    }

    fn rows(cx: &Cx) -> Vec<Row> {
        let row = |c: &Committee| Row {
            id: c.id.raw(),
            url: urls::admin_committee(cx.lang(), c.id),
            icon: None,
            name: c.name(cx.lang()).to_owned(),
            cells: vec![cx.r.place_name(c.area_id), kind_words(cx.l, c.kind).0.to_owned()],
            active: c.active,
        };
        cx.r.committees.iter().map(row).collect()
    }

    fn stored(r: &Reference, id: CommitteeId) -> Option<CommitteeRow> {
        r.committee(id).map(|c| CommitteeRow {
            name_fr: c.name_fr.clone(),
            name_bm: c.name_bm.clone(),
            area_id: c.area_id,
            kind: c.kind,
            active: c.active,
        })
    }

    fn name(value: &CommitteeRow) -> &str {
        &value.name_fr
    }

    fn mark(r: &Reference, id: CommitteeId) -> String {
        r.committee(id).map_or_else(|| id.to_string(), |c| c.slug.clone())
    }

    fn taken(r: &Reference, slug: &str) -> bool {
        r.committee_at(slug).is_some()
    }

    fn facts(r: &Reference, v: &CommitteeRow) -> Facts {
        vec![
            ("name_fr", v.name_fr.clone()),
            ("name_bm", v.name_bm.clone()),
            ("area", r.area(v.area_id).map_or(String::new(), |a| a.slug.clone())),
            ("kind", v.kind.to_string()),
            ("active", yes(v.active)),
        ]
    }

    fn blank(_: &Cx) -> Form {
        Form::filled([("kind", CommitteeKind::Quartier.to_string()), ("active", "yes".into())])
    }

    fn fill(v: &CommitteeRow) -> Form {
        let lines = [
            ("name_fr", v.name_fr.clone()),
            ("name_bm", v.name_bm.clone()),
            ("area", v.area_id.to_string()),
            ("kind", v.kind.to_string()),
        ];
        Form::filled(lines.into_iter().chain(v.active.then(|| ("active", "yes".to_owned()))))
    }

    fn fields(cx: &Cx, _: &Form, _: Option<CommitteeId>) -> Vec<Field> {
        let l = cx.l;
        let kinds = CommitteeKind::ALL.iter().map(|kind| {
            let (word, why) = kind_words(l, *kind);
            (kind.to_string(), word.to_owned(), why.to_owned())
        });
        vec![
            Field::line("name_fr", l.admin_name_fr().as_str()),
            Field::line("name_bm", l.admin_name_bm().as_str()),
            Field::Select {
                name: "area",
                label: l.admin_area().as_str(),
                help: String::new(),
                optional: false,
                empty: l.admin_choose().as_str(),
                options: place_options(&cx.r),
            },
            Field::Radios { name: "kind", label: l.admin_kind().as_str(), options: kinds.collect() },
            Field::Check {
                name: "active",
                label: l.admin_active().as_str(),
                help: l.admin_active_help().as_str().to_owned(),
            },
        ]
    }

    fn parse(form: &mut Form, r: &Reference, _: Option<CommitteeId>) -> Option<CommitteeRow> {
        let (name_fr, name_bm) = (form.line("name_fr", 2, 120), form.line("name_bm", 2, 120));
        let area_id = pick_place(form, "area", r);
        let kind = form.pick("kind", CommitteeKind::parse);
        let active = form.ticked("active");
        Some(CommitteeRow { name_fr: name_fr?, name_bm: name_bm?, area_id: area_id?, kind: kind?, active })
    }

    fn insert(tx: &mut Tx<'_>, id: CommitteeId, slug: &str, value: &CommitteeRow) -> Result<()> {
        store::insert_committee(tx, id, slug, value)
    }

    fn update(tx: &mut Tx<'_>, id: CommitteeId, value: &CommitteeRow) -> Result<()> {
        store::update_committee(tx, id, value)
    }
}
