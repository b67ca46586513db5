//! Deeds of keys. Whoever adds or removes one proved a moment ago who they are.

use serde::{Deserialize, Serialize};

use super::MOST;
use super::ceremony::{New, Signed};
use super::store::{self, Taken};
use crate::accounts::actions::came_in;
use crate::accounts::second::actions::{For, object};
use crate::base::{AccountId, Actor, PasskeyId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::web::{end_all_sessions, has_second_step};

/// What became of a new key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Added {
    /// It is there.
    Yes,
    /// Somebody has it already.
    Known,
    /// There are as many as there may be.
    Full,
}

/// Adds a key beside the code.
///
/// # Errors
/// There is no code yet: whoever comes without a script would be locked out.
pub(super) fn add(tx: &mut Tx<'_>, actor: &Actor, name: &str, new: &New) -> Result<Added> {
    let account = actor.account().ok_or(Error::SignIn)?;
    if !has_second_step(tx.conn, account)? {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let refused = match () {
        () if store::of(tx.conn, account)?.len() >= MOST => Some(Added::Full),
        () if store::is_known(tx.conn, &new.credential)? => Some(Added::Known),
        () => None,
    };
    if let Some(refused) = refused {
        tx.nothing_new();
        return Ok(refused);
    }
    store::insert(tx, account, name, new)?;
    ledger::record(tx, actor, "account.passkey", object(account), "added")?;
    Ok(Added::Yes)
}

/// Removes one of one's own keys. Whoever is in by it is out.
///
/// # Errors
/// There is none such.
pub(super) fn remove(tx: &mut Tx<'_>, actor: &Actor, key: PasskeyId) -> Result<()> {
    let account = actor.account().ok_or(Error::SignIn)?;
    if !store::remove(tx, account, key)? {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    end_all_sessions(tx, account)?;
    ledger::record(tx, actor, "account.passkey", object(account), "removed")
}

/// What a key signed, given by whoever gave the password; what it was is recorded. True when it counts.
pub(super) fn answer(tx: &mut Tx<'_>, account: AccountId, signed: Option<&Signed>, what: For) -> Result<bool> {
    let taken = match signed {
        Some(signed) if has_second_step(tx.conn, account)? => store::take(tx, account, signed)?,
        _ => Taken::No,
    };
    let place = match what {
        For::Entry => "sign-in",
        For::Deed => "proof",
    };
    let (deed, how) = match (taken, what) {
        (Taken::No, _) => ("account.passkey-wrong", place),
        // Its holder's administrator should be able to see it: one of the two is somebody else's.
        (Taken::Copied, _) => ("account.passkey-copied", place),
        (Taken::Yes, For::Entry) => ("account.sign-in", "passkey"),
        (Taken::Yes, For::Deed) => ("account.proof", "passkey"),
    };
    if what == For::Entry && taken == Taken::Yes {
        came_in(tx, account)?;
    }
    ledger::record(tx, &Actor::Visitor, deed, object(account), how)?;
    Ok(taken == Taken::Yes)
}
