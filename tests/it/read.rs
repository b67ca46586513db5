//! Who read what is protected stands in the ledger (O5): once for a file, a session and an hour, and nothing of what was read.

use sigida::base::Id;
use sigida::ledger::{self, Verdict};

use crate::checkback::{answered, reply};
use crate::concerns::{Filed, file, follow, published};
use crate::media::makers;
use crate::support::world::{number, password, rows, sign_in, words, world};
use crate::support::{House, Person, both, statements};
use crate::words::{bytes_of, file_with, shown};

/// What the ledger has of readings, in their order.
async fn read(house: &House) -> Vec<String> {
    words(house, "SELECT object || ' ' || detail AS value FROM ledger WHERE deed = 'sealed.read' ORDER BY seq").await
}

/// The rows of these parts of a file.
fn of(filed: &Filed, parts: &[&str]) -> Vec<String> {
    parts.iter().map(|part| format!("concern {} {part}", filed.number)).collect()
}

/// A violence with a photo, or two.
async fn told_with(house: &House, photos: &[Vec<u8>]) -> Filed {
    let files: Vec<(&str, &str, &[u8])> = photos.iter().map(|photo| ("photos", "a.jpg", photo.as_slice())).collect();
    file_with(house, "violence-gender", "Une femme crie la nuit, Zalamots.", &files).await
}

/// The desk asks a service; the address of the sheet, and of the service's page.
async fn referred(house: &House, desk: &Person, filed: &Filed) -> (String, String) {
    let page = desk.visit(&filed.at_desk()).await;
    let form = page.form("Transmettre").fill("partner", "services-sociaux").fill("errand", "Trouver un lit.");
    form.press().await.must_be(200);
    let id = Id::<()>::new(number(house, "SELECT MAX(id) AS value FROM referrals").await);
    (format!("{}/errands/{id}", filed.at_desk()), format!("/fr/desk/referrals/{id}"))
}

both! {
    /// The page, loaded again, and its photos are one reading; an hour later, and in another session, it is another.
    async fn whoever_opens_a_protected_file_is_in_the_ledger_once_an_hour(house: House) {
        let house = world(house);
        let filed = told_with(&house, &[makers::jpeg(900, 600), makers::jpeg(500, 800)]).await;
        let desk = sign_in(&house, "agent.protection").await;
        desk.visit("/fr/desk").await.must_have(&filed.number);
        let events = rows(&house, "concern_events").await;
        assert!(read(&house).await.is_empty(), "a list opens nothing: {:?}", read(&house).await);
        let page = desk.visit(&filed.at_desk()).await;
        page.must_have("Zalamots");
        desk.visit(&filed.at_desk()).await.must_have("Zalamots");
        let photos = shown(&page);
        assert_eq!((photos.len(), bytes_of(&desk, &photos).await.len()), (4, 4));
        assert_eq!(read(&house).await, of(&filed, &["file"]));
        // Not even a form that comes back with what is wrong is another one.
        page.form("Répondre").fill("answer", "").press().await.must_be(422).must_have("Zalamots");
        assert_eq!(read(&house).await, of(&filed, &["file"]));
        house.clock.advance(40 * 60);
        desk.visit(&filed.at_desk()).await.must_have("Zalamots");
        assert_eq!(read(&house).await, of(&filed, &["file"]));
        house.clock.advance(25 * 60);
        desk.visit(&filed.at_desk()).await.must_have("Zalamots");
        assert_eq!(read(&house).await, of(&filed, &["file", "file"]));
        let again = sign_in(&house, "agent.protection").await;
        again.visit(&filed.at_desk()).await.must_have("Zalamots");
        assert_eq!(read(&house).await, of(&filed, &["file", "file", "file"]));
        let officer = number(&house, "SELECT id AS value FROM accounts WHERE login = 'agent.protection'").await;
        let readers = words(&house, "SELECT DISTINCT actor AS value FROM ledger WHERE deed = 'sealed.read'").await;
        assert_eq!(readers, [Id::<()>::new(officer).to_string()]);
        assert_eq!(rows(&house, "concern_events").await, events, "the file's own timeline says nothing of it");
        let verdict = house.site().db.read(ledger::verify).await.unwrap();
        assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");
    }
}

both! {
    /// What was not opened was not read; what a whole unit reads, and what reporters read of their own, is not recorded.
    async fn what_is_shut_open_to_a_unit_or_ones_own_is_no_row(house: House) {
        let house = world(house);
        let filed = told_with(&house, &[makers::jpeg(900, 600)]).await;
        let open = published(&house, "noise", "banconi", "Le bar joue jusqu'à l'aube.").await;
        let private = file(&house, "light", "banconi", "La rue est noire.", "private").await;
        let unit = sign_in(&house, "agent.c1-ouest").await;
        for other in [&open, &private] {
            unit.visit(&other.at_desk()).await.must_be(200);
        }
        unit.visit(&filed.at_desk()).await.must_be(404);
        let own = follow(&house, &filed.code).await;
        own.must_have("Zalamots");
        let photos = shown(&own);
        assert_eq!(bytes_of(own.person(), &photos).await.len(), 2);
        let desk = sign_in(&house, "agent.protection").await;
        house.restart().await;
        let shut = desk.visit(&filed.at_desk()).await;
        shut.must_be(200).must_not_have("Zalamots").must_have("Texte scellé");
        assert!(bytes_of(&desk, &photos).await.is_empty());
        assert_eq!(read(&house).await, Vec::<String>::new());
        let key = shut.click("Ouvrir ma clé").await;
        let page = key.form("/fr/account/key").fill("password", &password("agent.protection")).press().await;
        page.must_have("Zalamots");
        assert_eq!(read(&house).await, of(&filed, &["file"]));
    }
}

both! {
    /// The sheet is a reading of its own; so are a service's, and a photo that is asked for without its page.
    async fn the_sheet_the_service_and_a_photo_alone_are_readings_too(house: House) {
        let house = world(house);
        let filed = told_with(&house, &[makers::jpeg(900, 600)]).await;
        let desk = sign_in(&house, "agent.protection").await;
        let (sheet, errand) = referred(&house, &desk, &filed).await;
        for _ in 0..2 {
            desk.visit(&sheet).await.must_be(200).must_have("Zalamots");
        }
        assert_eq!(read(&house).await, of(&filed, &["file", "sheet"]));
        let service = sign_in(&house, "service.services-sociaux").await;
        // Its key was given to it by the desk; the page tells where the photo is, to another session of the same service.
        let photos = shown(&service.visit(&errand).await);
        service.visit(&errand).await.must_have("Zalamots");
        assert_eq!(read(&house).await, of(&filed, &["file", "sheet", "file"]));
        let other = sign_in(&house, "service.services-sociaux").await;
        assert_eq!((photos.len(), bytes_of(&other, &photos).await.len()), (2, 2));
        assert_eq!(read(&house).await, of(&filed, &["file", "sheet", "file", "photo"]));
        other.visit(&errand).await.must_have("Zalamots");
        assert_eq!(read(&house).await, of(&filed, &["file", "sheet", "file", "photo", "file"]));
    }
}

both! {
    /// Oversight: a complaint by its number, a threat by its own name, which tells of no concern.
    async fn oversight_reads_a_threat_under_a_name_that_tells_no_concern(house: House) {
        let house = world(house);
        let filed = answered(&house).await;
        house.clock.advance(7 * 86_400);
        reply(&house, &filed, "yes", "Il attend devant ma porte, Zalamenace.").await.must_be(200);
        let complaint = file(&house, "police-conduct", "banconi", "Un agent frappe, Zalamots.", "").await;
        let last = Id::<()>::new(number(&house, "SELECT MAX(id) AS value FROM checkbacks WHERE answer = 'yes'").await);
        let overseer = sign_in(&house, "controle").await;
        let page = overseer.visit(&format!("/fr/oversight/threats/{last}")).await;
        page.must_have("Zalamenace").form("Envoyer").fill("reply", "Non").press().await.must_be(422).must_have("Zalamenace");
        assert_eq!(read(&house).await, [format!("checkback {last} threats")]);
        overseer.visit(&complaint.at_desk()).await.must_have("Zalamots");
        let expected = [format!("checkback {last} threats"), format!("concern {} file", complaint.number)];
        assert_eq!(read(&house).await, expected);
        // The page of the ledger that everybody reads tells of days, not of rows.
        house.clock.advance(2 * 86_400);
        let page = house.person().await.visit("/fr/ledger").await;
        page.must_be(200).must_not_have(&complaint.number).must_not_have("sealed.read").must_not_have(&last.to_string());
    }
}

both! {
    /// Whoever measures how long « not found » takes learns nothing: a complaint, a protected concern, one that stands with a service
    /// and a number that was never given cost an officer of another unit as many statements.
    async fn what_is_hidden_costs_as_many_statements_as_what_is_not_there(house: House) {
        statements::count();
        let house = world(house);
        let complaint = file(&house, "police-conduct", "banconi", "Un agent frappe à la porte.", "").await;
        let sealed = told_with(&house, &[]).await;
        let with_service = file(&house, "violence-gender", "banconi", "Elle a peur de rentrer le soir.", "").await;
        let desk = sign_in(&house, "agent.protection").await;
        let (sheet, _) = referred(&house, &desk, &with_service).await;
        let errand = sheet.rsplit('/').next().unwrap();
        let officer = sign_in(&house, "agent.c1-ouest").await;
        // The least of several: a connection may be opened meanwhile.
        let cost = async |path: &str| {
            let mut least = usize::MAX;
            for _ in 0..4 {
                let before = statements::asked(&house);
                officer.visit(path).await.must_be(404);
                least = least.min(statements::asked(&house) - before);
            }
            least
        };
        for after in ["", "/identity", &format!("/errands/{errand}")] {
            let absent = cost(&format!("/fr/desk/concerns/BKO-2026-99999{after}")).await;
            assert!(absent > 0, "nothing was counted");
            for hidden in [&complaint, &sealed, &with_service] {
                assert_eq!(cost(&format!("{}{after}", hidden.at_desk())).await, absent, "{} {after}", hidden.number);
            }
        }
    }
}
