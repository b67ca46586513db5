//! The instance's secret and the keys made from it. The secret lives beside the database, never inside it, and never in a log.

mod proof;

use std::fs;
use std::io::Write;
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use data_encoding::{BASE64, HEXLOWER};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::base::{Entropy, TrackingCode};
use crate::error::{Error, Result};

/// Keys derived from the instance's secret, one a purpose.
#[derive(Clone)]
pub struct Keys {
    tokens: [u8; 32],
    codes: [u8; 32],
    once: [u8; 32],
    proofs: [u8; 32],
    kept: [u8; 32],
    /// Signs the session cookie.
    pub(crate) cookie: [u8; 64],
    fingerprint: String,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

fn derive(secret: &[u8], purpose: &str) -> [u8; 32] {
    mac(secret, &[b"sigida key ", purpose.as_bytes()])
}

#[allow(clippy::expect_used)]
fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// SHA-256 of some parts, as hexadecimal.
pub fn digest(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    HEXLOWER.encode(&hash.finalize())
}

/// SHA-256 as base64, as a Content-Security-Policy names a script.
pub fn digest_base64(bytes: &[u8]) -> String {
    BASE64.encode(&Sha256::digest(bytes))
}

impl Keys {
    /// Keys of a secret.
    pub fn from_secret(secret: &[u8]) -> Keys {
        let mut cookie = [0; 64];
        cookie[..32].copy_from_slice(&derive(secret, "cookie 1"));
        cookie[32..].copy_from_slice(&derive(secret, "cookie 2"));
        Keys {
            tokens: derive(secret, "form tokens"),
            codes: derive(secret, "tracking codes"),
            once: derive(secret, "once answers"),
            proofs: derive(secret, "proofs of filing"),
            kept: derive(secret, "kept by the instance"),
            cookie,
            fingerprint: HEXLOWER.encode(&derive(secret, "fingerprint")[..8]),
        }
    }

    /// Reads the secret's file, or makes it (readable by its owner only) when there is none.
    ///
    /// # Errors
    /// When the file cannot be read or made, or holds something else.
    pub fn load(path: &Path, entropy: &Entropy) -> std::result::Result<Keys, String> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let text = HEXLOWER.encode(&entropy.bytes::<32>());
                let aside = path.with_extension(HEXLOWER.encode(&entropy.bytes::<8>()));
                make(path, &aside, &text).map_err(|e| format!("cannot make {}: {e}", path.display()))?
            }
            Err(e) => return Err(format!("cannot read {}: {e}", path.display())),
        };
        let secret = HEXLOWER.decode(text.trim().as_bytes()).unwrap_or_default();
        if secret.len() < 32 {
            return Err(format!("{} must hold at least 64 hexadecimal digits", path.display()));
        }
        Ok(Keys::from_secret(&secret))
    }

    /// A few characters that tell two secrets apart without telling either.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The mark that proves a form token is ours: sixteen bytes over its parts.
    pub fn sign(&self, parts: &[&[u8]]) -> [u8; 16] {
        let full = mac(&self.tokens, parts);
        std::array::from_fn(|i| full[i])
    }

    /// The stored form of a tracking code: Argon2id under a key of the instance's secret (R10), so that a copy of the database
    /// without the secret tries nothing.
    ///
    /// The salt is the instance's, because a code must find its row. The cost is far under a password's on purpose: a code
    /// holds 50 bits of chance, where a password holds a person's habits, and trying them all at this cost is still
    /// thousands of years of a processor; a password's cost would let sixty requests a second fill both cores.
    ///
    /// # Errors
    /// [`Error::Internal`] if the algorithm refuses its parameters.
    pub fn hash_code(&self, code: &TrackingCode) -> Result<String> {
        let params = Params::new(256, 1, 1, Some(32)).map_err(Error::internal)?;
        let slow = Argon2::new_with_secret(&self.codes, Algorithm::Argon2id, Version::V0x13, params)
            .map_err(Error::internal)?;
        let mut out = [0; 32];
        slow.hash_password_into(code.digits().as_bytes(), &self.codes[..16], &mut out).map_err(Error::internal)?;
        Ok(HEXLOWER.encode(&out))
    }

    /// Thirty-two bytes of a tracking code and a salt, from which its holder's key pair is made: Argon2id under a key of the
    /// instance's secret. The salt is drawn for this code alone and the cost is sixteen times that of finding it, so that whoever
    /// has the disk and the settings tries one code at a time, for some hundred thousand years of a processor.
    ///
    /// # Errors
    /// [`Error::Internal`] if the algorithm refuses its parameters.
    pub fn stretch_code(&self, code: &TrackingCode, salt: &[u8]) -> Result<Zeroizing<[u8; 32]>> {
        let params = Params::new(4_096, 1, 1, Some(32)).map_err(Error::internal)?;
        let slow = Argon2::new_with_secret(&self.codes, Algorithm::Argon2id, Version::V0x13, params)
            .map_err(Error::internal)?;
        let mut out = Zeroizing::new([0; 32]);
        slow.hash_password_into(code.digits().as_bytes(), salt, out.as_mut_slice()).map_err(Error::internal)?;
        Ok(out)
    }

    /// Seals what a once-token answered; only the token opens it.
    ///
    /// # Errors
    /// [`Error::Internal`] when sealing fails.
    pub fn seal(&self, token: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        // One key a token, used once: the nonce may be constant.
        cipher(&self.once, token).encrypt(&Nonce::default(), plain).map_err(|_| Error::internal("sealing failed"))
    }

    /// Opens what [`Keys::seal`] sealed.
    ///
    /// # Errors
    /// [`Error::Internal`] when it was sealed under another token or secret.
    pub fn unseal(&self, token: &[u8], sealed: &[u8]) -> Result<Vec<u8>> {
        cipher(&self.once, token).decrypt(&Nonce::default(), sealed).map_err(|_| Error::internal("a seal did not open"))
    }

    /// Seals what the program itself must read again, for the database: a copy of it opens nothing without the secret. The salt is
    /// drawn for this one thing and lies beside it.
    ///
    /// # Errors
    /// [`Error::Internal`] when sealing fails.
    pub fn keep_sealed(&self, salt: &[u8; 16], plain: &[u8]) -> Result<Vec<u8>> {
        // One key a salt, used once: the nonce may be constant.
        cipher(&self.kept, salt).encrypt(&Nonce::default(), plain).map_err(|_| Error::internal("sealing failed"))
    }

    /// Opens what [`Keys::keep_sealed`] sealed.
    ///
    /// # Errors
    /// [`Error::Internal`] when it was sealed under another secret, or touched.
    pub fn open_kept(&self, salt: &[u8], sealed: &[u8]) -> Result<Vec<u8>> {
        let opened = cipher(&self.kept, salt).decrypt(&Nonce::default(), sealed);
        opened.map_err(|_| Error::internal("what the instance keeps did not open: is it another secret?"))
    }

    /// The stored form of something drawn by chance, to be compared: nobody without the secret can make it.
    pub fn mark(&self, parts: &[&[u8]]) -> String {
        HEXLOWER.encode(&mac(&self.kept, parts))
    }
}

fn cipher(key: &[u8; 32], label: &[u8]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&mac(key, &[label]).into())
}

/// Writes it aside and gives it its name once it is whole, so that neither a full disk nor a power cut leaves half of it. Of several
/// nodes that start at once the first one's stands; returns what stands.
fn make(path: &Path, aside: &Path, text: &str) -> std::io::Result<String> {
    let linked = write(aside, text).and_then(|()| fs::hard_link(aside, path));
    let removed = fs::remove_file(aside);
    match linked {
        Ok(()) => removed.map(|()| text.to_owned()),
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => fs::read_to_string(path),
        Err(e) => Err(e),
    }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_answer_opens_under_its_token_only() {
        let keys = Keys::from_secret(&[7; 32]);
        let sealed = keys.seal(b"token", b"4417").expect("sealed");
        assert!(!sealed.windows(4).any(|w| w == b"4417"));
        assert_eq!(keys.unseal(b"token", &sealed).expect("opened"), b"4417");
        assert!(keys.unseal(b"other", &sealed).is_err());
        assert!(Keys::from_secret(&[8; 32]).unseal(b"token", &sealed).is_err());
    }

    #[test]
    fn a_code_is_found_by_the_same_hash_under_one_secret_and_by_none_under_another() {
        let code = TrackingCode::draw(&Entropy::seeded(3));
        let keys = Keys::from_secret(&[7; 32]);
        assert_eq!(keys.hash_code(&code).expect("hash"), keys.hash_code(&code).expect("hash"));
        assert_ne!(keys.hash_code(&code).expect("hash"), Keys::from_secret(&[8; 32]).hash_code(&code).expect("hash"));
    }
}
