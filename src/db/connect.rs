//! Connections: how one is opened and tuned on each database.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};

use super::{DatabaseUrl, MigrateError};

/// A connection to whichever database is configured; Diesel writes each statement in that database's words.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// SQLite, in this process.
    Sqlite(SqliteConnection),
    /// Postgres, over a socket.
    Pg(PgConnection),
}

/// The database could not be opened; the text names the setting to mend.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The server or the file does not answer.
    #[error("DATABASE_URL: cannot open {0}: {1}")]
    Unreachable(String, String),
    /// The schema cannot be brought up to date.
    #[error("DATABASE_URL: {0}")]
    Migrate(#[from] MigrateError),
    /// No thread could be started.
    #[error("the system gives no thread for the database: {0}")]
    Thread(#[from] std::io::Error),
}

/// Foreign keys on; wait for a lock rather than fail; keep temporary tables and hot pages in memory.
const SQLITE_BOTH: &str = "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; \
     PRAGMA mmap_size = 268435456;";

/// The one connection that writes. FULL: a concern we acknowledged outlives a power cut.
pub(super) fn writer(url: &DatabaseUrl) -> Result<Conn, OpenError> {
    match url {
        DatabaseUrl::Sqlite(path) => sqlite(
            path,
            &format!(
                "{SQLITE_BOTH} PRAGMA cache_size = -8000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                 PRAGMA secure_delete = ON;"
            ),
        ),
        DatabaseUrl::Postgres(text) => postgres(text, "SET statement_timeout = '30s'; SET lock_timeout = '5s'"),
    }
    .map_err(|reason| OpenError::Unreachable(format!("{url:?}"), reason))
}

/// A connection that only reads.
pub(super) fn reader(url: &DatabaseUrl) -> Result<Conn, OpenError> {
    match url {
        DatabaseUrl::Sqlite(path) => {
            sqlite(path, &format!("{SQLITE_BOTH} PRAGMA cache_size = -4000; PRAGMA query_only = ON;"))
        }
        DatabaseUrl::Postgres(text) => {
            postgres(text, "SET statement_timeout = '10s'; SET default_transaction_read_only = on")
        }
    }
    .map_err(|reason| OpenError::Unreachable(format!("{url:?}"), reason))
}

fn sqlite(path: &Path, pragmas: &str) -> Result<Conn, String> {
    // A path, not a URI: SQLite would read `file:…?mode=memory` in the name as one.
    let path = if path.is_absolute() { path.to_path_buf() } else { Path::new(".").join(path) };
    let mut conn = SqliteConnection::establish(&path.to_string_lossy()).map_err(|e| e.to_string())?;
    conn.batch_execute(pragmas).map_err(|e| e.to_string())?;
    Ok(Conn::Sqlite(conn))
}

fn postgres(url: &str, settings: &str) -> Result<Conn, String> {
    let one_line = |e: String| e.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut conn = PgConnection::establish(url).map_err(|e| one_line(e.to_string()))?;
    conn.batch_execute(settings).map_err(|e| one_line(e.to_string()))?;
    Ok(Conn::Pg(conn))
}
