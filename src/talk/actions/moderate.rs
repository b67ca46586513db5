//! What moderators do to posts and threads.

use crate::base::{Actor, PostId, ThreadId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::moderation::{self, ActKind};
use crate::policy::{self, Deed};
use crate::talk::model::{Post, Thread, TraceKind};
use crate::talk::store::{posts, threads};

pub(super) fn moderated(tx: &mut Tx<'_>, actor: &Actor, id: PostId) -> Result<(Post, Thread)> {
    let post = posts::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let thread = threads::find(tx.conn, post.thread_id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::RunCommittee(thread.committee_id))?;
    Ok((post, thread))
}

/// Closes a thread or opens it again, with the reason, which stands on it from then on.
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
    let told = if locked { TraceKind::Locked } else { TraceKind::Unlocked };
    threads::trace(tx, id, told, (None, None), thread.posts, reason)?;
    moderation::note(tx, Some(thread.committee_id), act, &format!("thread {id}"), reason)?;
    ledger::record(tx, actor, &format!("thread.{act}"), format_args!("thread {id}"), "")
}
