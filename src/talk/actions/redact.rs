//! Blacking out a part of a message (D10): in its words, in what it said before, and in every message that quotes it. What stood
//! there is sealed; nobody reads it in a thread again.

use super::moderate::moderated;
use crate::base::{Actor, CommitteeId, PostId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::moderation::Target;
use crate::moderation::redactions::{self, Masking, Original, blacken};
use crate::talk::model::{Post, same_words};
use crate::talk::store::{edits, posts, quotes};

/// Blacks out parts of a message, whatever its state, and of those that quote it.
///
/// # Errors
/// Not permitted (D11: never for police); none of the parts stands there any more; no overseer has a key.
pub(crate) fn redact(tx: &mut Tx<'_>, actor: &Actor, id: PostId, masking: &Masking) -> Result<()> {
    let (post, thread) = moderated(tx, actor, id)?;
    let earlier: Vec<String> = edits::all(tx.conn, id)?.into_iter().map(|(_, body)| body).collect();
    // Found before the words change: a quote repeats what was said.
    let quoting = quotes::repeating(tx.conn, &post, &earlier, thread.committee_id)?;
    if !black(tx, actor, &post, thread.committee_id, masking)? {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    for other in &quoting {
        black(tx, actor, other, thread.committee_id, masking)?;
    }
    Ok(())
}

/// One message, with what it said before. Says whether anything stood there.
fn black(tx: &mut Tx<'_>, actor: &Actor, post: &Post, committee: CommitteeId, masking: &Masking) -> Result<bool> {
    let earlier = edits::all(tx.conn, post.id)?;
    let body = blacken(&post.body, &masking.parts);
    let before: Vec<_> = earlier.iter().filter_map(|(id, text)| Some((*id, blacken(text, &masking.parts)?))).collect();
    if body.is_none() && before.is_empty() {
        return Ok(false);
    }
    let words = std::iter::once(post.body.clone()).chain(earlier.into_iter().rev().map(|(_, text)| text)).collect();
    let original = Original { words, ..Original::default() };
    redactions::keep(tx, actor, Target::post(post.id), committee, None, &original, &masking.reason)?;
    if let Some(body) = body {
        posts::rewrite(tx, post.id, &body, &same_words(&body))?;
    }
    for (id, text) in before {
        edits::rewrite(tx, id, &text)?;
    }
    Ok(true)
}
