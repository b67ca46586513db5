//! What a discussion may know of a concern: only of one that everybody reads and that no other file stands for.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::model::{Concern, Moderation};
use super::store;
use crate::base::{ConcernId, ConcernNumber, ThreadId};
use crate::db::Conn;
use crate::db::schema::{concerns, merges, threads};
use crate::error::Result;
use crate::policy::Audience;

/// A concern that is talked about; nothing once it is hidden, sealed or followed in another file.
pub(crate) fn spoken_of(conn: &mut Conn, id: ConcernId) -> Result<Option<Concern>> {
    let merged = exists(merges::table.filter(merges::concern_id.eq(id).and(merges::undone_at.is_null())));
    Ok(concerns::table
        .find(id)
        .filter(concerns::audience.eq(Audience::Public).and(concerns::moderation.eq(Moderation::Published)))
        .filter(diesel::dsl::not(merged))
        .select(Concern::as_select())
        .first(conn)
        .optional()?)
}

/// The id of a concern that can be talked about, by its number.
pub(crate) fn public_at(conn: &mut Conn, number: ConcernNumber) -> Result<Option<ConcernId>> {
    let Some(found) = store::find_public(conn, number)? else { return Ok(None) };
    Ok(spoken_of(conn, found.id)?.map(|c| c.id))
}

/// How many posts a concern's thread has, for the link on its page.
pub(super) fn said_of(conn: &mut Conn, id: ConcernId) -> Result<i64> {
    let about = threads::subject_kind.eq("concern").and(threads::subject_id.eq(id.raw()));
    let own: Option<(i64, Option<ThreadId>)> =
        threads::table.filter(about).select((threads::posts, threads::merged_into)).first(conn).optional()?;
    match own {
        Some((_, Some(other))) => Ok(threads::table.find(other).select(threads::posts).first(conn)?),
        Some((posts, None)) => Ok(posts),
        None => Ok(0),
    }
}
