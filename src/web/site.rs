//! What every request shares: the database, the clock, the keys, the settings, the caches.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use super::held::Held;
use super::limit::Limits;
use super::metrics::{Gate, Metrics};
use super::public_url::PublicUrl;
use super::readings::Readings;
use super::routes::PageCache;
use super::slow::Slow;
use super::upload::Uploads;
use crate::areas::{self, Reference};
use crate::base::{Actor, Clock, Entropy, Time};
use crate::db::{Conn, Db};
use crate::error::Result;
use crate::keys::Keys;
use crate::media::Store;
use crate::seal::Vault;

/// The settings that the HTTP kit reads.
#[derive(Debug, Clone)]
pub struct WebSettings {
    /// True when browsers reach us by HTTPS: cookies are `Secure` and HSTS is sent.
    pub secure: bool,
    /// Proxies whose `X-Forwarded-For` is believed, and nobody else's.
    pub trusted_proxies: Vec<IpAddr>,
    /// Forms one address may send a minute; 0 lifts the limit.
    pub forms_per_minute: u32,
    /// Searches, feeds and files one address may ask for a minute; 0 lifts the limit, and so does no limit on forms.
    pub reads_per_minute: u32,
    /// Codes and passwords one address may try a minute; 0 lifts the limit.
    pub tries_per_minute: u32,
    /// Concerns for one place in an hour, without a slip, before it is slowed; 0 lifts the limit.
    pub filings_per_hour: u32,
    /// Where « Quitter vite » leads.
    pub exit_url: String,
    /// Bytes of public pages kept ready; 0 keeps none.
    pub page_cache_bytes: u64,
    /// True when whoever holds a role signs in by two steps; false offers it (A2).
    pub second_step: bool,
    /// True when dangerous deeds ask again who it is.
    pub asks_again: bool,
    /// True for `sigida demo`: pages say so.
    pub demo: bool,
    /// Where browsers find the house; without it nobody is offered a key (WebAuthn).
    pub public_url: Option<PublicUrl>,
    /// The folder where files wait while they are looked at.
    pub uploads: PathBuf,
    /// The file beside the secret where what is gone for good is written down.
    pub erased: PathBuf,
    /// Days a voice note is kept after it was written down or its concern closed, while no rule says it.
    pub sound_days: i64,
    /// To whom `/metrics` is told.
    pub metrics: Gate,
    /// How long the head of a request may take.
    pub head: Duration,
    /// How long a form may bring nothing before the line is given up.
    pub silence: Duration,
    /// How long an answer may wait for its reader to take any of it before the line is given up.
    pub unread: Duration,
}

/// Shared by all requests.
pub struct Site {
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
    /// Keys of the instance's secret.
    pub keys: Keys,
    /// Settings.
    pub settings: WebSettings,
    /// Threads for work that is slow on purpose.
    pub slow: Slow,
    /// Opened private keys, while their holders are here.
    pub vault: Vault,
    /// Threads that look at files somebody sent: few, since each may hold a whole picture in memory.
    pub darkroom: Slow,
    /// Where photos and sounds lie.
    pub media: Store,
    pub(super) uploads: Uploads,
    pub(super) limits: Limits,
    pub(super) pages: PageCache,
    pub(super) held: Held,
    pub(super) readings: Readings,
    pub(super) news: ReadNews,
    pub(super) metrics: Metrics,
    reference: RwLock<Arc<Reference>>,
}

/// What is new to an account, as the menu of every page counts it.
#[derive(Debug, Clone, Copy, Default)]
pub struct News {
    /// How many of the concerns it follows have news.
    pub concerns: i64,
    /// How many posts are unread in its discussions, and decisions on its own ones.
    pub talk: i64,
    /// Of how many of its places at meetings something became that it has not seen.
    pub places: i64,
    /// How many of its questions for meetings are not shown, while it has not read so.
    pub questions: i64,
    /// How much waits for its decision as a moderator.
    pub waits: i64,
}

impl News {
    /// What became of its places and questions at meetings.
    pub fn meetings(self) -> i64 {
        self.places + self.questions
    }

    /// All of it.
    pub fn sum(self) -> i64 {
        self.concerns + self.talk + self.places + self.questions + self.waits
    }
}

/// Reads what is new to whoever has an account: answered by features the kit does not know.
pub type ReadNews = fn(&mut Conn, &Actor, &Reference, Time) -> Result<News>;

impl Site {
    /// Puts it together.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn new(
        db: Db,
        clock: Clock,
        entropy: Entropy,
        keys: Keys,
        media: Store,
        settings: WebSettings,
        news: ReadNews,
    ) -> std::io::Result<Site> {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Site {
            limits: Limits::new(&settings, &entropy),
            pages: PageCache::new(settings.page_cache_bytes),
            metrics: Metrics::new(db.url().kind()),
            slow: Slow::start("slow", cores)?,
            darkroom: Slow::start("darkroom", cores.div_ceil(2))?,
            held: Held::new(),
            readings: Readings::default(),
            uploads: Uploads::new(settings.uploads.clone(), settings.silence)?,
            vault: Vault::default(),
            media,
            reference: RwLock::new(Arc::new(Reference::unread())),
            db,
            clock,
            entropy,
            keys,
            settings,
            news,
        })
    }

    /// The reference data as it stands at this version, read again when it has moved.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub(super) async fn reference(&self, version: i64) -> Result<Arc<Reference>> {
        let held = Arc::clone(&self.reference.read().unwrap_or_else(PoisonError::into_inner));
        if held.version == version {
            return Ok(held);
        }
        let fresh = Arc::new(self.db.read(areas::store::load).await?);
        *self.reference.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&fresh);
        Ok(fresh)
    }
}
