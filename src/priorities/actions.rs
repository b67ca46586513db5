//! Writing a priority and changing one: permitted, kept as a new version, recorded.

use super::model::{MOST, State, Written};
use super::store;
use crate::base::{Actor, PriorityId, UnitId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{Deed, permit};

fn object(id: PriorityId) -> String {
    format!("priority {id}")
}

fn standing(tx: &mut Tx<'_>, unit: UnitId) -> Result<usize> {
    Ok(store::of_unit(tx.conn, unit)?.iter().filter(|p| p.state == State::Standing).count())
}

/// Writes one.
pub(crate) fn write(tx: &mut Tx<'_>, actor: &Actor, unit: UnitId, new: &Written) -> Result<PriorityId> {
    permit(actor, &Deed::SetPriorities(unit))?;
    let by = actor.account().ok_or(Error::SignIn)?;
    if standing(tx, unit)? >= MOST {
        return Err(Error::Refused(Refusal::PrioritiesFull));
    }
    let id = store::insert(tx, unit, None, new, by)?;
    ledger::record(tx, actor, "priority.write", object(id), &format!("{} → {}", new.begins_on, new.ends_on))?;
    Ok(id)
}

/// Changes one, unless somebody else did since version `seen`. What it was stays readable.
pub(super) fn change(tx: &mut Tx<'_>, actor: &Actor, id: PriorityId, seen: i64, new: &Written) -> Result<()> {
    let history = store::history(tx.conn, id)?;
    let before = history.last().ok_or(Error::NotFound)?;
    permit(actor, &Deed::SetPriorities(before.unit_id))?;
    let by = actor.account().ok_or(Error::SignIn)?;
    if before.version != seen {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let back = before.state != State::Standing && new.state == State::Standing;
    if back && standing(tx, before.unit_id)? >= MOST {
        return Err(Error::Refused(Refusal::PrioritiesFull));
    }
    store::insert(tx, before.unit_id, Some(before), new, by)?;
    ledger::record(tx, actor, "priority.change", object(id), &format!("version {} {}", seen + 1, new.state))
}
