//! Rows of keys. SQL only.

use diesel::prelude::*;

use super::ceremony::{New, Signed, is_copy};
use crate::base::{AccountId, PasskeyId, Time};
use crate::db::schema::passkeys;
use crate::db::{Conn, Tx};
use crate::error::Result;

/// A key as it is stored.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = passkeys)]
pub(super) struct Passkey {
    pub(super) id: PasskeyId,
    /// As its holder calls it.
    pub(super) name: String,
    /// By what a browser knows it, base64url.
    pub(super) credential: String,
    /// COSE.
    pub(super) public_key: Vec<u8>,
    /// COSE's number of it.
    pub(super) algorithm: i32,
    pub(super) made_at: Time,
    pub(super) used_at: Option<Time>,
}

/// An account's keys, in the order they were made.
pub(super) fn of(conn: &mut Conn, account: AccountId) -> Result<Vec<Passkey>> {
    let own = passkeys::table.filter(passkeys::account_id.eq(account));
    Ok(own.order((passkeys::made_at, passkeys::id)).select(Passkey::as_select()).load(conn)?)
}

/// How many keys an account has.
pub(in crate::accounts::second) fn count(conn: &mut Conn, account: AccountId) -> Result<i64> {
    Ok(passkeys::table.filter(passkeys::account_id.eq(account)).count().get_result(conn)?)
}

/// True when somebody has this key already.
pub(super) fn is_known(conn: &mut Conn, credential: &str) -> Result<bool> {
    let same = passkeys::table.filter(passkeys::credential.eq(credential));
    Ok(diesel::select(diesel::dsl::exists(same)).get_result(conn)?)
}

pub(super) fn insert(tx: &mut Tx<'_>, account: AccountId, name: &str, new: &New) -> Result<()> {
    let id: PasskeyId = tx.id();
    diesel::insert_into(passkeys::table)
        .values((
            passkeys::id.eq(id),
            passkeys::account_id.eq(account),
            passkeys::name.eq(name),
            passkeys::credential.eq(&new.credential),
            passkeys::public_key.eq(&new.public_key),
            passkeys::algorithm.eq(new.algorithm),
            passkeys::counter.eq(i64::from(new.counter)),
            passkeys::made_at.eq(tx.now),
            passkeys::used_at.eq(None::<Time>),
            passkeys::answered.eq(""),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// What becomes of what a key signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// It counts.
    Yes,
    /// The key was removed meanwhile, or its answer came twice.
    No,
    /// There are two of this key.
    Copied,
}

/// Takes what a key signed, once, and notes how often it signed.
pub(super) fn take(tx: &mut Tx<'_>, account: AccountId, signed: &Signed) -> Result<Taken> {
    let row = passkeys::table.filter(passkeys::id.eq(signed.key).and(passkeys::account_id.eq(account)));
    let before: Option<(i64, String)> =
        row.select((passkeys::counter, passkeys::answered)).get_result(tx.conn).optional()?;
    let Some((before, answered)) = before.filter(|(_, answered)| *answered != signed.answered) else {
        return Ok(Taken::No);
    };
    if is_copy(before, signed.counter.into()) {
        return Ok(Taken::Copied);
    }
    let to = (
        passkeys::counter.eq(i64::from(signed.counter)),
        passkeys::answered.eq(&signed.answered),
        passkeys::used_at.eq(Some(tx.now)),
    );
    // Nobody came in between: deeds are written one after another.
    let same = passkeys::table.filter(passkeys::id.eq(signed.key).and(passkeys::answered.eq(answered)));
    Ok(if diesel::update(same).set(to).execute(tx.conn)? > 0 { Taken::Yes } else { Taken::No })
}

/// Removes one of an account's keys; false when it has none such.
pub(super) fn remove(tx: &mut Tx<'_>, account: AccountId, key: PasskeyId) -> Result<bool> {
    let row = passkeys::table.filter(passkeys::id.eq(key).and(passkeys::account_id.eq(account)));
    Ok(diesel::delete(row).execute(tx.conn)? > 0)
}

/// Removes them all.
pub(in crate::accounts::second) fn forget_all(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    diesel::delete(passkeys::table.filter(passkeys::account_id.eq(account))).execute(tx.conn)?;
    Ok(())
}
