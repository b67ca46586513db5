//! What a thief would have: every file of the data folder and every row of every table, to be searched for what must not be there.

use super::House;
use aho_corasick::AhoCorasick;
use diesel::prelude::*;
use diesel::sql_types::Text;
use sigida::db::{Conn, DatabaseUrl};
use std::path::Path;

/// Something a thief holds.
pub struct Loot {
    /// Where it was found.
    pub place: String,
    /// What it is.
    pub bytes: Vec<u8>,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    value: String,
}

/// All files of the data folder (database, write-ahead log, secret, media) and, on Postgres, every table as text.
pub async fn loot(house: &House) -> Vec<Loot> {
    let mut all = Vec::new();
    // A process that closes a file loses all its locks on it (fcntl): reading the database here, beside the house that serves it,
    // would let the next program that closes it take its log away. So somebody else reads it, as a thief does.
    let copy = tempfile::tempdir().expect("a folder");
    let copied = std::process::Command::new("cp").arg("-r").arg(house.data_dir()).arg(copy.path()).status();
    assert!(copied.expect("cp runs").success(), "the data folder could not be copied");
    files(copy.path(), &mut all);
    let tables = house.site().db.read(|conn| Ok(tables(conn))).await.expect("tables can be read");
    all.extend(tables);
    all
}

/// The same of a place that nobody serves.
pub fn loot_at(data: &Path, url: &str) -> Vec<Loot> {
    let mut all = Vec::new();
    files(data, &mut all);
    let url = DatabaseUrl::parse(url).expect("a database's URL");
    let (mut conn, _) = sigida::db::look(&url).expect("a database that answers");
    all.extend(tables(&mut conn));
    all
}

fn files(folder: &Path, into: &mut Vec<Loot>) {
    for entry in std::fs::read_dir(folder).expect("the data folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, into);
        } else if let Ok(bytes) = std::fs::read(&path) {
            into.push(Loot { place: path.display().to_string(), bytes });
        }
    }
}

/// Every table's rows as text: of Postgres by its own writing, of SQLite beside the file itself, by its columns.
fn tables(conn: &mut Conn) -> Vec<Loot> {
    let names = match conn {
        Conn::Sqlite(_) => "SELECT name AS value FROM sqlite_master WHERE type = 'table'",
        Conn::Pg(_) => {
            "SELECT table_name::text AS value FROM information_schema.tables WHERE table_schema = current_schema()"
        }
    };
    let names: Vec<Row> = diesel::sql_query(names).load(conn).expect("the catalogue");
    let mut all = Vec::new();
    for Row { value: name } in names {
        let sql = match conn {
            Conn::Pg(_) => format!("SELECT t::text AS value FROM \"{name}\" t"),
            Conn::Sqlite(_) => {
                let columns: Vec<Row> = diesel::sql_query(format!(
                    "SELECT 'quote(\"' || name || '\")' AS value FROM pragma_table_info('{name}')"
                ))
                .load(conn)
                .expect("the columns");
                let columns: Vec<String> = columns.into_iter().map(|c| c.value).collect();
                format!("SELECT {} AS value FROM \"{name}\"", columns.join(" || ',' || "))
            }
        };
        let rows: Vec<Row> = diesel::sql_query(sql).load(conn).expect("a table");
        let text: Vec<String> = rows.into_iter().map(|row| row.value).collect();
        all.push(Loot { place: format!("table {name}"), bytes: text.join("\n").into_bytes() });
    }
    all
}

/// Where a thing is found, in the clear or as hexadecimal, whatever the case of its letters.
pub fn found(loot: &[Loot], what: &str) -> Vec<String> {
    let hex: String = what.bytes().map(|b| format!("{b:02x}")).collect();
    let needles = AhoCorasick::builder().ascii_case_insensitive(true).build([what, &hex]).expect("two needles");
    loot.iter().filter(|l| needles.is_match(&l.bytes)).map(|l| l.place.clone()).collect()
}
