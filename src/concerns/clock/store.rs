//! Clocks in the database, as deeds on a concern move them. A concern of before clocks were kept has none: then it is made when
//! a word is owed next.

use diesel::prelude::*;

use super::model::{Clock, Stage, target};
use crate::areas::{Category, Reference};
use crate::base::{ConcernId, Time};
use crate::concerns::model::Concern;
use crate::db::schema::{concern_clocks, concerns};
use crate::db::{Conn, Tx};
use crate::error::Result;

pub(super) fn find(conn: &mut Conn, concern: ConcernId) -> Result<Option<Clock>> {
    Ok(concern_clocks::table.find(concern).select(Clock::as_select()).first(conn).optional()?)
}

pub(super) fn write(tx: &mut Tx<'_>, clock: &Clock) -> Result<()> {
    let known = diesel::update(concern_clocks::table.find(clock.concern_id)).set(clock).execute(tx.conn)?;
    if known == 0 {
        diesel::insert_into(concern_clocks::table).values(clock).execute(tx.conn)?;
    }
    Ok(())
}

/// Begins the clock of a concern that was just filed.
pub(crate) fn begin(tx: &mut Tx<'_>, r: &Reference, id: ConcernId, category: &Category) -> Result<()> {
    let clock = Clock::begun(id, r, category, tx.now);
    write(tx, &clock)
}

/// The unit asked the reporter: the clock of a word it still owes stands still.
pub(in crate::concerns) fn pause(tx: &mut Tx<'_>, r: &Reference, concern: &Concern) -> Result<()> {
    if !concern.owed {
        return Ok(());
    }
    let Some(clock) = find(tx.conn, concern.id)? else { return Ok(()) };
    let clock = clock.paused(&r.calendar, tx.now);
    write(tx, &clock)
}

/// The word was given: nothing runs any more. Of one given while the clock stood still, the time of standing still counts for
/// nobody.
pub(in crate::concerns) fn stop(tx: &mut Tx<'_>, r: &Reference, concern: &Concern) -> Result<()> {
    let Some(clock) = find(tx.conn, concern.id)? else { return Ok(()) };
    if !clock.paused {
        return Ok(());
    }
    let clock = clock.resumed(r, tx.now);
    let first = concern.first_answer_at.is_none();
    let first_due_at = if first { clock.due(&r.calendar) } else { clock.first_due_at };
    write(tx, &Clock { first_due_at, ..clock })
}

/// A word is owed again: a clock that stood still runs on with what was left, any other begins anew.
pub(in crate::concerns) fn ask_again(tx: &mut Tx<'_>, r: &Reference, concern: &Concern) -> Result<()> {
    let before = find(tx.conn, concern.id)?;
    match before {
        Some(clock) if clock.paused => {
            let clock = clock.resumed(r, tx.now);
            let first = concern.first_answer_at.is_none();
            let first_due_at = if first { clock.due(&r.calendar) } else { clock.first_due_at };
            owe(tx, r, Clock { first_due_at, ..clock })
        }
        before => anew(tx, r, concern, before),
    }
}

/// A word is owed anew, whatever stood still: a service gave it back, or the reporter says that it is not fixed.
pub(in crate::concerns) fn restart(tx: &mut Tx<'_>, r: &Reference, concern: &Concern) -> Result<()> {
    let before = find(tx.conn, concern.id)?;
    anew(tx, r, concern, before)
}

fn anew(tx: &mut Tx<'_>, r: &Reference, concern: &Concern, before: Option<Clock>) -> Result<()> {
    let category = r.category(concern.category_id).ok_or(crate::error::Error::NotFound)?;
    let clock = Clock::begun(concern.id, r, category, tx.now);
    let first_due_at = before.map_or(concern.due_at, |clock| clock.first_due_at);
    owe(tx, r, Clock { first_due_at, ..clock })
}

fn owe(tx: &mut Tx<'_>, r: &Reference, clock: Clock) -> Result<()> {
    write(tx, &clock)?;
    diesel::update(concerns::table.find(clock.concern_id))
        .set((concerns::owed.eq(true), concerns::waiting.eq(false), concerns::due_at.eq(clock.due(&r.calendar))))
        .execute(tx.conn)?;
    Ok(())
}

/// The kind changed before the first answer: its target counts from the day of filing. Returns when the word is owed now.
pub(in crate::concerns) fn change_kind(
    tx: &mut Tx<'_>,
    r: &Reference,
    concern: &Concern,
    category: &Category,
) -> Result<Time> {
    if concern.first_answer_at.is_some() {
        return Ok(concern.due_at);
    }
    let Some(clock) = find(tx.conn, concern.id)? else {
        return Ok(super::due(&r.calendar, category, concern.filed_at));
    };
    let mut clock = Clock { counting: category.counting, target: target(category), ..clock };
    if !clock.paused && clock.used == 0 {
        clock.from_at = concern.filed_at;
    }
    let clock = clock.timed(&r.calendar, r.points);
    let due = clock.due(&r.calendar);
    write(tx, &Clock { first_due_at: due, ..clock })?;
    Ok(due)
}

/// Of these concerns, those whose time is nearly used.
pub(in crate::concerns) fn warned(conn: &mut Conn, ids: &[ConcernId], now: Time) -> Result<Vec<ConcernId>> {
    Ok(concern_clocks::table
        .filter(concern_clocks::concern_id.eq_any(ids).and(concern_clocks::warn_at.le(now)))
        .filter(concern_clocks::paused.eq(false))
        .select(concern_clocks::concern_id)
        .load(conn)?)
}

/// Says which step was told.
pub(super) fn set_reached(tx: &mut Tx<'_>, concern: ConcernId, stage: Stage) -> Result<()> {
    diesel::update(concern_clocks::table.find(concern)).set(concern_clocks::reached.eq(stage)).execute(tx.conn)?;
    Ok(())
}
