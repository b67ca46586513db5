//! Following threads, and what was read of them.

use crate::areas::Reference;
use crate::base::{AccountId, Actor, Id, PostId, ThreadId};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::ledger;
use crate::talk::reads;
use crate::talk::store::follows;
use crate::web::Cursor;

/// This instant, after whatever was written before it.
fn here(tx: &Tx<'_>) -> Cursor {
    let id: Id<()> = tx.id();
    Cursor { key: tx.now.0, id: id.raw() }
}

/// Follows a thread from now on, or ceases to. What may not be read cannot be followed; ceasing tells nothing of it either. The
/// ledger has that an account changed what it follows, never what.
///
/// # Errors
/// Not signed in; a thread the reader may not know of, or does not belong to.
pub(crate) fn follow(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, thread: ThreadId, on: bool) -> Result<()> {
    let account = actor.account().ok_or(Error::SignIn)?;
    if on && !reads::thread_about(tx.conn, r, actor, thread)?.1.belongs {
        return Err(Error::Forbidden);
    }
    let to = here(tx);
    if on || follows::read_to(tx.conn, account, thread)?.is_some() {
        follows::follow(tx, account, thread, on, to)?;
    }
    ledger::record(tx, actor, "account.follow", format_args!("account {account}"), if on { "on" } else { "off" })
}

/// Whoever writes has read what stands before, and follows what comes after.
pub(super) fn read_here(tx: &mut Tx<'_>, account: AccountId, thread: ThreadId, post: PostId) -> Result<()> {
    follows::follow(tx, account, thread, true, Cursor { key: tx.now.0, id: post.raw() })
}

/// « Tout lu »: everything the reader follows is read up to now.
///
/// # Errors
/// Not signed in.
pub(crate) fn read_all(tx: &mut Tx<'_>, actor: &Actor) -> Result<()> {
    let account = actor.account().ok_or(Error::SignIn)?;
    let to = here(tx);
    follows::saw_all(tx, account, to)?;
    ledger::record(tx, actor, "account.read", format_args!("account {account}"), "")
}
