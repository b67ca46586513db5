//! What a house begins with, made once a test process and copied for every house after: a migrated Postgres, and the
//! demonstration's world on either database, which takes a second to live through and some hundredths to copy.

use super::minder::Folder;
use super::world::password;
use super::{Kind, START, postgres};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use diesel::RunQueryDsl;
use sigida::app;
use sigida::base::{Clock, Entropy, Time};
use sigida::config::Config;
use sigida::sample;
use sigida::web::Site;
use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What is there when a house opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// Nothing.
    Empty,
    /// The demonstration's people, places and past.
    World,
}

/// The files of a data folder: the secret a database was made under, which every copy needs again, and SQLite's database.
struct Files(Vec<(PathBuf, Vec<u8>)>);

static EMPTY_ON_POSTGRES: OnceLock<Files> = OnceLock::new();
static WORLD_ON_POSTGRES: OnceLock<Files> = OnceLock::new();
static WORLD_ON_SQLITE: OnceLock<Files> = OnceLock::new();

/// Lays what a house begins with: its files in the data folder, and on Postgres a database of its own.
pub fn lay(kind: Kind, beginning: Beginning, data: &Path) -> Option<postgres::Database> {
    let (name, kept) = match (kind, beginning) {
        // The program migrates it when it starts, as an administrator's first start does.
        (Kind::Sqlite, Beginning::Empty) => return None,
        (Kind::Sqlite, Beginning::World) => {
            WORLD_ON_SQLITE.get_or_init(|| Files::make(beginning, sqlite_in)).lay(data);
            return None;
        }
        (Kind::Postgres, Beginning::Empty) => ("sigida_template", &EMPTY_ON_POSTGRES),
        (Kind::Postgres, Beginning::World) => ("sigida_world", &WORLD_ON_POSTGRES),
    };
    let database = postgres::Database::of(name, |url| {
        kept.get_or_init(|| Files::make(beginning, |_| url.to_owned()));
    });
    kept.get().expect("the files of a template that is there").lay(data);
    Some(database)
}

/// The URL of SQLite's database in a data folder.
pub fn sqlite_in(data: &Path) -> String {
    format!("sqlite://{}", data.join("sigida.db").display())
}

/// The folder for data in a house's folder, made.
pub fn data_dir(folder: &Folder) -> PathBuf {
    let data = folder.path().join("data");
    std::fs::create_dir(&data).expect("a folder in the folder just made");
    data
}

/// The people of the sample sign in thousands of times a run: here their password's hash costs little. What one costs is the business
/// of tests beside it, and of who signs up.
fn cheapen(site: &Site) {
    let params = Params::new(64, 1, 1, None).expect("Argon2's least");
    let hash = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password(password("admin").as_bytes());
    let hash = hash.expect("a hash").to_string();
    let done = site.db.keep_now(move |tx| {
        let sql = format!("UPDATE accounts SET password = '{hash}' WHERE password <> ''");
        Ok(diesel::sql_query(sql).execute(tx.conn)?)
    });
    assert!(done.is_ok_and(|people| people > 20), "the sample has people");
}

impl Files {
    /// Has the program make a database, and keeps what it laid in its data folder.
    fn make(beginning: Beginning, url: impl FnOnce(&Path) -> String) -> Files {
        let folder = Folder::new("template");
        let data = data_dir(&folder);
        let config = Config::for_tests(data.clone(), &url(&data));
        // On a thread of its own, whose connections end with it: SQLite then leaves one whole file.
        let made = std::thread::spawn(move || {
            let clock = Clock::manual(Time::parse(START).expect("a time, as written above"));
            let site = app::open(&config, clock, Entropy::system())
                .unwrap_or_else(|error| panic!("The program did not open: {error}"));
            if beginning == Beginning::World {
                sample::fill(&site).unwrap_or_else(|error| panic!("The sample could not be laid: {error}"));
                cheapen(&site);
            }
        });
        if let Err(panic) = made.join() {
            std::panic::resume_unwind(panic);
        }
        let files = std::fs::read_dir(&data).expect("the folder just made").flatten().map(|entry| entry.path());
        let kept = files.filter(|path| path.is_file()).map(|path| {
            let bytes = std::fs::read(&path).expect("a file of the program just closed");
            (path.file_name().map(PathBuf::from).unwrap_or_default(), bytes)
        });
        Files(kept.collect())
    }

    /// Lays them in a house's folder, for the owner's eyes only.
    fn lay(&self, data: &Path) {
        for (name, bytes) in &self.0 {
            let mut options = OpenOptions::new();
            let file = options.write(true).create_new(true).mode(0o600).open(data.join(name));
            file.and_then(|mut file| file.write_all(bytes)).expect("a file in the folder just made");
        }
    }
}
