//! Keys (WebAuthn) beside the code of the second step, as a browser and its key speak: what a key signs counts once, for this house,
//! in the session that asked; whoever has none comes in by code or paper.

use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};
use sigida::base::Clock;
use sigida::web::PublicUrl;
use totp_rs::Secret;

use crate::second::{account_of, enrolled, shown, strict};
use crate::support::stick::{GET, HOUSE, Said, Stick};
use crate::support::world::{enter, number, password, sign_in, words, world};
use crate::support::{Browser, House, Look, Page, Person, both, on_sqlite};

/// What the page's script asks with the page's token.
async fn ask(page: &Page, form: &str) -> Value {
    let form = page.form(form);
    let answer = page.person().post(&format!("{}/ask", form.action()), &[("_token", &form.value("_token"))]).await;
    answer.must_be(200);
    serde_json::from_str(&answer.body).expect("JSON")
}

/// Adds a key to one's account.
async fn added(person: &Person, stick: &Stick, name: &str) -> Page {
    let page = person.visit("/fr/account/passkeys").await;
    let asked = ask(&page, "Ajouter").await;
    let form = page.form("Ajouter").fill("name", name).tamper("_key", &stick.make(&asked, HOUSE));
    form.press().await
}

/// The page of the second step in another browser, the password typed.
async fn half_in(house: &House, login: &str) -> (Person, Page) {
    let person = house.person().await;
    let page = enter(&person, login, &password(login)).await;
    assert_eq!(page.path, "/fr/login/code", "{}", page.described());
    (person, page)
}

/// Signs in by a key, in another browser; the page it leads to.
async fn entered(house: &House, login: &str, stick: &mut Stick) -> (Person, Page) {
    let (person, page) = half_in(house, login).await;
    let said = stick.sign(&ask(&page, "/code/key").await, &GET);
    let page = page.form("/code/key").tamper("_key", &said).press().await;
    (person, page)
}

/// Somebody with a code and a key.
async fn keyed(house: &House, login: &str, stick: &Stick) -> (Person, Secret) {
    let person = house.person().await;
    enter(&person, login, &password(login)).await;
    let (key, _) = enrolled(&person, &house.clock).await;
    added(&person, stick, "téléphone de service").await.must_be(200).must_have("téléphone de service");
    (person, key)
}

async fn by_code(page: &Page, key: &Secret, clock: &Clock) -> Page {
    clock.advance(60);
    page.form("Entrer").fill("code", &shown(key, clock.now())).press().await
}

/// How often the ledger says that.
async fn recorded(house: &House, deed: &str, detail: &str) -> i64 {
    number(house, &format!("SELECT COUNT(*) AS value FROM ledger WHERE deed = '{deed}' AND detail = '{detail}'")).await
}

both! {
    /// A key is made beside the code, never before it, and opens the desk where the code does; whoever has no script types the code.
    async fn a_key_stands_beside_the_code_and_opens_what_it_opens(house: House) {
        let house = strict(house).await;
        let person = house.person().await;
        enter(&person, "agent.c1-ouest", &password("agent.c1-ouest")).await;
        person.visit("/fr/account/passkeys").await.must_be(200).must_have("Mettez d’abord le code").must_not_have("Comment");
        let (key, _) = enrolled(&person, &house.clock).await;
        let page = person.visit("/fr/account/passkeys").await;
        page.must_have("Vous n’avez pas encore de clé").must_have("ce site ouvert par https://sigida.example");
        // Nothing shows its form but the script of a browser that knows keys.
        assert_eq!(page.attributes("form[hidden]", "data-origin"), [HOUSE]);
        let asked = ask(&page, "Ajouter").await;
        assert_eq!((&asked["attestation"], &asked["rp"]["id"]), (&json!("none"), &json!("sigida.example")));
        let mut stick = Stick::new(1);
        let page = added(&person, &stick, "téléphone de service").await;
        page.must_be(200).must_have("téléphone de service").must_have("Ajoutée le 23 novembre 2026").must_have("Jamais servie");

        let (other, page) = entered(&house, "agent.c1-ouest", &mut stick).await;
        assert_eq!(page.path, "/fr/desk", "{}", page.described());
        other.visit("/fr/account/passkeys").await.must_have("Servie").must_not_have("Jamais");
        // The same page takes the code.
        let (_, page) = half_in(&house, "agent.c1-ouest").await;
        assert!(page.body.contains("Utiliser ma clé"), "hidden until the script shows it: {}", page.described());
        let page = by_code(&page, &key, &house.clock).await;
        assert_eq!(page.path, "/fr/desk", "{}", page.described());
        // Somebody without a key is offered none.
        let awa = sign_in(&house, "awa").await;
        enrolled(&awa, &house.clock).await;
        let (_, page) = half_in(&house, "awa").await;
        assert!(!page.body.contains("Utiliser ma clé"), "{}", page.described());
        assert_eq!(recorded(&house, "account.passkey", "added").await, 1);
        assert_eq!(recorded(&house, "account.sign-in", "passkey").await, 1);
    }
}

both! {
    /// A key's answer counts once, within five minutes, in the session that asked, at this house and for its own holder.
    async fn an_answer_counts_once_here_and_for_its_holder(house: House) {
        let house = strict(house).await;
        let mut stick = Stick::new(1);
        let (person, _) = keyed(&house, "agent.c1-ouest", &stick).await;
        house.clock.advance(60);
        let mut foreign = Stick::new(2);
        let (_, _) = keyed(&house, "chef.c1-ouest", &foreign).await;
        let refused = async |page: &Page, said: &str| {
            let page = page.form("/code/key").tamper("_key", said).press().await;
            page.must_be(422).must_have("n’a pas été reconnue");
        };
        // What another session was asked.
        let (_, page) = half_in(&house, "agent.c1-ouest").await;
        let theirs = stick.sign(&ask(&page, "/code/key").await, &GET);
        let (_, page) = half_in(&house, "agent.c1-ouest").await;
        ask(&page, "/code/key").await;
        refused(&page, &theirs).await;
        // What nobody asked, what is none, what another house's page got signed, what was signed for another end.
        let asked = ask(&page, "/code/key").await;
        let unasked = stick.sign(&asked, &GET);
        refused(&page, "{}").await;
        refused(&page, &unasked).await;
        let asked = ask(&page, "/code/key").await;
        refused(&page, &stick.sign(&asked, &Said { origin: "https://sigida.example.ml", ..GET })).await;
        let (_, page) = half_in(&house, "agent.c1-ouest").await;
        let asked = ask(&page, "/code/key").await;
        refused(&page, &stick.sign(&asked, &Said { kind: "webauthn.create", ..GET })).await;
        // Another house's name, rightly signed.
        let mut asked = ask(&page, "/code/key").await;
        asked["rpId"] = json!("ailleurs.example");
        refused(&page, &stick.sign(&asked, &GET)).await;
        // Another's key, under its own name and under the holder's.
        let asked = ask(&page, "/code/key").await;
        refused(&page, &foreign.sign(&asked, &GET)).await;
        foreign.id.clone_from(&stick.id);
        let asked = ask(&page, "/code/key").await;
        refused(&page, &foreign.sign(&asked, &GET)).await;
        // Too late.
        let (_, page) = half_in(&house, "agent.c1-ouest").await;
        let asked = ask(&page, "/code/key").await;
        house.clock.advance(5 * 60);
        refused(&page, &stick.sign(&asked, &GET)).await;
        assert_eq!(recorded(&house, "account.passkey-wrong", "sign-in").await, 9);

        // What counted counts no more, though this key does not count how often it signs.
        let mut plain = Stick { counts: false, ..Stick::new(3) };
        house.clock.advance(60);
        added(&person, &plain, "clé USB").await.must_be(200).must_have("clé USB");
        drop(person);
        let person = house.person().await;
        let page = enter(&person, "agent.c1-ouest", &password("agent.c1-ouest")).await;
        let said = plain.sign(&ask(&page, "/code/key").await, &GET);
        let form = page.form("/code/key").tamper("_key", &said);
        assert_eq!(form.press().await.path, "/fr/desk");
        house.clock.advance(16 * 60);
        let page = person.visit("/fr/account/proof").await;
        ask(&page, "/proof/key").await;
        page.form("/proof/key").tamper("_key", &said).press().await.must_be(422);
    }
}

both! {
    /// A key that signed less often than it did before is a copy: it is refused, and the ledger says so. A false signature is not one.
    async fn a_copied_key_is_refused_and_told(house: House) {
        let house = strict(house).await;
        let mut stick = Stick::new(1);
        keyed(&house, "agent.c1-ouest", &stick).await;
        stick.count = 9;
        let mut copy = Stick { count: 4, ..Stick::new(1) };
        assert_eq!(entered(&house, "agent.c1-ouest", &mut stick).await.1.path, "/fr/desk");
        let mut forged = Stick { id: stick.id.clone(), ..Stick::new(7) };
        entered(&house, "agent.c1-ouest", &mut forged).await.1.must_be(422);
        assert_eq!(recorded(&house, "account.passkey-copied", "sign-in").await, 0);
        entered(&house, "agent.c1-ouest", &mut copy).await.1.must_be(422).must_have("n’a pas été reconnue");
        assert_eq!(recorded(&house, "account.passkey-copied", "sign-in").await, 1);
        // The one that goes on counting goes on opening.
        assert_eq!(entered(&house, "agent.c1-ouest", &mut stick).await.1.path, "/fr/desk");
        assert_eq!(number(&house, "SELECT counter AS value FROM passkeys").await, 11);
    }
}

both! {
    /// A key that its holder removes opens nothing more and closes what it opened; nobody removes another's, nor adds one twice.
    async fn a_removed_key_opens_nothing(house: House) {
        let house = strict(house).await;
        let (mut stick, second) = (Stick::new(1), Stick::new(2));
        let (person, _) = keyed(&house, "agent.c1-ouest", &stick).await;
        added(&person, &stick, "la même").await.must_be(422).must_have("déjà ajoutée");
        let page = person.visit("/fr/account/passkeys").await;
        let asked = ask(&page, "Ajouter").await;
        assert_eq!(asked["excludeCredentials"][0]["id"], json!(BASE64URL_NOPAD.encode(&stick.id)));
        let form = || page.form("Ajouter");
        form().fill("name", "ailleurs").tamper("_key", &second.make(&asked, "https://ailleurs.example")).press().await.must_be(422);
        form().fill("name", "sans demande").tamper("_key", &second.make(&asked, HOUSE)).press().await.must_be(422);
        form().fill("name", " ").press().await.must_be(422);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM passkeys").await, 1);

        let (chief, _) = keyed(&house, "chef.c1-ouest", &second).await;
        let theirs = chief.visit("/fr/account/passkeys").await.attributes("article button", "value").concat();
        let token = page.form("Ajouter").value("_token");
        person.post("/fr/account/passkeys", &[("_token", &token), ("remove", &theirs)]).await.must_be(409);
        let (other, page) = entered(&house, "agent.c1-ouest", &mut stick).await;
        assert_eq!(page.path, "/fr/desk");
        let page = person.visit("/fr/account/passkeys").await.form("Retirer").press().await;
        page.must_be(200).must_have("Vous n’avez pas encore de clé");
        assert_eq!(other.visit("/fr/desk").await.path, "/fr/login", "what the key opened is open still");
        let (_, page) = half_in(&house, "agent.c1-ouest").await;
        assert!(!page.body.contains("Utiliser ma clé"), "{}", page.described());
        let token = page.form("Entrer").value("_token");
        page.person().post("/fr/login/code/key/ask", &[("_token", &token)]).await.must_be(404);
        page.person().post("/fr/login/code/key", &[("_token", &token), ("_key", "{}")]).await.must_be(422);
        let told = words(&house, "SELECT detail AS value FROM ledger WHERE deed = 'account.passkey' ORDER BY seq").await;
        assert_eq!(told, ["added", "added", "removed"]);
    }
}

both! {
    /// Keys go with the code: when its holder takes it off, and when an administrator does for a telephone that is lost.
    async fn keys_go_when_the_code_goes(house: House) {
        let house = strict(house).await;
        let mut stick = Stick::new(1);
        keyed(&house, "agent.c1-ouest", &stick).await;
        let admin = house.person().await;
        enter(&admin, "admin", &password("admin")).await;
        enrolled(&admin, &house.clock).await;
        let address = account_of(&admin, "agent.c1-ouest").await;
        let (_, page) = half_in(&house, "agent.c1-ouest").await;
        let said = stick.sign(&ask(&page, "/code/key").await, &GET);
        admin.visit(&address).await.must_have("ses clés d’accès").form("/second-step").press().await.must_be(200);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM passkeys").await, 0);
        // The password was typed before; what the key signed then opens nothing now.
        assert_eq!(page.form("/code/key").tamper("_key", &said).press().await.path, "/fr/login");
        let person = house.person().await;
        let page = enter(&person, "agent.c1-ouest", &password("agent.c1-ouest")).await;
        assert_eq!(page.path, "/fr/account/second-step");

        let (moussa, code) = keyed(&house, "moussa", &Stick::new(5)).await;
        house.clock.advance(60);
        let page = moussa.visit("/fr/account/second-step").await;
        page.must_have("vos clés d’accès partent avec lui");
        page.main_form().fill("code", &shown(&code, house.clock.now())).press_button("Retirer").await.must_be(200);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM passkeys").await, 0);
    }
}

both! {
    /// Before a dangerous deed a key proves who it is, as a code does; a few wrong ones end the session.
    async fn a_key_proves_who_it_is_before_a_dangerous_deed(house: House) {
        let house = strict(house).await;
        let mut stick = Stick::new(1);
        let (person, _) = keyed(&house, "agent.c1-ouest", &stick).await;
        house.clock.advance(16 * 60);
        let page = person.visit("/fr/account/sessions").await;
        assert_eq!(page.path, "/fr/account/proof", "{}", page.described());
        // What was signed to come in proves nothing here.
        let (_, entry) = half_in(&house, "agent.c1-ouest").await;
        let said = stick.sign(&ask(&entry, "/code/key").await, &GET);
        page.form("/proof/key").tamper("_key", &said).press().await.must_be(422).must_have("n’a pas été reconnue");
        let said = stick.sign(&ask(&page, "/proof/key").await, &GET);
        let page = page.form("/proof/key").tamper("_key", &said).press().await;
        assert_eq!(page.path, "/fr/account/sessions", "{}", page.described());
        assert_eq!(recorded(&house, "account.proof", "passkey").await, 1);
        house.clock.advance(16 * 60);
        let page = person.visit("/fr/account/sessions").await;
        for n in 1..=5 {
            let page = page.form("/proof/key").tamper("_key", "{}").press().await;
            assert_eq!(page.path == "/fr/login", n == 5, "{n}: {}", page.described());
        }
    }
}

both! {
    /// A house that does not know its own address offers no key and says nothing of them.
    async fn a_house_without_an_address_says_nothing_of_keys(house: House) {
        let house = world(House::open_with(house.kind(), |config| config.web.public_url = None).await);
        let awa = sign_in(&house, "awa").await;
        enrolled(&awa, &house.clock).await;
        awa.visit("/fr/account/passkeys").await.must_be(404);
        for place in ["/fr/account", "/fr/account/second-step"] {
            awa.visit(place).await.must_be(200).must_not_have("lés d’accès");
        }
        let (_, page) = half_in(&house, "awa").await;
        page.must_not_have("clé");
    }
}

/// A page of the house, by the name that browsers take for safe.
async fn at(browser: &Browser, port: u16, path: &str) {
    browser.driver().goto(format!("http://localhost:{port}{path}")).await.expect("a page");
}

async fn sign_in_at(browser: &Browser, port: u16) {
    at(browser, port, "/fr/login?next=%2Faccount").await;
    browser.fill("login", "awa").await;
    browser.fill("password", &password("awa")).await;
    browser.find("main form button").await.click().await.expect("a button to press");
}

on_sqlite! {
    /// With Chromium and its own key: the form shows itself, a key is made, and the next time it answers for the code.
    async fn a_browser_makes_a_key_and_comes_in_by_it(house: House) {
        let free = std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port");
        let port = free.port();
        drop(house);
        let house = world(House::open_with(crate::support::Kind::Sqlite, move |config| {
            config.listen.set_port(port);
            config.web.public_url = PublicUrl::parse(&format!("http://localhost:{port}"));
        }).await);
        let browser = Browser::open(&house, Look::phone()).await;
        browser.devtools("WebAuthn.enable", json!({})).await;
        let key = json!({ "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true });
        let made = browser.devtools("WebAuthn.addVirtualAuthenticator", json!({ "options": key })).await;
        sign_in_at(&browser, port).await;
        browser.must_have("Mon compte").await;
        at(&browser, port, "/fr/account/second-step").await;
        browser.click("Commencer").await;
        browser.must_have("tapez cette clé").await;
        let shared = browser.find("b.tab").await.text().await.expect("what a telephone shares");
        let shared = Secret::try_from_base32(shared.replace(' ', "")).expect("a secret");
        browser.fill("code", &shown(&shared, house.clock.now())).await;
        browser.click("Mettre en service").await;
        browser.must_have("Vos codes de papier").await;

        at(&browser, port, "/fr/account/passkeys").await;
        browser.must_have("Comment l’appelez-vous").await;
        browser.fill("name", "téléphone de service").await;
        browser.shot("passkeys-new").await;
        browser.click("Ajouter").await;
        browser.must_have("Jamais servie").await;
        browser.shot("passkeys").await;
        assert_eq!(browser.overflow().await, 0);
        // The same key a second time: the browser says so, and the page in words.
        browser.fill("name", "encore").await;
        browser.click("Ajouter").await;
        browser.must_have("Cette clé est déjà ajoutée").await;

        browser.driver().delete_all_cookies().await.expect("no cookies");
        sign_in_at(&browser, port).await;
        browser.must_have("Utiliser ma clé").await;
        browser.shot("passkeys-entry").await;
        assert_eq!(browser.overflow().await, 0);
        browser.click("Utiliser ma clé").await;
        browser.must_have("Mon compte").await;
        at(&browser, port, "/fr/account/passkeys").await;
        browser.must_have("Servie").await;
        // A key that is not there any more does not answer; the code's field is there.
        browser.devtools("WebAuthn.removeVirtualAuthenticator", json!({ "authenticatorId": made["authenticatorId"] })).await;
        browser.driver().delete_all_cookies().await.expect("no cookies");
        sign_in_at(&browser, port).await;
        browser.must_have("Code à six chiffres").await;
        let complaints = browser.complaints().await;
        assert!(complaints.is_empty(), "{complaints:#?}");
        browser.close().await;
        house_is_named_otherwise(&house, port).await;
    }
}

/// By another name than its own the house offers no key: a browser would refuse to make one.
async fn house_is_named_otherwise(house: &House, port: u16) {
    let browser = Browser::open(house, Look::phone()).await;
    browser.visit("/fr/login?next=%2Faccount%2Fpasskeys").await;
    browser.fill("login", "awa").await;
    browser.fill("password", &password("awa")).await;
    browser.find("main form button").await.click().await.expect("a button to press");
    browser.must_have("Code à six chiffres").await;
    assert!(!browser.text().await.contains("Utiliser ma clé"), "{port}");
    browser.close().await;
}
