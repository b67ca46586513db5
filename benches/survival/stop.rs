//! (b) Postgres stopped `immediate` and started again while people use the service.

use std::time::{Duration, Instant};

use super::browser::Browser;
use super::crowd::{Crowd, staff};
use super::memory::{Memory, What, missing};
use super::report::{Report, spread};
use super::{Chance, Place, setting, twice};

/// How long the service may take to answer again once the database is back.
const SOON: f64 = 5.0;

/// Stops and starts the database under load; the program is not touched.
pub async fn run(place: &mut Place, report: &mut Report) {
    let times = setting("SURVIVAL_STOPS", 20);
    let mut chance = Chance::default();
    let instance = place.instance("stopped", "postgres");
    let server = instance.start();
    let people = staff(instance.address).await;
    let (memory, mut checked, mut back, mut lost) = (Memory::default(), 0, Vec::new(), Vec::new());
    let new = || Browser::new(instance.address);
    for _ in 0..times {
        let crowd = Crowd::come(instance.address, 6, &people, &memory);
        tokio::time::sleep(Duration::from_millis(200 + chance.below(1_300))).await;
        let cluster = place.cluster.as_mut().expect("a cluster");
        cluster.stop_at_once();
        tokio::time::sleep(Duration::from_millis(500 + chance.below(4_000))).await;
        cluster.start();
        let begun = Instant::now();
        back.push(again(&memory, begun).await);
        crowd.leave().await;
        lost.extend(missing(&memory, checked, new, &people).await);
        checked = memory.len();
    }
    lost.extend(missing(&memory, 0, new, &people).await);
    let unclean: Vec<String> = instance.check().into_iter().collect();
    let doubled = twice(&instance, &memory);
    let late = back.iter().filter(|seconds| **seconds > SOON).count();
    drop(server);
    report.lost(&lost);
    report.lost(&doubled);
    report.lost(&unclean);
    if late > 0 {
        report.lost(&[format!("{late} times the service took longer than {SOON} s")]);
    }
    report.row(
        &format!("Postgres stopped immediate × {times}"),
        "postgres",
        format!(
            "acknowledged {} concerns, {} answers, {} patrol steps; lost {}; {} forms sent again, done twice {}; check {}; a concern taken again {} after the database",
            memory.count(What::Concern),
            memory.count(What::Answer),
            memory.count(What::Patrol),
            lost.len(),
            memory.again(),
            doubled.len(),
            if unclean.is_empty() { "clean" } else { "UNCLEAN" },
            spread(&mut back, "s"),
        ),
    );
    report.seen("postgres", &memory.tell());
}

/// Waits for the first concern acknowledged since; how long it took.
async fn again(memory: &Memory, begun: Instant) -> f64 {
    let from = memory.len();
    while begun.elapsed() < Duration::from_secs(60) {
        let fresh = memory.since(from);
        if let Some(first) = fresh.iter().find(|p| p.what == What::Concern && p.at >= begun) {
            return first.at.duration_since(begun).as_secs_f64();
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    60.0
}
