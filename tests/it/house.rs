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

/// The files of these kinds in a folder and its folders.
fn files(under: &Path, kinds: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(under).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, kinds));
        } else if path.extension().is_some_and(|e| kinds.iter().any(|kind| e == *kind)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn sources(under: &Path) -> Vec<PathBuf> {
    files(under, &["rs"])
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

/// What makes a page move. What a style sheet keeps for readers who have nothing against it is left out.
fn moving(text: &str) -> Vec<&'static str> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !['"', '\''].contains(c)).collect();
    let mut parts = text.split("@media(prefers-reduced-motion:no-preference){");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut depth = 1;
        let end = part.find(|c: char| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        shown.push_str(end.map_or("", |end| &part[end..]));
    }
    let words =
        ["transition", "animation", "keyframes", "behavior:smooth", ".animate(", "<animate", "<set", "<marquee"];
    words.into_iter().filter(|word| shown.contains(word)).collect()
}

/// WCAG 2.2, 2.3.3: whoever asked for less motion has none.
#[test]
fn nothing_moves_before_a_reader_who_asked_for_no_motion() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut read = files(&root.join("static"), &["css", "js", "svg"]);
    read.extend(files(&root.join("templates"), &["html"]));
    assert!(read.len() > 100, "only {} files were read", read.len());
    for file in read {
        let found = moving(&std::fs::read_to_string(&file).unwrap());
        assert!(found.is_empty(), "{} moves for everybody: {found:?}", file.display());
    }
    // The look itself sees what moves, and what only moves for the willing.
    assert_eq!(
        moving("a { transition: color 1s } html { scroll-behavior: smooth }"),
        ["transition", "behavior:smooth"]
    );
    assert_eq!(moving("scrollTo({ behavior: 'smooth' })"), ["behavior:smooth"]);
    let willing = "@media (prefers-reduced-motion: no-preference) { p { color: red } a { transition: all 1s } }";
    assert!(moving(willing).is_empty());
    assert_eq!(moving(&format!("{willing} b {{ animation: c 1s }}")), ["animation"]);
}

/// What runs beside the program is in its sandbox, as its own user, and each unit is described where operators read.
#[test]
fn what_runs_beside_the_service_has_its_sandbox() {
    let deploy = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy");
    let read = |name: &str| std::fs::read_to_string(deploy.join(name)).unwrap();
    let has = |unit: &str, line: &str| unit.lines().any(|own| own == line);
    let lacks = |name: &str, lines: &[&str]| {
        let unit = read(name);
        for line in lines {
            assert!(has(&unit, line), "{name} lacks {line}");
        }
    };
    let serve = read("sigida.service");
    // What only a program that stays has.
    let own = ["ExecStart=", "Restart", "TimeoutStopSec=", "LimitNOFILE="];
    let service = serve.split("\n[Service]\n").nth(1).unwrap().split("\n[Install]\n").next().unwrap();
    let shared = service.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let shared: Vec<&str> = shared.filter(|line| !own.iter().any(|word| line.starts_with(word))).collect();
    assert!(shared.len() > 25, "the unit was read: {shared:?}");
    // Another program needs none of the settings of ours, which may hold a password.
    let sandbox: Vec<&str> = shared.iter().copied().filter(|line| !line.starts_with("Environment")).collect();
    lacks("sigida-check.service", &shared);
    lacks("sigida-check.service", &["ExecStart=/usr/local/bin/sigida check", "Type=oneshot", "User=sigida"]);
    lacks("sigida-backup.service", &shared);
    lacks("sigida-backup.service", &["Type=oneshot", "User=sigida", "StateDirectory=sigida-backups"]);
    lacks("sigida-litestream.service", &sandbox);
    lacks("sigida-litestream.service", &["User=sigida", "WantedBy=multi-user.target"]);
    assert!(!read("sigida-litestream.service").contains("/etc/sigida.env"), "it is given the program's settings");
    for name in ["sigida-check.timer", "sigida-backup.timer"] {
        lacks(name, &["Persistent=true", "WantedBy=timers.target"]);
        let timer = read(name);
        for word in ["OnCalendar=", "RandomizedDelaySec="] {
            assert!(timer.lines().any(|line| line.starts_with(word)), "{name} lacks {word}");
        }
    }
    let told = read("README.md");
    for entry in std::fs::read_dir(&deploy).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let unit = name.ends_with(".service") || name.ends_with(".timer");
        assert!(!unit || told.contains(&format!("`{name}`")), "README.md says nothing of {name}");
    }
}

/// An opened key lies in one node's memory: whoever opened it there comes back there.
#[test]
fn the_proxy_sends_each_reader_back_to_the_node_that_holds_their_key() {
    let proxy = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/haproxy.cfg");
    let proxy = std::fs::read_to_string(proxy).unwrap();
    let nodes = proxy.split("\nbackend nodes\n").nth(1).unwrap().split("\nbackend ").next().unwrap();
    let lines: Vec<&str> = nodes.lines().map(str::trim).filter(|line| !line.starts_with('#')).collect();
    let cookie: Vec<&str> = lines.iter().copied().filter(|line| line.starts_with("cookie ")).collect();
    assert_eq!(cookie.len(), 1, "{cookie:?}");
    for word in ["__Host-", " insert ", " indirect ", " nocache ", " postonly ", " httponly ", " secure "] {
        assert!(cookie[0].contains(word), "the cookie lacks {word}: {}", cookie[0]);
    }
    assert!(lines.contains(&"option redispatch 1"), "a node that went away is asked again and again");
    let servers: Vec<&str> = lines.iter().copied().filter(|line| line.starts_with("server ")).collect();
    assert!(servers.len() > 1, "{servers:?}");
    for server in servers {
        let name = server.split(' ').nth(1).unwrap();
        assert!(server.ends_with(&format!(" cookie {name}")), "{server}");
    }
}
