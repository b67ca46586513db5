//! Words of the watch list, compared as folded words: no accents, no capitals, ɛ ɔ ɲ ŋ as e o ny ng.

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

pub(super) fn find(tokens: &[Token<'_>], watch: &[WatchWord]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for WatchWord(parts) in watch.iter().filter(|word| !word.0.is_empty()) {
        for row in tokens.windows(parts.len()) {
            if row.iter().zip(parts).all(|(token, part)| token.folded == *part) {
                found.push(row[0].place.start..row[row.len() - 1].place.end);
            }
        }
    }
    found
}
