//! Opened keys, in memory only, each for the session in which its password was typed. A restart empties it; signing out, ending
//! sessions and an hour without a page take keys out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Secret, Wrapped};
use crate::base::{AccountId, ConcernId, HOUR, KeyringId, Time};

/// A key pair whose private half is open.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Which pair.
    pub keyring: KeyringId,
    /// Its private half.
    pub secret: Secret,
}

/// A key pair as it is to be stored: a new one, or one that is there, wrapped anew.
#[derive(Debug, Clone)]
pub struct Change {
    /// What the account had when this was reckoned, a second ago.
    pub was: Option<KeyringId>,
    /// The pair that stays; none where a new one takes its place.
    pub keeps: Option<KeyringId>,
    /// Its public half.
    pub public: Vec<u8>,
    /// Its private half under the password.
    pub stored: Wrapped,
    /// Its private half.
    pub secret: Secret,
}

/// A pair made by a right password, while it is not stored: nobody seals anything to whoever knows a password and no more.
pub struct Made {
    /// The pair.
    pub change: Change,
    /// The stored form of the password.
    pub hash: String,
}

/// The pair that a right password has for whoever typed it.
pub enum FromPassword {
    /// Theirs, opened.
    Opened(Opened),
    /// One in the place of one that does not open, or of none.
    Made(Made),
}

/// One of those made, for the session that owes the second step.
struct Waiting {
    account: AccountId,
    made: Made,
    since: Time,
}

struct Held {
    account: AccountId,
    key: Arc<Opened>,
    /// Nobody has asked yet what it can do for other readers.
    fresh: bool,
    used: Time,
    since: Time,
}

/// The pair of whoever holds a code, and its stored form, by which its envelopes are found.
#[derive(Debug, Clone)]
pub struct OpenedCode {
    /// The code's slow hash.
    pub hash: String,
    /// The pair's private half.
    pub secret: Secret,
}

/// A code that was typed: it opens the words of its one concern.
struct Words {
    concern: ConcernId,
    code: OpenedCode,
    used: Time,
    since: Time,
}

/// A key is held as long as a staff session may lie unused, and live.
const IDLE: i64 = HOUR;
const WHOLE: i64 = 12 * HOUR;
/// Whoever owes the second step is asked for the password again after ten minutes.
const HALF: i64 = 600;

fn lives(used: Time, since: Time, now: Time) -> bool {
    now.since(used) < IDLE && now.since(since) < WHOLE
}

impl Held {
    fn lives(&self, now: Time) -> bool {
        lives(self.used, self.since, now)
    }
}

impl Words {
    fn lives(&self, now: Time) -> bool {
        lives(self.used, self.since, now)
    }
}

/// The opened keys, by session: of readers with a password, of those who are half way in, and of those who hold a concern's code.
#[derive(Default)]
pub struct Vault {
    keys: Mutex<HashMap<String, Held>>,
    made: Mutex<HashMap<String, Waiting>>,
    words: Mutex<HashMap<String, Words>>,
}

impl Vault {
    fn all(&self) -> MutexGuard<'_, HashMap<String, Held>> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn made(&self) -> MutexGuard<'_, HashMap<String, Waiting>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn words(&self) -> MutexGuard<'_, HashMap<String, Words>> {
        self.words.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Holds a key for a session.
    pub fn hold(&self, session: &str, account: AccountId, key: Opened, now: Time) {
        if !session.is_empty() {
            self.all()
                .insert(session.to_owned(), Held { account, key: Arc::new(key), fresh: true, used: now, since: now });
        }
    }

    /// The session's key, if it is held for this account.
    pub fn get(&self, session: &str, account: AccountId, now: Time) -> Option<Arc<Opened>> {
        let mut all = self.all();
        let held = all.get_mut(session).filter(|held| held.account == account && held.lives(now))?;
        held.used = now;
        Some(Arc::clone(&held.key))
    }

    /// True once after a key was opened, and after [`Vault::ask_again`].
    pub fn is_fresh(&self, session: &str, now: Time) -> bool {
        let mut all = self.all();
        let held = all.get_mut(session).filter(|held| held.lives(now));
        held.is_some_and(|held| std::mem::take(&mut held.fresh))
    }

    /// There was more to do than was done: the next who asks is told so.
    pub fn ask_again(&self, session: &str) {
        if let Some(held) = self.all().get_mut(session) {
            held.fresh = true;
        }
    }

    /// Holds a pair that is to be stored when the session's second step was right.
    pub fn hold_made(&self, session: &str, account: AccountId, made: Made, now: Time) {
        if !session.is_empty() {
            self.made().insert(session.to_owned(), Waiting { account, made, since: now });
        }
    }

    /// Takes out the pair that waits for the session's second step.
    pub fn take_made(&self, session: &str, account: AccountId, now: Time) -> Option<Made> {
        let waiting = self.made().remove(session)?;
        (waiting.account == account && now.since(waiting.since) < HALF).then_some(waiting.made)
    }

    /// Holds a code's pair, for the session in which the code was typed.
    pub fn hold_code(&self, session: &str, concern: ConcernId, code: OpenedCode, now: Time) {
        if !session.is_empty() {
            self.words().insert(session.to_owned(), Words { concern, code, used: now, since: now });
        }
    }

    /// The pair of this concern's code, if it was typed in the session.
    pub fn code_of(&self, session: &str, concern: ConcernId, now: Time) -> Option<OpenedCode> {
        let mut words = self.words();
        let held = words.get_mut(session).filter(|held| held.concern == concern && held.lives(now))?;
        held.used = now;
        Some(held.code.clone())
    }

    /// Notes that the session is in use.
    pub fn touch(&self, session: &str, now: Time) {
        if let Some(held) = self.all().get_mut(session).filter(|held| held.lives(now)) {
            held.used = now;
        }
    }

    /// Lets go of a session's keys.
    pub fn close(&self, session: &str) {
        self.all().remove(session);
        self.made().remove(session);
        self.words().remove(session);
    }

    /// Lets go of every key of an account.
    pub fn forget(&self, account: AccountId) {
        self.all().retain(|_, held| held.account != account);
        self.made().retain(|_, waiting| waiting.account != account);
    }

    /// Lets go of what nobody used for too long, and of the keys of whoever has no session any more.
    pub fn sweep(&self, now: Time, present: &[AccountId]) {
        self.all().retain(|_, held| held.lives(now) && present.contains(&held.account));
        self.made().retain(|_, waiting| now.since(waiting.since) < HALF);
        self.words().retain(|_, held| held.lives(now));
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

    #[test]
    fn a_code_is_held_for_its_session_and_its_concern() {
        let (vault, now) = (Vault::default(), Time(1_000_000));
        let code = || OpenedCode { hash: "c0de".into(), secret: Secret::draw(&Entropy::system()) };
        vault.hold_code("s", Id::new(3), code(), now);
        assert!(vault.code_of("s", Id::new(4), now).is_none() && vault.code_of("t", Id::new(3), now).is_none());
        assert!(vault.code_of("s", Id::new(3), now).is_some());
        vault.sweep(now.plus(IDLE), &[]);
        assert!(vault.code_of("s", Id::new(3), now).is_none(), "an hour after the last page");
        vault.hold_code("s", Id::new(3), code(), now);
        vault.close("s");
        assert!(vault.code_of("s", Id::new(3), now).is_none());
    }

    #[test]
    fn a_pair_that_waits_for_the_second_step_is_given_once_to_its_session_within_ten_minutes() {
        let (vault, now, entropy) = (Vault::default(), Time(1_000_000), Entropy::system());
        let hold = || {
            let secret = Secret::draw(&entropy);
            let stored = Wrapped { salt: Vec::new(), wrapped: Vec::new() };
            let change = Change { was: None, keeps: None, public: secret.public(), stored, secret };
            vault.hold_made("s", Id::new(7), Made { change, hash: String::new() }, now);
        };
        hold();
        assert!(vault.take_made("t", Id::new(7), now).is_none());
        assert!(vault.take_made("s", Id::new(7), now).is_some() && vault.take_made("s", Id::new(7), now).is_none());
        hold();
        assert!(vault.take_made("s", Id::new(8), now).is_none());
        hold();
        assert!(vault.take_made("s", Id::new(7), now.plus(HALF)).is_none());
        hold();
        vault.forget(Id::new(7));
        assert!(vault.take_made("s", Id::new(7), now).is_none());
        hold();
        vault.sweep(now.plus(HALF - 1), &[]);
        assert!(vault.take_made("s", Id::new(7), now).is_some(), "half way in is no session of staff yet");
    }

    #[test]
    fn whoever_opened_a_key_is_asked_once_what_it_can_do_for_others() {
        let (vault, now) = (Vault::default(), Time(1_000_000));
        vault.hold("s", Id::new(7), Opened { keyring: Id::new(1), secret: Secret::draw(&Entropy::system()) }, now);
        assert!(vault.is_fresh("s", now) && !vault.is_fresh("s", now) && !vault.is_fresh("t", now));
        vault.ask_again("s");
        assert!(vault.is_fresh("s", now));
    }
}
