//! What an answer's time tells: a thing that is there and hidden beside a thing that is not there, asked in turn on the same
//! program. The words are the same (the tests hold that); here the time is, or the ratio says how far it is not.

use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;

use super::client::{self, Target};
use super::{median, postgres, serve, setting, sigida};

/// How far the two may lie apart.
const MOST: f64 = 1.15;
/// The unit whose officer asks after files of others.
const UNIT: &str = "commune-1-ouest";

/// Two questions whose answers must not differ.
struct Pair {
    name: &'static str,
    hidden: Target,
    nothing: Target,
    status: u16,
}

fn officer(data: &Path, url: Option<&str>) {
    let mut account = sigida(data, url);
    account.args(["account", "create", "--login", "vitesse", "--name", "Vitesse", "--role", "officer"]);
    account.args(["--scope", &format!("unit:{UNIT}"), "--password-stdin"]).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = account.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"mille-francs-mesure\n").unwrap();
    assert!(child.wait().unwrap().success(), "sigida account create failed");
}

/// The first number among those made up that answers 404 to this reader.
fn hidden(address: SocketAddr, cookie: &str, place: &str, concerns: u64) -> String {
    let year = client::fetch(address, "/fr/concerns").text();
    let year = year.split("BKO-").nth(1).and_then(|t| t.get(..4)).expect("a number in the list").to_owned();
    let path = |n: u64| format!("/fr{place}/BKO-{year}-{n:05}");
    (1..=concerns)
        .map(path)
        .find(|path| Target::get_as(address, path, cookie).asks() == 404)
        .expect("something hidden among them")
}

fn pairs(address: SocketAddr, concerns: u64) -> Vec<Pair> {
    let cookie = client::sign_in(address, "vitesse", "mille-francs-mesure");
    let mut all = Vec::new();
    for (name, cookie, place) in [
        ("a private concern, to everybody", "", "/concerns"),
        ("another unit's file, to an officer", &*cookie, "/desk/concerns"),
    ] {
        let there = hidden(address, cookie, place, concerns);
        let nothing = format!("{}99998", &there[..there.len() - 5]);
        let of = |path: &str| Target::get_as(address, path, cookie);
        all.push(Pair { name, hidden: of(&there), nothing: of(&nothing), status: 404 });
    }
    let wrong = |login: &str| Target::sign_in(address, login, "pas-celui-la-du-tout");
    all.push(Pair {
        name: "a wrong password, account or none",
        hidden: wrong("vitesse"),
        nothing: wrong("personne"),
        status: 422,
    });
    all
}

/// Prints the ratio of each pair; says so when they lie further apart than [`MOST`].
pub fn measure(only: &str, place: &Path) {
    let concerns = setting("SPEED_CONCERNS", 2_000);
    for kind in ["sqlite", "postgres"].into_iter().filter(|kind| only.is_empty() || only == *kind) {
        if kind == "postgres" {
            let _ = postgres::DURABLE_IN.set(place.to_path_buf());
        }
        let data = place.join(format!("secrets-{kind}"));
        std::fs::create_dir_all(&data).unwrap();
        let database = (kind == "postgres").then(|| postgres::Database::new(|_| {}));
        let url = database.as_ref().map(|d| d.url().to_owned());
        let made =
            sigida(&data, url.as_deref()).args(["generate", "--concerns", &concerns.to_string()]).output().unwrap();
        assert!(made.status.success(), "sigida generate failed");
        officer(&data, url.as_deref());
        let server = serve(&data, url.as_deref(), true);
        println!("\n## {kind}: what is hidden beside what is not there");
        for Pair { name, hidden, nothing, status } in pairs(server.address, concerns) {
            let (mut there, mut none) = (Vec::new(), Vec::new());
            // The first ten of each warm up; then a turn each, so that the machine's weather falls on both.
            hidden.waits_for(status, 10);
            nothing.waits_for(status, 10);
            for _ in 0..setting("SPEED_ROUNDS", 3) * 100 {
                there.extend(hidden.waits_for(status, 1));
                none.extend(nothing.waits_for(status, 1));
            }
            let (there, none) = (median(there), median(none));
            let ratio = there / none;
            let verdict = if !(1.0 / MOST..=MOST).contains(&ratio) { "   TOLD BY TIME" } else { "" };
            println!("{name:<36} {there:>7.2} ms beside {none:>7.2} ms  ratio {ratio:>5.2}{verdict}");
        }
    }
}
