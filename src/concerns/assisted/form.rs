//! What is typed for somebody else.

use crate::areas::Reference;
use crate::base::Lang;
use crate::concerns::model::{Channel, NewConcern};
use crate::concerns::slips::{self, Typed};
use crate::i18n::L;
use crate::policy::Audience;
use crate::web::Form;

/// Who files for somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// A neighbour who may.
    Relay,
    /// The desk of a unit.
    Desk,
}

/// The concern, the slip, and the kind to warn of when its readers were not shown yet.
pub(super) fn parse(form: &mut Form, r: &Reference, by: By) -> Option<(NewConcern, Typed, Option<String>)> {
    let category = form.pick("category", |slug| r.category_at(slug));
    let area = r.quartier_at(form.value("area")).map(|a| a.id);
    if area.is_none() {
        form.fail("area", L::filing_area_missing);
    }
    let landmark = form.line("landmark", 0, 200);
    if form.value("words").chars().count() < 10 {
        form.fail("words", L::filing_words_missing);
    }
    let words = form.words("words", 10, 4000);
    let private = form.pick("readers", Audience::parse).map(|a| a != Audience::Public);
    let lang = form.pick("lang", Lang::parse);
    let typed = slips::typed(form, true);
    if !form.ticked("consent") {
        form.fail("consent", L::assisted_consent_missing);
    }
    let category = category?;
    let guarded = category.conduct || !matches!(category.audience, Audience::Public | Audience::Private);
    let warning = (guarded && form.value("warned") != category.slug).then(|| category.slug.clone());
    let new = NewConcern {
        category: category.id,
        area: area?,
        landmark: landmark?,
        words: words?,
        lang: lang?,
        private: private?,
        channel: match by {
            By::Relay => Channel::Relay,
            By::Desk => Channel::Desk,
        },
        // One minute at somebody's door: the questions of the kind are the unit's to ask.
        answers: Vec::new(),
    };
    Some((new, typed?, warning))
}
