//! What holds somebody back in a committee's discussions, told to themselves: how, until when, why.

use crate::moderation::restraints::Held;
use crate::moderation::standing::Restraint;
use crate::web::Page;

/// A restraint in a sentence.
pub(super) fn said(page: &Page, held: &Held) -> String {
    let (l, until) = (page.l, held.until.map_or_else(|| "–".to_owned(), |until| page.datetime(&until)));
    match held.kind {
        Restraint::Block => l.talk_held_block(&held.reason, until),
        Restraint::Slow => l.talk_held_slow(held.minutes, &held.reason, until),
    }
}
