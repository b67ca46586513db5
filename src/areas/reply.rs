//! Reply templates (P4): ready words in both languages, with slots that the file's facts fill. Pure: what a slot says, the desk
//! knows. Invariant: there is no slot for the landmark or anything else that only the unit reads, since an answer may be for all.

use diesel::prelude::*;

use crate::base::{Lang, TemplateId, fold, named};
use crate::db::schema;

named! {
    /// For which kind of message.
    pub enum Purpose {
        /// Any.
        Any = "any",
        /// An answer.
        Answer = "answer",
        /// A question to the reporter.
        Question = "question",
        /// The sentence of an end: settled, or closed for a reason.
        Closing = "closing",
    }
}

impl Purpose {
    /// True when a template of this purpose is offered where `wanted` is written.
    pub fn serves(self, wanted: Purpose) -> bool {
        self == Purpose::Any || wanted == Purpose::Any || self == wanted
    }
}

named! {
    /// What stands in braces in a template, and is filled from the file: the closed list.
    pub enum Slot {
        /// The concern's published number.
        Number = "numero",
        /// Its kind.
        Category = "categorie",
        /// Its quartier.
        Place = "quartier",
        /// The unit that answers.
        Unit = "unite",
        /// The day by which a word is owed.
        Deadline = "echeance",
        /// The day of the committee's next open meeting.
        Meeting = "reunion",
    }
}

/// What is wrong with a text that has slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// No slot is called so.
    Unknown(String),
    /// A brace without its other half.
    Brace,
}

/// A reply template.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::reply_templates)]
pub struct ReplyTemplate {
    /// Its id.
    pub id: TemplateId,
    /// How the ledger and files of reference data call it.
    pub slug: String,
    /// Its name in lists, in French.
    pub name_fr: String,
    /// Its name in Bambara.
    pub name_bm: String,
    /// For which messages.
    pub purpose: Purpose,
    /// The words in French; empty while nobody wrote them.
    pub words_fr: String,
    /// The words in Bambara; empty while nobody wrote them.
    pub words_bm: String,
    /// Order in lists.
    pub position: i64,
    /// False once it is retired.
    pub active: bool,
}

impl ReplyTemplate {
    /// The words in one language, if somebody wrote them. Never those of the other language (P4).
    pub fn words(&self, lang: Lang) -> Option<&str> {
        let words = match lang {
            Lang::Fr => &self.words_fr,
            Lang::Bm => &self.words_bm,
        };
        Some(words.as_str()).filter(|words| !words.is_empty())
    }
}

/// A text in pieces: as it is, or a slot.
enum Piece<'a> {
    Text(&'a str),
    Slot(Slot),
}

/// Cuts a text at its slots; a slot may be written with accents and capitals.
fn pieces(text: &str) -> Result<Vec<Piece<'_>>, Slip> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        let inside = brace.strip_prefix('{').ok_or(Slip::Brace)?;
        let (name, after) = inside.split_once('}').ok_or(Slip::Brace)?;
        if name.contains('{') {
            return Err(Slip::Brace);
        }
        let slot = Slot::parse(&fold(name)).ok_or_else(|| Slip::Unknown(name.trim().to_owned()))?;
        pieces.extend([Piece::Text(before), Piece::Slot(slot)]);
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    Ok(pieces)
}

impl Slot {
    /// Says what is wrong with a text, if anything is.
    ///
    /// # Errors
    /// The first [`Slip`].
    pub fn check(text: &str) -> Result<(), Slip> {
        pieces(text).map(|_| ())
    }

    /// Fills a text that was checked when it was saved.
    ///
    /// # Errors
    /// The first slot that has nothing to say here: a blank is never sent.
    pub fn fill(text: &str, say: impl Fn(Slot) -> Option<String>) -> Result<String, Slot> {
        let Ok(pieces) = pieces(text) else { return Ok(text.to_owned()) };
        let said = pieces.into_iter().map(|piece| match piece {
            Piece::Text(text) => Ok(text.to_owned()),
            Piece::Slot(slot) => say(slot).filter(|said| !said.is_empty()).ok_or(slot),
        });
        said.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(slot: Slot) -> Option<String> {
        match slot {
            Slot::Number => Some("BKO-2026-00417".into()),
            Slot::Place => Some("Banconi".into()),
            _ => None,
        }
    }

    #[test]
    fn a_text_is_filled_with_the_facts_of_its_file() {
        let filled = Slot::fill("Dossier {numero} ({ Quartier }). Merci {numéro} !", say);
        assert_eq!(filled, Ok("Dossier BKO-2026-00417 (Banconi). Merci BKO-2026-00417 !".into()));
        assert_eq!(Slot::fill("Sans rien.", say), Ok("Sans rien.".into()));
    }

    #[test]
    fn what_has_nothing_to_say_is_named_and_never_left_blank() {
        assert_eq!(Slot::fill("Le {reunion}, {numero}", say), Err(Slot::Meeting));
    }

    #[test]
    fn an_unknown_slot_is_called_by_its_name() {
        assert_eq!(Slot::check("{numero} {nom du chef}"), Err(Slip::Unknown("nom du chef".into())));
        for broken in ["{numero", "numero}", "{{numero}}", "{a {numero}"] {
            assert_eq!(Slot::check(broken), Err(Slip::Brace), "{broken}");
        }
        assert_eq!(Slot::check("{numero}{quartier}{unite}{categorie}{echeance}{reunion}"), Ok(()));
        assert!(Slot::check("{repere}").is_err(), "a landmark would stand in public");
    }

    #[test]
    fn a_missing_language_is_missing() {
        let template = ReplyTemplate {
            id: crate::base::Id::new(1),
            slug: "x".into(),
            name_fr: "X".into(),
            name_bm: String::new(),
            purpose: Purpose::Answer,
            words_fr: "Bonjour.".into(),
            words_bm: String::new(),
            position: 1,
            active: true,
        };
        assert_eq!((template.words(Lang::Fr), template.words(Lang::Bm)), (Some("Bonjour."), None));
        assert!(Purpose::Any.serves(Purpose::Closing) && !Purpose::Answer.serves(Purpose::Question));
    }
}
