//! Sealing: what only its readers can open, and not whoever holds the disk. A body is encrypted under a key of its own; that key
//! is put into one envelope for each reader, by public-key encryption (libsodium's sealed box). A reader's private key is stored
//! only wrapped under a key made from their password, and held opened in memory, in the [`Vault`], while they are here.
//!
//! What never lives here: SQL, HTTP, and who may read what.

mod chance;
mod file;
mod keys;
mod papers;
pub mod shape;
mod vault;
mod veil;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
pub use file::{Face, FileKey};
pub use keys::{Secret, Wrapped};
pub use papers::{Paper, join, split};
pub use vault::{Change, FromPassword, Made, Opened, OpenedCode, Vault};
pub use veil::{SEALED_LIKE, Veil, Veiled, open_key, seal_key};
use zeroize::Zeroizing;

use crate::base::{Entropy, KeyringId, RescueKeyId, named};
use crate::error::{Error, Result};

named! {
    /// What a seal holds. The word is bound into it: one kind never opens as another.
    pub enum Kind {
        /// Who filed a concern, and where exactly.
        Identity = "identity",
        /// What stood where a moderator blacked out a part.
        Original = "original",
        /// The private key that opens the words of one concern.
        Words = "words",
    }
}

/// Whose key pair it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holder {
    /// A reader's, opened by their password.
    Reader(KeyringId),
    /// Nobody's, until two of three papers are put together.
    Papers(RescueKeyId),
}

/// Whom a thing is sealed to.
#[derive(Debug, Clone)]
pub struct Lock {
    /// Whose key pair it is.
    pub holder: Holder,
    /// Its public half.
    pub public: Vec<u8>,
}

/// A sealed thing, not yet stored.
#[derive(Clone)]
pub struct Seal {
    /// What it holds.
    pub kind: Kind,
    /// The body, encrypted.
    pub body: Vec<u8>,
    /// The body's key for each of them.
    pub envelopes: Vec<(Holder, Vec<u8>)>,
}

/// Seals a text to readers. Its length is rounded up, so that it tells little.
///
/// # Errors
/// [`Error::Internal`] when a public key is none or encryption fails.
pub fn seal(kind: Kind, plain: &str, locks: &[Lock], entropy: &Entropy) -> Result<Seal> {
    let key = Zeroizing::new(entropy.bytes::<32>());
    let padded = padded(plain);
    let body = cipher(&key)
        // One key a body: the nonce may be constant.
        .encrypt(&Nonce::default(), Payload { msg: padded.as_bytes(), aad: aad(kind).as_bytes() })
        .map_err(|_| Error::internal("sealing failed"))?;
    let envelopes = locks
        .iter()
        .map(|lock| Ok((lock.holder, keys::close(&lock.public, key.as_slice(), entropy)?)))
        .collect::<Result<_>>()?;
    Ok(Seal { kind, body, envelopes })
}

/// Lengths are multiples of this many characters.
const ROUND: usize = 128;

/// A text, lengthened by spaces. By hand, since a width given to `format!` ends at 65,535 and a photo is longer.
fn padded(plain: &str) -> Zeroizing<String> {
    let length = plain.chars().count();
    // Nothing is as long as a little.
    let more = length.max(1).next_multiple_of(ROUND) - length;
    let mut padded = Zeroizing::new(String::with_capacity(plain.len() + more));
    padded.push_str(plain);
    padded.extend(std::iter::repeat_n(' ', more));
    padded
}

/// Opens a body with one of its envelopes.
///
/// # Errors
/// [`Error::Internal`] when the envelope is another's or the body was changed.
pub fn open(kind: Kind, body: &[u8], envelope: &[u8], secret: &Secret) -> Result<Zeroizing<String>> {
    let key = body_key(envelope, secret)?;
    let plain = cipher(&key)
        .decrypt(&Nonce::default(), Payload { msg: body, aad: aad(kind).as_bytes() })
        .map_err(|_| Error::internal("a sealed body did not open"))?;
    let plain = Zeroizing::new(plain);
    let text = std::str::from_utf8(&plain).map_err(Error::internal)?;
    Ok(Zeroizing::new(text.trim_end().to_owned()))
}

/// Puts an envelope's key into an envelope for another reader. The body is not touched, and not opened.
///
/// # Errors
/// As [`open`].
pub fn again(envelope: &[u8], secret: &Secret, to: &Lock, entropy: &Entropy) -> Result<Vec<u8>> {
    keys::close(&to.public, body_key(envelope, secret)?.as_slice(), entropy)
}

fn body_key(envelope: &[u8], secret: &Secret) -> Result<Zeroizing<[u8; 32]>> {
    let plain = secret.open(envelope)?;
    let key: [u8; 32] = plain.as_slice().try_into().map_err(|_| Error::internal("an envelope without a key"))?;
    Ok(Zeroizing::new(key))
}

fn cipher(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(key.into())
}

fn aad(kind: Kind) -> String {
    format!("sigida sealed {kind}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn reader(n: i64) -> (Secret, Lock) {
        let secret = Secret::draw(&Entropy::system());
        let lock = Lock { holder: Holder::Reader(Id::new(n)), public: secret.public() };
        (secret, lock)
    }

    #[test]
    fn each_reader_opens_and_nobody_else() {
        let ((one, to_one), (two, to_two), (other, to_other)) = (reader(1), reader(2), reader(3));
        let sealed = seal(Kind::Identity, "Awa, 76 00 00 01", &[to_one, to_two], &Entropy::system()).unwrap();
        for (secret, (_, envelope)) in [&one, &two].into_iter().zip(&sealed.envelopes) {
            assert_eq!(*open(Kind::Identity, &sealed.body, envelope, secret).unwrap(), "Awa, 76 00 00 01");
            assert!(open(Kind::Identity, &sealed.body, envelope, &other).is_err());
        }
        let granted = again(&sealed.envelopes[0].1, &one, &to_other, &Entropy::system()).unwrap();
        assert_eq!(*open(Kind::Identity, &sealed.body, &granted, &other).unwrap(), "Awa, 76 00 00 01");
    }

    #[test]
    fn a_changed_body_does_not_open_and_lengths_tell_little() {
        let (one, to_one) = reader(1);
        let mut short = seal(Kind::Identity, "Awa", std::slice::from_ref(&to_one), &Entropy::system()).unwrap();
        let long = seal(Kind::Identity, "Aminata Diarra, 76 00 00 01", &[to_one], &Entropy::system()).unwrap();
        assert_eq!(short.body.len(), long.body.len());
        short.body[3] ^= 1;
        assert!(open(Kind::Identity, &short.body, &short.envelopes[0].1, &one).is_err());
    }

    #[test]
    fn what_is_as_long_as_a_photo_is_sealed_and_opened_too() {
        let (one, to_one) = reader(1);
        let photo = "é".repeat(70_000);
        let sealed = seal(Kind::Original, &photo, &[to_one], &Entropy::system()).unwrap();
        assert_eq!(*open(Kind::Original, &sealed.body, &sealed.envelopes[0].1, &one).unwrap(), photo);
    }
}
