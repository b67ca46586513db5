//! How fast the program is beside a bare server that sends the same pages as fixed bytes, and beside a bare loop that inserts
//! the same rows. Both run in the same minutes on the same machine, in turn, so that the **ratio** means something where the
//! absolute figures do not.
//!
//! `cargo bench --bench speed` (SQLite and Postgres, 10,000 concerns). Settings by environment: `SPEED_CONCERNS`,
//! `SPEED_SECONDS` a round, `SPEED_ROUNDS`, `SPEED_ONLY=sqlite|postgres`, `SPEED_WHAT=pages|filing|desk|thread|secrets`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a measuring program")]

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../tests/it/support/minder.rs"]
mod minder;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../tests/it/support/postgres.rs"]
mod postgres;

mod bare;
mod client;
mod desk;
mod inserts;
mod secrets;
mod thread;

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use client::{Page, Target};

/// Connections at once.
const CONNECTIONS: usize = 64;

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

/// A running program, killed when dropped.
struct Server {
    child: Child,
    address: SocketAddr,
    ready: Duration,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

fn sigida(data: &Path, database: Option<&str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sigida"));
    command.args(["--data", data.to_str().unwrap()]).env("SIGIDA_LOG", "warn");
    match database {
        Some(url) => command.env("DATABASE_URL", url),
        None => command.env_remove("DATABASE_URL"),
    };
    command
}

fn free_port() -> SocketAddr {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// Starts the program on an existing database and waits until it is ready.
fn serve(data: &Path, database: Option<&str>, cache: bool) -> Server {
    let address = free_port();
    let begun = Instant::now();
    let child = sigida(data, database)
        .arg("serve")
        .args(["--listen", &address.to_string(), "--forms-per-minute", "0", "--tries-per-minute", "0"])
        .args(["--filings-per-hour", "0", "--second-step", "false"])
        .args(["--page-cache-mb", if cache { "8" } else { "0" }])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while !client::answers(address, "/readyz") {
        assert!(begun.elapsed() < Duration::from_secs(30), "the program did not get ready");
        std::thread::sleep(Duration::from_millis(2));
    }
    Server { child, address, ready: begun.elapsed() }
}

/// Starts this program again as the bare server of one page.
fn serve_bare(page: &Page) -> Server {
    let file = std::env::temp_dir().join(format!("sigida-bare-{}", std::process::id()));
    std::fs::write(&file, &page.body).unwrap();
    let begun = Instant::now();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["bare", file.to_str().unwrap()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    Server { child, address: line.trim().parse().unwrap(), ready: begun.elapsed() }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Memory held now, in megabytes.
fn resident(server: &Server) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.child.id())).unwrap();
    let line = status.lines().find(|l| l.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}

/// The program and the bare server in turn on one page: requests a second of each, and the ratio.
fn compare(name: &str, server: &Server, path: &str) -> f64 {
    let page = client::fetch(server.address, path);
    let bare = serve_bare(&page);
    let seconds = Duration::from_secs(setting("SPEED_SECONDS", 3));
    let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..setting("SPEED_ROUNDS", 3) {
        let a = client::load(&Target::get(server.address, path), CONNECTIONS, seconds);
        let b = client::load(&Target::get(bare.address, "/"), CONNECTIONS, seconds);
        ours.push(a);
        theirs.push(b);
        ratios.push(a / b);
    }
    let ratio = median(ratios);
    println!(
        "{name:<34} {:>8.0}/s of {:>8.0}/s  ratio {ratio:>5.2}   {} B plain, {} B sent",
        median(ours),
        median(theirs),
        page.plain,
        page.body.len()
    );
    ratio
}

fn measure(kind: &str, database: Option<&str>, place: &Path) {
    let data = place.join(kind);
    std::fs::create_dir_all(&data).unwrap();
    let concerns = setting("SPEED_CONCERNS", 10_000).to_string();
    let begun = Instant::now();
    let made = sigida(&data, database).args(["generate", "--concerns", &concerns]).status().unwrap();
    assert!(made.success(), "sigida generate failed");
    println!("\n## {kind}: {concerns} concerns made in {:.1} s", begun.elapsed().as_secs_f64());

    let server = serve(&data, database, true);
    println!("ready on the existing database in {:.0} ms", server.ready.as_secs_f64() * 1000.0);
    let list = client::fetch(server.address, "/fr/concerns").text();
    let concern =
        list.split("href=\"").filter_map(|t| t.split('"').next()).find(|t| t.starts_with("/fr/concerns/BKO-"));
    let concern = concern.expect("the list names a concern").to_owned();
    let pages =
        [("home", "/fr"), ("list", "/fr/concerns"), ("list, searched", "/fr/concerns?q=lampe"), ("concern", &*concern)];
    let what = std::env::var("SPEED_WHAT").unwrap_or_default();
    for (name, path) in pages.into_iter().filter(|_| what != "filing") {
        compare(name, &server, path);
    }
    println!("memory after the load: {:.0} MB", resident(&server));
    drop(server);

    let server = serve(&data, database, false);
    for (name, path) in pages.into_iter().filter(|_| what != "filing") {
        compare(&format!("{name}, nothing kept ready"), &server, path);
    }
    if what == "pages" {
        return;
    }
    let filed = client::file(server.address, CONNECTIONS, Duration::from_secs(setting("SPEED_SECONDS", 3) * 2));
    println!("memory after the load: {:.0} MB", resident(&server));
    drop(server);
    let bare = inserts::group_committed(database, place, Duration::from_secs(setting("SPEED_SECONDS", 3) * 2));
    let line = |name: &str, ours: f64, theirs: f64, unit: &str| {
        println!("{name:<34} {ours:>8.1}{unit} of {theirs:>8.1}{unit}  ratio {:>5.2}", ours / theirs);
    };
    line("filing", filed.rate, bare.rate, "/s");
    for percent in [50, 99] {
        let name = format!("filing, {percent} of 100 wait at most");
        line(&name, filed.percentile(percent), bare.percentile(percent), " ms");
    }
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if args.get(1).is_some_and(|a| a == "bare") {
        return bare::serve(Path::new(&args[2]));
    }
    let place: PathBuf = tempfile::Builder::new().prefix("sigida-speed-").tempdir().unwrap().keep();
    let only = std::env::var("SPEED_ONLY").unwrap_or_default();
    println!("{CONNECTIONS} connections; the bare server and the loop run in turn with the program");
    let alone: Option<fn(&str, &Path)> = match std::env::var("SPEED_WHAT").as_deref() {
        Ok("desk") => Some(desk::measure),
        Ok("thread") => Some(thread::measure),
        Ok("secrets") => Some(secrets::measure),
        _ => None,
    };
    if let Some(measure) = alone {
        measure(&only, &place);
        std::fs::remove_dir_all(&place).unwrap();
        return;
    }
    if only != "postgres" {
        measure("sqlite", None, &place);
    }
    if only != "sqlite" {
        postgres::DURABLE_IN.set(place.clone()).unwrap();
        let database = postgres::Database::new(|_| {});
        measure("postgres", Some(database.url()), &place);
    }
    std::fs::remove_dir_all(&place).unwrap();
}
