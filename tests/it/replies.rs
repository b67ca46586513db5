//! Reply templates (P4) as people use them: an administrator writes and retires them, an officer inserts one, changes it and sends
//! it in the resident's language; a language nobody wrote is refused, never left blank.

use crate::concerns::{Filed, file, file_as, follow};
use crate::support::world::{harm, number as count, sign_in, words, world};
use crate::support::{House, Page, Person, both};

/// Writes a template as an administrator does.
async fn write(admin: &Person, name: &str, purpose: &str, fr: &str, bm: &str) -> Page {
    let page = admin.visit("/fr/admin/replies/new").await;
    let form = page.form("/fr/admin/replies/new").fill("name_fr", name).fill("name_bm", name).fill("purpose", purpose);
    form.fill("words_fr", fr).fill("words_bm", bm).press().await
}

/// Chooses a template in a panel and presses « Insérer ».
async fn insert(officer: &Person, filed: &Filed, panel: &str, field: &str, name: &str) -> Page {
    let page = officer.visit(&filed.at_desk()).await;
    page.form(panel).fill(field, name).press_button("Insérer").await
}

/// A concern told in Bambara.
async fn in_bambara(house: &House, words: &str) -> Filed {
    let person = house.person().await;
    let page = person.visit("/bm/concerns/new?category=noise").await;
    let page = page.form("/bm/concerns/new").fill("area", "banconi").fill("words", words).fill("readers", "public");
    let page = page.press().await;
    page.must_be(200);
    Filed { code: page.code(), number: crate::concerns::number_on(&page) }
}

both! {
    /// The officer's own words stay, the template comes below them, and what is sent is what stands in the field.
    async fn a_template_is_inserted_with_the_facts_changed_and_sent(house: House) {
        let house = world(house);
        let filed = file(&house, "noise", "banconi", "Le moulin tourne toute la nuit.", "public").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&filed.at_desk()).await;
        let form = page.form("Répondre").fill("answer", "Bonjour Madame.").fill("answer_template", "Bien reçu");
        let page = form.fill("readers", "reporter").press_button("Insérer").await;
        page.must_be(200);
        assert_eq!(page.redirects.len(), 0, "a template filled in is no deed");
        let form = page.form("Répondre");
        let text = form.value("answer").replace("\r\n", "\n");
        assert!(text.starts_with("Bonjour Madame.\n\nBonjour. "), "{text}");
        for fact in [filed.number.as_str(), "(Banconi)", "Commissariat"] {
            assert!(text.contains(fact), "« {fact} » is not in {text}");
        }
        assert!(!text.contains(['{', '}']), "{text}");
        assert_eq!(form.value("readers"), "reporter", "what was chosen is kept");
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM concern_events WHERE body LIKE '%Madame%'").await, 0);
        form.fill("answer", "Bonjour Madame. Nous passons ce soir.").press().await.must_be(200);
        follow(&house, &filed.code).await.must_have("Nous passons ce soir.");
    }
}

both! {
    /// P4: the resident's language decides; a template that lacks it is refused with a sentence and nothing is put in its place.
    async fn a_template_without_the_residents_language_is_refused(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        write(&admin, "Passage du soir", "answer", "Bonjour. Nous passons ce soir.", "").await.must_be(200);
        let filed = in_bambara(&house, "Mansin bɛ baara kɛ su bɛɛ.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = insert(&officer, &filed, "Répondre", "answer_template", "Passage du soir (pas encore en bambara)").await;
        page.must_be(422).must_have("Ce modèle n’est pas écrit en bambara");
        assert_eq!(page.form("Répondre").value("answer"), "");
        let page = insert(&officer, &filed, "Répondre", "answer_template", "Bien reçu").await;
        let text = page.must_be(200).form("Répondre").value("answer");
        assert!(text.starts_with("Aw ni ce.") && text.contains(&filed.number), "{text}");
    }
}

both! {
    /// The list of slots is closed and checked when the template is saved, in both languages.
    async fn an_unknown_slot_is_refused_by_its_name_and_nothing_typed_is_lost(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let page = write(&admin, "Faux", "answer", "Bonjour {nom du chef}.", "Aw ni ce {numero}.").await;
        page.must_be(422).must_have("{nom du chef} n’existe pas");
        assert_eq!(page.form("/fr/admin/replies/new").value("words_fr"), "Bonjour {nom du chef}.");
        write(&admin, "Faux", "answer", "Bonjour.", "Aw ni ce {repère}.").await.must_be(422).must_have("{repère} n’existe pas");
        write(&admin, "Faux", "answer", "Bonjour {numero.", "").await.must_be(422).must_have("accolade");
        write(&admin, "Faux", "answer", "", "").await.must_be(422);
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM reply_templates WHERE name_fr = 'Faux'").await, 0);
    }
}

both! {
    /// A slot with nothing to say is no blank in a letter.
    async fn a_slot_that_the_file_cannot_fill_is_named(house: House) {
        let house = world(house);
        let filed = file(&house, "noise", "banconi", "Le moulin tourne toute la nuit.", "public").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = insert(&officer, &filed, "Répondre", "answer_template", "Invitation à la réunion").await;
        let text = page.must_be(200).form("Répondre").value("answer");
        assert!(text.contains("réunion du comité, le ") && text.contains(" 2026"), "{text}");
        harm(&house, "UPDATE meetings SET state = 'cancelled'").await;
        let page = insert(&officer, &filed, "Répondre", "answer_template", "Invitation à la réunion").await;
        page.must_be(422).must_have("Ce modèle a besoin de {reunion}");
    }
}

both! {
    /// Each panel offers what is for it; a kind's templates are offered for that kind; retired ones nowhere, but kept with their history.
    async fn templates_are_offered_where_they_fit_and_retired_not_deleted(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let page = admin.visit("/fr/admin/replies/new").await;
        let form = page.form("/fr/admin/replies/new").fill("name_fr", "Vol de moto").fill("name_bm", "Moto sonyara");
        let form = form.fill("purpose", "closing").fill("words_fr", "Moto retrouvée.").fill("words_bm", "Moto sɔrɔla.");
        form.fill("kind", "Vol de moto ou de véhicule").press().await.must_be(200);
        let moto = file(&house, "moto-theft", "banconi", "Ma moto rouge est partie.", "public").await;
        let noise = file(&house, "noise", "banconi", "Le moulin tourne toute la nuit.", "public").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&moto.at_desk()).await;
        let offered = |page: &Page, field: &str| page.select(&format!("#{field} option")).concat();
        assert!(offered(&page, "done_template").contains("Vol de moto") && offered(&page, "closing_template").contains("Vol de moto"));
        assert!(!offered(&page, "answer_template").contains("Vol de moto") && offered(&page, "answer_template").contains("Bien reçu"));
        assert!(offered(&page, "question_template").contains("Demande de précision"));
        assert!(!offered(&officer.visit(&noise.at_desk()).await, "done_template").contains("Vol de moto"));
        let page = admin.visit("/fr/admin/replies").await.click("Vol de moto").await;
        page.form("/fr/admin/replies/").clear("active").press().await.must_be(200);
        assert!(!offered(&officer.visit(&moto.at_desk()).await, "done_template").contains("Vol de moto"));
        admin.visit("/fr/admin/replies").await.must_have("Vol de moto");
        let told = words(&house, "SELECT detail AS value FROM ledger WHERE deed LIKE 'reply-template.%' ORDER BY seq").await;
        assert!(told.len() == 2 && told[1].contains("active: yes → no"), "{told:?}");
    }
}

both! {
    /// What the committee alone decides: police write no templates.
    async fn an_officer_of_another_unit_fills_nothing(house: House) {
        let house = world(house);
        let person = house.person().await;
        let filed = file_as(&person, "noise", "banconi", "Le moulin tourne toute la nuit.", "public").await;
        let here = sign_in(&house, "agent.c1-ouest").await;
        let elsewhere = sign_in(&house, "agent.c1-est").await;
        let page = here.visit(&filed.at_desk()).await;
        let form = page.form("Répondre").fill("answer_template", "Bien reçu");
        let template = form.value("answer_template");
        let path = format!("{}/messages", filed.at_desk());
        let token = elsewhere.visit("/fr/account").await.form("/fr/account/profile").value("_token");
        let fields = [("_token", token.as_str()), ("message", "answer"), ("insert", "yes"), ("answer_template", &template)];
        elsewhere.post(&path, &fields).await.must_be(404);
    }
}
