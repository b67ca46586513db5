//! Questions an administrator asks of a kind of concern (R5): the web form, SMS and Open311 read the same list.

use diesel::prelude::*;

use crate::base::{CategoryId, Lang, QuestionId, named, slug};
use crate::db::schema;

named! {
    /// What is answered.
    pub enum QuestionKind {
        /// A line of text.
        Text = "text",
        /// A whole number.
        Number = "number",
        /// A day.
        Date = "date",
        /// One of a few.
        One = "one",
        /// Several of a few.
        Several = "several",
    }
}

impl QuestionKind {
    /// True when the answer is chosen from options.
    pub const fn has_options(self) -> bool {
        matches!(self, QuestionKind::One | QuestionKind::Several)
    }
}

/// A question.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::questions)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// The kind of concern it is asked of.
    pub category_id: CategoryId,
    /// Its name in forms and for machines; never changes.
    pub code: String,
    /// Order among the kind's questions.
    pub position: i64,
    /// What is answered.
    pub kind: QuestionKind,
    /// The question in French.
    pub label_fr: String,
    /// The question in Bambara.
    pub label_bm: String,
    /// How to answer, in French.
    pub help_fr: String,
    /// How to answer, in Bambara.
    pub help_bm: String,
    /// The options in French, one a line.
    pub options_fr: String,
    /// The options in Bambara, in the same order.
    pub options_bm: String,
    /// True when nothing is filed without an answer.
    pub required: bool,
    /// False once it is no longer asked.
    pub active: bool,
}

/// One option of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<'a> {
    /// Its name in forms and for machines.
    pub code: String,
    /// Its word in French.
    pub fr: &'a str,
    /// Its word in Bambara.
    pub bm: &'a str,
}

impl Choice<'_> {
    /// In the reader's language.
    pub fn word(&self, lang: Lang) -> &str {
        spoken(lang, self.fr, self.bm)
    }
}

impl Question {
    /// The question in the reader's language.
    pub fn label(&self, lang: Lang) -> &str {
        spoken(lang, &self.label_fr, &self.label_bm)
    }

    /// How to answer; often nothing.
    pub fn help(&self, lang: Lang) -> &str {
        spoken(lang, &self.help_fr, &self.help_bm)
    }

    /// What can be chosen, in order; nothing for what is typed.
    pub fn choices(&self) -> Vec<Choice<'_>> {
        if !self.kind.has_options() {
            return Vec::new();
        }
        let mut bambara = lines(&self.options_bm);
        lines(&self.options_fr).map(|fr| Choice { code: slug(fr), fr, bm: bambara.next().unwrap_or("") }).collect()
    }
}

/// The options of a text, one a line.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// In French while nobody wrote the Bambara.
fn spoken<'a>(lang: Lang, fr: &'a str, bm: &'a str) -> &'a str {
    if lang == Lang::Bm && !bm.is_empty() { bm } else { fr }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn options_are_paired_line_by_line_and_missing_bambara_is_french() {
        let mut question = Question {
            id: Id::new(1),
            category_id: Id::new(1),
            code: "when".into(),
            position: 1,
            kind: QuestionKind::One,
            label_fr: "Quand ?".into(),
            label_bm: String::new(),
            help_fr: String::new(),
            help_bm: String::new(),
            options_fr: "Le jour\n\n  La nuit ".into(),
            options_bm: "Tile fɛ".into(),
            required: false,
            active: true,
        };
        let choices = question.choices();
        assert_eq!(choices.iter().map(|c| c.code.as_str()).collect::<Vec<_>>(), ["le-jour", "la-nuit"]);
        assert_eq!((choices[0].word(Lang::Bm), choices[1].word(Lang::Bm)), ("Tile fɛ", "La nuit"));
        assert_eq!(question.label(Lang::Bm), "Quand ?");
        question.kind = QuestionKind::Text;
        assert!(question.choices().is_empty());
    }
}
