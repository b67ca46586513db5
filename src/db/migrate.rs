//! One portable migration tree, embedded and run on whichever database is configured.
//!
//! The files are plain SQL that both databases read. One word differs: SQLite keeps rows by an `INTEGER PRIMARY KEY`, which
//! on Postgres would hold 32 bits only; so the files say `BIGINT PRIMARY KEY` and SQLite is told `INTEGER PRIMARY KEY`.
//! What needs a database's own strength (an index over words) stands in a file a database, run right after the portable one of
//! the same name, in the same transaction: [`OWN`]. No table or column that the program knows is made there.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::connect::Conn;

/// The tree, oldest first: name and statements. A released file never changes.
const TREE: &[(&str, &str)] = &[
    ("2026-11-23-the-loop", include_str!("../../migrations/2026-11-23-the-loop.sql")),
    ("2026-11-24-commitments", include_str!("../../migrations/2026-11-24-commitments.sql")),
    ("2026-11-24-meetings", include_str!("../../migrations/2026-11-24-meetings.sql")),
    ("2026-11-24-sealed", include_str!("../../migrations/2026-11-24-sealed.sql")),
    ("2026-11-24-questions", include_str!("../../migrations/2026-11-24-questions.sql")),
    ("2026-11-24-patrol-plans", include_str!("../../migrations/2026-11-24-patrol-plans.sql")),
    ("2026-11-24-slips", include_str!("../../migrations/2026-11-24-slips.sql")),
    ("2026-11-24-media", include_str!("../../migrations/2026-11-24-media.sql")),
    ("2026-11-24-custody", include_str!("../../migrations/2026-11-24-custody.sql")),
    ("2026-11-24-moi-aussi", include_str!("../../migrations/2026-11-24-moi-aussi.sql")),
    ("2026-11-27-prompts", include_str!("../../migrations/2026-11-27-prompts.sql")),
    ("2026-11-27-clock", include_str!("../../migrations/2026-11-27-clock.sql")),
    ("2026-11-27-handover", include_str!("../../migrations/2026-11-27-handover.sql")),
    ("2026-11-27-causes", include_str!("../../migrations/2026-11-27-causes.sql")),
    ("2026-11-27-priorities", include_str!("../../migrations/2026-11-27-priorities.sql")),
    ("2026-11-27-field", include_str!("../../migrations/2026-11-27-field.sql")),
    ("2026-11-27-seen", include_str!("../../migrations/2026-11-27-seen.sql")),
    ("2026-11-27-replies", include_str!("../../migrations/2026-11-27-replies.sql")),
    ("2026-11-27-merges", include_str!("../../migrations/2026-11-27-merges.sql")),
    ("2026-11-27-desk", include_str!("../../migrations/2026-11-27-desk.sql")),
    ("2026-11-28-ledger-days", include_str!("../../migrations/2026-11-28-ledger-days.sql")),
    ("2026-11-28-rumours", include_str!("../../migrations/2026-11-28-rumours.sql")),
    ("2026-11-28-talk", include_str!("../../migrations/2026-11-28-talk.sql")),
    ("2026-11-28-moderation", include_str!("../../migrations/2026-11-28-moderation.sql")),
    ("2026-11-28-reminders", include_str!("../../migrations/2026-11-28-reminders.sql")),
    ("2026-11-28-waiting", include_str!("../../migrations/2026-11-28-waiting.sql")),
    ("2026-11-28-drafts", include_str!("../../migrations/2026-11-28-drafts.sql")),
    ("2026-11-28-second-step", include_str!("../../migrations/2026-11-28-second-step.sql")),
    ("2026-11-28-grants", include_str!("../../migrations/2026-11-28-grants.sql")),
    ("2026-11-28-places-seen", include_str!("../../migrations/2026-11-28-places-seen.sql")),
    ("2026-11-28-decisions-read", include_str!("../../migrations/2026-11-28-decisions-read.sql")),
    ("2026-11-28-ledger-heads", include_str!("../../migrations/2026-11-28-ledger-heads.sql")),
    ("2026-11-28-rescue", include_str!("../../migrations/2026-11-28-rescue.sql")),
    ("2026-11-28-questions-told", include_str!("../../migrations/2026-11-28-questions-told.sql")),
    ("2026-11-28-passkeys", include_str!("../../migrations/2026-11-28-passkeys.sql")),
    ("2026-11-28-first-passwords", include_str!("../../migrations/2026-11-28-first-passwords.sql")),
    ("2026-11-29-words", include_str!("../../migrations/2026-11-29-words.sql")),
    ("2026-11-29-file-keys", include_str!("../../migrations/2026-11-29-file-keys.sql")),
    ("2026-11-29-rules", include_str!("../../migrations/2026-11-29-rules.sql")),
    ("2026-11-29-reset-links", include_str!("../../migrations/2026-11-29-reset-links.sql")),
    ("2026-11-29-unlocked", include_str!("../../migrations/2026-11-29-unlocked.sql")),
];

/// What a step does beside that in each database's own words: name, SQLite, Postgres.
const OWN: &[(&str, &str, &str)] = &[
    (
        "2026-11-24-moi-aussi",
        include_str!("../../migrations/sqlite/2026-11-24-moi-aussi.sql"),
        include_str!("../../migrations/postgres/2026-11-24-moi-aussi.sql"),
    ),
    (
        "2026-11-27-desk",
        include_str!("../../migrations/sqlite/2026-11-27-desk.sql"),
        include_str!("../../migrations/postgres/2026-11-27-desk.sql"),
    ),
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

/// The very first step.
pub(super) fn first() -> Option<&'static str> {
    TREE.first().map(|(name, _)| *name)
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
    let own = OWN.iter().find(|(step, ..)| *step == name);
    let (sql, own) = match conn {
        Conn::Sqlite(_) => {
            (sql.replace("BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY"), own.map(|(_, sqlite, _)| *sqlite))
        }
        Conn::Pg(_) => (sql.to_owned(), own.map(|(.., postgres)| *postgres)),
    };
    // On SQLite this is the lock: another program that starts at the same moment waits here, then finds the step done.
    conn.batch_execute(if matches!(conn, Conn::Sqlite(_)) { "BEGIN IMMEDIATE" } else { "BEGIN" })?;
    let done = alone(conn, name, &sql, own);
    conn.batch_execute(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    done
}

/// One step inside its transaction, unless somebody else did it meanwhile.
fn alone(conn: &mut Conn, name: &str, sql: &str, own: Option<&str>) -> QueryResult<()> {
    conn.batch_execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY)")?;
    let before = diesel::sql_query("SELECT name FROM migrations WHERE name = $1").bind::<Text, _>(name);
    let before: Vec<Done> = before.load(conn)?;
    if !before.is_empty() {
        return Ok(());
    }
    conn.batch_execute(sql)?;
    if let Some(own) = own {
        conn.batch_execute(own)?;
    }
    diesel::sql_query("INSERT INTO migrations (name) VALUES ($1)").bind::<Text, _>(name).execute(conn).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a commitment settled under the old rule looks like after the step that asks for two signatures.
    #[test]
    fn what_was_settled_before_stays_settled_and_its_history_says_so() {
        let mut conn = Conn::Sqlite(diesel::SqliteConnection::establish(":memory:").expect("a database"));
        let (first, rest) = TREE.split_first().expect("a tree");
        step(&mut conn, first.0, first.1).expect("the first step");
        conn.batch_execute(
            "INSERT INTO areas (id, kind, slug, name, alt, folded, position, active) VALUES (1, 'commune', 'c', 'C', '', 'c', 1, TRUE);
             INSERT INTO committees (id, slug, name_fr, name_bm, area_id, kind, active) VALUES (1, 'k', 'K', 'K', 1, 'ccs', TRUE);
             INSERT INTO meetings (id, committee_id, area_id, title, lang, starts_at, place, landmark, audience, state, announced_at, late, cancel_reason)
                 VALUES (7, 1, 1, 'T', 'fr', 900, 'P', 'L', 'open', 'cancelled', 100, FALSE, 'R');
             INSERT INTO commitments (id, committee_id, body, owner_kind, owner_id, due_on, state, reason, made_at, changed_at) VALUES
                 (10, 1, 'a', 'unit', 1, 5, 'kept', '', 100, 200), (20, 1, 'b', 'unit', 1, 5, 'abandoned', 'dear', 100, 300),
                 (30, 1, 'c', 'unit', 1, 5, 'open', '', 100, 100);",
        )
        .expect("rows of the old rule");
        for (name, sql) in rest {
            step(&mut conn, name, sql).unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        let say = |conn: &mut Conn, sql: &str| -> Vec<String> {
            let rows: Vec<Done> = diesel::sql_query(sql).load(conn).expect("a question");
            rows.into_iter().map(|row| row.name).collect()
        };
        let steps = "SELECT commitment_id || ' ' || kind || ' ' || body AS name FROM commitment_steps ORDER BY commitment_id, id";
        assert_eq!(say(&mut conn, steps), ["10 made ", "10 before ", "20 made ", "20 before dear", "30 made "]);
        assert_eq!(say(&mut conn, "SELECT state AS name FROM commitments ORDER BY id"), ["kept", "abandoned", "open"]);
        // A meeting called off has newer news than the one that was announced; its agenda has the residents' questions.
        assert_eq!(say(&mut conn, "SELECT sequence || ' ' || changed_at AS name FROM meetings"), ["1 100"]);
        assert_eq!(say(&mut conn, "SELECT kind AS name FROM agenda_items"), ["questions"]);
    }
}
