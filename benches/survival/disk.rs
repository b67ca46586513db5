//! (d) The disk fills up while people use the service, and is freed again. As root the database lies on a small tmpfs of its own
//! (on Postgres: a tablespace there, since a full disk under its log stops the server itself); otherwise SQLite's file may
//! not grow past a limit (`RLIMIT_FSIZE`), which is then raised.

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::browser::Browser;
use super::crowd::{Crowd, staff};
use super::instance::{Instance, Server};
use super::memory::{Memory, What, by_code, missing};
use super::minder::i_am_root;
use super::report::Report;
use super::{Place, twice};

/// A small disk, unmounted when dropped.
struct Disk(PathBuf);

impl Disk {
    fn mount(at: PathBuf, megabytes: u32) -> Option<Disk> {
        fs::create_dir_all(&at).expect("a folder");
        let size = format!("size={megabytes}m");
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&at).status();
        done.is_ok_and(|status| status.success()).then_some(Disk(at))
    }

    /// Fills it to the last byte.
    fn fill(&self) {
        use std::io::Write;
        let mut ballast =
            fs::OpenOptions::new().create(true).append(true).open(self.0.join("ballast")).expect("a file");
        let mut size = 1 << 20;
        while size > 0 {
            while ballast.write_all(&vec![7; size]).is_ok() {}
            size /= 16;
        }
    }

    fn free(&self) {
        fs::remove_file(self.0.join("ballast")).expect("the ballast");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _tmpfs_stays = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

/// How room is taken and given back.
enum Room {
    Disk(Disk),
    Limit,
}

pub async fn run(place: &Place, kind: &str, report: &mut Report) {
    let Some((instance, room)) = prepare(place, kind) else {
        report.row("disk full", kind, "not run: no tmpfs can be mounted here".into());
        return;
    };
    let server = match &room {
        Room::Disk(_) => instance.start(),
        Room::Limit => instance.start_under(&["env", "--ignore-signal=XFSZ"]),
    };
    let people = staff(instance.address).await;
    let (memory, new) = (Memory::default(), || Browser::new(instance.address));
    let crowd = Crowd::come(instance.address, 6, &people, &memory);
    tokio::time::sleep(Duration::from_secs(3)).await;
    let before = memory.tell();
    take(&room, &instance, &server);
    let shut = until(|| instance.asked("/readyz").is_some_and(|a| a.contains("reading only"))).await;
    let known = memory.since(0);
    let (seen, unread) = look(&instance, &people, &known).await;
    let check = instance.check();
    tokio::time::sleep(Duration::from_secs(5)).await;
    let meanwhile = memory.tell();
    let from = memory.len();
    give(&room, &server);
    let back = until(|| memory.since(from).iter().any(|p| p.what == What::Concern)).await;
    crowd.leave().await;
    let lost = missing(&memory, 0, new, &people).await;
    let unclean: Vec<String> = instance.check().into_iter().collect();
    drop(server);
    let doubled = twice(&instance, &memory);
    let halves = halves(&instance.data);
    if let Some(cluster) = place.cluster.as_ref().filter(|_| kind == "postgres") {
        cluster.run("DROP DATABASE filled WITH (FORCE)");
        cluster.run("DROP TABLESPACE small");
    }
    report.lost(&lost);
    report.lost(&unclean);
    report.lost(&doubled);
    report.lost(&unread);
    let how = if matches!(room, Room::Disk(_)) { "tmpfs" } else { "RLIMIT_FSIZE" };
    report.row(
        &format!("disk full ({how})"),
        kind,
        format!(
            "acknowledged {}; lost {}; done twice {}; « reading only » at /readyz after {shut:.2} s; meanwhile {seen}; `sigida check` then: {}; a concern taken again {back:.2} s after there was room; check after: {}; files half-written {halves}",
            memory.len(),
            lost.len(),
            doubled.len(),
            check.unwrap_or_else(|| "clean (!)".into()).rsplit(" | ").next().unwrap_or_default(),
            if unclean.is_empty() { "clean" } else { "UNCLEAN" },
        ),
    );
    report.seen(kind, &format!("before: {before}; full: {meanwhile}; after: {}", memory.tell()));
}

/// An instance on a small disk.
fn prepare(place: &Place, kind: &str) -> Option<(Instance, Room)> {
    let at = place.folder().join(format!("small-{kind}"));
    let disk = i_am_root().then(|| Disk::mount(at.clone(), 48)).flatten();
    match (kind, disk) {
        ("sqlite", Some(disk)) => Some((Instance::fresh(&at, "filled", None), Room::Disk(disk))),
        ("sqlite", None) => Some((place.instance("filled", kind), Room::Limit)),
        (_, Some(disk)) => {
            let cluster = place.cluster.as_ref()?;
            let owner = fs::metadata(cluster.data()).ok()?;
            chown(&at, Some(owner.uid()), Some(owner.gid())).ok()?;
            cluster.run(&format!("CREATE TABLESPACE small LOCATION '{}'", at.display()));
            Some((Instance::fresh_in(place.folder(), "filled", cluster, "small"), Room::Disk(disk)))
        }
        (_, None) => None,
    }
}

fn take(room: &Room, instance: &Instance, server: &Server) {
    match room {
        Room::Disk(disk) => disk.fill(),
        Room::Limit => {
            let length = |name: &str| fs::metadata(instance.data.join(name)).map_or(0, |about| about.len());
            limit(server, &length("sigida.db-wal").max(65_536).to_string());
        }
    }
}

fn give(room: &Room, server: &Server) {
    match room {
        Room::Disk(disk) => disk.free(),
        Room::Limit => limit(server, "unlimited"),
    }
}

/// Sets how large a file of the running program may grow; the hard limit stays.
fn limit(server: &Server, bytes: &str) {
    let mut command = Command::new("prlimit");
    command.args(["--pid", &server.id().to_string(), &format!("--fsize={bytes}:unlimited")]);
    assert!(command.status().expect("prlimit(1)").success(), "no limit could be set");
}

/// What can be read while the disk is full: public pages, the desk, a concern by its code; and what could not.
async fn look(instance: &Instance, people: &[Browser], known: &[super::memory::Promise]) -> (String, Vec<String>) {
    let (mut pages, mut failed) = (0, Vec::new());
    for path in ["/fr", "/bm", "/fr/concerns", "/fr/units", "/fr/follow"] {
        let page = Browser::new(instance.address).visit(path).await;
        pages += 1;
        let status = page.map_or(0, |page| page.status);
        if status != 200 {
            failed.push(format!("{path} while the disk was full: {status}"));
        }
    }
    for promise in known.iter().rev().take(20) {
        pages += 1;
        let mut found = false;
        for browser in people {
            found |= browser.visit(&promise.path).await.is_ok_and(|page| page.has(&promise.mark));
        }
        if !found {
            failed.push(format!("{} at the desk while the disk was full", promise.mark));
        }
        if let Some(code) = &promise.code
            && !by_code(&Browser::new(instance.address), code, &promise.mark).await.unwrap_or(false)
        {
            failed.push(format!("{} by its code while the disk was full", promise.mark));
        }
    }
    let said = format!("{} of {pages} pages and promises could not be read", failed.len());
    (said, failed)
}

/// Waits until something is true, a minute at most; how long that took.
async fn until(is: impl Fn() -> bool) -> f64 {
    let begun = Instant::now();
    while !is() && begun.elapsed() < Duration::from_secs(60) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    begun.elapsed().as_secs_f64()
}

/// Files of the media store that bear a name of one still being written.
fn halves(data: &Path) -> usize {
    let mut found = 0;
    let mut folders = vec![data.join("media")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            found += usize::from(entry.file_name().to_string_lossy().contains('#'));
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    found
}
