//! A text as the eye reads it, before any rule looks at it: full-width letters and signs as plain ones, keycaps as their digits
//! (Unicode normalisation NFKC, UAX #15), nothing without a width. Every place in it leads back to the text as it was typed.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// A text made plain.
pub(super) struct Plain {
    /// Its words.
    pub(super) text: String,
    /// For every sign of the plain text: where it begins, and where what it was typed as begins and ends.
    signs: Vec<(usize, usize, usize)>,
}

/// Signs without a width of their own, by which words and numbers are cut for machines and not for eyes: joiners, direction marks,
/// variation selectors, and the frames around a digit.
const fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180b}'..='\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{20dd}'..='\u{20e4}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e01ef}'
    )
}

impl Plain {
    /// Of a text.
    pub(super) fn of(typed: &str) -> Plain {
        let mut plain = Plain { text: String::with_capacity(typed.len()), signs: Vec::new() };
        for (from, c) in typed.char_indices() {
            let to = from + c.len_utf8();
            if unseen(c) {
                // It belongs to the sign before it: what is blacked out takes it along.
                if let Some(last) = plain.signs.last_mut() {
                    last.2 = to;
                }
                continue;
            }
            for sign in std::iter::once(c).nfkc() {
                plain.signs.push((plain.text.len(), from, to));
                plain.text.push(sign);
            }
        }
        plain
    }

    /// Where a place of the plain text stands in the text as it was typed.
    pub(super) fn typed(&self, place: &Range<usize>) -> Range<usize> {
        let first = self.signs.partition_point(|(at, ..)| *at <= place.start).saturating_sub(1);
        let last = self.signs.partition_point(|(at, ..)| *at < place.end).saturating_sub(1);
        match (self.signs.get(first), self.signs.get(last)) {
            (Some((_, from, _)), Some((.., to))) => *from..*to,
            _ => 0..0,
        }
    }
}
