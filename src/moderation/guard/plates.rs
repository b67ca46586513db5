//! Plates of Mali's vehicles. Since 2024 two letters, three digits, two letters, then the region and the cercle (arrêté
//! n° 2023-5150/MTI-SG of 29 December 2023, as the press told it; the text itself was not at hand). The older kind, one or two
//! letters, four digits, `M` and a letter (`MD` for Bamako), is here by its form only, and so is two letters, four digits, two
//! letters. Each may be typed in one, in its three parts, or sign by sign.
//!
//! Not seen, because sentences would be held with it: small letters with blanks between the parts (« le 123 de la rue »), letters
//! for digits, a plate over two lines.

use std::ops::Range;

use super::tokens::{Token, between};

/// Words of two letters that stand beside a number in sentences typed in capitals.
const WORDS: [&str; 38] = [
    "au", "ca", "ce", "ci", "cm", "da", "de", "du", "eh", "en", "es", "et", "fm", "gr", "ha", "il", "je", "kg", "ki",
    "km", "la", "le", "ma", "mg", "ml", "mm", "ne", "ni", "on", "ou", "qu", "sa", "se", "si", "ta", "tv", "un", "vu",
];

pub(super) fn find(text: &str, tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (n, token) in tokens.iter().enumerate() {
        if is_whole(&token.folded) {
            found.push(token.place.clone());
        } else if let Some(place) = in_parts(text, tokens, n) {
            found.push(place);
        }
    }
    found
}

/// Typed in one, in any letters.
fn is_whole(folded: &str) -> bool {
    let mut rest = folded;
    let mut take = |of: fn(char) -> bool| {
        let end = rest.find(|c| !of(c)).unwrap_or(rest.len());
        let (part, left) = rest.split_at(end);
        rest = left;
        part
    };
    let letter = |c: char| c.is_ascii_lowercase();
    let digit = |c: char| c.is_ascii_digit();
    let (one, number, two) = (take(letter), take(digit), take(letter));
    rest.is_empty() && fits(one, number, two)
}

fn fits(one: &str, number: &str, two: &str) -> bool {
    let pairs = one.len() == 2 && two.len() == 2;
    let now = pairs && matches!(number.len(), 3 | 4);
    let before = one.len() == 1 && number.len() == 4 && two.len() == 2 && two.starts_with('m');
    now || before
}

/// The most signs of a plate.
const LONGEST: usize = 8;

/// Typed in parts: in three, or sign by sign.
fn in_parts(text: &str, tokens: &[Token<'_>], n: usize) -> Option<Range<usize>> {
    let mut signs = String::new();
    for end in n..tokens.len().min(n + LONGEST) {
        let apart = end > n && !is_blank(between(text, tokens, end - 1));
        let token = &tokens[end];
        if apart || !token.typed.chars().all(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        signs.push_str(&token.folded);
        let parts = &tokens[n..=end];
        if is_whole(&signs) && reads_as_plate(text, tokens, n, parts) {
            return Some(tokens[n].place.start..token.place.end);
        }
    }
    None
}

/// What stands between the parts of a plate.
fn is_blank(gap: &str) -> bool {
    gap.chars().count() <= 3 && gap.chars().all(|c| matches!(c, ' ' | '-' | '–' | '‐' | '.'))
}

/// True where these parts are no words of a sentence. Small letters count only where dashes join the parts, or where every sign
/// stands alone: « le 123 de la rue » is a sentence.
fn reads_as_plate(text: &str, tokens: &[Token<'_>], n: usize, parts: &[Token<'_>]) -> bool {
    let dash = |k: usize| matches!(between(text, tokens, n + k), "-" | "–" | "‐" | ".");
    let dashed = parts.len() > 1 && (0..parts.len() - 1).all(dash);
    let single = parts.iter().all(|part| part.typed.len() == 1);
    let capitals = parts.iter().all(|part| part.typed.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()));
    let digits: Vec<usize> =
        parts.iter().filter(|p| p.typed.chars().all(|c| c.is_ascii_digit())).map(|p| p.typed.len()).collect();
    let number = digits.len() <= 1 || digits.iter().all(|size| *size == 1);
    let sentence = !dashed && parts.iter().any(|part| WORDS.contains(&part.folded.as_str()));
    number && !sentence && (dashed || single || capitals)
}
