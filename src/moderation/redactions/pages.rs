//! Oversight's side: what was blacked out, by which committee and why; each original behind a reason that is recorded.

use std::sync::Arc;

use askama::Template;

use super::model::{Original, Redaction};
use super::{opening, store};
use crate::accounts::keyring;
use crate::base::RedactionId;
use crate::error::{Error, Result};
use crate::i18n::Text;
use crate::moderation::ground;
use crate::moderation::target::TargetKind;
use crate::policy::{Deed, permit};
use crate::web::{Answer, Cx, Form, Page, Pager};
use crate::{urls, web};

/// A redaction in a line.
struct Line {
    url: String,
    icon: &'static str,
    what: Text,
    committee: String,
    when: String,
    why: String,
    /// Since when the original is gone.
    erased: Option<String>,
}

fn line(cx: &Cx, page: &Page, one: &Redaction) -> Line {
    let l = page.l;
    let (icon, what) = match (one.target_kind, one.medium_id) {
        (_, Some(_)) => ("photo", l.redaction_photo()),
        (TargetKind::Post, None) => ("answer", l.moderation_log_post()),
        (TargetKind::Concern, None) => ("report", l.moderation_log_concern()),
    };
    Line {
        url: urls::redaction(page.lang, one.id),
        icon,
        what,
        committee: cx.r.committee(one.committee_id).map_or("–", |c| c.name(page.lang)).to_owned(),
        when: page.datetime(&one.at),
        why: ground::say(l, &one.reason),
        erased: one.erased_at.map(|at| page.date(&at)),
    }
}

#[derive(Template)]
#[template(path = "moderation/redactions.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    pager: Pager,
}

/// `/{l}/oversight/redactions`
pub(super) async fn list(cx: Cx) -> Answer {
    permit(&cx.actor, &Deed::OpenOriginal)?;
    let after = cx.cursor();
    let found = cx.read(move |conn| store::page(conn, after)).await?;
    let page = cx.page();
    cx.html(&ListPage {
        lines: found.items.iter().map(|one| line(&cx, &page, one)).collect(),
        pager: Pager::new(&urls::redactions(page.lang), &[], cx.cursor(), found.next),
        page,
    })
}

/// Who read an original, when and why.
struct Opened {
    who: String,
    when: String,
    why: String,
}

#[derive(Template)]
#[template(path = "moderation/redaction.html")]
struct RedactionPage {
    page: Page,
    form: Form,
    line: Line,
    openings: Vec<Opened>,
    /// True when the password must be typed to open the reader's own key.
    locked: bool,
}

async fn draw(cx: &Cx, id: RedactionId, form: Form) -> Result<RedactionPage> {
    permit(&cx.actor, &Deed::OpenOriginal)?;
    let (one, openings) = cx.read(move |conn| Ok((store::get(conn, id)?, opening::of(conn, id)?))).await?;
    let page = cx.page();
    let opened = |o: opening::Opening| Opened { who: o.name, when: page.datetime(&o.at), why: o.reason };
    let openings = openings.into_iter().map(opened).collect();
    Ok(RedactionPage { line: line(cx, &page, &one), openings, locked: cx.key().is_none(), form, page })
}

/// One of them, with every opening.
pub(super) async fn show(cx: Cx) -> Answer {
    let id = cx.id("id")?;
    cx.html(&draw(&cx, id, Form::blank()).await?)
}

/// An original, on the answer to the one form that asked for it.
#[derive(Template)]
#[template(path = "moderation/original.html")]
struct OriginalPage {
    page: Page,
    line: Line,
    words: Vec<String>,
}

/// Opens it: recorded first, each time, then shown. A photo is sent as it is.
pub(super) async fn open(cx: Cx, mut form: Form) -> Answer {
    let id: RedactionId = cx.id("id")?;
    let before = draw(&cx, id, Form::blank()).await?;
    let reason = form.words("reason", 10, 600);
    let key = keyring::at_hand(&cx, &mut form).await?;
    let both = reason.zip(key);
    let Some((reason, key)) = form.done(both) else { return cx.invalid(&draw(&cx, id, form).await?) };
    let (actor, with) = (cx.actor.clone(), Arc::clone(&key));
    // Not once a form: whoever sends it again reads again, and that is recorded again.
    let sealed = cx.site.db.write(move |tx| opening::open(tx, &actor, id, &with, &reason)).await?;
    let Original { words, photo } = sealed.open(&key)?;
    if photo.is_empty() {
        return cx.html(&OriginalPage { page: cx.page(), line: before.line, words });
    }
    let bytes = data_encoding::BASE64.decode(photo.as_bytes()).map_err(Error::internal)?;
    cx.media(bytes.into(), "image/jpeg", false)
}
