//! What one database's planner must be told and the other's must not.

use diesel::dsl::sql;
use diesel::expression::{AsExpression, SqlLiteral, UncheckedBind};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::Conn;
use super::write::Tx;
use crate::error::Result;

/// A condition in the words of the connection's database.
pub type Condition = UncheckedBind<SqlLiteral<Bool>, <String as AsExpression<Text>>::Expression>;

/// Concerns of one state, for a list that is walked along another column: SQLite would sort all of the state rather than walk,
/// unless its index of states cannot be used; Postgres knows by its statistics, as long as it is asked plainly.
pub fn of_state(conn: &Conn, state: &str) -> Condition {
    let asked = match conn {
        Conn::Sqlite(_) => "concerns.state || '' = ",
        Conn::Pg(_) => "concerns.state = ",
    };
    sql::<Bool>(asked).bind::<Text, _>(state.to_owned())
}

/// Tells Postgres what the tables hold now: after a bulk load it plans for empty ones until its own daemon looks, a minute later.
///
/// # Errors
/// When the database does not answer.
pub fn take_stock(tx: &mut Tx<'_>) -> Result<()> {
    if matches!(tx.conn, Conn::Pg(_)) {
        diesel::sql_query("ANALYZE").execute(tx.conn)?;
    }
    Ok(())
}
