//! What the program does by itself with clocks: it records each step of a delay once, on the timeline and in the ledger, and
//! reckons running clocks anew when the calendar changes. No request pays for it.

use diesel::prelude::*;

use super::model::{Clock, Stage};
use super::store;
use crate::areas::Reference;
use crate::base::{Actor, Function};
use crate::concerns::model::{Concern, EventKind, Readers, State};
use crate::concerns::store::{NewEvent, insert_event};
use crate::db::schema::{concern_clocks, concerns};
use crate::db::{Conn, Db, Tx};
use crate::error::Result;
use crate::ledger;
use crate::policy::Audience;

/// Clocks looked at in one deed: a deed holds up the others.
const BATCH: i64 = 200;

/// Records every step that has come and was not told; returns how many. Runs every ten minutes.
pub(crate) fn escalate(db: &Db) -> Result<usize> {
    let mut told = 0;
    loop {
        let step = db.write_now(step)?;
        told += step;
        if step == 0 {
            return Ok(told);
        }
    }
}

fn step(tx: &mut Tx<'_>) -> Result<usize> {
    let due = due(tx.conn, tx.now)?;
    if due.is_empty() {
        tx.nothing_new();
    }
    for (concern, clock) in &due {
        tell(tx, concern, clock.stage(concern.audience, tx.now))?;
    }
    Ok(due.len())
}

/// Clocks that run past a step nobody was told of.
fn due(conn: &mut Conn, now: crate::base::Time) -> Result<Vec<(Concern, Clock)>> {
    use concern_clocks::dsl::{chief_at, district_at, reached, warn_at};
    let open = concerns::audience.eq_any(Audience::OPEN);
    let warn = reached.eq(Stage::InTime).and(warn_at.le(now));
    let chief = reached.eq(Stage::Warned).and(chief_at.le(now));
    let district = reached.eq(Stage::Chief).and(district_at.le(now)).and(open);
    Ok(concerns::table
        .inner_join(concern_clocks::table)
        .filter(concerns::owed.eq(true).and(concerns::state.eq_any(State::OPEN)))
        .filter(concerns::audience.ne(Audience::Oversight))
        .filter(warn.or(chief).or(district))
        .order(concern_clocks::warn_at)
        .limit(BATCH)
        .select((Concern::as_select(), Clock::as_select()))
        .load(conn)?)
}

/// Tells one step. Of a warning the unit alone hears; that a chief was asked, whoever reads the concern.
fn tell(tx: &mut Tx<'_>, concern: &Concern, stage: Stage) -> Result<()> {
    store::set_reached(tx, concern.id, stage)?;
    let readers = if stage == Stage::Warned { Readers::Internal } else { Readers::Public };
    let event =
        NewEvent::new(EventKind::Escalated, Function::System, readers).of(concern.unit_id.raw()).changing("", stage);
    insert_event(tx, &Actor::System, concern.id, &event)?;
    ledger::record(tx, &Actor::System, "concern.late", format!("concern {}", concern.number()), stage.as_str())
}

/// Reckons every clock that runs anew: the calendar or the steps changed. What a kind's target was stays what it was.
pub(crate) fn recount(tx: &mut Tx<'_>, r: &Reference) -> Result<()> {
    let running: Vec<(Concern, Clock)> = concerns::table
        .inner_join(concern_clocks::table)
        .filter(concerns::owed.eq(true).and(concerns::state.eq_any(State::OPEN)))
        .select((Concern::as_select(), Clock::as_select()))
        .load(tx.conn)?;
    for (concern, clock) in running {
        let clock = clock.timed(&r.calendar, r.points);
        let due = clock.due(&r.calendar);
        let first_due_at = if concern.first_answer_at.is_none() { due } else { clock.first_due_at };
        store::write(tx, &Clock { first_due_at, ..clock })?;
        if due != concern.due_at {
            diesel::update(concerns::table.find(concern.id)).set(concerns::due_at.eq(due)).execute(tx.conn)?;
        }
    }
    Ok(())
}
