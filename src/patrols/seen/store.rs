//! Walls and their weeks in the database. SQL only.

use diesel::prelude::*;

use super::model::Wall;
use crate::base::{AccountId, AreaId, Day, WallCode, WallId};
use crate::db::schema::{wall_weeks, walls};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};

/// The wall of a code that was not withdrawn.
pub(super) fn find(conn: &mut Conn, code: &WallCode) -> Result<Option<Wall>> {
    Ok(walls::table
        .filter(walls::code.eq(code.digits()).and(walls::ended_at.is_null()))
        .select(Wall::as_select())
        .first(conn)
        .optional()?)
}

pub(super) fn get(conn: &mut Conn, id: WallId) -> Result<Wall> {
    walls::table.find(id).select(Wall::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// Walls of some quartiers, those in use first; all walls when none is named.
pub(super) fn list(conn: &mut Conn, areas: Option<&[AreaId]>) -> Result<Vec<Wall>> {
    let mut query = walls::table.into_boxed();
    if let Some(areas) = areas {
        query = query.filter(walls::area_id.eq_any(areas.to_vec()));
    }
    Ok(query
        .order((walls::ended_at.is_not_null(), walls::made_at.desc(), walls::id.desc()))
        .limit(200)
        .select(Wall::as_select())
        .load(conn)?)
}

/// Writes a wall under the first of some codes that no wall had.
pub(super) fn insert(tx: &mut Tx<'_>, codes: &[WallCode], area: AreaId, place: &str, by: AccountId) -> Result<WallId> {
    let id: WallId = tx.id();
    for code in codes {
        let taken: i64 = walls::table.filter(walls::code.eq(code.digits())).count().get_result(tx.conn)?;
        if taken == 0 {
            diesel::insert_into(walls::table)
                .values((
                    walls::id.eq(id),
                    walls::code.eq(code.digits()),
                    walls::area_id.eq(area),
                    walls::place.eq(place),
                    walls::made_by.eq(by),
                    walls::made_at.eq(tx.now),
                ))
                .execute(tx.conn)?;
            return Ok(id);
        }
    }
    Err(Error::Busy)
}

pub(super) fn end(tx: &mut Tx<'_>, id: WallId) -> Result<bool> {
    let ended = diesel::update(walls::table.find(id).filter(walls::ended_at.is_null()))
        .set(walls::ended_at.eq(tx.now))
        .execute(tx.conn)?;
    Ok(ended > 0)
}

/// One more in a week.
pub(super) fn count(tx: &mut Tx<'_>, wall: WallId, week: Day) -> Result<()> {
    let more = diesel::update(wall_weeks::table.find((wall, week)))
        .set(wall_weeks::seen.eq(wall_weeks::seen + 1))
        .execute(tx.conn)?;
    if more == 0 {
        diesel::insert_into(wall_weeks::table)
            .values((wall_weeks::wall_id.eq(wall), wall_weeks::week.eq(week), wall_weeks::seen.eq(1)))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Confirmations of some quartiers by week, of weeks that begin within a span. What may be told of them, [`super::told`] says.
pub(crate) fn weeks(conn: &mut Conn, areas: &[AreaId], from: Day, to: Day) -> Result<Vec<(AreaId, Day, i64)>> {
    Ok(wall_weeks::table
        .inner_join(walls::table)
        .filter(walls::area_id.eq_any(areas))
        .filter(wall_weeks::week.ge(from).and(wall_weeks::week.lt(to)))
        .select((walls::area_id, wall_weeks::week, wall_weeks::seen))
        .load(conn)?)
}
