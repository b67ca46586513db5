//! Reading a backup: to see that it is whole, and to make an instance of it again.

use std::io::Read;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;

use super::archive::{Broken, Reader, listed, write_own};
use super::make::objects;
use super::manifest::{DATABASE, ERASED, Entry, FORMAT, MEDIA, Manifest, SECRET};
use crate::base::{Clock, Entropy};
use crate::config::Config;
use crate::db::copy::{self, CopyError};
use crate::db::{Conn, DatabaseUrl, Db};
use crate::ledger::{self, Verdict};
use crate::media::{Name, Store};
use crate::rights::erased::{Beside, List};
use crate::rights::{self, Replayed};
use crate::web::end_every_session;

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

    /// Its photos and sounds: where each lies unpacked, and its name.
    fn media(&self) -> impl Iterator<Item = (PathBuf, Name)> + '_ {
        let named = move |entry: &Entry| {
            let name = Name::parse(entry.name.strip_prefix(MEDIA)?)?;
            Some((self.path(&entry.name), name))
        };
        self.manifest.entries.iter().filter_map(named)
    }

    /// What it knows to be gone; a backup of before there was such a list knows nothing.
    fn erased(&self) -> Result<List, Broken> {
        let file = self.path(ERASED);
        if file.exists() { List::brought(&file).map_err(Broken) } else { Ok(List::default()) }
    }
}

/// What an archive may hold; anything else was not made by us.
fn known(name: &str) -> bool {
    [DATABASE, SECRET, ERASED].contains(&name)
        || name.strip_prefix(MEDIA).is_some_and(|name| Name::parse(name).is_some())
}

fn must_be_known(name: &str) -> Result<(), Broken> {
    match known(name) {
        true => Ok(()),
        false => Err(Broken(format!("the archive holds « {name} », which no backup does"))),
    }
}

/// Reads what lies sealed in a backup and keeps nothing of it: whether it is what a backup holds, by its hashes.
///
/// # Errors
/// A sentence on what is wrong.
pub fn look_through(plain: impl Read) -> Result<Manifest, Broken> {
    listed(plain, |name, _| must_be_known(name))
}

/// Unpacks a backup into a folder beside `place` and looks whether it is whole: every byte by its hash, the database as its own
/// kind reads it, the ledger from its first row to the one the list names.
///
/// # Errors
/// A sentence on what is wrong.
pub fn open(file: &Path, keys: &Path, place: &Path) -> Result<Opened, Broken> {
    let folder = tempfile::Builder::new().prefix("restore-").tempdir_in(place)?;
    let unpack = |name: &str, from: &mut dyn Read| {
        must_be_known(name)?;
        write_own(&folder.path().join(name.replace('/', "-")), from)
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

/// What was restored, and what was done to it before anybody is served.
#[derive(Debug)]
pub struct Restored {
    /// The backup's list.
    pub manifest: Manifest,
    /// What was erased since, and is again.
    pub replayed: Replayed,
    /// Sessions that were open when the backup was made.
    pub sessions: usize,
}

/// Makes an instance of a backup in an empty place, and does again there what the lists say is gone: those that are given, the one
/// beside the secret, the backup's own. The database comes last: until then it can be tried again.
///
/// # Errors
/// A sentence on what is in the way: the place is not empty, another kind of database, a list that is none, or what [`open`] finds.
pub fn restore(
    config: &Config,
    file: &Path,
    keys: &Path,
    erased: &[PathBuf],
    clock: &Clock,
) -> Result<Restored, Broken> {
    if !copy::is_empty(&config.database)? {
        return Err(Broken(format!(
            "DATABASE_URL: {:?} holds something already; restore into an empty one",
            config.database
        )));
    }
    let list = gathered(config, erased)?;
    std::fs::create_dir_all(&config.data)
        .map_err(|e| Broken(format!("SIGIDA_DATA: cannot make {}: {e}", config.data.display())))?;
    let opened = open(file, keys, &config.data)?;
    if opened.manifest.database != config.database.kind() {
        let kind = &opened.manifest.database;
        return Err(Broken(format!("DATABASE_URL: the backup is of {kind}, and {:?} is none", config.database)));
    }
    let list = list.with(opened.erased()?);
    let copied = opened.path(DATABASE);
    // SQLite's copy forgets before it is put there, so that what is erased lies in no file of the place; Postgres' can only afterwards.
    let before = match &config.database {
        DatabaseUrl::Sqlite(_) => Some(afresh(&DatabaseUrl::Sqlite(copied.clone()), &list, clock)?),
        DatabaseUrl::Postgres(_) => None,
    };
    put_secret(config, &opened.path(SECRET))?;
    keep_list(config, &list)?;
    let store = Store::open(&config.media).map_err(Broken)?;
    for (bytes, name) in opened.media().filter(|(_, name)| before.as_ref().is_none_or(|after| after.names(name))) {
        let bytes = std::fs::read(bytes)?;
        store.put_now(&name, bytes).map_err(|e| Broken(format!("SIGIDA_MEDIA: {e}")))?;
    }
    let after = match before {
        Some(after) => {
            // Copied once more, because a file of SQLite keeps the places of what it forgot.
            let clean = opened.path("forgotten");
            copy::copy(&DatabaseUrl::Sqlite(copied), &clean, |_| Ok(()))?;
            copy::put_back(&config.database, &clean)?;
            after
        }
        None => {
            copy::put_back(&config.database, &copied)?;
            let after = afresh(&config.database, &list, clock).map_err(|e| {
                Broken(format!("the database is back with what was erased since: empty it and restore again: {e}"))
            })?;
            for (_, name) in opened.media().filter(|(_, name)| !after.names(name)) {
                store.delete_now(&name).map_err(|e| Broken(format!("SIGIDA_MEDIA: {e}")))?;
            }
            after
        }
    };
    Ok(Restored { manifest: opened.manifest, replayed: after.replayed, sessions: after.sessions })
}

/// What was done again in a database that is there.
#[derive(Debug)]
pub struct Again {
    /// What was erased since, and is again.
    pub replayed: Replayed,
    /// Sessions that were open in it.
    pub sessions: usize,
}

/// Does again, in a database that came back by other means than [`restore`] (Litestream, the log of Postgres), what the lists say is
/// gone: those that are given and the one beside the secret. The bytes of photos and sounds go with the sweep of whoever serves it.
///
/// # Errors
/// A sentence on what is in the way: no database, a list that is none. What was done before stays done, and can be done once more.
pub fn erase_again(config: &Config, erased: &[PathBuf], clock: &Clock) -> Result<Again, Broken> {
    if copy::is_empty(&config.database)? {
        return Err(Broken(format!("DATABASE_URL: {:?} holds nothing to erase from", config.database)));
    }
    let list = gathered(config, erased)?;
    keep_list(config, &list)?;
    let after = afresh(&config.database, &list, clock)?;
    Ok(Again { replayed: after.replayed, sessions: after.sessions })
}

/// The lists that are given, and the one that lies beside the secret already.
fn gathered(config: &Config, given: &[PathBuf]) -> Result<List, Broken> {
    let file = &config.web.erased;
    let mut list = Beside::at(file).read().map_err(|e| Broken(format!("cannot read {}: {e}", file.display())))?;
    for file in given {
        list = list.with(List::brought(file).map_err(|e| Broken(format!("the list of what was erased: {e}")))?);
    }
    Ok(list)
}

/// Leaves the whole list beside the secret: the next restore needs it as well.
fn keep_list(config: &Config, list: &List) -> Result<(), Broken> {
    let file = &config.web.erased;
    let kept = Beside::at(file).add(list);
    kept.map(drop).map_err(|e| Broken(format!("cannot write {}: {e}", file.display())))
}

/// How a restored database stands before anybody is served.
struct Afresh {
    replayed: Replayed,
    sessions: usize,
    objects: Vec<String>,
}

impl Afresh {
    /// True when some row still names this photo or sound.
    fn names(&self, name: &Name) -> bool {
        self.objects.iter().any(|object| object == name.as_str())
    }
}

/// Does again what is gone, and ends every session.
fn afresh(url: &DatabaseUrl, list: &List, clock: &Clock) -> Result<Afresh, Broken> {
    let told = |error: crate::error::Error| Broken(error.to_string());
    let opened = Db::open(url.clone(), clock.clone(), Entropy::system(), 1);
    let db = opened.map_err(|e| Broken(e.to_string()))?;
    let replayed = rights::replay(&db, list).map_err(told)?;
    let (sessions, objects) = db.keep_now(|tx| Ok((end_every_session(tx)?, objects(tx.conn)?))).map_err(told)?;
    Ok(Afresh { replayed, sessions, objects })
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
