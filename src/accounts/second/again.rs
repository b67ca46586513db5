//! Who one is, proven once more before a dangerous deed: by a code or a key where there is a second step, by the password where there is none.

use askama::Template;

use super::actions::{self, For, Proof};
use super::forms;
use super::passkeys::{self, Door};
use crate::accounts::routes::{fits, me};
use crate::error::Result;
use crate::i18n::L;
use crate::web::{Answer, Cx, Form, Notice, Page, has_second_step};
use crate::{urls, web};

/// The proof that is asked for.
#[derive(Template)]
#[template(path = "accounts/proof.html")]
struct ProofPage {
    page: Page,
    form: Form,
    /// Where the reader wanted to go.
    next: String,
    /// True when a code is asked for, false when the password is.
    by_code: bool,
    /// For whoever has a key.
    key: Option<Door>,
}

impl ProofPage {
    async fn new(cx: &Cx, form: Form, next: String, by_code: bool) -> Result<ProofPage> {
        let key = Door::of(cx, me(cx)?, urls::account_proof_key(cx.lang())).await?;
        Ok(ProofPage { page: cx.page(), form, next, by_code, key })
    }
}

async fn by_code(cx: &Cx) -> Result<bool> {
    let id = me(cx)?;
    cx.read(move |conn| has_second_step(conn, id)).await
}

/// Asks.
pub(super) async fn show(cx: Cx) -> Answer {
    let (next, by_code) = (cx.query("next").to_owned(), by_code(&cx).await?);
    cx.html(&ProofPage::new(&cx, Form::blank(), next, by_code).await?)
}

/// Notes the proof and goes on; a few slips end the session.
pub(super) async fn prove(cx: Cx, mut form: Form) -> Answer {
    let (next, by_code) = (form.value("next").to_owned(), by_code(&cx).await?);
    let slip = match by_code {
        true => code_slip(&cx, &mut form).await?,
        false => password_slip(&cx, &mut form).await?,
    };
    go_on(&cx, form, next, by_code, slip).await
}

/// The same by a key.
pub(super) async fn prove_by_key(cx: Cx, mut form: Form) -> Answer {
    let (id, next) = (me(&cx)?, form.value("next").to_owned());
    let slip = if passkeys::is_right(&cx, &mut form, id, For::Deed).await? { Slip::None } else { Slip::Wrong };
    let by_code = by_code(&cx).await?;
    go_on(&cx, form, next, by_code, slip).await
}

async fn go_on(cx: &Cx, form: Form, next: String, by_code: bool, slip: Slip) -> Answer {
    match slip {
        Slip::None => {
            cx.note_proof()?;
            cx.see(if next.is_empty() { urls::account(cx.lang()) } else { urls::next(cx.lang(), &next) })
        }
        Slip::Wrong if cx.slipped()? => cx.see_done(urls::login_then(cx.lang(), &next), Notice::StartAgain),
        Slip::Wrong | Slip::Unread => cx.invalid(&ProofPage::new(cx, form, next, by_code).await?),
    }
}

/// What is wrong with a proof.
enum Slip {
    /// Nothing.
    None,
    /// It is none.
    Wrong,
    /// Nothing was typed that could be one.
    Unread,
}

async fn code_slip(cx: &Cx, form: &mut Form) -> Result<Slip> {
    let Some(code) = forms::code(form) else { return Ok(Slip::Unread) };
    let (id, keys) = (me(cx)?, cx.site.keys.clone());
    cx.count_try_at(&id.to_string())?;
    if cx.site.db.write(move |tx| actions::answer(tx, &keys, id, &code, For::Deed)).await? != Proof::Wrong {
        return Ok(Slip::None);
    }
    form.fail("code", L::second_wrong);
    Ok(Slip::Wrong)
}

async fn password_slip(cx: &Cx, form: &mut Form) -> Result<Slip> {
    let Some(password) = forms::password(form) else { return Ok(Slip::Unread) };
    let id = me(cx)?;
    cx.count_try_at(&id.to_string())?;
    if fits(cx, id, password).await? {
        return Ok(Slip::None);
    }
    form.fail("password", L::account_current_wrong);
    Ok(Slip::Wrong)
}
