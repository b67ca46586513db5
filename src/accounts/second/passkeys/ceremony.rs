//! What passes between the house and a key. Pure but for the library, which draws a challenge of its own that ours takes the place of.

use passki::{
    AuthenticationChallenge, AuthenticationCredential, AuthenticationOptions, AuthenticationState, Passki, PasskiError,
    RegistrationChallenge, RegistrationCredential, RegistrationOptions, RegistrationState, ResidentKeyRequirement,
    StoredPasskey,
};

use super::store::Passkey;
use crate::base::{PasskeyId, Time};
use crate::error::{Error, Result};
use crate::keys::digest;
use crate::web::PublicUrl;

/// How a browser calls whose key it is.
const HOUSE: &str = "Sigida";

/// Milliseconds a browser waits for its key.
const PATIENCE: u64 = 60_000;

/// What a key is to sign.
pub(super) type Challenge = [u8; 32];

/// What a new key told of itself.
pub(super) struct New {
    pub(super) credential: String,
    pub(super) public_key: Vec<u8>,
    pub(super) algorithm: i32,
    pub(super) counter: u32,
}

/// A key signed what it was asked.
pub(super) struct Signed {
    pub(super) key: PasskeyId,
    /// How often it signed, as it says.
    pub(super) counter: u32,
    /// Of the challenge, for it to be answered once.
    pub(super) answered: String,
}

/// Whose key is to be made.
#[derive(Clone)]
pub(super) struct Holder {
    /// By what a browser knows the account again: a mark, no name.
    pub(super) mark: String,
    pub(super) login: String,
}

fn library(house: &PublicUrl) -> Passki {
    Passki::new(house.domain(), &[house.origin()], HOUSE)
}

/// As the library knows a key. The counter is compared by [`store::take`](super::store::take), after the signature: who has none of our
/// keys shall not be able to say that one was copied.
fn stored(key: &Passkey) -> Result<StoredPasskey> {
    let mut stored = StoredPasskey::default();
    stored.credential_id = Passki::base64_decode(&key.credential).map_err(Error::internal)?;
    stored.public_key.clone_from(&key.public_key);
    stored.algorithm = key.algorithm;
    Ok(stored)
}

fn all(keys: &[Passkey]) -> Result<Vec<StoredPasskey>> {
    keys.iter().map(stored).collect()
}

/// What a browser is told so that it makes a key which is not one of these.
pub(super) fn to_make(
    house: &PublicUrl,
    holder: &Holder,
    have: &[Passkey],
    challenge: Challenge,
) -> Result<(RegistrationChallenge, RegistrationState)> {
    let have = all(have)?;
    let mut options = RegistrationOptions::default();
    options.timeout = PATIENCE;
    // It answers when it is asked by its name: nothing of the account need lie on a stick.
    options.resident_key = ResidentKeyRequirement::Discouraged;
    options.exclude_credentials = Some(&have);
    let (mut told, mut state) = library(house)
        .start_passkey_registration(holder.mark.as_bytes(), &holder.login, &holder.login, options)
        .map_err(Error::internal)?;
    told.challenge = Passki::base64_encode(&challenge);
    state.challenge = challenge.to_vec();
    Ok((told, state))
}

/// The key that was made, if this is the answer to that challenge, given to this house. What it says of its make is not kept.
pub(super) fn made(house: &PublicUrl, holder: &Holder, challenge: Challenge, said: &str) -> Result<Option<New>> {
    let (_, state) = to_make(house, holder, &[], challenge)?;
    let Ok(said) = serde_json::from_str::<RegistrationCredential>(said) else { return Ok(None) };
    let key = library(house).finish_passkey_registration(&said, &state);
    Ok(heard(key).map(|key| New {
        credential: Passki::base64_encode(&key.credential_id),
        public_key: key.public_key,
        algorithm: key.algorithm,
        counter: key.counter,
    }))
}

/// What a browser is told so that one of these keys answers.
pub(super) fn to_sign(
    house: &PublicUrl,
    keys: &[Passkey],
    challenge: Challenge,
) -> Result<(AuthenticationChallenge, AuthenticationState)> {
    let mut options = AuthenticationOptions::default();
    options.timeout = PATIENCE;
    let (mut told, mut state) =
        library(house).start_passkey_authentication(&all(keys)?, options).map_err(Error::internal)?;
    told.challenge = Passki::base64_encode(&challenge);
    state.challenge = challenge.to_vec();
    Ok((told, state))
}

/// Which of these keys signed that challenge, for this house; nothing when none did.
pub(super) fn signed(house: &PublicUrl, keys: &[Passkey], challenge: Challenge, said: &str) -> Result<Option<Signed>> {
    let (_, state) = to_sign(house, keys, challenge)?;
    let Ok(said) = serde_json::from_str::<AuthenticationCredential>(said) else { return Ok(None) };
    let Some(key) = keys.iter().find(|key| key.credential == said.raw_id) else { return Ok(None) };
    let seen = library(house).finish_passkey_authentication(&said, &state, &stored(key)?);
    Ok(heard(seen).map(|seen| Signed {
        key: key.id,
        counter: seen.counter,
        answered: digest(&[b"passkey", &challenge]),
    }))
}

/// Whether one answer of a browser makes a key, and whether another is signed by that key: without account or database: for
/// `benches/hostile`, which breaks them.
///
/// # Errors
/// When the library can ask for no such key.
pub fn answers_hold(house: &PublicUrl, challenge: [u8; 32], made_by: &str, signed_by: &str) -> Result<[bool; 2]> {
    let holder = Holder { mark: "a mark of sixteen".to_owned(), login: "login".to_owned() };
    let Some(new) = made(house, &holder, challenge, made_by)? else { return Ok([false; 2]) };
    let key = Passkey {
        id: PasskeyId::new(1),
        name: String::new(),
        credential: new.credential,
        public_key: new.public_key,
        algorithm: new.algorithm,
        made_at: Time(0),
        used_at: None,
    };
    Ok([true, signed(house, &[key], challenge, signed_by)?.is_some()])
}

/// An answer, or nothing and a line for whoever runs the house: a wrong `SIGIDA_PUBLIC_URL` shows there.
fn heard<T>(answer: std::result::Result<T, PasskiError>) -> Option<T> {
    answer.inspect_err(|why| tracing::debug!(%why, "a key's answer was refused")).ok()
}

/// True when a key that signed so often before cannot be saying this: there are two of it (WebAuthn 3, 7.2, 22). Those that do not
/// count say nought each time.
pub(super) const fn is_copy(before: i64, said: i64) -> bool {
    (before != 0 || said != 0) && said <= before
}

#[cfg(test)]
mod tests {
    use super::is_copy;

    #[test]
    fn a_counter_that_stands_or_goes_back_is_a_copy_s() {
        for (before, said, copy) in
            [(0, 0, false), (0, 1, false), (1, 2, false), (5, 5, true), (5, 4, true), (5, 0, true)]
        {
            assert_eq!(is_copy(before, said), copy, "{before} {said}");
        }
    }
}
