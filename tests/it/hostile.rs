//! A small part of `benches/hostile` under a fixed seed: malformed inputs over every parser and every address.

use crate::media::makers;
use crate::support::aside;
use crate::support::both;
use crate::support::stick;
use crate::support::world::world;

#[path = "../../benches/hostile/chance.rs"]
mod chance;
#[path = "../../benches/hostile/parsers.rs"]
mod parsers;
#[path = "../../benches/hostile/people.rs"]
mod people;
#[path = "../../benches/hostile/routes.rs"]
mod routes;
#[path = "../../benches/hostile/words.rs"]
mod words;

use chance::Chance;

#[test]
fn no_parser_panics_at_what_it_was_not_made_for() {
    let fed = parsers::feed(&mut Chance::new(7), 20_000);
    let panicked: Vec<_> = fed.iter().filter(|p| p.panics > 0).map(|p| (p.name, p.panics)).collect();
    assert!(panicked.is_empty(), "{panicked:?}");
    assert!(fed.iter().all(|parser| parser.inputs > 50), "a parser was hardly fed: {fed:?}");
}

both! {
    /// Whatever is sent to any address by anybody is answered, and by no fault of ours.
    async fn nothing_sent_to_any_address_is_answered_by_a_fault(house: House) {
        let house = world(house);
        let site = house.site();
        let answers = aside(move || {
            // The service stays on one thread, in a runtime of its own.
            let asking = move || actix_web::rt::System::new().block_on(routes::ask(&site, &mut Chance::new(11), 1_500));
            std::thread::spawn(asking).join().expect("an end")
        });
        assert!(answers.faults.is_empty(), "{}", answers.faults.join("\n"));
        assert_eq!(answers.asked(), 1_500);
        let (well, refused) = (answers.of(|s| s < 400), answers.of(|s| (400..500).contains(&s)));
        assert!(well > 200 && refused > 200, "it hardly got anywhere: {well} answered, {refused} refused");
    }
}
