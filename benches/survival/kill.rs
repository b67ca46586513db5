//! (a) `kill -9` at random moments while people file, answer and patrol.

use std::time::Duration;

use super::crowd::{Crowd, staff};
use super::memory::{Memory, What, missing};
use super::report::{Report, spread};
use super::{Chance, Place, setting, twice};
use crate::browser::Browser;

/// Kills the program again and again; after each start everything promised must be there.
pub async fn run(place: &Place, kind: &str, report: &mut Report) {
    let times = setting("SURVIVAL_KILLS", 200);
    let residents = usize::try_from(setting("SURVIVAL_RESIDENTS", 6)).expect("a number of people");
    let mut chance = Chance::default();
    let instance = place.instance("killed", kind);
    let (memory, mut ready, mut checked) = (Memory::default(), Vec::new(), 0);
    let (mut lost, mut unclean) = (Vec::new(), Vec::new());
    let new = || Browser::new(instance.address);
    let mut server = instance.start();
    let people = staff(instance.address).await;
    for n in 0..times {
        let crowd = Crowd::come(instance.address, residents, &people, &memory);
        tokio::time::sleep(Duration::from_millis(30 + chance.below(1_200))).await;
        server.kill();
        crowd.leave().await;
        server = instance.start();
        ready.push(server.ready.as_secs_f64());
        lost.extend(missing(&memory, checked, new, &people).await);
        checked = memory.len();
        unclean.extend(instance.check());
        if n % 20 == 19 {
            eprintln!("  {kind}: {} kills, {checked} promises, {} lost", n + 1, lost.len());
        }
    }
    // Once more, all of it: nothing that was there after one start may be gone after a later one.
    lost.extend(missing(&memory, 0, new, &people).await);
    drop(server);
    let doubled = twice(&instance, &memory);
    report.lost(&lost);
    report.lost(&doubled);
    report.lost(&unclean);
    report.row(
        &format!("kill -9 × {times}"),
        kind,
        format!(
            "acknowledged {} concerns, {} answers, {} patrol steps; lost {}; {} forms sent again with their token, done twice {}; check unclean {}; ready again {}",
            memory.count(What::Concern),
            memory.count(What::Answer),
            memory.count(What::Patrol),
            lost.len(),
            memory.again(),
            doubled.len(),
            unclean.len(),
            spread(&mut ready, "s"),
        ),
    );
    report.seen(kind, &memory.tell());
}
