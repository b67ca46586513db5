//! Following one file in another, and undoing it: permitted for both, told on both timelines, recorded.

use diesel::prelude::*;

use super::model::{Hindrance, hindered};
use super::{carried, store};
use crate::areas::Reference;
use crate::base::{Actor, ConcernNumber, Function, Time};
use crate::concerns::actions::{load, object, set_state};
use crate::concerns::clock;
use crate::concerns::model::{Concern, EventKind, Readers, Reason, State};
use crate::concerns::store::{self as concerns_store, NewEvent, insert_event};
use crate::db::schema::concerns;
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{Decision, Deed, decide, permit};

/// What an event of joining says it became: on the file that goes.
pub(in crate::concerns) const INTO: &str = "into";
/// On the file that stays.
pub(in crate::concerns) const TOOK: &str = "took";
/// Undone, on the file that had gone.
pub(in crate::concerns) const APART: &str = "apart";
/// Undone, on the file that stayed.
pub(in crate::concerns) const GAVE: &str = "gave";
/// The reporter of a file followed here wrote: for the desk alone.
pub(in crate::concerns) const WROTE: &str = "wrote";

/// What stands in the way, for the form: the file it would go to as it is, or why not.
pub(super) fn may_join(
    conn: &mut Conn,
    actor: &Actor,
    r: &Reference,
    from: &Concern,
    into: ConcernNumber,
) -> Result<Option<Hindrance>> {
    let Some(into) = concerns_store::find(conn, into)? else { return Ok(Some(Hindrance::Unknown)) };
    let from_facts = concerns_store::facts_for(conn, actor, r, from)?;
    let into_facts = concerns_store::facts_for(conn, actor, r, &into)?;
    match decide(actor, &Deed::MergeFiles(&from_facts, &into_facts)) {
        Decision::Hidden => Ok(Some(Hindrance::Unknown)),
        Decision::No => Ok(Some(Hindrance::Readers)),
        Decision::Yes => Ok(hindered(from, &into, !store::going(conn, from.id)?.is_empty())),
    }
}

/// Follows a file in another one of the same unit. The sentence is for the reporter of the one that goes.
pub(super) fn merge(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    from: ConcernNumber,
    into: ConcernNumber,
    sentence: &str,
) -> Result<()> {
    let (from, facts) = load(tx, actor, r, from)?;
    permit(actor, &Deed::WorkFile(&facts))?;
    if let Some(why) = may_join(tx.conn, actor, r, &from, into)? {
        return Err(why.into());
    }
    let (into, _) = load(tx, actor, r, into)?;
    store::insert(tx, &from, into.id)?;
    let function = actor.function_in(from.unit_id);
    set_state(tx, actor, &from, State::ClosedUnresolved, function)?;
    let said = NewEvent::new(EventKind::Answer, function, Readers::Public).of(from.unit_id.raw()).saying(sentence);
    insert_event(tx, actor, from.id, &said)?;
    diesel::update(concerns::table.find(from.id))
        .set((
            concerns::closed_at.eq(tx.now),
            concerns::reason.eq(Reason::Duplicate),
            concerns::owed.eq(false),
            concerns::waiting.eq(false),
            concerns::first_answer_at.eq(from.first_answer_at.unwrap_or(tx.now)),
            concerns::last_act_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    tell(tx, actor, function, (&from, INTO), (&into, TOOK))?;
    carried::recount(tx, into.id)?;
    ledger::record(tx, actor, "concern.merge", object(from.number()), &format!("into {}", into.number()))
}

/// Undoes it: the file is again what it was, and counts for itself.
pub(super) fn part(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, from: ConcernNumber) -> Result<()> {
    let (from, facts) = load(tx, actor, r, from)?;
    permit(actor, &Deed::WorkFile(&facts))?;
    let merge = store::live(tx.conn, from.id)?.ok_or(Error::Refused(Refusal::AlreadyDone))?;
    let into = concerns_store::get(tx.conn, merge.into_id)?;
    if !store::undo(tx, merge.id)? {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    carried::add(tx, into.id, -merge.carried)?;
    carried::recount(tx, into.id)?;
    let function = actor.function_in(from.unit_id);
    set_state(tx, actor, &from, merge.was_state, function)?;
    diesel::update(concerns::table.find(from.id))
        .set((
            concerns::closed_at.eq(None::<Time>),
            concerns::reason.eq(None::<Reason>),
            concerns::owed.eq(merge.was_owed),
            concerns::waiting.eq(merge.was_waiting),
            concerns::first_answer_at.eq(merge.was_first_answer_at),
            concerns::last_act_at.eq(merge.was_last_act_at),
        ))
        .execute(tx.conn)?;
    tell(tx, actor, function, (&from, APART), (&into, GAVE))?;
    ledger::record(tx, actor, "concern.part", object(from.number()), &format!("from {}", into.number()))
}

/// Both timelines say it; the other file is named by its id, which only a desk that may read both turns into a number.
fn tell(
    tx: &mut Tx<'_>,
    actor: &Actor,
    function: Function,
    (from, gone): (&Concern, &str),
    (into, stays): (&Concern, &str),
) -> Result<()> {
    let event = |unit: i64| NewEvent::new(EventKind::Merged, function, Readers::Public).of(unit);
    insert_event(tx, actor, from.id, &event(from.unit_id.raw()).changing(into.id, gone))?;
    insert_event(tx, actor, into.id, &event(into.unit_id.raw()).changing(from.id, stays))
}

/// The reporter of a file that is followed in another wrote: whoever works on the other is told, and owes a word.
pub(in crate::concerns) fn forward(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, from: &Concern) -> Result<()> {
    let Some(merge) = store::live(tx.conn, from.id)? else { return Ok(()) };
    let into = concerns_store::get(tx.conn, merge.into_id)?;
    let event = NewEvent::new(EventKind::Merged, Function::Resident, Readers::Internal).changing(from.id, WROTE);
    insert_event(tx, actor, into.id, &event)?;
    if into.state.is_open() && !into.owed { clock::ask_again(tx, r, &into) } else { Ok(()) }
}
