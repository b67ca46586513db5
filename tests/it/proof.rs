//! The signed proof of filing: it verifies, a changed sign does not, and it tells nothing of what was filed.

use crate::concerns::{Filed, follow, number_on};
use crate::support::world::{harm_at_once, world};
use crate::support::{House, Page, both};

/// The day the tests begin.
const DAY: &str = "2026-11-23";

/// Files, and what is on the two papers: what was filed, and the signature.
async fn filed(house: &House, kind: &str, readers: &str) -> (Filed, String) {
    let page = house.person().await.visit(&format!("/fr/concerns/new?category={kind}")).await;
    let mut form =
        page.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Ce que je raconte est un secret.");
    if !readers.is_empty() {
        form = form.fill("readers", readers);
    }
    let page = form.press_button("Envoyer").await;
    page.must_be(200);
    let mark = page.select(".mark").into_iter().next().expect("a signature");
    let proof = page.select(".proof").into_iter().next().unwrap();
    assert!(!proof.contains("Banconi") && !proof.contains("secret"), "the proof tells what was filed: {proof}");
    (Filed { code: page.code(), number: number_on(&page) }, mark)
}

/// What the page answers.
async fn check(house: &House, number: &str, day: &str, mark: &str) -> Page {
    let page = house.person().await.visit("/fr/proof").await;
    let page = page.form("/fr/proof").fill("number", number).fill("day", day).fill("mark", mark).press().await;
    page.must_be(200);
    page
}

both! {
    /// Proofs of a public, a sealed and a conduct concern look and verify alike; any change is a no.
    async fn a_proof_verifies_alike_whatever_was_filed_and_a_changed_sign_does_not(house: House) {
        let house = world(house);
        let mut answers = Vec::new();
        for (kind, readers) in [("noise", "public"), ("violence-gender", ""), ("police-conduct", "")] {
            let (filed, mark) = filed(&house, kind, readers).await;
            let yes = check(&house, &filed.number, DAY, &mark).await;
            yes.must_have("Oui").must_not_have("Non").must_not_have("Banconi").must_not_have("secret");
            answers.push(yes.select(".notice").join(" "));
            check(&house, &filed.number.to_lowercase(), DAY, &mark.to_lowercase().replace(' ', "\n")).await.must_have("Oui");
            // The day, the number, any one sign.
            check(&house, &filed.number, "2026-11-24", &mark).await.must_have("Non");
            check(&house, "BKO-2026-99999", DAY, &mark).await.must_have("Non");
            check(&house, "n'importe quoi", DAY, &mark).await.must_have("Non");
            for at in [0, 7, 51, 120] {
                let mut signs: Vec<char> = mark.chars().collect();
                signs[at] = if signs[at] == 'A' { 'C' } else { 'A' };
                let changed: String = signs.into_iter().collect();
                check(&house, &filed.number, DAY, &changed).await.must_have("Non").must_not_have("Oui");
            }
            // Whoever holds the code may print it again; the paper shows no code.
            let own = follow(&house, &filed.code).await.person().visit("/fr/follow/concern/proof").await;
            own.must_be(200).must_have(&filed.number);
            assert_eq!(own.select(".mark"), [mark]);
            assert!(!own.body.contains(&filed.code[..4]) && !own.has("Banconi"));
        }
        answers.dedup();
        assert_eq!(answers.len(), 1, "the answer tells one kind from another: {answers:?}");
        // Nobody's concern, nobody's proof.
        assert_eq!(house.person().await.visit("/fr/follow/concern/proof").await.path, "/fr/follow");
    }
}

both! {
    /// A court needs neither the program nor its database: the statement, the signature and the published key suffice.
    async fn a_proof_is_checked_with_the_published_key_alone_and_outlives_the_concern(house: House) {
        let house = world(house);
        let (filed, mark) = filed(&house, "noise", "private").await;
        let page = house.person().await.visit("/bm/proof").await;
        let pem = page.select("#key").into_iter().next().expect("a public key");
        let key = data_encoding::BASE64.decode(pem.split("-----").nth(2).unwrap().trim().as_bytes()).unwrap();
        let key: [u8; 32] = key[key.len() - 32..].try_into().unwrap();
        let bare = mark.replace(' ', "");
        let signature: [u8; 64] = data_encoding::BASE32_NOPAD.decode(bare.as_bytes()).unwrap().try_into().unwrap();
        let statement = format!("sigida proof of filing 1\n{}\n{DAY}\n", filed.number);
        let key = ed25519_dalek::VerifyingKey::from_bytes(&key).unwrap();
        assert!(key.verify_strict(statement.as_bytes(), &ed25519_dalek::Signature::from_bytes(&signature)).is_ok());
        // The same after a restart, and when the concern is no more.
        house.restart().await;
        let all = ["consents", "concern_clocks", "desk_texts", "concern_events", "concern_keys"];
        let mut gone: Vec<String> = all
            .iter()
            .map(|table| format!("DELETE FROM {table} WHERE concern_id = (SELECT MAX(id) FROM concerns)"))
            .collect();
        gone.push("DELETE FROM concerns WHERE id = (SELECT MAX(id) FROM concerns)".to_owned());
        // At once: the program that just started reads files for the desk's search, and would read this one between two of them.
        harm_at_once(&house, &gone.iter().map(String::as_str).collect::<Vec<_>>()).await;
        check(&house, &filed.number, DAY, &mark).await.must_have("Oui");
    }
}

both! {
    /// What is missing is said; checking is throttled like everything that can be tried.
    async fn checking_says_what_is_missing_and_is_throttled(house: House) {
        let strict = House::open_with(house.kind(), |config| config.web.tries_per_minute = 2).await;
        let person = strict.person().await;
        let page = person.visit("/fr/proof").await;
        let empty = page.form("/fr/proof").fill("number", "BKO-2026-00001").press().await;
        empty.must_be(422);
        assert_eq!(empty.form("/fr/proof").value("number"), "BKO-2026-00001");
        let again = |page: Page| page.form("/fr/proof").fill("number", "x").fill("day", DAY).fill("mark", "y");
        again(person.visit("/fr/proof").await).press().await.must_be(200).must_have("Non");
        again(person.visit("/fr/proof").await).press().await.must_be(429);
    }
}
