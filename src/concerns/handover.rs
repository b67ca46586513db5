//! Files and referrals that change hands because whoever held them leaves (P9, N1). The reporter reads that somebody else answers
//! now, by function and never by name; every message stays where it stands.

use diesel::prelude::*;

use super::model::{Concern, EventKind, Readers, Referral, ReferralState, State};
use super::store::{self, NewEvent, insert_event};
use crate::areas::Reference;
use crate::base::{AccountId, Actor, ConcernId, ConcernNumber, ReferralId, UnitId};
use crate::db::schema::{concerns, referrals};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::ledger;
use crate::policy::{Audience, Deed, may};

/// Open files an account holds, of one unit or of all, the oldest first. What is said of conduct stands with no unit.
pub(crate) fn files_of(conn: &mut Conn, account: AccountId, unit: Option<UnitId>) -> Result<Vec<Concern>> {
    let mut query =
        concerns::table.filter(concerns::assignee_id.eq(account).and(concerns::state.eq_any(State::OPEN))).into_boxed();
    if let Some(unit) = unit {
        query = query.filter(concerns::unit_id.eq(unit));
    }
    Ok(query.order((concerns::filed_at, concerns::id)).select(Concern::as_select()).load(conn)?)
}

/// Referrals an account follows for its unit while the service has them, with their concerns.
pub(crate) fn referrals_of(
    conn: &mut Conn,
    account: AccountId,
    unit: Option<UnitId>,
) -> Result<Vec<(Referral, Concern)>> {
    let mut query = referrals::table
        .inner_join(concerns::table)
        .filter(referrals::asked_by.eq(account).and(concerns::state.eq(State::Referred)))
        .filter(referrals::state.eq_any([ReferralState::Pending, ReferralState::Accepted]))
        .into_boxed();
    if let Some(unit) = unit {
        query = query.filter(concerns::unit_id.eq(unit));
    }
    Ok(query.order(referrals::asked_at).select((Referral::as_select(), Concern::as_select())).load(conn)?)
}

/// True when somebody may work on a file: whoever could not open it is not given it.
pub(crate) fn works_on(conn: &mut Conn, r: &Reference, concern: &Concern, account: &Actor) -> Result<bool> {
    let facts = store::facts_for(conn, account, r, concern)?;
    Ok(may(account, &Deed::WorkFile(&facts)))
}

fn must_work(tx: &mut Tx<'_>, r: &Reference, concern: &Concern, to: &Actor) -> Result<()> {
    if works_on(tx.conn, r, concern, to)? { Ok(()) } else { Err(Error::NotFound) }
}

/// Gives a file to somebody else of those who may work on it; the reporter reads that who answers changed.
pub(crate) fn hand_file(tx: &mut Tx<'_>, by: &Actor, r: &Reference, id: ConcernId, to: &Actor) -> Result<()> {
    let concern = store::get(tx.conn, id)?;
    must_work(tx, r, &concern, to)?;
    diesel::update(concerns::table.find(id)).set(concerns::assignee_id.eq(to.account())).execute(tx.conn)?;
    let scope = concern.unit_id.raw();
    let was = concern.assignee_id.map(|id| id.to_string()).unwrap_or_default();
    let became = to.account().map(|id| id.to_string()).unwrap_or_default();
    let function = to.function_in(concern.unit_id);
    let given = NewEvent::new(EventKind::Assigned, by.function_in(concern.unit_id), Readers::Internal)
        .of(scope)
        .changing(&was, &became);
    insert_event(tx, by, id, &given)?;
    // In the function of who answers from now on, and without any account: it is read by the reporter.
    let told = NewEvent::new(EventKind::HandedOver, function, Readers::Reporter).of(scope);
    store::insert_event_as(tx, None, id, &told)?;
    ledger::record(tx, by, "concern.handover", format!("concern {}", concern.number()), &format!("{was} → {became}"))
}

/// Gives a referral to somebody else to follow for the unit. Who asked for it stands on the timeline.
pub(crate) fn hand_referral(tx: &mut Tx<'_>, by: &Actor, r: &Reference, id: ReferralId, to: &Actor) -> Result<()> {
    let referral = store::referral(tx.conn, id)?;
    let concern = store::get(tx.conn, referral.concern_id)?;
    must_work(tx, r, &concern, to)?;
    let keeper = to.account().ok_or(Error::NotFound)?;
    diesel::update(referrals::table.find(id)).set(referrals::asked_by.eq(keeper)).execute(tx.conn)?;
    ledger::record(tx, by, "referral.handover", format!("concern {}", concern.number()), &keeper.to_string())
}

/// Numbers of these concerns, and of those of these referrals, that a whole unit reads; of what is protected there is none.
pub(crate) fn numbers(conn: &mut Conn, files: &[ConcernId], given: &[ReferralId]) -> Result<Vec<(i64, String)>> {
    let said = |(id, year, serial): (i64, i32, i32)| (id, ConcernNumber { year, serial }.to_string());
    let open = || concerns::audience.eq_any(Audience::OPEN);
    let own: Vec<(i64, i32, i32)> = concerns::table
        .filter(concerns::id.eq_any(files).and(open()))
        .select((concerns::id, concerns::year, concerns::serial))
        .load(conn)?;
    let with: Vec<(i64, i32, i32)> = referrals::table
        .inner_join(concerns::table)
        .filter(referrals::id.eq_any(given).and(open()))
        .select((referrals::id, concerns::year, concerns::serial))
        .load(conn)?;
    Ok(own.into_iter().chain(with).map(said).collect())
}

/// When who answers changed last, if nobody of the unit wrote to the reporter since.
pub(crate) fn news(events: &[super::model::Event]) -> Option<crate::base::Time> {
    let at = events.iter().rposition(|e| e.kind == EventKind::HandedOver)?;
    let (handed, since) = (events.get(at)?, events.get(at + 1..).unwrap_or_default());
    let wrote = since.iter().any(|e| matches!(e.kind, EventKind::Answer | EventKind::Ask));
    (!wrote).then_some(handed.at)
}
