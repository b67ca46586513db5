//! How many posts a meeting's thread has, for the link on its page.

use diesel::prelude::*;

use crate::base::{MeetingId, ThreadId};
use crate::db::Conn;
use crate::db::schema::threads;
use crate::error::Result;

pub fn said_of(conn: &mut Conn, meeting: MeetingId) -> Result<i64> {
    let about = threads::subject_kind.eq("meeting").and(threads::subject_id.eq(meeting.raw()));
    let own: Option<(i64, Option<ThreadId>)> =
        threads::table.filter(about).select((threads::posts, threads::merged_into)).first(conn).optional()?;
    match own {
        Some((_, Some(other))) => Ok(threads::table.find(other).select(threads::posts).first(conn)?),
        Some((posts, None)) => Ok(posts),
        None => Ok(0),
    }
}
