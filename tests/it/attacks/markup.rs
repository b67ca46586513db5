//! XSS: tags and marks of the attacker's in every text that somebody else is shown.

use crate::concerns::{decide, file_as, follow};
use crate::forums::{announced, public};
use crate::moderation::{form_of, thread};
use crate::pages::{READERS, begin, walk};
use crate::support::world::{harm, sign_in, world};
use crate::support::{House, Page, both};

/// Breaks out of a text, an attribute, a script and a comment; and marks of our own that must lead nowhere.
const PAYLOAD: &str = "MARQUE\"'></textarea></title></script>--><img src=x onerror=alert(1)><svg/onload=alert(2)>";

/// Columns that hold what somebody typed, or an administrator wrote.
const COLUMNS: [(&str, &[&str]); 35] = [
    ("accounts", &["name"]),
    ("areas", &["name"]),
    ("units", &["name", "address", "focal_point"]),
    ("categories", &["name_fr", "name_bm", "hint_fr", "hint_bm"]),
    ("committees", &["name_fr", "name_bm"]),
    ("partners", &["name_fr", "name_bm"]),
    ("emergency_numbers", &["label_fr", "label_bm", "number", "source"]),
    ("concerns", &["words", "landmark", "moderation_reason"]),
    ("concern_events", &["body"]),
    ("concern_answers", &["value", "said_fr", "said_bm"]),
    ("referrals", &["note", "answer"]),
    ("patrols", &["objective", "observations"]),
    ("patrol_stops", &["place", "observation"]),
    ("patrol_plans", &["objective", "reason"]),
    ("planned_stops", &["place"]),
    ("walls", &["place"]),
    ("meetings", &["title", "place", "landmark", "cancel_reason", "invitation"]),
    ("agenda_items", &["title"]),
    ("registrations", &["name"]),
    ("minutes", &["body"]),
    ("commitments", &["body", "reason"]),
    ("commitment_steps", &["body"]),
    ("meeting_questions", &["body", "reason"]),
    ("posts", &["body", "reason"]),
    ("post_edits", &["body"]),
    ("threads", &["title"]),
    ("notices", &["text_fr", "text_bm"]),
    ("rights_requests", &["words", "correction", "answer"]),
    ("questions", &["label_fr", "label_bm", "help_fr", "help_bm"]),
    ("support_services", &["name_fr", "name_bm", "what_fr", "what_bm", "place", "hours", "source"]),
    ("reply_templates", &["name_fr", "name_bm", "words_fr", "words_bm"]),
    ("unit_priorities", &["issue", "action"]),
    ("flags", &["note", "staff_note"]),
    ("rumours", &["words", "place", "claim_words", "claim_source"]),
    ("rumour_steps", &["words", "source"]),
];

/// How often the attacker's text is on a page, and what of it came alive.
fn alive(page: &Page) -> (usize, Vec<String>) {
    let mut found = Vec::new();
    for css in ["img[src=x]", "[onerror]", "[onload]", "svg[onload]", "a[href^='javascript']", "a[href^='data']"] {
        found.extend(page.elements(css).iter().map(|element| element.html()));
    }
    // In a file of figures or a calendar it is text, and is said to be nothing else (`nosniff`).
    let is_markup = ["html", "xml"].iter().any(|kind| page.header("content-type").contains(kind));
    if is_markup && (page.body.contains("<img src=x") || page.body.contains("<svg/onload")) {
        found.push("raw".into());
    }
    (page.body.matches("MARQUE").count(), found)
}

async fn looked_through(house: &House) -> (usize, usize) {
    let (mut pages, mut shown) = (0, 0);
    for login in READERS {
        let person = if login.is_empty() { house.person().await } else { sign_in(house, login).await };
        let person = person.without_checks();
        let mut wrong = Vec::new();
        walk(&person, &begin(login), |path, page| {
            let (seen, found) = alive(page);
            pages += 1;
            shown += seen;
            if !found.is_empty() || page.status >= 500 {
                wrong.push(format!("{login} at {path}: {} {found:?}", page.status));
            }
        })
        .await;
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
    (pages, shown)
}

both! {
    /// Whatever a column holds, on every page of every reader it is text.
    async fn no_text_of_any_column_comes_alive_on_any_page(house: House) {
        let house = world(house);
        let quoted = PAYLOAD.replace('\'', "''");
        for (table, columns) in COLUMNS {
            for column in columns {
                harm(&house, &format!("UPDATE {table} SET {column} = '{quoted}' || {column} WHERE {column} IS NOT NULL AND {column} <> ''")).await;
            }
        }
        let (pages, shown) = looked_through(&house).await;
        for path in ["/feeds/areas/banconi.atom", "/feeds/forums/ccs-commune-1.atom", "/feeds/rumours/banconi.atom", "/calendars/ccs-commune-1.ics"] {
            let feed = house.person().await.visit(path).await;
            feed.must_be(200);
            let plain = path.ends_with(".ics") || !feed.body.contains("<img");
            assert!(plain && !feed.header("content-type").contains("html"), "{path}");
        }
        println!("{pages} pages, the attacker's text {shown} times on them, alive on none");
        assert!(shown > 300, "it was hardly anywhere: {shown} times on {pages} pages");
    }
}

both! {
    /// The same by the forms: filed, published, answered, discussed, announced.
    async fn what_is_typed_into_a_form_stays_text_wherever_it_is_shown(house: House) {
        let house = world(house);
        let resident = house.person().await.without_checks();
        let filed = file_as(&resident, "noise", "banconi", &format!("{PAYLOAD} Le moulin tourne."), "public").await;
        let moderator = sign_in(&house, "moderation.c1").await;
        decide(&moderator, &filed.number, "Publier", "").await.must_be(200);
        let mine = follow(&house, &filed.code).await;
        let form = mine.form("/fr/follow/concern/messages");
        let field = form.fields()[0].to_owned();
        form.fill(&field, PAYLOAD).press().await.must_be(200);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let form = officer.visit(&filed.at_desk()).await.form("Répondre").fill("answer", PAYLOAD);
        let form = if form.fields().contains(&"readers") { form.fill("readers", "all") } else { form };
        form.press().await.must_be(200);
        let opening = thread(&house).await;
        let marks = format!("{PAYLOAD}\n\n[ici](javascript:alert(3)) <javascript:alert(4)> [là](data:text/html,x)\n\n`<b>` ![x](x)");
        form_of(&sign_in(&house, "awa").await.visit(&opening).await, "body").fill("body", &marks).press().await.must_be(200);
        harm(&house, "UPDATE posts SET state = 'visible' WHERE state = 'held'").await;
        let meeting = public(&announced(&moderator, "MARQUE<img src=x onerror=alert(1)>", "2026-12-05T16:00", "").await);
        let page = house.person().await.visit(&format!("{meeting}/registration")).await;
        page.main_form().fill("name", "MARQUE<svg/onload=alert(2)>").press().await.must_be(200);
        for (person, path) in [
            (&house.person().await, filed.public()), (&officer, filed.at_desk()), (&moderator, opening.clone()),
            (&moderator, meeting.replace("/fr/meetings", "/fr/committee/meetings")), (&house.person().await, meeting.clone()),
            (&moderator, format!("/fr/committee/concerns/{}", filed.number)),
        ] {
            let page = person.visit(&path).await;
            let (seen, found) = alive(page.must_be(200));
            assert!(seen > 0, "{path} shows nothing of it");
            assert_eq!(found, [""; 0], "{path}");
        }
        let (_, shown) = looked_through(&house).await;
        assert!(shown > 10, "{shown}");
    }
}
