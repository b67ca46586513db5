//! Reads and writes the reference data. Every writer moves its version, so that every node reads it again.

use std::collections::HashMap;

use diesel::prelude::*;

use super::calendar::{Calendar, Holiday, Points};
use super::map::Outlines;
use super::model::{
    Area, Category, CategorySound, Committee, EmergencyNumber, Partner, PromptSound, Reference, Routing,
    SupportService, Unit, WatchedWord,
};
use super::question::Question;
use super::reply::ReplyTemplate;
use crate::base::{AreaId, CategoryId, UnitId};
use crate::db::schema::{
    areas, categories, category_desks, category_sounds, clock_rules, committees, emergency_numbers, heads, holidays,
    partners, prompt_sounds, questions, reply_categories, reply_templates, routings, sealed_partners,
    support_categories, support_services, units, watch_words,
};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};

/// Reads all of it.
pub(crate) fn load(conn: &mut Conn) -> Result<Reference> {
    let reference = Reference {
        version: heads::table.select(heads::reference).get_result(conn)?,
        areas: areas::table.order((areas::position, areas::folded)).select(Area::as_select()).load(conn)?,
        units: units::table.order(units::name).select(Unit::as_select()).load(conn)?,
        categories: categories::table
            .order((categories::position, categories::id))
            .select(Category::as_select())
            .load(conn)?,
        routings: routings::table.order(routings::id).select(Routing::as_select()).load(conn)?,
        committees: committees::table.order(committees::name_fr).select(Committee::as_select()).load(conn)?,
        partners: partners::table.order(partners::name_fr).select(Partner::as_select()).load(conn)?,
        numbers: emergency_numbers::table
            .order((emergency_numbers::position, emergency_numbers::id))
            .select(EmergencyNumber::as_select())
            .load(conn)?,
        desks: category_desks::table
            .select((category_desks::category_id, category_desks::unit_id))
            .load::<(CategoryId, UnitId)>(conn)?
            .into_iter()
            .collect(),
        sealed_partners: sealed_partners::table.select(sealed_partners::partner_id).load(conn)?,
        support: support_services::table
            .order((support_services::position, support_services::id))
            .select(SupportService::as_select())
            .load(conn)?,
        support_kinds: support_categories::table
            .select((support_categories::service_id, support_categories::category_id))
            .load(conn)?,
        questions: questions::table
            .order((questions::category_id, questions::position, questions::id))
            .select(Question::as_select())
            .load(conn)?,
        replies: reply_templates::table
            .order((reply_templates::position, reply_templates::id))
            .select(ReplyTemplate::as_select())
            .load(conn)?,
        reply_kinds: reply_categories::table
            .order((reply_categories::template_id, reply_categories::category_id))
            .select((reply_categories::template_id, reply_categories::category_id))
            .load(conn)?,
        outlines: Outlines::read(areas::table.select((areas::id, areas::outline)).load(conn)?),
        sounds: category_sounds::table.order(category_sounds::id).select(CategorySound::as_select()).load(conn)?,
        prompts: prompt_sounds::table.order(prompt_sounds::id).select(PromptSound::as_select()).load(conn)?,
        holidays: holidays::table.order((holidays::day, holidays::id)).select(Holiday::as_select()).load(conn)?,
        watch: watch_words::table
            .order((watch_words::lang, watch_words::folded))
            .select(WatchedWord::as_select())
            .load(conn)?,
        ..Reference::default()
    };
    Ok(timed(conn, reference)?.index())
}

/// The outlines of areas as they were imported: GeoJSON geometries.
pub(crate) fn outlines(conn: &mut Conn) -> Result<HashMap<AreaId, String>> {
    let rows: Vec<(AreaId, Option<String>)> = areas::table.select((areas::id, areas::outline)).load(conn)?;
    Ok(rows.into_iter().filter_map(|(id, text)| Some((id, text?))).collect())
}

/// Adds the rules of the clock.
fn timed(conn: &mut Conn, mut reference: Reference) -> Result<Reference> {
    let rules: HashMap<String, i64> = clock_rules::table.load::<(String, i64)>(conn)?.into_iter().collect();
    let rule = |name: &str| {
        rules.get(name).copied().ok_or_else(|| Error::internal(format!("no rule of the clock is called {name}")))
    };
    reference.calendar = Calendar::new(rule("rest")?, rule("opens")?, rule("closes")?, &reference.holidays);
    reference.points = Points { warn: rule("warn")?, chief: rule("chief")?, district: rule("district")? };
    reference.acceptance = rule("acceptance")?;
    Ok(reference)
}

/// Says that the reference data changed: every node reads it again at its next request.
pub(crate) fn touch(tx: &mut Tx<'_>) -> Result<()> {
    diesel::update(heads::table).set(heads::reference.eq(heads::reference + 1)).execute(tx.conn)?;
    Ok(())
}
