//! Codes of a telephone and codes of paper. Pure.

use data_encoding::BASE32_NOPAD;
use totp_rs::{Builder, Secret, Totp};

use crate::base::{Entropy, Time};
use crate::error::{Error, Result};

/// What a telephone shares with us, in bytes: a hundred and sixty bits (RFC 4226, 4).
const BYTES: usize = 20;

/// How a telephone calls whose codes these are.
const ISSUER: &str = "Sigida";

/// Codes of paper that are given at once.
pub(super) const RECOVERY: usize = 10;

/// Letters of a code of paper: none that is taken for another one. Ten of them hold fifty bits.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// Draws what a telephone will share.
pub(super) fn draw(entropy: &Entropy) -> Vec<u8> {
    entropy.bytes::<BYTES>().to_vec()
}

/// As it is typed into a telephone: groups of four letters.
pub(super) fn typed(shared: &[u8]) -> String {
    let text = BASE32_NOPAD.encode(shared);
    let groups: Vec<&str> =
        (0..text.len()).step_by(4).filter_map(|at| text.get(at..(at + 4).min(text.len()))).collect();
    groups.join(" ")
}

fn totp(shared: &[u8], login: &str) -> Result<Totp> {
    // A colon parts the issuer from the name in the address.
    let name = login.replace(':', " ");
    let built = Builder::new()
        .with_secret(Secret::new(shared.to_vec().into_boxed_slice()))
        .with_skew(1)
        .with_account_name(name)
        .with_issuer(Some(ISSUER))
        .build();
    built.map_err(|error| Error::internal(format!("a second step: {error:?}")))
}

/// The address that a telephone's application opens: `otpauth://totp/…`.
pub(super) fn address(shared: &[u8], login: &str) -> Result<String> {
    totp(shared, login)?.to_url().map_err(|error| Error::internal(format!("a second step: {error:?}")))
}

/// The step of time whose code this is: now's, the one before or the one after, for clocks that are a little wrong.
pub(super) fn step(shared: &[u8], code: &str, now: Time) -> Result<Option<i64>> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let seconds = u64::try_from(now.seconds()).unwrap_or_default();
    let step = totp(shared, "")?.check(&digits, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// A code of paper, as it is shown: `abcde-fghjk`.
pub(super) fn paper(entropy: &Entropy) -> String {
    let letters: String = entropy.bytes::<10>().iter().map(|b| char::from(LETTERS[usize::from(b % 32)])).collect();
    format!("{}-{}", &letters[..5], &letters[5..])
}

/// A code of paper as it is compared: without capitals, spaces and dashes.
pub(super) fn bare(code: &str) -> String {
    code.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B: the secret of its tests, and the last six digits of its codes.
    const SHARED: &[u8] = b"12345678901234567890";

    #[test]
    fn the_codes_are_those_of_the_standard() {
        for (at, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")]
        {
            assert_eq!(step(SHARED, code, Time(at)).unwrap(), Some(at / 30), "{code}");
        }
    }

    #[test]
    fn a_code_is_good_a_step_before_and_after_and_no_longer() {
        let at = 1_111_111_109;
        for (late, good) in [(-30, true), (30, true), (-90, false), (90, false)] {
            let found = step(SHARED, "081 804", Time(at + late)).unwrap();
            assert_eq!(found.is_some(), good, "{late}");
        }
        for wrong in ["", "81804", "0818040", "O81804", "081805"] {
            assert_eq!(step(SHARED, wrong, Time(at)).unwrap(), None, "{wrong}");
        }
    }

    #[test]
    fn codes_of_paper_are_compared_as_people_write_them() {
        let entropy = Entropy::system();
        let code = paper(&entropy);
        assert_eq!(code.len(), 11);
        assert_eq!(bare(&format!(" {} ", code.to_uppercase().replace('-', " "))), bare(&code));
        assert_ne!(paper(&entropy), code);
    }

    #[test]
    fn an_address_names_the_house_and_the_login() {
        let address = address(SHARED, "awa@exemple.ml").unwrap();
        assert!(address.starts_with("otpauth://totp/Sigida:awa"), "{address}");
        assert_eq!(typed(SHARED), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
