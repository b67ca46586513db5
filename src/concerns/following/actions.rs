//! Beginning and ceasing to follow. The ledger has that an account changed what it follows, never what.

use super::store::{self, Kind};
use crate::areas::Reference;
use crate::base::{Actor, ConcernNumber};
use crate::concerns::{model::Concern, store as concerns};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::ledger;

/// What somebody wants to follow, or to follow no more.
#[derive(Debug, Clone)]
pub(crate) enum What {
    /// By its number.
    Concern(ConcernNumber),
    /// By its address form.
    Area(String),
}

/// Follows or ceases to follow. What is not public cannot be followed; ceasing tells nothing of it either.
pub(crate) fn follow(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, what: &What, on: bool) -> Result<()> {
    let account = actor.account().ok_or(Error::SignIn)?;
    let thing = match what {
        What::Concern(number) => {
            let found = concerns::find(tx.conn, *number)?.filter(|c: &Concern| !on || c.is_public());
            found.map(|c| (Kind::Concern, c.id.raw()))
        }
        What::Area(slug) => r.area_at(slug).filter(|a| !on || a.active).map(|a| (Kind::Area, a.id.raw())),
    };
    match (thing, on) {
        (Some((kind, id)), true) => store::add(tx, account, kind, id)?,
        (Some((kind, id)), false) => store::remove(tx, account, kind, id)?,
        (None, true) => return Err(Error::NotFound),
        (None, false) => {}
    }
    ledger::record(tx, actor, "account.follow", format!("account {account}"), if on { "on" } else { "off" })
}
