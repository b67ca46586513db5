//! E-mail addresses by their form (RFC 5321 writes `local@domain`), and the usual disguises of `@` and `.`.

use std::ops::Range;

/// What people write for `@`, and for the dot when `@` is disguised.
const ATS: [&str; 9] = [" @ ", " (at) ", "(at)", " [at] ", "[at]", " (arobase) ", " [arobase] ", " arobase ", "@"];
const DOTS: [&str; 6] = [" (point) ", " [point] ", " point ", "(dot)", " dot ", "."];

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%')
}

pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    // Lower case of the same length, so that places stay those of the text.
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<Range<usize>> = ATS.iter().flat_map(|at| at_sign(&lower, at)).collect();
    found.sort_by_key(|place| place.start);
    found.dedup_by(|next, one| next.start < one.end);
    found
}

fn at_sign<'t>(text: &'t str, at: &'static str) -> impl Iterator<Item = Range<usize>> + 't {
    text.match_indices(at).filter_map(move |(here, _)| {
        let before = text[..here].trim_end_matches(is_local).len();
        let local = text[before..here].trim_start_matches(['.', '-', '+', '%', '_']);
        let domain = &text[here + at.len()..];
        let (host, rest) = label(domain)?;
        let dot = DOTS.iter().find(|dot| rest.starts_with(**dot))?;
        let end = tail(&rest[dot.len()..])?;
        let named = local.chars().any(char::is_alphabetic) || local.len() > 2;
        (named && !local.is_empty()).then(|| here - local.len()..here + at.len() + host.len() + dot.len() + end)
    })
}

/// A name of the domain, and what follows it.
fn label(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// The length of the rest of a domain; its last name has letters only, two at least.
fn tail(text: &str) -> Option<usize> {
    let (name, rest) = label(text)?;
    let further = DOTS.iter().find_map(|dot| {
        let rest = rest.strip_prefix(dot)?;
        tail(rest).map(|length| name.len() + dot.len() + length)
    });
    further.or_else(|| (name.len() >= 2 && name.chars().all(char::is_alphabetic)).then_some(name.len()))
}
