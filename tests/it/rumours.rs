//! The rumour desk (N12): one signature answers nothing, two do; a correction is a further step; what residents ask is the committee's.

use crate::support::world::{number, rows, sign_in, words, world};
use crate::support::{Page, Person, both};

const SAID: &str = "Le puits du marché serait fermé par la police.";

/// Writes a rumour down; its page on the desk.
async fn noted(person: &Person) -> Page {
    let page = person.visit("/fr/rumours/desk/new").await;
    let form = page
        .must_be(200)
        .main_form()
        .fill("words", SAID)
        .fill("area", "Banconi, Commune I")
        .fill("place", "Petit marché");
    form.fill("neutral", "yes").press().await
}

/// Signs an answer first.
async fn answered(person: &Person, path: &str, verdict: &str, words: &str) -> Page {
    let page = person.visit(path).await;
    let form = page.must_be(200).form("Signer le premier").fill("verdict", verdict).fill("words", words);
    form.fill("source", "Visite du poste et du comité au puits").fill("neutral", "yes").press().await
}

fn public(path: &str) -> String {
    path.replace("/rumours/desk/", "/rumours/")
}

both! {
    /// Committee and police sign; until both have, everybody reads « on vérifie » and nothing of what one side says.
    async fn an_answer_is_public_once_committee_and_police_have_signed_it(house: House) {
        let house = world(house);
        let (chief, moderator) = (sign_in(&house, "chef.c1-ouest").await, sign_in(&house, "moderation.c1").await);
        let visitor = house.person().await;
        let file = noted(&moderator).await;
        let (file, path) = (file.must_be(200), file.path.clone());
        file.must_have("Vous signez pour le comité");
        visitor.visit(&public(&path)).await.must_be(200).must_have(SAID).must_have("On vérifie").check_html();
        let said = answered(&chief, &path, "false", "Le puits marqueur est ouvert tous les jours.").await;
        said.must_be(200).must_have("L’autre côté n’a pas encore signé");
        let colleague = sign_in(&house, "agent.c1-ouest").await;
        let page = colleague.visit(&path).await;
        page.must_have("Vous signez pour la police").must_not_have("Signer aussi et publier");
        let token = page.form("Ne pas signer").value("_token");
        colleague.post(&path, &[("_token", &token), ("do", "accept")]).await.must_be(409);
        for place in [public(&path), "/fr/rumours".into(), "/feeds/rumours/banconi.atom".into(), "/fr/areas/banconi/bulletin/2026-11".into(), "/fr/areas/banconi".into()] {
            visitor.visit(&place).await.must_be(200).must_not_have("marqueur");
        }
        visitor.visit(&public(&path)).await.must_have("On vérifie");
        moderator.visit("/fr/rumours/desk").await.must_have("À signer par vous");
        moderator.visit(&path).await.form("Signer aussi et publier").press().await.must_be(200).must_have("Réponse : Faux");
        let told = visitor.visit(&public(&path)).await;
        told.must_have("Le puits marqueur est ouvert").must_have("Signé ensemble par").must_have("Visite du poste et du comité au puits").must_not_have("On vérifie");
        let signers = told.select("#a ~ p.soft").join(" ");
        assert!(signers.contains("Commissaire") && signers.contains("Modérat"), "both functions: {signers}");
        for place in ["/fr/rumours?area=banconi", "/fr/rumours?state=false", "/feeds/rumours/banconi.atom", "/feeds/rumours/commune-i.atom", "/fr/areas/banconi/bulletin/2026-11"] {
            visitor.visit(place).await.must_be(200).must_have("Le puits marqueur est ouvert");
        }
        visitor.visit("/fr/rumours?state=true").await.must_not_have("Le puits marqueur");
        visitor.visit("/fr/areas/banconi/bulletin/2026-11").await.must_have("Faux : Le puits marqueur");
        visitor.visit("/fr/areas/banconi").await.must_have(SAID);
        visitor.visit("/fr/areas/badalabougou").await.must_not_have(SAID);
        visitor.visit("/bm/rumours").await.must_be(200).must_have("Tiɲɛ tɛ").check_html();
        visitor.visit(&public(&path).replace("/fr/", "/bm/")).await.must_be(200).check_html();
        visitor.visit("/fr/moderation").await.must_have("Rumeurs");
    }
}

both! {
    /// Later they learn better: a dated step, and what was said before stays readable.
    async fn a_correction_needs_two_signatures_too_and_overwrites_nothing(house: House) {
        let house = world(house);
        let (chief, moderator) = (sign_in(&house, "chef.c1-ouest").await, sign_in(&house, "moderation.c1").await);
        let path = noted(&chief).await.path.clone();
        answered(&moderator, &path, "true", "Oui, le premier mot.").await.must_be(200);
        let refused = chief.visit(&path).await.form("Ne pas signer").fill("why", "Le puits a été rouvert ce matin.").press().await;
        refused.must_be(200).must_have("Pas signé : Vrai");
        house.person().await.visit(&public(&path)).await.must_not_have("rouvert ce matin").must_not_have("premier mot");
        answered(&moderator, &path, "true", "Oui, le deuxième mot.").await.must_be(200);
        chief.visit(&path).await.form("Signer aussi").press().await.must_have("Réponse : Vrai");
        house.clock.advance(5 * 86_400);
        // Their sessions are over by then.
        let (chief, moderator) = (sign_in(&house, "chef.c1-ouest").await, sign_in(&house, "moderation.c1").await);
        answered(&chief, &path, "unknown", "Les avis diffèrent, troisième mot.").await.must_be(200);
        house.person().await.visit(&public(&path)).await.must_have("deuxième mot").must_not_have("troisième mot");
        moderator.visit(&path).await.form("Signer aussi").press().await.must_have("Correction : On ne sait pas");
        let page = house.person().await.visit(&public(&path)).await;
        page.must_have("troisième mot").must_have("deuxième mot").must_have("corrige une réponse d’avant").must_have("28 novembre 2026");
        assert_eq!(page.select("blockquote.says").len(), 1, "one answer stands");
        let kinds = words(&house, "SELECT kind AS value FROM rumour_steps WHERE rumour_id = (SELECT MAX(id) FROM rumours) ORDER BY id").await;
        assert_eq!(kinds, ["opened", "signed", "refused", "signed", "answered", "signed", "corrected"]);
    }
}

both! {
    /// Names, numbers and places of other units and committees are refused where they are written.
    async fn what_is_written_is_guarded_and_the_wrong_people_are_refused(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let form = moderator.visit("/fr/rumours/desk/new").await.main_form();
        let page = form.fill("words", "On dit que le 76 11 22 33 vend des motos volées.").fill("area", "Banconi, Commune I").press().await;
        page.must_be(422).must_have("ressemble à un numéro").must_have("Relisez, puis cochez").check_html();
        assert_eq!(page.main_form().value("words"), "On dit que le 76 11 22 33 vend des motos volées.");
        let path = noted(&moderator).await.path.clone();
        let wrong = answered(&moderator, &path, "true", "Appelez awa@exemple.ml pour savoir.").await;
        wrong.must_be(422).must_have("ressemble à un numéro").check_html();
        for login in ["moderation.c4", "chef.c4-est", "awa", "admin", "controle"] {
            sign_in(&house, login).await.visit(&path).await.must_be(403);
        }
        assert_eq!(rows(&house, "rumours").await, 3);
    }
}

both! {
    /// Anybody asks; the committee alone reads it, makes a rumour of it, joins it or closes it; never is it public by itself.
    async fn is_it_true_goes_to_the_committee_and_nowhere_else(house: House) {
        let house = world(house);
        let visitor = house.person().await;
        let page = visitor.visit("/fr/areas/banconi").await.click("Toutes les rumeurs d’ici").await.click("Est-ce vrai").await;
        let form = page.must_be(200).form("Demander au comité");
        assert_eq!(form.value("area"), "banconi");
        let empty = form.press().await;
        empty.must_be(422).check_html();
        let before = rows(&house, "rumour_asks").await;
        let form = empty.form("Demander au comité").fill("words", "Est-ce que secretmot ferme le puits ?");
        let done = form.press().await;
        done.must_be(200).must_have("le comité a reçu votre question");
        // The same form sent twice asks once.
        let page = visitor.visit("/fr/rumours/ask?area=banconi").await;
        let token = page.form("Demander au comité").value("_token");
        let fields = [("_token", token.as_str()), ("area", "banconi"), ("words", "Le pont secretpont est-il coupé ?")];
        visitor.post("/fr/rumours/ask", &fields).await.must_be(200);
        visitor.post("/fr/rumours/ask", &fields).await.must_be(200);
        assert_eq!(rows(&house, "rumour_asks").await, before + 2);
        for place in ["/fr/rumours", "/fr/areas/banconi", "/feeds/rumours/banconi.atom", "/fr/areas/banconi/bulletin/2026-11", "/fr/moderation"] {
            visitor.visit(place).await.must_be(200).must_not_have("secretmot");
        }
        let chief = sign_in(&house, "chef.c1-ouest").await;
        chief.visit("/fr/rumours/desk").await.must_be(200).must_not_have("secretmot");
        let moderator = sign_in(&house, "moderation.c1").await;
        let desk = moderator.visit("/fr/rumours/desk").await;
        desk.must_have("secretmot").check_html();
        sign_in(&house, "moderation.c4").await.visit("/fr/rumours/desk").await.must_not_have("secretmot");
        // Written anew from what was asked.
        let id = words(&house, "SELECT CAST(id AS TEXT) AS value FROM rumour_asks WHERE words LIKE '%secretmot%'").await.remove(0);
        let id = sigida::base::Id::<()>::new(id.parse().unwrap());
        chief.visit(&format!("/fr/rumours/desk/new?from={id}")).await.must_be(403);
        let page = moderator.visit(&format!("/fr/rumours/desk/new?from={id}")).await;
        page.must_be(200).must_have("secretmot");
        let form = page.main_form().fill("words", SAID).fill("neutral", "yes");
        assert_eq!(form.value("area"), "banconi");
        form.press().await.must_be(200);
        let left = moderator.visit("/fr/rumours/desk").await;
        left.must_not_have("secretmot").must_have("secretpont");
        // Closed with a reason, which is public; the question is not.
        let id = words(&house, "SELECT CAST(id AS TEXT) AS value FROM rumour_asks WHERE words LIKE '%secretpont%'").await.remove(0);
        let address = format!("/fr/rumours/asks/{}", sigida::base::Id::<()>::new(id.parse().unwrap()));
        let form = left.form(&address);
        let wrong = form.press_button("Fermer").await;
        wrong.must_be(422).must_have("secretpont");
        wrong.form(&address).fill("reason", "Hors sujet, motif marqué").press_button("Fermer").await.must_be(200).must_not_have("secretpont");
        visitor.visit("/fr/moderation").await.must_have("motif marqué").must_not_have("secretpont");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM rumour_asks WHERE words LIKE '%secret%' AND state = 'held'").await, 0);
        let actors = words(&house, "SELECT DISTINCT actor AS value FROM ledger WHERE deed = 'rumour.ask'").await;
        assert_eq!(actors, ["visitor"], "who asked stands nowhere");
    }
}

both! {
    /// A machine that asks for ever fills nothing.
    async fn a_quartier_holds_so_many_questions_and_no_more(house: House) {
        let house = world(house);
        let visitor = house.person().await;
        for n in 0..70 {
            let page = visitor.visit("/fr/rumours/ask?area=sotuba").await;
            let page = page.form("Demander au comité").fill("words", &format!("Question numéro {n} du matin ?")).press().await;
            page.must_be(if n < 60 { 200 } else { 409 });
            if n == 60 {
                page.must_have("attendent déjà le comité");
            }
        }
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM rumour_asks").await, 61);
    }
}
