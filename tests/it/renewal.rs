//! A new key in the place of one whose password somebody may have known: all that the old one opened opens still, and
//! the old one opens nothing.

use crate::concerns::file;
use crate::custody::{ask, decide, file_named, identity};
use crate::rescue;
use crate::support::world::{number, password, sign_in, world};
use crate::support::{House, Page, Person, both};

const PLACE: &str = "/fr/account/key/renewal";

/// Makes oneself a new key.
async fn renew(person: &Person, password: &str) -> Page {
    let page = person.visit("/fr/account").await.click("Me faire une nouvelle clé").await;
    page.must_be(200).form(PLACE).fill("password", password).press().await
}

/// Which pair is somebody's now.
async fn pair_of(house: &House, login: &str) -> i64 {
    let sql = format!(
        "SELECT MAX(id) AS value FROM keyrings WHERE retired_at IS NULL AND account_id = (SELECT id FROM accounts WHERE login = '{login}')"
    );
    number(house, &sql).await
}

/// How many envelopes a pair has.
async fn held(house: &House, pair: i64) -> i64 {
    number(house, &format!("SELECT COUNT(*) AS value FROM envelopes WHERE keyring_id = {pair}")).await
}

both! {
    /// A protected file opens before and after, in this session and the next; a wrong password changes nothing.
    async fn a_new_key_opens_the_files_of_the_old_one(house: House) {
        let house = world(house);
        let filed = file(&house, "violence-gender", "banconi", "Une femme crie, Zalamots.", "").await;
        let officer = sign_in(&house, "agent.protection").await;
        officer.visit(&filed.at_desk()).await.must_be(200).must_have("Zalamots");
        let old = pair_of(&house, "agent.protection").await;
        let had = held(&house, old).await;
        assert!(had > 0);
        renew(&officer, "pas le bon mot").await.must_be(422);
        assert_eq!((pair_of(&house, "agent.protection").await, held(&house, old).await), (old, had));

        renew(&officer, &password("agent.protection")).await.must_be(200);
        let new = pair_of(&house, "agent.protection").await;
        assert_ne!(new, old);
        assert_eq!((held(&house, old).await, held(&house, new).await), (0, had));
        officer.visit(&filed.at_desk()).await.must_have("Zalamots");
        house.restart().await;
        sign_in(&house, "agent.protection").await.visit(&filed.at_desk()).await.must_have("Zalamots");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'key.renew'").await, 1);
    }
}

both! {
    /// A custodian still grants, who was granted still opens, and a paper that was not read yet still waits for its
    /// custodian.
    async fn a_new_key_opens_the_names_and_the_paper_of_the_old_one(house: House) {
        let house = world(house);
        let filed = file_named(&house, "noise", "banconi", "Awa Marqueur", "").await;
        rescue::make(&house).await.must_be(200);
        let overseer = sign_in(&house, "controle.2").await;
        let old = pair_of(&house, "controle.2").await;
        renew(&overseer, &password("controle.2")).await.must_be(200);
        assert_eq!(held(&house, old).await, 0);

        let officer = sign_in(&house, "agent.c1-ouest").await;
        ask(&officer, &filed).await.must_be(200);
        decide(&overseer, &filed, "Accepter").await.must_be(200);
        renew(&officer, &password("agent.c1-ouest")).await.must_be(200);
        let page = officer.visit(&identity(&filed)).await;
        page.form("opening").press_button("Ouvrir").await.must_be(200).must_have("Awa Marqueur");

        let page = overseer.visit("/fr/oversight/custody/rescue").await;
        page.form("rescue/paper").press_button("Voir mon papier").await.must_be(200);
    }
}
