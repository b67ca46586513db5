//! C3: whatever goes wrong with a form, the page that says so gives back all that was typed, and sends it again. Secrets never
//! come back.

use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use reqwest::Method;
use sigida::base::{Entropy, TrackingCode};

use crate::concerns::{file, follow, number_on, published};
use crate::support::world::{enter, harm, password, rows, sign_in, world};
use crate::support::{Form, House, Kind, Page, both, on_sqlite};

/// What the person tells, with all that a page could bend: quotes, signs, a line of its own, Bambara.
const WORDS: &str = "Le bar « Chez Ali » joue jusqu'à l'aube & <plus>.\nMankan bɛ, ɲɛnamaya \"tɛ\".";

/// The filing form, filled in but not sent.
async fn filled(house: &House) -> Form {
    let page = house.person().await.visit("/fr/concerns/new?category=noise").await;
    let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("landmark", "derrière la mosquée");
    form.fill("words", WORDS).fill("readers", "public")
}

/// The form on the page of an error holds all that was typed: in sight what was written, hidden what was chosen.
#[track_caller]
fn gives_back(page: &Page, status: u16) -> Form {
    page.must_be(status).must_have("Ce que vous avez écrit").must_have("Rien n’est perdu");
    let form = page.form("Essayer encore");
    assert_eq!(form.action(), "/fr/concerns/new", "it goes elsewhere");
    let typed = form.value("words").replace("\r\n", "\n");
    assert_eq!(typed, WORDS);
    assert_eq!(form.value("landmark"), "derrière la mosquée");
    for (name, value) in [("area", "banconi"), ("readers", "public"), ("category", "noise"), ("shown", "noise")] {
        assert_eq!(form.value(name), value, "{name}");
    }
    let visible = page.attributes("textarea", "name");
    assert_eq!(visible, ["words"], "{}", page.described());
    assert_eq!(page.attributes("main input[type=text]", "name"), ["landmark"]);
    form
}

/// Another program holds the database's door for writing; dropped, it lets go.
fn held(house: &House) -> Box<dyn std::any::Any> {
    match house.kind() {
        Kind::Sqlite => {
            let path = house.database_url().trim_start_matches("sqlite://");
            let mut other = SqliteConnection::establish(path).expect("the house's own file");
            other.batch_execute("BEGIN IMMEDIATE").expect("nobody else writes");
            Box::new(other)
        }
        Kind::Postgres => {
            let mut other = PgConnection::establish(house.database_url()).expect("the house's own database");
            other.batch_execute("SELECT pg_advisory_lock(1716520474)").expect("nobody else writes");
            Box::new(other)
        }
    }
}

both! {
    /// A database that nobody may write to for a while: the person waits some seconds, reads that nothing was kept, and the
    /// same form sent again does the deed once.
    async fn while_nothing_can_be_written_the_form_comes_back_whole_and_then_files_once(house: House) {
        let house = world(house);
        let before = rows(&house, "concerns").await;
        let form = filled(&house).await;
        let token = form.value("_token");
        let other = held(&house);
        let begun = std::time::Instant::now();
        let page = form.press_button("Envoyer").await;
        assert!(begun.elapsed() < Duration::from_secs(20), "a person waited {:?}", begun.elapsed());
        drop(other);
        let again = gives_back(&page, 503);
        assert_eq!(again.value("_token"), token, "another token could file it twice, if it was filed unseen");
        let filed = again.press().await;
        filed.must_be(200).must_have("Votre code");
        // The page of the error may be open still: pressed once more, it shows the same code.
        let twice = page.form("Essayer encore").press().await;
        assert_eq!((twice.code(), number_on(&twice)), (filed.code(), number_on(&filed)));
        assert_eq!(rows(&house, "concerns").await, before + 1);
    }
}

both! {
    /// A fault of ours inside the deed loses nothing either.
    async fn a_fault_of_ours_gives_back_what_was_typed_and_the_next_try_works(house: House) {
        let house = world(house);
        let before = rows(&house, "concerns").await;
        let form = filled(&house).await;
        harm(&house, "ALTER TABLE counters RENAME TO counters_away").await;
        let page = form.press_button("Envoyer").await;
        let again = gives_back(&page, 500);
        harm(&house, "ALTER TABLE counters_away RENAME TO counters").await;
        // What came back can be mended before it is sent.
        again.fill("words", "Le bar joue jusqu'à l'aube, CORRIGEHUIT.").press().await.must_be(200).must_have("Votre code");
        assert_eq!(rows(&house, "concerns").await, before + 1);
    }
}

both! {
    /// Too many forms from one network, and a text far too long.
    async fn too_many_forms_and_too_long_a_text_come_back_whole(house: House) {
        let strict = world(House::open_with(house.kind(), |config| config.web.forms_per_minute = 1).await);
        filled(&strict).await.press_button("Envoyer").await.must_be(200);
        let page = filled(&strict).await.press_button("Envoyer").await;
        gives_back(&page, 429);
        assert!(!page.header("retry-after").is_empty());

        let house = world(house);
        let long = "Les lampes. ".repeat(8_000);
        let page = filled(&house).await.tamper("words", &long).press_button("Envoyer").await;
        page.must_be(413).must_have("Ce que vous avez écrit");
        let again = page.form("Essayer encore");
        assert_eq!(again.value("words").trim(), long.trim());
        again.fill("words", WORDS).press().await.must_be(200).must_have("Votre code");
        // A photo is not sent back: the page says so.
        let page = filled(&house).await.tamper("words", &long).attach("photos", "rue.jpg", "image/jpeg", b"no photo").press_button("Envoyer").await;
        page.must_be(413).must_have("Les photos et les sons ne sont pas gardés ici");
    }
}

both! {
    /// A rule that says no: somebody else closed the file first. The sentence is not lost.
    async fn a_refusal_gives_back_the_sentence_it_refused(house: House) {
        let house = world(house);
        let filed = published(&house, "noise", "banconi", "Le bar joue jusqu'à l'aube.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let (first, second) = (officer.visit(&filed.at_desk()).await, officer.visit(&filed.at_desk()).await);
        let close = |page: &Page, words: &str| page.form("Clore sans régler").fill("reason", "no_means").fill("cause", "fuel").fill("closing", words);
        close(&first, "Pas de voiture cette semaine.").press().await.must_be(200);
        let refused = close(&second, "Aucune voiture avant lundi, PERDUNEUF.").press().await;
        refused.must_be(409).must_have("Ce que vous avez écrit");
        let again = refused.form("Essayer encore");
        assert_eq!(again.value("closing"), "Aucune voiture avant lundi, PERDUNEUF.");
        assert_eq!(again.value("reason"), "no_means");
        again.press().await.must_be(409);
        // A button that came too late has nothing to give back, and is not offered again.
        let moderator = sign_in(&house, "moderation.c1").await;
        let waiting = file(&house, "noise", "banconi", "Le moulin tourne la nuit.", "public").await;
        let at = format!("/fr/committee/concerns/{}", waiting.number);
        let (one, two) = (moderator.visit(&at).await, moderator.visit(&at).await);
        one.form("Publier").press().await.must_be(200);
        let late = two.form("Publier").press().await;
        late.must_be(409);
        assert!(!late.text().contains("Essayer encore"), "{}", late.described());
    }
}

both! {
    /// The session ends while somebody writes: they sign in beside the page and send it from there.
    async fn a_session_that_ended_while_writing_loses_no_word(house: House) {
        let house = world(house);
        let filed = published(&house, "light", "banconi", "La rue est noire.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let form = officer.visit(&filed.at_desk()).await.form("Répondre").fill("answer", "Nous passons demain, LONGDEUX.");
        house.clock.advance(2 * 3_600);
        let page = form.press().await;
        page.must_be(403).must_have("Connectez-vous d’abord").must_have("Ce que vous avez écrit");
        assert!(page.form("Essayer encore").value("answer").contains("LONGDEUX"));
        assert!(page.attributes("main a[target=_blank]", "href")[0].starts_with("/fr/login?next="));
        enter(&officer, "agent.c1-ouest", &password("agent.c1-ouest")).await;
        // The page was made for nobody: what it sends is shown once more before it is done.
        let shown = page.form("Essayer encore").press().await;
        shown.must_be(422).must_have("Cette page était ouverte depuis trop longtemps");
        let shown = shown.form("Répondre");
        assert_eq!(shown.value("answer").trim(), "Nous passons demain, LONGDEUX.");
        shown.press().await.must_be(200).must_have("LONGDEUX");
    }
}

both! {
    /// The database is away and the reader has a session: a page in their language, not a bare 500, and nothing is lost.
    async fn a_session_that_cannot_be_read_is_a_page_that_gives_everything_back(house: House) {
        let house = world(house);
        let filed = published(&house, "light", "banconi", "La rue est noire.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&filed.at_desk()).await;
        let form = page.form("Répondre").fill("answer", "Nous passons demain, RETOURTROIS.");
        let token = form.value("_token");
        harm(&house, "ALTER TABLE sessions RENAME TO sessions_away").await;
        let away = form.press().await;
        away.must_be(503).must_have("Le service est occupé").must_have("Rien n’est perdu");
        assert!(away.form("Essayer encore").value("answer").contains("RETOURTROIS"));
        for (path, lang) in [("/fr/desk", "fr"), ("/bm/desk", "bm"), ("/bm", "bm")] {
            let page = officer.visit(path).await;
            assert!(page.must_be(503).is_html() && page.lang() == lang, "{path}");
            assert!(page.header("content-security-policy").contains("default-src 'none'"));
        }
        officer.visit("/healthz").await.must_be(200);
        harm(&house, "ALTER TABLE sessions_away RENAME TO sessions").await;
        let again = away.form("Essayer encore");
        assert_eq!(again.value("_token"), token);
        again.press().await.must_be(200);
        officer.visit(&filed.at_desk()).await.must_have("RETOURTROIS");
    }
}

both! {
    /// A session that cannot be stored ends in our page too.
    async fn a_session_that_cannot_be_stored_is_a_page_of_ours(house: House) {
        let house = world(house);
        let filed = file(&house, "light", "banconi", "La rue est noire depuis hier.", "private").await;
        let page = house.person().await.visit("/bm/follow").await;
        harm(&house, "ALTER TABLE sessions RENAME TO sessions_away").await;
        let answer = page.form("/bm/follow").fill("code", &filed.code).press().await;
        assert!(answer.must_be(503).is_html() && answer.lang() == "bm", "{}", answer.described());
        assert!(answer.header("content-security-policy").contains("default-src 'none'"));
        assert!(!answer.body.contains(&filed.code[..4]));
        harm(&house, "ALTER TABLE sessions_away RENAME TO sessions").await;
        page.form("/bm/follow").fill("code", &filed.code).press().await.must_be(200);
    }
}

both! {
    /// The page is on a screen that others see: what was secret is asked for again, never shown.
    async fn no_password_and_no_code_comes_back_on_the_page_of_an_error(house: House) {
        let strict = world(House::open_with(house.kind(), |config| config.web.tries_per_minute = 1).await);
        let filed = file(&strict, "light", "banconi", "La rue est noire depuis hier.", "private").await;
        let wrong = TrackingCode::draw(&Entropy::seeded(77)).digits();
        strict.person().await.visit("/fr/follow").await.form("/fr/follow").fill("code", &wrong).press().await.must_be(422);
        let spaced = format!("{} {}", &filed.code[..8], &filed.code[8..]);
        let page = strict.person().await.visit("/fr/follow").await.form("/fr/follow").fill("code", &spaced).press().await;
        page.must_be(429).must_have("Essayer encore");
        for part in [&filed.code[..4], &filed.code[4..8], &filed.code[8..12], &filed.code[12..]] {
            assert!(!page.body.contains(part), "a part of the code came back");
        }
        let again = page.form("Essayer encore");
        assert_eq!((again.action().as_str(), again.value("code").as_str()), ("/fr/follow", ""));

        let other = strict.person().await;
        enter(&other, "Agent Un", "TROIScalebassesVIDES").await.must_be(422);
        let page = enter(&other, "Agent Un", "TROIScalebassesVIDES").await;
        page.must_be(429);
        assert!(!page.body.contains("calebasses"), "a password came back");
        let again = page.form("Essayer encore");
        assert_eq!((again.value("login").as_str(), again.value("password").as_str()), ("Agent Un", ""));
    }
}

both! {
    /// Another site may make a browser send words to us; they do not come back under our name with a button to press.
    async fn what_another_site_sent_is_not_given_back(house: House) {
        let strict = world(House::open_with(house.kind(), |config| config.web.forms_per_minute = 1).await);
        let body = "_token=abc&words=Donnez+votre+argent+MAUVAIS&readers=public&category=noise&shown=noise";
        let body = || Some(("application/x-www-form-urlencoded".to_owned(), body.as_bytes().to_vec()));
        for origin in ["https://evil.example", "null"] {
            for _ in 0..2 {
                let person = strict.person().await.with_old_browser();
                let page = person.request(Method::POST, "/fr/concerns/new", &[("Origin", origin)], body()).await;
                assert!(matches!(page.status, 403 | 429), "{}", page.status);
                assert!(!page.body.contains("MAUVAIS"), "{origin}: {}", page.described());
            }
        }
    }
}

both! {
    /// A token is good once at each address: moved by hand to another form it neither shows the first answer nor swallows the
    /// second deed.
    async fn a_token_moved_to_another_form_does_that_forms_own_deed(house: House) {
        let house = world(house);
        let filed = file(&house, "light", "banconi", "La rue est noire depuis hier.", "private").await;
        let own = follow(&house, &filed.code).await;
        let person = own.person();
        let token = own.form("/fr/follow/concern/messages").value("_token");
        let page = own.form("/fr/follow/concern/messages").fill("body", "Elle est encore noire, PREMIER.").press().await;
        page.must_be(200).must_have("PREMIER");
        // In the other language it is the same form: done once.
        let sent = |path: &'static str, pairs: Vec<(&'static str, &'static str)>| {
            let mut pairs = pairs;
            let token = token.clone();
            pairs.push(("_token", token.leak()));
            let text = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
            let body = Some(("application/x-www-form-urlencoded".to_owned(), text.into_bytes()));
            async move { person.request(Method::POST, path, &[("Sec-Fetch-Site", "same-origin")], body).await }
        };
        let again = sent("/bm/follow/concern/messages", vec![("body", "Elle est encore noire, PREMIER.")]).await;
        assert_eq!(again.must_be(200).body.matches("PREMIER").count(), 1);
        // At another address it is another form: the officer closes it, and the reporter says that it is not fixed.
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let desk = officer.visit(&filed.at_desk()).await;
        desk.form("Clore sans régler").fill("reason", "no_means").fill("cause", "fuel").fill("closing", "Pas de lampes.").press().await.must_be(200);
        let said = sent("/fr/follow/concern/outcome", vec![("outcome", "not_fixed"), ("words", "Non, DEUXIEME.")]).await;
        said.must_be(200).must_have("DEUXIEME");
    }
}

on_sqlite! {
    /// The pages to look at, in both languages: SIGIDA_SHOTS makes the pictures.
    async fn the_page_that_gives_back_fits_a_telephone(house: House) {
        use crate::support::{Browser, Look};
        let strict = world(House::open_with(house.kind(), |config| config.web.forms_per_minute = 1).await);
        filled(&strict).await.press_button("Envoyer").await.must_be(200);
        for lang in ["fr", "bm"] {
            let browser = Browser::open(&strict, Look::phone().without_script()).await;
            browser.visit(&format!("/{lang}/concerns/new?category=noise")).await;
            let option = browser.find("select[name=area] option[value=banconi]").await;
            option.click().await.expect("an option to choose");
            browser.fill("landmark", "derrière la mosquée").await;
            browser.fill("words", "Le bar joue jusqu'à l'aube tous les soirs depuis le début du mois.").await;
            browser.find("input[name='readers'][value='public']").await.click().await.expect("a reader to choose");
            browser.find("main form .actions button").await.click().await.expect("a button to press");
            browser.find("#kept-1").await;
            // The status of the page itself is in the console; nothing else may be.
            let said = browser.complaints().await;
            assert!(said.iter().all(|line| line.contains("429")), "{said:?}");
            browser.check(&format!("kept-{lang}")).await;
            browser.close().await;
        }
    }
}
