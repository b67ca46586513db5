//! « Patrouille vue » (N10): a code on a wall, anybody's confirmation, and what the public and the unit read of it.

use crate::support::world::{number, rows, sign_in, words, world};
use crate::support::{House, Page, Person, both};

const DAY: i64 = 86_400;

/// Puts a code up and gives it as it stands on the poster.
async fn put_up(person: &Person, area: &str) -> (Page, String) {
    let page = person.visit("/fr/desk/walls").await;
    let form = page.must_be(200).form("/desk/walls").fill("area", area).fill("place", "Entrée du marché");
    let poster = form.press().await;
    poster.must_be(200);
    poster.check_html();
    let code = poster.select(".digits").remove(0);
    assert_eq!(code.chars().filter(char::is_ascii_digit).count(), 6);
    (poster, code)
}

async fn confirm(person: &Person, lang: &str, code: &str) -> Page {
    let page = person.visit(&format!("/{lang}/seen")).await;
    page.must_be(200).form("/seen").fill("wall", code).press().await
}

both! {
    /// The chief's poster in both languages; thanks and nothing of times; counted by week, told a week later and not when few.
    async fn a_wall_s_code_confirms_patrols_without_a_name_and_is_told_late_and_by_the_rule_of_small_counts(house: House) {
        let house = world(house);
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let (poster, code) = put_up(&chief, "korofina-sud").await;
        poster.must_have("Une patrouille est passée").must_have("Yɔrɔyaala tɛmɛna yan wa").must_have("/fr/seen");
        let before = rows(&house, "accounts").await + rows(&house, "sessions").await;
        for n in 0..7 {
            let page = confirm(&house.person().await, if n % 2 == 0 { "fr" } else { "bm" }, &code).await;
            page.must_be(200).must_have(if n % 2 == 0 { "Merci." } else { "Aw ni ce." });
            let text = page.text();
            assert!(!text.contains(" h ") && !text.contains("novembre"), "the answer tells a time: {text}");
        }
        assert_eq!(rows(&house, "accounts").await + rows(&house, "sessions").await, before, "somebody was remembered");
        assert_eq!(number(&house, "SELECT CAST(SUM(seen) AS BIGINT) AS value FROM wall_weeks WHERE week = (SELECT MAX(week) FROM wall_weeks)").await, 7);
        // The ledger knows the week, and no wall and nobody.
        let told = words(&house, "SELECT DISTINCT actor || ' ' || object || detail AS value FROM ledger WHERE deed = 'patrol.seen'").await;
        assert_eq!(told, ["visitor week 2026-11-23"]);
        // The same form twice is one.
        let page = house.person().await.visit("/fr/seen").await;
        let form = || page.form("/seen").fill("wall", &code);
        let (one, two) = (form(), form());
        one.press().await.must_have("Merci.");
        two.press().await.must_have("Merci.");
        assert_eq!(number(&house, "SELECT CAST(SUM(seen) AS BIGINT) AS value FROM wall_weeks WHERE week = (SELECT MAX(week) FROM wall_weeks)").await, 8);

        // Not told while it runs, nor the week after; then beside the log.
        let (_, few) = put_up(&chief, "korofina-nord").await;
        for _ in 0..3 {
            confirm(&house.person().await, "fr", &few).await.must_be(200);
        }
        let shown = async |area: &str| {
            let page = house.person().await.visit(&format!("/fr/areas/{area}")).await;
            page.rows("aside table").into_iter().map(|row| (row[0].clone(), row[2].clone())).collect::<Vec<_>>()
        };
        let week = |rows: &[(String, String)]| rows.iter().find(|r| r.0 == "23/11/2026").map(|r| r.1.clone());
        house.clock.advance(7 * DAY);
        assert_eq!(week(&shown("korofina-sud").await), None, "told too early");
        house.clock.advance(7 * DAY);
        assert_eq!(week(&shown("korofina-sud").await).as_deref(), Some("8"));
        assert_eq!(week(&shown("korofina-nord").await).as_deref(), Some("<5"));
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let dose = chief.visit("/fr/desk/dose").await;
        dose.check_html();
        dose.must_have("Vues par les habitants");
        let line = dose.rows("table.cards").into_iter().find(|row| row[0] == "23/11/2026").expect("the week on the strip");
        assert_eq!(line[4], "≥ 9", "{line:?}");

        // Withdrawn, it is no code any more, and its poster no poster; what was counted stays.
        let page = chief.visit("/fr/desk/walls").await;
        let wall = page.attributes("th a", "href").into_iter().next_back().unwrap();
        let end = page.rows("table.cards");
        assert!(end.len() >= 2);
        let wall = chief.visit(&wall).await;
        let digits = wall.select(".digits").remove(0);
        wall.form("/desk/walls/").press().await.must_have("Retiré");
        confirm(&house.person().await, "fr", &digits).await.must_be(422).must_have("Ce code n’est pas connu");
    }
}

both! {
    /// Chiefs of the place and administrators keep codes; nobody else knows of them; a slip of the finger is told.
    async fn codes_are_kept_by_the_chief_of_the_place_or_an_administrator(house: House) {
        let house = world(house);
        let (poster, code) = put_up(&sign_in(&house, "admin").await, "hippodrome").await;
        let path = poster.url.path().to_owned();
        sign_in(&house, "chef.c2").await.visit(&path).await.must_be(200);
        sign_in(&house, "chef.c1-ouest").await.visit(&path).await.must_be(404);
        for login in ["agent.c2", "moderation.c1", "controle", "awa"] {
            sign_in(&house, login).await.visit(&path).await.must_be(403);
        }
        let page = sign_in(&house, "chef.c2").await.visit("/bm/desk/walls").await;
        page.must_be(200).check_html();
        let form = page.form("/desk/walls").fill("place", "Sugu");
        form.press().await.must_be(422);
        let anyone = house.person().await;
        let last = code.chars().next_back().unwrap();
        let slip: String = code.chars().take(code.chars().count() - 1).chain([if last == '0' { '1' } else { '0' }]).collect();
        for wrong in [slip.as_str(), "", "abc", "123"] {
            let page = confirm(&anyone, "fr", wrong).await;
            page.must_be(422);
            page.check_html();
        }
    }
}

/// Per code, from everywhere: the forty-first confirmation within an hour waits.
#[test]
fn a_machine_does_not_speak_for_a_market() {
    use crate::support::Kind;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let house = House::open_with(Kind::Sqlite, |config| config.web.forms_per_minute = 1_000).await;
        let house = world(house);
        let (_, code) = put_up(&sign_in(&house, "chef.c1-ouest").await, "korofina-sud").await;
        let anyone = house.person().await;
        for _ in 0..40 {
            confirm(&anyone, "fr", &code).await.must_be(200);
        }
        confirm(&anyone, "fr", &code).await.must_be(429);
    });
}
