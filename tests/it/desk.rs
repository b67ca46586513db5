//! The desk's inbox as officers use it: several files at once, lists that are kept, and a search that reads the whole file and nothing
//! that its reader may not know of.

use crate::concerns::{Filed, answer, file, follow, published};
use crate::support::world::{harm, number as count, rows, sign_in, words, world};
use crate::support::{Page, Person, both};

/// The files an inbox lists.
fn listed(page: &Page) -> Vec<String> {
    page.must_be(200);
    page.attributes("table input[name=file]", "value")
}

async fn found(officer: &Person, query: &str) -> Vec<String> {
    let query: String = url::form_urlencoded::byte_serialize(query.as_bytes()).collect();
    listed(&officer.visit(&format!("/fr/desk?q={query}")).await)
}

/// Ticks files in the inbox and presses a button.
async fn batch(person: &Person, files: &[&Filed], fill: &[(&str, &str)], button: &str) -> Page {
    let page = person.visit("/fr/desk").await;
    let mut form = page.form("/desk/batch");
    for file in files {
        form = form.fill("file", &file.number);
    }
    for (name, value) in fill {
        form = form.fill(name, value);
    }
    form.press_button(button).await
}

both! {
    /// One press, each file on its own: what can be done is done and recorded, what cannot is named with its reason.
    async fn several_files_are_done_at_once_and_each_says_what_became_of_it(house: House) {
        let house = world(house);
        let one = published(&house, "noise", "banconi", "Le moulin tourne toute la nuit.").await;
        let two = published(&house, "noise", "banconi", "Un bar joue fort le samedi.").await;
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let page = batch(&chief, &[&one, &two], &[("assignee", "Adama")], "Confier").await;
        page.must_be(200).must_have("2 dossiers faits").must_have(&one.number);
        let page = batch(&chief, &[&one], &[], "Marquer urgent").await;
        page.must_be(200).must_have("1 dossier fait").must_not_have("refusé");
        let page = batch(&chief, &[&one, &two], &[], "Marquer urgent").await;
        page.must_be(200).must_have("1 dossier fait").must_have("1 dossier refusé");
        assert!(page.select(".notice.warn").concat().contains(&one.number), "{}", page.described());
        let page = batch(&chief, &[&one, &two], &[], "Commencer le travail").await;
        page.must_be(200).must_have("2 dossiers faits");
        let told = words(&house, "SELECT deed || ' ' || object AS value FROM ledger ORDER BY seq DESC LIMIT 2").await;
        assert_eq!(told.len(), 2);
        for filed in [&one, &two] {
            assert!(told.contains(&format!("concern.state concern {}", filed.number)), "{told:?}");
            let page = chief.visit(&filed.at_desk()).await;
            page.must_have("Adama").must_have("Urgent").must_have("En cours");
        }
    }
}

both! {
    /// The same form sent twice does one thing, file by file; without a tick or a choice nothing is done and nothing is lost.
    async fn a_batch_is_done_once_and_comes_back_with_its_ticks_when_something_lacks(house: House) {
        let house = world(house);
        let one = published(&house, "noise", "banconi", "Le moulin tourne toute la nuit.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        batch(&officer, &[], &[], "Commencer").await.must_be(422).must_have("Cochez au moins un dossier");
        let page = batch(&officer, &[&one], &[], "Répondre avec ce modèle").await;
        page.must_be(422);
        assert_eq!(page.attributes("table input[name=file][checked]", "value"), [one.number.as_str()]);
        let form = officer.visit("/fr/desk").await.form("/desk/batch").fill("file", &one.number).fill("template", "Passage prévu");
        let before = rows(&house, "concern_events").await;
        form.clone().press_button("Répondre avec").await.must_be(200).must_have("1 dossier fait");
        let after = rows(&house, "concern_events").await;
        assert!(after > before);
        form.press_button("Répondre avec").await.must_be(200).must_have("1 dossier fait");
        assert_eq!(rows(&house, "concern_events").await, after, "sent twice, done twice");
    }
}

both! {
    /// Answered by template, each in the resident's own language; a kind or a language the template lacks is refused, not sent.
    async fn an_answer_by_template_goes_to_each_in_their_language_or_is_refused(house: House) {
        let house = world(house);
        let french = published(&house, "noise", "banconi", "Le moulin tourne toute la nuit.").await;
        let bambara = file(&house, "noise", "banconi", "Mansin bɛ baara kɛ su bɛɛ.", "public").await;
        let serial: i32 = bambara.number.rsplit('-').next().unwrap().parse().unwrap();
        harm(&house, &format!("UPDATE concerns SET lang = 'bm' WHERE serial = {serial} AND year = 2026")).await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = batch(&officer, &[&french, &bambara], &[("template", "Passage prévu")], "Répondre avec").await;
        page.must_be(200).must_have("2 dossiers faits");
        follow(&house, &french.code).await.must_have("va passer à Banconi cette semaine");
        follow(&house, &bambara.code).await.must_have("ka polisiw bɛna taa Banconi");
        harm(&house, "UPDATE reply_templates SET words_bm = ''").await;
        harm(&house, "UPDATE heads SET reference = reference + 1").await;
        let page = batch(&officer, &[&french, &bambara], &[("template", "Bien reçu")], "Répondre avec").await;
        page.must_be(200).must_have("1 dossier fait").must_have("Ce modèle n’est pas écrit en bambara");
    }
}

both! {
    /// What is not one's own is refused like what is not there, whatever is typed into the form.
    async fn a_batch_reaches_nothing_that_its_sender_may_not_know_of(house: House) {
        let house = world(house);
        let own = published(&house, "noise", "banconi", "Le moulin tourne toute la nuit.").await;
        let conduct = file(&house, "police-conduct", "banconi", "Un policier demande de l'argent.", "").await;
        let sealed = file(&house, "violence-gender", "banconi", "Une femme est battue dans la cour.", "").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let sentence = async |number: &str| {
            let page = officer.visit("/fr/desk").await;
            let page = page.form("/desk/batch").without("file").tamper("file", number).press_button("Commencer").await;
            page.must_be(200).must_have("1 dossier refusé").must_not_have("policier").must_not_have("battue");
            page.select(".notice.warn").concat().replace(number, "")
        };
        let nothing = sentence("BKO-2026-99999").await;
        for hidden in [&conduct, &sealed] {
            assert_eq!(sentence(&hidden.number).await, nothing);
        }
        let page = officer.visit("/fr/desk").await;
        let form = page.form("/desk/batch");
        assert!(!form.fields().contains(&"assignee"), "who leads nothing is offered to assign");
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let page = chief.visit("/fr/desk").await;
        let to = page.form("/desk/batch").options("assignee");
        let to = &to.iter().find(|(_, name)| name.contains("adama") || name.contains("Adama")).expect("Adama serves here").0;
        let page = officer.visit("/fr/desk").await;
        let form = page.form("/desk/batch").fill("file", &own.number).tamper("assignee", to).tamper("deed", "assign");
        form.press_button("Commencer").await;
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'concern.assign' AND at >= (SELECT MAX(at) FROM ledger)").await, 0);
    }
}

both! {
    /// The whole file is searched: words, place, landmark, messages, notes, answers, the number in any spelling; Bambara typed plainly.
    async fn the_desk_finds_a_file_by_anything_said_in_it(house: House) {
        let house = world(house);
        let filed = published(&house, "noise", "banconi", "Mansin bɛ baara kɛ su bɛɛ, ɲɛnajɛ tɛ ban, ŋɔmi feerela.").await;
        let serial = filed.number.rsplit('-').next().unwrap().trim_start_matches('0').to_owned();
        harm(&house, "UPDATE concerns SET landmark = 'derrière la pharmacie Girafe' WHERE id = (SELECT MAX(id) FROM concerns)").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        answer(&officer, &filed, "Nous passons vendredi, ZEBRE.", "reporter").await;
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Garder la note").fill("note", "Voir le gérant HIPPOTRAGUE.").press().await.must_be(200);
        let own = follow(&house, &filed.code).await;
        own.form("/follow/concern/messages").fill("body", "Le chef du quartier est PANGOLIN.").press().await.must_be(200);
        for query in [
            "mansin", "nyenaje", "ɲɛnajɛ", "ngomi", "zebre", "hippotrague", "pangolin", "Banconi mansin", "mansin zebre pangolin",
            &filed.number, &filed.number.to_lowercase(), &serial, &format!("n° {serial}"), &format!("2026-{serial}"), &filed.number.replace('-', " "),
        ] {
            assert_eq!(found(&officer, query).await, [filed.number.as_str()], "« {query} »");
        }
        assert!(found(&officer, "mansin inconnu").await.is_empty());
        assert!(found(&officer, "\" OR 1=1 --").await.is_empty());
        let elsewhere = sign_in(&house, "agent.c1-est").await;
        for query in ["pangolin", filed.number.as_str()] {
            assert!(found(&elsewhere, query).await.is_empty(), "another unit finds « {query} »");
        }
        let visitor = house.person().await;
        for query in ["zebre", "hippotrague", "pangolin", "girafe"] {
            visitor.visit(&format!("/fr/concerns?q={query}")).await.must_not_have("Mansin");
        }
    }
}

both! {
    /// Files told before the search was there are read when the program starts.
    async fn old_files_are_read_again_when_the_program_starts(house: House) {
        let house = world(house);
        let person = house.person().await;
        let page = person.visit("/fr/concerns/new?category=noise").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Le moulin OKAPI tourne la nuit.");
        let page = form.fill("landmark", "derrière la pharmacie Girafe").fill("readers", "public").press().await;
        page.must_be(200);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        assert_eq!(found(&officer, "girafe").await.len(), 1);
        harm(&house, "DELETE FROM desk_texts").await;
        assert!(found(&officer, "okapi").await.is_empty());
        house.restart().await;
        let mut tries = 0;
        while found(&officer, "okapi").await.len() != 1 {
            tries += 1;
            assert!(tries < 100, "the files were not read again");
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let id = "(SELECT MAX(id) FROM concerns)";
        assert_eq!(count(&house, &format!("SELECT COUNT(*) AS value FROM desk_texts WHERE concern_id = {id} AND folded LIKE '%girafe%'")).await, 1);
    }
}

both! {
    /// A list is one's own: kept under a name, shown with its count, renamed, let go, eight at most.
    async fn a_list_is_kept_counted_renamed_and_let_go_by_its_owner_alone(house: House) {
        let house = world(house);
        published(&house, "noise", "banconi", "Le moulin tourne toute la nuit.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit("/fr/desk?tab=owed&area=banconi").await;
        let expected = listed(&page).len().to_string();
        let page = page.form("/desk/filters").fill("name", "Banconi à répondre").press().await;
        page.must_be(200).must_have("Banconi à répondre");
        assert_eq!(page.path, "/fr/desk");
        let kept = |page: &Page| page.select("nav[aria-label='Mes listes'] li").first().cloned().unwrap_or_default();
        assert_eq!(kept(&officer.visit("/fr/desk").await), format!("Banconi à répondre {expected}"));
        let page = officer.visit("/fr/desk").await.click("Banconi à répondre").await;
        assert!(!page.forms().iter().any(|form| form.action() == "/fr/desk/filters"), "it is kept already");
        let page = officer.visit("/fr/desk?mine=yes").await.form("/desk/filters").fill("name", "Banconi à répondre").press().await;
        page.must_be(422).must_have("a déjà ce nom");
        page.form("/fr/desk/filters").fill("name", "À moi").press().await.must_be(200);
        // A colleague sees none of it and cannot change it.
        let colleague = sign_in(&house, "chef.c1-ouest").await;
        colleague.visit("/fr/desk").await.must_not_have("Banconi à répondre");
        let page = officer.visit("/fr/desk/filters").await;
        let form = page.form("À moi");
        let path = form.action();
        let token = colleague.visit("/fr/account").await.form("/fr/account/profile").value("_token");
        colleague.post(&path, &[("_token", &token), ("deed", "drop")]).await.must_be(404);
        form.fill("rename", "Banconi à répondre").press().await.must_be(422).must_have("a déjà ce nom");
        let page = officer.visit("/fr/desk/filters").await;
        page.form("À moi").fill("rename", "Mes dossiers").press().await.must_be(200);
        let page = officer.visit("/fr/desk/filters").await;
        page.must_have("Mes dossiers").form("Mes dossiers").press_button("Supprimer").await.must_be(200);
        officer.visit("/fr/desk").await.must_not_have("Mes dossiers");
        for n in 1..8 {
            let page = officer.visit(&format!("/fr/desk?q=mot{n}")).await;
            page.form("/desk/filters").fill("name", &format!("Liste {n}")).press().await.must_be(200);
        }
        let page = officer.visit("/fr/desk?q=trop").await;
        page.form("/desk/filters").fill("name", "De trop").press().await.must_be(422).must_have("8 listes");
    }
}

both! {
    /// The tally the database keeps is what a count would say, whatever was done.
    async fn the_tally_of_files_is_true_after_every_deed(house: House) {
        let house = world(house);
        let one = published(&house, "noise", "banconi", "Le moulin tourne toute la nuit.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        answer(&officer, &one, "Nous avons vu.", "all").await;
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let page = chief.visit(&one.at_desk()).await;
        let form = page.form("Donner à une autre unité").fill("unit", "commune-1-est").fill("why", "C'est de l'autre côté.");
        form.press().await.must_be(200);
        let counted = "SELECT unit_id || audience || state || CASE WHEN owed THEN 'o' ELSE '-' END || CASE WHEN waiting THEN 'w' ELSE '-' END";
        let truth = words(&house, &format!("{counted} || COUNT(*) AS value FROM concerns GROUP BY unit_id, audience, state, owed, waiting ORDER BY 1")).await;
        let tally = words(&house, &format!("{counted} || number AS value FROM desk_counts WHERE number <> 0 ORDER BY 1")).await;
        assert_eq!(tally, truth);
        assert!(tally.len() > 5);
        let owed = "SELECT COUNT(*) AS value FROM concerns WHERE owed AND state IN ('resolved', 'closed_unresolved')";
        assert_eq!(count(&house, owed).await, 0, "what is closed owes a word: the inbox would show it as open");
    }
}
