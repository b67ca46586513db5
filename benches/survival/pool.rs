//! (c) No connection to be had: a table locked by somebody else so that every reading connection hangs; all of the server's
//! connections taken. On SQLite, where there is no pool, somebody else holds the door for writing.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};

use super::Place;
use super::browser::Browser;
use super::crowd::{Crowd, staff};
use super::memory::{Memory, What, missing};
use super::report::Report;

/// How long it lasts: longer than a statement may take.
const LASTS: Duration = Duration::from_secs(12);

/// Runs what fits the database.
pub async fn run(place: &Place, kind: &str, report: &mut Report) {
    if kind == "sqlite" {
        return during(place, kind, "door for writing held by another program 12 s", report, |url| {
            let path = url.trim_start_matches("sqlite://");
            let mut other = SqliteConnection::establish(path).expect("the file");
            // The service writes without a pause: its next one is waited for, and passed.
            while other.batch_execute("BEGIN IMMEDIATE").is_err() {}
            Box::new(other)
        })
        .await;
    }
    during(place, kind, "every reading connection hangs 12 s (a table locked)", report, |url| {
        let mut other = PgConnection::establish(url).expect("the database");
        other.batch_execute("BEGIN; LOCK TABLE concerns IN ACCESS EXCLUSIVE MODE").expect("a lock");
        Box::new(other)
    })
    .await;
    during(place, kind, "all connections of the server taken 12 s, ours cut", report, |url| {
        let mut first = PgConnection::establish(url).expect("the database");
        let mut all = Vec::new();
        // Ours are cut again and again while others take the places.
        for _ in 0..20 {
            let cut = "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'taken'";
            first.batch_execute(cut).expect("a superuser");
            while let Ok(mut other) = PgConnection::establish(url) {
                if other.batch_execute("SET application_name = 'taken'").is_ok() {
                    all.push(other);
                }
            }
        }
        Box::new((first, all))
    })
    .await;
}

async fn during(
    place: &Place,
    kind: &str,
    name: &str,
    report: &mut Report,
    take: impl FnOnce(&str) -> Box<dyn std::any::Any>,
) {
    let label: String = name.chars().filter(char::is_ascii_lowercase).take(12).collect();
    let instance = place.instance(&label, kind);
    let server = instance.start();
    let people = staff(instance.address).await;
    let (memory, new) = (Memory::default(), || Browser::new(instance.address));
    let crowd = Crowd::come(instance.address, 6, &people, &memory);
    tokio::time::sleep(Duration::from_secs(3)).await;
    let before = memory.tell();
    let held = take(&instance.url);
    let (begun, mut longest) = (Instant::now(), 0.0_f64);
    while begun.elapsed() < LASTS {
        let one = Instant::now();
        let page = new().visit("/fr/concerns").await;
        memory.saw("reader", &page);
        longest = longest.max(one.elapsed().as_secs_f64());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    drop(held);
    let (freed, from) = (Instant::now(), memory.len());
    while memory.since(from).iter().all(|p| p.what != What::Concern) && freed.elapsed() < Duration::from_secs(60) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let back = freed.elapsed().as_secs_f64();
    crowd.leave().await;
    let lost = missing(&memory, 0, new, &people).await;
    let unclean: Vec<String> = instance.check().into_iter().collect();
    drop(server);
    report.lost(&lost);
    report.lost(&unclean);
    report.row(
        name,
        kind,
        format!(
            "acknowledged {}; lost {}; check {}; longest wait for a page meanwhile {longest:.2} s; a concern taken again {back:.2} s after",
            memory.len(),
            lost.len(),
            if unclean.is_empty() { "clean" } else { "UNCLEAN" },
        ),
    );
    report.seen(kind, &format!("before: {before}; meanwhile and after: {}", memory.tell()));
}
