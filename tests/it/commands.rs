//! The command line: what it prints, how it ends, and that a mistake makes nothing.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use sigida::ledger::{self, Verdict};

use crate::concerns::{file, published};
use crate::support::world::{number, words, world};
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
        (&["export", "out"], 1, "DATABASE_URL"),
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
fn whoever_names_no_command_is_told_every_one_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let help = String::from_utf8_lossy(&sigida(folder.path(), &["--help"]).stdout).into_owned();
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let listed = listed.filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let names: Vec<&str> = listed.filter_map(|line| line.split(' ').next()).filter(|name| *name != "help").collect();
    assert!(names.len() > 10 && names.contains(&"backup-key") && names.contains(&"sbom"), "{help}");
    let said = said(&sigida(folder.path(), &[]));
    let told = format!("one of {} (", names.join(", "));
    assert!(said.contains(&told), "{said}");
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
    for (role, least) in
        [("officer", 2), ("chief", 2), ("moderator", 2), ("chair", 2), ("partner", 1), ("overseer", 1), ("admin", 1)]
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

/// The rows of a table in CSV (RFC 4180).
fn table(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => assert_eq!(signs.peek(), Some(&'\n'), "a line ends with CR LF"),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            sign => cell.push(sign),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the last line is not ended");
    rows
}

both! {
    /// `export` writes what everybody may read, in files that other programs read; what is not public is in none of them.
    async fn what_everybody_may_read_is_written_as_open_files_and_nothing_else(house: House) {
        let house = world(house);
        let secret = house.data_dir().join("secret").display().to_string();
        let data = house.data_dir().display().to_string();
        let settings = [("DATABASE_URL", house.database_url()), ("SIGIDA_SECRET_FILE", &secret), ("SIGIDA_DATA", &data)];
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("open");
        let export = || aside(|| program::sigida(&["export", place.to_str().expect("a path in UTF-8")], &settings));
        let say = "=1+1, dit « le moulin » :\n\"il tourne\" toute la nuit.";
        let public = published(&house, "noise", "banconi", say).await.number;
        let hidden = [
            ("one that is private", file(&house, "noise", "banconi", "La scierie tourne la nuit.", "private").await),
            ("one that waits", file(&house, "waste", "banconi", "Les ordures bouchent le caniveau.", "public").await),
            ("one of conduct", file(&house, "police-conduct", "banconi", "Un policier demande de l'argent.", "").await),
            ("one that is sealed", file(&house, "violence-gender", "banconi", "Une femme est battue dans la cour.", "").await),
        ];
        let output = export();
        assert_eq!(code(&output), 0, "{}", said(&output));
        let shown = String::from_utf8_lossy(&output.stdout).into_owned();

        let heads = [
            ("concerns.csv", "number,category,area,commune,unit,language,filed_on,state,reopened,reason,last_act_on,result,supports,words"),
            ("categories.csv", "category,icon,name_fr,name_bm,hint_fr,hint_bm,audience,conduct,target_hours,active"),
            ("units.csv", "unit,name,commune,address,phone,focal_point,district_desk,active"),
            ("areas.csv", "area,kind,name,other_names,within,longitude,latitude,active"),
            ("meetings.csv", "meeting,committee,area,title,language,starts_at,place,landmark,audience,state,cancel_reason,announced_on"),
            ("commitments.csv", "commitment,committee,meeting,owner_kind,owner,promise,made_on,due_on,state,changed_on,reason"),
        ];
        let mut tables = std::collections::BTreeMap::new();
        for (name, head) in heads {
            let text = std::fs::read_to_string(place.join(name)).unwrap();
            let mut rows = table(&text);
            assert_eq!(rows.remove(0).join(","), head, "{name}");
            assert!(!rows.is_empty() && rows.iter().all(|row| row.len() == head.split(',').count()), "{name}");
            assert!(shown.contains(&format!("{name}: {} rows", rows.len())), "{shown}");
            tables.insert(name, rows);
        }
        let map = std::fs::read_to_string(place.join("areas.geojson")).unwrap();
        let map: serde_json::Value = serde_json::from_str(&map).unwrap();
        assert_eq!(map["type"], "FeatureCollection");
        let features = map["features"].as_array().expect("features");
        assert_eq!(features.len(), tables["areas.csv"].len());
        let banconi = features.iter().find(|f| f["properties"]["area"] == "banconi").expect("Banconi");
        assert!(banconi["geometry"]["coordinates"].is_array(), "{banconi}");
        let row = tables["areas.csv"].iter().find(|row| row[0] == "banconi").expect("Banconi");
        assert!(row[5].parse::<f64>().is_ok_and(|east| east < 0.0), "a longitude is a number: {row:?}");

        let row = tables["concerns.csv"].iter().find(|row| row[0] == public).expect("the public one");
        assert_eq!((row[1].as_str(), row[2].as_str(), row[4].as_str()), ("noise", "banconi", "commune-1-ouest"));
        assert!(row[13].starts_with("'=1+1, dit « le moulin »") && row[13].contains("\"il tourne\""), "{row:?}");
        let public = "SELECT COUNT(*) AS value FROM concerns WHERE audience = 'public' AND moderation = 'published'";
        let rows = number(&house, public).await;
        assert!(rows > 20, "one page of the list would hold them all");
        assert_eq!(tables["concerns.csv"].len() as i64, rows);

        let mut files = 0;
        for entry in std::fs::read_dir(&place).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            for (what, filed) in &hidden {
                assert!(!text.contains(&filed.number), "{what} is in {}", path.display());
            }
            files += 1;
        }
        assert_eq!(files, heads.len() + 1);

        let told = "SELECT actor || ' ' || object AS value FROM ledger WHERE deed = 'export.open'";
        assert_eq!(words(&house, told).await, ["system open data"]);
        let again = export();
        assert_eq!(code(&again), 1);
        assert!(said(&again).contains("the folder is not empty") && said(&again).lines().count() == 1, "{}", said(&again));
        assert_eq!(words(&house, told).await.len(), 1, "what was refused stands in the ledger");
    }
}
