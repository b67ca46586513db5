//! The guard (D9): what a text says of somebody that is not for everybody — a telephone number, a vehicle's plate, an e-mail
//! address, a word of the watch list. It forbids nothing: a text that meets a rule waits for a moderator, who is told which.
//!
//! What never lives here: who may read the text, and what becomes of it.

mod mail;
mod numbers;
mod plates;
mod tokens;
mod words;

use std::ops::Range;

use crate::base::named;

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
    let tokens = tokens::of(text);
    let of = |rule: Rule, places: Vec<Range<usize>>| places.into_iter().map(move |place| Found { rule, place });
    let mut all: Vec<Found> = of(Rule::Email, mail::find(text))
        .chain(of(Rule::Plate, plates::find(text, &tokens)))
        .chain(of(Rule::Phone, numbers::find(text, &tokens)))
        .chain(of(Rule::Watch, words::find(&tokens, watch)))
        .collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<Rule> {
        check(text, &[])
    }

    #[test]
    fn numbers_are_seen_however_they_are_typed() {
        for text in [
            "Appelez le 76000001",
            "76 00 00 01",
            "76.00.00.01",
            "7600-0001",
            "76-00-00-01, merci",
            "+223 76 00 00 01",
            "00223 66000001",
            "22366000001",
            "(+223) 20.22.00.01",
            "76\u{a0}00\u{202f}00\u{a0}01",
            "7 6 0 0 0 0 0 1",
            "76 oo oo o1",
            "76 OO 00 0l",
            "٧٦ ٠٠ ٠٠ ٠١",
            "７６００ ０００１",
            "son tel:94000001!",
            "76 00 00 01 / 66 00 00 02",
            "appelez le +33 6 12 34 56 78",
            "+221771234567",
            "076000001",
            "66_00_00_01",
            "n° 223-76-00-00-01",
            "76 00 00 0 1",
            "76\u{200b}00\u{200b}00\u{200b}01",
            "7\u{feff}6000001",
        ] {
            assert_eq!(rules(text), [Rule::Phone], "{text}");
        }
    }

    #[test]
    fn dates_hours_numbers_of_concerns_amounts_and_small_numbers_are_no_telephone() {
        for text in [
            "Le 24/11/2026 à 20h30",
            "du 28-11-2026 au 30.11.2026",
            "2026-11-28 20:30",
            "le 24 11 2026 vers 21 h 45",
            "BKO-2026-00001",
            "Mon signalement BKO-2026-00417 et BKO-2026-00418",
            "25 000 000 FCFA",
            "24500000 F CFA",
            "50.000.000 francs",
            "75 000 000",
            "entre 20 et 30 personnes, rue 214, porte 1187",
            "appelez le 17, le 18 ou le 80 00 11 15",
            "24, 26, 44, 80",
            "de 20h à 22h, de 2024 à 2026",
            "2025-2026",
            "le 80 00 11 14",
            "rue 30, porte 45",
            "décret 2019-0041",
            "",
        ] {
            assert_eq!(rules(text), [], "{text}");
        }
    }

    #[test]
    fn plates_are_seen_and_sentences_in_capitals_are_not_plates() {
        for text in ["AB 123 CD", "ab-123-cd", "AB123CD BKO 5", "B 1234 MD", "CK 4567 MD", "b1234md", "moto BA-4021-MD"]
        {
            assert_eq!(rules(text), [Rule::Plate], "{text}");
        }
        for text in [
            "DE 500 KG",
            "ON A VU 200 KM",
            "au 123 de la rue",
            "le 500 ou le 600",
            "RUE 123 PORTE 45",
            "A 1000 M DE LA ROUTE",
            "il y en a 200 au marché",
            "RN 6",
            "SI 100 NE",
        ] {
            assert_eq!(rules(text), [], "{text}");
        }
    }

    #[test]
    fn addresses_are_seen_even_in_disguise() {
        for text in [
            "awa@example.org",
            "Écrivez à awa.d+x@mail.example.ml.",
            "awa (at) example.org",
            "awa [arobase] example (point) org",
            "awa arobase example point org",
            "awa @ example.org",
        ] {
            assert_eq!(rules(text), [Rule::Email], "{text}");
        }
        for text in ["@ bientôt", "à 10h @ la mairie", "un point c'est tout", "3@4", "www.example.org"] {
            assert_eq!(rules(text), [], "{text}");
        }
    }

    #[test]
    fn words_of_the_list_are_seen_whole_in_both_languages_as_people_type_them() {
        let watch = ["ɲɛmɔgɔ", "voleur", "mot interdit", "ŋana"].map(WatchWord::new);
        for text in ["Nyemogo", "ɲɛmɔgɔ!", "NYƐMƆGƆ", "c'est un Voléur", "un mot  interdit.", "mot-interdit", "ngana"]
        {
            assert_eq!(check(text, &watch), [Rule::Watch], "{text}");
        }
        for text in ["nyemogow", "voleurs", "mot", "interdit", "bangana", ""] {
            assert_eq!(check(text, &watch), [], "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_text_and_do_not_overlap() {
        let text = "Ɲɛ: le voléur a le 76 00 00 01 et x@example.org";
        let found = find(text, &[WatchWord::new("voleur"), WatchWord::new("01")]);
        let places: Vec<(Rule, &str)> = found.iter().map(|f| (f.rule, &text[f.place.clone()])).collect();
        assert_eq!(places, [(Rule::Watch, "voléur"), (Rule::Phone, "76 00 00 01"), (Rule::Email, "x@example.org")]);
    }

    #[test]
    fn an_empty_word_meets_nothing() {
        assert_eq!(check("rien du tout", &[WatchWord::new(" ! ")]), []);
    }
}
