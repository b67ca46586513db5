//! « Moi aussi » (R7): said once by a person, withdrawn with the code it gave. The deeds and their rows.
//!
//! What is kept: that a code of a supporter belongs to a concern, and the account when there was one, so that it counts once.
//! The ledger says « visitor » in either case: it must not tie a person to a concern.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::merging;
use super::model::Concern;
use super::store;
use crate::base::{AccountId, Actor, ConcernId, ConcernNumber};
use crate::db::schema::{concern_keys, concerns, supports};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::Holder;

/// What a supporter gets: kept sealed under the form's token for a day, nowhere else in the clear.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Counted {
    /// The concern.
    pub(crate) concern: ConcernId,
    /// The sixteen digits of the supporter's own code.
    pub(crate) digits: String,
}

/// Counts a person who sees the same. `said_so`: this browser said it in the last days.
pub(crate) fn support(
    tx: &mut Tx<'_>,
    actor: &Actor,
    number: ConcernNumber,
    said_so: bool,
    digits: &str,
    code_hash: &str,
) -> Result<Counted> {
    let concern = store::find_public(tx.conn, number)?.ok_or(Error::NotFound)?;
    if !concern.state.is_open() {
        return Err(Error::Refused(Refusal::ConcernClosed));
    }
    let again = match actor.account() {
        // Who has an account is known by it: a phone that somebody else spoke on does not silence them.
        Some(account) => spoke(tx.conn, &concern, account)?,
        None => said_so,
    };
    if again {
        return Err(Error::Refused(Refusal::Counted));
    }
    store::insert_key(tx, code_hash, concern.id, Holder::Supporter)?;
    diesel::insert_into(supports::table)
        .values((
            supports::code_hash.eq(code_hash),
            supports::concern_id.eq(concern.id),
            supports::account_id.eq(actor.account()),
        ))
        .execute(tx.conn)?;
    diesel::update(concerns::table.find(concern.id))
        .set(concerns::supports.eq(concerns::supports + 1))
        .execute(tx.conn)?;
    ledger::record(tx, &Actor::Visitor, "concern.support", format!("concern {number}"), "")?;
    Ok(Counted { concern: concern.id, digits: digits.to_owned() })
}

/// True when the account counts already: it said « moi aussi », or told the concern itself, or one that is followed in it.
fn spoke(conn: &mut Conn, concern: &Concern, account: AccountId) -> Result<bool> {
    Ok(merging::accounts_with(conn, concern.id)?.contains(&account))
}

/// Withdraws it: the count falls by one and the code opens nothing any more.
pub(crate) fn withdraw(tx: &mut Tx<'_>, code_hash: &str) -> Result<()> {
    let concern: Option<ConcernId> =
        supports::table.find(code_hash).select(supports::concern_id).first(tx.conn).optional()?;
    let Some(concern) = concern else { return Err(Error::Refused(Refusal::AlreadyDone)) };
    diesel::delete(supports::table.find(code_hash)).execute(tx.conn)?;
    diesel::delete(concern_keys::table.find(code_hash)).execute(tx.conn)?;
    diesel::update(concerns::table.find(concern).filter(concerns::supports.gt(0)))
        .set(concerns::supports.eq(concerns::supports - 1))
        .execute(tx.conn)?;
    // Who was counted with another file leaves it too; who speaks in both still counts there.
    let into = merging::live(tx.conn, concern)?.map_or(concern, |merge| merge.into_id);
    merging::recount(tx, into)?;
    let number = store::get(tx.conn, concern)?.number();
    ledger::record(tx, &Actor::Visitor, "concern.unsupport", format!("concern {number}"), "")
}
