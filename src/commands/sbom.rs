//! `sbom`: what the program is made of, as CycloneDX 1.5. It is read out of the lock file that this very program was built with, so it
//! needs neither a network nor the sources. A crate that only another platform needs stands in it too; one that only tests need does not.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Done, Failure, print};

const LOCK: &str = include_str!("../../Cargo.lock");
const MANIFEST: &str = include_str!("../../Cargo.toml");

/// A crate as it is locked.
struct Package<'a> {
    name: &'a str,
    version: &'a str,
    checksum: &'a str,
    /// « name », or « name version » where two versions are locked.
    needs: Vec<&'a str>,
}

fn packages() -> Vec<Package<'static>> {
    let value = |block: &'static str, name: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
        line.map_or("", |text| text.trim_matches('"'))
    };
    let read = |block: &'static str| {
        let needs =
            block.split_once("dependencies = [").map_or("", |(_, rest)| rest.split(']').next().unwrap_or_default());
        Package {
            name: value(block, "name"),
            version: value(block, "version"),
            checksum: value(block, "checksum"),
            needs: needs.split('"').skip(1).step_by(2).collect(),
        }
    };
    LOCK.split("[[package]]").skip(1).map(read).collect()
}

/// What the program itself is built of: the manifest's dependencies without those of its tests.
fn direct() -> BTreeSet<&'static str> {
    let mut names = BTreeSet::new();
    let mut wanted = false;
    for line in MANIFEST.lines() {
        if line.starts_with('[') {
            wanted = matches!(line.trim(), "[dependencies]" | "[build-dependencies]");
        } else if wanted && let Some((name, _)) = line.split_once(" = ") {
            names.insert(name.trim());
        }
    }
    names
}

/// The list as it is printed.
fn list() -> Value {
    let packages = packages();
    let by_name: BTreeMap<String, &Package> =
        packages.iter().flat_map(|p| [(p.name.to_owned(), p), (format!("{} {}", p.name, p.version), p)]).collect();
    let direct = direct();
    let roots = packages.iter().find(|p| p.name == "sigida").map_or_else(Vec::new, |p| p.needs.clone());
    let mut next: Vec<&str> =
        roots.into_iter().filter(|need| direct.contains(need.split(' ').next().unwrap_or(need))).collect();
    let mut found: BTreeMap<(&str, &str), &Package> = BTreeMap::new();
    while let Some(need) = next.pop() {
        let Some(package) = by_name.get(need) else { continue };
        if found.insert((package.name, package.version), package).is_none() {
            next.extend(&package.needs);
        }
    }
    let component = |p: &&Package| {
        json!({
            "type": "library",
            "name": p.name,
            "version": p.version,
            "purl": format!("pkg:cargo/{}@{}", p.name, p.version),
            "hashes": [{ "alg": "SHA-256", "content": p.checksum }],
        })
    };
    let (name, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": { "type": "application", "name": name, "version": version } },
        "components": found.values().map(component).collect::<Vec<_>>(),
    })
}

/// Prints it.
///
/// # Errors
/// None that should happen.
pub fn sbom() -> Done {
    let text = serde_json::to_string_pretty(&list()).map_err(|e| Failure::new(e.to_string()))?;
    print(text);
    Ok(())
}
