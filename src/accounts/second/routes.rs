//! The addresses of the second step.

use super::actions::{self, For, Proof};
use super::pages::{CodePage, PapersPage, SecondPage, Shared, Standing};
use super::passkeys::{self, Door};
use super::{again, forms, store};
use crate::accounts::keyring;
use crate::accounts::routes::{has_desk, me, onward};
use crate::accounts::store::account;
use crate::base::{AccountId, Actor};
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::policy::Access;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice, Routes, actor_of};

/// Its addresses.
pub(in crate::accounts) fn routes(routes: &mut Routes) {
    routes.get(Access::Anyone, "/{l}/login/code", ask);
    routes.post(Access::Anyone, "/{l}/login/code", enter);
    routes.post(Access::Anyone, "/{l}/login/code/key", enter_by_key);
    routes.post(Access::Anyone, "/{l}/login/code/key/ask", passkeys::ask_entry);
    routes.get(Access::SignedIn, "/{l}/account/proof", again::show);
    routes.post(Access::SignedIn, "/{l}/account/proof", again::prove);
    routes.post(Access::SignedIn, "/{l}/account/proof/key", again::prove_by_key);
    routes.post(Access::SignedIn, "/{l}/account/proof/key/ask", passkeys::ask_proof);
    routes.proven(|routes| {
        routes.get(Access::SignedIn, "/{l}/account/second-step", show);
        routes.post(Access::SignedIn, "/{l}/account/second-step", change);
    });
    passkeys::routes(routes);
}

async fn ask(cx: Cx) -> Answer {
    let next = cx.query("next").to_owned();
    let Some(id) = cx.half_in() else { return cx.see(urls::login_then(cx.lang(), &next)) };
    cx.html(&asked(&cx, id, Form::blank(), next).await?)
}

/// The page that asks for the code, or for a key where there is one.
async fn asked(cx: &Cx, id: AccountId, form: Form, next: String) -> Result<CodePage> {
    let key = Door::of(cx, id, urls::login_key(cx.lang())).await?;
    Ok(CodePage { page: cx.page(), form, next, key })
}

/// Both steps were right: a fresh session, with the key that the password opened, or that it made and is stored now. Nobody, and the
/// password again, when the account changed between the steps.
async fn come_in(cx: &Cx, id: AccountId) -> Result<Option<Actor>> {
    let actor = cx.read(move |conn| actor_of(conn, id)).await?;
    let Some(made) = cx.made_half_way(id) else {
        cx.all_in(id, has_desk(&actor))?;
        return Ok(Some(actor));
    };
    match keyring::keep(cx, id, made).await {
        Ok(key) => {
            cx.sign_in(id, has_desk(&actor), Some(key))?;
            Ok(Some(actor))
        }
        Err(Error::Refused(Refusal::AlreadyDone)) => {
            cx.sign_out();
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// To the password, because the account changed.
fn once_more(cx: &Cx, next: &str) -> Answer {
    cx.see_done(urls::login_then(cx.lang(), next), Notice::ChangedMeanwhile)
}

/// The second step: whoever typed the password a moment ago types the code.
async fn enter(cx: Cx, mut form: Form) -> Answer {
    let next = form.value("next").to_owned();
    let Some(id) = cx.half_in() else { return cx.see(urls::login_then(cx.lang(), &next)) };
    if let Some(code) = forms::code(&mut form) {
        cx.count_try_at(&id.to_string())?;
        let keys = cx.site.keys.clone();
        let proof = cx.site.db.write(move |tx| actions::answer(tx, &keys, id, &code, For::Entry)).await?;
        if proof != Proof::Wrong {
            let Some(actor) = come_in(&cx, id).await? else { return once_more(&cx, &next) };
            return match proof {
                Proof::Paper => cx.see_done(urls::account_second_step(cx.lang()), Notice::PaperSpent),
                _ => cx.see(onward(cx.lang(), &next, &actor)),
            };
        }
        // A few slips of the finger; then the password again.
        if cx.slipped()? {
            return cx.see_done(urls::login_then(cx.lang(), &next), Notice::StartAgain);
        }
        form.fail("code", L::second_wrong);
    }
    cx.invalid(&asked(&cx, id, form, next).await?)
}

/// The second step by a key.
async fn enter_by_key(cx: Cx, mut form: Form) -> Answer {
    let next = form.value("next").to_owned();
    let Some(id) = cx.half_in() else { return cx.see(urls::login_then(cx.lang(), &next)) };
    if passkeys::is_right(&cx, &mut form, id, For::Entry).await? {
        let Some(actor) = come_in(&cx, id).await? else { return once_more(&cx, &next) };
        return cx.see(onward(cx.lang(), &next, &actor));
    }
    if cx.slipped()? {
        return cx.see_done(urls::login_then(cx.lang(), &next), Notice::StartAgain);
    }
    cx.invalid(&asked(&cx, id, form, next).await?)
}

async fn draw(cx: &Cx, form: Form) -> Result<SecondPage> {
    let id = me(cx)?;
    let (step, left, keys, account, actor) = cx
        .read(move |conn| {
            let (step, left, keys) = (store::find(conn, id)?, store::left(conn, id)?, passkeys::count(conn, id)?);
            Ok((step, left, keys, account(conn, id)?, actor_of(conn, id)?))
        })
        .await?;
    let standing = match step {
        None => Standing::Off,
        Some(step) => match step.confirmed_at {
            Some(since) => Standing::On(since, left),
            None => Standing::Begun(Shared::new(&actions::shared(&cx.site.keys, &step)?, &account.login)?),
        },
    };
    let needed = cx.site.settings.second_step && actor.is_staff();
    Ok(SecondPage { page: cx.page(), form, standing, needed, by_paper: actor.only_relays(), keys })
}

async fn show(cx: Cx) -> Answer {
    cx.html(&draw(&cx, Form::blank()).await?)
}

async fn change(cx: Cx, mut form: Form) -> Answer {
    let (keys, actor, id) = (cx.site.keys.clone(), cx.actor.clone(), me(&cx)?);
    let what = form.value("do").to_owned();
    if what == "begin" {
        cx.deed(&form, move |tx| actions::begin(tx, &keys, &actor)).await?;
        return cx.see(urls::account_second_step(cx.lang()));
    }
    if what == "papers" {
        let codes = cx.deed(&form, move |tx| actions::by_paper(tx, &keys, &actor)).await?;
        cx.all_in(id, has_desk(&cx.read(move |conn| actor_of(conn, id)).await?))?;
        return cx.html(&PapersPage { page: cx.page(), codes, alone: true });
    }
    let Some(code) = forms::code(&mut form) else { return cx.invalid(&draw(&cx, form).await?) };
    cx.count_try_at(&id.to_string())?;
    let codes = match what.as_str() {
        "confirm" => cx.deed(&form, move |tx| actions::confirm(tx, &keys, &actor, &code)).await?,
        "renew" => cx.deed(&form, move |tx| actions::renew(tx, &keys, &actor, &code)).await?,
        "remove" => cx.deed(&form, move |tx| actions::remove(tx, &keys, &actor, &code)).await?.then(Vec::new),
        _ => return Err(Error::BadRequest("no such deed of a second step")),
    };
    let Some(codes) = codes else {
        form.fail("code", L::second_wrong);
        return cx.invalid(&draw(&cx, form).await?);
    };
    // Putting it in force or taking it off ended every session, whoever is in one of them; this reader goes on in a fresh one.
    if what != "renew" {
        cx.all_in(id, has_desk(&cx.read(move |conn| actor_of(conn, id)).await?))?;
    }
    match what.as_str() {
        "remove" => cx.see_done(urls::account_second_step(cx.lang()), Notice::Changed),
        _ => cx.html(&PapersPage { page: cx.page(), codes, alone: false }),
    }
}
