//! The watch list, as the guard wants it.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::watch_words;
use crate::error::Result;
use crate::moderation::guard::WatchWord;

/// Every word in force, in whichever language: people mix them.
pub(crate) fn words(conn: &mut Conn) -> Result<Vec<WatchWord>> {
    let words: Vec<String> = watch_words::table.filter(watch_words::active).select(watch_words::word).load(conn)?;
    Ok(words.iter().map(|word| WatchWord::new(word)).collect())
}
