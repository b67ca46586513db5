//! What everybody reads of rumours, and « is it true? » of anybody.

use std::sync::Arc;

use askama::Template;

use super::model::{State, StepKind};
use super::pages::{AskPage, ListPage, RumourPage, moment};
use super::{actions, forms, store};
use crate::areas::{Area, AreaKind, Reference};
use crate::base::{AreaId, DAY, Lang, RumourId, Time};
use crate::concerns::parts::Places;
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::urls;
use crate::web::{Answer, Cx, Form};

/// The places a page of a place tells of: a quartier and its commune, or a commune and its quartiers.
pub(super) fn around(r: &Reference, area: &Area) -> Vec<AreaId> {
    match area.kind {
        AreaKind::Quartier => std::iter::once(area.id).chain(area.parent_id).collect(),
        AreaKind::Commune => std::iter::once(area.id).chain(r.quartiers(area.id).map(|q| q.id)).collect(),
        AreaKind::District => r.areas.iter().map(|a| a.id).collect(),
    }
}

/// The list, of a place or of all, in a state or in all.
pub(super) async fn list(cx: Cx) -> Answer {
    let r = Arc::clone(&cx.r);
    let area = r.area_at(cx.query("area")).filter(|a| a.active);
    let areas = area.map(|a| around(&r, a));
    let states = State::parse(cx.query("state")).map_or_else(|| State::ALL.to_vec(), |s| vec![s]);
    let after = cx.cursor();
    let (rows, answers) = cx
        .read(move |conn| {
            let rows = store::page(conn, areas.as_deref(), &states, after)?;
            let answers = store::answers(conn, &rows.items)?;
            Ok((rows, answers))
        })
        .await?;
    cx.html(&ListPage::new(&cx, area.map(|a| a.id), &rows, &answers, after))
}

/// One of them.
pub(super) async fn one(cx: Cx) -> Answer {
    let id: RumourId = cx.id("id")?;
    let (rumour, steps) = cx
        .read(move |conn| Ok((store::find(conn, id)?.ok_or(Error::NotFound)?, store::steps(conn, id, false)?)))
        .await?;
    cx.html(&RumourPage::new(&cx, &rumour, &steps))
}

fn ask_page<'a>(cx: &'a Cx, mut form: Form, asked: bool) -> AskPage<'a> {
    form.preset("area", cx.query("area"));
    AskPage { page: cx.page(), form, places: Places::all(&cx.r), asked }
}

pub(super) async fn ask(cx: Cx) -> Answer {
    cx.html(&ask_page(&cx, Form::blank(), false))
}

/// Keeps it for the committee. Nothing of it is public, and nothing of who asked is kept.
pub(super) async fn asked(cx: Cx, mut form: Form) -> Answer {
    let Some((area, words)) = forms::asked(&mut form, &cx.r) else {
        return cx.invalid(&ask_page(&cx, form, false));
    };
    let (actor, lang) = (cx.actor.clone(), cx.lang());
    cx.deed(&form, move |tx| actions::ask(tx, &actor, area, lang, &words)).await?;
    cx.html(&ask_page(&cx, Form::blank(), true))
}

struct Entry {
    id: String,
    title: String,
    updated: String,
    href: String,
    words: String,
    words_lang: Lang,
}

#[derive(Template)]
#[template(path = "rumours/feed.xml")]
struct Feed {
    lang: Lang,
    id: String,
    title: String,
    updated: String,
    this: String,
    page: String,
    entries: Vec<Entry>,
}

/// How far back a feed tells.
const DAYS: i64 = 90;
/// Entries told at most.
const ENTRIES: i64 = 40;
/// When a feed that tells nothing was last changed.
const NEVER: Time = Time(1_767_225_600);

/// A place's rumours as an Atom feed (RFC 4287): each public step is an entry.
pub(super) async fn feed(cx: Cx) -> Answer {
    let slug: String = cx.part("slug")?;
    let (l, r) = (L::new(cx.asked_lang()), Arc::clone(&cx.r));
    let area = r.area_at(&slug).filter(|a| a.active && a.kind != AreaKind::District).ok_or(Error::NotFound)?;
    let (areas, since) = (around(&r, area), cx.now.plus(-DAYS * DAY));
    let told = cx.read(move |conn| -> Result<_> { store::told(conn, &areas, since, ENTRIES) }).await?;
    let lang = l.lang();
    let entries: Vec<Entry> = told
        .iter()
        .map(|(step, rumour)| {
            let moment = moment(l, &r, rumour, step);
            let words = if step.kind == StepKind::Opened { &rumour.words } else { &moment.words };
            Entry {
                id: format!("urn:sigida:rumour:{}:{}", rumour.id, step.id),
                title: plain(&format!("{} – {}", moment.what, rumour.words)),
                updated: step.at.rfc3339(),
                href: urls::rumour(lang, rumour.id),
                words: plain(words),
                words_lang: rumour.lang,
            }
        })
        .collect();
    cx.atom(&Feed {
        lang,
        id: format!("urn:sigida:rumours:{lang}:{slug}"),
        title: l.rumour_feed_title(r.place_name(area.id)),
        updated: told.first().map_or(NEVER, |(step, _)| step.at).rfc3339(),
        this: urls::feed_of_rumours(lang, &slug),
        page: urls::with_query(urls::rumours(lang), &[("area", &slug)]),
        entries,
    })
}

/// Text without the characters that XML 1.0 cannot hold.
fn plain(words: &str) -> String {
    words.chars().filter(|c| matches!(c, '\t' | '\n' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)).collect()
}
