//! `/metrics`: closed by default; opened by address or token; no label is anybody's.

use sigida::web::{Gate, Token};

use crate::concerns::file;
use crate::support::world::{sign_in, world};
use crate::support::{House, Kind, both};

const TOKEN: &str = "0123456789abcdef0123";

async fn open(kind: Kind, gate: Gate) -> House {
    House::open_with(kind, move |config| config.web.metrics = gate.clone()).await
}

/// What somebody gets who brings these headers.
async fn ask(house: &House, headers: &[(&str, &str)]) -> crate::support::Page {
    house.person().await.without_checks().request(reqwest::Method::GET, "/metrics", headers, None).await
}

both! {
    /// Nobody is told anything until a setting says so, not even this machine or an administrator.
    async fn the_figures_are_closed_by_default(house: House) {
        let house = world(house);
        ask(&house, &[]).await.must_be(404);
        ask(&house, &[("Authorization", &format!("Bearer {TOKEN}"))]).await.must_be(404);
        let admin = sign_in(&house, "admin").await;
        admin.without_checks().visit("/metrics").await.must_be(404);
    }
}

both! {
    /// The token opens them, a wrong one does not; what they say counts requests by pattern and never by what was asked.
    async fn the_token_opens_figures_in_which_nobody_stands(house: House) {
        let kind = house.kind();
        let house = world(open(kind, Gate { from: Vec::new(), token: Token::parse(TOKEN) }).await);
        let filed = file(&house, "noise", "banconi", "Le moulin marqueur tourne toute la nuit.", "public").await;
        sign_in(&house, "agent.c1-ouest").await.visit(&filed.at_desk()).await.must_be(200);
        house.person().await.without_checks().visit("/fr/concerns/BKO-2026-99999?q=marqueur").await.must_be(404);
        house.person().await.without_checks().visit("/nulle-part/marqueur").await.must_be(404);
        let none: &[(&str, &str)] = &[];
        for wrong in [none, &[("Authorization", "Bearer 0123456789abcdef0124")], &[("Authorization", TOKEN)]] {
            ask(&house, wrong).await.must_be(404);
        }
        let page = ask(&house, &[("Authorization", &format!("Bearer {TOKEN}"))]).await;
        page.must_be(200);
        assert!(page.header("content-type").starts_with("text/plain; version=0.0.4"), "{}", page.header("content-type"));
        let text = &page.body;
        for line in [
            "sigida_requests_total{method=\"GET\",route=\"/{l}/desk/concerns/{number}\",status=\"2xx\"} 1",
            "sigida_requests_total{method=\"GET\",route=\"/{l}/concerns/{number}\",status=\"4xx\"} 1",
            "sigida_request_seconds_bucket{",
            "sigida_request_seconds_count{method=\"POST\"}",
            "sigida_writer_waiting ",
            "sigida_reader_connections ",
            "# TYPE sigida_request_seconds histogram",
            &format!("sigida_build_info{{version=\"{}\"", env!("CARGO_PKG_VERSION")),
        ] {
            assert!(text.contains(line), "« {line} » is not in\n{text}");
        }
        let rows = text.lines().find_map(|line| line.strip_prefix("sigida_ledger_rows ")).expect("the ledger's rows");
        assert!(rows.parse::<i64>().unwrap() > 100, "{rows}");
        let number = filed.number.as_str();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (name, value) = line.rsplit_once(' ').expect("a name and a value");
            assert!(name.starts_with("sigida_") && value.parse::<f64>().is_ok(), "{line}");
            // Of the name alone: a sum of seconds may end in 99999 by itself.
            for somebody in ["marqueur", "127.0.0.1", number, "agent.c1", "banconi", "99999"] {
                assert!(!name.contains(somebody), "« {somebody} » stands in the figures: {line}");
            }
        }
    }
}

both! {
    /// A trusted machine asks without a token, by its own address alone: what a proxy brings is somebody else's.
    async fn a_trusted_address_counts_only_without_a_proxy_between(house: House) {
        let kind = house.kind();
        let home = Gate { from: vec!["127.0.0.1".parse().unwrap()], token: None };
        let house = open(kind, home).await;
        ask(&house, &[]).await.must_be(200);
        ask(&house, &[("X-Forwarded-For", "127.0.0.1")]).await.must_be(404);
        ask(&house, &[("Forwarded", "for=127.0.0.1")]).await.must_be(404);
        let other = open(kind, Gate { from: vec!["10.9.8.7".parse().unwrap()], token: None }).await;
        ask(&other, &[]).await.must_be(404);
        ask(&other, &[("X-Forwarded-For", "10.9.8.7")]).await.must_be(404);
    }
}
