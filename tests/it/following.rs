//! Following (R19): the feed of a place as a feed reader has it, what an account follows, one's own concern without its code; and
//! R21, state in words with its icon and the last police act in every list.

use crate::concerns::{Filed, answer, decide, file, number_on, published};
use crate::support::world::{number as count, sign_in, words, world};
use crate::support::{Page, Person, both, on_sqlite};
use atom_syndication::{Feed, FixedDateTime};
use reqwest::Method;
use std::str::FromStr;

const DAY: i64 = 24 * 3_600;
const BANCONI: &str = "/feeds/areas/banconi.atom";

/// A feed as a reader of feeds has it.
async fn feed(person: &Person, address: &str) -> Feed {
    let page = person.visit(address).await;
    assert_eq!((page.status, page.header("content-type")), (200, "application/atom+xml; charset=utf-8"));
    Feed::from_str(&page.body).unwrap_or_else(|error| panic!("{address} is no Atom: {error}\n{}", page.body))
}

/// Every word of it.
fn said(feed: &Feed) -> String {
    let entry = |e: &atom_syndication::Entry| {
        let content = e.content().and_then(|c| c.value()).unwrap_or_default().to_owned();
        let summary = e.summary().map(|s| s.as_str().to_owned()).unwrap_or_default();
        format!("{} | {} | {content}\n", e.title().as_str(), summary)
    };
    feed.entries().iter().map(entry).collect()
}

both! {
    /// What is published in a quartier and what is answered is in its feed and its commune's, in either language, and stays valid
    /// whatever people write.
    async fn the_feed_of_a_place_tells_what_is_public_there_as_valid_atom(house: House) {
        let house = world(house);
        let person = house.person().await;
        let told = published(&house, "light", "banconi", "Lampes <éteintes> & \"cassées\" ]]> ɲɛ ŋana.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        answer(&officer, &told, "La mairie répare jeudi & <vendredi>.", "all").await;
        answer(&officer, &told, "Nous passons chez vous ZEBRE.", "reporter").await;
        let private = file(&house, "light", "banconi", "GIRAFE au carrefour, rien ne marche.", "private").await;
        let waiting = file(&house, "light", "banconi", "GIRAFE au marché, rien ne marche.", "public").await;
        let sealed = file(&house, "violence-gender", "banconi", "GIRAFE chaque soir dans la cour.", "").await;
        let here = feed(&person, BANCONI).await;
        let words = said(&here);
        assert!(words.contains("Lampes <éteintes> & \"cassées\" ]]> ɲɛ ŋana."), "{words}");
        assert!(words.contains("La mairie répare jeudi & <vendredi>."), "{words}");
        assert!(words.contains("En cours. Dernier acte de la police : 23 novembre 2026."), "{words}");
        for hidden in ["ZEBRE", "GIRAFE", &private.number, &waiting.number, &sealed.number] {
            assert!(!words.contains(hidden), "{hidden} is in the feed");
        }
        // Well made: ids are IRIs and single, times are there, newest first, links lead home.
        assert!(here.title().as_str().contains("Banconi"));
        assert!(here.id().starts_with("urn:uuid:"));
        let ids: std::collections::BTreeSet<&str> = here.entries().iter().map(|e| e.id()).collect();
        assert_eq!(ids.len(), here.entries().len(), "an id twice");
        let times: Vec<&FixedDateTime> = here.entries().iter().map(|e| e.updated()).collect();
        assert!(times.windows(2).all(|w| w[0] >= w[1]), "not the newest first");
        assert_eq!(here.updated(), times[0]);
        assert!(here.links().iter().any(|l| l.rel() == "self" && l.href() == BANCONI));
        let link = here.entries().iter().flat_map(|e| e.links()).find(|l| l.href() == told.public()).expect("a link to it");
        person.visit(link.href()).await.must_be(200);
        for entry in here.entries() {
            assert!(!entry.id().is_empty() && !entry.title().as_str().is_empty() && !entry.authors().is_empty());
        }
        // The same ids tomorrow, and others in the other language.
        house.clock.advance(DAY);
        let later = feed(&person, BANCONI).await;
        let of = |f: &Feed| f.entries().iter().map(|e| e.id().to_owned()).collect::<Vec<_>>();
        assert_eq!(of(&here), of(&later));
        let bambara = feed(&person, &format!("{BANCONI}?lang=bm")).await;
        assert_eq!(bambara.lang(), Some("bm"));
        assert_eq!(bambara.entries().len(), here.entries().len());
        assert!(of(&bambara).iter().all(|id| !of(&here).contains(id)));
        assert!(said(&bambara).contains("A bɛ sen na. Polisi ka baara laban"), "{}", said(&bambara));
        // The commune holds its quartiers, another place does not.
        assert!(said(&feed(&person, "/feeds/areas/commune-i.atom").await).contains("ŋana"));
        assert!(!said(&feed(&person, "/feeds/areas/sotuba.atom").await).contains("ŋana"));
        for nothing in ["/feeds/areas/nulle-part.atom", "/feeds/areas/bamako.atom", "/feeds/areas/.atom"] {
            assert_eq!(person.clone().visit(nothing).await.status, 404, "{nothing}");
        }
        // The page of the place names its feed.
        let page = person.visit("/bm/areas/banconi").await;
        assert_eq!(page.attributes("link[type='application/atom+xml']", "href"), ["/feeds/areas/banconi.atom?lang=bm"]);
        page.link("Atom");
    }
}

both! {
    /// Who has the feed is told that it is still good; what is hidden is gone in the very next request.
    async fn a_feed_is_kept_by_its_mark_and_what_is_hidden_leaves_it_at_once(house: House) {
        let house = world(house);
        let person = house.person().await;
        let told = published(&house, "light", "banconi", "Lampes ZEBRAHUIT cassées au carrefour.").await;
        let first = person.visit(BANCONI).await;
        assert!(first.body.contains("ZEBRAHUIT"));
        let mark = first.header("etag").to_owned();
        assert!(!mark.is_empty() && first.header("cache-control").contains("public"));
        house.clock.advance(30);
        let again = person.request(Method::GET, BANCONI, &[("If-None-Match", &mark)], None).await;
        assert_eq!(again.status, 304);
        house.clock.advance(3600);
        let again = person.request(Method::GET, BANCONI, &[("If-None-Match", &mark)], None).await;
        assert_eq!(again.status, 304, "an hour in which nothing happened changed the feed");
        decide(&sign_in(&house, "moderation.c1").await, &told.number, "Retirer du public", "Une adresse").await;
        let gone = person.request(Method::GET, BANCONI, &[("If-None-Match", &mark)], None).await;
        assert_eq!(gone.status, 200);
        assert!(!gone.body.contains("ZEBRAHUIT"));
        assert!(!person.visit("/feeds/areas/commune-i.atom").await.body.contains("ZEBRAHUIT"));
    }
}

both! {
    /// Of a patrol and of a resident the feed tells the day, never the hour.
    async fn a_feed_tells_the_day_of_a_patrol_and_not_its_hour(house: House) {
        let house = world(house);
        let times = words(&house, "SELECT areas.slug AS value FROM concern_events INNER JOIN concerns ON concerns.id = concern_id \
            INNER JOIN areas ON areas.id = area_id WHERE concern_events.kind IN ('patrol', 'outcome') AND moderation = 'published' \
            AND concerns.audience = 'public' ORDER BY concern_events.at DESC").await;
        assert!(!times.is_empty(), "the sample has no patrol");
        let mut seen = 0;
        for slug in times {
            let feed = feed(&house.person().await, &format!("/feeds/areas/{slug}.atom")).await;
            let by_day = |e: &&atom_syndication::Entry| {
                ["La police est passée", "L’habitant dit"].iter().any(|start| e.title().as_str().contains(start))
            };
            for entry in feed.entries().iter().filter(by_day) {
                seen += 1;
                assert!(entry.updated().to_rfc3339().contains("T00:00:00"), "{} {}", entry.title().as_str(), entry.updated());
            }
        }
        assert!(seen > 0, "nothing of a patrol or a resident was in any feed");
    }
}

/// Presses « Suivre » or « Ne plus suivre » on a page.
async fn press_follow(person: &Person, address: &str, button: &str) -> Page {
    let page = person.visit(address).await;
    let page = page.must_be(200).form("/fr/account/following").press_button(button).await;
    page.must_be(200);
    page
}

/// The number in the menu beside what is followed; nothing when there is none. What is new in discussions has its own line.
fn in_menu(page: &Page) -> String {
    page.select(".menu a[href$='/account/following'] .count").into_iter().next().unwrap_or_default()
}

both! {
    /// Followed concerns and places tell what changed since one last looked, the newest first, and the menu counts it.
    async fn an_account_reads_what_changed_in_what_it_follows_since_it_last_looked(house: House) {
        let house = world(house);
        let told = published(&house, "light", "banconi", "Lampes cassées au carrefour des jeunes.").await;
        let moussa = sign_in(&house, "moussa").await;
        moussa.visit("/fr/account/following").await.must_have("Vous ne suivez rien encore");
        press_follow(&moussa, &told.public(), "Suivre").await.must_have("Vous suivez ceci");
        press_follow(&moussa, "/fr/areas/sotuba", "Suivre ce lieu").await.must_have("Vous suivez ceci");
        assert_eq!(in_menu(&moussa.visit("/fr").await), "", "what happened before is no news");
        house.clock.advance(60);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        answer(&officer, &told, "La mairie répare jeudi.", "all").await;
        let elsewhere = published(&house, "noise", "sotuba", "Le moulin tourne toute la nuit ici.").await;
        let unfollowed = published(&house, "noise", "djelibougou", "Le bar joue toute la nuit là-bas.").await;
        answer(&officer, &told, "Nous passons chez vous ZEBRE.", "reporter").await;
        assert_eq!(in_menu(&moussa.visit("/fr").await), "2");
        // A visitor's pages know nothing of it.
        assert_eq!(in_menu(&house.person().await.visit("/fr").await), "");
        let page = moussa.visit("/fr/account/following").await;
        page.must_have("Le moulin tourne toute la nuit ici.").must_have("1 nouveauté").must_not_have("ZEBRE");
        page.must_not_have(&unfollowed.number).must_not_have("Le bar joue");
        let cards = page.attributes("article.concern h3 a", "href");
        assert_eq!(cards[0], elsewhere.public(), "{cards:?}");
        assert!(page.has("2 nouveautés") || page.has("3 nouveautés"), "{}", page.described());
        house.clock.advance(60);
        assert_eq!(in_menu(&moussa.visit("/fr").await), "", "it was looked at");
        moussa.visit("/fr/account/following").await.must_not_have("nouveauté");
        // Hidden: no news and no line.
        decide(&sign_in(&house, "moderation.c1").await, &elsewhere.number, "Retirer du public", "Une adresse").await;
        let page = moussa.visit("/fr/account/following").await;
        page.must_not_have("Le moulin tourne").must_have("Sotuba");
        // And ended, from the list.
        let form = page.forms().into_iter().find(|f| f.action() == "/fr/account/following" && f.value("thing") == "sotuba");
        form.expect("a button to end it").press().await.must_be(200);
        let own = "SELECT COUNT(*) AS value FROM follows WHERE account_id = (SELECT id FROM accounts WHERE login = 'moussa')";
        assert_eq!(count(&house, own).await, 1);
        press_follow(&moussa, &told.public(), "Ne plus suivre").await;
        assert_eq!(count(&house, own).await, 0);
        // The ledger does not say what.
        let objects = words(&house, "SELECT object AS value FROM ledger WHERE deed = 'account.follow'").await;
        assert!(!objects.is_empty() && objects.iter().all(|o| o.starts_with("account ")), "{objects:?}");
    }
}

both! {
    /// The list is paged, and what was news stays marked while one leafs on.
    async fn a_long_list_of_changes_is_paged_without_losing_what_was_new(house: House) {
        let house = world(house);
        let moussa = sign_in(&house, "moussa").await;
        press_follow(&moussa, "/fr/areas/banconi", "Suivre ce lieu").await;
        house.clock.advance(60);
        let mut numbers = Vec::new();
        for n in 0..23 {
            let words = format!("Chose numéro {n} qui ne va pas : {}", "abcdefghijklmnopqrstuvw".chars().nth(n).unwrap().to_string().repeat(9));
            numbers.push(file(&house, "other", "banconi", &words, "public").await.number);
        }
        let moderator = sign_in(&house, "moderation.c1").await;
        for number in &numbers {
            house.clock.advance(1);
            decide(&moderator, number, "Publier", "").await;
        }
        let page = moussa.visit("/fr/account/following").await;
        let of = |page: &Page| page.attributes("article.concern h3 a", "href");
        assert_eq!(of(&page).len(), 20);
        assert_eq!(page.select("article.concern .badge").len(), 20);
        assert!(of(&page)[0].ends_with(numbers.last().unwrap()));
        let next = page.attributes("a[rel=next]", "href").remove(0);
        let second = moussa.visit(&next).await;
        assert!(of(&second).len() >= 3);
        assert!(second.select("article.concern .badge").len() >= 3, "leafing on lost what was new");
        assert!(of(&second).iter().all(|href| !of(&page).contains(href)), "a line twice");
        assert!(in_menu(&moussa.visit("/fr").await).is_empty());
    }
}

both! {
    /// Only what everybody may read can be followed, and asking tells nothing else apart.
    async fn nothing_that_is_not_public_can_be_followed(house: House) {
        let house = world(house);
        let waiting = file(&house, "light", "banconi", "Lampes cassées au carrefour des jeunes.", "public").await;
        let sealed = file(&house, "violence-gender", "banconi", "Une femme est battue dans la cour.", "").await;
        let awa = sign_in(&house, "awa").await;
        let before = count(&house, "SELECT COUNT(*) AS value FROM follows").await;
        let ask = async |kind: &str, thing: &str, what: &str| {
            let token = awa.visit("/fr/account").await.form("/fr/account/profile").value("_token");
            let pairs = [("_token", token.as_str()), ("kind", kind), ("thing", thing), ("do", what)];
            let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish().into_bytes();
            let kind = "application/x-www-form-urlencoded".to_owned();
            awa.request(Method::POST, "/fr/account/following", &[("Sec-Fetch-Site", "same-origin")], Some((kind, body))).await.status
        };
        for number in [&waiting.number, &sealed.number, "BKO-2026-99999"] {
            assert_eq!(ask("concern", number, "follow").await, 404, "{number}");
        }
        assert_eq!(ask("area", "nulle-part", "follow").await, 404);
        assert_eq!(ask("area'; --", "banconi", "follow").await, 400);
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM follows").await, before);
    }
}

both! {
    /// A lost code is no lost concern for who filed it with their account; and for nobody else.
    async fn an_account_opens_its_own_concern_without_the_code_and_nobody_elses(house: House) {
        let house = world(house);
        let awa = sign_in(&house, "awa").await;
        let page = awa.visit("/fr/concerns/new?category=violence-gender").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Une femme est battue OKAPI.");
        let slip = form.fill("mine", "on").press_button("Envoyer").await;
        let own = Filed { code: slip.code(), number: number_on(&slip) };
        answer(&sign_in(&house, "agent.protection").await, &own, "Venez demain à 9 h GIRAFE.", "reporter").await;
        let account = awa.visit("/fr/account").await;
        account.must_not_have("OKAPI");
        let page = account.form(&format!("/fr/account/concerns/{}", own.number)).press().await;
        assert_eq!(page.must_be(200).path, "/fr/follow/concern");
        page.must_have("OKAPI").must_have("GIRAFE").must_not_have(&own.code);
        page.form("/fr/follow/concern/messages").fill("body", "Merci, je viendrai.").press().await.must_be(200);
        // Not another account's, not a visitor's; there is nothing there.
        let moussa = sign_in(&house, "moussa").await.without_following();
        let token = moussa.visit("/fr/account").await.form("/fr/account/profile").value("_token");
        let body = url::form_urlencoded::Serializer::new(String::new()).append_pair("_token", &token).finish().into_bytes();
        let kind = "application/x-www-form-urlencoded".to_owned();
        let address = format!("/fr/account/concerns/{}", own.number);
        let got = moussa.request(Method::POST, &address, &[("Sec-Fetch-Site", "same-origin")], Some((kind, body))).await;
        assert_eq!(got.status, 404);
        assert_eq!(moussa.visit("/fr/follow/concern").await.status, 303);
        // What was filed without tying it to the account stays untied.
        let free = file(&house, "light", "banconi", "Lampes cassées au carrefour des jeunes.", "public").await;
        awa.visit("/fr/account").await.must_not_have(&free.number);
    }
}

/// What a list lacks of R21 for each concern in it.
fn lacking(page: &Page, rows: &str, act: &[&str]) -> Vec<String> {
    let chips = page.select(&format!("{rows} .chip > b")).len();
    let drawn = page.attributes(&format!("{rows} .chip > svg"), "class").len();
    let all = page.select(rows);
    let silent = all.iter().filter(|text| !act.iter().any(|a| text.contains(a)));
    let mut wrong: Vec<String> = silent.map(|text| format!("{}: no last act: {text}", page.path)).collect();
    if chips < all.len() || drawn < chips {
        wrong.push(format!("{}: {} rows, {chips} states in words, {drawn} drawn", page.path, all.len()));
    }
    if all.is_empty() {
        wrong.push(format!("{}: the list is empty", page.path));
    }
    wrong
}

on_sqlite! {
    /// R21: in every list the state is a word with its icon, and the last police act is told.
    async fn every_list_says_the_state_in_words_with_an_icon_and_the_last_police_act(house: House) {
        let house = world(house);
        let act = ["Dernier acte de la police", "Pas encore de réponse", "dernier acte", "attend"];
        let bm = ["Polisi ka baara laban", "Jaabi ma sɔrɔ fɔlɔ"];
        let awa = sign_in(&house, "awa").await;
        let visitor = house.person().await;
        let mut wrong = Vec::new();
        for place in ["", "/concerns", "/concerns?state=late", "/concerns?q=lampes", "/areas/fadjiguila", "/areas/commune-i"] {
            wrong.extend(lacking(&visitor.visit(&format!("/fr{place}")).await, "article.concern", &act));
        }
        for place in ["", "/concerns", "/areas/commune-i"] {
            wrong.extend(lacking(&visitor.visit(&format!("/bm{place}")).await, "article.concern", &bm));
        }
        for place in ["/account", "/account/following"] {
            wrong.extend(lacking(&awa.visit(&format!("/fr{place}")).await, "article.concern", &act));
        }
        for (login, place) in [("agent.c1-ouest", "/desk"), ("chef.c4-est", "/desk?tab=all"), ("controle", "/oversight")] {
            wrong.extend(lacking(&sign_in(&house, login).await.visit(&format!("/fr{place}")).await, "table.cards tbody tr", &act));
        }
        let page = sign_in(&house, "service.mairie").await.visit("/fr/desk/referrals").await;
        wrong.extend(lacking(&page, "table.cards tbody tr", &act));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        for entry in feed(&visitor, "/feeds/areas/commune-i.atom").await.entries() {
            let state = entry.summary().map(|s| s.as_str().to_owned()).unwrap_or_default();
            assert!(state.contains("Dernier acte de la police") || state.contains("pas encore répondu"), "{state}");
        }
    }
}
