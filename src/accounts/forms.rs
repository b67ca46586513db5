//! What people type about their own account, read and checked.

use super::model::{LONGEST, Login, SHORTEST, Weak, weakness};
use crate::base::Lang;
use crate::i18n::{L, Message};
use crate::web::Form;

/// Somebody wants an account.
pub(super) struct SignUp {
    pub(super) name: String,
    pub(super) login: String,
    pub(super) password: String,
    pub(super) lang: Lang,
}

/// The longest name to be called by.
const NAME: usize = 60;

/// `names` are this instance's own words, which make no password stronger.
pub(super) fn sign_up(form: &mut Form, names: &[String]) -> Option<SignUp> {
    let name = form.line("name", 2, NAME);
    let login = Login::parse(form.value("login"));
    if login.is_none() {
        form.fail("login", L::account_login_slip);
    }
    let login = login.map(|l| l.as_str().to_owned());
    let password = chosen(form, "password", login.as_deref().unwrap_or_default(), names);
    let lang = form.pick("lang", Lang::parse);
    let new = (|| Some(SignUp { name: name?, login: login?, password: password?, lang: lang? }))();
    form.done(new)
}

/// Somebody proves who they are.
pub(super) struct SignIn {
    pub(super) login: String,
    pub(super) password: String,
}

pub(super) fn sign_in(form: &mut Form) -> Option<SignIn> {
    let login = form.line("login", 1, 200).map(|l| super::fold_login(&l));
    let password = given(form, "password");
    let typed = login.zip(password).map(|(login, password)| SignIn { login, password });
    form.done(typed)
}

/// A name, a language, and whether the name stands beside one's function (D3).
pub(super) fn profile(form: &mut Form) -> Option<(String, Lang, bool)> {
    let name = form.line("name", 2, NAME);
    let lang = form.pick("lang", Lang::parse);
    let shows = form.ticked("shows_name");
    form.done(name.zip(lang).map(|(name, lang)| (name, lang, shows)))
}

/// The password one has, and the one to come.
pub(super) struct NewPassword {
    pub(super) current: String,
    pub(super) new: String,
}

pub(super) fn password(form: &mut Form, login: &str, names: &[String]) -> Option<NewPassword> {
    let current = given(form, "current");
    let new = chosen(form, "password", login, names);
    if new.is_some() && new == current {
        form.fail("password", L::account_password_same);
    }
    let both = current.zip(new).map(|(current, new)| NewPassword { current, new });
    form.done(both)
}

/// The letters of a link, as they were typed.
pub(super) fn link(form: &mut Form) -> Option<String> {
    let letters = form.line("code", 1, 120);
    form.done(letters)
}

/// A new password typed twice: there is no old one to come in by, should a finger slip.
pub(super) fn chosen_twice(form: &mut Form, login: &str, names: &[String]) -> Option<String> {
    let new = chosen(form, "password", login, names);
    let again = given(form, "again_password");
    if new.is_some() && again.is_some() && new != again {
        form.fail("again_password", L::account_password_differs);
    }
    form.done(new)
}

/// A password as it stands; its length is bounded because hashing takes time.
pub(super) fn given(form: &mut Form, name: &'static str) -> Option<String> {
    let password = form.value(name).to_owned();
    if password.is_empty() {
        form.fail(name, L::form_required);
        return None;
    }
    Some(password.chars().take(LONGEST * 4).collect())
}

/// A password somebody chooses.
fn chosen(form: &mut Form, name: &'static str, login: &str, names: &[String]) -> Option<String> {
    let password = given(form, name)?;
    let problem = match weakness(&password, login, names) {
        None => return Some(password),
        Some(Weak::Short) => Message::new(|l| l.form_too_short(SHORTEST)),
        Some(Weak::Long) => Message::new(|l| l.account_password_long(LONGEST)),
        Some(Weak::Common) => Message::from(L::account_password_common),
        Some(Weak::LikeLogin) => Message::from(L::account_password_login),
    };
    form.fail(name, problem);
    None
}
