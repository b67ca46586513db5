//! Tries at one account's password or code, from everywhere, so that whoever guesses from a thousand addresses is slowed as well:
//! ten at once, then one in thirty seconds. A right one is taken back: whoever signs in often is not slowed by it.
//!
//! While somebody keeps guessing, the owner waits with them: a new password is then `sigida account`'s or an administrator's matter.
//! A lock that only they open would be worse (NIST SP 800-63B-4, 3.2.2 asks for a limit).

use std::sync::{Mutex, PoisonError};

use super::breaker::{Breaker, Measure, Rules};
use crate::base::Time;
use crate::error::Result;

/// Tries at once, and the seconds after which there is one more.
const EACH: Measure = Measure { room: 10.0, seconds: 30.0 };

/// The tries of late.
pub(super) struct Tries {
    rules: Option<Rules>,
    state: Mutex<Breaker>,
}

impl Tries {
    /// Counts, or lifts the limit.
    pub(super) fn new(counts: bool) -> Tries {
        // Of all accounts together nothing is counted: no number of tries is an alarm.
        let rules = Rules { alarm: f64::MAX, calm: 0.0, closed: Some(EACH), open: EACH };
        Tries { rules: counts.then_some(rules), state: Mutex::default() }
    }

    /// Counts one before it is known to be right; refuses with the seconds to wait.
    pub(super) fn count(&self, account: u64, now: Time) -> Result<()> {
        let Some(rules) = &self.rules else { return Ok(()) };
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.count(rules, account, now.seconds()).map(|_| ())
    }

    /// It was right.
    pub(super) fn forgive(&self, account: u64) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).forgive(account);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn wrong_tries_are_slowed_and_right_ones_are_not() {
        let (tries, now) = (Tries::new(true), Time(1_000_000));
        for _ in 0..50 {
            tries.count(1, now).expect("a right one");
            tries.forgive(1);
        }
        for _ in 0..10 {
            tries.count(1, now).expect("a wrong one");
        }
        let Err(Error::TooMany(wait)) = tries.count(1, now) else { panic!("an eleventh wrong one") };
        assert!((1..=30).contains(&wait), "{wait}");
        tries.count(2, now).expect("another account");
        tries.count(1, now.plus(30)).expect("one more after the wait");
        assert!(tries.count(1, now.plus(30)).is_err());
    }
}
