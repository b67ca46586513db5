//! Session fixation: somebody gives a browser a session they know, and waits for its owner to sign in.

use super::is_in;
use crate::concerns::{file, follow};
use crate::support::world::{enter, password, rows, sign_in, world};
use crate::support::{House, Person, both};

/// The pair of the session's cookie.
fn session(person: &Person) -> String {
    let cookies = person.cookies("/");
    cookies.split("; ").find(|pair| pair.starts_with("sigida=")).unwrap_or_default().to_owned()
}

/// A browser in which that cookie was put.
async fn planted(house: &House, cookie: &str) -> Person {
    let person = house.person().await;
    person.take_cookie(&format!("{cookie}; Path=/"));
    person
}

both! {
    /// A session from before signing in is another one after it; who knows the first is neither in nor keeps what they had.
    async fn a_session_known_before_signing_in_opens_nothing_after_it(house: House) {
        let house = world(house);
        for (way, kind) in [("sign in", "noise"), ("sign up", "light")] {
            let filed = file(&house, kind, "banconi", "Cela dure toute la nuit.", "public").await;
            let attacker = follow(&house, &filed.code).await.person().clone();
            let known = session(&attacker);
            assert!(!known.is_empty(), "a code opens a session");
            let victim = planted(&house, &known).await;
            victim.visit("/fr/follow/concern").await.must_have(&filed.number);
            if way == "sign in" {
                enter(&victim, "awa", &password("awa")).await.must_be(200);
            } else {
                let form = victim.visit("/fr/signup").await.form("/fr/signup");
                let form = form.fill("name", "Fatou").fill("login", "fatou.sig").fill("password", "trois calebasses");
                form.press().await.must_be(200);
            }
            assert!(is_in(&victim).await, "{way}");
            assert_ne!(session(&victim), known, "{way}: the planted session was kept");
            assert!(!is_in(&attacker).await, "{way}: the attacker is in");
            let after = attacker.visit("/fr/follow/concern").await;
            assert_eq!(after.path, "/fr/follow", "{way}: the old session lives on");
        }
    }
}

both! {
    /// A name for a session that the house did not give, gave and ended, or gave to somebody else, becomes nobody's session.
    async fn a_planted_cookie_is_never_adopted(house: House) {
        let house = world(house);
        let moussa = sign_in(&house, "moussa").await;
        let ended = session(&moussa);
        moussa.visit("/fr/account").await.form("/fr/logout").press().await.must_be(200);
        let unsigned = format!("sigida={}", "a".repeat(64));
        // Our mark over one name, in front of another.
        let bent = format!("{}aaa", &ended[..ended.len() - 3]);
        for cookie in [ended.as_str(), &unsigned, &bent] {
            let before = rows(&house, "sessions").await;
            let victim = planted(&house, cookie).await;
            assert!(!is_in(&victim).await, "{cookie}");
            assert_eq!(rows(&house, "sessions").await, before, "{cookie} became a session by being shown");
            let victim = planted(&house, cookie).await;
            enter(&victim, "awa", &password("awa")).await.must_be(200);
            assert!(is_in(&victim).await);
            assert_ne!(session(&victim), cookie, "the planted name was adopted");
            assert!(!is_in(&planted(&house, cookie).await).await, "{cookie} opens the victim's account");
        }
        // A whole session of one's own, put in another's browser: what they sign in to then is not ours to read.
        let attacker = sign_in(&house, "moussa").await;
        let victim = planted(&house, &session(&attacker)).await;
        victim.visit("/fr/account").await.form("/fr/logout").press().await.must_be(200);
        enter(&victim, "awa", &password("awa")).await.must_be(200);
        assert!(is_in(&victim).await && !is_in(&attacker).await);
    }
}
