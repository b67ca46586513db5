//! A backup is made while people file, tells a thief nothing, and is an instance again elsewhere; one that is not whole is none (A5).

use std::path::{Path, PathBuf};
use std::process::Output;

use aho_corasick::AhoCorasick;

use crate::concerns::{Filed, file, follow, number_on};
use crate::media::{form, makers};
use crate::rights;
use crate::support::dump::{found, loot_at};
use crate::support::postgres::Database;
use crate::support::program::{Program, sigida};
use crate::support::s3::files;
use crate::support::world::{harm, number, sign_in, words, world};
use crate::support::{House, Kind, Person, aside, both};

/// What a thief looks for.
const SECRET_WORDS: &str = "Le fils du boutiquier vend des cachets derrière la mosquée rouge.";

/// Where an instance is: its data folder and its database.
struct Place {
    data: PathBuf,
    url: String,
    _database: Option<Database>,
}

impl Place {
    /// An empty one, of the same kind.
    fn empty(kind: Kind, folder: &Path, name: &str) -> Place {
        let data = folder.join(name);
        let database = (kind == Kind::Postgres).then(Database::blank);
        let url = match &database {
            Some(database) => database.url().to_owned(),
            None => format!("sqlite:{}", data.join("sigida.db").display()),
        };
        Place { data, url, _database: database }
    }

    fn of(house: &House) -> Place {
        Place { data: house.data_dir().to_path_buf(), url: house.database_url().to_owned(), _database: None }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let data = self.data.display().to_string();
        aside(|| sigida(arguments, &[("SIGIDA_DATA", &data), ("DATABASE_URL", &self.url), ("SIGIDA_LOG", "off")]))
    }
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The one line of a failure.
fn refused(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.lines().count() == 1, "{said}{}", told(output));
    said
}

fn done(output: Output) -> Output {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// A path as an argument.
fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// A key: its file and its public half.
fn key(place: &Place, folder: &Path, name: &str) -> (PathBuf, String) {
    let file = folder.join(name);
    let public = told(&done(place.run(&["backup-key", text(&file)]))).trim().to_owned();
    assert!(public.starts_with("age1"), "{public}");
    (file, public)
}

both! {
    /// Filed, photographed and answered before the backup: there afterwards, on another machine, with the same code. What came later is not.
    async fn an_instance_is_restored_with_every_concern_photo_and_code(house: House) {
        let house = world(house);
        let folder = tempfile::tempdir().unwrap();
        let here = Place::of(&house);
        let photo = makers::jpeg(900, 600);
        let sent = form(&house.person().await, "light", "Trois lampes sont éteintes.").await;
        let page = sent.attach("photos", "a.jpg", "image/jpeg", &photo).press_button("Envoyer").await;
        let light = page.must_be(200).code();
        let private = file(&house, "noise", "banconi", SECRET_WORDS, "private").await;

        let (mine, public) = key(&here, folder.path(), "mine");
        let (other, other_public) = key(&here, folder.path(), "other");
        let (stranger, _) = key(&here, folder.path(), "stranger");
        let backup = folder.path().join("sigida.backup");
        let to = format!("{public},{other_public}");
        let made = told(&done(here.run(&["backup", text(&backup), "--to", &to])));
        assert!(made.contains("2 media") && made.contains("ledger: "), "{made}");
        // That it was made stands in the ledger, and in the copy of it: its last row.
        let recorded = "SELECT actor || ' ' || object AS value FROM ledger WHERE deed = 'backup.make'";
        let by = format!("system backup {}", if house.kind() == Kind::Sqlite { "sqlite" } else { "postgres" });
        assert_eq!(words(&house, recorded).await, std::slice::from_ref(&by));
        let row = number(&house, "SELECT seq AS value FROM ledger WHERE deed = 'backup.make'").await;
        assert!(made.contains(&format!("ledger: {row} rows")), "{made}");
        let late = file(&house, "noise", "banconi", "Trop tard pour la copie.", "private").await;

        // It is there already, nobody may open it, and it is not the instance's own user's alone to lose: 0600.
        assert!(refused(&here.run(&["backup", text(&backup), "--to", &to])).contains("there already"));
        assert!(refused(&here.run(&["backup", text(&folder.path().join("x"))])).contains("SIGIDA_BACKUP_KEYS"));
        assert!(refused(&here.run(&["backup", text(&folder.path().join("x")), "--to", "age1nonsense"])).contains("age1nonsense"));
        assert_eq!(words(&house, recorded).await, [by], "what was refused stands in the ledger");
        let bytes = std::fs::read(&backup).unwrap();
        let secret = std::fs::read_to_string(house.data_dir().join("secret")).unwrap();
        let loot = AhoCorasick::new([SECRET_WORDS, "cachets", secret.trim(), "lampes", "CREATE TABLE", "PRIMARY KEY"]).unwrap();
        assert!(loot.find(&bytes).is_none(), "a thief reads the backup");

        // Both keys open it; a stranger's does not.
        for keys in [&mine, &other] {
            let whole = told(&done(here.run(&["check", "--backup", text(&backup), "--keys", text(keys)])));
            assert!(whole.starts_with("whole: ") && whole.contains("2 media"), "{whole}");
        }
        assert!(refused(&here.run(&["check", "--backup", text(&backup), "--keys", text(&stranger)])).contains("sigida.backup"));

        // Not over what is there.
        assert!(refused(&here.run(&["restore", text(&backup), "--keys", text(&mine)])).contains("empty"));

        let there = Place::empty(house.kind(), folder.path(), "there");
        let restored = told(&done(there.run(&["restore", text(&backup), "--keys", text(&mine)])));
        assert_eq!(restored.lines().nth(1), made.lines().nth(1), "the same ledger");
        assert!(done(there.run(&["check"])).status.success());
        assert_eq!(std::fs::read_dir(&there.data).unwrap().flatten().filter(|e| e.file_name().to_string_lossy().starts_with("restore-")).count(), 0);
        // A second time it is no empty place any more.
        assert!(refused(&there.run(&["restore", text(&backup), "--keys", text(&mine)])).contains("empty"));

        let program = aside(|| Program::serve(&there.data, &there.url, &[]));
        let reads = async |code: &str| {
            let person = Person::new(program.base());
            let page = person.visit("/fr/follow").await;
            let page = page.form("/fr/follow").fill("code", code).press().await;
            if page.has("voir mon signalement") { page.click("voir mon signalement").await } else { page }
        };
        reads(&private.code).await.must_be(200).must_have(SECRET_WORDS);
        let page = reads(&light).await;
        page.must_have("Trois lampes");
        let shown = page.attributes("main img", "src");
        assert_eq!(shown.len(), 1, "{}", page.described());
        let original = follow(&house, &light).await;
        let bytes = page.person().visit(&shown[0]).await.must_be(200).bytes.clone();
        assert_eq!(bytes, original.person().visit(&original.attributes("main img", "src")[0]).await.bytes);
        // The code of what was filed after the copy opens nothing there.
        assert_ne!(reads(&late.code).await.path, "/fr/follow/concern");
    }
}

both! {
    /// Cut short at any place, changed in any part, or made of a ledger that somebody touched: refused, and nothing is left behind.
    async fn what_is_not_whole_is_no_backup(house: House) {
        let house = world(house);
        let folder = tempfile::tempdir().unwrap();
        let here = Place::of(&house);
        let (mine, public) = key(&here, folder.path(), "mine");
        let backup = folder.path().join("whole");
        done(here.run(&["backup", text(&backup), "--to", &public]));
        let bytes = std::fs::read(&backup).unwrap();
        let hurt = folder.path().join("hurt");
        let mut cases: Vec<Vec<u8>> = [10, bytes.len() / 2, bytes.len() - 1].map(|n| bytes[..n].to_vec()).into();
        for at in [200, bytes.len() / 3, bytes.len() - 40] {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            cases.push(changed);
        }
        for (n, case) in cases.iter().enumerate() {
            std::fs::write(&hurt, case).unwrap();
            refused(&here.run(&["check", "--backup", text(&hurt), "--keys", text(&mine)]));
            let there = Place::empty(house.kind(), folder.path(), &format!("there-{n}"));
            refused(&there.run(&["restore", text(&hurt), "--keys", text(&mine)]));
            let left = std::fs::read_dir(&there.data).map_or(0, |all| all.flatten().count());
            assert_eq!(left, 0, "case {n} leaves something behind");
            // The same empty place takes the whole one.
            done(there.run(&["restore", text(&backup), "--keys", text(&mine)]));
        }
        // A ledger that somebody touched is found when the backup is made, not when it is needed.
        harm(&house, "UPDATE ledger SET detail = 'nothing happened' WHERE seq = 3").await;
        let late = folder.path().join("late");
        let said = refused(&here.run(&["backup", text(&late), "--to", &public]));
        assert!(said.contains("row 3"), "{said}");
        assert!(!late.exists() && !folder.path().join("late.part").exists());
    }
}

both! {
    /// Where nothing can be written a backup is made all the same; it says that the ledger does not know.
    async fn a_database_that_takes_no_writes_is_backed_up(house: House) {
        let house = world(house);
        let folder = tempfile::tempdir().unwrap();
        let here = Place::of(&house);
        let (mine, public) = key(&here, folder.path(), "mine");
        let shut = match house.kind() {
            Kind::Sqlite => "CREATE TRIGGER shut BEFORE INSERT ON ledger BEGIN SELECT RAISE(ABORT, 'attempt to write a readonly database'); END".to_owned(),
            Kind::Postgres => {
                let name = house.database_url().trim_start_matches("postgres:///").split('?').next().unwrap_or_default();
                format!("ALTER DATABASE {name} SET default_transaction_read_only = on")
            }
        };
        harm(&house, &shut).await;
        let backup = folder.path().join("sigida.backup");
        let output = done(here.run(&["backup", text(&backup), "--to", &public]));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("the ledger does not say so") && said.lines().count() == 1, "{said}");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'backup.make'").await, 0);
        let whole = told(&done(here.run(&["check", "--backup", text(&backup), "--keys", text(&mine)])));
        assert!(whole.starts_with("whole: "), "{whole}");
    }
}

/// What the person wants gone.
const TOLD: &str = "Le mari de Zoumana boit derrière le moulin vert.";
/// What the account is called.
const CALLED: &str = "Zenabou Introuvable";

/// Where something of what was erased is still found in a restored place.
fn left(there: &Place) -> Vec<String> {
    let loot = aside(|| loot_at(&there.data, &there.url));
    [TOLD, "moulin vert", "Zoumana boit", CALLED].iter().flat_map(|what| found(&loot, what)).collect()
}

both! {
    /// The backup is older than the erasure: with the list of what is gone, nothing of it comes back, nor does any session.
    async fn what_was_erased_after_a_backup_is_erased_again_from_it(house: House) {
        let house = world(house);
        let folder = tempfile::tempdir().unwrap();
        let here = Place::of(&house);
        let (mine, public) = key(&here, folder.path(), "mine");
        let sent = form(&house.person().await, "light", TOLD).await;
        let page = sent.attach("photos", "a.jpg", "image/jpeg", &makers::jpeg(900, 600)).press_button("Envoyer").await;
        let filed = Filed { code: page.must_be(200).code(), number: number_on(&page) };
        harm(&house, &format!("UPDATE accounts SET name = '{CALLED}' WHERE login = 'awa'")).await;
        let admin = sign_in(&house, "admin").await;
        let backup = folder.path().join("older");
        let made = told(&done(here.run(&["backup", text(&backup), "--to", &public])));
        assert!(made.contains("2 media"), "{made}");

        // Then both ask, and are granted it.
        let words = rights::ask(&house, &filed, "Demander l’effacement", &[("why_erasure", "On me reconnaît.")]).await;
        let account = rights::asked(&house, "awa").await;
        for number in [&words, &account] {
            rights::answer(&admin, number, "Accepter").await.must_be(200);
        }
        let list = house.data_dir().join("erased");
        let lines = std::fs::read_to_string(&list).unwrap();
        for what in [" concern ", " account "] {
            assert_eq!(lines.lines().filter(|line| line.contains(what)).count(), 1, "{lines}");
        }
        assert!(!lines.contains(&filed.number) && !lines.contains(CALLED) && !lines.contains("awa"), "{lines}");

        // What is no list restores nothing.
        let there = Place::empty(house.kind(), folder.path(), "there");
        let restore = |there: &Place, backup: &Path, more: &[&str]| {
            there.run(&[&["restore", text(backup), "--keys", text(&mine)][..], more].concat())
        };
        assert!(refused(&restore(&there, &backup, &["--erased", text(&mine)])).contains("line 1"));

        let said = told(&done(restore(&there, &backup, &["--erased", text(&list)])));
        assert!(said.contains("concerns 1, accounts 1,") && !said.contains("warning"), "{said}");
        assert!(!said.contains("sessions ended: 0"), "the administrator was signed in: {said}");
        assert_eq!(left(&there), Vec::<String>::new());
        assert_eq!(files(&there.data.join("media")).len(), 0, "its photo is back");
        assert!(done(there.run(&["check"])).status.success());
        let rows = |table: &str| {
            let loot = aside(|| loot_at(&there.data, &there.url));
            let found = loot.into_iter().find(|loot| loot.place == format!("table {table}")).expect("a table");
            String::from_utf8_lossy(&found.bytes).into_owned()
        };
        assert_eq!(rows("sessions"), "", "somebody is still signed in");
        assert_eq!(rows("ledger").matches("erasure.replay").count(), 1);

        // The list lies there now, and travels in the next backup: once done is done.
        assert!(std::fs::read_to_string(there.data.join("erased")).unwrap().contains(lines.lines().last().unwrap()));
        let next = folder.path().join("next");
        done(there.run(&["backup", text(&next), "--to", &public]));
        let third = Place::empty(house.kind(), folder.path(), "third");
        let said = told(&done(restore(&third, &next, &[])));
        assert!(said.contains("concerns 0, accounts 0, roles 0, disabled 0,"), "{said}");
        assert_eq!(left(&third), Vec::<String>::new());

        // Without the list everything is back, and the program says which option was missing.
        let other = Place::empty(house.kind(), folder.path(), "other");
        let said = told(&done(restore(&other, &backup, &[])));
        assert!(said.contains("warning: ") && said.contains("--erased FILE"), "{said}");
        assert!(!left(&other).is_empty());
        assert_eq!(files(&other.data.join("media")).len(), 2);
    }
}

both! {
    /// A database that came back by other means than `restore` (here: without the list) forgets again what the list says, once, and
    /// nobody is signed in any more.
    async fn a_database_that_came_back_otherwise_forgets_again_what_was_erased(house: House) {
        let house = world(house);
        let folder = tempfile::tempdir().unwrap();
        let here = Place::of(&house);
        let (mine, public) = key(&here, folder.path(), "mine");
        let filed = file(&house, "noise", "banconi", TOLD, "private").await;
        harm(&house, &format!("UPDATE accounts SET name = '{CALLED}' WHERE login = 'awa'")).await;
        let backup = folder.path().join("older");
        done(here.run(&["backup", text(&backup), "--to", &public]));
        let admin = sign_in(&house, "admin").await;
        let words = rights::ask(&house, &filed, "Demander l’effacement", &[("why_erasure", "On me reconnaît.")]).await;
        let account = rights::asked(&house, "awa").await;
        for number in [&words, &account] {
            rights::answer(&admin, number, "Accepter").await.must_be(200);
        }
        let list = house.data_dir().join("erased");

        let there = Place::empty(house.kind(), folder.path(), "there");
        assert!(refused(&there.run(&["erase-again", text(&list)])).contains("holds nothing"));
        done(there.run(&["restore", text(&backup), "--keys", text(&mine)]));
        // Of its tables: a file of SQLite may keep the places of what it forgot, as after an erasure while it serves.
        let rows = || -> Vec<String> { left(&there).into_iter().filter(|place| place.starts_with("table ")).collect() };
        assert!(!rows().is_empty(), "nothing came back, so nothing is tried here");
        assert_eq!(there.run(&["erase-again"]).status.code(), Some(2), "without a list");
        assert!(refused(&there.run(&["erase-again", text(&mine)])).contains("line 1"));
        let said = told(&done(there.run(&["erase-again", text(&list)])));
        assert!(said.contains("concerns 1, accounts 1,"), "{said}");
        assert_eq!(rows(), Vec::<String>::new());
        assert!(std::fs::read_to_string(there.data.join("erased")).unwrap().contains(" account "));
        let said = told(&done(there.run(&["erase-again", text(&list)])));
        assert!(said.contains("concerns 0, accounts 0, roles 0, disabled 0,"), "{said}");
        assert!(done(there.run(&["check"])).status.success());

        // Where people are signed in, they are no more; what is erased already is not erased twice.
        let said = told(&done(here.run(&["erase-again", text(&list)])));
        assert!(said.contains("concerns 0, accounts 0,") && !said.contains("sessions ended: 0"), "{said}");
        assert_eq!(number(&house, "SELECT COUNT(*) AS value FROM sessions").await, 0);
    }
}

both! {
    /// A role that was ended and an account that was closed after the backup stay so, and one that was opened again stays open.
    async fn who_was_put_out_after_a_backup_stays_out(house: House) {
        let house = world(house);
        let folder = tempfile::tempdir().unwrap();
        let here = Place::of(&house);
        let (mine, public) = key(&here, folder.path(), "mine");
        let admin = sign_in(&house, "admin").await;
        let backup = folder.path().join("older");
        done(here.run(&["backup", text(&backup), "--to", &public]));
        let id = number(&house, "SELECT id AS value FROM accounts WHERE login = 'moussa'").await;
        let at = format!("/fr/admin/accounts/{}", sigida::base::Id::<()>::new(id));
        house.clock.advance(60);
        let state = async |state: &str| {
            let form = admin.visit(&at).await.must_be(200).form(&format!("{at}/state"));
            assert_eq!(form.value("state"), state);
            form.press().await.must_be(200);
        };
        state("disabled").await;
        let list = house.data_dir().join("erased");
        let there = Place::empty(house.kind(), folder.path(), "there");
        let restored = told(&done(there.run(&["restore", text(&backup), "--keys", text(&mine), "--erased", text(&list)])));
        assert!(restored.contains("disabled 1,"), "{restored}");
        house.clock.advance(60);
        state("enabled").await;
        let newer = folder.path().join("newer");
        done(here.run(&["backup", text(&newer), "--to", &public]));
        let other = Place::empty(house.kind(), folder.path(), "other");
        let restored = told(&done(other.run(&["restore", text(&newer), "--keys", text(&mine), "--erased", text(&list)])));
        assert!(restored.contains("disabled 0,"), "{restored}");
    }
}
