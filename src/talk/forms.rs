//! What the forms of the discussion send, parsed into values. No database and no permission here.

use crate::web::Form;

/// The longest a post may be.
const LONGEST: usize = 2_000;

/// A message in a thread.
pub(super) fn post(form: &mut Form) -> Option<String> {
    let body = form.words("body", 2, LONGEST);
    form.done(body)
}

/// A reason everybody will read.
pub(super) fn reason(form: &mut Form) -> Option<String> {
    let reason = form.line("reason", 3, 300);
    form.done(reason)
}
