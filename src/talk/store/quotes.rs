//! Who quotes whom: a message that is hidden lives on in those that quote it.

use diesel::prelude::*;

use crate::base::{CommitteeId, fold};
use crate::db::Conn;
use crate::db::schema::{post_edits, posts, threads};
use crate::error::Result;
use crate::talk::model::{Post, PostState};

/// The lines a message quotes of others: those that begin with `>`.
fn quoted(body: &str) -> impl Iterator<Item = String> + '_ {
    let lines = body.lines().filter_map(|line| line.trim_start().strip_prefix('>'));
    lines.map(fold).filter(|line| line.len() >= 8)
}

/// What a message says itself.
fn own(body: &str) -> String {
    let lines: Vec<&str> = body.lines().filter(|line| !line.trim_start().starts_with('>')).collect();
    fold(&lines.join("\n"))
}

/// Messages that everybody reads and that quote this one, as it is or as it was before an edit, wherever they stand by now among what
/// its committee moderates: a hundred at most.
pub(crate) fn quoting(conn: &mut Conn, post: &Post, earlier: &[String], committee: CommitteeId) -> Result<Vec<Post>> {
    let all = repeating(conn, post, earlier, committee)?;
    Ok(all.into_iter().filter(|other| other.state == PostState::Visible).take(100).collect())
}

/// Messages in whatever state that quote this one or what it said before, or once did: where a part of it is blacked out, it must
/// be black there too.
pub(crate) fn repeating(conn: &mut Conn, post: &Post, earlier: &[String], committee: CommitteeId) -> Result<Vec<Post>> {
    let of_it = threads::committee_id.eq(committee).and(posts::at.ge(post.at).and(posts::id.ne(post.id)));
    let now: Vec<Post> = posts::table
        .inner_join(threads::table)
        .filter(of_it.and(posts::body.like("%>%")))
        .order((posts::at, posts::id))
        .select(Post::as_select())
        .load(conn)?;
    let once: Vec<(Post, String)> = posts::table
        .inner_join(threads::table)
        .inner_join(post_edits::table.on(post_edits::post_id.eq(posts::id)))
        .filter(of_it.and(post_edits::body.like("%>%")))
        .order((posts::at, posts::id))
        .select((Post::as_select(), post_edits::body))
        .load(conn)?;
    let said: Vec<String> = std::iter::once(&post.body).chain(earlier).map(|text| fold(text)).collect();
    let quotes = |body: &str| quoted(body).any(|line| said.iter().any(|said| said.contains(&line)));
    let mut found: Vec<Post> = now.into_iter().filter(|other| quotes(&other.body)).collect();
    for (other, body) in once {
        if quotes(&body) && found.iter().all(|known| known.id != other.id) {
            found.push(other);
        }
    }
    Ok(found)
}

/// True while a message quotes one of its committee that is hidden, as that is or as it was before an edit.
pub(crate) fn quotes_hidden(conn: &mut Conn, post: &Post, committee: CommitteeId) -> Result<bool> {
    let hidden = threads::committee_id.eq(committee).and(posts::state.eq(PostState::Hidden).and(posts::id.ne(post.id)));
    let mut said: Vec<String> =
        posts::table.inner_join(threads::table).filter(hidden).select(posts::body).load(conn)?;
    let earlier: Vec<String> = posts::table
        .inner_join(threads::table)
        .inner_join(post_edits::table.on(post_edits::post_id.eq(posts::id)))
        .filter(hidden)
        .select(post_edits::body)
        .load(conn)?;
    said.extend(earlier);
    // Who quotes the same as this one is not quoted by it.
    let said: Vec<String> = said.iter().map(|text| own(text)).collect();
    Ok(quoted(&post.body).any(|line| said.iter().any(|said| said.contains(&line))))
}
