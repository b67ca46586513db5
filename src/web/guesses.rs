//! Guessing of tracking codes, slowed twice: by address, and by a breaker over all addresses together.
//!
//! A code that opens something counts for nothing, and a slip of the finger is seen before it comes here; so whoever holds a
//! code is not slowed by having typed it. Unknown codes count against their address, which may try a number a minute (the
//! setting). When [`ALARM`] unknown codes came within about an hour, from whatever addresses, somebody is guessing from many
//! of them: until it is calm again every address has [`FEW`] tries and then one every two minutes. That slows and never
//! locks: an address that did not guess opens what it holds at once, one that did waits two minutes at most.
//!
//! Everything is in memory, forgotten with the process, and an address is known by a salted hash only (R13).

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::base::{HOUR, Time};
use crate::error::{Error, Result};

/// Unknown codes from everybody together, an hour, before the breaker opens.
const ALARM: f64 = 300.0;
/// It closes again when so few are left to be forgotten.
const CALM: f64 = 150.0;
/// Tries an address has while the breaker is open.
const FEW: f64 = 3.0;
/// Seconds after which an address has one more then.
const SLOWLY: f64 = 120.0;

/// Something owed that melts away with time.
#[derive(Clone, Copy, Default)]
struct Debt {
    owed: f64,
    since: i64,
}

impl Debt {
    /// What is left of it, at so many a second.
    fn left(self, now: i64, rate: f64) -> f64 {
        (self.owed - (now - self.since).max(0) as f64 * rate).max(0.0)
    }
}

#[derive(Default)]
struct State {
    addresses: HashMap<u64, Debt>,
    everybody: Debt,
    open: bool,
    calls: u64,
}

/// The guesses of late.
pub(super) struct Guesses {
    per_minute: u32,
    state: Mutex<State>,
}

impl Guesses {
    /// So many a minute and address; 0 lifts every limit.
    pub(super) fn new(per_minute: u32) -> Guesses {
        Guesses { per_minute, state: Mutex::default() }
    }

    /// Counts one try of an address before it is known to be right; refuses with the seconds to wait.
    pub(super) fn count(&self, address: u64, now: Time) -> Result<()> {
        if self.per_minute == 0 {
            return Ok(());
        }
        let now = now.seconds();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let everybody = state.everybody.left(now, ALARM / HOUR as f64);
        if everybody < CALM {
            state.open = false;
        }
        let (room, rate) = self.measure(state.open);
        let owed = state.addresses.get(&address).map_or(0.0, |debt| debt.left(now, rate)).min(room);
        if owed + 1.0 > room + 1e-6 {
            // What was owed before the breaker opened is more than there is room for now: it counts from here.
            state.addresses.insert(address, Debt { owed, since: now });
            return Err(Error::TooMany(((owed + 1.0 - room) / rate).ceil() as u64));
        }
        state.addresses.insert(address, Debt { owed: owed + 1.0, since: now });
        state.everybody = Debt { owed: everybody + 1.0, since: now };
        if everybody + 1.0 >= ALARM && !state.open {
            state.open = true;
            tracing::warn!("many unknown codes are tried: tries are slowed");
        }
        state.calls += 1;
        if state.calls.is_multiple_of(1_024) {
            let (_, rate) = self.measure(state.open);
            state.addresses.retain(|_, debt| debt.left(now, rate) > 0.0);
        }
        Ok(())
    }

    /// The try was right: it was no guess.
    pub(super) fn forgive(&self, address: u64) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.everybody.owed = (state.everybody.owed - 1.0).max(0.0);
        if let Some(debt) = state.addresses.get_mut(&address) {
            debt.owed = (debt.owed - 1.0).max(0.0);
        }
    }

    /// Tries an address may have made, and how fast they are forgotten, a second.
    fn measure(&self, open: bool) -> (f64, f64) {
        let room = f64::from(self.per_minute);
        if open { (room.min(FEW), 1.0 / SLOWLY) } else { (room, room / 60.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
