//! What a stranger found by walking through meetings: what is locked stays, what was held stays as it was known, late entries have
//! the meeting's own day, and every refusal has its sentence.

use crate::commitments::{owner_word, sign};
use crate::forums::{announced, door_code, public, registered};
use crate::support::world::{number, sign_in, world};
use crate::support::{Form, Page, Person, both};

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// A form of the page with this field.
fn form_with(page: &Page, field: &str) -> Form {
    let found = page.forms().into_iter().find(|f| f.fields().contains(&field));
    found.unwrap_or_else(|| panic!("no form with {field}\n{}", page.described()))
}

/// Sends to an address what no page offers, with a fresh token of the sender's own; what comes back.
async fn forged(person: &Person, place: &str, fields: &[(&str, &str)]) -> Page {
    let token = person.visit("/fr/account").await.form("/fr/account/profile").value("_token");
    let mut sent = vec![("_token", token.as_str())];
    sent.extend_from_slice(fields);
    person.post(place, &sent).await
}

/// The form of a new meeting, all but its title and hour filled in.
async fn blank(moderator: &Person) -> Form {
    let page = moderator.visit("/fr/committee").await.click("Annoncer une réunion").await;
    let form = page.main_form().fill("area", "banconi").fill("lang", "fr").fill("place", "Mairie");
    form.fill("landmark", "derrière la poste").fill("audience", "open")
}

/// A meeting copied from paper; its page for the committee.
async fn copied(moderator: &Person, title: &str, starts: &str) -> Page {
    let form = blank(moderator).await.fill("title", title).fill("starts_at", starts).fill("paper", "yes");
    let run = form.press().await;
    run.must_be(200).must_have(title);
    run
}

/// Writes minutes and opens them to corrections, as the moderator.
async fn open_minutes(moderator: &Person, desk: &str) {
    let page = moderator.visit(&format!("{desk}/minutes")).await;
    let form =
        form_with(&page, "state").fill("body", "Le maire ouvre la séance, quatre lampes.").fill("state", "corrections");
    form.press().await.must_be(200);
}

both! {
    /// M6: what stands on the page of approved minutes changes no more; how far its promises are does, and the page says of which day.
    async fn approved_minutes_lock_the_agenda_the_counts_and_what_was_promised(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Verrouillée", "2026-12-05T16:00", "").await;
        let (meeting, desk) = (public(&run), run.path.clone());
        let page = run.form("Ajouter un point").fill("title", "Lampes POINTUN").fill("minutes", "20").press().await;
        let point = page.must_be(200).forms().into_iter().map(|f| f.action()).find(|a| a.contains("/agenda/")).expect("the point's form");
        house.clock.advance(12 * DAY + 10 * HOUR);
        let moderator = sign_in(&house, "moderation.c1").await;
        let unit = owner_word(&house, "unit", "commune-1-ouest").await;
        let id = meeting.rsplit('/').next().unwrap_or_default().to_owned();
        let committee = moderator.visit(&desk).await.click("Noter un engagement").await;
        let notes = committee.form("Noter un engagement").action();
        let form = committee.form("Noter un engagement").fill("body", "Changer quatre lampes PROMESSEDEUX.");
        form.fill("owner", &unit).fill("due_on", "2026-12-30").fill("meeting", &id).press().await.must_be(200);
        let made = number(&house, "SELECT id AS value FROM commitments WHERE body LIKE '%PROMESSEDEUX.'").await;
        open_minutes(&moderator, &desk).await;
        house.clock.advance(7 * DAY + 60);
        let chair = sign_in(&house, "presidence.c1").await;
        chair.visit(&format!("{desk}/minutes")).await.form("/approval").press().await.must_be(200);

        let moderator = sign_in(&house, "moderation.c1").await;
        let new = vec![("body", "Une promesse de trop."), ("owner", unit.as_str()), ("due_on", "2026-12-30"), ("meeting", id.as_str())];
        let refused = vec![
            (format!("{desk}/attendance"), vec![("resident-m-18_34", "7")]),
            (format!("{desk}/agenda"), vec![("title", "Un point de trop"), ("minutes", "5")]),
            (point, vec![("do", "remove")]),
            (notes.clone(), new),
        ];
        for (place, fields) in refused {
            let answer = forged(&moderator, &place, &fields).await;
            // A promise stays on its form, with what was typed.
            let (status, says) = match place == notes {
                true => (422, "a été approuvé entre-temps"),
                false => (409, "Ce procès-verbal est approuvé"),
            };
            assert_eq!(answer.status, status, "{place}: {}", answer.described());
            answer.must_have(says);
        }
        let page = moderator.visit(&desk).await;
        page.must_have("POINTUN").must_not_have("Ajouter un point").must_not_have("Noter un engagement").must_not_have("Enlever").check_html();
        let page = moderator.visit(&format!("{desk}/attendance")).await;
        page.must_be(200).must_have("Il ne change plus").check_html();
        assert!(!page.forms().iter().any(|f| f.fields().contains(&"resident-m-18_34")), "counting is offered");
        assert!(!moderator.visit(&notes).await.form("Noter un engagement").options("meeting").iter().any(|(value, _)| *value == id));

        // What was promised there goes on, and the page says of which day that is, and what the hash covers.
        let place = format!("/fr/commitments/{}", sigida::base::Id::<()>::new(made));
        sign(&moderator, &place, "community", "keep", "").await.must_be(200);
        let visitor = house.person().await;
        let page = visitor.visit(&format!("{meeting}/minutes")).await;
        page.must_have("PROMESSEDEUX").must_have("État des engagements au 12 décembre 2026").must_have("et de lui seul").check_html();
        page.must_have("Celui qui a promis n’a pas encore signé");
        visitor.visit(&format!("{}/minutes", meeting.replace("/fr/", "/bm/"))).await.must_have("Layiduw cogoya").check_html();
        visitor.visit(&meeting).await.must_have("et de lui seul");
    }
}

both! {
    /// M5, M11: the agenda of a meeting that was held names the last one that was known then; what is copied from paper later is on
    /// the next agenda only.
    async fn a_meeting_copied_later_changes_no_agenda_that_was_held(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        announced(&moderator, "Avant PREMIÈRE", "2026-12-03T16:00", "").await;
        let held = public(&announced(&moderator, "Tenue DEUXIÈME", "2026-12-05T16:00", "").await);
        house.clock.advance(13 * DAY);
        let visitor = house.person().await;
        visitor.visit(&held).await.must_have("Avant PREMIÈRE");
        let moderator = sign_in(&house, "moderation.c1").await;
        copied(&moderator, "Retrouvée PAPIER", "2026-12-04T16:00").await;
        copied(&moderator, "Retrouvée DERNIER", "2026-12-06T08:00").await;
        visitor.visit(&held).await.must_have("Avant PREMIÈRE").must_not_have("Retrouvée");
        let next = public(&announced(&moderator, "À venir TROISIÈME", "2026-12-20T16:00", "").await);
        visitor.visit(&next).await.must_have("Retrouvée DERNIER").must_not_have("Avant PREMIÈRE");
    }
}

both! {
    /// M7, M11: what was promised at a meeting was promised that day, however late it is noted, and may have been due since.
    async fn a_promise_noted_late_has_the_day_of_its_meeting(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let unit = owner_word(&house, "unit", "commune-1-ouest").await;
        let run = copied(&moderator, "Sur papier", "2026-11-12T16:00").await;
        let id = run.path.rsplit('/').next().unwrap_or_default().to_owned();
        let note = async |due: &str, meeting: &str| {
            let page = moderator.visit(&run.path).await.click("Noter un engagement").await;
            let form = page.form("Noter un engagement").fill("body", "Poser une lampe TARDIVEUNE.").fill("owner", &unit);
            form.fill("due_on", due).fill("meeting", meeting).press().await
        };
        note("2026-11-11", &id).await.must_be(422).must_have("avant le jour de la réunion").check_html();
        note("2026-11-15", "").await.must_be(422).must_have("Cette date est déjà passée");
        note("2026-11-15", &id).await.must_be(200).must_have("TARDIVEUNE").must_have("En retard");
        let made = number(&house, "SELECT id AS value FROM commitments WHERE body LIKE '%TARDIVEUNE.'").await;
        let place = format!("commitments/{}", sigida::base::Id::<()>::new(made));
        let page = house.person().await.visit(&format!("/fr/{place}")).await;
        page.must_have("12 novembre 2026 (noté ici le 23 novembre 2026)").check_html();
        assert!(page.rows_of_facts().contains(&("Promis".into(), "12 novembre 2026".into())), "{}", page.described());
        house.person().await.visit(&format!("/bm/{place}")).await.must_have("a sɛbɛnna yan").check_html();
    }
}

both! {
    /// M2, M11: paper of a day to come, fewer places than are kept, and everything else that is wrong is told under its field, at once.
    async fn a_meetings_forms_say_all_that_is_wrong_at_once(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let form = blank(&moderator).await.fill("title", "Pas encore").fill("starts_at", "2026-12-05T16:00").fill("paper", "yes");
        let ahead = form.press().await;
        ahead.must_be(422).must_have("Cette date est à venir").check_html();
        assert_eq!(ahead.attributes("[aria-invalid=true]", "name"), ["starts_at"]);
        let both = blank(&moderator).await.fill("starts_at", "2026-12-05T16:00").fill("capacity", "0").fill("times", "40").press().await;
        both.must_be(422).check_html();
        assert_eq!(both.attributes("[aria-invalid=true]", "name"), ["title", "capacity", "times"]);

        let run = announced(&moderator, "Trois chaises", "2026-12-05T16:00", "3").await;
        for name in ["A", "B"] {
            registered(&house, &public(&run), name).await;
        }
        let edit = async |capacity: &str| {
            let page = moderator.visit(&format!("{}/edit", run.path)).await;
            page.main_form().fill("capacity", capacity).press().await
        };
        edit("1").await.must_be(422).must_have("2 places sont déjà prises").check_html();
        house.person().await.visit(&public(&run)).await.must_have("1 place libre sur 3");
        edit("2").await.must_be(200);
        house.person().await.visit(&public(&run)).await.must_have("Aucune place libre sur 2");

        let point = moderator.visit(&run.path).await.form("Ajouter un point").fill("number", "BKO-2026-99999").fill("minutes", "0");
        let wrong = point.press().await;
        wrong.must_be(422).must_have("Aucune préoccupation publique n’a ce numéro").must_have("entre 1 et 240").check_html();
    }
}

both! {
    /// M6: the chair writes nothing, and is told who does, from when on minutes can be approved, and counts only what can be now.
    async fn the_chair_is_told_who_writes_minutes_and_when_they_can_be_approved(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let desk = announced(&moderator, "À écrire", "2026-12-05T16:00", "").await.path.clone();
        house.clock.advance(12 * DAY + 10 * HOUR);
        let chair = sign_in(&house, "presidence.c1").await;
        let page = chair.visit("/fr/committee").await;
        page.must_have("Procès-verbaux attendus").must_have("À écrire").must_not_have("Procès-verbaux à écrire").check_html();
        let page = chair.visit(&format!("{desk}/minutes")).await;
        page.must_have("Rien n’est encore écrit").must_have("Les modérateurs du comité écrivent").must_not_have("Écrire le procès-verbal");
        chair.visit(&desk).await.must_not_have("Écrire le procès-verbal");
        chair.visit("/bm/committee").await.must_have("Ɲɔgɔnyesɛbɛn makɔnɔlenw").check_html();
        let moderator = sign_in(&house, "moderation.c1").await;
        moderator.visit("/fr/committee").await.must_have("Procès-verbaux à écrire").must_not_have("Procès-verbaux attendus");
        open_minutes(&moderator, &desk).await;
        let count = |page: &Page| page.select("#v .count").concat();
        let early = chair.visit("/fr/committee").await;
        early.must_have("À approuver à partir du 12 décembre 2026").check_html();
        house.clock.advance(7 * DAY + 60);
        let chair = sign_in(&house, "presidence.c1").await;
        let ready = chair.visit("/fr/committee").await;
        ready.must_not_have("À approuver à partir du");
        let number = |page: &Page| count(page).parse::<i64>().expect("a number");
        assert_eq!(number(&ready), number(&early) + 1);
    }
}

both! {
    /// M5: who asked is told why nobody reads it; what is public already can be withdrawn with a reason; nobody supports their own
    /// question, and a support can be taken back.
    async fn whoever_asked_is_told_and_a_public_question_can_be_withdrawn(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let place = public(&announced(&moderator, "Vos questions", "2026-12-05T16:00", "").await) + "/questions";
        let (awa, moussa) = (sign_in(&house, "awa").await, sign_in(&house, "moussa").await);
        let ask = async |body: &str| awa.visit(&place).await.form("Envoyer la question").fill("body", body).press().await;
        ask("Qui répare la pompe QUESTIONUNE ?").await.must_be(200);
        let own = awa.visit(&place).await;
        own.must_have("C’est votre question").check_html();
        assert!(!own.forms().iter().any(|f| f.action().contains("/questions/")), "her own is offered to be supported");
        let action = {
            let page = moussa.visit(&place).await;
            let form = page.form("Je soutiens");
            let action = form.action();
            form.press().await.must_have("1 soutien").must_have("Ne plus soutenir").check_html();
            action
        };
        let refused = forged(&awa, &action, &[]).await;
        assert_eq!(refused.status, 409, "{}", refused.described());
        moussa.visit(&place).await.form("Ne plus soutenir").press().await.must_have("Pas encore de soutien");
        assert_eq!(number(&house, "SELECT supports AS value FROM meeting_questions WHERE body LIKE '%QUESTIONUNE%'").await, 0);

        // Withdrawn, with a reason: gone for everybody, told to who asked, and in the public log.
        let withdraw = async || moderator.visit(&place).await.form("Retirer cette question");
        withdraw().await.press_button("Retirer cette question").await.must_be(422).check_html();
        let visitor = house.person().await;
        visitor.visit(&place).await.must_have("QUESTIONUNE");
        withdraw().await.fill("reason", "Déjà répondue RAISONDEUX").press_button("Retirer cette question").await.must_be(200);
        visitor.visit(&place).await.must_not_have("QUESTIONUNE");
        visitor.visit(&place.replace("/questions", "")).await.must_not_have("QUESTIONUNE");
        visitor.visit("/fr/moderation").await.must_have("RAISONDEUX").must_not_have("QUESTIONUNE");
        // News on the first page and on « Mon compte » until she looked.
        awa.visit("/fr").await.must_have("Le comité ne montre pas votre question : Vos questions").check_html();
        awa.visit("/fr/account").await.must_have("Lisez pourquoi").check_html();
        moussa.visit("/fr").await.must_not_have("Le comité ne montre pas");
        for page in [place.as_str(), "/fr/account/places"] {
            let told = awa.visit(page).await;
            told.must_have("QUESTIONUNE").must_have("Le comité ne la montre pas. Raison : Déjà répondue RAISONDEUX").check_html();
            moussa.visit(page).await.must_not_have("QUESTIONUNE");
        }
        awa.visit(&place.replace("/fr/", "/bm/")).await.must_have("Komite t'a jira").check_html();
        awa.visit("/fr").await.must_not_have("Le comité ne montre pas");
        awa.visit("/fr/account").await.must_not_have("Lisez pourquoi");
        // Police withdraws nothing.
        ask("Quand passe la patrouille QUESTIONTROIS ?").await.must_be(200);
        let form = withdraw().await.action();
        let chief = sign_in(&house, "chef.c1-ouest").await;
        forged(&chief, &form, &[("do", "withdraw"), ("reason", "Non")]).await.must_be(403);
    }
}

both! {
    /// M2, M3: a tick of a later day is the meeting's; the pages' words fit what a reader has, and what there is.
    async fn words_fit_what_a_reader_has_at_a_meeting(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Sans limite", "2026-12-05T16:00", "").await;
        let (meeting, desk) = (public(&run), run.path.clone());
        let code = door_code(&registered(&house, &meeting, "").await);
        moderator.visit(&desk).await.must_have("0 entré sur 1 inscrit");
        let awa = sign_in(&house, "awa").await;
        awa.visit(&meeting).await.must_have("Garder ma place");
        awa.visit(&format!("{meeting}/registration")).await.main_form().press().await.must_be(200);
        awa.visit(&meeting).await.must_have("Votre place est gardée").must_not_have("Garder ma place").check_html();
        let own = awa.visit(&format!("{meeting}/place")).await;
        own.must_have("le comité saura combien de personnes attendre").must_not_have("La première personne en attente");
        moderator.visit(&desk).await.must_have("0 entré sur 2 inscrits");

        // Full: how long the list is; whoever has a place is not led to it.
        let full = public(&announced(&moderator, "Deux chaises", "2026-12-05T16:00", "2").await);
        awa.visit(&format!("{full}/registration")).await.main_form().press().await.must_be(200);
        registered(&house, &full, "").await;
        awa.visit(&full).await.must_not_have("M’inscrire sur la liste d’attente").must_have("Ma place");
        house.person().await.visit(&full).await.must_have("M’inscrire sur la liste d’attente");
        registered(&house, &full, "").await;
        house.person().await.visit(&format!("{full}/registration")).await.must_have("est pleine aussi. 1 personne en attente.").check_html();

        // Moved to an earlier day: the move made it late, not the announcement.
        let run = announced(&moderator, "Avancée", "2026-12-20T16:00", "").await;
        let edit = moderator.visit(&format!("{}/edit", run.path)).await;
        edit.main_form().fill("starts_at", "2026-11-27T16:00").press().await.must_be(200);
        let page = house.person().await.visit(&public(&run)).await;
        page.must_have("Tardif").must_have("Déplacée moins de 7 jours avant").must_not_have("Annoncée moins de 7 jours");
        let paper = public(&copied(&moderator, "Sur papier", "2026-11-12T16:00").await);
        house.person().await.visit(&paper).await.must_have("Votre avis sur la réunion").must_not_have("Donner mon avis");

        // Ticked the day after: the day is the meeting's.
        house.clock.advance(13 * DAY);
        let moderator = sign_in(&house, "moderation.c1").await;
        let door = moderator.visit(&format!("{desk}/door")).await.form("Entrer").fill("code", &code).press().await;
        door.must_be(200).must_have("1 entré sur 2 inscrits").must_have("Présent, noté le 6 décembre 2026").check_html();
        let page = house.person().await.visit(&format!("{meeting}/place")).await.main_form().fill("code", &code).press().await;
        page.must_have("Vous êtes entré le 5 décembre 2026").must_not_have("entré le 6 décembre").check_html();
        house.person().await.visit(&meeting).await.must_have("Donner mon avis");
    }
}

both! {
    /// M7: at a desk, what was promised has the page's whole width, beside nothing.
    async fn commitments_have_the_whole_width_of_a_committees_pages(house: House) {
        let house = world(house);
        let page = house.person().await.visit("/fr/forums/ccs-commune-1").await;
        page.must_have("Engagements attendus").check_html();
        assert!(page.select(".with-aside table").is_empty() && !page.select("main > section > table.cards").is_empty());
        house.clock.advance(60 * DAY);
        let desk = sign_in(&house, "moderation.c1").await.visit("/fr/committee").await;
        desk.must_have("Engagements en retard").check_html();
        assert!(desk.select(".with-aside table").is_empty() && !desk.select("main > section > table.cards").is_empty());
    }
}
