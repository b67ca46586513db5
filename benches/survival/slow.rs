//! (c) A thousand lines held open with half a head or half a body, while others are served.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use super::browser::Browser;
use super::crowd::resident;
use super::memory::{Memory, What, missing};
use super::report::{Report, spread};
use super::{Place, crowd, setting};

/// Holds lines open, measures what others wait meanwhile, and counts how many of the lines were given up, and when.
pub async fn run(place: &Place, kind: &str, report: &mut Report) {
    let many = usize::try_from(setting("SURVIVAL_SLOW", 1_000)).expect("a number of lines");
    let instance = place.instance("slowed", kind);
    // The soft limit of open files that services are given as a rule.
    let server = instance.start_under(&["prlimit", "--nofile=1024:20000"]);
    let memory = Memory::default();
    let (mut reads_before, mut files_before) = waits(instance.address, &memory, Duration::from_secs(4)).await;
    let begun = Instant::now();
    let lines: Vec<TcpStream> = (0..many).filter_map(|n| hold(instance.address, n)).collect();
    let held = lines.len();
    let (mut reads, mut files) = waits(instance.address, &memory, Duration::from_secs(12)).await;
    let memory_held = server.memory();
    let (ended, last) = ends(lines, begun).await;
    let people = crowd::staff(instance.address).await;
    let lost = missing(&memory, 0, || Browser::new(instance.address), &people).await;
    report.lost(&lost);
    report.row(
        &format!("{many} slow clients"),
        kind,
        format!(
            "{held} lines held (half a head, half a body); page meanwhile {} (before: {}); filing {} (before: {}); {} concerns acknowledged, lost {}; server at {memory_held} MB; {ended} lines given up, the last after {last:.0} s",
            spread(&mut reads, "s"),
            spread(&mut reads_before, "s"),
            spread(&mut files, "s"),
            spread(&mut files_before, "s"),
            memory.count(What::Concern),
            lost.len(),
        ),
    );
    report.seen(kind, &memory.tell());
}

/// A line with half of something on it: in turn a head, a head with no end to its lines, a body.
fn hold(address: SocketAddr, n: usize) -> Option<TcpStream> {
    let mut line = TcpStream::connect_timeout(&address, Duration::from_secs(5)).ok()?;
    let sent = match n % 2 {
        0 => format!("GET /fr HTTP/1.1\r\nHost: {address}\r\nX-Slow: "),
        _ => format!(
            "POST /fr/concerns/new HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\nwords=la"
        ),
    };
    line.write_all(sent.as_bytes()).ok()?;
    Some(line)
}

/// How long people wait for a page and for a filing, one after the other.
async fn waits(address: SocketAddr, memory: &Memory, during: Duration) -> (Vec<f64>, Vec<f64>) {
    let (begun, mut reads, mut files) = (Instant::now(), Vec::new(), Vec::new());
    while begun.elapsed() < during {
        let browser = Browser::new(address);
        let one = Instant::now();
        let page = browser.visit("/fr/concerns").await;
        memory.saw("reader", &page);
        reads.push(one.elapsed().as_secs_f64());
        let one = Instant::now();
        let _seen_in_memory = resident(&browser, memory).await;
        files.push(one.elapsed().as_secs_f64());
    }
    (reads, files)
}

/// Waits until the server has given the lines up, two minutes at most: how many, and when the last one.
async fn ends(lines: Vec<TcpStream>, begun: Instant) -> (usize, f64) {
    let watching = tokio::task::spawn_blocking(move || {
        let (mut ended, mut last) = (0, 0.0);
        let mut lines: Vec<TcpStream> = lines.into_iter().filter(|line| line.set_nonblocking(true).is_ok()).collect();
        while !lines.is_empty() && begun.elapsed() < Duration::from_secs(150) {
            let before = lines.len();
            lines.retain_mut(|line| {
                let mut answer = [0; 4096];
                !matches!(line.read(&mut answer), Ok(0))
                    && !matches!(line.read(&mut answer), Err(e) if e.kind() != std::io::ErrorKind::WouldBlock)
            });
            if lines.len() < before {
                (ended, last) = (ended + before - lines.len(), begun.elapsed().as_secs_f64());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        (ended, last)
    });
    watching.await.expect("nobody panics")
}
