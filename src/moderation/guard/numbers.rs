//! Telephone numbers. Mali's have eight digits, the first of them 2 or 4 to 9, and no prefix within the country; the country's
//! code is 223 (public metadata of libphonenumber, region ML, pattern `[24-9]\d{7}`; those that begin with 80 are free of charge:
//! a service's, nobody's own, and let pass). Other countries' numbers are seen by their form only: `+` or `00` and nine to
//! fifteen digits (E.164).

use std::ops::Range;

use super::tokens::{Token, between};

/// Numbers in a row that may be parts of one: where they begin and end among the words.
struct Row<'a> {
    parts: Vec<(String, Range<usize>)>,
    before: &'a str,
    after: &'a [Token<'a>],
}

pub(super) fn find(text: &str, tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    rows(text, tokens).iter().flat_map(in_row).collect()
}

/// Signs that stand within a number; a comma lists numbers.
fn joins(between: &str) -> bool {
    between.chars().count() <= 3
        && between.chars().all(|c| {
            c.is_whitespace() || matches!(c, '.' | '-' | '–' | '‑' | '/' | '(' | ')' | '_' | '·' | '*') || unseen(c)
        })
        && !between.contains('\n')
}

/// Signs without a width, by which a number is cut for machines and not for eyes.
const fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// True where the eye sees one number.
fn cut_unseen(between: &str) -> bool {
    !between.is_empty() && between.chars().all(unseen)
}

fn rows<'a>(text: &'a str, tokens: &'a [Token<'a>]) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut n = 0;
    while n < tokens.len() {
        let first = n;
        let mut parts = Vec::new();
        while let Some(digits) = tokens.get(n).and_then(Token::digits) {
            match parts.last_mut() {
                Some((said, place)) if cut_unseen(between(text, tokens, n - 1)) => {
                    let (said, place): (&mut String, &mut Range<usize>) = (said, place);
                    said.push_str(&digits);
                    place.end = tokens[n].place.end;
                }
                _ => parts.push((digits, tokens[n].place.clone())),
            }
            n += 1;
            if !joins(between(text, tokens, n - 1)) {
                break;
            }
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
    let all: String = row.parts.iter().map(|(digits, _)| digits.as_str()).collect();
    let (Some((_, first)), Some((_, last))) = (row.parts.first(), row.parts.last()) else { return Vec::new() };
    let abroad = row.before.trim_end_matches('(').ends_with('+') || all.starts_with("00");
    if abroad && (9..=17).contains(&all.trim_start_matches("00").len()) {
        let whole = first.start..last.end;
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
                found.push(row.parts[from].1.start..row.parts[from + count - 1].1.end);
                from += count;
            }
            None => from += 1,
        }
    }
    found
}

/// How many parts, from the first on, make a number of Mali.
fn window(parts: &[(String, Range<usize>)]) -> Option<usize> {
    let mut digits = String::new();
    for (n, (part, _)) in parts.iter().enumerate() {
        digits.push_str(part);
        let sizes: Vec<usize> = parts[..=n].iter().map(|(part, _)| part.len()).collect();
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
fn is_date(parts: &[(String, Range<usize>)]) -> bool {
    let [a, b, c] = parts else { return false };
    let number = |part: &str| part.parse::<u32>().unwrap_or(u32::MAX);
    let day = |part: &str| part.len() <= 2 && (1..=31).contains(&number(part));
    let month = |part: &str| part.len() <= 2 && (1..=12).contains(&number(part));
    let year = |part: &str| part.len() == 4 && (1900..2100).contains(&number(part));
    (day(&a.0) && month(&b.0) && year(&c.0)) || (year(&a.0) && month(&b.0) && day(&c.0))
}

/// True for money and for what is counted in thousands.
fn is_amount(row: &Row<'_>) -> bool {
    const UNITS: [&str; 10] = ["f", "fcfa", "cfa", "xof", "franc", "francs", "dorome", "dɔrɔmɛ", "euros", "eur"];
    let counted = row.after.first().is_some_and(|next| UNITS.contains(&next.folded.as_str()));
    let mut sizes = row.parts.iter().map(|(part, _)| part.len());
    let thousands = row.parts.len() >= 2
        && sizes.next().is_some_and(|first| first <= 3)
        && row.parts[1..].iter().all(|(part, _)| part == "000");
    counted || thousands
}
