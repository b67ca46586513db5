//! Floods of concerns, slowed place by place. When so many came for one place within about an hour, from whatever addresses and
//! without a printed slip, each account, and without one each address, has [`FEW`] more there and then one in ten minutes, until
//! it is calm again. The other places notice nothing. Whoever shares an operator's address with the flood waits with it, unless they
//! have an account or a slip. The words that were typed are kept.
//!
//! Everything is in memory, forgotten with the process, and an address is known by a salted hash only (R13).

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::breaker::{Breaker, Known, Measure, Rules};
use crate::base::{AreaId, Time};
use crate::error::Result;

/// Filings an address has for a place while its breaker is open: a yard behind one address may speak.
const FEW: f64 = 3.0;
/// Seconds after which it has one more then.
const SLOWLY: f64 = 600.0;
/// Places counted before those that are quiet are forgotten. Bamako has fewer.
const PLACES: usize = 256;

/// What was filed of late, by place.
pub(super) struct Floods {
    rules: Option<Rules>,
    places: Mutex<HashMap<AreaId, Breaker>>,
}

impl Floods {
    /// So many an hour and place; 0 lifts the limit.
    pub(super) fn new(per_hour: u32) -> Floods {
        let alarm = f64::from(per_hour);
        let open = Measure { room: FEW, seconds: SLOWLY };
        let rules = Rules { alarm, calm: alarm / 2.0, closed: None, open };
        Floods { rules: (per_hour > 0).then_some(rules), places: Mutex::default() }
    }

    /// Counts a concern of an address for a place; refuses with the seconds to wait.
    pub(super) fn count(&self, area: AreaId, address: impl Into<Known>, now: Time) -> Result<()> {
        let Some(rules) = &self.rules else { return Ok(()) };
        let mut places = self.places();
        if places.len() >= PLACES {
            places.retain(|_, breaker| !breaker.is_quiet(rules, now.seconds()));
        }
        if places.entry(area).or_default().count(rules, address, now.seconds())? {
            tracing::warn!(%area, "many concerns come for one place: it is slowed");
        }
        Ok(())
    }

    /// How many places are slowed.
    pub(super) fn slowed(&self, now: Time) -> usize {
        let Some(rules) = &self.rules else { return 0 };
        self.places().values_mut().filter_map(|breaker| breaker.is_open(rules, now.seconds()).then_some(())).count()
    }

    fn places(&self) -> MutexGuard<'_, HashMap<AreaId, Breaker>> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{HOUR, Id};
    use crate::error::Error;

    const FLOODED: AreaId = Id::new(1);
    const OTHER: AreaId = Id::new(2);

    /// What a hundred addresses that never stop get through at one place in an hour.
    fn flooded(floods: &Floods, hours: std::ops::Range<i64>) -> usize {
        let mut passed = 0;
        for second in hours.start * HOUR..hours.end * HOUR {
            for address in 0..100 {
                while floods.count(FLOODED, address, Time(second)).is_ok() {
                    passed += 1;
                }
            }
        }
        passed
    }

    #[test]
    fn a_flood_is_slowed_where_it_comes_and_nowhere_else() {
        let floods = Floods::new(60);
        let first = flooded(&floods, 0..1);
        let later = flooded(&floods, 1..4) / 3;
        // Sixty, three of each address, then six an hour of each.
        assert!(first <= 60 + 300 + 600 && later <= 600, "{first}, {later}");
        let now = Time(4 * HOUR);
        assert_eq!(floods.slowed(now), 1);
        // Whoever tells one thing of that place waits for nobody, and other places are as on any day.
        floods.count(FLOODED, 5_000, now).expect("a neighbour is heard at once");
        for _ in 0..59 {
            floods.count(OTHER, 7, now).expect("another place");
        }
        while floods.count(FLOODED, 0, now).is_ok() {}
        let Err(Error::TooMany(wait)) = floods.count(FLOODED, 0, now) else { panic!("the flood goes on") };
        assert!((1..=600).contains(&wait), "{wait}");
    }

    #[test]
    fn it_is_calm_again_and_a_setting_lifts_it() {
        let floods = Floods::new(60);
        flooded(&floods, 0..1);
        let later = Time(30 * HOUR);
        assert_eq!(floods.slowed(later), 0);
        for _ in 0..20 {
            floods.count(FLOODED, 0, later).expect("as on a quiet day");
        }
        let lifted = Floods::new(0);
        assert!((0..1_000).all(|_| lifted.count(FLOODED, 0, later).is_ok()) && lifted.slowed(later) == 0);
    }
}
