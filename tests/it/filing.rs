//! Filing as a resident does it: the questions of the kind, the place by list, map or telephone, one thing at a time on a screen.

use crate::concerns::{decide, file, follow, number_on};
use crate::support::program::Program;
use crate::support::world::{number as count, rows, sign_in, words, world};
use crate::support::{Browser, House, Kind, Look, Page, Person, both, on_sqlite};

/// A quartier's middle, told finer than any outline is: Banconi.
const POINT: (&str, &str) = ("12.6820937", "-7.9648241");

/// Defines a question on the administrator's page.
async fn define(admin: &Person, category: &str, kind: &str, (fr, bm): (&str, &str), options: (&str, &str)) -> Page {
    let page = admin.visit(&format!("/fr/admin/questions/new?category={category}")).await;
    let form = page.form("/fr/admin/questions/new").fill("label_fr", fr).fill("label_bm", bm).fill("kind", kind);
    form.fill("options_fr", options.0).fill("options_bm", options.1).press().await
}

/// Opens a question on the administrator's page by what it asks.
async fn question(admin: &Person, category: &str, label: &str) -> Page {
    let list = admin.visit(&format!("/fr/admin/questions?category={category}")).await;
    admin.click(&list, label).await
}

/// Five questions of the kind « dispute », one of each type; the first must be answered.
async fn five(house: &House) -> Person {
    let admin = sign_in(house, "admin").await;
    let none = ("", "");
    define(&admin, "dispute", "text", ("Quel mur ?", "Kogo jumɛn?"), none).await.must_be(200);
    define(&admin, "dispute", "number", ("Combien de personnes ?", "Mɔgɔ joli?"), none).await.must_be(200);
    define(&admin, "dispute", "date", ("Depuis quand ?", "Kabini tuma jumɛn?"), none).await.must_be(200);
    let (fr, bm) = ("Oui\nNon", "Awɔ\nAyi");
    define(&admin, "dispute", "one", ("Le chef est-il prévenu ?", "Dugutigi b'a dɔn wa?"), (fr, bm)).await.must_be(200);
    let (fr, bm) = ("Bruit\nEau\nAnimaux", "Mankan\nJi\nBaganw");
    define(&admin, "dispute", "several", ("À propos de quoi ?", "Mun kama?"), (fr, bm)).await.must_be(200);
    let page = question(&admin, "dispute", "Quel mur").await;
    page.main_form().fill("required", "on").press().await.must_be(200);
    admin
}

both! {
    /// R5: an administrator asks, a resident answers, the desk and the reporter read, each in their language; nobody else.
    async fn a_question_of_each_type_is_defined_asked_answered_and_read_by_its_desk(house: House) {
        let house = world(house);
        five(&house).await;
        let ledger = words(&house, "SELECT detail AS value FROM ledger WHERE deed = 'question.create'").await.join("; ");
        assert!(ledger.contains("label_fr: Quel mur ?") && ledger.contains("options_fr: Oui | Non"), "{ledger}");

        let person = house.person().await;
        let page = person.visit("/bm/concerns/new?category=dispute").await;
        page.must_have("Kogo jumɛn?").must_have("Baganw");
        let form = page.form("/bm/concerns/new");
        assert_eq!(form.options("q-a-propos-de-quoi").len(), 3);
        let form = form.fill("area", "banconi").fill("words", "Kɛlɛ bɛ an ni an sigiɲɔgɔn cɛ.");
        let form = form.fill("q-combien-de-personnes", "beaucoup").fill("q-depuis-quand", "hier").fill("q-a-propos-de-quoi", "eau");
        // Nothing in the one that must be answered, words where a number is due, no option of ours.
        let page = form.tamper("q-le-chef-est-il-prevenu", "peut-être").press_button("A ci").await;
        page.must_be(422);
        let wrong = page.attributes(".errors a", "href");
        assert_eq!(wrong, ["#q-quel-mur", "#q-combien-de-personnes", "#q-depuis-quand", "#q-le-chef-est-il-prevenu"]);
        let form = page.form("/bm/concerns/new");
        assert_eq!((form.value("q-combien-de-personnes"), form.value("q-a-propos-de-quoi"), form.value("area")),
            ("beaucoup".to_owned(), "eau".to_owned(), "banconi".to_owned()));
        let form = form.fill("q-quel-mur", "celui de l'école MARQUEREPONSE").fill("q-combien-de-personnes", "1 200");
        let form = form.fill("q-depuis-quand", "2026-11-02").fill("q-le-chef-est-il-prevenu", "Awɔ").fill("q-a-propos-de-quoi", "animaux");
        let filed = form.press_button("A ci").await;
        filed.must_be(200);
        let (code, number) = (filed.code(), number_on(&filed));

        let told = |page: &Page| page.rows_of_facts();
        let seen = told(&follow(&house, &code).await);
        for (question, answer) in [("Quel mur ?", "celui de l'école MARQUEREPONSE"), ("Combien de personnes ?", "1 200"),
            ("Depuis quand ?", "2 novembre 2026"), ("Le chef est-il prévenu ?", "Oui"), ("À propos de quoi ?", "Eau, Animaux")]
        {
            assert!(seen.contains(&(question.to_owned(), answer.to_owned())), "{question} {answer}: {seen:?}");
        }
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let desk = told(&officer.visit(&format!("/bm/desk/concerns/{number}")).await);
        for (question, answer) in [("Mun kama?", "Ji, Baganw"), ("Dugutigi b'a dɔn wa?", "Awɔ"), ("Mɔgɔ joli?", "1 200")] {
            assert!(desk.contains(&(question.to_owned(), answer.to_owned())), "{question} {answer}: {desk:?}");
        }
        let ledger = words(&house, "SELECT detail || object AS value FROM ledger").await.join(" ");
        assert!(!ledger.contains("MARQUEREPONSE"), "an answer is in the ledger");
    }
}

both! {
    /// A question that is no longer asked keeps its old answers; eight at most are asked; what cannot be asked is refused.
    async fn a_retired_question_is_asked_no_more_and_its_answers_stay(house: House) {
        let house = world(house);
        let admin = five(&house).await;
        let page = house.person().await.visit("/fr/concerns/new?category=dispute").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Nous nous disputons pour le mur.");
        let filed = form.fill("q-quel-mur", "celui du puits").fill("q-a-propos-de-quoi", "eau").press_button("Envoyer").await;
        filed.must_be(200);
        for (label, button) in [("Quel mur", "active"), ("À propos de quoi", "active")] {
            question(&admin, "dispute", label).await.main_form().fill(button, "off").press().await.must_be(200);
        }
        let page = house.person().await.visit("/fr/concerns/new?category=dispute").await;
        page.must_not_have("Quel mur").must_have("Combien de personnes");
        let file = sign_in(&house, "agent.c1-ouest").await.visit(&format!("/fr/desk/concerns/{}", number_on(&filed))).await;
        file.must_have("Quel mur").must_have("celui du puits").must_have("Eau");
        follow(&house, &filed.code()).await.must_have("celui du puits");
        // Their order is the administrator's.
        question(&admin, "dispute", "Combien de personnes").await.main_form().fill("position", "90").press().await.must_be(200);
        let page = house.person().await.visit("/fr/concerns/new?category=dispute").await;
        let text = page.text();
        assert!(text.find("Depuis quand") < text.find("Combien de personnes"), "{text}");
        for n in 4..=8 {
            define(&admin, "dispute", "text", (&format!("Encore {n} ?"), "Hali bi?"), ("", "")).await.must_be(200);
        }
        define(&admin, "dispute", "text", ("Une de trop ?", "Tɔ wa?"), ("", "")).await.must_be(422).must_have("déjà 8 questions");
        define(&admin, "other", "one", ("Laquelle ?", "Jumɛn?"), ("Seule", "Kelen")).await.must_be(422);
        define(&admin, "other", "one", ("Laquelle ?", "Jumɛn?"), ("Une\nDeux", "Kelen")).await.must_be(422);
        define(&admin, "other", "one", ("Laquelle ?", "Jumɛn?"), ("Une\nUNE", "Kelen\nFila")).await.must_be(422);
        sign_in(&house, "chef.c1-ouest").await.visit("/fr/admin/questions").await.must_be(403);
    }
}

both! {
    /// An answer may point at who gave it: it stands on no public page, though the concern does.
    async fn answers_are_on_no_public_page(house: House) {
        let house = world(house);
        let person = house.person().await;
        let page = person.visit("/fr/concerns/new?category=light").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Les lampes sont éteintes au carrefour.");
        let form = form.fill("readers", "public").fill("q-lamps", "77").fill("q-pole", "POTEAUMARQUE");
        let filed = form.press_button("Envoyer").await;
        let number = number_on(&filed);
        decide(&sign_in(&house, "moderation.c1").await, &number, "Publier", "").await;
        person.visit(&format!("/fr/concerns/{number}")).await.must_be(200);
        for path in [&format!("/fr/concerns/{number}"), "/fr/concerns", "/fr/concerns?q=POTEAUMARQUE", "/fr/areas/banconi", "/fr"] {
            person.visit(path).await.must_be(200).must_not_have("POTEAUMARQUE\u{a0}").must_not_have("Combien de lampes");
        }
        person.visit("/fr/concerns?q=POTEAUMARQUE").await.must_not_have(&number);
        assert!(!person.visit(&format!("/fr/concerns/{number}")).await.body.contains("POTEAUMARQUE"));
    }
}

both! {
    /// By the map, without JavaScript: nothing typed is lost, and nothing typed comes into an address.
    async fn the_map_leads_to_a_quartier_and_keeps_what_was_typed(house: House) {
        let house = world(house);
        let person = house.person().await;
        // By links, while nothing was typed.
        let page = person.visit("/fr/concerns/new/map?category=light").await;
        assert_eq!(page.attributes("svg.map a", "href").len(), 6);
        let page = page.click("Commune IV").await;
        let drawn = page.attributes("svg.map a", "href");
        assert!(drawn.len() >= 8 && drawn.iter().all(|href| page.attributes(".spots a", "href").contains(href)), "{drawn:?}");
        let page = page.click("Lafiabougou").await;
        assert_eq!(page.form("/fr/concerns/new").value("area"), "lafiabougou");
        for lang in ["fr", "bm"] {
            let (choose, send) = if lang == "fr" { ("Choisir sur la carte", "Envoyer") } else { ("A sugandi ja kan", "A ci") };
            let page = person.visit(&format!("/{lang}/concerns/new?category=noise")).await;
            let form = page.form(&format!("/{lang}/concerns/new")).fill("words", "Le moulin tourne\ntoute la nuit.").fill("landmark", "près du puits");
            let form = form.fill("readers", "private").fill("q-when", "la-nuit").fill("q-when", "le-soir");
            let page = form.press_button(choose).await;
            page.must_be(200);
            assert_eq!((page.path.as_str(), page.header("cache-control")), (format!("/{lang}/concerns/new/map").as_str(), "no-store"));
            let links = page.attributes("svg.map a", "href");
            assert!(links.iter().all(|href| page.attributes(".spots button", "id").contains(&href[1..].to_owned())), "{links:?}");
            let page = page.main_form().press_button("Commune I").await;
            let page = page.main_form().press_button("Banconi").await;
            page.must_be(200);
            let form = page.form(&format!("/{lang}/concerns/new"));
            let held = |name: &str| form.value(name);
            assert_eq!(held("words").replace("\r\n", "\n"), "Le moulin tourne\ntoute la nuit.");
            assert_eq!((held("area"), held("landmark"), held("readers"), held("q-when"), held("category")),
                ("banconi".into(), "près du puits".into(), "private".into(), "le-soir,la-nuit".into(), "noise".into()));
            // Whoever chose before begins in that commune, and may come back without choosing anew.
            let page = form.press_button(choose).await;
            page.must_have("Commune I").must_have("Korofina");
            let back = if lang == "fr" { "Revenir au formulaire" } else { "Segin sɛbɛnni na" };
            let page = page.main_form().press_button(back).await;
            let form = page.form(&format!("/{lang}/concerns/new"));
            assert_eq!(form.value("area"), "banconi");
            form.press_button(send).await.must_be(200).must_have("Banconi");
        }
        // Places without an outline are in the list, though not on the drawing.
        let listed = count(&house, "SELECT COUNT(*) AS value FROM areas WHERE kind = 'quartier' AND outline IS NULL").await;
        assert_eq!(listed, 6);
        let slug = words(&house, "SELECT slug AS value FROM areas WHERE kind = 'quartier' AND outline IS NULL ORDER BY slug").await.remove(0);
        let commune = words(&house, &format!(
            "SELECT c.slug AS value FROM areas a INNER JOIN areas c ON c.id = a.parent_id WHERE a.slug = '{slug}'")).await.remove(0);
        let page = person.visit(&format!("/fr/concerns/new/map?category=light&commune={commune}")).await;
        let leads = |css: &str| page.attributes(css, "href").iter().any(|href| href.ends_with(&format!("area={slug}")));
        assert!(leads(".spots a") && !leads("svg.map a"), "{slug}");
    }
}

both! {
    /// A point of a telephone chooses the quartier, and is then nowhere: in no page, table or log.
    async fn a_point_chooses_the_quartier_and_is_kept_nowhere(house: House) {
        let house = world(house);
        let program = Program::beside(&house, &[("SIGIDA_LOG", "trace"), ("SIGIDA_FORMS_PER_MINUTE", "0")]);
        let person = Person::new(program.base());
        let page = person.visit("/fr/concerns/new?category=noise").await;
        let (lat, lon) = POINT;
        let form = page.form("/fr/concerns/new").fill("words", "Le moulin tourne toute la nuit.").fill("readers", "public");
        let page = form.tamper("lat", lat).tamper("lon", lon).tamper("step", "gps").press().await;
        page.must_be(200).must_have("Vous êtes à Banconi, Commune I").must_have("n’est pas gardé");
        let form = page.form("/fr/concerns/new");
        assert_eq!((form.value("area").as_str(), form.value("lat").as_str(), form.value("lon").as_str()), ("banconi", "", ""));
        assert_eq!(page.attributes("input[name=point]", "value").len(), page.body.matches("12.68").count(), "it stands in the box alone");
        assert_eq!(page.attributes("input[name=point][checked]", "value"), Vec::<String>::new(), "which nobody ticked");
        let filed = form.press_button("Envoyer").await;
        filed.must_be(200).must_have("Banconi");
        assert!(!filed.body.contains("12.68"));
        // On the way to the map it is left behind too.
        let form = person.visit("/fr/concerns/new?category=noise").await.form("/fr/concerns/new").tamper("lat", lat).tamper("lon", lon);
        assert!(!form.press_button("Choisir sur la carte").await.body.contains("12.68"));
        for (lat, lon) in [("12.9", "-7.9"), ("0", "0"), ("NaN", "inf"), ("", ""), ("douze", "moins sept")] {
            let form = person.visit("/fr/concerns/new?category=noise").await.form("/fr/concerns/new");
            let page = form.tamper("lat", lat).tamper("lon", lon).tamper("step", "gps").press().await;
            page.must_be(200).must_have("dans aucun quartier");
            assert_eq!(page.form("/fr/concerns/new").value("area"), "");
        }
        program.ask_to_stop();
        let log = program.ended();
        for mark in ["12.6820937", "7.9648241"] {
            assert!(!log.contains(mark), "« {mark} » is in the log");
            match house.kind() {
                Kind::Sqlite => {
                    for entry in std::fs::read_dir(house.data_dir()).unwrap().flatten().filter(|e| e.path().is_file()) {
                        let bytes = std::fs::read(entry.path()).unwrap();
                        assert!(!bytes.windows(mark.len()).any(|w| w == mark.as_bytes()), "« {mark} » is in {}", entry.path().display());
                    }
                }
                Kind::Postgres => {
                    let tables = words(&house, "SELECT table_name::text AS value FROM information_schema.tables WHERE table_schema = 'public'").await;
                    for table in tables {
                        let sql = format!("SELECT COUNT(*) AS value FROM {table} t WHERE t::text LIKE '%{mark}%'");
                        assert_eq!(count(&house, &sql).await, 0, "« {mark} » is in {table}");
                    }
                }
            }
        }
    }
}

on_sqlite! {
    /// R18, R2: every page of filing can be left fast, keeps nothing, says nothing of where one comes from, asks nobody else;
    /// the position is asked for on the form alone, and its script runs by its hash alone.
    async fn every_page_of_filing_can_be_left_fast_and_tells_nobody(house: House) {
        let house = world(house);
        let person = house.person().await;
        let form = person.visit("/fr/concerns/new?category=noise").await;
        let typed = || form.form("/fr/concerns/new").fill("words", "Le moulin tourne la nuit.").fill("readers", "public");
        let pages = [
            ("kinds", person.visit("/fr/concerns/new").await),
            ("form", person.visit("/fr/concerns/new?category=noise").await),
            ("map", person.visit("/fr/concerns/new/map?category=noise").await),
            ("commune", person.visit("/fr/concerns/new/map?category=noise&commune=commune-i").await),
            ("map from the form", typed().press_button("Choisir sur la carte").await),
            ("errors", typed().press_button("Envoyer").await),
            ("code", typed().fill("area", "banconi").press_button("Envoyer").await),
        ];
        for (name, page) in &pages {
            assert_eq!((page.header("cache-control"), page.header("referrer-policy")), ("no-store", "no-referrer"), "{name}");
            assert!(page.links().iter().any(|link| link.href == "/fr/leave"), "no way to leave fast from {name}");
            let asks = ["form", "errors"].contains(name);
            let position = if asks { "geolocation=(self)" } else { "geolocation=()" };
            assert!(page.header("permissions-policy").contains(position), "{name}: {}", page.header("permissions-policy"));
            // Those that stand in the page; others are files of ours at addresses of ours.
            let scripts: Vec<String> = page.elements_text("script").into_iter().filter(|text| !text.is_empty()).collect();
            assert_eq!(scripts.len(), usize::from(asks), "{name}");
            for script in scripts {
                use sha2::Digest;
                let hash = data_encoding::BASE64.encode(&sha2::Sha256::digest(script.as_bytes()));
                assert!(page.header("content-security-policy").contains(&format!("'sha256-{hash}'")), "{name}");
                assert!(script.len() <= 3_072, "the script weighs {}", script.len());
            }
            // An address with a scheme is one of ours, or the name of a language of drawings.
            for at in page.body.match_indices("://").map(|(at, _)| at) {
                let near = &page.body[at.saturating_sub(5)..(at + 24).min(page.body.len())];
                assert!(near.contains("www.w3.org"), "{name} names another server: {near}");
            }
        }
    }
}

on_sqlite! {
    /// R1, C2: what a filing costs, on the line.
    async fn a_filing_costs_four_requests_and_forty_kilobytes_with_the_map_two_more(house: House) {
        let house = world(house);
        let person = house.person().await;
        let mut told = Vec::new();
        for lang in ["fr", "bm"] {
            let first = person.visit(&format!("/{lang}/concerns/new")).await;
            let css = person.visit(first.subresources().iter().next().unwrap()).await;
            let form = person.visit(&format!("/{lang}/concerns/new?category=noise")).await;
            let send = if lang == "fr" { "Envoyer" } else { "A ci" };
            let typed = form.form(&format!("/{lang}/concerns/new")).fill("words", "Le moulin tourne toute la nuit.").fill("readers", "public");
            let map = typed.press_button(if lang == "fr" { "Choisir sur la carte" } else { "A sugandi ja kan" }).await;
            let commune = map.main_form().press_button("Commune I").await;
            let again = commune.main_form().press_button("Banconi").await;
            let code = again.form(&format!("/{lang}/concerns/new")).press_button(send).await;
            code.must_be(200);
            for page in [&first, &form, &map, &commune, &again, &code] {
                assert!(page.subresources().is_subset(&first.subresources()), "another file: {:?}", page.subresources());
                assert!(page.wire_bytes + css.wire_bytes <= 14_336, "{} and the style sheet weigh {}", page.path, page.wire_bytes + css.wire_bytes);
            }
            let sum = |pages: &[&Page]| pages.iter().map(|page| page.wire_bytes).sum::<usize>();
            let plain = sum(&[&first, &css, &form, &code]);
            let mapped = plain + sum(&[&map, &commune, &again]);
            assert!(plain + 4 * 1_500 <= 40_000, "{plain} bytes");
            told.push(format!("{lang}: 4 requests, {plain} bytes (kinds {}, style {}, form {}, code {}); by the map 7 requests, {mapped} bytes (Bamako {}, commune {})",
                first.wire_bytes, css.wire_bytes, form.wire_bytes, code.wire_bytes, map.wire_bytes, commune.wire_bytes));
        }
        println!("A filing on the line: {}", told.join("\n"));
    }
}

/// Presses « Continuer ».
async fn onward(browser: &Browser) {
    browser.find("#turn button:last-child").await.click().await.expect("a button to go on");
}

/// Where the steps stand, and how many parts are to be seen.
async fn standing(browser: &Browser) -> (String, i64) {
    let at = browser.run("return document.querySelector('#steps b').textContent").await;
    let seen = browser
        .run("return [].filter.call(document.querySelectorAll('.part'),function(p){return p.offsetHeight}).length")
        .await;
    (at.as_str().unwrap_or_default().to_owned(), seen.as_i64().unwrap_or_default())
}

on_sqlite! {
    /// One thing at a time on a small telephone: on, back by the button and by the browser, an error at its step, and sent.
    async fn one_part_is_asked_at_a_time_and_going_back_loses_nothing(house: House) {
        let house = world(house);
        let before = rows(&house, "concerns").await;
        for lang in ["fr", "bm"] {
            let browser = Browser::open(&house, Look::phone()).await;
            browser.visit(&format!("/{lang}/concerns/new")).await;
            browser.check(&format!("steps-0-kinds-{lang}")).await;
            browser.find("a[href*='category=noise']").await.click().await.expect("a kind");
            assert_eq!(standing(&browser).await, ("1 / 4".to_owned(), 1));
            browser.check(&format!("steps-1-{lang}")).await;
            // Nothing chosen: it stays.
            onward(&browser).await;
            assert_eq!(standing(&browser).await.0, "1 / 4");
            browser.find("select[name='area'] option[value='banconi']").await.click().await.expect("a quartier");
            onward(&browser).await;
            assert_eq!(standing(&browser).await, ("2 / 4".to_owned(), 1));
            let focus = browser.run("return document.activeElement.tagName").await;
            assert_eq!(focus.as_str(), Some("H2"));
            browser.fill("words", "Le moulin tourne toute la nuit.").await;
            browser.check(&format!("steps-2-{lang}")).await;
            onward(&browser).await;
            assert_eq!(standing(&browser).await.0, "3 / 4");
            browser.check(&format!("steps-3-{lang}")).await;
            browser.driver().back().await.expect("the browser goes back");
            assert_eq!(standing(&browser).await.0, "2 / 4");
            browser.find("#turn button:first-child").await.click().await.expect("a button to go back");
            for _ in 0..50 {
                if standing(&browser).await.0 == "1 / 4" { break; }
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
            assert_eq!(standing(&browser).await.0, "1 / 4");
            onward(&browser).await;
            let held = browser.run("return document.querySelector('[name=words]').value").await;
            assert_eq!(held.as_str(), Some("Le moulin tourne toute la nuit."));
            onward(&browser).await;
            browser.find("input[name='readers'][value='public']").await.click().await.expect("a reader");
            onward(&browser).await;
            assert_eq!(standing(&browser).await, ("4 / 4".to_owned(), 1));
            browser.check(&format!("steps-4-{lang}")).await;
            // What only the house finds wrong comes back at its step, with everything else as it was.
            browser.run("var w=document.querySelector('[name=words]');w.removeAttribute('minlength');w.value='Trop peu'").await;
            browser.find("#send").await.click().await.expect("a button to send");
            browser.find(".errors").await;
            assert_eq!(standing(&browser).await, ("2 / 4".to_owned(), 1));
            browser.shot(&format!("steps-5-error-{lang}")).await;
            let said = browser.complaints().await;
            assert!(said.iter().all(|line| line.contains("422")), "{said:?}");
            browser.fill("words", "Le moulin tourne toute la nuit.").await;
            onward(&browser).await;
            onward(&browser).await;
            browser.find("#send").await.click().await.expect("a button to send");
            browser.must_have(if lang == "fr" { "Votre code" } else { "kɔdi" }).await;
            browser.check(&format!("steps-6-code-{lang}")).await;
            browser.close().await;
        }
        assert_eq!(rows(&house, "concerns").await, before + 2);
    }
}

on_sqlite! {
    /// The same form and map in every look, without a script and with it.
    async fn the_form_the_map_and_the_questions_fit_every_screen(house: House) {
        let house = world(house);
        file(&house, "noise", "banconi", "Le moulin tourne toute la nuit.", "public").await;
        for look in Look::all() {
            let browser = Browser::open(&house, look.without_script()).await;
            for lang in ["fr", "bm"] {
                browser.visit(&format!("/{lang}/concerns/new")).await;
                browser.check(&format!("kinds-{lang}")).await;
                browser.visit(&format!("/{lang}/concerns/new?category=noise")).await;
                browser.check(&format!("form-{lang}")).await;
                browser.visit(&format!("/{lang}/concerns/new/map?category=noise")).await;
                browser.check(&format!("map-{lang}")).await;
                browser.visit(&format!("/{lang}/concerns/new/map?category=noise&commune=commune-iii")).await;
                browser.check(&format!("commune-{lang}")).await;
                browser.visit(&format!("/{lang}/areas")).await;
                browser.check(&format!("areas-{lang}")).await;
            }
            browser.close().await;
        }
        let browser = Browser::open(&house, Look::desk()).await;
        browser.visit("/fr/login?next=%2Fadmin%2Fquestions%3Fcategory%3Dnoise").await;
        browser.fill("login", "admin").await;
        browser.fill("password", &crate::support::world::password("admin")).await;
        browser.find("main form button").await.click().await.expect("a button to press");
        browser.must_have("D’où vient le bruit").await;
        browser.check("admin-questions").await;
        browser.click("D’où vient le bruit").await;
        browser.must_have("Les choix en français").await;
        browser.check("admin-question").await;
        browser.close().await;
    }
}
