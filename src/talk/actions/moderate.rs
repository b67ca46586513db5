//! What moderators do to posts and threads.

use crate::base::{Actor, PostId, ThreadId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::moderation::{self, ActKind};
use crate::policy::{self, Deed};
use crate::talk::model::{Post, PostState, Thread};
use crate::talk::store::{posts, threads};

fn moderated(tx: &mut Tx<'_>, actor: &Actor, id: PostId) -> Result<(Post, Thread)> {
    let post = posts::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let thread = threads::find(tx.conn, post.thread_id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::RunCommittee(thread.committee_id))?;
    Ok((post, thread))
}

/// Hides a post, with the reason everybody reads (D6). The words stay, for a restore.
///
/// # Errors
/// Not permitted (D11: never for police); hidden before.
pub(crate) fn hide(tx: &mut Tx<'_>, actor: &Actor, id: PostId, reason: &str) -> Result<ThreadId> {
    let (post, thread) = moderated(tx, actor, id)?;
    if posts::turn(tx, &post, PostState::Visible, PostState::Hidden, reason)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    moderation::note(tx, Some(thread.committee_id), ActKind::Hide, "post", reason)?;
    ledger::record(tx, actor, "post.hide", format_args!("post {id}"), "")?;
    Ok(thread.id)
}

/// Shows a hidden post again, word for word.
///
/// # Errors
/// Not permitted; not hidden.
pub(crate) fn restore(tx: &mut Tx<'_>, actor: &Actor, id: PostId, reason: &str) -> Result<ThreadId> {
    let (post, thread) = moderated(tx, actor, id)?;
    if posts::turn(tx, &post, PostState::Hidden, PostState::Visible, "")? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    moderation::note(tx, Some(thread.committee_id), ActKind::Restore, "post", reason)?;
    ledger::record(tx, actor, "post.restore", format_args!("post {id}"), "")?;
    Ok(thread.id)
}

/// Lets a held post be read by everybody (D4, D9).
///
/// # Errors
/// Not permitted; not held any more.
pub(crate) fn let_through(tx: &mut Tx<'_>, actor: &Actor, id: PostId) -> Result<ThreadId> {
    let (post, thread) = moderated(tx, actor, id)?;
    if posts::turn(tx, &post, PostState::Held, PostState::Visible, "")? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    moderation::note(tx, Some(thread.committee_id), ActKind::Publish, "post", "")?;
    ledger::record(tx, actor, "post.publish", format_args!("post {id}"), "")?;
    Ok(thread.id)
}

/// Does not let a held post through; its author reads why.
///
/// # Errors
/// Not permitted; not held any more.
#[allow(dead_code, reason = "the moderator's queue calls it")]
pub(crate) fn refuse(tx: &mut Tx<'_>, actor: &Actor, id: PostId, reason: &str) -> Result<ThreadId> {
    let (post, thread) = moderated(tx, actor, id)?;
    if posts::turn(tx, &post, PostState::Held, PostState::Refused, reason)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    moderation::note(tx, Some(thread.committee_id), ActKind::Refuse, "post", reason)?;
    ledger::record(tx, actor, "post.refuse", format_args!("post {id}"), "")?;
    Ok(thread.id)
}

/// Closes a thread or opens it again, with the reason.
///
/// # Errors
/// Not permitted; so already.
pub(crate) fn lock(tx: &mut Tx<'_>, actor: &Actor, id: ThreadId, locked: bool, reason: &str) -> Result<()> {
    let thread = threads::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::RunCommittee(thread.committee_id))?;
    if threads::lock(tx, id, locked)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let act = if locked { ActKind::Lock } else { ActKind::Unlock };
    moderation::note(tx, Some(thread.committee_id), act, &format!("thread {id}"), reason)?;
    ledger::record(tx, actor, &format!("thread.{act}"), format_args!("thread {id}"), "")
}
