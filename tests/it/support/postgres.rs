//! A Postgres for the tests: started once a test process from the machine's own binaries, never a server already running.
//!
//! It lives in a folder of [`Folder`], listens on a Unix socket there and nowhere else, does not wait for the disk, and ends
//! with the process ([`super::minder`]). The program fills each template once; each test gets a copy of one, which
//! takes some tens of milliseconds, and which goes when the test ends.
//!
//! Postgres refuses to run as root; a test process that is root starts it as `postgres`, or else as `nobody`.

use super::minder::{Folder, Minded, bare, i_am_root};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// Where Debian's packages keep the programs of each version.
const VERSIONS: &str = "/usr/lib/postgresql";

/// What a cluster that may be lost can do without. The numbers leave room for tests that run beside each other.
const SETTINGS: [&str; 14] = [
    "listen_addresses=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_wal_size=1GB",
    "checkpoint_timeout=1h",
    "autovacuum=off",
    "jit=off",
    "shared_buffers=64MB",
    "max_connections=300",
    "timezone=UTC",
    "log_statement=none",
];

/// Set before the first database by who measures speed: a folder on a real disk, where the cluster then waits for the disk
/// as one that must not lose anything does.
pub static DURABLE_IN: OnceLock<PathBuf> = OnceLock::new();

/// What such a cluster changes.
const DURABLE: [&str; 4] = ["fsync=on", "synchronous_commit=on", "full_page_writes=on", "shared_buffers=128MB"];

/// A running server and the connection that makes databases on it.
struct Cluster {
    folder: Folder,
    _server: Minded,
    desk: Mutex<Desk>,
}

/// What making databases needs, one at a time.
struct Desk {
    connection: PgConnection,
    templates: Vec<&'static str>,
    made: u32,
    copying: &'static str,
}

/// A database of one test. It is dropped with this value, whoever is still connected.
pub struct Database {
    name: String,
    url: String,
}

impl Database {
    /// A fresh copy of the one template of who needs no other.
    pub fn new(migrate: impl FnOnce(&str)) -> Database {
        Database::of("sigida_template", migrate)
    }

    /// A fresh copy of a template. The first call of the process starts the cluster, the first one for a template has `fill`
    /// fill it, given its URL; `fill` must close its connections before it returns.
    pub fn of(template: &'static str, fill: impl FnOnce(&str)) -> Database {
        let cluster = CLUSTER.get_or_init(Cluster::start);
        let name = cluster.copy(template, fill);
        let url = cluster.url(&name);
        Database { name, url }
    }

    /// A database without a single table.
    pub fn blank() -> Database {
        let cluster = CLUSTER.get_or_init(Cluster::start);
        let mut desk = cluster.desk.lock().unwrap_or_else(PoisonError::into_inner);
        desk.made += 1;
        let name = format!("blank_{}", desk.made);
        cluster.run(&mut desk, &format!("CREATE DATABASE {name}"));
        let url = cluster.url(&name);
        Database { name, url }
    }

    /// `postgres:///name?host=/dev/shm/…&user=postgres`, as libpq reads it.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// The cluster, from the first test that asks for a database.
static CLUSTER: OnceLock<Cluster> = OnceLock::new();

impl Drop for Database {
    fn drop(&mut self) {
        if let Some(cluster) = CLUSTER.get() {
            let mut desk = cluster.desk.lock().unwrap_or_else(PoisonError::into_inner);
            // A test that already failed must not be hidden by a second failure: the folder goes at the end anyway.
            let _ = desk.connection.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
        }
    }
}

/// The files of a cluster, and how its server is started on them.
pub struct Files {
    /// The folder of the data and of the socket.
    pub data: PathBuf,
    version: u32,
    programs: PathBuf,
    as_whom: Vec<String>,
}

impl Files {
    /// Makes an empty cluster in a folder.
    pub fn make(folder: &Folder) -> Files {
        let (version, programs) = newest_programs();
        let data = folder.path().join("data");
        fs::create_dir(&data).expect("a folder in the folder just made");
        fs::set_permissions(&data, fs::Permissions::from_mode(0o700)).expect("a folder of our own");
        let mut as_whom = Vec::new();
        if i_am_root() {
            let (uid, gid) = lesser_user();
            chown(&data, Some(uid), Some(gid)).expect("root gives a folder away");
            as_whom = vec![
                "setpriv".into(),
                format!("--reuid={uid}"),
                format!("--regid={gid}"),
                "--clear-groups".into(),
                // Changing who one is forgets the signal asked for before: ask again.
                "--pdeathsig=QUIT".into(),
            ];
        } else {
            as_whom.push("env".to_owned());
        }
        let files = Files { data, version, programs, as_whom };
        let place = files.data.display().to_string();
        let made = bare(&files.as_whom[0])
            .args(&files.as_whom[1..])
            .arg(files.program("initdb"))
            .args(["--no-sync", "--no-instructions", "--auth=trust", "--username=postgres", "--encoding=UTF8"])
            .args(["--locale=C.UTF-8", "--pgdata", &place])
            .output()
            .expect("setpriv(1) or env(1) starts");
        assert!(
            made.status.success(),
            "initdb could not make a cluster in {place}:\n{}{}",
            String::from_utf8_lossy(&made.stdout),
            String::from_utf8_lossy(&made.stderr),
        );
        files
    }

    /// The command that serves them with these settings.
    pub fn server(&self, settings: &[&str]) -> Vec<String> {
        let place = self.data.display().to_string();
        let mut command = self.as_whom.clone();
        command.extend([self.program("postgres"), "-D".into(), place.clone(), "-k".into(), place]);
        command.extend(settings.iter().flat_map(|setting| ["-c".into(), (*setting).to_owned()]));
        command
    }

    /// The URL of one of its databases.
    pub fn url(&self, name: &str) -> String {
        url_of(&self.data, name)
    }

    fn program(&self, name: &str) -> String {
        self.programs.join(name).display().to_string()
    }
}

impl Cluster {
    /// Makes the files, starts the server, waits until it answers.
    fn start() -> Cluster {
        let folder = match DURABLE_IN.get() {
            Some(place) => Folder::new_in(place, "postgres"),
            None => Folder::new("postgres"),
        };
        let files = Files::make(&folder);
        let (version, data) = (files.version, files.data.clone());
        let mut settings = SETTINGS.to_vec();
        if DURABLE_IN.get().is_some() {
            settings.extend(DURABLE);
        }
        let command = files.server(&settings);
        let server = Minded::start(&folder, "QUIT", command);

        let url = url_of(&data, "postgres");
        let begun = Instant::now();
        let connection = loop {
            match PgConnection::establish(&url) {
                Ok(connection) => break connection,
                Err(_) if begun.elapsed() < Duration::from_secs(60) => std::thread::sleep(Duration::from_millis(10)),
                Err(error) => panic!("Postgres did not answer in a minute: {error}\n{}", folder.log()),
            }
        };
        // As files; since version 15 the default is through the log, which measured four times as long.
        let copying = if version >= 15 { "STRATEGY FILE_COPY" } else { "" };
        Cluster {
            folder,
            _server: server,
            desk: Mutex::new(Desk { connection, templates: Vec::new(), made: 0, copying }),
        }
    }

    /// Copies a template, made first if this is the first time, and says the copy's name.
    fn copy(&self, template: &'static str, fill: impl FnOnce(&str)) -> String {
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        if !desk.templates.contains(&template) {
            self.run(
                &mut desk,
                &format!("DROP DATABASE IF EXISTS {template} WITH (FORCE)"), // one that panicked half-way left it
            );
            self.run(&mut desk, &format!("CREATE DATABASE {template}"));
            fill(&self.url(template));
            // A backend ends a moment after its connection; a template must have none.
            self.run(
                &mut desk,
                &format!("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{template}'"),
            );
            self.run(&mut desk, &format!("ALTER DATABASE {template} ALLOW_CONNECTIONS false"));
            desk.templates.push(template);
        }
        desk.made += 1;
        let name = format!("sigida_{}", desk.made);
        let sql = format!("CREATE DATABASE {name} TEMPLATE {template} {}", desk.copying);
        self.run(&mut desk, &sql);
        name
    }

    /// One statement of the desk, or a panic with what Postgres says.
    fn run(&self, desk: &mut Desk, sql: &str) {
        if let Err(error) = desk.connection.batch_execute(sql) {
            panic!("`{sql}` failed: {error}\n{}", self.folder.log());
        }
    }

    /// The URL of one of its databases.
    fn url(&self, name: &str) -> String {
        url_of(&self.folder.path().join("data"), name)
    }
}

/// The URL of a database whose socket is in `socket`.
fn url_of(socket: &Path, name: &str) -> String {
    format!("postgres:///{name}?host={}&user=postgres", socket.display())
}

/// The newest version installed, and the folder of its programs.
fn newest_programs() -> (u32, PathBuf) {
    let versions = fs::read_dir(VERSIONS).into_iter().flatten().flatten();
    versions
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.split('.').next()?.parse().ok()?;
            let programs = entry.path().join("bin");
            (programs.join("initdb").exists() && programs.join("postgres").exists()).then_some((version, programs))
        })
        .max()
        .unwrap_or_else(|| {
            panic!(
                "The tests start a Postgres of their own, and there is none under {VERSIONS}. \
                 Install it with: apt-get install postgresql (or run `bash tests/all`, which does)."
            )
        })
}

/// User and group to run Postgres as, when we are root.
fn lesser_user() -> (u32, u32) {
    let users = fs::read_to_string("/etc/passwd").expect("/etc/passwd can be read");
    let find = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut parts = line.split(':').skip(2);
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    };
    find("postgres").or_else(|| find("nobody")).expect("a user `postgres` or `nobody` in /etc/passwd")
}
