//! The schema: one tree, two databases, one idea of it in the code.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::Text;
use sigida::db::Conn;
use sigida::error::Error;

use crate::support::both;

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
    let mut places: Vec<String> = rows.into_iter().map(|c| c.place).filter(|p| !p.starts_with("migrations.")).collect();
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
