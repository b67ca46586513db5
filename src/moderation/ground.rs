//! Why a message is reported or hidden: one of a few grounds, and own words. Both are kept in one text, so that everybody reads
//! the ground in their own language and the words as they were written.

use crate::base::named;
use crate::i18n::{L, Text};
use crate::web::Form;

named! {
    /// A ground.
    pub enum Ground {
        /// It tells of somebody what is not for everybody: a name, a number, where they live.
        Private = "private",
        /// It accuses somebody without proof.
        Accusation = "accusation",
        /// It insults.
        Insult = "insult",
        /// It calls to violence or to hate.
        Violence = "violence",
        /// It is not true, and does harm.
        False = "false",
        /// It sells something, or speaks of something else.
        Apart = "apart",
        /// Something else, said in words.
        Other = "other",
    }
}

impl Ground {
    /// Its word.
    pub(crate) fn say(self, l: L) -> Text {
        match self {
            Ground::Private => l.moderation_ground_private(),
            Ground::Accusation => l.moderation_ground_accusation(),
            Ground::Insult => l.moderation_ground_insult(),
            Ground::Violence => l.moderation_ground_violence(),
            Ground::False => l.moderation_ground_false(),
            Ground::Apart => l.moderation_ground_apart(),
            Ground::Other => l.moderation_ground_other(),
        }
    }

    /// All of them, for a list.
    pub(crate) fn options(l: L) -> Vec<(&'static str, &'static str)> {
        Ground::ALL.iter().map(|ground| (ground.as_str(), ground.say(l).as_str())).collect()
    }
}

/// A ground and own words, as they are kept: `#private Le numéro de la voisine`.
pub(crate) fn keep(ground: Option<Ground>, words: &str) -> String {
    match ground {
        Some(ground) => format!("#{ground} {words}").trim_end().to_owned(),
        None => words.to_owned(),
    }
}

/// The reason of what was hidden only because it quotes a hidden text, as it is kept: nobody picks it.
pub(crate) const QUOTED: &str = "#quote";

/// The longest own words of a reason.
const LONGEST: usize = 300;

/// A reason out of a form, as [`keep`] keeps it: a ground, own words, or both; the names are those of the two fields.
pub(crate) fn read(form: &mut Form, ground: &'static str, words: &'static str) -> Option<String> {
    let picked = form.pick_maybe(ground, Ground::parse)?;
    if picked.is_none() && form.value(words).trim().is_empty() {
        form.fail(ground, L::moderation_ground_needed);
        return None;
    }
    let said = form.line(words, if picked.is_some_and(|g| g != Ground::Other) { 0 } else { 3 }, LONGEST)?;
    Some(keep(picked, &said))
}

/// What was kept, as its reader reads it.
pub(crate) fn say(l: L, kept: &str) -> String {
    if kept == QUOTED {
        return l.moderation_ground_quote().as_str().to_owned();
    }
    let parts = kept.strip_prefix('#').map(|rest| rest.split_once(' ').unwrap_or((rest, "")));
    match parts.and_then(|(word, words)| Ground::parse(word).map(|ground| (ground, words))) {
        Some((ground, "")) => ground.say(l).as_str().to_owned(),
        Some((ground, words)) => format!("{} – {words}", ground.say(l).as_str()),
        None => kept.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;

    #[test]
    fn a_ground_is_read_in_each_language_and_words_stay_as_written() {
        let l = L::new(Lang::Fr);
        let kept = keep(Some(Ground::Insult), "« voleur »");
        assert_eq!(say(l, &kept), format!("{} – « voleur »", l.moderation_ground_insult().as_str()));
        assert_ne!(say(l, &kept), say(L::new(Lang::Bm), &kept));
        assert_eq!(say(l, &keep(Some(Ground::Insult), "")), l.moderation_ground_insult().as_str());
        assert_eq!(say(l, QUOTED), l.moderation_ground_quote().as_str());
        assert!(Ground::parse(&QUOTED[1..]).is_none(), "nobody picks it");
        // What is read goes into a template, which escapes it: nothing is escaped here.
        for ground in Ground::ALL {
            let said = say(L::new(Lang::Bm), &keep(Some(*ground), "a t'a dɔn"));
            assert!(!said.contains("&#") && said.ends_with("a t'a dɔn"), "{said}");
        }
        for words in ["Hors sujet", "#1 du quartier", "#", ""] {
            assert_eq!(say(l, &keep(None, words)), words);
        }
    }
}
