//! Before sending (R7): what neighbours told of the same kind in the same quartier in the last thirty days, when it reads alike.
//! Nothing is stored by asking, everything typed comes back in the form; nothing that is not public is ever offered.

use std::cmp::Reverse;

use askama::Template;
use diesel::prelude::*;

use crate::areas::Category;
use crate::base::{AreaId, CategoryId, ConcernNumber, DAY, Time};
use crate::concerns::likeness::{ALIKE, likeness, roots};
use crate::concerns::model::{Concern, Moderation, NewConcern, State};
use crate::concerns::parts::{Chip, last_act};
use crate::db::schema::concerns;
use crate::db::{Conn, search};
use crate::error::Result;
use crate::i18n::L;
use crate::policy::Audience;
use crate::web::{Answer, Cx, Form, Page};
use crate::{urls, web};

/// How far back is looked.
const DAYS: i64 = 30;
/// Offered at most.
const MOST: usize = 3;
/// Candidates compared at most, the newest: the database's index names them, the likeness decides.
const CANDIDATES: i64 = 60;

/// The button pressed on the page between: its name, and its two words.
pub(super) const ASKED: &str = "similar";
pub(super) const SEND: &str = "send";
pub(super) const EDIT: &str = "edit";

/// Something told already.
pub(in crate::concerns) struct Told {
    pub(super) number: ConcernNumber,
    pub(super) href: String,
    pub(super) words: String,
    pub(super) lang: &'static str,
    pub(super) filed: String,
    pub(super) chip: Chip,
    pub(super) act: String,
    pub(super) supports: String,
}

impl Told {
    pub(super) fn new(l: L, c: &Concern, now: Time) -> Told {
        Told {
            number: c.number(),
            href: urls::concern(l.lang(), c.number()),
            words: c.words.as_str().to_owned(),
            lang: c.lang.code(),
            filed: l.similar_filed(l.date(c.filed_at.civil().date())),
            chip: Chip::of(l, c),
            act: last_act(l, c.last_act_at, now),
            supports: if c.supports > 0 { l.concern_supports(c.supports) } else { String::new() },
        }
    }
}

/// What may be the same as what is about to be sent, the most alike first. A kind that is never public has none.
pub(super) async fn of(cx: &Cx, category: &Category, new: &NewConcern) -> Result<Vec<Told>> {
    if category.conduct || category.audience != Audience::Public {
        return Ok(Vec::new());
    }
    let (kind, area, words, now) = (new.category, new.area, new.words.clone(), cx.now);
    let found = cx.read(move |conn| alike(conn, kind, area, &words, now)).await?;
    Ok(found.iter().map(|c| Told::new(cx.l, c, cx.now)).collect())
}

fn alike(conn: &mut Conn, kind: CategoryId, area: AreaId, words: &str, now: Time) -> Result<Vec<Concern>> {
    let roots = roots(words);
    if roots.is_empty() {
        return Ok(Vec::new());
    }
    let candidates: Vec<Concern> = concerns::table
        .filter(concerns::audience.eq(Audience::Public).and(concerns::moderation.eq(Moderation::Published)))
        .filter(concerns::area_id.eq(area).and(concerns::category_id.eq(kind)))
        .filter(concerns::filed_at.ge(now.plus(-DAYS * DAY)))
        .filter(concerns::state.eq_any(State::OPEN))
        .filter(search::any_of(conn, &roots))
        .order((concerns::filed_at.desc(), concerns::id.desc()))
        .limit(CANDIDATES)
        .select(Concern::as_select())
        .load(conn)?;
    // Hundredths, because fractions have no total order; of the equally alike the newest first, as they came.
    let scored =
        candidates.into_iter().map(|c| (likeness(words, c.words.as_str()), c)).filter(|(score, _)| *score >= ALIKE);
    let mut scored: Vec<(i64, Concern)> = scored.map(|(score, c)| ((score * 100.0) as i64, c)).collect();
    scored.sort_by_key(|(score, _)| Reverse(*score));
    Ok(scored.into_iter().take(MOST).map(|(_, c)| c).collect())
}

#[derive(Template)]
#[template(path = "concerns/similar.html")]
struct SimilarPage<'a> {
    page: Page,
    told: Vec<Told>,
    carried: Vec<(&'a str, &'a str)>,
}

/// True when the question has not been answered yet by this form.
pub(super) fn unasked(form: &Form) -> bool {
    !form.is(ASKED, SEND)
}

/// True when all that was sent can be carried through the page between. Files cannot: a form that brings some is filed at once,
/// and the page of the code shows the similar ones.
pub(super) fn carries(form: &Form) -> bool {
    !form.had_files()
}

/// Asks.
pub(super) fn ask(cx: &Cx, form: &Form, told: Vec<Told>) -> Answer {
    let carried = form.carried(&[ASKED]);
    cx.html(&SimilarPage { page: cx.page().with_exit(), told, carried })
}
