//! The door for reading.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use diesel::connection::{SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::r2d2::{ManageConnection, Pool};

use super::connect::{Conn, OpenError, reader};
use super::url::DatabaseUrl;
use crate::error::{Error, Result};

thread_local! {
    /// This thread's SQLite connections, by database: a read is a function call, without a lock, a queue or another thread.
    static MINE: RefCell<HashMap<u64, Conn>> = RefCell::new(HashMap::new());
}

static NEXT: AtomicU64 = AtomicU64::new(0);

pub(super) enum Readers {
    Inline { key: u64, url: DatabaseUrl },
    Pooled(Pool<Manager>),
}

/// Opens and checks pooled connections; written here because the derived one would guess the database from its URL.
pub(super) struct Manager(DatabaseUrl);

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> std::result::Result<Conn, Self::Error> {
        reader(&self.0)
            .map_err(|e| diesel::r2d2::Error::ConnectionError(diesel::ConnectionError::BadConnection(e.to_string())))
    }

    fn is_valid(&self, conn: &mut Conn) -> std::result::Result<(), Self::Error> {
        conn.batch_execute("SELECT 1").map_err(diesel::r2d2::Error::QueryError)
    }

    /// A connection that a panic left inside a transaction is not used again.
    fn has_broken(&self, conn: &mut Conn) -> bool {
        if std::thread::panicking() {
            return true;
        }
        match conn {
            Conn::Sqlite(c) => diesel::connection::AnsiTransactionManager::is_broken_transaction_manager(c),
            Conn::Pg(c) => diesel::connection::AnsiTransactionManager::is_broken_transaction_manager(c),
        }
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
                    .connection_timeout(Duration::from_secs(3))
                    .error_handler(Box::new(diesel::r2d2::LoggingErrorHandler))
                    .build(Manager(url.clone()))
                    .map_err(|e| OpenError::Unreachable(format!("{url:?}"), e.to_string()))?;
                Ok(Readers::Pooled(pool))
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
                actix_web::web::block(move || pooled(&pool, |conn| in_one_moment(conn, f)))
                    .await
                    .map_err(|_| Error::Busy)?
            }
        }
    }

    pub(super) fn read_now<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        match self {
            Readers::Inline { key, url } => inline(*key, url, |conn| in_one_moment(conn, f)),
            Readers::Pooled(pool) => pooled(pool, |conn| in_one_moment(conn, f)),
        }
    }

    pub(super) async fn state(&self) -> Result<State> {
        match self {
            Readers::Inline { key, url } => inline(*key, url, state),
            Readers::Pooled(pool) => {
                let pool = pool.clone();
                actix_web::web::block(move || pooled(&pool, state)).await.map_err(|_| Error::Busy)?
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

fn pooled<T>(pool: &Pool<Manager>, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    let mut conn = pool.get().map_err(|e| {
        tracing::error!(error = %e, "no connection to read with");
        Error::Busy
    })?;
    f(&mut conn)
}

/// Runs `f` inside a read transaction: no statement sees a deed that another one does not.
fn in_one_moment<T>(conn: &mut Conn, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    if let Conn::Pg(_) = conn {
        // One round trip less than Diesel's own begin and set.
        conn.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
        let result = f(conn);
        conn.batch_execute(if result.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        return result;
    }
    conn.transaction(f)
}
