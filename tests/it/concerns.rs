//! The loop of a concern, as the people in it live it: a resident files and follows by code, a moderator publishes, the unit
//! answers, a service takes its part, the resident says whether it is fixed.

use crate::support::program::Program;
use crate::support::world::{harm, number as count, rows, sign_in, world};
use crate::support::{House, Kind, Page, Person, both, on_sqlite};
use reqwest::Method;
use sigida::base::{Entropy, TrackingCode};
use std::collections::BTreeSet;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// What somebody has in hand after filing.
pub struct Filed {
    /// The sixteen digits.
    pub code: String,
    /// The number to speak of it.
    pub number: String,
}

impl Filed {
    /// Its address at the desk, without the language.
    pub fn at_desk(&self) -> String {
        format!("/fr/desk/concerns/{}", self.number)
    }

    /// Its public address.
    pub fn public(&self) -> String {
        format!("/fr/concerns/{}", self.number)
    }
}

/// The first number of a concern on a page.
#[track_caller]
pub fn number_on(page: &Page) -> String {
    let text = page.text();
    let at =
        text.find("BKO-").unwrap_or_else(|| panic!("No number of a concern is on the page.\n{}", page.described()));
    text[at..].chars().take("BKO-2026-00001".len()).collect()
}

/// Files a concern as a visitor does: kind, questions, code.
pub async fn file_as(person: &Person, kind: &str, area: &str, words: &str, readers: &str) -> Filed {
    let page = person.visit(&format!("/fr/concerns/new?category={kind}")).await;
    let mut form = page.form("/fr/concerns/new").fill("area", area).fill("words", words);
    if !readers.is_empty() {
        form = form.fill("readers", readers);
    }
    let mut filed = form.press_button("Envoyer").await;
    filed.must_be(200);
    if filed.has("Non, envoyer le mien") {
        // Neighbours told something alike: it is another matter.
        filed = filed.form("/fr/concerns/new").press_button("Non, envoyer le mien").await;
        filed.must_be(200);
    }
    Filed { code: filed.code(), number: number_on(&filed) }
}

/// Files a concern as somebody who was never here.
pub async fn file(house: &House, kind: &str, area: &str, words: &str, readers: &str) -> Filed {
    file_as(&house.person().await, kind, area, words, readers).await
}

/// Opens a concern by its code, on another telephone.
pub async fn follow(house: &House, code: &str) -> Page {
    let page = house.person().await.visit("/fr/follow").await;
    let page = page.form("/fr/follow").fill("code", code).press().await;
    page.must_be(200);
    // On its first return the code is offered once more; then the reader goes on.
    let page = if page.path == "/fr/follow" { page.click("voir mon signalement").await } else { page };
    assert_eq!(page.path, "/fr/follow/concern", "{}", page.described());
    page
}

/// A moderator's decision.
pub async fn decide(moderator: &Person, number: &str, button: &str, reason: &str) -> Page {
    let page = moderator.visit(&format!("/fr/committee/concerns/{number}")).await;
    let mut form = page.must_be(200).form(button);
    if !reason.is_empty() {
        form = form.fill("reason", reason);
    }
    form.press().await
}

/// A concern everybody may read.
pub async fn published(house: &House, kind: &str, area: &str, words: &str) -> Filed {
    let filed = file(house, kind, area, words, "public").await;
    let moderator = sign_in(house, "moderation.c1").await;
    let after = decide(&moderator, &filed.number, "Publier", "").await;
    assert!(after.redirects.first().is_some_and(|step| step.to.contains("done=published")), "{}", after.described());
    filed
}

/// Answers at the desk, for everybody or for the reporter.
pub async fn answer(officer: &Person, filed: &Filed, words: &str, readers: &str) -> Page {
    let page = officer.visit(&filed.at_desk()).await;
    let mut form = page.must_be(200).form("Répondre").fill("answer", words);
    if form.fields().contains(&"readers") {
        form = form.fill("readers", readers);
    }
    form.press().await.must_be(200);
    officer.visit(&filed.at_desk()).await
}

/// The words of the page's first chip: where a concern stands.
fn state(page: &Page) -> String {
    page.select(".chip").into_iter().next().unwrap_or_default()
}

both! {
    /// R1, C2: no account, no JavaScript, a cheap telephone on a slow line.
    async fn a_visitor_files_in_four_requests_and_forty_kilobytes_and_holds_a_code(house: House) {
        let house = world(house);
        let person = house.person().await;
        let before = rows(&house, "concerns").await;
        let first = person.visit("/fr/concerns/new").await;
        let files = first.subresources();
        assert_eq!(files.len(), 1, "more than the style sheet is fetched: {files:?}");
        let css = person.visit(files.first().unwrap()).await;
        let second = first.click("Rue sans lumière").await;
        let form = second.form("/fr/concerns/new").fill("area", "banconi").fill("landmark", "derrière le château d'eau");
        let form = form.fill("words", "Trois lampes sont éteintes depuis dimanche.").fill("readers", "public");
        let third = form.press_button("Envoyer").await;
        third.must_be(200).must_have("Votre code").must_have("Commune I Ouest");
        assert!(third.redirects.is_empty(), "a fifth request: {:?}", third.redirects);
        assert!(TrackingCode::parse(&third.code()).is_ok());
        for page in [&second, &third] {
            assert!(page.subresources().is_subset(&files), "another file: {:?}", page.subresources());
        }
        // Heads of requests and answers counted generously.
        let whole = [&first, &css, &second, &third].iter().map(|page| page.wire_bytes + 1_500).sum::<usize>();
        assert!(whole <= 40_000, "{whole} bytes");
        assert!(first.wire_bytes + css.wire_bytes <= 14_336, "the first view weighs {}", first.wire_bytes + css.wire_bytes);
        assert_eq!(rows(&house, "concerns").await, before + 1);
        assert_eq!(person.cookies("/"), "", "filing left a cookie");
        for page in [&first, &second, &third] {
            assert_eq!((page.header("cache-control"), page.header("referrer-policy")), ("no-store", "no-referrer"));
            assert!(page.links().iter().any(|link| link.href == "/fr/leave"), "no way to leave fast from {}", page.path);
        }
    }
}

both! {
    /// What is missing is said beside its field, and nothing typed is lost.
    async fn an_unfinished_form_comes_back_with_all_that_was_typed(house: House) {
        let house = world(house);
        let page = house.person().await.visit("/fr/concerns/new?category=light").await;
        let form = page.form("/fr/concerns/new").fill("landmark", "près du puits <b>").fill("words", "court");
        let again = form.press_button("Envoyer").await;
        again.must_be(422);
        let form = again.form("/fr/concerns/new");
        assert_eq!((form.value("landmark"), form.value("words")), ("près du puits <b>".into(), "court".into()));
        let named: BTreeSet<String> = again.attributes(".errors a", "href").into_iter().collect();
        assert_eq!(named, ["#area", "#readers", "#words"].map(String::from).into());
        assert_eq!(again.attributes("[aria-invalid=true]", "name").len(), 2, "area and words are marked");
        // Another subject keeps the text and shows who would read it before anything is sent.
        let form = form.fill("words", "Deux hommes menacent les passants.").fill("category", "police-conduct");
        let other = form.press_button("Changer de sujet").await;
        other.must_be(200).must_have("L’unité de police ne voit rien");
        assert_eq!(other.form("/fr/concerns/new").value("words"), "Deux hommes menacent les passants.");
        let before = rows(&house, "concerns").await;
        let page = house.person().await.visit("/fr/concerns/new?category=light").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Des policiers demandent de l'argent.");
        let form = form.fill("readers", "public").fill("category", "police-conduct");
        form.press_button("Envoyer").await.must_have("Le sujet a changé");
        assert_eq!(rows(&house, "concerns").await, before, "it was filed under a subject whose readers were never shown");
    }
}

both! {
    /// R10: the code is the key, however it is written down; a slip of the finger is told from a wrong code.
    async fn a_code_opens_its_concern_however_it_is_typed_and_a_slip_is_called_one(house: House) {
        let house = world(house);
        let filed = file(&house, "assault", "banconi", "On me menace tous les soirs devant ma porte.", "").await;
        let digits = &filed.code;
        let grouped = digits.as_bytes().chunks(4).map(|c| std::str::from_utf8(c).unwrap()).collect::<Vec<_>>();
        for typed in [digits.clone(), grouped.join(" "), grouped.join("-"), format!("  {} ", grouped.join(". ")), grouped.join("\u{a0}")] {
            follow(&house, &typed).await.must_have(&filed.number).must_have("On me menace");
        }
        let attempt = async |typed: &str| {
            let page = house.person().await.visit("/fr/follow").await;
            let page = page.form("/fr/follow").fill("code", typed).press().await;
            page.must_be(422);
            page.must_not_have("On me menace");
            page
        };
        for at in [0, 7, 14, 15] {
            let mut wrong = digits.clone().into_bytes();
            wrong[at] = if wrong[at] == b'9' { b'0' } else { wrong[at] + 1 };
            attempt(&String::from_utf8(wrong).unwrap()).await.must_have("Code mal tapé");
        }
        let mut swapped = digits.clone().into_bytes();
        let at = (0..15).find(|&i| swapped[i] != swapped[i + 1]).unwrap();
        swapped.swap(at, at + 1);
        attempt(&String::from_utf8(swapped).unwrap()).await.must_have("Code mal tapé");
        attempt(&TrackingCode::draw(&Entropy::seeded(99)).digits()).await.must_have("Ce code n’ouvre rien");
        for short in ["1234", &digits[..15], &format!("{digits}1"), "quatre mille"] {
            attempt(short).await.must_have("16 chiffres");
        }
        // The number that everybody may know opens nothing.
        attempt(&filed.number).await.must_have("16 chiffres");
    }
}

both! {
    /// The code stands in no address, no cookie and no second page; leaving closes the concern on this telephone.
    async fn the_code_page_keeps_the_code_nowhere_and_closes_when_left(house: House) {
        let house = world(house);
        let filed = file(&house, "assault", "banconi", "On me menace tous les soirs devant ma porte.", "").await;
        for way in ["close", "leave"] {
            let page = follow(&house, &filed.code).await;
            let person = page.person().clone();
            page.must_not_have(&filed.code);
            assert!(!page.body.contains(&filed.code[..8]) && !page.body.contains(&filed.code[8..]));
            for step in &page.redirects {
                assert!(!step.to.contains(&filed.code[..4]), "{step:?}");
            }
            assert!(!person.cookies("/").contains(&filed.code));
            assert_eq!(person.visit("/fr/follow/concern").await.path, "/fr/follow/concern");
            if way == "close" {
                page.form("/fr/follow/close").press().await.must_be(200);
            } else {
                let gone = person.visit("/fr/leave").await;
                assert_eq!(gone.redirects.last().unwrap().to, "https://example.org/");
            }
            let after = person.visit("/fr/follow/concern").await;
            assert_eq!(after.path, "/fr/follow", "the concern is still open on this telephone");
            after.must_not_have(&filed.number);
            harm(&house, "UPDATE concern_keys SET seen_at = NULL").await;
        }
        // It closes by itself on a telephone that was put down.
        let page = follow(&house, &filed.code).await;
        house.clock.advance(21 * 60);
        assert_eq!(page.person().visit("/fr/follow/concern").await.path, "/fr/follow");
    }
}

both! {
    /// C3: the line breaks, the button is pressed again, ten times, and tomorrow.
    async fn one_form_files_one_concern_however_often_it_arrives_and_shows_one_code(house: House) {
        let house = world(house);
        let person = house.person().await;
        let before = rows(&house, "concerns").await;
        let page = person.visit("/fr/concerns/new?category=noise").await;
        let token = page.form("/fr/concerns/new").value("_token");
        let pairs = [
            ("_token", token.as_str()), ("shown", "noise"), ("category", "noise"), ("area", "banconi"), ("landmark", ""),
            ("words", "La musique ne s'arrête pas avant l'aube."), ("readers", "public"),
        ];
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish().into_bytes();
        let send = || {
            let (person, body) = (person.clone(), body.clone());
            let kind = "application/x-www-form-urlencoded".to_owned();
            async move {
                person.request(Method::POST, "/fr/concerns/new", &[("Sec-Fetch-Site", "same-origin")], Some((kind, body))).await
            }
        };
        let sent: Vec<_> = (0..10).map(|_| send()).collect();
        let mut codes = BTreeSet::new();
        for answer in futures_util::future::join_all(sent).await {
            answer.must_be(200);
            codes.insert((answer.code(), number_on(&answer)));
        }
        house.clock.advance(3 * HOUR);
        house.restart().await;
        let again = send().await;
        codes.insert((again.code(), number_on(&again)));
        assert_eq!(codes.len(), 1, "{codes:?}");
        assert_eq!(rows(&house, "concerns").await, before + 1);
        let (code, number) = codes.into_iter().next().unwrap();
        follow(&house, &code).await.must_have(&number);
        // Another form is another concern, though the words are the same.
        let other = file(&house, "noise", "banconi", "La musique ne s'arrête pas avant l'aube.", "public").await;
        assert_ne!((other.code, other.number), (code, number));
    }
}

both! {
    /// Nobody reads a concern before a moderator of its place has; then everybody does, everywhere it belongs.
    async fn what_a_moderator_publishes_everybody_reads_and_nobody_before(house: House) {
        let house = world(house);
        let words = "Le caniveau déborde devant l'école de filles.";
        let filed = file(&house, "waste", "banconi", words, "public").await;
        let places = ["/fr/concerns", "/fr/areas/banconi", "/fr/concerns?q=caniveau", "/fr/concerns?area=banconi&category=waste"];
        let visitor = house.person().await;
        visitor.visit(&filed.public()).await.must_be(404);
        for place in places {
            visitor.visit(place).await.must_be(200).must_not_have(&filed.number).must_not_have("caniveau déborde");
        }
        follow(&house, &filed.code).await.must_have("Le comité n’a pas encore relu");
        // A moderator of another commune cannot, nor the police of this one.
        sign_in(&house, "moderation.c4").await.visit(&format!("/fr/committee/concerns/{}", filed.number)).await.must_be(403);
        sign_in(&house, "chef.c1-ouest").await.visit(&format!("/fr/committee/concerns/{}", filed.number)).await.must_be(403);
        decide(&sign_in(&house, "moderation.c1").await, &filed.number, "Publier", "").await;
        let page = visitor.visit(&filed.public()).await;
        page.must_be(200).must_have(words).must_have("Banconi").must_have("Reçu");
        assert_eq!(page.attributes("blockquote.says", "lang"), ["fr"]);
        for place in places {
            let page = visitor.visit(place).await;
            let hrefs: Vec<String> = page.links().into_iter().map(|link| link.href).collect();
            assert!(hrefs.contains(&filed.public()), "{place} does not lead to it: {hrefs:?}");
        }
        visitor.visit(&filed.public().replace("/fr/", "/bm/")).await.must_be(200).must_have(words);
        follow(&house, &filed.code).await.must_have("Publié");
    }
}

both! {
    /// What the reporter told the unit alone stays there: the landmark, their messages, the code.
    async fn a_published_concern_shows_neither_landmark_nor_messages_nor_the_hour(house: House) {
        let house = world(house);
        let person = house.person().await;
        let page = person.visit("/fr/concerns/new?category=light").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("landmark", "maison bleue MARQUEREPERE");
        let form = form.fill("words", "Les lampes sont cassées au carrefour.").fill("readers", "public");
        let slip = form.press_button("Envoyer").await;
        let filed = Filed { code: slip.code(), number: number_on(&slip) };
        decide(&sign_in(&house, "moderation.c1").await, &filed.number, "Publier", "").await;
        let own = follow(&house, &filed.code).await;
        own.must_have("MARQUEREPERE");
        own.form("/fr/follow/concern/messages").fill("body", "Venez après 18 h MARQUEMESSAGE").press().await.must_be(200);
        let page = house.person().await.visit(&filed.public()).await;
        for mark in ["MARQUEREPERE", "MARQUEMESSAGE", "10:00"] {
            assert!(!page.body.contains(mark), "{mark} is public.\n{}", page.described());
        }
        page.must_have("23 novembre 2026").must_not_have("à 10 h");
        let search = house.person().await.visit("/fr/concerns?q=marquerepere").await;
        search.must_not_have(&filed.number);
        assert!(!search.links().iter().any(|l| l.href == filed.public()), "the search betrays the landmark");
        let officer = sign_in(&house, "agent.c1-ouest").await.visit(&filed.at_desk()).await;
        officer.must_have("MARQUEREPERE").must_have("MARQUEMESSAGE");
    }
}

both! {
    /// A refusal is explained to whom it concerns, and only then is the reason theirs to read.
    async fn a_refused_concern_stays_unread_and_its_reporter_reads_why(house: House) {
        let house = world(house);
        let filed = file(&house, "theft", "banconi", "Le voisin Untel a volé ma chèvre.", "public").await;
        let moderator = sign_in(&house, "moderation.c1").await;
        // Without a reason it is not refused.
        let page = moderator.visit(&format!("/fr/committee/concerns/{}", filed.number)).await;
        page.form("Ne pas publier").press().await.must_be(422);
        follow(&house, &filed.code).await.must_have("Le comité n’a pas encore relu");
        decide(&moderator, &filed.number, "Ne pas publier", "Le texte nomme une personne").await;
        follow(&house, &filed.code).await.must_have("Non publié").must_have("Le texte nomme une personne");
        house.person().await.visit(&filed.public()).await.must_be(404);
        // The unit works on it all the same.
        let officer = sign_in(&house, "agent.c1-ouest").await;
        answer(&officer, &filed, "Nous avons noté votre plainte.", "reporter").await;
        follow(&house, &filed.code).await.must_have("Nous avons noté votre plainte.");
    }
}

both! {
    /// D6: within that very request it is gone from everywhere, and comes back as it was.
    async fn a_hidden_concern_is_gone_from_every_public_page_at_once_and_comes_back_the_same(house: House) {
        let house = world(house);
        let filed = published(&house, "waste", "banconi", "Un tas d'ordures ZEBRAHUIT bouche la rue.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        answer(&officer, &filed, "La voirie passe vendredi GIRAFENEUF.", "all").await;
        let visitor = house.person().await;
        let unit = "/fr/units/commune-1-ouest";
        let places = ["/fr", "/fr/concerns", "/fr/areas/banconi", unit, "/fr/concerns?q=zebrahuit", "/fr/moderation"];
        // Warm every kept page, so that a kept one would show.
        for place in places {
            visitor.visit(place).await;
        }
        let before = visitor.visit(&filed.public()).await;
        before.must_be(200).must_have("ZEBRAHUIT").must_have("GIRAFENEUF");
        let mark = before.header("etag").to_owned();
        let moderator = sign_in(&house, "moderation.c1").await;
        decide(&moderator, &filed.number, "Retirer du public", "Une adresse privée y est lisible").await;
        for place in places {
            let page = visitor.visit(place).await;
            for trace in ["ZEBRAHUIT", "GIRAFENEUF", &filed.number] {
                assert!(!page.body.contains(trace), "{trace} is still on {place}");
            }
        }
        visitor.visit(&filed.public()).await.must_be(404).must_not_have("ZEBRAHUIT");
        let known = visitor.request(Method::GET, &filed.public(), &[("If-None-Match", &mark)], None).await;
        assert_eq!(known.status, 404, "who has the page is told that it is still good");
        // The unit and the reporter still have it.
        officer.visit(&filed.at_desk()).await.must_be(200).must_have("ZEBRAHUIT");
        follow(&house, &filed.code).await.must_have("Retirer du public".replace("Retirer", "Retiré").as_str());
        decide(&moderator, &filed.number, "Rendre au public", "").await;
        let after = visitor.visit(&filed.public()).await;
        assert_eq!(after.select("main"), before.select("main"), "it came back changed");
    }
}

both! {
    /// P2: the first word stops the clock; before it, being late is plain for everybody.
    async fn the_clock_runs_until_the_unit_says_something_and_lateness_is_public(house: House) {
        let house = world(house);
        let filed = published(&house, "noise", "banconi", "Le moulin tourne toute la nuit.").await;
        let visitor = house.person().await;
        visitor.visit(&filed.public()).await.must_have("Reçu").must_have("Pas encore de réponse");
        house.clock.advance(73 * HOUR);
        visitor.visit(&filed.public()).await.must_have("retard");
        let late = visitor.visit("/fr/concerns?state=late").await;
        assert!(late.links().iter().any(|link| link.href == filed.public()));
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let inbox = officer.visit("/fr/desk?tab=late").await;
        assert!(inbox.links().iter().any(|link| link.href == filed.at_desk()));
        // Taking it in hand without a word is not an answer.
        officer.visit(&filed.at_desk()).await.form("Commencer").press().await.must_be(200);
        visitor.visit(&filed.public()).await.must_have("En cours").must_have("retard");
        answer(&officer, &filed, "Nous parlons au meunier demain matin.", "all").await;
        let page = visitor.visit(&filed.public()).await;
        page.must_have("Nous parlons au meunier demain matin.").must_not_have("retard");
        let inbox = officer.visit("/fr/desk?tab=late").await;
        assert!(!inbox.links().iter().any(|link| link.href == filed.at_desk()), "it is still among the late ones");
    }
}

both! {
    /// R11: a question, an answer by code, without a name; only the two of them read it.
    async fn the_unit_asks_and_the_resident_answers_with_the_code_alone(house: House) {
        let house = world(house);
        let filed = published(&house, "light", "banconi", "La rue est noire depuis une semaine.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Poser une question").fill("question", "De quel côté du marché, QUESTIONSEPT ?").press().await.must_be(200);
        assert!(officer.visit("/fr/desk?tab=waiting").await.links().iter().any(|l| l.href == filed.at_desk()));
        let own = follow(&house, &filed.code).await;
        own.must_have("Une question vous attend").must_have("QUESTIONSEPT");
        let after = own.form("Une question vous attend").fill("body", "Du côté du fleuve, REPONSESEPT.").press().await;
        after.must_be(200).must_have("C’est envoyé").must_not_have("Une question vous attend");
        officer.visit(&filed.at_desk()).await.must_have("REPONSESEPT");
        assert!(officer.visit("/fr/desk?tab=owed").await.links().iter().any(|l| l.href == filed.at_desk()), "nobody owes an answer");
        let public = house.person().await.visit(&filed.public()).await;
        for mark in ["QUESTIONSEPT", "REPONSESEPT"] {
            assert!(!public.body.contains(mark), "{mark} is public");
        }
        // Since the last visit: only what is new.
        answer(&officer, &filed, "Merci, NOUVEAUHUIT.", "reporter").await;
        follow(&house, &filed.code).await.must_have("Depuis votre dernière visite").must_have("NOUVEAUHUIT");
        assert!(!house.person().await.visit(&filed.public()).await.body.contains("NOUVEAUHUIT"), "an answer for the reporter is public");
    }
}

both! {
    /// P6: a service is told on which day a resident did something, as everybody is; the hour could point at somebody.
    async fn a_service_reads_the_day_of_filing_and_not_the_hour(house: House) {
        let house = world(house);
        house.clock.advance(7 * 60);
        let filed = published(&house, "theft", "banconi", "Des sacs sont arrachés près du marché.").await;
        house.clock.advance(3 * 3_600 + 60);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&filed.at_desk()).await;
        page.must_have("à 10 h 07").form("Transmettre").fill("partner", "mairie").fill("errand", "Éclairez la place.").press().await.must_be(200);
        let partner = sign_in(&house, "service.mairie").await;
        let list = partner.visit("/fr/desk/referrals").await;
        let file = list.links().into_iter().find(|link| link.text.contains("sacs")).expect("the referral");
        let file = partner.visit(&file.href).await;
        file.must_have("23 novembre 2026").must_have("13 h 08").must_not_have("10 h 07");
        assert!(!file.body.contains("T10:07"), "the hour is told.\n{}", file.described());
    }
}

both! {
    /// P8: what the unit writes for itself is on no page of anybody else's.
    async fn an_internal_note_never_leaves_the_unit(house: House) {
        let house = world(house);
        let mark = "NOTEINTERNEQUATRE";
        let filed = published(&house, "theft", "banconi", "Des sacs sont arrachés près du marché.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Garder la note").fill("note", &format!("Indicateur vu à 22 h {mark}")).press().await.must_be(200);
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Transmettre").fill("partner", "mairie").fill("errand", "Éclairez la place, COMMISSIONCINQ.").press().await.must_be(200);
        officer.visit(&filed.at_desk()).await.must_have(mark);
        let partner = sign_in(&house, "service.mairie").await;
        let list = partner.visit("/fr/desk/referrals").await;
        let file = list.links().into_iter().find(|link| link.text.contains("sacs")).expect("the referral");
        let file = partner.visit(&file.href).await;
        file.must_have("COMMISSIONCINQ");
        let own = follow(&house, &filed.code).await;
        let moderator = sign_in(&house, "moderation.c1").await;
        let mut pages = vec![file, list, own, moderator.visit(&format!("/fr/committee/concerns/{}", filed.number)).await];
        let visitor = house.person().await;
        for place in ["/fr", "/fr/concerns", "/fr/areas/banconi", "/fr/units/commune-1-ouest", "/fr/concerns?q=noteinternequatre", &filed.public()] {
            pages.push(visitor.visit(place).await);
        }
        for page in &pages {
            assert!(!page.body.contains(mark), "the note is on {}", page.path);
        }
        for page in &pages[2..] {
            assert!(!page.body.contains("COMMISSIONCINQ"), "the errand is on {}", page.path);
        }
        // Nor by a machine's way, nor where the file is followed in another one.
        let other = published(&house, "theft", "banconi", "Des sacs sont arrachés près du marché, le soir surtout.").await;
        let page = officer.visit(&filed.at_desk()).await;
        page.form("/merge").fill("other", &other.number).press().await.must_be(200);
        for place in ["/feeds/areas/banconi.atom", &filed.public(), &other.public()] {
            let page = visitor.visit(place).await;
            page.must_be(200);
            assert!(!page.body.contains(mark) && !page.body.contains("COMMISSIONCINQ"), "the note is at {place}");
        }
        for code in [&filed.code, &other.code] {
            assert!(!follow(&house, code).await.body.contains(mark), "a code page of a joined file shows the note");
        }
        let elsewhere = sign_in(&house, "agent.c1-est").await;
        elsewhere.visit("/fr/desk?q=noteinternequatre").await.must_not_have("sacs");
        let search = visitor.visit("/fr/concerns?q=noteinternequatre").await;
        assert!(!search.links().iter().any(|l| l.href == filed.public()), "a search finds the note");
    }
}

both! {
    /// P5, P7: whose hands, which kind, which unit: every change is told, and what was said before stays.
    async fn assigning_recategorising_and_rerouting_leave_their_trace(house: House) {
        let house = world(house);
        let filed = published(&house, "noise", "banconi", "Des jeunes se battent chaque samedi.").await;
        let (chief, officer) = (sign_in(&house, "chef.c1-ouest").await, sign_in(&house, "agent.c1-ouest").await);
        // An officer assigns nobody.
        let page = officer.visit(&filed.at_desk()).await;
        assert!(!page.forms().iter().any(|f| f.action().ends_with("/assignment")), "an officer is offered to assign");
        let page = chief.visit(&filed.at_desk()).await;
        page.form("/assignment").fill("assignee", "Adama").fill("priority", "on").press().await.must_be(200);
        let mine = officer.visit("/fr/desk?mine=yes").await;
        assert!(mine.links().iter().any(|l| l.href == filed.at_desk()), "it is not in Adama's hands");
        officer.visit(&filed.at_desk()).await.must_have("Urgent").must_have("Adama");
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Changer la catégorie").fill("category", "disorder").press().await.must_be(200);
        let visitor = house.person().await;
        visitor.visit(&filed.public()).await.must_have("Bruit").must_have("Bagarre, désordre").must_not_have("Adama");
        let page = chief.visit(&filed.at_desk()).await;
        let form = page.form("Donner à une autre unité").fill("unit", "commune-1-est");
        let form = form.fill("why", "La rue est de l'autre côté du marigot.");
        form.press().await.must_be(200);
        chief.visit(&filed.at_desk()).await.must_be(404);
        let other = sign_in(&house, "agent.c1-est").await;
        let page = other.visit(&filed.at_desk()).await;
        page.must_have("Ouest").must_have("Est").must_have("de l'autre côté du marigot").must_have("Bruit");
        follow(&house, &filed.code).await.must_have("de l'autre côté du marigot").must_not_have("Adama");
    }
}

both! {
    /// A kind that fewer may read takes it away from the others at once, and never the other way round.
    async fn a_new_kind_may_hide_a_concern_and_never_shows_it_to_more_people(house: House) {
        let house = world(house);
        let filed = published(&house, "disorder", "banconi", "Un homme frappe sa femme dans la cour VIOLENCEHUIT.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Changer la catégorie").fill("category", "violence-gender").press().await.must_be(200);
        let visitor = house.person().await;
        visitor.visit(&filed.public()).await.must_be(404);
        for place in ["/fr", "/fr/concerns", "/fr/areas/banconi", "/fr/concerns?q=violencehuit"] {
            assert!(!visitor.visit(place).await.body.contains(&filed.number), "it is still on {place}");
        }
        // It is the desk's of that kind now, and stays so whatever the desk calls it.
        officer.visit(&filed.at_desk()).await.must_be(404);
        let desk = sign_in(&house, "agent.protection").await;
        let page = desk.visit(&filed.at_desk()).await;
        page.form("Changer la catégorie").fill("category", "noise").press().await.must_be(200);
        officer.visit(&filed.at_desk()).await.must_be(404);
        visitor.visit(&filed.public()).await.must_be(404);
        sign_in(&house, "moderation.c1").await.visit(&format!("/fr/committee/concerns/{}", filed.number)).await.must_be(404);
        // Towards conduct of police, and the desk itself has it no more.
        let page = desk.visit(&filed.at_desk()).await;
        let form = page.form("Changer la catégorie");
        assert!(form.options("category").iter().any(|(value, _)| value == "police-conduct"));
        let after = form.fill("category", "police-conduct").press().await;
        assert!(after.path.ends_with("/fr/desk"), "{}", after.described());
        desk.visit(&filed.at_desk()).await.must_be(404);
        sign_in(&house, "controle").await.visit(&filed.at_desk()).await.must_be(200).must_have("VIOLENCEHUIT");
    }
}

both! {
    /// P6: a service takes it or gives it back, and the resident sees where it is.
    async fn a_service_takes_what_is_referred_or_gives_it_back_with_a_word(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let (edm, mairie) = (sign_in(&house, "service.edm").await, sign_in(&house, "service.mairie").await);
        for (verdict, state_after, said) in
            [("Nous le prenons", "Transmis", "Équipe prévue lundi."), ("Rendre à la police", "En cours", "Ce poteau est privé.")]
        {
            let filed = published(&house, "light", "banconi", &format!("Le poteau penche sur la route ({verdict}).")).await;
            let page = officer.visit(&filed.at_desk()).await;
            page.form("Transmettre").fill("partner", "edm").fill("errand", "Redressez le poteau.").press().await.must_be(200);
            assert_eq!(state(&follow(&house, &filed.code).await), "Transmis");
            let again = officer.visit(&filed.at_desk()).await;
            assert!(!again.forms().iter().any(|f| f.action().ends_with("/referral")), "it can be referred twice at once");
            let list = edm.visit("/fr/desk/referrals").await;
            let href = list.links().into_iter().find(|l| l.text.contains(verdict)).expect("the referral").href;
            mairie.visit(&href).await.must_be(404);
            edm.visit(&filed.at_desk()).await.must_be(403);
            let page = edm.visit(&href).await;
            let elsewhere = edm.visit(&href).await;
            if verdict == "Rendre à la police" {
                page.main_form().press_button(verdict).await.must_be(422);
            }
            page.main_form().fill("sentence", said).press_button(verdict).await.must_be(200);
            let own = follow(&house, &filed.code).await;
            own.must_have(said).must_have("EDM");
            assert_eq!(state(&own), state_after);
            house.person().await.visit(&filed.public()).await.must_have(said);
            // Answering twice does nothing.
            let twice = elsewhere.main_form().fill("sentence", "Encore").press_button("Nous le prenons").await;
            assert_eq!(twice.status, 409, "{}", twice.described());
            if verdict == "Rendre à la police" {
                let page = edm.visit(&href).await;
                page.must_be(200).must_not_have("Le poteau penche");
                assert!(officer.visit("/fr/desk?tab=owed").await.links().iter().any(|l| l.href == filed.at_desk()));
            }
        }
    }
}

both! {
    /// N4, R20: the unit claims, only the reporter confirms; « not fixed » opens it again and puts it first.
    async fn the_unit_says_settled_and_the_reporter_says_whether_it_is_true(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let settle = async |words: &str| {
            let filed = published(&house, "light", "banconi", words).await;
            let page = officer.visit(&filed.at_desk()).await;
            page.form("C’est réglé").press().await.must_be(422);
            let page = officer.visit(&filed.at_desk()).await;
            page.form("C’est réglé").fill("done", "La lampe est changée.").press().await.must_be(200);
            filed
        };
        let visitor = house.person().await;
        let filed = settle("La lampe du puits est cassée.").await;
        visitor.visit(&filed.public()).await.must_have("Réglé").must_have("rien pour le moment").must_have("La lampe est changée.");
        let own = follow(&house, &filed.code).await;
        let after = own.form("Est-ce réglé ?").press_button("Oui, réglé").await;
        after.must_be(200).must_not_have("Est-ce réglé ?");
        visitor.visit(&filed.public()).await.must_have("réglé").must_not_have("rien pour le moment");
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM concerns WHERE outcome = 'confirmed'").await
            - count(&house, "SELECT COUNT(*) AS value FROM concern_events WHERE kind = 'outcome' AND became = 'confirmed'").await, 0);

        let filed = settle("La lampe de l'école est cassée.").await;
        let own = follow(&house, &filed.code).await;
        own.form("Est-ce réglé ?").fill("words", "Elle s'éteint encore.").press_button("Non, pas réglé").await.must_be(200);
        let page = visitor.visit(&filed.public()).await;
        assert_eq!(state(&page), "Rouvert");
        page.must_not_have("Elle s'éteint encore.");
        let page = officer.visit(&filed.at_desk()).await;
        page.must_have("Elle s'éteint encore.").must_have("Urgent");
        let owed = officer.visit("/fr/desk?tab=owed").await;
        assert!(owed.links().iter().any(|l| l.href == filed.at_desk()), "nobody owes an answer to a concern that is not fixed");
    }
}

both! {
    /// The reporter has thirty days, to the day; then the message still goes through.
    async fn after_thirty_days_the_outcome_is_closed_and_a_message_is_not(house: House) {
        let house = world(house);
        let filed = published(&house, "light", "banconi", "La lampe du pont est cassée.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&filed.at_desk()).await;
        page.form("C’est réglé").fill("done", "La lampe est changée.").press().await.must_be(200);
        house.clock.advance(29 * DAY);
        follow(&house, &filed.code).await.must_have("Est-ce réglé ?");
        house.clock.advance(DAY - 60);
        let page = follow(&house, &filed.code).await;
        let form = page.form("Est-ce réglé ?");
        house.clock.advance(5 * 60);
        let late = form.press_button("Non, pas réglé").await;
        late.must_be(409).must_have("Les 30 jours pour répondre sont passés");
        let page = follow(&house, &filed.code).await;
        page.must_not_have("Est-ce réglé ?");
        page.form("/fr/follow/concern/messages").fill("body", "Elle est encore cassée.").press().await.must_be(200);
        sign_in(&house, "agent.c1-ouest").await.visit(&filed.at_desk()).await.must_have("Elle est encore cassée.");
    }
}

both! {
    /// P3: who closes without settling says why, in a word that is counted and a sentence that is read.
    async fn closing_unsettled_needs_a_reason_and_a_sentence(house: House) {
        let house = world(house);
        let filed = published(&house, "noise", "banconi", "Le bar joue jusqu'à l'aube.").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let close = async |reason: &str, sentence: &str| {
            let page = officer.visit(&filed.at_desk()).await;
            let mut form = page.form("Clore sans régler").fill("closing", sentence);
            if !reason.is_empty() {
                form = form.fill("reason", reason).fill("cause", "vehicle");
            }
            form.press().await
        };
        for (reason, sentence) in [("", "Pas de voiture cette semaine."), ("no_means", ""), ("no_means", "   ")] {
            let again = close(reason, sentence).await;
            again.must_be(422);
            assert!(!again.select(".errors").is_empty());
            assert_eq!(again.form("Clore sans régler").value("closing").trim(), sentence.trim());
        }
        assert_eq!(state(&house.person().await.visit(&filed.public()).await), "Reçu");
        close("no_means", "Pas de voiture cette semaine.").await.must_be(200);
        let page = house.person().await.visit(&filed.public()).await;
        page.must_have("Pas de moyens").must_have("Pas de voiture cette semaine.").must_have("Clos");
        let own = follow(&house, &filed.code).await;
        own.must_have("Pas de moyens").must_have("Est-ce réglé ?");
        // Closed is closed: only reopening is offered.
        let page = officer.visit(&filed.at_desk()).await;
        assert!(!page.forms().iter().any(|f| f.to_string().contains("[Clore")));
        page.form("Rouvrir").fill("reopening", "La voiture est revenue.").press().await.must_be(200);
        assert_eq!(state(&house.person().await.visit(&filed.public()).await), "Rouvert");
    }
}

both! {
    /// O6: at no address, in no list, count or search does the unit learn of a complaint about itself; oversight does.
    async fn a_complaint_about_the_police_does_not_exist_for_the_unit_and_does_for_oversight(house: House) {
        let house = world(house);
        let (chief, officer) = (sign_in(&house, "chef.c1-ouest").await, sign_in(&house, "agent.c1-ouest").await);
        let places = ["/fr/desk", "/fr/desk?tab=owed", "/fr/desk?tab=late", "/fr/desk?q=racketdix", "/fr/desk?category=police-conduct",
            "/fr/desk?area=banconi", "/fr/patrols/new", "/fr/desk/patrols/new", "/fr/desk/patrols"];
        let mut before = Vec::new();
        for place in places {
            before.push(chief.visit(place).await.select("main"));
        }
        let visitor = house.person().await;
        let public = ["/fr", "/fr/concerns", "/fr/areas/banconi", "/fr/units/commune-1-ouest", "/fr/units", "/fr/concerns?q=racketdix",
            "/fr/concerns?category=police-conduct"];
        let mut shown = Vec::new();
        for place in public {
            shown.push(visitor.visit(place).await.select("main"));
        }
        let filed = file(&house, "police-conduct", "banconi", "Un policier demande 2000 francs RACKETDIX.", "").await;
        for (place, before) in places.iter().zip(&before) {
            assert_eq!(&chief.visit(place).await.select("main"), before, "{place} changed when a complaint came in");
        }
        for (place, shown) in public.iter().zip(&shown) {
            assert_eq!(&visitor.visit(place).await.select("main"), shown, "{place} changed when a complaint came in");
        }
        let own = chief.visit(&filed.at_desk()).await;
        own.must_be(404);
        // It looks like any number that was never given out.
        let never = chief.visit("/fr/desk/concerns/BKO-2026-99998").await;
        assert_eq!(own.select("main"), never.select("main"));
        for person in ["agent.c1-ouest", "chef.district", "admin"] {
            let page = sign_in(&house, person).await.visit(&filed.at_desk()).await;
            assert!([403, 404].contains(&page.status), "{person} reads it: {}", page.described());
        }
        for (login, status) in [("moderation.c1", 404), ("service.mairie", 403)] {
            let person = sign_in(&house, login).await;
            let place = if login == "moderation.c1" { format!("/fr/committee/concerns/{}", filed.number) } else { filed.at_desk() };
            assert_eq!(person.visit(&place).await.status, status, "{login}");
        }
        visitor.visit(&filed.public()).await.must_be(404);
        // Forms of its file refuse the unit as though it were not there.
        let token = chief.visit("/fr/account").await.form("/fr/account/profile").value("_token");
        for deed in ["messages", "state", "assignment", "routing", "referral"] {
            let fields = [("_token", token.as_str()), ("message", "answer"), ("readers", "reporter"), ("answer", "Retirez votre plainte."),
                ("step", "start"), ("routing", "category"), ("category", "noise"), ("partner", "mairie"), ("errand", "Rien à voir.")];
            let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish().into_bytes();
            let kind = "application/x-www-form-urlencoded".to_owned();
            let place = format!("{}/{deed}", filed.at_desk());
            let answer = chief.request(Method::POST, &place, &[("Sec-Fetch-Site", "same-origin")], Some((kind, body))).await;
            assert_eq!(answer.status, 404, "{deed}: {}", answer.described());
        }
        officer.visit("/fr/oversight").await.must_be(403);
        // Oversight reads, answers, and the reporter reads the answer by code.
        let oversight = sign_in(&house, "controle").await;
        let list = oversight.visit("/fr/oversight").await;
        assert!(list.links().iter().any(|l| l.href == filed.at_desk()), "oversight's list does not hold it");
        answer(&oversight, &filed, "Le contrôle ouvre une enquête.", "reporter").await;
        let page = follow(&house, &filed.code).await;
        page.must_have("Le contrôle ouvre une enquête.").must_have("jamais l’unité");
        for (place, before) in places.iter().zip(&before) {
            assert_eq!(&chief.visit(place).await.select("main"), before, "{place} changed when oversight answered");
        }
    }
}

both! {
    /// What its reporter kept between the unit and themselves is nowhere in public, whatever happens to it.
    async fn a_private_concern_is_never_public_whatever_is_done_with_it(house: House) {
        let house = world(house);
        let filed = file(&house, "noise", "banconi", "Mon voisin fait du bruit PRIVEONZE.", "private").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        sign_in(&house, "moderation.c1").await.visit(&format!("/fr/committee/concerns/{}", filed.number)).await.must_be(404);
        let page = answer(&officer, &filed, "Nous passerons ce soir PRIVEDOUZE.", "all").await;
        page.must_have("PRIVEDOUZE");
        let page = officer.visit(&filed.at_desk()).await;
        page.form("C’est réglé").fill("done", "Le voisin a promis PRIVETREIZE.").press().await.must_be(200);
        let visitor = house.person().await;
        visitor.visit(&filed.public()).await.must_be(404);
        for place in ["/fr", "/fr/concerns", "/fr/areas/banconi", "/fr/units/commune-1-ouest", "/fr/concerns?q=priveonze", "/fr/concerns?state=resolved"] {
            let page = visitor.visit(place).await;
            for mark in ["PRIVEONZE", "PRIVEDOUZE", "PRIVETREIZE", &filed.number] {
                assert!(!page.body.contains(mark) || place.contains("q="), "{mark} is on {place}");
            }
            assert!(!page.links().iter().any(|l| l.href == filed.public()));
        }
        follow(&house, &filed.code).await.must_have("PRIVEDOUZE").must_have("PRIVETREIZE");
        // Not for another unit either.
        for login in ["chef.c1-est", "agent.c2", "controle", "admin"] {
            let status = sign_in(&house, login).await.visit(&filed.at_desk()).await.status;
            assert!([403, 404].contains(&status), "{login}: {status}");
        }
    }
}

both! {
    /// C7: who has no ɛ on the telephone finds it all the same.
    async fn bambara_letters_are_found_however_they_are_typed(house: House) {
        let house = world(house);
        let words = "Ɲɛgɛn bɛ ka bɔn, ŋɔmi feerebagaw tɛ se ka sigi. Éclairage coupé.";
        let filed = published(&house, "waste", "banconi", words).await;
        let visitor = house.person().await;
        for typed in ["nyegen", "ɲɛgɛn", "NYEGEN", "NGOMI", "ŋɔmi", "ngomi feerebagaw", "eclairage", "ÉCLAIRAGE", "bon", "coupe eclairage", &filed.number] {
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
            let page = visitor.visit(&format!("/bm/concerns?{query}")).await;
            let found = page.links().iter().any(|l| l.href == filed.public().replace("/fr/", "/bm/"));
            assert!(found, "« {typed} » does not find it");
            assert_eq!(page.attributes("input[name=q]", "value"), [typed]);
        }
        for other in ["ngoni", "%", "_", "éclairage inconnu", "' OR 1=1 --", "\u{0}"] {
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", other).finish();
            let page = visitor.visit(&format!("/fr/concerns?{query}")).await;
            page.must_be(200);
            let found = page.links().iter().any(|l| l.href == filed.public());
            assert!(!found || fold_is_empty(other), "« {other} » finds it");
        }
        // The same letters as they were written are shown.
        visitor.visit(&filed.public()).await.must_have(words);
    }
}

/// Whether nothing of a search is left to look for.
fn fold_is_empty(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

both! {
    /// While somebody reads page after page, others file; each row comes once.
    async fn every_concern_is_listed_once_while_new_ones_arrive(house: House) {
        let house = world(house);
        harm(&house, "UPDATE concerns SET moderation = 'published', published_at = filed_at WHERE audience = 'public'").await;
        let moderator = sign_in(&house, "moderation.c1").await;
        let expected = count(&house, "SELECT COUNT(*) AS value FROM concerns WHERE audience = 'public'").await as usize;
        assert!(expected > 25, "too few to fill two pages: {expected}");
        let visitor = house.person().await;
        let mut page = visitor.visit("/fr/concerns").await;
        let (mut seen, mut pages) = (Vec::new(), 0);
        loop {
            pages += 1;
            seen.extend(page.attributes("article.concern h3 a", "href"));
            let Some(next) = page.attributes("a[rel=next]", "href").into_iter().next() else { break };
            // One more arrives, and moves every page by one for who counts rows.
            house.clock.advance(60);
            let filed = file(&house, "noise", "banconi", &format!("Bruit numéro {pages} de la nuit."), "public").await;
            decide(&moderator, &filed.number, "Publier", "").await;
            page = visitor.visit(&next).await;
        }
        assert!(pages >= 2);
        let unique: BTreeSet<&String> = seen.iter().collect();
        assert_eq!(unique.len(), seen.len(), "a row came twice");
        assert_eq!(seen.len(), expected, "a row was left out");
        // A cursor somebody made up harms nothing.
        for after in ["x", "1.2.3", "-1.-1", "99999999999999999999.1", "%00"] {
            visitor.visit(&format!("/fr/concerns?after={after}")).await.must_be(200);
        }
    }
}

both! {
    /// The same for the inbox, whose order changes under the reader's eyes.
    async fn the_inbox_lists_every_file_of_the_unit_once_the_most_pressing_first(house: House) {
        let house = world(house);
        for n in 0..25 {
            file(&house, "noise", "banconi", &format!("Bruit de la nuit numéro {n}."), "private").await;
            house.clock.advance(60);
        }
        let unit = "(SELECT id FROM units WHERE slug = 'commune-1-ouest')";
        let all = format!("SELECT COUNT(*) AS value FROM concerns WHERE unit_id = {unit} AND audience <> 'oversight'");
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let mut page = officer.visit("/fr/desk").await;
        let mut seen = Vec::new();
        loop {
            let links = page.attributes("main a[href^='/fr/desk/concerns/']", "href");
            seen.extend(links);
            let Some(next) = page.attributes("a[rel=next]", "href").into_iter().next() else { break };
            page = officer.visit(&next).await;
        }
        let unique: BTreeSet<&String> = seen.iter().collect();
        assert_eq!((seen.len(), unique.len() as i64), (unique.len(), count(&house, &all).await));
    }
}

both! {
    /// R13: after all that a filing does, neither the network nor the browser nor the code left a trace on any disk.
    async fn neither_address_nor_browser_nor_code_is_kept_anywhere(house: House) {
        let house = world(house);
        let (address, agent) = ("203.0.113.77", "MarqueurNavigateur/7.7");
        let settings = [("SIGIDA_TRUSTED_PROXIES", "127.0.0.1"), ("SIGIDA_LOG", "trace"), ("SIGIDA_FORMS_PER_MINUTE", "0")];
        let program = Program::beside(&house, &settings);
        let person = Person::new(program.base()).with_header("X-Forwarded-For", address).with_header("User-Agent", agent);
        let filed = file_as(&person, "assault", "banconi", "On me menace devant ma porte.", "").await;
        let page = person.visit("/fr/follow").await;
        let page = page.form("/fr/follow").fill("code", &filed.code).press().await.click("voir mon signalement").await;
        page.must_have(&filed.number);
        page.form("/fr/follow/concern/messages").fill("body", "Je suis seule le soir.").press().await.must_be(200);
        person.visit("/fr/login").await.form("/fr/login").fill("login", "awa").fill("password", "demo-sigida-2026").press().await.must_be(200);
        program.ask_to_stop();
        let log = program.ended();
        assert!(log.contains("/{l}/follow"), "the log is not read as thought: {log}");
        let code = &filed.code;
        let groups = format!("{} {} {} {}", &code[..4], &code[4..8], &code[8..12], &code[12..]);
        let marks = [address, agent, "MarqueurNavigateur", code.as_str(), &code[..12], &groups, "demo-sigida-2026"];
        for mark in marks {
            assert!(!log.contains(mark), "« {mark} » is in the log");
        }
        match house.kind() {
            Kind::Sqlite => {
                for (path, bytes) in crate::support::s3::files(house.data_dir()) {
                    for mark in marks {
                        let found = bytes.windows(mark.len()).any(|window| window == mark.as_bytes());
                        assert!(!found, "« {mark} » is in {}", path.display());
                    }
                }
            }
            Kind::Postgres => {
                let tables = crate::support::world::words(&house,
                    "SELECT table_name::text AS value FROM information_schema.tables WHERE table_schema = 'public'").await;
                assert!(tables.len() > 20);
                for table in tables {
                    for mark in marks {
                        let hex = data_encoding::HEXLOWER.encode(mark.as_bytes());
                        let sql = format!("SELECT COUNT(*) AS value FROM {table} t WHERE t::text LIKE '%{mark}%' OR t::text LIKE '%{hex}%'");
                        assert_eq!(count(&house, &sql).await, 0, "« {mark} » is in {table}");
                    }
                }
            }
        }
    }
}

both! {
    /// Signing in after following begins anew: the key of a telephone that was lent opens nothing of the account.
    async fn who_signs_in_after_following_has_a_new_key_and_the_concern_is_closed(house: House) {
        let house = world(house);
        let filed = file(&house, "assault", "banconi", "On me menace devant ma porte.", "").await;
        let page = follow(&house, &filed.code).await;
        let person = page.person().clone();
        let before = person.cookies("/");
        assert!(!before.is_empty());
        crate::support::world::enter(&person, "awa", "demo-sigida-2026").await.must_be(200);
        assert_ne!(person.cookies("/"), before);
        assert_eq!(person.visit("/fr/follow/concern").await.path, "/fr/follow");
        let old = house.person().await;
        old.take_cookie(&before);
        assert_eq!(old.visit("/fr/follow/concern").await.path, "/fr/follow", "the old key still opens the concern");
        assert_eq!(old.visit("/fr/account").await.path, "/fr/login");
    }
}

both! {
    /// An account is tied to what it files only when its holder asks for it.
    async fn a_signed_in_resident_files_anonymously_unless_they_want_it_kept(house: House) {
        let house = world(house);
        let awa = sign_in(&house, "awa").await;
        let anonymous = file_as(&awa, "noise", "banconi", "Le moteur tourne la nuit ANONYME.", "public").await;
        awa.visit("/fr/account").await.must_not_have(&anonymous.number);
        let page = awa.visit("/fr/concerns/new?category=noise").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Le moteur tourne le jour.").fill("readers", "public");
        let kept = form.fill("mine", "on").press_button("Envoyer").await;
        awa.visit("/fr/account").await.must_have(&number_on(&kept));
        sign_in(&house, "moussa").await.visit("/fr/account").await.must_not_have(&number_on(&kept));
        // The officer learns neither.
        for number in [number_on(&kept), anonymous.number] {
            let file = sign_in(&house, "agent.c1-ouest").await.visit(&format!("/fr/desk/concerns/{number}")).await;
            file.must_be(200).must_not_have("Awa");
        }
    }
}

on_sqlite! {
    /// R4: danger stops the form; nothing is stored.
    async fn danger_shows_numbers_to_call_and_keeps_nothing(house: House) {
        let house = world(house);
        let person = house.person().await;
        let before = count(&house, "SELECT seq AS value FROM heads").await;
        let page = person.visit("/fr/concerns/new").await.click("Oui, appeler").await;
        page.must_be(200).must_have("exemple");
        let calls: Vec<String> = page.attributes("a[href^='tel:']", "href");
        assert!(calls.len() >= 2, "{calls:?}");
        assert_eq!(count(&house, "SELECT seq AS value FROM heads").await, before);
        assert_eq!(person.cookies("/"), "");
    }
}
