//! Making a backup while the instance serves.

use std::fs::File;
use std::path::Path;

use data_encoding::HEXLOWER;
use diesel::prelude::*;

use super::archive::{Broken, Writer};
use super::manifest::{DATABASE, ERASED, FORMAT, MEDIA, Manifest, SECRET};
use crate::base::{Actor, Clock, Entropy, Time};
use crate::config::Config;
use crate::db::copy::{self, CopyError};
use crate::db::schema::{category_sounds, media, prompt_sounds};
use crate::db::{self, Conn, DatabaseUrl, Db};
use crate::error::Error;
use crate::ledger::{self, Verdict};
use crate::media::{Name, Store};
use crate::rights::erased::{self, Beside, List};

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// Its list.
    pub manifest: Manifest,
    /// How long the file is.
    pub bytes: u64,
    /// Why the ledger does not say that it was made, when it does not.
    pub unrecorded: Option<String>,
}

/// What the copy shows of itself.
struct Seen {
    ledger: (i64, String),
    objects: Vec<Name>,
    gone: List,
}

/// The names of all that lies in the media store and is still somebody's. One table a line: a store without a line here is
/// not in the backup.
pub(super) fn objects(conn: &mut Conn) -> QueryResult<Vec<String>> {
    let kept = media::table.filter(media::deleted_at.is_null());
    let mut names: Vec<String> = kept.select(media::object).load(conn)?;
    names.extend(kept.select(media::thumb).load::<String>(conn)?);
    names.extend(prompt_sounds::table.select(prompt_sounds::object).load::<String>(conn)?);
    names.extend(category_sounds::table.select(category_sounds::object).load::<String>(conn)?);
    names.sort();
    names.dedup();
    Ok(names)
}

fn look(conn: &mut Conn) -> Result<Seen, String> {
    let ledger = match ledger::verify(conn).map_err(|e| e.to_string())? {
        Verdict::Whole { rows, hash } => (rows, HEXLOWER.encode(&hash)),
        Verdict::Broken(fault) => return Err(fault.to_string()),
    };
    let names = objects(conn).map_err(|e| e.to_string())?;
    let gone = erased::known(conn).map_err(|e| e.to_string())?;
    Ok(Seen { gone, ledger, objects: names.iter().filter_map(|name| Name::parse(name)).collect() })
}

/// Says in the ledger that a backup is being made: before the copy, so that the copy says it too and both ledgers are one.
/// The schema is left as it is: a copy made before an update must not be the update.
fn record(config: &Config, clock: &Clock, entropy: &Entropy) -> Result<(), String> {
    let (_, lacking) = db::look(&config.database).map_err(|e| e.to_string())?;
    if let Some(first) = lacking.first() {
        return Err(format!("the schema lacks « {first} »"));
    }
    let db = Db::open(config.database.clone(), clock.clone(), entropy.clone(), 1).map_err(|e| e.to_string())?;
    let object = format!("backup {}", config.database.kind());
    db.write_now(move |tx| ledger::record(tx, &Actor::System, "backup.make", &object, "")).map_err(|e| e.to_string())
}

/// Makes a backup in a new file, for these public keys; also of a database that takes no writes.
///
/// # Errors
/// A sentence on what is in the way. Then there is no such file.
pub fn make(
    config: &Config,
    file: &Path,
    recipients: &[age::x25519::Recipient],
    clock: &Clock,
    entropy: &Entropy,
) -> Result<Made, Broken> {
    if recipients.is_empty() {
        return Err(Broken("a backup is for somebody: give at least one public key".into()));
    }
    if file.exists() {
        return Err(Broken(format!("{} is there already", file.display())));
    }
    let unrecorded = record(config, clock, entropy).err();
    let part = file.with_file_name(format!("{}.part", file.file_name().unwrap_or_default().to_string_lossy()));
    let made = write(config, &part, recipients, clock.now()).and_then(|manifest| {
        std::fs::rename(&part, file)?;
        Ok(Made { manifest, bytes: std::fs::metadata(file)?.len(), unrecorded })
    });
    if made.is_err() {
        // What was begun is no backup; that it may never have been made is no second failure.
        let _ = std::fs::remove_file(&part);
    }
    made
}

fn write(config: &Config, part: &Path, to: &[age::x25519::Recipient], now: Time) -> Result<Manifest, Broken> {
    // The copy waits in a folder of its own beside the database, on a disk that is known to hold as much, and goes with it.
    let beside = match &config.database {
        DatabaseUrl::Sqlite(path) => {
            path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
        }
        DatabaseUrl::Postgres(_) => &config.data,
    };
    let folder = tempfile::Builder::new().prefix("backup-").tempdir_in(beside)?;
    let database = folder.path().join(DATABASE);
    let seen = copy::copy(&config.database, &database, |conn| look(conn).map_err(CopyError::new))?;
    let mut archive = Writer::create(part, to)?;
    let copied = File::open(&database)?;
    archive.add(DATABASE, copied.metadata()?.len(), copied)?;
    let secret = std::fs::read(&config.secret_file)
        .map_err(|e| Broken(format!("SIGIDA_SECRET_FILE: cannot read {}: {e}", config.secret_file.display())))?;
    archive.add(SECRET, secret.len() as u64, secret.as_slice())?;
    // What was restored once may be known to the file alone, and what a neighbour did to the database alone.
    let file = &config.web.erased;
    let beside = Beside::at(file).read().map_err(|e| Broken(format!("cannot read {}: {e}", file.display())))?;
    let gone = beside.with(seen.gone).text();
    archive.add(ERASED, gone.len() as u64, gone.as_bytes())?;
    let store = Store::open(&config.media).map_err(Broken)?;
    let mut lost = Vec::new();
    for name in &seen.objects {
        match store.get_now(name) {
            Ok(bytes) => archive.add(&format!("{MEDIA}{}", name.as_str()), bytes.len() as u64, bytes.as_ref())?,
            Err(Error::NotFound) => lost.push(name.as_str().to_owned()),
            Err(error) => return Err(Broken(format!("SIGIDA_MEDIA: {error}"))),
        }
    }
    archive.finish(|entries| Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        database: config.database.kind().to_owned(),
        made_at: now.rfc3339(),
        ledger: seen.ledger,
        entries,
        lost,
    })
}
