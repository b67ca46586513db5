//! What became of it (R20, N4, O2): the police claim, the resident says, the chief hears. The unit cannot say it for them.

use crate::concerns::{Filed, follow, published};
use crate::support::world::{number as count, rows, sign_in, world};
use crate::support::{House, Page, Person, both};
use reqwest::Method;

const DAY: i64 = 24 * 3_600;

/// A published concern that the unit says it has settled.
async fn settled(house: &House, words: &str) -> Filed {
    let filed = published(house, "light", "banconi", words).await;
    settle(house, &filed).await;
    filed
}

async fn settle(house: &House, filed: &Filed) {
    let officer = sign_in(house, "agent.c1-ouest").await;
    let page = officer.visit(&filed.at_desk()).await;
    page.form("C’est réglé").fill("done", "La lampe est changée.").press().await.must_be(200);
}

/// The reporter says something of the result.
async fn say(house: &House, filed: &Filed, button: &str, words: &str) -> Page {
    let page = follow(house, &filed.code).await;
    page.form("/fr/follow/concern/outcome").fill("words", words).press_button(button).await
}

/// How many news of results the desk of somebody counts, and whether this concern is among them.
async fn news(person: &Person, filed: &Filed) -> (String, bool) {
    let page = person.visit("/fr/desk").await;
    let counted = page.select("#told .count").into_iter().next().unwrap_or_default();
    (counted, page.attributes("section.ask .rows > li > a", "href").contains(&filed.at_desk()))
}

both! {
    /// « Not fixed » reopens and tells the chief, on the chief's desk, counted, until the chief opens the file; nobody else's.
    async fn not_fixed_stands_on_the_chief_s_desk_until_the_chief_opens_it(house: House) {
        let house = world(house);
        let (chief, officer) = (sign_in(&house, "chef.c1-ouest").await, sign_in(&house, "agent.c1-ouest").await);
        let elsewhere = sign_in(&house, "chef.c4-est").await;
        let filed = settled(&house, "La lampe du puits est cassée.").await;
        let before: i64 = news(&chief, &filed).await.0.parse().unwrap_or(0);
        let of_others = count(&house, "SELECT COUNT(*) AS value FROM chief_notices WHERE seen_at IS NULL").await;
        say(&house, &filed, "Non, pas réglé", "Elle s'éteint encore.").await.must_be(200);
        let (counted, there) = news(&chief, &filed).await;
        assert_eq!((counted.as_str(), there), ((before + 1).to_string().as_str(), true));
        chief.visit("/fr/desk").await.must_have("Rouvert par l’habitant");
        // It stays, whatever others do and however often the desk is looked at.
        for person in [&officer, &elsewhere] {
            assert!(!news(person, &filed).await.1, "somebody who is not the chief of the unit has the news");
        }
        officer.visit(&filed.at_desk()).await.must_be(200).must_not_have("Rouvert par l’habitant,");
        house.clock.advance(40 * DAY);
        assert!(news(&sign_in(&house, "chef.c1-ouest").await, &filed).await.1, "it went unseen");
        let chief = sign_in(&house, "chef.c1-ouest").await;
        chief.visit(&filed.at_desk()).await.must_have("Rouvert par l’habitant");
        assert!(!news(&chief, &filed).await.1, "it stays though the chief has opened the file");
        let unseen = "SELECT COUNT(*) AS value FROM chief_notices WHERE seen_at IS NULL";
        assert_eq!(count(&house, unseen).await, of_others, "opening one file told more than its own news as seen");
    }
}

both! {
    /// « In part » asks what is missing, keeps what was typed, and tells the chief; the concern stays closed.
    async fn in_part_asks_what_is_missing_and_tells_the_chief(house: House) {
        let house = world(house);
        let filed = settled(&house, "Trois lampes sont cassées.").await;
        let again = say(&house, &filed, "En partie", "").await;
        again.must_be(422).must_have("Dites ce qui manque");
        assert_eq!(again.attributes("[aria-invalid=true]", "name"), ["words"]);
        say(&house, &filed, "En partie", "Deux lampes restent éteintes.").await.must_be(200);
        let chief = sign_in(&house, "chef.c1-ouest").await;
        assert!(news(&chief, &filed).await.1);
        let page = chief.visit(&filed.at_desk()).await;
        page.must_have("Réglé en partie, dit l’habitant").must_have("Deux lampes restent éteintes.").must_have("Rouvrir");
        house.person().await.visit(&filed.public()).await.must_have("réglé en partie").must_not_have("Deux lampes restent");
    }
}

both! {
    /// An answer may be corrected once within the thirty days; the timeline tells both, and « not fixed » then reopens.
    async fn an_outcome_is_corrected_once_and_both_stand_on_the_timeline(house: House) {
        let house = world(house);
        let filed = settled(&house, "La lampe du marché est cassée.").await;
        say(&house, &filed, "Oui, réglé", "").await.must_be(200);
        house.clock.advance(DAY);
        let page = follow(&house, &filed.code).await;
        page.must_have("Corriger ma réponse").must_not_have("Est-ce réglé ?");
        // The same word again is no correction.
        say(&house, &filed, "Oui, réglé", "").await.must_be(409);
        say(&house, &filed, "En partie", "Elle clignote.").await.must_be(200).must_not_have("Corriger ma réponse");
        let public = house.person().await.visit(&filed.public()).await;
        public.must_have("L’habitant dit : réglé").must_have("L’habitant corrige : réglé en partie");
        // From an old page a second correction is refused.
        let form = page.form("/fr/follow/concern/outcome");
        form.press_button("Non, pas réglé").await.must_be(409);

        let filed = settled(&house, "La lampe de l'école est cassée.").await;
        say(&house, &filed, "Oui, réglé", "").await.must_be(200);
        house.clock.advance(3 * DAY);
        say(&house, &filed, "Non, pas réglé", "Elle s'est éteinte.").await.must_be(200);
        let chief = sign_in(&house, "chef.c1-ouest").await;
        assert!(news(&chief, &filed).await.1, "a correction to « not fixed » tells the chief");
        let page = chief.visit(&filed.at_desk()).await;
        page.must_have("Rouvert").must_have("Urgent");
        // Settled anew, it is asked about anew.
        settle(&house, &filed).await;
        follow(&house, &filed.code).await.must_have("Est-ce réglé ?");
    }
}

both! {
    /// Thirty days to the second: at their end one may still say it, a second later not; silence is a word of its own (O2).
    async fn thirty_days_end_to_the_second_and_silence_is_neither_yes_nor_claim(house: House) {
        let house = world(house);
        let (first, second) = (settled(&house, "La lampe du pont est cassée.").await, settled(&house, "La lampe du bac est cassée.").await);
        let visitor = house.person().await;
        visitor.visit(&first.public()).await.must_have("La police dit réglé").must_have("L’habitant dit rien pour le moment");
        house.clock.advance(30 * DAY);
        say(&house, &first, "Oui, réglé", "").await.must_be(200);
        visitor.visit(&first.public()).await.must_have("L’habitant dit réglé");
        let page = follow(&house, &second.code).await;
        let form = page.form("Est-ce réglé ?");
        house.clock.advance(1);
        form.press_button("Oui, réglé").await.must_be(409).must_have("Les 30 jours");
        follow(&house, &second.code).await.must_not_have("Est-ce réglé ?");
        visitor.visit(&second.public()).await.must_have("La police dit réglé").must_have("L’habitant dit rien en 30 jours");
        // What was said in time is corrected in time or not at all.
        follow(&house, &first.code).await.must_not_have("Corriger ma réponse");
    }
}

both! {
    /// Nobody of the unit can say it: there is no such form at the desk, and the reporter's own address knows only who holds the code.
    async fn the_unit_cannot_say_it_for_the_reporter(house: House) {
        let house = world(house);
        let filed = settled(&house, "La lampe du stade est cassée.").await;
        let before = rows(&house, "concern_events").await;
        for login in ["agent.c1-ouest", "chef.c1-ouest", "controle", "admin", "moderation.c1"] {
            let person = sign_in(&house, login).await;
            let token = person.visit("/fr/account").await.form("/fr/account/profile").value("_token");
            let fields = [("_token", token.as_str()), ("outcome", "confirmed"), ("words", "C'est bien."), ("number", &filed.number)];
            let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish().into_bytes();
            let kind = "application/x-www-form-urlencoded".to_owned();
            for place in ["/fr/follow/concern/outcome".to_owned(), format!("{}/outcome", filed.at_desk())] {
                let body = Some((kind.clone(), body.clone()));
                let answer = person.request(Method::POST, &place, &[("Sec-Fetch-Site", "same-origin")], body).await;
                assert!(answer.path == "/fr/follow" || answer.status == 404, "{login}: {}", answer.described());
            }
        }
        assert_eq!(rows(&house, "concern_events").await, before, "somebody but the reporter said it");
        house.person().await.visit(&filed.public()).await.must_have("rien pour le moment");
    }
}

both! {
    /// N4, O2: on the unit's page what it claims, what residents confirm and where they are silent are numbers of their own.
    async fn the_unit_s_page_tells_claimed_confirmed_and_silent_apart(house: House) {
        let house = world(house);
        for lamp in 0..6 {
            let filed = settled(&house, &format!("La lampe numéro {lamp} est cassée.")).await;
            if lamp < 5 {
                say(&house, &filed, "Oui, réglé", "").await.must_be(200);
            }
        }
        let page = house.person().await.visit("/fr/units/commune-1-ouest").await;
        for word in ["Réglées, dit l’unité", "Confirmées par l’habitant", "Sans réponse de l’habitant en 30 jours", "L’habitant peut encore répondre"] {
            page.must_have(word);
        }
    }
}
