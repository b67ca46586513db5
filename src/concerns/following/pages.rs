//! What an account follows: what changed since it last looked, and the button that begins and ends it.

use std::sync::Arc;

use askama::Template;

use super::actions::{self, What};
use super::store::{self, Change, Kind};
use crate::areas::Reference;
use crate::base::{AreaId, ConcernId, ConcernNumber, Time};
use crate::concerns::model::{Concern, EventKind};
use crate::concerns::parts::{Card, Moment, pager};
use crate::concerns::public::moments;
use crate::error::{Error, Result};
use crate::i18n::L;
use crate::web::{Answer, Cx, Form, Notice, Page};
use crate::{urls, web};

/// The button on a public concern's or a place's page: whether the reader follows it already.
pub(crate) struct Follow {
    /// « concern » or « area ».
    pub(crate) kind: &'static str,
    /// Its number or address form.
    pub(crate) thing: String,
    /// True when it is followed.
    pub(crate) on: bool,
}

impl Follow {
    /// Of a concern.
    pub(crate) fn concern(number: ConcernNumber, on: bool) -> Follow {
        Follow { kind: Kind::Concern.as_str(), thing: number.to_string(), on }
    }

    /// Of a place.
    pub(crate) fn area(slug: &str, on: bool) -> Follow {
        Follow { kind: Kind::Area.as_str(), thing: slug.to_owned(), on }
    }
}

/// A concern that changed.
struct Line {
    card: Card,
    /// « 2 nouveautés », empty when there are none.
    fresh: String,
    who: String,
    when: String,
    what: String,
}

/// Something followed: its address, name, icon, and the button to end it.
struct Held {
    url: String,
    name: String,
    icon: String,
    follow: Follow,
}

#[derive(Template)]
#[template(path = "following/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    held: Vec<Held>,
    first: String,
    next: String,
}

/// What changed, the latest first. Looking marks all of it as seen; what was news stays marked while one leafs on.
pub(super) async fn list(cx: Cx) -> Answer {
    let account = cx.actor.account().ok_or(Error::SignIn)?;
    let (now, after) = (cx.now, cx.cursor());
    let leafing: Option<Time> = cx.query("since").parse().ok().map(Time);
    let (follows, since, changes, concerns, events) = cx
        .read(move |conn| {
            let follows = store::of(conn, account)?;
            let since = leafing.or(store::seen(conn, account)?).unwrap_or(now);
            let changes = store::changes(conn, &follows, since, now, after)?;
            let own = follows.iter().filter(|(kind, _)| *kind == Kind::Concern).map(|(_, id)| ConcernId::new(*id));
            let changed: Vec<ConcernId> = changes.items.iter().map(|c| c.id).collect();
            let ids: Vec<ConcernId> = changed.iter().copied().chain(own).collect();
            Ok((follows, since, changes, store::public(conn, &ids)?, store::events(conn, &changed)?))
        })
        .await?;
    if after.is_none() {
        // Not a deed: nothing of it belongs in the ledger.
        cx.note(move |tx| store::saw(tx, account)).await?;
    }
    let (l, r) = (cx.l, Arc::clone(&cx.r));
    let line = |change: &Change| {
        let concern = concerns.iter().find(|c| c.id == change.id)?;
        let last = events.iter().rev().find(|(_, id, _)| *id == change.id).map(|(.., event)| event.clone())?;
        let moment = moments(l, std::slice::from_ref(&last), &r, None).into_iter().next()?;
        Some(Line::new(l, concern, change, &r, now, (last.kind == EventKind::Filed).then_some(change.latest), moment))
    };
    let mut page = cx.page();
    page.unread = 0;
    let here = urls::with_query("/account/following", &[("since", &since.seconds().to_string())]);
    let (first, next) = pager(cx.lang(), &here, after, changes.next);
    let held = follows.iter().filter_map(|(kind, id)| held(&cx, &concerns, *kind, *id)).collect();
    cx.html(&ListPage { lines: changes.items.iter().filter_map(line).collect(), held, first, next, page })
}

impl Line {
    fn new(
        l: L,
        concern: &Concern,
        change: &Change,
        r: &Reference,
        now: Time,
        published: Option<Time>,
        moment: Moment,
    ) -> Line {
        // Of a filing the publication is the news.
        let (who, when, what) = match published {
            Some(at) => (
                l.function_moderator().as_str().to_owned(),
                l.date(at.civil().date()),
                l.event_published().as_str().to_owned(),
            ),
            None => (moment.who, moment.when, moment.what),
        };
        let fresh = if change.fresh > 0 { l.following_count(change.fresh) } else { String::new() };
        Line { card: Card::new(l, concern, r, now), fresh, who, when, what }
    }
}

/// What is not public any more, or no more a place, is left out.
fn held(cx: &Cx, concerns: &[Concern], kind: Kind, id: i64) -> Option<Held> {
    let lang = cx.lang();
    Some(match kind {
        Kind::Concern => {
            let c = concerns.iter().find(|c| c.id.raw() == id)?;
            let category = cx.r.category(c.category_id);
            let name = category.map_or("–", |k| k.name(lang));
            Held {
                url: urls::concern(lang, c.number()),
                name: format!("{name}, {} ({})", cx.r.area_name(c.area_id), c.number()),
                icon: category.map_or("other", |k| &k.icon).to_owned(),
                follow: Follow::concern(c.number(), true),
            }
        }
        Kind::Area => {
            let area = cx.r.area(AreaId::new(id)).filter(|a| a.active)?;
            Held {
                url: urls::area(lang, area.slug.as_str()),
                name: cx.r.place_name(area.id),
                icon: "area".to_owned(),
                follow: Follow::area(&area.slug, true),
            }
        }
    })
}

/// Begins or ends following one thing, and leads back to it.
pub(super) async fn change(cx: Cx, form: Form) -> Answer {
    let (what, back) = read(&cx, &form)?;
    let on = form.value("do") != "unfollow";
    let from_list = form.ticked("list");
    let (actor, r) = (cx.actor.clone(), Arc::clone(&cx.r));
    cx.deed(&form, move |tx| actions::follow(tx, &actor, &r, &what, on)).await?;
    cx.see_done(if from_list { urls::following(cx.lang()) } else { back }, Notice::Saved)
}

fn read(cx: &Cx, form: &Form) -> Result<(What, String)> {
    let thing = form.value("thing");
    match Kind::parse(form.value("kind")) {
        Some(Kind::Concern) => {
            let number: ConcernNumber = thing.parse().map_err(|_| Error::NotFound)?;
            Ok((What::Concern(number), urls::concern(cx.lang(), number)))
        }
        Some(Kind::Area) => {
            let slug = cx.r.area_at(thing).map(|a| a.slug.clone()).ok_or(Error::NotFound)?;
            let back = urls::area(cx.lang(), slug.as_str());
            Ok((What::Area(slug), back))
        }
        None => Err(Error::BadRequest("nothing to follow")),
    }
}
