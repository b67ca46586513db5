//! Who reset what of an account. One person who makes a link to a new password and takes the second step off could come in as
//! somebody else, and then decide as that person: so these are two people's deeds, until the account's owner has been back.

use diesel::prelude::*;

use crate::accounts::links;
use crate::accounts::store::account;
use crate::base::AccountId;
use crate::db::Tx;
use crate::db::schema::account_resets as resets;
use crate::error::{Error, Refusal, Result};
use crate::web::has_second_step;

/// What is reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reset {
    /// The password.
    Password,
    /// The second step of signing in.
    SecondStep,
}

impl Reset {
    const fn word(self) -> &'static str {
        match self {
            Reset::Password => "password",
            Reset::SecondStep => "second-step",
        }
    }

    const fn other(self) -> Reset {
        match self {
            Reset::Password => Reset::SecondStep,
            Reset::SecondStep => Reset::Password,
        }
    }
}

/// True while what was reset has not been made anew by the account's owner.
fn stands_open(tx: &mut Tx<'_>, id: AccountId, reset: Reset) -> Result<bool> {
    match reset {
        Reset::Password => Ok(account(tx.conn, id)?.must_change || links::stands_open(tx.conn, id, tx.now)?),
        Reset::SecondStep => Ok(!has_second_step(tx.conn, id)?),
    }
}

/// Notes a reset, unless the same person did the other half of it.
///
/// # Errors
/// [`Error::NotFound`] when nobody has this account, [`Refusal::BothKeys`].
pub(super) fn note(tx: &mut Tx<'_>, id: AccountId, reset: Reset, by: AccountId) -> Result<()> {
    account(tx.conn, id)?;
    let other = reset.other();
    let made_by: Option<AccountId> =
        resets::table.find((id, other.word())).select(resets::made_by).get_result(tx.conn).optional()?;
    if made_by == Some(by) && stands_open(tx, id, other)? {
        return Err(Error::Refused(Refusal::BothKeys));
    }
    diesel::delete(resets::table.find((id, reset.word()))).execute(tx.conn)?;
    diesel::insert_into(resets::table)
        .values((
            resets::account_id.eq(id),
            resets::what.eq(reset.word()),
            resets::made_by.eq(by),
            resets::made_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}
