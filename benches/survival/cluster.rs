//! A Postgres of this program's own, which waits for the disk as one must that loses nothing, and which can be stopped as a
//! failing machine stops it (`immediate`) and started again on the same files.

use std::path::Path;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

use super::minder::{Folder, Minded};
use super::postgres::Files;

const SETTINGS: [&str; 7] = [
    "listen_addresses=",
    "fsync=on",
    "synchronous_commit=on",
    "full_page_writes=on",
    "shared_buffers=64MB",
    "max_connections=40",
    "timezone=UTC",
];

/// Its files, and its server while it runs.
pub struct Cluster {
    files: Files,
    place: std::path::PathBuf,
    running: Option<(Minded, Folder)>,
    _folder: Folder,
}

impl Cluster {
    /// Makes one in this place and starts it.
    pub fn new(place: &Path) -> Cluster {
        let folder = Folder::new_in(place, "cluster");
        let files = Files::make(&folder);
        let mut cluster = Cluster { files, place: place.to_path_buf(), running: None, _folder: folder };
        cluster.start();
        cluster
    }

    /// Starts it and waits until it answers.
    pub fn start(&mut self) {
        let log = Folder::new_in(&self.place, "cluster-log");
        let server = Minded::start(&log, "QUIT", self.files.server(&SETTINGS));
        let begun = Instant::now();
        while PgConnection::establish(&self.url("postgres")).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(60), "Postgres did not answer in a minute: {}", log.log());
            std::thread::sleep(Duration::from_millis(5));
        }
        self.running = Some((server, log));
    }

    /// Stops it as `pg_ctl stop -m immediate` does (SIGQUIT: no goodbye, no checkpoint) and waits until it is gone.
    pub fn stop_at_once(&mut self) {
        let pid = std::fs::read_to_string(self.files.data.join("postmaster.pid")).expect("a running Postgres");
        let process = Path::new("/proc").join(pid.lines().next().expect("its number"));
        drop(self.running.take());
        while process.exists() {
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// The URL of one of its databases.
    pub fn url(&self, name: &str) -> String {
        self.files.url(name)
    }

    /// The folder of its data.
    pub fn data(&self) -> &Path {
        &self.files.data
    }

    /// Runs a statement on its first database.
    pub fn run(&self, sql: &str) {
        let mut conn = PgConnection::establish(&self.url("postgres")).expect("a running Postgres");
        conn.batch_execute(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
}
