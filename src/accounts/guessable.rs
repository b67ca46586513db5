//! What somebody would try first at another's password (ASVS 5.0, 6.2.4 and 6.2.11; NIST SP 800-63B-4, 3.1.1.2): what many chose
//! elsewhere, what follows from itself, and the words of this house. Pure.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::model::SHORTEST;
use crate::areas::Reference;
use crate::base::fold;

/// What many chose elsewhere, as [`fold`] leaves it, without spaces. `common/README.md` says whence and how it was cut.
const LIST: &str = include_str!("common/list.txt");

static LISTED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| LIST.lines().collect());

/// What is tried here and stands in no list from elsewhere.
const LOCAL: [&str; 19] = [
    "administrateur",
    "alhamdoulillah",
    "allahouakbar",
    "azertyuiop",
    "bamakomali",
    "bienvenue",
    "bismillah",
    "bonjour",
    "changezmoi",
    "commissariat",
    "gendarmerie",
    "inchallah",
    "jetaime",
    "malibamako",
    "monmotdepasse",
    "motdepasse",
    "nationale",
    "policenationale",
    "welcome",
];

/// Words of the house: of what it is, whom it serves, who works in it. They make no password stronger, and neither do several.
const HOUSE: [&str; 44] = [
    "sigida",
    "police",
    "polisi",
    "policier",
    "policiere",
    "bamako",
    "mali",
    "admin",
    "administrateur",
    "administratrice",
    "agent",
    "officier",
    "officiere",
    "commissaire",
    "commissariat",
    "arrondissement",
    "brigade",
    "poste",
    "patrouille",
    "gendarme",
    "gendarmerie",
    "securite",
    "proximite",
    "lakana",
    "chef",
    "chief",
    "officer",
    "moderateur",
    "moderatrice",
    "moderation",
    "president",
    "presidente",
    "controle",
    "relais",
    "comite",
    "forum",
    "partenaire",
    "service",
    "mairie",
    "commune",
    "quartier",
    "district",
    "ville",
    "komini",
];

/// Words that only join others.
const JOINING: [&str; 18] =
    ["de", "du", "des", "d", "l", "la", "le", "les", "et", "a", "au", "aux", "en", "un", "une", "ka", "ni", "ye"];

/// Letters that must be left when the words of the house are taken out of a password.
const OWN_LETTERS: usize = 6;

/// The words of this instance's names: of its communes, quartiers, units, committees and services.
pub(crate) fn house_words(r: &Reference) -> Vec<String> {
    let areas = r.areas.iter().map(|area| area.name.as_str());
    let units = r.units.iter().map(|unit| unit.name.as_str());
    let committees = r.committees.iter().flat_map(|committee| [committee.name_fr.as_str(), &committee.name_bm]);
    let partners = r.partners.iter().flat_map(|partner| [partner.name_fr.as_str(), &partner.name_bm]);
    let names = areas.chain(units).chain(committees).chain(partners);
    let words = names.flat_map(|name| fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>());
    // Shorter ones stand within too many other words.
    let mut words: Vec<String> = words.filter(|word| word.chars().count() >= 4).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// True for a password that would be among the first tries.
pub(super) fn is_guessable(password: &str, names: &[String]) -> bool {
    let folded = fold(password);
    let bare = folded.replace(' ', "");
    bare.is_empty()
        || is_listed(&bare)
        || is_listed(bare.trim_end_matches(|c: char| c.is_ascii_digit()))
        || is_monotone(&bare)
        || repeats(&bare)
        || is_of_the_house(&folded, names)
}

fn is_listed(bare: &str) -> bool {
    LISTED.contains(bare) || LOCAL.contains(&bare)
}

/// True when it is something short said again and again: `soleilsoleil`.
fn repeats(bare: &str) -> bool {
    let signs: Vec<char> = bare.chars().collect();
    let again =
        |length: usize| signs.len().is_multiple_of(length) && signs.chunks(length).all(|c| *c == signs[..length]);
    (1..SHORTEST.min(signs.len() / 2 + 1)).any(again)
}

/// True when the words of the house are in it, and hardly a letter else: `police de bamako 2026`.
fn is_of_the_house(folded: &str, names: &[String]) -> bool {
    let mut rest: String = folded.split(' ').filter(|word| !JOINING.contains(word)).collect();
    let mut words: Vec<&str> = HOUSE.iter().copied().chain(names.iter().map(String::as_str)).collect();
    // The longest first: « commissariat » before « commissaire », « moderation » before « mode ».
    words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    let before = rest.len();
    for word in words {
        // A space stays, so that what stood on either side makes no new word.
        rest = rest.replace(word, " ");
    }
    rest.len() < before && rest.chars().filter(|c| c.is_alphabetic()).count() < OWN_LETTERS
}

/// True when each sign follows from the one before: `aaaaaaaaaa`, `1234567890`, `9876543210`, `ababababab`.
fn is_monotone(bare: &str) -> bool {
    let signs: Vec<u32> = bare.chars().map(u32::from).collect();
    let step = |by: i64| signs.windows(2).all(|w| i64::from(w[1]) - i64::from(w[0]) == by);
    let turned = is_run(bare.strip_suffix('0').unwrap_or(bare));
    let few = signs.iter().collect::<std::collections::BTreeSet<_>>().len() <= 2;
    step(1) || step(-1) || turned || few
}

fn is_run(text: &str) -> bool {
    !text.is_empty() && "123456789123456789123456789".contains(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(password: &str) -> bool {
        is_guessable(password, &["doumanzana".to_owned(), "lafiabougou".to_owned()])
    }

    #[test]
    fn the_list_is_long_enough_and_as_it_is_looked_up() {
        let long = LIST.lines().filter(|line| line.chars().count() >= SHORTEST).count();
        assert!(long >= 3_000, "{long} of ten signs and more");
        assert_eq!(LISTED.len(), LIST.lines().count(), "a line stands twice");
        for line in LIST.lines() {
            assert_eq!(fold(line), line, "it would never be found");
        }
    }

    #[test]
    fn what_many_chose_is_refused_however_it_is_written() {
        for password in [
            "qwertyuiop",
            "Manchester",
            "BASKETBALL",
            "1qaz2wsx3edc",
            "q1w2e3r4t5y6",
            "P-a-s-s-w-o-r-d-1-2-3",
            "sunshine2026",
            "dragon 99 99",
            "ＱＷＥＲＴＹＵＩＯＰ",
            "soleilsoleil",
            "abc-abc-abc-abc",
            "liverpool1892",
        ] {
            assert!(guessed(password), "{password}");
        }
    }

    #[test]
    fn words_of_the_house_make_no_password() {
        for password in [
            "police de bamako 2026",
            "PoliceDeBamako2026",
            "sigida-sigida-2026!",
            "commissariat du 6e arrondissement",
            "agent de police",
            "Chef de la Commune 1",
            "doumanzana-2026",
            "Mairie de Lafiabougou",
            "moderateur.bamako",
            "polisi lakana 223",
        ] {
            assert!(guessed(password), "{password}");
        }
        assert!(!is_guessable("doumanzana-2026", &[]), "the name of a quartier that this instance does not have");
    }

    #[test]
    fn a_phrase_of_ones_own_is_welcome_though_a_word_of_the_house_is_in_it() {
        for password in [
            "trois mangues mûres",
            "ma tante vend des mangues à Bamako",
            "quatre pirogues",
            "cinq mangues mûres",
            "neuf tamarins verts",
            "trois calebasses",
            "kmra-7fdx-q9tw",
            "saya tɛ mɔgɔ to",
            "83 01 92 74 65",
        ] {
            assert!(!guessed(password), "{password}");
        }
    }
}
