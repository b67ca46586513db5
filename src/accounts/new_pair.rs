//! A new key pair in the place of one whose password somebody else may have known. It is given all that the old one
//! opens, in one deed; then the old one has no envelope left. Sealing again is done before the deed, away from the one
//! writer.

use std::collections::HashMap;

use diesel::prelude::*;

use super::keyring::{self, Ring};
use super::store;
use crate::base::{Actor, Entropy, KeyringId, RescueKeyId, SealedId, Time};
use crate::db::schema::{envelopes, rescue_papers as papers};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::seal::{self, Change, Holder, Lock, Opened, Paper};

/// An envelope: what it opens, itself, until when it is good.
pub(super) type Held = (SealedId, Vec<u8>, Option<Time>);

/// All envelopes of a pair.
pub(super) fn held(conn: &mut Conn, keyring: KeyringId) -> Result<Vec<Held>> {
    Ok(envelopes::table
        .filter(envelopes::keyring_id.eq(keyring))
        .order(envelopes::sealed_id)
        .select((envelopes::sealed_id, envelopes::envelope, envelopes::until))
        .load(conn)?)
}

/// A pair that is not stored yet, with envelopes for it of all that the old one opens.
pub(super) struct NewPair {
    old: Opened,
    change: Change,
    given: HashMap<SealedId, Vec<u8>>,
}

impl NewPair {
    /// Opens the old pair by its password and seals again what it has; nothing when the password does not open it. Slow
    /// on purpose.
    pub(super) fn make(ring: &Ring, held: &[Held], password: &str, entropy: &Entropy) -> Result<Option<NewPair>> {
        let Some((old, change)) = ring.renew(password, entropy)? else { return Ok(None) };
        let mut new = NewPair { old, change, given: HashMap::with_capacity(held.len()) };
        let lock = new.lock();
        for (sealed, envelope, _) in held {
            new.given.insert(*sealed, seal::again(envelope, &new.old.secret, &lock, entropy)?);
        }
        Ok(Some(new))
    }

    /// How things are sealed for it. An envelope names nobody, so that the new pair's id need not be known yet.
    fn lock(&self) -> Lock {
        Lock { holder: Holder::Reader(self.old.keyring), public: self.change.secret.public() }
    }
}

/// Stores the new pair with all its envelopes, and leaves the old one none.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when the password or the pair changed meanwhile.
pub(super) fn renew(tx: &mut Tx<'_>, actor: &Actor, hash: &str, new: &NewPair) -> Result<()> {
    let id = actor.account().ok_or(Error::SignIn)?;
    let (old, lock) = (new.old.keyring, new.lock());
    if !store::still_fits(tx.conn, id, hash)? {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let theirs = held(tx.conn, old)?;
    let keyring = keyring::apply(tx, id, &new.change)?;
    for (sealed, envelope, until) in &theirs {
        // What came to the old pair after its envelopes were read is sealed again here.
        let again = match new.given.get(sealed) {
            Some(again) => again.clone(),
            None => seal::again(envelope, &new.old.secret, &lock, tx.entropy)?,
        };
        diesel::insert_into(envelopes::table)
            .values((
                envelopes::sealed_id.eq(*sealed),
                envelopes::keyring_id.eq(keyring),
                envelopes::envelope.eq(again),
                envelopes::until.eq(*until),
            ))
            .execute(tx.conn)?;
    }
    diesel::delete(envelopes::table.filter(envelopes::keyring_id.eq(old))).execute(tx.conn)?;
    give_papers(tx, new, keyring)?;
    ledger::record(tx, actor, "key.renew", format!("account {id}"), &format!("envelopes: {}", theirs.len()))
}

/// A share of the rescue key that its custodian has not written down yet waits for the new pair.
fn give_papers(tx: &mut Tx<'_>, new: &NewPair, keyring: KeyringId) -> Result<()> {
    let shares: Vec<(RescueKeyId, i64, Option<Vec<u8>>)> = papers::table
        .filter(papers::keyring_id.eq(new.old.keyring))
        .select((papers::rescue_id, papers::paper, papers::share))
        .load(tx.conn)?;
    for (rescue, paper, share) in shares {
        let again = match share {
            Some(share) => Some(Paper::opened(&share, &new.old)?.closed(&new.lock(), tx.entropy)?),
            None => None,
        };
        diesel::update(papers::table.find((rescue, paper)))
            .set((papers::keyring_id.eq(keyring), papers::share.eq(again)))
            .execute(tx.conn)?;
    }
    Ok(())
}
