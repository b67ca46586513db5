//! The clock of an answer (P2), as officers, chiefs, the district and residents live it: it counts by the calendar, stands still
//! only while the resident is asked, and who is late is seen by who must act.

use crate::concerns::{Filed, answer, file, follow, published};
use crate::support::world::{number as count, sign_in, words, world};
use crate::support::{House, Page, Person, both};

const HOUR: i64 = 3_600;

/// Lets time pass, and the program tell what has become late in it.
fn pass(house: &House, hours: i64) -> usize {
    house.clock.advance_hours(hours);
    crate::support::aside(|| sigida::app::escalate(&house.site()).expect("late answers are told"))
}

/// The numbers of a list on a desk.
fn listed(page: &Page, list: &str) -> Vec<String> {
    page.select(&format!("section[aria-labelledby={list}] ul.meta > li.tab"))
}

async fn due(house: &House, filed: &Filed) -> i64 {
    let serial: i64 = filed.number[9..].parse().expect("a serial");
    count(house, &format!("SELECT due_at AS value FROM concerns WHERE serial = {serial}")).await
}

async fn stages(house: &House, filed: &Filed) -> Vec<String> {
    let serial: i64 = filed.number[9..].parse().expect("a serial");
    let sql = format!(
        "SELECT became AS value FROM concern_events JOIN concerns ON concerns.id = concern_id \
         WHERE kind = 'escalated' AND serial = {serial} ORDER BY at, concern_events.id"
    );
    words(house, &sql).await
}

async fn desk(house: &House, login: &str) -> Page {
    sign_in(house, login).await.visit("/fr/desk").await
}

async fn category(admin: &Person, name: &str, counting: &str) -> Page {
    let page = admin.visit("/fr/admin/categories").await.click(name).await;
    page.form("Enregistrer").fill("counting", counting).press().await
}

both! {
    /// The officer is warned, the chief is asked, then the district; each is told once, and an answer ends it.
    async fn a_late_answer_climbs_from_the_officer_to_the_chief_to_the_district_once(house: House) {
        let house = world(house);
        pass(&house, 0);
        let filed = file(&house, "noise", "banconi", "Le moulin tourne toute la nuit.", "private").await;
        pass(&house, 50);
        assert!(stages(&house, &filed).await.is_empty(), "told too early");
        desk(&house, "agent.c1-ouest").await.must_have(&filed.number).must_not_have("Répondre vite");
        pass(&house, 5);
        assert_eq!(stages(&house, &filed).await, ["warned"]);
        desk(&house, "agent.c1-ouest").await.must_have("Répondre vite : encore 17");
        let chief = desk(&house, "chef.c1-ouest").await;
        assert!(!listed(&chief, "escalated").contains(&filed.number), "the chief is asked too early");
        follow(&house, &filed.code).await.must_not_have("bientôt passé");

        pass(&house, 18);
        let chief = desk(&house, "chef.c1-ouest").await;
        assert!(listed(&chief, "escalated").contains(&filed.number), "{}", chief.described());
        assert!(listed(&desk(&house, "agent.c1-ouest").await, "escalated").is_empty(), "an officer is no chief");
        for elsewhere in ["chef.c1-est", "chef.district"] {
            desk(&house, elsewhere).await.must_not_have(&filed.number);
        }
        follow(&house, &filed.code).await.must_have("le chef d’unité est saisi");

        pass(&house, 40);
        let district = desk(&house, "chef.district").await;
        assert!(listed(&district, "far").contains(&filed.number), "{}", district.described());
        district.must_not_have("Le moulin tourne").must_have("Commissariat");
        pass(&house, 1);
        assert_eq!(stages(&house, &filed).await, ["warned", "chief", "district"], "a step is told twice");
        let object = format!("concern {}", filed.number);
        let recorded = format!("SELECT COUNT(*) AS value FROM ledger WHERE deed = 'concern.late' AND object = '{object}'");
        assert_eq!(count(&house, &recorded).await, 3);

        let officer = sign_in(&house, "agent.c1-ouest").await;
        answer(&officer, &filed, "Nous sommes passés ce matin.", "reporter").await;
        assert!(!listed(&desk(&house, "chef.c1-ouest").await, "escalated").contains(&filed.number));
        assert!(!listed(&desk(&house, "chef.district").await, "far").contains(&filed.number));
        pass(&house, 500);
        assert_eq!(stages(&house, &filed).await.len(), 3, "what is answered is late no more");
    }
}

both! {
    /// A question to the resident lets the clock stand still; their answer lets it run on with what was left.
    async fn the_clock_stands_still_only_while_the_resident_is_asked(house: House) {
        let house = world(house);
        let filed = file(&house, "noise", "banconi", "La scierie tourne la nuit.", "private").await;
        let first = due(&house, &filed).await;
        assert_eq!(first - house.clock.now().seconds(), 72 * HOUR);
        house.clock.advance_hours(60);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let page = officer.visit(&filed.at_desk()).await;
        page.form("Poser une question").fill("question", "À quelle heure commence-t-elle ?").press().await.must_be(200);
        pass(&house, 200);
        assert!(stages(&house, &filed).await.is_empty(), "a clock that stands still is late");
        let unit = house.person().await.visit("/fr/units/commune-1-ouest").await;
        unit.must_be(200);
        let page = follow(&house, &filed.code).await;
        page.form("/messages").fill("body", "Vers vingt-deux heures.").press().await.must_be(200);
        assert_eq!(due(&house, &filed).await - house.clock.now().seconds(), 12 * HOUR, "twelve hours were left");
        pass(&house, 13);
        assert!(listed(&desk(&house, "chef.c1-ouest").await, "escalated").contains(&filed.number));
        // Taking it in hand and noting for oneself are no answers.
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let page = chief.visit(&filed.at_desk()).await;
        page.form("Note interne").fill("note", "Voir le propriétaire.").press().await.must_be(200);
        assert!(listed(&desk(&house, "chef.c1-ouest").await, "escalated").contains(&filed.number));
    }
}

both! {
    /// Rest days and holidays are the administrator's to say, a kind says whether they count, and running clocks follow.
    async fn a_kind_counts_working_days_and_a_new_holiday_moves_what_runs(house: House) {
        let house = world(house);
        let admin = sign_in(&house, "admin").await;
        category(&admin, "Bruit", "days").await.must_be(200);
        // Monday 23 November 2026, ten o'clock: three working days end on Thursday.
        let filed = file(&house, "noise", "banconi", "Le bar joue toute la nuit.", "private").await;
        let other = file(&house, "theft", "banconi", "On a volé ma moto.", "private").await;
        let before = (due(&house, &filed).await, due(&house, &other).await);
        assert_eq!(before.0, before.1, "no rest day lies between");

        let page = admin.visit("/fr/admin/holidays/new").await;
        let wrong = page.main_form().fill("name_fr", "Fête").fill("name_bm", "Seli").fill("day", "bientôt").press().await;
        wrong.must_be(422);
        assert_eq!(wrong.main_form().value("name_fr"), "Fête");
        wrong.main_form().fill("day", "2026-11-25").press().await.must_be(200).must_have("25 novembre 2026");
        assert_eq!(due(&house, &filed).await, before.0 + 24 * HOUR);
        assert_eq!(due(&house, &other).await, before.1, "a kind that counts day and night does not wait");
        let list = admin.visit("/bm/admin/holidays").await;
        list.must_have("Seli");
        let page = list.click("Seli").await.main_form().fill("active", "off").press().await;
        page.must_be(200);
        assert_eq!(due(&house, &filed).await, before.0, "a holiday put out of service rests no more");

        // The week: Wednesday rests too; seven days of rest are refused.
        let page = admin.visit("/fr/admin/clock").await;
        page.check_html();
        let mut form = page.main_form();
        for day in ["0", "1", "2", "3", "4", "5", "6"] {
            form = form.fill("rest", day);
        }
        form.press().await.must_be(422).must_have("au moins un jour de travail");
        let page = admin.visit("/fr/admin/clock").await;
        page.main_form().fill("warn", "120").press().await.must_be(422).must_have("plus grand que le précédent");
        let page = admin.visit("/fr/admin/clock").await;
        page.main_form().fill("rest", "2").fill("chief", "110").press().await.must_be(200);
        assert_eq!(due(&house, &filed).await, before.0 + 24 * HOUR);
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'clock.set'").await, 1);
        pass(&house, 73);
        let chief = desk(&house, "chef.c1-ouest").await;
        assert!(!listed(&chief, "escalated").contains(&other.number), "the chief is asked at 110 percent now");
    }
}

both! {
    /// What is said of police conduct and what a desk alone reads never climb to anybody who may not know of it.
    async fn no_chief_and_no_district_hears_of_what_is_sealed_from_them(house: House) {
        let house = world(house);
        let conduct = file(&house, "police-conduct", "banconi", "Un policier demande de l'argent.", "").await;
        let sealed = file(&house, "violence-gender", "banconi", "Une femme est battue dans la cour.", "").await;
        pass(&house, 24 * 30);
        for login in ["chef.c1-ouest", "chef.district", "agent.c1-ouest"] {
            let page = desk(&house, login).await;
            page.must_not_have(&conduct.number).must_not_have(&sealed.number);
        }
        assert!(stages(&house, &conduct).await.is_empty());
        assert!(!stages(&house, &sealed).await.contains(&"district".to_owned()));
        desk(&house, "controle").await.must_have(&conduct.number);
    }
}

both! {
    /// Half of the answers came within so long: told on the desk, and in public once they are five.
    async fn the_middle_time_to_answer_is_told(house: House) {
        let house = world(house);
        crate::support::world::harm(&house, "UPDATE concerns SET first_answer_at = NULL, closed_at = NULL").await;
        let anyone = house.person().await;
        for (n, hours) in [1, 2, 30, 40, 50].into_iter().enumerate() {
            let filed = published(&house, "noise", "banconi", &format!("Le moulin numéro {n} tourne toute la nuit.")).await;
            house.clock.advance_hours(hours);
            let page = anyone.visit("/fr/units/commune-1-ouest").await;
            page.must_have("moins de 5 : trop peu");
            let officer = sign_in(&house, "agent.c1-ouest").await;
            answer(&officer, &filed, "Nous y allons ce soir.", "all").await;
        }
        let unit = anyone.visit("/fr/units/commune-1-ouest").await;
        let shown = unit.select("aside dl.facts dd");
        assert_eq!(shown.first().map(String::as_str), Some("30 h"), "{shown:?}");
        assert!(shown[1].starts_with("moins de 5"), "{shown:?}");
        let chief = sign_in(&house, "chef.c1-ouest").await;
        chief.visit("/fr/desk/bilan?period=2026").await.must_be(200).must_have("30 h");
    }
}
