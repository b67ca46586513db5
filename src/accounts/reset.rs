//! A new password by a link that an administrator made. Who made it never sees the password; asking for the page uses
//! nothing up, since what shows a preview of a message asks for the addresses in it. Nobody is signed in by a link: the
//! password, and the second step where there is one, are asked for as on every day.

use askama::Template;

use super::guessable::house_words;
use super::links::{self, Open};
use super::{forms, password};
use crate::error::Result;
use crate::i18n::L;
use crate::policy::Access;
use crate::web::{Answer, Cx, Form, Notice, Page, Routes};
use crate::{urls, web};

/// Its addresses.
pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Anyone, "/{l}/account/reset", ask);
    routes.post(Access::Anyone, "/{l}/account/reset", typed);
    routes.get(Access::Anyone, "/{l}/account/reset/{token}", show);
    routes.post(Access::Anyone, "/{l}/account/reset/{token}", choose);
}

/// Typing the letters of a link.
#[derive(Template)]
#[template(path = "accounts/link.html")]
struct LinkPage {
    page: Page,
    form: Form,
    /// True for whoever comes by a link that opens nothing.
    gone: bool,
}

/// Choosing the password.
#[derive(Template)]
#[template(path = "accounts/reset.html")]
struct ResetPage {
    page: Page,
    form: Form,
    /// The address of the link.
    action: String,
    /// The login, for the browser's keeper of passwords.
    login: String,
}

impl ResetPage {
    fn new(cx: &Cx, form: Form, link: &str, login: String) -> ResetPage {
        ResetPage { page: cx.page(), form, action: urls::account_reset_link(cx.lang(), links::written(link)), login }
    }
}

async fn ask(cx: Cx) -> Answer {
    cx.html(&LinkPage { page: cx.page(), form: Form::blank(), gone: false })
}

async fn opened(cx: &Cx, link: &str) -> Result<Option<Open>> {
    let (link, now) = (link.to_owned(), cx.now);
    cx.read(move |conn| links::find(conn, &link, now)).await
}

async fn typed(cx: Cx, mut form: Form) -> Answer {
    if let Some(code) = forms::link(&mut form) {
        cx.count_try()?;
        if opened(&cx, &code).await?.is_some() {
            return cx.see(urls::account_reset_link(cx.lang(), links::written(&code)));
        }
        form.fail("code", L::account_link_wrong);
    }
    cx.invalid(&LinkPage { page: cx.page(), form, gone: false })
}

/// Wrong, old and used links look alike.
fn gone(cx: &Cx) -> Answer {
    cx.missing(&LinkPage { page: cx.page(), form: Form::blank(), gone: true })
}

async fn show(cx: Cx) -> Answer {
    let token: String = cx.part("token")?;
    cx.count_try()?;
    match opened(&cx, &token).await? {
        Some(Open { login, .. }) => cx.html(&ResetPage::new(&cx, Form::blank(), &token, login)),
        None => gone(&cx),
    }
}

async fn choose(cx: Cx, mut form: Form) -> Answer {
    let token: String = cx.part("token")?;
    cx.count_try()?;
    if cx.was_done(&form).await? {
        return cx.see_done(urls::login(cx.lang()), Notice::Password);
    }
    let Some(Open { login, .. }) = opened(&cx, &token).await? else { return gone(&cx) };
    if let Some(new) = forms::chosen_twice(&mut form, &login, &house_words(&cx.r)) {
        let hash = cx.site.slow.run(move || password::hash(&new)).await?;
        let id = cx.deed(&form, move |tx| links::choose(tx, &token, &hash)).await?;
        cx.site.vault.forget(id);
        if cx.actor.account() == Some(id) {
            cx.sign_out();
        }
        return cx.see_done(urls::login(cx.lang()), Notice::Password);
    }
    cx.invalid(&ResetPage::new(&cx, form, &token, login))
}
