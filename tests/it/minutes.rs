//! Minutes are saved while they are written (M6): often, without a crowd of versions, and nothing that was typed is ever lost.

use serde_json::Value;

use crate::forums::announced;
use crate::support::world::{enter, harm, number, password, rows, sign_in, words, world};
use crate::support::{Browser, Form, House, Look, Page, Person, both, on_sqlite};

const DAY: i64 = 86_400;
const MINUTE: i64 = 60;

/// A meeting of the Commune I that has just begun, with a point of its own; its page for the committee, without an end.
async fn begun(house: &House) -> String {
    let moderator = sign_in(house, "moderation.c1").await;
    let run = announced(&moderator, "Lumière au marché", "2026-12-05T16:00", "").await;
    let point = run.form("Ajouter un point").fill("title", "Lampes du marché").fill("minutes", "20");
    point.press().await.must_be(200);
    harm(house, "UPDATE memberships SET scope_id = (SELECT id FROM committees WHERE slug = 'ccs-commune-1') WHERE account_id = (SELECT id FROM accounts WHERE login = 'moderation.c4')").await;
    let begins = sigida::base::Time::parse("2026-12-05T16:05:00Z").expect("a time");
    house.clock.advance(begins.since(house.clock.now()));
    run.path.clone()
}

/// The secretary's form.
fn writing(page: &Page) -> Form {
    let found = page.forms().into_iter().find(|f| f.fields().contains(&"state"));
    found.unwrap_or_else(|| panic!("nothing to write in\n{}", page.described()))
}

/// The name of the field under a point.
fn under(page: &Page, title: &str) -> String {
    let labels = page.select("form .field > label");
    let at = labels.iter().position(|l| l.contains(title)).unwrap_or_else(|| panic!("no {title} in {labels:?}"));
    page.attributes("form .field > label", "for").remove(at)
}

/// What the page's script sends.
fn fields(form: &Form, body: &str) -> Vec<(&'static str, String)> {
    let kept = |name: &'static str| (name, form.value(name));
    vec![
        kept("_token"),
        kept("_seen"),
        kept("_mark"),
        ("state", "draft".into()),
        ("do", "auto".into()),
        ("body", body.to_owned()),
    ]
}

async fn by_itself(person: &Person, at: &str, sent: &[(&'static str, String)]) -> Page {
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
    person.post(at, &sent).await
}

/// Versions of the newest meeting's minutes, oldest first.
async fn versions(house: &House) -> Vec<String> {
    words(house, "SELECT version || ' ' || state || ' ' || body AS value FROM minutes WHERE meeting_id = (SELECT MAX(id) FROM meetings WHERE title = 'Lumière au marché') ORDER BY version").await
}

both! {
    /// Without a script: a button at each point saves all and leads back to it; ten minutes of one author are one version.
    async fn each_point_has_a_button_that_saves_and_leads_back_to_it(house: House) {
        let house = world(house);
        let at = begun(&house).await + "/minutes";
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit(&at).await;
        page.must_be(200).must_have("Pas encore enregistré").must_have("Lampes du marché").check_html();
        writing(&page).press_button("Enregistrer").await.must_be(422);
        let point = under(&page, "Lampes du marché");
        let saved = writing(&page).fill("body", "Le maire ouvre.").fill(&point, "Dix lampes LAMPESDIX.").press_button("Enregistrer et continuer : Lampes").await;
        saved.must_be(200).must_have("Enregistré à 16 h 05").check_html();
        let place = format!("#p-{}", point.trim_start_matches("part-"));
        assert!(saved.redirects.iter().any(|step| step.to.ends_with(&place)), "{:?}", saved.redirects);
        assert!(!saved.attributes(&place, "id").is_empty(), "the place is not on the page");
        assert_eq!(writing(&saved).value(&point), "Dix lampes LAMPESDIX.");
        // Again and again within ten minutes, by either button: one version, one row of the ledger.
        let mut page = saved;
        for n in 1..=5 {
            house.clock.advance(MINUTE);
            page = writing(&page).fill("body", &format!("Le maire ouvre, {n}.")).press_button("Enregistrer").await;
            page.must_be(200).must_have(&format!("Enregistré à 16 h {:02}", 5 + n));
        }
        assert_eq!(versions(&house).await, ["1 draft Le maire ouvre, 5.\n\n4. Lampes du marché\nDix lampes LAMPESDIX."]);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'minutes.save' AND detail LIKE '%draft'").await
            - number(&house, "SELECT COUNT(*) AS value FROM minutes WHERE state = 'draft'").await, 0, "a version has its row");
        // Saved without a change, nothing is new; ten minutes after its first save, a version is left as it is.
        writing(&page).press_button("Enregistrer").await.must_be(200);
        house.clock.advance(5 * MINUTE);
        let page = writing(&moderator.visit(&at).await).fill("body", "Le maire ferme.").press_button("Enregistrer").await;
        page.must_be(200);
        assert_eq!(versions(&house).await.len(), 2);
        // Somebody else's words are a version of their own at once; what is public always is.
        let other = sign_in(&house, "moderation.c4").await;
        writing(&other.visit(&at).await).fill("body", "Le maire ferme la séance.").press_button("Enregistrer").await.must_be(200);
        for (n, text) in ["La séance est levée.", "La séance est levée à 18 h."].into_iter().enumerate() {
            let form = writing(&moderator.visit(&at).await).fill("body", text).fill("state", "corrections");
            form.press_button("Enregistrer").await.must_be(200);
            assert_eq!(versions(&house).await.len(), 4 + n);
        }
        // The public reads one text with the points' headings.
        let meeting = at.replace("/committee", "");
        house.person().await.visit(&meeting).await.must_have("La séance est levée à 18 h.").must_have("4. Lampes du marché").must_have("LAMPESDIX");
    }
}

both! {
    /// Two secretaries: who saves second reads both texts, and nothing of either is lost.
    async fn who_saves_second_reads_both_texts_and_neither_is_lost(house: House) {
        let house = world(house);
        let at = begun(&house).await + "/minutes";
        let (first, second) = (sign_in(&house, "moderation.c1").await, sign_in(&house, "moderation.c4").await);
        let (one, two) = (first.visit(&at).await, second.visit(&at).await);
        let point = under(&one, "Lampes du marché");
        writing(&one).fill("body", "Le maire parle PREMIER.").press_button("Enregistrer").await.must_be(200);
        let mine = writing(&two).fill("body", "La police parle SECOND.").fill(&point, "Deux lampes POINTDEUX.");
        let both = mine.press_button("Enregistrer").await;
        both.must_be(409).must_have("PREMIER").must_have("Votre texte, pas encore enregistré").check_html();
        let form = writing(&both);
        assert_eq!((form.value("body"), form.value(&point)), ("La police parle SECOND.".into(), "Deux lampes POINTDEUX.".into()));
        assert_eq!(both.attributes("form[data-minutes]", "data-minutes"), [""], "it would save over the other by itself");
        assert_eq!(versions(&house).await.len(), 1);
        form.press_button("Enregistrer").await.must_be(200);
        let all = versions(&house).await;
        assert!(all.len() == 2 && all[0].contains("PREMIER") && all[1].contains("SECOND") && all[1].contains("POINTDEUX"), "{all:?}");

        // The same person in two windows, within ten minutes: told as well, and kept apart.
        let (left, right) = (second.visit(&at).await, second.visit(&at).await);
        writing(&left).fill("body", "Fenêtre GAUCHE.").press_button("Enregistrer").await.must_be(200);
        let both = writing(&right).fill("body", "Fenêtre DROITE.").press_button("Enregistrer").await;
        both.must_be(409).must_have("GAUCHE");
        writing(&both).press_button("Enregistrer").await.must_be(200);
        let all = versions(&house).await;
        assert!(all.len() == 3 && all[1].contains("GAUCHE") && all[2].contains("DROITE"), "{all:?}");

        // Somebody opened it to corrections meanwhile: a draft cannot go back, and comes back as it was typed.
        let late = writing(&first.visit(&at).await).fill("body", "Encore au brouillon TARDIF.");
        let form = writing(&second.visit(&at).await).fill("body", "Tout le monde lit maintenant.").fill("state", "corrections");
        form.press_button("Enregistrer").await.must_be(200);
        let both = late.press_button("Enregistrer").await;
        both.must_be(409).must_have("Tout le monde lit maintenant.");
        assert_eq!((writing(&both).value("body"), writing(&both).value("state")), ("Encore au brouillon TARDIF.".into(), "corrections".into()));
    }
}

both! {
    /// The session ends while somebody writes: every field comes back, and is saved after they signed in beside it.
    async fn a_session_that_ended_gives_every_point_back(house: House) {
        let house = world(house);
        let at = begun(&house).await + "/minutes";
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit(&at).await;
        let point = under(&page, "Lampes du marché");
        let form = writing(&page).fill("body", "Le maire ouvre OUVERTURE.").fill(&point, "Dix lampes POINTUN.");
        house.clock.advance(DAY / 2);
        let ended = form.press_button("Enregistrer et continuer : Lampes").await;
        ended.must_be(403).must_have("Ce que vous avez écrit");
        assert!(ended.body.contains("OUVERTURE") && ended.body.contains("POINTUN"), "{}", ended.described());
        enter(&moderator, "moderation.c1", &password("moderation.c1")).await;
        let shown = ended.form("Essayer encore").press().await;
        shown.must_be(422).must_have("Cette page était ouverte depuis trop longtemps");
        let form = writing(&shown);
        assert_eq!((form.value("body"), form.value(&point)), ("Le maire ouvre OUVERTURE.".into(), "Dix lampes POINTUN.".into()));
        form.press_button("Enregistrer").await.must_be(200);
        let all = versions(&house).await;
        assert!(all.len() == 1 && all[0].contains("OUVERTURE") && all[0].contains("POINTUN"), "{all:?}");
    }
}

both! {
    /// What the page's script sends: a small answer, once however often it is sent, and over nobody else's text.
    async fn a_sending_by_itself_is_answered_small_and_done_once(house: House) {
        let house = world(house);
        let at = begun(&house).await + "/minutes";
        let moderator = sign_in(&house, "moderation.c1").await.without_checks();
        let form = writing(&moderator.visit(&at).await);
        let before = rows(&house, "ledger").await;
        let sent = fields(&form, "Le maire ouvre UN.");
        let told = by_itself(&moderator, &at, &sent).await;
        told.must_be(200);
        assert!(told.bytes.len() < 200 && told.header("content-type").starts_with("application/json"), "{}", told.body);
        let said: Value = serde_json::from_str(&told.body).expect("JSON");
        assert_eq!((said["seen"].as_i64(), said["said"].as_str()), (Some(1), Some("Enregistré à 16\u{a0}h\u{a0}05")), "{said}");
        // Its answer got lost on the way: sent again it is the same save.
        let again = by_itself(&moderator, &at, &sent).await;
        assert_eq!((again.status, &again.body), (200, &told.body));
        // Another text by the same page: another save of the same version; the ledger has the version once.
        let mut next = fields(&form, "Le maire ouvre DEUX.");
        next[1].1 = "1".into();
        next[2].1 = said["mark"].as_str().unwrap_or_default().to_owned();
        by_itself(&moderator, &at, &next).await.must_be(200);
        assert_eq!(versions(&house).await, ["1 draft Le maire ouvre DEUX."]);
        assert_eq!(rows(&house, "ledger").await, before + 1);
        // Over a text it has not seen it saves nothing; nor does it make public, nor does anybody but the secretary save.
        next[5].1 = "Le maire ouvre TROIS.".into();
        let stale = by_itself(&moderator, &at, &next).await;
        assert_eq!(stale.status, 409);
        for login in ["presidence.c1", "agent.c1-ouest", "awa"] {
            let person = sign_in(&house, login).await;
            let token = person.visit("/fr/account").await.form("/fr/account/profile").value("_token");
            let mut theirs = next.clone();
            theirs[0].1 = token;
            assert_eq!(by_itself(&person, &at, &theirs).await.status, 403, "{login}");
        }
        assert_eq!(versions(&house).await, ["1 draft Le maire ouvre DEUX."]);
        let open = writing(&moderator.visit(&at).await).fill("body", "Le maire a ouvert la séance.").fill("state", "corrections");
        open.press_button("Enregistrer").await.must_be(200);
        let page = moderator.visit(&at).await;
        assert_eq!(page.attributes("form[data-minutes]", "data-minutes"), [""], "what is public is not saved half written");
        assert_eq!(by_itself(&moderator, &at, &fields(&writing(&page), "À moitié")).await.status, 409);
    }
}

/// Waits for a script to say true.
async fn until(browser: &Browser, script: &str) {
    for _ in 0..200 {
        if browser.run(script).await == Value::Bool(true) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("never true on {}: {script}\n{}", browser.path().await, browser.text().await);
}

async fn enter_by_screen(browser: &Browser, login: &str, next: &str) {
    browser.visit(&format!("/fr/login?next={}", next.replace("/fr", ""))).await;
    browser.fill("login", login).await;
    browser.fill("password", &password(login)).await;
    browser.find("main form button").await.click().await.expect("a button to press");
    browser.find("form[data-minutes]").await;
}

/// The next of the twenty seconds, now.
const TURN: &str = "window.dispatchEvent(new Event('online'))";

const LEFT: &str = "return Object.keys(localStorage).filter(k => k.startsWith('minutes')).length";

on_sqlite! {
    /// On a screen: the page saves by itself and says so, keeps what could not go until it went, stops before somebody else's text.
    async fn a_page_saves_by_itself_keeps_what_could_not_go_and_stops_before_another_s_text(house: House) {
        let house = world(house);
        let at = begun(&house).await + "/minutes";
        let browser = Browser::open(&house, Look::phone()).await;
        enter_by_screen(&browser, "moderation.c1", &at).await;
        browser.must_have("Pas encore enregistré").await;
        browser.check("minutes-empty").await;
        browser.fill("body", "Le maire ouvre LIGNEUNE.").await;
        until(&browser, &format!("{LEFT} === 1")).await;
        browser.run(TURN).await;
        browser.must_have("Enregistré à 16 h 05").await;
        assert_eq!(versions(&house).await, ["1 draft Le maire ouvre LIGNEUNE."]);
        until(&browser, &format!("{LEFT} === 0")).await;
        browser.check("minutes-saved").await;

        // From the first key on it says that what stands there is not saved; taken back, that it is.
        browser.fill("body", "Le maire ouvre LIGNEUNE et demie.").await;
        browser.must_have("Pas encore enregistré").await;
        browser.fill("body", "Le maire ouvre LIGNEUNE.").await;
        browser.run(TURN).await;
        browser.must_have("Enregistré à 16 h 05").await;
        until(&browser, &format!("{LEFT} === 0")).await;

        // Without a network: kept here, said so, and it goes by itself.
        browser.offline(true).await;
        browser.fill("body", "Le maire ouvre LIGNEDEUX.").await;
        browser.run(TURN).await;
        browser.must_have("Pas enregistré : pas de réseau").await;
        until(&browser, &format!("{LEFT} === 1")).await;
        browser.shot("minutes-off").await;
        browser.offline(false).await;
        browser.run(TURN).await;
        browser.must_have("Enregistré à 16 h 05").await;
        assert_eq!(versions(&house).await, ["1 draft Le maire ouvre LIGNEDEUX."]);
        browser.complaints().await;

        // The browser was put away before anything went: the text is offered again, and taken.
        browser.visit("/fr/account").await;
        let key = at.replacen("/fr", "minutes", 1);
        let text = r#"JSON.stringify([["body", "Le maire ouvre LIGNETROIS."]])"#;
        browser.run(&format!("localStorage.setItem('{key}', {text})")).await;
        browser.visit(&at).await;
        browser.must_have("Ce téléphone garde un autre texte").await;
        browser.check("minutes-unsent").await;
        browser.click("Reprendre ce texte").await;
        until(&browser, "return document.getElementById('body').value === 'Le maire ouvre LIGNETROIS.'").await;
        browser.run(TURN).await;
        until(&browser, &format!("{LEFT} === 0")).await;

        // Somebody else saved: it stops, says so, and the button shows both texts.
        let other = sign_in(&house, "moderation.c4").await;
        writing(&other.visit(&at).await).fill("body", "Autre texte QUATRE.").press_button("Enregistrer").await.must_be(200);
        browser.fill("body", "Le maire ouvre LIGNECINQ.").await;
        browser.run(TURN).await;
        browser.must_have("Quelqu’un d’autre a enregistré").await;
        until(&browser, &format!("{LEFT} === 1")).await;
        browser.shot("minutes-stop").await;
        browser.complaints().await;
        browser.find(".keeping button").await.click().await.expect("a button to press");
        browser.must_have("Votre texte, pas encore enregistré").await;
        browser.must_have("QUATRE").await;
        browser.complaints().await;
        browser.check("minutes-both").await;
        browser.find(".keeping button").await.click().await.expect("a button to press");
        browser.must_have("Enregistré à").await;
        until(&browser, &format!("{LEFT} === 0")).await;
        let all = versions(&house).await;
        assert!(all.last().is_some_and(|last| last.contains("LIGNECINQ")) && all.iter().any(|v| v.contains("QUATRE")), "{all:?}");
        browser.close().await;
    }
}

on_sqlite! {
    /// Without scripts, and at a desk in Bambara: the page fits, and its buttons save.
    async fn minutes_are_written_on_a_telephone_without_scripts_and_at_a_desk(house: House) {
        let house = world(house);
        let at = begun(&house).await + "/minutes";
        for (look, lang) in [(Look::phone().without_script(), "fr"), (Look::desk(), "bm")] {
            let browser = Browser::open(&house, look).await;
            enter_by_screen(&browser, "moderation.c1", &at).await;
            browser.visit(&at.replace("/fr/", &format!("/{lang}/"))).await;
            browser.fill("body", &format!("Le maire ouvre {lang}.")).await;
            browser.find("[name=do][value]:not([value=save])").await.click().await.expect("a button to press");
            browser.must_have(if lang == "fr" { "Enregistré à" } else { "A marala" }).await;
            browser.check(&format!("minutes-{lang}")).await;
            browser.close().await;
        }
        assert_eq!(versions(&house).await.len(), 1);
    }
}
