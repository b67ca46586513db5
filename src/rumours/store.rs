//! Rumours, their steps and what residents ask, in the database. SQL only.

use diesel::prelude::*;

use super::model::{Answer, Ask, AskState, Rumour, Side, State, Step, StepKind, Turn, Written};
use crate::base::{AccountId, AreaId, Function, Id, Lang, RumourAskId, RumourId, Time};
use crate::db::schema::{rumour_asks, rumour_steps, rumours};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::web::{Cursor, Slice};

pub(super) fn find(conn: &mut Conn, id: RumourId) -> Result<Option<Rumour>> {
    Ok(rumours::table.find(id).select(Rumour::as_select()).get_result(conn).optional()?)
}

/// A page of rumours, the last opened first: of some places or of all, in some states.
pub(super) fn page(
    conn: &mut Conn,
    areas: Option<&[AreaId]>,
    states: &[State],
    after: Option<Cursor>,
) -> Result<Slice<Rumour>> {
    let mut query = rumours::table
        .filter(rumours::state.eq_any(states.to_vec()))
        .order((rumours::opened_at.desc(), rumours::id.desc()))
        .limit(Slice::<Rumour>::LIMIT)
        .select(Rumour::as_select())
        .into_boxed();
    if let Some(areas) = areas {
        query = query.filter(rumours::area_id.eq_any(areas.to_vec()));
    }
    if let Some(Cursor { key, id }) = after {
        let (at, id) = (Time(key), RumourId::new(id));
        query = query.filter(rumours::opened_at.lt(at).or(rumours::opened_at.eq(at).and(rumours::id.lt(id))));
    }
    Ok(Slice::cut(query.load(conn)?, |r: &Rumour| Cursor { key: r.opened_at.0, id: r.id.raw() }))
}

/// The rumours of these places that moved last, with their answers' words.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn latest(conn: &mut Conn, areas: &[AreaId], since: Time, count: i64) -> Result<Vec<(Rumour, String)>> {
    let rows: Vec<Rumour> = rumours::table
        .filter(rumours::area_id.eq_any(areas.to_vec()).and(rumours::changed_at.ge(since)))
        .order((rumours::changed_at.desc(), rumours::id.desc()))
        .limit(count)
        .select(Rumour::as_select())
        .load(conn)?;
    let answers = answers(conn, &rows)?;
    let said = |r: &Rumour| answers.iter().find(|(id, _)| *id == r.id).map(|(_, words)| words.clone());
    Ok(rows.into_iter().map(|r| (said(&r).unwrap_or_default(), r)).map(|(words, r)| (r, words)).collect())
}

/// What was answered to each, the last word first.
pub(super) fn answers(conn: &mut Conn, all: &[Rumour]) -> Result<Vec<(RumourId, String)>> {
    let ids: Vec<RumourId> = all.iter().filter(|r| r.state.is_answered()).map(|r| r.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(rumour_steps::table
        .filter(rumour_steps::rumour_id.eq_any(ids))
        .filter(rumour_steps::kind.eq_any([StepKind::Answered, StepKind::Corrected]))
        .order((rumour_steps::at.desc(), rumour_steps::id.desc()))
        .select((rumour_steps::rumour_id, rumour_steps::words))
        .load(conn)?)
}

/// A rumour's steps, oldest first; those everybody reads, or all.
pub(super) fn steps(conn: &mut Conn, of: RumourId, all: bool) -> Result<Vec<Step>> {
    let kinds = if all { StepKind::ALL.to_vec() } else { StepKind::PUBLIC.to_vec() };
    Ok(rumour_steps::table
        .filter(rumour_steps::rumour_id.eq(of).and(rumour_steps::kind.eq_any(kinds)))
        .order((rumour_steps::at, rumour_steps::id))
        .limit(200)
        .select(Step::as_select())
        .load(conn)?)
}

/// The public steps of some places since an instant, the latest first, each with its rumour.
pub(super) fn told(conn: &mut Conn, areas: &[AreaId], since: Time, limit: i64) -> Result<Vec<(Step, Rumour)>> {
    Ok(rumour_steps::table
        .inner_join(rumours::table)
        .filter(rumours::area_id.eq_any(areas.to_vec()).and(rumour_steps::at.ge(since)))
        .filter(rumour_steps::kind.eq_any(StepKind::PUBLIC))
        .order((rumour_steps::at.desc(), rumour_steps::id.desc()))
        .limit(limit)
        .select((Step::as_select(), Rumour::as_select()))
        .load(conn)?)
}

pub(super) fn insert(tx: &mut Tx<'_>, new: &Written) -> Result<RumourId> {
    let id: RumourId = tx.id();
    diesel::insert_into(rumours::table)
        .values((
            rumours::id.eq(id),
            rumours::area_id.eq(new.area),
            rumours::lang.eq(new.lang),
            rumours::words.eq(&new.words),
            rumours::place.eq(&new.place),
            rumours::state.eq(State::Heard),
            rumours::opened_at.eq(tx.now),
            rumours::changed_at.eq(tx.now),
            rumours::claim_words.eq(""),
            rumours::claim_source.eq(""),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Who signs now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signer {
    pub(super) side: Side,
    pub(super) account: Option<AccountId>,
    pub(super) function: Function,
    pub(super) scope: Option<i64>,
}

/// Moves a rumour on from what this same deed read; 0 rows when it is not there as it was.
pub(super) fn advance(tx: &mut Tx<'_>, r: &Rumour, turn: &Turn, by: Signer, answer: Option<&Answer>) -> Result<usize> {
    let seen = rumours::table.find(r.id).filter(rumours::state.eq(r.state));
    let claim = answer.filter(|_| turn.claimed);
    Ok(diesel::update(seen)
        .set((
            rumours::state.eq(turn.state),
            // A signature of one side is nobody's news.
            rumours::changed_at.eq(if turn.state == r.state && turn.step != StepKind::Corrected {
                r.changed_at
            } else {
                tx.now
            }),
            rumours::claim.eq(claim.map(|a| a.verdict)),
            rumours::claim_side.eq(claim.map(|_| by.side)),
            rumours::claim_by.eq(claim.and(by.account)),
            rumours::claim_function.eq(claim.map(|_| by.function)),
            rumours::claim_scope.eq(claim.and(by.scope)),
            rumours::claim_at.eq(claim.map(|_| tx.now)),
            rumours::claim_words.eq(claim.map_or("", |a| &a.words)),
            rumours::claim_source.eq(claim.map_or("", |a| &a.source)),
        ))
        .execute(tx.conn)?)
}

/// Writes a step; `first` is who had signed before.
pub(super) fn step(
    tx: &mut Tx<'_>,
    rumour: RumourId,
    (kind, state): (StepKind, State),
    by: Signer,
    first: Option<(Function, Option<i64>)>,
    (words, source): (&str, &str),
) -> Result<()> {
    let id: Id<()> = tx.id();
    diesel::insert_into(rumour_steps::table)
        .values((
            rumour_steps::id.eq(id.raw()),
            rumour_steps::rumour_id.eq(rumour),
            rumour_steps::at.eq(tx.now),
            rumour_steps::kind.eq(kind),
            rumour_steps::state.eq(state),
            rumour_steps::function.eq(by.function),
            rumour_steps::scope_id.eq(by.scope),
            rumour_steps::first_function.eq(first.map(|f| f.0)),
            rumour_steps::first_scope.eq(first.and_then(|f| f.1)),
            rumour_steps::words.eq(words),
            rumour_steps::source.eq(source),
        ))
        .execute(tx.conn)?;
    Ok(())
}

pub(super) fn ask(tx: &mut Tx<'_>, area: AreaId, lang: Lang, words: &str) -> Result<RumourAskId> {
    let id: RumourAskId = tx.id();
    diesel::insert_into(rumour_asks::table)
        .values((
            rumour_asks::id.eq(id),
            rumour_asks::area_id.eq(area),
            rumour_asks::lang.eq(lang),
            rumour_asks::words.eq(words),
            rumour_asks::state.eq(AskState::Held),
            rumour_asks::asked_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

pub(super) fn asked(conn: &mut Conn, id: RumourAskId) -> Result<Option<Ask>> {
    Ok(rumour_asks::table.find(id).select(Ask::as_select()).get_result(conn).optional()?)
}

/// What waits for the committees of these places, oldest first.
pub(super) fn held(conn: &mut Conn, areas: &[AreaId], limit: i64) -> Result<Vec<Ask>> {
    Ok(rumour_asks::table
        .filter(rumour_asks::state.eq(AskState::Held).and(rumour_asks::area_id.eq_any(areas.to_vec())))
        .order((rumour_asks::asked_at, rumour_asks::id))
        .limit(limit)
        .select(Ask::as_select())
        .load(conn)?)
}

/// How many wait in a place.
pub(super) fn waiting(conn: &mut Conn, area: AreaId) -> Result<i64> {
    Ok(rumour_asks::table
        .filter(rumour_asks::state.eq(AskState::Held).and(rumour_asks::area_id.eq(area)))
        .count()
        .get_result(conn)?)
}

/// Settles what was asked, if nobody did before.
pub(super) fn settle(tx: &mut Tx<'_>, id: RumourAskId, state: AskState, rumour: Option<RumourId>) -> Result<usize> {
    Ok(diesel::update(rumour_asks::table.find(id).filter(rumour_asks::state.eq(AskState::Held)))
        .set((rumour_asks::state.eq(state), rumour_asks::rumour_id.eq(rumour)))
        .execute(tx.conn)?)
}
