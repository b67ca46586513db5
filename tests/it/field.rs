//! A patrol noted on a phone (T6): a night without a network, a house that dies in the middle of the delivery, the same batch three
//! times, a second officer at the same stop. One patrol, every stop, both versions of what was said twice.

use serde_json::{Value, json};

use crate::support::line::Line;
use crate::support::program::Program;
use crate::support::world::{number, password, sign_in, words, world};
use crate::support::{Browser, House, Look, Page, Person, both, on_sqlite};
use reqwest::Method;

const MINUTE: i64 = 60;

/// A name as a phone makes one.
pub fn mark(n: u64) -> String {
    format!("{n:032x}")
}

fn now(house: &House) -> i64 {
    house.clock.now().seconds()
}

/// What a phone takes along.
pub async fn kit(person: &Person) -> Value {
    let page = person.visit("/fr/desk/field/kit").await;
    serde_json::from_slice(&page.must_be(200).bytes).expect("JSON")
}

/// Sends a batch as the page's script does.
pub async fn send(person: &Person, batch: &Value) -> Page {
    let token = kit(person).await["token"].as_str().expect("a token").to_owned();
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    let body = form.append_pair("_token", &token).append_pair("batch", &batch.to_string()).finish();
    let body = Some(("application/x-www-form-urlencoded".to_owned(), body.into_bytes()));
    person.request(Method::POST, "/fr/desk/field/delivery", &[("Sec-Fetch-Site", "same-origin")], body).await
}

fn told(page: &Page) -> Value {
    serde_json::from_slice(&page.must_be(200).bytes).expect("JSON")
}

/// A night: begun an hour ago, one stop of a quarter of an hour, one they still stand at.
fn night(house: &House, first: u64) -> Value {
    let began = now(house) - 60 * MINUTE;
    json!({ "clock": now(house), "unit": "commune-1-est",
        "patrol": { "mark": mark(first), "version": 1,
            "said": { "mode": "moto", "headcount": 3, "objective": "Présence au marché", "started": began } },
        "stops": [
            { "mark": mark(first + 1), "version": 1, "said": { "area": "fadjiguila", "place": "Petit marché",
                "arrived": began + 5 * MINUTE, "left": began + 20 * MINUTE, "met": { "residents": 4, "traders": 2 },
                "observation": "Calme." } },
            { "mark": mark(first + 2), "version": 1, "said": { "area": "sotuba", "place": "Pont",
                "arrived": began + 30 * MINUTE } },
        ] })
}

fn at(house: &House, told: &Value) -> String {
    let _ = house;
    format!("/fr/desk/patrols/{}", told["patrol"].as_str().expect("an id"))
}

both! {
    /// The same batch three times, each with a token of its own as after lost answers, across a restart: one patrol, two stops.
    async fn the_same_night_delivered_three_times_is_one_patrol(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-est").await;
        let count = "SELECT COUNT(*) AS value FROM patrols";
        let (before, ledger) = (number(&house, count).await, "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'patrol.deliver'");
        let batch = night(&house, 0x10);
        let first = told(&send(&officer, &batch).await);
        house.restart().await;
        for _ in 0..2 {
            assert_eq!(told(&send(&officer, &batch).await)["patrol"], first["patrol"]);
        }
        assert_eq!(number(&house, count).await, before + 1);
        assert_eq!(number(&house, ledger).await, 1, "what came again is no deed");
        let page = officer.visit(&at(&house, &first)).await;
        page.must_be(200).must_have("Petit marché, Fadjiguila").must_have("15 min").must_have("6 personnes rencontrées");
        page.must_have("Commerçants : 2").must_have("Patrouille en cours").must_have("Pont, Sotuba").must_have("3 personnes");
        page.must_not_have("Horloge du téléphone").must_not_have("Deux versions");

        // The rest of the night, by the same phone.
        let mut rest = batch.clone();
        rest["patrol"]["version"] = json!(2);
        rest["patrol"]["said"]["ended"] = json!(now(&house));
        rest["patrol"]["said"]["observations"] = json!("Rien à signaler.");
        rest["stops"][1]["version"] = json!(2);
        rest["stops"][1]["said"]["left"] = json!(now(&house) - 2 * MINUTE);
        let end = told(&send(&officer, &rest).await);
        assert_eq!((end["conflicts"].as_i64(), &end["patrol"]), (Some(0), &first["patrol"]));
        let page = officer.visit(&at(&house, &end)).await;
        page.must_have("Patrouille terminée").must_have("Rien à signaler.").must_have("28 min").must_not_have("Deux versions");
        // A late echo of the first batch takes nothing back.
        send(&officer, &batch).await.must_be(200);
        officer.visit(&at(&house, &end)).await.must_have("Patrouille terminée").must_have("28 min");
    }
}

both! {
    /// A second officer at the same patrol: what only one of them changed is kept, what both changed is named with both versions.
    async fn a_second_officer_s_notes_are_merged_by_stop_and_conflicts_are_named(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-est").await;
        let batch = night(&house, 0x20);
        let first = told(&send(&officer, &batch).await);
        let patrol = first["patrol"].clone();

        // The chief takes the same patrol along on another phone and leaves the second stop.
        let chief = sign_in(&house, "chef.c1-est").await;
        let taken = kit(&chief).await["units"][0]["out"][0].clone();
        assert_eq!(taken["id"], patrol);
        let (of, base) = (taken["stops"][1][0].clone(), taken["stops"][1][1].clone());
        let mut theirs = base.clone();
        theirs["left"] = json!(now(&house) - 15 * MINUTE);
        theirs["met"] = json!({ "young": 5 });
        theirs["observation"] = json!("Des jeunes jouent aux cartes.");
        let joined = json!({ "clock": now(&house), "unit": "commune-1-est",
            "patrol": { "mark": mark(0x30), "version": 1, "of": patrol, "base": taken["said"], "said": taken["said"] },
            "stops": [{ "mark": mark(0x31), "version": 1, "of": of, "base": base, "said": theirs },
                { "mark": mark(0x32), "version": 1, "said": { "area": "sotuba", "place": "École",
                    "arrived": now(&house) - 12 * MINUTE, "left": now(&house) - MINUTE } }] });
        assert_eq!(told(&send(&chief, &joined).await)["conflicts"], json!(0));

        // The first phone, which knows nothing of that, left the same stop at another time and met traders.
        let mut mine = batch.clone();
        mine["stops"][1]["version"] = json!(2);
        mine["stops"][1]["said"]["left"] = json!(now(&house) - 10 * MINUTE);
        mine["stops"][1]["said"]["met"] = json!({ "traders": 2 });
        let merged = told(&send(&officer, &mine).await);
        assert_eq!((&merged["patrol"], &merged["conflicts"]), (&patrol, &json!(1)));
        for _ in 0..2 {
            assert_eq!(told(&send(&officer, &mine).await)["conflicts"], json!(0), "a conflict is told once");
        }
        let page = officer.visit(&at(&house, &merged)).await;
        page.check_html();
        page.must_have("Des jeunes jouent aux cartes.").must_have("Jeunes : 5").must_have("Commerçants : 2").must_have("École");
        page.must_have("Deux versions").must_have("Pont – Heure de départ");
        let rows = page.rows("table.cards");
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert!(rows[0][1].contains("9 h 45") && rows[0][2].contains("9 h 50"), "{rows:?}");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrol_stops WHERE patrol_id = (SELECT MAX(id) FROM patrols)").await, 3);
        officer.visit(&at(&house, &merged).replace("/fr/", "/bm/")).await.must_be(200).check_html();
    }
}

both! {
    /// Two phones leave on the same plan: one patrol, each planned stop once.
    async fn two_phones_on_one_plan_make_one_patrol(house: House) {
        let house = world(house);
        house.clock.advance(9 * 60 * MINUTE);
        let officer = sign_in(&house, "agent.c1-est").await;
        let plan = kit(&officer).await["units"][0]["plans"][0].clone();
        let stop = plan["stops"][0].clone();
        let before = number(&house, "SELECT COUNT(*) AS value FROM patrols").await;
        let mut ids = Vec::new();
        for (login, first, late) in [("agent.c1-est", 0x40, 0), ("chef.c1-est", 0x50, 3)] {
            let began = now(&house) - (30 - late) * MINUTE;
            let batch = json!({ "clock": now(&house), "unit": "commune-1-est",
                "patrol": { "mark": mark(first), "version": 1, "planned": plan["id"], "said": { "mode": plan["mode"],
                    "headcount": plan["headcount"], "objective": plan["objective"], "started": began } },
                "stops": [{ "mark": mark(first + 1), "version": 1, "planned": stop["id"], "said": { "area": stop["area"],
                    "place": stop["place"], "arrived": began + 5 * MINUTE, "left": began + 20 * MINUTE } }] });
            ids.push(told(&send(&sign_in(&house, login).await, &batch).await)["patrol"].clone());
        }
        assert_eq!(ids[0], ids[1]);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrols").await, before + 1);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrol_stops WHERE patrol_id = (SELECT MAX(id) FROM patrols)").await, 1);
        let page = officer.visit(&format!("/fr/desk/patrols/{}", ids[0].as_str().unwrap())).await;
        page.must_have("Deux versions").must_have("Heure d’arrivée");
        assert_eq!(words(&house, "SELECT state AS value FROM patrol_plans WHERE patrol_id IS NOT NULL").await, ["gone"]);
    }
}

both! {
    /// The chief notes in the form at the desk what the officer notes on the phone without a network: one stop, and two where there were two.
    async fn a_stop_noted_at_the_desk_and_on_the_phone_is_one_stop(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-est").await;
        let mut batch = night(&house, 0x60);
        let stops = batch["stops"].take();
        batch["stops"] = json!([]);
        let first = told(&send(&officer, &batch).await);
        let chief = sign_in(&house, "chef.c1-est").await;
        let page = chief.visit(&at(&house, &first)).await;
        // As on the phone: twenty-five minutes ago they stood at the bridge, and still do.
        let page = page.form("/stops").fill("area", "sotuba").fill("place", "Pont").fill("at", "2026-11-23T09:30").press().await;
        page.must_be(200).must_have("Pont, Sotuba");
        batch["stops"] = stops;
        let merged = told(&send(&officer, &batch).await);
        assert_eq!((&merged["patrol"], &merged["conflicts"]), (&first["patrol"], &json!(0)));
        let count = "SELECT COUNT(*) AS value FROM patrol_stops WHERE patrol_id = (SELECT MAX(id) FROM patrols)";
        assert_eq!(number(&house, count).await, 2, "the market, and the bridge once");
        // A later stay in the same quartier is another stop.
        batch["stops"][1]["version"] = json!(2);
        batch["stops"][1]["said"]["left"] = json!(now(&house) - 15 * MINUTE);
        let later = json!({ "mark": mark(0x6f), "version": 1, "said": { "area": "sotuba", "place": "Marché",
            "arrived": now(&house) - 15 * MINUTE, "left": now(&house) - MINUTE } });
        batch["stops"].as_array_mut().unwrap().push(later);
        assert_eq!(told(&send(&officer, &batch).await)["conflicts"], json!(0));
        assert_eq!(number(&house, count).await, 3);
        chief.visit(&at(&house, &merged)).await.must_have("Marché, Sotuba").must_not_have("Deux versions");
    }
}

both! {
    /// Nonsense is refused with its name and changes nothing; the phone's clock is kept, and told.
    async fn nonsense_is_refused_by_name_and_a_wrong_clock_is_told(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-est").await;
        let before = number(&house, "SELECT COUNT(*) AS value FROM patrols").await;
        let cause = async |change: &dyn Fn(&mut Value)| {
            let mut batch = night(&house, 0x60);
            change(&mut batch);
            let page = send(&officer, &batch).await;
            let said: Value = serde_json::from_slice(&page.must_be(422).bytes).unwrap();
            assert!(!said["say"].as_str().unwrap().is_empty());
            said["cause"].as_str().unwrap().to_owned()
        };
        let later = now(&house) + 3_600;
        assert_eq!(cause(&|b| b["stops"][0]["said"]["left"] = json!(1)).await, "too-old");
        assert_eq!(cause(&|b| b["stops"][0]["said"]["arrived"] = json!(later)).await, "future");
        assert_eq!(cause(&|b| b["stops"][0]["said"]["left"] = json!(later - 7_201)).await, "before-arrival");
        assert_eq!(cause(&|b| b["stops"][0]["said"]["area"] = json!("paris")).await, "place");
        assert_eq!(cause(&|b| b["patrol"]["said"]["headcount"] = json!(0)).await, "number");
        assert_eq!(cause(&|b| b["patrol"]["said"]["objective"] = json!("é".repeat(201))).await, "words");
        assert_eq!(cause(&|b| b["latitude"] = json!(12.6)).await, "unreadable");
        assert_eq!(cause(&|b| b["stops"] = Value::Array(vec![b["stops"][0].clone(); 41])).await, "too-many");
        let mut large = night(&house, 0x60);
        large["patrol"]["said"]["observations"] = json!("é".repeat(40_000));
        assert_eq!(send(&officer, &large).await.status, 413);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrols").await, before);

        // Ninety minutes ahead: its times stay as they are, and the page says so.
        let mut ahead = night(&house, 0x70);
        for path in ["/clock", "/patrol/said/started", "/stops/0/said/arrived", "/stops/0/said/left", "/stops/1/said/arrived"] {
            let time = ahead.pointer_mut(path).unwrap();
            *time = json!(time.as_i64().unwrap() + 90 * MINUTE);
        }
        let page = officer.visit(&at(&house, &told(&send(&officer, &ahead).await))).await;
        page.must_have("Horloge du téléphone").must_have("avançait de").must_have("10 h 30");
        // A number that is nobody's is kept and named.
        let mut cited = night(&house, 0x80);
        cited["stops"][0]["said"]["concerns"] = json!(["BKO-2026-88888"]);
        let page = officer.visit(&at(&house, &told(&send(&officer, &cited).await))).await;
        page.must_have("Numéro inconnu").must_have("BKO-2026-88888");
    }
}

both! {
    /// Permitted like any other deed: another unit's officer is told that there is nothing, and nobody else delivers.
    async fn only_the_unit_delivers_and_takes_along(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-est").await;
        let batch = night(&house, 0x90);
        let first = told(&send(&officer, &batch).await);
        let other = sign_in(&house, "agent.c1-ouest").await;
        assert_eq!(send(&other, &batch).await.status, 404);
        let mut stolen = night(&house, 0xa0);
        stolen["unit"] = json!("commune-1-ouest");
        stolen["patrol"]["of"] = first["patrol"].clone();
        assert_eq!(send(&other, &stolen).await.status, 404);
        stolen["patrol"]["of"] = Value::Null;
        stolen["patrol"]["mark"] = batch["patrol"]["mark"].clone();
        assert_eq!(send(&other, &stolen).await.status, 404, "another unit's name for its patrol opens it");
        // What is taken along says of residents numbers only.
        let text = kit(&officer).await.to_string();
        assert!(text.contains("BKO-"));
        for said in words(&house, "SELECT words AS value FROM concerns").await {
            assert!(!text.contains(&said), "the phone would hold: {said}");
        }
        let page = house.person().await.visit("/fr/field").await;
        page.must_be(200).must_not_have("BKO-");
        page.check_html();
        house.person().await.visit("/bm/field").await.must_be(200).check_html();
    }
}

both! {
    /// The paper sheet, entered afterwards by the plain forms, makes the record that the phone makes.
    async fn the_paper_sheet_entered_afterwards_is_the_same_record(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-est").await;
        let mut batch = night(&house, 0xb0);
        batch["patrol"]["said"]["ended"] = json!(now(&house) - 10 * MINUTE);
        batch["stops"][1]["said"]["left"] = json!(now(&house) - 15 * MINUTE);
        told(&send(&officer, &batch).await);
        let local = |minutes: i64| house.clock.now().plus(minutes * MINUTE).local();
        let page = officer.visit("/fr/desk/patrols/new").await;
        let form = page.main_form().fill("mode", "moto").fill("headcount", "3").fill("objective", "Présence au marché");
        let page = form.fill("started_at", &local(-60)).press().await;
        let page = page.form("/stops").fill("area", "fadjiguila").fill("place", "Petit marché").fill("at", &local(-55)).press().await;
        let form = page.form("/stops/").fill("met-residents", "4").fill("met-traders", "2").fill("observation", "Calme.");
        let page = form.fill("at", &local(-40)).press().await;
        let page = page.form("/stops").fill("area", "sotuba").fill("place", "Pont").fill("at", &local(-30)).press().await;
        let page = page.form("/stops/").fill("at", &local(-15)).press().await;
        page.form("/closure").fill("ended_at", &local(-10)).press().await.must_have("Patrouille terminée");
        let newest = "(SELECT id FROM patrols ORDER BY id DESC LIMIT 2)";
        for (what, differ) in [
            ("patrols", "SELECT DISTINCT unit_id || mode || headcount || objective || state || started_at || ended_at || observations AS value FROM patrols WHERE id IN"),
            ("stops", "SELECT DISTINCT area_id || place || arrived_at || left_at || contacts || observation AS value FROM patrol_stops WHERE patrol_id IN"),
            ("contacts", "SELECT DISTINCT kind || met AS value FROM stop_contacts INNER JOIN patrol_stops ON patrol_stops.id = stop_id WHERE patrol_id IN"),
        ] {
            let rows = words(&house, &format!("{differ} {newest}")).await.len();
            assert_eq!(rows, if what == "patrols" { 1 } else { 2 }, "{what} differ between phone and paper");
        }
    }
}

/// Waits for a script to say true.
async fn until(browser: &Browser, script: &str) {
    for _ in 0..300 {
        if browser.run(script).await == Value::Bool(true) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("never true on {}: {script}\n{}", browser.path().await, browser.text().await);
}

/// A tap on what is there now: the page draws itself anew while a test looks.
async fn tap(browser: &Browser, css: &str) {
    let css = serde_json::to_string(css).expect("a selector");
    until(browser, &format!("const e = document.querySelector({css}); if (e && e.checkVisibility()) {{ e.click(); return true; }} return false")).await;
}

/// How many patrols and kits the phone holds.
async fn held(browser: &Browser) -> Value {
    let script = "return Promise.all([carry.patrols(), carry.kept('kit')]).then(([p, k]) => [p.length, k ? 1 : 0])";
    browser.run(script).await
}

async fn enter(browser: &Browser, login: &str) {
    browser.fill("login", login).await;
    browser.fill("password", &password(login)).await;
    browser.find("main form button").await.click().await.expect("a button to press");
}

/// The page of the patrol, with all it needs to stay without a network.
async fn take_along(browser: &Browser) {
    browser.visit("/fr/login?next=%2Ffield").await;
    enter(browser, "agent.c1-est").await;
    browser.must_have("Patrouille sur le téléphone").await;
    let script = "return navigator.serviceWorker.controller ? \
        Promise.all(['/fr/field'].concat(Array.from(document.scripts, s => s.getAttribute('src')).filter(Boolean))\
        .map(u => caches.match(u, {ignoreVary: true}))).then(f => f.every(x => x)) : false";
    until(browser, script).await;
    until(browser, "return carry.kept('kit').then(k => !!k)").await;
}

/// The house's clock goes with the phone's: what tests of a browser cannot move.
fn same_clock(house: &House) {
    house.clock.advance(real_now() - now(house));
}

/// What holds of the page whether or not there is a network.
async fn looks(browser: &Browser, name: &str) {
    browser.shot(name).await;
    assert_eq!(browser.overflow().await, 0, "{name}: {:?}", browser.sticking_out().await);
    let small = browser.small_targets().await;
    assert!(small.is_empty(), "{name}: {small:?}");
}

async fn plan(house: &House) {
    let chief = sign_in(house, "chef.c1-est").await;
    let page = chief.visit("/fr/desk/plans/new").await;
    let form = page.main_form().fill("leaves_at", &house.clock.now().plus(3_600).local()).fill("stops", "3");
    let form = form.fill("mode", "foot").fill("headcount", "3").fill("objective", "Présence du soir");
    form.press().await.must_be(200);
}

on_sqlite! {
    /// The whole night: the plan taken along, the network cut, two taps a stop, the page opened again without a network; the house
    /// killed while the delivery is on its way and started again; one patrol, every stop, nothing left on the phone.
    async fn a_night_without_a_network_arrives_as_one_patrol(house: House) {
        let house = world(house);
        same_clock(&house);
        plan(&house).await;
        let before = number(&house, "SELECT COUNT(*) AS value FROM patrols").await;
        let line = Line::to(&house);
        let browser = Browser::open_at(line.base(), Look::phone()).await;
        take_along(&browser).await;
        browser.check("field-choose").await;
        line.cut();
        browser.click("Présence du soir").await;
        browser.must_have("Arrivé ici").await;
        browser.must_have("Pas encore envoyé").await;
        looks(&browser, "field-way").await;
        // Two taps a stop.
        for stop in 0..3 {
            tap(&browser, "#ahead button").await;
            browser.must_have("Vous êtes à l’arrêt").await;
            if stop == 0 {
                tap(&browser, "[data-met=young][data-by='1']").await;
                until(&browser, "return document.getElementById('n-young').textContent === '1'").await;
                looks(&browser, "field-stop").await;
            }
            tap(&browser, "#gone").await;
            until(&browser, "return document.getElementById('here').closest('[data-view]').hidden").await;
        }
        looks(&browser, "field-three").await;
        // The phone was off; the page comes without a network, with all of it.
        browser.visit("/fr/field").await;
        until(&browser, "return document.querySelectorAll('#stops li').length === 3").await;
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrols").await, before);

        // The delivery arrives, its answer does not; and then the house dies and comes back.
        line.lose_answers();
        browser.run("window.dispatchEvent(new Event('online'))").await;
        tokio::time::sleep(std::time::Duration::from_millis(800)).await;
        browser.must_have("Pas encore envoyé").await;
        line.cut();
        house.restart().await;
        browser.visit("/fr/field").await;
        until(&browser, "return document.querySelectorAll('#stops li').length === 3").await;
        browser.find("#end").await;
        browser.click("Terminer la patrouille").await;
        tap(&browser, "#end button").await;
        browser.must_have("Patrouille terminée").await;
        line.mend();
        browser.run("window.dispatchEvent(new Event('online'))").await;
        browser.must_have("ce téléphone ne garde plus rien").await;
        looks(&browser, "field-gone").await;
        assert_eq!(held(&browser).await, json!([0, 0]));
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrols").await, before + 1);
        let of = "FROM patrol_stops WHERE patrol_id = (SELECT MAX(id) FROM patrols)";
        assert_eq!(number(&house, &format!("SELECT COUNT(*) AS value {of} AND left_at IS NOT NULL")).await, 3);
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrol_conflicts").await, 0);
        assert_eq!(words(&house, "SELECT state AS value FROM patrols ORDER BY id DESC LIMIT 1").await, ["closed"]);
        let complaints: Vec<_> = browser.complaints().await.into_iter().filter(|c| !c.contains("ERR_")).collect();
        assert!(complaints.is_empty(), "{complaints:?}");
        browser.close().await;
    }
}

on_sqlite! {
    /// The batch whose answer is lost three times is one patrol; a session that ended meanwhile asks to sign in and loses nothing;
    /// signing out leaves nothing.
    async fn lost_answers_and_an_ended_session_lose_nothing_and_signing_out_leaves_nothing(house: House) {
        let house = world(house);
        same_clock(&house);
        plan(&house).await;
        let before = number(&house, "SELECT COUNT(*) AS value FROM patrols").await;
        let line = Line::to(&house);
        let browser = Browser::open_at(line.base(), Look::phone()).await;
        take_along(&browser).await;
        // What is to be sent is asked for with its token first: the answer to that is let through, the one after is not.
        browser.run("window.real = window.fetch; window.sent = 0; \
            window.fetch = (u, o) => window.real(u, o).then(a => { if (o && o.method === 'POST') { window.sent++; throw new TypeError('lost'); } return a; })").await;
        browser.click("Présence du soir").await;
        until(&browser, "return window.sent === 1").await;
        for n in 2..=3 {
            browser.run("window.dispatchEvent(new Event('online'))").await;
            until(&browser, &format!("return window.sent === {n}")).await;
        }
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrols").await, before + 1);
        browser.must_have("Pas encore envoyé").await;

        // The hour of an unused session passes.
        house.clock.advance(2 * 3_600);
        browser.visit("/fr/field").await;
        browser.must_have("Votre session est finie").await;
        looks(&browser, "field-sign-in").await;
        assert_eq!(held(&browser).await, json!([1, 1]));
        browser.find("[data-state=sign-in] a").await.click().await.expect("a way to sign in");
        enter(&browser, "agent.c1-est").await;
        browser.must_have("Tout est envoyé").await;
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrols").await, before + 1);

        // Signed out by the menu of any page.
        browser.visit("/fr/account").await;
        browser.run("document.querySelector('form[action$=\"/logout\"] button').click()").await;
        browser.must_have("Vous êtes déconnecté").await;
        browser.visit("/fr/field").await;
        browser.must_have("Connectez-vous une fois").await;
        assert_eq!(held(&browser).await, json!([0, 0]), "the phone still holds a patrol");
        let installable = browser.devtools("Page.getInstallabilityErrors", json!({})).await;
        assert_eq!(installable["installabilityErrors"], json!([]), "{installable}");
        browser.close().await;
    }
}

/// Seconds since 1970 on the machine's own clock: what a program in a process of its own goes by.
fn real_now() -> i64 {
    let real = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    real.as_secs().cast_signed()
}

/// The bytes of a delivery, written by hand, so that nothing waits for an answer that never comes.
async fn raw(person: &Person, batch: &Value) -> Vec<u8> {
    let token = kit(person).await["token"].as_str().expect("a token").to_owned();
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    let body = form.append_pair("_token", &token).append_pair("batch", &batch.to_string()).finish();
    let head = format!(
        "POST /fr/desk/field/delivery HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        person.cookies("/"),
        body.len()
    );
    [head.into_bytes(), body.into_bytes()].concat()
}

both! {
    /// The program is killed while it takes the delivery, sooner and later, and started again: one patrol each time, every stop.
    async fn a_house_killed_in_the_middle_of_a_delivery_has_one_patrol_after_it(house: House) {
        let house = world(house);
        let before = number(&house, "SELECT COUNT(*) AS value FROM patrols").await;
        for (round, wait) in [0, 2, 5, 9, 15].into_iter().enumerate() {
            let mut batch = night(&house, 0x1000 + 0x100 * round as u64);
            let shift = real_now() - now(&house);
            for path in ["/clock", "/patrol/said/started", "/stops/0/said/arrived", "/stops/0/said/left", "/stops/1/said/arrived"] {
                let time = batch.pointer_mut(path).unwrap();
                *time = json!(time.as_i64().unwrap() + shift);
            }
            let enter = async |program: &Program| {
                let person = Person::new(program.base());
                let page = crate::support::world::enter(&person, "agent.c1-est", &password("agent.c1-est")).await;
                page.must_be(200);
                person
            };
            let program = Program::beside(&house, &[]);
            let bytes = raw(&enter(&program).await, &batch).await;
            let mut line = std::net::TcpStream::connect(program.address).expect("a line");
            std::io::Write::write_all(&mut line, &bytes).expect("sent");
            tokio::time::sleep(std::time::Duration::from_millis(wait)).await;
            drop(program); // killed, not asked to stop
            drop(line);
            let program = Program::beside(&house, &[]);
            let officer = enter(&program).await;
            let one = told(&send(&officer, &batch).await);
            assert_eq!(told(&send(&officer, &batch).await)["patrol"], one["patrol"]);
            assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrols").await, before + 1 + round as i64, "killed after {wait} ms");
            assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM patrol_stops WHERE patrol_id = (SELECT MAX(id) FROM patrols)").await, 2);
        }
    }
}
