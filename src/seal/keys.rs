//! Private keys: drawn, wrapped under a password, unwrapped by it. Wrapping is slow on purpose: run it on `site.slow`.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use crypto_box::{PublicKey, SecretKey};
use zeroize::Zeroizing;

use super::chance::Chance;
use crate::base::Entropy;
use crate::error::{Error, Result};

/// A private key, opened. Its memory is wiped when it goes.
#[derive(Clone)]
pub struct Secret(SecretKey);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A private key as it is stored: opened by a password only.
#[derive(Debug, Clone)]
pub struct Wrapped {
    /// The password's salt, drawn for this wrapping alone.
    pub salt: Vec<u8>,
    /// The private key, encrypted and bound to its public half.
    pub wrapped: Vec<u8>,
}

impl Secret {
    /// A fresh key.
    pub fn draw(entropy: &Entropy) -> Secret {
        Secret(SecretKey::from_bytes(*Zeroizing::new(entropy.bytes::<32>())))
    }

    /// From its bytes; `None` when they are no key's.
    pub fn of(bytes: &[u8]) -> Option<Secret> {
        let bytes: Zeroizing<[u8; 32]> = Zeroizing::new(bytes.try_into().ok()?);
        Some(Secret(SecretKey::from_bytes(*bytes)))
    }

    pub(super) fn bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// The public half.
    pub fn public(&self) -> Vec<u8> {
        self.0.public_key().as_bytes().to_vec()
    }

    /// Wraps it under a password.
    ///
    /// # Errors
    /// [`Error::Internal`] when the algorithm refuses.
    pub fn wrap(&self, password: &str, entropy: &Entropy) -> Result<Wrapped> {
        let salt = entropy.bytes::<16>().to_vec();
        let (plain, public) = (self.bytes(), self.public());
        let wrapped = under(password, &salt)?
            // The salt is fresh, so the key is: the nonce may be constant.
            .encrypt(&Nonce::default(), Payload { msg: plain.as_slice(), aad: &public })
            .map_err(|_| Error::internal("wrapping a key failed"))?;
        Ok(Wrapped { salt, wrapped })
    }

    /// Unwraps a key; `None` when the password is not the one it was wrapped under.
    ///
    /// # Errors
    /// [`Error::Internal`] when the algorithm refuses.
    pub fn unwrap(stored: &Wrapped, public: &[u8], password: &str) -> Result<Option<Secret>> {
        let payload = Payload { msg: &stored.wrapped, aad: public };
        let Ok(plain) = under(password, &stored.salt)?.decrypt(&Nonce::default(), payload) else { return Ok(None) };
        let plain = Zeroizing::new(plain);
        Secret::of(&plain).map(Some).ok_or_else(|| Error::internal("a wrapped key of a wrong size"))
    }

    pub(super) fn open(&self, envelope: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        self.0.unseal(envelope).map(Zeroizing::new).map_err(|_| Error::internal("an envelope did not open"))
    }
}

/// Puts bytes into an envelope that only the holder of the public key's other half opens.
pub(super) fn close(public: &[u8], plain: &[u8], entropy: &Entropy) -> Result<Vec<u8>> {
    let public = PublicKey::from_slice(public).map_err(|_| Error::internal("a public key of a wrong size"))?;
    public.seal(&mut Chance(entropy), plain).map_err(|_| Error::internal("closing an envelope failed"))
}

/// A cipher under a password: Argon2id at the cost of signing in.
fn under(password: &str, salt: &[u8]) -> Result<ChaCha20Poly1305> {
    let params = Params::new(19_456, 2, 1, Some(32)).map_err(Error::internal)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, key.as_mut_slice())
        .map_err(Error::internal)?;
    Ok(ChaCha20Poly1305::new((&*key).into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_unwrapped_by_its_password_and_for_its_public_half_only() {
        let entropy = Entropy::system();
        let (secret, other) = (Secret::draw(&entropy), Secret::draw(&entropy));
        let stored = secret.wrap("trois mangues", &entropy).unwrap();
        let open = |public: &[u8], password| Secret::unwrap(&stored, public, password).unwrap();
        assert_eq!(open(&secret.public(), "trois mangues").map(|s| s.public()), Some(secret.public()));
        assert!(open(&secret.public(), "deux mangues").is_none());
        assert!(open(&other.public(), "trois mangues").is_none());
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }
}
