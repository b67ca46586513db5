//! The rows of files followed in one. SQL only.

use diesel::prelude::*;

use crate::base::{ConcernId, ConcernNumber, MergeId, Time};
use crate::concerns::model::{Concern, State};
use crate::db::schema::{concerns, merges};
use crate::db::{Conn, Tx};
use crate::error::Result;

/// One file followed in another, and what it was before.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = merges)]
pub(in crate::concerns) struct Merge {
    pub(super) id: MergeId,
    pub(in crate::concerns) concern_id: ConcernId,
    pub(in crate::concerns) into_id: ConcernId,
    pub(super) carried: i64,
    pub(super) was_state: State,
    pub(super) was_owed: bool,
    pub(super) was_waiting: bool,
    pub(super) was_first_answer_at: Option<Time>,
    pub(super) was_last_act_at: Option<Time>,
}

/// In which file this one is followed now.
pub(in crate::concerns) fn live(conn: &mut Conn, concern: ConcernId) -> Result<Option<Merge>> {
    Ok(merges::table
        .filter(merges::concern_id.eq(concern).and(merges::undone_at.is_null()))
        .select(Merge::as_select())
        .first(conn)
        .optional()?)
}

/// Those that are followed in this one now, in the order they came.
pub(in crate::concerns) fn going(conn: &mut Conn, into: ConcernId) -> Result<Vec<Merge>> {
    Ok(merges::table
        .filter(merges::into_id.eq(into).and(merges::undone_at.is_null()))
        .order(merges::id)
        .select(Merge::as_select())
        .load(conn)?)
}

/// The other file of every joining and parting of this one, by id: what a desk's timeline names.
pub(in crate::concerns) fn others(conn: &mut Conn, concern: ConcernId) -> Result<Vec<(ConcernId, ConcernNumber)>> {
    let pairs: Vec<(ConcernId, ConcernId)> = merges::table
        .filter(merges::concern_id.eq(concern).or(merges::into_id.eq(concern)))
        .select((merges::concern_id, merges::into_id))
        .load(conn)?;
    let ids: Vec<ConcernId> = pairs.into_iter().flat_map(|(a, b)| [a, b]).filter(|id| *id != concern).collect();
    let rows: Vec<(ConcernId, i32, i32)> = concerns::table
        .filter(concerns::id.eq_any(ids))
        .order(concerns::id)
        .select((concerns::id, concerns::year, concerns::serial))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, year, serial)| (id, ConcernNumber { year, serial })).collect())
}

pub(super) fn insert(tx: &mut Tx<'_>, from: &Concern, into: ConcernId) -> Result<()> {
    diesel::insert_into(merges::table)
        .values((
            merges::id.eq(tx.id::<crate::base::Merge>()),
            merges::concern_id.eq(from.id),
            merges::into_id.eq(into),
            merges::merged_at.eq(tx.now),
            merges::carried.eq(0),
            merges::was_state.eq(from.state),
            merges::was_owed.eq(from.owed),
            merges::was_waiting.eq(from.waiting),
            merges::was_first_answer_at.eq(from.first_answer_at),
            merges::was_last_act_at.eq(from.last_act_at),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Marks it as undone, once.
pub(super) fn undo(tx: &mut Tx<'_>, id: MergeId) -> Result<bool> {
    let undone = diesel::update(merges::table.find(id).filter(merges::undone_at.is_null()))
        .set(merges::undone_at.eq(tx.now))
        .execute(tx.conn)?;
    Ok(undone == 1)
}

pub(super) fn set_carried(tx: &mut Tx<'_>, id: MergeId, carried: i64) -> Result<()> {
    diesel::update(merges::table.find(id)).set(merges::carried.eq(carried)).execute(tx.conn)?;
    Ok(())
}
