//! One's own open sessions: seen, and ended one by one or all at once. Of the device nothing is known but when it came and was last
//! used: an address or a browser's name would be a trace of its owner (R13).

use askama::Template;

use super::actions;
use super::routes::me;
use crate::error::Result;
use crate::policy::Access;
use crate::web::{Answer, Cx, Form, Notice, Page, Routes, open_sessions};
use crate::{urls, web};

/// Their addresses.
pub(super) fn routes(routes: &mut Routes) {
    routes.proven(|routes| {
        routes.get(Access::SignedIn, "/{l}/account/sessions", show);
        routes.post(Access::SignedIn, "/{l}/account/sessions", end);
    });
}

/// The open sessions.
#[derive(Template)]
#[template(path = "accounts/sessions.html")]
struct SessionsPage {
    page: Page,
    lines: Vec<Line>,
}

struct Line {
    mark: String,
    /// Since when, in words.
    since: String,
    /// How long ago it was used.
    seen: String,
    /// True for the one this page is read in.
    here: bool,
}

async fn draw(cx: &Cx) -> Result<SessionsPage> {
    let (id, keys, now) = (me(cx)?, cx.site.keys.clone(), cx.now);
    let open = cx.read(move |conn| open_sessions(conn, &keys, id, now)).await?;
    let page = cx.page();
    let line = |session: &web::OpenSession| Line {
        mark: session.mark.clone(),
        since: page.datetime(&session.since),
        seen: page.ago(&session.seen_at),
        here: cx.comes_in(session),
    };
    Ok(SessionsPage { lines: open.iter().map(line).collect(), page })
}

async fn show(cx: Cx) -> Answer {
    cx.html(&draw(&cx).await?)
}

/// Ends the one that is named, or all of them.
async fn end(cx: Cx, form: Form) -> Answer {
    let (actor, keys, mark) = (cx.actor.clone(), cx.site.keys.clone(), form.value("session").to_owned());
    if !mark.is_empty() {
        let binding = cx.deed(&form, move |tx| actions::end_session(tx, &keys, &actor, &mark)).await?;
        cx.site.vault.close(&binding);
        return cx.see_done(urls::account_sessions(cx.lang()), Notice::Changed);
    }
    cx.deed(&form, move |tx| actions::end_sessions(tx, &actor)).await?;
    cx.site.vault.forget(me(&cx)?);
    cx.sign_out();
    cx.see_done(urls::login(cx.lang()), Notice::SignedOut)
}
