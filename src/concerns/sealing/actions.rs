//! Sealing a concern's words.

use super::readers::{Readers, Where, with_owner};
use super::{Part, store, texts};
use crate::accounts::keyring;
use crate::areas::Reference;
use crate::base::{AccountId, ConcernId, SealedId};
use crate::concerns::{store as concerns, texts as searched};
use crate::db::Tx;
use crate::error::Result;
use crate::seal::{self, Lock, Secret, Veil, Veiled};

/// A key pair drawn for a part of a concern, and to whom its private half goes.
pub(crate) struct Fresh {
    part: Part,
    secret: Secret,
    veil: Veil,
    locks: Vec<Lock>,
}

/// Draws a pair for a part that stands here, and for whoever filed it with their account; nothing where its words need none, or where
/// no reader could open them yet.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn begin(tx: &mut Tx<'_>, r: &Reference, at: Where, owner: Option<AccountId>) -> Result<Option<Fresh>> {
    let locks = Readers::by(r).of(tx.conn, at, owner)?;
    Ok(Fresh::draw(tx, at.part, locks))
}

impl Fresh {
    fn draw(tx: &Tx<'_>, part: Part, locks: Vec<Lock>) -> Option<Fresh> {
        if locks.is_empty() {
            return None;
        }
        let secret = Secret::draw(tx.entropy);
        let veil = Veil::of(secret.public());
        Some(Fresh { part, secret, veil, locks })
    }

    /// Seals a text with it.
    ///
    /// # Errors
    /// When sealing fails.
    pub(crate) fn close(&self, tx: &Tx<'_>, text: &str) -> Result<Veiled> {
        self.veil.close(text, tx.entropy)
    }

    /// Keeps the pair for a concern that is stored, and gives it to the readers and to whoever holds its code.
    ///
    /// # Errors
    /// When sealing or the database refuses.
    pub(crate) fn keep(&self, tx: &mut Tx<'_>, concern: ConcernId) -> Result<()> {
        let sealed = keyring::store_seal(tx, &seal::seal_key(&self.secret, &self.locks, tx.entropy)?)?;
        store::insert(tx, (concern, self.part), &self.veil, sealed)?;
        let codes = store::waiting_codes(tx.conn, &[sealed])?.remove(&sealed).unwrap_or_default();
        give_codes(tx, sealed, &self.secret, codes)
    }

    /// Seals what was said already, and keeps the pair.
    fn seal(&self, tx: &mut Tx<'_>, concern: ConcernId) -> Result<()> {
        texts::seal(tx, (concern, self.part), &self.veil)?;
        self.keep(tx, concern)?;
        if self.part == Part::File {
            searched::forget(tx, concern)?;
        }
        Ok(())
    }
}

/// Gives what opens a part to those who hold its concern's codes.
pub(super) fn give_codes(tx: &mut Tx<'_>, sealed: SealedId, secret: &Secret, codes: Vec<store::Waiting>) -> Result<()> {
    for (hash, public) in codes {
        store::give_code(tx, &hash, sealed, &secret.closed_for(&public, tx.entropy)?)?;
    }
    Ok(())
}

/// A text as it is stored with a part of a concern: sealed with the rest of it, or as it was written.
///
/// # Errors
/// When sealing or the database refuses.
pub(crate) fn close(tx: &mut Tx<'_>, concern: ConcernId, part: Part, text: &str) -> Result<Veiled> {
    match store::veil(tx.conn, concern, part)? {
        Some(veil) => veil.close(text, tx.entropy),
        None => Ok(Veiled::plain(text)),
    }
}

/// What is told of a threat, as it is stored: sealed, with all that was told before, once an overseer has a key.
///
/// # Errors
/// When sealing or the database refuses.
pub(crate) fn close_threat(tx: &mut Tx<'_>, id: ConcernId, text: &str) -> Result<Veiled> {
    if store::sealed_of(tx.conn, id, Part::Threats)?.is_none() {
        let (locks, owner) = (keyring::locks(tx.conn)?, concerns::account_of(tx.conn, id)?);
        let locks = with_owner(tx.conn, locks, owner)?;
        if let Some(fresh) = Fresh::draw(tx, Part::Threats, locks) {
            fresh.seal(tx, id)?;
        }
    }
    close(tx, id, Part::Threats, text)
}

/// Seals a part that lies open and should not; says whether it did. Nothing is sealed that no reader could open.
///
/// # Errors
/// When sealing or the database refuses.
pub(crate) fn seal_whole(tx: &mut Tx<'_>, r: &Reference, id: ConcernId, part: Part) -> Result<bool> {
    if store::sealed_of(tx.conn, id, part)?.is_some() {
        return Ok(false);
    }
    let stands = store::stands(tx.conn, id)?;
    let at = Where::of(tx.conn, r, part, &stands)?;
    let Some(fresh) = begin(tx, r, at, stands.owner)? else { return Ok(false) };
    fresh.seal(tx, id)?;
    Ok(true)
}
