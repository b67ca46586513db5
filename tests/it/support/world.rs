//! The demonstration's world in a house, and its people at their browsers.

use super::page::Page;
use super::{House, Person};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use sigida::sample;

/// Fills a house with the demonstration: places, accounts and a past.
pub fn world(house: House) -> House {
    house.settle();
    house
}

/// Someone of the demonstration, signed in by the form as everybody does.
pub async fn sign_in(house: &House, login: &str) -> Person {
    let person = house.person().await;
    let page = person.visit("/fr/login?next=%2Faccount").await;
    let form = page.form("/fr/login").fill("login", login).fill("password", &password(login));
    let page = form.press().await;
    assert!(page.path == "/fr/account", "{login} could not sign in.\n{}", page.described());
    assert!(!person.cookies("/").is_empty(), "{login} has no session after signing in");
    person
}

/// Fills and sends the form of signing in; the page it leads to.
pub async fn enter(person: &Person, login: &str, password: &str) -> Page {
    let page = person.visit("/fr/login").await;
    page.form("/fr/login").fill("login", login).fill("password", password).press().await
}

/// The demonstration's password of a login.
pub fn password(login: &str) -> String {
    let found = sample::logins().into_iter().find(|known| known.login == login);
    found.unwrap_or_else(|| panic!("The demonstration knows no {login}")).password
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    value: i64,
}

#[derive(QueryableByName)]
struct Word {
    #[diesel(sql_type = Text)]
    value: String,
}

/// A number out of the database: `SELECT … AS value`.
pub async fn number(house: &House, sql: &str) -> i64 {
    let sql = sql.to_owned();
    let site = house.site();
    let found = site.db.read(move |conn| {
        let rows: Vec<Number> = diesel::sql_query(&sql).load(conn)?;
        Ok(rows.first().map_or(0, |row| row.value))
    });
    found.await.expect("a query a test wrote")
}

/// Words out of the database: `SELECT … AS value`.
pub async fn words(house: &House, sql: &str) -> Vec<String> {
    let sql = sql.to_owned();
    let site = house.site();
    let found = site.db.read(move |conn| {
        let rows: Vec<Word> = diesel::sql_query(&sql).load(conn)?;
        Ok(rows.into_iter().map(|row| row.value).collect())
    });
    found.await.expect("a query a test wrote")
}

/// How many rows a table holds.
pub async fn rows(house: &House, table: &str) -> i64 {
    number(house, &format!("SELECT COUNT(*) AS value FROM {table}")).await
}

/// Runs a statement that no page could: a test's bad luck or bad intent.
pub async fn harm(house: &House, sql: &str) {
    harm_at_once(house, &[sql]).await;
}

/// Runs several, so that the program does nothing between them.
pub async fn harm_at_once(house: &House, statements: &[&str]) {
    let statements: Vec<String> = statements.iter().map(|sql| (*sql).to_owned()).collect();
    let site = house.site();
    let done = site.db.keep(move |tx| {
        statements.iter().try_for_each(|sql| diesel::sql_query(sql).execute(tx.conn).map(drop))?;
        Ok(())
    });
    done.await.expect("a statement a test wrote");
}
