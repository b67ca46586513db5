//! What only a real browser shows: that pages fit a small telephone, that buttons are where fingers are, that the console has
//! nothing to say and nobody else is asked; with scripts and without.

use crate::axe::bones;
use crate::concerns::{file, published};
use crate::pages::{READERS, begin, kind, walk};
use crate::support::world::{number as count, password, sign_in, world};
use crate::support::{Browser, Look, on_sqlite};
use std::collections::BTreeSet;

/// Signs in by the form on the screen.
async fn enter(browser: &Browser, login: &str, lang: &str) {
    browser.visit(&format!("/{lang}/login?next=%2Faccount")).await;
    browser.fill("login", login).await;
    browser.fill("password", &password(login)).await;
    browser.find("main form button").await.click().await.expect("a button to press");
    // The account's name stands in no menu before that.
    browser.must_have(if lang == "fr" { "Mon compte" } else { "N ka jate" }).await;
}

/// Chooses an option of a select by its value.
async fn choose(browser: &Browser, name: &str, value: &str) {
    let option = browser.find(&format!("select[name='{name}'] option[value='{value}']")).await;
    option.click().await.expect("an option to choose");
}

/// Goes on to the form's next part, where a script shows one at a time.
async fn on(browser: &Browser) {
    if browser.look().script {
        browser.find("#turn button:last-child").await.click().await.expect("a button to go on");
    }
}

/// Files a concern on the screen; the code. `told`: neighbours told the same before, and it is asked whether it is that.
async fn filed(browser: &Browser, lang: &str, told: bool) -> String {
    browser.visit(&format!("/{lang}/concerns/new")).await;
    browser.check(&format!("filing-1-{lang}")).await;
    browser.find("a[href*='category=light']").await.click().await.expect("a kind to choose");
    browser.check(&format!("filing-2-{lang}")).await;
    choose(browser, "area", "banconi").await;
    on(browser).await;
    browser.fill("words", "Les lampes sont éteintes depuis dimanche.").await;
    on(browser).await;
    browser.find("input[name='readers'][value='public']").await.click().await.expect("a reader to choose");
    on(browser).await;
    browser.find("#send").await.click().await.expect("a button to press");
    if told {
        browser.must_have(if lang == "fr" { "Est-ce la même chose" } else { "Ko kelen don wa?" }).await;
        browser.check(&format!("similar-{lang}")).await;
        browser.find("button[name='similar'][value='send']").await.click().await.expect("a button to press");
    }
    browser.must_have(if lang == "fr" { "Votre code" } else { "kɔdi" }).await;
    browser.check(&format!("filing-3-{lang}")).await;
    let code = browser.run("return document.querySelector('.code').textContent").await;
    code.as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect()
}

on_sqlite! {
    /// C1: the whole way, by finger, with scripts and without, on a telephone and at a desk, in both languages.
    async fn a_concern_goes_from_a_finger_to_an_answer_with_scripts_and_without(house: House) {
        let house = world(house);
        for (round, (look, lang)) in [
            (Look::phone().without_script(), "fr"), (Look::phone(), "bm"), (Look::desk().without_script(), "bm"), (Look::desk(), "fr"),
        ].into_iter().enumerate() {
            let browser = Browser::open(&house, look).await;
            let code = filed(&browser, lang, round > 0).await;
            assert_eq!(code.len(), 16);
            browser.visit(&format!("/{lang}/follow")).await;
            browser.fill("code", &code).await;
            browser.check(&format!("follow-{lang}")).await;
            browser.find("main form button").await.click().await.expect("a button to press");
            browser.must_have(if lang == "fr" { "Avez-vous gardé votre code" } else { "Aw ye aw ka kɔdi mara wa" }).await;
            browser.visit(&format!("/{lang}/follow/concern")).await;
            browser.must_have("Les lampes sont éteintes depuis dimanche.").await;
            browser.check(&format!("followed-{lang}")).await;
            browser.close().await;

            let number = count(&house, "SELECT CAST(MAX(serial) AS BIGINT) AS value FROM concerns").await;
            let number = format!("BKO-2026-{number:05}");
            let officer = Browser::open(&house, look).await;
            enter(&officer, "agent.c1-ouest", lang).await;
            officer.visit(&format!("/{lang}/desk/concerns/{number}")).await;
            officer.check(&format!("file-{lang}")).await;
            officer.fill("answer", "Nous passons ce soir CINQUANTE.").await;
            officer.find("form:has(textarea[name='answer']) .actions button").await.click().await.expect("a button to press");
            officer.must_have("CINQUANTE").await;
            officer.close().await;

            let moderator = Browser::open(&house, look).await;
            enter(&moderator, "moderation.c1", lang).await;
            moderator.visit(&format!("/{lang}/committee/concerns/{number}")).await;
            moderator.check(&format!("moderating-{lang}")).await;
            moderator.find("form:has(input[value='publish']) button").await.click().await.expect("a button to press");
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            moderator.visit(&format!("/{lang}/concerns/{number}")).await;
            moderator.must_have("CINQUANTE").await;
            moderator.check(&format!("concern-{lang}")).await;
            moderator.close().await;
        }
    }
}

on_sqlite! {
    /// A place at a meeting, and a patrol, on a telephone without scripts.
    async fn a_place_is_kept_and_a_patrol_is_logged_on_a_telephone(house: House) {
        let house = world(house);
        let now = house.clock.now().seconds();
        let meeting = sigida::base::Id::<()>::new(count(&house, &format!("SELECT MIN(id) AS value FROM meetings WHERE starts_at > {now} AND state = 'announced'")).await);
        let browser = Browser::open(&house, Look::phone().without_script()).await;
        browser.visit(&format!("/fr/meetings/{meeting}")).await;
        browser.check("meeting").await;
        browser.click("Garder ma place").await;
        browser.check("registration").await;
        browser.find("main form button").await.click().await.expect("a button to press");
        browser.must_have("Votre code pour la porte").await;
        browser.check("registered").await;
        browser.close().await;

        let officer = Browser::open(&house, Look::phone().without_script()).await;
        enter(&officer, "agent.c1-ouest", "fr").await;
        officer.visit("/fr/desk/patrols/new").await;
        officer.check("patrol-new").await;
        officer.find("label:has(input[name='mode'][value='foot'])").await.click().await.expect("a way to go");
        officer.fill("headcount", "2").await;
        officer.fill("objective", "Marché du soir").await;
        officer.find("main form button.big").await.click().await.expect("a button to press");
        officer.must_have("Marché du soir").await;
        choose(&officer, "area", "banconi").await;
        officer.fill("place", "Devant la pharmacie").await;
        officer.find("form:has(input[name='place']) button.big").await.click().await.expect("a button to press");
        officer.must_have("Devant la pharmacie").await;
        officer.check("patrol-at-stop").await;
        officer.fill("observation", "Trois lampes éteintes OBSERVATIONSIX.").await;
        house.clock.advance(12 * 60);
        officer.find("form:has(textarea[name='observation']) button.big").await.click().await.expect("a button to press");
        officer.must_have("OBSERVATIONSIX").await;
        officer.check("patrol").await;
        officer.close().await;
    }
}

/// Opens a panel of a file and presses the button of its form.
async fn press_in_panel(browser: &Browser, panel: &str) {
    browser.find(&format!("#panel-{panel} form .actions button")).await.click().await.expect("a button to press");
    browser.find(".notice.ok").await;
}

on_sqlite! {
    /// The other roles: a chief assigns and refers, a service accepts, oversight answers a complaint, an administrator adds a
    /// service; with scripts and without, in both languages.
    async fn chief_service_oversight_and_administrator_do_their_work_on_a_screen(house: House) {
        let house = world(house);
        for (turn, look, lang) in [(1, Look::phone().without_script(), "bm"), (2, Look::desk(), "fr")] {
            let number = file(&house, "light", "banconi", &format!("La place {turn} est sans lampe."), "public").await.number;
            let complaint = file(&house, "police-conduct", "banconi", "Un agent demande de l'argent au carrefour.", "").await.number;

            let chief = Browser::open(&house, look).await;
            enter(&chief, "chef.c1-ouest", lang).await;
            chief.visit(&format!("/{lang}/desk/concerns/{number}")).await;
            chief.find("#panel-assign summary").await.click().await.expect("a panel to open");
            chief.find("select[name='assignee'] option:nth-child(2)").await.click().await.expect("an officer to choose");
            press_in_panel(&chief, "assign").await;
            chief.visit(&format!("/{lang}/desk/concerns/{number}")).await;
            chief.find("#panel-refer summary").await.click().await.expect("a panel to open");
            chief.find("select[name='partner'] option[value='mairie']").await.click().await.expect("a service to choose");
            chief.fill("errand", "Merci de remplacer les lampes ERRANDSEVEN.").await;
            press_in_panel(&chief, "refer").await;
            chief.visit(&format!("/{lang}/desk/concerns/{complaint}")).await;
            chief.must_have(if lang == "fr" { "Page introuvable" } else { "Ɲɛ in ma sɔrɔ" }).await;
            chief.close().await;

            let service = Browser::open(&house, look).await;
            enter(&service, "service.mairie", lang).await;
            service.visit(&format!("/{lang}/desk/referrals")).await;
            service.check(&format!("referrals-{lang}")).await;
            service.click(&format!("La place {turn}")).await;
            service.must_have("ERRANDSEVEN").await;
            service.fill("sentence", "Les lampes arrivent jeudi SENTENCEEIGHT.").await;
            service.find("button[value='accept']").await.click().await.expect("a button to press");
            service.must_have("SENTENCEEIGHT").await;
            service.close().await;

            let overseer = Browser::open(&house, look).await;
            enter(&overseer, "controle", lang).await;
            overseer.visit(&format!("/{lang}/oversight")).await;
            overseer.check(&format!("oversight-{lang}")).await;
            overseer.visit(&format!("/{lang}/desk/concerns/{complaint}")).await;
            overseer.fill("answer", "Nous vérifions les heures de service ANSWERNINE.").await;
            press_in_panel(&overseer, "answer").await;
            overseer.must_have("ANSWERNINE").await;
            overseer.close().await;

            let admin = Browser::open(&house, look).await;
            enter(&admin, "admin", lang).await;
            admin.visit(&format!("/{lang}/admin/partners/new")).await;
            admin.fill("name_fr", &format!("Service d'essai {turn} (exemple)")).await;
            admin.fill("name_bm", &format!("Cakɛda {turn} (misali)")).await;
            admin.fill("kind", "essai").await;
            admin.find("main form .actions button").await.click().await.expect("a button to press");
            admin.find(".notice.ok").await;
            admin.visit(&format!("/{lang}/admin/partners")).await;
            admin.must_have(&if lang == "fr" { format!("Service d'essai {turn}") } else { format!("Cakɛda {turn}") }).await;
            admin.check(&format!("partners-{lang}")).await;
            admin.close().await;
        }
    }
}

on_sqlite! {
    /// Every kind of page, of every reader, on the smallest telephone and at a desk: nothing sticks out, nobody else is asked.
    /// What a second reader has to the letter, menu aside, is one page; every reader's menu stands on pages of their own.
    async fn every_page_fits_the_screen_and_the_console_is_silent(house: House) {
        let house = world(house);
        published(&house, "waste", "banconi", "Un-très-long-mot-sans-espace-qui-doit-se-couper-quelque-part-sur-un-petit-écran-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").await;
        file(&house, "police-conduct", "banconi", "Un policier demande de l'argent au carrefour.", "").await;
        let (mut wrong, mut known, mut visited) = (Vec::new(), BTreeSet::new(), 0);
        for login in READERS {
            let person = if login.is_empty() { house.person().await } else { sign_in(&house, login).await };
            let (mut kinds, mut paths) = (BTreeSet::new(), Vec::new());
            walk(&person.without_checks(), &begin(login), |path, page| {
                let shown = format!("{} {}", bones(path, page), page.select("main").join(" "));
                if !kinds.contains(&kind(path)) && known.insert(shown) {
                    kinds.insert(kind(path));
                    paths.push(path.to_owned());
                }
            })
            .await;
            assert!(!paths.is_empty(), "{login} has no page of their own");
            visited += paths.len();
            for (look, lang) in [(Look::phone(), "bm"), (Look::desk(), "fr")] {
                let browser = Browser::open(&house, look).await;
                if !login.is_empty() {
                    enter(&browser, login, "fr").await;
                }
                for path in &paths {
                    let path = path.replacen("/fr", &format!("/{lang}"), 1);
                    browser.visit(&path).await;
                    browser.shot(&format!("{}{}", if login.is_empty() { "nobody" } else { login }, path.replace(['/', '?', '='], "_"))).await;
                    let overflow = browser.overflow().await;
                    if overflow > 0 {
                        wrong.push(format!("{login} {path} at {:?}: {overflow} px too wide: {:?}", look.size, browser.sticking_out().await));
                    }
                    wrong.extend(browser.small_targets().await.into_iter().map(|t| format!("{login} {path} at {:?}: under 24 px: {t}", look.size)));
                    wrong.extend(browser.complaints().await.into_iter().map(|c| format!("{login} {path}: console: {c}")));
                    wrong.extend(browser.foreign_requests().await.into_iter().map(|u| format!("{login} {path}: asks {u}")));
                }
                browser.close().await;
            }
        }
        wrong.dedup();
        assert!(wrong.is_empty(), "{} faults on {visited} pages:\n{}", wrong.len(), wrong.join("\n"));
        assert!(visited > 100, "only {visited} pages were looked at");
    }
}

/// What is wrong with a page in large letters on a screen of this width: wider than it, words or lines cut off, controls too low
/// for a finger.
const CRAMPED: &str = r#"
for (const folded of document.querySelectorAll('main details')) folded.open = true;
const width = WIDTH, found = [];
const shown = one => one.checkVisibility({ visibilityProperty: true });
const tell = (one, what) => found.push(`${one.cloneNode(false).outerHTML.slice(0, 120)} ${what}`);
const wide = document.documentElement.scrollWidth - width;
if (wide > 0) {
  const out = [...document.body.querySelectorAll('*')].filter(one => shown(one) && one.getBoundingClientRect().right > width + 0.5);
  found.push(`${wide} px too wide`);
  for (const one of out.filter(one => !out.some(other => other !== one && one.contains(other))).slice(0, 5)) tell(one, 'sticks out');
}
const cut = how => how === 'hidden' || how === 'clip';
for (const one of document.body.querySelectorAll('*')) {
  if (!shown(one) || !one.textContent.trim() || one.clientWidth === 0 || one.closest('svg, select')) continue;
  const style = getComputedStyle(one);
  if (cut(style.overflowX) && one.scrollWidth > one.clientWidth + 1) tell(one, 'cuts words off');
  if (cut(style.overflowY) && one.scrollHeight > one.clientHeight + 1) tell(one, 'cuts lines off');
}
for (const one of document.querySelectorAll('.btn, button, select, summary, textarea, input:not([type=hidden])')) {
  const boxes = [one, ...(one.labels || [])].map(each => each.getBoundingClientRect());
  if (!shown(one) || one.disabled || boxes[0].right <= 0 || boxes[0].width <= 1) continue;
  if (!boxes.some(box => box.height >= 43.5)) tell(one, `is ${Math.round(boxes[0].height)} px high`);
}
return found;
"#;

on_sqlite! {
    /// Letters twice as large, on a telephone and on twice its width: nobody scrolls sideways, nothing is cut off, a finger hits.
    async fn letters_twice_as_large_fit_the_screen(house: House) {
        let house = world(house);
        let (mut wrong, mut known, mut looked) = (Vec::new(), BTreeSet::new(), 0);
        for login in READERS {
            let person = if login.is_empty() { house.person().await } else { sign_in(&house, login).await };
            let mut paths = Vec::new();
            walk(&person.without_checks(), &begin(login), |path, page| {
                if page.is_html() && known.insert(kind(path)) {
                    paths.push(path.to_owned());
                }
            })
            .await;
            let browser = Browser::open(&house, Look::phone().large()).await;
            if !login.is_empty() {
                enter(&browser, login, "fr").await;
            }
            for (path, lang) in paths.iter().flat_map(|path| ["fr", "bm"].map(|lang| (path, lang))) {
                let path = path.replacen("/fr", &format!("/{lang}"), 1);
                browser.visit(&path).await;
                for width in [360, 640] {
                    let screen = serde_json::json!({ "width": width, "height": 740, "deviceScaleFactor": 1, "mobile": true });
                    browser.devtools("Emulation.setDeviceMetricsOverride", screen).await;
                    let found = browser.run(&CRAMPED.replace("WIDTH", &width.to_string())).await;
                    let found = found.as_array().into_iter().flatten().filter_map(|one| one.as_str());
                    wrong.extend(found.map(|fault| format!("{login} {path} at {width} px: {fault}")));
                }
                looked += 1;
            }
            browser.close().await;
        }
        assert!(wrong.is_empty(), "{} faults on {looked} pages in large letters:\n{}", wrong.len(), wrong.join("\n"));
        assert!(looked > 100, "only {looked} pages were looked at");
    }
}

on_sqlite! {
    /// On the narrowest telephone a sentence and its mark share what room there is.
    async fn the_sentences_to_be_read_aloud_fit_a_narrow_telephone(house: House) {
        let house = world(house);
        let browser = Browser::open(&house, Look { size: (320, 640), ..Look::phone() }).await;
        enter(&browser, "admin", "fr").await;
        for lang in ["fr", "bm"] {
            browser.visit(&format!("/{lang}/admin/sounds")).await;
            browser.find(".panel .badge").await;
            browser.check(&format!("sounds-{lang}")).await;
        }
        browser.close().await;
    }
}
