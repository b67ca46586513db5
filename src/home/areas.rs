//! Communes and quartiers: all of them, and the page of each: who answers, who speaks for it, what was told and settled.

use std::sync::Arc;

use askama::Template;

use super::home::meeting_line;
use crate::areas::{Area, AreaKind, Reference};
use crate::base::{CategoryId, Lang};
use crate::concerns::figures::{PlaceCounts, of_place, told};
use crate::concerns::parts::{Card, pager};
use crate::concerns::{Filter, Place, page_of};
use crate::error::Error;
use crate::forums;
use crate::patrols;
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
    unit: Option<Link<'a>>,
    committees: Vec<Link<'a>>,
    meeting: Option<(String, String)>,
    file_url: String,
    open: String,
    settled: String,
    unsettled: String,
    /// Weeks and how often police came, of a quartier.
    weeks: Vec<(String, i64)>,
    cards: Vec<Card>,
    first: String,
    next: String,
}

/// One of them.
pub(super) async fn one(cx: Cx) -> Answer {
    let slug: String = cx.part("slug")?;
    let r = Arc::clone(&cx.r);
    let area = r.area_at(&slug).filter(|a| a.active).ok_or(Error::NotFound)?;
    let place = Place::of(area).ok_or(Error::NotFound)?;
    let after = cx.cursor();
    let filter = Filter { place: Some(place), ..Filter::default() };
    let (ids, now) = (r.committees_for(area.id), cx.now);
    let (counts, rows, meetings, weeks) = cx
        .read(move |conn| {
            let meetings = forums::next_meetings(conn, now, &ids)?;
            let weeks = match place {
                Place::Quartier(id) => patrols::weeks_of(conn, id, now.day())?,
                Place::Commune(_) => Vec::new(),
            };
            Ok((of_place(conn, place)?, page_of(conn, &filter, after)?, meetings, weeks))
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
        unit: answering(&r, area, lang),
        committees: committees(&r, area, lang),
        meeting: meetings.first().map(|m| (urls::meeting(lang, m.id), meeting_line(l, &r, m))),
        file_url: urls::with_query(urls::file_concern(lang), &[("area", if quartier { &area.slug } else { "" })]),
        open: told(l, open),
        settled: told(l, settled),
        unsettled: told(l, unsettled),
        weeks: weeks.into_iter().map(|(monday, n)| (l.short_date(monday.date()), n)).collect(),
        cards: rows.items.iter().map(|c| Card::new(l, c, &r, cx.now)).collect(),
        first,
        next,
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
