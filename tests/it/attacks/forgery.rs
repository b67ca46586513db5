//! CSRF, at every address that takes a form. `kit` tries the ways of forging at one address in depth; this one, all addresses.

use std::collections::{BTreeMap, BTreeSet};

use reqwest::Method;

use super::{body, deeds, token};
use crate::access::{PEOPLE, Things, table};
use crate::support::world::{rows, sign_in, world};
use crate::support::{House, Person, both};

/// Somebody who may send the form, and a token of theirs.
struct Sender {
    person: Person,
    token: String,
}

async fn sender(house: &House, login: &str) -> Sender {
    let person = if login.is_empty() { house.person().await } else { sign_in(house, login).await };
    let person = person.without_following().without_checks();
    let token = token(&person, login).await;
    Sender { person, token }
}

/// What a deed, a session or an answered form would add to.
async fn written(house: &House) -> (i64, i64, i64) {
    (deeds(house).await, rows(house, "sessions").await, rows(house, "once").await)
}

both! {
    /// Whoever may send a form may not be made to send it: from another site, from another port, without a token, with another's.
    async fn no_form_at_any_address_is_taken_from_elsewhere(house: House) {
        let house = world(house);
        let things = Things::of(&house).await;
        let theirs = sender(&house, "moussa").await.token;
        // Who is refused anyway proves nothing: the first who may.
        let may = |cells: &[String]| cells.iter().position(|cell| cell == "ok").map(|at| PEOPLE[at].1);
        let forms = table().into_iter().filter(|((method, _), _)| method == "POST");
        let forms: Vec<_> = forms.filter_map(|((_, pattern), cells)| Some((pattern, may(&cells)?))).collect();
        let mut people: BTreeMap<&str, Sender> = BTreeMap::new();
        for login in forms.iter().map(|(_, login)| *login).collect::<BTreeSet<_>>() {
            people.insert(login, sender(&house, login).await);
        }
        let before = written(&house).await;
        let (mut tried, mut taken) = (0, Vec::new());
        for (pattern, login) in &forms {
            let Sender { person, token: mine } = &people[login];
            let path = things.address(pattern);
            for (what, header, sent) in [
                ("no token", None, None),
                ("another's token", None, Some(&theirs)),
                ("cross-site", Some(("Sec-Fetch-Site", "cross-site")), Some(mine)),
                ("same-site", Some(("Sec-Fetch-Site", "same-site")), Some(mine)),
                ("another origin", Some(("Origin", "https://evil.example")), Some(mine)),
                ("no origin told, no token", Some(("Origin", "null")), None),
            ] {
                let pairs: Vec<(&str, &str)> = sent.iter().map(|token| ("_token", token.as_str())).collect();
                let headers: Vec<(&str, &str)> = header.into_iter().collect();
                let answer = person.request(Method::POST, &path, &headers, body(&pairs)).await;
                tried += 1;
                if answer.status != 403 {
                    taken.push(format!("{login} {pattern}, {what}: {}", answer.status));
                }
            }
        }
        println!("{tried} forged forms at {} addresses: {} went through", forms.len(), taken.len());
        assert!(taken.is_empty(), "{} of {tried} went through:\n{}", taken.len(), taken.join("\n"));
        assert!(tried > 600, "{tried} tries only");
        assert_eq!(written(&house).await, before, "a forged form did something");
    }
}
