//! What the program counts of itself, as Prometheus reads it: requests, how long they took, what waits. No label is anybody's: an
//! address stands as its pattern, `/{l}/concerns/{number}`, never as it was asked.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::prometheus_text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

use super::{Answer, Cx};
use crate::error::{Error, Result};
use crate::policy;

/// A token that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Vec<u8>);

impl Token {
    /// Reads one: a line of at least sixteen signs, or nobody could call it secret.
    pub fn parse(text: &str) -> Option<Token> {
        let word = text.trim();
        (word.len() >= 16 && !word.contains(char::is_whitespace)).then(|| Token(word.as_bytes().to_vec()))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// To whom the figures are told. Nobody, unless the settings say so.
#[derive(Debug, Clone, Default)]
pub struct Gate {
    /// Machines that may ask, by their own address.
    pub from: Vec<IpAddr>,
    /// What whoever else asks must bring.
    pub token: Option<Token>,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Asked {
    method: &'static str,
    route: &'static str,
    status: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Method {
    method: &'static str,
}

/// Seconds: a kept page takes less than the first, a phone's reader has gone by the last.
const STEPS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

fn histogram() -> Histogram {
    Histogram::new(STEPS)
}

pub(super) struct Metrics {
    registry: Registry,
    requests: Family<Asked, Counter>,
    seconds: Family<Method, Histogram>,
    waiting: Gauge,
    connections: Gauge,
    idle: Gauge,
    rows: Gauge,
    slowed: Gauge,
}

impl Metrics {
    pub(super) fn new(database: &'static str) -> Metrics {
        let mut registry = Registry::with_prefix("sigida");
        let requests = Family::default();
        registry.register("requests", "Requests answered, by the pattern of their address", Family::clone(&requests));
        let seconds: Family<Method, Histogram> = Family::new_with_constructor(histogram as fn() -> Histogram);
        registry.register("request_seconds", "How long requests took", Family::clone(&seconds));
        let mut gauge = |name, help| {
            let gauge: Gauge = Gauge::default();
            registry.register(name, help, Gauge::clone(&gauge));
            gauge
        };
        let waiting = gauge("writer_waiting", "Deeds that wait for the writer");
        let connections =
            gauge("reader_connections", "Connections that read Postgres; 0 on SQLite, which needs no pool");
        let idle = gauge("reader_connections_idle", "Those of them that nobody uses now");
        let rows = gauge("ledger_rows", "Rows of the ledger");
        let slowed = gauge("places_slowed", "Places for which so many concerns came that each address is slowed there");
        let build = Info::new([("version", env!("CARGO_PKG_VERSION")), ("database", database)]);
        registry.register("build", "Which program this is", build);
        Metrics { registry, requests, seconds, waiting, connections, idle, rows, slowed }
    }

    /// Counts an answer.
    pub(super) fn count(&self, method: &str, route: &'static str, status: u16, took: Duration) {
        let method = match method {
            "GET" => "GET",
            "HEAD" => "HEAD",
            "POST" => "POST",
            _ => "other",
        };
        let status = match status / 100 {
            2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            5 => "5xx",
            _ => "other",
        };
        self.requests.get_or_create(&Asked { method, route, status }).inc();
        self.seconds.get_or_create(&Method { method }).observe(took.as_secs_f64());
    }
}

/// `/metrics`: 404 for whoever may not know of it.
pub async fn metrics(cx: Cx) -> Answer {
    let gate = &cx.site.settings.metrics;
    let token = gate.token.as_ref().map(|token| token.0.as_slice());
    if !policy::measures(token, cx.bearer().map(str::as_bytes), &gate.from, cx.peer()) {
        return Err(Error::NotFound);
    }
    let m = &cx.site.metrics;
    let gauges = cx.site.db.gauges();
    m.waiting.set(gauges.waiting);
    m.connections.set(gauges.connections);
    m.idle.set(gauges.idle);
    m.slowed.set(i64::try_from(cx.site.limits.slowed(cx.now)).unwrap_or(i64::MAX));
    // While the database does not answer the rest is told all the more.
    match cx.site.db.state().await {
        Ok(state) => {
            m.rows.set(state.seq);
        }
        Err(error) => tracing::warn!(%error, "the ledger's rows could not be counted"),
    }
    let mut text = String::new();
    encoded(&mut text, &m.registry)?;
    Ok(actix_web::HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text))
}

fn encoded(text: &mut String, registry: &Registry) -> Result<()> {
    encode(text, registry).map_err(Error::internal)
}
