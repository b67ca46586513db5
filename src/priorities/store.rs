//! Priorities in the database. SQL only.

use diesel::prelude::*;

use super::model::{Priority, Written, newest};
use crate::base::{AccountId, PriorityId, UnitId};
use crate::db::schema::unit_priorities as rows;
use crate::db::{Conn, Tx};
use crate::error::Result;

/// A unit's priorities as they stand, and those that were settled.
pub(crate) fn of_unit(conn: &mut Conn, unit: UnitId) -> Result<Vec<Priority>> {
    let all = rows::table.filter(rows::unit_id.eq(unit)).order((rows::line_id, rows::version));
    Ok(newest(all.select(Priority::as_select()).load(conn)?))
}

/// Every version of one, oldest first.
pub(super) fn history(conn: &mut Conn, line: PriorityId) -> Result<Vec<Priority>> {
    Ok(rows::table.filter(rows::line_id.eq(line)).order(rows::version).select(Priority::as_select()).load(conn)?)
}

/// Writes a version.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    unit: UnitId,
    before: Option<&Priority>,
    new: &Written,
    by: AccountId,
) -> Result<PriorityId> {
    let id: PriorityId = tx.id();
    let line = before.map_or(id, |before| before.line_id);
    diesel::insert_into(rows::table)
        .values((
            rows::id.eq(id),
            rows::unit_id.eq(unit),
            rows::line_id.eq(line),
            rows::version.eq(before.map_or(1, |before| before.version + 1)),
            rows::lang.eq(new.lang),
            rows::issue.eq(&new.issue),
            rows::action.eq(&new.action),
            rows::begins_on.eq(new.begins_on),
            rows::ends_on.eq(new.ends_on),
            rows::state.eq(new.state),
            rows::by_id.eq(by),
            rows::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(line)
}
