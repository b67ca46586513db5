//! Changing one's own words: what they were stays to be read.

use super::write::waits;
use crate::areas::Reference;
use crate::base::{Actor, MASK, PostId, ThreadId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::moderation::standing::{self, Standing};
use crate::moderation::{Target, appeals, redactions};
use crate::policy::{self, Deed};
use crate::talk::model::{MASKED, PostState, same_words};
use crate::talk::reads::{self, About};
use crate::talk::store::edits;

/// Changes a post. The new words pass the same guard as the first ones; what waits, waits on. Says whether it waits.
///
/// # Errors
/// Not the author; hidden or refused; a part is black; the thread is closed; the author is blocked; nothing is changed.
pub(crate) fn edit(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, id: PostId, body: &str) -> Result<(ThreadId, bool)> {
    let (post, thread, about) = reads::post(tx.conn, r, actor, id)?;
    policy::permit(actor, &Deed::EditPost(post.account_id))?;
    if thread.locked {
        return Err(Error::Refused(Refusal::ThreadLocked));
    }
    if !matches!(post.state, PostState::Visible | PostState::Held) || post.body == body {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    if post.body.contains(MASK) && appeals::is_fixed(tx.conn, Target::post(id))? {
        return Err(Error::Refused(Refusal::PostMasked));
    }
    let about = About { committee: thread.committee_id, ..about };
    if matches!(standing::of(tx.conn, post.account_id, about.committee, tx.now)?, Standing::Blocked { .. }) {
        return Err(Error::Refused(Refusal::PostBlocked));
    }
    let mut caught = waits(tx, actor, post.account_id, &about, body)?;
    // What a moderator blacked out does not come back by the author's hand before a moderator has read it.
    if !redactions::of(tx.conn, Target::post(id))?.is_empty() {
        caught = if caught.is_empty() { MASKED.to_owned() } else { format!("{caught},{MASKED}") };
    }
    let (state, held_for) = match (post.state, caught.is_empty()) {
        (PostState::Held, true) => (PostState::Held, post.held_for.clone()),
        (_, true) => (PostState::Visible, String::new()),
        (_, false) => (PostState::Held, caught),
    };
    if edits::edit(tx, &post, body, &same_words(body), (state, &held_for))? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    ledger::record(tx, actor, "post.edit", format_args!("post {id}"), state.as_str())?;
    Ok((thread.id, state == PostState::Held))
}
