//! Rows of photos and voice notes, and the names in the media store that belong to no row.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::model::{Kind, Medium, Showing, Stored};
use crate::base::{ConcernId, DAY, MediumId, Time};
use crate::concerns::sealing::{self, Part};
use crate::db::schema::{concerns, media, media_strays, retention_rules};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::media::Name;
use crate::seal::Veiled;

/// Everything of a concern, in the order it was sent; what was let go as well.
pub(in crate::concerns) fn of(conn: &mut Conn, concern: ConcernId) -> Result<Vec<Medium>> {
    Ok(media::table
        .filter(media::concern_id.eq(concern))
        .order((media::added_at, media::id))
        .select(Medium::as_select())
        .load(conn)?)
}

/// One; it must be there.
pub(super) fn get(conn: &mut Conn, id: MediumId) -> Result<Medium> {
    media::table.find(id).select(Medium::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// True when a concern says nothing but by a voice note that nobody has written down.
pub(in crate::concerns) fn is_unwritten(conn: &mut Conn, concern: ConcernId) -> Result<bool> {
    Ok(of(conn, concern)?.iter().any(Medium::is_unwritten))
}

/// Notes names that are about to be in the store.
pub(in crate::concerns) fn note_strays(tx: &mut Tx<'_>, names: &[Name]) -> Result<()> {
    for name in names {
        diesel::insert_into(media_strays::table)
            .values((media_strays::object.eq(name.as_str()), media_strays::noted_at.eq(tx.now)))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Writes the row of what lies in the store; its names are nobody's strays any more.
pub(super) fn insert(tx: &mut Tx<'_>, concern: ConcernId, stored: &Stored, instead: bool) -> Result<MediumId> {
    let id: MediumId = tx.id();
    let key = sealing::close(tx, concern, Part::File, &stored.key.text())?;
    diesel::insert_into(media::table)
        .values((
            media::id.eq(id),
            media::concern_id.eq(concern),
            media::kind.eq(stored.kind),
            media::format.eq(stored.format),
            media::object.eq(stored.object.as_str()),
            media::thumb.eq(stored.thumb.as_ref().map_or("", Name::as_str)),
            media::bytes.eq(stored.bytes),
            media::width.eq(stored.width),
            media::height.eq(stored.height),
            media::seconds.eq(stored.seconds),
            media::instead.eq(instead && stored.kind == Kind::Voice),
            media::state.eq(Showing::Waiting),
            media::transcript.eq(""),
            media::added_at.eq(tx.now),
            media::file_key.eq(key),
        ))
        .execute(tx.conn)?;
    for name in std::iter::once(&stored.object).chain(&stored.thumb) {
        strike_stray(tx, name.as_str())?;
    }
    Ok(id)
}

/// Puts a photo that was made over in the place of one: a row of its own, so that no address leads to the old bytes, which are let
/// go. Who sees it, and its place among the others, are as before. Nothing when the old one is there no more.
pub(in crate::concerns) fn replace(tx: &mut Tx<'_>, old: &Medium, stored: &Stored) -> Result<Option<MediumId>> {
    let now: Option<(Time, Showing)> = media::table
        .filter(media::id.eq(old.id).and(media::object.eq(&old.object)).and(media::deleted_at.is_null()))
        .select((media::added_at, media::state))
        .first(tx.conn)
        .optional()?;
    let Some((added, showing)) = now else { return Ok(None) };
    let id = insert(tx, old.concern_id, stored, false)?;
    diesel::update(media::table.find(id))
        .set((media::added_at.eq(added), media::state.eq(showing)))
        .execute(tx.conn)?;
    let_go(tx, old)?;
    Ok(Some(id))
}

/// A name that is no stray, or is gone.
pub(super) fn strike_stray(tx: &mut Tx<'_>, name: &str) -> Result<()> {
    diesel::delete(media_strays::table.find(name)).execute(tx.conn)?;
    Ok(())
}

/// A name that has a row now.
pub(crate) fn claim(tx: &mut Tx<'_>, name: &Name) -> Result<()> {
    strike_stray(tx, name.as_str())
}

/// A name whose row is gone.
pub(crate) fn release(tx: &mut Tx<'_>, name: &str) -> Result<()> {
    note_strays(tx, Name::parse(name).as_slice())
}

/// Names that were noted before an instant, oldest first.
pub(super) fn strays(conn: &mut Conn, before: Time) -> Result<Vec<String>> {
    Ok(media_strays::table
        .filter(media_strays::noted_at.le(before))
        .order(media_strays::noted_at)
        .limit(500)
        .select(media_strays::object)
        .load(conn)?)
}

/// Its names become strays.
fn leave(tx: &mut Tx<'_>, medium: &Medium) -> Result<()> {
    let names: Vec<Name> = [&medium.object, &medium.thumb].into_iter().filter_map(|name| Name::parse(name)).collect();
    note_strays(tx, &names)
}

/// Lets the bytes of one go, and what opens them: the row stays, the names become strays.
pub(super) fn let_go(tx: &mut Tx<'_>, medium: &Medium) -> Result<()> {
    leave(tx, medium)?;
    diesel::update(media::table.find(medium.id))
        .set((media::deleted_at.eq(tx.now), media::file_key.eq("")))
        .execute(tx.conn)?;
    Ok(())
}

/// Those whose bytes lie as they are.
#[diesel::dsl::auto_type(no_type_alias)]
fn lies_open() -> _ {
    // In the words of the index `media_unlocked`: one of some rows only is used by no bound value.
    let unlocked: SqlLiteral<Bool> = sql("file_key = ''");
    media::table.filter(unlocked).filter(media::deleted_at.is_null())
}

/// True while there is one.
pub(super) fn any_unlocked(conn: &mut Conn) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(lies_open())).get_result(conn)?)
}

/// Photos and voice notes whose bytes lie as they are: some, after one.
pub(super) fn unlocked(conn: &mut Conn, after: Option<MediumId>) -> Result<Vec<Medium>> {
    Ok(lies_open()
        .filter(media::id.gt(after.unwrap_or(MediumId::new(i64::MIN))))
        .order(media::id)
        .limit(100)
        .select(Medium::as_select())
        .load(conn)?)
}

/// Its bytes lie under other names now, and this opens them. Where they were moved or let go meanwhile, nothing is changed.
pub(super) fn move_to(
    tx: &mut Tx<'_>,
    medium: &Medium,
    (object, thumb): (&Name, Option<&Name>),
    key: &Veiled,
) -> Result<()> {
    let as_it_was =
        media::table.find(medium.id).filter(media::object.eq(&medium.object).and(media::deleted_at.is_null()));
    let moved = diesel::update(as_it_was)
        .set((
            media::object.eq(object.as_str()),
            media::thumb.eq(thumb.map_or("", Name::as_str)),
            media::file_key.eq(key),
        ))
        .execute(tx.conn)?;
    if moved > 0 {
        for name in std::iter::once(object).chain(thumb) {
            strike_stray(tx, name.as_str())?;
        }
        leave(tx, medium)?;
    }
    Ok(())
}

/// Shows or hides one.
pub(super) fn set_showing(tx: &mut Tx<'_>, id: MediumId, showing: Showing) -> Result<()> {
    diesel::update(media::table.find(id)).set(media::state.eq(showing)).execute(tx.conn)?;
    Ok(())
}

/// Writes down what was said.
pub(super) fn set_transcript(tx: &mut Tx<'_>, id: MediumId, words: &Veiled) -> Result<()> {
    diesel::update(media::table.find(id))
        .set((media::transcript.eq(words), media::transcribed_at.eq(tx.now), media::state.eq(Showing::Waiting)))
        .execute(tx.conn)?;
    Ok(())
}

/// Overwrites what was written down: a part of it is black. Who sees it is as before.
pub(in crate::concerns) fn rewrite(tx: &mut Tx<'_>, id: MediumId, words: &str) -> Result<()> {
    diesel::update(media::table.find(id)).set(media::transcript.eq(words)).execute(tx.conn)?;
    Ok(())
}

/// What was written down of a voice note becomes the words of a concern that has no others.
pub(super) fn give_words(tx: &mut Tx<'_>, concern: ConcernId, words: &Veiled, folded: &str) -> Result<()> {
    diesel::update(concerns::table.find(concern))
        .set((concerns::words.eq(words), concerns::folded.eq(folded)))
        .execute(tx.conn)?;
    Ok(())
}

/// The days of the rule of voice notes; while nobody set it, `first`.
pub(super) fn sound_days(conn: &mut Conn, first: i64) -> Result<i64> {
    let days: Option<Option<i64>> =
        retention_rules::table.find("sound").select(retention_rules::days).first(conn).optional()?;
    Ok(days.flatten().unwrap_or(first))
}

/// A voice note whose bytes are kept, with what decides how long.
pub(super) type Kept = (MediumId, Option<Time>, Option<Time>);

/// Voice notes that were written down, or whose concern was closed, so many days ago.
pub(super) fn aged_voices(conn: &mut Conn, days: i64, now: Time) -> Result<Vec<Kept>> {
    let before = now.plus(-days * DAY);
    Ok(media::table
        .inner_join(concerns::table)
        .filter(media::kind.eq(Kind::Voice).and(media::deleted_at.is_null()))
        .filter(media::transcribed_at.le(before).or(concerns::closed_at.le(before)))
        .order(media::id)
        .limit(500)
        .select((media::id, media::transcribed_at, concerns::closed_at))
        .load(conn)?)
}

/// How many photos and voice notes of a concern are still there.
pub(crate) fn counts(conn: &mut Conn, concern: ConcernId) -> Result<(usize, usize)> {
    let there: Vec<Medium> = of(conn, concern)?.into_iter().filter(|m| m.deleted_at.is_none()).collect();
    let photos = there.iter().filter(|m| m.kind == Kind::Photo).count();
    Ok((photos, there.len() - photos))
}
