//! Threads, read and written.

use diesel::prelude::*;

use crate::base::{CommitteeId, ThreadId};
use crate::db::schema::threads;
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::talk::model::{Subject, Thread};

pub(crate) fn find(conn: &mut Conn, id: ThreadId) -> Result<Option<Thread>> {
    Ok(threads::table.find(id).select(Thread::as_select()).get_result(conn).optional()?)
}

/// The thread about a subject, once somebody opened it.
pub(crate) fn about(conn: &mut Conn, subject: Subject) -> Result<Option<Thread>> {
    let (kind, id) = subject.columns();
    Ok(threads::table
        .filter(threads::subject_kind.eq(kind).and(threads::subject_id.eq(id)))
        .select(Thread::as_select())
        .first(conn)
        .optional()?)
}

pub(crate) fn open(tx: &mut Tx<'_>, subject: Subject, committee: CommitteeId) -> Result<ThreadId> {
    let id = tx.id();
    let (kind, subject) = subject.columns();
    diesel::insert_into(threads::table)
        .values((
            threads::id.eq(id),
            threads::subject_kind.eq(kind),
            threads::subject_id.eq(subject),
            threads::committee_id.eq(committee),
            threads::locked.eq(false),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

pub(crate) fn lock(tx: &mut Tx<'_>, id: ThreadId, locked: bool) -> Result<usize> {
    Ok(diesel::update(threads::table.filter(threads::id.eq(id).and(threads::locked.eq(!locked))))
        .set(threads::locked.eq(locked))
        .execute(tx.conn)?)
}
