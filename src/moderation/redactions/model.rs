//! What is blacked out, and how. Pure.

use std::ops::Range;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{CommitteeId, MASK, MediumId, RedactionId, SealedId, Time};
use crate::db::schema::redactions;
use crate::moderation::target::TargetKind;

/// A part was blacked out.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = redactions)]
pub(crate) struct Redaction {
    pub(crate) id: RedactionId,
    pub(crate) target_kind: TargetKind,
    pub(crate) target_id: i64,
    pub(crate) committee_id: CommitteeId,
    /// The photo that is shown now, where it was one.
    pub(crate) medium_id: Option<MediumId>,
    /// The original; nothing once its time is over.
    pub(crate) sealed_id: Option<SealedId>,
    pub(crate) reason: String,
    pub(crate) at: Time,
    pub(crate) erased_at: Option<Time>,
}

/// What stood there, as it is sealed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Original {
    /// Texts, the newest first.
    pub(crate) words: Vec<String>,
    /// A photo's JPEG, in base64; empty where it was a text.
    pub(crate) photo: String,
}

/// The newest reason of some redactions.
pub(crate) fn latest(redactions: &[Redaction]) -> Option<&Redaction> {
    redactions.iter().max_by_key(|one| (one.at, one.id))
}

/// Where a part stands in a text, as bytes: whole words only, capitals and kinds of spaces apart.
fn places(text: &[(usize, char)], end: usize, part: &[char]) -> Vec<Range<usize>> {
    let same = |a: char, b: char| (a.is_whitespace() && b.is_whitespace()) || a.to_lowercase().eq(b.to_lowercase());
    let (Some(first), Some(last)) = (part.first(), part.last()) else { return Vec::new() };
    let mut found = Vec::new();
    for at in 0..text.len() {
        let Some(piece) = text.get(at..at + part.len()) else { break };
        let before = at.checked_sub(1).map(|b| text[b].1);
        let after = text.get(at + part.len());
        let inside = before.is_some_and(|c| c.is_alphanumeric() && first.is_alphanumeric())
            || after.is_some_and(|(_, c)| c.is_alphanumeric() && last.is_alphanumeric());
        if !inside && piece.iter().zip(part).all(|((_, a), b)| same(*a, *b)) {
            found.push(text[at].0..after.map_or(end, |(byte, _)| *byte));
        }
    }
    found
}

/// A text without these parts, each black whatever its length; nothing when none of them stands in it.
pub(crate) fn blacken(text: &str, parts: &[String]) -> Option<String> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let of = |part: &String| places(&chars, text.len(), &part.chars().collect::<Vec<_>>());
    let mut all: Vec<Range<usize>> = parts.iter().flat_map(of).collect();
    all.sort_by_key(|place| (place.start, place.end));
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for place in &all {
        if place.end <= at {
            continue;
        }
        // What overlaps what is black already only makes it longer.
        if place.start >= at {
            out.push_str(&text[at..place.start]);
            out.push_str(MASK);
        }
        at = place.end;
    }
    out.push_str(&text[at..]);
    (!all.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn black(text: &str, parts: &[&str]) -> Option<String> {
        blacken(text, &parts.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn every_place_is_black_whole_words_only_and_its_length_is_not_told() {
        assert_eq!(
            black("Appelez le 76 00 00 01, le 76\n00 00 01!", &["76 00 00 01"]).unwrap(),
            "Appelez le ███, le ███!"
        );
        assert_eq!(black("Ali, ALI et Bali", &["ali"]).unwrap(), "███, ███ et Bali");
        assert_eq!(black("Bali", &["Ali"]), None);
        assert_eq!(black("Ɲɛmɔgɔ Keïta", &["ɲɛmɔgɔ"]).unwrap(), "███ Keïta");
        assert_eq!(black("Awa Diarra, rue 12", &["Awa", "Awa Diarra", "Diarra, rue"]).unwrap(), "███ 12");
        assert_eq!(black("x@example.org", &["x@example.org"]).unwrap(), "███");
        assert_eq!(black("rien", &["", "absent"]), None);
    }
}
