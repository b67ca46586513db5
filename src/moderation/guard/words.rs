//! Words of the watch list, compared as folded words: no accents, no capitals, ɛ ɔ ɲ ŋ as e o ny ng. Found are also the forms of a
//! verb in -e (« habite », « habitait », « habitent »), an article more or less (« numéro de la porte »), digits for letters (« il
//! hab1te ») and letters that stand alone (« i l h a b i t e »).
//!
//! Not found: plurals and other words of the same stem (whoever wants them enters them), words between the words of the list,
//! letters of other alphabets that look the same.

use std::ops::Range;

use diesel::prelude::*;

use super::tokens::Token;
use crate::base::fold;
use crate::db::Conn;
use crate::db::schema::watch_words;
use crate::error::Result;

/// A word, or a few in a row, of the watch list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WatchWord(Vec<String>);

impl WatchWord {
    /// A word of the list, folded.
    pub(crate) fn new(word: &str) -> WatchWord {
        WatchWord(fold(word).split(' ').filter(|part| !part.is_empty()).map(str::to_owned).collect())
    }
}

/// The words of the list that are looked for now.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn watch_list(conn: &mut Conn) -> Result<Vec<WatchWord>> {
    let words: Vec<String> = watch_words::table
        .filter(watch_words::active.eq(true))
        .order(watch_words::id)
        .select(watch_words::word)
        .load(conn)?;
    Ok(words.iter().map(|word| WatchWord::new(word)).collect())
}

/// Articles and such, which a row of words of the list may have or not.
const SMALL: [&str; 8] = ["de", "du", "des", "d", "la", "le", "les", "l"];

/// How verbs in -e end otherwise.
const ENDINGS: [&str; 8] = ["ent", "ait", "ais", "aient", "era", "eront", "erait", "eraient"];

/// Letters that stand alone, so many in a row, are one word cut in pieces.
const CUT: usize = 4;

pub(super) fn find(tokens: &[Token<'_>], watch: &[WatchWord]) -> Vec<Range<usize>> {
    let cut = cut_words(tokens);
    let mut found = Vec::new();
    for WatchWord(parts) in watch.iter().filter(|word| !word.0.is_empty()) {
        for n in 0..tokens.len() {
            if let Some(end) = reaches(tokens, n, parts) {
                found.push(tokens[n].place.start..tokens[end - 1].place.end);
            }
        }
        for run in &cut {
            // The words before it may be whole.
            let first = (run.start + 1).saturating_sub(parts.len());
            let said: String = tokens[first..run.end].iter().map(|token| token.folded.as_str()).collect();
            if holds(&said, &parts.concat()) {
                found.push(tokens[first].place.start..tokens[run.end - 1].place.end);
            }
        }
    }
    found
}

/// Where a row of words of the list that begins at a word ends, if it stands there.
fn reaches(tokens: &[Token<'_>], n: usize, parts: &[String]) -> Option<usize> {
    let is_small = |word: &str| SMALL.contains(&word);
    let large: Vec<&String> = parts.iter().filter(|part| !is_small(part)).collect();
    let loose = large.len() >= 2 && large.len() < parts.len();
    let wanted: Vec<&String> = if loose { large } else { parts.iter().collect() };
    let mut at = n;
    for (k, part) in wanted.iter().enumerate() {
        while loose && k > 0 && tokens.get(at).is_some_and(|token| is_small(&token.folded)) {
            at += 1;
        }
        let same =
            |token: &Token<'_>| is_same(&token.folded, part) || (wanted.len() > 1 && is_short(&token.folded, part));
        if !tokens.get(at).is_some_and(same) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The short ways of one word in a row: « n° de porte », « ils ».
fn is_short(word: &str, part: &str) -> bool {
    match part {
        "numero" => matches!(word, "n" | "no" | "num"),
        "il" => word == "ils",
        "elle" => word == "elles",
        _ => false,
    }
}

/// True for a word of the list, the forms of a verb in -e, and digits for letters.
fn is_same(word: &str, part: &str) -> bool {
    let ending = || part.strip_suffix('e').and_then(|stem| word.strip_prefix(stem));
    let mixed = || part.len() >= CUT && word.contains(char::is_alphabetic) && word.len() == part.len();
    word == part
        || part.len() > CUT && ending().is_some_and(|end| ENDINGS.contains(&end))
        || mixed() && holds(word, part)
}

/// True where a word stands in what was said, digits read as the letters they look like.
fn holds(said: &str, word: &str) -> bool {
    let alike = |c: char, wanted: char| {
        c == wanted
            || match c {
                '0' => wanted == 'o',
                '1' => matches!(wanted, 'i' | 'l'),
                '3' => wanted == 'e',
                '4' => wanted == 'a',
                '5' => wanted == 's',
                '7' => wanted == 't',
                _ => false,
            }
    };
    let (said, word): (Vec<char>, Vec<char>) = (said.chars().collect(), word.chars().collect());
    word.len() >= CUT && said.windows(word.len()).any(|part| part.iter().zip(&word).all(|(c, w)| alike(*c, *w)))
}

/// Rows of letters that stand alone.
fn cut_words(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut n = 0;
    while n < tokens.len() {
        let length = tokens[n..].iter().take_while(|token| token.folded.chars().count() == 1).count();
        let letters = tokens[n..n + length].iter().filter(|token| token.folded.contains(char::is_alphabetic)).count();
        if length >= CUT && letters * 2 > length {
            runs.push(n..n + length);
        }
        n += length.max(1);
    }
    runs
}
