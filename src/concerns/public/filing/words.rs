//! What happened, in the reporter's own words.

use crate::i18n::L;
use crate::web::Form;

/// The shortest and the longest text we take, in characters.
const WORDS: (usize, usize) = (10, 4000);

/// Reads it.
pub(super) fn read(form: &mut Form) -> Option<String> {
    if form.value("words").chars().count() < WORDS.0 {
        form.fail("words", L::filing_words_missing);
    }
    form.words("words", WORDS.0, WORDS.1)
}
