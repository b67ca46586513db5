//! Numbers in words, up to ninety-nine, as a telephone number is told: in French (« soixante-seize », « quatre-vingt-dix ») and in
//! Bambara (« bi wolonwula ni wɔɔrɔ »; words as in the glossary of the house, with the ways in which people type them).

use super::tokens::{Token, between};

const FRENCH: [(&str, u8); 18] = [
    ("zero", 0),
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
];

const FRENCH_TENS: [(&str, u8); 9] = [
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("septante", 70),
    ("huitante", 80),
    ("octante", 80),
    ("nonante", 90),
];

const BAMBARA: [(&str, u8); 19] = [
    ("fu", 0),
    ("kelen", 1),
    ("fila", 2),
    ("fla", 2),
    ("saba", 3),
    ("naani", 4),
    ("nani", 4),
    ("duuru", 5),
    ("duru", 5),
    ("looru", 5),
    ("wooro", 6),
    ("woro", 6),
    ("wolonwula", 7),
    ("wolonfila", 7),
    ("wolonfla", 7),
    ("segin", 8),
    ("seegin", 8),
    ("kononton", 9),
    ("konondon", 9),
];

fn value(list: &[(&str, u8)], word: &str) -> Option<u8> {
    list.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// True where two words are parts of one number.
fn tight(gap: &str) -> bool {
    !gap.is_empty() && gap.len() <= 4 && gap.chars().all(|c| matches!(c, ' ' | '-' | '‐' | '–'))
}

/// The number that begins at a word, in digits, and how many words it takes.
pub(super) fn read(text: &str, tokens: &[Token<'_>], n: usize) -> Option<(String, usize)> {
    let word = |k: usize| -> Option<&str> {
        let joined = k == 0 || tight(between(text, tokens, n + k - 1));
        tokens.get(n + k).filter(|_| joined).map(|token| token.folded.as_str())
    };
    let (value, words) = french(&word).or_else(|| bambara(&word))?;
    Some((value.to_string(), words))
}

fn french<'a>(word: &dyn Fn(usize) -> Option<&'a str>) -> Option<(u8, usize)> {
    let small = |k: usize| word(k).and_then(|word| value(&FRENCH, word));
    // « dix-sept » to « dix-neuf ».
    let beyond = |k: usize| small(k).filter(|unit| (7..=9).contains(unit));
    let first = word(0)?;
    let (tens, used) = match value(&FRENCH_TENS, first) {
        Some(tens) => (tens, 1),
        None if first == "quatre" && matches!(word(1), Some("vingt" | "vingts")) => (80, 2),
        None if first == "dix" => return Some(beyond(1).map_or((10, 1), |unit| (10 + unit, 2))),
        None => return small(0).map(|value| (value, 1)),
    };
    let and = word(used) == Some("et");
    let at = used + usize::from(and);
    let most = if matches!(tens, 60 | 80) { 16 } else { 9 };
    match small(at).filter(|rest| (1..=most).contains(rest) && (!and || matches!(rest, 1 | 11))) {
        Some(10) => Some(beyond(at + 1).map_or((tens + 10, at + 1), |unit| (tens + 10 + unit, at + 2))),
        Some(rest) => Some((tens + rest, at + 1)),
        None => Some((tens, used)),
    }
}

fn bambara<'a>(word: &dyn Fn(usize) -> Option<&'a str>) -> Option<(u8, usize)> {
    let unit = |k: usize| word(k).and_then(|word| value(&BAMBARA, word));
    let (tens, used) = match word(0)? {
        "tan" => (10, 1),
        "mugan" => (20, 1),
        "bi" => (unit(1).filter(|unit| *unit >= 3)? * 10, 2),
        _ => return unit(0).map(|value| (value, 1)),
    };
    let more = unit(used + 1).filter(|unit| *unit >= 1 && word(used) == Some("ni"));
    Some(more.map_or((tens, used), |unit| (tens + unit, used + 2)))
}
