//! Guessing of tracking codes, and of door codes apart, slowed twice: by address, and by a breaker over all addresses together.
//!
//! A code that opens something counts for nothing, and a slip of the finger is seen before it comes here; so whoever holds a
//! code is not slowed by having typed it. Unknown codes count against their address, which may try a number a minute (the
//! setting). When [`ALARM`] unknown codes came within about an hour, from whatever addresses, somebody is guessing from many
//! of them: until it is calm again every address has [`FEW`] tries and then one every two minutes. That slows and never
//! locks: an address that did not guess opens what it holds at once, one that did waits two minutes at most.
//!
//! Everything is in memory, forgotten with the process, and an address is known by a salted hash only (R13).

use std::sync::{Mutex, PoisonError};

use super::breaker::{Breaker, Known, Measure, Rules};
use crate::base::Time;
use crate::error::Result;

/// Unknown codes from everybody together, an hour, before the breaker opens.
const ALARM: f64 = 300.0;
/// It closes again when so few are left to be forgotten.
const CALM: f64 = 150.0;
/// Tries an address has while the breaker is open.
const FEW: f64 = 3.0;
/// Seconds after which an address has one more then.
const SLOWLY: f64 = 120.0;

/// The guesses of late.
pub(super) struct Guesses {
    rules: Option<Rules>,
    state: Mutex<Breaker>,
}

impl Guesses {
    /// So many a minute and address; 0 lifts every limit.
    pub(super) fn new(per_minute: u32) -> Guesses {
        let room = f64::from(per_minute);
        let rules = Rules {
            alarm: ALARM,
            calm: CALM,
            closed: Some(Measure { room, seconds: 60.0 / room }),
            open: Measure { room: room.min(FEW), seconds: SLOWLY },
        };
        Guesses { rules: (per_minute > 0).then_some(rules), state: Mutex::default() }
    }

    /// Counts one try of an address before it is known to be right; refuses with the seconds to wait.
    pub(super) fn count(&self, address: impl Into<Known>, now: Time) -> Result<()> {
        let Some(rules) = &self.rules else { return Ok(()) };
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.count(rules, address, now.seconds())? {
            tracing::warn!("many unknown codes are tried: tries are slowed");
        }
        Ok(())
    }

    /// The try was right: it was no guess.
    pub(super) fn forgive(&self, address: impl Into<Known>) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).forgive(address);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::HOUR;
    use crate::error::Error;

    /// Codes an attacker tries in an hour who is told « wait » as soon as may be, and how many of them at most a second.
    fn tried(guesses: &Guesses, addresses: u64, hours: std::ops::Range<i64>) -> u64 {
        let mut tried = 0;
        for second in hours.start * HOUR..hours.end * HOUR {
            for address in 0..addresses {
                while guesses.count(address, Time(second)).is_ok() {
                    tried += 1;
                }
            }
        }
        tried
    }

    /// The figure of R10: what guessing yields. Shown by `cargo test -- --nocapture guesses`.
    #[test]
    fn guessing_yields_so_few_codes_that_none_is_hit_in_a_lifetime() {
        // Fifteen digits are drawn; 100,000 of them open something.
        let each = 1e15 / 1e5;
        for (addresses, most) in [(1, 700), (1_000, 60_000)] {
            let guesses = Guesses::new(20);
            let first = tried(&guesses, addresses, 0..1);
            let later = tried(&guesses, addresses, 1..5) / 4;
            let years = each / later as f64 / 24.0 / 365.25;
            println!(
                "{addresses} addresses: {first} guesses in the first hour, then {later} an hour; a hit in {years:.0} years"
            );
            assert!(first <= most && later <= most, "{addresses}: {first}, {later}");
            assert!(years > 30.0, "{years}");
        }
    }

    #[test]
    fn while_many_guess_whoever_holds_a_code_opens_it_at_once() {
        let guesses = Guesses::new(20);
        let now = Time(0);
        for address in 0..1_000 {
            while guesses.count(address, now).is_ok() {}
        }
        for _ in 0..50 {
            // A right code, again and again, from an address of its own, and one that many people share.
            guesses.count(5_000, now).expect("no wait");
            guesses.forgive(5_000);
        }
        // Who mistook a code three times waits, two minutes at most; so does an address that guessed.
        for _ in 0..3 {
            guesses.count(6_000, now).expect("a try");
        }
        for address in [6_000, 0, 999] {
            let Err(Error::TooMany(wait)) = guesses.count(address, now) else { panic!("{address} does not wait") };
            assert!((1..=120).contains(&wait), "{wait}");
            guesses.count(address, now.plus(120)).expect("a try after the wait");
        }
    }

    #[test]
    fn the_breaker_closes_when_nobody_guesses_any_more() {
        let guesses = Guesses::new(20);
        for address in 0..1_000 {
            while guesses.count(address, Time(0)).is_ok() {}
        }
        let much_later = Time(13 * HOUR);
        for _ in 0..20 {
            guesses.count(7, much_later).expect("as on a quiet day");
        }
    }
}
