//! One message before its moderator.

use super::{known, thread_about};
use crate::areas::Reference;
use crate::base::{AccountId, Actor, PostId, Time};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::moderation::Target;
use crate::moderation::appeals::{self, Open};
use crate::moderation::flags::{self, Flag};
use crate::moderation::guard::{self, WatchWord};
use crate::moderation::redactions::{self, Redaction};
use crate::moderation::restraints::{self, Held};
use crate::policy::{self, Deed};
use crate::talk::model::{Post, Thread};
use crate::talk::store::{edits, posts, quotes, threads};

/// A message, and all that a moderator needs to decide on it.
pub(crate) struct Judged {
    pub(crate) post: Post,
    pub(crate) thread: Thread,
    /// What it is said about; nothing where that is public no more.
    pub(crate) title: Option<String>,
    pub(crate) flags: Vec<Flag>,
    /// The names of those who took them in hand.
    pub(crate) hands: Vec<(AccountId, String)>,
    /// The appeal about it that waits.
    pub(crate) appeal: Option<Open>,
    /// What it said before.
    pub(crate) earlier: Vec<String>,
    /// What was blacked out of it, newest first.
    pub(crate) redactions: Vec<Redaction>,
    /// Messages that quote it.
    pub(crate) quoting: Vec<Post>,
    /// What holds its author back now.
    pub(crate) held: Vec<Held>,
    /// The watch list.
    pub(crate) watch: Vec<WatchWord>,
}

/// Reads it, for who moderates it (D11: never police).
pub(crate) fn judged(conn: &mut Conn, r: &Reference, actor: &Actor, id: PostId, now: Time) -> Result<Judged> {
    let post = posts::find(conn, id)?.ok_or(Error::NotFound)?;
    let thread = threads::find(conn, post.thread_id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::RunCommittee(thread.committee_id))?;
    let earlier = edits::bodies(conn, id)?;
    let flags = flags::of(conn, Target::post(id))?;
    Ok(Judged {
        title: known(thread_about(conn, r, actor, post.thread_id))?.map(|(_, about)| about.title),
        hands: flags::hands(conn, &flags)?,
        flags,
        appeal: appeals::open(conn, actor, Target::post(id), Some(post.account_id))?,
        redactions: redactions::of(conn, Target::post(id))?,
        quoting: quotes::quoting(conn, &post, &earlier, thread.committee_id)?,
        earlier,
        held: restraints::of(conn, post.account_id, thread.committee_id, now)?,
        watch: guard::watch_list(conn)?,
        post,
        thread,
    })
}
