//! A thread of ten thousand posts beside one of a hundred: its first, a middle and its last page. What grows with the number of
//! posts shows as a ratio. The two programs are asked in turn, one request after the other.

use std::path::Path;

use super::client::{self, Target};
use super::{Server, median, postgres, serve, setting, sigida};

/// Posts of the short thread.
const FEW: u64 = 100;
/// What a page of the long one may cost, times one of the short one.
const MOST: f64 = 1.3;

struct Thread {
    /// First, middle and last page.
    pages: [String; 3],
    server: Server,
    _database: Option<postgres::Database>,
}

fn thread(kind: &str, place: &Path, posts: u64) -> Thread {
    let data = place.join(format!("thread-{kind}-{posts}"));
    std::fs::create_dir_all(&data).unwrap();
    let database = (kind == "postgres").then(|| postgres::Database::new(|_| {}));
    let url = database.as_ref().map(|d| d.url().to_owned());
    let made = sigida(&data, url.as_deref())
        .args(["generate", "--concerns", "20", "--posts", &posts.to_string()])
        .output()
        .unwrap();
    assert!(made.status.success(), "sigida generate failed");
    let said = String::from_utf8(made.stdout).unwrap();
    let own = said.split_whitespace().find(|w| w.starts_with("/fr/threads/")).expect("an address").to_owned();
    let server = serve(&data, url.as_deref(), true);
    // Half way, by the pages themselves.
    let mut middle = own.clone();
    for _ in 0..posts / 2 / 20 {
        let page = client::fetch(server.address, &middle).text();
        let next =
            page.split("href=\"").filter_map(|t| t.split('"').next()).find(|t| t.starts_with(&format!("{own}?after=")));
        middle = next.expect("a next page").replace("&amp;", "&");
    }
    Thread { pages: [own.clone(), middle, format!("{own}?page=last")], server, _database: database }
}

/// Prints the ratio of each page; says so when one costs more than [`MOST`] times as much.
pub fn measure(only: &str, place: &Path) {
    let many = setting("SPEED_POSTS", 10_000);
    for kind in ["sqlite", "postgres"].into_iter().filter(|kind| only.is_empty() || only == *kind) {
        if kind == "postgres" {
            let _ = postgres::DURABLE_IN.set(place.to_path_buf());
        }
        let (small, large) = (thread(kind, place, FEW), thread(kind, place, many));
        println!("\n## {kind}: a thread of {many} posts beside one of {FEW}");
        for (n, name) in ["first page", "a middle page", "last page"].into_iter().enumerate() {
            let (few, much) = (
                Target::get(small.server.address, &small.pages[n]),
                Target::get(large.server.address, &large.pages[n]),
            );
            few.waits(10);
            much.waits(10);
            let (mut theirs, mut ours) = (Vec::new(), Vec::new());
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
