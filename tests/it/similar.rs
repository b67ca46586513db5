//! Duplicates and « moi aussi » (R7), and search over words on both databases (C7): as neighbours, reporters and people who mean
//! no good live them.

use crate::concerns::{Filed, answer, decide, file, follow, number_on, published};
use crate::support::world::{harm, number as count, rows, sign_in, world};
use crate::support::{Browser, House, Look, Page, Person, both, on_sqlite};
use reqwest::Method;

const DAY: i64 = 24 * 3_600;

const LAMPS: &str = "Trois lampes sont éteintes depuis dimanche devant l'école.";
const LAMPS_TOO: &str = "Les lampes sont éteintes devant l'école depuis dimanche, il fait noir.";

/// Fills the questions and sends them: the page that answers, whatever it is.
async fn send_once(person: &Person, kind: &str, area: &str, words: &str, readers: &str) -> Page {
    let page = person.visit(&format!("/fr/concerns/new?category={kind}")).await;
    let form = page.form("/fr/concerns/new").fill("area", area).fill("words", words).fill("readers", readers);
    let page = form.press_button("Envoyer").await;
    page.must_be(200);
    page
}

/// Whether a page asks if it is the same thing.
fn asks(page: &Page) -> bool {
    page.has("Est-ce la même chose")
}

/// Says « moi aussi » on the public page.
async fn support(person: &Person, filed: &Filed) -> Page {
    let page = person.visit(&filed.public()).await;
    let page = page.must_be(200).click("Moi aussi").await;
    page.must_be(200).form("/support").press().await
}

async fn supports(house: &House, filed: &Filed) -> i64 {
    let serial: i64 = filed.number[9..].parse().unwrap();
    count(house, &format!("SELECT supports AS value FROM concerns WHERE serial = {serial}")).await
}

both! {
    /// What a neighbour told is shown before the same is sent, and choosing either way takes one step more and loses nothing.
    async fn a_concern_told_already_is_offered_before_the_same_is_sent_and_nothing_typed_is_lost(house: House) {
        let house = world(house);
        let told = published(&house, "light", "banconi", LAMPS).await;
        let (before, person) = (rows(&house, "concerns").await, house.person().await);
        let page = person.visit("/fr/concerns/new?category=light").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("landmark", "près du « puits » <b>");
        let words = format!("{LAMPS_TOO}\nDeux lignes, et \"des signes\" & <autres>.");
        let page = form.fill("words", &words).fill("readers", "public").press_button("Envoyer").await;
        assert!(asks(page.must_be(200)), "{}", page.described());
        page.must_have(LAMPS).must_have("23 novembre 2026").must_have("Reçu").must_have("Pas encore de réponse");
        assert_eq!(rows(&house, "concerns").await, before, "it was stored before it was asked");
        // Back: everything as it was typed.
        let back = page.form("/fr/concerns/new").press_button("Revenir à mon texte").await;
        let form = back.must_be(200).form("/fr/concerns/new");
        assert_eq!(form.value("words").replace("\r\n", "\n"), words);
        assert_eq!((form.value("landmark"), form.value("area")), ("près du « puits » <b>".into(), "banconi".into()));
        assert_eq!(form.value("readers"), "public");
        // And on: filed at once, whole.
        let page = form.press_button("Envoyer").await;
        let sent = page.form("/fr/concerns/new").press_button("Non, envoyer le mien").await;
        sent.must_be(200).must_have("Votre code");
        assert_eq!(rows(&house, "concerns").await, before + 1);
        let own = follow(&house, &sent.code()).await;
        own.must_have("Deux lignes, et \"des signes\" & <autres>.").must_have("près du « puits » <b>");
        assert_ne!(number_on(&sent), told.number);
        assert_eq!(supports(&house, &told).await, 0);
    }
}

both! {
    /// Offered is only what everybody may read, of the same kind and quartier, open, not older than thirty days, and alike.
    async fn nothing_is_offered_that_is_private_hidden_elsewhere_old_closed_or_another_matter(house: House) {
        let house = world(house);
        let person = house.person().await;
        let told = published(&house, "light", "banconi", LAMPS).await;
        let asked = async |kind: &str, area: &str, words: &str, readers: &str| {
            asks(&send_once(&person, kind, area, words, readers).await)
        };
        assert!(asked("light", "banconi", LAMPS_TOO, "public").await);
        // Who wants few readers may still join what all can read.
        assert!(asked("light", "banconi", LAMPS_TOO, "private").await);
        assert!(!asked("light", "sotuba", LAMPS_TOO, "public").await, "another quartier");
        assert!(!asked("noise", "banconi", LAMPS_TOO, "public").await, "another kind");
        assert!(!asked("light", "banconi", "Un fil électrique pend au-dessus du marché.", "public").await, "another matter");
        // Waiting, private and refused ones are nobody's to read.
        let words = "Le grand poteau du carrefour penche et grésille quand il pleut.";
        file(&house, "light", "banconi", words, "private").await;
        let waiting = file(&house, "light", "banconi", words, "public").await;
        assert!(!asked("light", "banconi", words, "public").await, "one that waits was offered");
        decide(&sign_in(&house, "moderation.c1").await, &waiting.number, "Ne pas publier", "Illisible").await;
        assert!(!asked("light", "banconi", words, "public").await, "a refused one was offered");
        // Thirty days later still, thirty-one no more.
        house.clock.advance(30 * DAY - 120);
        assert!(asked("light", "banconi", LAMPS_TOO, "public").await, "thirty days");
        house.clock.advance(DAY);
        assert!(!asked("light", "banconi", LAMPS_TOO, "public").await, "thirty-one days");
        harm(&house, "UPDATE concerns SET filed_at = filed_at + 2678400").await;
        assert!(asked("light", "banconi", LAMPS_TOO, "public").await);
        // Hidden: gone in that very request.
        decide(&sign_in(&house, "moderation.c1").await, &told.number, "Retirer du public", "Une adresse").await;
        assert!(!asked("light", "banconi", LAMPS_TOO, "public").await, "a hidden one was offered");
        decide(&sign_in(&house, "moderation.c1").await, &told.number, "Rendre au public", "").await;
        assert!(asked("light", "banconi", LAMPS_TOO, "public").await);
        let serial: i64 = told.number[9..].parse().unwrap();
        harm(&house, &format!("UPDATE concerns SET state = 'resolved' WHERE serial = {serial}")).await;
        assert!(!asked("light", "banconi", LAMPS_TOO, "public").await, "a closed one was offered");
    }
}

both! {
    /// At most three, the most alike first; in Bambara with its letters or without them.
    async fn three_at_most_are_offered_and_bambara_meets_bambara_however_it_is_typed(house: House) {
        let house = world(house);
        for words in [
            "Ɲaman cayara kɔ da la, ji tɛ se ka tɛmɛ sanji fɛ.",
            "Ɲaman cayara kɔ da la. Ji bɛ don sow kɔnɔ sanji fɛ.",
            "Ɲaman cayara kɔ da la kosɛbɛ, a kasa man di.",
            "Ɲaman bɛ kɔ da la, sanji ji tɛ tɛmɛ.",
        ] {
            published(&house, "waste", "banconi", words).await;
        }
        let person = house.person().await;
        let page = send_once(&person, "waste", "banconi", "nyaman cayara ko da la, ji te se ka teme sanji fe", "public").await;
        assert!(asks(&page), "{}", page.described());
        let offered = page.select("article blockquote");
        assert_eq!(offered.len(), 3, "{offered:?}");
        assert_eq!(offered[0], "Ɲaman cayara kɔ da la, ji tɛ se ka tɛmɛ sanji fɛ.");
        assert_eq!(page.attributes("article blockquote", "lang"), ["fr", "fr", "fr"]);
        // The other way round, and the page speaks Bambara to who reads it.
        let page = person.visit("/bm/concerns/new?category=waste").await;
        let form = page.form("/bm/concerns/new").fill("area", "banconi").fill("words", "Ɲaman cayara kɔ da la, sanji fɛ ji tɛ tɛmɛ");
        let page = form.fill("readers", "public").press_button("A ci").await;
        page.must_be(200).must_have("Ko kelen don wa?");
        let before = rows(&house, "concerns").await;
        page.form("/bm/concerns/new").press_button("Ayi, ne ta ci").await.must_be(200).must_have("Aw ka kɔdi");
        assert_eq!(rows(&house, "concerns").await, before + 1);
    }
}

both! {
    /// Said from the step in between: no file is made, the count rises, a code is given; the form sent twice does it once.
    async fn moi_aussi_from_the_step_in_between_counts_once_and_files_nothing(house: House) {
        let house = world(house);
        let told = published(&house, "light", "banconi", LAMPS).await;
        let before = (rows(&house, "concerns").await, rows(&house, "concern_keys").await);
        let person = house.person().await;
        let page = send_once(&person, "light", "banconi", LAMPS_TOO, "public").await;
        let form = page.form(&format!("/fr/concerns/{}/support", told.number));
        let again = page.form(&format!("/fr/concerns/{}/support", told.number));
        let slip = form.press_button("moi aussi").await;
        slip.must_be(200).must_have("C’est compté").must_have("1 personne");
        let twice = again.press().await;
        assert_eq!(twice.must_be(200).code(), slip.code(), "a second sending drew a second code");
        assert_eq!(supports(&house, &told).await, 1);
        assert_eq!((rows(&house, "concerns").await, rows(&house, "concern_keys").await), (before.0, before.1 + 1));
        assert!(!slip.body.contains(&told.code) && slip.redirects.is_empty());
        house.person().await.visit(&told.public()).await.must_have("1 personne");
    }
}

both! {
    /// A visitor counts once, an account once for ever and on any phone; the reporter's own account not at all.
    async fn a_person_counts_once_with_an_account_or_without(house: House) {
        let house = world(house);
        let told = published(&house, "light", "banconi", LAMPS).await;
        let visitor = house.person().await;
        support(&visitor, &told).await.must_be(200).must_have("C’est compté");
        support(&visitor, &told).await.must_be(409).must_have("compte une fois");
        assert_eq!(supports(&house, &told).await, 1);
        // Another phone is another person; and the mark on this one names neither a person nor a concern.
        let other = house.person().await;
        support(&other, &told).await.must_be(200).must_have("2 personnes");
        let mark = |p: &Person| p.cookies("/").split("; ").find(|c| c.starts_with("m=")).map(str::to_owned);
        assert_eq!(mark(&visitor).map(|mark| mark.len()), Some("m=".len() + 22), "sixteen bytes of a MAC");
        assert_eq!(mark(&visitor), mark(&other), "the mark tells one browser from another");
        // Leaving fast leaves nothing of it.
        other.clone().without_following().visit("/fr/leave").await;
        assert_eq!(mark(&other), None);
        // A forged mark is nobody's.
        let forger = house.person().await;
        forger.take_cookie(&format!("m={}; Path=/", "A".repeat(22)));
        support(&forger, &told).await.must_be(200);
        assert_eq!(supports(&house, &told).await, 3);
        // An account: once, on two phones.
        support(&sign_in(&house, "awa").await, &told).await.must_be(200);
        support(&sign_in(&house, "awa").await, &told).await.must_be(409);
        assert_eq!(supports(&house, &told).await, 4);
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM supports WHERE account_id IS NOT NULL").await, 1);
        // Who told it with their account has spoken.
        let moussa = sign_in(&house, "moussa").await;
        let page = moussa.visit("/fr/concerns/new?category=waste").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Les ordures brûlent chaque soir.");
        let slip = form.fill("readers", "public").fill("mine", "on").press_button("Envoyer").await;
        let own = Filed { code: slip.code(), number: number_on(&slip) };
        decide(&sign_in(&house, "moderation.c1").await, &own.number, "Publier", "").await;
        support(&moussa, &own).await.must_be(409);
        assert_eq!(supports(&house, &own).await, 0);
        // The ledger ties nobody to it.
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'concern.support' AND actor <> 'visitor'").await, 0);
    }
}

both! {
    /// The supporter's code opens what everybody may read, and nothing that is between the reporter and the unit.
    async fn a_supporters_code_shows_what_is_public_and_speaks_for_nobody(house: House) {
        let house = world(house);
        let told = published(&house, "light", "banconi", LAMPS).await;
        let slip = support(&house.person().await, &told).await;
        let code = slip.code();
        let officer = sign_in(&house, "agent.c1-ouest").await;
        answer(&officer, &told, "La mairie répare jeudi GIRAFE.", "all").await;
        answer(&officer, &told, "Nous passons chez vous ZEBRE.", "reporter").await;
        let reporter = follow(&house, &told.code).await;
        reporter.form("/fr/follow/concern/messages").fill("body", "Merci, je suis Untel HYENE.").press().await.must_be(200);
        house.clock.advance(60);
        let page = follow(&house, &code).await;
        page.must_have("Ce que je soutiens").must_have(&told.number).must_have("GIRAFE").must_have(LAMPS);
        for hidden in ["ZEBRE", "HYENE", "Avez-vous gardé votre code", "Écrire à l’unité"] {
            assert!(!page.body.contains(hidden), "a supporter reads {hidden}");
        }
        assert!(page.forms().iter().all(|f| !f.action().contains("/messages") && !f.action().contains("/outcome")));
        // It speaks for nobody, asked by hand.
        officer.visit(&told.at_desk()).await.form("C’est réglé").fill("done", "Les lampes sont remplacées.").press().await.must_be(200);
        let deeds = [("/fr/follow/concern/messages", "body"), ("/fr/follow/concern/outcome", "outcome")];
        for (address, field) in deeds {
            let token = page.form("/fr/follow/close").value("_token");
            let pairs = [("_token", token.as_str()), (field, "confirmed")];
            let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish().into_bytes();
            let kind = "application/x-www-form-urlencoded".to_owned();
            let sent = page.person().request(Method::POST, address, &[("Sec-Fetch-Site", "same-origin")], Some((kind, body)));
            assert_eq!(sent.await.status, 403, "{address}");
        }
        let object = format!("concern {}", told.number);
        assert_eq!(count(&house, &format!("SELECT COUNT(*) AS value FROM ledger WHERE deed = 'concern.outcome' AND object = '{object}'")).await, 0);
        // Hidden from all, hidden from the supporter; the code stays good.
        decide(&sign_in(&house, "moderation.c1").await, &told.number, "Retirer du public", "Une adresse").await;
        let page = follow(&house, &code).await;
        page.must_have("n’est plus public").must_not_have("lampes").must_not_have("GIRAFE");
        decide(&sign_in(&house, "moderation.c1").await, &told.number, "Rendre au public", "").await;
        follow(&house, &code).await.must_have("GIRAFE");
        // The reporter's own page is as it was.
        follow(&house, &told.code).await.must_have("ZEBRE").must_have("HYENE");
    }
}

both! {
    /// Withdrawn with the code: one less, and the code opens nothing; twice does it once.
    async fn a_moi_aussi_is_withdrawn_with_its_code_and_may_be_said_again(house: House) {
        let house = world(house);
        let told = published(&house, "light", "banconi", LAMPS).await;
        support(&house.person().await, &told).await.must_be(200);
        let person = sign_in(&house, "awa").await;
        let code = support(&person, &told).await.code();
        assert_eq!(supports(&house, &told).await, 2);
        let page = follow(&house, &code).await;
        let form = page.form("/fr/follow/withdrawal");
        let again = page.form("/fr/follow/withdrawal");
        form.press().await.must_be(200);
        again.press().await;
        assert_eq!(supports(&house, &told).await, 1);
        let page = house.person().await.visit("/fr/follow").await;
        page.form("/fr/follow").fill("code", &code).press().await.must_be(422).must_have("n’ouvre rien");
        support(&person, &told).await.must_be(200);
        assert_eq!(supports(&house, &told).await, 2);
        assert_eq!(rows(&house, "supports").await, 2);
        // A code of a reporter withdraws nothing.
        let own = follow(&house, &told.code).await;
        let token = own.form("/fr/follow/close").value("_token");
        let body = url::form_urlencoded::Serializer::new(String::new()).append_pair("_token", &token).finish().into_bytes();
        let kind = "application/x-www-form-urlencoded".to_owned();
        own.person().request(Method::POST, "/fr/follow/withdrawal", &[("Sec-Fetch-Site", "same-origin")], Some((kind, body))).await;
        follow(&house, &told.code).await.must_have(&told.number);
        // What is closed is not joined.
        let serial: i64 = told.number[9..].parse().unwrap();
        harm(&house, &format!("UPDATE concerns SET state = 'resolved' WHERE serial = {serial}")).await;
        let page = house.person().await.visit(&format!("{}/support", told.public())).await;
        page.must_be(200).must_have("est clos");
        assert!(page.forms().iter().all(|f| !f.action().ends_with("/support")));
    }
}

/// The numbers a search finds.
async fn found(person: &Person, query: &str) -> Vec<String> {
    let query: String = url::form_urlencoded::byte_serialize(query.as_bytes()).collect();
    let page = person.visit(&format!("/fr/concerns?q={query}")).await;
    page.must_be(200);
    let cards = page.attributes("article.concern h3 a", "href");
    cards.into_iter().filter_map(|href| href.rsplit('/').next().map(str::to_owned)).collect()
}

both! {
    /// C7: words are found as people type them, by their beginning, and by the number; in public and at the desk.
    async fn search_finds_bambara_letters_typed_plainly_and_numbers_on_both_databases(house: House) {
        let house = world(house);
        let told = published(&house, "waste", "banconi", "Ɲɔgɔn fɛ ŋana bɛ sɔgɔsɔgɔ, wulu kɔngɔbagatɔw.").await;
        let accents = published(&house, "noise", "banconi", "L'école ÉCLATÉE près du marché, à 15h30 : bruit !").await;
        let person = house.person().await;
        for query in ["ɲɔgɔn ŋana", "nyogon ngana", "NYOGON", "sogoso", "sɔgɔsɔgɔ", "kongobagatow wulu", &told.number, "bko 2026"] {
            assert!(found(&person, query).await.contains(&told.number), "{query}");
        }
        for query in ["ecole", "École eclatee", "l'école", "15h30", "éclaté march", &accents.number.to_lowercase()] {
            assert!(found(&person, query).await.contains(&accents.number), "{query}");
        }
        assert_eq!(found(&person, &told.number).await, std::slice::from_ref(&told.number));
        assert_eq!(found(&person, "nyogon eclatee").await, Vec::<String>::new(), "every word must be there");
        assert_eq!(found(&person, "gɔsɔgɔ").await, Vec::<String>::new(), "words are found by their beginning");
        let officer = sign_in(&house, "agent.c1-ouest").await;
        officer.visit("/fr/desk?q=nyogon").await.must_have(&told.number).must_not_have(&accents.number);
        officer.visit(&format!("/fr/desk?q={}", told.number)).await.must_have(&told.number);
        // What is sealed or private is out of the public search's reach, and the desk finds its own.
        let sealed = file(&house, "violence-gender", "banconi", "OKAPIVERT chaque soir dans la cour.", "").await;
        let private = file(&house, "noise", "banconi", "OKAPIVERT toute la nuit sur le toit.", "private").await;
        assert_eq!(found(&person, "okapivert").await, Vec::<String>::new());
        for one in [&sealed, &private] {
            assert_eq!(found(&person, &one.number).await, Vec::<String>::new());
        }
        officer.visit("/fr/desk?q=okapi").await.must_have(&private.number).must_not_have(&sealed.number);
        let desk = sign_in(&house, "agent.protection").await;
        // What is sealed is found by its number and its place, at its own desk alone; its words no search knows.
        desk.visit("/fr/desk?q=okapi").await.must_not_have(&sealed.number).must_not_have(&private.number).must_have("se cherche par son numéro");
        desk.visit(&format!("/fr/desk?q={}", sealed.number)).await.must_have(&sealed.number);
        desk.visit("/fr/desk?q=banconi").await.must_have(&sealed.number).must_not_have(&private.number);
        officer.visit(&format!("/fr/desk?q={}", sealed.number)).await.must_not_have("OKAPI");
        let conduct = file(&house, "police-conduct", "banconi", "OKAPIROUGE demande de l'argent.", "").await;
        officer.visit("/fr/desk?q=okapirouge").await.must_not_have(&conduct.number);
        sign_in(&house, "controle").await.visit(&format!("/fr/oversight?q={}", conduct.number)).await.must_have(&conduct.number);
    }
}

/// Queries that mean something to one of the databases, or to neither.
const HOSTILE: [&str; 34] = [
    "\"",
    "\"\"",
    "'",
    "''",
    "lampes\"",
    "'lampes",
    "lampes OR 1=1",
    "lampes AND",
    "AND",
    "OR NOT",
    "NEAR(lampes rue, 2)",
    "folded:lampes",
    "concerns_search:lampes",
    "-lampes",
    "^lampes",
    "lampes*",
    "*",
    "**",
    "(",
    ")",
    "((lampes)",
    "lampes & | !",
    "!lampes",
    "lampes:*",
    "a:A",
    "<->",
    "lampes <2> rue",
    "'; DROP TABLE concerns; --",
    "\\",
    "%",
    "_",
    "lampes\u{0}",
    "{lampes}",
    "\u{301}\u{FFFE}\u{202E}",
];

both! {
    /// Quotes, operators and worse in the field of search are words or nothing: never an error, never more than was asked.
    async fn a_hostile_query_is_only_words_on_both_databases(house: House) {
        let house = world(house);
        let all = rows(&house, "concerns").await;
        let (person, officer) = (house.person().await.without_checks(), sign_in(&house, "agent.c1-ouest").await.without_checks());
        for query in HOSTILE {
            let typed: String = url::form_urlencoded::byte_serialize(query.as_bytes()).collect();
            for (who, page) in [(&person, "/fr/concerns"), (&officer, "/fr/desk")] {
                let answer = who.visit(&format!("{page}?q={typed}")).await;
                assert_eq!(answer.status, 200, "{query:?} at {page}");
            }
        }
        assert_eq!(rows(&house, "concerns").await, all);
        let long = "lampe ".repeat(3000);
        assert!([200, 414, 400, 431].contains(&person.visit(&format!("/fr/concerns?q={}", &long[..6000].replace(' ', "+"))).await.status));
        // An operator is a word like others.
        let told = published(&house, "light", "banconi", "Une lampe OR rien AND nulle part NOT ici.").await;
        assert_eq!(found(&person, "lampe or nulle").await, std::slice::from_ref(&told.number));
        assert_eq!(found(&person, "not and or near").await, Vec::<String>::new());
        // Words of a text that will be sent are queries too.
        for words in ["\"'*:() OR AND NOT lampes & | ! <-> \\ '; -- lampes", "'' '' ''lampes'' \"lampes\" :* lampes"] {
            send_once(&person, "light", "banconi", words, "private").await.must_be(200);
        }
    }
}

on_sqlite! {
    /// The pages of « moi aussi » and of following fit a small telephone and a desk, in both languages.
    async fn the_pages_of_moi_aussi_and_of_following_fit_the_screen(house: House) {
        let house = world(house);
        let told = published(&house, "light", "banconi", LAMPS).await;
        for (look, lang) in [(Look::phone().without_script(), "fr"), (Look::phone(), "bm"), (Look::desk(), "fr")] {
            let browser = Browser::open(&house, look).await;
            browser.visit(&format!("/{lang}/concerns/{}", told.number)).await;
            browser.check(&format!("supported-concern-{lang}")).await;
            browser.find("a[href$='/support']").await.click().await.expect("a link to press");
            browser.must_have(if lang == "fr" { "Oui, moi aussi" } else { "Awɔ, ne fana" }).await;
            browser.check(&format!("support-{lang}")).await;
            browser.find("main form button").await.click().await.expect("a button to press");
            browser.must_have(if lang == "fr" { "C’est compté" } else { "A jatera" }).await;
            browser.check(&format!("support-slip-{lang}")).await;
            let code = browser.run("return document.querySelector('.code').textContent").await;
            browser.visit(&format!("/{lang}/follow")).await;
            browser.fill("code", code.as_str().unwrap_or_default()).await;
            browser.find("main form button").await.click().await.expect("a button to press");
            browser.must_have(if lang == "fr" { "Avez-vous gardé votre code" } else { "Aw ye aw ka kɔdi mara wa" }).await;
            browser.visit(&format!("/{lang}/follow/concern")).await;
            browser.must_have(&told.number).await;
            browser.check(&format!("supporter-{lang}")).await;
            browser.visit(&format!("/{lang}/login?next=%2Faccount%2Ffollowing")).await;
            browser.fill("login", "awa").await;
            browser.fill("password", "demo-sigida-2026").await;
            browser.find("main form button").await.click().await.expect("a button to press");
            browser.must_have(if lang == "fr" { "Vous suivez" } else { "Aw bɛ minnu kɔlɔsi" }).await;
            browser.check(&format!("following-{lang}")).await;
            browser.visit(&format!("/{lang}/areas/banconi")).await;
            browser.check(&format!("followed-area-{lang}")).await;
            browser.close().await;
        }
    }
}
