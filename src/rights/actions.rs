//! Asking, and answering. An erasure takes the person out and leaves number, dates, state and kind, so that no figure changes.

use super::model::{Number, Of, State, Wish};
use super::{holdings, store};
use crate::accounts::store as accounts;
use crate::base::{AccountId, Actor, RightsRequestId};
use crate::concerns::sealing::{self, Part};
use crate::concerns::{custody, erasure};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::policy::{Deed, permit};
use crate::seal::Veiled;
use crate::web::{actor_of, end_all_sessions};
use crate::{ledger, moderation};

/// Asks. The ledger says « visitor » even of an account: it ties no person to a concern.
pub(super) fn ask(tx: &mut Tx<'_>, of: Of, wish: Wish, words: &str, correction: &str) -> Result<(i32, i32)> {
    if store::of(tx.conn, of)?.iter().any(|r| r.state == State::Waiting && r.kind == wish) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let (words, correction) = (close(tx, of, words)?, close(tx, of, correction)?);
    let number = store::insert(tx, of, wish, &words, &correction)?;
    ledger::record(tx, &Actor::Visitor, "rights.ask", object(number), wish.as_str())?;
    Ok((number.year, number.serial))
}

/// A text of a request as it is stored: of a protected concern sealed with the rest of it.
fn close(tx: &mut Tx<'_>, of: Of, text: &str) -> Result<Veiled> {
    match of {
        Of::Concern(id) => sealing::close(tx, id, Part::File, text),
        Of::Account(_) => Ok(Veiled::plain(text)),
    }
}

fn object(number: Number) -> String {
    format!("request {number}")
}

/// Answers: does it, or does not and says why.
pub(super) fn answer(tx: &mut Tx<'_>, actor: &Actor, id: RightsRequestId, granted: bool, words: &str) -> Result<()> {
    let now = match actor.account() {
        Some(id) => actor_of(tx.conn, id)?,
        None => actor.clone(),
    };
    permit(&now, &Deed::Administer)?;
    let request = store::get(tx.conn, id)?;
    if request.state != State::Waiting {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let of = match (request.concern_id, request.account_id) {
        (Some(concern), _) => Some(Of::Concern(concern)),
        (None, account) => account.map(Of::Account),
    };
    match (granted, request.kind, of) {
        (true, Wish::Erasure, Some(Of::Concern(concern))) => {
            custody::erase(tx, concern)?;
            erasure::erase(tx, actor, concern, erasure::Why::Asked)?;
        }
        (true, Wish::Correction, Some(Of::Concern(concern))) => {
            erasure::correct(tx, actor, concern, &request.correction)?;
        }
        (true, Wish::Erasure, Some(Of::Account(account))) => close_account(tx, actor, account)?,
        (true, Wish::Correction, Some(Of::Account(account))) => {
            if accounts::account(tx.conn, account)?.is_erased() {
                return Err(Error::Refused(Refusal::AlreadyDone));
            }
            accounts::rename(tx, account, request.correction.as_str())?;
        }
        (false, _, Some(Of::Concern(concern))) => erasure::tell_refused(tx, actor, concern)?,
        _ => {}
    }
    let state = if granted { State::Granted } else { State::Refused };
    store::answer(tx, id, state, words, actor.account())?;
    let deed = if granted { "rights.grant" } else { "rights.refuse" };
    ledger::record(tx, actor, deed, object(request.number()), request.kind.as_str())
}

/// Takes a person's account away, and what they filed with it. Who holds a role hands it over first.
fn close_account(tx: &mut Tx<'_>, actor: &Actor, account: AccountId) -> Result<()> {
    if !actor_of(tx.conn, account)?.memberships().is_empty() {
        return Err(Error::Refused(Refusal::HoldsRole));
    }
    erase_account(tx, actor, account)
}

/// Takes the person out of an account, out of what they filed with it, and out of all that [`holdings`] lists.
pub(super) fn erase_account(tx: &mut Tx<'_>, actor: &Actor, account: AccountId) -> Result<()> {
    for concern in store::tied(tx.conn, account)? {
        custody::erase(tx, concern)?;
        erasure::erase(tx, actor, concern, erasure::Why::Asked)?;
    }
    empty_account(tx, account, erasure::Why::Asked)
}

/// Takes the person out of an account and of all that [`holdings`] lists. What was filed with it stays.
///
/// # Errors
/// When the database refuses.
pub(crate) fn empty_account(tx: &mut Tx<'_>, account: AccountId, why: erasure::Why) -> Result<()> {
    let l = L::new(accounts::account(tx.conn, account)?.lang);
    let gone = match why {
        erasure::Why::Asked => l.rights_gone_asked(),
        erasure::Why::Time => l.rights_gone_time(),
    };
    for post in store::posts_of(tx.conn, account)? {
        moderation::redactions::erase_of(tx, moderation::Target::post(post))?;
    }
    store::empty_posts(tx, account, gone.as_str())?;
    holdings::let_go(tx, account)?;
    accounts::erase(tx, account)?;
    end_all_sessions(tx, account)?;
    Ok(())
}
