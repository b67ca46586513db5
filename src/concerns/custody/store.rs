//! Sealed identities and the steps of their custody, in the database. SQL only.

use std::collections::HashSet;

use diesel::prelude::*;

use super::model::{Step, Taken};
use crate::accounts::keyring;
use crate::base::{AccountId, ConcernId, CustodyStepId, Function, KeyringId, RescueKeyId, SealedId, Time};
use crate::db::schema::{accounts, concerns, custody_steps, envelopes, identities, rescue_envelopes, sealed};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::seal::{Holder, Kind, Lock, Seal};

/// Whether a concern's reporter is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// They said nothing of themselves.
    Unknown,
    /// They did, and it is sealed.
    Sealed(SealedId),
    /// They did, and it was erased then.
    Erased(Time),
}

/// Whether a concern's reporter is known.
pub(crate) fn standing(conn: &mut Conn, concern: ConcernId) -> Result<Standing> {
    let row: Option<(Option<SealedId>, Option<Time>)> = identities::table
        .find(concern)
        .select((identities::sealed_id, identities::erased_at))
        .first(conn)
        .optional()?;
    Ok(match row {
        Some((Some(id), _)) => Standing::Sealed(id),
        Some((None, at)) => Standing::Erased(at.unwrap_or(Time(0))),
        None => Standing::Unknown,
    })
}

/// Stores an identity for a concern.
pub(super) fn insert(tx: &mut Tx<'_>, concern: ConcernId, seal: &Seal) -> Result<()> {
    let id = keyring::store_seal(tx, seal)?;
    diesel::insert_into(identities::table)
        .values((
            identities::concern_id.eq(concern),
            identities::sealed_id.eq(Some(id)),
            identities::given_at.eq(tx.now),
            identities::erased_at.eq(None::<Time>),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Lends an envelope until then, or moves the end of one that is there. One without an end stays without.
pub(super) fn lend(tx: &mut Tx<'_>, id: SealedId, keyring: KeyringId, envelope: &[u8], until: Time) -> Result<()> {
    let there: Option<Option<Time>> =
        envelopes::table.find((id, keyring)).select(envelopes::until).first(tx.conn).optional()?;
    match there {
        Some(None) => {}
        Some(Some(_)) => {
            let lent = envelopes::table.find((id, keyring));
            diesel::update(lent).set(envelopes::until.eq(Some(until))).execute(tx.conn)?;
        }
        None => {
            diesel::insert_into(envelopes::table)
                .values((
                    envelopes::sealed_id.eq(id),
                    envelopes::keyring_id.eq(keyring),
                    envelopes::envelope.eq(envelope),
                    envelopes::until.eq(Some(until)),
                ))
                .execute(tx.conn)?;
        }
    }
    Ok(())
}

/// A reader's envelope of a sealed thing, while it is good.
pub(super) fn envelope(conn: &mut Conn, id: SealedId, keyring: KeyringId, now: Time) -> Result<Option<Vec<u8>>> {
    let good = envelopes::until.is_null().or(envelopes::until.gt(now));
    let row: Option<Vec<u8>> = envelopes::table
        .filter(envelopes::sealed_id.eq(id).and(envelopes::keyring_id.eq(keyring)))
        .filter(good)
        .select(envelopes::envelope)
        .first(conn)
        .optional()?;
    Ok(row)
}

/// Erases a concern's identity; says whether there was one. The row stays and says since when it is gone.
pub(crate) fn erase(tx: &mut Tx<'_>, concern: ConcernId) -> Result<bool> {
    let Standing::Sealed(id) = standing(tx.conn, concern)? else { return Ok(false) };
    diesel::update(identities::table.find(concern))
        .set((identities::sealed_id.eq(None::<SealedId>), identities::erased_at.eq(Some(tx.now))))
        .execute(tx.conn)?;
    keyring::erase_seal(tx, id)?;
    Ok(true)
}

/// Concerns closed before an instant whose identity is still there.
pub(crate) fn closed_before(conn: &mut Conn, before: Time, limit: i64) -> Result<Vec<ConcernId>> {
    Ok(identities::table
        .inner_join(concerns::table)
        .filter(identities::sealed_id.is_not_null().and(concerns::closed_at.lt(before)))
        .order(identities::concern_id)
        .limit(limit)
        .select(identities::concern_id)
        .load(conn)?)
}

/// How many envelopes of granted openings have lapsed.
pub(crate) fn lapsed(conn: &mut Conn, now: Time) -> Result<usize> {
    let count: i64 = envelopes::table.filter(envelopes::until.le(now)).count().get_result(conn)?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Takes the lapsed ones away.
pub(crate) fn drop_lapsed(tx: &mut Tx<'_>) -> Result<usize> {
    Ok(diesel::delete(envelopes::table.filter(envelopes::until.le(tx.now))).execute(tx.conn)?)
}

/// Adds a step; an asking is the first of its own.
pub(super) fn add(
    tx: &mut Tx<'_>,
    ask: Option<CustodyStepId>,
    concern: ConcernId,
    step: Step,
    by: (AccountId, Function),
    reason: &str,
) -> Result<CustodyStepId> {
    let id: CustodyStepId = tx.id();
    diesel::insert_into(custody_steps::table)
        .values((
            custody_steps::id.eq(id),
            custody_steps::ask_id.eq(ask.unwrap_or(id)),
            custody_steps::concern_id.eq(concern),
            custody_steps::step.eq(step),
            custody_steps::account_id.eq(by.0),
            custody_steps::function.eq(by.1),
            custody_steps::reason.eq(reason),
            custody_steps::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Every step on a concern's identity, oldest first.
pub(crate) fn steps(conn: &mut Conn, concern: ConcernId) -> Result<Vec<Taken>> {
    Ok(custody_steps::table
        .filter(custody_steps::concern_id.eq(concern))
        .order((custody_steps::at, custody_steps::id))
        .select(Taken::as_select())
        .load(conn)?)
}

/// An asking by its id.
pub(super) fn ask(conn: &mut Conn, id: CustodyStepId) -> Result<Taken> {
    let asked = custody_steps::table.find(id).filter(custody_steps::step.eq(Step::Asked));
    asked.select(Taken::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// Askings nobody has decided, the oldest first, or those decided last.
pub(super) fn asks(conn: &mut Conn, waiting: bool) -> Result<Vec<Taken>> {
    let decided = diesel::alias!(custody_steps as decided);
    let answers = || {
        decided
            .filter(decided.field(custody_steps::step).eq_any([Step::Granted, Step::Refused]))
            .filter(decided.field(custody_steps::ask_id).eq(custody_steps::id))
    };
    let asked = custody_steps::table.filter(custody_steps::step.eq(Step::Asked)).select(Taken::as_select());
    Ok(match waiting {
        true => asked
            .filter(diesel::dsl::not(diesel::dsl::exists(answers())))
            .order((custody_steps::at, custody_steps::id))
            .limit(100)
            .load(conn)?,
        false => asked
            .filter(diesel::dsl::exists(answers()))
            .order((custody_steps::at.desc(), custody_steps::id.desc()))
            .limit(20)
            .load(conn)?,
    })
}

/// The names of those who took these steps.
pub(super) fn names(conn: &mut Conn, steps: &[Taken]) -> Result<Vec<(AccountId, String)>> {
    let ids: Vec<AccountId> = steps.iter().map(|s| s.account_id).collect();
    Ok(accounts::table.filter(accounts::id.eq_any(ids)).select((accounts::id, accounts::name)).load(conn)?)
}

/// Something sealed, the envelope at hand, and those who have none of their own.
type Unshared = (SealedId, Vec<u8>, Vec<Lock>);

/// Sealed things this key opens and some of the others does not yet, at most `limit`. Not the words of concerns: those have readers
/// of their own.
pub(crate) fn missing(conn: &mut Conn, mine: Holder, others: &[Lock], limit: usize) -> Result<Vec<Unshared>> {
    let held: Vec<(SealedId, Vec<u8>)> = match mine {
        Holder::Reader(keyring) => envelopes::table
            .inner_join(sealed::table)
            .filter(envelopes::keyring_id.eq(keyring).and(envelopes::until.is_null()))
            .filter(sealed::kind.ne(Kind::Words))
            .order(envelopes::sealed_id)
            .select((envelopes::sealed_id, envelopes::envelope))
            .load(conn)?,
        Holder::Papers(rescue) => rescue_envelopes::table
            .inner_join(sealed::table)
            .filter(rescue_envelopes::rescue_id.eq(rescue).and(sealed::kind.ne(Kind::Words)))
            .order(rescue_envelopes::sealed_id)
            .select((rescue_envelopes::sealed_id, rescue_envelopes::envelope))
            .load(conn)?,
    };
    let there = given(conn, others)?;
    let lacking = |id: SealedId| -> Vec<Lock> {
        others.iter().filter(|lock| !there.contains(&(id, lock.holder))).cloned().collect()
    };
    let found = held.into_iter().map(|(id, envelope)| (id, envelope, lacking(id)));
    Ok(found.filter(|(_, _, locks)| !locks.is_empty()).take(limit).collect())
}

/// What each of these keys opens for good.
fn given(conn: &mut Conn, locks: &[Lock]) -> Result<HashSet<(SealedId, Holder)>> {
    let mut readers = Vec::new();
    let mut papers = Vec::new();
    for lock in locks {
        match lock.holder {
            Holder::Reader(keyring) => readers.push(keyring),
            Holder::Papers(rescue) => papers.push(rescue),
        }
    }
    let by_readers: Vec<(SealedId, KeyringId)> = envelopes::table
        .filter(envelopes::keyring_id.eq_any(readers).and(envelopes::until.is_null()))
        .select((envelopes::sealed_id, envelopes::keyring_id))
        .load(conn)?;
    let by_papers: Vec<(SealedId, RescueKeyId)> = rescue_envelopes::table
        .filter(rescue_envelopes::rescue_id.eq_any(papers))
        .select((rescue_envelopes::sealed_id, rescue_envelopes::rescue_id))
        .load(conn)?;
    let readers = by_readers.into_iter().map(|(id, keyring)| (id, Holder::Reader(keyring)));
    Ok(readers.chain(by_papers.into_iter().map(|(id, rescue)| (id, Holder::Papers(rescue)))).collect())
}

/// What was decided on an asking.
pub(super) fn decision(conn: &mut Conn, ask: CustodyStepId) -> Result<Option<Taken>> {
    Ok(custody_steps::table
        .filter(custody_steps::ask_id.eq(ask).and(custody_steps::step.eq_any([Step::Granted, Step::Refused])))
        .select(Taken::as_select())
        .first(conn)
        .optional()?)
}
