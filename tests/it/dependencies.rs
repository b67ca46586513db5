//! What the program is made of: licences that a free program may carry, nothing withdrawn, nothing with a known hole. All of it is
//! asked without a network: of `cargo metadata --offline --locked` and of `advisories.csv`, which is RustSec's list at a commit it names.
//!
//! To bring the list up to date, with a network: `git clone https://github.com/rustsec/advisory-db`, then
//! `RUSTSEC_DB=advisory-db cargo test --test it dependencies::write -- --ignored`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use semver::{Version, VersionReq};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// Licences of what is shipped: all of them let the program be used, changed and given on, and ask for no more than their text.
const SHIPPED: [&str; 11] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "PostgreSQL",
    "Unicode-3.0",
    "Zlib",
];
/// What the tests alone may use besides.
const IN_TESTS: [&str; 2] = ["MPL-2.0", "Apache-2.0"];
/// Crates that name a file instead of a licence, and what the file says.
const READ: [(&str, &str); 1] = [("ical", "Apache-2.0")];

/// Advisories that do not reach this program, and why. One that no crate has any more must go from here.
const KNOWN: [(&str, &str, &str); 4] = [
    (
        "RUSTSEC-2026-0194",
        "quick-xml",
        "object_store reads answers of the S3 store the operator named; no request brings XML. s3s is in tests",
    ),
    ("RUSTSEC-2026-0195", "quick-xml", "the same"),
    ("RUSTSEC-2023-0071", "rsa", "time tells of private keys; here public ones alone check what a passkey signed"),
    (
        "RUSTSEC-2026-0173",
        "proc-macro-error2",
        "unmaintained; runs while age's messages are compiled, never in the program",
    ),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Cargo, in this project.
fn cargo() -> Command {
    let mut command = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
    command.current_dir(root());
    command
}

/// What cargo knows of the crates, for this machine's platform, without a network.
fn metadata() -> Value {
    let host = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let host = String::from_utf8_lossy(&host.stdout).into_owned();
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).expect("its platform").to_owned();
    let mut command = cargo();
    command.args(["metadata", "--offline", "--locked", "--format-version", "1", "--filter-platform", &host]);
    let output = command.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// The crates that the program itself is built of: reached without a development dependency.
fn shipped(metadata: &Value) -> BTreeSet<String> {
    let nodes: BTreeMap<&str, &Value> =
        metadata["resolve"]["nodes"].as_array().unwrap().iter().map(|node| (text(node, "id"), node)).collect();
    let (mut found, mut next) = (BTreeSet::new(), vec![text(&metadata["resolve"], "root").to_owned()]);
    while let Some(id) = next.pop() {
        let node = nodes[id.as_str()];
        if !found.insert(id) {
            continue;
        }
        for dep in node["deps"].as_array().unwrap() {
            let kinds = dep["dep_kinds"].as_array().unwrap();
            if kinds.iter().any(|kind| text(kind, "kind") != "dev") {
                next.push(text(dep, "pkg").to_owned());
            }
        }
    }
    found
}

/// Whether an SPDX expression can be met with these licences. « / » is the old way to say OR; AND binds closer.
fn fits(expression: &str, allowed: &[&str]) -> bool {
    let expression = expression.trim();
    let split = |word: &str| {
        let (mut parts, mut depth, mut part) = (Vec::new(), 0, String::new());
        for token in expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ").split_whitespace() {
            depth += i32::from(token == "(") - i32::from(token == ")");
            if depth == 0 && token == word {
                parts.push(std::mem::take(&mut part));
            } else {
                part.push_str(token);
                part.push(' ');
            }
        }
        parts.push(part);
        parts
    };
    let (either, both) = (split("OR"), split("AND"));
    if either.len() > 1 {
        return either.iter().any(|part| fits(part, allowed));
    }
    if both.len() > 1 {
        return both.iter().all(|part| fits(part, allowed));
    }
    let one = either[0].trim().to_owned();
    match one.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => fits(inner, allowed),
        None => allowed.contains(&one.as_str()),
    }
}

#[test]
fn an_expression_of_licences_is_read_as_spdx_means_it() {
    let allowed = ["MIT", "Apache-2.0", "Unicode-3.0"];
    for yes in
        ["MIT", "MIT/Apache-2.0", "GPL-2.0-only OR MIT", "(MIT OR GPL-3.0-only) AND Unicode-3.0", "Apache-2.0 / MIT"]
    {
        assert!(fits(yes, &allowed), "{yes}");
    }
    for no in
        ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "(GPL-2.0-only OR LGPL-2.1-only) AND MIT", "MIT AND (MPL-2.0)"]
    {
        assert!(!fits(no, &allowed), "{no}");
    }
}

#[test]
fn every_crate_has_a_licence_that_the_program_may_carry() {
    let metadata = metadata();
    let shipped = shipped(&metadata);
    let (mut wrong, mut crates) = (Vec::new(), 0);
    for package in metadata["packages"].as_array().unwrap() {
        let name = text(package, "name");
        if name == "sigida" {
            continue;
        }
        crates += 1;
        let read = READ.iter().find(|(known, _)| *known == name).map_or("", |(_, licence)| licence);
        let licence = if text(package, "license").is_empty() { read } else { text(package, "license") };
        let in_tests: Vec<&str> = SHIPPED.iter().chain(&IN_TESTS).copied().collect();
        let allowed = if shipped.contains(text(package, "id")) { SHIPPED.as_slice() } else { in_tests.as_slice() };
        if !fits(licence, allowed) {
            wrong.push(format!("{name} {}: « {licence} »", text(package, "version")));
        }
    }
    println!("{crates} crates, {} of them shipped", shipped.len() - 1);
    assert!(crates > 200 && shipped.len() < crates, "the crates were read: {crates}, {}", shipped.len());
    assert!(wrong.is_empty(), "not among the licences that are allowed:\n{}", wrong.join("\n"));
}

/// Crates and versions of `Cargo.lock`, for every platform.
fn locked() -> Vec<(String, Version)> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let value = |block: &str, name: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "))?;
        Some(line.trim_matches('"').to_owned())
    };
    let blocks = lock.split("[[package]]").filter(|block| block.contains("source = "));
    blocks.map(|block| (value(block, "name").unwrap(), value(block, "version").unwrap().parse().unwrap())).collect()
}

/// The versions a field of the list names; several sets are separated by « | ».
fn ranges(field: &str) -> Vec<VersionReq> {
    field.split('|').filter(|range| !range.is_empty()).map(|range| range.parse().expect(range)).collect()
}

#[test]
fn no_crate_has_a_known_hole() {
    let list = include_str!("advisories.csv");
    let locked = locked();
    let (mut open, mut met, mut read) = (Vec::new(), BTreeSet::new(), 0);
    for line in list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let fields: Vec<&str> = line.split(';').collect();
        let [id, name, date, kind, patched, unaffected] = fields[..] else { panic!("six fields: {line}") };
        read += 1;
        if !locked.iter().any(|(locked, _)| locked == name) {
            continue;
        }
        let safe: Vec<VersionReq> = ranges(patched).into_iter().chain(ranges(unaffected)).collect();
        for (_, version) in locked.iter().filter(|(locked, _)| locked == name) {
            if safe.iter().any(|range| range.matches(version)) {
                continue;
            }
            match KNOWN.iter().find(|(known, of, _)| (*known, *of) == (id, name)) {
                Some((known, ..)) => drop(met.insert(*known)),
                None => open.push(format!("{name} {version}: {id} of {date} {kind}")),
            }
        }
    }
    println!("{} crates against {read} advisories", locked.len());
    assert!(read > 700 && locked.len() > 400, "the lists were read: {read}, {}", locked.len());
    assert!(open.is_empty(), "bring these up to date, or say in KNOWN why they do not reach us:\n{}", open.join("\n"));
    let over: Vec<_> = KNOWN.iter().filter(|(id, ..)| !met.contains(id)).map(|(id, ..)| id).collect();
    assert!(over.is_empty(), "no crate has these any more; take them out of KNOWN: {over:?}");
}

/// What `Cargo.lock` holds, in sixteen digits: they change with any crate or version of it.
fn digits(locked: &[(String, Version)]) -> String {
    let names: String = locked.iter().map(|(name, version)| format!("{name} {version}\n")).collect();
    data_encoding::HEXLOWER.encode(&Sha256::digest(names)[..8])
}

/// Each version in `Cargo.lock` was looked at, and none was withdrawn: whoever changes the lock file looks again.
#[test]
fn no_version_was_withdrawn_by_its_author() {
    let list = include_str!("advisories.csv");
    let (looked, locked) = ("# looked at for yanked versions: ", digits(&locked()));
    let looked = list.lines().find_map(|line| line.strip_prefix(looked)).expect("the list says what was looked at");
    let again = "Cargo.lock changed since its versions were looked at for yanked ones; the head of this file says how";
    assert!(looked.ends_with(&format!(" {locked}")), "{again}: {looked}, not {locked}");
    let yanked: Vec<&str> = list.lines().filter_map(|line| line.strip_prefix("# yanked: ")).collect();
    assert!(yanked.is_empty(), "withdrawn by their authors: {yanked:?}");
}

/// Where cargo keeps what the registry says of a crate.
fn indexed(name: &str) -> PathBuf {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let index = home.expect("cargo's folder").join("registry/index");
    let place = match name.len() {
        1 | 2 => format!("{}/{name}", name.len()),
        3 => format!("3/{}/{name}", &name[..1]),
        _ => format!("{}/{}/{name}", &name[..2], &name[2..4]),
    };
    let registries = std::fs::read_dir(index).expect("cargo's index").flatten();
    let found = registries.map(|registry| registry.path().join(".cache").join(&place)).find(|file| file.is_file());
    found.unwrap_or_else(|| panic!("cargo's index has no {name}"))
}

/// Whether the registry says that this version was withdrawn.
fn is_yanked(name: &str, version: &Version) -> bool {
    let file = std::fs::read(indexed(name)).unwrap();
    let lines = file.split(|byte| *byte == 0).filter(|line| line.first() == Some(&b'{'));
    let mut versions = lines.map(|line| serde_json::from_slice::<Value>(line).expect("a line of the index"));
    let line = versions.find(|line| text(line, "vers") == version.to_string());
    line.unwrap_or_else(|| panic!("cargo's index has no {name} {version}"))["yanked"] == Value::Bool(true)
}

#[test]
fn nothing_comes_from_elsewhere_than_the_registry() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let sources: BTreeSet<&str> = lock.lines().filter_map(|line| line.strip_prefix("source = ")).collect();
    assert_eq!(sources.into_iter().collect::<Vec<_>>(), ["\"registry+https://github.com/rust-lang/crates.io-index\""]);
    let (crates, sums) = (lock.matches("source = ").count(), lock.matches("checksum = ").count());
    assert_eq!(crates, sums, "a crate without a checksum");
}

#[test]
fn the_program_tells_what_it_is_made_of() {
    let output = crate::support::program::sigida(&["sbom"], &[]);
    let list: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((text(&list, "bomFormat"), text(&list, "specVersion")), ("CycloneDX", "1.5"));
    let told: BTreeSet<String> = list["components"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| format!("{} {}", text(c, "name"), text(c, "version")))
        .collect();
    let metadata = metadata();
    let shipped = shipped(&metadata);
    let packages = metadata["packages"].as_array().unwrap().iter().filter(|p| text(p, "name") != "sigida");
    for package in packages {
        let named = format!("{} {}", text(package, "name"), text(package, "version"));
        assert!(!shipped.contains(text(package, "id")) || told.contains(&named), "{named} is shipped and not told");
    }
    assert!(!told.iter().any(|named| named.starts_with("thirtyfour ")), "what only tests need is not shipped");
    assert!(list["components"].as_array().unwrap().iter().all(|c| text(&c["hashes"][0], "content").len() == 64));
}

/// The files of advisories under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|kind| kind == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A line of the list, of an advisory that was not withdrawn.
fn line_of(advisory: &str) -> Option<String> {
    let head = advisory.split("```").find_map(|block| block.strip_prefix("toml"))?;
    let value =
        |name: &str| head.lines().find_map(|line| Some(line.strip_prefix(name)?.trim().strip_prefix('=')?.trim()));
    let plain = |name: &str| value(name).map(|v| v.trim_matches('"').to_owned()).unwrap_or_default();
    if value("withdrawn").is_some() {
        return None;
    }
    let set = |name: &str| {
        let (_, rest) = head.split_once(&format!("\n{name} = ["))?;
        let (inside, _) = rest.split_once(']')?;
        let ranges = inside.split('"').skip(1).step_by(2).map(str::trim).collect::<Vec<_>>();
        Some(ranges.join("|"))
    };
    let (patched, unaffected) = (set("patched").unwrap_or_default(), set("unaffected").unwrap_or_default());
    let [id, name, date, kind] = ["id", "package", "date", "informational"].map(plain);
    Some(format!("{id};{name};{date};{kind};{patched};{unaffected}"))
}

#[test]
#[ignore = "writes advisories.csv anew out of RUSTSEC_DB"]
fn write_the_list_anew() {
    let db = PathBuf::from(std::env::var_os("RUSTSEC_DB").expect("RUSTSEC_DB names a clone of rustsec/advisory-db"));
    let git = Command::new("git").arg("-C").arg(&db).args(["log", "-1", "--format=%H of %cs"]).output().unwrap();
    let place = root().join("tests/it/advisories.csv");
    let mut list = String::from("# id;crate;date;kind;patched;unaffected\n");
    writeln!(
        list,
        "# https://github.com/rustsec/advisory-db (CC0-1.0), commit {}",
        String::from_utf8_lossy(&git.stdout).trim()
    )
    .unwrap();
    // It asks the registry anew about every crate.
    let asked = cargo().args(["update", "--dry-run"]).status();
    assert!(asked.is_ok_and(|status| status.success()), "the registry did not answer");
    let locked = locked();
    let day = sigida::base::Clock::system().now().day();
    writeln!(list, "# looked at for yanked versions: {} on {day}, {}", locked.len(), digits(&locked)).unwrap();
    for (name, version) in locked.iter().filter(|(name, version)| is_yanked(name, version)) {
        writeln!(list, "# yanked: {name} {version}").unwrap();
    }
    for file in files(&db.join("crates")) {
        if let Some(line) = line_of(&std::fs::read_to_string(&file).unwrap()) {
            writeln!(list, "{line}").unwrap();
        }
    }
    std::fs::write(place, list).unwrap();
}
