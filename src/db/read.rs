//! The door for reading.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use diesel::connection::{SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::r2d2::{ManageConnection, Pool, PooledConnection};

use super::connect::{Conn, OpenError, reader};
use super::is_passing;
use super::url::DatabaseUrl;
use crate::error::{Error, Result};

thread_local! {
    /// This thread's SQLite connections, by database: a read is a function call, without a lock, a queue or another thread.
    static MINE: RefCell<HashMap<u64, Conn>> = RefCell::new(HashMap::new());
}

static NEXT: AtomicU64 = AtomicU64::new(0);

pub(super) enum Readers {
    Inline { key: u64, url: DatabaseUrl },
    Pooled(Pooled),
}

/// How long a read waits for a connection.
const PATIENCE: Duration = Duration::from_secs(3);
/// And once one waited in vain: whoever reads then is told at once, and no queue grows behind a database that is away.
const AWAY: Duration = Duration::from_millis(250);

/// The connections, and whether the last one asked for could not be had.
#[derive(Clone)]
pub(super) struct Pooled {
    pool: Pool<Manager>,
    away: Arc<AtomicBool>,
}

/// A connection of the pool.
pub(super) struct Kept {
    conn: Conn,
    /// True once its server was lost: libpq may tell so in words before it knows so itself.
    lost: bool,
}

/// Opens and checks pooled connections; written here because the derived one would guess the database from its URL.
pub(super) struct Manager(DatabaseUrl);

impl ManageConnection for Manager {
    type Connection = Kept;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> std::result::Result<Kept, Self::Error> {
        reader(&self.0)
            .map(|conn| Kept { conn, lost: false })
            .map_err(|e| diesel::r2d2::Error::ConnectionError(diesel::ConnectionError::BadConnection(e.to_string())))
    }

    fn is_valid(&self, kept: &mut Kept) -> std::result::Result<(), Self::Error> {
        kept.conn.batch_execute("SELECT 1").map_err(diesel::r2d2::Error::QueryError)
    }

    /// A connection that a panic left inside a transaction is not used again.
    fn has_broken(&self, kept: &mut Kept) -> bool {
        std::thread::panicking() || kept.lost || is_dead(&mut kept.conn)
    }
}

impl Readers {
    pub(super) fn new(url: &DatabaseUrl, size: u32) -> std::result::Result<Readers, OpenError> {
        match url {
            DatabaseUrl::Sqlite(_) => {
                Ok(Readers::Inline { key: NEXT.fetch_add(1, Ordering::Relaxed), url: url.clone() })
            }
            DatabaseUrl::Postgres(_) => {
                let pool = Pool::builder()
                    .max_size(size)
                    .min_idle(Some(1))
                    .test_on_check_out(false)
                    .connection_timeout(PATIENCE)
                    .error_handler(Box::new(diesel::r2d2::LoggingErrorHandler))
                    .build(Manager(url.clone()))
                    .map_err(|e| OpenError::Unreachable(format!("{url:?}"), e.to_string()))?;
                Ok(Readers::Pooled(Pooled { pool, away: Arc::default() }))
            }
        }
    }

    pub(super) async fn read<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        match self {
            Readers::Inline { .. } => self.read_now(f),
            Readers::Pooled(pool) => {
                let pool = pool.clone();
                actix_web::web::block(move || pool.read(f)).await.map_err(|_| Error::Busy)?
            }
        }
    }

    pub(super) fn read_now<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        match self {
            Readers::Inline { key, url } => inline(*key, url, |conn| in_one_moment(conn, f)),
            Readers::Pooled(pool) => pool.read(f),
        }
    }

    pub(super) async fn state(&self) -> Result<State> {
        match self {
            Readers::Inline { key, url } => inline(*key, url, state),
            Readers::Pooled(pool) => {
                let pool = pool.clone();
                actix_web::web::block(move || pool.state()).await.map_err(|_| Error::Busy)?
            }
        }
    }
}

/// How far the database has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct State {
    /// The ledger's last row: moves with every deed.
    pub seq: i64,
    /// The version of the reference data: moves when an administrator changes it.
    pub reference: i64,
}

fn state(conn: &mut Conn) -> Result<State> {
    use super::schema::heads::dsl::{heads, reference, seq};
    Ok(heads.select((seq, reference)).get_result(conn)?)
}

fn inline<T>(key: u64, url: &DatabaseUrl, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    MINE.with_borrow_mut(|mine| {
        let conn = match mine.entry(key) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => entry.insert(reader(url).map_err(|e| {
                tracing::error!(error = %e, "no connection to read with");
                Error::Busy
            })?),
        };
        f(conn)
    })
}

impl Pooled {
    /// A connection.
    fn get(&self) -> Result<PooledConnection<Manager>> {
        let patience = if self.away.load(Ordering::Relaxed) { AWAY } else { PATIENCE };
        let had = self.pool.get_timeout(patience);
        self.away.store(had.is_err(), Ordering::Relaxed);
        had.map_err(|e| {
            tracing::error!(error = %e, "no connection to read with");
            Error::Busy
        })
    }

    /// Does something with a connection that answers. Those that a restart of the database left dead are put away, one by one.
    fn alive<T>(&self, ask: impl Fn(&mut Conn) -> Result<T>) -> Result<(PooledConnection<Manager>, T)> {
        for _ in 0..=self.pool.max_size() {
            let mut kept = self.get()?;
            match ask(&mut kept.conn) {
                Ok(answer) => return Ok((kept, answer)),
                Err(error) if is_dead(&mut kept.conn) || is_passing(&error) => kept.lost = true,
                Err(error) => return Err(error),
            }
        }
        Err(Error::Busy)
    }

    /// Runs `f` inside a read transaction: no statement sees a deed that another one does not.
    fn read<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        // One round trip less than Diesel's own begin and set.
        const BEGIN: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        let (mut kept, ()) = self.alive(|conn| Ok(conn.batch_execute(BEGIN)?))?;
        let result = f(&mut kept.conn);
        let ended = kept.conn.batch_execute(if result.is_ok() { "COMMIT" } else { "ROLLBACK" });
        if is_dead(&mut kept.conn) || result.as_ref().err().is_some_and(is_passing) {
            kept.lost = true;
            tracing::warn!("the database went away while it was read");
            return Err(Error::Busy);
        }
        let value = result?;
        ended?;
        Ok(value)
    }

    /// Connections there are, and those of them that nobody uses.
    pub(super) fn connections(&self) -> (i64, i64) {
        let state = self.pool.state();
        (state.connections.into(), state.idle_connections.into())
    }

    fn state(&self) -> Result<State> {
        self.alive(state).map(|(_, state)| state)
    }
}

/// True for a connection whose server is gone, or that nobody knows the state of.
fn is_dead(conn: &mut Conn) -> bool {
    match conn {
        Conn::Sqlite(c) => diesel::connection::AnsiTransactionManager::is_broken_transaction_manager(c),
        Conn::Pg(c) => diesel::connection::AnsiTransactionManager::is_broken_transaction_manager(c),
    }
}

/// The same on this thread's own connection.
fn in_one_moment<T>(conn: &mut Conn, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    conn.transaction(f)
}
