//! The public log of moderation, read and written. SQL only.

use diesel::prelude::*;

use super::guard;
use super::model::{Act, ActKind, Wanted};
use crate::base::{CommitteeId, Id, ThreadId, Time};
use crate::db::schema::moderation_acts;
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::web::{Cursor, Slice};

/// A page of the public log, newest first.
pub(super) fn acts(conn: &mut Conn, wanted: Wanted, after: Option<Cursor>) -> Result<Slice<Act>> {
    let mut query = moderation_acts::table
        .order((moderation_acts::at.desc(), moderation_acts::id.desc()))
        .limit(Slice::<Act>::LIMIT)
        .select(Act::as_select())
        .into_boxed();
    if let Some(committee) = wanted.committee {
        query = query.filter(moderation_acts::committee_id.eq(committee));
    }
    if let Some((from, to)) = wanted.within {
        query = query.filter(moderation_acts::at.ge(from).and(moderation_acts::at.lt(to)));
    }
    if let Some(c) = after {
        let at = Time(c.key);
        query =
            query.filter(moderation_acts::at.lt(at).or(moderation_acts::at.eq(at).and(moderation_acts::id.lt(c.id))));
    }
    Ok(Slice::cut(query.load(conn)?, |a: &Act| Cursor { key: a.at.0, id: a.id }))
}

/// How often each thing was done, of what is asked for.
pub(super) fn totals(conn: &mut Conn, wanted: Wanted) -> Result<Vec<(String, i64)>> {
    let mut query = moderation_acts::table
        .group_by(moderation_acts::action)
        .select((moderation_acts::action, diesel::dsl::count_star()))
        .into_boxed();
    if let Some(committee) = wanted.committee {
        query = query.filter(moderation_acts::committee_id.eq(committee));
    }
    if let Some((from, to)) = wanted.within {
        query = query.filter(moderation_acts::at.ge(from).and(moderation_acts::at.lt(to)));
    }
    Ok(query.load(conn)?)
}

/// When a thread was last closed, and why.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn lock_reason(conn: &mut Conn, thread: ThreadId) -> Result<Option<(Time, String)>> {
    Ok(moderation_acts::table
        .filter(moderation_acts::target.eq(format!("thread {thread}")))
        .filter(moderation_acts::action.eq(ActKind::Lock.as_str()))
        .order((moderation_acts::at.desc(), moderation_acts::id.desc()))
        .select((moderation_acts::at, moderation_acts::reason))
        .first(conn)
        .optional()?)
}

/// Notes an act in the public log (D8): what and why, never the text. `target` is « post », « thread ID », « concern ».
///
/// # Errors
/// When the database cannot be written.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    committee: Option<CommitteeId>,
    action: ActKind,
    target: &str,
    reason: &str,
) -> Result<()> {
    // The log is read by everybody, and nothing is taken out of it: a reason says no more of anybody than a message may.
    if guard::meets(tx.conn, reason)? {
        return Err(Error::Refused(Refusal::Guarded));
    }
    let id: Id<()> = tx.id();
    diesel::insert_into(moderation_acts::table)
        .values((
            moderation_acts::id.eq(id.raw()),
            moderation_acts::at.eq(tx.now),
            moderation_acts::committee_id.eq(committee),
            moderation_acts::action.eq(action.as_str()),
            moderation_acts::target.eq(target),
            moderation_acts::reason.eq(reason),
        ))
        .execute(tx.conn)?;
    Ok(())
}
