//! Rights over one's own data (R17) and what was agreed to (R16): seeing all of it, having it corrected or erased, by a number and a
//! date, answered by an administrator who reads none of it.

use crate::concerns::{Filed, follow, published};
use crate::custody::file_named;
use crate::second::account_of;
use crate::support::dump::{found, loot};
use crate::support::world::{harm, number as count, rows, sign_in, words, world};
use crate::support::{House, Page, Person, both};

const DAY: i64 = 86_400;

/// Asks about one's account: there is then a request on the desk, of this number.
pub async fn asked(house: &House, login: &str) -> String {
    let person = sign_in(house, login).await;
    let page = person.visit("/fr/account/data").await;
    let form = page.must_be(200).form("Demander l’effacement").fill("why_erasure", "Je ne viens plus.");
    number_in(form.press().await.must_be(200))
}

/// The number of a request on a page.
fn number_in(page: &Page) -> String {
    let text = page.text();
    let at = text.find("D-2026-").expect("the request has a number");
    text[at..].chars().take("D-2026-00001".len()).collect()
}

/// The page of all that is held about a concern, by its code.
async fn data(house: &House, filed: &Filed) -> Page {
    follow(house, &filed.code).await.click("Tout ce que vous avez sur moi").await
}

/// Asks by the code; the request's number.
pub async fn ask(house: &House, filed: &Filed, button: &str, fields: &[(&str, &str)]) -> String {
    let page = data(house, filed).await;
    let mut form = page.must_be(200).form(button);
    for (name, value) in fields {
        form = form.fill(name, value);
    }
    number_in(form.press().await.must_be(200))
}

/// The administrator answers a request, by its number.
pub async fn answer(admin: &Person, number: &str, button: &str) -> Page {
    let list = admin.visit("/fr/admin/rights").await;
    let page = list.must_be(200).click(number).await;
    let form = page.must_be(200).form("/fr/admin/rights/").fill("answer", "Voici notre réponse écrite.");
    form.press_button(button).await
}

both! {
    /// By the code alone a person sees every row that is held, and what they asked, with a number and a due date.
    async fn a_person_sees_all_that_is_held(house: House) {
        let house = world(house);
        let filed = file_named(&house, "noise", "banconi", "Awa Marqueur", "76 11 22 33").await;
        let page = data(&house, &filed).await;
        page.must_be(200).must_have(&filed.number).must_have("Des chiens aboient devant ma porte.").must_have("donné, scellé");
        page.must_have("Version 1").must_have("Empreinte du").must_not_have("Awa Marqueur").must_not_have(&filed.code);
        let other = house.person().await.visit("/fr/follow/concern/data").await;
        assert_eq!(other.path, "/fr/follow", "without a code there is nothing");
        let number = ask(&house, &filed, "Demander l’effacement", &[("why_erasure", "J’ai peur.")]).await;
        let page = data(&house, &filed).await;
        page.must_have(&number).must_have("Réponse due avant le 23 décembre 2026").must_not_have("Demander l’effacement");
        let account = sign_in(&house, "awa").await;
        account.visit("/fr/account/data").await.must_be(200).must_have("awa").must_have("une empreinte");
    }
}

both! {
    /// Erasing takes the person out, at every address and in the search, and leaves what is counted.
    async fn an_erasure_takes_the_person_out_and_leaves_the_figures(house: House) {
        let house = world(house);
        let filed = published(&house, "noise", "banconi", "Zoumana habite derrière le moulin vert.").await;
        let before = figures(&house).await;
        let number = ask(&house, &filed, "Demander l’effacement", &[("why_erasure", "On me reconnaît.")]).await;
        let admin = sign_in(&house, "admin").await;
        let desk = admin.visit("/fr/admin/rights").await;
        desk.must_have(&number).must_have("encore");
        answer(&admin, &number, "Accepter").await.must_be(200);
        let page = house.person().await.visit(&filed.public()).await;
        page.must_be(200).must_have("effacé à la demande de la personne").must_not_have("Zoumana");
        let search = house.person().await.visit("/fr/concerns?q=zoumana").await;
        search.must_not_have(&filed.number);
        let page = data(&house, &filed).await;
        page.must_have("Voici notre réponse écrite.").must_have("Fait").must_not_have("moulin vert");
        assert_eq!(figures(&house).await, before);
        let left = words(&house, "SELECT words AS value FROM concerns WHERE words LIKE '%moulin vert%' UNION ALL SELECT body FROM concern_events WHERE body LIKE '%moulin vert%'").await;
        assert_eq!(left, Vec::<String>::new());
        // Nor in what the desk's search reads.
        let found = count(&house, "SELECT COUNT(*) AS value FROM desk_texts WHERE folded LIKE '%zoumana%'").await;
        assert_eq!(found, 0, "the desk finds what was erased");
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'rights.grant'").await, 1);
        // Answered once.
        let again = admin.visit("/fr/admin/rights").await.click(&number).await;
        again.must_not_have("Accepter efface");
    }
}

/// What everybody may count.
async fn figures(house: &House) -> Vec<String> {
    let mut all = Vec::new();
    for path in ["/fr", "/fr/units", "/fr/units/commune-1-ouest", "/fr/areas/banconi"] {
        all.extend(house.person().await.visit(path).await.select(".nums li, .nums b"));
    }
    assert!(all.len() > 4, "figures were read: {all:?}");
    all
}

both! {
    /// A sealed identity goes with the rest; the custody's steps stay.
    async fn an_erasure_takes_the_identity_too(house: House) {
        let house = world(house);
        let filed = file_named(&house, "noise", "banconi", "Awa Marqueur", "").await;
        let sealed = rows(&house, "sealed").await;
        let number = ask(&house, &filed, "Demander l’effacement", &[("why_erasure", "On me reconnaît.")]).await;
        let admin = sign_in(&house, "admin").await;
        answer(&admin, &number, "Accepter").await.must_be(200);
        assert_eq!(rows(&house, "sealed").await, sealed - 1);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        officer.visit(&filed.at_desk()).await.must_have("donné, puis effacé");
        officer.visit(&format!("{}/identity", filed.at_desk())).await.must_be(200).must_have("C’est effacé depuis");
    }
}

both! {
    /// The administrator corrects without reading: neither what stood there nor what comes.
    async fn a_correction_is_done_by_somebody_who_reads_neither_text(house: House) {
        let house = world(house);
        let filed = published(&house, "noise", "banconi", "Le moulin de Zoumana tourne la nuit.").await;
        let fields = [("correction", "Un moulin tourne la nuit."), ("why_correction", "Un nom est resté.")];
        let number = ask(&house, &filed, "Demander la correction", &fields).await;
        let admin = sign_in(&house, "admin").await;
        let page = admin.visit("/fr/admin/rights").await.click(&number).await;
        page.must_have("Un nom est resté.").must_not_have("Zoumana").must_not_have("Un moulin tourne");
        answer(&admin, &number, "Accepter").await.must_be(200);
        // What everybody read is read again first.
        assert_eq!(house.person().await.visit(&filed.public()).await.status, 404);
        let page = follow(&house, &filed.code).await;
        page.must_have("Un moulin tourne la nuit.").must_have("Texte corrigé").must_not_have("Zoumana");
        let left = words(&house, "SELECT correction AS value FROM rights_requests WHERE correction <> ''").await;
        assert_eq!(left, Vec::<String>::new());
    }
}

both! {
    /// A refusal is written, and read where it was asked; late requests are seen to be late.
    async fn a_refusal_says_why_and_a_late_request_is_seen(house: House) {
        let house = world(house);
        let filed = published(&house, "noise", "banconi", "Le moulin tourne toute la nuit.").await;
        let number = ask(&house, &filed, "Demander l’effacement", &[("why_erasure", "Je veux.")]).await;
        house.clock.advance(31 * DAY);
        let admin = sign_in(&house, "admin").await;
        admin.visit("/fr/admin/rights").await.must_have("en retard");
        answer(&admin, &number, "Refuser").await.must_be(200);
        data(&house, &filed).await.must_have("Voici notre réponse écrite.").must_have("Refusé").must_have("Le moulin tourne");
        follow(&house, &filed.code).await.must_have("Réponse donnée à une demande");
    }
}

both! {
    /// An account goes with what it filed; who holds a role hands it over first.
    async fn an_account_is_closed_with_what_it_filed(house: House) {
        let house = world(house);
        for login in ["awa", "agent.c6"] {
            asked(&house, login).await;
        }
        let admin = sign_in(&house, "admin").await;
        let list = admin.visit("/fr/admin/rights").await;
        let hrefs = list.attributes("main a[href*='/admin/rights/']", "href");
        assert_eq!(hrefs.len(), 2);
        let tied = count(&house, "SELECT COUNT(*) AS value FROM concerns WHERE account_id = (SELECT id FROM accounts WHERE login = 'awa')").await;
        assert!(tied > 0, "awa filed something");
        let mut statuses = Vec::new();
        for href in hrefs {
            let form = admin.visit(&href).await.form("/fr/admin/rights/").fill("answer", "Voici la réponse.");
            statuses.push(form.press_button("Accepter").await.status);
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM accounts WHERE login = 'awa'").await, 0);
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM concerns WHERE words LIKE 'effacé à la demande%' OR words LIKE 'a jɔsira%'").await, tied);
        let page = crate::support::world::enter(&house.person().await, "awa", "demo-sigida-2026").await;
        assert_eq!(page.status, 422);
    }
}

/// How many rows of an account a table holds.
async fn held(house: &House, table: &str, account: i64) -> i64 {
    count(house, &format!("SELECT COUNT(*) AS value FROM {table} WHERE account_id = {account}")).await
}

both! {
    /// The page counts all that is held of an account; erased, its words and its name are nowhere, and what others need is nobody's.
    async fn an_account_that_is_erased_leaves_no_word_and_no_name(house: House) {
        let house = world(house);
        let id = count(&house, "SELECT id AS value FROM accounts WHERE login = 'awa'").await;
        let called = "Zenabou Introuvable";
        harm(&house, &format!("UPDATE accounts SET name = '{called}', shows_name = (1 = 1) WHERE id = {id}")).await;
        let said = "La girafe du zoo a traversé le goudron.";
        harm(&house, &format!("UPDATE posts SET body = '{said}' WHERE account_id = {id}")).await;
        harm(&house, &format!("UPDATE registrations SET name = '{called}' WHERE account_id = {id}")).await;
        let posts = held(&house, "posts", id).await;
        assert!(posts > 0 && held(&house, "follows", id).await > 0, "awa wrote and follows");
        let seats = rows(&house, "registrations").await;
        let person = sign_in(&house, "awa").await;
        let page = person.visit("/fr/account/data").await;
        let facts = page.must_be(200).rows_of_facts();
        let told = |name: &str| {
            let line = facts.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no line {name}: {facts:?}"));
            line.1.clone()
        };
        assert_eq!(told("Messages aux discussions"), posts.to_string());
        assert_eq!(told("Actes faits dans un rôle"), "0");
        assert_eq!(told("Appareils connectés"), held(&house, "sessions", id).await.to_string());

        let number = asked(&house, "awa").await;
        let admin = sign_in(&house, "admin").await;
        answer(&admin, &number, "Accepter").await.must_be(200);
        let loot = loot(&house).await;
        for gone in [called, said, "Je ne viens plus."] {
            let places: Vec<String> = found(&loot, gone).into_iter().filter(|place| place.starts_with("table ")).collect();
            assert_eq!(places, Vec::<String>::new(), "{gone}");
        }
        assert_eq!(held(&house, "posts", id).await, posts, "others answered them");
        for table in ["sessions", "follows", "follow_visits", "thread_follows", "registrations", "supports", "consents", "meeting_questions", "appeals"] {
            assert_eq!(held(&house, table, id).await, 0, "{table}");
        }
        assert_eq!(rows(&house, "registrations").await, seats, "a place stays taken");
        assert_eq!(count(&house, &format!("SELECT COUNT(*) AS value FROM keyrings WHERE account_id = {id} AND retired_at IS NULL")).await, 0);
    }
}

both! {
    /// Nobody comes in by an account that was erased, whoever wants it: it is not opened, given a password, a role or a name again.
    async fn an_account_that_is_erased_stays_nobodys(house: House) {
        let house = world(house);
        let id = count(&house, "SELECT id AS value FROM accounts WHERE login = 'awa'").await;
        let admin = sign_in(&house, "admin").await;
        let account = account_of(&admin, "awa").await;
        let before = admin.visit(&account).await;
        let person = sign_in(&house, "awa").await;
        let page = person.visit("/fr/account/data").await;
        let form = page.form("Demander la correction").fill("correction", "Zenabou Autrement").fill("why_correction", "Je me suis mariée.");
        let renamed = number_in(form.press().await.must_be(200));
        let erased = asked(&house, "awa").await;
        answer(&admin, &erased, "Accepter").await.must_be(200);

        answer(&admin, &renamed, "Accepter").await.must_be(409);
        before.form("/password").press().await.must_be(409);
        before.form("/memberships").fill("role", "admin").press().await.must_be(409);
        let page = admin.visit(&account).await;
        page.must_have("Ce compte a été effacé").must_not_have("Réactiver");
        let token = before.attributes("input[name=_token]", "value").into_iter().next().expect("a token");
        let open = admin.post(&format!("{account}/state"), &[("_token", &token), ("state", "enabled")]).await;
        open.must_be(409);
        let left = words(&house, &format!("SELECT name AS value FROM accounts WHERE id = {id} AND disabled_at IS NOT NULL AND password = ''")).await;
        assert_eq!(left, ["–"]);
        let (code, said) = crate::custody::check(&house);
        assert_eq!(code, Some(0), "{said}");
    }
}

both! {
    /// The version that was shown is the one agreed to; old versions stay readable; nothing else of the person is noted.
    async fn the_version_agreed_to_is_kept_and_old_ones_stay_readable(house: House) {
        let house = world(house);
        let person = house.person().await;
        let old = person.visit("/fr/concerns/new?category=noise").await;
        old.must_have("version 1");
        let admin = sign_in(&house, "admin").await;
        let text = "Bonjour, voici ce que nous gardons de vous.\n\n# Ce que nous gardons\n- vos mots\n- la date <b>gras</b>";
        let page = admin.visit("/fr/admin/notice").await;
        let form = page.must_be(200).form("Publier").fill("text_fr", text).fill("text_bm", text);
        let published = form.press().await;
        published.must_be(200).must_have("Version 2").must_have("<b>gras</b>");
        let form = old.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Le bar joue encore.").fill("readers", "private");
        form.press_button("Envoyer").await.must_be(200);
        crate::concerns::file(&house, "noise", "banconi", "Le bar joue toujours.", "private").await;
        let versions = words(&house, "SELECT CAST(version AS TEXT) AS value FROM consents ORDER BY id").await;
        assert_eq!(versions, ["1", "2"]);
        for (path, sentence) in [("/fr/privacy/1", "Ce que nous ne gardons pas"), ("/bm/privacy/2", "la date"), ("/fr/privacy", "la date")] {
            person.visit(path).await.must_be(200).must_have(sentence);
        }
        person.visit("/fr/privacy/1").await.must_have("ne vaut plus");
        assert_eq!(person.visit("/fr/privacy/3").await.status, 404);
        // Contacts are hidden until somebody fills them in.
        person.visit("/fr/privacy").await.must_not_have("Autorité de protection");
        let form = admin.visit("/fr/admin/notice").await.form("/fr/admin/notice/contact").fill("authority", "APDP (exemple)");
        form.press().await.must_be(200);
        person.visit("/fr/privacy").await.must_have("APDP (exemple)").must_not_have("Responsable des données");
    }
}
