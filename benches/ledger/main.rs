//! How long a large ledger takes to verify, how much memory, and whether a damaged row is found in it: `cargo bench --bench ledger`.
//! Fills SQLite and Postgres with 1,000,000 rows through the program's own door (`LEDGER_ROWS`, `LEDGER_ONLY=sqlite|postgres`), lets
//! it sign them, then runs `sigida audit verify` as a process of its own and prints rows a second and the most memory it ever held. A
//! ledger of a tenth goes first: memory must not grow. Then rows deep within are removed, edited and swapped, one after another: each
//! must be named. Ends with code 1 when one is not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a measuring program")]

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../tests/it/support/minder.rs"]
mod minder;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../tests/it/support/postgres.rs"]
mod postgres;

mod attacks;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sigida::base::{Actor, Clock, Entropy, Time};
use sigida::config::Config;
use sigida::ledger::signed::{self, Beside};
use sigida::web::Site;
use sigida::{app, ledger};

/// Rows a deed writes here; a person's deed writes one or two.
const EACH: i64 = 10_000;

/// Memory of a process in kilobytes, as Linux tells it while it runs: what it holds of its own, and the most it ever held with
/// pages of files among it, which SQLite maps and the system takes back when it needs them.
#[derive(Debug, Clone, Copy, Default)]
struct Memory {
    own: u64,
    all: u64,
}

impl Memory {
    fn of(pid: u32) -> Option<Memory> {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
        let line = |name: &str| {
            status.lines().find_map(|line| line.strip_prefix(name))?.trim().strip_suffix(" kB")?.trim().parse().ok()
        };
        Some(Memory { own: line("RssAnon:")?, all: line("VmHWM:")? })
    }

    fn most(self, other: Memory) -> Memory {
        Memory { own: self.own.max(other.own), all: self.all.max(other.all) }
    }
}

impl std::fmt::Display for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let megabytes = |kilobytes: u64| kilobytes as f64 / 1024.0;
        write!(f, "{:.1} MB of its own, {:.1} MB with mapped files", megabytes(self.own), megabytes(self.all))
    }
}

/// Fills the ledger up to so many rows, ten thousand a day, and signs it.
fn fill(site: &Site, clock: &Clock, beside: &Beside, rows: i64) {
    let begun = Instant::now();
    let there = site.db.read_now(ledger::verify).unwrap();
    let ledger::Verdict::Whole { rows: mut done, .. } = there else { panic!("{there:?}") };
    while done < rows {
        site.db
            .write_now(|tx| {
                for n in 0..EACH {
                    let object = format!("concern BKO-2026-{n:05}");
                    ledger::record(tx, &Actor::Visitor, "concern.file", object, "noise, public")?;
                }
                Ok(())
            })
            .unwrap();
        done += EACH;
        clock.advance(86_400);
    }
    let filled = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let days = signed::sign(&site.db, &site.keys, beside).unwrap();
    println!("{rows:>9} rows: filled in {filled:.1} s, {days} days signed in {:.1} s", begun.elapsed().as_secs_f64());
}

/// What `sigida audit verify` said, in how many seconds, with how much memory.
struct Found {
    whole: bool,
    said: String,
    seconds: f64,
    most: Memory,
}

fn verify(data: &Path, url: &str) -> Found {
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_sigida"))
        .args(["audit", "verify", "--data", data.to_str().unwrap()])
        .env("DATABASE_URL", url)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut most = Memory::default();
    while child.try_wait().unwrap().is_none() {
        most = Memory::of(child.id()).unwrap_or_default().most(most);
        std::thread::sleep(Duration::from_millis(2));
    }
    let seconds = begun.elapsed().as_secs_f64();
    let output = child.wait_with_output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    Found { whole: output.status.success(), said: String::from_utf8_lossy(&said).into_owned(), seconds, most }
}

/// All of it on one database; how many attacks were not named.
fn measure(data: &Path, url: &str, most: i64) -> usize {
    let clock = Clock::manual(Time::parse("2026-11-23T10:00:00Z").unwrap());
    let site = app::open(&Config::for_tests(data.to_path_buf(), url), clock.clone(), Entropy::system()).unwrap();
    let beside = Beside::secret(&data.join("secret"));
    for rows in [most / 10, most] {
        fill(&site, &clock, &beside, rows);
        let found = verify(data, url);
        assert!(found.whole && found.said.starts_with(&format!("rows {rows}\n")), "{}", found.said);
        let speed = rows as f64 / found.seconds;
        println!("{rows:>9} rows: verified in {:.2} s, {speed:.0} rows/s, at most {}", found.seconds, found.most);
    }
    attacks::all(&site, most, || verify(data, url))
}

fn main() {
    let rows: i64 = std::env::var("LEDGER_ROWS").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000_000);
    let only = std::env::var("LEDGER_ONLY").unwrap_or_default();
    let folder = tempfile::Builder::new().prefix("sigida-ledger-").tempdir_in("/var/tmp").unwrap();
    let mut missed = 0;
    for kind in ["sqlite", "postgres"].into_iter().filter(|kind| only.is_empty() || only == *kind) {
        println!("{kind}");
        let data = folder.path().join(kind);
        std::fs::create_dir(&data).unwrap();
        missed += if kind == "sqlite" {
            measure(&data, &format!("sqlite://{}", data.join("sigida.db").display()), rows)
        } else {
            // Of its own, in memory or on disk as the tests have it.
            let database = postgres::Database::blank();
            measure(&data, database.url(), rows)
        };
    }
    drop(folder);
    std::process::exit(i32::from(missed > 0));
}
