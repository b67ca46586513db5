//! Many concerns for one place at once: that place is slowed, the others are not, and nobody loses what they typed.

use crate::support::world::{enter, password, rows, world};
use crate::support::{House, Page, Person, both};

/// Fills the form for a place and sends it.
async fn tell(person: &Person, area: &str, words: &str) -> Page {
    let page = person.visit("/fr/concerns/new?category=noise").await;
    let form = page.form("/fr/concerns/new").fill("area", area).fill("words", words);
    form.fill("readers", "private").press_button("Envoyer").await
}

both! {
    /// After so many in an hour an address has three more for that place, and then waits; neighbours and other places do not.
    async fn a_flood_is_slowed_at_its_place_and_the_door_stays_open_for_others(house: House) {
        let strict = House::open_with(house.kind(), |config| {
            config.web.filings_per_hour = 4;
            config.web.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
        });
        let strict = world(strict.await);
        let from = async |address: &str| strict.person().await.with_header("X-Forwarded-For", address);
        let flood = from("198.51.100.1").await;
        for n in 0..7 {
            tell(&flood, "banconi", &format!("Le moulin numéro {n} tourne toute la nuit.")).await.must_be(200);
        }
        let before = rows(&strict, "concerns").await;
        let told = tell(&flood, "banconi", "Le moulin tourne encore et encore.").await;
        told.must_be(429).must_have("Beaucoup de signalements arrivent pour ce quartier");
        assert!((1..=600).contains(&told.header("retry-after").parse::<i64>().unwrap()), "{}", told.header("retry-after"));
        assert_eq!(rows(&strict, "concerns").await, before);
        let kept = told.form("/fr/concerns/new");
        assert_eq!((kept.value("words"), kept.value("area")), ("Le moulin tourne encore et encore.".into(), "banconi".into()));
        // The same address elsewhere, a neighbour here, and somebody with an account from the very same address.
        tell(&flood, "sotuba", "Le moulin de Sotuba tourne toute la nuit.").await.must_be(200);
        tell(&from("203.0.113.9").await, "banconi", "Le bar joue toute la nuit.").await.must_be(200);
        let awa = from("198.51.100.1").await;
        enter(&awa, "awa", &password("awa")).await.must_be(200);
        tell(&awa, "banconi", "Le coiffeur joue toute la nuit.").await.must_be(200);
        // An account is one, however often it speaks.
        for n in 0..2 {
            tell(&awa, "banconi", &format!("Le coiffeur numéro {n} joue aussi.")).await.must_be(200);
        }
        tell(&awa, "banconi", "Le coiffeur joue encore.").await.must_be(429);
        // It is told in Bambara, too, and goes through when the wait is over.
        let page = flood.visit("/bm/concerns/new?category=noise").await;
        let form = page.form("/bm/concerns/new").fill("area", "banconi").fill("words", "Mansin bɛ baara kɛ su fɛ.").fill("readers", "private");
        form.press().await.must_be(429).must_have("Ko caman bɛ ka lase");
        strict.clock.advance(600);
        kept.press_button("Envoyer").await.must_be(200);
    }
}
