//! The authorisation for people to read: role × deed as it is checked in, and as the page prints it.

use data_encoding::BASE64;
use serde_json::json;
use sigida::policy::matrix::{self, Line, Reach, Who, reach};

use crate::support::{Browser, Look, both, on_sqlite};

/// A change of the policy changes `authority.csv`, and is read by people before it is taken. `SIGIDA_AUTHORITY=1` writes it anew.
#[test]
fn the_matrix_that_is_checked_in_is_what_the_policy_answers() {
    let place = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/authority.csv");
    let now = matrix::csv();
    if std::env::var_os("SIGIDA_AUTHORITY").is_some() {
        std::fs::write(&place, &now).unwrap();
    }
    let kept = std::fs::read_to_string(&place).unwrap();
    for (kept, now) in kept.lines().zip(now.lines()) {
        assert_eq!(kept, now, "the policy answers otherwise than authority.csv says");
    }
    assert_eq!(kept, now);
}

both! {
    /// Everybody reads it, in both languages, and every cell on the page is the policy's own.
    async fn the_page_says_what_the_policy_answers(house: House) {
        let visitor = house.person().await;
        let page = visitor.visit("/fr").await.click("Qui peut faire quoi").await;
        page.must_be(200).check_html();
        assert_eq!(page.attributes("tr[data-deed]", "data-deed").len(), Line::ALL.len());
        assert!(page.wire_bytes < 50_000, "{}", page.wire_bytes);
        let words = [(Who::Officer, "Agent"), (Who::Chief, "Chef d’unité"), (Who::Moderator, "Modérateur"), (Who::Admin, "Administrateur")];
        for line in Line::ALL {
            let cells = page.select(&format!("tr[data-deed='{line}'] td"));
            let anybody = Who::ALL.iter().any(|who| reach(*who, *line) == Reach::Unknown);
            assert_eq!(cells[1].trim() != "–", anybody, "{line}: {cells:?}");
            for (who, word) in words {
                let reach = reach(who, *line);
                let may = ["tout le monde", "quiconque a un compte", word].iter().any(|said| cells[0].contains(said));
                assert_eq!(may, matches!(reach, Reach::Everywhere | Reach::Own), "{line} {who}: {cells:?}");
                // As a reader takes it.
                let unknown = match cells[1].trim() {
                    "tout le monde" => true,
                    "tous les autres" => !may,
                    said => match said.strip_prefix("tous sauf : ") {
                        Some(others) => !others.contains(word),
                        None => said.contains(word),
                    },
                };
                assert_eq!(unknown, reach == Reach::Unknown, "{line} {who}: {cells:?}");
            }
        }
        visitor.visit("/bm/powers").await.must_be(200).must_have("Jɔn bɛ se ka mun kɛ").check_html();
    }
}

on_sqlite! {
    /// Two sheets of A4 at most, in both languages.
    async fn who_may_do_what_prints_on_a4(house: House) {
        let browser = Browser::open(&house, Look::desk()).await;
        for path in ["/fr/powers", "/bm/powers"] {
            browser.visit(path).await;
            let printed = browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
            let pdf = BASE64.decode(printed["data"].as_str().expect("a file").as_bytes()).expect("base64");
            let text = String::from_utf8_lossy(&pdf);
            let pages = text.matches("/Type /Page\n").count();
            assert!((1..=2).contains(&pages), "{path} printed on {pages} pages");
        }
        browser.close().await;
    }
}
