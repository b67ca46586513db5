//! Who is counted with the file that stays: the reporter of the one that went and whoever said « moi aussi » of it, each once. An
//! account that speaks in both counts once; who has none cannot be known again and counts as they did.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::store::{going, set_carried};
use crate::base::{AccountId, ConcernId};
use crate::db::schema::{concerns, supports};
use crate::db::{Conn, Tx};
use crate::error::Result;

/// The accounts that speak in a concern: who filed it, and who said « moi aussi ».
struct Speakers {
    filer: Option<AccountId>,
    supporters: BTreeSet<AccountId>,
    /// « Moi aussi » in all, those carried to it left out by who asks.
    count: i64,
}

fn speakers(conn: &mut Conn, id: ConcernId) -> Result<Speakers> {
    let (filer, count) = concerns::table.find(id).select((concerns::account_id, concerns::supports)).first(conn)?;
    let supporters: Vec<Option<AccountId>> =
        supports::table.filter(supports::concern_id.eq(id)).select(supports::account_id).load(conn)?;
    Ok(Speakers { filer, supporters: supporters.into_iter().flatten().collect(), count })
}

/// Every account that is counted with this concern already, through another one followed in it too.
pub(in crate::concerns) fn accounts_with(conn: &mut Conn, into: ConcernId) -> Result<BTreeSet<AccountId>> {
    let mut all = BTreeSet::new();
    let went = going(conn, into)?;
    for id in std::iter::once(into).chain(went.iter().map(|merge| merge.concern_id)) {
        let of = speakers(conn, id)?;
        all.extend(of.supporters.into_iter().chain(of.filer));
    }
    Ok(all)
}

/// Counts anew who is carried to a concern, after something changed at it or at one followed in it.
pub(in crate::concerns) fn recount(tx: &mut Tx<'_>, into: ConcernId) -> Result<()> {
    let own = speakers(tx.conn, into)?;
    let mut known: BTreeSet<AccountId> = own.supporters.into_iter().chain(own.filer).collect();
    let mut change = 0;
    for merge in going(tx.conn, into)? {
        let of = speakers(tx.conn, merge.concern_id)?;
        let nameless = of.count - of.supporters.len() as i64 + i64::from(of.filer.is_none());
        let people: BTreeSet<AccountId> = of.supporters.into_iter().chain(of.filer).collect();
        let carried = nameless.max(0) + people.difference(&known).count() as i64;
        known.extend(people);
        if carried != merge.carried {
            change += carried - merge.carried;
            set_carried(tx, merge.id, carried)?;
        }
    }
    add(tx, into, change)
}

/// Adds to a concern's count, or takes from it.
pub(super) fn add(tx: &mut Tx<'_>, into: ConcernId, change: i64) -> Result<()> {
    if change != 0 {
        diesel::update(concerns::table.find(into))
            .set(concerns::supports.eq(concerns::supports + change))
            .execute(tx.conn)?;
    }
    Ok(())
}
