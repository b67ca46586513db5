//! What the tests stand on: a running program on a fresh database ([`House`]), people with plain browsers
//! ([`person::Person`]) and one with Chromium ([`browser::Browser`]), and [`both!`], which runs a test on SQLite and on
//! Postgres.
//!
//! ```ignore
//! use crate::support::both;
//!
//! both! {
//!     /// A concern can be filed without an account.
//!     async fn anyone_can_file_a_concern(house: House) {
//!         let page = house.person().await.visit("/fr").await;
//!         page.must_have("Signaler");
//!     }
//! }
//! ```
//!
//! The tests are then called `anyone_can_file_a_concern::sqlite` and `anyone_can_file_a_concern::postgres`. A test that
//! need not run twice, of looks in a browser for instance, is written in [`on_sqlite!`].

#![allow(dead_code, unused_imports, unused_macros, reason = "a set of tools: not every one is in use at any time")]
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "what the machine lacks, or a page has not, ends a test with a sentence"
)]

pub mod browser;
pub mod dump;
pub mod form;
pub mod html_rules;
pub mod line;
pub mod minder;
pub mod page;
pub mod person;
pub mod postgres;
pub mod program;
pub mod s3;
pub mod statements;
pub mod stick;
pub mod template;
pub mod world;

pub use browser::{Browser, Look};
use minder::Folder;
pub use person::{Form, Link, Page, Person, Redirect};
use template::Beginning;

use sigida::app::{self, Running};
use sigida::base::{Clock, Time};
use sigida::config::Config;
use std::cell::{Cell, OnceCell};
use std::future::Future;
use std::net::{Ipv4Addr, SocketAddr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::runtime::{Builder, Handle, RuntimeFlavor};
use url::Url;

/// When every test begins: a Monday morning in Bamako.
pub const START: &str = "2026-11-23T10:00:00Z";

/// On which database a program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A file in the house's data folder.
    Sqlite,
    /// A database of the cluster in [`postgres`].
    Postgres,
}

/// Where a house is to be reached; its port changes when it restarts.
#[derive(Clone)]
pub struct Base(Arc<Mutex<SocketAddr>>);

impl Base {
    /// The address now.
    pub fn address(&self) -> SocketAddr {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An address of a program of one's own.
    pub fn at(address: SocketAddr) -> Base {
        Base(Arc::new(Mutex::new(address)))
    }

    /// The program is to be reached elsewhere now.
    fn moves(&self, address: SocketAddr) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = address;
    }

    /// The URL of a path, or of a whole URL that a page gave.
    #[track_caller]
    pub fn url(&self, path: &str) -> Url {
        let base = Url::parse(&format!("http://{}/", self.address())).expect("an address makes a URL");
        base.join(path).unwrap_or_else(|error| panic!("“{path}” is no path: {error}"))
    }
}

/// A program on a fresh database and in a data folder of its own, which starts when it is first asked for anything. Both go
/// when this is dropped.
pub struct House {
    /// The time in the house: stands still until a test moves it.
    pub clock: Clock,
    base: Base,
    settings: Box<dyn Fn(&mut Config)>,
    kind: Kind,
    beginning: Cell<Beginning>,
    opened: OnceCell<Opened>,
}

/// What there is of a house once it is open.
struct Opened {
    running: Mutex<Option<Running>>,
    database_url: String,
    data: PathBuf,
    _database: Option<postgres::Database>,
    _folder: Folder,
}

impl House {
    /// A program with the settings of tests.
    pub async fn open(kind: Kind) -> House {
        House::open_with(kind, |_| {}).await
    }

    /// A program with settings of its own. They are asked for again at each restart.
    pub async fn open_with(kind: Kind, settings: impl Fn(&mut Config) + 'static) -> House {
        House {
            clock: Clock::manual(Time::parse(START).expect("a time, as written above")),
            base: Base::at(SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0))),
            settings: Box::new(settings),
            kind,
            beginning: Cell::new(Beginning::Empty),
            opened: OnceCell::new(),
        }
    }

    /// Fills the house with the demonstration's world before the test begins. A house that is not open yet begins with a copy
    /// of it; one that is, or whose clock was moved, lives through it now.
    pub fn settle(&self) {
        if self.opened.get().is_none() && Some(self.clock.now()) == Time::parse(START) {
            self.beginning.set(Beginning::World);
            self.opened();
        } else {
            let filled = aside(|| sigida::sample::fill(&self.site()));
            filled.unwrap_or_else(|error| panic!("The sample could not be laid: {error}"));
        }
    }

    /// The open house; opens it if nobody did.
    fn opened(&self) -> &Opened {
        self.opened.get_or_init(|| aside(|| self.begin()))
    }

    /// Lays what it begins with, and starts the program there.
    fn begin(&self) -> Opened {
        let folder = Folder::new("house");
        let data = template::data_dir(&folder);
        let database = template::lay(self.kind, self.beginning.get(), &data);
        let database_url =
            database.as_ref().map_or_else(|| template::sqlite_in(&data), |database| database.url().to_owned());
        let mut config = self.config_of(&data, &database_url);
        if self.beginning.get() == Beginning::World {
            // Its past is as it was lived: nothing of it expired, and no day of it was signed, before the test began.
            config.first_sweep = Duration::from_secs(600);
        }
        let running = start(config, &self.clock);
        self.base.moves(running.address);
        Opened { running: Mutex::new(Some(running)), database_url, data, _database: database, _folder: folder }
    }

    /// Its settings, asked for anew.
    fn config_of(&self, data: &Path, database_url: &str) -> Config {
        let mut config = Config::for_tests(data.to_owned(), database_url);
        (self.settings)(&mut config);
        config
    }

    /// Someone new, with a browser without JavaScript, who reads French.
    pub async fn person(&self) -> Person {
        Person::new(self.base())
    }

    /// Stops the program as an administrator does, and starts it on the same data. People keep their cookies and find it
    /// again, though its port is another.
    pub async fn restart(&self) {
        aside(|| {
            let mut running = self.opened().running.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(running) = running.take() {
                running.stop();
            }
            let again = start(self.config(), &self.clock);
            self.base.moves(again.address);
            *running = Some(again);
        });
    }

    /// What the program's requests share: the database above all, for what no page shows.
    pub fn site(&self) -> Arc<sigida::web::Site> {
        let running = self.opened().running.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&running.as_ref().expect("the house runs").site)
    }

    /// SQLite or Postgres.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Where the program keeps its files.
    pub fn data_dir(&self) -> &Path {
        &self.opened().data
    }

    /// The database's address, as the program was given it.
    pub fn database_url(&self) -> &str {
        &self.opened().database_url
    }

    /// The settings the program runs with.
    pub fn config(&self) -> Config {
        let opened = self.opened();
        self.config_of(&opened.data, &opened.database_url)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.base().address()
    }

    /// Where it listens, kept right through restarts.
    pub fn base(&self) -> Base {
        self.opened();
        self.base.clone()
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(running) = running {
            // Caught, because a second panic while a failed test unwinds would end all the others.
            let stopped = catch_unwind(AssertUnwindSafe(|| aside(|| running.stop())));
            if stopped.is_err() && !std::thread::panicking() {
                panic!("the program did not stop as it should");
            }
        }
    }
}

/// Runs a test in a house; what [`both!`] and [`on_sqlite!`] write.
pub fn in_house<F: Future<Output = ()>>(kind: Kind, test: impl FnOnce(House) -> F) {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime starts");
    runtime.block_on(async { test(House::open(kind).await).await });
}

/// Does what blocks, or brings a runtime of its own, from within a test.
pub fn aside<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current().map(|handle| handle.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        _ => work(),
    }
}

/// Starts the program, or panics with its own sentence.
fn start(config: Config, clock: &Clock) -> Running {
    app::start(config, clock.clone()).unwrap_or_else(|error| panic!("The program did not start: {error}"))
}

/// Runs each test on both databases, under the names `<test>::sqlite` and `<test>::postgres`.
macro_rules! both {
    ($($(#[$about:meta])* async fn $name:ident($house:ident: House) $body:block)+) => {$(
        async fn $name($house: $crate::support::House) $body

        mod $name {
            $(#[$about])*
            #[test]
            fn sqlite() {
                $crate::support::in_house($crate::support::Kind::Sqlite, super::$name);
            }

            $(#[$about])*
            #[test]
            fn postgres() {
                $crate::support::in_house($crate::support::Kind::Postgres, super::$name);
            }
        }
    )+};
}

/// Runs each test on SQLite only: for what no database can change, such as looks.
macro_rules! on_sqlite {
    ($($(#[$about:meta])* async fn $name:ident($house:ident: House) $body:block)+) => {$(
        $(#[$about])*
        #[test]
        fn $name() {
            async fn test($house: $crate::support::House) $body
            $crate::support::in_house($crate::support::Kind::Sqlite, test);
        }
    )+};
}

pub(crate) use {both, on_sqlite};
