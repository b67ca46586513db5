//! Telephone numbers. Mali's have eight digits, the first of them 2 or 4 to 9, and no prefix within the country; the country's
//! code is 223 (public metadata of libphonenumber, region ML, pattern `[24-9]\d{7}`; those that begin with 80 are free of charge:
//! a service's, nobody's own, and let pass). Other countries' numbers are seen by their form only: `+` or `00` and nine to
//! fifteen digits (E.164).
//!
//! A number is read as it is told: digits, letters that look like them, and words of both languages; its parts stand side by side,
//! or are held apart by the end of one line, « et », « ni » or (in words) a comma. What stands apart is a number only where nobody
//! counts like that: in parts of two digits at most, or with a later part that begins with a nought. Not seen, because sentences
//! would be held with it: digits with commas between them, one part on each line without a nought, parts with other words between
//! them, hundreds in words.

use std::ops::Range;

use super::spelled;
use super::tokens::{Token, between};

/// What stands between a part and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A blank, a dash, a dot, nothing.
    Close,
    /// « et », « ni ».
    Word,
    /// The end of a line.
    Line,
    /// A comma, between words.
    Comma,
}

/// A part of a number.
struct Part {
    digits: String,
    place: Range<usize>,
    joint: Joint,
    /// True when it was told in words.
    spelled: bool,
}

/// Numbers in a row that may be parts of one: where they begin and end among the words.
struct Row<'a> {
    parts: Vec<Part>,
    before: &'a str,
    after: &'a [Token<'a>],
}

pub(super) fn find(text: &str, tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let close = rows(text, tokens, false);
    let apart = rows(text, tokens, true);
    close.iter().flat_map(in_row).chain(apart.iter().flat_map(across)).collect()
}

/// Signs that stand within a number; a comma lists numbers.
fn joins(between: &str) -> bool {
    between.chars().count() <= 3
        && between.chars().filter(|c| *c == '\n').count() <= 1
        && between.chars().all(|c| {
            c.is_whitespace() || matches!(c, '.' | '-' | '–' | '—' | '‐' | '−' | '/' | '(' | ')' | '_' | '·' | '*')
        })
}

/// What joins a word to the next number, and how many words that takes.
fn joint(text: &str, tokens: &[Token<'_>], n: usize) -> Option<(Joint, usize)> {
    let gap = between(text, tokens, n);
    let next = tokens.get(n + 1)?;
    if gap.trim_end() == "," {
        return Some((Joint::Comma, 0));
    }
    if !joins(gap) {
        return None;
    }
    if matches!(next.folded.as_str(), "et" | "ni") && joins(between(text, tokens, n + 1)) {
        return Some((Joint::Word, 1));
    }
    Some((if gap.contains('\n') { Joint::Line } else { Joint::Close }, 0))
}

/// The part that begins at a word, whether it is spelled, and how many words it takes.
fn part(text: &str, tokens: &[Token<'_>], n: usize, within: bool) -> Option<(String, bool, usize)> {
    let token = tokens.get(n)?;
    if let Some(digits) = token.digits() {
        return Some((digits, false, 1));
    }
    // Alone it is a word of Bambara; within a number it is a nought.
    if within && token.folded == "o" {
        return Some(("0".to_owned(), false, 1));
    }
    spelled::read(text, tokens, n).map(|(digits, words)| (digits, true, words))
}

/// Parts in rows: those that stand side by side, or also what is held apart.
fn rows<'a>(text: &'a str, tokens: &'a [Token<'a>], apart: bool) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut n = 0;
    while n < tokens.len() {
        let first = n;
        let mut parts: Vec<Part> = Vec::new();
        let (mut at, mut held) = (n, Joint::Close);
        while let Some((digits, spelled, words)) = part(text, tokens, at, !parts.is_empty()) {
            if held == Joint::Comma && !(spelled && parts.last().is_some_and(|last| last.spelled)) {
                break;
            }
            let place = tokens[at].place.start..tokens[at + words - 1].place.end;
            parts.push(Part { digits, place, joint: held, spelled });
            n = at + words;
            let Some((next, skipped)) = joint(text, tokens, n - 1).filter(|(j, _)| apart || *j == Joint::Close) else {
                break;
            };
            (at, held) = (n + skipped, next);
        }
        if parts.is_empty() {
            n += 1;
            continue;
        }
        rows.push(Row { parts, before: &text[..tokens[first].place.start], after: &tokens[n..] });
    }
    rows
}

fn in_row(row: &Row<'_>) -> Vec<Range<usize>> {
    let all: String = row.parts.iter().map(|part| part.digits.as_str()).collect();
    let (Some(first), Some(last)) = (row.parts.first(), row.parts.last()) else { return Vec::new() };
    let abroad = row.before.trim_end_matches('(').ends_with('+') || all.starts_with("00");
    if abroad && (9..=17).contains(&all.trim_start_matches("00").len()) {
        let whole = first.place.start..last.place.end;
        return vec![whole];
    }
    if is_amount(row) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut from = 0;
    while from < row.parts.len() {
        match window(&row.parts[from..]) {
            Some(count) => {
                found.push(spot(&row.parts[from..from + count]));
                from += count;
            }
            None => from += 1,
        }
    }
    found
}

/// Where some parts stand.
fn spot(parts: &[Part]) -> Range<usize> {
    let start = parts.first().map_or(0, |part| part.place.start);
    start..parts.last().map_or(start, |part| part.place.end)
}

/// Numbers whose parts are held apart somewhere.
fn across(row: &Row<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < row.parts.len() {
        // A number does not begin in the middle of what is written together.
        let begins = from == 0 || row.parts[from].joint != Joint::Close;
        let count = window(&row.parts[from..]).filter(|count| {
            begins && {
                let last = from + count == row.parts.len();
                is_told(&row.parts[from..from + count]) && !(last && is_counted(row))
            }
        });
        if let Some(count) = count {
            found.push(spot(&row.parts[from..from + count]));
        }
        from += count.unwrap_or(1);
    }
    found
}

/// True where parts that are held apart are one number: nobody counts or lists like that.
fn is_told(parts: &[Part]) -> bool {
    let later = parts.get(1..).unwrap_or_default();
    let with = |joint: Joint| later.iter().filter(|part| part.joint == joint).count();
    let (lines, commas) = (with(Joint::Line), with(Joint::Comma));
    let year = parts[0].digits.len() == 4 && ("1990".."2040").contains(&parts[0].digits.as_str());
    if with(Joint::Close) == later.len() || year {
        return false;
    }
    // Two hours, two days, or two spans: « 20.00 et 22.00 », « 24/11 et 25/11 », « les 20-21 et 27-28 », « de 20-25 et 30-35 ans ».
    if let [a, b, c, d] = parts
        && c.joint != Joint::Close
        && b.joint == d.joint
        && b.joint != Joint::Line
        && (b.joint == Joint::Close && is_moment(a, b) && is_moment(c, d) || are_spans(parts))
    {
        return false;
    }
    let nought = later.iter().any(|part| part.digits.starts_with('0'));
    let short = parts.iter().all(|part| part.digits.len() <= 2);
    nought && (short || later.iter().all(|part| part.joint == Joint::Close || part.digits.starts_with('0')))
        || short && commas == 0 && lines <= 1
}

/// True for days of a month, and for what goes on rising.
fn are_spans(parts: &[Part]) -> bool {
    let numbers: Vec<u32> = parts.iter().map(|part| part.digits.parse().unwrap_or(u32::MAX)).collect();
    let rising = numbers.windows(2).all(|two| two[0] <= two[1]) && numbers.first() != numbers.last();
    let plain = parts.iter().all(|part| part.digits.len() <= 2 && !part.digits.starts_with('0'));
    plain && (rising || numbers.iter().all(|number| (1..=31).contains(number)))
}

/// True for an hour with its minutes, or a day with its month.
fn is_moment(one: &Part, two: &Part) -> bool {
    let number = |part: &Part| part.digits.parse::<u32>().unwrap_or(u32::MAX);
    let (a, b) = (number(one), number(two));
    (a < 24 && b < 60) || ((1..=31).contains(&a) && (1..=12).contains(&b))
}

/// How many parts, from the first on, make a number of Mali.
fn window(parts: &[Part]) -> Option<usize> {
    let mut digits = String::new();
    for (n, part) in parts.iter().enumerate() {
        digits.push_str(&part.digits);
        let sizes: Vec<usize> = parts[..=n].iter().map(|part| part.digits.len()).collect();
        if is_date(&parts[..=n]) {
            return None;
        }
        let national = match digits.len() {
            8 => Some(digits.as_str()),
            9 => digits.strip_prefix('0'),
            11 => digits.strip_prefix("223"),
            12..=20 => return None,
            _ => None,
        };
        let mali = |number: &str| number.starts_with(['2', '4', '5', '6', '7', '8', '9']) && !number.starts_with("80");
        if national.is_some_and(mali) && is_grouped(&sizes, &digits) {
            return Some(n + 1);
        }
    }
    None
}

/// True for the ways in which a telephone number is cut; thousands are cut otherwise.
fn is_grouped(sizes: &[usize], digits: &str) -> bool {
    let local = match (digits.len(), sizes) {
        (11, [3, rest @ ..]) => rest,
        (9, [1, rest @ ..]) => rest,
        _ => sizes,
    };
    match local {
        [_] | [2, 6] | [6, 2] | [4, 4] | [2, 2, 2, 2] | [2, 2, 4] | [4, 2, 2] | [2, 4, 2] | [3, 2, 3] | [3, 3, 2] => {
            // A year and a number: « 2025-2026 », « décret 2019-0041 ».
            !(local == [4, 4] && digits.get(..4).is_some_and(|year| ("1990".."2040").contains(&year)))
        }
        [2, 3, 3] => !digits.ends_with("000"),
        all => all.iter().all(|size| *size <= 2) || all.first() == Some(&3) && all.iter().sum::<usize>() == 9,
    }
}

/// True for a day, month and year, in either order.
fn is_date(parts: &[Part]) -> bool {
    let [a, b, c] = parts else { return false };
    let number = |part: &str| part.parse::<u32>().unwrap_or(u32::MAX);
    let day = |part: &str| part.len() <= 2 && (1..=31).contains(&number(part));
    let month = |part: &str| part.len() <= 2 && (1..=12).contains(&number(part));
    let year = |part: &str| part.len() == 4 && (1900..2100).contains(&number(part));
    (day(&a.digits) && month(&b.digits) && year(&c.digits)) || (year(&a.digits) && month(&b.digits) && day(&c.digits))
}

/// True where money is counted: a coin's name follows.
fn is_counted(row: &Row<'_>) -> bool {
    const UNITS: [&str; 10] = ["f", "fcfa", "cfa", "xof", "franc", "francs", "dorome", "dɔrɔmɛ", "euros", "eur"];
    row.after.first().is_some_and(|next| UNITS.contains(&next.folded.as_str()))
}

/// True for money and for what is counted in thousands.
fn is_amount(row: &Row<'_>) -> bool {
    let thousands = row.parts.len() >= 2
        && row.parts.first().is_some_and(|first| first.digits.len() <= 3)
        && row.parts[1..].iter().all(|part| part.digits == "000");
    is_counted(row) || thousands
}
