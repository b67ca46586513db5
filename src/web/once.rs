//! Once-tokens: the same form sent twice, or ten times at once, does one thing, and every sender sees the same result.
//!
//! The database keeps the hash of token and address and what was answered, sealed under both, for a day. So a result as secret
//! as a tracking code can be shown again to whoever holds the form, and to nobody who holds the database.
//!
//! The result belongs to the token *at the address the form was sent to*: a token moved by hand to another form neither hands
//! out what the first one answered nor passes the second one's deed over in silence. (The token itself names no address: a
//! reader who holds one proves who they are, and what they may do the policy decides.)

use std::sync::Arc;

use data_encoding::BASE64URL_NOPAD;
use diesel::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::site::Site;
use crate::base::{DAY, Time};
use crate::db::Tx;
use crate::db::schema::once;
use crate::error::{Error, Refusal, Result};
use crate::keys::{Keys, digest};

/// How long an answer is kept, and a form stays good.
pub(super) const LIFE: i64 = DAY;

/// A form's token: proof that the form is ours and was made for this reader, and the name of its one result.
#[derive(Clone)]
pub struct Once {
    token: Arc<[u8]>,
    site: Arc<Site>,
}

/// What a token turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// Ours, for this reader, fresh.
    Good,
    /// Ours, but for another reader or too old.
    Stale,
    /// Not ours.
    Bad,
}

/// Makes a token for a reader: chance, the minute, and our mark over both and the reader's session.
pub(super) fn mint(site: &Site, binding: &str, now: Time) -> String {
    let nonce: [u8; 16] = site.entropy.bytes();
    let minute = ((now.seconds() / 60) as u32).to_be_bytes();
    let mark = site.keys.sign(&[&nonce, &minute, binding.as_bytes()]);
    BASE64URL_NOPAD.encode(&[&nonce[..], &minute, &mark].concat())
}

/// Reads a token that came back.
pub(super) fn prove(keys: &Keys, token: &str, binding: &str, now: Time) -> Proof {
    let Ok(bytes) = BASE64URL_NOPAD.decode(token.as_bytes()) else { return Proof::Bad };
    if bytes.len() != 36 {
        return Proof::Bad;
    }
    let (said, mark) = bytes.split_at(20);
    let (nonce, minute) = said.split_at(16);
    let minute: [u8; 4] = std::array::from_fn(|i| minute[i]);
    let age = now.seconds() - i64::from(u32::from_be_bytes(minute)) * 60;
    let fits = |binding: &str| {
        subtle::ConstantTimeEq::ct_eq(keys.sign(&[nonce, &minute, binding.as_bytes()]).as_slice(), mark).into()
    };
    // A clock set back makes a fresh form look young; only age beyond its life spoils it.
    match (fits(binding), age < LIFE) {
        (true, true) => Proof::Good,
        (true, false) => Proof::Stale,
        (false, _) if binding.is_empty() || !fits("") => Proof::Bad,
        // Opened as a visitor, sent after signing in.
        (false, _) => Proof::Stale,
    }
}

impl Once {
    /// The right of a token at an address, which is the same in both languages.
    pub(super) fn new(token: &str, address: &str, site: &Arc<Site>) -> Once {
        Once { token: format!("{token} {address}").into_bytes().into(), site: Arc::clone(site) }
    }

    /// The right to one part of what the form does: each part is done once, whatever becomes of the others.
    pub(super) fn part(&self, name: &str) -> Once {
        let token = [&self.token[..], b" ", name.as_bytes()].concat();
        Once { token: token.into(), site: Arc::clone(&self.site) }
    }

    /// True when this form did it before.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(super) fn was_done(&self, conn: &mut crate::db::Conn) -> Result<bool> {
        let there: i64 = once::table.find(self.name()).count().get_result(conn)?;
        Ok(there > 0)
    }

    /// Under what it is kept.
    fn name(&self) -> String {
        digest(&[b"once", &self.token])
    }

    /// Does `f` unless this form did it before; then returns what it returned.
    ///
    /// # Errors
    /// What `f` returns; a deed that failed is not remembered and may be tried again.
    pub fn run<T, F>(&self, tx: &mut Tx<'_>, f: F) -> Result<T>
    where
        T: Serialize + DeserializeOwned,
        F: FnOnce(&mut Tx<'_>) -> Result<T>,
    {
        let name = self.name();
        let before: Option<Vec<u8>> = once::table.find(&name).select(once::answer).get_result(tx.conn).optional()?;
        if let Some(sealed) = before {
            tx.nothing_new();
            let plain = self.site.keys.unseal(&self.token, &sealed)?;
            // Two forms share this address, and the token was moved by hand from one to the other.
            return serde_json::from_slice(&plain).map_err(|_| Error::Refused(Refusal::StaleForm));
        }
        let answer = f(tx)?;
        let plain = serde_json::to_vec(&answer).map_err(Error::internal)?;
        let sealed = self.site.keys.seal(&self.token, &plain)?;
        diesel::insert_into(once::table)
            .values((once::token.eq(name), once::answer.eq(sealed), once::expires_at.eq(tx.now.plus(LIFE))))
            .execute(tx.conn)?;
        Ok(answer)
    }
}

/// How many answers' day is over.
pub(super) fn old(conn: &mut crate::db::Conn, now: Time) -> Result<i64> {
    Ok(once::table.filter(once::expires_at.lt(now)).count().get_result(conn)?)
}

/// Forgets the answers whose day is over.
///
/// # Errors
/// As every write.
pub(crate) fn forget_old(tx: &mut Tx<'_>) -> Result<usize> {
    Ok(diesel::delete(once::table.filter(once::expires_at.lt(tx.now))).execute(tx.conn)?)
}
