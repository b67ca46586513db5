//! Hashing passwords: Argon2id at OWASP's first choice (19 MiB, two passes, one lane). Slow on purpose: run it on `site.slow`.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

use super::model::normal;
use crate::error::{Error, Result};

/// A hash of nothing anybody knows: an unknown login takes the time of a wrong password.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c2lnaWRhIG5vYm9keTAwMQ$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(19_456, 2, 1, None).map_err(Error::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// A password's hash, with its salt and its cost in it.
///
/// # Errors
/// [`Error::Internal`] when the algorithm refuses.
pub fn hash(password: &str) -> Result<String> {
    Ok(hasher()?.hash_password(normal(password).as_bytes()).map_err(Error::internal)?.to_string())
}

/// True when the password is the hash's. Without a hash it takes as long and is false.
pub(super) fn fits(password: &str, hash: Option<&str>) -> Result<bool> {
    let parsed = PasswordHash::new(hash.unwrap_or(NOBODY)).map_err(Error::internal)?;
    let fits = hasher()?.verify_password(normal(password).as_bytes(), &parsed).is_ok();
    Ok(fits && hash.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_opens_its_hash_only() {
        let hashed = hash("trois mangues mûres").unwrap_or_default();
        assert!(hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hashed}");
        assert!(fits(" trois mangues mu\u{302}res ", Some(&hashed)).unwrap_or(false));
        assert!(!fits("trois mangues mures", Some(&hashed)).unwrap_or(true));
    }

    #[test]
    fn nobody_has_no_password() {
        assert!(matches!(fits("", None), Ok(false)));
        assert!(matches!(fits("motdepasse", None), Ok(false)));
    }
}
