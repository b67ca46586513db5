//! What [axe-core](https://github.com/dequelabs/axe-core) finds on every kind of page, as every reader, in both languages,
//! on a telephone and at a desk, by day and by night: nothing.

use crate::concerns::{file, published};
use crate::pages::{READERS, begin, kind, walk};
use crate::support::world::{sign_in, world};
use crate::support::{Browser, House, Look, Page, Person, on_sqlite};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

/// Deque's scanner; `vendor/README.md` says whence.
const AXE: &str = include_str!("vendor/axe.min.js");

/// Pages that no link of the walk need lead to: what one finds in vain, and what a telephone keeps.
const BESIDE: &[&str] = &["/fr/nowhere", "/fr/seen", "/fr/field", "/fr/concerns/unsent"];

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

/// Everybody of the walks, and who presides.
fn readers() -> impl Iterator<Item = &'static str> {
    READERS.into_iter().chain(["presidence.c1"])
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
    let url = house.base().url("/").to_string();
    for cookie in person.cookies("/").split("; ").filter(|cookie| !cookie.is_empty()) {
        let (name, value) = cookie.split_once('=').expect("a cookie has a name and a value");
        browser.devtools("Network.setCookie", json!({ "name": name, "value": value, "url": url })).await;
    }
    browser
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
    for login in readers() {
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
    if !sent.is_ok_and(|sent| sent.json() == &Value::Bool(true)) {
        return false;
    }
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
    for login in readers() {
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

on_sqlite! {
    /// In French, on a telephone.
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
}
