//! A meeting is called to mind two days before (M10): once, not when it is cancelled, again when it is moved.

use std::sync::Arc;

use sigida::base::Entropy;

use crate::forums::{announced, door_code, public, registered};
use crate::support::world::{harm, number, sign_in, world};
use crate::support::{House, Page, aside, both};

const HOUR: i64 = 3_600;

/// What the program does every ten minutes.
fn remind(house: &House) -> usize {
    let site = house.site();
    aside(|| sigida::app::remind(&site)).expect("the job runs")
}

/// The world with its own meetings to come called off, so that those of a test are alone.
async fn quiet(house: House) -> House {
    let house = world(house);
    let now = house.clock.now().seconds();
    harm(&house, &format!("UPDATE meetings SET state = 'cancelled' WHERE starts_at > {now}")).await;
    house
}

/// The instant in so many hours, as a form takes it.
fn in_hours(house: &House, hours: i64) -> String {
    house.clock.now().plus(hours * HOUR).local()
}

/// A place opened by its door code.
async fn place(house: &House, meeting: &str, code: &str) -> Page {
    let page = house.person().await.visit(&format!("{meeting}/place")).await;
    page.main_form().fill("code", code).press().await
}

both! {
    /// Whoever keeps a place reads it: by code at their place, with an account on the first page too. Nobody else does.
    async fn a_meeting_is_called_to_mind_two_days_before_and_again_when_it_is_moved(house: House) {
        let house = quiet(house).await;
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Rencontre au marché", &in_hours(&house, 72), "2").await;
        run.must_not_have("Rappel à envoyer");
        let (meeting, desk) = (public(&run), run.path.clone());
        let code = door_code(&registered(&house, &meeting, "Kadi").await);
        let awa = sign_in(&house, "awa").await;
        awa.visit(&format!("{meeting}/registration")).await.main_form().press().await.must_have("Votre place est gardée");
        let waits = door_code(&registered(&house, &meeting, "Sidi").await);
        assert_eq!(remind(&house), 0, "three days before");
        place(&house, &meeting, &code).await.must_be(200).must_not_have("Rappel");

        house.clock.advance(24 * HOUR + 60);
        assert_eq!(remind(&house), 1);
        assert_eq!(remind(&house), 0, "once");
        place(&house, &meeting, &code).await.must_have("Rappel : réunion").must_have("Cour de l'école, derrière la mosquée");
        place(&house, &meeting, &waits).await.must_have("liste d’attente").must_not_have("Rappel");
        let home = awa.visit("/fr").await;
        home.must_have("Rappel : réunion").must_have("Cour de l'école").check_html();
        home.click("Rappel : réunion").await.must_have("Ma place").must_have("Rappel : réunion");
        awa.visit("/bm").await.must_have("Hakilijigin: ɲɔgɔnye");
        awa.visit("/fr/account/places").await.must_have("Rappel : réunion").must_have("Cour de l'école").check_html();
        for person in [&house.person().await, &sign_in(&house, "agent.c1-ouest").await] {
            person.visit("/fr").await.must_be(200).must_not_have("Rappel");
        }

        // Moved, it has another hour: what was said of the old one is not said any more, and the new one has its turn.
        let moderator = sign_in(&house, "moderation.c1").await;
        let edit = moderator.visit(&format!("{desk}/edit")).await;
        edit.main_form().fill("starts_at", &in_hours(&house, 71)).press().await.must_be(200);
        assert_eq!(remind(&house), 0);
        place(&house, &meeting, &code).await.must_have("Déplacée le").must_not_have("Rappel : réunion");
        awa.visit("/fr").await.must_not_have("Rappel");
        house.clock.advance(30 * HOUR);
        assert_eq!(remind(&house), 1, "again for its new hour");
        place(&house, &meeting, &code).await.must_have("Rappel : réunion");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'meeting.remind'").await, 2);
        // Over, it is no news any more.
        house.clock.advance(42 * HOUR);
        sign_in(&house, "awa").await.visit("/fr").await.must_not_have("Rappel");
        place(&house, &meeting, &code).await.must_be(200).must_not_have("Rappel");
    }
}

both! {
    /// N11: the committee finds one SMS in each language, ready to be copied, in letters that fit one segment.
    async fn the_committee_finds_one_sms_of_one_segment_in_each_language(house: House) {
        let house = quiet(house).await;
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Rencontre au marché", &in_hours(&house, 72), "").await;
        house.clock.advance(25 * HOUR);
        let desk = sign_in(&house, "moderation.c1").await.visit(&run.path).await;
        desk.must_have("Rappel à envoyer").must_have("lettres, un SMS").check_html();
        for (lang, word) in [("fr", "reunion"), ("bm", "nyogonye")] {
            let text = desk.select(&format!("[aria-labelledby=sms] [lang={lang}] p")).concat();
            // « é » has its place in the table, the four letters of Bambara have none.
            let text_without = text.replace('é', "e");
            assert!(text_without.contains(word) && text.contains("Cour de l'"), "{lang}: {text}");
            assert!(text.chars().count() <= 160 && !text.contains(['ɛ', 'ɔ', 'ɲ', 'ŋ', 'ç', '\u{a0}', '’']), "{lang}: {text}");
        }
        // The chair reads the page and sends nothing.
        sign_in(&house, "presidence.c1").await.visit(&run.path).await.must_be(200).must_not_have("Rappel à envoyer");
    }
}

both! {
    /// What does not take place is not called to mind; what was called to mind and is called off then says so instead.
    async fn a_cancelled_meeting_is_not_called_to_mind(house: House) {
        let house = quiet(house).await;
        let moderator = sign_in(&house, "moderation.c1").await;
        let off = async |hours: i64, first: bool| {
            let run = announced(&moderator, "Sous la pluie", &in_hours(&house, hours), "").await;
            let meeting = public(&run);
            let code = door_code(&registered(&house, &meeting, "").await);
            if first {
                assert_eq!(remind(&house), 1);
                place(&house, &meeting, &code).await.must_have("Rappel : réunion");
            }
            let cancel = moderator.visit(&format!("{}/cancellation", run.path)).await;
            cancel.main_form().fill("reason", "La cour est inondée.").press().await.must_be(200);
            assert_eq!(remind(&house), 0);
            place(&house, &meeting, &code).await.must_have("La cour est inondée.").must_not_have("Rappel");
        };
        off(40, false).await;
        off(41, true).await;
    }
}

both! {
    /// Two nodes on one database, both at once, and one that starts anew: a meeting is called to mind once.
    async fn two_nodes_and_a_restart_call_a_meeting_to_mind_once(house: House) {
        let house = quiet(house).await;
        let moderator = sign_in(&house, "moderation.c1").await;
        for hours in [30, 40, 47] {
            announced(&moderator, "Rencontre au marché", &in_hours(&house, hours), "").await;
        }
        let other = aside(|| sigida::app::open(&house.config(), house.clock.clone(), Entropy::system())).expect("a second node");
        let sites = [house.site(), Arc::clone(&other)];
        let told: usize = aside(|| {
            std::thread::scope(|scope| {
                let nodes: Vec<_> = sites.iter().map(|site| scope.spawn(move || sigida::app::remind(site).expect("the job runs"))).collect();
                nodes.into_iter().map(|node| node.join().expect("no panic")).sum()
            })
        });
        assert_eq!(told, 3);
        drop((sites, other));
        house.restart().await;
        assert_eq!(remind(&house), 0, "after a restart");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'meeting.remind'").await, 3);
    }
}
