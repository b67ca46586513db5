//! When a post waits for a moderator, and when it is not taken at all. Pure.

use crate::base::{DAY, fold};
use crate::keys::digest;

/// Posts of an account that a moderator reads before everybody does (D4).
pub(crate) const NEWCOMER_POSTS: i64 = 2;

/// Posts an account writes at most in [`FLOOD_MINUTES`]: on a phone's keys a message takes a minute or two, so who talks, even
/// quickly, stays below; who pastes does not.
pub(crate) const FLOOD_POSTS: i64 = 6;

/// The minutes [`FLOOD_POSTS`] are counted in: long enough that a committee sees a flood stop, short enough to be waited for.
pub(crate) const FLOOD_MINUTES: i64 = 10;

/// For how long the same words are not taken a second time from the same account, in seconds: whoever repeats what was read (or
/// hidden) today adds nothing, and tomorrow it may be news again.
pub(crate) const DAY_TWICE: i64 = DAY;

/// The word of a post that waits because a part of it was black before it was changed.
pub(crate) const MASKED: &str = "masked";

/// By which rules a post waits, as the database keeps them: « newcomer,phone »; nothing when everybody may read it at once.
/// `let_through` is how many posts of the account everybody could read so far; `official` is true for whoever holds a role.
pub(crate) fn held_for(let_through: i64, official: bool, caught: &[String]) -> String {
    let newcomer = !official && let_through < NEWCOMER_POSTS;
    let rules = newcomer.then(|| "newcomer".to_owned()).into_iter().chain(caught.iter().cloned());
    rules.collect::<Vec<_>>().join(",")
}

/// What finds the same words again, however they are spaced, accented or capitalised.
pub(crate) fn same_words(body: &str) -> String {
    digest(&[fold(body).as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newcomer_waits_twice_and_whoever_holds_a_role_does_not() {
        assert_eq!(held_for(0, false, &[]), "newcomer");
        assert_eq!(held_for(1, false, &["phone".into()]), "newcomer,phone");
        assert_eq!(held_for(2, false, &[]), "");
        assert_eq!(held_for(0, true, &[]), "");
        assert_eq!(held_for(9, true, &["plate".into(), "email".into()]), "plate,email");
    }

    #[test]
    fn the_same_words_are_known_under_other_signs_and_other_words_are_not() {
        assert_eq!(same_words("Ɲɛmɔgɔ, venez!"), same_words("  nyemogo   VENEZ "));
        assert_ne!(same_words("Venez ce soir"), same_words("Venez demain soir"));
    }
}
