//! Accounts and administration as people live them: making an account, keeping it, and what an administrator changes works at
//! once, everywhere, without a restart.

use crate::concerns::{file, published};
use crate::support::world::{enter, number as count, password, sign_in, world};
use crate::support::{House, Page, Person, both};

/// The password a page shows once.
pub fn shown(page: &Page) -> String {
    page.must_be(200);
    page.select("p.now b").into_iter().next().unwrap_or_else(|| panic!("{}", page.described()))
}

/// Makes a staff account; what the page shows: its first password.
pub async fn staff(admin: &Person, login: &str, role: &str, place: (&str, &str)) -> String {
    let page = admin.visit("/fr/admin/accounts/new").await;
    let form =
        page.form("/fr/admin/accounts/new").fill("name", "Nouvelle Recrue").fill("login", login).fill("lang", "fr");
    let mut form = form.fill("role", role);
    if !place.0.is_empty() {
        form = form.fill(place.0, place.1);
    }
    shown(&form.press().await)
}

/// The letters of a link to a new password that a page shows once.
pub fn letters(page: &Page) -> String {
    page.must_be(200);
    page.select("#letters").into_iter().next().unwrap_or_else(|| panic!("{}", page.described()))
}

/// Chooses a password by a link, as its owner does; the page that leads to.
pub async fn by_link(person: &Person, letters: &str, password: &str) -> Page {
    let page = person.visit(&format!("/fr/account/reset/{letters}")).await;
    let form = page.must_be(200).form("/fr/account/reset/");
    form.fill("password", password).fill("again_password", password).press().await
}

/// Signs in with a first password and chooses another.
pub async fn first_day(house: &House, login: &str, first: &str) -> Person {
    let person = house.person().await;
    let page = enter(&person, login, first).await;
    assert_eq!(page.path, "/fr/account/password", "{}", page.described());
    let form = page.form("/fr/account/password").fill("current", first).fill("password", "neuf tamarins verts");
    form.press().await.must_be(200);
    person
}

both! {
    /// An account is a name, a login and a password; nothing too easy, nothing twice.
    async fn anyone_makes_an_account_with_a_password_that_is_not_everybodys(house: House) {
        let house = world(house);
        let person = house.person().await;
        let attempt = async |login: &str, secret: &str| {
            let page = person.visit("/fr/signup").await;
            let form = page.form("/fr/signup").fill("name", "Oumou").fill("login", login).fill("password", secret);
            let page = form.press().await;
            if page.status == 422 {
                let form = page.form("/fr/signup");
                assert_eq!((form.value("name"), form.value("password")), ("Oumou".to_owned(), String::new()));
            }
            page
        };
        for easy in ["court", "123456789", "1234567890", "motdepasse1", "oumou.k@exemple.ml", "          "] {
            let page = attempt("oumou.k@exemple.ml", easy).await;
            assert_eq!(page.status, 422, "« {easy} » is taken as a password");
            assert!(page.attributes(".errors a", "href").contains(&"#password".to_owned()), "{}", page.described());
        }
        for login in ["", "a", "deux mots", "00000000", "<script>"] {
            assert_eq!(attempt(login, "cinq mangues mûres").await.status, 422, "« {login} » is taken as a login");
        }
        attempt("AWA", "cinq mangues mûres").await.must_be(422);
        attempt("76 00 11 22", "cinq mangues mûres").await.must_be(200);
        // The same telephone however it is typed.
        let other = house.person().await;
        enter(&other, "+223 76001122", "cinq mangues mûres").await.must_be(200);
        assert_eq!(other.visit("/fr/account").await.path, "/fr/account");
        let page = house.person().await.visit("/fr/signup").await;
        let form = page.form("/fr/signup").fill("name", "Autre").fill("login", "0022376001122").fill("password", "cinq mangues mûres");
        form.press().await.must_be(422);
    }
}

both! {
    /// A wrong password and an unknown login look alike, and neither stays in the page.
    async fn a_wrong_password_and_an_unknown_login_cannot_be_told_apart(house: House) {
        let house = world(house);
        let person = house.person().await;
        let known = enter(&person, "awa", "pas le bon mot").await;
        let unknown = enter(&person, "awax", "pas le bon mot").await;
        known.must_be(422);
        let plain = |page: &Page| page.select("main").concat().replace("awax", "awa");
        assert_eq!(plain(&known), plain(&unknown));
        assert!(!known.body.contains("pas le bon mot"));
        enter(&person, "awa", &password("awa")).await.must_be(200);
    }
}

both! {
    /// A new officer has a first password, must choose another, and then works at their unit's desk and nowhere else.
    async fn a_new_officer_works_at_once_at_their_own_desk(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let unit = sigida::base::Id::<()>::new(count(&house, "SELECT id AS value FROM units WHERE slug = 'commune-1-ouest'").await);
        let first = staff(&admin, "nouvel.agent", "officer", ("unit", &unit.to_string())).await;
        let list = admin.visit("/fr/admin/accounts?q=nouvel").await;
        assert!(!list.body.contains(&first), "the first password is shown again");
        list.must_have("nouvel.agent");
        let filed = file(&house, "noise", "banconi", "La scierie tourne la nuit.", "private").await;
        // Nothing before the password is one's own.
        let early = house.person().await;
        enter(&early, "nouvel.agent", &first).await;
        let page = early.visit(&filed.at_desk()).await;
        assert!(!page.has("scierie"), "a first password opens files: {}", page.described());
        let officer = first_day(&house, "nouvel.agent", &first).await;
        officer.visit(&filed.at_desk()).await.must_be(200).must_have("La scierie tourne la nuit.");
        officer.visit("/fr/admin").await.must_be(403);
        // The chief can give it to them.
        let page = sign_in(&house, "chef.c1-ouest").await.visit(&filed.at_desk()).await;
        page.form("/assignment").fill("assignee", "Nouvelle Recrue").press().await.must_be(200);
    }
}

both! {
    /// D11: whoever serves in the police moderates nothing, whichever role came first.
    async fn nobody_is_police_and_moderator(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let id = |table: &'static str, slug: &'static str| {
            let house = &house;
            async move { sigida::base::Id::<()>::new(count(house, &format!("SELECT id AS value FROM {table} WHERE slug = '{slug}'")).await).to_string() }
        };
        let (unit, committee) = (id("units", "commune-1-ouest").await, id("committees", "ccs-commune-1").await);
        for (login, role, place) in
            [("moderation.c1", "officer", ("unit", unit.as_str())), ("agent.c1-ouest", "moderator", ("committee", committee.as_str()))]
        {
            let list = admin.visit(&format!("/fr/admin/accounts?q={login}")).await;
            let account = list.links().into_iter().find(|l| l.href.starts_with("/fr/admin/accounts/") && !l.href.ends_with("/new")).expect("the account");
            let page = admin.visit(&account.href).await;
            let answer = page.form("Ajouter un rôle").fill("role", role).fill(place.0, place.1).press().await;
            assert!([409, 422].contains(&answer.status), "{login} becomes {role} too: {}", answer.described());
            answer.must_have("ne vont pas ensemble");
        }
        let both = "SELECT COUNT(*) AS value FROM memberships m INNER JOIN memberships p ON p.account_id = m.account_id \
            WHERE m.role = 'moderator' AND p.role IN ('officer', 'chief') AND m.ended_at IS NULL AND p.ended_at IS NULL";
        assert_eq!(count(&house, both).await, 0);
    }
}

both! {
    /// Disabling somebody puts them out at once, on every device, and P9: not while files are in their hands.
    async fn a_disabled_account_is_out_at_once_and_hands_its_files_over_first(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let account_of = async |login: &str| {
            let list = admin.visit(&format!("/fr/admin/accounts?q={login}")).await;
            let link = list.links().into_iter().find(|l| l.href.starts_with("/fr/admin/accounts/") && !l.href.ends_with("/new"));
            admin.visit(&link.expect("the account").href).await
        };
        let resident = sign_in(&house, "moussa").await;
        account_of("moussa").await.form("/state").press().await.must_be(200);
        assert_eq!(resident.visit("/fr/account").await.path, "/fr/login");
        enter(&house.person().await, "moussa", &password("moussa")).await.must_be(422);

        let filed = file(&house, "noise", "kalabanbougou", "La scierie tourne la nuit.", "private").await;
        let chief = sign_in(&house, "chef.c4-ouest").await;
        chief.visit(&filed.at_desk()).await.form("/assignment").fill("assignee", "Lamine").press().await.must_be(200);
        let officer = sign_in(&house, "agent.c4-ouest").await;
        let page = account_of("agent.c4-ouest").await;
        if let Some(form) = page.forms().into_iter().find(|f| f.action().ends_with("/state")) {
            let answer = form.press().await;
            assert_eq!(answer.status, 409, "{}", answer.described());
        }
        assert_eq!(officer.visit("/fr/account").await.path, "/fr/account", "who holds files was put out");
        let held = "SELECT COUNT(*) AS value FROM concerns c INNER JOIN accounts a ON a.id = c.assignee_id WHERE a.login = 'agent.c4-ouest' AND c.state IN ('received', 'in_progress', 'referred')";
        assert!(count(&house, held).await >= 1);
    }
}

both! {
    /// A3: a unit, a kind and a committee made on a page are in use with the next request.
    async fn what_an_administrator_makes_is_in_use_at_once(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let visitor = house.person().await;
        visitor.visit("/fr/concerns/new").await.must_not_have("Animaux errants");
        let page = admin.visit("/fr/admin/categories/new").await;
        let form = page.form("/fr/admin/categories/new").fill("name_fr", "Animaux errants").fill("name_bm", "Bagan yaalabagaw");
        let icon = form.options("icon").into_iter().next().expect("a drawing").0;
        let form = form.fill("icon", &icon).fill("audience", "public").fill("target_hours", "48").fill("position", "50");
        form.press().await.must_be(200);
        let kinds = visitor.visit("/fr/concerns/new").await;
        kinds.must_have("Animaux errants");
        visitor.visit("/bm/concerns/new").await.must_have("Bagan yaalabagaw");
        let slug = kinds.link("Animaux errants").href.split("category=").nth(1).expect("a kind").to_owned();

        let page = admin.visit("/fr/admin/units/new").await;
        let form = page.form("/fr/admin/units/new").fill("name", "Poste de Sotuba (exemple)").fill("address", "Face au marché");
        let place = form.options("place").into_iter().find(|(_, label)| label.starts_with("Sotuba")).expect("the quartier").0;
        let form = form.fill("phone", "00 00 00 77").fill("place", &place);
        form.press().await.must_be(200);
        visitor.visit("/fr/units").await.must_have("Poste de Sotuba");
        let page = visitor.visit(&format!("/fr/concerns/new?category={slug}")).await;
        let form = page.form("/fr/concerns/new").fill("area", "sotuba").fill("words", "Des chiens attaquent les enfants.").fill("readers", "public");
        form.press_button("Envoyer").await.must_be(200).must_have("Poste de Sotuba");

        let page = admin.visit("/fr/admin/committees/new").await;
        let form = page.form("/fr/admin/committees/new").fill("name_fr", "Comité de la Commune III (exemple)");
        let form = form.fill("name_bm", "Komini III jɛkulu (misali)").fill("area", "Commune III").fill("kind", "ccs");
        form.press().await.must_be(200);
        visitor.visit("/fr/forums").await.must_have("Comité de la Commune III");
        let committee = sigida::base::Id::<()>::new(count(&house, "SELECT MAX(id) AS value FROM committees").await).to_string();
        let first = staff(&admin, "moderation.c3", "moderator", ("committee", &committee)).await;
        let moderator = first_day(&house, "moderation.c3", &first).await;
        moderator.visit("/fr/committee").await.must_be(200).must_have("Commune III");
        // The unit's own file, and the old unit has it not.
        let number = count(&house, "SELECT CAST(MAX(serial) AS BIGINT) AS value FROM concerns").await;
        let filed = format!("/fr/desk/concerns/BKO-2026-{number:05}");
        sign_in(&house, "chef.c1-est").await.visit(&filed).await.must_be(404);
    }
}

both! {
    /// A telephone number nobody called is shown to nobody in danger.
    async fn an_unverified_number_is_hidden_until_somebody_verified_it(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let visitor = house.person().await;
        let page = admin.visit("/fr/admin/numbers/new").await;
        let form = page.form("/fr/admin/numbers/new").fill("label_fr", "Urgence test").fill("label_bm", "Dɛmɛ").fill("number", "80 00 77 77");
        form.fill("position", "1").press().await.must_be(200);
        visitor.visit("/fr/danger").await.must_not_have("80 00 77 77");
        let link = admin.visit("/fr/admin/numbers").await.links().into_iter().find(|l| l.text.contains("Urgence test")).expect("the number");
        let page = admin.visit(&link.href).await;
        page.form(&link.href).fill("verified_on", "2026-11-20").press().await.must_be(200);
        let danger = visitor.visit("/fr/danger").await;
        assert!(danger.attributes("a[href^='tel:']", "href").iter().any(|h| h.contains("80007777")), "{}", danger.described());
    }
}

both! {
    /// The administrator runs the instance and reads no file.
    async fn an_administrator_reads_no_concern_that_is_not_public(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        let filed = published(&house, "noise", "banconi", "Le moulin tourne.").await;
        admin.visit(&filed.at_desk()).await.must_be(403);
        admin.visit(&filed.public()).await.must_be(200);
        for place in ["/fr/desk", "/fr/oversight", "/fr/committee", "/fr/desk/referrals", "/fr/desk/patrols"] {
            admin.visit(place).await.must_be(403);
        }
    }
}
