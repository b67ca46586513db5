//! Threads, posts and the public log of moderation, read and written.

use diesel::prelude::*;

use crate::base::{AccountId, CommitteeId, Function, Id, MeetingId, PostId, ThreadId, Time};
use crate::db::schema::{moderation_acts, posts, threads};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::forums::model::{Act, ActKind, Post, PostState, Subject, Thread};
use crate::web::{Cursor, Slice};

pub fn thread(conn: &mut Conn, id: ThreadId) -> Result<Option<Thread>> {
    Ok(threads::table.find(id).select(Thread::as_select()).get_result(conn).optional()?)
}

pub fn thread_of(conn: &mut Conn, meeting: MeetingId) -> Result<Option<Thread>> {
    Ok(threads::table
        .filter(threads::subject_kind.eq(Subject::Meeting).and(threads::subject_id.eq(meeting.raw())))
        .select(Thread::as_select())
        .first(conn)
        .optional()?)
}

pub fn open_thread(tx: &mut Tx<'_>, meeting: MeetingId, committee: CommitteeId) -> Result<ThreadId> {
    let id = tx.id();
    diesel::insert_into(threads::table)
        .values((
            threads::id.eq(id),
            threads::subject_kind.eq(Subject::Meeting),
            threads::subject_id.eq(meeting.raw()),
            threads::committee_id.eq(committee),
            threads::locked.eq(false),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

pub fn lock(tx: &mut Tx<'_>, id: ThreadId, locked: bool) -> Result<usize> {
    Ok(diesel::update(threads::table.filter(threads::id.eq(id).and(threads::locked.eq(!locked))))
        .set(threads::locked.eq(locked))
        .execute(tx.conn)?)
}

/// A page of posts, oldest first.
pub fn posts(conn: &mut Conn, thread: ThreadId, after: Option<Cursor>) -> Result<Slice<Post>> {
    let mut query = posts::table
        .filter(posts::thread_id.eq(thread))
        .order((posts::at, posts::id))
        .limit(Slice::<Post>::LIMIT)
        .select(Post::as_select())
        .into_boxed();
    if let Some(c) = after {
        let (at, id) = (Time(c.key), PostId::new(c.id));
        query = query.filter(posts::at.gt(at).or(posts::at.eq(at).and(posts::id.gt(id))));
    }
    Ok(Slice::cut(query.load(conn)?, |p: &Post| Cursor { key: p.at.0, id: p.id.raw() }))
}

/// How many posts a thread has.
pub fn count(conn: &mut Conn, thread: ThreadId) -> Result<i64> {
    Ok(posts::table.filter(posts::thread_id.eq(thread)).count().get_result(conn)?)
}

/// The row before the last page's first post, so that a writer is sent where their words are.
pub fn before_last_page(conn: &mut Conn, thread: ThreadId) -> Result<Option<Cursor>> {
    let total = count(conn, thread)?;
    let page = crate::web::PAGE as i64;
    let skip = (total - 1).max(0) / page * page;
    if skip == 0 {
        return Ok(None);
    }
    let row: Option<(Time, PostId)> = posts::table
        .filter(posts::thread_id.eq(thread))
        .order((posts::at, posts::id))
        .offset(skip - 1)
        .limit(1)
        .select((posts::at, posts::id))
        .get_result(conn)
        .optional()?;
    Ok(row.map(|(at, id)| Cursor { key: at.0, id: id.raw() }))
}

pub fn post(conn: &mut Conn, id: PostId) -> Result<Option<Post>> {
    Ok(posts::table.find(id).select(Post::as_select()).get_result(conn).optional()?)
}

pub fn write(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    account: AccountId,
    (function, scope): (Function, Option<i64>),
    body: &str,
) -> Result<PostId> {
    let id = tx.id();
    diesel::insert_into(posts::table)
        .values((
            posts::id.eq(id),
            posts::thread_id.eq(thread),
            posts::account_id.eq(account),
            posts::function.eq(function),
            posts::scope_id.eq(scope),
            posts::body.eq(body),
            posts::state.eq(PostState::Visible),
            posts::reason.eq(""),
            posts::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Hides or shows a post, if it is still in the state that was seen. The words are not touched.
pub fn turn(tx: &mut Tx<'_>, id: PostId, seen: PostState, next: PostState, reason: &str) -> Result<usize> {
    Ok(diesel::update(posts::table.filter(posts::id.eq(id).and(posts::state.eq(seen))))
        .set((posts::state.eq(next), posts::reason.eq(reason)))
        .execute(tx.conn)?)
}

/// A page of the public log, newest first.
pub fn acts(conn: &mut Conn, after: Option<Cursor>) -> Result<Slice<Act>> {
    let mut query = moderation_acts::table
        .order((moderation_acts::at.desc(), moderation_acts::id.desc()))
        .limit(Slice::<Act>::LIMIT)
        .select(Act::as_select())
        .into_boxed();
    if let Some(c) = after {
        let at = Time(c.key);
        query =
            query.filter(moderation_acts::at.lt(at).or(moderation_acts::at.eq(at).and(moderation_acts::id.lt(c.id))));
    }
    Ok(Slice::cut(query.load(conn)?, |a: &Act| Cursor { key: a.at.0, id: a.id }))
}

/// The last reason given for closing a thread.
pub fn lock_reason(conn: &mut Conn, thread: ThreadId) -> Result<Option<(Time, String)>> {
    Ok(moderation_acts::table
        .filter(moderation_acts::target.eq(format!("thread {thread}")))
        .filter(moderation_acts::action.eq(ActKind::Lock.as_str()))
        .order((moderation_acts::at.desc(), moderation_acts::id.desc()))
        .select((moderation_acts::at, moderation_acts::reason))
        .first(conn)
        .optional()?)
}

pub fn note_act(tx: &mut Tx<'_>, committee: CommitteeId, action: ActKind, target: &str, reason: &str) -> Result<()> {
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
