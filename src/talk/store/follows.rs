//! Who follows which thread, and how far they have read it.

use diesel::prelude::*;

use crate::base::{AccountId, PostId, ThreadId, Time};
use crate::db::schema::{posts, thread_follows as follows, threads};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::talk::model::{Post, PostState, Thread};
use crate::web::Cursor;

/// Threads listed at most, those with the newest posts first.
const MOST: i64 = 100;
/// A count of unread posts ends here.
pub(crate) const MANY: i64 = 100;

/// How far an account has read a thread it follows; nothing when it does not.
pub(crate) fn read_to(conn: &mut Conn, account: AccountId, thread: ThreadId) -> Result<Option<Cursor>> {
    let row: Option<(Time, i64)> = follows::table
        .find((account, thread))
        .filter(follows::following)
        .select((follows::read_at, follows::read_id))
        .first(conn)
        .optional()?;
    Ok(row.map(|(at, id)| Cursor { key: at.0, id }))
}

/// Follows a thread, read up to here, or ceases to.
pub(crate) fn follow(tx: &mut Tx<'_>, account: AccountId, thread: ThreadId, on: bool, to: Cursor) -> Result<()> {
    let row = follows::table.find((account, thread));
    let values = (follows::following.eq(on), follows::read_at.eq(Time(to.key)), follows::read_id.eq(to.id));
    if diesel::update(row).set(values).execute(tx.conn)? == 0 {
        diesel::insert_into(follows::table)
            .values((follows::account_id.eq(account), follows::thread_id.eq(thread), values))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Notes that an account has read a thread it follows up to here; never back.
pub(crate) fn saw(tx: &mut Tx<'_>, account: AccountId, thread: ThreadId, to: Cursor) -> Result<usize> {
    let at = Time(to.key);
    let earlier = follows::read_at.lt(at).or(follows::read_at.eq(at).and(follows::read_id.lt(to.id)));
    Ok(diesel::update(follows::table.find((account, thread)).filter(follows::following.and(earlier)))
        .set((follows::read_at.eq(at), follows::read_id.eq(to.id)))
        .execute(tx.conn)?)
}

/// Notes that an account has read everything it follows up to here.
pub(crate) fn saw_all(tx: &mut Tx<'_>, account: AccountId, to: Cursor) -> Result<()> {
    diesel::update(follows::table.filter(follows::account_id.eq(account).and(follows::read_at.le(Time(to.key)))))
        .set((follows::read_at.eq(Time(to.key)), follows::read_id.eq(to.id)))
        .execute(tx.conn)?;
    Ok(())
}

/// What an account follows, with how far it has read; the newest talk first.
pub(crate) fn of(conn: &mut Conn, account: AccountId) -> Result<Vec<(Thread, Cursor)>> {
    let rows: Vec<(Thread, Time, i64)> = follows::table
        .inner_join(threads::table)
        .filter(follows::account_id.eq(account).and(follows::following))
        .order((threads::last_at.desc(), threads::id))
        .limit(MOST)
        .select((Thread::as_select(), follows::read_at, follows::read_id))
        .load(conn)?;
    Ok(rows.into_iter().map(|(thread, at, id)| (thread, Cursor { key: at.0, id })).collect())
}

/// How many posts of others stand after a cursor, up to [`MANY`]; asked only where something was written since.
pub(crate) fn unread(conn: &mut Conn, account: AccountId, thread: &Thread, read: Cursor) -> Result<i64> {
    let at = Time(read.key);
    if thread.last_at.is_none_or(|last| last < at) {
        return Ok(0);
    }
    let later = posts::at.ge(at).and(posts::at.gt(at).or(posts::id.gt(PostId::new(read.id))));
    let ids: Vec<PostId> = posts::table
        .filter(posts::thread_id.eq(thread.id).and(later))
        .filter(posts::state.eq(PostState::Visible).and(posts::account_id.ne(account)))
        .limit(MANY)
        .select(posts::id)
        .load(conn)?;
    Ok(ids.len() as i64)
}

/// What everybody may read in a thread since an instant, oldest first, so many at most.
pub(crate) fn since(conn: &mut Conn, thread: ThreadId, since: Time, most: i64) -> Result<Vec<Post>> {
    Ok(posts::table
        .filter(posts::thread_id.eq(thread).and(posts::at.ge(since)).and(posts::state.eq(PostState::Visible)))
        .order((posts::at, posts::id))
        .limit(most)
        .select(Post::as_select())
        .load(conn)?)
}

/// Whoever follows one thread follows another one, too, as far as they had read.
pub(crate) fn carry(tx: &mut Tx<'_>, from: ThreadId, to: ThreadId) -> Result<()> {
    let rows: Vec<(AccountId, Time, i64)> = follows::table
        .filter(follows::thread_id.eq(from).and(follows::following))
        .select((follows::account_id, follows::read_at, follows::read_id))
        .load(tx.conn)?;
    for (account, at, id) in rows {
        if read_to(tx.conn, account, to)?.is_none() {
            follow(tx, account, to, true, Cursor { key: at.0, id })?;
        }
    }
    Ok(())
}
