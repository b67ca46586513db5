//! Writing in a thread; the first post about something opens its thread.

use super::follow::read_here;
use crate::areas::Reference;
use crate::base::{AccountId, Actor, PostId, ThreadId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::moderation::guard;
use crate::moderation::standing::{self, Standing};
use crate::policy::{self, Deed};
use crate::talk::model::{
    DAY_TWICE, FLOOD_MINUTES, FLOOD_POSTS, NEWCOMER_POSTS, PostState, Subject, held_for, same_words, voices, word,
};
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

/// What somebody writes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    /// The words.
    pub(crate) body: String,
    /// Which post they answer.
    pub(crate) reply_to: Option<PostId>,
    /// As what, as a form's word; the nearest of their roles where it says nothing.
    pub(crate) voice: String,
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
        Some(thread) => Ok((thread.id, About { committee: thread.committee_id, ..about })),
        None => Ok((threads::open(tx, about.subject, about.committee)?, about)),
    }
}

/// Whether somebody may write now, and these words.
pub(super) fn may_write(tx: &mut Tx<'_>, account: AccountId, about: &About, digest: &str) -> Result<()> {
    match standing::of(tx.conn, account, about.committee, tx.now)? {
        Standing::Free => {}
        Standing::Slowed { .. } => return Err(Error::Refused(Refusal::PostSlowed)),
        Standing::Blocked { .. } => return Err(Error::Refused(Refusal::PostBlocked)),
    }
    if posts::wrote(tx.conn, account, digest, tx.now.plus(-DAY_TWICE))? {
        return Err(Error::Refused(Refusal::PostTwice));
    }
    if posts::written_since(tx.conn, account, tx.now.plus(-FLOOD_MINUTES * 60))? >= FLOOD_POSTS {
        return Err(Error::Refused(Refusal::PostFlood));
    }
    Ok(())
}

/// By which rules these words wait. Whoever moderates them waits for nobody; what leads to somebody is not taken from them at all,
/// since nobody would read it first.
pub(super) fn waits(tx: &mut Tx<'_>, actor: &Actor, account: AccountId, about: &About, body: &str) -> Result<String> {
    let watch = guard::watch_list(tx.conn)?;
    let caught = guard::check(body, &watch);
    if policy::may(actor, &Deed::RunCommittee(about.committee)) {
        return if caught.is_empty() { Ok(String::new()) } else { Err(Error::Refused(Refusal::Guarded)) };
    }
    let caught: Vec<String> = caught.into_iter().map(|rule| rule.to_string()).collect();
    let read = posts::let_through(tx.conn, account, NEWCOMER_POSTS)?;
    Ok(held_for(read, !actor.memberships().is_empty(), &caught))
}

/// Writes, as the function the actor chose of those they hold, and follows the thread from then on. Says where it stands and
/// whether it waits.
///
/// # Errors
/// Not signed in; locked; a reserved meeting the actor does not belong to; held back, too much or twice the same.
pub(crate) fn write(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    to: To,
    said: &Said,
) -> Result<(ThreadId, PostId, bool)> {
    policy::permit(actor, &Deed::Post)?;
    let account = actor.account().ok_or(Error::SignIn)?;
    let (thread, about) = thread(tx, actor, r, to)?;
    let digest = same_words(&said.body);
    may_write(tx, account, &about, &digest)?;
    let held_for = waits(tx, actor, account, &about, &said.body)?;
    let mine = voices(actor, &reads::spot(r, about.committee, about.area));
    let chosen = mine.iter().find(|v| word(**v) == said.voice).or(mine.first()).copied();
    // An answer to what stands elsewhere now, or is not shown, is a post like any other.
    let answered = match said.reply_to {
        Some(id) => posts::find(tx.conn, id)?.filter(|p| p.thread_id == thread && p.state == PostState::Visible),
        None => None,
    };
    let new = NewPost {
        thread,
        account,
        voice: chosen.ok_or(Error::Forbidden)?,
        body: &said.body,
        reply_to: answered.map(|p| p.id),
        state: if held_for.is_empty() { PostState::Visible } else { PostState::Held },
        held_for: &held_for,
        digest: &digest,
    };
    let post = posts::write(tx, &new)?;
    read_here(tx, account, thread, post)?;
    ledger::record(tx, actor, "post.write", format_args!("post {post}"), &format!("thread {thread} {}", new.state))?;
    Ok((thread, post, new.state == PostState::Held))
}
