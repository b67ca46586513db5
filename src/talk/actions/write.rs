//! Writing in a thread; the first post about something opens its thread.

use crate::areas::Reference;
use crate::base::{Actor, PostId, ThreadId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{self, Deed};
use crate::talk::model::{PostState, Subject, speaks_as};
use crate::talk::reads::{self, About};
use crate::talk::store::posts::NewPost;
use crate::talk::store::{posts, threads};

/// Where somebody writes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum To {
    /// In a thread.
    Thread(ThreadId),
    /// About something, whether it has a thread or not.
    About(Subject),
}

/// The thread, open for writing; opened when nobody wrote about this before.
fn thread(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, to: To) -> Result<(ThreadId, About)> {
    let (thread, about) = match to {
        To::Thread(id) => {
            let (thread, about) = reads::thread_about(tx.conn, r, actor, id)?;
            (Some(thread), about)
        }
        To::About(subject) => (threads::about(tx.conn, subject)?, reads::about(tx.conn, r, actor, subject)?),
    };
    if !about.belongs {
        return Err(Error::Forbidden);
    }
    match thread {
        Some(thread) if thread.locked => Err(Error::Refused(Refusal::ThreadLocked)),
        Some(thread) => Ok((thread.id, about)),
        None => Ok((threads::open(tx, about.subject, about.committee)?, about)),
    }
}

/// Writes, as the function the actor holds.
///
/// # Errors
/// Not signed in; locked; a reserved meeting the actor does not belong to.
pub(crate) fn write(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, to: To, body: &str) -> Result<(ThreadId, PostId)> {
    policy::permit(actor, &Deed::Post)?;
    let account = actor.account().ok_or(Error::SignIn)?;
    let (thread, _) = thread(tx, actor, r, to)?;
    let new = NewPost {
        thread,
        account,
        voice: speaks_as(actor),
        body,
        reply_to: None,
        state: PostState::Visible,
        held_for: "",
        digest: "",
    };
    let post = posts::write(tx, &new)?;
    ledger::record(tx, actor, "post.write", format_args!("post {post}"), &format!("thread {thread}"))?;
    Ok((thread, post))
}
