//! An overseer reads an original: recorded with its reason first, each time, then shown.

use diesel::prelude::*;

use super::model::{Original, Redaction};
use super::store;
use crate::accounts::keyring;
use crate::base::{Actor, Id, RedactionId, Time};
use crate::db::schema::{accounts, redaction_openings as openings};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{Deed, permit};
use crate::seal::{self, Kind, Opened};

/// Somebody read an original.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Opening {
    /// Who: overseers watch each other.
    pub(super) name: String,
    pub(super) reason: String,
    pub(super) at: Time,
}

/// Every opening of an original, newest first.
pub(super) fn of(conn: &mut Conn, id: RedactionId) -> Result<Vec<Opening>> {
    Ok(openings::table
        .inner_join(accounts::table.on(accounts::id.eq(openings::account_id)))
        .filter(openings::redaction_id.eq(id))
        .order((openings::at.desc(), openings::id.desc()))
        .limit(100)
        .select((accounts::name, openings::reason, openings::at))
        .load(conn)?)
}

/// What an opening needs once it is recorded.
pub(super) struct ToOpen {
    body: Vec<u8>,
    envelope: Vec<u8>,
}

impl ToOpen {
    /// Opens it.
    pub(super) fn open(&self, key: &Opened) -> Result<Original> {
        let plain = seal::open(Kind::Original, &self.body, &self.envelope, &key.secret)?;
        serde_json::from_str(&plain).map_err(Error::internal)
    }
}

/// Records an opening; only then is there something to open.
///
/// # Errors
/// No overseer, or police; the original is gone; this key does not open it.
pub(super) fn open(tx: &mut Tx<'_>, actor: &Actor, id: RedactionId, key: &Opened, reason: &str) -> Result<ToOpen> {
    permit(actor, &Deed::OpenOriginal)?;
    let account = actor.account().ok_or(Error::SignIn)?;
    let gone = || Error::Refused(Refusal::OriginalGone);
    let Redaction { sealed_id, .. } = store::get(tx.conn, id)?;
    let sealed = sealed_id.ok_or_else(gone)?;
    let (body, envelope) = keyring::sealed_for(tx.conn, sealed, key.keyring, tx.now)?.ok_or_else(gone)?;
    let opening: Id<()> = tx.id();
    diesel::insert_into(openings::table)
        .values((
            openings::id.eq(opening.raw()),
            openings::redaction_id.eq(id),
            openings::account_id.eq(account),
            openings::reason.eq(reason),
            openings::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    ledger::record(tx, actor, "redaction.open", format_args!("redaction {id}"), reason)?;
    Ok(ToOpen { body, envelope })
}
