//! A password that somebody else chose: good for seven days, and for its own change only (ASVS 5.0, 6.4.1).

use crate::admin::{by_link, letters, staff};
use crate::signed_out::account_of;
use crate::support::both;
use crate::support::world::{enter, number, sign_in, world};

const DAY: i64 = 86_400;

both! {
    /// Within seven days it lets one choose another; then it opens nothing and says so, to nobody but who knows it; a link helps.
    async fn a_password_that_was_given_opens_nothing_after_seven_days(house: House) {
        let house = world(house);
        let unit = number(&house, "SELECT id AS value FROM units WHERE slug = 'commune-1-ouest'").await;
        let unit = sigida::base::Id::<()>::new(unit).to_string();
        let first = staff(&sign_in(&house, "admin").await, "nouvel.agent", "officer", ("unit", &unit)).await;
        let person = || house.person();

        house.clock.advance(7 * DAY - 60);
        assert_eq!(enter(&person().await, "nouvel.agent", &first).await.path, "/fr/account/password");
        house.clock.advance(60);
        let late = enter(&person().await, "nouvel.agent", &first).await;
        late.must_be(422).must_have("n’est plus valable");
        enter(&person().await, "nouvel.agent", "pas le bon mot").await.must_be(422).must_not_have("plus valable");

        let admin = sign_in(&house, "admin").await;
        let page = account_of(&admin, "nouvel.agent").await;
        page.must_have("Donné, plus valable");
        let link = letters(&page.form("/password").press().await);
        by_link(&person().await, &link, "neuf tamarins verts").await.must_be(200);
        enter(&person().await, "nouvel.agent", &first).await.must_be(422).must_not_have("plus valable");
        // What its owner chose has no end.
        house.clock.advance(400 * DAY);
        let page = enter(&person().await, "nouvel.agent", "neuf tamarins verts").await;
        assert!(page.status == 200 && page.path != "/fr/login", "{}", page.described());
        account_of(&sign_in(&house, "admin").await, "nouvel.agent").await.must_have("Choisi par la personne");
    }
}

both! {
    /// Of an account that nobody has there is nothing to give or to take: 404, whichever the database.
    async fn nobodys_account_is_given_no_password_and_loses_no_second_step(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let token = admin.visit("/fr/account").await.form("/fr/logout").value("_token");
        for deed in ["password", "second-step", "sessions"] {
            let answer = admin.post(&format!("/fr/admin/accounts/000000000002a/{deed}"), &[("_token", &token)]).await;
            assert_eq!(answer.status, 404, "{deed}: {}", answer.described());
        }
    }
}
