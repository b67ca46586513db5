//! What a moderator decides on a message: let it through or not, hide it with those that quote it, show it again, leave it although
//! somebody flagged it. The words are never touched, so a restore gives the same bytes back.

use super::moderate::moderated;
use crate::base::{Actor, CommitteeId, PostId, Time};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::moderation::appeals;
use crate::moderation::flags::{self, FlagState};
use crate::moderation::ground::QUOTED;
use crate::moderation::{self, ActKind, Target, decisions};
use crate::talk::model::{Post, PostState, Thread};
use crate::talk::store::{edits, posts, quotes};

/// A decision on a message. Reasons are as [`moderation::ground::keep`] keeps them.
#[derive(Debug, Clone)]
pub(crate) enum Verdict {
    /// Everybody may read what was held or refused.
    Publish,
    /// What was held is not shown; its author reads why.
    Refuse(String),
    /// What everybody read is hidden, and these that quote it.
    Hide(String, Vec<PostId>),
    /// What was hidden is shown again, and what was hidden because it quotes it.
    Restore(String),
    /// What somebody flagged stays.
    Leave,
    /// The flags are looked at, with a note for the other moderators.
    Take(String),
}

/// Turns a post, notes it in the log in a committee's name, and who decided; `since`: when an appeal about it began to wait.
pub(super) fn turn(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (post, thread): (&Post, &Thread),
    to: PostState,
    (act, reason): (ActKind, &str),
    (signs, since): (Option<CommitteeId>, Option<Time>),
) -> Result<()> {
    let kept = if to == PostState::Visible { "" } else { reason };
    if posts::turn(tx, post, post.state, to, kept)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let (target, committee) = (Target::post(post.id), thread.committee_id);
    let flagged = match act {
        ActKind::Hide => flags::settle(tx, actor, target, FlagState::Upheld)?,
        _ => None,
    };
    if to == PostState::Visible {
        appeals::overtake(tx, target)?;
    }
    let since = since.or(flagged).or((post.state == PostState::Held).then_some(post.at));
    moderation::note(tx, signs, act, "post", reason)?;
    decisions::record(tx, actor, target, committee, act, reason, since)?;
    ledger::record(tx, actor, &format!("post.{act}"), format_args!("post {}", post.id), "")
}

/// Shows a hidden message again, and those that were hidden with it because they quote it, unless somebody has decided on them since.
pub(super) fn bring_back(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (post, thread): (&Post, &Thread),
    reason: &str,
    (signs, since): (Option<CommitteeId>, Option<Time>),
) -> Result<()> {
    let hidden = decisions::last_against(tx.conn, Target::post(post.id))?;
    turn(tx, actor, (post, thread), PostState::Visible, (ActKind::Restore, reason), (signs, since))?;
    // What only quotes brings nothing with it: what it quotes is still away.
    let Some(hidden) = hidden.filter(|hidden| hidden.reason != QUOTED) else { return Ok(()) };
    let earlier = edits::bodies(tx.conn, post.id)?;
    for other in quotes::repeating(tx.conn, post, &earlier, thread.committee_id)? {
        let last = decisions::last(tx.conn, Target::post(other.id))?;
        // One deed hid both, at one instant.
        let with = |d: &decisions::Decision| d.action == ActKind::Hide && d.at == hidden.at && d.reason == QUOTED;
        let Some(last) = last.filter(with) else { continue };
        let own = actor.account() == Some(other.account_id);
        if own || other.state != PostState::Hidden || appeals::was_rejected(tx.conn, last.id)? {
            continue;
        }
        // What somebody flagged for itself, and what quotes another hidden text as well, is looked at for itself.
        let alone = !flags::was_upheld(tx.conn, Target::post(other.id))?
            && !quotes::quotes_hidden(tx.conn, &other, thread.committee_id)?;
        if alone {
            turn(tx, actor, (&other, thread), PostState::Visible, (ActKind::Restore, reason), (signs, None))?;
        }
    }
    Ok(())
}

/// Decides. `seen` is the state the moderator saw, so that two of them do not undo each other.
///
/// # Errors
/// Not permitted (D11: never for police); the moderator's own words; decided before.
pub(crate) fn judge(tx: &mut Tx<'_>, actor: &Actor, id: PostId, seen: PostState, verdict: &Verdict) -> Result<()> {
    let (post, thread) = moderated(tx, actor, id)?;
    if actor.account() == Some(post.account_id) {
        return Err(Error::Refused(Refusal::OwnWords));
    }
    if post.state != seen {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let both = (&post, &thread);
    let own = (Some(thread.committee_id), None);
    match (verdict, post.state) {
        (Verdict::Publish, PostState::Held | PostState::Refused) => {
            turn(tx, actor, both, PostState::Visible, (ActKind::Publish, ""), own)
        }
        (Verdict::Refuse(why), PostState::Held) => {
            turn(tx, actor, both, PostState::Refused, (ActKind::Refuse, why), own)
        }
        (Verdict::Hide(why, with), PostState::Visible) => {
            turn(tx, actor, both, PostState::Hidden, (ActKind::Hide, why), own)?;
            let earlier = edits::bodies(tx.conn, id)?;
            let quoting = quotes::quoting(tx.conn, &post, &earlier, thread.committee_id)?;
            for other in quoting.iter().filter(|other| with.contains(&other.id)) {
                turn(tx, actor, (other, &thread), PostState::Hidden, (ActKind::Hide, QUOTED), own)?;
            }
            Ok(())
        }
        (Verdict::Restore(why), PostState::Hidden) => bring_back(tx, actor, both, why, own),
        (Verdict::Leave, PostState::Visible) => flags::leave(tx, actor, Target::post(id), Some(thread.committee_id)),
        (Verdict::Take(words), _) => flags::take(tx, actor, Target::post(id), words),
        _ => Err(Error::Refused(Refusal::AlreadyDone)),
    }
}
