//! Whoever administers ends the sessions of one person, or of everybody (ASVS 5.0, 7.4.5).

use crate::support::program::sigida;
use crate::support::world::{enter, password, sign_in, words, world};
use crate::support::{House, Page, Person, both};

/// The page of somebody's account.
pub async fn account_of(admin: &Person, login: &str) -> Page {
    let list = admin.visit(&format!("/fr/admin/accounts?q={login}")).await;
    let link =
        list.links().into_iter().find(|l| l.href.starts_with("/fr/admin/accounts/") && !l.href.ends_with("/new"));
    admin.visit(&link.expect("the account").href).await
}

async fn is_in(person: &Person) -> bool {
    person.visit("/fr/account").await.path == "/fr/account"
}

/// What the ledger says of sessions that somebody else ended, the first first.
async fn told(house: &House) -> Vec<String> {
    words(house, "SELECT detail AS value FROM ledger WHERE deed = 'account.sessions-end' ORDER BY seq").await
}

/// `sigida account sign-out` beside the house.
fn sign_out(house: &House, login: &[&str]) -> String {
    let secret = house.data_dir().join("secret").display().to_string();
    let data = house.data_dir().display().to_string();
    let settings = [("DATABASE_URL", house.database_url()), ("SIGIDA_SECRET_FILE", &secret), ("SIGIDA_DATA", &data)];
    let out = sigida(&[&["account", "sign-out"], login].concat(), &settings);
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

both! {
    /// One person is out on every device, may come in again, and nobody else notices.
    async fn an_administrator_puts_one_person_out_on_every_device(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let (here, there, other) = (sign_in(&house, "moussa").await, sign_in(&house, "moussa").await, sign_in(&house, "awa").await);
        let page = account_of(&admin, "moussa").await;
        page.must_have("Connexions ouvertes");
        page.form("/sessions").press().await.must_be(200).must_not_have("Déconnecter cette personne");
        assert!(!is_in(&here).await && !is_in(&there).await, "a device stayed in");
        assert!(is_in(&other).await, "somebody else was put out");
        assert_eq!(told(&house).await, ["sessions: 2"]);
        enter(&here, "moussa", &password("moussa")).await.must_be(200);
        assert!(is_in(&here).await);
    }
}

both! {
    /// Who leaves is out at the next page, on every device, and comes in again as a resident only.
    async fn whose_role_ends_is_out_at_once_on_every_device(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let (here, there) = (sign_in(&house, "relais.banconi").await, sign_in(&house, "relais.banconi").await);
        for device in [&here, &there] {
            device.visit("/fr/relay").await.must_be(200);
        }
        account_of(&admin, "relais.banconi").await.form("Terminer").press().await.must_be(200);
        assert_eq!(here.visit("/fr/relay").await.path, "/fr/login");
        assert!(!is_in(&here).await && !is_in(&there).await, "a device stayed in");
        enter(&here, "relais.banconi", &password("relais.banconi")).await.must_be(200);
        here.visit("/fr/relay").await.must_be(403);
    }
}

both! {
    /// Everybody is out but whoever pressed the button.
    async fn an_administrator_puts_everybody_out_and_stays(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let (officer, resident) = (sign_in(&house, "agent.c1-ouest").await, sign_in(&house, "awa").await);
        let page = admin.visit("/fr/admin/sessions").await;
        assert_eq!(page.rows_of_facts()[0].1, "3");
        page.form("/fr/admin/sessions").press().await.must_be(200);
        assert!(!is_in(&officer).await && !is_in(&resident).await, "somebody stayed in");
        let page = admin.visit("/fr/admin/sessions").await;
        assert_eq!(page.must_be(200).rows_of_facts()[0].1, "1");
        assert_eq!(told(&house).await, ["sessions: 2"]);
    }
}

both! {
    /// The operator does the same from the command line, where no administrator can come in any more.
    async fn an_operator_puts_one_person_out_or_everybody(house: House) {
        let house = world(house);
        let (admin, resident) = (sign_in(&house, "admin").await, sign_in(&house, "awa").await);
        assert!(sign_out(&house, &["personne.ici"]).contains("there is no account personne.ici"));
        assert!(sign_out(&house, &["awa"]).contains("sessions ended: 1"));
        assert!(!is_in(&resident).await && is_in(&admin).await);
        assert!(sign_out(&house, &[]).contains("sessions ended: 1"));
        assert!(!is_in(&admin).await);
        assert_eq!(told(&house).await, ["sessions: 1", "sessions: 1"]);
    }
}
