//! The key on three papers: made for three custodians, read by each alone, and what two of them bring back when no password does.

use crate::concerns::Filed;
use crate::custody::{ask, decide, file_named, identity};
use crate::support::dump::{found, loot};
use crate::support::world::{harm, number as count, password, rows, sign_in, world};
use crate::support::{House, Page, Person, both};

const RESCUE: &str = "/fr/oversight/custody/rescue";
const CUSTODIANS: [&str; 3] = ["controle", "controle.2", "controle.3"];

/// One of them makes the key for all three.
pub async fn make(house: &House) -> Page {
    let page = sign_in(house, "controle").await.visit(RESCUE).await;
    page.must_be(200).form(RESCUE).press_button("Faire les trois papiers").await
}

/// What stands on a custodian's own paper.
async fn read(custodian: &Person) -> Page {
    custodian.visit(RESCUE).await.form("rescue/paper").press_button("Voir mon papier").await
}

/// The three papers, each read and kept by its own custodian.
pub async fn papers(house: &House) -> Vec<String> {
    let mut all = Vec::new();
    for login in CUSTODIANS {
        let custodian = sign_in(house, login).await;
        let page = read(&custodian).await;
        page.must_be(200);
        assert_eq!(page.header("cache-control"), "no-store");
        all.push(page.select(".now b").concat());
        page.form("rescue/kept").press().await.must_be(200);
    }
    all
}

/// Every custodian lost the password: an administrator gives new ones, and new pairs come with them.
pub async fn lose_all_passwords(house: &House) {
    harm(house, "UPDATE keyrings SET retired_at = 1").await;
    house.restart().await;
}

pub async fn put_together(custodian: &Person, one: &str, other: &str) -> Page {
    let form = custodian.visit(RESCUE).await.form("rescue/use").fill("paper_1", one).fill("paper_2", other);
    form.press_button("Rouvrir").await
}

/// Opens a name as an officer who is granted it; the page they end on.
async fn opened(house: &House, filed: &Filed, custodian: &Person) -> Page {
    let officer = sign_in(house, "agent.c1-ouest").await;
    ask(&officer, filed).await.must_be(200);
    decide(custodian, filed, "Accepter").await.must_be(200);
    officer.visit(&identity(filed)).await.form("opening").press_button("Ouvrir").await
}

both! {
    /// Any two papers seal everything anew when no password opens anything; a slip is told, and the key serves once.
    async fn two_of_three_papers_bring_back_what_no_password_opens(house: House) {
        let house = world(house);
        let filed = file_named(&house, "noise", "banconi", "Awa Marqueur", "76 11 22 33").await;
        sign_in(&house, "controle").await.visit("/fr/oversight/custody").await.must_have("À faire").click("Clé de secours").await.must_have("Il n’y a pas encore");
        make(&house).await.must_be(200).must_have("pas encore sur papier");
        // What is sealed after it was made is sealed to it too.
        let later = file_named(&house, "noise", "banconi", "Binta Marqueur", "").await;
        let papers = papers(&house).await;
        assert_eq!(papers.iter().map(|text| text.split(' ').count()).collect::<Vec<_>>(), [15, 15, 15], "{papers:?}");
        sign_in(&house, "controle").await.visit("/fr/oversight/custody").await.must_have("En règle");

        lose_all_passwords(&house).await;
        let other = sign_in(&house, "controle").await;
        let custodian = sign_in(&house, "controle.2").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        ask(&officer, &filed).await.must_be(200);
        let refused = decide(&custodian, &filed, "Accepter").await;
        assert_eq!(refused.status, 409, "a new key opens nothing old: {}", refused.described());

        // New papers now would take the rest away from everybody.
        sign_in(&house, "controle.3").await;
        let early = make(&house).await;
        assert_eq!(early.status, 409, "{}", early.described());
        early.must_have("rouvrez avec deux papiers");

        let wrong = papers[0].replacen(char::is_alphabetic, "9", 1);
        let slip = put_together(&custodian, &wrong, &papers[2]).await;
        slip.must_be(422).must_have("Un signe est faux");
        assert_eq!(slip.form("rescue/use").value("paper_2"), papers[2], "what was typed is kept");
        put_together(&custodian, &papers[1], &papers[1]).await.must_be(422).must_have("ne vont pas ensemble");
        put_together(&custodian, &papers[2].to_lowercase(), &papers[0].replace(' ', "-")).await.must_be(200).must_have("Il n’y a pas encore");

        decide(&custodian, &filed, "Accepter").await.must_be(200);
        let page = officer.visit(&identity(&filed)).await;
        page.form("opening").press_button("Ouvrir").await.must_be(200).must_have("Awa Marqueur");
        // Another who had come in again opens it as well, and what came later.
        opened(&house, &later, &other).await.must_be(200).must_have("Binta Marqueur");
        // Two papers were typed into some browser: they open nothing any more.
        assert_eq!(rows(&house, "rescue_envelopes").await, 0);
        let deeds = "SELECT COUNT(*) AS value FROM ledger WHERE deed LIKE 'rescue.%'";
        assert_eq!(count(&house, deeds).await, 1 + 3 + 3 + 1 + 1, "made, read, kept, opened, retired");
    }
}

both! {
    /// Each reads their own paper, until they keep it; no share is left where a thief looks, and what was sealed stays sealed.
    async fn a_paper_is_read_by_its_custodian_alone_and_then_by_nobody(house: House) {
        let house = world(house);
        file_named(&house, "noise", "banconi", "Awa Marqueur", "76 11 22 33").await;
        make(&house).await.must_be(200);
        // A paper that waits lies in an envelope that only its custodian's password opens.
        harm(&house, "UPDATE rescue_papers SET account_id = (SELECT id FROM accounts WHERE login = 'awa') WHERE account_id = (SELECT id FROM accounts WHERE login = 'controle.2')").await;
        harm(&house, "UPDATE rescue_papers SET account_id = (SELECT id FROM accounts WHERE login = 'controle.2') WHERE account_id = (SELECT id FROM accounts WHERE login = 'controle')").await;
        let thief = sign_in(&house, "controle.2").await;
        assert_eq!(read(&thief).await.status, 409, "their key opens another's envelope");
        harm(&house, "UPDATE rescue_papers SET account_id = (SELECT account_id FROM keyrings WHERE keyrings.id = rescue_papers.keyring_id)").await;
        let papers = papers(&house).await;
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM rescue_papers WHERE share IS NOT NULL").await, 0);
        let custodian = sign_in(&house, "controle").await;
        let page = custodian.visit(RESCUE).await;
        page.must_not_have("Voir mon papier");
        let token = page.form("rescue/use").value("_token");
        assert_eq!(custodian.post(&format!("{RESCUE}/paper"), &[("_token", &token)]).await.status, 409);
        let loot = loot(&house).await;
        for text in papers.iter().flat_map(|paper| [paper.clone(), paper.replace(' ', "")]) {
            assert_eq!(found(&loot, &text), Vec::<String>::new());
        }
        assert_eq!(found(&loot, "Awa Marqueur"), Vec::<String>::new());
    }
}

both! {
    /// Whose password was lost before the paper was read, and who is no custodian any more, are told; new papers end the old.
    async fn a_paper_that_was_lost_is_told_and_new_ones_are_made(house: House) {
        let house = world(house);
        make(&house).await.must_be(200);
        // What was read of papers that were replaced meanwhile is not taken for the new one.
        let late = read(&sign_in(&house, "controle.2").await).await;
        make(&house).await.must_be(200);
        assert_eq!(late.form("rescue/kept").press().await.status, 409);
        let old = papers(&house).await;
        make(&house).await.must_be(200);
        assert_eq!(rows(&house, "rescue_keys").await, 3);
        harm(&house, "UPDATE keyrings SET retired_at = 1 WHERE account_id = (SELECT id FROM accounts WHERE login = 'controle.3')").await;
        let custodian = sign_in(&house, "controle").await;
        custodian.visit(RESCUE).await.must_have("perdu avant d’être sur papier").must_have("Voir mon papier");
        put_together(&custodian, &old[0], &old[1]).await.must_be(422).must_have("leur clé a été remplacée");
        sign_in(&house, "controle.2").await.visit("/fr/oversight/custody").await.must_have("À faire");
        // Two have a key: three are needed.
        custodian.visit(RESCUE).await.must_have("Il faut trois gardiens");
        sign_in(&house, "controle.3").await;
        let page = custodian.visit(RESCUE).await;
        page.form(RESCUE).clear("custodian").press_button("Faire les trois papiers").await.must_be(422).must_have("Cochez trois gardiens");
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM rescue_keys WHERE retired_at IS NULL").await, 1);
        // After a restart the key is asked for, where it is needed.
        house.restart().await;
        let page = custodian.visit(RESCUE).await;
        page.form("rescue/paper").press_button("Voir mon papier").await.must_be(422);
        let page = custodian.visit(RESCUE).await;
        let read = page.form("rescue/paper").fill("password", &password("controle")).press_button("Voir mon papier").await;
        read.must_be(200).must_have("papier 1");
    }
}
