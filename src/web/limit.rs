//! Rate limits. The key is a hash under a salt that lives in memory only and is drawn anew each hour: nothing of an address of the
//! network is ever written down (R13). The salt of the hour before is kept for one more, so that no count begins anew when an hour
//! is full: what was owed under it still stands.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use sha2::{Digest, Sha256};

use super::breaker::Known;
use super::floods::Floods;
use super::guesses::Guesses;
use super::site::WebSettings;
use super::tries::Tries;
use crate::base::{AccountId, AreaId, ConcernId, Entropy, HOUR, MeetingId, Time};
use crate::error::{Error, Result};

type Limiter = Option<DefaultKeyedRateLimiter<u64>>;

/// What addresses are hashed under: this hour and the one before.
struct Salts {
    hour: i64,
    now: [u8; 32],
    before: [u8; 32],
}

pub(super) struct Limits {
    entropy: Entropy,
    /// Of what is no address: accounts, codes of walls.
    salt: [u8; 32],
    salts: Mutex<Salts>,
    forms: Limiter,
    tries: Limiter,
    at_account: Tries,
    guesses: Guesses,
    doors: Guesses,
    reads: Limiter,
    places: Limiter,
    floods: Floods,
    supports: Limiter,
    walls: Limiter,
    calls: AtomicU64,
}

/// What is being limited.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Any form.
    Form,
    /// A password or a mark, which somebody may be guessing.
    Try,
    /// A page that is searched, a feed, a file.
    Read,
    /// « Moi aussi » on one concern.
    Support(ConcernId),
    /// A place at one meeting, without an account.
    Place(MeetingId),
}

/// « Patrouille vue » at one wall in an hour, from everywhere: a market has that many eyes, a machine has more.
const SEEN: NonZeroU32 = NonZeroU32::MIN.saturating_add(39);

/// « Moi aussi » of one address on one concern in an hour: a whole yard behind one operator's address may speak, a machine may
/// not speak for a town.
const SUPPORTS: NonZeroU32 = NonZeroU32::MIN.saturating_add(59);

/// Places of one address at one meeting in an hour, for the same reason.
const PLACES: NonZeroU32 = NonZeroU32::MIN.saturating_add(29);

fn limiter(per_minute: u32) -> Limiter {
    NonZeroU32::new(per_minute).map(|n| RateLimiter::keyed(Quota::per_minute(n)))
}

impl Limits {
    pub(super) fn new(settings: &WebSettings, entropy: &Entropy) -> Limits {
        Limits {
            salt: entropy.bytes(),
            salts: Mutex::new(Salts { hour: 0, now: entropy.bytes(), before: entropy.bytes() }),
            forms: limiter(settings.forms_per_minute),
            tries: limiter(settings.tries_per_minute),
            at_account: Tries::new(settings.tries_per_minute > 0),
            guesses: Guesses::new(settings.tries_per_minute),
            doors: Guesses::new(settings.tries_per_minute),
            reads: limiter(if settings.forms_per_minute > 0 { settings.reads_per_minute } else { 0 }),
            places: NonZeroU32::new(settings.forms_per_minute).map(|_| RateLimiter::keyed(Quota::per_hour(PLACES))),
            floods: Floods::new(settings.filings_per_hour),
            supports: NonZeroU32::new(settings.forms_per_minute).map(|_| RateLimiter::keyed(Quota::per_hour(SUPPORTS))),
            walls: NonZeroU32::new(settings.forms_per_minute).map(|_| RateLimiter::keyed(Quota::per_hour(SEEN))),
            calls: AtomicU64::new(0),
            entropy: entropy.clone(),
        }
    }

    /// Counts a tracking code that is about to be looked up.
    pub(super) fn guess(&self, address: Option<IpAddr>, now: Time) -> Result<()> {
        address.map_or(Ok(()), |address| self.guesses.count(self.key(address, 0, now), now))
    }

    /// That code was right.
    pub(super) fn guessed_right(&self, address: Option<IpAddr>, now: Time) {
        if let Some(address) = address {
            self.guesses.forgive(self.key(address, 0, now));
        }
    }

    /// Counts a door code that is about to be looked up.
    pub(super) fn door(&self, address: Option<IpAddr>, now: Time) -> Result<()> {
        address.map_or(Ok(()), |address| self.doors.count(self.key(address, 0, now), now))
    }

    /// That door code was right.
    pub(super) fn door_right(&self, address: Option<IpAddr>, now: Time) {
        if let Some(address) = address {
            self.doors.forgive(self.key(address, 0, now));
        }
    }

    /// Counts a concern that no slip stands for, by its account or else by its address.
    pub(super) fn filing(
        &self,
        area: AreaId,
        account: Option<AccountId>,
        address: Option<IpAddr>,
        now: Time,
    ) -> Result<()> {
        let who = match account {
            Some(account) => Some(Known::from(self.thing(&format!("account {account}")))),
            None => address.map(|address| self.key(address, 0, now)),
        };
        who.map_or(Ok(()), |who| self.floods.count(area, who, now))
    }

    /// How many places are slowed.
    pub(super) fn slowed(&self, now: Time) -> usize {
        self.floods.slowed(now)
    }

    /// How an address is known here, for an hour; apart for each thing it may do something to.
    fn key(&self, address: IpAddr, thing: i64, now: Time) -> Known {
        let (salt, last) = self.salts(now);
        let under = |salt: [u8; 32]| {
            let hash = Sha256::new()
                .chain_update(salt)
                .chain_update(thing.to_be_bytes())
                .chain_update(network(address).to_string())
                .finalize();
            u64::from_be_bytes(std::array::from_fn(|i| hash[i]))
        };
        Known { now: under(salt), before: under(last) }
    }

    /// The salts of this hour and of the last one; whatever is older is gone.
    fn salts(&self, now: Time) -> ([u8; 32], [u8; 32]) {
        let hour = now.seconds() / HOUR;
        let mut salts = self.salts.lock().unwrap_or_else(PoisonError::into_inner);
        if hour > salts.hour {
            let before = if hour == salts.hour + 1 { salts.now } else { self.entropy.bytes() };
            *salts = Salts { hour, now: self.entropy.bytes(), before };
        }
        (salts.now, salts.before)
    }

    /// Counts a try at one account, known by its login or its id, there or not.
    pub(super) fn count_at(&self, account: &str, now: Time) -> Result<()> {
        self.at_account.count(self.thing(account), now)
    }

    /// That try was right.
    pub(super) fn right_at(&self, account: &str) {
        self.at_account.forgive(self.thing(account));
    }

    /// Forgetting those who are quiet again keeps a table small.
    fn tidy(&self, limiter: &DefaultKeyedRateLimiter<u64>) {
        if self.calls.fetch_add(1, Ordering::Relaxed) % 1_024 == 1_023 {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }

    fn thing(&self, name: &str) -> u64 {
        let hash = Sha256::new().chain_update(self.salt).chain_update(name).finalize();
        u64::from_be_bytes(std::array::from_fn(|i| hash[i]))
    }

    /// Counts a confirmation at one wall, whoever sends it by whatever channel: nothing of them is in the key.
    pub(super) fn count_wall(&self, code: &str) -> Result<()> {
        let Some(limiter) = &self.walls else { return Ok(()) };
        self.tidy(limiter);
        limiter.check_key(&self.thing(code)).map_err(waited)
    }

    /// Counts one; refuses with the seconds to wait when there were too many.
    pub(super) fn count(&self, kind: Kind, address: Option<IpAddr>, now: Time) -> Result<()> {
        let (limiter, thing) = match kind {
            Kind::Form => (&self.forms, 0),
            Kind::Try => (&self.tries, 0),
            Kind::Read => (&self.reads, 0),
            Kind::Support(concern) => (&self.supports, concern.raw()),
            Kind::Place(meeting) => (&self.places, meeting.raw()),
        };
        let (Some(limiter), Some(address)) = (limiter, address) else { return Ok(()) };
        self.tidy(limiter);
        let key = self.key(address, thing, now);
        // Under the last hour's name it was counted for longer: that one refuses first.
        limiter.check_key(&key.before).map_err(waited)?;
        limiter.check_key(&key.now).map_err(waited)
    }
}

/// Refuses with the seconds to wait.
fn waited(wait: governor::NotUntil<governor::clock::QuantaInstant>) -> Error {
    let seconds = wait.wait_time_from(governor::clock::DefaultClock::default().now()).as_secs();
    Error::TooMany(seconds + 1)
}

/// Whose address it is: of IPv6 one household has 2^64, which are one.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => IpAddr::V6((u128::from(six) >> 64 << 64).into()),
        four => four,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    /// Limits of so many tries a minute, and an address.
    fn limits(tries: u32) -> (Limits, IpAddr) {
        let mut settings = Config::for_tests(std::env::temp_dir(), "sqlite:unused.db").web;
        (settings.tries_per_minute, settings.filings_per_hour) = (tries, 4);
        (Limits::new(&settings, &Entropy::system()), "192.0.2.1".parse().expect("an address"))
    }

    #[test]
    fn no_count_begins_anew_when_an_hour_is_full() {
        let (limits, address) = limits(3);
        let (late, early) = (Time(7 * HOUR - 1), Time(7 * HOUR));
        let guess = |now| limits.guess(Some(address), now);
        let tried = |now| limits.count(Kind::Try, Some(address), now);
        for _ in 0..3 {
            guess(late).expect("a guess");
            tried(late).expect("a try");
        }
        assert!(guess(early).is_err() && tried(early).is_err(), "the hour's end forgave");
        // Two hours later nobody is known any more.
        let later = Time(10 * HOUR);
        assert_ne!(limits.key(address, 0, early).now, limits.key(address, 0, later).before);
        guess(later).expect("a guess");
    }

    #[test]
    fn a_flood_is_counted_past_the_full_hour() {
        let (limits, address) = limits(3);
        let filed = |now| limits.filing(AreaId::new(1), None, Some(address), now);
        let (late, early) = (Time(7 * HOUR - 1), Time(7 * HOUR));
        let passed = (0..40).filter(|n| filed(if *n < 20 { late } else { early }).is_ok()).count();
        assert!(passed < 10, "{passed} of 40 went through");
    }

    #[test]
    fn a_household_of_ipv6_is_one_address() {
        let of = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }
}
