//! What happens when the ground gives way: nothing can be written, a line is held open for its own sake, the program is told to
//! stop in the middle, several start at once. `benches/survival` does worse, for longer.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::{Connection, PgConnection};
use sigida::base::{Clock, Entropy};
use sigida::config::Config;
use sigida::error::Error;

use crate::concerns::{file, follow};
use crate::media::makers;
use crate::support::program::{Program, sigida};
use crate::support::world::{rows, sign_in, words, world};
use crate::support::{House, Kind, Person, aside, both, on_sqlite, postgres};

/// A house in which nothing can be written until it is mended.
struct Shut {
    other: Option<PgConnection>,
}

impl Shut {
    /// SQLite may take no page more, as on a full disk; Postgres is set read-only, and our connections to it are cut.
    async fn the_door(house: &House) -> Shut {
        match house.kind() {
            Kind::Sqlite => {
                let site = house.site();
                let limited = site.db.keep(|tx| {
                    diesel::sql_query("CREATE TABLE IF NOT EXISTS ballast (bytes BLOB)").execute(tx.conn)?;
                    diesel::sql_query("PRAGMA max_page_count = 1").execute(tx.conn)?;
                    Ok(())
                });
                limited.await.expect("a limit");
                // Pages that were free already are used up, the large ones and the small ones.
                for bytes in [3_000, 1_500, 700, 300] {
                    let fill = format!("INSERT INTO ballast VALUES (zeroblob({bytes}))");
                    let full = loop {
                        let fill = fill.clone();
                        if let Err(error) = site.db.keep(move |tx| Ok(diesel::sql_query(&fill).execute(tx.conn)?)).await
                        {
                            break error;
                        }
                    };
                    assert!(matches!(full, Error::ReadOnly), "{full}");
                }
                Shut { other: None }
            }
            Kind::Postgres => {
                let mut other = PgConnection::establish(house.database_url()).expect("the house's own database");
                other.batch_execute(&set(house, "SET default_transaction_read_only = on")).expect("a superuser");
                let cut = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
                other.batch_execute(cut).expect("a superuser");
                // People whose connection was cut try again; soon each of them is served.
                let mut served = 0;
                for _ in 0..100 {
                    served =
                        if house.person().await.visit("/fr/concerns").await.status == 200 { served + 1 } else { 0 };
                    if served == 8 {
                        break;
                    }
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                assert_eq!(served, 8, "reading does not come back");
                Shut { other: Some(other) }
            }
        }
    }

    /// There is room again.
    async fn mend(mut self, house: &House) {
        match &mut self.other {
            Some(other) => {
                other.batch_execute(&set(house, "RESET default_transaction_read_only")).expect("a superuser")
            }
            None => {
                let site = house.site();
                const MOST: &str = "PRAGMA max_page_count = 1073741823";
                site.db.keep(|tx| Ok(diesel::sql_query(MOST).execute(tx.conn)?)).await.expect("no limit");
            }
        }
    }
}

fn set(house: &House, what: &str) -> String {
    let name = house.database_url().trim_start_matches("postgres:///").split('?').next().unwrap_or_default();
    format!("ALTER DATABASE {name} {what}")
}

/// So many letters of three bytes (€) fit in no page of SQLite, and small words may still find room in one.
const MORE_THAN_A_PAGE: usize = 1_900;

const WORDS: &str = "Le bar joue jusqu'à l'aube, GARDEZMOI.";

/// Sends filings until one finds no room; that page. What was taken before it stands.
async fn refused(house: &House, lang: &str) -> crate::support::Page {
    for _ in 0..60 {
        let page = house.person().await.visit(&format!("/{lang}/concerns/new?category=noise")).await;
        let form = page.form(&format!("/{lang}/concerns/new")).fill("area", "banconi").fill("landmark", "la mosquée");
        let form = form.fill("words", WORDS).fill("readers", "private");
        let page = form.press().await;
        if page.status != 200 {
            return page;
        }
    }
    panic!("Sixty concerns were filed where nothing can be written.")
}

fn names(place: &std::path::Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(place).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            all.extend(names(&entry.path()));
        } else {
            all.push(entry.path().display().to_string());
        }
    }
    all.sort();
    all
}

both! {
    /// A full disk, a database set read-only: all that can be read is read, each writing gets a page that says what to do and
    /// keeps what was typed, and once there is room it is done once.
    async fn while_nothing_can_be_written_reading_goes_on(house: House) {
        let house = world(house);
        let filed = file(&house, "light", "banconi", "La rue est noire, LISEZMOI.", "private").await;
        let officer = sign_in(&house, "agent.c1-ouest").await;
        let desk = officer.visit(&filed.at_desk()).await;
        let moderator = sign_in(&house, "moderation.c1").await;
        let door = Shut::the_door(&house).await;

        let begun = Instant::now();
        let page = refused(&house, "fr").await;
        assert!(begun.elapsed() < Duration::from_secs(20), "a person waited {:?}", begun.elapsed());
        page.must_be(503).must_have("On peut lire, mais rien enregistrer").must_have("Gardez cette page ouverte");
        page.must_have("Rien n’est perdu");
        assert_eq!(page.header("retry-after"), "300");
        assert_eq!((page.form("Essayer encore").value("words").as_str(), page.form("Essayer encore").value("area").as_str()), (WORDS, "banconi"));
        let told = refused(&house, "bm").await;
        told.must_be(503).must_have("foyi tɛ mara sisan");
        assert_eq!((told.lang().as_str(), told.form("A lajɛ kokura").value("words").as_str()), ("bm", WORDS));
        let answer = format!("Nous passons demain, REPONSEMOI. {}", "€".repeat(MORE_THAN_A_PAGE));
        let held = desk.form("Répondre").fill("answer", &answer).press().await;
        held.must_be(503).must_have("On peut lire, mais rien enregistrer");
        assert!(held.form("Essayer encore").value("answer").contains("REPONSEMOI"));

        // Reading: visitors, staff whose last use cannot be noted, the reporter by the code on another telephone.
        let before = rows(&house, "concerns").await;
        house.clock.advance(600);
        for path in ["/fr", "/bm", "/fr/concerns", "/fr/forums", "/healthz"] {
            house.person().await.visit(path).await.must_be(200);
        }
        for path in ["/fr/desk", filed.at_desk().as_str(), "/fr/account/following", "/fr/account"] {
            officer.visit(path).await.must_be(200);
        }
        officer.visit(&filed.at_desk()).await.must_have("LISEZMOI");
        moderator.visit("/fr/committee/queue").await.must_be(200);
        let own = follow(&house, &filed.code).await;
        own.must_have("LISEZMOI");
        own.person().visit("/bm/follow/concern").await.must_be(200).must_have("LISEZMOI");
        own.person().visit("/fr/follow/concern").await.form("/fr/follow/concern/messages").fill("body", &"€".repeat(MORE_THAN_A_PAGE)).press().await.must_be(503);
        let ready = house.person().await.visit("/readyz").await;
        assert!(ready.must_be(200).body.contains("for reading only"), "{}", ready.body);
        // Signing in is recorded, so it waits; the page says so.
        let late = house.person().await.visit("/fr/login").await;
        let late = late.form("/fr/login").fill("login", "chef.c1-ouest").fill("password", &crate::support::world::password("chef.c1-ouest"));
        let late = late.press().await;
        // So small a row may still find room in a file that takes no page more.
        if house.kind() == Kind::Postgres {
            late.must_be(503).must_have("On peut lire");
        }
        assert_eq!(rows(&house, "concerns").await, before, "something was written");

        door.mend(&house).await;
        assert_eq!(house.person().await.visit("/readyz").await.must_be(200).body, "ready\n");
        let done = page.form("Essayer encore").press().await;
        done.must_be(200).must_have("Votre code");
        assert_eq!(page.form("Essayer encore").press().await.code(), done.code(), "filed twice");
        held.form("Essayer encore").press().await.must_be(200);
        officer.visit(&filed.at_desk()).await.must_have("REPONSEMOI");
        assert_eq!(rows(&house, "concerns").await, before + 1);
    }
}

both! {
    /// Whoever reads what is protected is recorded first; while nothing can be, they read on.
    async fn a_protected_file_is_read_while_no_reading_can_be_recorded(house: House) {
        let house = world(house);
        let filed = file(&house, "violence-gender", "banconi", "Une femme crie, LISEZMOI.", "").await;
        let officer = sign_in(&house, "agent.protection").await;
        officer.visit("/fr/desk").await.must_be(200);
        let read = "SELECT object AS value FROM ledger WHERE deed = 'sealed.read'";
        let door = Shut::the_door(&house).await;
        officer.visit(&filed.at_desk()).await.must_be(200).must_have("LISEZMOI");
        // So small a row may still find room in a file that takes no page more.
        if house.kind() == Kind::Postgres {
            assert_eq!(words(&house, read).await, Vec::<String>::new());
        }
        door.mend(&house).await;
        officer.visit(&filed.at_desk()).await.must_have("LISEZMOI");
        assert_eq!(words(&house, read).await, [format!("concern {}", filed.number)]);
    }
}

both! {
    /// With a photo: the store has no half of it, and no row speaks of it.
    async fn a_photo_leaves_no_half_behind_while_nothing_can_be_written(house: House) {
        let house = world(house);
        let media = house.data_dir().join("media");
        let door = Shut::the_door(&house).await;
        refused(&house, "fr").await.must_be(503);
        let (before, concerns) = (names(&media), rows(&house, "concerns").await);
        let page = house.person().await.visit("/fr/concerns/new?category=noise").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("landmark", "la mosquée").fill("words", WORDS);
        let form = form.fill("readers", "private").attach("photos", "rue.jpg", "image/jpeg", &makers::jpeg(400, 300));
        let page = form.press_button("Envoyer").await;
        page.must_be(503).must_have("On peut lire").must_have("Les photos et les sons ne sont pas gardés ici");
        assert_eq!(rows(&house, "concerns").await, concerns);
        assert!(names(&house.data_dir().join("uploads")).is_empty());
        door.mend(&house).await;
        page.form("Essayer encore").press().await.must_be(200).must_have("Votre code");
        // Whatever of it reached the store was noted as nobody's before, and goes with the next round.
        house.clock.advance(2 * 86_400);
        sigida::app::sweep_media(&house.site()).await.expect("a round");
        assert_eq!(names(&media), before);
    }
}

both! {
    /// `sigida check` fails and says why: on SQLite under a limit on how large files may grow, which is what a full disk is.
    async fn the_check_says_that_nothing_can_be_written(house: House) {
        let house = world(house);
        let (url, data) = (house.database_url().to_owned(), house.data_dir().display().to_string());
        let settings = [("DATABASE_URL", url.as_str()), ("SIGIDA_DATA", data.as_str())];
        let clean = aside(|| sigida(&["check"], &settings));
        let said = String::from_utf8_lossy(&clean.stdout).into_owned();
        assert!(clean.status.success() && said.contains("whole, and can be written"), "{said}");
        let door = match house.kind() {
            Kind::Postgres => Some(Shut::the_door(&house).await),
            Kind::Sqlite => None,
        };
        let limited = ["--ignore-signal=XFSZ", "prlimit", "--fsize=4096", env!("CARGO_BIN_EXE_sigida"), "check"];
        let output = aside(|| match house.kind() {
            Kind::Sqlite => Command::new("env").args(limited).envs(settings).output().expect("env(1)"),
            Kind::Postgres => sigida(&["check"], &settings),
        });
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert!(!output.status.success() && said.contains("can be read, but not written"), "{said}");
        assert_eq!(words(&house, "SELECT value FROM settings WHERE name = 'checked'").await, Vec::<String>::new());
        if let Some(door) = door {
            door.mend(&house).await;
        }
    }
}

on_sqlite! {
    /// No room where files wait: the photo is named as not kept, the concern is taken.
    async fn no_room_for_a_photo_stops_no_filing(house: House) {
        let house = world(house);
        std::fs::remove_dir_all(house.data_dir().join("uploads")).expect("an empty folder");
        let page = house.person().await.visit("/fr/concerns/new?category=noise").await;
        let form = page.form("/fr/concerns/new").fill("area", "banconi").fill("landmark", "la mosquée").fill("words", WORDS);
        let form = form.fill("readers", "private").attach("photos", "rue.jpg", "image/jpeg", &makers::jpeg(400, 300));
        let page = form.press_button("Envoyer").await;
        page.must_be(200).must_have("Votre code").must_have("rue.jpg");
    }
}

/// A house that does not wait long.
async fn impatient(house: House) -> House {
    House::open_with(house.kind(), |config| {
        (config.web.head, config.web.silence) = (Duration::from_secs(2), Duration::from_secs(2));
    })
    .await
}

/// Sends this and waits until the line is closed: what came, and how long it took.
fn until_closed(address: SocketAddr, sent: &[u8]) -> (String, Duration) {
    let mut line = TcpStream::connect(address).expect("a line");
    line.set_read_timeout(Some(Duration::from_secs(20))).expect("an option");
    let begun = Instant::now();
    // The other end may have heard enough before all is sent.
    let _heard_enough = line.write_all(sent);
    let mut answer = Vec::new();
    let _reset = line.read_to_end(&mut answer);
    (String::from_utf8_lossy(&answer).into_owned(), begun.elapsed())
}

fn status(answer: &str) -> &str {
    answer.get(9..12).unwrap_or("none")
}

/// The head of a form that is to have a body of so many bytes.
fn head(address: SocketAddr, more: &str, length: usize) -> String {
    format!(
        "POST /fr/login HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\n{more}\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n"
    )
}

on_sqlite! {
    /// Half a head, the first or a later one of a line; half a body; a field of a form with files: each line is given up.
    async fn a_line_held_open_for_its_own_sake_is_given_up(house: House) {
        let house = impatient(house).await;
        let address = house.address();
        let half = format!("GET /fr HTTP/1.1\r\nHost: {address}\r\nX-Slow: ");
        let whole = format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\n\r\n");
        let body = head(address, "", 4_000) + "login=a";
        let parts = format!(
            "POST /fr/concerns/new HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: multipart/form-data; boundary=B\r\nContent-Length: 4000\r\n\r\n\
             --B\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nla"
        );
        let later = format!("{whole}{half}");
        for (name, sent, wanted) in
            [("half a head", &half, "408"), ("a later head", &later, "200"), ("half a body", &body, "400"), ("half a field", &parts, "400")]
        {
            let (answer, took) = aside(|| until_closed(address, sent.as_bytes()));
            assert_eq!(status(&answer), wanted, "{name}: {answer}");
            assert!(took < Duration::from_secs(12), "{name} was held {took:?}");
        }
    }
}

on_sqlite! {
    /// A head too long or with too many lines is refused, and nothing of it is kept.
    async fn a_head_has_its_limits(house: House) {
        let address = house.address();
        let many = (0..200).map(|n| format!("X-{n}: a\r\n")).collect::<String>();
        let many = format!("GET /fr HTTP/1.1\r\nHost: {address}\r\n{many}\r\n");
        let long = format!("GET /fr HTTP/1.1\r\nHost: {address}\r\nX-Long: {}\r\n\r\n", "a".repeat(400_000));
        for (name, sent) in [("many", many), ("long", long)] {
            let (answer, _) = aside(|| until_closed(address, sent.as_bytes()));
            assert!(matches!(status(&answer), "400" | "431" | "413" | "none"), "{name}: {answer}");
        }
        house.person().await.visit("/fr").await.must_be(200);
    }
}

on_sqlite! {
    /// A body is as large as a form may be; what says that it is larger is not read, and what is compressed is not opened.
    async fn a_body_has_its_limits_and_is_not_decompressed(house: House) {
        let address = house.address();
        let long = head(address, "Connection: close\r\n", 3_000_000) + "a".repeat(3_000_000).as_str();
        let (answer, _) = aside(|| until_closed(address, long.as_bytes()));
        assert!(matches!(status(&answer), "413" | "none"), "{}", status(&answer));
        let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        for _ in 0..64 {
            zip.write_all(&vec![b'a'; 1 << 20]).expect("memory");
        }
        let bomb = zip.finish().expect("memory");
        assert!(bomb.len() < 100_000);
        let sent = [head(address, "Content-Encoding: gzip\r\nConnection: close\r\n", bomb.len()).into_bytes(), bomb].concat();
        let (answer, _) = aside(|| until_closed(address, &sent));
        assert_eq!(status(&answer), "400", "{answer}");
        let huge = format!(
            "POST /fr/concerns/new HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
             Content-Type: multipart/form-data; boundary=B\r\nContent-Length: 99000000000\r\n\r\n--B\r\n"
        );
        let (answer, took) = aside(|| until_closed(address, huge.as_bytes()));
        assert_eq!(status(&answer), "413", "{answer}");
        assert!(took < Duration::from_secs(12), "{took:?}");
    }
}

both! {
    /// The program is told to stop while twenty people are sending: each gets the code, and each concern is there afterwards.
    async fn nobody_who_was_sending_is_lost_when_the_program_is_told_to_stop(house: House) {
        const PEOPLE: usize = 20;
        let house = world(house);
        let program = aside(|| Program::beside(&house, &[("SIGIDA_FORMS_PER_MINUTE", "0")]));
        let mut lines = Vec::new();
        for n in 0..PEOPLE {
            let page = Person::new(program.base()).visit("/fr/concerns/new?category=light").await;
            let token = page.form("/fr/concerns/new").value("_token");
            let body = url::form_urlencoded::Serializer::new(String::new())
                .extend_pairs([("_token", token.as_str()), ("category", "light"), ("shown", "light"), ("area", "banconi")])
                .extend_pairs([("landmark", "le marché"), ("readers", "private"), ("similar", "send")])
                .append_pair("words", &format!("La rue est noire, PERSONNE{n:02}."))
                .finish();
            let mut line = TcpStream::connect(program.address).expect("a line");
            line.set_read_timeout(Some(Duration::from_secs(30))).expect("an option");
            let head = head(program.address, "Connection: close\r\n", body.len()).replace("/fr/login", "/fr/concerns/new");
            line.write_all(format!("{head}{}", &body[..40]).as_bytes()).expect("half of it");
            lines.push((line, body[40..].to_owned()));
        }
        aside(|| {
            std::thread::sleep(Duration::from_millis(300));
            program.ask_to_stop();
            std::thread::sleep(Duration::from_millis(300));
            for (line, rest) in &mut lines {
                line.write_all(rest.as_bytes()).expect("the rest");
            }
            for (line, _) in &mut lines {
                let mut answer = Vec::new();
                line.read_to_end(&mut answer).expect("an answer");
                let answer = String::from_utf8_lossy(&answer).into_owned();
                assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("class=\"code\""), "{answer:.600}");
            }
            program.ended();
        });
        let kept = words(&house, "SELECT words AS value FROM concerns WHERE words LIKE '%noire, PERSONNE%'").await;
        assert_eq!(kept.len(), PEOPLE, "{kept:?}");
    }
}

/// Opens the same empty database from several nodes at the same moment.
fn several_at_once(data: &std::path::Path, url: &str) {
    std::thread::scope(|scope| {
        let open = || {
            let config = Config::for_tests(data.to_path_buf(), url);
            sigida::app::open(&config, Clock::system(), Entropy::system()).map(drop)
        };
        let nodes: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
        for node in nodes {
            let opened = node.join().expect("no panic");
            assert!(opened.is_ok(), "a node did not start: {:?}", opened.err().map(|e| e.to_string()));
        }
    });
}

on_sqlite! {
    /// Four nodes on one empty database at once: one migrates, the others wait, all serve under one secret.
    async fn several_nodes_start_at_once_on_an_empty_database(house: House) {
        let done = "SELECT name AS value FROM migrations ORDER BY name";
        let wanted = words(&house, done).await;
        aside(|| {
            let folder = tempfile::tempdir().expect("a folder");
            let database = postgres::Database::blank();
            several_at_once(folder.path(), database.url());
            let mut conn = PgConnection::establish(database.url()).expect("the database");
            let rows: Vec<Name> = diesel::sql_query(done).load(&mut conn).expect("its migrations");
            assert_eq!(rows.into_iter().map(|row| row.value).collect::<Vec<_>>(), wanted);
        });
    }
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = diesel::sql_types::Text)]
    value: String,
}
