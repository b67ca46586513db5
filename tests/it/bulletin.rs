//! The wall bulletin of a quartier (N13): public things only, on one A4, in both languages. And the ledger's hash of a day (N15):
//! what is printed can be compared in public and proved from the command line, until somebody touches a row.

use std::process::Output;

use data_encoding::BASE64;
use serde_json::json;

use crate::concerns::{file, published};
use crate::support::world::{harm, sign_in, words, world};
use crate::support::{Browser, House, Look, Page, both, on_sqlite};

const PATH: &str = "/fr/areas/banconi/bulletin/2026-11";

/// The digits a page prints: eight groups of four.
fn digits(page: &Page) -> String {
    let groups = |text: &String| text.split(' ').filter(|g| g.len() == 4).count() == 8;
    page.select(".hash").into_iter().find(groups).expect("the ledger's digits")
}

/// Runs `sigida audit verify` beside the house.
fn verify(house: &House, arguments: &[&str]) -> Output {
    let data = house.data_dir().display().to_string();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sigida"));
    command.env_clear().current_dir(house.data_dir()).args(["audit", "verify"]).args(arguments);
    command.env("DATABASE_URL", house.database_url()).env("SIGIDA_DATA", data).output().expect("the program runs")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

both! {
    /// What everybody may read stands on the wall; what is private, sealed, about police or not yet looked at does not.
    async fn a_bulletin_tells_what_is_public_and_nothing_else(house: House) {
        let house = world(house);
        published(&house, "noise", "banconi", "Le moulin marqueur tourne toute la nuit.").await;
        let hidden = [
            ("noise", "private", "Le bar secretun joue toute la nuit."),
            ("noise", "public", "Le bar secretdeux joue toute la nuit."),
            ("violence-gender", "", "Une femme secrettrois est battue dans la cour."),
            ("police-conduct", "", "Un policier secretquatre demande de l'argent."),
        ];
        for (kind, readers, words) in hidden {
            file(&house, kind, "banconi", words, readers).await;
        }
        let visitor = house.person().await;
        let area = visitor.visit("/fr/areas/banconi").await;
        let page = area.click("Une page A4 par mois").await;
        page.must_be(200).check_html();
        assert_eq!(page.path, PATH);
        assert!(page.title().starts_with("Bulletin de Banconi, novembre 2026"), "{}", page.title());
        for (_, _, words) in hidden {
            let secret = words.split(' ').find(|w| w.starts_with("secret")).expect("its marker");
            page.must_not_have(secret);
        }
        for heading in ["Vous avez dit", "C’est fait", "Pas encore, et pourquoi", "Promis au comité", "Prochaine réunion"] {
            assert!(page.select(".wall h2").iter().any(|h| h == heading), "{heading}\n{}", page.described());
        }
        page.must_have("Registre au 22 novembre 2026").must_have("/fr/areas/banconi").must_have("Signaler sans téléphone");
        // The sample's unit shows its number by the rule of its own page.
        let unit = visitor.visit("/fr/units/commune-1-ouest").await;
        let phone = unit.select("main a[href^='tel:']").into_iter().next().expect("a sample number");
        page.must_have(&phone);
        harm(&house, "UPDATE units SET sample = FALSE, phone_verified_on = NULL").await;
        harm(&house, "UPDATE heads SET reference = reference + 1").await;
        visitor.visit(PATH).await.must_have("Appeler").must_not_have(&phone);

        visitor.visit("/bm/areas/banconi/bulletin/2026-11").await.must_be(200).must_have("A ma kɛ fɔlɔ").check_html();
        visitor.visit("/fr/areas/banconi/bulletin/2026-10").await.must_be(200).must_have("Mois d’après");
        for nothing in ["2026-12", "2026-13", "2026", "hier"] {
            visitor.visit(&format!("/fr/areas/banconi/bulletin/{nothing}")).await.must_be(404);
        }
        visitor.visit("/fr/areas/commune-i/bulletin/2026-11").await.must_be(404);
        let desk = sign_in(&house, "moderation.c1").await.visit("/fr/committee").await;
        let list = desk.click("Bulletins à afficher").await;
        list.must_be(200).must_have("Banconi").check_html();
        assert!(list.links().iter().any(|link| link.href == PATH));
    }
}

both! {
    /// Small counts stay small, and patrols are told a week late.
    async fn a_bulletin_counts_as_every_public_page_does(house: House) {
        let house = world(house);
        let visitor = house.person().await;
        for n in 0..5 {
            published(&house, "waste", "sotuba", &format!("Le caniveau numéro {n} est bouché.")).await;
            let page = visitor.visit("/fr/areas/sotuba/bulletin/2026-11").await;
            let told = if n < 4 { "ce mois : <5" } else { "ce mois : 5" };
            page.must_have(told).must_have("Reçu");
        }
        let week = "SELECT CAST(COUNT(*) AS TEXT) AS value FROM patrol_stops WHERE area_id = (SELECT id FROM areas WHERE slug = 'banconi') \
            AND arrived_at >= 1793577600 AND arrived_at < 1794787200";
        // The two weeks from Monday the 2nd to Sunday the 15th: the third ended yesterday, on the 22nd.
        let visits = words(&house, week).await.remove(0);
        visitor.visit(PATH).await.must_have(&format!("{visits} passages en 2 semaines"));
    }
}

on_sqlite! {
    /// However long the words and however much is overdue: one A4, in both languages.
    async fn a_bulletin_is_one_page_of_paper(house: House) {
        let house = world(house);
        for n in 0..6 {
            published(&house, "waste", "banconi", &format!("Le caniveau numéro {n} est bouché.")).await;
        }
        let long = "Le caniveau derrière la grande mosquée déborde depuis trois semaines et l’eau entre dans les cours".repeat(2);
        harm(&house, &format!("UPDATE concerns SET words = '{long}' WHERE audience = 'public'")).await;
        harm(&house, "UPDATE concerns SET closed_at = 1795000000, state = 'resolved' WHERE audience = 'public' AND id IN \
            (SELECT id FROM concerns WHERE audience = 'public' ORDER BY id DESC LIMIT 3)").await;
        harm(&house, &format!("UPDATE commitments SET body = '{long}', committee_id = (SELECT id FROM committees WHERE slug = 'ccs-commune-1')")).await;
        harm(&house, "UPDATE commitments SET due_on = 20000 WHERE state IN ('open', 'in_progress')").await;
        harm(&house, "UPDATE commitments SET changed_at = 1795000000 WHERE state = 'kept'").await;
        harm(&house, &format!("UPDATE meetings SET place = '{}', landmark = '{}'", &long[..60], &long[..80])).await;
        harm(&house, "UPDATE heads SET seq = seq + 0, reference = reference + 1").await;
        let browser = Browser::open(&house, Look::desk()).await;
        for (path, word) in [(PATH, "C’est fait"), ("/bm/areas/banconi/bulletin/2026-11", "A kɛra")] {
            browser.visit(path).await;
            browser.must_have(word).await;
            let printed = browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
            let pdf = BASE64.decode(printed["data"].as_str().expect("a file").as_bytes()).expect("base64");
            if let Some(place) = std::env::var_os("SIGIDA_SHOTS") {
                let name = path.replace('/', "-");
                std::fs::write(std::path::Path::new(&place).join(format!("{name}.pdf")), &pdf).unwrap();
            }
            let text = String::from_utf8_lossy(&pdf);
            let pages = text.matches("/Type /Page\n").count();
            assert_eq!(pages, 1, "{path} printed on {pages} pages");
        }
        browser.close().await;
    }
}

both! {
    /// N15: the printed digits are compared in public and proved by the command; one touched row and the proof fails.
    async fn what_a_bulletin_prints_is_proved_later(house: House) {
        let house = world(house);
        let visitor = house.person().await;
        let printed = digits(&visitor.visit(PATH).await);
        let page = visitor.visit("/fr/ledger").await;
        page.must_be(200).check_html();
        assert_eq!(page.select("tbody .hash").first(), Some(&printed), "the last sealed day stands first");
        let form = page.form("Comparer").fill("day", "2026-11-22").fill("hash", &printed.to_lowercase().replace(' ', ""));
        form.press().await.must_be(200).must_have("Oui : c’est l’empreinte du registre au 22 novembre 2026");
        let wrong = format!("{}{}", if printed.starts_with('0') { "1" } else { "0" }, &printed[1..]);
        let form = page.form("Comparer").fill("day", "2026-11-22").fill("hash", &wrong);
        form.press().await.must_be(200).must_have("Non : ce n’est pas l’empreinte");
        page.form("Comparer").fill("day", "2026-11-22").fill("hash", &printed[..9]).press().await.must_have("huit groupes de quatre");
        page.form("Comparer").fill("day", "2026-11-23").fill("hash", &printed).press().await.must_have("pas encore scellé");
        visitor.visit("/bm/ledger").await.must_be(200).check_html();
        // Every day once, by pages.
        let (mut days, mut next) = (page.attributes("tbody time", "datetime"), page);
        while next.links().iter().any(|link| link.text == "Suite") {
            next = next.click("Suite").await;
            days.extend(next.attributes("tbody time", "datetime"));
        }
        let expected = words(&house, "SELECT CAST(at / 86400 AS TEXT) AS value FROM ledger WHERE at < 1795392000 GROUP BY at / 86400").await;
        assert_eq!(days.len(), expected.len());
        assert!(days.windows(2).all(|pair| pair[0] > pair[1]), "{days:?}");

        let yes = verify(&house, &["--day", "2026-11-22", "--hash", &printed]);
        assert!(yes.status.success() && said(&yes).contains("yes: at the end of 2026-11-22"), "{}", said(&yes));
        let no = verify(&house, &["--day", "2026-11-22", "--hash", &wrong]);
        assert!(no.status.code() == Some(1) && said(&no).contains("no: at the end of 2026-11-22"), "{}", said(&no));
        for (arguments, names) in [
            (vec!["--day", "2026-11-22"], "--hash"),
            (vec!["--day", "hier", "--hash", &printed], "--day"),
            (vec!["--day", "2026-11-22", "--hash", "9F86"], "--hash"),
            (vec!["--day", "2999-01-01", "--hash", &printed], "is not over"),
        ] {
            let refused = verify(&house, &arguments);
            assert!(refused.status.code() == Some(2) && said(&refused).contains(names), "{}", said(&refused));
        }
        // Somebody writes history anew: a row of long ago, and all that follow with it would have to change.
        harm(&house, "UPDATE ledger SET detail = 'nothing to see' WHERE seq = 3").await;
        let broken = verify(&house, &["--day", "2026-11-22", "--hash", &printed]);
        assert!(broken.status.code() == Some(1) && said(&broken).contains("broken at row 3"), "{}", said(&broken));
    }
}

both! {
    /// N15: locked minutes carry the digits of the day before they are printed; a draft carries none.
    async fn locked_minutes_carry_the_ledgers_digits(house: House) {
        let house = world(house);
        let id = "SELECT CAST(meeting_id AS TEXT) AS value FROM minutes WHERE state = 'approved' ORDER BY meeting_id LIMIT 1";
        let id: i64 = words(&house, id).await.remove(0).parse().unwrap();
        harm(&house, "UPDATE meetings SET audience = 'open'").await;
        let id = sigida::base::Id::<()>::new(id);
        let visitor = house.person().await;
        let page = visitor.visit(&format!("/fr/meetings/{id}/minutes")).await;
        page.must_be(200).must_have("Registre au 22 novembre 2026");
        assert_eq!(digits(&page), digits(&visitor.visit(PATH).await));
    }
}
