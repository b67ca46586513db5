//! One portable migration tree, embedded and run on whichever database is configured.
//!
//! The files are plain SQL that both databases read. One word differs: SQLite keeps rows by an `INTEGER PRIMARY KEY`, which
//! on Postgres would hold 32 bits only; so the files say `BIGINT PRIMARY KEY` and SQLite is told `INTEGER PRIMARY KEY`.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::connect::Conn;

/// The tree, oldest first: name and statements. A released file never changes.
const TREE: &[(&str, &str)] = &[
    ("2026-11-23-the-loop", include_str!("../../migrations/2026-11-23-the-loop.sql")),
    ("2026-11-24-patrol-plans", include_str!("../../migrations/2026-11-24-patrol-plans.sql")),
];

/// Key of the advisory lock that lets one of several starting nodes migrate.
const ALONE: i64 = 1_716_520_475;

/// The schema cannot be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// The database was written by a newer program.
    #[error("the schema is newer than this program (it has « {0} »); install the newer sigida")]
    Newer(String),
    /// A statement failed.
    #[error("migration « {0} » failed: {1}")]
    Failed(String, String),
}

#[derive(QueryableByName)]
struct Done {
    #[diesel(sql_type = Text)]
    name: String,
}

/// Runs what has not run yet, each step with its mark in one transaction.
pub(super) fn run(conn: &mut Conn) -> Result<(), MigrateError> {
    let fail = |name: &str| {
        let name = name.to_owned();
        move |e: diesel::result::Error| MigrateError::Failed(name, e.to_string())
    };
    let alone = |conn: &mut Conn, lock: &str| match conn {
        Conn::Pg(c) => c.batch_execute(&format!("SELECT pg_advisory_{lock}({ALONE})")).map_err(fail("lock")),
        Conn::Sqlite(_) => Ok(()),
    };
    alone(conn, "lock")?;
    let result = pending(conn).and_then(|names| {
        for (name, sql) in TREE.iter().filter(|(name, _)| names.contains(name)) {
            step(conn, name, sql).map_err(fail(name))?;
            tracing::info!(migration = name, "migrated");
        }
        Ok(())
    });
    alone(conn, "unlock")?;
    result
}

/// The steps that have not run yet; writes nothing.
pub(super) fn pending(conn: &mut Conn) -> Result<Vec<&'static str>, MigrateError> {
    let failed = |e: diesel::result::Error| MigrateError::Failed("history".into(), e.to_string());
    // Asked before anything is written, so that a newer schema is left untouched.
    let known = match conn {
        Conn::Sqlite(_) => "SELECT name FROM sqlite_master WHERE name = 'migrations' AND type = 'table'",
        Conn::Pg(_) => {
            "SELECT table_name::text AS name FROM information_schema.tables WHERE table_name = 'migrations' AND table_schema = current_schema()"
        }
    };
    let history: Vec<Done> = diesel::sql_query(known).load(conn).map_err(failed)?;
    let done: Vec<Done> = if history.is_empty() {
        Vec::new()
    } else {
        diesel::sql_query("SELECT name FROM migrations ORDER BY name").load(conn).map_err(failed)?
    };
    if let Some(newer) = done.iter().find(|d| TREE.iter().all(|(name, _)| *name != d.name)) {
        return Err(MigrateError::Newer(newer.name.clone()));
    }
    Ok(TREE.iter().map(|(name, _)| *name).filter(|name| done.iter().all(|d| d.name != *name)).collect())
}

fn step(conn: &mut Conn, name: &str, sql: &str) -> QueryResult<()> {
    let sql = match conn {
        Conn::Sqlite(_) => sql.replace("BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY"),
        Conn::Pg(_) => sql.to_owned(),
    };
    conn.transaction(|conn| {
        conn.batch_execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY)")?;
        conn.batch_execute(&sql)?;
        diesel::sql_query("INSERT INTO migrations (name) VALUES ($1)").bind::<Text, _>(name).execute(conn).map(|_| ())
    })
}
