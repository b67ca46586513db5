//! Messages that were hidden or refused, before their author and before whoever answers an appeal.

use std::collections::HashMap;

use crate::base::{AccountId, Actor, PostId};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::moderation::Target;
use crate::moderation::appeals::{self, Against, Open};
use crate::policy::{self, Deed};
use crate::talk::model::{Post, PostState, Thread};
use crate::talk::store::{posts, threads};

/// A message of one's own, and what was decided on it.
pub(crate) struct Own {
    pub(crate) post: Post,
    pub(crate) against: Against,
}

/// True while a message is away.
pub(crate) const fn is_gone(state: PostState) -> bool {
    matches!(state, PostState::Hidden | PostState::Refused)
}

fn decided(conn: &mut Conn, post: Post) -> Result<Own> {
    Ok(Own { against: appeals::against(conn, Target::post(post.id), Some(post.account_id))?, post })
}

/// A message that was taken from its readers, for who wrote it. It needs no thread that its author may still read.
pub(crate) fn own(conn: &mut Conn, actor: &Actor, id: PostId) -> Result<Own> {
    let post = posts::find(conn, id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::AppealPost(post.account_id))?;
    let own = decided(conn, post)?;
    let known = is_gone(own.post.state) || own.against.appeal.is_some();
    if known { Ok(own) } else { Err(Error::NotFound) }
}

/// What was decided on those of some messages that the reader wrote and that are away.
pub(super) fn of_mine(conn: &mut Conn, account: AccountId, shown: &[Post]) -> Result<HashMap<PostId, Against>> {
    let mine = shown.iter().filter(|p| p.account_id == account && is_gone(p.state));
    mine.map(|p| Ok((p.id, appeals::against(conn, Target::post(p.id), Some(account))?))).collect()
}

/// Messages of an account that were taken from their readers, or that it appealed about, the newest first.
pub(crate) fn against_me(conn: &mut Conn, account: AccountId) -> Result<Vec<Own>> {
    let appealed = appeals::posts_of(conn, account)?;
    let all = posts::taken(conn, account, &appealed)?;
    all.into_iter().map(|post| decided(conn, post)).collect()
}

/// A message about which an appeal waits.
pub(crate) struct Appealed {
    pub(crate) post: Post,
    pub(crate) thread: Thread,
    pub(crate) open: Open,
}

/// Reads it, for who answers the appeal.
pub(crate) fn appealed(conn: &mut Conn, actor: &Actor, id: PostId) -> Result<Appealed> {
    let post = posts::find(conn, id)?.ok_or(Error::NotFound)?;
    let thread = threads::find(conn, post.thread_id)?.ok_or(Error::NotFound)?;
    let open = appeals::open(conn, Target::post(id), Some(post.account_id))?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::AnswerAppeal(&open.facts))?;
    Ok(Appealed { post, thread, open })
}
