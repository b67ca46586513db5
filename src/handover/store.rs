//! What somebody holds and who can take it, asked of the features that keep it; and the record of what was handed over.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::{Handed, Item, Kind, Subject, Way};
use crate::accounts;
use crate::areas::Reference;
use crate::base::{AccountId, Actor, HandoverId, Scope, Time, UnitId};
use crate::concerns::handover as files;
use crate::db::schema::{handover_items, handovers};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::forums;
use crate::patrols::handover as rounds;
use crate::policy::{Body, Deed, PromiseFacts, may};
use crate::web::actor_of;

/// Everything an account holds, of one place or of all, each with who can take it.
pub(crate) fn held(
    conn: &mut Conn,
    r: &Reference,
    account: AccountId,
    scope: Option<Scope>,
    now: Time,
) -> Result<Vec<Item>> {
    let leaver = actor_of(conn, account)?;
    let mut subjects: Vec<Subject> = files::files_of(conn, account, None)?.into_iter().map(Subject::File).collect();
    subjects.extend(files::referrals_of(conn, account, None)?.into_iter().map(|(r, c)| Subject::Referral(r, c)));
    subjects.extend(rounds::plans_of(conn, account, None, now)?.into_iter().map(Subject::Plan));
    subjects.extend(rounds::patrols_of(conn, account, None)?.into_iter().map(Subject::Patrol));
    subjects.extend(forums::commitments_of(conn, &leaver, None)?.into_iter().map(Subject::Commitment));
    subjects.retain(|subject| scope.is_none_or(|scope| subject.place() == scope));
    let mut people: HashMap<Scope, Vec<(AccountId, String, Actor)>> = HashMap::new();
    let mut items = Vec::with_capacity(subjects.len());
    for subject in subjects {
        let place = subject.place();
        if let std::collections::hash_map::Entry::Vacant(entry) = people.entry(place) {
            entry.insert(serving(conn, place, account)?);
        }
        let mut candidates = Vec::new();
        for (id, name, actor) in people.get(&place).into_iter().flatten() {
            if takes(conn, r, &subject, actor)? {
                candidates.push((*id, name.clone()));
            }
        }
        items.push(Item { subject, candidates });
    }
    Ok(items)
}

/// Who serves at a place beside the leaver.
fn serving(conn: &mut Conn, place: Scope, leaver: AccountId) -> Result<Vec<(AccountId, String, Actor)>> {
    let mut people = Vec::new();
    for (id, name) in accounts::serving(conn, place)? {
        if id != leaver {
            people.push((id, name, actor_of(conn, id)?));
        }
    }
    Ok(people)
}

/// True when somebody may have it.
fn takes(conn: &mut Conn, r: &Reference, subject: &Subject, actor: &Actor) -> Result<bool> {
    Ok(match subject {
        Subject::File(c) | Subject::Referral(_, c) => files::works_on(conn, r, c, actor)?,
        Subject::Plan(p) => may(actor, &Deed::LogPatrol(p.unit_id)),
        Subject::Patrol(p) => may(actor, &Deed::LogPatrol(p.unit_id)),
        Subject::Commitment(c) => {
            let owner: Body = c.owner().body();
            may(actor, &Deed::AnswerPromise(PromiseFacts { owner, committee: c.committee_id, silent: false }))
        }
    })
}

/// A handover that was done.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Record {
    pub(super) account: AccountId,
    pub(super) unit: Option<UnitId>,
    pub(super) way: Way,
    pub(super) by: AccountId,
    pub(super) at: Time,
}

/// Keeps what was handed over.
pub(super) fn record(
    tx: &mut Tx<'_>,
    account: AccountId,
    unit: Option<UnitId>,
    way: Way,
    by: AccountId,
    items: &[Handed],
) -> Result<HandoverId> {
    let id: HandoverId = tx.id();
    diesel::insert_into(handovers::table)
        .values((
            handovers::id.eq(id),
            handovers::account_id.eq(account),
            handovers::unit_id.eq(unit),
            handovers::way.eq(way),
            handovers::by_id.eq(by),
            handovers::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    for item in items {
        diesel::insert_into(handover_items::table)
            .values((
                handover_items::id.eq(tx.id::<crate::base::Handover>()),
                handover_items::handover_id.eq(id),
                handover_items::kind.eq(item.kind),
                handover_items::thing_id.eq(item.raw),
                handover_items::to_id.eq(item.to),
            ))
            .execute(tx.conn)?;
    }
    Ok(id)
}

/// A handover and its things.
pub(super) fn find(conn: &mut Conn, id: HandoverId) -> Result<(Record, Vec<Handed>)> {
    let record: Record = handovers::table
        .find(id)
        .select((handovers::account_id, handovers::unit_id, handovers::way, handovers::by_id, handovers::at))
        .first(conn)
        .optional()?
        .ok_or(Error::NotFound)?;
    let rows: Vec<(Kind, i64, AccountId)> = handover_items::table
        .filter(handover_items::handover_id.eq(id))
        .order(handover_items::id)
        .select((handover_items::kind, handover_items::thing_id, handover_items::to_id))
        .load(conn)?;
    Ok((record, rows.into_iter().map(|(kind, raw, to)| Handed { kind, raw, to }).collect()))
}

/// Handovers of a unit, the newest first, at most twenty.
pub(super) fn latest(conn: &mut Conn, units: &[UnitId]) -> Result<Vec<(HandoverId, AccountId, Time)>> {
    Ok(handovers::table
        .filter(handovers::unit_id.eq_any(units))
        .order(handovers::id.desc())
        .limit(20)
        .select((handovers::id, handovers::account_id, handovers::at))
        .load(conn)?)
}
