//! What posts said before they were edited.

use diesel::prelude::*;

use crate::base::{Id, PostId, Time};
use crate::db::schema::{post_edits, posts};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::talk::model::{Post, PostState};

/// Earlier words of a post with the instant they were written, oldest first.
pub(crate) fn of(conn: &mut Conn, post: PostId) -> Result<Vec<(Time, String)>> {
    Ok(post_edits::table
        .filter(post_edits::post_id.eq(post))
        .order((post_edits::at, post_edits::id))
        .limit(100)
        .select((post_edits::at, post_edits::body))
        .load(conn)?)
}

/// All earlier words of a post, oldest first, with the id of each.
pub(crate) fn all(conn: &mut Conn, post: PostId) -> Result<Vec<(i64, String)>> {
    Ok(post_edits::table
        .filter(post_edits::post_id.eq(post))
        .order((post_edits::at, post_edits::id))
        .select((post_edits::id, post_edits::body))
        .load(conn)?)
}

/// All earlier words of a post, oldest first.
pub(crate) fn bodies(conn: &mut Conn, post: PostId) -> Result<Vec<String>> {
    Ok(all(conn, post)?.into_iter().map(|(_, body)| body).collect())
}

/// Overwrites earlier words: a part of them is black.
pub(crate) fn rewrite(tx: &mut Tx<'_>, id: i64, body: &str) -> Result<()> {
    diesel::update(post_edits::table.find(id)).set(post_edits::body.eq(body)).execute(tx.conn)?;
    Ok(())
}

/// New words for a post that is still in the state that was seen; what it said before is kept.
pub(crate) fn edit(
    tx: &mut Tx<'_>,
    post: &Post,
    body: &str,
    digest: &str,
    (state, held_for): (PostState, &str),
) -> Result<usize> {
    let id: Id<()> = tx.id();
    diesel::insert_into(post_edits::table)
        .values((
            post_edits::id.eq(id.raw()),
            post_edits::post_id.eq(post.id),
            post_edits::body.eq(&post.body),
            post_edits::at.eq(post.edited_at.unwrap_or(post.at)),
        ))
        .execute(tx.conn)?;
    let row = posts::table.filter(posts::id.eq(post.id).and(posts::state.eq(post.state)));
    let edited = diesel::update(row)
        .set((
            posts::body.eq(body),
            posts::digest.eq(digest),
            posts::edited_at.eq(tx.now),
            posts::state.eq(state),
            posts::held_for.eq(held_for),
        ))
        .execute(tx.conn)?;
    if edited > 0 && post.state.is_met() && !state.is_met() {
        super::posts::count(tx, post.thread_id, -1, None)?;
    }
    Ok(edited)
}
