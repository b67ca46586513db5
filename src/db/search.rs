//! Search by words in the database's own full-text index, which each database keeps in its own way: SQLite in an FTS5 table
//! behind triggers, Postgres in a GIN index over `to_tsvector`. What never lives here: who may find what.
//!
//! Words are folded ([`fold`](crate::base::fold)): letters and digits, nothing else. So no sign of either query language can be
//! among them; they are quoted all the same, and always bound, never written into a statement.

use diesel::dsl::sql;
use diesel::expression::{AsExpression, SqlLiteral, UncheckedBind};
use diesel::sql_types::{Bool, Text};

use super::connect::Conn;

/// A condition on a query over `concerns`, in the words of the connection's database.
pub type Matching = SqlLiteral<Bool, UncheckedBind<SqlLiteral<Bool>, <String as AsExpression<Text>>::Expression>>;

/// Concerns whose text has, for every one of these words, a word that begins with it.
pub fn all_of(conn: &Conn, words: &[String]) -> Matching {
    matching(conn, words, Joined::All)
}

/// Concerns in whose whole file, notes and messages too, every one of these words begins some word. For the desk alone.
pub fn in_files(conn: &Conn, words: &[String]) -> Matching {
    let query = query(conn, words, Joined::All);
    let before = match conn {
        Conn::Sqlite(_) => "concerns.id IN (SELECT rowid FROM concerns_search_desk WHERE concerns_search_desk MATCH ",
        // Found first, in the words' own index: else Postgres may read file after file and cut its words anew for each.
        Conn::Pg(_) => {
            "concerns.id IN (WITH found AS MATERIALIZED (SELECT concern_id FROM desk_texts \
             WHERE to_tsvector('simple', folded) @@ to_tsquery('simple', "
        }
    };
    let after = match conn {
        Conn::Sqlite(_) => ")",
        Conn::Pg(_) => ")) SELECT concern_id FROM found)",
    };
    sql::<Bool>(before).bind::<Text, _>(query).sql(after)
}

/// Concerns whose text has a word that begins with any of these.
pub fn any_of(conn: &Conn, words: &[String]) -> Matching {
    matching(conn, words, Joined::Any)
}

#[derive(Clone, Copy)]
enum Joined {
    All,
    Any,
}

fn matching(conn: &Conn, words: &[String], joined: Joined) -> Matching {
    let query = query(conn, words, joined);
    match conn {
        Conn::Sqlite(_) => {
            sql::<Bool>("concerns.id IN (SELECT rowid FROM concerns_search WHERE concerns_search MATCH ")
                .bind::<Text, _>(query)
                .sql(")")
        }
        Conn::Pg(_) => sql::<Bool>("to_tsvector('simple', concerns.folded) @@ to_tsquery('simple', ")
            .bind::<Text, _>(query)
            .sql(")"),
    }
}

/// The words in the database's own language of search, each as the beginning of a word.
fn query(conn: &Conn, words: &[String], joined: Joined) -> String {
    // Letters and digits only: whatever else somebody passed is left out rather than trusted.
    let words = words.iter().map(|w| w.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    let words = words.filter(|w| !w.is_empty());
    match (conn, joined) {
        (Conn::Sqlite(_), Joined::All) => words.map(|w| format!("\"{w}\"*")).collect::<Vec<_>>().join(" AND "),
        (Conn::Sqlite(_), Joined::Any) => words.map(|w| format!("\"{w}\"*")).collect::<Vec<_>>().join(" OR "),
        (Conn::Pg(_), Joined::All) => words.map(|w| format!("'{w}':*")).collect::<Vec<_>>().join(" & "),
        (Conn::Pg(_), Joined::Any) => words.map(|w| format!("'{w}':*")).collect::<Vec<_>>().join(" | "),
    }
}
