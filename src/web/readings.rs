//! What sessions read of late that the ledger has already: a page with four photos, loaded again, is one reading. Kept
//! in memory only, for an hour; after a restart such a reading is recorded once more.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::base::{HOUR, Time};

/// Readings kept at most: some hundred people reading all day.
const MOST: usize = 20_000;

/// When a session read something, by the session and by what the ledger says of it.
#[derive(Default)]
pub(super) struct Readings(Mutex<HashMap<(String, String), Time>>);

fn is_of_late(at: Time, now: Time) -> bool {
    (0..HOUR).contains(&now.since(at))
}

impl Readings {
    /// True when the session's reading of that was recorded within the hour.
    pub(super) fn holds(&self, session: &str, what: &str, now: Time) -> bool {
        self.all().get(&(session.to_owned(), what.to_owned())).is_some_and(|at| is_of_late(*at, now))
    }

    /// Keeps that it was recorded. Where there is no room, the others are recorded again: never too few rows.
    pub(super) fn add(&self, session: &str, what: &str, now: Time) {
        if session.is_empty() {
            return;
        }
        let mut all = self.all();
        if all.len() >= MOST {
            all.retain(|_, at| is_of_late(*at, now));
        }
        if all.len() >= MOST {
            all.clear();
        }
        all.insert((session.to_owned(), what.to_owned()), now);
    }

    fn all(&self) -> MutexGuard<'_, HashMap<(String, String), Time>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_known_to_its_session_for_an_hour() {
        let (readings, now) = (Readings::default(), Time(1_000_000));
        readings.add("s", "one file", now);
        assert!(readings.holds("s", "one file", now.plus(HOUR - 1)));
        assert!(!readings.holds("s", "one file", now.plus(HOUR)));
        assert!(!readings.holds("t", "one file", now) && !readings.holds("s", "another file", now));
        readings.add("", "one file", now);
        assert!(!readings.holds("", "one file", now), "a reader without a session is recorded each time");
    }

    #[test]
    fn it_never_grows_past_its_room() {
        let (readings, now) = (Readings::default(), Time(1_000_000));
        for n in 0..3 * MOST {
            readings.add("s", &n.to_string(), now);
            assert!(readings.holds("s", &n.to_string(), now));
        }
        assert!(readings.all().len() <= MOST);
    }
}
