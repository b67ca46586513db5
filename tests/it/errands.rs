//! A referral (P6) as the people in it live it: how long a service has to take it, a service without a login on paper, and the
//! resident who always reads where it is.

use crate::concerns::{Filed, file, follow};
use crate::support::world::{harm, sign_in, world};
use crate::support::{Page, Person, both};

async fn refer(officer: &Person, filed: &Filed, to: &str) -> Page {
    let page = officer.visit(&filed.at_desk()).await;
    page.form("Transmettre").fill("partner", to).fill("errand", "Réparer la lampe du carrefour.").press().await
}

both! {
    /// A service nobody signs in for gets a sheet; the unit enters its answer; a refusal brings the concern back.
    async fn a_service_without_a_login_answers_on_paper(house: House) {
        let house = world(house);
        harm(&house, "UPDATE accounts SET disabled_at = 1 WHERE login = 'service.edm'").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let filed = file(&house, "light", "banconi", "La lampe du carrefour est cassée.", "private").await;
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Note interne").fill("note", "Marqueur interne.").press().await.must_be(200);
        let desk = refer(&officer, &filed, "edm").await;
        desk.must_be(200).must_have("encore 5 jours").must_have("Feuille pour le service");
        let told = follow(&house, &filed.code).await;
        told.must_have("Transmis à : Électricité (EDM)").must_have("n’a pas encore répondu").must_have("encore 5 jours");
        told.person().visit("/bm/follow/concern").await.must_have("Cakɛda ma jaabi di");

        let sheet = desk.click("Feuille pour le service").await;
        sheet.must_be(200).must_have("La lampe du carrefour est cassée.").must_have("Réparer la lampe").must_have(&filed.number);
        sheet.must_not_have("Marqueur interne");
        sheet.check_html();
        officer.visit(&sheet.path.replace("/fr/", "/bm/")).await.must_be(200).check_html();

        let refused = desk.form("Le service").press_button("Le service le rend").await;
        refused.must_be(422);
        let form = refused.form("Le service").fill("sentence", "Ce poteau est à la mairie.");
        let back = form.press_button("Le service le rend").await;
        back.must_be(200).must_not_have("Noter la réponse");
        let told = follow(&house, &filed.code).await;
        told.must_have("Rendu sur papier par").must_have("Ce poteau est à la mairie.").must_have("En cours");
        told.must_not_have("n’a pas encore répondu");

        // The next service takes it, and the resident reads where it is now.
        harm(&house, "UPDATE accounts SET disabled_at = 1 WHERE login = 'service.mairie'").await;
        let desk = refer(&officer, &filed, "mairie").await;
        let form = desk.form("Le service").fill("sentence", "Nous la changeons lundi.");
        form.press_button("Le service accepte").await.must_be(200);
        let told = follow(&house, &filed.code).await;
        told.must_have("Transmis à : Mairie de commune").must_have("Le service s’en occupe").must_have("Accepté sur papier");
    }
}

both! {
    /// A service that signs in answers for itself, and reads how long it has.
    async fn a_service_with_a_login_answers_for_itself_and_in_time(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let filed = file(&house, "waste", "banconi", "Les ordures bouchent le caniveau.", "private").await;
        let desk = refer(&officer, &filed, "mairie").await;
        desk.must_not_have("Noter la réponse");
        let sheet = desk.click("Feuille pour le service").await.path;
        let page = officer.visit(&filed.at_desk()).await;
        let token = page.form("Note interne").value("_token");
        let answer = officer.post(&sheet, &[("_token", &token), ("verdict", "accept"), ("sentence", "Oui, nous venons.")]).await;
        assert_eq!(answer.status, 403, "{}", answer.described());
        sign_in(&house, "service.mairie").await.visit("/fr/desk/referrals").await.must_have("encore 5 jours");
        house.clock.advance_hours(24 * 6);
        let service = sign_in(&house, "service.mairie").await;
        service.visit("/fr/desk/referrals").await.must_have("en retard de");
        follow(&house, &filed.code).await.must_have("en retard de");
        let admin = sign_in(&house, "admin").await;
        let page = admin.visit("/fr/admin/clock").await;
        page.form("Enregistrer").fill("acceptance", "240").press().await.must_be(200);
        service.visit("/fr/desk/referrals").await.must_have("encore 4 jours");
    }
}
