//! Enumeration: what an answer, its headers or its time tell of who has an account and which codes and numbers exist. Time is told
//! by what takes it: how many passwords or codes were hashed.

use sigida::base::{Entropy, TrackingCode};

use crate::concerns::file;
use crate::support::world::{enter, harm, password, world};
use crate::support::{Page, both};

/// A page without what is new on every page and what its reader typed.
fn bare(page: &Page, typed: &str) -> String {
    let mut parts = page.body.split("name=\"_token\" value=\"");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str("TOKEN");
        text.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
    }
    text.replace(typed, "TYPED")
}

/// The headers, but those that say the length and the second.
fn headers(page: &Page) -> Vec<String> {
    let told = page.headers.iter().filter(|(name, _)| !["date", "content-length"].contains(&name.as_str()));
    let mut told: Vec<String> = told.map(|(name, value)| format!("{name}: {value:?}")).collect();
    told.sort();
    told
}

both! {
    /// A login nobody has, a wrong password, and the right one of an account that is disabled or erased: one answer, one hash.
    async fn who_has_an_account_is_not_told_by_a_wrong_password(house: House) {
        let house = world(house);
        harm(&house, "UPDATE accounts SET disabled_at = 1 WHERE login = 'moussa'").await;
        harm(&house, "UPDATE accounts SET password = '' WHERE login = 'relais.banconi'").await;
        let mut first = None;
        for (login, secret) in [
            ("personne.du.tout", "trois calebasses".to_owned()),
            ("+22370000000", "trois calebasses".to_owned()),
            ("awa", "trois calebasses".to_owned()),
            ("admin", "trois calebasses".to_owned()),
            ("moussa", password("moussa")),
            ("relais.banconi", password("relais.banconi")),
        ] {
            let before = house.site().slow.taken();
            let page = enter(&house.person().await, login, &secret).await;
            page.must_be(422).must_have("n’est pas bon");
            assert_eq!(house.site().slow.taken() - before, 1, "{login}: not one password was hashed");
            let seen = (bare(&page, login), headers(&page));
            assert_eq!(first.get_or_insert_with(|| seen.clone()), &seen, "{login} is answered otherwise");
        }
        let before = house.site().slow.taken();
        enter(&house.person().await, "awa", &password("awa")).await.must_be(200);
        // Whoever typed a right one knows it by the page; it opens their key as well.
        assert_eq!(house.site().slow.taken() - before, 2, "the password, and the key that it opens");
    }
}

both! {
    /// A code nobody has and another one are answered alike, at the same cost; what is no code costs nothing and says nothing of any
    /// concern.
    async fn which_codes_exist_is_told_by_typing_a_right_one_only(house: House) {
        let house = world(house);
        let filed = file(&house, "noise", "banconi", "Le moulin tourne toute la nuit.", "public").await;
        let entropy = Entropy::seeded(11);
        let unknown: Vec<String> = (0..3).map(|_| TrackingCode::draw(&entropy).digits()).collect();
        let mut mistyped = filed.code.clone();
        mistyped.replace_range(15.., if filed.code.ends_with('0') { "1" } else { "0" });
        let other = format!("{}{}", &unknown[0][..15], if unknown[0].ends_with('0') { "1" } else { "0" });
        let ask = async |code: &str| {
            let before = house.site().slow.taken();
            let page = house.person().await.visit("/fr/follow").await.form("/fr/follow").fill("code", code).press().await;
            let seen = (page.status, bare(&page, code), headers(&page));
            (house.site().slow.taken() - before, seen)
        };
        let first = ask(&unknown[0]).await;
        assert_eq!((first.0, first.1.0), (1, 422));
        for code in &unknown[1..] {
            assert_eq!(ask(code).await, first);
        }
        let near = ask(&mistyped).await;
        assert_eq!((near.0, near.1.0), (0, 422));
        assert_eq!(ask(&other).await, near, "one digit off a code that exists is told from one digit off none");
        // A right one shows itself by its page; its pair is made as well.
        assert_eq!(ask(&filed.code).await.0, 2);
    }
}

both! {
    /// A number nobody may know of is answered as one that nobody has.
    async fn which_numbers_exist_is_not_told(house: House) {
        let house = world(house);
        let conduct = file(&house, "police-conduct", "banconi", "Un policier demande de l'argent.", "").await.number;
        let sealed = file(&house, "violence-gender", "banconi", "Une femme est battue dans la cour.", "").await.number;
        let waiting = file(&house, "noise", "banconi", "Le bar joue toute la nuit.", "public").await.number;
        for end in ["", "/support", "/thread", "/photos"] {
            let nobody = house.person().await.visit(&format!("/fr/concerns/BKO-2026-98765{end}")).await;
            for number in [&conduct, &sealed, &waiting] {
                let page = house.person().await.visit(&format!("/fr/concerns/{number}{end}")).await;
                page.must_be(404);
                assert_eq!((bare(&page, number), headers(&page)), (bare(&nobody, "BKO-2026-98765"), headers(&nobody)), "{number}{end}");
            }
        }
    }
}
