//! Reading a backup: to see that it is whole, and to make an instance of it again.

use std::io::Read;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;

use super::archive::{Broken, Reader, write_own};
use super::manifest::{DATABASE, FORMAT, MEDIA, Manifest, SECRET};
use crate::config::Config;
use crate::db::Conn;
use crate::db::copy::{self, CopyError};
use crate::ledger::{self, Verdict};
use crate::media::{Name, Store};

/// A backup, unpacked and found whole. Its folder goes with it.
#[derive(Debug)]
pub struct Opened {
    /// Its list.
    pub manifest: Manifest,
    folder: tempfile::TempDir,
}

impl Opened {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name.replace('/', "-"))
    }
}

/// What an archive may hold; anything else was not made by us.
fn known(name: &str) -> bool {
    name == DATABASE || name == SECRET || name.strip_prefix(MEDIA).is_some_and(|name| Name::parse(name).is_some())
}

/// Unpacks a backup into a folder beside `place` and looks whether it is whole: every byte by its hash, the database as its own
/// kind reads it, the ledger from its first row to the one the list names.
///
/// # Errors
/// A sentence on what is wrong.
pub fn open(file: &Path, keys: &Path, place: &Path) -> Result<Opened, Broken> {
    let folder = tempfile::Builder::new().prefix("restore-").tempdir_in(place)?;
    let unpack = |name: &str, from: &mut dyn Read| match known(name) {
        true => write_own(&folder.path().join(name.replace('/', "-")), from),
        false => Err(Broken(format!("the archive holds « {name} », which no backup does"))),
    };
    let manifest = Reader::open(file, keys)?.read(unpack)?;
    if manifest.format != FORMAT {
        return Err(Broken(format!("the backup has format {}; this program reads {FORMAT}", manifest.format)));
    }
    let opened = Opened { manifest, folder };
    let claimed = opened.manifest.ledger.clone();
    copy::examine(&opened.manifest.database, &opened.path(DATABASE), |conn| {
        verify(conn, &claimed).map_err(CopyError::new)
    })?;
    Ok(opened)
}

fn verify(conn: &mut Conn, claimed: &(i64, String)) -> Result<(), String> {
    match ledger::verify(conn).map_err(|e| e.to_string())? {
        Verdict::Whole { rows, hash } if (rows, HEXLOWER.encode(&hash)) == *claimed => Ok(()),
        Verdict::Whole { .. } => Err("the ledger is not the one the list names".into()),
        Verdict::Broken(fault) => Err(fault.to_string()),
    }
}

/// Makes an instance of a backup in an empty place. The database comes last: until then it can be tried again.
///
/// # Errors
/// A sentence on what is in the way: the place is not empty, another kind of database, or what [`open`] finds.
pub fn restore(config: &Config, file: &Path, keys: &Path) -> Result<Manifest, Broken> {
    if !copy::is_empty(&config.database)? {
        return Err(Broken(format!(
            "DATABASE_URL: {:?} holds something already; restore into an empty one",
            config.database
        )));
    }
    std::fs::create_dir_all(&config.data)
        .map_err(|e| Broken(format!("SIGIDA_DATA: cannot make {}: {e}", config.data.display())))?;
    let opened = open(file, keys, &config.data)?;
    if opened.manifest.database != config.database.kind() {
        let kind = &opened.manifest.database;
        return Err(Broken(format!("DATABASE_URL: the backup is of {kind}, and {:?} is none", config.database)));
    }
    put_secret(config, &opened.path(SECRET))?;
    let store = Store::open(&config.media).map_err(Broken)?;
    let named = opened.manifest.entries.iter().filter_map(|e| Some((e, Name::parse(e.name.strip_prefix(MEDIA)?)?)));
    for (entry, name) in named {
        let bytes = std::fs::read(opened.path(&entry.name))?;
        store.put_now(&name, bytes).map_err(|e| Broken(format!("SIGIDA_MEDIA: {e}")))?;
    }
    copy::put_back(&config.database, &opened.path(DATABASE))?;
    Ok(opened.manifest)
}

/// The secret goes where the settings want it, unless the very same is there.
fn put_secret(config: &Config, from: &Path) -> Result<(), Broken> {
    let (secret, place) = (std::fs::read(from)?, &config.secret_file);
    match std::fs::read(place) {
        Ok(there) if there.trim_ascii() == secret.trim_ascii() => Ok(()),
        Ok(_) => Err(Broken(format!("SIGIDA_SECRET_FILE: {} holds another instance's secret", place.display()))),
        Err(_) => write_own(place, &mut secret.as_slice()),
    }
}
