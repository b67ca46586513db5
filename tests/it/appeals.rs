//! Appeals as people live them (D7): an author reads why, says once in own words why that is wrong; somebody else answers, in
//! writing; upheld, the text comes back as it was.

use crate::concerns::{decide, file, follow};
use crate::moderation::{form_of, thread, write};
use crate::support::world::{harm, number, sign_in, words, world};
use crate::support::{House, Person, both};

/// A message of Awa's that `moderation.c1` hid: its moderator's address, its thread, where its author appeals.
async fn hidden(house: &House, body: &str) -> (String, String, String) {
    hidden_by(house, "moderation.c1", body).await
}

/// The same, hidden by somebody.
async fn hidden_by(house: &House, login: &str, body: &str) -> (String, String, String) {
    let opening = thread(house).await;
    let awa = sign_in(house, "awa").await;
    let (at, thread) = write(house, &awa, &opening, body).await;
    let page = sign_in(house, login).await.visit(&at).await;
    let form = form_of(&page, "ground").fill("ground", "accusation").fill("reason", "Aucune preuve");
    form.press_button("Cacher ce message").await.must_be(200);
    let own = at.replace("/committee", "") + "/appeal";
    (at, thread, own)
}

/// A message and a concern about which appeals wait for `moderation.c1`: the message's id and the concern's number.
pub async fn waiting(house: &House) -> (String, String) {
    let (_, _, own) = hidden_by(house, "moderation.c1.2", "Le cordonnier ZEBRE ne rend pas les souliers.").await;
    appeal(&sign_in(house, "awa").await, &own, "Il me les a rendus depuis.").await;
    let filed = file(house, "noise", "banconi", "Le garage tape toute la nuit.", "public").await;
    decide(&sign_in(house, "moderation.c1.2").await, &filed.number, "Ne pas publier", "Cela montre un voisin.").await;
    let page = follow(house, &filed.code).await;
    page.form("/follow/concern/appeal").fill("appeal", "C’est une entreprise.").press().await.must_be(200);
    (own.split('/').nth(3).unwrap_or_default().to_owned(), filed.number)
}

/// Its author appeals.
async fn appeal(author: &Person, own: &str, said: &str) {
    let page = author.visit(own).await;
    form_of(page.must_be(200), "words").fill("words", said).press().await.must_be(200).must_have("Attend une réponse");
}

/// A moderator blacks out a part of a message.
async fn mask(moderator: &Person, at: &str, part: &str) {
    let form =
        form_of(moderator.visit(at).await.must_be(200), "parts").fill("parts", part).fill("mask_ground", "private");
    form.press().await.must_be(200);
}

/// Leaves these moderators alone in office.
async fn leave_only(house: &House, logins: &[&str]) {
    let kept = logins.iter().map(|login| format!("'{login}'")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "UPDATE memberships SET ended_at = 1 WHERE role = 'moderator' AND account_id NOT IN (SELECT id FROM accounts WHERE login IN ({kept}))"
    );
    harm(house, &sql).await;
}

both! {
    /// The whole way of an appeal that was right: why, own words, somebody else, a written answer, the same bytes.
    async fn an_author_reads_why_appeals_once_and_another_moderator_brings_the_text_back(house: House) {
        let house = world(house);
        let body = "Le boulanger ZEBREUN pèse mal.\n\n**Vraiment**";
        let (at, thread, own) = hidden(&house, body).await;
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let posts = number(&house, "SELECT posts AS value FROM threads ORDER BY id DESC").await;
        // Only its author is shown the way.
        assert!(awa.visit(&thread).await.links().iter().any(|l| l.href == own), "nothing leads to the appeal");
        assert!(!moussa.visit(&thread).await.links().iter().any(|l| l.href == own));
        moussa.visit(&own).await.must_be(404);
        assert!(house.person().await.visit(&own).await.path.starts_with("/fr/login"));
        awa.visit("/fr/account/discussions").await.must_have("ZEBREUN").must_have("Aucune preuve").must_have("Faire un recours");
        let page = awa.visit(&own).await;
        page.must_have("ZEBREUN").must_have("Accuse quelqu’un sans preuve").must_have("Un autre modérateur de ce comité");
        form_of(&page, "words").fill("words", "Non").press().await.must_be(422).must_have("Non");
        let again = form_of(&page, "words").fill("words", "Une deuxième fois, pour voir.");
        appeal(&awa, &own, "J’ai la balance et deux témoins QUAGGA.").await;
        // What can change nothing is not offered again; the words are there to be copied.
        again.press().await.must_be(409).must_have("vous pouvez le copier").must_not_have("Essayer encore");
        awa.visit(&own).await.must_have("QUAGGA").must_not_have("Envoyer le recours");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM appeals").await, 1);
        // Who decided does not see it wait, and answers nothing; nor do police, another committee, its author.
        let first = sign_in(&house, "moderation.c1").await;
        first.visit("/fr/committee/queue?kind=appeal").await.must_have("Rien n’attend");
        let page = first.visit(&at).await;
        page.must_have("Vous avez pris cette décision").must_not_have("Accepter et montrer");
        let answer = format!("{at}/appeal");
        let second = sign_in(&house, "moderation.c1.2").await;
        let form = form_of(&second.visit(&at).await, "answer");
        let which = form.value("_appeal");
        let said = [("_token", ""), ("_appeal", which.as_str()), ("appeal", "uphold"), ("answer", "Je réponds à ma propre décision.")];
        for (login, status) in [("moderation.c1", 403), ("moderation.c4", 404), ("agent.c1-ouest", 403), ("awa", 403), ("controle", 404)] {
            let person = sign_in(&house, login).await;
            person.visit(&answer).await.must_be(status);
            let token = person.visit("/fr/account").await.form("/fr/account/profile").value("_token");
            let fields: Vec<(&str, &str)> = said.iter().map(|(k, v)| (*k, if *k == "_token" { token.as_str() } else { *v })).collect();
            person.post(&answer, &fields).await.must_be(status);
        }
        assert_eq!(words(&house, "SELECT state AS value FROM appeals").await, ["waiting"]);
        second.visit("/fr/committee/queue?kind=appeal").await.must_have("ZEBREUN").must_have("Recours");
        second.visit(&at).await.must_have("QUAGGA");
        form.fill("answer", "Non").press_button("Accepter et montrer").await.must_be(422).must_have("Non");
        let form = form_of(&second.visit(&at).await, "answer");
        form.fill("answer", "Vous avez raison GAZELLE.").press_button("Accepter et montrer").await.must_be(200);
        house.person().await.visit(&thread).await.must_have("ZEBREUN").must_not_have("GAZELLE").must_not_have("QUAGGA");
        assert_eq!(words(&house, "SELECT body AS value FROM posts ORDER BY id DESC LIMIT 1").await, [body]);
        assert_eq!(number(&house, "SELECT posts AS value FROM threads ORDER BY id DESC").await, posts);
        awa.visit("/fr/account/discussions").await.must_have("GAZELLE").must_have("Accepté");
        for lang in ["fr", "bm"] {
            let log = house.person().await.visit(&format!("/{lang}/moderation")).await;
            log.must_not_have("GAZELLE").must_not_have("QUAGGA").must_not_have("ZEBREUN");
        }
        house.person().await.visit("/fr/moderation").await.must_have("Recours accepté").must_have("Montré de nouveau");
        let deeds = words(&house, "SELECT deed AS value FROM ledger WHERE deed LIKE 'appeal.%' ORDER BY seq").await;
        assert_eq!(deeds, ["appeal.raise", "appeal.answer"]);
        let told = number(&house, "SELECT COUNT(*) AS value FROM ledger WHERE detail LIKE '%GAZELLE%' OR detail LIKE '%QUAGGA%' OR object LIKE '%QUAGGA%'").await;
        assert_eq!(told, 0, "the ledger repeats words");
    }
}

both! {
    /// Rejected: the text stays away, the answer stands beside it; the same decision is not argued twice, a new one may be.
    async fn a_rejected_appeal_is_answered_beside_the_hidden_message_and_not_made_again(house: House) {
        let house = world(house);
        let (at, thread, own) = hidden(&house, "Le mécanicien ZEBREUN triche.").await;
        let awa = sign_in(&house, "awa").await;
        appeal(&awa, &own, "Tout le monde le sait QUAGGA.").await;
        let second = sign_in(&house, "moderation.c1.2").await;
        let form = form_of(&second.visit(&at).await, "answer");
        form.fill("answer", "Apportez une preuve GAZELLE.").press_button("Rejeter").await.must_be(200);
        awa.visit(&thread).await.must_have("GAZELLE").must_have("Rejeté").must_not_have("Faire un recours");
        awa.visit(&own).await.must_have("GAZELLE").must_not_have("Envoyer le recours");
        sign_in(&house, "moussa").await.visit(&thread).await.must_not_have("GAZELLE").must_not_have("ZEBREUN");
        house.person().await.visit("/fr/moderation").await.must_have("Recours rejeté").must_not_have("GAZELLE");
        second.visit("/fr/committee/queue?kind=appeal").await.must_have("Rien n’attend");
        // A decision of its own may be appealed against anew.
        let page = second.visit(&at).await;
        form_of(&page, "reason").fill("reason", "Je regarde de nouveau").press_button("Montrer de nouveau").await.must_be(200);
        let page = second.visit(&at).await;
        form_of(&page, "ground").fill("ground", "insult").press_button("Cacher ce message").await.must_be(200);
        awa.visit(&own).await.must_have("Envoyer le recours").must_not_have("GAZELLE");
    }
}

both! {
    /// A committee with one moderator is judged by another committee's; where nobody else moderates, by oversight; never by police.
    async fn where_the_committee_has_nobody_else_another_committee_answers_or_oversight(house: House) {
        let house = world(house);
        let (at, thread, own) = hidden(&house, "Le pompiste ZEBREUN coupe l’essence.").await;
        leave_only(&house, &["moderation.c1", "moderation.c4"]).await;
        let awa = sign_in(&house, "awa").await;
        awa.visit(&own).await.must_have("Un modérateur d’un autre comité");
        appeal(&awa, &own, "Le pompiste me l’a dit lui-même.").await;
        sign_in(&house, "moderation.c1").await.visit("/fr/committee/queue?kind=appeal").await.must_have("Rien n’attend");
        let other = sign_in(&house, "moderation.c4").await;
        other.visit(&at).await.must_be(403);
        let page = other.visit("/fr/committee/queue?kind=appeal").await;
        let page = page.must_have("ZEBREUN").click("ZEBREUN").await;
        page.must_be(200).must_have("Aucune preuve").must_have("Le pompiste me l’a dit");
        sign_in(&house, "controle").await.visit(&format!("{at}/appeal")).await.must_be(404);
        leave_only(&house, &["moderation.c1"]).await;
        let overseer = sign_in(&house, "controle").await;
        let page = overseer.visit("/fr/oversight").await.must_have("ZEBREUN").click("ZEBREUN").await;
        let form = form_of(page.must_be(200), "answer");
        form.fill("answer", "Ce message ne nomme personne.").press_button("Accepter et montrer").await.must_be(200);
        house.person().await.visit(&thread).await.must_have("ZEBREUN");
        house.person().await.visit("/fr/moderation").await.must_have("Contrôle");
        overseer.visit("/fr/oversight").await.must_not_have("ZEBREUN");
        for login in ["agent.c1-ouest", "chef.c1-ouest"] {
            sign_in(&house, login).await.visit(&format!("{at}/appeal")).await.must_be(403);
        }
    }
}

both! {
    /// Without an account: the reason and the appeal stand where the code leads; whoever supports does not speak for the reporter.
    async fn the_reporter_of_a_refused_concern_reads_why_and_appeals_on_the_code_page(house: House) {
        let house = world(house);
        let filed = file(&house, "noise", "banconi", "Le bar ZEBREUN joue toute la nuit.", "public").await;
        let first = sign_in(&house, "moderation.c1").await;
        decide(&first, &filed.number, "Ne pas publier", "Cela montre du doigt un voisin.").await.must_be(200);
        let page = follow(&house, &filed.code).await;
        page.must_have("Décision du comité").must_have("Cela montre du doigt un voisin");
        let form = page.form("/follow/concern/appeal");
        form.fill("appeal", "Non").press().await.must_be(422).must_have("Non");
        let page = page.person().visit("/fr/follow/concern").await;
        let again = page.form("/follow/concern/appeal").fill("appeal", "Encore une fois, pour voir.");
        let page = page.person().visit("/fr/follow/concern").await;
        let sent = page.form("/follow/concern/appeal").fill("appeal", "C’est une salle publique QUAGGA.").press().await;
        sent.must_be(200).must_have("QUAGGA").must_have("Attend une réponse");
        again.press().await.must_be(409);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM appeals WHERE account_id IS NOT NULL").await, 0);
        first.visit("/fr/committee/queue?kind=appeal").await.must_have("Rien n’attend");
        let at = format!("/fr/committee/concerns/{}", filed.number);
        first.visit(&at).await.must_have("Vous avez pris cette décision");
        first.visit(&format!("{at}/appeal")).await.must_be(403);
        // The unit reads nothing of it.
        sign_in(&house, "agent.c1-ouest").await.visit(&filed.at_desk()).await.must_not_have("QUAGGA");
        let second = sign_in(&house, "moderation.c1.2").await;
        second.visit("/fr/committee/queue?kind=appeal").await.must_have("ZEBREUN");
        let form = form_of(&second.visit(&at).await, "answer");
        form.fill("answer", "Une salle publique n’est pas un voisin.").press_button("Accepter et montrer").await.must_be(200);
        house.person().await.visit(&filed.public()).await.must_be(200).must_have("ZEBREUN");
        follow(&house, &filed.code).await.must_have("Une salle publique n’est pas un voisin").must_have("Accepté");
        house.person().await.visit("/fr/moderation").await.must_have("Recours accepté").must_not_have("QUAGGA");
    }
}

both! {
    /// Who decided thinks again before anybody answered: nothing waits any more, and the author is told so.
    async fn a_decision_taken_back_leaves_no_appeal_waiting(house: House) {
        let house = world(house);
        let (at, _, own) = hidden(&house, "Le tailleur ZEBREUN est cher.").await;
        let awa = sign_in(&house, "awa").await;
        appeal(&awa, &own, "C’est mon avis sur un prix.").await;
        let first = sign_in(&house, "moderation.c1").await;
        let page = first.visit(&at).await;
        form_of(&page, "reason").fill("reason", "C’est un avis").press_button("Montrer de nouveau").await.must_be(200);
        sign_in(&house, "moderation.c1.2").await.visit("/fr/committee/queue?kind=appeal").await.must_have("Rien n’attend");
        awa.visit(&own).await.must_have("de lui-même");
        // Nothing is away, nothing is to be argued.
        assert_eq!(words(&house, "SELECT state AS value FROM appeals").await, ["overtaken"]);
    }
}

both! {
    /// Who quotes two hidden texts is shown again with neither alone, and no moderator brings their own words back with another's.
    async fn what_quotes_another_hidden_text_or_is_ones_own_does_not_come_back(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let (awa, moussa, colleague) =
            (sign_in(&house, "awa").await, sign_in(&house, "moussa").await, sign_in(&house, "moderation.c1.2").await);
        let (one, two) = ("Le boucher ZEBRETROIS triche sur le poids.", "Le coiffeur OKAPIDEUX triche sur le prix.");
        let (first, thread) = write(&house, &awa, &opening, one).await;
        let (second, _) = write(&house, &awa, &thread, two).await;
        house.clock.advance(300);
        write(&house, &moussa, &thread, &format!("> {one}\n> {two}\nLes deux GNOUUN ?")).await;
        write(&house, &colleague, &thread, &format!("> {one}\nLe comité GNOUDEUX regarde.")).await;
        let moderator = sign_in(&house, "moderation.c1").await;
        for at in [&first, &second] {
            let form = form_of(&moderator.visit(at).await, "ground").fill("ground", "accusation").fill("reason", "Aucune preuve");
            form.press_button("Cacher ce message").await.must_be(200);
        }
        house.person().await.visit(&thread).await.must_not_have("GNOU");
        house.clock.advance(300);
        let form = form_of(&colleague.visit(&first).await, "reason").fill("reason", "Je regarde de nouveau");
        form.press_button("Montrer de nouveau").await.must_be(200);
        let page = house.person().await.visit(&thread).await;
        page.must_have("ZEBRETROIS").must_not_have("OKAPIDEUX").must_not_have("GNOUUN").must_not_have("GNOUDEUX");
    }
}

both! {
    /// Who only quoted reads that they quoted, not that they accused; what was hidden with a text comes back with it, and what was
    /// decided on by itself since stays as it is.
    async fn what_was_hidden_because_it_quotes_comes_back_with_the_text(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let said = "Le boucher ZEBRETROIS triche sur le poids.";
        let (at, thread) = write(&house, &awa, &opening, said).await;
        write(&house, &moussa, &thread, &format!("> {said}\nVraiment GNOUUN ?")).await;
        house.clock.advance(300);
        let (other, _) = write(&house, &moussa, &thread, &format!("> {said}\nMoi aussi GNOUDEUX.")).await;
        let page = sign_in(&house, "moderation.c1").await.visit(&at).await;
        let form = form_of(&page, "ground").fill("ground", "accusation").fill("reason", "Aucune preuve");
        form.press_button("Cacher ce message").await.must_be(200);
        house.person().await.visit(&thread).await.must_not_have("GNOU").must_not_have("ZEBRETROIS");
        let told = moussa.visit("/fr/account/discussions").await;
        told.must_have("GNOUUN").must_have("Citait un texte caché").must_not_have("Accuse quelqu’un");
        moussa.visit("/bm/account/discussions").await.must_have("o kuma fɔ kokura").must_not_have("Citait");
        // One of them is shown and hidden again for itself.
        house.clock.advance(300);
        let second = sign_in(&house, "moderation.c1.2").await;
        let form = form_of(&second.visit(&other).await, "reason").fill("reason", "Je regarde de nouveau");
        form.press_button("Montrer de nouveau").await.must_be(200);
        house.clock.advance(60);
        let form = form_of(&second.visit(&other).await, "ground").fill("ground", "insult");
        form.press_button("Cacher ce message").await.must_be(200);
        let own = at.replace("/committee", "") + "/appeal";
        appeal(&awa, &own, "J’ai la balance et deux témoins.").await;
        let form = form_of(&second.visit(&at).await, "answer").fill("answer", "Vous avez raison.");
        form.press_button("Accepter et montrer").await.must_be(200);
        house.person().await.visit(&thread).await.must_have("ZEBRETROIS").must_have("GNOUUN").must_not_have("GNOUDEUX");
    }
}

both! {
    /// A part is black and the rest hidden: two appeals wait on one message, and each is answered for itself, whatever came later.
    async fn two_appeals_on_one_message_are_answered_each_for_itself(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        let (at, _) = write(&house, &awa, &opening, "Demandez à ZEBREUN, rue 12.").await;
        let own = at.replace("/committee", "") + "/appeal";
        let (first, second) = (sign_in(&house, "moderation.c1").await, sign_in(&house, "moderation.c1.2").await);
        mask(&first, &at, "ZEBREUN").await;
        appeal(&awa, &own, "C’est le nom du marché QUAGGA.").await;
        house.clock.advance(60);
        // What was opened before the second appeal came answers the first one.
        let before = form_of(&second.visit(&at).await, "answer");
        let late = form_of(&second.visit(&at).await, "answer");
        let form = form_of(&first.visit(&at).await, "ground").fill("ground", "insult");
        form.press_button("Cacher ce message").await.must_be(200);
        appeal(&awa, &own, "Rien n’est une insulte OKAPI.").await;
        let foreign = sigida::base::Id::<()>::new(7).to_string();
        let wrong = form_of(&second.visit(&at).await, "answer").tamper("_appeal", &foreign);
        wrong.fill("answer", "À quel recours ?").press_button("Rejeter").await.must_be(404);
        before.fill("answer", "Un marché, oui GAZELLE.").press_button("Accepter : l’auteur réécrit").await.must_be(200);
        let states = "SELECT state AS value FROM appeals ORDER BY at";
        assert_eq!(words(&house, states).await, ["upheld", "waiting"]);
        let refused = late.fill("answer", "Encore une fois, pour voir.").press_button("Rejeter").await;
        // Who is refused is led back to how things stand.
        refused.must_be(409).click("Revenir à la page").await.must_be(200).must_have("OKAPI");
        assert_eq!(words(&house, states).await, ["upheld", "waiting"]);
        second.visit("/fr/committee/queue?kind=appeal").await.must_have("Recours");
        let page = second.visit(&at).await;
        page.must_have("OKAPI").must_not_have("QUAGGA");
        form_of(&page, "answer").fill("answer", "Si, le dernier mot.").press_button("Rejeter").await.must_be(200);
        assert_eq!(words(&house, states).await, ["upheld", "rejected"]);
        let said = words(&house, "SELECT answer AS value FROM appeals ORDER BY at").await;
        assert_eq!(said, ["Un marché, oui GAZELLE.", "Si, le dernier mot."]);
        second.visit(&format!("{at}/appeal")).await.must_be(404);
    }
}

both! {
    /// That a black part stays black says nothing of the rest: what was hidden only because it quotes comes back with the text.
    async fn a_rejected_appeal_about_a_black_part_keeps_nothing_else_away(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let said = "Le boucher ZEBRETROIS triche sur le poids.";
        let (at, thread) = write(&house, &awa, &opening, said).await;
        house.clock.advance(300);
        let (other, _) = write(&house, &moussa, &thread, &format!("> {said}\nVraiment GNOUUN, porte 45 ?")).await;
        let (first, second) = (sign_in(&house, "moderation.c1").await, sign_in(&house, "moderation.c1.2").await);
        mask(&first, &other, "porte 45").await;
        appeal(&moussa, &(other.replace("/committee", "") + "/appeal"), "C’est une boutique.").await;
        let form = form_of(&first.visit(&at).await, "ground").fill("ground", "accusation").fill("reason", "Aucune preuve");
        form.press_button("Cacher ce message").await.must_be(200);
        house.person().await.visit(&thread).await.must_not_have("GNOUUN");
        house.clock.advance(300);
        let form = form_of(&second.visit(&other).await, "answer").fill("answer", "Une boutique a un voisin.");
        form.press_button("Rejeter").await.must_be(200);
        let form = form_of(&second.visit(&at).await, "reason").fill("reason", "Je regarde de nouveau");
        form.press_button("Montrer de nouveau").await.must_be(200);
        let page = house.person().await.visit(&thread).await;
        page.must_have("ZEBRETROIS").must_have("GNOUUN").must_have("███").must_not_have("porte 45");
    }
}
