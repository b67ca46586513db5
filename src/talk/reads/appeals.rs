//! Messages that were hidden or refused, before their author and before whoever answers an appeal.

use std::collections::HashMap;

use crate::base::{AccountId, Actor, MASK, PostId};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::moderation::Target;
use crate::moderation::appeals::{self, Against, Open};
use crate::moderation::redactions;
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

/// What its author may know of a message: why it is away or, while it is read, why a part of it is black.
pub(crate) fn against(conn: &mut Conn, post: &Post) -> Result<Against> {
    let (target, author) = (Target::post(post.id), Some(post.account_id));
    if !is_gone(post.state) {
        let masked = appeals::against_mask(conn, target, author)?;
        if masked.decision.is_some() {
            return Ok(masked);
        }
    }
    appeals::against(conn, target, author)
}

fn decided(conn: &mut Conn, post: Post) -> Result<Own> {
    Ok(Own { against: against(conn, &post)?, post })
}

impl Own {
    /// True while it, or a part of it, is away.
    pub(crate) fn is_away(&self) -> bool {
        is_gone(self.post.state) || self.against.is_masked()
    }
}

/// A message that was taken from its readers, for who wrote it. It needs no thread that its author may still read.
pub(crate) fn own(conn: &mut Conn, actor: &Actor, id: PostId) -> Result<Own> {
    let post = posts::find(conn, id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::AppealPost(post.account_id))?;
    let own = decided(conn, post)?;
    let known = own.is_away() || own.against.appeal.is_some();
    if known { Ok(own) } else { Err(Error::NotFound) }
}

/// What was decided on those of some messages that the reader wrote and that are away, or black in part.
pub(super) fn of_mine(conn: &mut Conn, account: AccountId, shown: &[Post]) -> Result<HashMap<PostId, Against>> {
    let away = |p: &&Post| is_gone(p.state) || p.body.contains(MASK);
    let mine = shown.iter().filter(|p| p.account_id == account).filter(away);
    mine.map(|p| Ok((p.id, against(conn, p)?))).collect()
}

/// Messages of an account that were taken from their readers, whole or in part, or that it appealed about, the newest first.
pub(crate) fn against_me(conn: &mut Conn, account: AccountId) -> Result<Vec<Own>> {
    let mut beside = appeals::posts_of(conn, account)?;
    beside.extend(redactions::posts_of(conn, account)?);
    let all = posts::taken(conn, account, &beside)?;
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
    let open = appeals::open(conn, actor, Target::post(id), Some(post.account_id))?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::AnswerAppeal(&open.facts))?;
    Ok(Appealed { post, thread, open })
}
