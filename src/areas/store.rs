//! Reads and writes the reference data. Every writer moves its version, so that every node reads it again.

use diesel::prelude::*;

use super::map::Outlines;
use super::model::{Area, Category, Committee, EmergencyNumber, Partner, Reference, Routing, Unit};
use super::question::Question;
use crate::db::schema::{
    areas, categories, committees, emergency_numbers, heads, partners, questions, routings, units,
};
use crate::db::{Conn, Tx};
use crate::error::Result;

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
        questions: questions::table
            .order((questions::category_id, questions::position, questions::id))
            .select(Question::as_select())
            .load(conn)?,
        outlines: Outlines::read(areas::table.select((areas::id, areas::outline)).load(conn)?),
        ..Reference::default()
    };
    Ok(reference.index())
}

/// Says that the reference data changed: every node reads it again at its next request.
pub(crate) fn touch(tx: &mut Tx<'_>) -> Result<()> {
    diesel::update(heads::table).set(heads::reference.eq(heads::reference + 1)).execute(tx.conn)?;
    Ok(())
}
