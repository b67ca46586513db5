//! Plates of Mali's vehicles. Since 2024 two letters, three digits, two letters, then the region and the cercle (arrêté
//! n° 2023-5150/MTI-SG of 29 December 2023, as the press told it; the text itself was not at hand). The older kind, one or two
//! letters, four digits, `M` and a letter (`MD` for Bamako), is here by its form only.

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
        } else if let Some(place) = in_three(text, tokens, n) {
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
    let now = one.len() == 2 && number.len() == 3 && two.len() == 2;
    let before = (1..=2).contains(&one.len()) && number.len() == 4 && two.len() == 2 && two.starts_with('m');
    now || before
}

/// Typed in three parts. Small letters count only where dashes join the parts: « le 123 de la rue » is a sentence.
fn in_three(text: &str, tokens: &[Token<'_>], n: usize) -> Option<Range<usize>> {
    let [one, number, two] = tokens.get(n..n + 3)? else { return None };
    let signs = [between(text, tokens, n), between(text, tokens, n + 1)];
    let dashed = signs.iter().all(|sign| matches!(*sign, "-" | "–" | "."));
    let spaced = signs.iter().all(|sign| matches!(*sign, " " | "\u{a0}" | "\u{202f}" | "-" | " - " | "."));
    let capitals = |token: &Token<'_>| token.typed.chars().all(|c| c.is_ascii_uppercase());
    let letters = |token: &Token<'_>| token.typed.chars().all(|c| c.is_ascii_alphabetic());
    let typed = dashed && letters(one) && letters(two) || spaced && capitals(one) && capitals(two);
    let digits = number.folded.chars().all(|c| c.is_ascii_digit());
    let word = |token: &Token<'_>| WORDS.contains(&token.folded.as_str());
    let sentence = !dashed && (word(one) || word(two));
    (typed && digits && !sentence && fits(&one.folded, &number.folded, &two.folded))
        .then_some(one.place.start..two.place.end)
}
