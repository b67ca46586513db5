//! What an address, or a header that names one, can be made to do: say who the house is, lead out of it, break a header.

use reqwest::Method;

use crate::access::table;
use crate::support::world::{password, sign_in, world};
use crate::support::{House, Page, both};

const EVIL: &str = "evil.example";

/// What a liar says the house is called, past the house's own name.
const LIES: [(&str, &str); 7] = [
    ("X-Forwarded-Host", EVIL),
    ("X-Forwarded-Server", EVIL),
    ("X-Host", EVIL),
    ("X-Original-URL", "/evil.example"),
    ("X-Rewrite-URL", "/evil.example"),
    ("Forwarded", "for=1.2.3.4;host=evil.example;proto=https"),
    ("X-Forwarded-Proto", "https"),
];

/// Where a name of the house could stand.
const PLACES: [&str; 15] = [
    "/",
    "/fr",
    "/bm",
    "/fr/login",
    "/fr/account",
    "/fr/desk",
    "/fr/concerns",
    "/fr/units",
    "/fr/forums",
    "/fr/ledger",
    "/feeds/areas/banconi.atom",
    "/calendars/ccs-commune-1.ics",
    "/fr/areas/banconi",
    "/nowhere",
    "/fr/leave",
];

fn says(answer: &Page, word: &str) -> bool {
    let in_header = |value: &reqwest::header::HeaderValue| String::from_utf8_lossy(value.as_bytes()).contains(word);
    answer.body.contains(word) || answer.headers.values().any(in_header)
}

both! {
    /// No header says who the house is: not to a link, a redirect, a cookie, a feed. `Host` itself is printed on posters and
    /// bulletins as whoever reads reached us, so that it can be typed; and such a page is kept for nobody else.
    async fn no_page_believes_who_a_header_says_the_house_is(house: House) {
        let house = world(house);
        let person = house.person().await.without_following();
        let bulletin = "/fr/areas/banconi/bulletin/2026-11";
        let with_host = [LIES.as_slice(), &[("Host", EVIL)]].concat();
        for path in PLACES {
            let answer = person.request(Method::GET, path, &with_host, None).await;
            assert!(!says(&answer, EVIL), "{path}: {:?}", answer.headers);
        }
        assert!(!says(&person.request(Method::GET, bulletin, &LIES, None).await, EVIL), "a bulletin believes a proxy's word");
        let lied_to = person.request(Method::GET, bulletin, &[("Host", EVIL)], None).await;
        lied_to.must_be(200);
        assert!(lied_to.body.contains(EVIL) && lied_to.header("cache-control").contains("no-store"), "kept for others");
        assert!(!says(&person.visit(bulletin).await, EVIL), "one reader's lie is shown to the next one");
        let marked = person.request(Method::GET, bulletin, &[("Host", "a<b>.example")], None).await;
        assert!(!marked.body.contains("b&gt;.example") && !marked.body.contains("<b>.example"), "no host has such a name");
    }
}

both! {
    /// Wherever a form says where to go on, it leads into the house, and whatever it says breaks no answer.
    async fn no_way_on_leads_out_of_the_house(house: House) {
        let house = world(House::open_with(house.kind(), |config| config.web.asks_again = true).await);
        for next in [
            "//evil.example", "\\\\evil.example", "/\\evil.example", "https:evil.example", "https:/evil.example", "///evil.example",
            "/\r\nLocation: //evil.example", "/\r\n\r\n<script>", "/%0d%0aX-Evil: yes", "/\u{1}", "/\u{7f}", "/\u{85}x", "/\u{2028}x",
            "/é ɛ", "/ x", "/\"><script>", "http://127.0.0.1@evil.example", ".evil.example", ":80@evil.example", "/\t/evil.example",
        ] {
            let person = house.person().await.without_following().without_checks();
            let form = person.visit("/fr/login").await.form("/fr/login").fill("login", "awa").fill("password", &password("awa"));
            let entered = form.tamper("next", next).press().await;
            let proof = person.visit("/fr/account/proof").await.main_form().fill("password", &password("awa"));
            let proven = proof.tamper("next", next).press().await;
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
            let already_in = person.visit(&format!("/fr/login?{query}")).await;
            let signed_up = person.visit(&format!("/fr/signup?{query}")).await;
            for (way, answer) in [("in", entered), ("proof", proven), ("already in", already_in), ("signed up", signed_up)] {
                assert_eq!(answer.status, 303, "{way} {next:?}: {}", answer.described());
                let to = answer.headers.get("location").map(|to| to.as_bytes().to_vec()).unwrap_or_default();
                let shown = String::from_utf8_lossy(&to);
                assert!(to.iter().all(u8::is_ascii_graphic), "{way} {next:?}: {shown}");
                assert!(shown == "/fr" || shown.starts_with("/fr/") || shown.starts_with("/fr?"), "{way} {next:?}: {shown}");
                assert!(answer.header("x-evil").is_empty(), "{way} {next:?}");
            }
        }
    }
}

/// Line ends and a header of the attacker's.
const BREAK: &str = "x%0d%0aX-Evil:%20yes%0d%0aSet-Cookie:%20evil=1%0d%0a%0d%0a%3Cb%3E";

/// What pages ask of their address.
const ASKED: [&str; 18] = [
    "next",
    "done",
    "after",
    "before",
    "lang",
    "q",
    "area",
    "category",
    "state",
    "month",
    "period",
    "unit",
    "committee",
    "from",
    "since",
    "reply",
    "day",
    "week",
];

both! {
    /// Line ends in any part of any address, in any value of its query, split no answer and break none.
    async fn line_ends_in_an_address_are_no_headers(house: House) {
        let house = world(house);
        let query: Vec<String> = ASKED.iter().map(|name| format!("{name}={BREAK}")).collect();
        let query = query.join("&");
        let mut asked = 0;
        for login in ["", "chef.c1-ouest", "moderation.c1", "admin"] {
            let person = if login.is_empty() { house.person().await } else { sign_in(&house, login).await };
            let person = person.without_following().without_checks();
            for ((method, pattern), _) in table() {
                if method != "GET" || pattern == "/{l}/leave" {
                    continue;
                }
                let broken = |part: &str| match part {
                    "{l}" => "fr".to_owned(),
                    part if part.starts_with('{') => BREAK.to_owned(),
                    part => part.to_owned(),
                };
                let path = pattern.split('/').map(broken).collect::<Vec<_>>().join("/");
                for path in [format!("{path}?{query}"), path] {
                    let headers = [("Accept-Language", "bm\t,x;q"), ("Range", "bytes=9-x"), ("If-None-Match", "\"\u{e9}\"")];
                    let answer = person.request(Method::GET, &path, &headers, None).await;
                    asked += 1;
                    assert!(answer.status < 500, "{login} {path}: {}", answer.status);
                    assert!(answer.header("x-evil").is_empty(), "{login} {path}");
                    let evil = |cookie: &reqwest::header::HeaderValue| cookie.as_bytes().starts_with(b"evil");
                    assert!(!answer.headers.get_all("set-cookie").iter().any(evil), "{login} {path}");
                }
            }
        }
        println!("{asked} addresses with line ends in them: no header of the attacker's, no status 500");
        assert!(asked > 600, "{asked}");
    }
}
