//! Who one is, proven once more before a dangerous deed: by a code where there is a second step, by the password where there is none.

use askama::Template;

use super::actions::{self, Proof};
use super::{forms, store};
use crate::accounts::routes::{fits, me};
use crate::error::Result;
use crate::i18n::L;
use crate::web::{Answer, Cx, Form, Notice, Page};
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
}

async fn by_code(cx: &Cx) -> Result<bool> {
    let id = me(cx)?;
    cx.read(move |conn| store::has(conn, id)).await
}

/// Asks.
pub(super) async fn show(cx: Cx) -> Answer {
    let (next, by_code) = (cx.query("next").to_owned(), by_code(&cx).await?);
    cx.html(&ProofPage { page: cx.page(), form: Form::blank(), next, by_code })
}

/// Notes the proof and goes on; a few slips end the session.
pub(super) async fn prove(cx: Cx, mut form: Form) -> Answer {
    let (next, by_code) = (form.value("next").to_owned(), by_code(&cx).await?);
    let slip = match by_code {
        true => code_slip(&cx, &mut form).await?,
        false => password_slip(&cx, &mut form).await?,
    };
    match slip {
        Slip::None => {
            cx.note_proof()?;
            cx.see(if next.is_empty() { urls::account(cx.lang()) } else { urls::next(cx.lang(), &next) })
        }
        Slip::Wrong if cx.slipped()? => cx.see_done(urls::login_then(cx.lang(), &next), Notice::StartAgain),
        Slip::Wrong | Slip::Unread => cx.invalid(&ProofPage { page: cx.page(), form, next, by_code }),
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
    if cx.site.db.write(move |tx| actions::again(tx, &keys, id, &code)).await? != Proof::Wrong {
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
