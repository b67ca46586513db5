//! What the deeds and pages of reference data need to know of one kind of it.

use crate::admin::view::{Field, Row, SoundSlot, Tab};
use crate::areas::Reference;
use crate::base::{Id, Lang};
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::{L, Text};
use crate::web::{Cx, Form};

/// How a kind is called on its pages.
pub(super) struct Words {
    pub(super) list: Text,
    pub(super) lead: Text,
    pub(super) new: Text,
}

/// The value of one field, for the ledger and for seeing whether somebody else changed it: (name, value).
pub(super) type Facts = Vec<(&'static str, String)>;

/// One kind of reference data.
pub(super) trait Kind: 'static {
    /// Whose ids.
    type Noun: 'static;
    /// What a form says of one.
    type Value: Clone + Send + 'static;
    /// Its name in the ledger.
    const WORD: &'static str;

    /// How it is called.
    fn words(l: L) -> Words;
    /// The list's address.
    fn list_url(lang: Lang) -> String;
    /// The address of making one.
    fn new_url(lang: Lang) -> String;
    /// One's address.
    fn url(lang: Lang, id: Id<Self::Noun>) -> String;

    /// The list: parts, columns, rows.
    fn tabs(_cx: &Cx) -> Vec<Tab> {
        Vec::new()
    }
    /// The columns after the name.
    fn columns(l: L) -> Vec<&'static str>;
    /// All rows, in order.
    fn rows(cx: &Cx) -> Vec<Row>;

    /// One as it stands.
    fn stored(r: &Reference, id: Id<Self::Noun>) -> Option<Self::Value>;
    /// Its name.
    fn name(value: &Self::Value) -> &str;
    /// How the ledger names it: its address in public, or its id.
    fn mark(r: &Reference, id: Id<Self::Noun>) -> String;
    /// True when the address is another's.
    fn taken(r: &Reference, slug: &str) -> bool;
    /// Every field.
    fn facts(r: &Reference, value: &Self::Value) -> Facts;

    /// The form of a new one.
    fn blank(cx: &Cx) -> Form;
    /// The form of one as it stands.
    fn fill(value: &Self::Value) -> Form;
    /// The questions.
    fn fields(cx: &Cx, form: &Form, id: Option<Id<Self::Noun>>) -> Vec<Field>;
    /// Its recorded sounds, of what has some.
    fn sounds(_cx: &Cx, _id: Id<Self::Noun>) -> Vec<SoundSlot> {
        Vec::new()
    }
    /// Reads the answers.
    fn parse(form: &mut Form, r: &Reference, id: Option<Id<Self::Noun>>) -> Option<Self::Value>;

    /// What must hold of all of them together, seen inside the deed.
    ///
    /// # Errors
    /// What the rule says.
    fn rule(_r: &Reference, _id: Option<Id<Self::Noun>>, _value: &mut Self::Value) -> Result<()> {
        Ok(())
    }
    /// Writes a new row.
    fn insert(tx: &mut Tx<'_>, id: Id<Self::Noun>, slug: &str, value: &Self::Value) -> Result<()>;
    /// Writes over a row.
    fn update(tx: &mut Tx<'_>, id: Id<Self::Noun>, value: &Self::Value) -> Result<()>;
}

/// « oui » or « non » for the ledger.
pub(super) fn yes(flag: bool) -> String {
    if flag { "yes".into() } else { "no".into() }
}
