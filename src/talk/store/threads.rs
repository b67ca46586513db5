//! Threads, read and written.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::base::{CommitteeId, Id, ThreadId};
use crate::db::schema::{thread_traces, threads};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::talk::model::{Subject, SubjectKind, Thread, Trace, TraceKind};

pub(crate) fn find(conn: &mut Conn, id: ThreadId) -> Result<Option<Thread>> {
    Ok(threads::table.find(id).select(Thread::as_select()).get_result(conn).optional()?)
}

/// The thread about a subject, once somebody opened it; where it was joined to another one, that one.
pub(crate) fn about(conn: &mut Conn, subject: Subject) -> Result<Option<Thread>> {
    match own(conn, subject)? {
        Some(Thread { merged_into: Some(other), .. }) => find(conn, other),
        found => Ok(found),
    }
}

/// The thread that was opened about a subject itself, wherever its posts are now.
pub(crate) fn own(conn: &mut Conn, subject: Subject) -> Result<Option<Thread>> {
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

/// Opens a thread for a part of another one.
pub(crate) fn open_split(tx: &mut Tx<'_>, origin: &Thread, title: &str) -> Result<ThreadId> {
    let id: ThreadId = tx.id();
    diesel::insert_into(threads::table)
        .values((
            threads::id.eq(id),
            threads::subject_kind.eq(SubjectKind::Split),
            threads::subject_id.eq(id.raw()),
            threads::committee_id.eq(origin.committee_id),
            threads::locked.eq(false),
            threads::title.eq(title),
            threads::origin_id.eq(origin.id),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Gives a thread another subject.
pub(crate) fn give(tx: &mut Tx<'_>, id: ThreadId, subject: Subject) -> Result<()> {
    let (kind, object) = subject.columns();
    diesel::update(threads::table.find(id))
        .set((threads::subject_kind.eq(kind), threads::subject_id.eq(object)))
        .execute(tx.conn)?;
    Ok(())
}

/// Lets a thread, and all that were joined to it before, lead to another one.
pub(crate) fn lead_on(tx: &mut Tx<'_>, from: ThreadId, to: ThreadId) -> Result<()> {
    let all = threads::table.filter(threads::id.eq(from).or(threads::merged_into.eq(from)));
    diesel::update(all).set(threads::merged_into.eq(to)).execute(tx.conn)?;
    Ok(())
}

/// A committee's threads that can take another one's posts, the newest talk first.
pub(crate) fn of_committee(conn: &mut Conn, committee: CommitteeId, without: ThreadId) -> Result<Vec<Thread>> {
    Ok(threads::table
        .filter(threads::committee_id.eq(committee).and(threads::id.ne(without)))
        .filter(threads::merged_into.is_null().and(threads::last_at.is_not_null()))
        .order((threads::last_at.desc(), threads::id))
        .limit(40)
        .select(Thread::as_select())
        .load(conn)?)
}

/// Notes on a thread what was done to it.
pub(crate) fn trace(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    kind: TraceKind,
    (other, was): (Option<ThreadId>, Option<(SubjectKind, i64)>),
    posts: i64,
    reason: &str,
) -> Result<()> {
    let id: Id<()> = tx.id();
    diesel::insert_into(thread_traces::table)
        .values((
            thread_traces::id.eq(id.raw()),
            thread_traces::thread_id.eq(thread),
            thread_traces::at.eq(tx.now),
            thread_traces::kind.eq(kind),
            thread_traces::other_id.eq(other),
            thread_traces::was_kind.eq(was.map_or("", |(kind, _)| kind.as_str())),
            thread_traces::was_id.eq(was.map(|(_, id)| id)),
            thread_traces::posts.eq(posts),
            thread_traces::reason.eq(reason),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Threads that were about a subject before they were given another one, newest first, with what was noted on them then.
pub(crate) fn moved_from(conn: &mut Conn, subject: Subject) -> Result<Vec<(ThreadId, Trace)>> {
    let (kind, id) = subject.columns();
    Ok(thread_traces::table
        .filter(thread_traces::kind.eq(TraceKind::Moved))
        .filter(thread_traces::was_kind.eq(kind.as_str()).and(thread_traces::was_id.eq(id)))
        .order((thread_traces::at.desc(), thread_traces::id.desc()))
        .limit(5)
        .select((thread_traces::thread_id, Trace::as_select()))
        .load(conn)?)
}

/// What was split off a thread, off that, and so on; of those, the ones that are read, the oldest first.
const PARTS: &str = "WITH RECURSIVE part (id) AS ( \
         SELECT t.id FROM threads t WHERE t.origin_id = $1 AND t.subject_kind = 'split' \
         UNION \
         SELECT t.id FROM threads t JOIN part ON part.id = t.origin_id WHERE t.subject_kind = 'split' \
     ) \
     SELECT t.* FROM threads t JOIN part ON part.id = t.id \
     WHERE t.merged_into IS NULL AND t.posts > 0 ORDER BY t.id LIMIT 40";

/// Parts of a thread that were made threads of their own, and parts of those, the oldest first: one question, however many there are.
pub(crate) fn parts(conn: &mut Conn, root: ThreadId) -> Result<Vec<Thread>> {
    Ok(diesel::sql_query(PARTS).bind::<BigInt, _>(root).load(conn)?)
}

/// What was done to a thread, newest first.
pub(crate) fn traces(conn: &mut Conn, thread: ThreadId) -> Result<Vec<Trace>> {
    Ok(thread_traces::table
        .filter(thread_traces::thread_id.eq(thread))
        .order((thread_traces::at.desc(), thread_traces::id.desc()))
        .limit(10)
        .select(Trace::as_select())
        .load(conn)?)
}
