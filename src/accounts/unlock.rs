//! Opening one's own key with the password, where the session holds it no more: after a restart, after an hour.

use askama::Template;

use super::keyring;
use crate::policy::Access;
use crate::web::{Answer, Cx, Form, Page, Routes};
use crate::{urls, web};

/// Its address.
pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::SignedIn, "/{l}/account/key", show);
    routes.post(Access::SignedIn, "/{l}/account/key", open);
}

#[derive(Template)]
#[template(path = "accounts/key.html")]
struct KeyPage {
    page: Page,
    form: Form,
    /// Where the reader wanted to go.
    next: String,
}

async fn show(cx: Cx) -> Answer {
    let next = cx.query("next").to_owned();
    cx.html(&KeyPage { page: cx.page(), form: Form::blank(), next })
}

async fn open(cx: Cx, mut form: Form) -> Answer {
    let next = form.value("next").to_owned();
    keyring::at_hand(&cx, &mut form).await?;
    match form.done(Some(())) {
        Some(()) => cx.see(if next.is_empty() { urls::account(cx.lang()) } else { urls::next(cx.lang(), &next) }),
        None => cx.invalid(&KeyPage { page: cx.page(), form, next }),
    }
}
