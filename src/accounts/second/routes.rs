//! The addresses of the second step.

use super::actions::{self, Proof};
use super::pages::{CodePage, PapersPage, SecondPage, Shared, Standing};
use super::{again, forms, store};
use crate::accounts::routes::{has_desk, me, onward};
use crate::accounts::store::account;
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::policy::Access;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice, Routes, actor_of};

/// Its addresses.
pub(in crate::accounts) fn routes(routes: &mut Routes) {
    routes.get(Access::Anyone, "/{l}/login/code", ask);
    routes.post(Access::Anyone, "/{l}/login/code", enter);
    routes.get(Access::SignedIn, "/{l}/account/proof", again::show);
    routes.post(Access::SignedIn, "/{l}/account/proof", again::prove);
    routes.proven(|routes| {
        routes.get(Access::SignedIn, "/{l}/account/second-step", show);
        routes.post(Access::SignedIn, "/{l}/account/second-step", change);
    });
}

async fn ask(cx: Cx) -> Answer {
    let next = cx.query("next").to_owned();
    if cx.half_in().is_none() {
        return cx.see(urls::login_then(cx.lang(), &next));
    }
    cx.html(&CodePage { page: cx.page(), form: Form::blank(), next })
}

/// The second step: whoever typed the password a moment ago types the code.
async fn enter(cx: Cx, mut form: Form) -> Answer {
    let next = form.value("next").to_owned();
    let Some(id) = cx.half_in() else { return cx.see(urls::login_then(cx.lang(), &next)) };
    if let Some(code) = forms::code(&mut form) {
        cx.count_try_at(&id.to_string())?;
        let keys = cx.site.keys.clone();
        let proof = cx.site.db.write(move |tx| actions::enter(tx, &keys, id, &code)).await?;
        if proof != Proof::Wrong {
            let actor = cx.read(move |conn| actor_of(conn, id)).await?;
            cx.all_in(id, has_desk(&actor))?;
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
    cx.invalid(&CodePage { page: cx.page(), form, next })
}

async fn draw(cx: &Cx, form: Form) -> Result<SecondPage> {
    let id = me(cx)?;
    let (step, left, account) =
        cx.read(move |conn| Ok((store::find(conn, id)?, store::left(conn, id)?, account(conn, id)?))).await?;
    let standing = match step {
        None => Standing::Off,
        Some(step) => match step.confirmed_at {
            Some(since) => Standing::On(since, left),
            None => Standing::Begun(Shared::new(&actions::shared(&cx.site.keys, &step)?, &account.login)?),
        },
    };
    let actor = cx.read(move |conn| actor_of(conn, id)).await?;
    let needed = cx.site.settings.second_step && has_desk(&actor);
    Ok(SecondPage { page: cx.page(), form, standing, needed })
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
    let Some(code) = forms::code(&mut form) else { return cx.invalid(&draw(&cx, form).await?) };
    cx.count_try_at(&id.to_string())?;
    let confirms = what == "confirm";
    let codes = match what.as_str() {
        "confirm" => cx.deed(&form, move |tx| actions::confirm(tx, &keys, &actor, &code)).await?,
        "renew" => cx.deed(&form, move |tx| actions::renew(tx, &keys, &actor, &code)).await?,
        "remove" => {
            if cx.deed(&form, move |tx| actions::remove(tx, &keys, &actor, &code)).await? {
                return cx.see_done(urls::account_second_step(cx.lang()), Notice::Changed);
            }
            None
        }
        _ => return Err(Error::BadRequest("no such deed of a second step")),
    };
    match codes {
        Some(codes) => {
            // The deed ended every session, whoever is in one of them; this reader goes on in a fresh one.
            if confirms {
                cx.all_in(id, has_desk(&cx.read(move |conn| actor_of(conn, id)).await?))?;
            }
            cx.html(&PapersPage { page: cx.page(), codes })
        }
        None => {
            form.fail("code", L::second_wrong);
            cx.invalid(&draw(&cx, form).await?)
        }
    }
}
