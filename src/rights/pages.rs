//! The person's side: the page of all that is held, to read and to print, and the two requests under it.

use askama::Template;

use super::data::{self, Data};
use super::model::{Of, Request, State, Wish};
use super::{actions, store};
use crate::concerns::parts::said;
use crate::concerns::sealing::{self, Part, Reporter};
use crate::error::{Error, Result};
use crate::i18n::Text;
use crate::urls;
use crate::web::{self, Answer, Cx, Form, Notice, Page};

/// A request in words.
pub(super) struct Asked {
    pub(super) number: String,
    pub(super) what: &'static str,
    pub(super) stands: (&'static str, &'static str),
    pub(super) when: String,
    pub(super) due: String,
    pub(super) words: String,
    /// The words to come, for whoever asked.
    pub(super) correction: String,
    pub(super) answer: String,
}

impl Asked {
    /// As the administrator reads it: of a protected concern, that something is said.
    pub(super) fn new(cx: &Cx, request: &Request) -> Asked {
        let (l, page) = (cx.l, cx.page());
        Asked {
            number: request.number().to_string(),
            what: match request.kind {
                Wish::Correction => l.rights_correction().as_str(),
                Wish::Erasure => l.rights_erasure().as_str(),
            },
            stands: match request.state {
                State::Waiting => ("received", l.rights_waiting().as_str()),
                State::Granted => ("resolved", l.rights_granted().as_str()),
                State::Refused => ("closed", l.rights_refused().as_str()),
            },
            when: page.date(&request.asked_at),
            due: if request.state == State::Waiting { page.date(&request.due_at) } else { String::new() },
            words: said(l, &request.words),
            correction: String::new(),
            answer: request.answer.clone(),
        }
    }

    /// The same for whoever asked, with the words to come.
    fn mine(cx: &Cx, request: &Request) -> Asked {
        Asked { correction: said(cx.l, &request.correction), ..Asked::new(cx, request) }
    }
}

#[derive(Template)]
#[template(path = "rights/data.html")]
struct DataPage {
    page: Page,
    form: Form,
    /// True for a concern, false for an account.
    concern: bool,
    back: String,
    action: String,
    data: Data,
    requests: Vec<Asked>,
    /// Who reads why something is asked.
    why_help: Text,
    corrects: bool,
    erases: bool,
}

/// What was asked before, opened with the reporter's code or account where it is sealed.
async fn requests_of(cx: &Cx, of: Of) -> Result<Vec<Request>> {
    let opened = match of {
        Of::Concern(id) => Some((id, Reporter::of(cx, id))),
        Of::Account(_) => None,
    };
    cx.read(move |conn| {
        let mut requests = store::of(conn, of)?;
        if let Some((id, reporter)) = &opened {
            sealing::of_reporter(conn, *id, Part::File, reporter)?.unveil(&mut requests);
        }
        Ok(requests)
    })
    .await
}

async fn draw(cx: &Cx, of: Of, mut form: Form) -> Result<DataPage> {
    let data = data::of(cx, of).await?;
    let requests = requests_of(cx, of).await?;
    let waits = |wish| requests.iter().any(|r| r.state == State::Waiting && r.kind == wish);
    let concern = matches!(of, Of::Concern(_));
    form.preset("correction", data.words.clone());
    let lang = cx.lang();
    Ok(DataPage {
        page: if concern { cx.page().with_exit() } else { cx.page() },
        concern,
        back: if concern { urls::followed(lang) } else { urls::account(lang) },
        action: if concern { urls::followed_data(lang) } else { urls::account_data(lang) },
        corrects: !waits(Wish::Correction),
        erases: !waits(Wish::Erasure),
        requests: requests.iter().map(|request| Asked::mine(cx, request)).collect(),
        why_help: if data.sealed { cx.l.rights_why_sealed() } else { cx.l.rights_why_help() },
        data,
        form,
    })
}

async fn ask(cx: Cx, of: Of, mut form: Form, back: String) -> Answer {
    let wish = form.pick("wish", Wish::parse);
    let (words, correction) = match wish {
        Some(Wish::Correction) => {
            let most = if matches!(of, Of::Concern(_)) { 4000 } else { 60 };
            (form.words("why_correction", 2, 1000), form.words("correction", 2, most))
        }
        _ => (form.words("why_erasure", 2, 1000), Some(String::new())),
    };
    let all = (|| Some((wish?, words?, correction?)))();
    let Some((wish, words, correction)) = form.done(all) else { return cx.invalid(&draw(&cx, of, form).await?) };
    cx.deed(&form, move |tx| actions::ask(tx, of, wish, &words, &correction)).await?;
    cx.see_done(back, Notice::Sent)
}

/// All about the concern whose code is open.
pub(super) async fn of_concern(cx: Cx) -> Answer {
    let Some(id) = cx.followed() else { return cx.see(urls::follow(cx.lang())) };
    cx.html(&draw(&cx, Of::Concern(id), Form::blank()).await?)
}

/// Asks about it.
pub(super) async fn ask_of_concern(cx: Cx, form: Form) -> Answer {
    let Some(id) = cx.followed() else { return cx.see(urls::follow(cx.lang())) };
    let back = urls::followed_data(cx.lang());
    ask(cx, Of::Concern(id), form, back).await
}

/// All about one's account.
pub(super) async fn of_account(cx: Cx) -> Answer {
    let id = cx.actor.account().ok_or(Error::SignIn)?;
    cx.html(&draw(&cx, Of::Account(id), Form::blank()).await?)
}

/// Asks about it.
pub(super) async fn ask_of_account(cx: Cx, form: Form) -> Answer {
    let id = cx.actor.account().ok_or(Error::SignIn)?;
    let back = urls::account_data(cx.lang());
    ask(cx, Of::Account(id), form, back).await
}
