//! Deeds: putting up a code, withdrawing it, and confirming, which any channel may call: web, and later SMS and USSD.

use super::store;
use crate::base::{Actor, AreaId, UnitId, WallCode, WallId};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::ledger;
use crate::policy::{Deed, permit};

/// « Patrouille vue » at the wall of a code; false when no wall has it now. The ledger says in which week, and neither where nor
/// who: a row a confirmation with its place would be a timetable of patrols.
pub(crate) fn confirm(tx: &mut Tx<'_>, actor: &Actor, code: &WallCode) -> Result<bool> {
    permit(actor, &Deed::ConfirmPatrol)?;
    let Some(wall) = store::find(tx.conn, code)? else {
        tx.nothing_new();
        return Ok(false);
    };
    let week = tx.now.day().monday();
    store::count(tx, wall.id, week)?;
    ledger::record(tx, &Actor::Visitor, "patrol.seen", format!("week {week}"), "")?;
    Ok(true)
}

/// Puts a code up in a quartier that `unit` answers for; `codes` are drawn beforehand, the first free one is taken.
pub(super) fn put_up(
    tx: &mut Tx<'_>,
    actor: &Actor,
    unit: Option<UnitId>,
    (area, place): (AreaId, &str),
    codes: &[WallCode],
) -> Result<WallId> {
    permit(actor, &Deed::KeepWall(unit))?;
    let by = actor.account().ok_or(Error::SignIn)?;
    let id = store::insert(tx, codes, area, place, by)?;
    ledger::record(tx, actor, "wall.make", format!("wall {id}"), "")?;
    Ok(id)
}

/// Withdraws a code; what was confirmed there stays counted.
pub(super) fn withdraw(tx: &mut Tx<'_>, actor: &Actor, unit: Option<UnitId>, id: WallId) -> Result<()> {
    permit(actor, &Deed::KeepWall(unit))?;
    if !store::end(tx, id)? {
        tx.nothing_new();
        return Ok(());
    }
    ledger::record(tx, actor, "wall.end", format!("wall {id}"), "")
}
