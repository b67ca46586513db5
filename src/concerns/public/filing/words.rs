//! What happened, in the reporter's own words.

use crate::i18n::L;
use crate::web::Form;

/// The shortest and the longest text we take, in characters.
const WORDS: (usize, usize) = (10, 4000);

/// Reads it. A voice note may stand instead of words (C6); short ones beside it are better than none.
pub(super) fn read(form: &mut Form) -> Option<String> {
    let shortest = if form.has_file("voice") { 0 } else { WORDS.0 };
    if form.value("words").chars().count() < shortest {
        form.fail("words", L::filing_words_missing);
    }
    form.words("words", shortest, WORDS.1)
}
