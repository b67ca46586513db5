//! The key pair of whoever holds a code: made from its digits and a salt, so that nothing but the code opens what is sealed to it.

use std::sync::Arc;

use super::store;
use crate::base::{Entropy, TrackingCode};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::keys::Keys;
use crate::seal::{OpenedCode, Secret};
use crate::web::Cx;

/// A code as it is stored: its slow hash, and its pair's public half with the salt it was made by.
#[derive(Clone)]
pub(crate) struct StoredCode {
    /// The slow hash, by which the code is found.
    pub(crate) hash: String,
    pub(super) salt: Vec<u8>,
    pub(super) public: Vec<u8>,
}

impl StoredCode {
    /// Of a code. Slow on purpose: run it on `site.slow`.
    ///
    /// # Errors
    /// When the algorithm refuses.
    pub(crate) fn of(keys: &Keys, code: &TrackingCode, entropy: &Entropy) -> Result<StoredCode> {
        let salt = entropy.bytes::<16>().to_vec();
        let public = pair(keys, code, &salt)?.public();
        Ok(StoredCode { hash: keys.hash_code(code)?, salt, public })
    }
}

fn pair(keys: &Keys, code: &TrackingCode, salt: &[u8]) -> Result<Secret> {
    Secret::of(keys.stretch_code(code, salt)?.as_slice()).ok_or_else(|| Error::internal("a code made no key"))
}

/// Keeps a code's pair: of a new code in the deed that files with it, of a slip in the one that prints it.
///
/// # Errors
/// When the database refuses.
pub(crate) fn keep(tx: &mut Tx<'_>, code: &StoredCode) -> Result<()> {
    store::insert_pair(tx, code)
}

/// Takes a used slip's pair from where it was put with the others of its sheet, and puts it with those of concerns: the order of
/// rows must not tell which slip a concern was filed with.
///
/// # Errors
/// When the database refuses.
pub(crate) fn move_code(tx: &mut Tx<'_>, code_hash: &str) -> Result<()> {
    match store::take_pair(tx, code_hash)? {
        Some(code) => store::insert_pair(tx, &code),
        None => Ok(()),
    }
}

/// The pair of a code that was just typed. One that has none yet, because it was drawn before there were any, gets one; what is sealed
/// already it opens once a reader of that was here.
///
/// # Errors
/// When the database or the algorithm refuses.
pub(crate) async fn opened_by(cx: &Cx, code: &TrackingCode, hash: &str) -> Result<OpenedCode> {
    let (site, code, known) = (Arc::clone(&cx.site), code.clone(), hash.to_owned());
    let salt = cx.read(move |conn| store::salt_of(conn, &known)).await?;
    let hash = hash.to_owned();
    if let Some(salt) = salt {
        let secret = cx.site.slow.run(move || pair(&site.keys, &code, &salt)).await?;
        return Ok(OpenedCode { hash, secret });
    }
    let (made, secret) = cx
        .site
        .slow
        .run(move || {
            let made = StoredCode::of(&site.keys, &code, &site.entropy)?;
            let secret = pair(&site.keys, &code, &made.salt)?;
            Ok((made, secret))
        })
        .await?;
    cx.note(move |tx| store::insert_pair(tx, &made)).await?;
    Ok(OpenedCode { hash, secret })
}
