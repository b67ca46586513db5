//! Posts, read and written. Whatever changes how many posts everybody meets in a thread keeps the thread's own count true.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::base::{AccountId, PostId, ThreadId, Time};
use crate::db::schema::{accounts, posts, threads};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::talk::model::{Post, PostState, Voice};
use crate::web::{Cursor, PAGE};

pub(crate) fn find(conn: &mut Conn, id: PostId) -> Result<Option<Post>> {
    Ok(posts::table.find(id).select(Post::as_select()).get_result(conn).optional()?)
}

/// Where a page of a thread lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum At {
    /// Its first posts.
    First,
    /// Those after this one.
    After(Cursor),
    /// Those before this one.
    Before(Cursor),
    /// This one and those after it.
    From(Cursor),
    /// Its last posts.
    Last,
}

/// A page of posts, oldest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct PostPage {
    pub(crate) items: Vec<Post>,
    /// The post before which the previous page ends.
    pub(crate) previous: Option<Cursor>,
    /// The post after which the next page begins.
    pub(crate) next: Option<Cursor>,
}

/// Where a post stands in its thread.
pub(crate) fn cursor(post: &Post) -> Cursor {
    Cursor { key: post.at.0, id: post.id.raw() }
}

/// Posts of a thread that a reader meets: everybody's, and what the reader wrote that nobody else reads; on one side of a cursor.
/// The bound on `at` alone is what the index walks by, so that a page in the middle costs what the first one costs. The states are
/// named by what they are not, so that no database looks for them by their own index.
fn some(conn: &mut Conn, thread: ThreadId, mine: AccountId, at: At, limit: i64) -> Result<Vec<Post>> {
    let met = posts::state.ne(PostState::Held).and(posts::state.ne(PostState::Refused));
    let mut query = posts::table
        .filter(posts::thread_id.eq(thread))
        .filter(met.or(posts::account_id.eq(mine)))
        .limit(limit)
        .select(Post::as_select())
        .into_boxed();
    let parts = |c: Cursor| (Time(c.key), PostId::new(c.id));
    query = match at {
        At::First => query.order((posts::at, posts::id)),
        At::Last => query.order((posts::at.desc(), posts::id.desc())),
        At::After(c) => {
            let (at, id) = parts(c);
            let after = posts::at.gt(at).or(posts::id.gt(id));
            query.filter(posts::at.ge(at)).filter(after).order((posts::at, posts::id))
        }
        At::From(c) => {
            let (at, id) = parts(c);
            let from = posts::at.gt(at).or(posts::id.ge(id));
            query.filter(posts::at.ge(at)).filter(from).order((posts::at, posts::id))
        }
        At::Before(c) => {
            let (at, id) = parts(c);
            let before = posts::at.lt(at).or(posts::id.lt(id));
            query.filter(posts::at.le(at)).filter(before).order((posts::at.desc(), posts::id.desc()))
        }
    };
    Ok(query.load(conn)?)
}

/// A page of a thread, and where its neighbours lie.
pub(crate) fn page(conn: &mut Conn, thread: ThreadId, mine: Option<AccountId>, at: At) -> Result<PostPage> {
    let mine = mine.unwrap_or(AccountId::new(0));
    let mut items = some(conn, thread, mine, at, PAGE as i64 + 1)?;
    let more = items.len() > PAGE;
    items.truncate(PAGE);
    let backwards = matches!(at, At::Before(_) | At::Last);
    if backwards {
        items.reverse();
    }
    let (first, last) = (items.first().map(cursor), items.last().map(cursor));
    let earlier = match at {
        At::First => false,
        At::After(_) => true,
        At::Before(_) | At::Last => more,
        At::From(_) => match first {
            Some(first) => !some(conn, thread, mine, At::Before(first), 1)?.is_empty(),
            None => false,
        },
    };
    let later = match at {
        At::Last => false,
        At::Before(_) => true,
        At::First | At::After(_) | At::From(_) => more,
    };
    Ok(PostPage { previous: first.filter(|_| earlier), next: last.filter(|_| later), items })
}

/// The posts that are answered by others, by id.
pub(crate) fn those(conn: &mut Conn, ids: &[PostId]) -> Result<Vec<Post>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(posts::table.filter(posts::id.eq_any(ids)).select(Post::as_select()).load(conn)?)
}

/// The names of those who want theirs beside their function (D3).
pub(crate) fn names(conn: &mut Conn, authors: &[AccountId]) -> Result<HashMap<AccountId, String>> {
    if authors.is_empty() {
        return Ok(HashMap::new());
    }
    let shown = accounts::table.filter(accounts::id.eq_any(authors).and(accounts::shows_name));
    let rows: Vec<(AccountId, String)> = shown.select((accounts::id, accounts::name)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Posts of an account that were taken from their readers, and these beside them, the newest first.
pub(crate) fn taken(conn: &mut Conn, account: AccountId, beside: &[PostId]) -> Result<Vec<Post>> {
    let away = posts::state.eq(PostState::Hidden).or(posts::state.eq(PostState::Refused));
    Ok(posts::table
        .filter(posts::account_id.eq(account).and(away.or(posts::id.eq_any(beside))))
        .order((posts::at.desc(), posts::id.desc()))
        .limit(20)
        .select(Post::as_select())
        .load(conn)?)
}

/// How many posts of an account everybody could read so far, up to `most`.
pub(crate) fn let_through(conn: &mut Conn, account: AccountId, most: i64) -> Result<i64> {
    let met = posts::state.eq(PostState::Visible).or(posts::state.eq(PostState::Hidden));
    let ids: Vec<PostId> =
        posts::table.filter(posts::account_id.eq(account).and(met)).limit(most).select(posts::id).load(conn)?;
    Ok(ids.len() as i64)
}

/// How many posts an account wrote since.
pub(crate) fn written_since(conn: &mut Conn, account: AccountId, since: Time) -> Result<i64> {
    let written = posts::table.filter(posts::account_id.eq(account).and(posts::at.gt(since)));
    Ok(written.count().get_result(conn)?)
}

/// True when an account wrote the same words since.
pub(crate) fn wrote(conn: &mut Conn, account: AccountId, digest: &str, since: Time) -> Result<bool> {
    let same = posts::account_id.eq(account).and(posts::at.gt(since)).and(posts::digest.eq(digest));
    Ok(posts::table.filter(same).count().get_result::<i64>(conn)? > 0)
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
/// seen. The words are not touched. What is let through stands where it is read first: at the end, as written now.
pub(crate) fn turn(tx: &mut Tx<'_>, post: &Post, seen: PostState, next: PostState, reason: &str) -> Result<usize> {
    let row = posts::table.filter(posts::id.eq(post.id).and(posts::state.eq(seen)));
    let turned = diesel::update(row).set((posts::state.eq(next), posts::reason.eq(reason))).execute(tx.conn)?;
    // Nobody has met it: it is said now, below what was said meanwhile. What was met before it was changed keeps its place.
    let never_met = post.edited_at.is_none() || post.held_for.split(',').any(|rule| rule == "newcomer");
    if turned > 0 && seen == PostState::Held && next == PostState::Visible && never_met {
        diesel::update(posts::table.find(post.id)).set(posts::at.eq(tx.now)).execute(tx.conn)?;
    }
    if turned > 0 && seen.is_met() != next.is_met() {
        let more = if next.is_met() { 1 } else { -1 };
        count(tx, post.thread_id, more, next.is_met().then_some(tx.now))?;
    }
    Ok(turned)
}

/// Overwrites the words of a post: a part of them is black.
pub(crate) fn rewrite(tx: &mut Tx<'_>, id: PostId, body: &str, digest: &str) -> Result<()> {
    let row = posts::table.find(id);
    diesel::update(row).set((posts::body.eq(body), posts::digest.eq(digest))).execute(tx.conn)?;
    Ok(())
}

/// Moves a thread's posts to another one: all of them, or those from a cursor on. Says how many of them everybody meets.
pub(crate) fn carry(tx: &mut Tx<'_>, from: ThreadId, to: ThreadId, since: Option<Cursor>) -> Result<i64> {
    let (at, id) = since.map_or((Time(i64::MIN), PostId::new(0)), |c| (Time(c.key), PostId::new(c.id)));
    let later = posts::thread_id.eq(from).and(posts::at.gt(at).or(posts::at.eq(at).and(posts::id.ge(id))));
    let met = posts::state.ne(PostState::Held).and(posts::state.ne(PostState::Refused));
    let moved: i64 = posts::table.filter(later.and(met)).count().get_result(tx.conn)?;
    diesel::update(posts::table.filter(later)).set(posts::thread_id.eq(to)).execute(tx.conn)?;
    for (thread, more) in [(from, -moved), (to, moved)] {
        let last: Option<Time> = posts::table
            .filter(posts::thread_id.eq(thread).and(met))
            .order((posts::at.desc(), posts::id.desc()))
            .select(posts::at)
            .first(tx.conn)
            .optional()?;
        count(tx, thread, more, None)?;
        diesel::update(threads::table.find(thread)).set(threads::last_at.eq(last)).execute(tx.conn)?;
    }
    Ok(moved)
}
