//! When everything can be read and nothing written: the disk takes no more, or the database was made read-only. No second try
//! helps, so nobody waits for one; the door opens by itself with the first deed that is written again.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind as Kind, Error as Sql};
use diesel::sql_types::Text;

use super::schema::settings;
use super::{Conn, DatabaseUrl, OpenError, Tx, connect};
use crate::error::{Error, Result};

/// Why nothing can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// The disk is full, or fails.
    Disk,
    /// The database takes no writes: it was set so, or is a copy that follows another one.
    ReadOnly,
}

impl fmt::Display for Shut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Shut::Disk => "the database's disk is full or fails",
            Shut::ReadOnly => "the database is read-only",
        })
    }
}

/// What a database says whose disk takes no more: SQLite; Postgres (53100) in English and in French, since a server may speak
/// either and Diesel passes on no code.
const DISK: [&str; 7] = [
    "database or disk is full",
    "disk I/O error",
    "No space left on device",
    "Disk quota exceeded",
    "could not extend file",
    "espace disponible",
    "étendre le fichier",
];

/// And one that takes no writes.
const READ_ONLY: [&str; 4] = [
    "attempt to write a readonly database",
    "in a read-only transaction",
    "hot standby",
    "database is not accepting commands that assign new transaction IDs",
];

impl Shut {
    /// What an error of a write says of the door; nothing when it is about something else.
    pub(super) fn of(error: &Error) -> Option<Shut> {
        let Error::Database(Sql::DatabaseError(kind, info)) = error else { return None };
        let says = |signs: &[&str]| signs.iter().any(|sign| info.message().contains(sign));
        match kind {
            Kind::ReadOnlyTransaction => Some(Shut::ReadOnly),
            _ if says(&READ_ONLY) => Some(Shut::ReadOnly),
            _ if says(&DISK) => Some(Shut::Disk),
            _ => None,
        }
    }
}

/// Whether the door for writing is shut, as the last deed found it; shared by the writer and by who asks.
#[derive(Clone, Default)]
pub(super) struct Door(Arc<AtomicU8>);

impl Door {
    /// Why it is shut.
    pub(super) fn shut(&self) -> Option<Shut> {
        match self.0.load(Ordering::Relaxed) {
            1 => Some(Shut::Disk),
            2 => Some(Shut::ReadOnly),
            _ => None,
        }
    }

    /// Shuts it; true when it was open.
    pub(super) fn close(&self, why: Shut) -> bool {
        self.0.swap(if why == Shut::Disk { 1 } else { 2 }, Ordering::Relaxed) == 0
    }

    /// Opens it; true when it was shut.
    pub(super) fn open(&self) -> bool {
        self.0.swap(0, Ordering::Relaxed) != 0
    }
}

/// The row by which it is tried.
const TRIED: &str = "tried";
/// How long what it holds is: room for a short row says nothing of room for a concern, which takes some sixty kilobytes of the log.
const LENGTH: usize = 60_000;

fn ballast() -> String {
    "·".repeat(LENGTH / "·".len())
}

/// Writes something that means nothing, to know whether anything can be written.
pub(super) fn knock(tx: &mut Tx<'_>) -> Result<()> {
    diesel::delete(settings::table.find(TRIED)).execute(tx.conn)?;
    let row = (settings::name.eq(TRIED), settings::value.eq(ballast()));
    diesel::insert_into(settings::table).values(row).execute(tx.conn)?;
    Ok(())
}

/// Tries whether a database can be written, for `sigida check`; what it writes it takes away again.
///
/// # Errors
/// Why it cannot.
pub fn try_writing(url: &DatabaseUrl) -> std::result::Result<(), String> {
    const CHECKED: &str = "checked";
    let mut conn = connect::writer(url).map_err(|e: OpenError| e.to_string())?;
    let row = (settings::name.eq(CHECKED), settings::value.eq(ballast()));
    let clear = |conn: &mut Conn| diesel::delete(settings::table.find(CHECKED)).execute(conn);
    // One that was killed in the middle may have left its row.
    let tried = clear(&mut conn)
        .and_then(|_| diesel::insert_into(settings::table).values(row).execute(&mut conn))
        .and_then(|_| clear(&mut conn));
    tried.map(drop).map_err(|error| {
        let error = Error::Database(error);
        Shut::of(&error).map_or_else(|| error.to_string(), |why| format!("{why} ({error})"))
    })
}

#[derive(QueryableByName)]
struct Whole {
    #[diesel(sql_type = Text)]
    integrity_check: String,
}

#[derive(QueryableByName)]
struct Loose {
    #[diesel(sql_type = Text)]
    table: String,
}

/// What is damaged in a SQLite file: a page, an index, a row that points at nothing. Postgres keeps such accounts itself.
///
/// # Errors
/// When it does not answer; within, what is damaged.
pub fn damage(conn: &mut Conn) -> QueryResult<Option<String>> {
    if let Conn::Pg(pg) = conn {
        return pg.batch_execute("SELECT 1").map(|()| None);
    }
    let whole: Vec<Whole> = diesel::sql_query("PRAGMA integrity_check").load(conn)?;
    if let Some(wrong) = whole.into_iter().find(|w| w.integrity_check != "ok") {
        return Ok(Some(wrong.integrity_check));
    }
    let loose: Vec<Loose> = diesel::sql_query("PRAGMA foreign_key_check").load(conn)?;
    Ok(loose.first().map(|loose| format!("a row of {} points at nothing", loose.table)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: Kind, message: &str) -> Option<Shut> {
        Shut::of(&Error::Database(Sql::DatabaseError(kind, Box::new(message.to_owned()))))
    }

    #[test]
    fn a_full_disk_and_a_read_only_database_are_told_from_other_failures() {
        assert_eq!(said(Kind::Unknown, "database or disk is full"), Some(Shut::Disk));
        let full = "could not extend file \"base/1/2\": No space left on device";
        assert_eq!(said(Kind::Unknown, full), Some(Shut::Disk));
        assert_eq!(said(Kind::ReadOnlyTransaction, "n'importe"), Some(Shut::ReadOnly));
        assert_eq!(said(Kind::Unknown, "attempt to write a readonly database"), Some(Shut::ReadOnly));
        assert_eq!(said(Kind::UniqueViolation, "UNIQUE constraint failed"), None);
        assert_eq!(said(Kind::Unknown, "database is locked"), None);
    }

    #[test]
    fn the_door_says_when_it_changes() {
        let door = Door::default();
        assert!(door.shut().is_none() && !door.open());
        assert!(door.close(Shut::Disk) && !door.close(Shut::Disk));
        assert_eq!(door.shut(), Some(Shut::Disk));
        assert!(door.open() && door.shut().is_none());
    }
}
