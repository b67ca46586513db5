//! What the desk's search reads of a file: everything that is said in it, folded, in a table beside it. The public's search reads
//! another column and never this one. What was taken out of a file is taken out here in the same deed.

use diesel::prelude::*;

use super::model::search_text;
use super::sealing::Part;
use crate::base::{ConcernId, ConcernNumber, fold};
use crate::db::schema::{areas, concern_answers, concern_events, concerns, desk_texts, word_seals};
use crate::db::{Conn, Db, Tx};
use crate::error::Result;
use crate::seal::Veiled;

/// Files written at once while catching up.
const BATCH: i64 = 200;

/// Adds what was just said.
pub(super) fn add(tx: &mut Tx<'_>, id: ConcernId, said: &str) -> Result<()> {
    let before: Option<String> = desk_texts::table.find(id).select(desk_texts::folded).first(tx.conn).optional()?;
    let Some(before) = before else { return rebuild(tx, id) };
    diesel::update(desk_texts::table.find(id))
        .set(desk_texts::folded.eq(format!("{before} {}", fold(said))))
        .execute(tx.conn)?;
    Ok(())
}

/// Reads the whole file anew.
pub(crate) fn rebuild(tx: &mut Tx<'_>, id: ConcernId) -> Result<()> {
    let text = whole(tx.conn, id)?;
    let before: Option<String> = desk_texts::table.find(id).select(desk_texts::folded).first(tx.conn).optional()?;
    match before {
        // Writing it again would have the index forget and learn every word.
        Some(before) if before == text => 0,
        Some(_) => diesel::update(desk_texts::table.find(id)).set(desk_texts::folded.eq(&text)).execute(tx.conn)?,
        None => diesel::insert_into(desk_texts::table)
            .values((desk_texts::concern_id.eq(id), desk_texts::folded.eq(&text)))
            .execute(tx.conn)?,
    };
    Ok(())
}

/// Leaves the searches a file's number and place: its texts are sealed by now.
pub(super) fn forget(tx: &mut Tx<'_>, id: ConcernId) -> Result<()> {
    let number = super::store::get(tx.conn, id)?.number();
    diesel::update(concerns::table.find(id)).set(concerns::folded.eq(search_text(number, ""))).execute(tx.conn)?;
    rebuild(tx, id)
}

/// A sealed file of which a search knows more than number and place; there must be none.
pub(super) fn telling(conn: &mut Conn) -> Result<Option<ConcernId>> {
    let mut last = ConcernId::new(i64::MIN);
    loop {
        let sealed = word_seals::concern_id.eq(concerns::id).and(word_seals::part.eq(Part::File));
        let rows: Vec<(ConcernId, i32, i32, String, String, Option<String>)> = concerns::table
            .inner_join(word_seals::table.on(sealed))
            .inner_join(areas::table.on(areas::id.eq(concerns::area_id)))
            .left_join(desk_texts::table.on(desk_texts::concern_id.eq(concerns::id)))
            .filter(concerns::id.gt(last))
            .order(concerns::id)
            .limit(BATCH)
            .select((
                concerns::id,
                concerns::year,
                concerns::serial,
                concerns::folded,
                areas::folded,
                desk_texts::folded.nullable(),
            ))
            .load(conn)?;
        let Some((end, ..)) = rows.last() else { return Ok(None) };
        last = *end;
        for (id, year, serial, public, place, desk) in rows {
            let number = ConcernNumber { year, serial };
            if public != search_text(number, "") || desk.is_some_and(|desk| desk != fold(&format!("{number} {place}")))
            {
                return Ok(Some(id));
            }
        }
    }
}

/// All that is said in a file, folded; of one that is sealed its number and place.
fn whole(conn: &mut Conn, id: ConcernId) -> Result<String> {
    let concern = super::store::get(conn, id)?;
    let place: String = areas::table.find(concern.area_id).select(areas::folded).first(conn)?;
    let answers: Vec<(Veiled, Veiled)> = concern_answers::table
        .filter(concern_answers::concern_id.eq(id))
        .order(concern_answers::id)
        .select((concern_answers::said_fr, concern_answers::said_bm))
        .load(conn)?;
    let events: Vec<Veiled> = concern_events::table
        .filter(concern_events::concern_id.eq(id).and(concern_events::body.ne("")))
        .order((concern_events::at, concern_events::id))
        .select(concern_events::body)
        .load(conn)?;
    let number = concern.number().to_string();
    let said = answers.iter().flat_map(|(fr, bm)| [fr, bm]).chain(&events).map(Veiled::as_str);
    let mut all = vec![&number, concern.words.as_str(), concern.landmark.as_str(), &place];
    all.extend(said);
    // What is sealed reads as nothing.
    all.retain(|text| !text.is_empty());
    Ok(fold(&all.join(" ")))
}

/// Reads the files that were told before this table was there, a few at a time, until none is left.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn catch_up(db: &Db) -> Result<usize> {
    let mut read = 0;
    loop {
        let now = db.keep(|tx| {
            // Asked row by row: Postgres reckons `<> ALL` of a table by walking the table for each concern.
            let known = desk_texts::table.filter(desk_texts::concern_id.eq(concerns::id));
            let lacking: Vec<ConcernId> = concerns::table
                .filter(diesel::dsl::not(diesel::dsl::exists(known)))
                .order(concerns::id)
                .limit(BATCH)
                .select(concerns::id)
                .load(tx.conn)?;
            lacking.iter().try_for_each(|id| rebuild(tx, *id))?;
            Ok(lacking.len())
        });
        match now.await? {
            0 => return Ok(read),
            some => read += some,
        }
    }
}
