//! The second step of signing in (A2), as people do it: a telephone is told, codes are typed, telephones are lost.

use sigida::base::{Clock, Time};
use totp_rs::{Builder, Secret};

use crate::admin::{by_link, letters};
use crate::concerns::file;
use crate::support::world::{enter, harm, number, password, sign_in, words, world};
use crate::support::{House, Page, Person, both};

/// A house where whoever has a desk signs in by two steps.
pub async fn strict(house: House) -> House {
    world(
        House::open_with(house.kind(), |config| {
            config.web.second_step = true;
            config.web.asks_again = true;
        })
        .await,
    )
}

/// The key that the page tells a telephone.
fn key_on(page: &Page) -> Secret {
    let groups = page.select(".tab").concat();
    Secret::try_from_base32(groups.replace(' ', "")).unwrap_or_else(|_| panic!("no key on {}", page.described()))
}

/// What a telephone with this key shows now.
pub fn shown(key: &Secret, now: Time) -> String {
    let phone = Builder::new().with_secret(Secret::new(key.as_bytes().into())).build().expect("a telephone");
    phone.generate(u64::try_from(now.seconds()).expect("a time")).to_string()
}

/// Puts one's second step in force; the telephone's key and the codes of paper.
pub async fn enrolled(person: &Person, clock: &Clock) -> (Secret, Vec<String>) {
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
        // The same person does not make a link to a password as well: they could come in as somebody else.
        admin.visit(&address).await.form("/password").press().await.must_be(409).must_have("Une autre personne");
        assert_eq!(other.visit("/fr/desk").await.path, "/fr/login", "the old session lives");
        let page = enter(&other, "chef.c1-ouest", &password("chef.c1-ouest")).await;
        assert_eq!(page.path, "/fr/account/second-step");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM recovery_codes").await, 10, "only the administrator's are left");
        let told = words(&house, "SELECT detail AS value FROM ledger WHERE deed = 'account.second-step' ORDER BY seq DESC LIMIT 1").await;
        assert_eq!(told, ["taken off"]);
    }
}

both! {
    /// Who made a link to a new password takes no second step off, while it is open and when it was used, until its owner came in by
    /// both; and no link leads round the second step.
    async fn who_made_a_link_does_not_take_the_second_step_off_as_well(house: House) {
        let house = strict(house).await;
        let person = house.person().await;
        enter(&person, "chef.c1-ouest", &password("chef.c1-ouest")).await;
        let (key, _) = enrolled(&person, &house.clock).await;
        let admin = house.person().await;
        enter(&admin, "admin", &password("admin")).await;
        enrolled(&admin, &house.clock).await;
        let account = account_of(&admin, "chef.c1-ouest").await;
        let link = letters(&admin.visit(&account).await.form("/password").press().await);
        let take_off = async || admin.visit(&account).await.form("/second-step").press().await;
        take_off().await.must_be(409).must_have("Une autre personne");
        by_link(&house.person().await, &link, "sept baobabs verts").await.must_be(200);
        take_off().await.must_be(409);

        house.clock.advance(60);
        let owner = house.person().await;
        let page = enter(&owner, "chef.c1-ouest", "sept baobabs verts").await;
        assert_eq!(page.path, "/fr/login/code", "a link opens without the second step: {}", page.described());
        assert_eq!(owner.visit("/fr/desk").await.path, "/fr/login", "half way in is in");
        let page = owner.visit("/fr/login/code").await;
        page.main_form().fill("code", &shown(&key, house.clock.now())).press().await.must_be(200);
        owner.visit("/fr/desk").await.must_be(200);
        take_off().await.must_be(200).must_have("Pas en service");
    }
}

/// Key pairs of somebody that are in force, and all they ever had.
async fn pairs_of(house: &House, login: &str) -> (i64, i64) {
    let of = format!("FROM keyrings WHERE account_id = (SELECT id FROM accounts WHERE login = '{login}')");
    let all = number(house, &format!("SELECT COUNT(*) AS value {of}")).await;
    (number(house, &format!("SELECT COUNT(*) AS value {of} AND retired_at IS NULL")).await, all)
}

both! {
    /// Others seal to whoever has a pair: a password alone makes none, both steps do, and what lay open for want of it is sealed then.
    async fn whoever_lost_their_pair_has_one_again_after_both_steps(house: House) {
        let house = strict(house).await;
        let agent = house.person().await;
        enter(&agent, "agent.protection", &password("agent.protection")).await;
        let (key, papers) = enrolled(&agent, &house.clock).await;
        harm(&house, "UPDATE keyrings SET retired_at = 1").await;
        let (_, had) = pairs_of(&house, "agent.protection").await;
        let filed = file(&house, "violence-gender", "banconi", "Une femme crie, Zalamots.", "").await;
        house.clock.advance(60);

        let thief = house.person().await;
        let page = enter(&thief, "agent.protection", &password("agent.protection")).await;
        assert_eq!(page.path, "/fr/login/code");
        page.main_form().fill("code", "000000").press().await.must_be(422);
        assert_eq!(pairs_of(&house, "agent.protection").await, (0, had), "half a sign-in made a pair");
        let owner = house.person().await;
        let page = enter(&owner, "agent.protection", &password("agent.protection")).await;
        let page = page.main_form().fill("code", &shown(&key, house.clock.now())).press().await;
        assert_eq!(page.path, "/fr/desk", "{}", page.described());
        assert_eq!(pairs_of(&house, "agent.protection").await, (1, had + 1));
        owner.visit(&filed.at_desk()).await.must_be(200).must_have("Zalamots");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM concerns WHERE words LIKE '%Zalamots%'").await, 0, "it lies open");

        // Whoever was half way in meanwhile replaces nothing: the password again.
        let page = thief.visit("/fr/login/code").await.main_form().fill("code", &papers[0]).press().await;
        assert_eq!(page.path, "/fr/login", "{}", page.described());
        page.must_have("Votre compte vient de changer");
        assert_eq!(pairs_of(&house, "agent.protection").await, (1, had + 1));
        assert_eq!(thief.visit("/fr/desk").await.path, "/fr/login");
        owner.visit(&filed.at_desk()).await.must_have("Zalamots");
    }
}

both! {
    /// A password that was changed between the two steps opens nothing and replaces no pair.
    async fn a_password_changed_between_the_steps_is_asked_for_again(house: House) {
        let house = strict(house).await;
        let chief = house.person().await;
        enter(&chief, "chef.c1-ouest", &password("chef.c1-ouest")).await;
        let (_, papers) = enrolled(&chief, &house.clock).await;
        let half = house.person().await;
        let page = enter(&half, "chef.c1-ouest", &password("chef.c1-ouest")).await;
        assert_eq!(page.path, "/fr/login/code");
        let change = chief.visit("/fr/account/password").await.form("/fr/account/password");
        let change = change.fill("current", &password("chef.c1-ouest")).fill("password", "neuf tamarins verts");
        change.press().await.must_be(200);
        let pairs = pairs_of(&house, "chef.c1-ouest").await;
        let page = page.main_form().fill("code", &papers[0]).press().await;
        assert_eq!(page.path, "/fr/login", "{}", page.described());
        assert_eq!(half.visit("/fr/desk").await.path, "/fr/login");
        assert_eq!((pairs.0, pairs_of(&house, "chef.c1-ouest").await), (1, pairs));
    }
}

both! {
    /// A link that was used, and whose user never came in by both steps, leaves a password nobody answers for: the next link shuts it.
    async fn the_next_link_shuts_a_password_whose_owner_never_came_in(house: House) {
        let house = strict(house).await;
        let person = house.person().await;
        enter(&person, "chef.c1-ouest", &password("chef.c1-ouest")).await;
        enrolled(&person, &house.clock).await;
        let admin = house.person().await;
        enter(&admin, "admin", &password("admin")).await;
        enrolled(&admin, &house.clock).await;
        let account = account_of(&admin, "chef.c1-ouest").await;
        let link = async || letters(&admin.visit(&account).await.form("/password").press().await);
        by_link(&house.person().await, &link().await, "sept baobabs verts").await.must_be(200);
        let stranger = async || enter(&house.person().await, "chef.c1-ouest", "sept baobabs verts").await;
        assert_eq!(stranger().await.path, "/fr/login/code");
        let second = link().await;
        stranger().await.must_be(422);
        by_link(&house.person().await, &second, "huit baobabs verts").await.must_be(200);
        let page = enter(&house.person().await, "chef.c1-ouest", "huit baobabs verts").await;
        assert_eq!(page.path, "/fr/login/code", "{}", page.described());
    }
}

both! {
    /// A relay owes the second step, too; whose telephone has no application comes in by codes of paper. Nobody with a desk does.
    async fn a_relay_comes_in_by_codes_of_paper_alone(house: House) {
        let house = strict(house).await;
        let relay = house.person().await;
        enter(&relay, "relais.banconi", &password("relais.banconi")).await.must_be(200);
        let page = relay.visit("/fr/relay").await;
        assert_eq!(page.path, "/fr/account/second-step", "{}", page.described());
        let told = page.must_have("obligatoire").form("Entrer par des codes de papier").press().await;
        told.must_be(200).must_have("Vos codes de papier").must_have("Chaque fois que vous vous connectez");
        let papers = told.select("ol .tab");
        assert_eq!(papers.len(), 10);
        relay.visit("/fr/relay").await.must_be(200);

        let other = house.person().await;
        let page = enter(&other, "relais.banconi", &password("relais.banconi")).await;
        assert_eq!(page.path, "/fr/login/code");
        assert_eq!(other.visit("/fr/relay").await.path, "/fr/login", "half way in is in");
        let page = other.visit("/fr/login/code").await;
        page.main_form().fill("code", "123456").press().await.must_be(422);
        page.main_form().fill("code", &papers[0]).press().await.must_be(200).must_have("Il reste 9 codes");
        other.visit("/fr/relay").await.must_be(200);

        let officer = house.person().await;
        let page = enter(&officer, "agent.c1-ouest", &password("agent.c1-ouest")).await;
        page.must_have("obligatoire").must_not_have("Entrer par des codes de papier");
        sent_by_hand(&officer, &page, "/fr/account/second-step", ("do", "papers")).await.must_be(403);
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

both! {
    /// A session left open does nothing dangerous: whoever comes proves again who they are, and then stands where they wanted to be.
    async fn a_dangerous_deed_asks_again_who_it_is(house: House) {
        let house = strict(house).await;
        let admin = house.person().await;
        enter(&admin, "admin", &password("admin")).await;
        let (key, _) = enrolled(&admin, &house.clock).await;
        let account = account_of(&admin, "agent.c1-ouest").await;
        admin.visit(&account).await.must_be(200).must_have("agent.c1-ouest");
        house.clock.advance(16 * 60);
        // The list does no harm; the account does, and so does what sends concerns to readers, or codes to a printer.
        assert_eq!(admin.visit("/fr/admin/accounts").await.path, "/fr/admin/accounts");
        for harmful in ["routings", "areas", "units", "categories", "committees", "partners", "support", "slips"] {
            let asked = admin.visit(&format!("/fr/admin/{harmful}")).await;
            assert_eq!(asked.path, "/fr/account/proof", "{harmful}");
        }
        let asked = admin.visit(&account).await;
        assert_eq!(asked.path, "/fr/account/proof", "{}", asked.described());
        asked.main_form().fill("code", "000000").press().await.must_be(422).must_have("n’est pas bon");
        let page = asked.main_form().fill("code", &shown(&key, house.clock.now())).press().await;
        assert_eq!(page.path, account, "{}", page.described());
        let unit = admin.visit("/fr/admin/units/new").await.form("/fr/admin/units/new");
        // What was open in time may be sent for a while; not for ever.
        house.clock.advance(20 * 60);
        let told = page.form("/password").press().await;
        told.must_be(200).must_have("Lien pour un nouveau mot de passe");
        house.clock.advance(40 * 60);
        let late = page.form("Terminer");
        assert!(late.press().await.path.ends_with("/proof"), "an old page ended a role");
        assert!(unit.press().await.path.ends_with("/proof"), "an old page made a unit");
    }
}

/// What a form that is not on the page would send: the page's token, and one field.
async fn sent_by_hand(person: &Person, page: &Page, address: &str, field: (&str, &str)) -> Page {
    let token = page.attributes("input[name=_token]", "value").into_iter().next();
    let token = token.unwrap_or_else(|| panic!("no token on {}", page.described()));
    person.post(address, &[("_token", &token), field]).await
}

/// The address of somebody's account among the administrator's.
pub async fn account_of(admin: &Person, login: &str) -> String {
    let list = admin.visit(&format!("/fr/admin/accounts?q={login}")).await;
    for link in list.links().into_iter().filter(|l| l.href.starts_with("/fr/admin/accounts/") && l.href.len() > 25) {
        let facts = admin.visit(&link.href).await.rows_of_facts();
        if facts.iter().any(|(_, said)| said == login) {
            return link.href;
        }
    }
    panic!("nobody is called {login}: {}", list.described())
}

both! {
    /// One's own sessions are listed, and one of them is ended without the others.
    async fn a_session_is_ended_from_another_one(house: House) {
        let house = world(house);
        let home = sign_in(&house, "awa").await;
        house.clock.advance(60);
        let lent = sign_in(&house, "awa").await;
        house.clock.advance(60);
        let page = home.visit("/fr/account/sessions").await;
        page.must_be(200);
        assert_eq!(page.elements_text("article").len(), 2, "{}", page.described());
        assert_eq!(page.elements_text("article form").len(), 1, "one’s own has no button");
        // A mark of somebody else's session ends nothing.
        let moussa = sign_in(&house, "moussa").await;
        let other = sign_in(&house, "moussa").await;
        let mark = moussa.visit("/fr/account/sessions").await.attributes("article button", "value").concat();
        assert!(mark.len() >= 32, "{mark}");
        sent_by_hand(&home, &page, "/fr/account/sessions", ("session", &mark)).await.must_be(409);
        other.visit("/fr/account").await.must_be(200);
        let after = home.visit("/fr/account/sessions").await.form("Fermer").press().await;
        assert_eq!(after.elements_text("article").len(), 1, "{}", after.described());
        assert_eq!(lent.visit("/fr/account").await.path, "/fr/login");
        home.visit("/fr/account").await.must_be(200);
    }
}

/// An administrator asks for oversight for somebody.
pub async fn asked(house: &House, login: &str) -> (Person, Page) {
    let admin = sign_in(house, "admin").await;
    let account = account_of(&admin, login).await;
    let asked =
        admin.visit(&account).await.form(&format!("{account}/memberships")).fill("role", "overseer").press().await;
    asked.must_be(200).must_have("attend une deuxième personne");
    (admin, asked)
}

both! {
    /// A role over the district is held only when a second person granted it; who asked, and who would hold it, decide nothing.
    async fn two_people_give_a_role_over_the_district(house: House) {
        let house = world(house);
        let (admin, own) = asked(&house, "awa").await;
        let awa = sign_in(&house, "awa").await;
        awa.visit("/fr/oversight").await.must_be(403);
        // Who asked is told so, and cannot decide even by hand.
        let page = admin.visit("/fr/grants").await;
        page.must_have("Une autre personne décide");
        assert!(page.select("button[value=grant]").is_empty());
        let overseer = sign_in(&house, "controle").await;
        let page = overseer.visit("/fr/grants").await;
        let form = page.form("Accorder");
        sent_by_hand(&admin, &own, &form.action(), ("verdict", "grant")).await.must_be(403);
        awa.visit("/fr/oversight").await.must_be(403);
        form.press_button("Accorder").await.must_be(200).must_have("Accordé par Coumba, le 23 novembre 2026");
        // The old session was a resident's: it is over, and a shift's begins.
        assert_eq!(awa.visit("/fr/oversight").await.path, "/fr/login");
        sign_in(&house, "awa").await.visit("/fr/oversight").await.must_be(200);
        let told = words(&house, "SELECT deed AS value FROM ledger WHERE deed LIKE 'account.role-%' ORDER BY seq DESC LIMIT 2").await;
        assert_eq!(told, ["account.role-grant", "account.role-ask"]);
        // What nobody answers lapses.
        asked(&house, "moussa").await;
        let form = overseer.visit("/fr/grants").await.form("Accorder");
        house.clock.advance(8 * 86_400);
        let overseer = sign_in(&house, "controle").await;
        let page = overseer.visit("/fr/grants").await;
        page.must_have("Tombé sans décision");
        sent_by_hand(&overseer, &page, &form.action(), ("verdict", "grant")).await.must_be(409);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM role_grants WHERE granted").await, 1);
    }
}

both! {
    /// Whoever disables an account and enables it again brings no role back that two people give; and nobody gets one by being asked for
    /// before they were shut out.
    async fn a_role_over_the_district_comes_back_by_two_people(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let account = account_of(&admin, "controle").await;
        for state in ["disabled", "enabled"] {
            let page = admin.visit(&account).await.form("/state").press().await;
            page.must_be(200);
            if state == "disabled" {
                page.must_have("attendent la décision d’une deuxième personne").must_not_have("Ajouter un rôle");
            }
            let held = "SELECT COUNT(*) AS value FROM accounts WHERE login = 'controle' AND disabled_at IS NOT NULL";
            assert_eq!(number(&house, held).await, i64::from(state == "disabled"));
        }
        admin.visit(&account).await.must_have("attend une deuxième personne");
        let person = sign_in(&house, "controle").await;
        person.visit("/fr/oversight").await.must_be(403);
        let open = "SELECT COUNT(*) AS value FROM memberships m INNER JOIN accounts a ON a.id = m.account_id WHERE a.login = 'controle' AND m.ended_at IS NULL";
        assert_eq!(number(&house, open).await, 0);

        asked(&house, "moussa").await;
        let other = sign_in(&house, "controle.2").await;
        let page = other.visit("/fr/grants").await;
        let asked_for = page.forms().into_iter().filter(|form| form.action().contains("/grants/")).collect::<Vec<_>>();
        assert_eq!(asked_for.len(), 2);
        let moussa = account_of(&admin, "moussa").await;
        admin.visit(&moussa).await.form("/state").press().await.must_be(200);
        let mut answers = Vec::new();
        for form in asked_for {
            answers.push(form.press_button("Accorder").await.status);
        }
        answers.sort_unstable();
        assert_eq!(answers, [200, 409], "one holds it again, and one is shut out");
        let role = "SELECT COUNT(*) AS value FROM memberships m INNER JOIN accounts a ON a.id = m.account_id WHERE a.login = 'moussa' AND m.ended_at IS NULL";
        assert_eq!(number(&house, role).await, 0);
    }
}

both! {
    /// Whoever guesses one account's password is slowed, from wherever they come; other accounts are not.
    async fn tries_at_one_account_are_slowed(house: House) {
        let strict = world(House::open_with(house.kind(), |config| config.web.tries_per_minute = 100).await);
        let person = strict.person().await;
        // Right ones do not count.
        for _ in 0..11 {
            enter(&strict.person().await, "awa", &password("awa")).await.must_be(200);
        }
        for _ in 0..10 {
            enter(&person, "awa", "pas le bon du tout").await.must_be(422);
        }
        enter(&person, "Awa ", &password("awa")).await.must_be(429);
        let page = enter(&person, "moussa", &password("moussa")).await;
        page.must_be(200);
    }
}
