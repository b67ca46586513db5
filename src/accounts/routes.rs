//! Addresses of one's own account.

use zeroize::Zeroizing;

use super::entry::{self, Met};
use super::guessable::house_words;
use super::model::is_over;
use super::pages::{AccountPage, LoginPage, PasswordPage, SignUpPage, langs};
use super::store::{self, NewAccount};

use super::{actions, forms, keyring, password, renewal, reset, second, sessions, unlock};
use crate::base::{AccountId, Actor, DAY, Lang, Role};
use crate::error::{Error, Refusal, Result};
use crate::i18n::{L, Text};
use crate::policy::Access;
use crate::seal::{FromPassword, Opened};
use crate::urls;
use crate::web::{Answer, Cx, Form, Notice, Routes, actor_of, has_second_step};

/// Its addresses.
pub fn routes(routes: &mut Routes) {
    routes.get(Access::Anyone, "/{l}/login", login_page);
    routes.post(Access::Anyone, "/{l}/login", login);
    routes.post(Access::Anyone, "/{l}/logout", logout);
    routes.get(Access::Anyone, "/{l}/signup", signup_page);
    routes.post(Access::Anyone, "/{l}/signup", signup);
    routes.get(Access::SignedIn, "/{l}/account", account_page);
    routes.get(Access::SignedIn, "/{l}/account/profile", back_to_account);
    routes.post(Access::SignedIn, "/{l}/account/profile", change_profile);
    routes.get(Access::SignedIn, "/{l}/account/password", password_page);
    routes.post(Access::SignedIn, "/{l}/account/password", change_password);
    second::routes(routes);
    unlock::routes(routes);
    renewal::routes(routes);
    reset::routes(routes);
    sessions::routes(routes);
}

/// Where somebody begins: their desk, or their account.
fn desk(lang: Lang, actor: &Actor) -> String {
    if actor.is_police() {
        urls::desk(lang)
    } else if actor.holds(Role::Partner) {
        urls::desk_referrals(lang)
    } else if actor.holds(Role::Moderator) || actor.holds(Role::Chair) {
        urls::committee(lang)
    } else if actor.holds(Role::Overseer) {
        urls::desk(lang)
    } else if actor.holds(Role::Admin) {
        urls::admin(lang)
    } else {
        urls::account(lang)
    }
}

/// Where the reader goes on: where they wanted to be, else where they begin.
pub(super) fn onward(lang: Lang, next: &str, actor: &Actor) -> String {
    if next.is_empty() { desk(lang, actor) } else { urls::next(lang, next) }
}

async fn login_page(cx: Cx) -> Answer {
    let next = cx.query("next").to_owned();
    if cx.actor.account().is_some() {
        return cx.see(onward(cx.lang(), &next, &cx.actor));
    }
    cx.html(&LoginPage { page: cx.page(), form: Form::blank(), next })
}

async fn login(cx: Cx, mut form: Form) -> Answer {
    let next = form.value("next").to_owned();
    if let Some(typed) = forms::sign_in(&mut form) {
        let password = Zeroizing::new(typed.password.clone());
        let (id, must_change) = match prove(&cx, typed).await? {
            Proven::Holder(id, must_change) => (id, must_change),
            Proven::Over => return refused(&cx, form, next, L::account_given_over),
            Proven::Nobody => return refused(&cx, form, next, L::account_wrong),
        };
        // A password somebody else chose opens nothing: the key pair is made when it is changed.
        let pair = if must_change { None } else { Some(keyring::by_password(&cx, id, &password).await?) };
        if cx.read(move |conn| has_second_step(conn, id)).await? {
            // Nobody seals to whoever knows a password and no more: a pair it made is stored after the second step.
            cx.half_way(id, pair)?;
            return cx.see(urls::with_query(urls::login_code(cx.lang()), &[("next", &next)]));
        }
        let key = match pair {
            Some(FromPassword::Opened(key)) => Some(key),
            Some(FromPassword::Made(made)) => Some(keyring::keep(&cx, id, made).await?),
            None => None,
        };
        let actor = start(&cx, id, key).await?;
        return match must_change {
            true => cx.see(urls::account_password(cx.lang())),
            false => cx.see(onward(cx.lang(), &next, &actor)),
        };
    }
    cx.invalid(&LoginPage { page: cx.page(), form, next })
}

/// The form again, with the reason.
fn refused(cx: &Cx, mut form: Form, next: String, why: fn(L) -> Text) -> Answer {
    form.fail("login", why);
    cx.invalid(&LoginPage { page: cx.page(), form, next })
}

/// What a login and a password prove.
enum Proven {
    /// Whose they are, and whether somebody else chose the password.
    Holder(AccountId, bool),
    /// Somebody else chose the password, and more than seven days ago.
    Over,
    /// Nothing: either is wrong, or the account disabled.
    Nobody,
}

/// Looks at a login and a password; that takes the same time whatever comes of it.
async fn prove(cx: &Cx, typed: forms::SignIn) -> Result<Proven> {
    let forms::SignIn { login, password } = typed;
    if let Err(error) = cx.count_try_at(&login) {
        entry::tell(cx, &login, Met::Slowed);
        return Err(error);
    }
    let tried = login.clone();
    let found = cx.read(move |conn| store::credentials(conn, &login)).await?;
    // An erased account has none.
    let hash = found.as_ref().map(|c| c.hash.clone()).filter(|hash| !hash.is_empty());
    let fits = cx.site.slow.run(move || password::fits(&password, hash.as_deref())).await?;
    let found = found.filter(|c| fits && c.disabled_at.is_none());
    let over = found.as_ref().is_some_and(|c| is_over(c.given_at, cx.now));
    let met = match (found.is_some(), over) {
        (true, true) => Met::Over,
        (true, false) => Met::Right,
        (false, _) => Met::Wrong,
    };
    entry::tell(cx, &tried, met);
    let Some(found) = found else { return Ok(Proven::Nobody) };
    cx.right_at(&tried);
    if over {
        return Ok(Proven::Over);
    }
    let (id, must_change) = (found.id, found.must_change);
    let entered = cx.site.db.write(move |tx| actions::sign_in(tx, id, &found.hash)).await?;
    Ok(if entered { Proven::Holder(id, must_change) } else { Proven::Nobody })
}

/// True when that is the account's password.
pub(super) async fn fits(cx: &Cx, id: AccountId, password: String) -> Result<bool> {
    let hash = cx.read(move |conn| store::hash_of(conn, id)).await?;
    cx.site.slow.run(move || password::fits(&password, Some(&hash))).await
}

/// Opens a fresh session for an account; says who it is.
async fn start(cx: &Cx, id: AccountId, key: Option<Opened>) -> Result<Actor> {
    let actor = cx.read(move |conn| actor_of(conn, id)).await?;
    cx.sign_in(id, has_desk(&actor), key)?;
    Ok(actor)
}

/// Only those with a desk get a shift's session.
pub(super) fn has_desk(actor: &Actor) -> bool {
    actor.memberships().iter().any(|held| held.role.has_desk())
}

/// Not by the form's token: leaving twice harms nobody, and a page open since yesterday must still let one out.
async fn logout(cx: Cx, _: Form) -> Answer {
    if cx.actor.account().is_some() {
        let actor = cx.actor.clone();
        cx.site.db.write(move |tx| actions::sign_out(tx, &actor)).await?;
    }
    cx.sign_out();
    let mut answer = cx.see_done(urls::home(cx.lang()), Notice::SignedOut)?;
    cx.clear_cache(&mut answer);
    Ok(answer)
}

async fn signup_page(cx: Cx) -> Answer {
    let next = cx.query("next").to_owned();
    if cx.actor.account().is_some() {
        return cx.see(onward(cx.lang(), &next, &cx.actor));
    }
    let form = Form::filled([("lang", cx.lang().to_string())]);
    let notice = cx.read(crate::notices::current).await?;
    cx.html(&SignUpPage { page: cx.page(), form, next, langs: langs(), notice })
}

async fn signup(cx: Cx, mut form: Form) -> Answer {
    let next = form.value("next").to_owned();
    if let Some(typed) = forms::sign_up(&mut form, &house_words(&cx.r)) {
        let shown = form.value("notice").parse().unwrap_or_default();
        let forms::SignUp { name, login, password, lang } = typed;
        let typed = Zeroizing::new(password.clone());
        let password_hash = cx.site.slow.run(move || password::hash(&password)).await?;
        let new = NewAccount { login, name, password_hash, lang, must_change: false };
        match cx.deed(&form, move |tx| actions::sign_up(tx, &new, shown)).await {
            Ok(id) => {
                let key = keyring::open(&cx, id, &typed).await?;
                let actor = start(&cx, id, Some(key)).await?;
                return cx.see(onward(lang, &next, &actor));
            }
            Err(Error::Refused(Refusal::Taken)) => form.fail("login", L::account_taken),
            Err(error) => return Err(error),
        }
    }
    let notice = cx.read(crate::notices::current).await?;
    cx.invalid(&SignUpPage { page: cx.page(), form, next, langs: langs(), notice })
}

pub(super) fn me(cx: &Cx) -> Result<AccountId> {
    cx.actor.account().ok_or(Error::SignIn)
}

/// Days that the account's page says that who answers changed.
const HANDED_DAYS: i64 = 30;

async fn account_page(cx: Cx) -> Answer {
    cx.html(&draw_account(&cx, None).await?)
}

async fn draw_account(cx: &Cx, form: Option<Form>) -> Result<AccountPage> {
    let (id, after) = (me(cx)?, cx.cursor());
    let recent = cx.now.plus(-HANDED_DAYS * DAY);
    let (account, own, handed) = cx
        .read(move |conn| {
            let own = store::own_concerns(conn, id, after)?;
            let ids: Vec<i64> = own.items.iter().map(|c| c.id).collect();
            let handed = store::handed_over(conn, &ids, recent)?;
            Ok((store::account(conn, id)?, own, handed))
        })
        .await?;
    let shows = if account.shows_name { "yes" } else { "" };
    let filled = || {
        let lang = account.lang.to_string();
        Form::filled([("name", account.name.clone()), ("lang", lang), ("shows_name", shows.to_owned())])
    };
    let form = form.unwrap_or_else(filled);
    Ok(AccountPage::new(cx, account, own, &handed, form))
}

/// The other language of a page that answered a form.
async fn back_to_account(cx: Cx) -> Answer {
    cx.see(urls::account(cx.lang()))
}

async fn change_profile(cx: Cx, mut form: Form) -> Answer {
    let Some((name, lang, shows)) = forms::profile(&mut form) else {
        return cx.invalid(&draw_account(&cx, Some(form)).await?);
    };
    let actor = cx.actor.clone();
    cx.deed(&form, move |tx| actions::change_profile(tx, &actor, &name, lang, shows)).await?;
    cx.see_done(urls::account(lang), Notice::Saved)
}

async fn password_page(cx: Cx) -> Answer {
    let id = me(&cx)?;
    let account = cx.read(move |conn| store::account(conn, id)).await?;
    let (login, must_change) = (account.login, account.must_change);
    cx.html(&PasswordPage { page: cx.page(), form: Form::blank(), login, must_change })
}

async fn change_password(cx: Cx, mut form: Form) -> Answer {
    let id = me(&cx)?;
    let (account, old) = cx.read(move |conn| Ok((store::account(conn, id)?, store::hash_of(conn, id)?))).await?;
    let ring = cx.read(move |conn| keyring::ring_of(conn, id)).await?;
    if let Some(typed) = forms::password(&mut form, &account.login, &house_words(&cx.r)) {
        cx.count_try()?;
        let (proven, new, entropy) = (old.clone(), typed.new, cx.site.entropy.clone());
        let hashed = cx.site.slow.run(move || match password::fits(&typed.current, Some(&proven))? {
            true => {
                let key = ring.change(&typed.current, &new, &entropy)?;
                Ok(Some((password::hash(&new)?, key)))
            }
            false => Ok(None),
        });
        if let Some((new, key)) = hashed.await? {
            let actor = cx.actor.clone();
            let secret = key.secret.clone();
            let keyring = cx.deed(&form, move |tx| actions::change_password(tx, &actor, &old, &new, &key)).await?;
            cx.site.vault.forget(id);
            let actor = start(&cx, id, Some(Opened { keyring, secret })).await?;
            let to = if account.must_change { desk(cx.lang(), &actor) } else { urls::account(cx.lang()) };
            return cx.see_done(to, Notice::Password);
        }
        form.fail("current", L::account_current_wrong);
    }
    let (login, must_change) = (account.login, account.must_change);
    cx.invalid(&PasswordPage { page: cx.page(), form, login, must_change })
}
