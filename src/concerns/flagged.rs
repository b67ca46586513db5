//! What readers flagged about a concern, answered by its moderators (D5).

use super::actions::{decides_as, load};
use crate::areas::Reference;
use crate::base::{Actor, ConcernNumber};
use crate::db::Tx;
use crate::error::Result;
use crate::moderation::{Target, flags};
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
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::ModerateConcern(&facts))?;
    let target = Target::concern(concern.id);
    match answer {
        FlagAnswer::Take(words) => flags::take(tx, actor, target, words),
        FlagAnswer::Leave => flags::leave(tx, actor, target, decides_as(actor, &facts)),
    }
}
