//! What an account follows: how much of it is unread, and what was written since yesterday.

use super::{About, known, thread_about};
use crate::areas::Reference;
use crate::base::{AccountId, Actor, Time};
use crate::concerns;
use crate::db::Conn;
use crate::error::Result;
use crate::talk::model::{Post, Subject, Thread};
use crate::talk::store::follows::{self, MANY};
use crate::web::Cursor;

/// Posts of one thread that a digest shows.
const TOLD: usize = 10;

/// A thread somebody follows.
pub(crate) struct Followed {
    /// It.
    pub(crate) thread: Thread,
    /// What it is about.
    pub(crate) about: About,
    /// How many posts of others are unread, up to a hundred.
    pub(crate) unread: i64,
    /// How far the reader has read.
    pub(crate) read_to: Cursor,
}

/// Threads an account follows and may still read, the newest talk first.
pub(crate) fn mine(conn: &mut Conn, r: &Reference, actor: &Actor, account: AccountId) -> Result<Vec<Followed>> {
    let mut all = Vec::new();
    for (thread, read) in follows::of(conn, account)? {
        let found = known(thread_about(conn, r, actor, thread.id))?;
        // A thread that was joined to another one is told by that one.
        let Some((thread, about)) = found.filter(|(t, about)| t.id == thread.id && about.belongs) else { continue };
        let unread = follows::unread(conn, account, &thread, read)?;
        all.push(Followed { thread, about, unread, read_to: read });
    }
    Ok(all)
}

/// How many posts are unread in what an account follows, up to a hundred: for the menu of every page, so it asks only where
/// something was written. What is about a concern that is not public any more is not counted.
pub(crate) fn unread(conn: &mut Conn, account: AccountId) -> Result<i64> {
    let mut sum = 0;
    for (thread, read) in follows::of(conn, account)? {
        if sum >= MANY {
            break;
        }
        let more = follows::unread(conn, account, &thread, read)?;
        let gone = match thread.subject() {
            Some(Subject::Concern(id)) if more > 0 => concerns::spoken_of(conn, id)?.is_none(),
            _ => false,
        };
        sum += if gone { 0 } else { more };
    }
    Ok(sum.min(MANY))
}

/// What was written since an instant in what an account follows, by thread; and whether there is more.
pub(crate) fn digest(
    conn: &mut Conn,
    r: &Reference,
    actor: &Actor,
    account: AccountId,
    since: Time,
) -> Result<Vec<(Followed, Vec<Post>, bool)>> {
    let mut told = Vec::new();
    for followed in mine(conn, r, actor, account)? {
        if followed.thread.last_at.is_none_or(|last| last < since) {
            continue;
        }
        let mut posts = follows::since(conn, followed.thread.id, since, TOLD as i64 + 1)?;
        let more = posts.len() > TOLD;
        posts.truncate(TOLD);
        if !posts.is_empty() {
            told.push((followed, posts, more));
        }
    }
    Ok(told)
}
