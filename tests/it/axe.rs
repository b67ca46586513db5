//! What [axe-core](https://github.com/dequelabs/axe-core) finds on every kind of page, as every reader, in both languages,
//! on a telephone and at a desk, by day and by night: nothing. Every address that is a page is looked at by default, in one language
//! or the other in turn, and what only a form shows in both; all in both, and every reader's pages in every look, before a release.

use crate::access::{self, PEOPLE, Things, bare};
use crate::concerns::{file, published};
use crate::custody::{ask, decide, file_named, identity};
use crate::pages::{READERS, begin, kind, walk};
use crate::second::{enrolled, shown};
use crate::support::world::{enter, harm, number, password, sign_in, world};
use crate::support::{Browser, House, Look, Page, Person, on_sqlite};
use serde_json::{Value, json};
use sigida::base::Id;
use std::collections::BTreeSet;
use std::time::Duration;
use totp_rs::Secret;

/// Deque's scanner; `vendor/README.md` says whence.
const AXE: &str = include_str!("vendor/axe.min.js");

/// Pages that no link of the walk need lead to: what one finds in vain, and what a telephone keeps.
const BESIDE: &[&str] = &["/fr/nowhere", "/fr/seen", "/fr/field", "/fr/concerns/unsent"];

/// The addresses that no scan need reach, by why they are no pages. Whatever else is not scanned fails the test.
const NO_PAGES: &[(&str, &[&str])] = &[
    ("a table to take away", &["/data/ledger.csv"]),
    ("leads to the home page in the reader's language, or out of the house", &["/", "/{l}/leave"]),
    ("a word for machines", &["/healthz", "/readyz", "/metrics", "/{l}/field/manifest", "/{l}/desk/field/kit"]),
    (
        "a feed or a calendar",
        &[
            "/feeds/areas/{slug}.atom",
            "/feeds/rumours/{slug}.atom",
            "/feeds/forums/{slug}.atom",
            "/calendars/meetings/{id}.ics",
            "/calendars/areas/{slug}.ics",
            "/calendars/{slug}.ics",
        ],
    ),
    (
        "a picture or a sound",
        &[
            "/media/photos/{id}",
            "/media/photos/{id}/small",
            "/media/voices/{id}",
            "/media/prompts/{id}",
            "/media/sounds/{id}",
        ],
    ),
    (
        "where a form is sent: leads to the page on which it stands",
        &[
            "/{l}/account/profile",
            "/{l}/desk/field/delivery",
            "/{l}/desk/patrols/{id}/stops",
            "/{l}/desk/patrols/{id}/stops/{stop}",
            "/{l}/desk/patrols/{id}/closure",
            "/{l}/admin/accounts/{id}/memberships",
            "/{l}/admin/accounts/{id}/second-step",
            "/{l}/admin/accounts/{id}/password",
            "/{l}/admin/notice/contact",
        ],
    ),
    ("leads to the thread, which is scanned", &["/{l}/meetings/{id}/thread", "/{l}/areas/{slug}/thread"]),
];

/// Opens all that is folded and gives what is broken: rule, place on the page, element and why.
const SCAN: &str = r#"
for (const folded of document.querySelectorAll('details')) folded.open = true;
const faults = broken => broken.nodes.map(node => {
  const why = [...node.any, ...node.all, ...node.none].map(reason => reason.message).join('; ');
  return `${broken.id} at ${node.target.join(' ')}: ${node.html.replace(/\s+/g, ' ').slice(0, 160)} (${why})`;
});
return axe.run(document, arguments[0]).then(found => found.violations.flatMap(faults));
"#;

/// Sends the page's form of this number with nothing in it, past what the browser itself would refuse.
const SEND_EMPTY: &str = r#"
const form = document.querySelectorAll('form')[arguments[0]];
if (!form) return false;
for (const field of form.querySelectorAll('input:not([type=hidden]), select, textarea')) {
  if (field.localName === 'select') field.value = [...field.options].some(one => one.value === '') ? '' : field.value;
  else if (['radio', 'checkbox'].includes(field.type)) field.checked = false;
  else field.value = '';
}
const button = form.querySelector('button[name]:not([formnovalidate])');
if (button) {
  const pressed = document.createElement('input');
  Object.assign(pressed, { type: 'hidden', name: button.name, value: button.value });
  form.append(pressed);
}
window.emptied = true;
HTMLFormElement.prototype.submit.call(form);
return true;
"#;

/// Fills the form that a selector finds and sends it, past what the browser itself or a script would refuse.
const SEND: &str = r#"
const form = document.querySelector(arguments[0]);
if (!form) return false;
for (const [name, value] of arguments[1]) {
  const field = form.querySelector(`[name="${name}"]:not(button)`);
  if (!field) {
    const pressed = document.createElement('input');
    Object.assign(pressed, { type: 'hidden', name, value });
    form.append(pressed);
  } else if (field.type === 'radio') form.querySelector(`[name="${name}"][value="${value}"]`).checked = true;
  else field.value = value;
}
window.emptied = true;
HTMLFormElement.prototype.submit.call(form);
return true;
"#;

/// Links of the summary of errors that lead to nothing one can fill or choose.
const LOST: &str = r##"
return [...document.querySelectorAll('.errors a[href^="#"]')].map(link => link.getAttribute('href')).filter(href => {
  const field = document.getElementById(href.slice(1));
  return !field || !(field.matches('input, select, textarea') || field.querySelector('input, select, textarea'));
});
"##;

/// True where the reader stands at the summary of errors, and sees it.
const LED: &str = "const summary = document.querySelector('.errors');
const at = summary && summary.getBoundingClientRect();
return !summary || (summary.contains(document.activeElement) && at.bottom > 0 && at.top < innerHeight);";

/// True once the browser has put the focus there: it does so with its next picture of the page.
async fn is_led(browser: &Browser) -> bool {
    for _ in 0..40 {
        if browser.run(LED).await.as_bool() == Some(true) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    false
}

/// Where a walk for this reader begins.
fn begun(login: &str) -> Vec<&'static str> {
    let beside: &[&str] = if login.is_empty() { BESIDE } else { &[] };
    begin(login).into_iter().chain(beside.iter().copied()).collect()
}

/// How a reader is called in a message.
fn called(login: &str) -> &str {
    if login.is_empty() { "nobody" } else { login }
}

/// Somebody of the demonstration, who does not mind what else is wrong with a page.
async fn somebody(house: &House, login: &str) -> Person {
    let person = if login.is_empty() { house.person().await } else { sign_in(house, login).await };
    person.without_checks()
}

/// A browser with the scanner in every page, in which this person is signed in.
async fn opened(house: &House, look: Look, person: &Person) -> Browser {
    let browser = Browser::open(house, look).await;
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": AXE })).await;
    lend(&browser, house, person).await;
    browser
}

/// Hands the browser over to this person, whoever had it before.
async fn lend(browser: &Browser, house: &House, person: &Person) {
    browser.devtools("Network.clearBrowserCookies", json!({})).await;
    let url = house.base().url("/").to_string();
    for cookie in person.cookies("/").split("; ").filter(|cookie| !cookie.is_empty()) {
        let (name, value) = cookie.split_once('=').expect("a cookie has a name and a value");
        browser.devtools("Network.setCookie", json!({ "name": name, "value": value, "url": url })).await;
    }
}

/// What axe finds on the open page: by all rules in light colours, and by those of colour in dark ones.
async fn scan(browser: &Browser) -> Vec<String> {
    let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    let rounds = [
        ("light", json!({ "type": "tag", "values": tags })),
        ("dark", json!({ "type": "rule", "values": ["color-contrast", "link-in-text-block"] })),
    ];
    let mut found = Vec::new();
    for (colours, rules) in rounds {
        let features = json!([{ "name": "prefers-color-scheme", "value": colours }]);
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "", "features": features })).await;
        let asked = json!({ "runOnly": rules, "resultTypes": ["violations"] });
        let said = browser.driver().execute(SCAN, vec![asked]).await;
        let said = match said {
            Ok(said) => said.json().clone(),
            Err(error) => panic!("{} could not be scanned: {error}", browser.path().await),
        };
        let faults = said.as_array().expect("a list of faults");
        found.extend(faults.iter().filter_map(Value::as_str).map(|fault| format!("{fault}, in {colours} colours")));
    }
    found
}

/// The page's bones: its elements with what they look like and are said to be, without the words. Two pages with the same
/// are one to the scanner, whoever reads them; each reader's own menu stands on the pages that are theirs alone.
pub fn bones(path: &str, page: &Page) -> String {
    let mut bones = kind(path);
    for element in page.elements("main, main *") {
        bones.push(' ');
        bones.push_str(element.value().name());
        for name in ["class", "role", "type", "lang"] {
            bones.push('.');
            bones.push_str(element.attr(name).unwrap_or_default());
        }
    }
    bones
}

/// The same path in another language.
fn path_in(lang: &str, path: &str) -> String {
    path.replacen("/fr", &format!("/{lang}"), 1)
}

/// The demonstration, with a complaint and a word that is too long.
async fn filled(house: House) -> House {
    let house = world(house);
    published(&house, "waste", "banconi", &format!("Un mot sans espace : {}", "a".repeat(120))).await;
    file(&house, "police-conduct", "banconi", "Un policier demande de l'argent au carrefour.", "").await;
    house
}

/// Scans every kind of page that links lead each reader to.
async fn pages_have_no_fault(house: House, look: Look, lang: &str) {
    let house = filled(house).await;
    let (mut wrong, mut known, mut scanned) = (Vec::new(), BTreeSet::new(), 0);
    for login in READERS {
        let person = somebody(&house, login).await;
        let (mut kinds, mut paths) = (BTreeSet::new(), Vec::new());
        walk(&person, &begun(login), |path, page| {
            if page.is_html() && !kinds.contains(&kind(path)) && known.insert(bones(path, page)) {
                kinds.insert(kind(path));
                paths.push(path_in(lang, path));
            }
        })
        .await;
        let browser = opened(&house, look, &person).await;
        for path in paths {
            browser.visit(&path).await;
            scanned += 1;
            wrong.extend(scan(&browser).await.into_iter().map(|fault| format!("{} {path}: {fault}", called(login))));
        }
        browser.close().await;
    }
    assert!(wrong.is_empty(), "{} faults on {scanned} pages:\n{}", wrong.len(), wrong.join("\n"));
    assert!(scanned > 100, "only {scanned} pages were scanned");
}

/// The forms of a page in which something can be written: number on the page, and what it is told from others by.
fn writing(path: &str, page: &Page) -> Vec<(usize, String)> {
    let fields = "textarea, select, input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=file])";
    let fields = scraper::Selector::parse(fields).expect("a selector");
    let mut found = Vec::new();
    for (at, form) in page.elements("form").into_iter().enumerate() {
        let names: Vec<&str> = form.select(&fields).filter_map(|field| field.attr("name")).collect();
        if form.attr("method") == Some("post") && !names.is_empty() {
            found.push((at, format!("{} {}", kind(form.attr("action").unwrap_or(path)), names.join(" "))));
        }
    }
    found
}

/// Sends a form of the open page empty and waits for what comes of it; whether anything did.
async fn sent_empty(browser: &Browser, form: usize) -> bool {
    let sent = browser.driver().execute(SEND_EMPTY, vec![json!(form)]).await;
    sent.is_ok_and(|sent| sent.json() == &Value::Bool(true)) && come(browser).await
}

/// Waits for what comes of a form that was sent; whether anything did.
async fn come(browser: &Browser) -> bool {
    for _ in 0..100 {
        let come = "return !window.emptied && document.readyState === 'complete'";
        let come = browser.driver().execute(come, Vec::new()).await;
        if come.is_ok_and(|come| come.json() == &Value::Bool(true)) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    false
}

/// Scans what comes of every form that is sent with nothing in it.
async fn refusals_have_no_fault(house: House, look: Look, lang: &str) {
    let house = filled(house).await;
    let (mut wrong, mut known, mut refused) = (Vec::new(), BTreeSet::new(), 0);
    for login in READERS {
        let person = somebody(&house, login).await;
        let mut forms = Vec::new();
        walk(&person, &begun(login), |path, page| {
            for (at, form) in writing(path, page) {
                if known.insert(form) {
                    forms.push((path_in(lang, path), at));
                }
            }
        })
        .await;
        let browser = opened(&house, look, &person).await;
        for (path, at) in forms {
            browser.visit(&path).await;
            if !sent_empty(&browser, at).await {
                continue;
            }
            // An error is told at the head of the page, and leads to its field.
            let told = browser.run("return document.querySelector('.errors') !== null").await;
            refused += usize::from(told.as_bool() == Some(true));
            // Before the scanner, which scrolls.
            if !is_led(&browser).await {
                wrong.push(format!("{} {path}, form {at}: the summary of errors has not the focus", called(login)));
            }
            let said = scan(&browser).await;
            wrong.extend(said.into_iter().map(|fault| format!("{} {path}, form {at}: {fault}", called(login))));
            let lost = browser.run(LOST).await;
            let lost = lost.as_array().into_iter().flatten().filter_map(Value::as_str);
            wrong.extend(lost.map(|link| format!("{} {path}, form {at}: {link} leads to no field", called(login))));
        }
        browser.close().await;
    }
    assert!(wrong.is_empty(), "{} faults on pages that refuse:\n{}", wrong.len(), wrong.join("\n"));
    assert!(refused > 20, "only {refused} pages refused");
}

/// An address to scan: its pattern, who of the readers it is shown to, and the path in French.
type Target = (String, usize, String);

/// The pages that the table of access has somebody read: one reader for each pattern.
fn tabled(things: &Things) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    for ((method, pattern), cells) in access::table() {
        let reader = cells.iter().position(|cell| cell == "200");
        let (Some(reader), "GET") = (reader, method.as_str()) else { continue };
        let bare = bare(&pattern);
        if targets.iter().all(|(known, ..)| *known != bare) {
            targets.push((bare, reader, things.address(&pattern)));
        }
    }
    targets
}

/// What nobody of that table reads without more: by a code, by a link, half signed in, of a meeting that was held, of a patrol on its way.
async fn beside(house: &House, things: &Things, readers: &mut Vec<Person>) -> Vec<Target> {
    let at = |column: &str| PEOPLE.iter().position(|(name, _)| *name == column).expect("a column of the table");
    let mut targets: Vec<Target> = Vec::new();
    let now = house.clock.now().seconds();
    let held = format!(
        "SELECT MAX(id) AS value FROM meetings WHERE starts_at < {now} AND state = 'announced' \
         AND committee_id = (SELECT id FROM committees WHERE slug = 'ccs-commune-1')"
    );
    let held = Id::<()>::new(number(house, &held).await);
    for page in ["attendance", "minutes"] {
        let pattern = format!("/{{l}}/committee/meetings/{{id}}/{page}");
        targets.push((pattern, at("moderator"), format!("/fr/committee/meetings/{held}/{page}")));
    }
    let open = "UPDATE patrols SET state = 'open' WHERE id = (SELECT MAX(patrol_id) FROM patrol_stops WHERE patrol_id IN \
        (SELECT id FROM patrols WHERE unit_id = (SELECT id FROM units WHERE slug = 'commune-1-ouest')))";
    harm(house, open).await;
    let pattern = "/{l}/desk/patrols/{id}/stops/{stop}/times";
    targets.push((pattern.to_owned(), at("officer"), things.address(pattern)));

    let filed = file(house, "light", "banconi", "Les lampes sont éteintes depuis lundi.", "public").await;
    let follower = house.person().await.without_checks();
    follower.visit("/fr/follow").await.form("/fr/follow").fill("code", &filed.code).press().await.must_be(200);
    readers.push(follower);
    for page in ["", "/proof", "/data"] {
        targets.push((format!("/{{l}}/follow/concern{page}"), readers.len() - 1, format!("/fr/follow/concern{page}")));
    }
    let admin = sign_in(house, "admin").await;
    let account = crate::second::account_of(&admin, "moussa").await;
    let link = crate::admin::letters(&admin.visit(&account).await.form("/password").press().await);
    readers.push(house.person().await.without_checks());
    targets.push(("/{l}/account/reset/{token}".to_owned(), readers.len() - 1, format!("/fr/account/reset/{link}")));
    enrolled(&sign_in(house, "chef.c4-est").await, &house.clock).await;
    let halfway = house.person().await.without_checks();
    enter(&halfway, "chef.c4-est", &password("chef.c4-est")).await.must_be(200);
    readers.push(halfway);
    targets.push(("/{l}/login/code".to_owned(), readers.len() - 1, "/fr/login/code".to_owned()));
    targets
}

/// Which of the pages a test scans, in the order of the table.
type Part = fn(usize) -> bool;

/// Scans every address that is a page and in this part, as one who may read it; an address that is neither a page nor known to be none is
/// a fault as well.
async fn addresses_have_no_fault(house: House, look: Look, lang: &str, part: Part) {
    let house = world(house);
    let things = Things::of(&house).await;
    let mut readers = Vec::new();
    for (_, login) in PEOPLE {
        readers.push(somebody(&house, login).await);
    }
    let mut targets = tabled(&things);
    targets.extend(beside(&house, &things, &mut readers).await);
    targets.sort_by_key(|(_, reader, _)| *reader);
    let browser = opened(&house, look, &readers[0]).await;
    let (mut wrong, mut pages, mut holder, mut scanned) = (Vec::new(), BTreeSet::new(), 0, 0);
    for (pattern, reader, path) in targets {
        let page = readers[reader].visit(&path).await;
        if page.status != 200 || !page.is_html() || !page.redirects.is_empty() {
            continue;
        }
        let at = pages.len();
        if !pages.insert(pattern) || !part(at) {
            continue;
        }
        scanned += 1;
        if reader != holder {
            lend(&browser, &house, &readers[reader]).await;
            holder = reader;
        }
        let path = path_in(lang, &path);
        browser.visit(&path).await;
        let (there, said) = (browser.path().await, browser.run("return document.documentElement.lang").await);
        if there != path || said.as_str() != Some(lang) {
            wrong.push(format!("{path} leads to {there}, in the language “{said}”"));
        }
        wrong.extend(scan(&browser).await.into_iter().map(|fault| format!("{path}: {fault}")));
    }
    browser.close().await;
    assert!(wrong.is_empty(), "{} faults on {scanned} pages:\n{}", wrong.len(), wrong.join("\n"));
    assert!(scanned > 60, "only {scanned} pages were scanned");
    let served: BTreeSet<String> = sigida::app::table()
        .into_iter()
        .filter(|route| route.method == "GET")
        .map(|route| route.pattern.to_owned())
        .collect();
    let excused: BTreeSet<String> =
        NO_PAGES.iter().flat_map(|(_, patterns)| patterns.iter()).map(|pattern| (*pattern).to_owned()).collect();
    let unseen: Vec<&String> = served.iter().filter(|one| !pages.contains(*one) && !excused.contains(*one)).collect();
    assert!(unseen.is_empty(), "no scan reaches these addresses: {unseen:#?}");
    let excused: Vec<&String> = excused.iter().filter(|one| pages.contains(*one) || !served.contains(*one)).collect();
    assert!(excused.is_empty(), "these are pages, or not served: {excused:#?}");
}

/// Fills and sends a form of the open page, and waits for what comes of it.
async fn sent(browser: &Browser, form: &str, fields: &[(&str, &str)]) {
    let said = browser.driver().execute(SEND, vec![json!(form), json!(fields)]).await;
    let gone = said.is_ok_and(|said| said.json() == &Value::Bool(true));
    assert!(gone && come(browser).await, "`{form}` on {} is not sent.\n{}", browser.path().await, browser.text().await);
}

/// Scans what a form led to, which is the page where this is found.
async fn led_to(browser: &Browser, mark: &str, wrong: &mut Vec<String>) {
    browser.find(mark).await;
    let place = browser.path().await;
    wrong.extend(scan(browser).await.into_iter().map(|fault| format!("{place} with `{mark}`: {fault}")));
}

/// What a resident is shown once: what is wrong, what neighbours told, the code, the code once more, a place at a meeting.
async fn of_residents(house: &House, lang: &str, wrong: &mut Vec<String>) {
    let browser = opened(house, Look::phone(), &house.person().await).await;
    let told = "Les lampes sont éteintes depuis dimanche.";
    let filing = format!("/{lang}/concerns/new?category=light");
    browser.visit(&filing).await;
    sent(&browser, "#filing", &[("area", "banconi"), ("words", "Trop peu"), ("readers", "public")]).await;
    if !is_led(&browser).await || browser.run(LOST).await != json!([]) {
        wrong.push(format!("{filing}: the summary of errors leads to no field, or is not led to"));
    }
    led_to(&browser, ".errors", wrong).await;
    browser.visit(&filing).await;
    sent(&browser, "#filing", &[("area", "banconi"), ("words", told), ("readers", "public")]).await;
    led_to(&browser, "button[name='similar']", wrong).await;
    sent(&browser, "form:has(button[value='send'])", &[("similar", "send")]).await;
    led_to(&browser, ".slip .code", wrong).await;
    let code = browser.run("return document.querySelector('.code').textContent").await;
    let code: String = code.as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    browser.visit(&format!("/{lang}/follow")).await;
    sent(&browser, "form:has([name='code'])", &[("code", &code)]).await;
    led_to(&browser, "details.again", wrong).await;
    let now = house.clock.now().seconds();
    let next = format!("SELECT MIN(id) AS value FROM meetings WHERE starts_at > {now} AND state = 'announced'");
    let meeting = Id::<()>::new(number(house, &next).await);
    browser.visit(&format!("/{lang}/meetings/{meeting}/registration")).await;
    sent(&browser, "main form", &[]).await;
    led_to(&browser, ".slip .code", wrong).await;
    browser.close().await;
}

/// What an administrator is shown once: a link for a new password, and slips.
async fn of_administrators(house: &House, lang: &str, wrong: &mut Vec<String>) {
    let browser = opened(house, Look::phone(), &somebody(house, "admin").await).await;
    let account = number(house, "SELECT id AS value FROM accounts WHERE login = 'agent.c6'").await;
    browser.visit(&format!("/{lang}/admin/accounts/{}", Id::<()>::new(account))).await;
    sent(&browser, "form[action$='/password']", &[]).await;
    led_to(&browser, "#link", wrong).await;
    browser.visit(&format!("/{lang}/admin/slips")).await;
    sent(&browser, "form:has([name='sheets'])", &[("sheets", "1")]).await;
    led_to(&browser, ".tickets .code", wrong).await;
    browser.close().await;
}

/// The key and the papers of the second step.
async fn of_second_steps(house: &House, login: &str, lang: &str, wrong: &mut Vec<String>) {
    let browser = opened(house, Look::phone(), &somebody(house, login).await).await;
    browser.visit(&format!("/{lang}/account/second-step")).await;
    sent(&browser, "main form", &[("do", "begin")]).await;
    led_to(&browser, "figure.qr", wrong).await;
    let key = browser.run("return document.querySelector('main b.tab').textContent").await;
    let key = Secret::try_from_base32(key.as_str().unwrap_or_default().replace(' ', "")).expect("a key");
    sent(&browser, "main form", &[("code", &shown(&key, house.clock.now())), ("do", "confirm")]).await;
    led_to(&browser, "ol.rows b.tab", wrong).await;
    browser.close().await;
}

/// A name that was opened, and a custodian's paper.
async fn of_custody(house: &House, custodian: &str, lang: &str, wrong: &mut Vec<String>) {
    let filed = file_named(house, "noise", "banconi", "Awa Marqueur", "76 11 22 33").await;
    let officer = somebody(house, "agent.c1-ouest").await;
    ask(&officer, &filed).await.must_be(200);
    decide(&sign_in(house, "controle").await, &filed, "Accepter").await.must_be(200);
    let browser = opened(house, Look::phone(), &officer).await;
    browser.visit(&path_in(lang, &identity(&filed))).await;
    sent(&browser, "form[action$='/opening']", &[]).await;
    led_to(&browser, ".actions a.btn[href$='/identity']", wrong).await;
    lend(&browser, house, &somebody(house, custodian).await).await;
    browser.visit(&format!("/{lang}/oversight/custody/rescue")).await;
    sent(&browser, "form[action$='/rescue/paper']", &[]).await;
    led_to(&browser, ".now b.tab", wrong).await;
    browser.close().await;
}

on_sqlite! {
    /// In French, on a telephone.
    #[ignore = "three minutes more of the same templates; before a release: cargo test --test it axe -- --include-ignored"]
    async fn axe_finds_nothing_on_a_telephone_in_french(house: House) {
        pages_have_no_fault(house, Look::phone(), "fr").await;
    }

    /// In Bambara, at a desk.
    #[ignore = "three minutes more of the same templates; before a release: cargo test --test it axe -- --include-ignored"]
    async fn axe_finds_nothing_at_a_desk_in_bambara(house: House) {
        pages_have_no_fault(house, Look::desk(), "bm").await;
    }

    /// What refuses an empty form, on a telephone, in Bambara.
    async fn axe_finds_nothing_where_a_form_is_refused_on_a_telephone(house: House) {
        refusals_have_no_fault(house, Look::phone(), "bm").await;
    }

    /// The same at a desk, in French.
    #[ignore = "three minutes more of the same templates; before a release: cargo test --test it axe -- --include-ignored"]
    async fn axe_finds_nothing_where_a_form_is_refused_at_a_desk(house: House) {
        refusals_have_no_fault(house, Look::desk(), "fr").await;
    }

    /// Every second address that is a page, in French, on a telephone.
    async fn axe_finds_nothing_at_every_second_address_in_french(house: House) {
        addresses_have_no_fault(house, Look::phone(), "fr", |at| at % 2 == 0).await;
    }

    /// The others, in Bambara, at a desk.
    async fn axe_finds_nothing_at_the_other_addresses_in_bambara(house: House) {
        addresses_have_no_fault(house, Look::desk(), "bm", |at| at % 2 == 1).await;
    }

    /// What these two leave out, so that every address is looked at in both languages.
    #[ignore = "two minutes more of the same templates; before a release: cargo test --test it axe -- --include-ignored"]
    async fn axe_finds_nothing_at_the_other_addresses_in_french(house: House) {
        addresses_have_no_fault(house, Look::phone(), "fr", |at| at % 2 == 1).await;
    }

    /// And in Bambara.
    #[ignore = "two minutes more of the same templates; before a release: cargo test --test it axe -- --include-ignored"]
    async fn axe_finds_nothing_at_every_second_address_in_bambara(house: House) {
        addresses_have_no_fault(house, Look::desk(), "bm", |at| at % 2 == 0).await;
    }

    /// Pages that have no address: only a form shows them, once.
    async fn axe_finds_nothing_on_what_only_a_form_shows(house: House) {
        let house = world(house);
        published(&house, "light", "banconi", "Les lampes sont éteintes depuis dimanche.").await;
        crate::rescue::make(&house).await.must_be(200);
        let mut wrong = Vec::new();
        for (lang, login, custodian) in [("fr", "awa", "controle"), ("bm", "moussa", "controle.2")] {
            of_residents(&house, lang, &mut wrong).await;
            of_administrators(&house, lang, &mut wrong).await;
            of_second_steps(&house, login, lang, &mut wrong).await;
            of_custody(&house, custodian, lang, &mut wrong).await;
        }
        assert!(wrong.is_empty(), "{} faults on pages without an address:\n{}", wrong.len(), wrong.join("\n"));
    }
}
