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
    // Letters and digits only: whatever else somebody passed is left out rather than trusted.
    let words = words.iter().map(|w| w.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    let words: Vec<String> = words.filter(|w| !w.is_empty()).collect();
    match conn {
        Conn::Sqlite(_) => {
            let query = words.iter().map(|w| format!("\"{w}\"*")).collect::<Vec<_>>();
            let query = query.join(match joined {
                Joined::All => " AND ",
                Joined::Any => " OR ",
            });
            sql::<Bool>("concerns.id IN (SELECT rowid FROM concerns_search WHERE concerns_search MATCH ")
                .bind::<Text, _>(query)
                .sql(")")
        }
        Conn::Pg(_) => {
            let query = words.iter().map(|w| format!("'{w}':*")).collect::<Vec<_>>();
            let query = query.join(match joined {
                Joined::All => " & ",
                Joined::Any => " | ",
            });
            sql::<Bool>("to_tsvector('simple', concerns.folded) @@ to_tsquery('simple', ")
                .bind::<Text, _>(query)
                .sql(")")
        }
    }
}
