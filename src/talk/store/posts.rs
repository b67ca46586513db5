//! Posts, read and written. Whatever changes how many posts everybody meets in a thread keeps the thread's own count true.

use diesel::prelude::*;

use crate::base::{AccountId, PostId, ThreadId, Time, fold};
use crate::db::schema::{posts, threads};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::talk::model::{Post, PostState, Voice};
use crate::web::{Cursor, Slice};

pub(crate) fn find(conn: &mut Conn, id: PostId) -> Result<Option<Post>> {
    Ok(posts::table.find(id).select(Post::as_select()).get_result(conn).optional()?)
}

/// A page of what everybody meets, and of what the reader wrote that nobody else reads; oldest first.
pub(crate) fn page(
    conn: &mut Conn,
    thread: ThreadId,
    mine: Option<AccountId>,
    after: Option<Cursor>,
) -> Result<Slice<Post>> {
    let met = posts::state.eq(PostState::Visible).or(posts::state.eq(PostState::Hidden));
    let mut query = posts::table
        .filter(posts::thread_id.eq(thread))
        .filter(met.or(posts::account_id.eq(mine.unwrap_or(AccountId::new(0)))))
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

/// The row before the last page's first post, so that a writer is sent where their words are.
pub(crate) fn before_last_page(conn: &mut Conn, thread: ThreadId) -> Result<Option<Cursor>> {
    let total: i64 = posts::table.filter(posts::thread_id.eq(thread)).count().get_result(conn)?;
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

/// A post to be written.
#[derive(Debug, Clone)]
pub(crate) struct NewPost<'a> {
    pub(crate) thread: ThreadId,
    pub(crate) account: AccountId,
    pub(crate) voice: Voice,
    pub(crate) body: &'a str,
    pub(crate) reply_to: Option<PostId>,
    /// Visible, or held.
    pub(crate) state: PostState,
    pub(crate) held_for: &'a str,
    /// Of its folded words.
    pub(crate) digest: &'a str,
}

pub(crate) fn write(tx: &mut Tx<'_>, new: &NewPost<'_>) -> Result<PostId> {
    let id = tx.id();
    diesel::insert_into(posts::table)
        .values((
            posts::id.eq(id),
            posts::thread_id.eq(new.thread),
            posts::account_id.eq(new.account),
            posts::function.eq(new.voice.0),
            posts::scope_id.eq(new.voice.1),
            posts::body.eq(new.body),
            posts::state.eq(new.state),
            posts::reason.eq(""),
            posts::at.eq(tx.now),
            posts::reply_to.eq(new.reply_to),
            posts::held_for.eq(new.held_for),
            posts::digest.eq(new.digest),
        ))
        .execute(tx.conn)?;
    if new.state.is_met() {
        count(tx, new.thread, 1, Some(tx.now))?;
    }
    Ok(id)
}

/// Changes how many posts everybody meets in a thread.
pub(crate) fn count(tx: &mut Tx<'_>, thread: ThreadId, more: i64, last: Option<Time>) -> Result<()> {
    let row = threads::table.find(thread);
    diesel::update(row).set(threads::posts.eq(threads::posts + more)).execute(tx.conn)?;
    if let Some(last) = last {
        diesel::update(row).set(threads::last_at.eq(last)).execute(tx.conn)?;
    }
    Ok(())
}

/// Turns a post from one state into another (hidden, shown again, let through, refused), if it is still in the state that was
/// seen. The words are not touched.
pub(crate) fn turn(tx: &mut Tx<'_>, post: &Post, seen: PostState, next: PostState, reason: &str) -> Result<usize> {
    let turned = diesel::update(posts::table.filter(posts::id.eq(post.id).and(posts::state.eq(seen))))
        .set((posts::state.eq(next), posts::reason.eq(reason)))
        .execute(tx.conn)?;
    if turned > 0 && seen.is_met() != next.is_met() {
        let more = if next.is_met() { 1 } else { -1 };
        count(tx, post.thread_id, more, next.is_met().then_some(tx.now))?;
    }
    Ok(turned)
}

/// The lines a message quotes of others: those that begin with `>`.
fn quoted(body: &str) -> impl Iterator<Item = String> + '_ {
    let lines = body.lines().filter_map(|line| line.trim_start().strip_prefix('>'));
    lines.map(fold).filter(|line| line.len() >= 8)
}

/// Messages of the same thread that everybody reads and that quote this one, or answer it with its words in them: a hundred at most.
pub(crate) fn quoting(conn: &mut Conn, post: &Post) -> Result<Vec<Post>> {
    let later: Vec<Post> = posts::table
        .filter(posts::thread_id.eq(post.thread_id).and(posts::state.eq(PostState::Visible)))
        .filter(posts::at.ge(post.at).and(posts::id.ne(post.id)).and(posts::body.like("%>%")))
        .order((posts::at, posts::id))
        .limit(500)
        .select(Post::as_select())
        .load(conn)?;
    let said = fold(&post.body);
    let mut found: Vec<Post> =
        later.into_iter().filter(|other| quoted(&other.body).any(|line| said.contains(&line))).collect();
    found.truncate(100);
    Ok(found)
}
