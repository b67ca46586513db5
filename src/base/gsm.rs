//! What fits one SMS: letters of GSM 03.38, seven bits each, a hundred and sixty of them. One letter outside (ɛ ɔ ɲ ŋ, but « ç » too)
//! makes every letter two octets and cuts the segment to seventy, so such letters are spelled plainly (N11).

use unicode_normalization::UnicodeNormalization;

/// Letters of a message that is one segment.
pub const SEGMENT: usize = 160;

/// Letters that the basic table has beside ASCII ones.
const BASIC: &str = "éèàùìòÇöäüñÉÄÖÜÑ£¥ΔΦΓΛΩΠΨΣΘΞØøÅåÆæß¡¿§¤";

/// Signs of ASCII that the basic table does not have.
const NOT_BASIC: &str = "`[]{}\\^~|";

/// Signs of the table's extension: two places each.
const EXTENSION: &str = "[]{}\\^~|€";

/// True for a letter of the basic table: one place in a segment.
fn is_basic(c: char) -> bool {
    c == '\n' || ((c.is_ascii_graphic() || c == ' ') && !NOT_BASIC.contains(c)) || BASIC.contains(c)
}

/// How many segments a text is sent in: of 160 letters (153 when it takes several), or of 70 (67) with one letter outside the table.
pub fn segments(text: &str) -> usize {
    let places = |c: char| if EXTENSION.contains(c) { 2 } else { 1 };
    let fits = text.chars().all(|c| is_basic(c) || EXTENSION.contains(c));
    let (length, alone, among) = match fits {
        true => (text.chars().map(places).sum(), SEGMENT, 153),
        false => (text.encode_utf16().count(), 70, 67),
    };
    if length <= alone { 1 } else { length.div_ceil(among) }
}

/// A text in letters of the basic table alone: what has no place there is spelled plainly, or left out.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.nfc().peekable();
    while let Some(c) = letters.next() {
        match c {
            'ɛ' => out.push('e'),
            'Ɛ' => out.push('E'),
            'ɔ' => out.push('o'),
            'Ɔ' => out.push('O'),
            'ɲ' => out.push_str("ny"),
            'Ɲ' => out.push_str("Ny"),
            'ŋ' => out.push_str("ng"),
            'Ŋ' => out.push_str("Ng"),
            'œ' => out.push_str("oe"),
            'Œ' => out.push_str("Oe"),
            '’' | '‘' => out.push('\''),
            // French quotation marks bring their spaces.
            '«' => {
                out.push('"');
                while letters.next_if(|c| c.is_whitespace()).is_some() {}
            }
            '»' => {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('"');
            }
            '“' | '”' => out.push('"'),
            '–' | '—' => out.push('-'),
            '…' => out.push_str("..."),
            '\n' => out.push(c),
            c if c.is_whitespace() => out.push(' '),
            c if is_basic(c) => out.push(c),
            // Without its accent: « ê » is « e », « ç » is « c ».
            c => out.extend(std::iter::once(c).nfd().filter(|c| is_basic(*c))),
        }
    }
    out
}

/// A text cut to so many letters, between words where it can.
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head: String = text.chars().take(most).collect();
    let whole = if text.chars().nth(most) == Some(' ') { None } else { head.rsplit_once(' ') };
    let whole = whole.map_or(head.as_str(), |(whole, _)| whole);
    whole.trim_end_matches([' ', ',', ';', ':', '-']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bambara_and_french_are_spelled_in_letters_of_one_segment() {
        assert_eq!(plain("Ɲɔgɔnye bɛ kɛ ŋɔmɛ na"), "Nyogonye be ke ngome na");
        let french = plain("Forum « police » à l’école, ça sera fête\u{a0}: août…");
        assert_eq!(french, "Forum \"police\" à l'école, ca sera fete : aout...");
        for c in plain("ɛɔɲŋƐƆƝŊçêîôûëïâœ’«»–— {}[]^~|\\€ɛ́ 家").chars() {
            assert!(is_basic(c), "{c}");
        }
    }

    #[test]
    fn one_letter_outside_the_table_cuts_a_segment_to_seventy() {
        assert_eq!(segments(&"e".repeat(160)), 1);
        assert_eq!(segments(&"e".repeat(161)), 2);
        assert_eq!(segments(&"é".repeat(306)), 2);
        assert_eq!(segments(&"e".repeat(307)), 3);
        assert_eq!(segments(&format!("{}ɛ", "e".repeat(69))), 1);
        assert_eq!(segments(&format!("{}ɛ", "e".repeat(70))), 2);
        assert_eq!(segments(&format!("{}ç", "e".repeat(134))), 3);
        assert_eq!(segments(&format!("{}€", "e".repeat(159))), 2, "a sign of the extension has two places");
        assert_eq!(segments(&plain(&"ɲɔ".repeat(53))), 1);
    }

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(cut("Salle de la mairie", 40), "Salle de la mairie");
        assert_eq!(cut("Salle de la mairie", 14), "Salle de la");
        assert_eq!(cut("Salle de la mairie", 11), "Salle de la");
        assert_eq!(cut("Salle, mairie", 9), "Salle");
        assert_eq!(cut("Boulkassoumbougou", 5), "Boulk");
    }
}
