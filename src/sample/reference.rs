//! Reference data as files hold it, and how it enters the tables: new rows by their slug, known ones mended. Each loading
//! moves the reference's version and is one row of the ledger.

use std::collections::HashMap;

use diesel::prelude::*;
use serde::Deserialize;

use crate::areas::{AreaKind, CommitteeKind, Purpose, QuestionKind, store::touch};
use crate::base::{
    Actor, Area, AreaId, Category, CategoryId, Committee, Day, EmergencyNumber, Holiday, Id, Lang, Partner, Question,
    Route, SupportService, Template, Unit, UnitId, WatchWord, fold, slug,
};
use crate::db::Tx;
use crate::db::schema::{
    areas, categories, category_desks, committees, emergency_numbers, holidays, partners, questions, reply_templates,
    routings, sealed_partners, support_categories, support_services, units, watch_words,
};
use crate::error::{Error, Result};
use crate::ledger;
use crate::policy::Audience;

const REFERENCE: &str = include_str!("reference.json");
const BAMAKO: &str = include_str!("bamako.geojson");

/// The whole of `reference.json`.
#[derive(Debug, Deserialize)]
pub(super) struct File {
    pub(super) categories: Vec<CategoryRow>,
    pub(super) units: Vec<UnitRow>,
    committees: Vec<CommitteeRow>,
    partners: Vec<PartnerRow>,
    emergency_numbers: Vec<NumberRow>,
    holidays: Vec<HolidayRow>,
    watched: Vec<WatchedRow>,
    support_services: Vec<SupportRow>,
    templates: Vec<ReplyRow>,
    questions: Vec<QuestionRow>,
}

/// A category.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct CategoryRow {
    pub(super) slug: String,
    pub(super) icon: String,
    pub(super) name_fr: String,
    #[serde(default)]
    pub(super) name_bm: String,
    #[serde(default)]
    pub(super) hint_fr: String,
    #[serde(default)]
    pub(super) hint_bm: String,
    pub(super) audience: Audience,
    #[serde(default)]
    pub(super) conduct: bool,
    pub(super) target_hours: i64,
}

/// A unit, and the places it answers for: the quartiers named, else its whole commune.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct UnitRow {
    pub(super) slug: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) commune: Option<String>,
    #[serde(default)]
    pub(super) address: String,
    #[serde(default)]
    pub(super) phone: String,
    #[serde(default)]
    pub(super) focal_point: String,
    #[serde(default)]
    pub(super) quartiers: Option<Vec<String>>,
    #[serde(default)]
    pub(super) district_desk: bool,
    /// Sealed kinds it is the desk of, by slug.
    #[serde(default)]
    pub(super) desk: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct CommitteeRow {
    slug: String,
    name_fr: String,
    name_bm: String,
    commune: String,
    kind: CommitteeKind,
}

#[derive(Debug, Deserialize)]
struct PartnerRow {
    slug: String,
    name_fr: String,
    name_bm: String,
    kind: String,
    /// True when it may be given what is sealed.
    #[serde(default)]
    sealed: bool,
}

#[derive(Debug, Deserialize)]
struct NumberRow {
    label_fr: String,
    label_bm: String,
    number: String,
    sample: bool,
}

#[derive(Debug, Deserialize)]
struct WatchedRow {
    lang: Lang,
    word: String,
}

#[derive(Debug, Deserialize)]
struct HolidayRow {
    name_fr: String,
    name_bm: String,
    day: String,
}

#[derive(Debug, Deserialize)]
struct SupportRow {
    name_fr: String,
    name_bm: String,
    what_fr: String,
    what_bm: String,
    phone: String,
    place: String,
    hours: String,
    kinds: Vec<String>,
}

/// A reply template.
#[derive(Debug, Deserialize)]
struct ReplyRow {
    slug: String,
    purpose: Purpose,
    name_fr: String,
    name_bm: String,
    body_fr: String,
    body_bm: String,
}

/// A question of a kind.
#[derive(Debug, Deserialize)]
struct QuestionRow {
    category: String,
    code: String,
    kind: QuestionKind,
    label_fr: String,
    label_bm: String,
    #[serde(default)]
    help_fr: String,
    #[serde(default)]
    help_bm: String,
    #[serde(default)]
    options_fr: Vec<String>,
    #[serde(default)]
    options_bm: Vec<String>,
}

/// A commune or quartier of a GeoJSON file, its outline as compact text.
#[derive(Debug, Clone)]
pub(super) struct AreaRow {
    kind: AreaKind,
    /// The name of what it lies in.
    within: Option<String>,
    name: String,
    alt: String,
    lon: Option<f64>,
    lat: Option<f64>,
    outline: Option<String>,
    position: i64,
}

#[derive(Deserialize)]
struct Features {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    #[serde(default)]
    geometry: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct Properties {
    kind: AreaKind,
    name: String,
    #[serde(default)]
    commune: Option<String>,
    #[serde(default)]
    number: Option<i64>,
    #[serde(default)]
    alt: Vec<String>,
    #[serde(default)]
    lon: Option<f64>,
    #[serde(default)]
    lat: Option<f64>,
}

/// Loads the program's own reference data: areas and categories, which are true everywhere in Bamako; with `sample`, the
/// invented units, committees, services and numbers too.
///
/// # Errors
/// When the database refuses.
pub fn load(tx: &mut Tx<'_>, sample: bool) -> Result<()> {
    let file: File = serde_json::from_str(REFERENCE).map_err(Error::internal)?;
    load_areas(tx, &read_areas(BAMAKO).map_err(Error::internal)?)?;
    load_categories(tx, &file.categories)?;
    load_questions(tx, &file.questions)?;
    if sample {
        load_units(tx, &file.units)?;
        load_holidays(tx, &file.holidays)?;
        load_watched(tx, &file.watched)?;
        load_the_rest(tx, &file)?;
    }
    loaded(tx, if sample { "sample" } else { "areas categories" })
}

/// Enters sample holidays, all yearly, where there are none.
fn load_holidays(tx: &mut Tx<'_>, rows: &[HolidayRow]) -> Result<()> {
    let known: i64 = holidays::table.count().get_result(tx.conn)?;
    for row in rows.iter().filter(|_| known == 0) {
        let day = Day::parse(&row.day).ok_or_else(|| Error::internal("a holiday of the sample has no day"))?;
        diesel::insert_into(holidays::table)
            .values((
                holidays::id.eq(tx.id::<Holiday>()),
                holidays::day.eq(day),
                holidays::yearly.eq(true),
                holidays::name_fr.eq(&row.name_fr),
                holidays::name_bm.eq(&row.name_bm),
                holidays::active.eq(true),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Enters a few words of the watch list where there are none.
fn load_watched(tx: &mut Tx<'_>, rows: &[WatchedRow]) -> Result<()> {
    let known: i64 = watch_words::table.count().get_result(tx.conn)?;
    for row in rows.iter().filter(|_| known == 0) {
        diesel::insert_into(watch_words::table)
            .values((
                watch_words::id.eq(tx.id::<WatchWord>()),
                watch_words::lang.eq(row.lang),
                watch_words::word.eq(&row.word),
                watch_words::folded.eq(fold(&row.word)),
                watch_words::active.eq(true),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Tells every node, and the ledger.
pub(super) fn loaded(tx: &mut Tx<'_>, what: &str) -> Result<()> {
    touch(tx)?;
    ledger::record(tx, &Actor::System, "reference.load", "reference", what)
}

/// Reads a GeoJSON file; the text of an error is one line.
pub(super) fn read_areas(text: &str) -> std::result::Result<Vec<AreaRow>, String> {
    let file: Features = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let mut rows: Vec<AreaRow> = Vec::with_capacity(file.features.len());
    for feature in file.features {
        let p = feature.properties;
        if p.kind == AreaKind::Quartier && p.commune.is_none() {
            return Err(format!("{}: a quartier needs its commune", p.name));
        }
        rows.push(AreaRow {
            kind: p.kind,
            within: p.commune,
            name: p.name,
            alt: p.alt.join(", "),
            lon: p.lon,
            lat: p.lat,
            outline: feature.geometry.filter(|g| !g.is_null()).map(|g| g.to_string()),
            position: p.number.unwrap_or(0),
        });
    }
    // Whoever holds others comes first.
    rows.sort_by_key(|row| row.kind);
    Ok(rows)
}

/// Ids of areas by folded name.
fn known_areas(tx: &mut Tx<'_>) -> Result<HashMap<String, AreaId>> {
    let rows: Vec<(AreaId, String)> = areas::table.select((areas::id, areas::name)).load(tx.conn)?;
    Ok(rows.into_iter().map(|(id, name)| (fold(&name), id)).collect())
}

fn area(known: &HashMap<String, AreaId>, who: &str, name: &str) -> Result<AreaId> {
    known.get(&fold(name)).copied().ok_or_else(|| Error::Internal(format!("{who}: there is no area « {name} »")))
}

/// Enters areas, those that hold others first.
pub(super) fn load_areas(tx: &mut Tx<'_>, rows: &[AreaRow]) -> Result<()> {
    let mut known = known_areas(tx)?;
    let district: Option<AreaId> =
        areas::table.filter(areas::kind.eq(AreaKind::District)).select(areas::id).first(tx.conn).optional()?;
    let mut district = district;
    for row in rows {
        let parent = match (row.kind, &row.within) {
            (AreaKind::Quartier, Some(commune)) => Some(area(&known, &row.name, commune)?),
            (AreaKind::Commune, _) => district,
            _ => None,
        };
        let slug = slug(&row.name);
        let at: Option<AreaId> =
            areas::table.filter(areas::slug.eq(&slug)).select(areas::id).first(tx.conn).optional()?;
        let values = (
            areas::kind.eq(row.kind),
            areas::parent_id.eq(parent),
            areas::name.eq(&row.name),
            areas::alt.eq(&row.alt),
            areas::folded.eq(fold(&format!("{} {}", row.name, row.alt))),
            areas::lon.eq(row.lon),
            areas::lat.eq(row.lat),
            areas::outline.eq(&row.outline),
            areas::position.eq(row.position),
            areas::active.eq(true),
        );
        let id = match at {
            Some(id) => {
                diesel::update(areas::table.find(id)).set(values).execute(tx.conn)?;
                id
            }
            None => {
                let id: Id<Area> = tx.id();
                diesel::insert_into(areas::table)
                    .values((areas::id.eq(id), areas::slug.eq(&slug), values))
                    .execute(tx.conn)?;
                id
            }
        };
        if row.kind == AreaKind::District {
            district = Some(id);
        }
        known.insert(fold(&row.name), id);
    }
    Ok(())
}

/// Enters categories in the file's order.
pub(super) fn load_categories(tx: &mut Tx<'_>, rows: &[CategoryRow]) -> Result<()> {
    for (position, row) in rows.iter().enumerate() {
        let at: Option<Id<Category>> = categories::table
            .filter(categories::slug.eq(&row.slug))
            .select(categories::id)
            .first(tx.conn)
            .optional()?;
        let values = (
            categories::icon.eq(&row.icon),
            categories::name_fr.eq(&row.name_fr),
            categories::name_bm.eq(&row.name_bm),
            categories::hint_fr.eq(&row.hint_fr),
            categories::hint_bm.eq(&row.hint_bm),
            categories::audience.eq(row.audience),
            categories::conduct.eq(row.conduct),
            categories::target_hours.eq(row.target_hours),
            categories::position.eq(position as i64 + 1),
            categories::active.eq(true),
        );
        match at {
            Some(id) => diesel::update(categories::table.find(id)).set(values).execute(tx.conn)?,
            None => diesel::insert_into(categories::table)
                .values((categories::id.eq(tx.id::<Category>()), categories::slug.eq(&row.slug), values))
                .execute(tx.conn)?,
        };
    }
    Ok(())
}

/// Enters questions in the file's order; one that is there already is the administrator's, and stays as it is.
fn load_questions(tx: &mut Tx<'_>, rows: &[QuestionRow]) -> Result<()> {
    for (position, row) in rows.iter().enumerate() {
        let category: CategoryId =
            categories::table.filter(categories::slug.eq(&row.category)).select(categories::id).first(tx.conn)?;
        let known = questions::table.filter(questions::category_id.eq(category).and(questions::code.eq(&row.code)));
        if diesel::select(diesel::dsl::exists(known)).get_result(tx.conn)? {
            continue;
        }
        diesel::insert_into(questions::table)
            .values((
                questions::id.eq(tx.id::<Question>()),
                questions::category_id.eq(category),
                questions::code.eq(&row.code),
                questions::position.eq(position as i64 + 1),
                questions::kind.eq(row.kind),
                questions::label_fr.eq(&row.label_fr),
                questions::label_bm.eq(&row.label_bm),
                questions::help_fr.eq(&row.help_fr),
                questions::help_bm.eq(&row.help_bm),
                questions::options_fr.eq(row.options_fr.join("\n")),
                questions::options_bm.eq(row.options_bm.join("\n")),
                questions::required.eq(false),
                questions::active.eq(true),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Enters units, and sets the general rules of routing for their places anew.
pub(super) fn load_units(tx: &mut Tx<'_>, rows: &[UnitRow]) -> Result<()> {
    let known = known_areas(tx)?;
    for row in rows {
        let commune =
            row.commune.as_deref().filter(|c| !c.is_empty()).map(|c| area(&known, &row.slug, c)).transpose()?;
        let at: Option<UnitId> =
            units::table.filter(units::slug.eq(&row.slug)).select(units::id).first(tx.conn).optional()?;
        let values = (
            units::name.eq(&row.name),
            units::area_id.eq(commune),
            units::address.eq(&row.address),
            units::phone.eq(&row.phone),
            units::sample.eq(row.name.contains("(exemple)")),
            units::focal_point.eq(&row.focal_point),
            units::district_desk.eq(row.district_desk),
            units::active.eq(true),
        );
        let unit = match at {
            Some(id) => {
                diesel::update(units::table.find(id)).set(values).execute(tx.conn)?;
                id
            }
            None => {
                let id: Id<Unit> = tx.id();
                diesel::insert_into(units::table)
                    .values((units::id.eq(id), units::slug.eq(&row.slug), values))
                    .execute(tx.conn)?;
                id
            }
        };
        let places: Vec<AreaId> = match &row.quartiers {
            Some(names) if !names.is_empty() => {
                names.iter().map(|n| area(&known, &row.slug, n)).collect::<Result<_>>()?
            }
            _ => commune.into_iter().collect(),
        };
        for place in places {
            diesel::delete(routings::table.filter(routings::area_id.eq(place).and(routings::category_id.is_null())))
                .execute(tx.conn)?;
            diesel::insert_into(routings::table)
                .values((routings::id.eq(tx.id::<Route>()), routings::area_id.eq(place), routings::unit_id.eq(unit)))
                .execute(tx.conn)?;
        }
        for kind in &row.desk {
            let kind = category(tx, kind)?;
            diesel::delete(category_desks::table.find(kind)).execute(tx.conn)?;
            diesel::insert_into(category_desks::table)
                .values((category_desks::category_id.eq(kind), category_desks::unit_id.eq(unit)))
                .execute(tx.conn)?;
        }
    }
    Ok(())
}

fn category(tx: &mut Tx<'_>, kind: &str) -> Result<Id<Category>> {
    let known: Option<Id<Category>> =
        categories::table.filter(categories::slug.eq(kind)).select(categories::id).first(tx.conn).optional()?;
    known.ok_or_else(|| Error::Internal(format!("there is no category « {kind} »")))
}

/// Enters the sample's committees, services and numbers into tables that hold none.
fn load_the_rest(tx: &mut Tx<'_>, file: &File) -> Result<()> {
    let known = known_areas(tx)?;
    for row in &file.committees {
        diesel::insert_into(committees::table)
            .values((
                committees::id.eq(tx.id::<Committee>()),
                committees::slug.eq(&row.slug),
                committees::name_fr.eq(&row.name_fr),
                committees::name_bm.eq(&row.name_bm),
                committees::area_id.eq(area(&known, &row.slug, &row.commune)?),
                committees::kind.eq(row.kind),
                committees::active.eq(true),
            ))
            .execute(tx.conn)?;
    }
    for row in &file.partners {
        let id: Id<Partner> = tx.id();
        diesel::insert_into(partners::table)
            .values((
                partners::id.eq(id),
                partners::slug.eq(&row.slug),
                partners::name_fr.eq(&row.name_fr),
                partners::name_bm.eq(&row.name_bm),
                partners::kind.eq(&row.kind),
                partners::active.eq(true),
            ))
            .execute(tx.conn)?;
        if row.sealed {
            diesel::insert_into(sealed_partners::table).values(sealed_partners::partner_id.eq(id)).execute(tx.conn)?;
        }
    }
    for (position, row) in file.emergency_numbers.iter().enumerate() {
        diesel::insert_into(emergency_numbers::table)
            .values((
                emergency_numbers::id.eq(tx.id::<EmergencyNumber>()),
                emergency_numbers::label_fr.eq(&row.label_fr),
                emergency_numbers::label_bm.eq(&row.label_bm),
                emergency_numbers::number.eq(&row.number),
                emergency_numbers::source.eq("exemple"),
                emergency_numbers::sample.eq(row.sample),
                emergency_numbers::position.eq(position as i64 + 1),
                emergency_numbers::active.eq(true),
            ))
            .execute(tx.conn)?;
    }
    load_replies(tx, &file.templates)?;
    load_support(tx, &file.support_services)
}

/// Enters reply templates.
fn load_replies(tx: &mut Tx<'_>, rows: &[ReplyRow]) -> Result<()> {
    for (position, row) in rows.iter().enumerate() {
        diesel::insert_into(reply_templates::table)
            .values((
                reply_templates::id.eq(tx.id::<Template>()),
                reply_templates::slug.eq(&row.slug),
                reply_templates::name_fr.eq(&row.name_fr),
                reply_templates::name_bm.eq(&row.name_bm),
                reply_templates::purpose.eq(row.purpose),
                reply_templates::words_fr.eq(&row.body_fr),
                reply_templates::words_bm.eq(&row.body_bm),
                reply_templates::position.eq(position as i64 + 1),
                reply_templates::active.eq(true),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Enters who helps: invented, and marked so.
fn load_support(tx: &mut Tx<'_>, rows: &[SupportRow]) -> Result<()> {
    for (position, row) in rows.iter().enumerate() {
        let id: Id<SupportService> = tx.id();
        diesel::insert_into(support_services::table)
            .values((
                support_services::id.eq(id),
                support_services::name_fr.eq(&row.name_fr),
                support_services::name_bm.eq(&row.name_bm),
                support_services::what_fr.eq(&row.what_fr),
                support_services::what_bm.eq(&row.what_bm),
                support_services::phone.eq(&row.phone),
                support_services::place.eq(&row.place),
                support_services::hours.eq(&row.hours),
                support_services::source.eq("exemple"),
                support_services::sample.eq(true),
                support_services::position.eq(position as i64 + 1),
                support_services::active.eq(true),
            ))
            .execute(tx.conn)?;
        for kind in &row.kinds {
            let kind = category(tx, kind)?;
            diesel::insert_into(support_categories::table)
                .values((support_categories::service_id.eq(id), support_categories::category_id.eq(kind)))
                .execute(tx.conn)?;
        }
    }
    Ok(())
}
