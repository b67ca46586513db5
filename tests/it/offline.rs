//! C3 on a telephone with scripts: what cannot be sent waits on the phone, says so, leaves once the network is back, and is one
//! concern however often it was delivered. The code reaches the person; « Quitter vite » leaves nothing.

use serde_json::{Value, json};

use crate::concerns::follow;
use crate::support::line::Line;
use crate::support::world::{password, rows, world};
use crate::support::{Browser, Look, on_sqlite};

/// Opens a page of filing and waits until the worker holds what it needs without a network.
async fn open(browser: &Browser, lang: &str, kind: &str) {
    let path = format!("/{lang}/concerns/new?category={kind}");
    browser.visit(&path).await;
    let script = format!(
        "const all = ['/{lang}/concerns/unsent', '/{lang}/danger', '/{lang}/concerns/new', '{path}']; \
         return navigator.serviceWorker.controller ? \
         Promise.all(all.map(u => caches.match(u, {{ignoreVary: true}}))).then(f => f.every(x => x)) : false"
    );
    until(browser, &script).await;
}

/// Waits for a script to say true.
async fn until(browser: &Browser, script: &str) {
    for _ in 0..200 {
        if browser.run(script).await == Value::Bool(true) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("never true on {}: {script}\n{}", browser.path().await, browser.text().await);
}

/// The form of filing.
const FORM: &str = "document.querySelector('form[action$=\"/concerns/new\"]')";

/// Fills the form of filing, whichever part of it is shown.
async fn fill(browser: &Browser, words: &str) {
    let words = serde_json::to_string(words).expect("words");
    let script = format!(
        "const f = {FORM}.elements; f.area.value = 'banconi'; f.landmark.value = 'derrière la mosquée'; \
         f.words.value = {words}; f.readers.value = 'public'; f.words.dispatchEvent(new Event('input', {{bubbles: true}}))"
    );
    browser.run(&script).await;
}

/// Sends it: by the event a button makes, past the steps that a script may show one at a time.
async fn press(browser: &Browser) {
    browser.run(&format!("{FORM}.submit()")).await;
}

/// What the phone holds: how many forms, drafts and answers.
async fn held(browser: &Browser) -> Value {
    let script = "return new Promise((ok, no) => { const o = indexedDB.open('sigida'); o.onerror = () => no(o.error); \
        o.onsuccess = () => { const d = o.result, names = ['queue', 'draft', 'answer']; \
        if (!d.objectStoreNames.length) { d.close(); indexedDB.deleteDatabase('sigida'); return ok([0, 0, 0]); } \
        const t = d.transaction(names), rs = names.map(n => t.objectStore(n).count()); \
        t.oncomplete = () => { d.close(); ok(rs.map(r => r.result)); }; }; })";
    browser.run(script).await
}

async fn code(browser: &Browser) -> String {
    let code = browser.run("return document.querySelector('.code').textContent").await;
    code.as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect()
}

/// The network comes back, and the phone notices.
async fn back(browser: &Browser, line: &Line) {
    line.mend();
    browser.run("window.dispatchEvent(new Event('online'))").await;
}

on_sqlite! {
    /// The whole way: filled in, the network goes, « pas encore envoyé », the network comes, one concern and its code.
    async fn a_form_sent_without_a_network_waits_on_the_phone_and_leaves_once(house: House) {
        let house = world(house);
        for (turn, (lang, waiting, sent)) in
            [("fr", "Pas encore envoyé", "Votre code"), ("bm", "A ma ci fɔlɔ", "Aw ka kɔdi")].into_iter().enumerate()
        {
            let before = rows(&house, "concerns").await;
            let line = Line::to(&house);
            let browser = Browser::open_at(line.base(), Look::phone()).await;
            open(&browser, lang, "noise").await;
            fill(&browser, &format!("Le bar joue jusqu'à l'aube, PERDU{turn}.")).await;
            line.cut();
            press(&browser).await;
            browser.must_have(waiting).await;
            assert_eq!(browser.path().await, format!("/{lang}/concerns/unsent"));
            browser.shot(&format!("unsent-{lang}")).await;
            assert_eq!(browser.overflow().await, 0);
            assert!(browser.small_targets().await.is_empty());
            assert_eq!(held(&browser).await, json!([1, 0, 0]));
            assert_eq!(rows(&house, "concerns").await, before);
            // Looking again changes nothing; the page stays readable.
            browser.visit(&format!("/{lang}/concerns/unsent")).await;
            browser.must_have(waiting).await;

            back(&browser, &line).await;
            browser.must_have(sent).await;
            browser.shot(&format!("sent-later-{lang}")).await;
            let code = code(&browser).await;
            assert_eq!(rows(&house, "concerns").await, before + 1);
            follow(&house, &code).await.must_have(&format!("PERDU{turn}"));
            // Kept until seen: read again by the same press, gone with the next page.
            browser.driver().refresh().await.expect("the page again");
            browser.must_have(sent).await;
            browser.visit(&format!("/{lang}/follow")).await;
            until(&browser, "return document.readyState === 'complete'").await;
            assert_eq!(held(&browser).await, json!([0, 0, 0]), "something stayed on the phone");
            browser.visit(&format!("/{lang}/concerns/unsent?answer")).await;
            assert!(!browser.text().await.contains(&code[..4]), "the code is still on the phone");
            assert_eq!(rows(&house, "concerns").await, before + 1);
            browser.close().await;
        }
    }
}

on_sqlite! {
    /// Who they are and the code in their hand lie on no phone: such a form waits on its page, as typed, and says so.
    async fn a_form_with_a_name_or_a_slip_waits_on_its_page_and_nowhere_else(house: House) {
        let house = world(house);
        let before = rows(&house, "concerns").await;
        for (name, value) in [("person_name", "Awa MARQUEUR"), ("person_phone", "76 00 00 01"), ("slip", "4000 0000 0000 0000")] {
            let line = Line::to(&house);
            let browser = Browser::open_at(line.base(), Look::phone()).await;
            open(&browser, "fr", "noise").await;
            fill(&browser, "Le bar joue jusqu'à l'aube, TENU.").await;
            browser.run(&format!("{FORM}.elements.{name}.value = '{value}'")).await;
            line.cut();
            press(&browser).await;
            browser.must_have("rien n’est parti").await;
            browser.shot(&format!("held-{name}")).await;
            assert_eq!(browser.path().await, "/fr/concerns/new");
            assert_eq!(held(&browser).await, json!([0, 0, 0]), "{name} lies on the phone");
            let typed = format!("const f = {FORM}.elements; return [f.{name}.value, f.words.value].join('|')");
            assert_eq!(browser.run(&typed).await, json!(format!("{value}|Le bar joue jusqu'à l'aube, TENU.")));
            if name != "slip" {
                line.mend();
                press(&browser).await;
                browser.must_have("Votre code").await;
            }
            browser.close().await;
        }
        assert_eq!(rows(&house, "concerns").await, before + 2);
    }
}

on_sqlite! {
    /// The worst line: the form arrives each time and the answer never does; then the house itself restarts.
    async fn a_form_delivered_three_times_and_across_a_restart_is_one_concern_with_one_code(house: House) {
        let house = world(house);
        let before = rows(&house, "concerns").await;
        let line = Line::to(&house);
        let browser = Browser::open_at(line.base(), Look::phone()).await;
        open(&browser, "fr", "noise").await;
        fill(&browser, "Le bar joue jusqu'à l'aube, TROISFOIS.").await;
        line.lose_answers();
        press(&browser).await;
        // The page of waiting is on the phone; only the form went through the line.
        browser.must_have("Pas encore envoyé").await;
        assert_eq!(rows(&house, "concerns").await, before + 1, "the form did not arrive");
        for _ in 0..2 {
            browser.click("Essayer maintenant").await;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            browser.must_have("Pas encore envoyé").await;
        }
        line.cut();
        house.restart().await;
        back(&browser, &line).await;
        browser.must_have("Votre code").await;
        assert_eq!(rows(&house, "concerns").await, before + 1);
        follow(&house, &code(&browser).await).await.must_have("TROISFOIS");
        browser.close().await;
    }
}

on_sqlite! {
    /// Without a network from the start: the pages of filing and the numbers to call are there, and a form filled in on such a
    /// page, whose token is nobody's, is filed all the same, two of them as two.
    async fn the_pages_of_filing_are_readable_without_a_network_and_no_private_page_is_kept(house: House) {
        let house = world(house);
        let before = rows(&house, "concerns").await;
        let line = Line::to(&house);
        let browser = Browser::open_at(line.base(), Look::phone()).await;
        open(&browser, "fr", "noise").await;
        line.cut();
        browser.visit("/fr/danger").await;
        browser.must_have("00 00 00 10").await;
        for words in ["Le bar joue, SANSRESEAUUN.", "Le moulin tourne, SANSRESEAUDEUX."] {
            browser.visit("/fr/concerns/new").await;
            browser.must_have("Que se passe-t-il ?").await;
            browser.visit("/fr/concerns/new?category=noise").await;
            fill(&browser, words).await;
            press(&browser).await;
            browser.must_have("Pas encore envoyé").await;
        }
        assert_eq!(held(&browser).await, json!([2, 0, 0]));
        back(&browser, &line).await;
        browser.must_have("Votre code").await;
        let first = code(&browser).await;
        follow(&house, &first).await.must_have("SANSRESEAU");
        // The other code waits behind it, on every page of filing.
        browser.visit("/fr/concerns/new").await;
        browser.must_have("Ce qui attendait est parti").await;
        browser.click("Voir la réponse et le code").await;
        browser.must_have("Votre code").await;
        assert_ne!(code(&browser).await, first);
        assert_eq!(rows(&house, "concerns").await, before + 2);

        // Somebody who signs in on this phone leaves no page of theirs on it.
        browser.visit("/fr/login?next=%2Faccount").await;
        browser.fill("login", "agent.c1-ouest").await;
        browser.fill("password", &password("agent.c1-ouest")).await;
        browser.find("main form button").await.click().await.expect("a button to press");
        browser.must_have("Mon compte").await;
        for path in ["/fr/desk", "/fr/concerns/new", "/fr/concerns/new?category=light", "/fr/danger"] {
            browser.visit(path).await;
        }
        until(&browser, "return document.readyState === 'complete'").await;
        let script = "return caches.keys().then(names => Promise.all(names.map(n => caches.open(n).then(c => \
            c.keys().then(keys => Promise.all(keys.map(k => c.match(k, {ignoreVary: true}).then(r => r.text()) \
            .then(t => [new URL(k.url).pathname, t])))))))).then(all => all.flat())";
        let kept = browser.run(script).await;
        let kept: Vec<(String, String)> = serde_json::from_value(kept).expect("addresses and texts");
        assert!(kept.len() >= 6, "{:?}", kept.iter().map(|k| &k.0).collect::<Vec<_>>());
        for (path, text) in &kept {
            let ours = ["/static/", "/fr/concerns/new", "/fr/concerns/unsent", "/fr/danger"];
            assert!(ours.iter().any(|o| path.starts_with(o)), "{path} is kept on the phone");
            assert!(!text.contains("/logout\""), "{path} is kept as an officer's");
            assert!(!path.ends_with("/new") || !text.contains("_token") || text.contains("value=\"offline\""), "{path} keeps a token");
            assert!(!text.contains("class=\"code\""), "{path} keeps a code");
        }
        browser.close().await;
    }
}

on_sqlite! {
    /// A draft stays only when asked for; it comes back by a press, and goes by « effacer », by « quitter vite », after a day and
    /// with the sending.
    async fn a_draft_is_kept_only_when_asked_for_and_goes_when_told(house: House) {
        let house = world(house);
        let line = Line::to(&house);
        let browser = Browser::open_at(line.base(), Look::phone()).await;
        let words = "Le bar joue jusqu'à l'aube, BROUILLONSIX.";
        open(&browser, "fr", "noise").await;
        fill(&browser, words).await;
        browser.visit("/fr/concerns/new").await;
        assert_eq!(held(&browser).await, json!([0, 0, 0]), "kept without being asked");

        let keep = async || {
            browser.visit("/fr/concerns/new?category=noise").await;
            fill(&browser, words).await;
            browser.must_have("Qui prend le téléphone peut le lire").await;
            browser.click("Garder ce brouillon").await;
            browser.must_have("Brouillon gardé").await;
            until(&browser, "return document.querySelector('[data-when=draft]').hidden === false").await;
            assert_eq!(held(&browser).await, json!([0, 1, 0]));
        };
        keep().await;
        browser.shot("draft-kept").await;
        // Back from another page, from the list of kinds.
        browser.visit("/fr/follow").await;
        browser.visit("/fr/concerns/new").await;
        browser.must_have("Vous avez gardé un brouillon").await;
        browser.click("Reprendre").await;
        until(&browser, "const f = document.querySelector('form[action$=\"/concerns/new\"]'); return !!f && f.words.value.includes('BROUILLONSIX')").await;
        let there = browser.run(&format!("const f = {FORM}.elements; return [f.area.value, f.landmark.value, f.readers.value]")).await;
        assert_eq!(there, json!(["banconi", "derrière la mosquée", "public"]));
        press(&browser).await;
        browser.must_have("Votre code").await;
        until(&browser, "return document.readyState === 'complete'").await;
        assert_eq!(held(&browser).await, json!([0, 0, 0]), "the draft outlived its sending");

        keep().await;
        browser.click("Effacer de ce téléphone").await;
        until(&browser, "return document.querySelector('[data-when=draft]').hidden").await;
        assert_eq!(held(&browser).await, json!([0, 0, 0]));

        keep().await;
        let age = "return new Promise(ok => { const o = indexedDB.open('sigida'); o.onsuccess = () => { const d = o.result, \
            s = d.transaction('draft', 'readwrite').objectStore('draft'), g = s.getAll(); g.onsuccess = () => { \
            const v = g.result[0]; v.at -= 86400001; s.put(v).onsuccess = () => { d.close(); ok(); }; }; }; })";
        browser.run(age).await;
        browser.visit("/fr/concerns/new").await;
        until(&browser, "return document.readyState === 'complete'").await;
        assert_eq!(held(&browser).await, json!([0, 0, 0]), "a day is over");

        keep().await;
        browser.find("a.leave").await.click().await.expect("a way out");
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        browser.visit("/fr/areas").await;
        assert_eq!(held(&browser).await, json!([0, 0, 0]), "« Quitter vite » left a draft");
        browser.close().await;
    }
}

on_sqlite! {
    /// « Quitter vite » without a network: what waited is gone and is never sent.
    async fn quick_exit_without_a_network_wipes_what_waited(house: House) {
        let house = world(house);
        let before = rows(&house, "concerns").await;
        let line = Line::to(&house);
        let browser = Browser::open_at(line.base(), Look::phone()).await;
        open(&browser, "fr", "noise").await;
        fill(&browser, "Le bar joue jusqu'à l'aube, OUBLIEZ.").await;
        line.cut();
        press(&browser).await;
        browser.must_have("Pas encore envoyé").await;
        browser.find("a.leave").await.click().await.expect("a way out");
        until(&browser, "return document.body.innerText.trim() === ''").await;
        line.mend();
        browser.visit("/fr/concerns/unsent").await;
        browser.must_have("Rien n’attend").await;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        assert_eq!(held(&browser).await, json!([0, 0, 0]));
        assert_eq!(rows(&house, "concerns").await, before);
        browser.close().await;
    }
}

on_sqlite! {
    /// Each script is what an engine reads as one, is small, and says nothing on the console of any page it stands on.
    async fn every_script_is_well_formed_and_the_console_stays_silent(house: House) {
        let house = world(house);
        let browser = Browser::open(&house, Look::phone()).await;
        for path in ["/fr/concerns/new", "/fr/concerns/new?category=noise", "/fr/concerns/unsent", "/fr/follow"] {
            browser.visit(path).await;
            tokio::time::sleep(std::time::Duration::from_millis(700)).await;
            browser.check(&format!("script{}", path.replace(['/', '?', '='], "-"))).await;
        }
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
        let scripts = std::fs::read_dir(folder).expect("the folder of scripts").flatten().map(|entry| entry.path());
        let scripts: Vec<_> = scripts.filter(|path| path.extension().is_some_and(|e| e == "js")).collect();
        assert!(scripts.len() >= 2);
        for script in scripts {
            let text = std::fs::read_to_string(&script).expect("a script");
            let wanted = json!({ "expression": text, "sourceURL": script.display().to_string(), "persistScript": false });
            let compiled = browser.devtools("Runtime.compileScript", wanted).await;
            assert!(compiled.get("exceptionDetails").is_none(), "{}: {compiled:#}", script.display());
            assert!(!text.contains("http"), "{} names another origin", script.display());
        }
        browser.close().await;
        // At the root, asked for anew each time, and compressed.
        let worker = house.person().await.visit("/sw.js").await;
        worker.must_be(200);
        assert_eq!(worker.header("cache-control"), "no-cache");
        assert_eq!(worker.header("service-worker-allowed"), "/");
        assert!(worker.header("content-type").starts_with("text/javascript"));
        assert!(worker.wire_bytes < 4_096, "{}", worker.wire_bytes);
        let page = house.person().await.visit("/fr/concerns/new?category=noise").await;
        let script = page.attributes("script[src]", "src");
        let script = house.person().await.visit(&script[0]).await;
        assert!(script.must_be(200).header("cache-control").contains("immutable"));
        assert!(script.wire_bytes < 4_096);
        house.person().await.visit("/static/draft.js").await.must_be(404);
    }
}

on_sqlite! {
    /// Without scripts nothing of this shows, and all works as it did.
    async fn without_scripts_nothing_of_this_shows_and_filing_works(house: House) {
        let house = world(house);
        let browser = Browser::open(&house, Look::phone().without_script()).await;
        browser.visit("/fr/concerns/new?category=noise").await;
        let text = browser.text().await;
        for word in ["Garder ce brouillon", "Pas encore envoyé", "Reprendre", "Effacer"] {
            assert!(!text.contains(word), "{word} shows");
        }
        browser.find("select[name=area] option[value=banconi]").await.click().await.expect("an option to choose");
        browser.fill("words", "Le bar joue jusqu'à l'aube.").await;
        browser.find("input[name='readers'][value='public']").await.click().await.expect("a reader to choose");
        browser.find("#send").await.click().await.expect("a button to press");
        browser.must_have("Votre code").await;
        browser.visit("/fr/concerns/unsent").await;
        browser.must_have("Rien n’attend d’être envoyé").await;
        browser.check("unsent-none").await;
        browser.close().await;
    }
}

on_sqlite! {
    /// The recorder: starts, counts down, stops, plays, is in the field as a file, and goes when deleted. Without a microphone it
    /// says so, and the plain field stays.
    async fn a_voice_note_is_recorded_heard_again_and_deleted(house: House) {
        let house = world(house);
        let browser = Browser::open(&house, Look::phone()).await;
        let path = "/fr/concerns/new?category=noise";
        let answer = house.person().await.visit(path).await;
        assert!(answer.header("permissions-policy").contains("microphone=(self)"), "{}", answer.header("permissions-policy"));
        assert!(house.person().await.visit("/fr/follow").await.header("permissions-policy").contains("microphone=()"));
        let prepare = async || {
            browser.visit(path).await;
            // Where the form has no field for a sound yet, a field is put in, and the script looks again.
            let script = format!(
                "if (document.querySelector('input[type=file][accept^=\"audio/\"]')) return; \
                 const p = document.createElement('div'); p.className = 'field'; \
                 p.innerHTML = '<label for=\"voice\">Voix</label><input type=\"file\" id=\"voice\" name=\"voice\" accept=\"audio/*\" capture>'; \
                 {FORM}.prepend(p); const s = document.createElement('script'); s.src = '{}'; document.body.append(s)",
                sigida::web::script_url("record")
            );
            browser.run(&script).await;
            until(&browser, "const b = document.querySelector('[data-recorder]'); return !!b && !b.hidden").await;
            // Whatever part of the form is shown: the recorder is what this is about.
            browser.run("for (let e = document.querySelector('[data-recorder]'); e; e = e.parentElement) e.hidden = false").await;
        };
        prepare().await;
        let deny = json!({ "permission": { "name": "microphone" }, "setting": "denied" });
        browser.devtools("Browser.setPermission", deny).await;
        browser.run("document.querySelector('[data-rec=start]').click()").await;
        browser.must_have("Le micro ne répond pas").await;
        browser.shot("recorder-refused").await;

        let grant = json!({ "permission": { "name": "microphone" }, "setting": "granted" });
        browser.devtools("Browser.setPermission", grant).await;
        prepare().await;
        browser.shot("recorder-idle").await;
        browser.run("document.querySelector('[data-rec=start]').click()").await;
        browser.must_have("Secondes qui restent").await;
        until(&browser, "return +document.querySelector('[data-rec=left] b').textContent < 59").await;
        browser.shot("recorder-recording").await;
        browser.click("Arrêter").await;
        browser.must_have("Effacer cet enregistrement").await;
        browser.shot("recorder-done").await;
        let file = browser.run("const f = document.querySelector('#voice').files; return [f.length, f[0].type, f[0].size > 500 && f[0].size < 60000]").await;
        assert_eq!(file, json!([1, "audio/webm", true]));
        browser.click("Écouter").await;
        until(&browser, "return +document.querySelector('[data-recorder]').dataset.played > 0.5").await;
        browser.click("Effacer cet enregistrement").await;
        browser.must_have("Enregistrer ma voix").await;
        assert_eq!(browser.run("return document.querySelector('#voice').files.length").await, json!(0));
        let complaints = browser.complaints().await;
        assert!(complaints.is_empty(), "{complaints:?}");
        browser.close().await;
    }
}

/// A template that names a script which is not there would have its page ask for nothing.
#[test]
fn every_script_a_template_names_exists() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("templates")];
    let mut named = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("templates").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let text = std::fs::read_to_string(entry.path()).expect("a template");
            for rest in text.split("page.script(\"").skip(1) {
                let name = rest.split('"').next().unwrap_or_default();
                assert!(!sigida::web::script_url(name).is_empty(), "{} names {name}", entry.path().display());
                named += 1;
            }
        }
    }
    assert!(named > 0);
}
