//! The guard (D9): what a text says of somebody that is not for everybody — a telephone number, a vehicle's plate, an e-mail
//! address, a word of the watch list. It forbids nothing: a text that meets a rule waits for a moderator, who is told which.
//!
//! Each rule reads the text as the eye does ([`plain`]) and says in its own file what it does not see. False alarms cost a resident
//! an hour and a moderator a minute, so what could only be had with many of them is left to the readers, who can flag it.
//!
//! What never lives here: who may read the text, and what becomes of it.

mod mail;
mod numbers;
mod plain;
mod plates;
mod spelled;
mod tokens;
mod words;

use std::ops::Range;

use crate::base::named;
use crate::db::Conn;
use crate::error::Result;

pub(crate) use words::{WatchWord, watch_list};

named! {
    /// A rule of the guard, in the order in which a moderator is told of them.
    pub enum Rule {
        /// Looks like a telephone number.
        Phone = "phone",
        /// Looks like a vehicle's plate.
        Plate = "plate",
        /// Looks like an e-mail address.
        Email = "email",
        /// A word of the watch list.
        Watch = "watch",
    }
}

/// A place in a text that meets a rule; bytes, at the borders of characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// Which rule.
    pub(crate) rule: Rule,
    /// Where.
    pub(crate) place: Range<usize>,
}

/// Every place that meets a rule, in the order of the text; none overlaps another.
pub(crate) fn find(text: &str, watch: &[WatchWord]) -> Vec<Found> {
    let plain = plain::Plain::of(text);
    let tokens = tokens::of(&plain.text);
    let of = |rule: Rule, places: Vec<Range<usize>>| {
        places.into_iter().map(|place| Found { rule, place: plain.typed(&place) }).collect::<Vec<_>>()
    };
    let mut all = of(Rule::Email, mail::find(&plain.text));
    all.extend(of(Rule::Plate, plates::find(&plain.text, &tokens)));
    all.extend(of(Rule::Phone, numbers::find(&plain.text, &tokens)));
    all.extend(of(Rule::Watch, words::find(&tokens, watch)));
    all.sort_by_key(|found| (found.place.start, found.place.end));
    let mut end = 0;
    all.retain(|found| {
        let apart = found.place.start >= end;
        end = end.max(if apart { found.place.end } else { 0 });
        apart
    });
    all
}

/// The rules a text meets, each once. Empty: nothing holds it back.
pub(crate) fn check(text: &str, watch: &[WatchWord]) -> Vec<Rule> {
    let mut rules: Vec<Rule> = find(text, watch).into_iter().map(|found| found.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// True for a text that meets a rule, words of the list that holds now among them.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn meets(conn: &mut Conn, text: &str) -> Result<bool> {
    Ok(!check(text, &watch_list(conn)?).is_empty())
}

#[cfg(test)]
mod tests;
