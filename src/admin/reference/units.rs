//! Police units, and the quartiers they answer for.

use super::kind::{Facts, Kind, Words, yes};
use super::model::SET;
use super::store::{self, UnitRow};
use crate::admin::view::{Field, Group, Place, Row};
use crate::areas::store::load;
use crate::areas::{Area, AreaKind, Category, Reference, Unit};
use crate::base::{self, Actor, AreaId, CategoryId, Lang, UnitId};
use crate::concerns;
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::urls;
use crate::web::{Cx, Form};

/// The kind.
pub(super) struct Units;

/// A unit and the places whose general rule leads to it.
#[derive(Debug, Clone)]
pub(super) struct UnitValue {
    row: UnitRow,
    places: Vec<AreaId>,
    /// Sealed kinds it is the desk of.
    desk: Vec<CategoryId>,
}

fn places_of(r: &Reference, unit: UnitId) -> Vec<AreaId> {
    let general = r.routings.iter().filter(|rule| rule.category_id.is_none() && rule.unit_id == unit);
    general.map(|rule| rule.area_id).collect()
}

fn desk_of(r: &Reference, unit: UnitId) -> Vec<CategoryId> {
    r.categories.iter().map(|c| c.id).filter(|c| r.desks.get(c) == Some(&unit)).collect()
}

/// Sealed kinds, each with whose desk it is today when that is another's.
fn kinds(cx: &Cx, form: &Form, id: Option<UnitId>) -> Vec<(String, String, bool)> {
    let ticked = form.all("desk");
    let word = |c: &Category| {
        let name = c.name(cx.lang());
        match cx.r.desk_of(c.id).filter(|unit| Some(*unit) != id) {
            Some(unit) => format!("{name} ({})", cx.l.admin_now_answers(cx.r.unit_name(unit))),
            None => name.to_owned(),
        }
    };
    let sealed = cx.r.categories.iter().filter(|c| c.is_sealed());
    sealed.map(|c| (c.id.to_string(), word(c), ticked.contains(&c.id.to_string().as_str()))).collect()
}

/// Who answers in general for a place, if a rule says so.
fn answers(r: &Reference, area: AreaId) -> Option<UnitId> {
    r.routings.iter().find(|rule| rule.area_id == area && rule.category_id.is_none()).map(|rule| rule.unit_id)
}

fn groups(cx: &Cx, form: &Form, id: Option<UnitId>) -> Vec<Group> {
    let ticked = form.all("place");
    let place = |a: &Area, name: String| {
        let place = a.id.to_string();
        let other = answers(&cx.r, a.id).filter(|unit| Some(*unit) != id);
        Place {
            ticked: ticked.contains(&place.as_str()),
            note: other.map_or(String::new(), |unit| cx.l.admin_now_answers(cx.r.unit_name(unit))),
            id: place,
            name,
        }
    };
    let group = |commune: &Area| {
        let whole = place(commune, cx.l.admin_whole_commune().as_str().to_owned());
        let quartiers = cx.r.quartiers(commune.id).map(|a| place(a, a.name.clone()));
        let places: Vec<Place> = std::iter::once(whole).chain(quartiers).collect();
        Group { commune: commune.name.clone(), ticked: places.iter().filter(|p| p.ticked).count(), places }
    };
    cx.r.communes().map(group).collect()
}

/// True when the form offers the place.
fn shown(r: &Reference, area: &Area) -> bool {
    area.active && (area.kind == AreaKind::Commune || r.commune_of(area.id).is_some_and(|c| c.active))
}

impl Kind for Units {
    type Noun = base::Unit;
    type Value = UnitValue;
    const WORD: &'static str = "unit";

    fn words(l: L) -> Words {
        Words { list: l.admin_units(), lead: l.admin_units_lead(), new: l.admin_unit_new() }
    }

    fn list_url(lang: Lang) -> String {
        urls::admin_units(lang)
    }

    fn new_url(lang: Lang) -> String {
        urls::admin_unit_new(lang)
    }

    fn url(lang: Lang, id: UnitId) -> String {
        urls::admin_unit(lang, id)
    }

    fn columns(l: L) -> Vec<&'static str> {
        vec![l.admin_commune().as_str(), l.admin_phone().as_str(), l.admin_answers_for().as_str()]
    }

    fn rows(cx: &Cx) -> Vec<Row> {
        let place = |u: &Unit| match (u.district_desk, u.area_id) {
            (true, _) => cx.l.admin_desk_short().as_str().to_owned(),
            (false, Some(area)) => cx.r.area_name(area).to_owned(),
            (false, None) => "–".into(),
        };
        let row = |u: &Unit| Row {
            id: u.id.raw(),
            url: urls::admin_unit(cx.lang(), u.id),
            icon: None,
            name: u.name.clone(),
            cells: vec![place(u), u.phone.clone(), cx.l.admin_n_places(places_of(&cx.r, u.id).len())],
            active: u.active,
        };
        cx.r.units.iter().map(row).collect()
    }

    fn stored(r: &Reference, id: UnitId) -> Option<UnitValue> {
        r.unit(id).map(|u| UnitValue {
            row: UnitRow {
                name: u.name.clone(),
                area_id: u.area_id,
                address: u.address.clone(),
                phone: u.phone.clone(),
                focal_point: u.focal_point.clone(),
                district_desk: u.district_desk,
                active: u.active,
                phone_verified_on: u.phone_verified_on,
                sample: u.sample,
            },
            places: places_of(r, id),
            desk: desk_of(r, id),
        })
    }

    fn name(value: &UnitValue) -> &str {
        &value.row.name
    }

    fn mark(r: &Reference, id: UnitId) -> String {
        r.unit(id).map_or_else(|| id.to_string(), |u| u.slug.clone())
    }

    fn taken(r: &Reference, slug: &str) -> bool {
        r.unit_at(slug).is_some()
    }

    fn facts(r: &Reference, v: &UnitValue) -> Facts {
        let mut places: Vec<&str> = v.places.iter().filter_map(|p| r.area(*p)).map(|a| a.slug.as_str()).collect();
        places.sort_unstable();
        vec![
            ("name", v.row.name.clone()),
            ("commune", v.row.area_id.map_or(String::new(), |a| r.area_name(a).to_owned())),
            ("address", v.row.address.clone()),
            ("phone", v.row.phone.clone()),
            ("phone_verified_on", v.row.phone_verified_on.map_or(String::new(), |day| day.to_string())),
            ("focal_point", v.row.focal_point.clone()),
            ("district_desk", yes(v.row.district_desk)),
            ("active", yes(v.row.active)),
            (
                "desk",
                v.desk.iter().filter_map(|c| r.category(*c)).map(|c| c.slug.as_str()).collect::<Vec<_>>().join(" "),
            ),
            (SET, places.join(" ")),
        ]
    }

    fn blank(_: &Cx) -> Form {
        Form::filled([("active", "yes".into())])
    }

    fn fill(v: &UnitValue) -> Form {
        let flag = |name, flag: bool| flag.then(|| (name, "yes".to_owned()));
        let lines = [
            ("name", v.row.name.clone()),
            ("area", v.row.area_id.map_or(String::new(), |a| a.to_string())),
            ("address", v.row.address.clone()),
            ("phone", v.row.phone.clone()),
            ("phone_verified_on", v.row.phone_verified_on.map_or(String::new(), |day| day.to_string())),
            ("focal_point", v.row.focal_point.clone()),
        ];
        let flags = [flag("district_desk", v.row.district_desk), flag("active", v.row.active)];
        let places = v.places.iter().map(|p| ("place", p.to_string()));
        let desk = v.desk.iter().map(|c| ("desk", c.to_string()));
        Form::filled(lines.into_iter().chain(flags.into_iter().flatten()).chain(places).chain(desk))
    }

    fn fields(cx: &Cx, form: &Form, id: Option<UnitId>) -> Vec<Field> {
        let l = cx.l;
        let communes = cx.r.communes().map(|c| (c.id.to_string(), c.name.clone()));
        vec![
            Field::line("name", l.admin_name().as_str()),
            Field::Select {
                name: "area",
                label: l.admin_commune().as_str(),
                help: String::new(),
                optional: true,
                empty: l.admin_district().as_str(),
                options: communes.collect(),
            },
            Field::line("address", l.admin_address().as_str()),
            Field::Line {
                name: "phone",
                label: l.admin_phone().as_str(),
                help: String::new(),
                kind: "tel",
                optional: false,
                attrs: "class=\"short\"",
            },
            Field::Line {
                name: "phone_verified_on",
                label: l.unit_phone_verified().as_str(),
                help: l.unit_phone_help().as_str().to_owned(),
                kind: "date",
                optional: true,
                attrs: "class=\"short\"",
            },
            Field::maybe("focal_point", l.admin_focal_point().as_str(), l.admin_focal_help().as_str()),
            Field::Places {
                name: "place",
                label: l.admin_answers_for().as_str(),
                help: l.admin_answers_help().as_str(),
                groups: groups(cx, form, id),
            },
            Field::Ticks {
                name: "desk",
                label: l.sealed_desk().as_str(),
                help: l.sealed_desk_help().as_str(),
                options: kinds(cx, form, id),
            },
            Field::Check {
                name: "district_desk",
                label: l.admin_desk().as_str(),
                help: l.admin_desk_help().as_str().to_owned(),
            },
            Field::Check {
                name: "active",
                label: l.admin_active().as_str(),
                help: l.admin_active_help().as_str().to_owned(),
            },
        ]
    }

    fn parse(form: &mut Form, r: &Reference, id: Option<UnitId>) -> Option<UnitValue> {
        let name = form.line("name", 2, 120);
        let commune = |id: &AreaId| r.area(*id).is_some_and(|a| a.kind == AreaKind::Commune);
        let area_id = form.pick_maybe("area", |text| text.parse().ok().filter(commune));
        let address = form.line("address", 2, 200);
        let phone = form.line("phone", 2, 40);
        let verified = match form.value("phone_verified_on") {
            "" => Some(None),
            _ => form.day("phone_verified_on").map(Some),
        };
        let focal_point = form.line("focal_point", 0, 120);
        let (district_desk, active) = (form.ticked("district_desk"), form.ticked("active"));
        let was_desk = id.and_then(|id| r.unit(id)).is_some_and(|u| u.district_desk);
        if was_desk && !district_desk {
            form.fail("district_desk", L::admin_desk_stays);
        }
        if (was_desk || district_desk) && !active {
            form.fail("active", L::admin_desk_active);
        }
        let known = |id: &AreaId| r.area(*id).is_some_and(|a| a.kind != AreaKind::District);
        let mut places: Vec<AreaId> = form.all("place").iter().filter_map(|p| p.parse().ok()).filter(known).collect();
        // A place out of service is not shown, and keeps its rule for the day it returns.
        let hidden = id.map_or_else(Vec::new, |id| places_of(r, id));
        places.extend(hidden.into_iter().filter(|p| r.area(*p).is_some_and(|a| !shown(r, a))));
        places.sort_unstable();
        places.dedup();
        let sealed = |id: &CategoryId| r.category(*id).is_some_and(Category::is_sealed);
        let mut desk: Vec<CategoryId> = form.all("desk").iter().filter_map(|c| c.parse().ok()).filter(sealed).collect();
        // A kind that is sealed no more keeps its desk for what was told to it.
        desk.extend(id.map_or_else(Vec::new, |id| desk_of(r, id)).into_iter().filter(|c| !sealed(c)));
        desk.sort_by_key(|id| r.categories.iter().position(|c| c.id == *id));
        desk.dedup();
        // Another number is another one to call; once somebody called it, it is a sample no more.
        let same = id.and_then(|id| r.unit(id)).filter(|u| phone.as_ref() == Some(&u.phone));
        let verified = verified?;
        let kept = same.is_some()
            || id.is_none()
            || verified != id.and_then(|id| r.unit(id)).and_then(|u| u.phone_verified_on);
        let phone_verified_on = verified.filter(|_| kept);
        let sample = same.is_some_and(|u| u.sample) && phone_verified_on.is_none();
        let row = UnitRow {
            name: name?,
            area_id: area_id?,
            address: address?,
            phone: phone?,
            focal_point: focal_point?,
            district_desk,
            active,
            phone_verified_on,
            sample,
        };
        Some(UnitValue { row, places, desk })
    }

    /// There is always exactly one desk of the district.
    fn rule(r: &Reference, id: Option<UnitId>, value: &mut UnitValue) -> Result<()> {
        let another = r.units.iter().any(|u| u.district_desk && u.active && Some(u.id) != id);
        if !value.row.district_desk && !another && value.row.active {
            value.row.district_desk = true;
        }
        let serves = value.row.district_desk && value.row.active;
        if another || serves { Ok(()) } else { Err(Error::BadRequest("the district needs a desk")) }
    }

    fn insert(tx: &mut Tx<'_>, id: UnitId, slug: &str, value: &UnitValue) -> Result<()> {
        store::insert_unit(tx, id, slug, &value.row)?;
        spread(tx, id, value)
    }

    fn update(tx: &mut Tx<'_>, id: UnitId, value: &UnitValue) -> Result<()> {
        store::update_unit(tx, id, &value.row)?;
        spread(tx, id, value)
    }
}

fn spread(tx: &mut Tx<'_>, id: UnitId, value: &UnitValue) -> Result<()> {
    if value.row.district_desk {
        store::sole_desk(tx, id)?;
    }
    store::answer_for(tx, id, &value.places)?;
    store::desk_of(tx, id, &value.desk)?;
    // What is sealed stands with its desk from this very deed on.
    let r = load(tx.conn)?;
    concerns::settle_sealed(tx, &Actor::System, &r)
}
