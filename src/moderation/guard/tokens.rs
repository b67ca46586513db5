//! A text as words: runs of letters, digits and the accents on them, with where each stands.

use std::ops::Range;

use crate::base::fold;

/// A word of a text.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    /// As it was typed.
    pub(super) typed: &'a str,
    /// Folded.
    pub(super) folded: String,
    /// Where it stands.
    pub(super) place: Range<usize>,
}

impl Token<'_> {
    /// Its digits, when it is a number: letters that look like digits count as those (`76 oo 00 0l`), if a digit is among
    /// them or it is nothing but `o`; after a digit any number of `o` are noughts (`76OOOOO1`).
    pub(super) fn digits(&self) -> Option<String> {
        let read = |c: char| match c {
            '0'..='9' => Some(c),
            'o' => Some('0'),
            'l' | 'i' => Some('1'),
            // Arabic-Indic digits; those of full width were folded.
            '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
            '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10),
            _ => None,
        };
        let digits: String = self.folded.chars().map(read).collect::<Option<_>>()?;
        let true_digits = self.folded.chars().filter(|c| !c.is_ascii_alphabetic()).count();
        let zeros = self.folded.chars().all(|c| c == 'o') && self.folded.len() >= 2;
        let noughts = self.folded.starts_with(|c: char| c.is_ascii_digit())
            && self.folded.chars().all(|c| c.is_ascii_digit() || c == 'o');
        (zeros || noughts || true_digits * 2 >= digits.len() && !digits.is_empty()).then_some(digits)
    }
}

/// The words of a text.
pub(super) fn of(text: &str) -> Vec<Token<'_>> {
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, in_word(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let typed = &text[from..at];
                tokens.push(Token { typed, folded: fold(typed), place: from..at });
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

/// What stands between a word and the next one.
pub(super) fn between<'t>(text: &'t str, tokens: &[Token<'_>], n: usize) -> &'t str {
    match (tokens.get(n), tokens.get(n + 1)) {
        (Some(one), Some(next)) => &text[one.place.end..next.place.start],
        _ => "",
    }
}
