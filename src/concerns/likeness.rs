//! How alike two texts are: pure, over folded words. Decides nothing alone: whoever filed is asked (R7).
//!
//! A text is the set of the three-letter pieces of its words, each word with its edges (`  moto ` gives `  m`, ` mo`, `mot`,
//! `oto`, `to `), so that « lampe » meets « lampes » and « débordent » meets « déborde », in both languages without a
//! dictionary of either. Two texts are as alike as the cosine of their sets.

use std::collections::BTreeSet;

use crate::base::fold;

/// From here on two texts of one kind and one quartier are offered as the same thing. Found by trying: pairs that people would
/// call the same lie at 0.42 and above, pairs of the same kind that are not mostly under 0.35 (the test below has both). A
/// needless question costs a tap; a second file costs the unit a round.
pub(super) const ALIKE: f64 = 0.40;

/// Words that say nothing of a matter, folded; shorter than three letters they are left out anyway.
const EMPTY: &[&str] = &[
    "les", "des", "une", "pour", "dans", "avec", "est", "sont", "pas", "plus", "que", "qui", "sur", "par", "nous",
    "vous", "ils", "elles", "leur", "leurs", "mais", "tout", "tous", "cette", "ces", "aux", "depuis", "fait", "faire",
    "etre", "ont", "ete", "deux", "trois", "tres", "son", "ses", "mes", "min", "minnu", "mun", "kabini", "kan", "aw",
    "ani", "bee", "don", "yen", "nin", "bila", "kono", "cema", "tun", "nana", "ko", "ye", "be", "te", "ka", "la", "na",
    "ni", "olu", "dow",
];

/// The words of a text that say what it is about, folded.
pub(super) fn telling(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let words = folded.split(' ').filter(|w| w.chars().count() >= 3 && !EMPTY.contains(w));
    words.map(str::to_owned).collect()
}

/// The beginnings of a text's telling words, for the database to find candidates by: at most [`ROOTS`].
pub(super) fn roots(text: &str) -> Vec<String> {
    let roots: BTreeSet<String> = telling(text).iter().map(|w| w.chars().take(5).collect()).collect();
    roots.into_iter().take(ROOTS).collect()
}

/// Beginnings looked for at most: a text of four thousand letters must not become a query of as many parts.
const ROOTS: usize = 40;

/// How alike two texts are, from 0 to 1.
pub(super) fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (pieces(a), pieces(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let shared = a.intersection(&b).count() as f64;
    shared / ((a.len() * b.len()) as f64).sqrt()
}

fn pieces(text: &str) -> BTreeSet<[char; 3]> {
    let mut pieces = BTreeSet::new();
    for word in telling(text) {
        let edged: Vec<char> = "  ".chars().chain(word.chars()).chain(" ".chars()).collect();
        pieces.extend(edged.windows(3).map(|w| [w[0], w[1], w[2]]));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_would_call_the_same_is_alike_in_both_languages() {
        for (a, b) in [
            (
                "Depuis trois semaines, les lampes de la rue sont éteintes entre le marché et la grande mosquée.",
                "Les lampes de la rue du marché sont éteintes, il fait noir le soir.",
            ),
            (
                "Un lieu de musique joue jusqu'à trois heures du matin, du jeudi au dimanche. Nous avons des bébés.",
                "Musique trop forte jusqu'à 3 heures du matin, les bébés ne dorment pas",
            ),
            ("Un tas d'ordures bouche la rue.", "La rue est bouchée par un tas d'ordures"),
            (
                "Yeelen tɛ an ka bɔlɔn na kabini kalo fila. Su fɛ, dibi ka bon.",
                "an ka bolon na yeelen te, dibi ka bon su fe",
            ),
            ("Wulu tigitanw cayara an ka kin na. U ye denmisɛn dɔ cin.", "wulu tigitanw ka ca, u be denmisenw cin"),
            (
                "Ɲaman cayara kɔ da la. Ni sanji nana, ji tɛ se ka tɛmɛ.",
                "Nyaman cayara koo da la, ji te temen sanji fe",
            ),
            ("Trois lampes sont éteintes depuis dimanche.", "Lampes cassées devant l'école, trois lampes éteintes"),
        ] {
            assert!(likeness(a, b) >= ALIKE, "{:.2}: {a} | {b}", likeness(a, b));
            assert_eq!(likeness(a, b), likeness(b, a));
        }
    }

    #[test]
    fn another_matter_of_the_same_kind_is_not() {
        for (a, b) in [
            ("Un lieu de musique joue jusqu'à trois heures du matin.", "Le moulin tourne toute la nuit."),
            ("Un tas d'ordures bouche la rue.", "Le caniveau déborde devant l'école de filles."),
            ("Yeelen tɛ an ka bɔlɔn na kabini kalo fila.", "Lanpan min bɛ sirafara la, o fagara. Motow tɛ ɲɔgɔn ye."),
            ("N ka moto bilenman sonyara so da la.", "Nsonw bɛ mototakisiw jɔyɔrɔ la. U bɛ mɔgɔw ka bɔrɛw ta."),
            ("On m'a volé mon téléphone au marché ce matin", "Ma moto a été volée devant la pharmacie"),
            ("Les gros camions se garent des deux côtés de la route.", "Les minibus s'arrêtent devant le lycée."),
        ] {
            assert!(likeness(a, b) < ALIKE, "{:.2}: {a} | {b}", likeness(a, b));
        }
    }

    #[test]
    fn empty_words_alone_are_like_nothing() {
        assert_eq!(likeness("", "Un tas d'ordures"), 0.0);
        assert_eq!(likeness("les des une", "les des une"), 0.0);
        assert!((likeness("Un tas d'ordures", "un TAS d’ordures !") - 1.0).abs() < 1e-9);
        assert_eq!(roots("Les lampes, la lampe"), ["lampe"]);
    }
}
