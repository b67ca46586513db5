//! Who filed (R14): given by those who want to, sealed to the overseers, opened by two people and with a trace, lost to a thief.

use crate::admin::{by_link, letters};
use crate::concerns::{Filed, follow, number_on};
use crate::support::dump::{found, loot};
use crate::support::world::{enter, harm, number as count, password, rows, sign_in, world};
use crate::support::{House, Page, Person, both};

const DAY: i64 = 86_400;

/// Files a private concern and gives a name and a number with it.
pub async fn file_named(house: &House, kind: &str, area: &str, name: &str, phone: &str) -> Filed {
    let page = house.person().await.visit(&format!("/fr/concerns/new?category={kind}")).await;
    let mut form =
        page.form("/fr/concerns/new").fill("area", area).fill("words", "Des chiens aboient devant ma porte.");
    if form.fields().contains(&"readers") {
        form = form.fill("readers", "private");
    }
    let filed = form.fill("person_name", name).fill("person_phone", phone).press_button("Envoyer").await;
    filed.must_be(200);
    Filed { code: filed.code(), number: number_on(&filed) }
}

/// A fresh token of the reader's.
fn token(page: &Page) -> String {
    page.form("/fr/logout").value("_token")
}

pub fn identity(filed: &Filed) -> String {
    format!("/fr/desk/concerns/{}/identity", filed.number)
}

/// Somebody of the unit asks to open.
pub async fn ask(officer: &Person, filed: &Filed) -> Page {
    let page = officer.visit(&identity(filed)).await;
    page.must_be(200).form("Demander").fill("reason", "Il faut la rappeler ce soir.").press().await
}

/// An overseer decides on the first asking of the queue that is of this concern.
pub async fn decide(overseer: &Person, filed: &Filed, button: &str) -> Page {
    let queue = overseer.visit("/fr/oversight/custody").await;
    queue.must_be(200).must_have(&filed.number);
    let row = count_ask(&queue, filed);
    let page = overseer.visit(&row).await;
    let form = page.must_be(200).form("/fr/oversight/custody/asks/").fill("reason", "La raison est bonne ou non.");
    form.press_button(button).await
}

/// The address of a concern's asking in the queue.
fn count_ask(queue: &Page, filed: &Filed) -> String {
    let html = &queue.body;
    let at = html.find(&filed.number).expect("the queue names the concern");
    let start = html[..at].rfind("/fr/oversight/custody/asks/").expect("a link before the number");
    html[start..].split('"').next().unwrap().to_owned()
}

both! {
    /// The unit learns that a name exists, and the name only after somebody else granted it; each step stays.
    async fn a_name_is_opened_by_two_people_and_every_step_stays(house: House) {
        let house = world(house);
        let filed = file_named(&house, "noise", "banconi", "Awa Marqueur", "76 11 22 33").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let file = officer.visit(&filed.at_desk()).await;
        file.must_be(200).must_have("donné, scellé").must_not_have("Awa Marqueur");
        let page = officer.visit(&identity(&filed)).await;
        page.must_be(200).must_not_have("Awa Marqueur").must_not_have("76 11 22 33");
        // Nothing opens before it is granted.
        let mine = token(&page);
        let early = officer.post(&format!("{}/opening", identity(&filed)), &[("_token", &mine)]).await;
        assert_eq!(early.status, 403, "{}", early.described());

        ask(&officer, &filed).await.must_be(200).must_have("attend le contrôle");
        officer.visit(&identity(&filed)).await.must_not_have("Demander à l’ouvrir");
        let overseer = sign_in(&house, "controle").await;
        decide(&overseer, &filed, "Refuser").await.must_be(200);
        officer.visit(&identity(&filed)).await.must_have("a été refusée").must_have("La raison est bonne ou non.");

        ask(&officer, &filed).await.must_be(200);
        decide(&overseer, &filed, "Accepter").await.must_be(200);
        let before = count(&house, "SELECT COUNT(*) AS value FROM custody_steps WHERE step = 'opened'").await;
        let open = async || {
            let page = officer.visit(&identity(&filed)).await;
            page.must_be(200).form("opening").press_button("Ouvrir").await
        };
        for _ in 0..2 {
            let opened = open().await;
            opened.must_be(200).must_have("Awa Marqueur").must_have("76 11 22 33");
            assert_eq!(opened.header("cache-control"), "no-store");
        }
        let after = count(&house, "SELECT COUNT(*) AS value FROM custody_steps WHERE step = 'opened'").await;
        assert_eq!(after, before + 2, "each opening is a step");
        let deeds = count(&house, "SELECT COUNT(*) AS value FROM ledger WHERE deed LIKE 'identity.%'").await;
        assert!(deeds >= 7, "sealed, asked twice, refused, granted, opened twice: {deeds}");
        // The chief of the same unit was not granted it; the colleague neither.
        let chief = sign_in(&house, "chef.c1-ouest").await;
        let theirs = chief.visit(&identity(&filed)).await;
        theirs.must_be(200).must_not_have("Awa Marqueur").must_have("Nom ouvert");
        let mine = token(&theirs);
        assert_eq!(chief.post(&format!("{}/opening", identity(&filed)), &[("_token", &mine)]).await.status, 403);
        // The reporter reads all of it, by function.
        let page = follow(&house, &filed.code).await;
        page.must_have("Ouverture du nom demandée").must_have("Ouverture du nom refusée").must_have("Ouverture du nom acceptée");
        page.must_have("Nom ouvert").must_not_have("Coumba");
        // Seven days later it is closed again.
        house.clock.advance(7 * DAY);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        officer.visit(&identity(&filed)).await.must_be(200).must_not_have("Vous pouvez l’ouvrir").must_have("Demander");
    }
}

both! {
    /// Who asks does not decide, even where oversight itself works on the file.
    async fn who_asks_does_not_grant(house: House) {
        let house = world(house);
        let filed = file_named(&house, "police-conduct", "banconi", "Awa Marqueur", "76 11 22 33").await;
        for login in ["agent.c1-ouest", "chef.c1-ouest"] {
            let police = sign_in(&house, login).await;
            assert_eq!(police.visit(&identity(&filed)).await.status, 404, "the unit complained of");
        }
        let first = sign_in(&house, "controle").await;
        ask(&first, &filed).await.must_be(200);
        let queue = first.visit("/fr/oversight/custody").await;
        let row = count_ask(&queue, &filed);
        let own = first.visit(&row).await;
        own.must_be(200).must_have("une autre personne décide");
        let mine = token(&queue);
        let fields = [("_token", mine.as_str()), ("verdict", "grant"), ("reason", "Parce que je le veux.")];
        assert_eq!(first.post(&row, &fields).await.status, 409);
        let second = sign_in(&house, "controle.2").await;
        decide(&second, &filed, "Accepter").await.must_be(200);
        let page = first.visit(&identity(&filed)).await;
        page.form("opening").press_button("Ouvrir").await.must_be(200).must_have("Awa Marqueur");
    }
}

both! {
    /// A thief with the database, the settings and the secret file has no name and no number.
    async fn a_stolen_disk_reveals_no_name(house: House) {
        let house = world(house);
        let page = house.person().await.visit("/fr/concerns/new?category=noise").await;
        let form = page.form("/fr/concerns/new").fill("words", "Le bar joue encore.");
        let form = form.fill("readers", "private").fill("person_name", "Zoumana Marqueur").fill("person_phone", "+223 76 99 88 77");
        let form = form.tamper("lat", "12.681234").tamper("lon", "-7.963987").tamper("step", "gps");
        let form = form.press().await.form("/fr/concerns/new").fill("point", "on");
        let filed = form.press_button("Envoyer").await;
        filed.must_be(200);
        let filed = Filed { code: filed.code(), number: number_on(&filed) };
        let officer = sign_in(&house, "agent.c1-ouest").await;
        ask(&officer, &filed).await.must_be(200);
        let overseer = sign_in(&house, "controle").await;
        decide(&overseer, &filed, "Accepter").await.must_be(200);
        let page = officer.visit(&identity(&filed)).await;
        let opened = page.form("opening").press_button("Ouvrir").await;
        opened.must_have("Zoumana Marqueur").must_have("12.68123, -7.96399");
        let loot = loot(&house).await;
        assert!(loot.len() > 30, "the tables were read: {}", loot.len());
        assert!(!found(&loot, "Le bar joue encore").is_empty(), "the search finds what is there");
        for secret in ["Zoumana Marqueur", "Zoumana", "76 99 88 77", "76998877", "12.68123", "-7.96399", &password("controle")] {
            assert_eq!(found(&loot, secret), Vec::<String>::new(), "{secret}");
        }
    }
}

both! {
    /// Keys live in memory only: after a restart the password is asked for, at the moment of opening.
    async fn after_a_restart_the_password_is_asked_for(house: House) {
        let house = world(house);
        let filed = file_named(&house, "noise", "banconi", "Awa Marqueur", "").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let overseer = sign_in(&house, "controle").await;
        ask(&officer, &filed).await.must_be(200);
        house.restart().await;
        let queue = overseer.visit("/fr/oversight/custody").await;
        let page = overseer.visit(&count_ask(&queue, &filed)).await;
        let fill = |password: &str| page.form("/fr/oversight/custody/asks/").fill("reason", "La raison est bonne.").fill("password", password);
        let wrong = fill("pas celui-là").press_button("Accepter").await;
        wrong.must_be(422).must_have("La raison est bonne.");
        fill(&password("controle")).press_button("Accepter").await.must_be(200);
        let page = officer.visit(&identity(&filed)).await;
        page.form("opening").press_button("Ouvrir").await.must_be(422);
        let page = officer.visit(&identity(&filed)).await;
        let form = page.form("opening").fill("password", &password("agent.c1-ouest"));
        form.press_button("Ouvrir").await.must_be(200).must_have("Awa Marqueur");
        // Held from here on, until the officer leaves.
        let page = officer.visit(&identity(&filed)).await;
        page.form("opening").press_button("Ouvrir").await.must_be(200);
        officer.visit("/fr/account").await.form("/fr/logout").press().await.must_be(200);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        assert!(officer.visit(&identity(&filed)).await.status == 200);
    }
}

both! {
    /// A password of one's own choice keeps what was sealed; one chosen by an administrator's link does not, until a colleague seals anew.
    async fn a_new_password_keeps_the_key_and_a_reset_one_needs_a_colleague(house: House) {
        let house = world(house);
        let filed = file_named(&house, "noise", "banconi", "Awa Marqueur", "").await;
        let overseer = sign_in(&house, "controle").await;
        let change = async |person: &Person, old: &str, new: &str| {
            let page = person.visit("/fr/account/password").await;
            page.form("/fr/account/password").fill("current", old).fill("password", new).press().await.must_be(200);
        };
        change(&overseer, &password("controle"), "sept baobabs verts").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        ask(&officer, &filed).await.must_be(200);
        decide(&overseer, &filed, "Accepter").await.must_be(200);
        let again = house.person().await;
        enter(&again, "controle", "sept baobabs verts").await.must_be(200);
        again.visit("/fr/oversight/custody").await.must_be(200).must_not_have("ne sont pas encore");

        let admin = sign_in(&house, "admin").await;
        let id = count(&house, "SELECT id AS value FROM accounts WHERE login = 'controle'").await;
        let id = sigida::base::Id::<()>::new(id).to_string();
        let page = admin.visit(&format!("/fr/admin/accounts/{id}")).await;
        let link = letters(&page.form(&format!("/fr/admin/accounts/{id}/password")).press().await);
        let reset = house.person().await;
        by_link(&reset, &link, "huit baobabs verts").await.must_be(200);
        enter(&reset, "controle", "huit baobabs verts").await.must_be(200);
        ask(&sign_in(&house, "chef.c1-ouest").await, &filed).await.must_be(200);
        let refused = decide(&reset, &filed, "Accepter").await;
        assert_eq!(refused.status, 409, "a new key opens nothing old: {}", refused.described());
        let colleague = sign_in(&house, "controle.2").await;
        let page = colleague.visit("/fr/oversight/custody").await;
        page.must_have("pas encore ouvert").form("reseal").press().await.must_be(200).must_not_have("pas encore ouvert");
        decide(&reset, &filed, "Accepter").await.must_be(200);
    }
}

both! {
    /// Nobody to seal to: nothing is asked, and a name sent all the same is not lost silently.
    async fn without_a_custodian_no_name_is_taken(house: House) {
        let house = world(house);
        harm(&house, "UPDATE keyrings SET retired_at = 1").await;
        let page = house.person().await.visit("/fr/concerns/new?category=noise").await;
        page.must_have("cette partie n’est pas ouverte");
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("words", "Le bar joue encore.");
        let form = form.fill("readers", "private").tamper("person_name", "Awa Marqueur");
        let before = rows(&house, "concerns").await;
        form.press_button("Envoyer").await.must_be(422).must_have("Personne ne peut garder votre nom");
        assert_eq!(rows(&house, "concerns").await, before);
    }
}

both! {
    /// Who is overseer no more opens nothing with the disk, once another one was here; what is theirs to open still opens.
    async fn who_keeps_names_no_more_loses_their_envelopes(house: House) {
        let house = world(house);
        let filed = file_named(&house, "noise", "banconi", "Awa Marqueur", "").await;
        let theirs = "SELECT COUNT(*) AS value FROM envelopes e JOIN keyrings k ON k.id = e.keyring_id JOIN accounts a ON a.id = k.account_id WHERE a.login = ";
        let had = count(&house, &format!("{theirs}'controle.2'")).await;
        assert!(had > 0, "sealed to every overseer");
        harm(&house, "UPDATE memberships SET ended_at = 1 WHERE account_id = (SELECT id FROM accounts WHERE login = 'controle.2')").await;
        let overseer = sign_in(&house, "controle").await;
        overseer.visit("/fr/oversight").await.must_be(200);
        assert_eq!(count(&house, &format!("{theirs}'controle.2'")).await, 0);
        assert_eq!(count(&house, &format!("{theirs}'controle'")).await, had);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        ask(&officer, &filed).await.must_be(200);
        decide(&overseer, &filed, "Accepter").await.must_be(200);
        let page = officer.visit(&identity(&filed)).await;
        page.form("opening").press_button("Ouvrir").await.must_have("Awa Marqueur");
    }
}

/// What `sigida check` says of a house.
pub fn check(house: &House) -> (Option<i32>, String) {
    let data = house.data_dir().display().to_string();
    let secret = house.data_dir().join("secret").display().to_string();
    let settings = [("DATABASE_URL", house.database_url()), ("SIGIDA_DATA", &data), ("SIGIDA_SECRET_FILE", &secret)];
    let output = crate::support::program::sigida(&["check"], &settings);
    let said = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    (output.status.code(), said.concat())
}

both! {
    /// `sigida check` sees without any key that a column of sealed things holds something that can be read.
    async fn the_check_finds_a_name_that_is_not_sealed(house: House) {
        let house = world(house);
        file_named(&house, "noise", "banconi", "Awa Marqueur", "76 11 22 33").await;
        let check = || check(&house);
        let (code, said) = check();
        assert!(code == Some(0) && said.contains("private keys; none can be read"), "{said}");
        let bytes = |text: &str| match house.kind() {
            crate::support::Kind::Sqlite => format!("CAST('{text}' AS BLOB)"),
            crate::support::Kind::Postgres => format!("convert_to('{text}', 'UTF8')"),
        };
        let name = bytes(&format!("{:<200}", "Awa Marqueur, 76 11 22 33"));
        for (table, column, says) in [
            ("sealed", "body", "the body"),
            ("envelopes", "envelope", "an envelope of the body"),
            ("keyrings", "wrapped", "the private key"),
            ("once", "answer", "an answer kept for a form"),
        ] {
            let harmed = [format!("CREATE TABLE kept AS SELECT * FROM {table}"), format!("UPDATE {table} SET {column} = {name}")];
            for sql in harmed {
                harm(&house, &sql).await;
            }
            let (code, said) = check();
            assert!(code == Some(1) && said.contains(says) && said.contains("is not sealed"), "{table}: {said}");
            assert!(!said.contains("Marqueur"), "and it is not printed: {said}");
            let key = match table { "sealed" | "keyrings" => "k.id = t.id", "once" => "k.token = t.token", _ => "k.sealed_id = t.sealed_id AND k.keyring_id = t.keyring_id" };
            let key = key.replace("t.", &format!("{table}."));
            harm(&house, &format!("UPDATE {table} SET {column} = (SELECT k.{column} FROM kept k WHERE {key})")).await;
            harm(&house, "DROP TABLE kept").await;
            assert_eq!(check().0, Some(0), "put back");
        }
        harm(&house, "UPDATE identities SET sealed_id = NULL").await;
        assert!(check().1.contains("is neither sealed nor gone"));
    }
}
