//! Writing in a thread, and moderating it.

use crate::base::{Actor, PostId, ThreadId};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::forums::model::{ActKind, Meeting, MeetingAudience, Post, PostState, Thread, speaks_as};
use crate::forums::store::{meetings, papers, talk};
use crate::ledger;
use crate::policy::{self, Deed};

/// True for somebody who belongs to a meeting that is not for everybody: registered, or running the committee (M9).
pub(in crate::forums) fn belongs(conn: &mut Conn, actor: &Actor, meeting: &Meeting) -> Result<bool> {
    if meeting.audience == MeetingAudience::Open || policy::may(actor, &Deed::SeeCommittee(meeting.committee_id)) {
        return Ok(true);
    }
    match actor.account() {
        Some(account) => Ok(papers::registration_of(conn, meeting.id, account)?.is_some()),
        None => Ok(false),
    }
}

/// Writes in a thread, as the function the actor holds.
///
/// # Errors
/// Not signed in; locked; a reserved meeting the actor does not belong to.
pub fn write(tx: &mut Tx<'_>, actor: &Actor, thread: ThreadId, body: &str) -> Result<PostId> {
    policy::permit(actor, &Deed::Post)?;
    let account = actor.account().ok_or(Error::SignIn)?;
    let thread = talk::thread(tx.conn, thread)?.ok_or(Error::NotFound)?;
    let meeting = meetings::find(tx.conn, thread.meeting())?.ok_or(Error::NotFound)?;
    if !belongs(tx.conn, actor, &meeting)? {
        return Err(Error::Forbidden);
    }
    if thread.locked {
        return Err(Error::Refused(Refusal::ThreadLocked));
    }
    let post = talk::write(tx, thread.id, account, speaks_as(actor), body)?;
    ledger::record(tx, actor, "post.write", format_args!("post {post}"), &format!("thread {}", thread.id))?;
    Ok(post)
}

fn moderated(tx: &mut Tx<'_>, actor: &Actor, id: PostId) -> Result<(Post, Thread)> {
    let post = talk::post(tx.conn, id)?.ok_or(Error::NotFound)?;
    let thread = talk::thread(tx.conn, post.thread_id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::RunCommittee(thread.committee_id))?;
    Ok((post, thread))
}

/// Hides a post, with the reason everybody reads (D6). The words stay, for a restore.
///
/// # Errors
/// Not permitted (D11: never for police); hidden before.
pub fn hide(tx: &mut Tx<'_>, actor: &Actor, id: PostId, reason: &str) -> Result<ThreadId> {
    let (post, thread) = moderated(tx, actor, id)?;
    if talk::turn(tx, post.id, PostState::Visible, PostState::Hidden, reason)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    talk::note_act(tx, thread.committee_id, ActKind::Hide, "post", reason)?;
    ledger::record(tx, actor, "post.hide", format_args!("post {id}"), "")?;
    Ok(thread.id)
}

/// Shows a hidden post again, word for word.
///
/// # Errors
/// Not permitted; not hidden.
pub fn restore(tx: &mut Tx<'_>, actor: &Actor, id: PostId, reason: &str) -> Result<ThreadId> {
    let (post, thread) = moderated(tx, actor, id)?;
    if talk::turn(tx, post.id, PostState::Hidden, PostState::Visible, "")? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    talk::note_act(tx, thread.committee_id, ActKind::Restore, "post", reason)?;
    ledger::record(tx, actor, "post.restore", format_args!("post {id}"), "")?;
    Ok(thread.id)
}

/// Closes a thread or opens it again, with the reason.
///
/// # Errors
/// Not permitted; so already.
pub fn lock(tx: &mut Tx<'_>, actor: &Actor, id: ThreadId, locked: bool, reason: &str) -> Result<()> {
    let thread = talk::thread(tx.conn, id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::RunCommittee(thread.committee_id))?;
    if talk::lock(tx, id, locked)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let act = if locked { ActKind::Lock } else { ActKind::Unlock };
    talk::note_act(tx, thread.committee_id, act, &format!("thread {id}"), reason)?;
    ledger::record(tx, actor, &format!("thread.{act}"), format_args!("thread {id}"), "")
}
