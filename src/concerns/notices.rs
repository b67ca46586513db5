//! What the chief must hear (R20): the reporter said « not fixed » or « in part ». Each stands on the chief's desk until the chief
//! opens the file. It is not tied to a unit: whoever leads the concern now hears of it, and nobody else.

use diesel::prelude::*;

use super::model::Outcome;
use crate::base::{ConcernId, Time};
use crate::db::schema::chief_notices;
use crate::db::{Conn, Tx};
use crate::error::Result;

/// The newest word of a reporter about the result that the chief has not seen.
pub(super) fn unseen(conn: &mut Conn, concern: ConcernId) -> Result<Option<(Outcome, Time)>> {
    Ok(chief_notices::table
        .filter(chief_notices::concern_id.eq(concern).and(chief_notices::seen_at.is_null()))
        .order((chief_notices::at.desc(), chief_notices::id.desc()))
        .select((chief_notices::outcome, chief_notices::at))
        .first(conn)
        .optional()?)
}

/// Tells the chief what the reporter said; what they said before and the chief has not seen is replaced. That all is well is
/// nothing to be told.
pub(super) fn tell(tx: &mut Tx<'_>, concern: ConcernId, outcome: Outcome) -> Result<()> {
    see(tx, concern)?;
    if outcome == Outcome::Confirmed {
        return Ok(());
    }
    diesel::insert_into(chief_notices::table)
        .values((
            chief_notices::id.eq(tx.id::<crate::base::Event>()),
            chief_notices::concern_id.eq(concern),
            chief_notices::outcome.eq(outcome),
            chief_notices::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// The chief has seen it.
pub(super) fn see(tx: &mut Tx<'_>, concern: ConcernId) -> Result<()> {
    diesel::update(chief_notices::table)
        .filter(chief_notices::concern_id.eq(concern).and(chief_notices::seen_at.is_null()))
        .set(chief_notices::seen_at.eq(tx.now))
        .execute(tx.conn)?;
    Ok(())
}
