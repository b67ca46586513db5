//! How long a large ledger takes to verify, and how much memory: `cargo bench --bench ledger`. Fills a database of SQLite with
//! 1,000,000 rows through the program's own door (`LEDGER_ROWS`), lets it sign them, then runs `sigida audit verify` as a process
//! of its own and prints rows a second and the most memory it ever held. A ledger of a tenth goes first: memory must not grow.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a measuring program")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sigida::base::{Actor, Clock, Entropy, Time};
use sigida::config::Config;
use sigida::ledger::signed::{self, Beside};
use sigida::{app, ledger};

/// Rows a deed writes here; a person's deed writes one or two.
const EACH: i64 = 10_000;

/// The most memory a process has held, in kilobytes, as Linux tells it while it runs.
fn peak(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?.trim().parse().ok()
}

/// Fills the ledger up to so many rows, some thousand a day.
fn fill(data: &Path, url: &str, rows: i64) {
    let clock = Clock::manual(Time::parse("2026-11-23T10:00:00Z").unwrap());
    let config = Config::for_tests(data.to_path_buf(), url);
    let site = app::open(&config, clock.clone(), Entropy::system()).unwrap();
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
    let filled = begun.elapsed();
    let signed = Instant::now();
    let days = signed::sign(&site.db, &site.keys, &Beside::secret(&data.join("secret"))).unwrap();
    println!(
        "{rows:>9} rows: filled in {:.1} s, {days} days signed in {:.1} s",
        filled.as_secs_f64(),
        signed.elapsed().as_secs_f64()
    );
}

fn verify(data: &Path, url: &str, rows: i64) {
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_sigida"))
        .args(["audit", "verify", "--data", data.to_str().unwrap()])
        .env("DATABASE_URL", url)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        most = peak(child.id()).unwrap_or(0).max(most);
        std::thread::sleep(Duration::from_millis(2));
    }
    let took = begun.elapsed().as_secs_f64();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.starts_with(&format!("rows {rows}\n")), "{said}");
    println!(
        "{rows:>9} rows: verified in {took:.2} s, {:.0} rows/s, at most {:.1} MB",
        rows as f64 / took,
        most as f64 / 1024.0
    );
}

fn main() {
    let rows: i64 = std::env::var("LEDGER_ROWS").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000_000);
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("sigida.db").display());
    for rows in [rows / 10, rows] {
        fill(folder.path(), &url, rows);
        verify(folder.path(), &url, rows);
    }
}
