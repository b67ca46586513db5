//! What the guard holds, and what it must not hold.

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
fn numbers_are_seen_in_every_disguise_a_neighbour_would_read() {
    for text in [
        "Appelez 76 zéro zéro 00 01",
        "Appelez le 76 00\n00 01",
        "Appelez le 76 00 \r\n00 01",
        "7600\n0001",
        "76OOOOO1",
        "7600\u{2066}0001",
        "76-00 et 00-01",
        "7 6 O O O O O 1",
        "7\u{fe0f}\u{20e3}6\u{fe0f}\u{20e3}0\u{fe0f}\u{20e3}0\u{fe0f}\u{20e3}0\u{fe0f}\u{20e3}0\u{fe0f}\u{20e3}0\u{fe0f}\u{20e3}1\u{fe0f}\u{20e3}",
        "⑦⑥⓪⓪⓪⓪⓪①",
        "⁷⁶ ⁰⁰ ⁰⁰ ⁰¹",
        "76 et 00 et 00 et 01",
        "76 et 12 et 34 et 56",
        "76 ni 00 ni 00 ni 01",
        "76‑00‑00‑01",
        "sept six zéro zéro zéro zéro zéro un",
        "sept, six, zéro, zéro, zéro, zéro, zéro, un",
        "soixante-seize zéro zéro zéro zéro zéro un",
        "soixante seize, douze, trente-quatre, zéro six",
        "quatre-vingt-dix-neuf vingt et un soixante et onze quatre-vingts",
        "wolonwula wɔɔrɔ fu fu fu fu fu kelen",
        "bi wolonwula ni wɔɔrɔ fu fu fu fu fu kelen",
    ] {
        assert_eq!(rules(text), [Rule::Phone], "{text}");
    }
}

#[test]
fn what_neighbours_write_every_day_waits_for_nobody() {
    for text in [
        "le 12 mars 2026 à 18 h 30",
        "25 000 francs et 3 sacs",
        "la rue 30 porte 45",
        "depuis 2019, 4 ou 5 fois",
        "76 personnes et 12 enfants",
        "Voir BKO-2026-00035 et BKO-2026-00036",
        "appelez le 17",
        "Ouvert de 8 h à 12 h et de 15 h à 18 h",
        "à 20.00 et 22.00",
        "le 24/11\n25/11",
        "24 11 2026\n20 00",
        "entre 4500 et 5000 personnes",
        "les rues 20, 22, 24 et 26",
        "un deux trois, soleil",
        "deux ou trois motos, quatre ou cinq fois",
        "Trente-six ans et sept enfants",
        "1. Le puits\n2. La lampe\n3. Le caniveau\n4. La route",
        "25 000\n76 000\n12 000",
        "mɔgɔ bi wolonwula ni wɔɔrɔ nana",
        "A nana kunu, o kɔ a segin na so ni den saba ye",
        "san 2019 kɔnɔ, siɲɛ 4 walima 5",
        "Le 1er janvier, 3 m² de gravats et ½ sac",
        "Lampe ① et lampe ② éteintes",
        "les 20-21 et 27-28 novembre",
        "des jeunes de 20-25 et 30-35 ans",
        "les rues 20-22 et 24-26",
        "les 24 et 25\n28 et 29",
        "7.45\n8.00\n9.15",
    ] {
        assert_eq!(rules(text), [], "{text}");
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
    for text in ["AB 123 CD", "ab-123-cd", "AB123CD BKO 5", "B 1234 MD", "CK 4567 MD", "b1234md", "moto BA-4021-MD"] {
        assert_eq!(rules(text), [Rule::Plate], "{text}");
    }
    for text in
        ["AB 1234 CD", "A B 1 2 3 C D", "AB 123 C D", "a b 1 2 3 c d", "AB123 CD", "ＡＢ １２３ ＣＤ", "AB – 123 – CD"]
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
        "IL Y A 1000 HA",
        "on a b et c, 1 2 3",
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
        "Écrivez à awa[at]gmail[dot]com",
        "awa＠gmail.com",
        "awa @ gmail . com",
        "awa AT gmail DOT com",
        "awa chez gmail point com",
        "awa chez gmail.com",
        "awa{at}example{dot}org",
    ] {
        assert_eq!(rules(text), [Rule::Email], "{text}");
    }
    for text in ["@ bientôt", "à 10h @ la mairie", "un point c'est tout", "3@4", "www.example.org"].into_iter().chain([
        "un forfait chez orange.ml",
        "rdv @ mairie. Venez",
        "chez nous point final",
        "merci @mairie.bamako",
    ]) {
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
fn words_of_the_list_are_seen_in_their_forms_and_under_a_mask() {
    let watch = ["il habite", "elle habite", "numéro de porte", "a ka so"].map(WatchWord::new);
    for text in [
        "Il habitait là",
        "ils habitent au coin",
        "elles habitaient",
        "n° de porte 12",
        "numéro de la porte 12",
        "No de porte 12",
        "il hab1te ici",
        "il h a b i t e ici",
        "i l h.a.b.i.t.e",
        "a ka so",
    ] {
        assert_eq!(check(text, &watch), [Rule::Watch], "{text}");
    }
    for text in ["Il habille", "la porte du marché", "le numéro", "n bɛ da la", "elle hésite", "50 sacs", "a b c d e f"]
    {
        assert_eq!(check(text, &watch), [], "{text}");
    }
}

#[test]
fn places_lead_back_to_what_was_typed() {
    let text = "Ｔｅｌ… 7\u{fe0f}\u{20e3}6000001\u{200b} et awa＠gmail.com, ½";
    let found = find(text, &[]);
    let places: Vec<(Rule, &str)> = found.iter().map(|f| (f.rule, &text[f.place.clone()])).collect();
    let number = "7\u{fe0f}\u{20e3}6000001\u{200b}";
    assert_eq!(places, [(Rule::Phone, number), (Rule::Email, "awa＠gmail.com")]);
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
