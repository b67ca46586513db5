//! Forums as people live them: a meeting is announced, people keep places and come, minutes are written and locked, something
//! is promised and looked at again, and the talk about it is kept decent in public view.

use crate::concerns::{follow, published};
use crate::moderation::form_of;
use crate::support::world::{number as count, rows, sign_in, world};
use crate::support::{House, Page, Person, both};

const DAY: i64 = 86_400;

/// Announces a meeting of the committee of the Commune I; its page for the committee.
pub async fn announced(moderator: &Person, title: &str, starts: &str, capacity: &str) -> Page {
    let desk = moderator.visit("/fr/committee").await;
    let page = desk.click("Annoncer une réunion").await;
    let form =
        page.main_form().fill("title", title).fill("starts_at", starts).fill("area", "banconi").fill("lang", "fr");
    let form = form.fill("place", "Cour de l'école").fill("landmark", "derrière la mosquée").fill("audience", "open");
    let page = form.fill("capacity", capacity).press().await;
    page.must_be(200).must_have(title);
    page
}

/// Announces a meeting for women only, « Entre femmes », on 5 December; its page for the committee, and the digits of its invitation.
pub async fn reserved(moderator: &Person) -> (Page, String) {
    let page = moderator.visit("/fr/committee").await.click("Annoncer une réunion").await;
    let form =
        page.main_form().fill("title", "Entre femmes").fill("starts_at", "2026-12-05T16:00").fill("area", "banconi");
    let form = form.fill("lang", "fr").fill("place", "Maison des femmes").fill("landmark", "près du puits");
    let run = form.fill("audience", "women").press().await;
    run.must_be(200);
    let invitation = run.select(".slip .code").concat().chars().filter(char::is_ascii_digit).collect();
    (run, invitation)
}

/// The public address of a meeting, from the committee's own.
pub fn public(run: &Page) -> String {
    format!("/fr/meetings/{}", run.path.rsplit('/').next().unwrap_or_default())
}

/// Keeps a place; the page with the door code.
pub async fn registered(house: &House, meeting: &str, name: &str) -> Page {
    let page = house.person().await.visit(&format!("{meeting}/registration")).await;
    let page = page.main_form().fill("name", name).press().await;
    page.must_be(200);
    page
}

/// The six digits for the door.
pub fn door_code(page: &Page) -> String {
    let digits: String = page.select(".code").concat().chars().filter(char::is_ascii_digit).collect();
    assert_eq!(digits.len(), 6, "{}", page.described());
    digits
}

both! {
    /// M1: seven days before, or marked late for everybody to see.
    async fn a_meeting_announced_too_late_is_marked_so(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let early = announced(&moderator, "Lumière au marché", "2026-12-05T16:00", "").await;
        let late = announced(&moderator, "Vols de motos", "2026-11-26T16:00", "").await;
        let visitor = house.person().await;
        visitor.visit(&public(&early)).await.must_be(200).must_not_have("Tardif").must_have("derrière la mosquée");
        visitor.visit(&public(&late)).await.must_have("Tardif");
        let page = visitor.visit("/fr/forums/ccs-commune-1").await;
        for run in [&early, &late] {
            assert!(page.links().iter().any(|l| l.href == public(run)), "the committee's page does not lead to the meeting");
        }
        // M5: follow-up stands on the agenda by itself, before anything else.
        let points = visitor.visit(&public(&early)).await;
        points.must_have("Procès-verbal de la dernière réunion").must_have("Engagements ouverts et réponses");
        // A day in the past, or nonsense, is refused with what was typed.
        let page = moderator.visit("/fr/committee").await.click("Annoncer une réunion").await;
        let again = page.main_form().fill("title", "Trop tard").fill("starts_at", "2026-11-20T10:00").press().await;
        again.must_be(422).must_have("Cette date est déjà passée");
        assert_eq!(again.main_form().value("title"), "Trop tard");
    }
}

both! {
    /// M2: as many places as there are chairs, then a list, then the door.
    async fn places_run_out_into_a_waiting_list_and_the_door_knows_the_codes(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Deux chaises", "2026-12-05T16:00", "2").await;
        let meeting = public(&run);
        let first = registered(&house, &meeting, "Tante Kadi").await;
        first.must_have("Votre place est gardée");
        let second = registered(&house, &meeting, "").await;
        let third = registered(&house, &meeting, "Vieux Sidi").await;
        third.must_have("liste d’attente");
        let codes = [door_code(&first), door_code(&second), door_code(&third)];
        assert!(codes[0] != codes[1] && codes[1] != codes[2] && codes[0] != codes[2]);
        // Nobody in public reads who comes.
        let page = house.person().await.visit(&meeting).await;
        for secret in ["Tante Kadi", "Vieux Sidi", &codes[0]] {
            assert!(!page.body.contains(secret), "{secret} is public");
        }
        // The same form twice keeps one place.
        house.person().await.visit(&format!("{meeting}/registration")).await.must_have("La liste d’attente est pleine aussi");
        let wide = public(&announced(&moderator, "Beaucoup de chaises", "2026-12-06T16:00", "50").await);
        let page = house.person().await.visit(&format!("{wide}/registration")).await;
        let (one, two) = (page.main_form(), page.main_form());
        let (one, two) = (one.fill("name", "A").press().await, two.fill("name", "A").press().await);
        assert_eq!(door_code(&one), door_code(&two));
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM registrations WHERE name = 'A'").await, 1);
        // At the door, once the meeting begins.
        house.clock.advance(12 * DAY + 6 * 3_600);
        let moderator = sign_in(&house, "moderation.c1").await;
        let door = format!("{}/door", run.path);
        let enter = async |code: &str| {
            let page = moderator.visit(&door).await;
            page.must_be(200);
            page.forms().into_iter().find(|f| f.fields().contains(&"code")).expect("the door's form").fill("code", code).press().await
        };
        let spaced = format!("{} {}", &codes[0][..3], &codes[0][3..]);
        enter(&spaced).await.must_be(200);
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM registrations WHERE attended_at IS NOT NULL AND name = 'Tante Kadi'").await, 1);
        for wrong in ["000000", "12345", "abc"] {
            if !codes.iter().any(|c| c == wrong) {
                let answer = enter(wrong).await;
                assert!([404, 409, 422].contains(&answer.status), "{wrong}: {}", answer.described());
            }
        }
        // Another committee's moderator does not stand at this door.
        sign_in(&house, "moderation.c4").await.visit(&door).await.must_be(403);
    }
}

both! {
    /// M3, M6, M7: who came is counted without names, what was said is written, corrected, approved and then stays.
    async fn minutes_are_written_corrected_approved_and_locked_and_promises_followed(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Procès-verbal", "2026-12-05T16:00", "").await;
        let (meeting, run) = (public(&run), run.path.clone());
        // Not before it was held.
        moderator.visit(&format!("{run}/minutes")).await.must_be(409);
        moderator.visit(&format!("{run}/attendance")).await.must_be(409);
        house.clock.advance(12 * DAY + 10 * 3_600);
        let moderator = sign_in(&house, "moderation.c1").await;
        let visitor = house.person().await;
        let page = moderator.visit(&format!("{run}/attendance")).await;
        let grid = |page: &Page| page.forms().into_iter().find(|f| f.fields().contains(&"resident-m-18_34")).expect("the grid");
        let form = grid(&page).fill("women_group-f-35_59", "12").fill("resident-m-18_34", "7").fill("police-m-35_59", "1");
        form.press().await.must_be(200);
        visitor.visit(&meeting).await.must_have("20 personnes").must_have("12");
        let page = moderator.visit(&format!("{run}/attendance")).await;
        grid(&page).fill("resident-m-18_34", "abc").press().await.must_be(422);

        let write = async |body: &str, state: &str| {
            let page = moderator.visit(&format!("{run}/minutes")).await;
            let form = page.must_be(200).forms().into_iter().find(|f| f.fields().contains(&"state")).expect("the secretary's form");
            form.fill("body", body).fill("state", state).press().await
        };
        write("Brouillon SECRETVINGT : le maire a ouvert la réunion.", "draft").await.must_be(200);
        for place in [meeting.clone(), format!("{meeting}/minutes")] {
            assert!(!visitor.visit(&place).await.body.contains("SECRETVINGT"), "a draft is public at {place}");
        }
        write("Le maire a ouvert la réunion. La police répond à tout.", "corrections").await.must_be(200);
        visitor.visit(&meeting).await.must_have("La police répond à tout.").must_have("En correction");
        // Two secretaries: who saved second has seen an older text, and overwrites nothing.
        let page = moderator.visit(&format!("{run}/minutes")).await;
        let stale = page.forms().into_iter().find(|f| f.fields().contains(&"state")).expect("the secretary's form");
        write("Le maire a ouvert la réunion. La police répond à presque tout.", "corrections").await.must_be(200);
        let late = stale.fill("body", "La police ne répond à rien du tout.").press().await;
        assert_eq!(late.status, 409, "{}", late.described());
        visitor.visit(&meeting).await.must_have("presque tout");

        // What was promised there.
        let committee = moderator.visit("/fr/committee").await;
        let promises = committee.links().into_iter().find(|l| l.href.ends_with("/commitments") && l.href.contains("/committee/"));
        let place = promises.map(|l| l.href).unwrap_or_else(|| panic!("{}", committee.described()));
        let page = moderator.visit(&place).await;
        let form = page.form("Noter un engagement").fill("body", "Changer quatre lampes PROMESSENEUF.").fill("due_on", "2026-12-20");
        let owner = form.options("owner").into_iter().find(|(value, _)| !value.is_empty()).expect("an owner").0;
        let meeting_id = meeting.rsplit('/').next().unwrap_or_default();
        form.fill("owner", &owner).fill("meeting", meeting_id).press().await.must_be(200);
        visitor.visit(&meeting).await.must_have("PROMESSENEUF");
        visitor.visit("/fr/commitments").await.must_have("PROMESSENEUF");
        house.clock.advance(20 * DAY);
        let late = visitor.visit("/fr/commitments?state=overdue").await;
        late.must_have("PROMESSENEUF").must_have("En retard");
    }
}

both! {
    /// M4: a public concern is put on an agenda and says so; one that is not public cannot be.
    async fn a_public_concern_on_an_agenda_says_that_it_is_discussed(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Ordre du jour", "2026-12-05T16:00", "").await;
        let filed = published(&house, "light", "banconi", "La place du marché est noire le soir.").await;
        let private = crate::concerns::file(&house, "noise", "banconi", "Mon voisin SECRETTRENTE crie.", "private").await;
        let add = async |number: &str| {
            let page = moderator.visit(&run.path).await;
            page.form("Ajouter un point").fill("number", number).fill("minutes", "15").press().await
        };
        add(&filed.number).await.must_be(200);
        let refused = add(&private.number).await;
        assert!([404, 409, 422].contains(&refused.status), "{}", refused.described());
        let meeting = house.person().await.visit(&public(&run)).await;
        assert!(meeting.links().iter().any(|l| l.href == filed.public()), "the agenda does not lead to the concern");
        meeting.must_not_have("SECRETTRENTE");
        house.person().await.visit(&filed.public()).await.must_have("À l’ordre du jour du forum");
        follow(&house, &private.code).await.must_not_have("À l’ordre du jour");
        // Hidden, it is off the agenda's public page.
        crate::concerns::decide(&moderator, &filed.number, "Retirer du public", "Une adresse y est lisible").await;
        let meeting = house.person().await.visit(&public(&run)).await;
        meeting.must_not_have("place du marché").must_have("Préoccupation retirée");
    }
}

both! {
    /// A meeting that is called off says why, and keeps no places.
    async fn a_cancelled_meeting_says_why_and_takes_nobody(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Sous la pluie", "2026-12-05T16:00", "").await;
        let page = house.person().await.visit(&format!("{}/registration", public(&run))).await;
        let open = page.main_form();
        let before = rows(&house, "registrations").await;
        let cancel = moderator.visit(&format!("{}/cancellation", run.path)).await;
        cancel.main_form().press().await.must_be(422);
        cancel.main_form().fill("reason", "La cour est inondée.").press().await.must_be(200);
        house.person().await.visit(&public(&run)).await.must_have("Annulée").must_have("La cour est inondée.");
        let late = open.press().await;
        assert_eq!(late.status, 409, "{}", late.described());
        assert_eq!(rows(&house, "registrations").await, before);
    }
}

both! {
    /// D6, D8, D11: what is hidden is gone and comes back the same; the log tells why and never what; police hides nothing.
    async fn a_post_is_hidden_with_a_reason_restored_the_same_and_never_by_police(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "On en parle", "2026-12-05T16:00", "").await;
        let meeting = public(&run);
        let awa = sign_in(&house, "awa").await;
        let thread = house.person().await.visit(&meeting).await.links().into_iter().find(|l| l.href.ends_with("/thread")).expect("a thread").href;
        let body = "Le chef vend de l'essence INJUREONZE.\n\n<b>Deuxième ligne</b>";
        let page = awa.visit(&thread).await;
        let after = page.form("/thread").fill("body", body).press().await;
        after.must_be(200).must_have("INJUREONZE").must_not_have("Awa");
        let shown = house.person().await.visit(&thread).await;
        shown.must_have("INJUREONZE").must_have("<b>Deuxième ligne</b>").must_have("Habitant").must_not_have("Awa");
        let before = shown.select("article").join("|");
        // Nobody but the committee is led there, and police is turned away though it asks.
        let href = moderator.visit(&thread).await.links().into_iter().rfind(|l| l.href.contains("/committee/posts/")).expect("hiding").href;
        assert!(!awa.visit(&thread).await.links().iter().any(|l| l.href.contains("/committee/posts/")));
        let chief = sign_in(&house, "chef.c1-ouest").await;
        chief.visit(&href).await.must_be(403);
        let token = chief.visit("/fr/account").await.form("/fr/account/profile").value("_token");
        let fields = [("_token", token.as_str()), ("seen", "shown"), ("reason", "Je n'aime pas")];
        let sent = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish().into_bytes();
        let kind = "application/x-www-form-urlencoded".to_owned();
        chief.request(reqwest::Method::POST, &href, &[("Sec-Fetch-Site", "same-origin")], Some((kind, sent))).await.must_be(403);
        // Without a reason it stays.
        let decide = async || form_of(&moderator.visit(&href).await, "reason");
        decide().await.press_button("Cacher ce message").await.must_be(422);
        decide().await.fill("reason", "Accusation sans preuve").press_button("Cacher ce message").await.must_be(200);
        for place in [thread.as_str(), meeting.as_str(), "/fr/moderation", "/fr/forums", "/fr/forums/ccs-commune-1"] {
            let page = house.person().await.visit(place).await;
            assert!(!page.body.contains("INJUREONZE"), "the hidden text is on {place}");
        }
        house.person().await.visit(&thread).await.must_have("Accusation sans preuve");
        house.person().await.visit("/fr/moderation").await.must_have("Accusation sans preuve");
        decide().await.fill("reason", "Preuve apportée").press_button("Montrer de nouveau").await.must_be(200);
        assert_eq!(house.person().await.visit(&thread).await.select("article").join("|"), before);
    }
}

both! {
    /// Who has no account reads and does not write; a closed thread takes nothing more.
    async fn writing_needs_an_account_and_an_open_thread(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Fermée", "2026-12-05T16:00", "").await;
        let visitor = house.person().await;
        let thread = visitor.visit(&public(&run)).await.links().into_iter().find(|l| l.href.ends_with("/thread")).expect("a thread").href;
        let page = visitor.visit(&thread).await;
        assert!(!page.forms().iter().any(|f| f.action().contains("/thread")), "a visitor is offered to write");
        let page = visitor.post(&thread, &[("body", "Anonyme")]).await;
        assert_eq!(page.path, "/fr/login");
        let awa = sign_in(&house, "awa").await;
        awa.visit(&thread).await.form("/thread").fill("body", "Le premier mot").press().await.must_be(200);
        let before = rows(&house, "posts").await;
        let open = awa.visit(&thread).await.form("/posts").fill("body", "Trop tard pour écrire");
        let lock = moderator.visit(&thread).await.click("Fermer la discussion").await;
        lock.main_form().fill("reason", "La réunion approche").press().await.must_be(200);
        let late = open.press().await;
        assert_eq!(late.status, 409, "{}", late.described());
        visitor.visit(&thread).await.must_have("Discussion fermée").must_not_have("Trop tard pour écrire");
        assert_eq!(rows(&house, "posts").await, before);
        awa.visit(&thread).await.must_be(200);
        // The officer speaks as such.
        moderator.visit(&thread).await.click("Rouvrir la discussion").await.main_form().fill("reason", "On continue").press().await.must_be(200);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        officer.visit(&thread).await.form("/posts").fill("body", "La police vous écoute.").press().await.must_be(200);
        visitor.visit(&thread).await.must_have("Agent").must_have("La police vous écoute.").must_not_have("Adama");
    }
}
