//! Who may read it: the kind decides, the reporter may choose fewer.

use crate::areas::Category;
use crate::i18n::{L, Text};
use crate::policy::Audience;
use crate::web::Form;

/// What the form shows: a choice, or who reads.
pub(super) struct View {
    pub(super) offered: bool,
    pub(super) told: Text,
}

/// Prepares it.
pub(super) fn view(l: L, category: &Category) -> View {
    View { offered: offers_public(category), told: told(l, category) }
}

/// Reads whether the unit alone may read it.
pub(super) fn read(form: &mut Form, category: &Category) -> Option<bool> {
    if !offers_public(category) {
        return Some(true);
    }
    let private = Audience::parse(form.value("readers")).map(|a| a != Audience::Public);
    if private.is_none() {
        form.fail("readers", L::filing_readers_missing);
    }
    private
}

/// True when the reporter may let everybody read it.
fn offers_public(category: &Category) -> bool {
    category.audience == Audience::Public && !category.conduct
}

/// Who reads a concern of a kind that is not for everybody.
fn told(l: L, category: &Category) -> Text {
    match category.audience {
        _ if category.conduct => l.filing_only_oversight(),
        Audience::Sealed | Audience::Oversight => l.filing_only_sealed(),
        Audience::Public | Audience::Private => l.filing_only_private(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, Lang};

    fn category(audience: Audience, conduct: bool) -> Category {
        Category {
            id: Id::new(1),
            slug: "x".into(),
            icon: "other".into(),
            name_fr: "X".into(),
            name_bm: "X".into(),
            hint_fr: String::new(),
            hint_bm: String::new(),
            audience,
            conduct,
            target_hours: 72,
            counting: crate::areas::Counting::Clock,
            position: 1,
            active: true,
        }
    }

    #[test]
    fn only_a_public_kind_offers_everybody_as_reader() {
        assert!(offers_public(&category(Audience::Public, false)));
        assert!(!offers_public(&category(Audience::Public, true)));
        for audience in [Audience::Private, Audience::Sealed, Audience::Oversight] {
            assert!(!offers_public(&category(audience, false)));
        }
    }

    #[test]
    fn conduct_of_police_is_told_that_the_unit_does_not_read() {
        let l = L::new(Lang::Fr);
        assert_eq!(told(l, &category(Audience::Sealed, true)), l.filing_only_oversight());
        assert_eq!(told(l, &category(Audience::Sealed, false)), l.filing_only_sealed());
    }
}
