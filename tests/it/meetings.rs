//! Meetings as people live them: announced in a row, reserved, moved, called off; places that change hands; minutes corrected,
//! approved and compared; calendars that another program reads.

use crate::forums::{announced, door_code, public, registered, reserved};
use crate::support::world::{number, rows, sign_in, words, world};
use crate::support::{House, Page, Person, both};

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// A form of the page with this field.
fn form_with(page: &Page, field: &str) -> crate::support::form::Form {
    let found = page.forms().into_iter().find(|f| f.fields().contains(&field));
    found.unwrap_or_else(|| panic!("no form with {field}\n{}", page.described()))
}

/// Opens a place by its door code.
async fn place(house: &House, meeting: &str, code: &str) -> Page {
    let page = house.person().await.visit(&format!("{meeting}/place")).await;
    page.main_form().fill("code", code).press().await
}

/// Ticks somebody at the door.
async fn enter(moderator: &Person, run: &str, code: &str) {
    let page = moderator.visit(&format!("{run}/door")).await;
    form_with(&page, "code").fill("code", code).press().await.must_be(200);
}

both! {
    /// M1: every first Saturday, three meetings at once, each with its own agenda and thread.
    async fn a_series_makes_single_meetings(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit("/fr/committee").await.click("Annoncer une réunion").await;
        let form = page.main_form().fill("title", "Premier samedi").fill("starts_at", "2026-12-05T16:00").fill("area", "banconi");
        let form = form.fill("lang", "fr").fill("place", "Mairie").fill("landmark", "derrière la poste").fill("audience", "open");
        form.fill("times", "3").press().await.must_be(200);
        let days = words(&house, "SELECT CAST(starts_at / 86400 AS TEXT) AS value FROM meetings WHERE title = 'Premier samedi' ORDER BY starts_at").await;
        let day = |text: &str| sigida::base::Day::parse(text).expect("a day").0.to_string();
        assert_eq!(days, [day("2026-12-05"), day("2027-01-02"), day("2027-02-06")]);
        let items = "SELECT COUNT(*) AS value FROM agenda_items WHERE meeting_id IN (SELECT id FROM meetings WHERE title = 'Premier samedi')";
        assert_eq!(number(&house, items).await, 12);
        let page = moderator.visit("/fr/committee").await.click("Annoncer une réunion").await;
        page.main_form().fill("title", "Trop souvent").fill("times", "40").press().await.must_be(422);
    }
}

both! {
    /// M9: a reserved meeting shows its date to all, its matter to those invited; an account alone opens nothing.
    async fn a_reserved_meeting_is_entered_by_invitation_only(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let (run, code) = reserved(&moderator).await;
        let meeting = public(&run);
        assert_eq!(code.len(), 8, "{}", run.described());
        run.form("Ajouter un point").fill("title", "Points sombres SECRETQUARANTE").fill("minutes", "20").press().await.must_be(200);
        let awa = sign_in(&house, "awa").await;
        for person in [&house.person().await, &awa] {
            let page = person.visit(&meeting).await;
            page.must_be(200).must_have("Entre femmes").must_have("Maison des femmes").must_not_have("SECRETQUARANTE");
            person.visit(&format!("{meeting}/minutes")).await.must_not_have("SECRETQUARANTE");
            let page = person.visit(&format!("{meeting}/registration")).await;
            let refused = page.main_form().fill("invitation", "00000000").press().await;
            refused.must_be(422).must_have("Le code d’invitation manque");
        }
        let calendar = meeting.replace("/fr/meetings/", "/calendars/meetings/") + ".ics";
        let calendar = house.person().await.without_checks().visit(&calendar).await;
        calendar.must_be(200);
        assert!(!calendar.body.contains("SECRETQUARANTE"));
        // Spoken with a space, it opens; then her account reads, and so does a code without an account.
        let page = awa.visit(&format!("{meeting}/registration")).await;
        let spoken = format!("{} {}", &code[..4], &code[4..]);
        page.main_form().fill("invitation", &spoken).press().await.must_be(200).must_have("Votre place est gardée");
        awa.visit(&meeting).await.must_have("SECRETQUARANTE");
        let visitor = house.person().await;
        let page = visitor.visit(&format!("{meeting}/registration")).await;
        let kept = page.main_form().fill("invitation", &code).press().await;
        place(&house, &meeting, &door_code(&kept)).await.must_have("SECRETQUARANTE");
        visitor.visit(&meeting).await.must_not_have("SECRETQUARANTE");
        // A new code closes the old one.
        moderator.visit(&run.path).await.form("/invitation").press().await.must_be(200);
        let page = house.person().await.visit(&format!("{meeting}/registration")).await;
        page.main_form().fill("invitation", &code).press().await.must_be(422);
        let before = words(&house, "SELECT detail AS value FROM ledger WHERE deed LIKE 'meeting.%'").await;
        assert!(!before.iter().any(|d| d.contains(&code)), "the ledger holds the code");
    }
}

both! {
    /// M2: a place given back is somebody else's at once, and their page says so; so does a move, and a cancellation.
    async fn places_change_hands_and_whoever_holds_one_is_told_of_every_change(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Deux chaises", "2026-12-05T16:00", "2").await;
        let meeting = public(&run);
        let first = door_code(&registered(&house, &meeting, "").await);
        let _second = registered(&house, &meeting, "").await;
        let third = door_code(&registered(&house, &meeting, "").await);
        let mine = place(&house, &meeting, &third).await;
        mine.must_be(200).must_have("liste d’attente, numéro 1").must_not_have("Une place s’est libérée");
        place(&house, &meeting, "000001").await.must_be(422);
        // The first gives back; nothing of the code stays in an address or a cookie.
        let leaver = house.person().await;
        let page = leaver.visit(&format!("{meeting}/place")).await.main_form().fill("code", &first).press().await;
        assert!(!page.url.to_string().contains(&first) && leaver.cookies("/").is_empty());
        page.form("/place/leave").press().await.must_be(200);
        place(&house, &meeting, &first).await.must_be(422);
        place(&house, &meeting, &third).await.must_have("Votre place est gardée").must_have("Une place s’est libérée");
        // A larger room lets in who waits.
        let fourth = door_code(&registered(&house, &meeting, "").await);
        place(&house, &meeting, &fourth).await.must_have("liste d’attente");
        let edit = moderator.visit(&format!("{}/edit", run.path)).await;
        edit.main_form().fill("capacity", "5").fill("starts_at", "2026-12-12T17:00").fill("place", "Stade").press().await.must_be(200);
        for page in [place(&house, &meeting, &fourth).await, house.person().await.visit(&meeting).await] {
            page.must_have("Déplacée le").must_have("Cour de l'école").must_have("Stade");
        }
        place(&house, &meeting, &fourth).await.must_have("Votre place est gardée");
        let cancel = moderator.visit(&format!("{}/cancellation", run.path)).await;
        cancel.main_form().fill("reason", "Deuil au quartier.").press().await.must_be(200);
        let told = place(&house, &meeting, &fourth).await;
        told.must_have("Deuil au quartier.");
        assert!(!told.forms().iter().any(|f| f.action().contains("/leave")));
    }
}

both! {
    /// M6: draft, seven days for those who came, a sentence to each correction, the chair's approval, every version compared.
    async fn minutes_are_corrected_by_those_who_came_and_approved_by_the_chair(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Procès-verbal", "2026-12-05T16:00", "").await;
        let (meeting, run) = (public(&run), run.path.clone());
        let came = door_code(&registered(&house, &meeting, "").await);
        let stayed = door_code(&registered(&house, &meeting, "").await);
        house.clock.advance(12 * DAY + 10 * HOUR);
        let moderator = sign_in(&house, "moderation.c1").await;
        enter(&moderator, &run, &came).await;
        let write = async |person: &Person, body: &str, state: &str| {
            let page = person.visit(&format!("{run}/minutes")).await;
            form_with(&page, "state").fill("body", body).fill("state", state).press().await
        };
        write(&moderator, "Le maire ouvre la séance.\nQuatre lampes sont promises.", "draft").await.must_be(200);
        write(&moderator, "Le maire ouvre la séance.\nQuatre lampes sont promises.\nOn se sépare à 18 h.", "corrections").await.must_be(200);
        let visitor = house.person().await;
        visitor.visit(&meeting).await.must_have("Demandez vos corrections avant le");
        // Who came asks; who kept a place and stayed at home cannot; nor can an empty hand.
        let mine = place(&house, &meeting, &came).await;
        mine.form("/place/correction").fill("correction", "abc").press().await.must_be(422);
        let sent = mine.form("/place/correction").fill("correction", "C’était dix lampes CORRECTIONUNE.").press().await;
        sent.must_be(200).must_have("Votre correction est arrivée");
        let other = place(&house, &meeting, &stayed).await;
        assert!(!other.forms().iter().any(|f| f.fields().contains(&"correction")));
        visitor.visit(&meeting).await.must_have("Correction demandée, sans réponse").must_not_have("CORRECTIONUNE");
        // The chair waits: for the days, then for the answer.
        let chair = sign_in(&house, "presidence.c1").await;
        let page = chair.visit(&format!("{run}/minutes")).await;
        page.must_have("On peut approuver après le").must_have("CORRECTIONUNE");
        assert!(!page.forms().iter().any(|f| f.fields().contains(&"state")), "the chair writes");
        let token = chair.visit("/fr/account").await.form("/fr/account/profile").value("_token");
        let early = chair.post(&format!("{run}/minutes/approval"), &[("_token", &token), ("_seen", "2")]).await;
        assert_eq!(early.status, 409, "{}", early.described());
        let page = moderator.visit(&format!("{run}/minutes")).await;
        let answer = form_with(&page, "answer");
        answer.fill("answer", "Oui, dix RÉPONSEDEUX.").press_button("Accepter").await.must_be(200);
        visitor.visit(&meeting).await.must_have("CORRECTIONUNE").must_have("RÉPONSEDEUX");
        write(&moderator, "Le maire ouvre la séance.\nDix lampes sont promises.\nOn se sépare à 18 h.", "corrections").await.must_be(200);
        // The moderator cannot approve, however the form is bent; the chair can after seven days.
        let page = moderator.visit(&format!("{run}/minutes")).await;
        form_with(&page, "state").tamper("state", "approved").press().await.must_be(422);
        let open = place(&house, &meeting, &came).await.form("/place/correction").fill("correction", "Trop tard pour corriger.");
        house.clock.advance(7 * DAY + 60);
        let late = open.press().await;
        assert!([409, 422].contains(&late.status), "{}", late.described());
        let chair = sign_in(&house, "presidence.c1").await;
        chair.visit("/fr/committee").await.must_have("Procès-verbaux à approuver");
        let page = chair.visit(&format!("{run}/minutes")).await;
        page.form("/approval").press().await.must_be(200);
        let page = visitor.visit(&meeting).await;
        page.must_have("Approuvé").must_have("Dix lampes");
        let hash = page.select(".hash").concat();
        assert_eq!(hash.len(), 64, "{hash}");
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit(&format!("{run}/minutes")).await;
        assert!(!page.forms().iter().any(|f| f.fields().contains(&"state")), "locked minutes are offered to be written");
        // What somebody was noting for it meanwhile is not lost: the form comes again, with a sentence under the field.
        let links = moderator.visit("/fr/committee").await.links();
        let promises = links.into_iter().find(|l| l.href.ends_with("/commitments") && l.href.contains("/committee/"));
        let form = moderator.visit(&promises.expect("promises").href).await.form("Noter un engagement");
        let owner = crate::commitments::owner_word(&house, "unit", "commune-1-ouest").await;
        let form = form.fill("body", "Dix lampes PROMESSETARDIVE").fill("owner", &owner).fill("due_on", "2027-01-20");
        let again = form.tamper("meeting", run.rsplit('/').next().expect("an id")).press().await;
        again.must_be(422).must_have("PROMESSETARDIVE").must_have("a été approuvé entre-temps");
        assert_eq!(again.select("#meeting-e").len(), 1, "{}", again.described());
        // Every public version is compared; the draft is the committee's.
        let page = visitor.visit(&format!("{meeting}/minutes/versions?old=2&new=3")).await;
        assert_eq!(page.select(".diff del").concat(), "− Quatre lampes sont promises.");
        assert_eq!(page.select(".diff ins").concat(), "+ Dix lampes sont promises.");
        page.must_have("Version 4").must_not_have("Version 1");
        assert_eq!(rows(&house, "minutes_corrections").await, number(&house, "SELECT COUNT(*) AS value FROM minutes_corrections WHERE state <> 'waiting' OR meeting_id <> 0").await);
    }
}

both! {
    /// M3, M8: no count points at somebody; what those who came thought is told from five on, once each, by nobody.
    async fn counts_point_at_nobody_and_feedback_is_given_once(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Avis", "2026-12-05T16:00", "").await;
        let (meeting, run) = (public(&run), run.path.clone());
        let mut codes = Vec::new();
        for _ in 0..5 {
            codes.push(door_code(&registered(&house, &meeting, "").await));
        }
        house.clock.advance(12 * DAY + 10 * HOUR);
        let moderator = sign_in(&house, "moderation.c1").await;
        for code in &codes {
            enter(&moderator, &run, code).await;
        }
        let page = moderator.visit(&format!("{run}/attendance")).await;
        let form = form_with(&page, "resident-m-18_34").fill("resident-m-18_34", "12").fill("youth_group-f-under18", "1");
        form.fill("police-m-35_59", "1").press().await.must_be(200);
        let page = house.person().await.visit(&meeting).await;
        let row = page.select("tr").into_iter().find(|r| r.contains("Groupes de jeunes")).expect("the row");
        assert!(row.contains("<5") && !row.contains('1'), "{row}");
        // What is hidden is one at least: thirteen that are told, and that one.
        page.must_have("Au moins 14 personnes").must_not_have("15 personnes");
        // One who came and three who came are told in the same words: nothing on the page moves with what is hidden.
        let again = moderator.visit(&format!("{run}/attendance")).await;
        form_with(&again, "resident-m-18_34").fill("youth_group-f-under18", "3").press().await.must_be(200);
        let three = house.person().await.visit(&meeting).await;
        three.must_have("Au moins 14 personnes").must_not_have("16 personnes");
        assert_eq!(three.select("tr"), page.select("tr"), "a cell gives away how many");
        // The committee's own list: kept, read by it alone, forgotten.
        let page = moderator.visit(&format!("{run}/attendance")).await;
        form_with(&page, "names").fill("names", "Tante NOMQUATRE").press().await.must_be(200).must_have("NOMQUATRE");
        house.person().await.visit(&meeting).await.must_not_have("NOMQUATRE");
        let page = moderator.visit(&format!("{run}/attendance")).await;
        form_with(&page, "names").clear("names").press().await.must_be(200);
        assert_eq!(rows(&house, "attendance_lists").await, 0);
        for (n, code) in codes.iter().enumerate() {
            let mine = place(&house, &meeting, code).await;
            if n == 0 {
                form_with(&mine, "heard").press().await.must_be(422);
                house.person().await.visit(&meeting).await.must_have("Pas encore assez d’avis");
            }
            let form = form_with(&mine, "heard").fill("heard", "yes").fill("useful", "partly").fill("again", "yes");
            form.press().await.must_be(200).must_have("Votre avis est noté");
            let again = place(&house, &meeting, code).await;
            assert!(!again.forms().iter().any(|f| f.fields().contains(&"heard")), "asked twice");
        }
        assert_eq!(rows(&house, "meeting_feedback").await, 5);
        let page = house.person().await.visit(&meeting).await;
        page.must_have("Avez-vous pu parler").must_have("Oui : 100");
        let said = words(&house, "SELECT actor AS value FROM ledger WHERE deed = 'meeting.feedback'").await;
        assert!(said.iter().all(|a| a == "visitor"), "{said:?}");
    }
}

both! {
    /// M10: another program reads the calendars; a move is newer news of the same meeting, a cancellation says so.
    async fn calendars_are_read_by_another_program(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Lumière, ordures; et ɲɔgɔnye très long titre pour que la ligne soit pliée au bon endroit", "2026-12-05T16:00", "").await;
        let meeting = public(&run);
        let own = meeting.replace("/fr/meetings/", "/calendars/meetings/") + ".ics";
        let visitor = house.person().await.without_checks();
        let read = async |path: &str| {
            let page = visitor.visit(path).await;
            page.must_be(200);
            assert!(page.header("content-type").starts_with("text/calendar"), "{}", page.header("content-type"));
            assert!(page.body.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
            assert!(!page.body.replace("\r\n", "").contains('\n'), "a line ends otherwise");
            let mut parser = ical::IcalParser::new(page.body.as_bytes());
            let calendar = parser.next().expect("a calendar").expect("a good one");
            assert!(parser.next().is_none());
            calendar.events
        };
        let of = |event: &ical::parser::ical::component::IcalEvent, name: &str| -> String {
            event.properties.iter().find(|p| p.name == name).and_then(|p| p.value.clone()).unwrap_or_default()
        };
        let first = read(&own).await.remove(0);
        assert_eq!(of(&first, "DTSTART"), "20261205T160000Z");
        let alarm = first.alarms.first().expect("a reminder").properties.iter().find(|p| p.name == "TRIGGER").and_then(|p| p.value.clone());
        assert_eq!(alarm.as_deref(), Some("-PT48H"));
        assert_eq!(of(&first, "SEQUENCE"), "0");
        assert!(of(&first, "SUMMARY").contains("Lumière\\, ordures\\; et ɲɔgɔnye"), "{}", of(&first, "SUMMARY"));
        assert!(of(&first, "LOCATION").contains("derrière la mosquée"));
        let edit = moderator.visit(&format!("{}/edit", run.path)).await;
        edit.main_form().fill("starts_at", "2026-12-12T17:00").press().await.must_be(200);
        let all = read("/calendars/ccs-commune-1.ics").await;
        let moved = all.iter().find(|e| of(e, "UID") == of(&first, "UID")).expect("the same meeting");
        assert_eq!((of(moved, "DTSTART"), of(moved, "SEQUENCE"), of(moved, "STATUS")), ("20261212T170000Z".into(), "1".into(), "CONFIRMED".into()));
        // The quartier's calendar has it, and its commune's; another commune's has not.
        for (place, there) in [("banconi", true), ("commune-i", true), ("commune-iv", false)] {
            let events = read(&format!("/calendars/areas/{place}.ics")).await;
            assert_eq!(events.iter().any(|e| of(e, "UID") == of(&first, "UID")), there, "{place}");
        }
        house.person().await.visit("/fr/areas/banconi").await.link("Les réunions d’ici");
        assert_eq!(visitor.visit("/calendars/areas/nulle-part.ics").await.status, 404);
        let cancel = moderator.visit(&format!("{}/cancellation", run.path)).await;
        cancel.main_form().fill("reason", "Deuil.").press().await.must_be(200);
        let off = read(&own).await.remove(0);
        assert!(off.alarms.is_empty(), "what does not take place is not called to mind");
        assert_eq!((of(&off, "SEQUENCE"), of(&off, "STATUS")), ("2".into(), "CANCELLED".into()));
        // The feed names it, and is kept by who asks again.
        let feed = visitor.visit("/feeds/forums/ccs-commune-1.atom").await;
        feed.must_be(200);
        assert!(feed.header("content-type").starts_with("application/atom+xml"));
        assert!(feed.body.contains("Lumière, ordures; et ɲɔgɔnye") && feed.body.matches("<entry>").count() == all.len());
        // A summary says day and hour, what it was before it was moved, and that it is called off.
        for said in ["samedi 12 décembre 2026, 17", "Déplacée le 23 novembre 2026. Avant : samedi 5 décembre 2026", "La réunion est annulée. Raison : Deuil."] {
            assert!(feed.has(said), "{said}: {}", feed.body);
        }
        let again = visitor.request(reqwest::Method::GET, "/feeds/forums/ccs-commune-1.atom", &[("If-None-Match", feed.header("etag"))], None).await;
        assert_eq!(again.status, 304);
        assert_eq!(visitor.visit("/calendars/nulle-part.ics").await.status, 404);
        // The committee's page leads there.
        house.person().await.visit("/fr/forums/ccs-commune-1").await.must_have("Ajouter au calendrier");
    }
}

both! {
    /// M8, M11: what is missing stands in red on the commune's page; a meeting held on paper is entered afterwards.
    async fn what_is_missing_is_red_and_paper_is_entered_later(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit("/fr/committee").await.click("Annoncer une réunion").await;
        let fill = |form: crate::support::form::Form| {
            let form = form.fill("title", "Tenue sur papier").fill("starts_at", "2026-11-20T16:00").fill("area", "banconi").fill("lang", "fr");
            form.fill("place", "Cour").fill("landmark", "sous le manguier").fill("audience", "open")
        };
        fill(page.main_form()).press().await.must_be(422);
        let run = fill(page.main_form()).fill("paper", "on").press().await;
        run.must_be(200);
        moderator.visit(&format!("{}/minutes", run.path)).await.must_be(200);
        house.clock.advance(16 * DAY);
        let visitor = house.person().await;
        for place in ["/fr/areas/commune-i", "/fr/forums", "/fr/forums/ccs-commune-1"] {
            let page = visitor.visit(place).await;
            let red = page.select(".notice.danger").concat();
            assert!(red.contains("sans procès-verbal public"), "{place}: {}", page.described());
        }
        house.clock.advance(60 * DAY);
        visitor.visit("/fr/areas/commune-i").await.must_have("Pas de réunion en");
    }
}
