//! An officer's desk with many open files beside the same desk with few: what grows with the number of files shows as a ratio. The
//! two programs are asked in turn, one request after the other, so that the machine's weather falls on both.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use super::client::{self, Target};
use super::{Server, median, postgres, serve, setting, sigida};

/// The unit whose desk it is.
const UNIT: &str = "commune-1-ouest";
/// Open files of the small desk.
const FEW: u64 = 200;
/// What the large desk may cost, times the small one.
const MOST: f64 = 1.5;

struct Desk {
    cookie: String,
    server: Server,
    _database: Option<postgres::Database>,
}

fn desk(kind: &str, place: &Path, files: u64) -> Desk {
    let data = place.join(format!("desk-{kind}-{files}"));
    std::fs::create_dir_all(&data).unwrap();
    let database = (kind == "postgres").then(|| postgres::Database::new(|_| {}));
    let url = database.as_ref().map(|d| d.url().to_owned());
    let made = sigida(&data, url.as_deref())
        .args(["generate", "--concerns", &files.to_string(), "--unit", UNIT])
        .status()
        .unwrap();
    assert!(made.success(), "sigida generate failed");
    let mut account = sigida(&data, url.as_deref());
    account.args(["account", "create", "--login", "vitesse", "--name", "Vitesse", "--role", "chief"]);
    account.args(["--scope", &format!("unit:{UNIT}"), "--password-stdin"]).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = account.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"mille-francs-mesure\n").unwrap();
    assert!(child.wait().unwrap().success(), "sigida account create failed");
    let server = serve(&data, url.as_deref(), true);
    let cookie = client::sign_in(server.address, "vitesse", "mille-francs-mesure");
    Desk { cookie, server, _database: database }
}

/// Prints the ratio of each page of the desk; says so when one costs more than [`MOST`] times as much.
pub fn measure(only: &str, place: &Path) {
    let many = setting("SPEED_FILES", 20_000);
    for kind in ["sqlite", "postgres"].into_iter().filter(|kind| only.is_empty() || only == *kind) {
        if kind == "postgres" {
            let _ = postgres::DURABLE_IN.set(place.to_path_buf());
        }
        let (small, large) = (desk(kind, place, FEW), desk(kind, place, many));
        println!("\n## {kind}: a desk with {many} open files beside one with {FEW}");
        for (name, path) in [
            ("inbox", "/fr/desk"),
            ("inbox, owed", "/fr/desk?tab=owed"),
            ("inbox, in progress", "/fr/desk?tab=in-progress"),
            ("inbox, mine", "/fr/desk?mine=yes"),
            ("inbox, searched", "/fr/desk?q=mosquee+quartier"),
        ] {
            let of = |desk: &Desk| Target::get_as(desk.server.address, path, &desk.cookie);
            let (few, much) = (of(&small), of(&large));
            let (mut theirs, mut ours) = (few.waits(10), much.waits(10));
            theirs.clear();
            ours.clear();
            for _ in 0..setting("SPEED_ROUNDS", 3) * 10 {
                theirs.extend(few.waits(10));
                ours.extend(much.waits(10));
            }
            let (few, much) = (median(theirs), median(ours));
            let ratio = much / few;
            let verdict = if ratio > MOST { "   MORE THAN ALLOWED" } else { "" };
            println!("{name:<24} {much:>7.2} ms beside {few:>7.2} ms  ratio {ratio:>5.2}{verdict}");
        }
    }
}
