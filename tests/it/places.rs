//! One's own place at a meeting, from the notice of a move to the day after: what its holder reads, asks and is told.

use crate::forums::{announced, door_code, public, registered, reserved};
use crate::support::world::{sign_in, world};
use crate::support::{House, Page, Person, both};

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// A place opened by its door code.
async fn place(house: &House, meeting: &str, code: &str) -> Page {
    let page = house.person().await.visit(&format!("{meeting}/place")).await;
    page.main_form().fill("code", code).press().await
}

/// Keeps a place by account.
async fn keeps(person: &Person, meeting: &str) {
    let page = person.visit(&format!("{meeting}/registration")).await;
    page.main_form().press().await.must_be(200);
}

both! {
    /// M2: whoever registered with an account is told on the first page and on « Mon compte », until they looked; nobody else is.
    async fn a_move_a_cancellation_and_a_place_found_reach_who_has_an_account_until_they_looked(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Une chaise PLACEUNE", "2026-12-05T16:00", "2").await;
        let meeting = public(&run);
        let first = door_code(&registered(&house, &meeting, "").await);
        let _second = registered(&house, &meeting, "").await;
        let awa = sign_in(&house, "awa").await;
        keeps(&awa, &meeting).await;
        let list = awa.visit("/fr/account").await.click("Mes places aux réunions").await;
        list.must_be(200).must_have("PLACEUNE").must_have("Liste d’attente").check_html();
        awa.visit("/fr").await.must_not_have("PLACEUNE");

        // A place is found.
        house.clock.advance(60);
        place(&house, &meeting, &first).await.form("/place/leave").press().await.must_have("Votre place est rendue").must_not_have("raison");
        house.clock.advance(60);
        awa.visit("/fr").await.must_have("Une place s’est libérée pour vous : Une chaise PLACEUNE").check_html();
        awa.visit("/bm").await.must_have("Yɔrɔ dɔ sɔrɔla aw ye: Une chaise PLACEUNE");
        awa.visit("/fr/account").await.must_have("Il y a du nouveau pour une de vos places").check_html();
        for other in [&house.person().await, &sign_in(&house, "moussa").await] {
            other.visit("/fr").await.must_not_have("PLACEUNE");
        }
        awa.visit("/fr").await.click("Une place s’est libérée pour vous").await.must_have("Votre place est gardée");
        awa.visit("/fr").await.must_not_have("PLACEUNE");
        awa.visit("/fr/account").await.must_not_have("Il y a du nouveau");

        // It is moved, and moved again: told until she looked.
        house.clock.advance(60);
        let edit = moderator.visit(&format!("{}/edit", run.path)).await;
        edit.main_form().fill("starts_at", "2026-12-12T17:00").fill("place", "Stade").press().await.must_be(200);
        house.clock.advance(60);
        awa.visit("/fr").await.must_have("Réunion déplacée : Une chaise PLACEUNE, maintenant").must_have("Stade");
        awa.visit("/fr/account/places").await.must_have("Réunion déplacée");
        awa.visit(&format!("{meeting}/place")).await.must_have("Déplacée le");
        awa.visit("/fr").await.must_not_have("Réunion déplacée");

        // It is called off: told until its day is over, were she never to look.
        house.clock.advance(60);
        let cancel = moderator.visit(&format!("{}/cancellation", run.path)).await;
        cancel.main_form().fill("reason", "Deuil au quartier.").press().await.must_be(200);
        house.clock.advance(60);
        awa.visit("/fr").await.must_have("Réunion annulée : Une chaise PLACEUNE");
        let card = house.person().await.visit("/fr/forums/ccs-commune-1").await;
        let coming = card.select("section").into_iter().find(|s| s.starts_with("Prochaines réunions")).expect("the coming ones");
        assert!(coming.contains("PLACEUNE") && coming.contains("Annulée"), "{coming}");
        house.clock.advance(20 * DAY);
        sign_in(&house, "awa").await.visit("/fr").await.must_not_have("PLACEUNE");
        let card = house.person().await.visit("/fr/forums/ccs-commune-1").await;
        let coming = card.select("section").into_iter().find(|s| s.starts_with("Prochaines réunions")).expect("the coming ones");
        assert!(!coming.contains("PLACEUNE"), "{coming}");
        card.must_have("PLACEUNE");
    }
}

both! {
    /// What a place is after the meeting, for who came, who did not and who waited; and who may correct, or why not.
    async fn a_place_says_what_it_was_once_the_meeting_is_over(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Après coup", "2026-12-05T16:00", "2").await;
        let (meeting, desk) = (public(&run), run.path.clone());
        let came = door_code(&registered(&house, &meeting, "").await);
        let stayed = door_code(&registered(&house, &meeting, "").await);
        let waited = door_code(&registered(&house, &meeting, "").await);
        let page = place(&house, &meeting, &waited).await;
        page.must_have("Quitter la liste d’attente").must_not_have("première personne en attente aura votre place");
        place(&house, &meeting, &came).await.must_have("La première personne en attente aura votre place");

        house.clock.advance(12 * DAY + 7 * HOUR);
        let moderator = sign_in(&house, "moderation.c1").await;
        let door = moderator.visit(&format!("{desk}/door")).await;
        door.form("Entrer").fill("code", &came).press().await.must_be(200);
        place(&house, &meeting, &stayed).await.must_have("La réunion a commencé").must_have(&stayed[..3]);
        house.clock.advance(DAY);
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit(&format!("{desk}/minutes")).await;
        let form = page.forms().into_iter().find(|f| f.fields().contains(&"state")).expect("the secretary's form");
        form.fill("body", "Le maire ouvre la séance, quatre lampes.").fill("state", "corrections").press().await.must_be(200);

        let page = place(&house, &meeting, &came).await;
        page.must_have("Vous êtes entré le").must_have("Demander une correction").must_not_have("Votre place est gardée");
        page.check_html();
        let page = place(&house, &meeting, &stayed).await;
        page.must_have("Votre entrée n’a pas été notée").must_have("Seules les personnes notées à la porte");
        page.must_not_have("Votre place est gardée").must_not_have("Envoyer la correction");
        let page = place(&house, &meeting, &waited).await;
        page.must_have("Vous étiez sur la liste d’attente").must_not_have("numéro 1");
    }
}

both! {
    /// M9: whoever is invited to a reserved meeting with a code alone asks at their place; the guard holds it like any other.
    async fn a_code_alone_asks_a_question_for_a_reserved_meeting(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let (run, invitation) = reserved(&moderator).await;
        let meeting = public(&run);
        let visitor = house.person().await;
        let page = visitor.visit(&meeting).await;
        page.must_have("on s’inscrit avec le code d’invitation").must_not_have("Vous pouvez aussi venir sans rien dire");
        visitor.visit(&format!("{meeting}/questions")).await.must_have("Inscrit avec un code ?");
        let page = visitor.visit(&format!("{meeting}/registration")).await;
        let code = door_code(&page.main_form().fill("invitation", &invitation).press().await);
        let mine = place(&house, &meeting, &code).await;
        mine.form("Envoyer la question").fill("body", "Court").press().await.must_be(422);
        let asked = mine.form("Envoyer la question").fill("body", "Qui garde la clé QUESTIONNEUF ?").press().await;
        asked.must_be(200).must_have("Le comité la lit avant de la montrer").check_html();
        let page = moderator.visit(&format!("{meeting}/questions")).await;
        page.must_have("QUESTIONNEUF").form("committee/questions").press_button("Montrer").await.must_be(200);
        place(&house, &meeting, &code).await.must_have("QUESTIONNEUF");
        visitor.visit(&meeting).await.must_not_have("QUESTIONNEUF");
        // Another code, or none, opens nothing.
        for other in ["000000", ""] {
            let form = mine.form("Envoyer la question").tamper("code", other).fill("body", "Une question sans code.");
            form.press().await.must_be(404);
        }
    }
}

both! {
    /// M2: how many places are free is said in words; a full meeting's button says that it joins the list, and a full list has none.
    async fn a_meetings_page_says_how_many_places_are_free_and_what_its_button_does(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let meeting = public(&announced(&moderator, "Deux chaises", "2026-12-05T16:00", "2").await);
        let visitor = house.person().await;
        visitor.visit(&meeting).await.must_have("2 places libres sur 2").must_have("Garder ma place");
        registered(&house, &meeting, "").await;
        visitor.visit(&meeting).await.must_have("1 place libre sur 2");
        registered(&house, &meeting, "").await;
        let full = visitor.visit(&meeting).await;
        full.must_have("Aucune place libre sur 2").must_not_have("Garder ma place");
        full.click("M’inscrire sur la liste d’attente").await.must_have("Vous serez sur la liste d’attente");
        registered(&house, &meeting, "").await;
        let none = visitor.visit(&meeting).await;
        none.must_have("La liste d’attente est pleine aussi").must_not_have("M’inscrire");
        house.clock.advance(13 * DAY);
        house.person().await.visit(&meeting).await.must_have("2 places").must_not_have("libre");
    }
}
