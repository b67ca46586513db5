//! Attacks, each tried over HTTP as an attacker would, on both databases. What a test names as refused would be a hole if it went
//! through.

mod addresses;
mod fields;
mod folders;
mod forgery;
mod markup;
mod sessions;
mod telling;
mod wire;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::support::world::number;
use crate::support::{House, Person};

/// A body as a browser sends it.
fn body(pairs: &[(&str, &str)]) -> Option<(String, Vec<u8>)> {
    let text = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    Some(("application/x-www-form-urlencoded".into(), text.into_bytes()))
}

/// A token for this person: the account's, or a visitor's.
async fn token(person: &Person, login: &str) -> String {
    let (page, form) =
        if login.is_empty() { ("/fr/login", "/fr/login") } else { ("/fr/account", "/fr/account/profile") };
    person.visit(page).await.form(form).value("_token")
}

/// How far the ledger has come: every deed moves it.
async fn deeds(house: &House) -> i64 {
    number(house, "SELECT seq AS value FROM heads").await
}

/// Whether this browser is signed in.
async fn is_in(person: &Person) -> bool {
    person.visit("/fr/account").await.path == "/fr/account"
}

/// What the house answers to these bytes, until it closes the line or says no more.
fn said(address: SocketAddr, bytes: &[u8]) -> String {
    let mut line = TcpStream::connect(address).expect("a line");
    line.set_read_timeout(Some(Duration::from_secs(3))).expect("a time to wait");
    // A house that has heard enough may close the line while it is still being talked to.
    let _ = line.write_all(bytes);
    let mut answer = Vec::new();
    let _ = line.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

/// The statuses of all answers in what was said.
fn statuses(answer: &str) -> Vec<u16> {
    answer.split("HTTP/1.1 ").skip(1).filter_map(|rest| rest.get(..3)?.parse().ok()).collect()
}
