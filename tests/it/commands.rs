//! The command line: what it prints, how it ends, and that a mistake makes nothing.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use sigida::ledger::{self, Verdict};

use crate::support::world::{number, world};
use crate::support::{aside, both, program};

fn sigida(folder: &std::path::Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sigida"));
    command.current_dir(folder).args(args).env_clear();
    command.output().expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    text.lines().filter(|l| !l.contains(" INFO ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_mistake_is_one_line_that_names_the_setting_and_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let cases: &[(&[&str], i32, &str)] = &[
        (&[], 2, "say what to do"),
        (&["serve", "--listen", "nowhere"], 2, "SIGIDA_LISTEN"),
        (&["serve", "--database", "mysql://u:secret@h/d"], 2, "DATABASE_URL"),
        (&["serve", "--database", "postgres://u:secret@127.0.0.1:1/d"], 1, "DATABASE_URL"),
        (&["serve", "--database", "postgres://u:secret@10.9.0.20/d"], 2, "SIGIDA_LINK_ENCRYPTS"),
        (&["check", "--database", "postgres:///d?host=db.internal"], 2, "DATABASE_URL: what is said to db.internal"),
        (&["check"], 1, "DATABASE_URL"),
        (&["audit", "verify"], 1, "DATABASE_URL"),
        (&["demo", "--listen", "0.0.0.0:8080"], 2, "SIGIDA_LISTEN"),
        (&["serve", "--log", "=="], 2, "SIGIDA_LOG"),
        (&["import", "areas", "nothing.geojson"], 1, "nothing.geojson"),
        (&["account", "create", "--login", "a.b", "--name", "A", "--role", "king", "--scope", "district"], 2, "--role"),
    ];
    for (args, exit, names) in cases {
        let output = sigida(folder.path(), args);
        let said = said(&output);
        assert_eq!(code(&output), *exit, "{args:?}: {said}");
        assert!(said.contains(names) && said.lines().count() == 1, "{args:?}: {said}");
        assert!(!said.contains("secret@") && !said.contains("u:secret"), "{said}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was made");
}

#[test]
fn an_instance_from_nothing_to_its_first_person() {
    let folder = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| sigida(folder.path(), args);
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/src/sample");
    assert_eq!(code(&run(&["migrate"])), 0);
    for (section, file) in [("areas", "bamako.geojson"), ("categories", "reference.json"), ("units", "reference.json")]
    {
        let output = run(&["import", section, &format!("{sample}/{file}")]);
        assert_eq!(code(&output), 0, "{}", said(&output));
    }
    let args = ["account", "create", "--login", "chef", "--name", "C", "--role", "chief", "--scope"];
    assert!(said(&run(&[&args[..], &["unit:nowhere"]].concat())).contains("--scope"));
    assert!(said(&run(&[&args[..], &["district"]].concat())).contains("--scope"));
    assert_eq!(code(&run(&[&args[..], &["unit:commune-2"]].concat())), 0);
    assert!(said(&run(&[&args[..], &["unit:commune-2"]].concat())).contains("taken"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_sigida"))
        .current_dir(folder.path())
        .args(["account", "password", "chef", "--password-stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all("trois mangues mûres\n".as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    let output = run(&["check"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    for line in ["configuration:", "database:", "schema: current", "secret:", "ledger: 5 rows"] {
        assert!(shown.contains(line), "{shown}");
    }
    let output = run(&["audit", "verify"]);
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("rows 5\nhash "));
}

#[test]
fn the_demo_tells_its_logins_as_json() {
    let folder = tempfile::tempdir().unwrap();
    let output = sigida(folder.path(), &["demo", "--logins"]);
    let logins: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let of = |role: &str| logins.iter().filter(|l| l["role"] == role).count();
    for (role, least) in [("officer", 2), ("chief", 2), ("moderator", 2), ("partner", 1), ("overseer", 1), ("admin", 1)]
    {
        assert!(of(role) >= least, "{role}");
    }
    assert!(of("resident") >= 2 && of("relay") >= 1);
    assert!(logins.iter().all(|l| l["login"].is_string() && l["password"].is_string() && l["scope"].is_string()));
}

both! {
    /// The sample is lived in the order of time and leaves a ledger that verifies; made-up concerns follow it.
    async fn the_sample_and_made_up_concerns_keep_the_ledger_whole(house: House) {
        let site = house.site();
        aside(|| sigida::sample::fill(&site)).unwrap();
        aside(|| sigida::sample::generate(&site, 700, 7, None)).unwrap();
        let verdict = site.db.read(ledger::verify).await.unwrap();
        assert!(matches!(verdict, Verdict::Whole { rows, .. } if rows > 1_000), "{verdict:?}");
    }
}

both! {
    /// `check` says how many with a role sign in by a password alone, relays too, and warns of the setting that lets them.
    async fn check_tells_who_signs_in_by_a_password_alone(house: House) {
        let house = world(house);
        let secret = house.data_dir().join("secret").display().to_string();
        let data = house.data_dir().display().to_string();
        let check = |asked: &str| {
            let settings = [
                ("DATABASE_URL", house.database_url()), ("SIGIDA_SECRET_FILE", &secret), ("SIGIDA_DATA", &data), ("SIGIDA_SECOND_STEP", asked),
            ];
            String::from_utf8_lossy(&program::sigida(&["check"], &settings).stdout).into_owned()
        };
        let with_a_role = "SELECT COUNT(DISTINCT account_id) AS value FROM memberships WHERE ended_at IS NULL";
        let people = number(&house, with_a_role).await;
        let told = check("false");
        let warning = format!("\nwarning: second step: NOT asked (SIGIDA_SECOND_STEP=false): {people} with a role");
        assert!(told.contains(&warning) && told.ends_with("\nwarnings: 1\n"), "{told}");
        let told = check("true");
        assert!(told.contains(&format!("asked of whoever holds a role; {people} have none yet")), "{told}");
        assert!(told.ends_with("\nwarnings: 0\n"), "{told}");
    }
}

both! {
    /// Made-up concerns never come among what people told: a database that somebody has used is refused (ASVS 5.0, 15.2.3).
    async fn nothing_is_made_up_where_somebody_has_been(house: House) {
        let house = world(house);
        let secret = house.data_dir().join("secret").display().to_string();
        let data = house.data_dir().display().to_string();
        let settings = [("DATABASE_URL", house.database_url()), ("SIGIDA_SECRET_FILE", &secret), ("SIGIDA_DATA", &data)];
        let concerns = "SELECT COUNT(*) AS value FROM concerns";
        let before = number(&house, concerns).await;
        let refused = program::sigida(&["generate", "--concerns", "3"], &settings);
        assert_eq!(code(&refused), 1, "{}", said(&refused));
        assert!(said(&refused).contains("somebody has used this instance"), "{}", said(&refused));
        assert_eq!(number(&house, concerns).await, before);
    }
}
