//! An author's word against a decision, and the answer of somebody else (D7).

use super::verdict::{bring_back, turn};
use crate::base::{Actor, PostId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::moderation::appeals::{self, Answer};
use crate::moderation::{ActKind, Target};
use crate::policy::{self, Deed};
use crate::talk::model::PostState;
use crate::talk::reads::{self, is_gone};
use crate::talk::store::{posts, threads};

/// Appeals against what was decided on one's own message.
///
/// # Errors
/// Somebody else's; nothing of it is away; a second time.
pub(crate) fn appeal(tx: &mut Tx<'_>, actor: &Actor, id: PostId, words: &str) -> Result<()> {
    let post = posts::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::AppealPost(post.account_id))?;
    let found = reads::against(tx.conn, &post)?;
    if !is_gone(post.state) && !found.is_masked() {
        return Err(Error::Refused(Refusal::NoAppeal));
    }
    appeals::raise(tx, Target::post(id), Some(post.account_id), &found, words)
}

/// Answers an appeal: upheld, everybody reads the message again, as it was written; rejected, it stays away. A part that is black is
/// its author's to write again.
///
/// # Errors
/// Not permitted ([`Deed::AnswerAppeal`]); answered before.
pub(crate) fn answer_appeal(tx: &mut Tx<'_>, actor: &Actor, id: PostId, answer: &Answer) -> Result<()> {
    let post = posts::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let thread = threads::find(tx.conn, post.thread_id)?.ok_or(Error::NotFound)?;
    let open = appeals::settle(tx, actor, Target::post(id), Some(post.account_id), answer)?;
    if !answer.upheld || open.decision.action == ActKind::Redact {
        return Ok(());
    }
    let (both, signs) = ((&post, &thread), (open.signs(actor), Some(open.appeal.at)));
    match post.state {
        PostState::Hidden => bring_back(tx, actor, both, "", signs),
        PostState::Refused => turn(tx, actor, both, PostState::Visible, (ActKind::Publish, ""), signs),
        PostState::Visible | PostState::Held => Err(Error::Refused(Refusal::AlreadyDone)),
    }
}
