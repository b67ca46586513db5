//! What the forms of the second step send.

use crate::web::Form;

/// The longest code, with its spaces.
const LONGEST: usize = 20;

/// A code of the telephone or of paper.
pub(super) fn code(form: &mut Form) -> Option<String> {
    let code = form.line("code", 6, LONGEST);
    form.done(code)
}

/// The password as it stands.
pub(super) fn password(form: &mut Form) -> Option<String> {
    let password = crate::accounts::forms::given(form, "password");
    form.done(password)
}
