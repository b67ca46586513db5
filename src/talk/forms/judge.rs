//! What a moderator's forms send.

use crate::base::{DAY, Time};
use crate::i18n::L;
use crate::moderation::appeals::LONG;
use crate::moderation::ground;
use crate::moderation::restraints::Hold;
use crate::moderation::standing::Restraint;
use crate::talk::actions::Verdict;
use crate::talk::model::PostState;
use crate::web::Form;

/// Why a decision was wrong.
pub(in crate::talk) fn appeal(form: &mut Form) -> Option<String> {
    let words = form.words("words", 10, LONG);
    form.done(words)
}

/// What a moderator decided, and the state they saw.
pub(in crate::talk) fn verdict(form: &mut Form) -> Option<(PostState, Verdict)> {
    let seen = form.pick("_seen", PostState::parse);
    let word = form.value("verdict").to_owned();
    let verdict = match word.as_str() {
        "publish" => Some(Verdict::Publish),
        "refuse" => ground::read(form, "ground", "reason").map(Verdict::Refuse),
        "hide" => {
            let with = form.all("with").into_iter().filter_map(|id| id.parse().ok()).collect();
            ground::read(form, "ground", "reason").map(|why| Verdict::Hide(why, with))
        }
        "restore" => form.line("reason", 3, 300).map(Verdict::Restore),
        "leave" => Some(Verdict::Leave),
        "take" => form.line("staff_note", 0, 300).map(Verdict::Take),
        _ => {
            form.fail("reason", L::form_choose);
            None
        }
    };
    form.done(seen.zip(verdict))
}

/// Holding back whoever wrote a message, or letting go.
#[derive(Debug, Clone)]
pub(in crate::talk) enum Holding {
    /// For a time.
    Hold(Hold),
    /// Letting go, with the reason.
    Lift(String),
}

/// The longest restraint, in days.
const LONGEST_HOLD: i64 = 180;

/// Reads it.
pub(in crate::talk) fn hold(form: &mut Form, now: Time) -> Option<Holding> {
    let reason = form.line("hold_reason", 3, 300);
    if form.is("hold", "lift") {
        return form.done(reason).map(Holding::Lift);
    }
    let kind = form.pick("hold", Restraint::parse);
    let days = form.number("days", 1, LONGEST_HOLD);
    let minutes = match kind {
        Some(Restraint::Slow) => form.number("minutes", 5, 1_440),
        _ => Some(0),
    };
    let parsed = kind.zip(days).zip(minutes).zip(reason);
    let held = parsed.map(|(((kind, days), minutes), reason)| {
        Holding::Hold(Hold { kind, minutes, until: Some(now.plus(days * DAY)), reason })
    });
    form.done(held)
}
