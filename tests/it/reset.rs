//! A new password by a link: made by an administrator who never sees the password, opened by its owner, once, within a
//! day.

use crate::admin::{by_link, letters};
use crate::support::world::{enter, number, password, sign_in, words, world};
use crate::support::{Page, Person, both};

const DAY: i64 = 86_400;

/// The page of somebody's account.
async fn account_of(admin: &Person, login: &str) -> Page {
    admin.visit(&crate::second::account_of(admin, login).await).await
}

both! {
    /// Until it is used nothing changes; asking for its page uses nothing up; then everybody is out, and it opens
    /// nothing more.
    async fn a_link_lets_its_owner_choose_a_password_once(house: House) {
        let house = world(house);
        let (admin, awa) = (sign_in(&house, "admin").await, sign_in(&house, "awa").await);
        let told = account_of(&admin, "awa").await.form("/password").press().await;
        let link = letters(&told);
        assert!(told.select("#link").concat().ends_with(&format!("/account/reset/{link}")), "{}", told.described());
        assert_eq!((link.len(), told.header("cache-control")), (64, "no-store"));
        account_of(&admin, "awa").await.must_not_have(&link);
        assert_eq!(awa.visit("/fr/account").await.path, "/fr/account", "put out before it was used");
        enter(&house.person().await, "awa", &password("awa")).await.must_be(200);
        let kept = words(&house, "SELECT hash AS value FROM reset_links").await;
        assert!(kept.len() == 1 && kept[0].len() == 64 && !kept[0].contains(&link.replace('-', "")[..8]), "{kept:?}");

        let address = format!("/fr/account/reset/{link}");
        let owner = house.person().await;
        for _ in 0..3 {
            let page = owner.visit(&address).await;
            page.must_be(200);
            assert_eq!((page.header("cache-control"), page.header("referrer-policy")), ("no-store", "no-referrer"));
        }
        let page = owner.visit(&address).await;
        let choose = async |one: &str, other: &str| {
            page.form("/fr/account/reset/").fill("password", one).fill("again_password", other).press().await
        };
        choose("sept baobabs verts", "sept baobabs vert").await.must_be(422).must_have("ne sont pas pareils");
        choose("motdepasse1", "motdepasse1").await.must_be(422).must_have("trop facile");
        enter(&house.person().await, "awa", &password("awa")).await.must_be(200);

        let done = choose("sept baobabs verts", "sept baobabs verts").await;
        assert_eq!(done.path, "/fr/login", "{}", done.described());
        assert_eq!(awa.visit("/fr/account").await.path, "/fr/login", "an old session lives");
        enter(&house.person().await, "awa", &password("awa")).await.must_be(422);
        owner.visit(&address).await.must_be(404).must_have("n’ouvre rien");
        // The same form again does nothing more, and another one finds nothing.
        assert_eq!(choose("huit baobabs verts", "huit baobabs verts").await.path, "/fr/login");
        enter(&owner, "awa", "sept baobabs verts").await.must_be(200);
        account_of(&admin, "awa").await.must_have("Choisi par la personne");
        let told = words(&house, "SELECT deed AS value FROM ledger WHERE deed LIKE 'account.password-%' ORDER BY seq").await;
        assert_eq!(told, ["account.password-reset", "account.password-chosen"]);
    }
}

both! {
    /// The letters may be typed, however they were heard; a link lapses after a day, and the next one takes its place.
    async fn a_link_is_told_on_the_telephone_and_lapses(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let make = async || letters(&account_of(&admin, "awa").await.form("/password").press().await);
        let (first, second) = (make().await, make().await);
        let person = house.person().await;
        person.visit(&format!("/fr/account/reset/{first}")).await.must_be(404).must_have("n’ouvre rien");
        let page = person.visit("/fr/login").await.click("J’ai reçu un lien").await;
        assert_eq!(page.path, "/fr/account/reset");
        page.main_form().fill("code", &first).press().await.must_be(422).must_have("n’ouvrent rien");
        let typed = second.to_uppercase().replace('-', " ");
        let page = page.main_form().fill("code", &typed).press().await;
        assert_eq!(page.path, format!("/fr/account/reset/{second}"), "{}", page.described());

        house.clock.advance(DAY - 60);
        person.visit(&format!("/fr/account/reset/{second}")).await.must_be(200);
        house.clock.advance(60);
        person.visit(&format!("/fr/account/reset/{second}")).await.must_be(404);
        enter(&person, "awa", &password("awa")).await.must_be(200);
    }
}

both! {
    /// Nobody makes a link for themselves, and none opens a disabled account.
    async fn a_link_is_made_for_somebody_else_who_may_come_in(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let own = number(&house, "SELECT id AS value FROM accounts WHERE login = 'admin'").await;
        let own = sigida::base::Id::<()>::new(own);
        let token = admin.visit("/fr/account").await.form("/fr/logout").value("_token");
        admin.post(&format!("/fr/admin/accounts/{own}/password"), &[("_token", &token)]).await.must_be(409);
        let link = letters(&account_of(&admin, "moussa").await.form("/password").press().await);
        account_of(&admin, "moussa").await.form("/state").press().await.must_be(200);
        let person = house.person().await;
        person.visit(&format!("/fr/account/reset/{link}")).await.must_be(404);
        account_of(&admin, "moussa").await.form("/state").press().await.must_be(200);
        by_link(&person, &link, "sept baobabs verts").await.must_be(200);
    }
}
