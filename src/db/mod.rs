//! The databases: one door for reading, one for writing. Knows SQLite and Postgres; knows no feature.
//!
//! Invariant: nothing writes but through [`Db::write`], which runs every deed serialisably, one after another across all nodes,
//! and refuses to commit a deed that was not recorded in the ledger.

mod connect;
pub mod copy;
mod gauges;
mod migrate;
pub(crate) mod plan;
mod read;
pub(crate) mod schema;
pub(crate) mod search;
mod shut;
mod url;
mod write;

use std::sync::Arc;

pub use connect::{Conn, OpenError};
pub use gauges::Gauges;
pub use migrate::MigrateError;
pub use read::State;
pub use shut::{Shut, damage, try_writing};
pub(crate) use url::is_here;
pub use url::{DatabaseUrl, UrlError};
pub use write::{Head, Tx};

use crate::base::{Clock, Entropy};
use crate::error::{Error, Result};

/// A handle on the database; cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    url: DatabaseUrl,
    readers: read::Readers,
    door: shut::Door,
    writer: write::Writer,
}

impl Db {
    /// Opens the database and brings its schema up to date. `readers` is how many connections may read at once on Postgres.
    ///
    /// # Errors
    /// When the server cannot be reached, the schema is newer than the program, or a migration fails. Then nothing was created.
    pub fn open(url: DatabaseUrl, clock: Clock, entropy: Entropy, readers: u32) -> std::result::Result<Db, OpenError> {
        let mut first = connect::writer(&url)?;
        migrate::run(&mut first).map_err(OpenError::Migrate)?;
        let readers = read::Readers::new(&url, readers)?;
        let door = shut::Door::default();
        let writer = write::Writer::spawn(url.clone(), first, door.clone(), clock, entropy)?;
        Ok(Db(Arc::new(Inner { url, readers, door, writer })))
    }

    /// Which database this is.
    pub fn url(&self) -> &DatabaseUrl {
        &self.0.url
    }

    /// Reads. On SQLite it runs at once on this thread's own connection; on Postgres in the blocking pool. All the
    /// statements see one moment of the database.
    ///
    /// # Errors
    /// What `f` returns, or [`Error::Busy`] when no connection could be had.
    pub async fn read<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        self.0.readers.read(f).await
    }

    /// [`Db::read`] for commands, which have no event loop.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub fn read_now<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        self.0.readers.read_now(f)
    }

    /// What has been done so far, as two numbers: whatever was computed under them still holds while they stand.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub async fn state(&self) -> Result<State> {
        self.0.readers.state().await
    }

    /// Why nothing can be written now, if so. Once a deed found it so, the database is tried again whenever somebody asks.
    pub async fn shut(&self) -> Option<Shut> {
        self.0.door.shut()?;
        if self.keep(shut::knock).await.is_ok() && self.0.door.open() {
            tracing::info!("the database is written again");
        }
        self.0.door.shut()
    }

    /// True when the last deed found that nothing can be written; the database is not asked.
    pub fn was_shut(&self) -> bool {
        self.0.door.shut().is_some()
    }

    /// Does a deed: every statement or none, serialisable, durable when it returns. `f` may run more than once (after a
    /// serialisation failure), so it does database work only, and must record the deed with `ledger::record`.
    ///
    /// # Errors
    /// What `f` returns (then nothing was written), [`Error::ReadOnly`] while nothing can be written at all, or [`Error::Busy`]
    /// when the database could not take it.
    pub async fn write<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.0.writer.send(f, true).await
    }

    /// Writes what is not a deed and has no place in the ledger: sessions and their expiry.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub async fn keep<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.0.writer.send(f, false).await
    }

    /// [`Db::write`] for commands, which have no event loop.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_now<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.0.writer.send_now(f, true)
    }

    /// [`Db::keep`] for commands.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn keep_now<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.0.writer.send_now(f, false)
    }
}

/// Looks at a database without making, migrating or writing anything: a connection that reads, and the names of the
/// migrations it lacks.
///
/// # Errors
/// When there is no such database, it does not answer, or its schema is newer than the program.
pub fn look(url: &DatabaseUrl) -> std::result::Result<(Conn, Vec<&'static str>), OpenError> {
    if let DatabaseUrl::Sqlite(path) = url
        && !path.is_file()
    {
        return Err(OpenError::Unreachable(
            format!("{url:?}"),
            "there is no such file; `sigida migrate` makes it".into(),
        ));
    }
    let mut conn = connect::reader(url)?;
    let lacking = migrate::pending(&mut conn).map_err(OpenError::Migrate)?;
    Ok((conn, lacking))
}

/// True for a statement that waited for a lock until it was told to stop.
fn waited(error: &Error) -> bool {
    use diesel::result::Error as Sql;
    matches!(error, Error::Database(Sql::DatabaseError(_, info))
        if ["database is locked", "due to lock timeout", "due to statement timeout"].iter().any(|sign| info.message().contains(sign)))
}

/// True for the failures that a second try may cure: serialisation, deadlock, a lost connection.
fn is_passing(error: &Error) -> bool {
    use diesel::result::{DatabaseErrorKind as Kind, Error as Sql};
    match error {
        Error::Database(Sql::DatabaseError(Kind::SerializationFailure | Kind::ClosedConnection, _)) => true,
        Error::Database(Sql::BrokenTransactionManager) => true,
        Error::Database(Sql::DatabaseError(_, info)) => {
            let said = info.message();
            [
                "deadlock detected",
                "database is locked",
                "server closed the connection",
                "terminating connection",
                "no connection to the server",
                "could not connect",
                "connection to server",
                "could not receive data from server",
                "could not send data to server",
            ]
            .iter()
            .any(|sign| said.contains(sign))
        }
        _ => false,
    }
}
