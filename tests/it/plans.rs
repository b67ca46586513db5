//! Planned patrols and presence: a chief draws where to go, the patrol goes, and the figures say what came of it.

use std::collections::BTreeMap;

use crate::support::world::{number as count, sign_in, world};
use crate::support::{Form, House, Page, Person, both};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The hour in the house, moved, as a form takes it.
fn local(house: &House, seconds: i64) -> String {
    house.clock.now().plus(seconds).local()
}

/// Draws a plan that leaves in two hours.
async fn drawn(house: &House, chief: &Person, stops: &str, number: &str) -> Page {
    let page = chief.visit("/fr/desk/plans/new").await;
    let form = page.must_be(200).main_form().fill("leaves_at", &local(house, 2 * HOUR)).fill("stops", stops);
    let form = form.fill("mode", "foot").fill("headcount", "3").fill("objective", "Présence du soir");
    form.fill("draw", number).press().await
}

/// The names of the plan's stops, in order.
fn stops(page: &Page) -> Vec<String> {
    page.select("ol.agenda > li > b")
}

fn path(page: &Page) -> String {
    page.url.path().to_owned()
}

/// The forms that are sent to an address with this part.
fn to(page: &Page, part: &str) -> Vec<Form> {
    page.forms().into_iter().filter(|form| form.action().contains(part)).collect()
}

/// A stop of the patrol the page shows: arrives by one tap or at an address of its own, stays, leaves.
async fn stop(house: &House, page: Page, at: Option<(&str, &str)>, minutes: i64) -> Page {
    let page = match at {
        None => to(&page, "/stops").swap_remove(0).press().await,
        Some((area, place)) => {
            let page = to(&page, "/stops").pop().expect("a form to arrive by").fill("area", area).fill("place", place);
            page.press().await
        }
    };
    page.must_be(200).must_have("Reparti");
    house.clock.advance(minutes * MINUTE);
    let page = page.form("/stops/").press().await;
    house.clock.advance(5 * MINUTE);
    page
}

both! {
    /// T3, N9: drawn, shown why, changed by the chief, and the change kept; the same number draws the same.
    async fn a_chief_draws_a_plan_sees_why_and_changes_it(house: House) {
        let house = world(house);
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let wrong = chief.visit("/fr/desk/plans/new").await;
        let wrong = wrong.main_form().fill("leaves_at", &local(&house, 15 * DAY)).fill("stops", "4").press().await;
        wrong.must_be(422).must_have("entre maintenant et dans deux semaines");
        assert_eq!(wrong.main_form().value("stops"), "4");

        let plan = drawn(&house, &chief, "4", "2417").await;
        plan.must_be(200).must_have("préoccupation").must_have("en quatre semaines").must_have("2 417");
        plan.check_html();
        let first = stops(&plan);
        assert_eq!(first.len(), 4);
        let again = drawn(&house, &chief, "4", "2417").await;
        assert_eq!(stops(&again), first, "the same number drew other stops");
        let mut others = Vec::new();
        for number in ["1", "2", "3"] {
            others.push(stops(&drawn(&house, &chief, "4", number).await));
        }
        assert!(others.iter().any(|other| *other != first), "every number draws the same");

        // Named, moved, struck out, taken back, added to.
        let plan = chief.visit(&path(&plan)).await;
        let plan = to(&plan, "/stops/").remove(1).fill("place", "Marché").press_button("Noter").await;
        plan.must_have(&format!("{}, Marché", first[1]));
        let plan = to(&plan, "/stops/").remove(1).press_button("Passer avant").await;
        assert_eq!(stops(&plan)[..2], [format!("{}, Marché", first[1]), first[0].clone()]);
        let plan = to(&plan, "/stops/").remove(3).press_button("Retirer").await;
        assert_eq!(stops(&plan).len(), 3);
        plan.must_have("Retirés par le commissaire").must_have(&first[3]);
        let form = plan.form("Ajouter un arrêt").fill("area", "sikoroni").fill("where", "Carrefour");
        let plan = form.press().await;
        plan.must_have("Sikoroni, Carrefour").must_have("choisi");
        assert_eq!(chief.visit(&path(&plan)).await.select("ol.agenda > li > b"), stops(&plan), "a change was not kept");
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM planned_stops WHERE struck").await, 1);

        // An officer reads and leaves on it, and changes nothing; another unit knows nothing.
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let seen = officer.visit(&path(&plan)).await;
        seen.must_be(200).must_have("Partir").must_not_have("Abandonner").must_not_have("Noter l’endroit");
        officer.visit("/fr/desk/plans/new").await.must_be(403);
        for login in ["chef.c1-est", "agent.c2"] {
            sign_in(&house, login).await.visit(&path(&plan)).await.must_be(404);
        }
        let list = officer.visit("/bm/desk/plans").await;
        list.must_be(200).must_have("Présence du soir");
        list.check_html();
        for login in ["", "awa", "moderation.c1", "admin", "controle"] {
            let person = if login.is_empty() { house.person().await } else { sign_in(&house, login).await };
            let page = person.without_following().visit(&path(&plan)).await;
            assert!(page.status == 403 || page.status == 303, "{login} gets {}", page.status);
        }
        let end = chief.visit(&path(&again)).await;
        end.form("Abandonner").fill("reason", "Pas de carburant").press().await.must_have("Abandonnée");
    }
}

both! {
    /// T2, T4: the patrol goes where it was planned, with one tap a stop; what was missed is named; the figures are those of a
    /// watch and a sheet of paper.
    async fn what_was_planned_what_was_done_and_what_it_comes_to(house: House) {
        let house = world(house);
        // A week of which this test knows everything: the sample's own patrols lie before it.
        house.clock.advance(7 * DAY);
        let monday = house.clock.now().day().monday();
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let plan = drawn(&house, &chief, "3", "77").await;
        let planned = stops(&plan);
        house.clock.advance(2 * HOUR);
        // A session of staff ends after an hour unused: whoever comes back signs in again.
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&path(&plan)).await;
        let page = page.form("Partir").press().await;
        page.must_be(200).must_have("Patrouille en cours").must_have("Arrivé ici ?");
        assert_eq!(to(&page, "/stops").len(), 4, "three to tap and one to type");

        // Two of three are made, and one place more.
        let page = stop(&house, page, None, 12).await;
        assert_eq!(to(&page, "/stops").len(), 3);
        let page = stop(&house, page, None, 26).await;
        let elsewhere = ["sikoroni", "banconi", "babouillabougou", "korofina-nord"];
        let taken: Vec<String> = planned.iter().map(|name| sigida::base::slug(name)).collect();
        let other = elsewhere.iter().find(|slug| !taken.iter().any(|name| name == *slug)).unwrap();
        let page = stop(&house, page, Some((other, "Carrefour")), 8).await;
        let page = page.form("/closure").press().await;
        page.must_have("Patrouille terminée");

        let slug = |name: &str| sigida::base::slug(name);
        let mut expected: BTreeMap<String, (i64, i64)> = BTreeMap::new();
        expected.insert(slug(&planned[0]), (1, 12));
        expected.insert(slug(&planned[1]), (1, 26));
        expected.insert((*other).to_owned(), (1, 8));

        house.clock.advance(7 * HOUR);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let dose = officer.visit(&format!("/fr/desk/dose?week={monday}")).await;
        dose.must_be(200);
        dose.check_html();
        let numbers = dose.select("ul.nums b");
        // 8, 12 and 26 minutes: 46 in all, 12 in the middle, one of three within ten to twenty.
        assert_eq!(numbers[..3], ["3", "46 min", "12 min"]);
        assert!(numbers[3].starts_with("33"), "{numbers:?}");
        let mut got = BTreeMap::new();
        for row in dose.rows("table.cards") {
            let (visits, minutes) = (row.get(3).cloned().unwrap_or_default(), row.get(4).cloned().unwrap_or_default());
            if let (Ok(visits @ 1..), Some(minutes)) = (visits.parse::<i64>(), minutes.strip_suffix(" min")) {
                got.insert(slug(&row[0]), (visits, minutes.parse::<i64>().unwrap()));
            }
        }
        assert_eq!(got, expected);
        dose.must_have("Arrêts prévus et non faits").must_have(&format!("{} –", planned[2]));
        let list = officer.visit("/fr/desk/plans").await;
        list.must_have("2 sur 3").must_have("Arrêts non faits");
        dose.must_have("Sans passage depuis 14 jours");
        officer.visit("/bm/desk/dose").await.must_be(200).check_html();
        assert_eq!(officer.visit("/fr/desk/dose?unit=commune-2").await.status, 404);
        assert_eq!(officer.visit("/fr/desk/dose?week=x&days=-3&unit=").await.status, 200);
    }
}

both! {
    /// T6: the sheet of paper of a plan is entered the morning after, with the hours written on it.
    async fn a_plan_whose_night_is_over_is_entered_from_its_sheet(house: House) {
        let house = world(house);
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let plan = drawn(&house, &chief, "2", "9").await;
        house.clock.advance(14 * HOUR);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&path(&plan)).await;
        page.must_have("Pas partie").must_have("Saisir la feuille de papier").must_not_have("Partir");
        let form = page.form("/departure").fill("started_at", &local(&house, -3 * HOUR));
        let wrong = form.press().await;
        wrong.must_be(422).must_have("n’est pas celle de ce plan");
        let page = wrong.form("/departure").fill("started_at", &local(&house, -12 * HOUR)).press().await;
        page.must_be(200).must_have("Patrouille en cours").must_have("Arrivé ici ?");
        officer.visit(&path(&plan)).await.must_have("Partie").must_not_have("Saisir la feuille");
    }
}

both! {
    /// T7: the public learns how often police came, by week, a week after; never when, nor what is planned.
    async fn the_public_reads_visits_a_week_after_the_week_and_nothing_of_plans(house: House) {
        let house = world(house);
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let plan = drawn(&house, &chief, "2", "5").await;
        house.clock.advance(2 * HOUR);
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let page = chief.visit(&path(&plan)).await.form("Partir").press().await;
        let page = stop(&house, page, Some(("sikoroni", "Carrefour secret")), 11).await;
        page.form("/closure").press().await;
        let anyone = house.person().await;
        let shown = async || {
            let page = anyone.visit("/fr/areas/sikoroni").await;
            page.must_be(200).must_not_have("Carrefour secret").must_not_have("Présence du soir");
            page.rows("aside table").into_iter().map(|row| row[1].parse::<i64>().unwrap()).collect::<Vec<_>>()
        };
        let monday = house.clock.now().day().monday();
        let before: i64 = shown().await.iter().sum();
        let told = monday.plus(14).start();
        house.clock.advance(told.since(house.clock.now()) - 60);
        assert!(shown().await.iter().sum::<i64>() <= before, "told before its time");
        house.clock.advance(60);
        assert_eq!(shown().await.first(), Some(&1), "the week's visit is told when its time has come");
    }
}
