//! Commitments that bind: two sides sign, everybody reads each step, and no agenda leaves one out that is not settled. Beside
//! them what residents ask before a meeting.

use crate::forums::{announced, public};
use crate::support::world::{number, rows, sign_in, words, world};
use crate::support::{House, Page, Person, both};
use sigida::base::Id;

const DAY: i64 = 86_400;

/// The word of a body in the committee's form: a unit's, a service's.
pub async fn owner_word(house: &House, kind: &str, slug: &str) -> String {
    let id = number(house, &format!("SELECT id AS value FROM {kind}s WHERE slug = '{slug}'")).await;
    format!("{kind}-{}", Id::<()>::new(id))
}

/// Notes a promise to the committee of the Commune I; its public address.
pub async fn promised(house: &House, moderator: &Person, body: &str, owner: &str, due: &str) -> String {
    let desk = moderator.visit("/fr/committee").await;
    let place = desk
        .links()
        .into_iter()
        .find(|l| l.href.ends_with("/commitments") && l.href.contains("/committee/"))
        .expect("promises")
        .href;
    let page = moderator.visit(&place).await;
    let form = page.form("Noter un engagement").fill("body", body).fill("owner", owner).fill("due_on", due);
    form.press().await.must_be(200);
    let id = number(house, &format!("SELECT MAX(id) AS value FROM commitments WHERE body = '{body}'")).await;
    format!("/fr/commitments/{}", Id::<()>::new(id))
}

/// Does something with a commitment for a side.
pub async fn sign(person: &Person, place: &str, side: &str, what: &str, words: &str) -> Page {
    let page = person.visit(place).await;
    let seats = page.must_be(200).forms().into_iter().filter(|f| f.fields().contains(&"do"));
    let seat = seats.into_iter().find(|f| f.value("side") == side);
    let seat = seat.unwrap_or_else(|| panic!("no form for {side}\n{}", page.described()));
    seat.fill("do", what).fill("body", words).press().await
}

both! {
    /// M7, N3: one signature settles nothing; the second does, and each step is read by everybody.
    async fn a_promise_is_kept_by_two_signatures_and_stays_on_every_agenda_until_then(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let (chief, officer) = (sign_in(&house, "chef.c1-ouest").await, sign_in(&house, "agent.c1-ouest").await);
        let visitor = house.person().await;
        let unit = owner_word(&house, "unit", "commune-1-ouest").await;
        let place = promised(&house, &moderator, "Passer au marché le soir PROMESSEUNE.", &unit, "2026-12-20").await;
        let next = public(&announced(&moderator, "La prochaine", "2026-12-05T16:00", "").await);
        visitor.visit(&next).await.must_have("PROMESSEUNE");

        // The officer answers from the unit's desk; the answer stands on the agenda. Signing is the chief's.
        let desk = officer.visit("/fr/desk/commitments").await;
        desk.must_be(200).must_have("PROMESSEUNE");
        sign(&officer, &place, "owner", "answer", "Deux passages faits RÉPONSEDEUX.").await.must_be(200);
        visitor.visit(&next).await.must_have("RÉPONSEDEUX");
        let own = officer.visit(&place).await;
        let seat = own.forms().into_iter().find(|f| f.fields().contains(&"do")).expect("the officer's form");
        assert!(!seat.options("do").iter().any(|(value, _)| value == "keep"), "an officer signs");
        let forged = seat.tamper("do", "keep").press().await;
        assert!([403, 422].contains(&forged.status), "{}", forged.described());

        // First the owner, then a refusal with a sentence, then both.
        sign(&chief, &place, "owner", "keep", "").await.must_be(200).must_have("Le côté habitants n’a pas encore signé");
        visitor.visit("/fr/commitments?state=kept").await.must_not_have("PROMESSEUNE");
        visitor.visit(&next).await.must_have("PROMESSEUNE");
        sign(&moderator, &place, "community", "refuse", "").await.must_be(422);
        sign(&moderator, &place, "community", "refuse", "Personne ne les a vus REFUSTROIS.").await.must_be(200);
        visitor.visit(&place).await.must_have("REFUSTROIS").must_not_have("n’a pas encore signé.");
        sign(&moderator, &place, "community", "keep", "").await.must_be(200);
        // The side that signed cannot sign again for the other one; nor can a stranger.
        assert!(!moderator.visit(&place).await.forms().iter().any(|f| f.fields().contains(&"do") && f.value("side") == "owner"));
        for login in ["awa", "chef.c4-est", "moderation.c4", "presidence.c1", "admin"] {
            let person = sign_in(&house, login).await;
            let page = person.visit(&place).await;
            assert!(!page.must_be(200).forms().iter().any(|f| f.fields().contains(&"do")), "{login} may sign");
        }
        sign(&chief, &place, "owner", "accept", "").await.must_be(200).must_have("Tenu");
        visitor.visit("/fr/commitments?state=kept").await.must_have("PROMESSEUNE");
        let history = visitor.visit(&place).await;
        for step in ["Promis", "Réponse", "Première signature", "Refusé ou retiré", "Deuxième signature"] {
            history.must_have(step);
        }
        // Off the next agenda, and on no later one.
        visitor.visit(&next).await.must_not_have("PROMESSEUNE");
        // Taken up again with a reason, it is back.
        sign(&moderator, &place, "community", "reopen", "Ils ne passent plus.").await.must_be(200);
        visitor.visit(&next).await.must_have("PROMESSEUNE");
    }
}

both! {
    /// Giving up takes a reason and both sides; a body without login speaks through the committee's chair.
    async fn giving_up_takes_both_sides_and_the_chair_vouches_for_who_has_no_login(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let chair = sign_in(&house, "presidence.c1").await;
        let visitor = house.person().await;
        let edm = owner_word(&house, "partner", "edm").await;
        let place = promised(&house, &moderator, "Changer dix lampes PROMESSEQUATRE.", &edm, "2026-12-01").await;
        // EDM signs in for itself: the chair has no say.
        assert!(!chair.visit(&place).await.forms().iter().any(|f| f.fields().contains(&"do")));
        sign(&moderator, &place, "community", "abandon", "").await.must_be(422);
        sign(&moderator, &place, "community", "abandon", "Pas de budget RAISONCINQ.").await.must_be(200);
        visitor.visit("/fr/commitments?state=abandoned").await.must_not_have("PROMESSEQUATRE");
        house.clock.advance(20 * DAY);
        for page in ["/fr/commitments?state=overdue", "/fr/forums/ccs-commune-1"] {
            visitor.visit(page).await.must_have("PROMESSEQUATRE").must_have("En retard");
        }
        crate::support::world::harm(&house, "UPDATE accounts SET disabled_at = 1 WHERE login = 'service.edm'").await;
        let chair = sign_in(&house, "presidence.c1").await;
        chair.visit("/fr/desk/commitments").await.must_have("PROMESSEQUATRE");
        visitor.visit(&place).await.must_have("le président du comité note sa parole");
        sign(&chair, &place, "owner", "accept", "").await.must_be(200);
        visitor.visit("/fr/commitments?state=abandoned").await.must_have("PROMESSEQUATRE").must_have("RAISONCINQ");
        // The ledger tells the deed and none of the words.
        let said = words(&house, "SELECT detail AS value FROM ledger WHERE deed = 'commitment.sign' ORDER BY seq DESC LIMIT 2").await;
        assert_eq!(said, ["owner accept", "community abandon"]);
    }
}

both! {
    /// M5: what was owed when a meeting began stays on its agenda; police figures stand there and no patrol.
    async fn an_agenda_fills_itself_and_keeps_what_was_owed_when_it_met(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let visitor = house.person().await;
        let first = public(&announced(&moderator, "Première réunion", "2026-12-05T16:00", "").await);
        let mairie = owner_word(&house, "partner", "mairie").await;
        let place = promised(&house, &moderator, "Vider le caniveau PROMESSESIX.", &mairie, "2026-12-28").await;
        let page = visitor.visit(&first).await;
        page.must_have("préoccupations reçues").must_have("Présence des patrouilles").must_have("Procès-verbal de la dernière réunion");
        house.clock.advance(12 * DAY + 10 * 3_600);
        let moderator = sign_in(&house, "moderation.c1").await;
        let second = public(&announced(&moderator, "Deuxième réunion", "2027-01-09T16:00", "").await);
        let partner = sign_in(&house, "service.mairie").await;
        sign(&partner, &place, "owner", "keep", "").await.must_be(200);
        sign(&moderator, &place, "community", "accept", "").await.must_be(200);
        visitor.visit(&first).await.must_have("PROMESSESIX");
        visitor.visit(&second).await.must_not_have("PROMESSESIX").must_have("Première réunion");
    }
}

both! {
    /// M5: residents ask before the meeting; who is not known yet waits for the committee; a support counts once.
    async fn questions_are_held_for_visitors_and_supported_once(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let meeting = public(&announced(&moderator, "Vos questions", "2026-12-05T16:00", "").await);
        let place = format!("{meeting}/questions");
        let visitor = house.person().await;
        let ask = async |person: &Person, body: &str| person.visit(&place).await.form("Envoyer la question").fill("body", body).press().await;
        visitor.visit(&meeting).await.click("Poser une question").await.must_be(200);
        ask(&visitor, "Court").await.must_be(422);
        ask(&visitor, "Quand passe la patrouille QUESTIONUNE ?").await.must_have("Le comité la lit avant de la montrer");
        visitor.visit(&place).await.must_not_have("QUESTIONUNE");
        let awa = sign_in(&house, "awa").await;
        ask(&awa, "Qui répare la pompe QUESTIONDEUX ?").await.must_be(200).must_have("QUESTIONDEUX");
        // The committee shows one; police may not.
        let row = moderator.visit("/fr/committee/queue?kind=question").await;
        row.must_have("QUESTIONUNE").must_not_have("QUESTIONDEUX");
        assert!(row.links().iter().any(|l| l.href.starts_with(&place)), "the row does not lead to the question");
        let page = moderator.visit(&place).await;
        let form = page.form("Montrer");
        let action = form.action();
        form.press_button("Montrer").await.must_be(200);
        visitor.visit(&place).await.must_have("QUESTIONUNE");
        let chief = sign_in(&house, "chef.c1-ouest").await;
        assert_eq!(chief.post(&action, &[("do", "refuse"), ("reason", "Non")]).await.status, 403);
        ask(&visitor, "Une insulte QUESTIONTROIS ici.").await.must_be(200);
        let page = moderator.visit(&place).await;
        page.form("Refuser").press_button("Refuser").await.must_be(422);
        let page = moderator.visit(&place).await;
        page.form("Refuser").fill("reason", "Injure RAISONSEPT").press_button("Refuser").await.must_be(200);
        visitor.visit(&place).await.must_not_have("QUESTIONTROIS");
        visitor.visit("/fr/moderation").await.must_have("RAISONSEPT").must_not_have("QUESTIONTROIS");
        // Two tabs, one support.
        let moussa = sign_in(&house, "moussa").await;
        let page = moussa.visit(&place).await;
        let forms: Vec<_> = page.forms().into_iter().filter(|f| f.action().contains("/questions/") && !f.fields().contains(&"do")).collect();
        assert_eq!(forms.len(), 2);
        let again = moussa.visit(&place).await.forms().into_iter().find(|f| f.action() == forms[1].action()).expect("the same");
        let action = forms[1].action();
        forms.into_iter().nth(1).expect("the second").press().await.must_be(200).must_have("1 soutien");
        again.press().await.must_be(200).must_have("1 soutien");
        assert_eq!(rows(&house, "meeting_question_supports").await, number(&house, "SELECT CAST(SUM(supports) AS BIGINT) AS value FROM meeting_questions").await);
        assert_eq!(visitor.post(&action, &[]).await.path, "/fr/login");
        // The most supported stands first, on the agenda too.
        let asked = visitor.visit(&meeting).await.text();
        let (one, two) = (asked.find("QUESTIONUNE").expect("one"), asked.find("QUESTIONDEUX").expect("two"));
        assert_ne!(one, two);
        house.clock.advance(13 * DAY);
        let late = house.person().await.visit(&place).await;
        assert!(!late.forms().iter().any(|f| f.fields().contains(&"body")), "a question after the meeting");
    }
}
