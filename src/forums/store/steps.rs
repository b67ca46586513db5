//! The steps of commitments, read and written.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::base::{CommitmentId, Function, Id, Time};
use crate::db::schema::commitment_steps as steps;
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::forums::model::{Side, Step, StepKind};

/// A commitment's history, oldest first.
pub fn of(conn: &mut Conn, commitment: CommitmentId) -> Result<Vec<Step>> {
    Ok(steps::table
        .filter(steps::commitment_id.eq(commitment))
        .order((steps::at, steps::id))
        .limit(200)
        .select(Step::as_select())
        .load(conn)?)
}

/// The newest step of a kind.
pub fn last(conn: &mut Conn, commitment: CommitmentId, kind: StepKind) -> Result<Option<Step>> {
    Ok(steps::table
        .filter(steps::commitment_id.eq(commitment).and(steps::kind.eq(kind)))
        .order((steps::at.desc(), steps::id.desc()))
        .select(Step::as_select())
        .first(conn)
        .optional()?)
}

/// What owners said last, up to an instant.
pub fn answers(conn: &mut Conn, of: &[CommitmentId], until: Time) -> Result<HashMap<CommitmentId, Step>> {
    let rows: Vec<Step> = steps::table
        .filter(steps::commitment_id.eq_any(of.to_vec()).and(steps::kind.eq(StepKind::Answer)))
        .filter(steps::at.le(until))
        .order((steps::at, steps::id))
        .select(Step::as_select())
        .load(conn)?;
    // Older ones come first, so that the newest is the one the map keeps.
    Ok(rows.into_iter().map(|step| (step.commitment_id, step)).collect())
}

pub fn insert(
    tx: &mut Tx<'_>,
    commitment: CommitmentId,
    kind: StepKind,
    side: Side,
    (function, scope): (Function, Option<i64>),
    body: &str,
) -> Result<()> {
    let id: Id<()> = tx.id();
    diesel::insert_into(steps::table)
        .values((
            steps::id.eq(id.raw()),
            steps::commitment_id.eq(commitment),
            steps::at.eq(tx.now),
            steps::kind.eq(kind),
            steps::side.eq(side),
            steps::function.eq(function),
            steps::scope_id.eq(scope),
            steps::body.eq(body),
        ))
        .execute(tx.conn)?;
    Ok(())
}
