//! The door for writing: nothing lost, nothing done by halves, nothing unrecorded.

use std::sync::Arc;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use sigida::base::Actor;
use sigida::error::Error;
use sigida::ledger::{self, Fault, Verdict, Why};
use sigida::web::Site;

use crate::support::both;

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    value: i64,
}

/// Reads a counter, then writes it back one higher: the deed that plain transactions lose.
async fn raise(site: Arc<Site>) -> Result<(), Error> {
    site.db
        .write(|tx| {
            let now: Vec<Number> = diesel::sql_query("SELECT value FROM counters WHERE name = 'test'").load(tx.conn)?;
            diesel::sql_query("UPDATE counters SET value = $1 WHERE name = 'test'")
                .bind::<BigInt, _>(now[0].value + 1)
                .execute(tx.conn)?;
            ledger::record(tx, &Actor::System, "test.raise", "counter test", "")
        })
        .await
}

async fn counter(site: &Site) -> i64 {
    site.db
        .read(|conn| {
            let rows: Vec<Number> = diesel::sql_query("SELECT value FROM counters WHERE name = 'test'").load(conn)?;
            Ok(rows[0].value)
        })
        .await
        .unwrap()
}

async fn begin(site: &Site) {
    site.db
        .write(|tx| {
            diesel::sql_query("INSERT INTO counters (name, value) VALUES ('test', 0)").execute(tx.conn)?;
            ledger::record(tx, &Actor::System, "test.begin", "counter test", "")
        })
        .await
        .unwrap();
}

both! {
    /// 120 people read and write the same row at once, from two nodes where the database allows it, and none is lost.
    async fn no_deed_is_lost_when_many_write_at_once(house: House) {
        let site = house.site();
        begin(&site).await;
        let other = match house.kind() {
            crate::support::Kind::Sqlite => None,
            crate::support::Kind::Postgres => Some(tokio::task::block_in_place(|| {
                sigida::app::open(&house.config(), house.clock.clone(), sigida::base::Entropy::system()).unwrap()
            })),
        };
        let mut deeds = Vec::new();
        for n in 0..120 {
            let node = other.as_ref().filter(|_| n % 2 == 1).unwrap_or(&site);
            deeds.push(tokio::spawn(raise(Arc::clone(node))));
        }
        for deed in deeds {
            deed.await.unwrap().unwrap();
        }
        assert_eq!(counter(&site).await, 120);
        let verdict = site.db.read(ledger::verify).await.unwrap();
        assert!(matches!(verdict, Verdict::Whole { rows: 121, .. }), "{verdict:?}");
        tokio::task::block_in_place(|| drop(other));
    }
}

both! {
    /// A deed that fails, panics or was not recorded leaves no trace, and those beside it stand.
    async fn a_deed_is_done_whole_or_not_at_all(house: House) {
        let site = house.site();
        begin(&site).await;
        let unrecorded = site
            .db
            .write(|tx| Ok(diesel::sql_query("UPDATE counters SET value = 50 WHERE name = 'test'").execute(tx.conn)?))
            .await;
        assert!(matches!(unrecorded, Err(Error::Internal(_))), "{unrecorded:?}");
        let failed: Result<(), _> = site
            .db
            .write(|tx| {
                diesel::sql_query("UPDATE counters SET value = 60 WHERE name = 'test'").execute(tx.conn)?;
                ledger::record(tx, &Actor::System, "test.fail", "counter test", "")?;
                Err(Error::Forbidden)
            })
            .await;
        assert!(matches!(failed, Err(Error::Forbidden)));
        let panicked: Result<(), _> = site.db.write(|_| panic!("a deed's own fault")).await;
        assert!(matches!(panicked, Err(Error::Internal(_))));
        let broken = site.db.write(|tx| Ok(diesel::sql_query("UPDATE nowhere SET x = 1").execute(tx.conn)?)).await;
        assert!(matches!(broken, Err(Error::Database(_))));
        raise(Arc::clone(&site)).await.unwrap();
        assert_eq!(counter(&site).await, 1);
        assert!(matches!(site.db.read(ledger::verify).await.unwrap(), Verdict::Whole { rows: 2, .. }));
    }
}

both! {
    /// An edited, a removed and a cut-off row of the ledger are each named by the audit.
    async fn the_audit_names_the_first_broken_row(house: House) {
        let site = house.site();
        begin(&site).await;
        for _ in 0..9 {
            raise(Arc::clone(&site)).await.unwrap();
        }
        let harm = async |sql: &'static str| {
            site.db.keep(move |tx| Ok(diesel::sql_query(sql).execute(tx.conn)?)).await.unwrap();
            site.db.read(ledger::verify).await.unwrap()
        };
        let verdict = harm("UPDATE ledger SET detail = 'nothing happened' WHERE seq = 4").await;
        assert!(matches!(verdict, Verdict::Broken(Fault { seq: 4, why: Why::Changed { .. } })), "{verdict:?}");
        let broken = |seq, why| Verdict::Broken(Fault { seq, why });
        assert!(matches!(harm("UPDATE ledger SET detail = '' WHERE seq = 4").await, Verdict::Whole { rows: 10, .. }));
        assert_eq!(harm("DELETE FROM ledger WHERE seq = 10").await, broken(10, Why::Missing { next: None }));
        assert_eq!(harm("DELETE FROM ledger WHERE seq = 6").await, broken(6, Why::Missing { next: Some(7) }));
    }
}

both! {
    /// A read sees one moment: what is written between its statements it does not see.
    async fn a_read_sees_one_moment(house: House) {
        let site = house.site();
        begin(&site).await;
        let writer = Arc::clone(&site);
        let (before, after) = site
            .db
            .read(move |conn| {
                let read = |conn: &mut sigida::db::Conn| {
                    let rows: Vec<Number> = diesel::sql_query("SELECT value FROM counters WHERE name = 'test'").load(conn)?;
                    Ok::<_, Error>(rows[0].value)
                };
                let before = read(conn)?;
                std::thread::spawn(move || {
                    writer.db.write_now(|tx| {
                        diesel::sql_query("UPDATE counters SET value = 7 WHERE name = $1")
                            .bind::<Text, _>("test")
                            .execute(tx.conn)?;
                        ledger::record(tx, &Actor::System, "test.raise", "counter test", "")
                    })
                })
                .join()
                .unwrap()?;
                Ok((before, read(conn)?))
            })
            .await
            .unwrap();
        assert_eq!((before, after), (0, 0));
        assert_eq!(counter(&site).await, 7);
    }
}
