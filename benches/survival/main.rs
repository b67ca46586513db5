//! What outlives what: the real program on a real database, used by many at once, while it is killed, its database stopped, its
//! clock moved, its connections used up, its lines held, its disk filled. Whatever it acknowledged must be found again.
//!
//! `cargo bench --bench survival` (or `--profile dev`, which builds faster). By environment: `SURVIVAL_WHAT`, some of
//! `kill,stop,clock,pool,slow,disk` (all when unset), `SURVIVAL_ONLY=sqlite|postgres`, `SURVIVAL_KILLS` (200),
//! `SURVIVAL_STOPS` (20), `SURVIVAL_SLOW` (1000), `SURVIVAL_RESIDENTS` (6), `SURVIVAL_SEED`.
//!
//! Prints one table. Exit code 1 when something acknowledged was lost, done twice, or not found whole. A killed process leaves its
//! writes with the system; power cuts are another matter, for which see `synchronous = FULL` and `fsync` in `deploy/README.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a measuring program")]

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../tests/it/support/minder.rs"]
mod minder;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../tests/it/support/postgres.rs"]
mod postgres;

mod browser;
mod clock;
mod cluster;
mod crowd;
mod disk;
mod instance;
mod kill;
mod memory;
mod pool;
mod report;
mod slow;
mod stop;

use std::path::{Path, PathBuf};

use cluster::Cluster;
use instance::Instance;
use memory::Memory;
use report::Report;

/// A number out of the environment.
pub fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

/// Where instances are made.
pub struct Place {
    folder: PathBuf,
    cluster: Option<Cluster>,
}

impl Place {
    /// A fresh instance on this database.
    pub fn instance(&self, name: &str, kind: &str) -> Instance {
        Instance::fresh(&self.folder, &format!("{name}_{kind}"), self.cluster.as_ref().filter(|_| kind == "postgres"))
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Does what blocks, on a thread of its own: away from the people's.
pub fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(work).join()).expect("no panic")
}

/// Random moments, the same again under the same seed (`SURVIVAL_SEED`).
pub struct Chance(u64);

impl Default for Chance {
    fn default() -> Chance {
        Chance(setting("SURVIVAL_SEED", 20_261_128).max(1))
    }
}

impl Chance {
    /// A number below this one (xorshift64).
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// Concerns that stand in the database more than once: a form sent again that did its deed again.
pub fn twice(instance: &Instance, memory: &Memory) -> Vec<String> {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Words {
        #[diesel(sql_type = diesel::sql_types::Text)]
        words: String,
    }
    const ALL: &str = "SELECT words FROM concerns WHERE words LIKE 'La lampe %'";
    let rows: Vec<Words> = aside(|| {
        let site = instance.open();
        site.db.read_now(|conn| Ok(diesel::sql_query(ALL).load(conn)?)).expect("the concerns can be read")
    });
    let mut found = std::collections::BTreeMap::<&str, u64>::new();
    for row in &rows {
        *found.entry(row.words.split_whitespace().nth(2).unwrap_or_default()).or_default() += 1;
    }
    let marks = memory.marks();
    let more = found.iter().filter(|(mark, times)| **times > 1 && marks.contains(**mark));
    more.map(|(mark, times)| format!("{mark} was filed {times} times")).collect()
}

fn main() {
    let chosen = std::env::var("SURVIVAL_WHAT").unwrap_or_default();
    let wanted = |part: &str| chosen.is_empty() || chosen.split(',').any(|c| c.trim() == part);
    let only = std::env::var("SURVIVAL_ONLY").unwrap_or_default();
    let kinds: Vec<&str> = ["sqlite", "postgres"].into_iter().filter(|k| only.is_empty() || only == *k).collect();
    // A real disk, and short enough of path for a Unix socket; open to the user Postgres runs as.
    let folder = minder::Folder::new_in(Path::new("/tmp"), "survival");
    let cluster = kinds.contains(&"postgres").then(|| Cluster::new(folder.path()));
    let mut place = Place { folder: folder.path().to_path_buf(), cluster };
    let mut report = Report::default();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        for kind in &kinds {
            if wanted("kill") {
                kill::run(&place, kind, &mut report).await;
            }
        }
        for kind in &kinds {
            if wanted("clock") {
                clock::run(&place, kind, &mut report).await;
            }
            if wanted("pool") {
                pool::run(&place, kind, &mut report).await;
            }
            if wanted("slow") {
                slow::run(&place, kind, &mut report).await;
            }
            if wanted("disk") {
                disk::run(&place, kind, &mut report).await;
            }
        }
        if wanted("stop") && kinds.contains(&"postgres") {
            stop::run(&mut place, &mut report).await;
        }
    });
    drop(place);
    let kept = report.end();
    drop(folder);
    std::process::exit(i32::from(!kept));
}
