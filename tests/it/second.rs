//! The second step of signing in (A2), as people do it: a telephone is told, codes are typed, telephones are lost.

use sigida::base::{Clock, Time};
use totp_rs::{Builder, Secret};

use crate::support::world::{enter, number, password, sign_in, words, world};
use crate::support::{House, Page, Person, both};

/// A house where whoever has a desk signs in by two steps.
async fn strict(house: House) -> House {
    world(House::open_with(house.kind(), |config| config.web.second_step = true).await)
}

/// The key that the page tells a telephone.
fn key_on(page: &Page) -> Secret {
    let groups = page.select(".tab").concat();
    Secret::try_from_base32(groups.replace(' ', "")).unwrap_or_else(|_| panic!("no key on {}", page.described()))
}

/// What a telephone with this key shows now.
fn shown(key: &Secret, now: Time) -> String {
    let phone = Builder::new().with_secret(Secret::new(key.as_bytes().into())).build().expect("a telephone");
    phone.generate(u64::try_from(now.seconds()).expect("a time")).to_string()
}

/// Puts one's second step in force; the telephone's key and the codes of paper.
async fn enrolled(person: &Person, clock: &Clock) -> (Secret, Vec<String>) {
    let page = person.visit("/fr/account/second-step").await;
    let page = page.main_form().press().await;
    page.must_be(200).must_have("Mettre en service");
    let key = key_on(&page);
    let papers = page.main_form().fill("code", &shown(&key, clock.now())).press().await;
    papers.must_be(200).must_have("Vos codes de papier");
    (key, papers.select("ol .tab"))
}

both! {
    /// Nobody's desk opens by a password alone; the way on is shown, and leads to the desk.
    async fn a_desk_opens_only_by_two_steps(house: House) {
        let house = strict(house).await;
        let person = house.person().await;
        let page = enter(&person, "agent.c1-ouest", &password("agent.c1-ouest")).await;
        assert_eq!(page.path, "/fr/account/second-step", "{}", page.described());
        page.must_have("obligatoire");
        // Whatever they ask for, they are told why not, and led there.
        for place in ["/fr/desk", "/fr/desk/patrols", "/fr/desk/commitments"] {
            assert_eq!(person.visit(place).await.path, "/fr/account/second-step", "{place}");
        }
        let (key, papers) = enrolled(&person, &house.clock).await;
        assert_eq!(papers.len(), 10);
        person.visit("/fr/desk").await.must_be(200);
        person.visit("/fr/account/second-step").await.must_have("Il reste 10 codes de papier").must_not_have("Retirer");

        // Another browser: the password opens nothing yet, not even the account.
        let other = house.person().await;
        let page = enter(&other, "agent.c1-ouest", &password("agent.c1-ouest")).await;
        assert_eq!(page.path, "/fr/login/code");
        for place in ["/fr/account", "/fr/desk", "/fr/account/second-step"] {
            assert_eq!(other.visit(place).await.path, "/fr/login", "{place} is open by half");
        }
        // The code that was taken is not taken twice (RFC 6238, 5.2); the next one is, once.
        let page = other.visit("/fr/login/code").await;
        page.main_form().fill("code", &shown(&key, house.clock.now())).press().await.must_be(422).must_have("a déjà servi");
        house.clock.advance(60);
        let code = shown(&key, house.clock.now());
        let page = other.visit("/fr/login/code").await.main_form().fill("code", &code).press().await;
        assert_eq!(page.path, "/fr/desk", "{}", page.described());
        let third = house.person().await;
        enter(&third, "agent.c1-ouest", &password("agent.c1-ouest")).await;
        third.visit("/fr/login/code").await.main_form().fill("code", &code).press().await.must_be(422);
        // A resident is not asked.
        sign_in(&house, "awa").await;
    }
}

both! {
    /// A code of paper opens once; a lost telephone and paper are the administrator's matter, never one's own.
    async fn paper_opens_once_and_an_administrator_takes_a_lost_one_off(house: House) {
        let house = strict(house).await;
        let person = house.person().await;
        enter(&person, "chef.c1-ouest", &password("chef.c1-ouest")).await;
        let (_, papers) = enrolled(&person, &house.clock).await;
        let typed = papers[3].to_uppercase().replace('-', " ");
        let by_paper = async |code: &str| {
            let other = house.person().await;
            enter(&other, "chef.c1-ouest", &password("chef.c1-ouest")).await;
            let page = other.visit("/fr/login/code").await.main_form().fill("code", code).press().await;
            (other, page)
        };
        let (other, page) = by_paper(&typed).await;
        page.must_be(200).must_have("par un code de papier").must_have("Il reste 9 codes");
        other.visit("/fr/desk").await.must_be(200);
        by_paper(&typed).await.1.must_be(422);
        // Neither the key nor a code lies in the database as it is.
        let kept = words(&house, "SELECT code_hash AS value FROM recovery_codes").await;
        assert!(kept.len() == 9 && papers.iter().all(|code| !kept.contains(&code.replace('-', ""))));

        let admin = house.person().await;
        enter(&admin, "admin", &password("admin")).await;
        enrolled(&admin, &house.clock).await;
        let list = admin.visit("/fr/admin/accounts?q=chef.c1-ouest").await;
        let link = list.links().into_iter().find(|l| l.href.starts_with("/fr/admin/accounts/") && l.href.len() > 25);
        let address = link.unwrap_or_else(|| panic!("{}", list.described())).href;
        admin.visit(&address).await.form("/second-step").press().await.must_be(200).must_have("Pas en service");
        assert_eq!(other.visit("/fr/desk").await.path, "/fr/login", "the old session lives");
        let page = enter(&other, "chef.c1-ouest", &password("chef.c1-ouest")).await;
        assert_eq!(page.path, "/fr/account/second-step");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM recovery_codes").await, 10, "only the administrator's are left");
        let told = words(&house, "SELECT detail AS value FROM ledger WHERE deed = 'account.second-step' ORDER BY seq DESC LIMIT 1").await;
        assert_eq!(told, ["taken off"]);
    }
}

both! {
    /// Five wrong codes, or ten minutes, and the password is owed again.
    async fn wrong_codes_lead_back_to_the_password(house: House) {
        let house = world(house);
        let awa = sign_in(&house, "awa").await;
        let (key, _) = enrolled(&awa, &house.clock).await;
        let other = house.person().await;
        enter(&other, "awa", &password("awa")).await;
        for n in 1..=5 {
            let page = other.visit("/fr/login/code").await.main_form().fill("code", "000000").press().await;
            match n {
                5 => assert_eq!(page.path, "/fr/login", "{}", page.described()),
                _ => drop(page.must_be(422).must_have("n’est pas bon")),
            }
        }
        assert_eq!(other.visit("/fr/login/code").await.path, "/fr/login");
        enter(&other, "awa", &password("awa")).await;
        house.clock.advance(11 * 60);
        assert_eq!(other.visit("/fr/login/code").await.path, "/fr/login");
        // Whoever needs none may take it off again, by a code.
        let page = awa.visit("/fr/account/second-step").await;
        page.main_form().fill("code", "123456").press_button("Retirer").await.must_be(422);
        let page = awa.visit("/fr/account/second-step").await;
        page.main_form().fill("code", &shown(&key, house.clock.now())).press_button("Retirer").await.must_be(200);
        sign_in(&house, "awa").await;
    }
}
