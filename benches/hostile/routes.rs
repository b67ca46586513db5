//! Every address, asked by everybody with what was not meant for it: forms bent field by field, parts and queries that are none,
//! bodies and headers of any bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::http::{Method, StatusCode, Uri, header};
use actix_web::test::TestRequest;
use diesel::prelude::*;
use sigida::web::{RouteInfo, Site};

use super::chance::Chance;
use super::people::{Form, House, Person};
use super::{makers, words};

/// What the addresses answered.
#[derive(Debug, Default, Clone)]
pub struct Answers {
    /// How often each status, by address.
    pub by_route: BTreeMap<String, BTreeMap<u16, u64>>,
    /// Faults of ours: what was asked, and its number in the stream.
    pub faults: Vec<String>,
}

impl Answers {
    /// Requests in all.
    pub fn asked(&self) -> u64 {
        self.by_route.values().flat_map(BTreeMap::values).sum()
    }

    /// How often a status.
    pub fn of(&self, fits: impl Fn(u16) -> bool) -> u64 {
        self.by_route.values().flatten().filter(|(status, _)| fits(**status)).map(|(_, n)| n).sum()
    }
}

/// A request, and what to call it.
struct Try {
    label: String,
    request: TestRequest,
    told: String,
}

const METHODS: [&str; 8] = ["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"];

const HEADERS: [&str; 14] = [
    "accept-language",
    "accept-encoding",
    "range",
    "if-none-match",
    "cookie",
    "host",
    "x-forwarded-for",
    "forwarded",
    "origin",
    "referer",
    "content-encoding",
    "user-agent",
    "sec-fetch-site",
    "if-modified-since",
];

/// What no address is.
fn nowhere(chance: &mut Chance) -> Try {
    let method = Method::from_bytes(chance.pick(&METHODS).as_bytes()).unwrap_or(Method::GET);
    let depth = chance.below(5);
    let pattern = format!("/{}", vec!["{x}"; depth].join("/"));
    let path = words::address(chance, &pattern, false);
    Try { label: "– (no address)".into(), told: format!("{method} {path}"), request: asking(&path).method(method) }
}

/// A request for a path; for « / » where it is none that can be written.
fn asking(path: &str) -> TestRequest {
    let uri = path.parse::<Uri>().ok().filter(|uri| uri.path().starts_with('/'));
    TestRequest::with_uri(uri.map_or_else(|| "/".to_owned(), |uri| uri.to_string()).as_str())
}

fn reading(chance: &mut Chance, route: &RouteInfo, person: &Person) -> Try {
    let honest = chance.one_in(3);
    let path = format!("{}?{}", words::address(chance, route.pattern, honest), words::query(chance));
    let request = asking(&path).insert_header((header::COOKIE, person.cookie.as_str()));
    Try { label: format!("GET {}", route.pattern), told: format!("{} GET {path}", person.login), request }
}

/// A form sent to an address, as whatever kind of body.
fn sending(chance: &mut Chance, label: String, path: &str, person: &Person, pairs: &[(String, String)]) -> Try {
    let mut request = asking(path)
        .method(Method::POST)
        .insert_header((header::COOKIE, person.cookie.as_str()))
        .insert_header(("sec-fetch-site", "same-origin"));
    let borrowed: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let whole = words::encoded(&borrowed);
    let (kind, body) = match chance.below(12) {
        0 => ("multipart/form-data; boundary=x", words::multipart(chance, pairs, &makers::jpeg(16, 16))),
        1 => ("application/x-www-form-urlencoded", chance.broken(whole.as_bytes())),
        2 => ("application/x-www-form-urlencoded; charset=utf-16", chance.bytes(300)),
        _ => ("application/x-www-form-urlencoded", whole.into_bytes()),
    };
    let shown = String::from_utf8_lossy(&body[..body.len().min(600)]).into_owned();
    request = request.insert_header((header::CONTENT_TYPE, kind)).set_payload(body);
    Try { label, told: format!("{} POST {path} {shown}", person.login), request }
}

/// A form of a page, bent.
fn bending(chance: &mut Chance, form: &Form, person: &Person, table: &[RouteInfo]) -> Try {
    let pairs = words::bent(chance, &form.pairs, &person.token);
    let parts = form.action.split(['?', '#']).next().unwrap_or_default().split('/').count();
    let fits = |route: &&RouteInfo| {
        let same = |(one, two): (&str, &str)| one.contains('{') || one == two;
        route.method == "POST" && route.pattern.split('/').count() == parts && {
            let path = form.action.split(['?', '#']).next().unwrap_or_default();
            route.pattern.split('/').zip(path.split('/')).all(same)
        }
    };
    let pattern = table.iter().find(fits).map_or("–", |route| route.pattern);
    sending(chance, format!("POST {pattern}"), &form.action, person, &pairs)
}

/// Any fields to an address that takes a form.
fn guessing(chance: &mut Chance, route: &RouteInfo, person: &Person, names: &[String]) -> Try {
    let path = words::address(chance, route.pattern, false);
    let mut pairs = vec![("_token".to_owned(), person.token.clone())];
    if route.pattern.ends_with("/delivery") {
        pairs.push(("batch".into(), words::batch(chance)));
    }
    for _ in 0..chance.below(6) {
        pairs.push((chance.pick(names).clone(), chance.text()));
    }
    sending(chance, format!("POST {}", route.pattern), &path, person, &pairs)
}

fn headed(chance: &mut Chance, mut request: TestRequest) -> TestRequest {
    for _ in 0..chance.below(3) {
        let (name, value) = (*chance.pick(&HEADERS), chance.text());
        if let Ok(value) = header::HeaderValue::from_bytes(value.as_bytes()) {
            request = request.insert_header((name, value));
        }
    }
    request
}

/// Slow on purpose, so asked seldom: whatever hashes a password.
fn is_slow(path: &str) -> bool {
    ["/login", "/signup", "/password", "/proof", "/accounts/new"].iter().any(|end| path.ends_with(end))
}

/// Asks so many times, and keeps everybody able to.
pub async fn ask(site: &Arc<Site>, chance: &mut Chance, rounds: u64) -> Answers {
    let table = sigida::app::table();
    let mut house = House::of(Arc::clone(site), chance).await;
    let (reads, writes): (Vec<RouteInfo>, Vec<RouteInfo>) = table.iter().cloned().partition(|r| r.method == "GET");
    let writes: Vec<RouteInfo> =
        writes.into_iter().filter(|r| !r.pattern.contains("/logout") && !r.pattern.ends_with("/sessions")).collect();
    let mut answers = Answers::default();
    for round in 0..rounds {
        if round % 200 == 0 {
            heal(site).await;
        }
        let at = chance.below(house.people.len());
        let one = match chance.below(20) {
            0..9 if !house.forms.is_empty() => {
                let form = chance.pick(&house.forms).clone();
                if is_slow(&form.action) && !chance.one_in(20) {
                    continue_with(&mut house, chance, &reads, at)
                } else {
                    house.refresh(form.of).await;
                    bending(chance, &form, &house.people[form.of], &table)
                }
            }
            9..13 => {
                let route = chance.pick(&writes).clone();
                if is_slow(route.pattern) && !chance.one_in(20) {
                    continue_with(&mut house, chance, &reads, at)
                } else {
                    if chance.one_in(3) {
                        house.refresh(at).await;
                    }
                    guessing(chance, &route, &house.people[at], &house.names)
                }
            }
            13 => nowhere(chance),
            _ => continue_with(&mut house, chance, &reads, at),
        };
        let request = if chance.one_in(4) { headed(chance, one.request) } else { one.request };
        let told = house.ask(request).await;
        *answers.by_route.entry(one.label).or_default().entry(told.status.as_u16()).or_default() += 1;
        if told.status.is_server_error() && told.status != StatusCode::SERVICE_UNAVAILABLE {
            answers.faults.push(format!("{round}: {} {}", told.status.as_u16(), one.told));
        }
    }
    answers
}

/// Reads a page instead.
fn continue_with(house: &mut House, chance: &mut Chance, reads: &[RouteInfo], at: usize) -> Try {
    let route = chance.pick(reads).clone();
    reading(chance, &route, &house.people[at])
}

/// What somebody's bent form took away, so that nobody is shut out for the rest of the run.
async fn heal(site: &Site) {
    let healed = site.db.keep(|tx| {
        for sql in [
            "UPDATE accounts SET disabled_at = NULL, must_change = FALSE",
            "UPDATE memberships SET ended_at = NULL",
            "DELETE FROM standings",
        ] {
            diesel::sql_query(sql).execute(tx.conn)?;
        }
        Ok(())
    });
    healed.await.expect("the database can be written");
}
