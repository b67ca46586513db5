//! Reprisal check-back (N7): the reporter is asked whether they were threatened, oversight reads a yes and answers it, and no unit
//! learns of any of it.

use crate::concerns::{Filed, file, follow};
use crate::support::world::{number as count, rows, sign_in, words, world};
use crate::support::{House, Page, both};
use sigida::base::Id;

const DAY: i64 = 24 * 3_600;
const QUESTION: &str = "Avez-vous été menacé";

/// A concern of the unit that it has answered now.
pub async fn answered(house: &House) -> Filed {
    let filed = file(house, "assault", "banconi", "Un homme me menace tous les soirs.", "").await;
    let officer = sign_in(house, "agent.c1-ouest").await;
    let page = officer.visit(&filed.at_desk()).await;
    page.form("Répondre").fill("answer", "Une équipe passe ce soir.").press().await.must_be(200);
    filed
}

pub async fn reply(house: &House, filed: &Filed, threatened: &str, said: &str) -> Page {
    let page = follow(house, &filed.code).await;
    let form = page.form("/fr/follow/concern/checkback").fill("threatened", threatened);
    form.fill("threat", said).press().await
}

/// What those of the unit and of the district's desk see of everything they have.
async fn unit_sees(house: &House, filed: &Filed) -> Vec<(String, Vec<String>)> {
    let mut seen = Vec::new();
    for login in ["agent.c1-ouest", "chef.c1-ouest"] {
        let person = sign_in(house, login).await;
        for place in [
            "/fr/desk",
            "/fr/desk?tab=all",
            "/fr/desk?q=machette",
            "/fr/desk/patrols",
            &filed.at_desk(),
            "/fr/units/commune-1-ouest",
            "/fr/units",
        ] {
            let page = person.visit(place).await;
            seen.push((format!("{login} {place}"), page.select("main")));
        }
    }
    seen
}

both! {
    /// Asked at seven and at thirty days, to the second; each is answered once, and a « no » leaves no file.
    async fn the_question_comes_at_seven_and_thirty_days_and_each_is_answered_once(house: House) {
        let house = world(house);
        let filed = answered(&house).await;
        let asked = async || follow(&house, &filed.code).await.has(QUESTION);
        house.clock.advance(7 * DAY - 1);
        assert!(!asked().await, "asked before seven days");
        house.clock.advance(1);
        assert!(asked().await, "not asked at seven days");
        let old = follow(&house, &filed.code).await;
        let empty = old.form("/fr/follow/concern/checkback").fill("threat", "Rien de spécial").press().await;
        empty.must_be(422);
        assert_eq!(empty.form("/fr/follow/concern/checkback").value("threat"), "Rien de spécial", "what was typed is lost");
        let other = follow(&house, &filed.code).await;
        reply(&house, &filed, "no", "").await.must_be(200).must_not_have(QUESTION);
        other.form("/fr/follow/concern/checkback").fill("threatened", "yes").press().await.must_be(409);
        house.clock.advance(23 * DAY - 1);
        assert!(!asked().await, "asked again before thirty days");
        house.clock.advance(1);
        assert!(asked().await, "not asked at thirty days");
        reply(&house, &filed, "unsaid", "").await.must_be(200);
        house.clock.advance(400 * DAY);
        assert!(!asked().await, "asked for ever");
        let kept = words(&house, "SELECT answer AS value FROM checkbacks ORDER BY id DESC LIMIT 2").await;
        assert_eq!(kept, ["unsaid", "no"]);
        sign_in(&house, "controle").await.visit("/fr/oversight/threats").await.must_not_have(&filed.number);
    }
}

both! {
    /// Where the police did nothing there is nothing to fear from it, and an internal note is no act the reporter knows of.
    async fn nobody_is_asked_where_the_police_did_nothing(house: House) {
        let house = world(house);
        let filed = file(&house, "assault", "banconi", "Un homme me menace tous les soirs.", "").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Note interne").fill("note", "Voir avec le chef.").press().await.must_be(200);
        house.clock.advance(90 * DAY);
        follow(&house, &filed.code).await.must_not_have(QUESTION);
    }
}

both! {
    /// A yes is a file of oversight's, answered on the code page; on no page, in no list, count or search of the unit does anything
    /// change, neither when it is due, nor told, nor answered.
    async fn a_yes_goes_to_oversight_and_changes_no_page_of_the_unit(house: House) {
        let house = world(house);
        let filed = answered(&house).await;
        house.clock.advance(7 * DAY);
        let before = unit_sees(&house, &filed).await;
        let events = rows(&house, "concern_events").await;
        follow(&house, &filed.code).await.must_have(QUESTION).must_have("jamais à l’unité");
        reply(&house, &filed, "yes", "Il est venu avec une machette.").await.must_be(200).must_have("Vous avez été menacé");
        assert_eq!(unit_sees(&house, &filed).await, before, "the unit's pages changed when a threat was told");

        let overseer = sign_in(&house, "controle").await;
        overseer.visit("/fr/oversight").await.must_have("Menaces");
        let queue = overseer.visit("/fr/oversight/threats").await;
        queue.must_have(&filed.number);
        let id = Id::<()>::new(count(&house, "SELECT MAX(id) AS value FROM checkbacks").await);
        let place = format!("/fr/oversight/threats/{id}");
        let page = overseer.visit(&place).await;
        page.must_have("Il est venu avec une machette.").must_have("Commune I Ouest").must_not_have("Un homme me menace tous les soirs");
        page.form("Envoyer").fill("reply", "Non").press().await.must_be(422);
        page.form("Envoyer").fill("reply", "Le contrôle vous appelle à la mairie jeudi.").press().await.must_be(200);
        follow(&house, &filed.code).await.must_have("Le contrôle vous appelle à la mairie jeudi.");
        // The reporter writes back, to oversight and nobody else.
        let own = follow(&house, &filed.code).await;
        let form = own.form("/fr/follow/concern/threat").fill("to_oversight", "Jeudi me convient, machette.");
        form.press().await.must_be(200);
        overseer.visit(&place).await.must_have("Jeudi me convient");
        overseer.visit(&place).await.form("Clore ce dossier").press().await.must_be(200).must_have("Clos");
        assert_eq!(unit_sees(&house, &filed).await, before, "the unit's pages changed when oversight answered");
        assert_eq!(rows(&house, "concern_events").await, events, "the concern's own timeline tells of it");

        for (login, status) in [("agent.c1-ouest", 403), ("chef.c1-ouest", 403), ("chef.district", 403), ("agent.protection", 403),
            ("admin", 403), ("moderation.c1", 403), ("service.mairie", 403), ("awa", 403)] {
            let person = sign_in(&house, login).await;
            for address in ["/fr/oversight/threats", place.as_str()] {
                assert_eq!(person.visit(address).await.status, status, "{login} at {address}");
            }
        }
        // The ledger tells neither of which concern nor what was answered.
        let told = words(&house, "SELECT object || ' ' || detail AS value FROM ledger WHERE deed LIKE 'checkback%'").await;
        assert!(!told.is_empty() && told.iter().all(|row| !row.contains("BKO-") && !row.contains("yes")), "{told:?}");
    }
}

both! {
    /// An overseer who serves in a unit as well is police: nothing of oversight's is theirs to see.
    async fn an_overseer_who_is_police_sees_nothing_of_oversight(house: House) {
        let house = world(house);
        let complaint = file(&house, "police-conduct", "banconi", "Un policier demande de l'argent.", "").await;
        crate::support::world::harm(&house, "INSERT INTO memberships (id, account_id, role, scope_kind, since) \
            SELECT 77, id, 'overseer', 'district', 0 FROM accounts WHERE login = 'chef.c1-ouest'").await;
        let both = sign_in(&house, "chef.c1-ouest").await;
        for place in ["/fr/oversight", "/fr/oversight/threats"] {
            both.visit(place).await.must_be(403);
        }
        both.visit(&complaint.at_desk()).await.must_be(404);
    }
}

both! {
    /// N7, N8: of complaints and threats the public reads a number by fives, never under five and never of the running month, so
    /// that no page changes on the day somebody complains.
    async fn complaints_and_threats_are_counted_in_public_by_fives_and_after_their_month(house: House) {
        let house = world(house);
        let visitor = house.person().await;
        let main = async |place: &str| visitor.visit(place).await.select("main");
        let first = main("/fr/units/commune-1-ouest").await;
        for n in 0..6 {
            let words = format!("Un policier demande de l'argent, jour {n}.");
            file(&house, "police-conduct", "banconi", &words, "").await;
        }
        assert_eq!(main("/fr/units/commune-1-ouest").await, first, "the page changed on the day of the complaints");
        visitor.visit("/fr/units/commune-1-ouest").await.must_have("moins de 5").must_have("Plaintes sur la conduite");
        house.clock.advance(10 * DAY);
        visitor.visit("/fr/units/commune-1-ouest").await.must_have("au moins 5");
        visitor.visit("/fr/units").await.must_have("au moins 5");
        let now = main("/fr/units/commune-1-ouest").await;
        file(&house, "police-conduct", "banconi", "Encore un policier demande de l'argent.", "").await;
        assert_eq!(main("/fr/units/commune-1-ouest").await, now);
        // A seventh and ninth are within the same five.
        house.clock.advance(31 * DAY);
        visitor.visit("/fr/units/commune-1-ouest").await.must_have("au moins 5").must_not_have("au moins 10");
    }
}
