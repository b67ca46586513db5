//! Marks in a cookie: that this browser said « moi aussi » to a concern, for seven days, so that one person counts once.
//!
//! The choice. Somebody without an account must be told from the next one without being known. Of what could do that:
//! - the network's address: whole quartiers share one at an operator's, so honest people would be refused; it only bounds how many
//!   come from one place in an hour ([`Limits`](super::limit::Limits), in memory, under a salt that changes);
//! - a number for each browser, kept in the database beside what it supported: that is a list of who said what;
//! - a mark that lies on the phone alone. This one.
//!
//! A mark is sixteen bytes, a keyed hash of the concern: the same for every browser, so it names nobody, and who finds the phone
//! reads no concern in it. Nothing of it is in the database. It is gone after seven days, and at once by « Quitter vite » or by
//! closing the code page: a trace less on a lent phone weighs more here than a count that nobody can stretch, and whoever wipes
//! cookies to count twice soon meets the bound of the address. An account counts once for ever, by a table.

use actix_web::cookie::time::Duration;
use actix_web::{HttpRequest, HttpResponse};
use data_encoding::BASE64URL_NOPAD;

use super::cookies::{self, Name};
use super::site::Site;
use crate::base::ConcernId;
use crate::keys::Keys;

/// Days a mark lies on the phone.
const DAYS: i64 = 7;
/// Marks kept at most, the newest; then the oldest go.
const MOST: usize = 12;

type Mark = [u8; 16];

fn mark(keys: &Keys, concern: ConcernId) -> Mark {
    keys.sign(&[b"said so", &concern.raw().to_be_bytes()])
}

fn held(req: &HttpRequest) -> Vec<Mark> {
    let text = cookies::sent(req, Name::Marks).unwrap_or_default();
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).unwrap_or_default();
    bytes.as_chunks::<16>().0.iter().take(MOST).copied().collect()
}

pub(super) fn holds(keys: &Keys, req: &HttpRequest, concern: ConcernId) -> bool {
    held(req).contains(&mark(keys, concern))
}

pub(super) fn add(site: &Site, req: &HttpRequest, answer: &mut HttpResponse, concern: ConcernId) {
    let new = mark(&site.keys, concern);
    let mut marks = held(req);
    marks.retain(|m| *m != new);
    marks.push(new);
    let from = marks.len().saturating_sub(MOST);
    let text = BASE64URL_NOPAD.encode(&marks[from..].concat());
    cookies::set(answer, site.settings.secure, Name::Marks, &text, Duration::days(DAYS));
}

pub(super) fn forget(site: &Site, req: &HttpRequest, answer: &mut HttpResponse) {
    if cookies::sent(req, Name::Marks).is_some() {
        cookies::set(answer, site.settings.secure, Name::Marks, "", Duration::ZERO);
    }
}
