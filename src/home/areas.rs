//! Communes and quartiers: all of them, and the page of each: who answers, who speaks for it, what was told and settled.

use std::sync::Arc;

use askama::Template;

use super::home::meeting_line;
use crate::areas::map::{Map, draw};
use crate::areas::{Area, AreaKind, Reference};
use crate::base::{CategoryId, DAY, Lang};
use crate::bulletin::Month;
use crate::concerns::figures::{PlaceCounts, of_place};
use crate::concerns::parts::{Card, pager};
use crate::concerns::{Filter, Follow, Place, follows_area, page_of};
use crate::error::Error;
use crate::forums;
use crate::patrols;
use crate::rumours;
use crate::talk;
use crate::web::{Answer, Cx, Form, Page};
use crate::{urls, web};

/// A word that leads somewhere.
pub(super) type Link<'a> = (String, &'a str);

fn link(lang: Lang, area: &Area) -> Link<'_> {
    (urls::area(lang, area.slug.as_str()), &area.name)
}

/// A commune with its quartiers.
struct Commune<'a> {
    link: Link<'a>,
    quartiers: Vec<Link<'a>>,
}

#[derive(Template)]
#[template(path = "home/areas.html")]
struct AreasPage<'a> {
    page: Page,
    form: Form,
    searched: bool,
    found: Vec<(String, String)>,
    communes: Vec<Commune<'a>>,
    map: Option<Map<'a>>,
}

/// All of them, and those a search finds.
pub(super) async fn all(cx: Cx) -> Answer {
    let r = Arc::clone(&cx.r);
    let lang = cx.lang();
    let text = cx.query("q");
    let found = r.areas_named(text).into_iter().filter(|a| a.kind != AreaKind::District).take(12);
    cx.html(&AreasPage {
        page: cx.page(),
        form: Form::filled([("q", text.to_owned())]),
        searched: !text.is_empty(),
        found: found.map(|a| (urls::area(lang, a.slug.as_str()), r.place_name(a.id))).collect(),
        communes: r.communes().map(|c| commune(&r, c, lang)).collect(),
        map: draw(&r, r.communes(), |a| urls::area(lang, a.slug.as_str())),
    })
}

fn commune<'a>(r: &'a Reference, area: &'a Area, lang: Lang) -> Commune<'a> {
    Commune { link: link(lang, area), quartiers: r.quartiers(area.id).map(|q| link(lang, q)).collect() }
}

#[derive(Template)]
#[template(path = "home/area.html")]
struct AreaPage<'a> {
    page: Page,
    name: &'a str,
    commune: Option<Link<'a>>,
    quartiers: Vec<Link<'a>>,
    map: Option<Map<'a>>,
    unit: Option<Link<'a>>,
    committees: Vec<Link<'a>>,
    /// Their meetings, for calendars.
    calendar: String,
    meeting: Option<(String, String)>,
    no_meeting: Option<String>,
    missing: Vec<(String, String)>,
    file_url: String,
    open: String,
    settled: String,
    unsettled: String,
    /// Weeks and how often police came, of a quartier.
    weeks: Vec<(String, i64, String)>,
    cards: Vec<Card>,
    first: String,
    next: String,
    feed: String,
    /// What is said here, and where all of it is read.
    rumours: (Vec<rumours::Card>, String),
    /// This month's bulletin, of a quartier.
    bulletin: Option<String>,
    /// For somebody with an account.
    follow: Option<Follow>,
    /// Where it is talked about, and how many posts there are.
    talk: (String, i64),
    /// What was split off that: where, its title, how many posts.
    parts: Vec<(String, String, String)>,
}

/// Rumours shown on a place's page, and for how many days after they moved last.
const RUMOURS: i64 = 3;
const RUMOUR_DAYS: i64 = 60;

/// One of them.
pub(super) async fn one(cx: Cx) -> Answer {
    let slug: String = cx.part("slug")?;
    let r = Arc::clone(&cx.r);
    let area = r.area_at(&slug).filter(|a| a.active).ok_or(Error::NotFound)?;
    let place = Place::of(area).ok_or(Error::NotFound)?;
    let after = cx.cursor();
    let filter = Filter { place: Some(place), ..Filter::default() };
    let (ids, now) = (r.committees_for(area.id), cx.now);
    // A quartier's forum is a meeting of its commune, too.
    let of = |c: &&crate::areas::Committee| c.active && r.commune_of(c.area_id).is_some_and(|own| own.id == area.id);
    let within: Vec<_> = r.committees.iter().filter(of).map(|c| c.id).collect();
    let (area_id, account) = (area.id, cx.actor.account());
    let around: Vec<_> =
        std::iter::once(area.id).chain(area.parent_id.filter(|_| area.kind == AreaKind::Quartier)).collect();
    let (counts, rows, meetings, weeks, missing, (followed, heard, said, parts)) = cx
        .read(move |conn| {
            let meetings = forums::next_meetings(conn, now, &ids)?;
            let missing = forums::missing(conn, now, &within)?;
            let weeks = match place {
                Place::Quartier(id) => patrols::weeks_of(conn, id, now.day())?,
                Place::Commune(_) => Vec::new(),
            };
            let followed = account.map(|account| follows_area(conn, account, area_id)).transpose()?;
            let heard = rumours::latest(conn, &around, now.plus(-RUMOUR_DAYS * DAY), RUMOURS)?;
            let said = talk::said_of_area(conn, area_id)?;
            let around = (followed, heard, said, talk::parts_of_area(conn, area_id)?);
            Ok((of_place(conn, place)?, page_of(conn, &filter, after)?, meetings, weeks, missing, around))
        })
        .await?;
    let (l, lang) = (cx.l, cx.lang());
    let page = cx.page();
    let (first, next) = pager(lang, &page.here, after, rows.next);
    let PlaceCounts { open, settled, unsettled } = counts;
    let quartier = matches!(place, Place::Quartier(_));
    cx.html(&AreaPage {
        page,
        name: &area.name,
        commune: r.commune_of(area.id).filter(|_| quartier).map(|c| link(lang, c)),
        quartiers: if quartier { Vec::new() } else { r.quartiers(area.id).map(|q| link(lang, q)).collect() },
        map: if quartier { None } else { draw(&r, r.quartiers(area.id), |a| urls::area(lang, a.slug.as_str())) },
        unit: answering(&r, area, lang),
        committees: committees(&r, area, lang),
        calendar: urls::area_calendar(lang, &area.slug),
        meeting: meetings.first().map(|m| (urls::meeting(lang, m.id), meeting_line(l, &r, m))),
        // A commune whose committee does not meet, or that has none, is told of alike (M8): `/forums` says the same of it.
        no_meeting: (!quartier && missing.no_meeting)
            .then(|| l.forums_no_meeting_this_month(l.month_year(cx.now.civil().date().first_of_month()))),
        missing: missing.minutes.iter().map(|m| (urls::meeting(lang, m.id), meeting_line(l, &r, m))).collect(),
        file_url: urls::with_query(urls::file_concern(lang), &[("area", if quartier { &area.slug } else { "" })]),
        open: open.say(l),
        settled: settled.say(l),
        unsettled: unsettled.say(l),
        weeks: weeks.iter().map(|w| (l.short_date(w.monday.date()), w.visits, w.seen.say(l))).collect(),
        cards: rows.items.iter().map(|c| Card::new(l, c, &r, cx.now)).collect(),
        first,
        next,
        feed: urls::feed_of_area(lang, &area.slug),
        rumours: (
            heard.iter().map(|(rumour, answer)| rumours::Card::new(l, &r, rumour, answer)).collect(),
            urls::with_query(urls::rumours(lang), &[("area", &area.slug)]),
        ),
        bulletin: quartier.then(|| urls::bulletin(lang, area.slug.as_str(), Month::of(now).to_string())),
        follow: followed.map(|on| Follow::area(&area.slug, on)),
        talk: (urls::area_thread(lang, area.slug.as_str()), said),
        parts: parts.iter().map(|part| talk::part(l, part)).collect(),
    })
}

/// The unit that answers for the place when no kind says otherwise.
fn answering<'a>(r: &'a Reference, area: &Area, lang: Lang) -> Option<Link<'a>> {
    const ANY_KIND: CategoryId = CategoryId::new(0);
    let unit = r.unit(r.routed(area.id, ANY_KIND)?)?;
    Some((urls::unit(lang, unit.slug.as_str()), &unit.name))
}

fn committees<'a>(r: &'a Reference, area: &Area, lang: Lang) -> Vec<Link<'a>> {
    let committees = r.committees_for(area.id).into_iter().filter_map(|id| r.committee(id));
    committees.map(|c| (urls::forum(lang, c.slug.as_str()), c.name(lang))).collect()
}
