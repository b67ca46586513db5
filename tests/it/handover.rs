//! Handover (P9, N1), as the people in it live it: who leaves gives everything on first, residents read that who answers changed.

use crate::concerns::{answer, file, follow};
use crate::support::world::{enter, harm, number as count, password, sign_in, words, world};
use crate::support::{House, Page, Person, both};

async fn account(house: &House, login: &str) -> String {
    sigida::base::Id::<()>::new(
        count(house, &format!("SELECT id AS value FROM accounts WHERE login = '{login}'")).await,
    )
    .to_string()
}

/// Gives a file to somebody of the unit.
async fn give(chief: &Person, at_desk: &str, name: &str) {
    chief.visit(at_desk).await.form("/assignment").fill("assignee", name).press().await.must_be(200);
}

fn titles(page: &Page) -> Vec<String> {
    page.select("form.keep th[scope=row]")
}

async fn open_of(house: &House, login: &str) -> i64 {
    let sql = format!(
        "SELECT COUNT(*) AS value FROM concerns c JOIN accounts a ON a.id = c.assignee_id \
         WHERE a.login = '{login}' AND c.state IN ('received', 'in_progress', 'referred')"
    );
    count(house, &sql).await
}

both! {
    /// A chief lets an officer go: everything has a new owner first, the officer is out at once, the resident reads it without a name.
    async fn an_officer_leaves_with_empty_hands_and_the_resident_reads_that_who_answers_changed(house: House) {
        let house = world(house);
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let awa = sign_in(&house, "awa").await;
        let filed = file(&house, "noise", "banconi", "La scierie tourne la nuit.", "private").await;
        let serial: i64 = filed.number[9..].parse().expect("a serial");
        harm(&house, &format!("UPDATE concerns SET account_id = (SELECT id FROM accounts WHERE login = 'awa') WHERE serial = {serial}")).await;
        let given = file(&house, "theft", "banconi", "On a volé ma moto.", "private").await;
        give(&chief, &filed.at_desk(), "Adama").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        answer(&officer, &filed, "Je passe ce soir.", "reporter").await;
        let page = officer.visit(&given.at_desk()).await;
        page.form("Transmettre").fill("partner", "mairie").fill("errand", "Voir le gardien du parc.").press().await.must_be(200);

        let team = chief.visit("/fr/desk/people").await;
        team.check_html();
        let page = team.click("Passation").await;
        page.must_be(200).must_have("La scierie tourne").must_have("Mairie").must_have(&filed.number);
        page.check_html();
        let things = titles(&page).len();
        assert!(things >= 2, "{:?}", titles(&page));
        let refused = page.form("Remettre").press().await;
        refused.must_be(422).must_have("Choisissez qui reprend");
        assert_eq!(refused.select(".errors li").len(), things, "each thing asks for its owner");
        assert!(open_of(&house, "agent.c1-ouest").await >= 1, "something changed hands without an owner");
        officer.visit("/fr/desk").await.must_be(200);

        let record = refused.form("Remettre").fill("all", "Fanta").press().await;
        record.must_be(200).must_have("Bordereau de passation").must_have(&filed.number).must_have("Fanta");
        record.check_html();
        assert_eq!(open_of(&house, "agent.c1-ouest").await, 0);
        assert_eq!(officer.visit("/fr/desk").await.path, "/fr/login", "who left is still in");
        let again = house.person().await;
        enter(&again, "agent.c1-ouest", &password("agent.c1-ouest")).await;
        again.visit(&filed.at_desk()).await.must_be(403);
        chief.visit("/fr/desk/people").await.must_have("Passations faites").must_not_have("Agent, ");

        // The resident, on the code page and in the account, in both languages; no name anywhere, every message still there.
        let page = follow(&house, &filed.code).await;
        page.must_have("Votre interlocuteur a changé").must_have("Je passe ce soir.");
        page.must_not_have("Adama").must_not_have("Fanta");
        page.person().visit("/bm/follow/concern").await.must_have("Aw jaabibaga yɛlɛmana");
        awa.visit("/fr/account").await.must_have("Votre interlocuteur a changé").must_not_have("Fanta");
        awa.visit("/bm/account").await.must_have("Aw jaabibaga yɛlɛmana");
        answer(&chief, &filed, "Je reprends votre dossier.", "reporter").await;
        follow(&house, &filed.code).await.must_not_have("on vous répond ici");

        let deeds = words(&house, "SELECT detail AS value FROM ledger WHERE deed = 'account.handover'").await;
        assert_eq!(deeds.len(), 1);
        assert!(deeds[0].starts_with("left; file "), "{deeds:?}");
        for deed in ["concern.handover", "referral.handover"] {
            assert!(count(&house, &format!("SELECT COUNT(*) AS value FROM ledger WHERE deed = '{deed}'")).await >= 1);
        }
    }
}

both! {
    /// An administrator puts a chief's account out of service: plans and commitments need an owner, too, each its own if need be.
    async fn a_chief_goes_only_when_plans_and_commitments_have_a_new_owner(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let id = account(&house, "chef.c1-ouest").await;
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let page = admin.visit(&format!("/fr/admin/accounts/{id}")).await.click("Passation").await;
        page.must_be(200).must_have("Patrouilles prévues").must_have("Engagements").must_have("Désactiver le compte");
        let form = page.form("Remettre");
        let things: Vec<String> = form.fields().into_iter().filter(|f| f.starts_with("to-")).map(str::to_owned).collect();
        let direct = admin.post(&format!("/fr/admin/accounts/{id}/state"), &[("state", "disabled")]).await;
        assert_ne!(direct.status, 200);
        // All but one: that one stops it.
        let mut short = form.clone();
        for name in &things[1..] {
            short = short.fill(name, "Adama");
        }
        let refused = short.press().await;
        refused.must_be(422);
        assert_eq!(refused.select(".errors li").len(), 1);
        chief.visit("/fr/desk").await.must_be(200);
        let record = refused.form("Remettre").fill(&things[0], "Adama").press().await;
        record.must_be(200).must_have("compte désactivé").must_have("Adama");
        assert_eq!(chief.visit("/fr/desk").await.path, "/fr/login");
        enter(&house.person().await, "chef.c1-ouest", &password("chef.c1-ouest")).await.must_be(422);
        let kept = "SELECT COUNT(*) AS value FROM commitment_keepers k JOIN accounts a ON a.id = k.account_id WHERE a.login = 'agent.c1-ouest'";
        assert!(count(&house, kept).await >= 1);
        let plans = "SELECT COUNT(*) AS value FROM patrol_plans p JOIN accounts a ON a.id = p.made_by WHERE a.login = 'chef.c1-ouest' AND p.state = 'planned'";
        assert_eq!(count(&house, plans).await, 0);
        // Whom it was given to hands it on in turn.
        let next = account(&house, "agent.c1-ouest").await;
        admin.visit(&format!("/fr/admin/accounts/{next}/handover")).await.must_have("Engagements");
    }
}

both! {
    /// A transfer: the officer serves in another unit with the same role, and what they held stays with the first.
    async fn a_transfer_leaves_the_files_and_takes_the_person(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let id = account(&house, "agent.c2").await;
        let filed = file(&house, "noise", "hippodrome", "Le bar joue toute la nuit.", "private").await;
        give(&sign_in(&house, "chef.c2").await, &filed.at_desk(), "Sidi").await;
        let page = admin.visit(&format!("/fr/admin/accounts/{id}/handover")).await.click("Quitter").await;
        page.must_not_have("Le bar joue").must_have(&filed.number);
        let form = page.form("Remettre").fill("unit", "commune-3").fill("all", "Kadi");
        form.press().await.must_be(200).must_have("mutation");
        let moved = house.person().await;
        enter(&moved, "agent.c2", &password("agent.c2")).await;
        moved.visit("/fr/desk").await.must_be(200).must_have("Commune III").must_not_have(&filed.number);
        moved.visit(&filed.at_desk()).await.must_be(404);
        sign_in(&house, "chef.c2").await.visit(&filed.at_desk()).await.must_be(200).must_have("Kadi");
    }
}

both! {
    /// An administrator hands over what is protected without learning which; a chief lets nobody of another unit go.
    async fn a_handover_tells_nobody_what_they_may_not_know(house: House) {
        let house = world(house);
        let sealed = file(&house, "violence-gender", "banconi", "Une femme est battue dans la cour.", "").await;
        give(&sign_in(&house, "chef.protection").await, &sealed.at_desk(), "Oumou").await;
        let admin = sign_in(&house, "admin").await;
        let id = account(&house, "agent.protection").await;
        let page = admin.visit(&format!("/fr/admin/accounts/{id}/handover")).await;
        page.must_have("Dossier protégé").must_not_have(&sealed.number).must_not_have("battue").must_not_have("Violence");
        let record = page.form("Remettre").fill("all", "Ramata").press().await;
        record.must_be(200).must_not_have(&sealed.number);
        follow(&house, &sealed.code).await.must_have("Votre interlocuteur a changé");
        let chief = sign_in(&house, "chef.c1-ouest").await;
        for login in ["agent.c1-est", "chef.c1-ouest", "awa", "admin"] {
            let id = account(&house, login).await;
            chief.visit(&format!("/fr/desk/people/{id}/handover")).await.must_be(404);
        }
    }
}
