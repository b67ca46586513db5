//! The house checks itself: floors, single doors, what never stands in the code.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The floors, lowest first: a room may use rooms of lower floors and itself, nothing else. `src/lib.rs` explains them.
const FLOORS: &[&[&str]] = &[
    &["base", "error"],
    &["policy", "urls", "i18n", "keys", "seal"],
    &["db"],
    &["ledger", "areas", "media"],
    &["web"],
    &["config", "health", "notices"],
    &["accounts"],
    &["moderation"],
    &["concerns"],
    &["patrols", "forums", "rights", "rumours"],
    &["talk", "handover", "bilan", "priorities", "bulletin", "backup"],
    &["home", "admin", "purge"],
    &["app"],
    &["sample"],
    &["commands"],
];

fn sources(under: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(under).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The room a file belongs to: its folder or its name under `src`.
fn room(file: &Path) -> String {
    let inside = file.strip_prefix(src()).unwrap();
    inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// A file's code without its comments and without its unit tests.
fn code(file: &Path) -> String {
    let text = std::fs::read_to_string(file).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    text.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The rooms a text names as `crate::room`, braces after `crate::` included.
fn uses(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + 7..];
        let word = |t: &str| t.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        if let Some(list) = rest.strip_prefix('{') {
            let (mut depth, mut item) = (0, String::new());
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => rooms.push(word(std::mem::take(&mut item).trim())),
                    c if depth == 0 => item.push(c),
                    _ => {}
                }
            }
            rooms.push(word(item.trim()));
        } else {
            rooms.push(word(rest));
        }
    }
    rooms.retain(|r| !r.is_empty());
    rooms
}

#[test]
fn every_room_uses_only_rooms_of_lower_floors() {
    let floor: BTreeMap<&str, usize> =
        FLOORS.iter().enumerate().flat_map(|(n, rooms)| rooms.iter().map(move |r| (*r, n))).collect();
    let mut wrong = Vec::new();
    for file in sources(&src()) {
        let own = room(&file);
        if own == "lib" || own == "main" {
            continue;
        }
        let here = *floor.get(own.as_str()).unwrap_or_else(|| panic!("{own} stands on no floor: add it to FLOORS"));
        for used in uses(&code(&file)) {
            match floor.get(used.as_str()) {
                Some(there) if used == own || *there < here => {}
                Some(_) => wrong.push(format!("{} uses {used}, which is not below it", file.display())),
                None => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Words that may stand only in the files named.
const DOORS: &[(&str, &[&str])] = &[
    // Which database it is, is known behind the door only.
    ("Conn::Pg", &["db/"]),
    ("Conn::Sqlite", &["db/"]),
    // The clock is injected; `Instant` measures, and decides nothing but when a line is given up.
    ("Timestamp::now", &["base/time.rs"]),
    ("SystemTime::now", &[]),
    ("Instant::now", &["web/routes.rs", "web/patience.rs", "commands/"]),
    // Randomness is injected.
    ("getrandom::", &["base/chance.rs"]),
    // Forms are read by the kit, which proves where they come from.
    ("web::Payload", &["web/"]),
    ("web::Form<", &[]),
    // The network's address is read for the rate limit only.
    ("peer_addr", &["web/cx.rs"]),
    ("x-forwarded-for", &["web/cx.rs"]),
    ("USER_AGENT", &[]),
    // Transactions are the door’s business; `check` looks without opening it.
    (".transaction(", &["db/", "commands/check.rs"]),
    ("println!", &["main.rs", "commands/"]),
    ("todo!(", &[]),
    ("unimplemented!(", &[]),
];

#[test]
fn what_has_one_door_is_found_behind_it_only() {
    let mut wrong = Vec::new();
    for file in sources(&src()) {
        let inside = file.strip_prefix(src()).unwrap().to_string_lossy().into_owned();
        let code = code(&file);
        for (word, doors) in DOORS {
            if code.contains(word) && !doors.iter().any(|door| inside.starts_with(door)) {
                wrong.push(format!("{inside} says {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_source_file_opens_by_saying_what_lives_in_it() {
    let silent: Vec<_> =
        sources(&src()).into_iter().filter(|f| !std::fs::read_to_string(f).unwrap().starts_with("//!")).collect();
    assert!(silent.is_empty(), "without a first line of //!: {silent:?}");
}

/// `Cargo.toml` turns documentation tests off, since rustdoc compiles the whole program once more to find them.
#[test]
fn no_example_stands_in_the_documentation_that_nobody_runs() {
    for file in sources(&src()) {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut inside = false;
        for (at, line) in text.lines().enumerate() {
            let line = line.trim_start();
            let said = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")).unwrap_or_default();
            if let Some(language) = said.trim().strip_prefix("```") {
                let of_rust = !["sh", "text", "csv", "json", "sql"].contains(&language);
                assert!(inside || !of_rust, "{}:{}: put it in a test", file.display(), at + 1);
                inside = !inside;
            }
        }
    }
}

/// ASVS 5.0, 15.3.5.
#[test]
fn scripts_compare_without_changing_types() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    let mut scripts = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "js") {
            continue;
        }
        scripts += 1;
        let text = std::fs::read_to_string(&path).unwrap().replace("===", "").replace("!==", "");
        assert!(!text.contains("==") && !text.contains("!="), "{}: == or != changes types", path.display());
    }
    assert!(scripts > 3);
}

#[test]
fn no_template_or_style_asks_another_origin_for_anything() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let css = std::fs::read_to_string(root.join("static/sigida.css")).unwrap();
    assert!(!css.contains("url(http") && !css.contains("@import") && !css.contains("@font-face"));
}

/// The nightly look runs in the sandbox of the program, as the program's own user, and both units are described where operators read.
#[test]
fn the_nightly_check_has_the_sandbox_of_the_service() {
    let deploy = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy");
    let read = |name: &str| std::fs::read_to_string(deploy.join(name)).unwrap();
    let (serve, check, timer) = (read("sigida.service"), read("sigida-check.service"), read("sigida-check.timer"));
    let has = |unit: &str, line: &str| unit.lines().any(|own| own == line);
    // What only a program that stays has.
    let own = ["ExecStart=", "Restart", "TimeoutStopSec=", "LimitNOFILE="];
    let service = serve.split("\n[Service]\n").nth(1).unwrap().split("\n[Install]\n").next().unwrap();
    let shared = service.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let shared: Vec<&str> = shared.filter(|line| !own.iter().any(|word| line.starts_with(word))).collect();
    assert!(shared.len() > 15, "the unit was read: {shared:?}");
    for line in shared {
        assert!(has(&check, line), "sigida-check.service lacks {line}");
    }
    for line in ["ExecStart=/usr/local/bin/sigida check", "Type=oneshot", "User=sigida"] {
        assert!(has(&check, line), "sigida-check.service lacks {line}");
    }
    assert!(has(&timer, "Persistent=true") && has(&timer, "WantedBy=timers.target"), "{timer}");
    assert!(timer.lines().any(|line| line.starts_with("OnCalendar=")), "{timer}");
    let told = read("README.md");
    for name in ["sigida.service", "sigida-check.service", "sigida-check.timer"] {
        assert!(told.contains(&format!("`{name}`")), "README.md says nothing of {name}");
    }
}
