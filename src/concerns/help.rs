//! Who helps with what a concern is about: the card that stands before a sealed kind's questions and on its code page.

use crate::areas::{Reference, SupportService};
use crate::base::CategoryId;
use crate::i18n::L;

/// A service to call.
pub(crate) struct Helper {
    /// Its name.
    pub(crate) name: String,
    /// What it does.
    pub(crate) what: String,
    /// Its number as it is read.
    pub(crate) phone: String,
    /// Its number as it is called.
    pub(crate) tel: String,
    /// Where and when, « – » between them; empty when neither is known.
    pub(crate) place: String,
    /// True for an invented one, to be marked.
    pub(crate) sample: bool,
}

impl Helper {
    /// Those the public may see for a kind.
    pub(crate) fn all(l: L, r: &Reference, category: CategoryId) -> Vec<Helper> {
        r.support_for(category).map(|service| Helper::new(l, service)).collect()
    }

    fn new(l: L, s: &SupportService) -> Helper {
        let name = s.name(l.lang()).to_owned();
        let where_and_when: Vec<&str> = [&*s.place, &*s.hours].into_iter().filter(|t| !t.is_empty()).collect();
        Helper {
            what: s.what(l.lang()).to_owned(),
            phone: s.phone.clone(),
            tel: s.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
            place: where_and_when.join(" – "),
            // A name that says so itself is not told twice.
            sample: s.sample && !name.contains(l.danger_sample().as_str()),
            name,
        }
    }
}
