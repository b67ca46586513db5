//! The form of a priority.

use super::model::{State, Written};
use crate::base::Lang;
use crate::i18n::L;
use crate::web::Form;

/// Reads it. `stands`: a new one, of which nothing has become yet.
pub(super) fn written(form: &mut Form, stands: bool) -> Option<Written> {
    let lang = form.pick("lang", Lang::parse);
    let (issue, action) = (form.line("issue", 5, 200), form.words("action", 5, 600));
    let (begins_on, ends_on) = (form.day("begins_on"), form.day("ends_on"));
    if begins_on.zip(ends_on).is_some_and(|(begins, ends)| ends < begins) {
        form.fail("ends_on", L::priority_ends_before);
    }
    let state = if stands { Some(State::Standing) } else { form.pick("state", State::parse) };
    let new = (|| {
        Some(Written {
            lang: lang?,
            issue: issue?,
            action: action?,
            begins_on: begins_on?,
            ends_on: ends_on?,
            state: state?,
        })
    })();
    form.done(new)
}
