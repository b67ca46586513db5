//! How many posts a meeting's thread has, for the link on its page.

use diesel::prelude::*;

use crate::base::MeetingId;
use crate::db::Conn;
use crate::db::schema::threads;
use crate::error::Result;

pub fn said_of(conn: &mut Conn, meeting: MeetingId) -> Result<i64> {
    let about = threads::subject_kind.eq("meeting").and(threads::subject_id.eq(meeting.raw()));
    let found = threads::table.filter(about).select(threads::posts).first(conn).optional()?;
    Ok(found.unwrap_or_default())
}
