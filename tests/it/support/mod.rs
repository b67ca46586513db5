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
pub mod world;

pub use browser::{Browser, Look};
use minder::Folder;
pub use person::{Form, Link, Page, Person, Redirect};

use sigida::app::{self, Running};
use sigida::base::{Clock, Time};
use sigida::config::Config;
use std::fs::OpenOptions;
use std::future::Future;
use std::io::Write;
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
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

    /// The URL of a path, or of a whole URL that a page gave.
    #[track_caller]
    pub fn url(&self, path: &str) -> Url {
        let base = Url::parse(&format!("http://{}/", self.address())).expect("an address makes a URL");
        base.join(path).unwrap_or_else(|error| panic!("“{path}” is no path: {error}"))
    }
}

/// A program that runs, on a fresh database and a data folder of its own. Both go when this is dropped.
pub struct House {
    /// The time in the house: stands still until a test moves it.
    pub clock: Clock,
    base: Base,
    running: Mutex<Option<Running>>,
    config: Box<dyn Fn() -> Config>,
    kind: Kind,
    database_url: String,
    database: Option<postgres::Database>,
    data: PathBuf,
    folder: Folder,
}

impl House {
    /// Starts a program with the settings of tests.
    pub async fn open(kind: Kind) -> House {
        House::open_with(kind, |_| {}).await
    }

    /// Starts a program with settings of its own. They are asked for again at each restart.
    pub async fn open_with(kind: Kind, settings: impl Fn(&mut Config) + 'static) -> House {
        aside(|| {
            let clock = Clock::manual(Time::parse(START).expect("a time, as written above"));
            let folder = Folder::new("house");
            let data = data_dir(&folder);
            let (database, database_url) = match kind {
                Kind::Sqlite => (None, format!("sqlite://{}", data.join("sigida.db").display())),
                Kind::Postgres => {
                    let database = postgres::Database::new(migrate);
                    lay_template_files(&data);
                    let url = database.url().to_owned();
                    (Some(database), url)
                }
            };
            let (place, url) = (data.clone(), database_url.clone());
            let config = Box::new(move || {
                let mut config = Config::for_tests(place.clone(), &url);
                settings(&mut config);
                config
            });
            let running = start(config(), &clock);
            let base = Base(Arc::new(Mutex::new(running.address)));
            House {
                clock,
                base,
                running: Mutex::new(Some(running)),
                config,
                kind,
                database_url,
                database,
                data,
                folder,
            }
        })
    }

    /// Lets a closure fill the house with people and events before the test begins: the demonstration data, say.
    pub fn with_world(self, fill: impl FnOnce(&Config, &Running, &Clock)) -> House {
        aside(|| {
            let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
            fill(&(self.config)(), running.as_ref().expect("the house runs"), &self.clock);
        });
        self
    }

    /// Someone new, with a browser without JavaScript, who reads French.
    pub async fn person(&self) -> Person {
        Person::new(self.base())
    }

    /// Stops the program as an administrator does, and starts it on the same data. People keep their cookies and find it
    /// again, though its port is another.
    pub async fn restart(&self) {
        aside(|| {
            let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(running) = running.take() {
                running.stop();
            }
            let again = start((self.config)(), &self.clock);
            *self.base.0.lock().unwrap_or_else(PoisonError::into_inner) = again.address;
            *running = Some(again);
        });
    }

    /// What the program's requests share: the database above all, for what no page shows.
    pub fn site(&self) -> Arc<sigida::web::Site> {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&running.as_ref().expect("the house runs").site)
    }

    /// SQLite or Postgres.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Where the program keeps its files.
    pub fn data_dir(&self) -> &Path {
        &self.data
    }

    /// The database's address, as the program was given it.
    pub fn database_url(&self) -> &str {
        &self.database_url
    }

    /// The settings the program runs with.
    pub fn config(&self) -> Config {
        (self.config)()
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.base.address()
    }

    /// Where it listens, kept right through restarts.
    pub fn base(&self) -> Base {
        self.base.clone()
    }
}

impl Drop for House {
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

/// The files the program made beside the template database: the secret it was made under, which every copy needs again.
static TEMPLATE_FILES: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();

/// Has the program migrate a database: starts it there, stops it, and keeps its files.
fn migrate(url: &str) {
    let folder = Folder::new("template");
    let data = data_dir(&folder);
    let clock = Clock::manual(Time::parse(START).expect("a time, as written above"));
    start(Config::for_tests(data.clone(), url), &clock).stop();
    let files = std::fs::read_dir(&data).expect("the folder just made").flatten().map(|entry| entry.path());
    let kept = files.filter(|path| path.is_file()).map(|path| {
        let bytes = std::fs::read(&path).expect("a file of the program just stopped");
        (path.file_name().map(PathBuf::from).unwrap_or_default(), bytes)
    });
    TEMPLATE_FILES.get_or_init(|| kept.collect());
}

/// Lays the files of the template in a house's folder, for the owner's eyes only.
fn lay_template_files(data: &Path) {
    for (name, bytes) in TEMPLATE_FILES.get().into_iter().flatten() {
        let mut options = OpenOptions::new();
        let file = options.write(true).create_new(true).mode(0o600).open(data.join(name));
        file.and_then(|mut file| file.write_all(bytes)).expect("a file in the folder just made");
    }
}

/// The folder for data in a house's folder, made.
fn data_dir(folder: &Folder) -> PathBuf {
    let data = folder.path().join("data");
    std::fs::create_dir(&data).expect("a folder in the folder just made");
    data
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
