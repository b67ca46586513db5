//! Files that may be of the same thing, for whoever works on one: of the same unit and quartier, told within weeks of it, and alike
//! in their words. Suggested, never decided.

use std::cmp::Reverse;

use diesel::prelude::*;

use crate::base::DAY;
use crate::concerns::likeness::{ALIKE, likeness, roots};
use crate::concerns::model::{Concern, State};
use crate::db::schema::concerns;
use crate::db::{Conn, search};
use crate::error::Result;
use crate::policy::Audience;

/// How far apart they were told at most.
const DAYS: i64 = 60;
/// Suggested at most.
const MOST: usize = 4;
/// Candidates compared at most, the newest.
const CANDIDATES: i64 = 60;

/// The files this one could be followed in, the most alike first.
pub(in crate::concerns) fn of(conn: &mut Conn, concern: &Concern) -> Result<Vec<Concern>> {
    let roots = roots(concern.words.as_str());
    // What all may read is never followed where fewer may.
    let readable: &[Audience] = match concern.audience {
        Audience::Public => &[Audience::Public],
        Audience::Private => &Audience::OPEN,
        Audience::Sealed | Audience::Oversight => &[],
    };
    if roots.is_empty() || readable.is_empty() || !concern.state.is_open() {
        return Ok(Vec::new());
    }
    let candidates: Vec<Concern> = concerns::table
        .filter(concerns::unit_id.eq(concern.unit_id).and(concerns::area_id.eq(concern.area_id)))
        .filter(concerns::audience.eq_any(readable).and(concerns::state.eq_any(State::OPEN)))
        .filter(concerns::id.ne(concern.id))
        .filter(concerns::filed_at.between(concern.filed_at.plus(-DAYS * DAY), concern.filed_at.plus(DAYS * DAY)))
        .filter(search::any_of(conn, &roots))
        .order((concerns::filed_at.desc(), concerns::id.desc()))
        .limit(CANDIDATES)
        .select(Concern::as_select())
        .load(conn)?;
    let scored = candidates.into_iter().map(|c| (likeness(concern.words.as_str(), c.words.as_str()), c));
    let mut alike: Vec<(i64, Concern)> =
        scored.filter(|(score, _)| *score >= ALIKE).map(|(score, c)| ((score * 100.0) as i64, c)).collect();
    alike.sort_by_key(|(score, _)| Reverse(*score));
    Ok(alike.into_iter().take(MOST).map(|(_, c)| c).collect())
}
