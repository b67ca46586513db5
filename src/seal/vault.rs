//! Opened keys, in memory only, each for the session in which its password was typed. A restart empties it; signing out, ending
//! sessions and an hour without a page take keys out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Secret;
use crate::base::{AccountId, HOUR, KeyringId, Time};

/// A key pair whose private half is open.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Which pair.
    pub keyring: KeyringId,
    /// Its private half.
    pub secret: Secret,
}

struct Held {
    account: AccountId,
    key: Arc<Opened>,
    used: Time,
    since: Time,
}

/// A key is held as long as a staff session may lie unused, and live.
const IDLE: i64 = HOUR;
const WHOLE: i64 = 12 * HOUR;

impl Held {
    fn lives(&self, now: Time) -> bool {
        now.since(self.used) < IDLE && now.since(self.since) < WHOLE
    }
}

/// The opened keys, by session.
#[derive(Default)]
pub struct Vault(Mutex<HashMap<String, Held>>);

impl Vault {
    fn all(&self) -> MutexGuard<'_, HashMap<String, Held>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Holds a key for a session.
    pub fn hold(&self, session: &str, account: AccountId, key: Opened, now: Time) {
        if !session.is_empty() {
            self.all().insert(session.to_owned(), Held { account, key: Arc::new(key), used: now, since: now });
        }
    }

    /// The session's key, if it is held for this account.
    pub fn get(&self, session: &str, account: AccountId, now: Time) -> Option<Arc<Opened>> {
        let mut all = self.all();
        let held = all.get_mut(session).filter(|held| held.account == account && held.lives(now))?;
        held.used = now;
        Some(Arc::clone(&held.key))
    }

    /// Notes that the session is in use.
    pub fn touch(&self, session: &str, now: Time) {
        if let Some(held) = self.all().get_mut(session).filter(|held| held.lives(now)) {
            held.used = now;
        }
    }

    /// Lets go of a session's key.
    pub fn close(&self, session: &str) {
        self.all().remove(session);
    }

    /// Lets go of every key of an account.
    pub fn forget(&self, account: AccountId) {
        self.all().retain(|_, held| held.account != account);
    }

    /// Lets go of what nobody used for too long, and of the keys of whoever has no session any more.
    pub fn sweep(&self, now: Time, present: &[AccountId]) {
        self.all().retain(|_, held| held.lives(now) && present.contains(&held.account));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Entropy, Id};

    #[test]
    fn a_key_is_held_for_its_session_and_its_hour() {
        let (vault, now) = (Vault::default(), Time(1_000_000));
        let key = || Opened { keyring: Id::new(1), secret: Secret::draw(&Entropy::system()) };
        vault.hold("s", Id::new(7), key(), now);
        assert!(vault.get("s", Id::new(8), now).is_none());
        assert!(vault.get("t", Id::new(7), now).is_none());
        assert!(vault.get("s", Id::new(7), now.plus(IDLE - 1)).is_some());
        assert!(vault.get("s", Id::new(7), now.plus(2 * IDLE)).is_none(), "an hour after the last page");
        vault.hold("s", Id::new(7), key(), now);
        vault.forget(Id::new(7));
        assert!(vault.get("s", Id::new(7), now).is_none());
        vault.hold("", Id::new(7), key(), now);
        assert!(vault.get("", Id::new(7), now).is_none(), "a reader without a session holds nothing");
    }
}
