//! Two files of the same thing, as people meet it: an officer follows one in the other, everybody of the one is carried along, and
//! undoing it leaves nothing behind but the record.

use crate::concerns::{Filed, answer, file, follow, published};
use crate::support::world::{number as count, sign_in, words, world};
use crate::support::{House, Page, Person, both};

const FIRST: &str = "Les lampes de la rue sont éteintes entre le marché et la grande mosquée.";
const SECOND: &str = "Les lampes de la rue du marché sont éteintes, il fait noir le soir.";

/// Follows one file in another, by the number typed.
async fn join(officer: &Person, from: &Filed, into: &str) -> Page {
    let page = officer.visit(&from.at_desk()).await;
    page.must_be(200).form("/merge").without("likely").fill("other", into).press().await
}

/// Undoes it.
async fn part(officer: &Person, from: &Filed) -> Page {
    officer.visit(&from.at_desk()).await.form("/separation").press().await
}

/// Everything the database holds of a file and of who speaks in it, as text.
async fn row(house: &House, filed: &Filed) -> Vec<String> {
    let serial: i32 = filed.number.rsplit('-').next().and_then(|s| s.parse().ok()).unwrap_or_default();
    let of = |column: &str| format!("COALESCE(CAST({column} AS TEXT), '-')");
    let columns = [
        "state",
        "owed",
        "waiting",
        "priority",
        "reopened",
        "reason",
        "due_at",
        "first_answer_at",
        "last_act_at",
        "closed_at",
        "outcome",
        "supports",
        "assignee_id",
        "unit_id",
        "category_id",
        "audience",
        "moderation",
        "words",
        "folded",
        "landmark",
    ];
    let all = columns.map(of).join(" || '|' || ");
    let mut told =
        words(house, &format!("SELECT {all} AS value FROM concerns WHERE serial = {serial} AND year = 2026")).await;
    let concern = format!("(SELECT id FROM concerns WHERE serial = {serial} AND year = 2026)");
    told.extend(
        words(house, &format!("SELECT code_hash AS value FROM supports WHERE concern_id = {concern} ORDER BY 1")).await,
    );
    told.extend(
        words(house, &format!("SELECT code_hash AS value FROM concern_keys WHERE concern_id = {concern} ORDER BY 1"))
            .await,
    );
    told
}

/// Says « moi aussi »; the supporter's code.
async fn support(person: &Person, filed: &Filed) -> String {
    let page = person.visit(&format!("{}/support", filed.public())).await;
    let page = page.main_form().press().await;
    page.must_be(200).code()
}

async fn supports(house: &House, filed: &Filed) -> i64 {
    let serial: i32 = filed.number.rsplit('-').next().and_then(|s| s.parse().ok()).unwrap_or_default();
    count(house, &format!("SELECT supports AS value FROM concerns WHERE serial = {serial} AND year = 2026")).await
}

both! {
    /// The reporter of the one reads where it went and the other's public course, never what is between others and the unit.
    async fn the_reporter_of_a_duplicate_reads_the_public_course_of_the_other(house: House) {
        let house = world(house);
        let first = published(&house, "light", "banconi", FIRST).await;
        let second = published(&house, "light", "banconi", SECOND).await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        answer(&officer, &first, "Six lampes seront changées jeudi.", "all").await;
        answer(&officer, &first, "Entre nous deux seulement.", "reporter").await;
        let page = officer.visit(&first.at_desk()).await;
        page.form("Garder la note").fill("note", "MARQUEUR interne").press().await.must_be(200);
        let page = officer.visit(&second.at_desk()).await;
        assert_eq!(page.attributes("#panel-merge input[name=likely]", "value"), [first.number.as_str()], "a suggestion");
        let form = page.form("/merge").fill("likely", &first.number);
        let page = form.fill("merging", "Nous suivons tout dans un seul dossier.").press().await;
        page.must_be(200).must_have("Ce dossier se suit dans un autre").must_have(&first.number);
        let code = follow(&house, &second.code).await;
        code.must_have("Nous suivons tout dans un seul dossier.").must_have("Tout se suit dans un seul signalement");
        code.must_have(&first.number).must_have("Six lampes seront changées jeudi.");
        code.must_not_have("Entre nous deux").must_not_have("MARQUEUR").must_not_have("Est-ce réglé");
        let visitor = house.person().await;
        let public = visitor.visit(&second.public()).await;
        public.must_be(200).must_have("Déjà signalé").must_have(&first.number);
        visitor.visit(&first.public()).await.must_have("se suit ici").must_not_have(&second.number).must_not_have("MARQUEUR");
        officer.visit(&first.at_desk()).await.must_have(&second.number);
    }
}

both! {
    /// Undoing restores the file to the letter, and both timelines keep that it happened.
    async fn undoing_restores_everything_and_both_timelines_tell_it(house: House) {
        let house = world(house);
        let first = published(&house, "light", "banconi", FIRST).await;
        let second = published(&house, "light", "banconi", SECOND).await;
        support(&house.person().await, &second).await;
        support(&sign_in(&house, "awa").await, &first).await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let (one, two) = (row(&house, &first).await, row(&house, &second).await);
        join(&officer, &second, &first.number).await.must_be(200);
        assert_ne!(row(&house, &second).await, two);
        house.clock.advance(900);
        part(&officer, &second).await.must_be(200);
        assert_eq!(row(&house, &second).await, two, "the file is not what it was");
        assert_eq!(row(&house, &first).await, one, "the other file is not what it was");
        for (filed, words) in [(&first, ["se suit ici", "de nouveau seul"]), (&second, ["Suivi dans un autre dossier", "De nouveau suivi seul"])] {
            let page = officer.visit(&filed.at_desk()).await;
            for word in words {
                page.must_have(word);
            }
        }
        let told = words(&house, "SELECT deed AS value FROM ledger WHERE deed IN ('concern.merge', 'concern.part') ORDER BY seq").await;
        assert_eq!(told, ["concern.merge", "concern.part"]);
        follow(&house, &second.code).await.must_not_have("un seul signalement");
        part_again(&officer, &second).await;
    }
}

/// What is undone is not undone twice.
async fn part_again(officer: &Person, filed: &Filed) {
    let page = officer.visit(&filed.at_desk()).await;
    assert!(!page.forms().iter().any(|form| form.action().contains("/separation")), "{}", page.described());
}

both! {
    /// The count is of people: an account that speaks in both counts once, whichever leaves first.
    async fn whoever_speaks_in_both_counts_once(house: House) {
        let house = world(house);
        let first = published(&house, "light", "banconi", FIRST).await;
        let second = published(&house, "light", "banconi", SECOND).await;
        let awa = sign_in(&house, "awa").await;
        support(&awa, &first).await;
        support(&awa, &second).await;
        let neighbour = support(&house.person().await, &second).await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        join(&officer, &second, &first.number).await.must_be(200);
        // Awa once, the neighbour, and who reported the second.
        assert_eq!((supports(&house, &first).await, supports(&house, &second).await), (3, 2));
        let page = awa.visit(&format!("{}/support", first.public())).await;
        page.main_form().press().await.must_be(409);
        let phone = house.person().await;
        let page = phone.visit("/fr/follow").await.form("/fr/follow").fill("code", &neighbour).press().await;
        let page = if page.path == "/fr/follow" { page.click("voir").await } else { page };
        page.must_have("un seul signalement").must_have(&first.number);
        page.form("/fr/follow/withdrawal").press().await.must_be(200);
        assert_eq!((supports(&house, &first).await, supports(&house, &second).await), (2, 1));
        part(&officer, &second).await.must_be(200);
        assert_eq!((supports(&house, &first).await, supports(&house, &second).await), (1, 1));
    }
}

both! {
    /// A reporter of a file that is followed elsewhere is still heard, and the file is not opened beside the other.
    async fn a_message_to_a_joined_file_reaches_the_other_desk_and_is_owed_a_word(house: House) {
        let house = world(house);
        let first = published(&house, "light", "banconi", FIRST).await;
        let second = published(&house, "light", "banconi", SECOND).await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        answer(&officer, &first, "Nous avons vu.", "all").await;
        join(&officer, &second, &first.number).await.must_be(200);
        let page = follow(&house, &second.code).await;
        page.form("/fr/follow/concern/messages").fill("body", "Une lampe de plus est morte.").press().await.must_be(200);
        let page = officer.visit(&first.at_desk()).await;
        page.must_have("a écrit").must_have(&second.number).must_not_have("Une lampe de plus");
        assert!(!page.select(".clock").is_empty(), "no word is owed");
        follow(&house, &first.code).await.must_not_have("a écrit").must_not_have(&second.number);
        let page = officer.visit(&second.at_desk()).await;
        page.must_have("Une lampe de plus").must_not_have("Pourquoi rouvrir");
        answer(&officer, &second, "Merci, c'est noté.", "reporter").await;
        follow(&house, &second.code).await.must_have("c'est noté");
    }
}

both! {
    /// Never sealed into open or the reverse, never where fewer may read, never across units, and nothing of what one may not know.
    async fn files_that_different_people_read_stay_two(house: House) {
        let house = world(house);
        let open = published(&house, "light", "banconi", FIRST).await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let sealed = file(&house, "violence-gender", "banconi", "Une femme est battue dans la cour.", "").await;
        let conduct = file(&house, "police-conduct", "banconi", "Un policier demande de l'argent.", "").await;
        let private = file(&house, "light", "banconi", "Les lampes du marché sont éteintes le soir.", "private").await;
        let elsewhere = file(&house, "light", "lafiabougou", "Les lampes du marché sont éteintes le soir.", "public").await;
        let unknown = join(&officer, &open, "BKO-2026-99999").await;
        unknown.must_be(422).must_have("pas de dossier de ce numéro chez vous");
        for hidden in [&sealed, &conduct, &elsewhere] {
            let page = join(&officer, &open, &hidden.number).await;
            page.must_be(422).must_have("pas de dossier de ce numéro chez vous");
            let told = |page: &Page| page.select(".errors").concat();
            assert_eq!(told(&page), told(&unknown), "what is hidden is told apart from what is not there");
        }
        join(&officer, &open, &private.number).await.must_be(422).must_have("Ils restent deux");
        join(&officer, &open, &open.number).await.must_be(422).must_have("C’est ce dossier-ci");
        join(&officer, &open, "les lampes").await.must_be(422);
        let serial = open.number.rsplit('-').next().unwrap().trim_start_matches('0');
        join(&officer, &private, serial).await.must_be(200);
        let page = officer.visit(&open.at_desk()).await;
        assert!(!page.forms().iter().any(|form| form.action().contains("/merge")), "what others are followed in stays");
        let desk = sign_in(&house, "agent.protection").await;
        let page = desk.visit(&sealed.at_desk()).await;
        assert!(!page.forms().iter().any(|form| form.action().contains("/merge")), "what is sealed is never joined");
        assert_eq!(count(&house, "SELECT COUNT(*) AS value FROM merges").await, 1);
    }
}

both! {
    /// Whoever follows the one with an account is told what happens to the other.
    async fn followers_are_carried_along(house: House) {
        let house = world(house);
        let first = published(&house, "light", "banconi", FIRST).await;
        let second = published(&house, "light", "banconi", SECOND).await;
        let person = house.person().await;
        let page = person.visit("/fr/signup").await;
        let form = page.form("/fr/signup").fill("name", "Oumou").fill("login", "76 00 11 22").fill("password", "cinq mangues mûres");
        form.press().await.must_be(200);
        person.visit(&second.public()).await.form("/fr/account/following").press().await.must_be(200);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        join(&officer, &second, &first.number).await.must_be(200);
        house.clock.advance(60);
        answer(&officer, &first, "Six lampes seront changées jeudi.", "all").await;
        let page = person.visit("/fr/account/following").await;
        page.must_have(FIRST).must_have("Dernier acte de la police");
        assert!(page.links().iter().any(|link| link.href.contains(&first.number)), "{}", page.described());
    }
}
