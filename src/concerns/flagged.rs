//! What readers flagged about a concern, answered by its moderators (D5).

use super::actions::load;
use crate::areas::Reference;
use crate::base::{Actor, ConcernNumber};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::moderation::flags::{self, FlagState};
use crate::moderation::{ActKind, Target, decisions};
use crate::policy::{Deed, permit};

/// What a moderator answers to the flags of a concern.
#[derive(Debug, Clone)]
pub(crate) enum FlagAnswer {
    /// What somebody flagged stays.
    Leave,
    /// They are looked at, with a note for the other moderators.
    Take(String),
}

/// A moderator answers the flags of a concern (D5, D11).
///
/// # Errors
/// Not permitted; none waits.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    answer: &FlagAnswer,
) -> Result<()> {
    let (concern, facts) = load(tx, r, number)?;
    permit(actor, &Deed::ModerateConcern(&facts))?;
    let target = Target::concern(concern.id);
    match answer {
        FlagAnswer::Take(words) => flags::take(tx, actor, target, words),
        FlagAnswer::Leave => {
            let since = flags::settle(tx, actor, target, FlagState::Rejected)?;
            let since = since.ok_or(Error::Refused(Refusal::AlreadyDone))?;
            match facts.committees.iter().copied().find(|c| actor.committees().contains(c)) {
                Some(own) => decisions::record(tx, actor, target, own, ActKind::FlagRejected, "", Some(since)),
                None => Ok(()),
            }
        }
    }
}
