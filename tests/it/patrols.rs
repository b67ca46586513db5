//! Patrols: a night on the street, one stop after another; nobody else knows of it.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use sigida::ledger::{self, Verdict};

use crate::support::{House, Page, Person, both};

#[derive(QueryableByName)]
struct Told {
    #[diesel(sql_type = Text)]
    became: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

async fn filled(house: &House) {
    house.settle();
}

async fn signed_in(house: &House, login: &str) -> Person {
    let person = house.person().await;
    let known = sigida::sample::logins().into_iter().find(|l| l.login == login).unwrap();
    let page = person.visit("/fr/login").await;
    page.main_form().fill("login", login).fill("password", &known.password).press().await;
    person
}

/// Opens a patrol and returns its page.
async fn opened(officer: &Person) -> Page {
    let page = officer.visit("/fr/desk/patrols/new").await;
    page.main_form().fill("mode", "moto").fill("headcount", "3").fill("objective", "Présence au marché").press().await
}

fn path(page: &Page) -> String {
    page.url.path().to_owned()
}

async fn count(house: &House, sql: &'static str) -> i64 {
    house.site().db.read(move |conn| Ok(diesel::sql_query(sql).load::<Count>(conn)?[0].n)).await.unwrap()
}

both! {
    /// An officer goes out, arrives, leaves with a concern cited, and ends the patrol; the reporter learns the day only.
    async fn a_patrol_from_start_to_end(house: House) {
        filled(&house).await;
        let officer = signed_in(&house, "agent.c1-est").await;
        let page = opened(&officer).await;
        page.must_be(200).must_have("Patrouille en cours").must_have("3 personnes");
        page.check_html();
        let patrol = path(&page);

        let page = page.form("/stops").fill("area", "fadjiguila").fill("place", "Petit marché").press().await;
        page.must_have("Petit marché, Fadjiguila").must_have("Reparti").must_not_have("Terminer la patrouille");
        page.check_html();
        let boxes: Vec<String> = page.attributes("input[name=concern]", "value");
        assert!(!boxes.is_empty(), "an open concern of Fadjiguila can be ticked");

        house.clock.advance(14 * 60);
        let wrong = page.form("/stops/").fill("numbers", "88888").press().await;
        wrong.must_be(422).must_have("Un de ces numéros");
        let before = count(&house, "SELECT count(*) AS n FROM concern_events WHERE kind = 'patrol'").await;
        let page = wrong
            .form("/stops/")
            .clear("numbers")
            .fill("met-residents", "5")
            .fill("met-leaders", "2")
            .fill("observation", "Deux lampes éteintes.")
            .fill("concern", if boxes.len() > 1 { &boxes[0] } else { "on" })
            .press()
            .await;
        page.must_be(200).must_have("En route").must_have("14 min").must_have("7 personnes rencontrées").must_have(&boxes[0]);
        let told: Vec<Told> = house
            .site()
            .db
            .read(|conn| {
                Ok(diesel::sql_query("SELECT became FROM concern_events WHERE kind = 'patrol' ORDER BY at DESC, id DESC").load(conn)?)
            })
            .await
            .unwrap();
        assert_eq!(told.len() as i64, before + 1);
        assert_eq!(told[0].became, "2026-11-23", "the day, never the hour");

        let page = page.form("/closure").fill("observations", "Calme.").press().await;
        page.must_have("Patrouille terminée").must_have("Calme.");
        assert!(page.select("main form").is_empty(), "nothing changes after the end");
        page.check_html();
        let again = officer.visit(&format!("{patrol}/closure")).await;
        assert_eq!(path(&again), patrol);
        officer.visit("/bm/desk/patrols").await.must_be(200).check_html();
        assert!(matches!(house.site().db.read(ledger::verify).await.unwrap(), Verdict::Whole { .. }));
    }
}

both! {
    /// Two people note the same patrol: a second arrival while a stop is open, and anything after the end, are refused in words.
    async fn steps_out_of_order_are_refused(house: House) {
        filled(&house).await;
        let officer = signed_in(&house, "agent.c1-est").await;
        let page = opened(&officer).await;
        let arrive = |page: &Page| page.form("/stops").fill("area", "sotuba").fill("place", "Carrefour");
        let (first, second, ending) = (arrive(&page), arrive(&officer.visit(&path(&page)).await), page.form("/closure"));
        let stop = first.press().await;
        second.press().await.must_be(409).must_have("Le dernier arrêt n’est pas terminé");
        ending.press().await.must_be(409).must_have("Le dernier arrêt n’est pas terminé");
        // The same form of the same page, so the same token: read twice, as two fingers would.
        let (leave, again) = (stop.form("/stops/"), stop.form("/stops/"));
        let page = leave.press().await;
        page.must_have("En route");
        again.press().await;
        let late = arrive(&page);
        page.form("/closure").press().await.must_have("terminée");
        late.press().await.must_be(409).must_have("Cette patrouille est terminée");
    }
}

both! {
    /// The same form sent twice, by a finger or a network that stutters, makes one patrol and one stop (T6).
    async fn a_form_sent_twice_does_one_thing(house: House) {
        filled(&house).await;
        let officer = signed_in(&house, "agent.c1-est").await;
        let before = count(&house, "SELECT count(*) AS n FROM patrols").await;
        let page = officer.visit("/fr/desk/patrols/new").await;
        let form = || page.main_form().fill("objective", "Marché");
        let (one, two) = (form(), form());
        let (one, two) = (one.press().await, two.press().await);
        assert_eq!(path(&one), path(&two));
        assert_eq!(count(&house, "SELECT count(*) AS n FROM patrols").await, before + 1);
    }
}

both! {
    /// Times come from paper later: within the patrol and in order, or a sentence says what is wrong.
    async fn times_from_paper_are_checked(house: House) {
        filled(&house).await;
        let officer = signed_in(&house, "agent.c1-est").await;
        let page = officer.visit("/fr/desk/patrols/new").await;
        let page = page.main_form().fill("objective", "Ronde").fill("started_at", "2026-11-23T12:00").press().await;
        page.must_be(422).must_have("Cette heure n’est pas encore arrivée");
        let page = page.main_form().fill("started_at", "2026-11-22T20:00").press().await;
        let stop = page.form("/stops").fill("area", "sotuba").fill("place", "Pont").fill("at", "2026-11-22T19:50").press().await;
        stop.must_be(422).must_have("C’est avant le départ de la patrouille");
        let page = stop.form("/stops").fill("at", "2026-11-22T20:10").press().await;
        let page = page.form("/stops/").fill("at", "2026-11-22T20:05").press().await;
        page.must_be(422).must_have("C’est avant l’heure d’arrivée");
        let page = page.form("/stops/").fill("at", "2026-11-22T20:25").press().await;
        page.must_have("15 min");
        let times = page.click("Corriger l’heure").await;
        times.check_html();
        let page = times.main_form().fill("arrived_at", "2026-11-22T20:12").press().await;
        page.must_have("13 min").must_have("C’est enregistré");
    }
}

both! {
    /// Nobody but the unit can know that a patrol exists (T7).
    async fn nobody_else_knows_of_a_patrol(house: House) {
        filled(&house).await;
        let page = opened(&signed_in(&house, "agent.c1-est").await).await;
        let patrol = path(&page);
        signed_in(&house, "chef.c1-est").await.visit(&patrol).await.must_be(200);
        for login in ["agent.c1-ouest", "chef.c1-ouest"] {
            let other = signed_in(&house, login).await;
            other.visit(&patrol).await.must_be(404);
            other.visit("/fr/desk/patrols").await.must_be(200).must_not_have("Présence au marché du");
        }
        for login in ["moderation.c1", "service.mairie", "admin", "controle", "awa"] {
            signed_in(&house, login).await.visit(&patrol).await.must_be(403);
        }
        let visitor = house.person().await;
        assert!(path(&visitor.visit(&patrol).await).ends_with("/login"));
    }
}
