//! Filing for somebody else (R8, N6): a relay in their own place, a desk for a walk-in; neither reads it afterwards.

use reqwest::Method;
use sigida::base::TrackingCode;

use crate::concerns::{decide, follow, number_on};
use crate::slips::printed;
use crate::support::world::{number as count, rows, sign_in, words, world};
use crate::support::{Form, Person, both};

const WORDS: &str = "Les voisins jettent leurs ordures MARQUEMOTS dans le puits.";

/// The form, filled but for what a test is about.
async fn form(person: &Person, path: &str, kind: &str, area: &str) -> Form {
    let page = person.visit(path).await;
    let form = page.must_be(200).form(path).fill("category", kind).fill("area", area).fill("words", WORDS);
    form.fill("lang", "bm").fill("consent", "yes")
}

/// Every address of the program where a concern of this number could show itself.
async fn sees(person: &Person, number: &str) -> Vec<String> {
    let mut seen = Vec::new();
    for route in sigida::app::table().iter().filter(|route| route.method == "GET") {
        let path = route.pattern.replace("{l}", "fr").replace("{number}", number);
        if path.contains('{') {
            continue;
        }
        for path in [path.clone(), format!("{path}?q=MARQUEMOTS"), format!("{path}?q={number}")] {
            let page = person.visit(&path).await;
            // A page may repeat what was searched for; a concern is known by its words, and by a link to it.
            let led =
                page.attributes("main a", "href").iter().any(|href| href.split('?').next().unwrap().contains(number));
            if page.has("MARQUEMOTS dans le puits") || led {
                seen.push(path);
            }
        }
    }
    for path in ["messages", "state", "referral", "assignment", "routing"] {
        let path = format!("/fr/desk/concerns/{number}/{path}");
        let token = person.visit("/fr/account").await.form("/fr/account/profile").value("_token");
        let body = format!("_token={token}").into_bytes();
        let body = Some(("application/x-www-form-urlencoded".to_owned(), body));
        let page = person.request(Method::POST, &path, &[("Sec-Fetch-Site", "same-origin")], body).await;
        if !matches!(page.status, 403 | 404) {
            seen.push(path);
        }
    }
    seen
}

both! {
    /// A relay files in one form, hands the code over, and cannot reach the file at any address; the count alone grows.
    async fn a_relay_files_for_a_neighbour_and_cannot_reach_the_file_afterwards(house: House) {
        let house = world(house);
        let relay = sign_in(&house, "relais.banconi").await;
        let home = relay.visit("/fr").await;
        assert!(home.links().iter().any(|link| link.href == "/fr/relay"), "no way to the form in the menu");
        assert_eq!(relay.visit("/fr/relay").await.form("/fr/relay").options("area").len(), 1, "another place is on offer");
        let slip = form(&relay, "/fr/relay", "waste", "banconi").await.press().await;
        slip.must_be(200).must_have("n’en gardez rien").must_not_have("MARQUEMOTS");
        let (code, number) = (slip.code(), number_on(&slip));
        // The slip speaks the language of whoever keeps it.
        assert_eq!(slip.attributes(".slip", "lang"), ["bm", "bm"]);
        assert_eq!(sees(&relay, &number).await, Vec::<String>::new());
        relay.visit("/fr/relay").await.must_have("Semaine du 23 novembre 2026");
        let weeks = "SELECT filed AS value FROM relay_weeks ORDER BY week DESC LIMIT 1";
        assert_eq!(count(&house, weeks).await, 1);
        // Nothing in the database leads from the concern to the relay.
        let last = "(SELECT MAX(id) FROM concerns)";
        assert_eq!(count(&house, &format!("SELECT COUNT(*) AS value FROM concerns WHERE id = {last} AND account_id IS NULL AND channel = 'relay' AND lang = 'bm' AND audience = 'private'")).await, 1);
        assert_eq!(count(&house, &format!("SELECT COUNT(*) AS value FROM concern_events WHERE concern_id = {last} AND account_id IS NULL AND function = 'relay'")).await, 1);
        assert_eq!(words(&house, "SELECT actor AS value FROM ledger ORDER BY seq DESC LIMIT 1").await, ["visitor"]);
        // The person reads and writes with the code; the unit answers, and knows that a relay wrote it down.
        follow(&house, &code).await.must_have("MARQUEMOTS").must_have(&number);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        officer.visit(&format!("/fr/desk/concerns/{number}")).await.must_be(200).must_have("Relais");
    }
}

both! {
    /// Elsewhere, without consent, without a role, or as police: nothing is filed.
    async fn a_relay_files_in_their_own_place_only_with_consent(house: House) {
        let house = world(house);
        let relay = sign_in(&house, "relais.banconi").await;
        let before = rows(&house, "concerns").await;
        let page = relay.visit("/fr/relay").await;
        let incomplete = page.form("/fr/relay").fill("category", "waste").fill("words", WORDS).press().await;
        incomplete.must_be(422).must_have("cochez si elle est d’accord");
        assert_eq!(incomplete.form("/fr/relay").value("words"), WORDS);
        form(&relay, "/fr/relay", "waste", "banconi").await.tamper("area", "sotuba").press().await.must_be(403);
        assert_eq!(rows(&house, "concerns").await, before);
        // An administrator cannot make a relay of an officer, nor an officer of a relay.
        let admin = sign_in(&house, "admin").await;
        for (login, role, place, at) in [("agent.c1-ouest", "relay", "area", "Banconi"), ("relais.banconi", "officer", "unit", "Commune II (exemple)")] {
            let list = admin.visit(&format!("/fr/admin/accounts?q={login}")).await;
            let account = list.attributes("tbody th a", "href").into_iter().next().expect("the account");
            let page = admin.visit(&account).await;
            let form = page.form(&format!("{account}/memberships")).fill("role", role);
            let place_of = form.options(place).into_iter().find(|(_, word)| word.contains(at.split(' ').next().unwrap()));
            let form = form.fill(place, &place_of.expect("a place").0);
            form.press().await.must_be(409).must_have("ne vont pas ensemble");
        }
    }
}

both! {
    /// N6: with a folded slip, whose serial is written outside, the relay never sees the code.
    async fn a_folded_slip_is_bound_by_its_serial_and_its_code_stays_unseen(house: House) {
        let house = world(house);
        let (_, slips) = printed(&sign_in(&house, "admin").await, "1").await;
        let relay = sign_in(&house, "relais.banconi").await;
        let (serial, code) = &slips[3];
        let handed = form(&relay, "/fr/relay", "waste", "banconi").await.fill("slip", serial).press().await;
        handed.must_be(200).must_have("ouvre maintenant ce dossier");
        assert!(handed.select(".code").is_empty() && !handed.body.contains(&code[..4]));
        follow(&house, code).await.must_have("MARQUEMOTS");
        let again = form(&relay, "/fr/relay", "waste", "banconi").await.fill("slip", serial).press().await;
        again.must_be(409).must_have("déjà servi");
        assert_eq!(again.form("/fr/relay").value("words"), WORDS);
        form(&relay, "/fr/relay", "waste", "banconi").await.fill("slip", "4000-1").press().await.must_be(409).must_have("Aucun ticket");
        form(&relay, "/fr/relay", "waste", "banconi").await.fill("slip", "12-9").press().await.must_be(422).must_have("par exemple 12-3");
        // The digits do as well, where somebody hands over an open slip.
        form(&relay, "/fr/relay", "waste", "banconi").await.fill("slip", &slips[4].1).press().await.must_be(200);
        follow(&house, &slips[4].1).await.must_have("MARQUEMOTS");
        let weeks = "SELECT filed AS value FROM relay_weeks ORDER BY week DESC LIMIT 1";
        assert_eq!(count(&house, weeks).await, 2, "a refused slip was counted");
    }
}

both! {
    /// R8: at a desk a walk-in's concern is filed and its slip printed; the unit works on it as on any other.
    async fn a_desk_files_for_whoever_comes_in(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let home = officer.visit("/fr").await;
        assert!(home.links().iter().any(|link| link.href == "/fr/desk/new"), "no way to the form in the menu");
        // Somebody of another commune walked in: theirs is another unit's to open.
        let slip = form(&officer, "/fr/desk/new", "waste", "hippodrome").await.press().await;
        let number = number_on(slip.must_be(200));
        officer.visit(&format!("/fr/desk/concerns/{number}")).await.must_be(404);
        assert_eq!(sees(&officer, &number).await, Vec::<String>::new());
        let slip = form(&officer, "/fr/desk/new", "waste", "banconi").await.fill("readers", "public").press().await;
        let number = number_on(slip.must_be(200));
        assert!(TrackingCode::parse(&slip.code()).is_ok());
        officer.visit(&format!("/fr/desk/concerns/{number}")).await.must_be(200).must_have("MARQUEMOTS");
        decide(&sign_in(&house, "moderation.c1").await, &number, "Publier", "").await;
        house.person().await.visit(&format!("/fr/concerns/{number}")).await.must_be(200).must_have("Agent, 23 novembre");
        let last = "(SELECT MAX(id) FROM concerns)";
        assert_eq!(count(&house, &format!("SELECT COUNT(*) AS value FROM concerns WHERE id = {last} AND account_id IS NULL AND channel = 'desk'")).await, 1);
    }
}

both! {
    /// A complaint about police filed at a desk: said before, gone afterwards, for officer and chief alike.
    async fn a_complaint_about_police_filed_at_the_desk_is_invisible_to_the_desk_afterwards(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let (_, slips) = printed(&sign_in(&house, "admin").await, "1").await;
        let before = rows(&house, "concerns").await;
        let filled = form(&officer, "/fr/desk/new", "police-conduct", "banconi").await.fill("slip", &slips[0].0);
        let warned = filled.press().await;
        warned.must_be(200).must_have("votre chef non plus");
        assert_eq!(rows(&house, "concerns").await, before, "it was filed before its readers were told");
        // Another kind asks again.
        let other = warned.form("/fr/desk/new").fill("category", "violence-gender").press().await;
        other.must_be(200).must_have("Ce sujet est protégé");
        assert_eq!(rows(&house, "concerns").await, before);
        let warned = other.form("/fr/desk/new").fill("category", "police-conduct").press().await;
        let sent = warned.must_have("votre chef non plus").form("/fr/desk/new").press().await;
        let number = number_on(sent.must_be(200));
        assert!(sent.select(".code").is_empty());
        for login in ["agent.c1-ouest", "chef.c1-ouest", "relais.banconi", "admin", "moderation.c1"] {
            let person = sign_in(&house, login).await;
            assert_eq!(sees(&person, &number).await, Vec::<String>::new(), "{login}");
        }
        sign_in(&house, "controle").await.visit(&format!("/fr/desk/concerns/{number}")).await.must_be(200).must_have("MARQUEMOTS");
        follow(&house, &slips[0].1).await.must_have(&number);
    }
}
