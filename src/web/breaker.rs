//! A breaker: what everybody does together is counted, and when it is too much each address is slowed until it is calm again. That
//! slows and never locks, and it asks nothing of a browser: no script, no riddle, only to come again.

use std::collections::HashMap;

use crate::base::HOUR;
use crate::error::{Error, Result};

/// How much one address may do: so many at once, and one more in so many seconds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    pub(super) room: f64,
    pub(super) seconds: f64,
}

impl Measure {
    fn rate(self) -> f64 {
        1.0 / self.seconds
    }
}

/// What a breaker goes by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    /// Of everybody together, in about an hour, before it opens.
    pub(super) alarm: f64,
    /// It closes again when so few are left to be forgotten.
    pub(super) calm: f64,
    /// What an address may do while it is closed; nothing is counted by address where that is all.
    pub(super) closed: Option<Measure>,
    /// What an address may do while it is open.
    pub(super) open: Measure,
}

/// What is counted: its name now, and the one of an hour ago, from which what it owed moves over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) now: u64,
    pub(super) before: u64,
}

impl From<u64> for Known {
    /// What keeps its name.
    fn from(name: u64) -> Known {
        Known { now: name, before: name }
    }
}

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

/// What everybody did of late.
#[derive(Default)]
pub(super) struct Breaker {
    addresses: HashMap<u64, Debt>,
    everybody: Debt,
    open: bool,
    calls: u64,
}

impl Breaker {
    /// Counts one of an address; refuses with the seconds to wait. Says whether the breaker opened with it.
    pub(super) fn count(&mut self, rules: &Rules, address: impl Into<Known>, now: i64) -> Result<bool> {
        let address = self.moved(address.into());
        let everybody = self.left(rules, now);
        if let Some(Measure { room, seconds }) = self.measure(rules) {
            let rate = 1.0 / seconds;
            let owed = self.addresses.get(&address).map_or(0.0, |debt| debt.left(now, rate)).min(room);
            if owed + 1.0 > room + 1e-6 {
                // What was owed before the breaker opened is more than there is room for now: it counts from here.
                self.addresses.insert(address, Debt { owed, since: now });
                return Err(Error::TooMany(((owed + 1.0 - room) / rate).ceil() as u64));
            }
            self.addresses.insert(address, Debt { owed: owed + 1.0, since: now });
        }
        self.everybody = Debt { owed: everybody + 1.0, since: now };
        let opened = everybody + 1.0 >= rules.alarm && !self.open;
        self.open |= opened;
        self.calls += 1;
        if self.calls.is_multiple_of(1_024) {
            let rate = self.measure(rules).map_or(rules.open.rate(), Measure::rate);
            self.addresses.retain(|_, debt| debt.left(now, rate) > 0.0);
        }
        Ok(opened)
    }

    /// It was nothing to be counted.
    pub(super) fn forgive(&mut self, address: impl Into<Known>) {
        let address = self.moved(address.into());
        self.everybody.owed = (self.everybody.owed - 1.0).max(0.0);
        if let Some(debt) = self.addresses.get_mut(&address) {
            debt.owed = (debt.owed - 1.0).max(0.0);
        }
    }

    /// The name it has now; what it owed under the last one goes with it.
    fn moved(&mut self, known: Known) -> u64 {
        if known.now != known.before
            && let Some(debt) = self.addresses.remove(&known.before)
        {
            self.addresses.entry(known.now).or_insert(debt);
        }
        known.now
    }

    /// True while it is open.
    pub(super) fn is_open(&mut self, rules: &Rules, now: i64) -> bool {
        self.left(rules, now);
        self.open
    }

    /// True when nothing is left to be forgotten.
    pub(super) fn is_quiet(&mut self, rules: &Rules, now: i64) -> bool {
        self.left(rules, now) <= 0.0
    }

    /// What is left of everybody's; closes the breaker when that is little.
    fn left(&mut self, rules: &Rules, now: i64) -> f64 {
        let everybody = self.everybody.left(now, rules.alarm / HOUR as f64);
        if everybody < rules.calm && self.open {
            self.open = false;
        }
        everybody
    }

    fn measure(&self, rules: &Rules) -> Option<Measure> {
        if self.open { Some(rules.open) } else { rules.closed }
    }
}
