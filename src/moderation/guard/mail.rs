//! E-mail addresses by their form (RFC 5321 writes `local@domain`), and the usual disguises of `@` and `.`: in brackets, in words,
//! with blanks around them.
//!
//! Not seen, because sentences would be held with it: « chez » before a name that is no house of mail and has its dot as a sign
//! (« un forfait chez orange.ml »), signs that are left out (« awa gmail com »), a blank on one side of a sign only.

use std::ops::Range;

/// Words for `@`, and for the dot.
const ATS: [&str; 6] = ["arobase", "arrobase", "at", "a", "chez", "arobas"];
const DOTS: [&str; 3] = ["point", "dot", "pwen"];

/// Words that are also words of sentences: with them the address must end as addresses do.
const DOUBTFUL: [&str; 3] = ["at", "a", "chez"];

/// How addresses end.
const ENDS: [&str; 14] =
    ["com", "org", "net", "ml", "fr", "info", "edu", "gov", "eu", "uk", "ca", "sn", "ci", "africa"];

/// Houses of mail.
const HOUSES: [&str; 12] = [
    "gmail",
    "yahoo",
    "hotmail",
    "outlook",
    "icloud",
    "live",
    "msn",
    "proton",
    "protonmail",
    "laposte",
    "gmx",
    "ymail",
];

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%')
}

/// A sign of an address as it was typed: how long, and by which word, if by one; whether that stands in brackets.
struct Sign {
    length: usize,
    word: Option<&'static str>,
    bracketed: bool,
}

/// The sign, or a word for it, at the head of a text. A word stands free or in brackets; a bare sign has blanks on both sides or on
/// none.
fn sign(text: &str, sign: char, words: &[&'static str]) -> Option<Sign> {
    let inner = text.trim_start_matches(' ');
    let body = inner.strip_prefix(['(', '[', '{', '<']);
    let bracketed = body.is_some();
    let body = body.unwrap_or(inner).trim_start_matches(' ');
    let (word, rest) = match body.strip_prefix(sign) {
        Some(rest) => (None, rest),
        None => {
            let end = body.find(|c: char| !c.is_alphanumeric()).unwrap_or(body.len());
            let word = words.iter().find(|word| ***word == body[..end])?;
            (Some(*word), &body[end..])
        }
    };
    let rest = if bracketed { rest.trim_start_matches(' ').strip_prefix([')', ']', '}', '>'])? } else { rest };
    let after = rest.trim_start_matches(' ');
    let (before, behind) = (inner.len() < text.len(), after.len() < rest.len());
    let free = bracketed || if word.is_some() { before && behind } else { before == behind };
    free.then_some(Sign { length: text.len() - after.len(), word, bracketed })
}

pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    // Lower case of the same length, so that places stay those of the text.
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(from) = lower[at..].find(is_local).map(|from| at + from) {
        let end = lower[from..].find(|c: char| !is_local(c)).map_or(lower.len(), |end| from + end);
        if let Some(place) = address(&lower, from..end) {
            found.push(place);
        }
        at = end;
    }
    found.dedup_by(|next, one| next.start < one.end);
    found
}

/// The address whose name stands here.
fn address(text: &str, local: Range<usize>) -> Option<Range<usize>> {
    let name = text[local.clone()].trim_start_matches(['.', '-', '+', '%', '_']);
    let named = name.chars().any(char::is_alphabetic) || name.len() > 2;
    if name.is_empty() || !named {
        return None;
    }
    let at = sign(&text[local.end..], '@', &ATS)?;
    let domain = local.end + at.length;
    let (host, rest) = label(&text[domain..])?;
    let dot = sign(rest, '.', &DOTS)?;
    let (length, last) = tail(&rest[dot.length..])?;
    let doubtful = !at.bracketed && at.word.is_some_and(|word| DOUBTFUL.contains(&word));
    let sure = ENDS.contains(&last) && (HOUSES.contains(&host) || at.word == Some("at") || dot.word.is_some());
    (!doubtful || sure).then(|| local.end - name.len()..domain + host.len() + dot.length + length)
}

/// A name of the domain, and what follows it.
fn label(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// The length of the rest of a domain, and its last name, which has letters only, two at least.
fn tail(text: &str) -> Option<(usize, &str)> {
    let (name, rest) = label(text)?;
    let further = sign(rest, '.', &DOTS)
        .and_then(|dot| tail(&rest[dot.length..]).map(|(length, last)| (name.len() + dot.length + length, last)));
    further.or_else(|| (name.len() >= 2 && name.chars().all(char::is_alphabetic)).then_some((name.len(), name)))
}
