//! Folders of the tests, and programs they start (Postgres, chromedriver), which never outlive them.
//!
//! Each program gets a folder of its own and a small `sh` that minds it. The `sh` reads a pipe whose other end only this process
//! holds: when this process ends, in whatever way, the pipe closes, and the `sh` stops the program and removes the folder.
//! Should the `sh` itself be killed, the kernel stops the program (`setpriv --pdeathsig`), and the next run finds the
//! folder without an owner and removes it. Nothing of this needs `unsafe`, nor a destructor that runs at exit.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

/// What the folders are called, before the name of the program and a random end.
const PREFIX: &str = "sigida-tests-";

/// Runs the program; at the end of the pipe asks it to stop, insists after three seconds, ends what it left running, and
/// cleans up. `$1` is the folder, `$2` the signal that asks, and the rest the command, which leads a process group.
const MIND: &str = r#"
folder=$1; ask=$2; shift 2
"$@" </dev/null >"$folder/log" 2>&1 &
program=$!
read -r _
kill -s "$ask" "$program"
{ sleep 3; kill -s KILL -- "-$program"; } & patience=$!
wait "$program"
kill "$patience"
kill -s KILL -- "-$program"
rm -rf -- "$folder"
"#;

/// A new folder, locked for as long as it is in use and removed when dropped.
pub struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Makes a folder for `what`, in memory if the machine lets us, short enough of path for a Unix socket.
    pub fn new(what: &str) -> Folder {
        static PLACE: OnceLock<PathBuf> = OnceLock::new();
        let place = PLACE.get_or_init(|| {
            let place = quick_place();
            remove_stale(&place);
            place
        });
        Folder::new_in(place, what)
    }

    /// Makes a folder for `what` in this place.
    pub fn new_in(place: &Path, what: &str) -> Folder {
        let path = tempfile::Builder::new()
            .prefix(&format!("{PREFIX}{what}-"))
            .permissions(fs::Permissions::from_mode(0o755))
            .tempdir_in(place)
            .unwrap_or_else(|error| panic!("no folder could be made in {}: {error}", place.display()))
            .keep();
        let lock = File::create(path.join("lock")).expect("a file in the folder just made");
        lock.lock().expect("a lock on the file just made");
        Folder { path, _lock: lock }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The last lines the program wrote, for a message.
    pub fn log(&self) -> String {
        let all = fs::read_to_string(self.path.join("log")).unwrap_or_default();
        let lines: Vec<&str> = all.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path); // what stays, the next run removes
    }
}

/// A program that runs until this process ends, or until this is dropped.
pub struct Minded {
    _pipe: ChildStdin,
}

impl Minded {
    /// Starts `command` in `folder`, to be stopped by the signal `ask` (`INT`, `TERM`…).
    pub fn start<A: AsRef<OsStr>>(folder: &Folder, ask: &str, command: impl IntoIterator<Item = A>) -> Minded {
        let mut child = bare("/bin/sh")
            .args(["-c", MIND, "minder"])
            .arg(folder.path())
            .arg(ask)
            .args(["setpriv", "--pdeathsig", ask, "setsid"])
            .args(command)
            .process_group(0) // a Ctrl-C is for the tests; the minder hears of it by the pipe
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("/bin/sh starts");
        let pipe = child.stdin.take().expect("a pipe was asked for");
        // Waited for, so that no zombie is left when a test drops it; at the end of the process `init` does that.
        std::thread::spawn(move || child.wait());
        Minded { _pipe: pipe }
    }
}

/// A command in `/`, without the settings of Postgres and languages of whoever runs the tests.
pub fn bare(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir("/").env("LC_ALL", "C.UTF-8").env("TZ", "UTC");
    for (name, _) in std::env::vars_os() {
        if name.as_encoded_bytes().starts_with(b"PG") {
            command.env_remove(name);
        }
    }
    command
}

/// Whether this process runs as root, as it does in most containers.
pub fn i_am_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0)
}

/// `/dev/shm` if it has room (measured: a database a test in 16 ms, against up to 500 ms on a slow disk), else a folder for
/// temporary files. A child that gives up root must be able to walk there: `/tmp` is open to all, `$TMPDIR` may not be.
fn quick_place() -> PathBuf {
    const ENOUGH: u64 = 1024 * 1024; // KiB; containers often have 64 MiB there
    let memory = PathBuf::from("/dev/shm");
    let asked = bare("df").args(["-Pk", "/dev/shm"]).output();
    let table = asked.map(|answer| String::from_utf8_lossy(&answer.stdout).into_owned()).unwrap_or_default();
    let row: Vec<&str> = table.lines().nth(1).unwrap_or_default().split_whitespace().collect();
    let room =
        matches!(row[..], ["tmpfs" | "shm", _, _, free, ..] if free.parse::<u64>().is_ok_and(|free| free >= ENOUGH));
    if room && tempfile::tempfile_in(&memory).is_ok() {
        return memory;
    }
    let temp = std::env::temp_dir();
    if i_am_root() || temp.as_os_str().len() > 60 { PathBuf::from("/tmp") } else { temp }
}

/// Removes folders of earlier runs: old enough to be past their making, and locked by nobody.
fn remove_stale(temp: &Path) {
    let Ok(entries) = fs::read_dir(temp) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name().as_encoded_bytes().starts_with(PREFIX.as_bytes())) {
        let old = entry
            .metadata()
            .and_then(|about| about.modified())
            .is_ok_and(|made| SystemTime::now().duration_since(made).is_ok_and(|age| age > Duration::from_secs(60)));
        let free = match File::open(entry.path().join("lock")) {
            Ok(lock) => lock.try_lock().is_ok(),
            Err(error) => error.kind() == std::io::ErrorKind::NotFound,
        };
        if old && free {
            let _ = fs::remove_dir_all(entry.path()); // another user's folder stays: not ours to remove
        }
    }
}
