//! The public list: search by words, filters, pages by key. Sealed and private concerns are out of reach of every query here.

use std::sync::Arc;

use askama::Template;
use diesel::prelude::*;

use crate::areas::{Area, AreaKind, Reference};
use crate::base::{AreaId, CategoryId, Time, fold};
use crate::concerns::model::{Concern, Moderation, State};
use crate::concerns::parts::{Card, Places, pager};
use crate::concerns::words;
use crate::db::schema::concerns;
use crate::db::{Conn, search};
use crate::error::Result;
use crate::i18n::{L, Text};
use crate::policy::Audience;
use crate::web::{Answer, Cursor, Cx, Form, Page, Slice};
use crate::{urls, web};

/// Words of a search that are looked for; more would only slow the database down.
const WORDS: usize = 6;

/// A quartier or a commune.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// One quartier.
    Quartier(AreaId),
    /// All quartiers of a commune.
    Commune(AreaId),
}

impl Place {
    /// An area as a place; none for the whole district.
    pub(crate) fn of(area: &Area) -> Option<Place> {
        match area.kind {
            AreaKind::Quartier => Some(Place::Quartier(area.id)),
            AreaKind::Commune => Some(Place::Commune(area.id)),
            AreaKind::District => None,
        }
    }
}

/// Which of the public concerns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// Folded words; each must begin a word of the text.
    pub(crate) words: Vec<String>,
    /// Where.
    pub(crate) place: Option<Place>,
    /// What kind.
    pub(crate) category: Option<CategoryId>,
    /// Where they stand.
    pub(crate) state: Option<State>,
    /// Only those whose word was owed before this instant.
    pub(crate) late_at: Option<Time>,
}

impl Filter {
    fn read(cx: &Cx) -> Filter {
        let state = cx.query("state");
        Filter {
            words: fold(cx.query("q")).split_whitespace().take(WORDS).map(str::to_owned).collect(),
            place: cx.r.area_at(cx.query("area")).and_then(Place::of),
            category: cx.r.category_at(cx.query("category")).map(|c| c.id),
            state: State::parse(state),
            late_at: (state == LATE).then_some(cx.now),
        }
    }
}

/// The filter's word for concerns whose clock ran out.
const LATE: &str = "late";

/// A page of public concerns, the last filed first.
pub(crate) fn page_of(conn: &mut Conn, filter: &Filter, after: Option<Cursor>) -> Result<Slice<Concern>> {
    let mut query = concerns::table
        .filter(concerns::audience.eq(Audience::Public).and(concerns::moderation.eq(Moderation::Published)))
        .select(Concern::as_select())
        .into_boxed();
    query = match filter.place {
        Some(Place::Quartier(id)) => query.filter(concerns::area_id.eq(id)),
        Some(Place::Commune(id)) => query.filter(concerns::commune_id.eq(id)),
        None => query,
    };
    if let Some(category) = filter.category {
        query = query.filter(concerns::category_id.eq(category));
    }
    if let Some(state) = filter.state {
        query = query.filter(concerns::state.eq(state));
    }
    if let Some(now) = filter.late_at {
        query = query
            .filter(concerns::state.eq_any(State::OPEN).and(concerns::owed.eq(true)).and(concerns::due_at.lt(now)));
    }
    if !filter.words.is_empty() {
        query = query.filter(search::all_of(conn, &filter.words));
    }
    if let Some(Cursor { key, id }) = after {
        let (at, id) = (Time(key), crate::base::ConcernId::new(id));
        query = query.filter(concerns::filed_at.lt(at).or(concerns::filed_at.eq(at).and(concerns::id.lt(id))));
    }
    let rows =
        query.order((concerns::filed_at.desc(), concerns::id.desc())).limit(Slice::<Concern>::LIMIT).load(conn)?;
    Ok(Slice::cut(rows, |c: &Concern| Cursor { key: c.filed_at.seconds(), id: c.id.raw() }))
}

/// Public concerns the police did something about, the latest act first, of those filed last.
pub(crate) fn latest_answers(conn: &mut Conn, count: usize) -> Result<Vec<Concern>> {
    /// Filed last: enough to hold the latest answers, few enough to read for a first page.
    const LOOKED_AT: i64 = 60;
    let mut rows: Vec<Concern> = concerns::table
        .filter(concerns::audience.eq(Audience::Public).and(concerns::moderation.eq(Moderation::Published)))
        .filter(concerns::last_act_at.is_not_null())
        .order((concerns::filed_at.desc(), concerns::id.desc()))
        .limit(LOOKED_AT)
        .select(Concern::as_select())
        .load(conn)?;
    rows.sort_by_key(|c| std::cmp::Reverse(c.last_act_at));
    rows.truncate(count);
    Ok(rows)
}

#[derive(Template)]
#[template(path = "concerns/list.html")]
struct ListPage<'a> {
    page: Page,
    form: Form,
    places: Vec<Places<'a>>,
    kinds: Vec<(&'a str, &'a str)>,
    states: Vec<(&'static str, Text)>,
    cards: Vec<Card>,
    filtered: bool,
    first: String,
    next: String,
}

/// The list.
pub(super) async fn list(cx: Cx) -> Answer {
    let filter = Filter::read(&cx);
    let after = cx.cursor();
    let rows = cx.read(move |conn| page_of(conn, &filter, after)).await?;
    let r = Arc::clone(&cx.r);
    let (l, lang) = (cx.l, cx.lang());
    let page = cx.page();
    let (first, next) = pager(lang, &page.here, after, rows.next);
    let names = ["q", "area", "category", "state"];
    let form = Form::filled(names.map(|name| (name, cx.query(name).to_owned())));
    cx.html(&ListPage {
        page,
        places: Places::all(&r),
        kinds: kinds(&r, l),
        states: states(l),
        cards: rows.items.iter().map(|c| Card::new(l, c, &r, cx.now)).collect(),
        filtered: names.iter().any(|name| !cx.query(name).is_empty()),
        form,
        first,
        next,
    })
}

/// The kinds a public concern can be of.
fn kinds(r: &Reference, l: L) -> Vec<(&str, &str)> {
    let public = |c: &&crate::areas::Category| c.audience == Audience::Public && !c.conduct;
    r.offered().filter(public).map(|c| (c.slug.as_str(), c.name(l.lang()))).collect()
}

fn states(l: L) -> Vec<(&'static str, Text)> {
    let states = State::ALL.iter().map(|s| (s.as_str(), words::state(l, *s, false)));
    std::iter::once((LATE, l.concerns_late())).chain(states).collect()
}
