//! The schema: one tree, two databases, one idea of it in the code.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::Text;
use sigida::db::Conn;
use sigida::error::Error;

use crate::support::world::{harm, number, world};
use crate::support::{House, Kind, both};

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    place: String,
}

/// « table.column » of the database's own catalogue, with what may be empty.
fn catalogue(conn: &mut Conn) -> Vec<String> {
    let sql = match conn {
        Conn::Sqlite(_) => {
            "SELECT m.name || '.' || c.name || CASE WHEN c.\"notnull\" = 0 AND c.pk = 0 THEN '?' ELSE '' END AS place \
             FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
        }
        Conn::Pg(_) => {
            "SELECT table_name || '.' || column_name || CASE WHEN is_nullable = 'YES' THEN '?' ELSE '' END AS place \
             FROM information_schema.columns WHERE table_schema = current_schema()"
        }
    };
    let rows: Vec<Column> = diesel::sql_query(sql).load(conn).unwrap();
    // What a database keeps for its own search (src/db/search.rs) is no table of the program's.
    let own = |place: &String| place.starts_with("migrations.") || place.starts_with("concerns_search");
    let mut places: Vec<String> = rows.into_iter().map(|c| c.place).filter(|p| !own(p)).collect();
    places.sort();
    places
}

/// The same of `src/db/schema.rs`, read as text.
fn in_code() -> Vec<String> {
    let text = include_str!("../../src/db/schema.rs");
    let mut places = Vec::new();
    let mut table = String::new();
    for line in text.lines().map(str::trim) {
        if let Some((column, kind)) = line.split_once(" -> ")
            && !line.starts_with("diesel::")
        {
            let mark = if kind.starts_with("Nullable") { "?" } else { "" };
            places.push(format!("{table}.{column}{mark}"));
        } else if let Some((name, _)) = line.split_once(" (")
            && line.ends_with('{')
        {
            table = name.to_owned();
        }
    }
    places.sort();
    places
}

both! {
    /// Diesel's idea of the tables is the database's own.
    async fn the_schema_in_the_code_is_the_schema_in_the_database(house: House) {
        let found = house.site().db.read(|conn| Ok(catalogue(conn))).await.unwrap();
        assert!(found.len() > 150, "the catalogue was read: {}", found.len());
        assert_eq!(found, in_code());
    }
}

/// Concerns that the database's own search finds by one word, whatever anybody may read.
async fn found(house: &House, word: &str) -> i64 {
    let sql = match house.kind() {
        Kind::Sqlite => {
            format!("SELECT COUNT(*) AS value FROM concerns_search WHERE concerns_search MATCH '\"{word}\"'")
        }
        Kind::Postgres => {
            format!(
                "SELECT COUNT(*) AS value FROM concerns WHERE to_tsvector('simple', folded) @@ to_tsquery('simple', '{word}')"
            )
        }
    };
    number(house, &sql).await
}

both! {
    /// The index over words is the database's business: a writer that never heard of it cannot make it lie.
    async fn the_index_over_words_is_kept_right_by_the_database_itself(house: House) {
        let house = world(house);
        let kept = match house.kind() {
            Kind::Sqlite => "SELECT COUNT(*) AS value FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'concerns_search_%'",
            Kind::Postgres => "SELECT COUNT(*) + 2 AS value FROM pg_indexes WHERE indexname = 'concerns_search' AND indexdef LIKE '%gin%'",
        };
        assert_eq!(number(&house, kept).await, 3);
        assert_eq!(found(&house, "girafe").await, 0);
        harm(&house, "UPDATE concerns SET folded = 'bko 2026 girafe zebre' WHERE id = (SELECT MIN(id) FROM concerns)").await;
        assert_eq!((found(&house, "girafe").await, found(&house, "zebre").await), (1, 1));
        harm(&house, "UPDATE concerns SET folded = 'bko 2026 zebre' WHERE id = (SELECT MIN(id) FROM concerns)").await;
        assert_eq!((found(&house, "girafe").await, found(&house, "zebre").await), (0, 1));
        if house.kind() == Kind::Sqlite {
            // Every row is in the index as it is in the table, or SQLite says so.
            harm(&house, "INSERT INTO concerns_search (concerns_search, rank) VALUES ('integrity-check', 1)").await;
        }
    }
}

both! {
    /// Every reference has an index to follow it back by or is a small table's; foreign keys are enforced.
    async fn a_row_cannot_point_at_nothing(house: House) {
        let refused = house
            .site()
            .db
            .keep(|tx| {
                diesel::sql_query("INSERT INTO routings (id, area_id, unit_id) VALUES (1, 404, 404)")
                    .execute(tx.conn)
                    .map_err(Error::from)
            })
            .await;
        assert!(matches!(refused, Err(Error::Database(_))), "{refused:?}");
    }
}

#[test]
fn sqlite_is_built_as_the_speed_figures_were_measured() {
    #[derive(QueryableByName)]
    struct Flag {
        #[diesel(sql_type = Text)]
        compile_options: String,
    }
    let mut conn = SqliteConnection::establish(":memory:").unwrap();
    let flags: Vec<Flag> = diesel::sql_query("PRAGMA compile_options").load(&mut conn).unwrap();
    let has = |name: &str| flags.iter().any(|f| f.compile_options == name);
    assert!(has("ENABLE_QPSG"), "SQLite was built without .cargo/config.toml: build inside the repository");
}

#[test]
fn a_migration_names_no_database_and_is_portable() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            continue;
        }
        files.insert(path.file_name().unwrap().to_owned(), std::fs::read_to_string(&path).unwrap());
    }
    assert!(!files.is_empty());
    for (name, sql) in files {
        let code: String =
            sql.lines().map(|l| l.split("--").next().unwrap()).collect::<Vec<_>>().join("\n").to_uppercase();
        for word in [
            "AUTOINCREMENT",
            " SERIAL PRIMARY",
            "BIGSERIAL",
            "TIMESTAMPTZ",
            "JSONB",
            "BLOB",
            " STRICT",
            "WITHOUT ROWID",
            "NOW()",
        ] {
            assert!(!code.contains(word), "{name:?} says {word}, which one of the databases does not know");
        }
    }
}
