//! The reference for filing: the same rows inserted by a bare loop that commits 64 of them together, durably.

use std::path::Path;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::client::Filed;

// The tables as the loop needs them: the program's own are not for others.
diesel::table! { concerns (id) {
    id -> BigInt, year -> Integer, serial -> Integer, category_id -> BigInt, area_id -> BigInt, commune_id -> BigInt,
    unit_id -> BigInt, channel -> Text, lang -> Text, landmark -> Text, words -> Text, folded -> Text, audience -> Text,
    moderation -> Text, moderation_reason -> Text, state -> Text, reopened -> Bool, priority -> Bool, waiting -> Bool,
    owed -> Bool, filed_at -> BigInt, due_at -> BigInt, supports -> BigInt,
} }
diesel::table! { concern_keys (code_hash) { code_hash -> Text, concern_id -> BigInt, holder -> Text, made_at -> BigInt, } }
diesel::table! { concern_events (id) {
    id -> BigInt, concern_id -> BigInt, at -> BigInt, kind -> Text, function -> Text, audience -> Text, body -> Text,
    was -> Text, became -> Text,
} }
diesel::table! { ledger (seq) {
    seq -> BigInt, at -> BigInt, actor -> Text, deed -> Text, object -> Text, detail -> Text, hash -> Binary,
} }
diesel::table! { once (token) { token -> Text, answer -> Binary, expires_at -> BigInt, } }

#[derive(diesel::MultiConnection)]
enum Conn {
    Sqlite(SqliteConnection),
    Pg(PgConnection),
}

/// The loop on the database that the program has just left. A row waits as long as its batch takes.
pub fn group_committed(database: Option<&str>, place: &Path, during: Duration) -> Filed {
    let mut conn = match database {
        Some(url) => Conn::Pg(PgConnection::establish(url).unwrap()),
        None => {
            let file = place.join("sqlite/sigida.db");
            let mut conn = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
            conn.batch_execute(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -8000;",
            )
            .unwrap();
            Conn::Sqlite(conn)
        }
    };
    let like: (i64, i64, i64, i64) = concerns::table
        .select((concerns::category_id, concerns::area_id, concerns::commune_id, concerns::unit_id))
        .first(&mut conn)
        .unwrap();
    let mut seq: i64 =
        ledger::table.select(diesel::dsl::max(ledger::seq)).first::<Option<i64>>(&mut conn).unwrap().unwrap();
    let words = "La lampe de la rue ne marche plus depuis lundi et les enfants ont peur.";
    let begun = Instant::now();
    let mut done: i64 = 0;
    let mut waits = Vec::new();
    while begun.elapsed() < during {
        let batch = Instant::now();
        conn.transaction(|conn| {
            for _ in 0..64 {
                done += 1;
                seq += 1;
                insert(conn, like, seq, done, words)?;
            }
            QueryResult::Ok(())
        })
        .unwrap();
        waits.push(batch.elapsed().as_secs_f64() * 1000.0);
    }
    Filed::new(usize::try_from(done).unwrap(), begun.elapsed(), waits)
}

fn insert(conn: &mut Conn, like: (i64, i64, i64, i64), seq: i64, n: i64, words: &str) -> QueryResult<()> {
    let id = 4_000_000_000_000_000_000 + n;
    let hash = format!("{n:064}");
    diesel::insert_into(concerns::table)
        .values((
            (
                concerns::id.eq(id),
                concerns::year.eq(1999),
                concerns::serial.eq(i32::try_from(n).unwrap()),
                concerns::category_id.eq(like.0),
                concerns::area_id.eq(like.1),
                concerns::commune_id.eq(like.2),
                concerns::unit_id.eq(like.3),
                concerns::channel.eq("web"),
                concerns::lang.eq("fr"),
                concerns::landmark.eq("pres du marche"),
                concerns::words.eq(words),
                concerns::folded.eq(words),
            ),
            (
                concerns::audience.eq("public"),
                concerns::moderation.eq("waiting"),
                concerns::moderation_reason.eq(""),
                concerns::state.eq("received"),
                concerns::reopened.eq(false),
                concerns::priority.eq(false),
                concerns::waiting.eq(false),
                concerns::owed.eq(true),
                concerns::filed_at.eq(n),
                concerns::due_at.eq(n),
                concerns::supports.eq(0),
            ),
        ))
        .execute(conn)?;
    diesel::insert_into(concern_keys::table)
        .values((
            concern_keys::code_hash.eq(&hash),
            concern_keys::concern_id.eq(id),
            concern_keys::holder.eq("reporter"),
            concern_keys::made_at.eq(n),
        ))
        .execute(conn)?;
    diesel::insert_into(concern_events::table)
        .values((
            concern_events::id.eq(id),
            concern_events::concern_id.eq(id),
            concern_events::at.eq(n),
            concern_events::kind.eq("filed"),
            concern_events::function.eq("resident"),
            concern_events::audience.eq("public"),
            concern_events::body.eq(""),
            concern_events::was.eq(""),
            concern_events::became.eq(""),
        ))
        .execute(conn)?;
    diesel::insert_into(ledger::table)
        .values((
            ledger::seq.eq(seq),
            ledger::at.eq(n),
            ledger::actor.eq("visitor"),
            ledger::deed.eq("concern.file"),
            ledger::object.eq("concern BKO-1999-00001"),
            ledger::detail.eq("light public"),
            ledger::hash.eq(hash.as_bytes()),
        ))
        .execute(conn)?;
    diesel::insert_into(once::table)
        .values((once::token.eq(&hash), once::answer.eq(hash.as_bytes()), once::expires_at.eq(n)))
        .execute(conn)?;
    Ok(())
}
