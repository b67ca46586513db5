//! The public unit page (P10): what the unit puts first, with dates and history, and a telephone number somebody called.

use crate::support::world::{number as count, sign_in, world};
use crate::support::{Person, both};

async fn write(chief: &Person, issue: &str, ends: &str) -> crate::support::Page {
    let page = chief.visit("/fr/desk/priorities").await;
    let form = page.form("Publier").fill("issue", issue).fill("action", "Deux passages à pied chaque soir.");
    form.fill("begins_on", "2026-11-23").fill("ends_on", ends).fill("lang", "fr").press().await
}

both! {
    /// A chief says what comes first; everybody reads it; a change keeps what it was; five at most.
    async fn a_unit_says_what_it_puts_first_and_what_it_said_before(house: House) {
        let house = world(house);
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let wrong = write(&chief, "Vols au marché de Banconi", "2026-11-01").await;
        wrong.must_be(422).must_have("La fin doit venir après");
        assert_eq!(wrong.form("Publier").value("issue"), "Vols au marché de Banconi");
        write(&chief, "Vols au marché de Banconi", "2026-12-31").await.must_be(200);
        let anyone = house.person().await;
        let unit = anyone.visit("/fr/units/commune-1-ouest").await;
        unit.must_have("Vols au marché de Banconi").must_have("Deux passages à pied").must_have("31 décembre 2026");
        unit.check_html();
        anyone.visit("/bm/units/commune-1-ouest").await.must_have("Vols au marché de Banconi").check_html();
        anyone.visit("/fr/units/commune-2").await.must_not_have("Vols au marché de Banconi");

        let page = chief.visit("/fr/desk/priorities").await.click("Vols au marché de Banconi").await;
        let old = chief.visit(&page.path).await;
        let form = page.form("Enregistrer").fill("ends_on", "2027-01-31").fill("issue", "Vols au marché et à la gare");
        form.press().await.must_be(200);
        let unit = anyone.visit("/fr/units/commune-1-ouest").await;
        unit.must_have("Vols au marché et à la gare").must_have("changée le").must_not_have("Vols au marché de Banconi");
        let history = chief.visit(&page.path).await;
        history.must_have("Vols au marché de Banconi").must_have("31 décembre 2026");
        // An old page changes nothing that somebody changed since.
        let stale = old.form("Enregistrer").fill("issue", "Autre chose encore").press().await;
        stale.must_be(409);
        let done = chief.visit(&page.path).await.form("Enregistrer").fill("state", "done").press().await;
        done.must_be(200);
        let unit = anyone.visit("/fr/units/commune-1-ouest").await;
        unit.must_have("Priorités d’avant").must_have("Faite");

        for n in 1..=3 {
            write(&chief, &format!("Problème numéro {n} du quartier"), "2026-12-31").await.must_be(200);
        }
        write(&chief, "Un problème de trop ici", "2026-12-31").await.must_be(422).must_have("déjà cinq priorités");
        let elsewhere = sign_in(&house, "chef.c2").await;
        elsewhere.visit(&page.path).await.must_be(404);
        let versions = "SELECT COUNT(*) AS value FROM unit_priorities WHERE issue LIKE 'Vols au march%'";
        assert_eq!(count(&house, versions).await, 3);
    }
}

both! {
    /// A unit's number is shown once somebody called it; another number must be called anew.
    async fn a_units_number_is_hidden_until_somebody_called_it(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let anyone = house.person().await;
        anyone.visit("/fr/units/commune-2").await.must_have("(exemple)");
        let page = admin.visit("/fr/admin/units").await.click("Commune II (exemple)").await;
        page.form("Enregistrer").fill("phone", "20 22 33 44").press().await.must_be(200);
        let unit = anyone.visit("/fr/units/commune-2").await;
        unit.must_not_have("20 22 33 44").must_have("pas encore vérifié");
        let page = admin.visit(&page.path).await;
        page.form("Enregistrer").fill("phone_verified_on", "2026-11-20").press().await.must_be(200);
        let unit = anyone.visit("/fr/units/commune-2").await;
        assert_eq!(unit.attributes("a[href^='tel:']", "href"), ["tel:20223344"]);
        let page = admin.visit(&page.path).await;
        page.form("Enregistrer").fill("phone", "20 22 33 55").press().await.must_be(200);
        anyone.visit("/fr/units/commune-2").await.must_not_have("20 22 33 55");
    }
}
