//! A committee's half of a meeting, walked from its agenda to its papers: what residents write is looked at before everybody
//! reads it, what the unit reported stays, and nothing is said of few people that could point at one.

use crate::concerns::published;
use crate::forums::{announced, door_code, public, registered};
use crate::support::world::{sign_in, world};
use crate::support::{Page, both};

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// The secretary's form.
fn minutes_form(page: &Page) -> crate::support::form::Form {
    page.forms().into_iter().find(|f| f.fields().contains(&"state")).expect("the secretary's form")
}

both! {
    /// D9: a telephone number in a question waits for the committee, whoever asks; its place is marked, and showing it is their choice.
    async fn a_question_that_meets_a_rule_waits_for_the_committee_whoever_asks(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let meeting = public(&announced(&moderator, "Vos questions", "2026-12-05T16:00", "").await);
        let place = format!("{meeting}/questions");
        let visitor = house.person().await;
        for (login, words) in [("awa", "Pourquoi le 76 12 34 56 QUESTIONUNE ?"), ("chef.c1-ouest", "Appelez-moi au 66 12 34 57 QUESTIONDEUX.")] {
            let person = sign_in(&house, login).await;
            let page = person.visit(&place).await.form("Envoyer la question").fill("body", words).press().await;
            page.must_be(200).must_have("Le comité la lit avant de la montrer");
        }
        for page in [visitor.visit(&place).await, visitor.visit(&meeting).await] {
            page.must_not_have("QUESTIONUNE").must_not_have("QUESTIONDEUX");
        }
        let page = moderator.visit(&place).await;
        assert_eq!(page.select("mark"), ["76 12 34 56", "66 12 34 57"], "{}", page.described());
        page.must_have("Ressemble à un numéro de téléphone").check_html();
        let first = page.forms().into_iter().find(|form| form.fields().contains(&"reason")).expect("a question to decide");
        first.press_button("Montrer").await.must_be(200);
        visitor.visit(&place).await.must_have("QUESTIONUNE").must_not_have("QUESTIONDEUX");
        // Whoever reads the row writes what they want; and without a number nothing waits.
        let own = moderator.visit(&place).await.form("Envoyer la question").fill("body", "Le 80 00 11 16 QUESTIONTROIS répond-il ?").press().await;
        own.must_have("QUESTIONTROIS");
    }
}

both! {
    /// D9, M6: the secretary sees what meets a rule in a correction before it is accepted, which is when everybody reads it.
    async fn a_correction_that_meets_a_rule_is_marked_for_the_secretary(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Corrections", "2026-12-05T16:00", "").await;
        let (meeting, desk) = (public(&run), run.path.clone());
        let code = door_code(&registered(&house, &meeting, "").await);
        house.clock.advance(12 * DAY + 10 * HOUR);
        let moderator = sign_in(&house, "moderation.c1").await;
        moderator.visit(&format!("{desk}/door")).await.form("Entrer").fill("code", &code).press().await.must_be(200);
        let page = moderator.visit(&format!("{desk}/minutes")).await;
        minutes_form(&page).fill("body", "Le maire ouvre la séance, quatre lampes.").fill("state", "corrections").press().await.must_be(200);
        let mine = house.person().await.visit(&format!("{meeting}/place")).await.main_form().fill("code", &code).press().await;
        mine.form("Envoyer la correction").fill("correction", "Le numéro juste est le 76 12 34 56.").press().await.must_be(200);
        house.person().await.visit(&meeting).await.must_not_have("76 12 34 56");
        let page = moderator.visit(&format!("{desk}/minutes")).await;
        assert_eq!(page.select("mark"), ["76 12 34 56"], "{}", page.described());
        page.must_have("Ressemble à un numéro de téléphone").check_html();
        page.form("minutes/corrections/").fill("answer", "C’est un numéro public.").press_button("Accepter").await.must_be(200);
        house.person().await.visit(&meeting).await.must_have("76 12 34 56");
    }
}

both! {
    /// M5: what the unit reported stays on the agenda, on every paper of it, with the figures of the meeting's hour.
    async fn the_units_report_stays_as_it_was_when_the_meeting_began(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Rapport", "2026-12-05T16:00", "").await;
        let (meeting, desk) = (public(&run), run.path.clone());
        let code = door_code(&registered(&house, &meeting, "").await);
        let told = |page: &Page| -> Vec<String> {
            page.select(".agenda small").into_iter().filter(|line| line.contains("En un an")).collect()
        };
        assert!(!told(&house.person().await.visit(&meeting).await).is_empty(), "nothing is reported before");
        house.clock.advance(12 * DAY + 10 * HOUR);
        let held = told(&house.person().await.visit(&meeting).await);
        assert!(held.iter().all(|line| line.contains("au jour de la réunion")) && !held.is_empty(), "{held:?}");
        // What is filed and settled after it changes nothing of it.
        for n in 0..6 {
            published(&house, "noise", "banconi", &format!("Le moulin numéro {n} tourne toute la nuit.")).await;
        }
        house.clock.advance(40 * DAY);
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit(&format!("{desk}/minutes")).await;
        minutes_form(&page).fill("body", "Le maire ouvre la séance, quatre lampes.").fill("state", "corrections").press().await.must_be(200);
        let mine = house.person().await.visit(&format!("{meeting}/place")).await.main_form().fill("code", &code).press().await;
        for page in [
            house.person().await.visit(&meeting).await,
            moderator.visit(&desk).await,
            moderator.visit(&format!("{desk}/sheets")).await,
            house.person().await.visit(&format!("{meeting}/minutes")).await,
            mine,
        ] {
            assert_eq!(told(&page), held, "{}", page.path);
        }
    }
}

both! {
    /// M4: one act on the concern's own page; its timeline says so before, and « discuté » after, and that it was taken off.
    async fn a_concern_is_put_on_an_agenda_from_its_own_page(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let meeting = public(&announced(&moderator, "Bruits", "2026-12-05T16:00", "").await);
        let off = announced(&moderator, "Annulée", "2026-12-06T16:00", "").await;
        let filed = published(&house, "noise", "banconi", "Le moulin tourne toute la nuit MOULINUN.").await;
        let own = format!("/fr/concerns/{}", filed.number);
        house.person().await.visit(&own).await.must_be(200).must_not_have("Mettre à l’ordre du jour");
        sign_in(&house, "chef.c1-ouest").await.visit(&own).await.must_not_have("Mettre à l’ordre du jour");
        let page = moderator.visit(&own).await;
        page.check_html();
        let form = page.form("Mettre à l’ordre du jour");
        let options = form.options("meeting");
        let value = |title: &str| options.iter().find(|(_, word)| word.contains(title)).expect("the meeting").0.clone();
        let (bruits, annulee) = (value("Bruits"), value("Annulée"));
        form.press().await.must_be(422).check_html();
        let done = moderator.visit(&own).await.form("Mettre à l’ordre du jour").fill("meeting", &bruits).press().await;
        done.must_be(200).must_have("À l’ordre du jour du forum du 5 décembre").must_have("Déjà à l’ordre du jour");
        house.person().await.visit(&meeting).await.must_have("MOULINUN");
        // From the moderators' page of it, too; and what is called off was not discussed.
        let page = moderator.visit(&format!("/fr/committee/concerns/{}", filed.number)).await;
        page.check_html();
        page.form("Mettre à l’ordre du jour").fill("meeting", &annulee).press().await.must_be(200);
        moderator.visit(&format!("{}/cancellation", off.path)).await.main_form().fill("reason", "Pluie.").press().await.must_be(200);
        house.clock.advance(20 * DAY);
        let page = house.person().await.visit(&own).await;
        page.must_have("Discuté au forum du 5 décembre").must_have("Réunion du 6 décembre 2026 annulée");
        page.must_not_have("À l’ordre du jour du forum");
    }
}

both! {
    /// O4: four women of twenty are neither none nor four; a wrong cell is marked and led to; totals stand after saving.
    async fn attendance_is_told_without_pointing_at_few_and_its_form_says_what_is_wrong(house: House) {
        let house = world(house);
        let moderator = sign_in(&house, "moderation.c1").await;
        let run = announced(&moderator, "Comptés", "2026-12-05T16:00", "").await;
        let (meeting, desk) = (public(&run), run.path.clone());
        house.clock.advance(12 * DAY + 10 * HOUR);
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit(&format!("{desk}/attendance")).await;
        let grid = |page: &Page| page.forms().into_iter().find(|f| f.fields().contains(&"resident-m-18_34")).expect("the grid");
        let wrong = grid(&page).fill("resident-m-18_34", "12x").press().await;
        wrong.must_be(422).must_have("12x").check_html();
        assert_eq!(wrong.attributes("input[aria-invalid=true]", "name"), ["resident-m-18_34"]);
        assert!(wrong.links().iter().any(|link| link.href.ends_with("#resident-m-18_34")), "no way to the cell");
        let saved = grid(&page).fill("resident-f-18_34", "4").fill("resident-m-18_34", "16").press().await;
        saved.must_be(200).must_have("Compté : 20 personnes (femmes : 4, hommes : 16)");
        let page = house.person().await.visit(&meeting).await;
        page.must_have("Au moins 17 personnes").must_have("Part des femmes : entre 5").must_not_have("environ 0").must_not_have("20 personnes");
    }
}

both! {
    /// The chair's desk offers what the chair may do; a meeting copied from paper is late with nothing; a commune without a committee
    /// is told of where it is.
    async fn a_desk_offers_what_its_reader_may_do_and_a_paper_copy_is_not_late(house: House) {
        let house = world(house);
        let chair = sign_in(&house, "presidence.c1").await;
        let desk = chair.visit("/fr/committee").await;
        desk.must_be(200).must_not_have("Annoncer une réunion");
        for link in desk.links().iter().filter(|link| link.href.starts_with("/fr/committee/")) {
            chair.visit(&link.href).await.must_be(200);
        }
        let moderator = sign_in(&house, "moderation.c1").await;
        let page = moderator.visit("/fr/committee").await.click("Annoncer une réunion").await;
        let form = page.main_form().fill("title", "Sur papier").fill("starts_at", "2026-10-03T16:00").fill("area", "banconi").fill("lang", "fr");
        let form = form.fill("place", "Mairie").fill("landmark", "derrière la poste").fill("audience", "open").fill("paper", "yes");
        let run = form.press().await;
        run.must_be(200).must_not_have("Tardif").must_not_have("PV en retard");
        let page = house.person().await.visit(&public(&run)).await;
        page.must_have("Recopiée d’après le papier").must_not_have("Tardif").must_not_have("PV en retard");
        house.person().await.visit("/fr/forums/ccs-commune-1").await.must_have("Sur papier");
        house.clock.advance(15 * DAY);
        house.person().await.visit(&public(&run)).await.must_have("PV en retard");
        house.person().await.visit("/fr/areas/commune-ii").await.must_have("Pas de réunion en");
    }
}
