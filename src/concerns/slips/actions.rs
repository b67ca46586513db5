//! Deeds on slips: printing a sheet, binding a slip to the concern filed with it, withdrawing one.

use serde::{Deserialize, Serialize};

use super::model::{PER_SHEET, SlipSerial, SlipState};
use super::store;
use crate::base::Actor;
use crate::concerns::sealing::{StoredCode, keep_code, move_code};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::policy::{Deed, permit};
use crate::web::actor_of;

/// A slip as it was typed in: by the stored form of its code, or by the serial beside it.
#[derive(Debug, Clone)]
pub(crate) enum Ticket {
    /// The slow hash of the sixteen digits.
    Code(String),
    /// The serial, which only those who file for others may use.
    Serial(SlipSerial),
}

/// Uses a slip for the concern that this same deed files, and gives back the key under which its holder finds that concern.
/// A gateway that takes concerns by SMS calls this as the web form does. Writes no ledger row of its own: one would tie the
/// paper to the concern's row beside it.
///
/// # Errors
/// [`Refusal::SlipUsed`], [`Refusal::SlipVoid`] or [`Refusal::SlipUnknown`]; then nothing is filed either.
pub(crate) fn bind(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<String> {
    let refused = |why| Err(Error::Refused(why));
    let (serial, state, hash) = match ticket {
        Ticket::Code(hash) => match store::by_hash(tx.conn, hash)? {
            Some((serial, state)) => (serial, state, Some(hash.clone())),
            // A used slip's hash is where the other codes are, and whoever types another's code learns no more of it.
            None if store::is_key(tx.conn, hash)? => return refused(Refusal::SlipUsed),
            None => return refused(Refusal::SlipUnknown),
        },
        Ticket::Serial(serial) => match store::by_serial(tx.conn, *serial)? {
            Some((state, hash)) => (*serial, state, hash),
            None => return refused(Refusal::SlipUnknown),
        },
    };
    match (state, hash) {
        (SlipState::Unused, Some(hash)) => {
            store::use_up(tx, serial)?;
            move_code(tx, &hash)?;
            Ok(hash)
        }
        (SlipState::Void, _) => refused(Refusal::SlipVoid),
        _ => refused(Refusal::SlipUsed),
    }
}

/// What was printed. `print` names the request that drew the codes: an answer repeated to the same form has another's.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Printed {
    /// The first sheet's number; the others follow.
    pub(crate) first: i64,
    /// Which request printed them.
    pub(crate) print: String,
}

/// Keeps the stored form of codes that are about to be shown, eight a sheet.
pub(crate) fn print(tx: &mut Tx<'_>, actor: &Actor, codes: &[StoredCode], print: &str) -> Result<Printed> {
    permit_now(tx, actor)?;
    let mut first = None;
    for codes in codes.chunks(PER_SHEET) {
        let number = note_sheet(tx, actor, codes)?;
        first.get_or_insert(number);
    }
    let first = first.ok_or(Error::BadRequest("no slips"))?;
    Ok(Printed { first, print: print.to_owned() })
}

/// Keeps one sheet; its number.
pub(crate) fn note_sheet(tx: &mut Tx<'_>, actor: &Actor, codes: &[StoredCode]) -> Result<i64> {
    let number = crate::concerns::store::next_of(tx, "slip sheet")?;
    store::insert(tx, number, actor.account(), codes)?;
    // Whoever files for somebody else types a serial, so what a slip's holder will open things with is there before.
    codes.iter().try_for_each(|code| keep_code(tx, code))?;
    ledger::record(tx, actor, "slip.print", object(number), &codes.len().to_string())?;
    Ok(number)
}

/// Withdraws an unused slip, or all that a sheet has left.
pub(crate) fn void(tx: &mut Tx<'_>, actor: &Actor, sheet: i64, place: Option<i64>) -> Result<()> {
    permit_now(tx, actor)?;
    store::sheet(tx.conn, sheet)?;
    let number = store::void(tx, sheet, place)?;
    if number == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let detail = place.map_or_else(|| format!("{number} left"), |place| format!("slip {place}"));
    ledger::record(tx, actor, "slip.void", object(sheet), &detail)
}

fn object(sheet: i64) -> String {
    format!("sheet {sheet}")
}

/// A role ended a moment ago prints no more.
fn permit_now(tx: &mut Tx<'_>, actor: &Actor) -> Result<()> {
    let actor = match actor.account() {
        Some(id) => actor_of(tx.conn, id)?,
        None => actor.clone(),
    };
    permit(&actor, &Deed::Administer)
}
