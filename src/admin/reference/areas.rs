//! Communes and quartiers.

use super::kind::{Facts, Kind, Words, yes};
use super::store::{self, AreaRow};
use crate::admin::view::{Field, Row, Tab};
use crate::areas::{Area, AreaKind, Reference};
use crate::base::{self, AreaId, Lang, fold};
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::L;
use crate::urls;
use crate::web::{Cx, Form};

/// The kind.
pub(super) struct Areas;

/// The part of the list that holds the communes themselves.
const COMMUNES: &str = "communes";

/// The commune whose quartiers are listed; the first one at first.
fn listed(cx: &Cx) -> Option<&Area> {
    let asked = cx.query("commune");
    let mut communes = cx.r.areas.iter().filter(|a| a.kind == AreaKind::Commune);
    if asked == COMMUNES { None } else { communes.clone().find(|c| c.slug == asked).or_else(|| communes.next()) }
}

impl Kind for Areas {
    type Noun = base::Area;
    type Value = AreaRow;
    const WORD: &'static str = "area";

    fn words(l: L) -> Words {
        Words { list: l.admin_areas(), lead: l.admin_areas_lead(), new: l.admin_area_new() }
    }

    fn list_url(lang: Lang) -> String {
        urls::admin_areas(lang)
    }

    fn new_url(lang: Lang) -> String {
        urls::admin_area_new(lang)
    }

    fn url(lang: Lang, id: AreaId) -> String {
        urls::admin_area(lang, id)
    }

    fn tabs(cx: &Cx) -> Vec<Tab> {
        let here = listed(cx).map(|c| c.id);
        let tab = |slug: &str, word: String, here| Tab {
            url: urls::with_query(urls::admin_areas(cx.lang()), &[("commune", slug)]),
            word,
            here,
        };
        let communes = cx.r.areas.iter().filter(|a| a.kind == AreaKind::Commune);
        communes
            .map(|c| tab(&c.slug, c.name.clone(), here == Some(c.id)))
            .chain([tab(COMMUNES, cx.l.admin_communes().as_str().to_owned(), here.is_none())])
            .collect()
    }

    fn columns(l: L) -> Vec<&'static str> {
        vec![l.admin_alt().as_str(), l.admin_position().as_str()]
    }

    fn rows(cx: &Cx) -> Vec<Row> {
        let commune = listed(cx).map(|c| c.id);
        let wanted = |a: &&Area| match commune {
            Some(commune) => a.kind == AreaKind::Quartier && a.parent_id == Some(commune),
            None => a.kind != AreaKind::Quartier,
        };
        let row = |a: &Area| Row {
            id: a.id.raw(),
            url: urls::admin_area(cx.lang(), a.id),
            icon: None,
            name: a.name.clone(),
            cells: vec![a.alt.clone(), a.position.to_string()],
            active: a.active,
        };
        cx.r.areas.iter().filter(wanted).map(row).collect()
    }

    fn stored(r: &Reference, id: AreaId) -> Option<AreaRow> {
        r.area(id).map(|a| AreaRow {
            kind: a.kind,
            parent_id: a.parent_id,
            name: a.name.clone(),
            alt: a.alt.clone(),
            folded: fold(&format!("{} {}", a.name, a.alt)),
            position: a.position,
            active: a.active,
        })
    }

    fn name(value: &AreaRow) -> &str {
        &value.name
    }

    fn mark(r: &Reference, id: AreaId) -> String {
        r.area(id).map_or_else(|| id.to_string(), |a| a.slug.clone())
    }

    fn taken(r: &Reference, slug: &str) -> bool {
        r.area_at(slug).is_some()
    }

    fn facts(r: &Reference, v: &AreaRow) -> Facts {
        vec![
            ("kind", v.kind.to_string()),
            ("commune", v.parent_id.map_or(String::new(), |p| r.area_name(p).to_owned())),
            ("name", v.name.clone()),
            ("alt", v.alt.clone()),
            ("position", v.position.to_string()),
            ("active", yes(v.active)),
        ]
    }

    fn blank(cx: &Cx) -> Form {
        let commune = cx.r.area_at(cx.query("commune")).map_or(String::new(), |c| c.id.to_string());
        Form::filled([("parent", commune), ("position", "0".into()), ("active", "yes".into())])
    }

    fn fill(v: &AreaRow) -> Form {
        let mut form = Form::filled([
            ("name", v.name.clone()),
            ("alt", v.alt.clone()),
            ("parent", v.parent_id.map_or(String::new(), |p| p.to_string())),
            ("position", v.position.to_string()),
        ]);
        if v.active {
            form.preset("active", "yes");
        }
        form
    }

    fn fields(cx: &Cx, _: &Form, id: Option<AreaId>) -> Vec<Field> {
        let l = cx.l;
        let mut fields = vec![
            Field::line("name", l.admin_name().as_str()),
            Field::maybe("alt", l.admin_alt().as_str(), l.admin_alt_help().as_str()),
        ];
        // A commune stays a commune: only quartiers lie in one.
        if id.and_then(|id| cx.r.area(id)).is_none_or(|a| a.kind == AreaKind::Quartier) {
            let communes = cx.r.areas.iter().filter(|a| a.kind == AreaKind::Commune);
            fields.push(Field::Select {
                name: "parent",
                label: l.admin_commune().as_str(),
                help: String::new(),
                optional: false,
                empty: l.admin_choose().as_str(),
                options: communes.map(|c| (c.id.to_string(), c.name.clone())).collect(),
            });
        }
        fields.push(Field::number("position", l.admin_position().as_str(), l.admin_position_help().as_str()));
        fields.push(Field::Check {
            name: "active",
            label: l.admin_active().as_str(),
            help: l.admin_active_help().as_str().to_owned(),
        });
        fields
    }

    fn parse(form: &mut Form, r: &Reference, id: Option<AreaId>) -> Option<AreaRow> {
        let before = id.and_then(|id| r.area(id));
        let kind = before.map_or(AreaKind::Quartier, |a| a.kind);
        let name = form.line("name", 2, 80);
        let alt = form.line("alt", 0, 200);
        let parent_id = match kind {
            AreaKind::Quartier => {
                let commune = |id: &AreaId| r.area(*id).is_some_and(|a| a.kind == AreaKind::Commune);
                form.pick("parent", |text| text.parse().ok().filter(commune)).map(Some)
            }
            AreaKind::Commune | AreaKind::District => Some(before.and_then(|a| a.parent_id)),
        };
        let position = form.number("position", 0, 9999);
        let active = form.ticked("active");
        let (name, alt) = (name?, alt?);
        let folded = fold(&format!("{name} {alt}"));
        Some(AreaRow { kind, parent_id: parent_id?, folded, name, alt, position: position?, active })
    }

    fn insert(tx: &mut Tx<'_>, id: AreaId, slug: &str, value: &AreaRow) -> Result<()> {
        store::insert_area(tx, id, slug, value)
    }

    fn update(tx: &mut Tx<'_>, id: AreaId, value: &AreaRow) -> Result<()> {
        store::update_area(tx, id, value)
    }
}
