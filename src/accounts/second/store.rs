//! Rows of the second step. SQL only.

use diesel::prelude::*;

use crate::base::{AccountId, Time};
use crate::db::schema::{recovery_codes, second_steps};
use crate::db::{Conn, Tx};
use crate::error::Result;

/// What an account shares with a telephone, sealed.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = second_steps)]
pub(super) struct Step {
    pub(super) salt: Vec<u8>,
    pub(super) sealed: Vec<u8>,
    /// When its first code was typed; until then it asks for nothing.
    pub(super) confirmed_at: Option<Time>,
}

pub(super) fn find(conn: &mut Conn, account: AccountId) -> Result<Option<Step>> {
    Ok(second_steps::table.find(account).select(Step::as_select()).get_result(conn).optional()?)
}

/// Keeps what a telephone is to share, in the place of what no telephone confirmed.
pub(super) fn begin(tx: &mut Tx<'_>, account: AccountId, salt: &[u8], sealed: &[u8]) -> Result<()> {
    diesel::delete(second_steps::table.find(account)).execute(tx.conn)?;
    diesel::insert_into(second_steps::table)
        .values((
            second_steps::account_id.eq(account),
            second_steps::salt.eq(salt),
            second_steps::sealed.eq(sealed),
            second_steps::made_at.eq(tx.now),
            second_steps::confirmed_at.eq(None::<Time>),
            second_steps::last_step.eq(0),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Takes a step's code, once: false when it, or a later one, was taken before.
pub(super) fn take(tx: &mut Tx<'_>, account: AccountId, step: i64) -> Result<bool> {
    let row = second_steps::table.find(account).filter(second_steps::last_step.lt(step));
    Ok(diesel::update(row).set(second_steps::last_step.eq(step)).execute(tx.conn)? > 0)
}

/// From now on the account signs in by two steps.
pub(super) fn confirm(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    diesel::update(second_steps::table.find(account))
        .set(second_steps::confirmed_at.eq(Some(tx.now)))
        .execute(tx.conn)?;
    Ok(())
}

/// Forgets all of it, the keys that stand beside it as well; false when there was nothing.
pub(in crate::accounts) fn forget(tx: &mut Tx<'_>, account: AccountId) -> Result<bool> {
    super::passkeys::forget_all(tx, account)?;
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account))).execute(tx.conn)?;
    Ok(diesel::delete(second_steps::table.find(account)).execute(tx.conn)? > 0)
}

/// How many codes of paper are left.
pub(super) fn left(conn: &mut Conn, account: AccountId) -> Result<i64> {
    Ok(recovery_codes::table.filter(recovery_codes::account_id.eq(account)).count().get_result(conn)?)
}

/// Codes of paper in the place of those before.
pub(super) fn give(tx: &mut Tx<'_>, account: AccountId, hashes: &[String]) -> Result<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account))).execute(tx.conn)?;
    for hash in hashes {
        diesel::insert_into(recovery_codes::table)
            .values((recovery_codes::account_id.eq(account), recovery_codes::code_hash.eq(hash)))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Spends a code of paper; false when there is none such.
pub(super) fn spend(tx: &mut Tx<'_>, account: AccountId, hash: &str) -> Result<bool> {
    Ok(diesel::delete(recovery_codes::table.find((account, hash))).execute(tx.conn)? > 0)
}
