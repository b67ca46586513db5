//! Making oneself a new key pair, by the password: for whoever fears that somebody knew it.

use askama::Template;
use zeroize::Zeroizing;

use super::new_pair::{self, NewPair};
use super::routes::{fits, me};
use super::{forms, keyring, store};
use crate::error::{Error, Refusal};
use crate::i18n::L;
use crate::policy::Access;
use crate::web::{Answer, Cx, Form, Notice, Page, Routes};
use crate::{urls, web};

/// Its address.
pub(super) fn routes(routes: &mut Routes) {
    routes.proven(|routes| {
        routes.get(Access::SignedIn, "/{l}/account/key/renewal", show);
        routes.post(Access::SignedIn, "/{l}/account/key/renewal", renew);
    });
}

#[derive(Template)]
#[template(path = "accounts/renewal.html")]
struct RenewalPage {
    page: Page,
    form: Form,
}

async fn show(cx: Cx) -> Answer {
    cx.html(&RenewalPage { page: cx.page(), form: Form::blank() })
}

async fn renew(cx: Cx, mut form: Form) -> Answer {
    let id = me(&cx)?;
    let typed = forms::given(&mut form, "password");
    if let Some(typed) = form.done(typed).map(Zeroizing::new) {
        if cx.was_done(&form).await? {
            return cx.see_done(urls::account(cx.lang()), Notice::Saved);
        }
        let account = id.to_string();
        cx.count_try_at(&account)?;
        if fits(&cx, id, typed.to_string()).await? {
            cx.right_at(&account);
            let read = cx.read(move |conn| {
                let ring = keyring::ring_of(conn, id)?;
                let held = ring.keyring().map_or_else(|| Ok(Vec::new()), |keyring| new_pair::held(conn, keyring))?;
                Ok((store::hash_of(conn, id)?, ring, held))
            });
            let (hash, ring, held) = read.await?;
            let (password, entropy) = (typed.clone(), cx.site.entropy.clone());
            let made = cx.site.slow.run(move || NewPair::make(&ring, &held, &password, &entropy)).await?;
            let made = made.ok_or(Error::Refused(Refusal::AlreadyDone))?;
            let actor = cx.actor.clone();
            cx.deed(&form, move |tx| new_pair::renew(tx, &actor, &hash, &made)).await?;
            cx.site.vault.forget(id);
            // Out of the database again: of a form sent twice at once, one pair was stored.
            if let Some(key) = keyring::opened(&cx, id, &typed).await? {
                cx.hold_key(key);
            }
            return cx.see_done(urls::account(cx.lang()), Notice::Saved);
        }
        form.fail("password", L::account_current_wrong);
    }
    cx.invalid(&RenewalPage { page: cx.page(), form })
}
