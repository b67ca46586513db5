//! (c) The clock of the machine moved a day back, then two days forth, while people use the service. The program runs in this
//! process under a clock that is handed to it; nothing is done to the machine's own.

use std::time::Duration;

use sigida::base::{Clock, Time};

use super::browser::{Browser, Form};
use super::crowd::{Crowd, staff};
use super::memory::{Memory, What, missing};
use super::report::Report;
use super::{Place, aside, twice};

const DAY: i64 = 86_400;

/// Moves the clock under load; what was promised before each move is looked for after it.
pub async fn run(place: &Place, kind: &str, report: &mut Report) {
    let mut instance = place.instance("moved", kind);
    let clock = Clock::manual(Clock::system().now());
    let mut config = instance.config();
    config.listen = instance.address;
    let started = clock.clone();
    let running = aside(|| sigida::app::start(config, started)).unwrap_or_else(|error| panic!("{error}"));
    instance.address = running.address;
    let memory = Memory::default();
    let new = || Browser::new(instance.address);
    let mut people = staff(instance.address).await;
    let (mut lost, mut told) = (Vec::new(), Vec::new());
    for (name, seconds) in [("a day back", -DAY), ("two days forth", 2 * DAY), ("a day back again", -DAY)] {
        let crowd = Crowd::come(instance.address, 4, &people, &memory);
        tokio::time::sleep(Duration::from_secs(3)).await;
        let open = new().visit("/fr/concerns/new?category=light").await.ok().and_then(|p| p.form("/fr/concerns/new"));
        clock.advance(seconds);
        tokio::time::sleep(Duration::from_secs(3)).await;
        crowd.leave().await;
        let form = sent_after(&new(), open).await;
        let session = people[0].visit("/fr/desk").await.map_or(0, |page| page.status);
        told.push(format!("{name} ({}): a form opened before: {form}; a session from before: {session}", now(&clock)));
        // Whoever was signed out by the clock signs in again, as people do.
        people = staff(instance.address).await;
        lost.extend(missing(&memory, 0, new, &people).await);
    }
    aside(|| running.stop());
    let unclean: Vec<String> = instance.check().into_iter().collect();
    let doubled = twice(&instance, &memory);
    report.lost(&lost);
    report.lost(&unclean);
    report.lost(&doubled);
    report.row(
        "clock moved by a day",
        kind,
        format!(
            "acknowledged {} concerns, {} answers, {} patrol steps; lost {}; check {}; {}",
            memory.count(What::Concern),
            memory.count(What::Answer),
            memory.count(What::Patrol),
            lost.len(),
            if unclean.is_empty() { "clean" } else { "UNCLEAN" },
            told.join("; "),
        ),
    );
    report.seen(kind, &memory.tell());
}

fn now(clock: &Clock) -> String {
    let now: Time = clock.now();
    now.rfc3339()
}

/// What becomes of a form that was on a screen while the clock moved.
async fn sent_after(browser: &Browser, form: Option<Form>) -> String {
    let Some(form) = form else { return "none".into() };
    let form = form.fill("area", "banconi").fill("landmark", "près du marché").fill("readers", "private");
    match browser.send(&form.fill("words", "Rien de grave, le soir.")).await {
        Ok(page) if page.code().is_some() => "taken".into(),
        Ok(page) if page.has("Rien de grave, le soir.") => format!("{}, words kept", page.status),
        Ok(page) => format!("{} « {} »", page.status, page.title()),
        Err(_) => "no answer".into(),
    }
}
