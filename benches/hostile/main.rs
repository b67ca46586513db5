//! Malformed inputs over every parser and every address, in this process: none may panic, none may be answered by a status 500.
//!
//! `cargo bench --bench hostile` (`--profile dev` builds faster). By environment: `HOSTILE_ROUNDS` (1,000,000), of which three in ten
//! go to the addresses; `HOSTILE_SEED` (the same inputs again under the same seed, which is printed), `HOSTILE_ONLY=sqlite|postgres`.
//!
//! Prints a table by parser and by address. Exit code 1 when anything panicked or was answered by a fault of ours.
//! `tests/it/hostile.rs` does a small part of it under a fixed seed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a measuring program")]

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../tests/it/media/makers.rs"]
mod makers;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../tests/it/support/minder.rs"]
mod minder;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../tests/it/support/postgres.rs"]
mod postgres;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../tests/it/support/stick.rs"]
mod stick;

mod chance;
mod parsers;
mod people;
mod routes;
mod words;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use sigida::base::{Clock, Entropy, Time};
use sigida::config::Config;
use sigida::web::Site;

use chance::Chance;
use routes::Answers;

/// Panics of any thread, caught or not.
static PANICS: AtomicU64 = AtomicU64::new(0);

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

/// The sample, on a fresh database.
fn site(data: &Path, url: &str) -> Arc<Site> {
    let clock = Clock::manual(Time::parse("2026-11-23T10:00:00Z").expect("a time"));
    let site = sigida::app::open(&Config::for_tests(data.to_path_buf(), url), clock, Entropy::system());
    let site = site.unwrap_or_else(|error| panic!("{error}"));
    sigida::sample::fill(&site).expect("the sample is laid");
    site
}

fn print_routes(kind: &str, answers: &Answers) {
    println!("\n| address ({kind}) | asked | 2xx | 3xx | 4xx | 503 | other 5xx |\n|---|---|---|---|---|---|---|");
    for (label, statuses) in &answers.by_route {
        let sum = |from: u16, to: u16| statuses.range(from..to).map(|(_, n)| n).sum::<u64>();
        let busy = statuses.get(&503).copied().unwrap_or_default();
        println!(
            "| {label} | {} | {} | {} | {} | {busy} | {} |",
            sum(0, 1_000),
            sum(200, 300),
            sum(300, 400),
            sum(400, 500),
            sum(500, 600) - busy
        );
    }
    for fault in answers.faults.iter().take(40) {
        println!("FAULT {fault}");
    }
}

fn main() {
    let (rounds, seed) = (setting("HOSTILE_ROUNDS", 1_000_000), setting("HOSTILE_SEED", 20_261_128));
    println!("{rounds} inputs, HOSTILE_SEED={seed}");
    let shown = AtomicU64::new(0);
    std::panic::set_hook(Box::new(move |panic| {
        PANICS.fetch_add(1, Ordering::Relaxed);
        if shown.fetch_add(1, Ordering::Relaxed) < 20 {
            eprintln!("PANIC {panic}");
        }
    }));
    let mut chance = Chance::new(seed);
    let begun = Instant::now();
    let fed = parsers::feed(&mut chance, rounds * 7 / 10);
    println!("\n| parser | inputs | panics |\n|---|---|---|");
    for parser in &fed {
        println!("| {} | {} | {} |", parser.name, parser.inputs, parser.panics);
    }
    let only = std::env::var("HOSTILE_ONLY").unwrap_or_default();
    let kinds: Vec<&str> = ["sqlite", "postgres"].into_iter().filter(|k| only.is_empty() || only == *k).collect();
    let (mut faults, mut asked) = (0, 0);
    for kind in &kinds {
        let folder = minder::Folder::new("hostile");
        let data = folder.path().to_path_buf();
        let database = (*kind == "postgres").then(postgres::Database::blank);
        let file = format!("sqlite://{}", data.join("sigida.db").display());
        let site = site(&data, database.as_ref().map_or(file.as_str(), |d| d.url()));
        let share = (rounds - rounds * 7 / 10) / kinds.len() as u64;
        let answers = actix_web::rt::System::new().block_on(routes::ask(&site, &mut chance, share));
        print_routes(kind, &answers);
        faults += answers.of(|status| status >= 500 && status != 503);
        asked += answers.asked();
        drop(site);
    }
    let inputs = fed.iter().map(|parser| parser.inputs).sum::<u64>() + asked;
    let panics = PANICS.load(Ordering::Relaxed);
    println!(
        "\n{inputs} inputs in {:.0} s: {panics} panics, {faults} answers of status 500",
        begun.elapsed().as_secs_f64()
    );
    std::process::exit(i32::from(panics > 0 || faults > 0));
}
