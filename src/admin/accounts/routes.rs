//! Addresses of others' accounts.

use std::sync::Arc;

use super::pages::{AccountPage, AccountsPage, Choices, LinkPage, NewPage, SecretPage, SessionsPage, holding, langs};
use super::{actions, forms, store};
use crate::accounts::store::{self as rows, NewAccount};
use crate::accounts::{hash_password, initial_password};
use crate::admin::grants;
use crate::base::{AccountId, MembershipId};
use crate::error::{Error, Refusal, Result};
use crate::handover::held;
use crate::i18n::L;
use crate::policy::Access;
use crate::rights::erased;
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice, Routes, has_second_step, open_sessions, present};

/// Its addresses.
pub(in crate::admin) fn routes(routes: &mut Routes) {
    routes.get(Access::Admin, "/{l}/admin/accounts", list);
    routes.proven(|routes| {
        routes.get(Access::Admin, "/{l}/admin/accounts/new", new);
        routes.post(Access::Admin, "/{l}/admin/accounts/new", create);
        routes.get(Access::Admin, "/{l}/admin/accounts/{id}", account);
        routes.get(Access::Admin, "/{l}/admin/accounts/{id}/memberships", back);
        routes.post(Access::Admin, "/{l}/admin/accounts/{id}/memberships", add_role);
        routes.post(Access::Admin, "/{l}/admin/accounts/{id}/memberships/{membership}", end_role);
        routes.post(Access::Admin, "/{l}/admin/accounts/{id}/state", set_state);
        routes.get(Access::Admin, "/{l}/admin/accounts/{id}/password", back);
        routes.post(Access::Admin, "/{l}/admin/accounts/{id}/password", new_password);
        routes.post(Access::Admin, "/{l}/admin/accounts/{id}/sessions", end_sessions);
        routes.get(Access::Admin, "/{l}/admin/sessions", signed_in);
        routes.post(Access::Admin, "/{l}/admin/sessions", end_everybodys);
        routes.get(Access::Admin, "/{l}/admin/accounts/{id}/second-step", back);
        routes.post(Access::Admin, "/{l}/admin/accounts/{id}/second-step", forget_second_step);
    });
}

async fn list(cx: Cx) -> Answer {
    let (text, wanted, after) = (cx.query("q").to_owned(), holding(cx.query("role")), cx.cursor());
    let (found, held) = cx
        .read(move |conn| {
            let found = store::list(conn, &text, wanted, after)?;
            let ids: Vec<AccountId> = found.items.iter().map(|a| a.id).collect();
            let held = store::held_by(conn, &ids)?;
            Ok((found, held))
        })
        .await?;
    cx.html(&AccountsPage::new(&cx, found, &held))
}

fn new_page(cx: &Cx, form: Form) -> NewPage {
    NewPage { page: cx.page(), form, choices: Choices::new(cx), langs: langs() }
}

async fn new(cx: Cx) -> Answer {
    cx.html(&new_page(&cx, Form::filled([("lang", cx.lang().to_string())])))
}

/// A password nobody chose, and its hash.
async fn fresh(cx: &Cx) -> Result<(String, String)> {
    let password = initial_password(&cx.site.entropy);
    let plain = password.clone();
    let hash = cx.site.slow.run(move || hash_password(&plain)).await?;
    Ok((password, hash))
}

async fn create(cx: Cx, mut form: Form) -> Answer {
    let Some(typed) = forms::staff(&mut form, &cx.r) else { return cx.invalid(&new_page(&cx, form)) };
    let (password, password_hash) = fresh(&cx).await?;
    let (name, login, held) = (typed.name, typed.login, typed.held);
    let new =
        NewAccount { login: login.clone(), name: name.clone(), password_hash, lang: typed.lang, must_change: true };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    match cx.deed(&form, move |tx| actions::create(tx, &actor, &r, &new, held, &password)).await {
        Ok((account, password)) => {
            let waits = grants::needs_two(held.role);
            cx.html(&SecretPage { page: cx.page(), name, login, password, account, waits })
        }
        Err(Error::Refused(Refusal::Taken)) => {
            form.fail("login", L::admin_taken);
            cx.invalid(&new_page(&cx, form))
        }
        Err(error) => Err(error),
    }
}

async fn draw(cx: &Cx, id: AccountId, form: Form) -> Result<AccountPage> {
    let (r, site, now) = (Arc::clone(&cx.r), Arc::clone(&cx.site), cx.now);
    let (account, roles, things, second, open, waiting) = cx
        .read(move |conn| {
            let things = held(conn, &r, id, None, now)?.len();
            let (account, roles) = (rows::account(conn, id)?, rows::roles(conn, id)?);
            let open = open_sessions(conn, &site.keys, id, now)?.len();
            Ok((account, roles, things, has_second_step(conn, id)?, open, grants::waiting_for(conn, id, now)?))
        })
        .await?;
    Ok(AccountPage::new(cx, account, (&roles, &waiting), (things, second, open), form))
}

async fn account(cx: Cx) -> Answer {
    let id = cx.id("id")?;
    cx.html(&draw(&cx, id, Form::blank()).await?)
}

/// The other language of a page that answered a form.
async fn back(cx: Cx) -> Answer {
    let id: AccountId = cx.id("id")?;
    cx.see(urls::admin_account(cx.lang(), id))
}

async fn add_role(cx: Cx, mut form: Form) -> Answer {
    let id: AccountId = cx.id("id")?;
    let Some(held) = forms::role(&mut form, &cx.r) else { return cx.invalid(&draw(&cx, id, form).await?) };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::add_role(tx, &actor, &r, id, held)).await?;
    cx.site.vault.forget(id);
    cx.see_done(urls::admin_account(cx.lang(), id), Notice::Saved)
}

async fn end_role(cx: Cx, form: Form) -> Answer {
    let (id, membership): (AccountId, MembershipId) = (cx.id("id")?, cx.id("membership")?);
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::end_role(tx, &actor, &r, id, membership)).await?;
    cx.site.vault.forget(id);
    erased::note(&cx.site).await;
    cx.see_done(urls::admin_account(cx.lang(), id), Notice::Changed)
}

async fn set_state(cx: Cx, form: Form) -> Answer {
    let id: AccountId = cx.id("id")?;
    let disabled = match form.value("state") {
        "disabled" => true,
        "enabled" => false,
        _ => return Err(Error::BadRequest("no such state of an account")),
    };
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::set_disabled(tx, &actor, &r, id, disabled)).await?;
    if disabled {
        cx.site.vault.forget(id);
    }
    erased::note(&cx.site).await;
    cx.see_done(urls::admin_account(cx.lang(), id), Notice::Changed)
}

async fn new_password(cx: Cx, form: Form) -> Answer {
    let id: AccountId = cx.id("id")?;
    let (account, actor) = (cx.read(move |conn| rows::account(conn, id)).await?, cx.actor.clone());
    let (token, ended) = cx.deed(&form, move |tx| actions::reset_link(tx, &actor, id)).await?;
    if ended {
        cx.site.vault.forget(id);
    }
    cx.html(&LinkPage::new(&cx, account, token))
}

async fn end_sessions(cx: Cx, form: Form) -> Answer {
    let (id, actor): (AccountId, _) = (cx.id("id")?, cx.actor.clone());
    cx.deed(&form, move |tx| actions::end_sessions(tx, &actor, id)).await?;
    cx.site.vault.forget(id);
    cx.see_done(urls::admin_account(cx.lang(), id), Notice::Changed)
}

/// How many people are signed in.
async fn signed_in(cx: Cx) -> Answer {
    let now = cx.now;
    let people = cx.read(move |conn| present(conn, now)).await?.len();
    cx.html(&SessionsPage { page: cx.page(), people })
}

async fn end_everybodys(cx: Cx, form: Form) -> Answer {
    let (actor, now) = (cx.actor.clone(), cx.now);
    cx.deed(&form, move |tx| actions::end_everybodys(tx, &actor)).await?;
    let left = cx.read(move |conn| present(conn, now)).await?;
    cx.site.vault.sweep(now, &left);
    cx.see_done(urls::admin_sessions(cx.lang()), Notice::Changed)
}

/// The telephone and the paper of somebody are lost: they make a new second step at their next sign-in.
async fn forget_second_step(cx: Cx, form: Form) -> Answer {
    let (id, actor): (AccountId, _) = (cx.id("id")?, cx.actor.clone());
    cx.deed(&form, move |tx| actions::forget_second_step(tx, &actor, id)).await?;
    cx.site.vault.forget(id);
    cx.see_done(urls::admin_account(cx.lang(), id), Notice::Changed)
}
