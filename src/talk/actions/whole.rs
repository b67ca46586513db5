//! What moderators do to whole threads: give one another subject, join two, make a part of one its own. Each leaves its trace on
//! the threads and a line in the public log; links to posts lead on.

use crate::areas::Reference;
use crate::base::{Actor, PostId, ThreadId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::moderation::{self, ActKind, guard};
use crate::policy::{self, Deed};
use crate::talk::model::{PostState, Subject, Thread, TraceKind};
use crate::talk::reads::{self, About};
use crate::talk::store::posts::{self, At, cursor};
use crate::talk::store::{follows, threads};

/// A thread with what it is about, for whoever moderates it.
fn moderated(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, id: ThreadId) -> Result<(Thread, About)> {
    let (thread, about) = reads::thread_about(tx.conn, r, actor, id)?;
    policy::permit(actor, &Deed::RunCommittee(thread.committee_id))?;
    Ok((thread, about))
}

/// Words that were written for few are never carried to many, nor the other way round, where whoever wrote them would be lost.
fn same_readers(one: &About, other: &About) -> Result<()> {
    let same = one.subject == other.subject || (!one.reserved && !other.reserved);
    if same { Ok(()) } else { Err(Error::Refused(Refusal::OtherReaders)) }
}

fn note(tx: &mut Tx<'_>, actor: &Actor, thread: &Thread, act: ActKind, reason: &str) -> Result<()> {
    moderation::note(tx, Some(thread.committee_id), act, &format!("thread {}", thread.id), reason)?;
    ledger::record(tx, actor, &format!("thread.{act}"), format_args!("thread {}", thread.id), "")
}

/// Gives a thread another subject of the same committee.
///
/// # Errors
/// Not permitted; a subject of another committee, with other readers, or with a thread of its own.
pub(crate) fn shift(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    id: ThreadId,
    to: Subject,
    reason: &str,
) -> Result<ThreadId> {
    let (thread, was) = moderated(tx, actor, r, id)?;
    let about = reads::about(tx.conn, r, actor, to)?;
    if about.committee != thread.committee_id {
        return Err(Error::Forbidden);
    }
    same_readers(&was, &about)?;
    if threads::own(tx.conn, to)?.is_some() {
        return Err(Error::Refused(Refusal::Taken));
    }
    threads::give(tx, thread.id, to)?;
    let before = (thread.subject_kind, thread.subject_id);
    threads::trace(tx, thread.id, TraceKind::Moved, (None, Some(before)), thread.posts, reason)?;
    note(tx, actor, &thread, ActKind::Move, reason)?;
    Ok(thread.id)
}

/// Joins a thread to another one of the same committee: its posts stand there, in the order of their instants.
///
/// # Errors
/// Not permitted for both; the same thread; other readers.
pub(crate) fn merge(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    (from, into): (ThreadId, ThreadId),
    reason: &str,
) -> Result<ThreadId> {
    let (from, was) = moderated(tx, actor, r, from)?;
    let (into, about) = moderated(tx, actor, r, into)?;
    if from.id == into.id {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    if from.committee_id != into.committee_id {
        return Err(Error::Forbidden);
    }
    same_readers(&was, &about)?;
    let moved = posts::carry(tx, from.id, into.id, None)?;
    follows::carry(tx, from.id, into.id)?;
    threads::lead_on(tx, from.id, into.id)?;
    threads::trace(tx, from.id, TraceKind::MergedAway, (Some(into.id), None), moved, reason)?;
    threads::trace(tx, into.id, TraceKind::MergedIn, (Some(from.id), None), moved, reason)?;
    note(tx, actor, &from, ActKind::Merge, reason)?;
    Ok(into.id)
}

/// Makes a post and what follows it a thread of its own, about the same.
///
/// # Errors
/// Not permitted; nothing would stay; a title or a reason that leads to somebody (D9).
pub(crate) fn split(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    id: PostId,
    title: &str,
    reason: &str,
) -> Result<ThreadId> {
    let post = posts::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let (thread, _) = moderated(tx, actor, r, post.thread_id)?;
    // Everybody reads a title, and nobody reads it first.
    if guard::meets(tx.conn, title)? {
        return Err(Error::Refused(Refusal::Guarded));
    }
    let before = posts::page(tx.conn, thread.id, None, At::Before(cursor(&post)))?;
    if before.items.is_empty() || post.state == PostState::Refused {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let new = threads::open_split(tx, &thread, title)?;
    let moved = posts::carry(tx, thread.id, new, Some(cursor(&post)))?;
    follows::carry(tx, thread.id, new)?;
    threads::trace(tx, thread.id, TraceKind::SplitOff, (Some(new), None), moved, reason)?;
    threads::trace(tx, new, TraceKind::SplitFrom, (Some(thread.id), None), moved, reason)?;
    note(tx, actor, &thread, ActKind::Split, reason)?;
    Ok(new)
}
