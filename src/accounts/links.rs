//! One-time links to a new password: made by an administrator, used by the account's owner. Only the hash of what
//! stands in one is kept. While a link is open, and until whoever used it has come in by all their steps, its maker
//! takes nothing else off the account (`admin::accounts::resets`): who did both could come in as somebody else.

use diesel::prelude::*;

use super::store;
use crate::base::{AccountId, Actor, DAY, Entropy, Time};
use crate::db::schema::{accounts, reset_links as links};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::keys::digest;
use crate::ledger;
use crate::web::end_all_sessions;

/// How long a link is good.
const LIFE: i64 = DAY;

/// Letters of a link: none that is taken for another one when it is told on the telephone.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// How many it has: they hold 260 bits.
const LENGTH: usize = 52;

/// Letters in groups of four, as they stand in the address and are told on the telephone.
fn grouped(letters: &str) -> String {
    let groups: Vec<&str> =
        (0..letters.len()).step_by(4).filter_map(|at| letters.get(at..(at + 4).min(letters.len()))).collect();
    groups.join("-")
}

/// What was typed or stood in an address, without capitals, spaces and dashes. Anything else than letters of a link is
/// left out.
fn bare(typed: &str) -> String {
    let plain = typed.chars().take(4 * LENGTH).map(|c| c.to_ascii_lowercase());
    plain.filter(char::is_ascii_alphanumeric).collect()
}

/// The letters somebody typed, as they stand in the address.
pub(super) fn written(typed: &str) -> String {
    grouped(&bare(typed))
}

fn draw(entropy: &Entropy) -> String {
    let letters: String = entropy.bytes::<LENGTH>().iter().map(|b| char::from(LETTERS[usize::from(b % 32)])).collect();
    grouped(&letters)
}

/// The stored form. What is drawn with so many bits needs no slow hash.
fn hash_of(link: &str) -> String {
    digest(&[b"reset link", bare(link).as_bytes()])
}

/// Whose password a link changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Open {
    /// The account.
    account: AccountId,
    /// What its owner types to sign in.
    pub(super) login: String,
}

/// The account of a link that is good; nothing when it is none, too old, used, or its account disabled.
pub(super) fn find(conn: &mut Conn, link: &str, now: Time) -> Result<Option<Open>> {
    let row: Option<(AccountId, String)> = links::table
        .inner_join(accounts::table)
        .filter(links::hash.eq(hash_of(link)).and(links::used_at.is_null()).and(links::expires_at.gt(now)))
        .filter(accounts::disabled_at.is_null())
        .select((accounts::id, accounts::login))
        .first(conn)
        .optional()?;
    Ok(row.map(|(account, login)| Open { account, login }))
}

/// Makes a link in the place of the one before. Gives it for the page that shows it once, and whether the account's
/// sessions ended: where a link was used and its owner has not been back since, nobody knows who chose the password, so
/// it opens nothing any more.
///
/// # Errors
/// When the database refuses.
pub(crate) fn make(tx: &mut Tx<'_>, id: AccountId) -> Result<(String, bool)> {
    let used = links::table.find(id).filter(links::used_at.is_not_null());
    let doubtful: bool = diesel::select(diesel::dsl::exists(used)).get_result(tx.conn)?;
    if doubtful {
        store::shut_password(tx, id)?;
        end_all_sessions(tx, id)?;
    }
    forget(tx, id)?;
    let link = draw(tx.entropy);
    diesel::insert_into(links::table)
        .values((
            links::account_id.eq(id),
            links::hash.eq(hash_of(&link)),
            links::made_at.eq(tx.now),
            links::expires_at.eq(tx.now.plus(LIFE)),
            links::used_at.eq(None::<Time>),
        ))
        .execute(tx.conn)?;
    Ok((link, doubtful))
}

/// The owner chooses a password by a link, which ends every session. The key pair, which the old password opened, is
/// retired.
///
/// # Errors
/// [`Error::NotFound`] when the link is not good any more.
pub(super) fn choose(tx: &mut Tx<'_>, link: &str, hash: &str) -> Result<AccountId> {
    let id = find(tx.conn, link, tx.now)?.ok_or(Error::NotFound)?.account;
    store::choose_password(tx, id, hash)?;
    diesel::update(links::table.find(id)).set(links::used_at.eq(Some(tx.now))).execute(tx.conn)?;
    end_all_sessions(tx, id)?;
    ledger::record(tx, &Actor::Visitor, "account.password-chosen", format!("account {id}"), "link")?;
    Ok(id)
}

/// True while a link is open, or was used and nobody has come in by all the account's steps since.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn stands_open(conn: &mut Conn, id: AccountId, now: Time) -> Result<bool> {
    let open = links::table.find(id).filter(links::used_at.is_not_null().or(links::expires_at.gt(now)));
    Ok(diesel::select(diesel::dsl::exists(open)).get_result(conn)?)
}

/// Somebody came in by all the account's steps: a used link tells nothing any more.
pub(super) fn owner_is_back(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    diesel::delete(links::table.find(id).filter(links::used_at.is_not_null())).execute(tx.conn)?;
    Ok(())
}

/// Forgets an account's link, used or not: its password was changed otherwise.
///
/// # Errors
/// When the database refuses.
pub(crate) fn forget(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    diesel::delete(links::table.find(id)).execute(tx.conn)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_the_same_however_it_is_typed_and_no_other() {
        let entropy = Entropy::seeded(5);
        let (link, other) = (draw(&entropy), draw(&entropy));
        assert_eq!((link.len(), link.split('-').count()), (64, 13), "{link}");
        assert_ne!(hash_of(&link), hash_of(&other));
        let typed = format!(" {} ", link.to_uppercase().replace('-', " "));
        assert_eq!((written(&typed), hash_of(&typed)), (link.clone(), hash_of(&link)));
        assert!(!hash_of(&link).contains(&bare(&link)));
    }
}
