//! Who is told of what waits for them, in the menu of every page: moderators (D5) and authors (D7).

use sigida::base::HOUR;

use crate::moderation::{form_of, thread, write};
use crate::support::world::{sign_in, world};
use crate::support::{Page, both};

/// The number beside a door of the menu; 0 when there is none.
fn told(page: &Page, door: &str) -> i64 {
    let numbers = page.select(&format!("nav a[href='{door}'] .count"));
    assert!(numbers.len() <= 1 && page.links().iter().any(|l| l.href == door), "{door}: {}", page.described());
    numbers.first().map_or(0, |number| number.trim().parse().expect("a number"))
}

both! {
    /// D5: a moderator is told of a flag wherever they are, until it is decided; nobody else is.
    async fn a_moderator_is_told_of_a_flag_on_every_page_until_it_is_decided(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let (at, thread) = write(&house, &sign_in(&house, "awa").await, &opening, "Le marché ferme trop tard.").await;
        let moderator = sign_in(&house, "moderation.c1").await;
        let before = told(&moderator.visit("/fr/areas").await, "/fr/committee");
        let elsewhere = sign_in(&house, "moderation.c4").await;
        let others = told(&elsewhere.visit("/fr").await, "/fr/committee");
        let moussa = sign_in(&house, "moussa").await;
        let flag = moussa.visit(&(at.replace("/committee", "") + "/flag")).await;
        form_of(&flag, "ground").fill("ground", "false").fill("note", "Il ferme à 22 h").press().await.must_be(200);
        let page = moderator.visit("/fr/areas").await;
        assert_eq!(told(&page, "/fr/committee"), before + 1);
        page.check_html();
        assert_eq!(told(&moderator.visit("/bm/areas").await, "/bm/committee"), before + 1);
        assert_eq!(told(&elsewhere.visit("/fr").await, "/fr/committee"), others);
        assert!(moussa.visit(&thread).await.links().iter().all(|l| l.href != "/fr/committee"));
        form_of(&moderator.visit(&at).await, "ground").press_button("Laisser le message").await.must_be(200);
        assert_eq!(told(&moderator.visit("/fr/areas").await, "/fr/committee"), before);
    }
}

both! {
    /// D7: an author is told that a message of theirs was hidden, and that their appeal was answered, until they have read it.
    async fn an_author_is_told_of_a_decision_and_of_an_answer_until_they_have_read_it(house: House) {
        let house = world(house);
        let opening = thread(&house).await;
        let awa = sign_in(&house, "awa").await;
        let (at, _) = write(&house, &awa, &opening, "Le boulanger pèse mal.").await;
        let mine = "/fr/account/discussions";
        let moussa = sign_in(&house, "moussa").await;
        let (before, others) = (told(&awa.visit("/fr").await, mine), told(&moussa.visit("/fr").await, mine));
        let page = sign_in(&house, "moderation.c1").await.visit(&at).await;
        let hide = form_of(&page, "ground").fill("ground", "accusation").fill("reason", "Aucune preuve");
        hide.press_button("Cacher ce message").await.must_be(200);
        assert_eq!(told(&awa.visit("/fr").await, mine), before + 1);
        assert_eq!(told(&moussa.visit("/fr").await, mine), others);
        awa.visit(mine).await.must_have("Aucune preuve");
        assert_eq!(told(&awa.visit("/fr").await, mine), before, "what was read is told again");
        house.clock.advance(HOUR / 60);
        let own = at.replace("/committee", "") + "/appeal";
        form_of(&awa.visit(&own).await, "words").fill("words", "J’ai la balance.").press().await.must_be(200);
        let second = sign_in(&house, "moderation.c1.2").await;
        let answer = form_of(&second.visit(&at).await, "answer").fill("answer", "Apportez une preuve.");
        answer.press_button("Rejeter").await.must_be(200);
        assert_eq!(told(&awa.visit("/fr").await, mine), before + 1);
        awa.visit(mine).await.must_have("Apportez une preuve.");
        assert_eq!(told(&awa.visit("/fr").await, mine), before);
    }
}
