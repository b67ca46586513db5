//! The addresses of keys.

use super::actions::{self, Added};
use super::ceremony::{self, Holder};
use super::pages::PasskeysPage;
use super::store;
use crate::accounts::routes::{has_desk, me};
use crate::accounts::second::actions::For;
use crate::accounts::store::account;
use crate::base::{AccountId, PasskeyId};
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::policy::Access;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice, PublicUrl, Routes, actor_of, has_second_step};

/// The field a key's answer is sent in.
const ANSWER: &str = "_key";

/// The longest name of a key.
const NAME: usize = 40;

/// What a challenge is drawn for.
const MAKE: &str = "passkey";

const fn purpose(what: For) -> &'static str {
    match what {
        For::Entry => "sign-in",
        For::Deed => "proof",
    }
}

/// Their addresses.
pub(in crate::accounts::second) fn routes(routes: &mut Routes) {
    routes.proven(|routes| {
        routes.get(Access::SignedIn, "/{l}/account/passkeys", show);
        routes.post(Access::SignedIn, "/{l}/account/passkeys", change);
        routes.post(Access::SignedIn, "/{l}/account/passkeys/ask", ask_new);
    });
}

/// The house's own address; where it is not known there are no keys.
fn house(cx: &Cx) -> Result<PublicUrl> {
    cx.site.settings.public_url.clone().ok_or(Error::NotFound)
}

async fn draw(cx: &Cx, form: Form) -> Result<PasskeysPage> {
    let (house, id) = (house(cx)?, me(cx)?);
    let (keys, code) = cx.read(move |conn| Ok((store::of(conn, id)?, has_second_step(conn, id)?))).await?;
    Ok(PasskeysPage::new(cx, &house, keys, code, form))
}

async fn show(cx: Cx) -> Answer {
    cx.html(&draw(&cx, Form::blank()).await?)
}

async fn change(cx: Cx, form: Form) -> Answer {
    match form.value("remove").to_owned() {
        key if key.is_empty() => add(cx, form).await,
        key => remove(cx, form, key.parse().map_err(|_| Error::NotFound)?).await,
    }
}

async fn holder(cx: &Cx) -> Result<Holder> {
    let id = me(cx)?;
    let login = cx.read(move |conn| account(conn, id)).await?.login;
    Ok(Holder { mark: cx.site.keys.mark(&[b"passkey's holder", &id.raw().to_be_bytes()]), login })
}

/// Tells a browser to make a key.
async fn ask_new(cx: Cx, _: Form) -> Answer {
    let (house, id, holder) = (house(&cx)?, me(&cx)?, holder(&cx).await?);
    let have = cx.read(move |conn| store::of(conn, id)).await?;
    let challenge = cx.challenge(MAKE)?;
    cx.json(&ceremony::to_make(&house, &holder, &have, challenge)?.0)
}

async fn add(cx: Cx, mut form: Form) -> Answer {
    let (house, actor, holder) = (house(&cx)?, cx.actor.clone(), holder(&cx).await?);
    let name = form.line("name", 1, NAME);
    let Some(name) = form.done(name) else { return cx.invalid(&draw(&cx, form).await?) };
    let (challenge, said) = (cx.challenged(MAKE), form.value(ANSWER).to_owned());
    let made = match challenge {
        Some(challenge) => cx.site.slow.run(move || ceremony::made(&house, &holder, challenge, &said)).await?,
        None => None,
    };
    let problem = match made {
        None => L::passkey_not_made,
        Some(new) => match cx.deed(&form, move |tx| actions::add(tx, &actor, &name, &new)).await? {
            Added::Yes => return cx.see_done(urls::account_passkeys(cx.lang()), Notice::Saved),
            Added::Known => L::passkey_known,
            Added::Full => L::passkey_full,
        },
    };
    form.fail(ANSWER, problem);
    cx.invalid(&draw(&cx, form).await?)
}

async fn remove(cx: Cx, form: Form, key: PasskeyId) -> Answer {
    let (actor, id) = (cx.actor.clone(), me(&cx)?);
    cx.deed(&form, move |tx| actions::remove(tx, &actor, key)).await?;
    // Every session ended; this reader goes on in a fresh one.
    cx.all_in(id, has_desk(&cx.read(move |conn| actor_of(conn, id)).await?))?;
    cx.see_done(urls::account_passkeys(cx.lang()), Notice::Changed)
}

/// Tells a browser what its key is to sign, for whoever typed the password a moment ago.
pub(in crate::accounts::second) async fn ask_entry(cx: Cx, _: Form) -> Answer {
    let id = cx.half_in().ok_or(Error::SignIn)?;
    ask(&cx, id, For::Entry).await
}

/// The same, for whoever is to prove once more who they are.
pub(in crate::accounts::second) async fn ask_proof(cx: Cx, _: Form) -> Answer {
    let id = me(&cx)?;
    ask(&cx, id, For::Deed).await
}

async fn ask(cx: &Cx, id: AccountId, what: For) -> Answer {
    let house = house(cx)?;
    let keys = cx.read(move |conn| store::of(conn, id)).await?;
    if keys.is_empty() {
        // A browser asked for no key by name would offer whatever it has.
        return Err(Error::NotFound);
    }
    let challenge = cx.challenge(purpose(what))?;
    cx.json(&ceremony::to_sign(&house, &keys, challenge)?.0)
}

/// True when one of the account's keys signed what it was asked in this session a moment ago. Counted as a code is; recorded.
pub(in crate::accounts::second) async fn is_right(cx: &Cx, form: &mut Form, id: AccountId, what: For) -> Result<bool> {
    let house = house(cx)?;
    cx.count_try_at(&id.to_string())?;
    let (challenge, said) = (cx.challenged(purpose(what)), form.value(ANSWER).to_owned());
    let keys = cx.read(move |conn| store::of(conn, id)).await?;
    let signed = match challenge {
        Some(challenge) => cx.site.slow.run(move || ceremony::signed(&house, &keys, challenge, &said)).await?,
        None => None,
    };
    let right = cx.site.db.write(move |tx| actions::answer(tx, id, signed.as_ref(), what)).await?;
    if !right {
        form.fail(ANSWER, L::passkey_wrong);
    }
    Ok(right)
}
