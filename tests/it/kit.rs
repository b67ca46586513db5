//! What every address has in common, whatever it is about: headers, languages, forgery, limits, sessions, caching, starting
//! and stopping. Seen from outside, over HTTP, and by the binary itself.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use reqwest::Method;

use crate::support::program::{Program, sigida};
use crate::support::world::{enter, harm, number, password, rows, sign_in, world};
use crate::support::{House, Kind, Page, Person, both, on_sqlite};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Pages that are the same for everybody.
const PUBLIC: [&str; 9] = [
    "/fr",
    "/bm",
    "/fr/concerns",
    "/fr/areas",
    "/fr/units",
    "/fr/forums",
    "/fr/commitments",
    "/fr/moderation",
    "/fr/privacy",
];

/// A body as a browser sends it.
fn body(pairs: &[(&str, &str)]) -> Option<(String, Vec<u8>)> {
    let text = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    Some(("application/x-www-form-urlencoded".into(), text.into_bytes()))
}

/// A good token for a visitor.
async fn token(person: &Person) -> String {
    person.visit("/fr/login").await.form("/fr/login").value("_token")
}

/// Signs up somebody new, whom the house then knows.
async fn newcomer(house: &House, login: &str) -> Person {
    let person = house.person().await;
    let page = person.visit("/fr/signup").await;
    let form = page.form("/fr/signup").fill("name", "Fatou").fill("login", login).fill("password", "trois calebasses");
    form.press().await.must_be(200);
    person.visit("/fr/account").await.must_be(200).must_have("Fatou");
    person
}

/// Whether this browser is signed in: the account page opens rather than leading to the sign-in form.
async fn is_in(person: &Person) -> bool {
    person.visit("/fr/account").await.path == "/fr/account"
}

/// The cookies an answer sets.
fn set_cookies(page: &Page) -> Vec<String> {
    page.headers.get_all("set-cookie").iter().filter_map(|v| v.to_str().ok()).map(str::to_owned).collect()
}

/// The session's cookie as the answer to signing in sets it.
async fn cookie_at_sign_in(house: &House, login: &str, secret: &str) -> String {
    let person = house.person().await.without_following();
    let answer = enter(&person, login, secret).await;
    answer.must_be(303);
    let cookies = set_cookies(&answer);
    cookies.iter().find(|c| c.starts_with("sigida=")).unwrap_or_else(|| panic!("no session in {cookies:?}")).clone()
}

both! {
    /// No answer of any kind may be framed, sniffed, or leak where the reader was, and no script or style stands inline.
    async fn every_kind_of_answer_carries_the_headers_that_protect_its_reader(house: House) {
        let person = house.person().await.without_following();
        let css = person.visit("/fr/login").await.subresources().into_iter().next().expect("a style sheet");
        let forged = body(&[("_token", "x"), ("login", "a")]);
        let answers = [
            (200, person.visit("/fr/login").await),
            (200, person.visit("/healthz").await),
            (200, person.visit(&css).await),
            (404, person.visit("/static/nothing.css").await),
            (303, person.visit("/").await),
            (303, person.visit("/fr/account").await),
            (404, person.visit("/fr/nulle-part").await),
            (404, person.visit("/nowhere/at/all").await),
            (405, person.request(Method::DELETE, "/fr/login", &[], None).await),
            (403, person.request(Method::POST, "/fr/login", &[], forged).await),
            (422, enter(&person, "nobody", "not the password").await),
        ];
        for (status, answer) in &answers {
            answer.must_be(*status);
            let place = format!("{status} {}", answer.path);
            let csp = answer.header("content-security-policy");
            assert!(csp.contains("default-src 'none'") && csp.contains("frame-ancestors 'none'"), "{place}: {csp}");
            assert!(csp.contains("form-action 'self'") && csp.contains("base-uri 'none'"), "{place}: {csp}");
            assert!(!csp.contains("unsafe") && !csp.contains("http") && !csp.contains('*'), "{place}: {csp}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{place}");
            assert_eq!(answer.header("referrer-policy"), "no-referrer", "{place}");
            assert_eq!(answer.header("x-frame-options"), "DENY", "{place}");
            assert!(!answer.header("cache-control").is_empty(), "{place} says nothing of caching");
            assert!(answer.header("server").is_empty(), "{place} tells what serves it");
            assert_eq!(answer.header("strict-transport-security"), "", "{place}: plain HTTP must not promise HTTPS");
        }
        // What is for one reader stays in no cache; what has its content in its name stays for ever.
        assert_eq!(answers[0].1.header("cache-control"), "no-store");
        assert!(answers[2].1.header("cache-control").contains("immutable"));
    }
}

both! {
    /// Behind HTTPS the session's cookie never travels in the clear, and browsers are told to come back by HTTPS.
    async fn behind_https_cookies_are_secure_and_the_browser_is_told_so(house: House) {
        let secure = House::open_with(house.kind(), |config| config.web.secure = true).await;
        newcomer(&house, "fatou.plain").await;
        let person = secure.person().await.without_following();
        let page = person.visit("/fr/signup").await;
        assert!(page.header("strict-transport-security").starts_with("max-age="));
        let form = page.form("/fr/signup").fill("name", "Fatou").fill("login", "fatou").fill("password", "trois calebasses");
        let cookies = set_cookies(&form.press().await);
        let session = cookies.iter().find(|c| c.starts_with("__Host-sigida=")).expect("a session");
        // What the prefix promises, or browsers refuse it.
        assert!(session.contains("; Secure") && session.contains("; Path=/") && !session.contains("Domain"), "{session}");
        let language = set_cookies(&secure.person().await.visit("/bm/login").await);
        assert!(language.iter().any(|c| c.starts_with("__Host-lang=bm;") && c.contains("; Secure")), "{language:?}");
        // A cookie under a bare name is one that anybody nearby could have planted: nobody reads it.
        let value = session.split(';').next().and_then(|pair| pair.split_once('=')).map_or("", |(_, value)| value);
        for (name, opens) in [("sigida", false), ("__Host-sigida", true)] {
            let bearer = secure.person().await.with_header("Cookie", &format!("{name}={value}"));
            assert_eq!(is_in(&bearer).await, opens, "{name}");
        }
        for (cookie, leads) in [("lang=bm", "/fr"), ("__Host-lang=bm", "/bm")] {
            let reader = secure.person().await.with_header("Cookie", cookie).without_following();
            assert_eq!(reader.visit("/").await.redirects[0].to, leads, "{cookie}");
        }
        // Style sheets and the worker promise HTTPS, too, and so does what is not there.
        let css = secure.person().await.visit("/fr/login").await.subresources().into_iter().next().expect("a style sheet");
        for path in [css.as_str(), "/sw.js", "/static/nothing.css", "/nowhere", "/healthz"] {
            let promise = person.visit(path).await.header("strict-transport-security").to_owned();
            assert_eq!(promise, "max-age=31536000; includeSubDomains", "{path}");
        }
        let refused = person.request(Method::POST, &css, &[], None).await;
        refused.must_be(405);
        assert_eq!((refused.header("allow"), refused.header("x-content-type-options")), ("GET, HEAD", "nosniff"));
        let plain = cookie_at_sign_in(&house, "fatou.plain", "trois calebasses").await;
        assert!(!plain.contains("Secure"), "a cookie of plain HTTP that browsers would refuse: {plain}");
    }
}

both! {
    /// Whoever comes to an address that is not there reads so in the address's language, and finds a link onward.
    async fn what_does_not_exist_is_a_page_in_the_language_of_its_address_with_a_way_on(house: House) {
        let person = house.person().await;
        for (path, lang) in [
            ("/fr/nulle-part", "fr"),
            ("/bm/nulle-part", "bm"),
            ("/fr/concerns/BKO-2026-99999", "fr"),
            ("/bm/concerns/BKO-2026-99999", "bm"),
            ("/fr/concerns/pas-un-numero", "fr"),
            ("/fr/areas/atlantide", "fr"),
            ("/bm/units/atlantide", "bm"),
            ("/fr/forums/atlantide", "fr"),
            ("/fr/meetings/abc", "fr"),
            ("/bm/meetings/99999999999999999999999999", "bm"),
            ("/fr/meetings/-1", "fr"),
            ("/fr/threads/%00", "fr"),
            ("/fr/areas/..%2F..%2Fetc%2Fpasswd", "fr"),
            ("/fr/areas/%FF%FE", "fr"),
            ("/en", "fr"),
            ("/fr/login/", "fr"),
        ] {
            let page = person.visit(path).await;
            page.must_be(404);
            assert!(page.is_html(), "{path} is no page");
            assert_eq!(page.lang(), lang, "{path}");
            let onward = page.attributes("main a[href]", "href");
            assert!(onward.contains(&format!("/{lang}")), "{path} leads nowhere: {onward:?}");
            let other = if lang == "fr" { "bm" } else { "fr" };
            assert!(page.attributes("a.lang", "hreflang").contains(&other.to_owned()), "{path}");
        }
        let french = person.visit("/fr/nulle-part").await.select("h1");
        assert_ne!(french, person.visit("/bm/nulle-part").await.select("h1"), "both languages read the same");
        // An address outside the languages speaks the reader's.
        let bambara = house.person().await.speaks("bm,fr;q=0.5");
        assert_eq!(bambara.visit("/nulle-part").await.must_be(404).lang(), "bm");
    }
}

both! {
    /// A known address asked in a wrong way says so, and names the ways it takes.
    async fn a_wrong_method_is_405_and_names_the_right_ones(house: House) {
        let person = house.person().await;
        for (method, path, allowed) in [
            (Method::DELETE, "/fr/login", vec!["GET", "HEAD", "POST"]),
            (Method::PUT, "/fr/account", vec!["GET", "HEAD"]),
            (Method::GET, "/fr/logout", vec!["POST"]),
            (Method::POST, "/healthz", vec!["GET", "HEAD"]),
        ] {
            let answer = person.request(method.clone(), path, &[], None).await;
            answer.must_be(405);
            let mut said: Vec<&str> = answer.header("allow").split(", ").collect();
            said.sort_unstable();
            assert_eq!(said, allowed, "{method} {path}");
        }
    }
}

both! {
    /// HEAD answers as GET does, without the page.
    async fn head_tells_what_get_would_without_a_body(house: House) {
        let person = house.person().await;
        for path in ["/fr/login", "/fr", "/healthz"] {
            let get = person.visit(path).await;
            let head = person.request(Method::HEAD, path, &[], None).await;
            assert_eq!(head.status, get.status, "{path}");
            assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
            assert_eq!(head.wire_bytes, 0, "{path} sent a body to HEAD");
        }
    }
}

both! {
    /// A form on another site cannot act with our reader's cookie, even holding a token of ours.
    async fn a_form_sent_from_another_site_is_refused_and_does_nothing(house: House) {
        let person = newcomer(&house, "fatou").await;
        let page = person.visit("/fr/account").await;
        let token = page.form("/fr/account/profile").value("_token");
        let ours = format!("http://{}", house.address());
        let port = format!("http://127.0.0.1:{}", house.address().port() ^ 1);
        for headers in [
            vec![("Sec-Fetch-Site", "cross-site")],
            vec![("Sec-Fetch-Site", "same-site")],
            vec![("Sec-Fetch-Site", "cross-site"), ("Origin", ours.as_str())],
            vec![("Origin", "https://evil.example")],
            vec![("Origin", port.as_str())],
            vec![("Origin", "https://evil.example"), ("Referer", ours.as_str())],
        ] {
            let sent = body(&[("_token", &token), ("name", "Volée"), ("lang", "fr")]);
            let answer = person.request(Method::POST, "/fr/account/profile", &headers, sent).await;
            assert_eq!(answer.status, 403, "{headers:?}");
            assert!(answer.is_html() && answer.lang() == "fr");
        }
        person.visit("/fr/account").await.must_have("Fatou").must_not_have("Volée");
        // The same from our own page goes through.
        page.form("/fr/account/profile").fill("name", "Fatoumata").press().await.must_be(200).must_have("Fatoumata");
    }
}

both! {
    /// From a browser too old to say where a form comes from, only the page's own token proves it.
    async fn without_a_word_from_the_browser_only_our_own_token_lets_a_form_in(house: House) {
        let person = newcomer(&house, "fatou").await.with_old_browser();
        let other = newcomer(&house, "kadi").await;
        let theirs = other.visit("/fr/account").await.form("/fr/account/profile").value("_token");
        let mine = person.visit("/fr/account").await.form("/fr/account/profile").value("_token");
        let mut bent = mine.clone();
        bent.replace_range(10..11, if &mine[10..11] == "A" { "B" } else { "A" });
        for token in [None, Some(""), Some("x"), Some(theirs.as_str()), Some(bent.as_str()), Some(&mine[..40])] {
            let mut pairs = vec![("name", "Volée"), ("lang", "fr")];
            pairs.extend(token.map(|t| ("_token", t)));
            let answer = person.request(Method::POST, "/fr/account/profile", &[], body(&pairs)).await;
            assert_eq!(answer.status, 403, "{token:?}");
        }
        person.visit("/fr/account").await.must_have("Fatou").must_not_have("Volée");
        let pairs = [("name", "Fatoumata"), ("lang", "fr"), ("_token", mine.as_str())];
        person.request(Method::POST, "/fr/account/profile", &[], body(&pairs)).await.must_have("Fatoumata");
        // A body that is no form is none.
        for kind in ["application/json", "text/plain", "multipart/form-data; boundary=x"] {
            let sent = Some((kind.to_owned(), b"_token=x".to_vec()));
            assert_eq!(person.request(Method::POST, "/fr/account/profile", &[], sent).await.status, 400, "{kind}");
        }
    }
}

both! {
    /// A page open since yesterday loses nothing that was typed into it, and the second press does what the first would have.
    async fn a_form_open_since_yesterday_comes_back_with_what_was_typed_and_then_works(house: House) {
        let person = house.person().await;
        let page = person.visit("/fr/signup").await;
        let form = page.form("/fr/signup").fill("name", "Aïssata Maïga").fill("login", "aissata");
        house.clock.advance(25 * HOUR);
        let again = form.fill("password", "trois calebasses").press().await;
        again.must_be(422).must_have("Cette page était ouverte depuis trop longtemps");
        let form = again.form("/fr/signup");
        assert_eq!((form.value("name"), form.value("login")), ("Aïssata Maïga".into(), "aissata".into()));
        assert!(!again.body.contains("trois calebasses"), "a password was sent back");
        assert_eq!(rows(&house, "accounts").await, 0);
        form.fill("password", "trois calebasses").press().await.must_be(200);
        assert!(is_in(&person).await);
        assert_eq!(rows(&house, "accounts").await, 1);
    }
}

both! {
    /// More than any form of ours can hold is refused before it is read.
    async fn a_body_over_the_limit_is_refused_and_the_house_goes_on(house: House) {
        let person = house.person().await;
        let token = token(&person).await;
        let long = "é".repeat(70_000);
        let many: Vec<(String, String)> = (0..500).map(|n| (format!("f{n}"), "x".into())).collect();
        let mut many: Vec<(&str, &str)> = many.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        many.push(("_token", &token));
        for pairs in [vec![("_token", token.as_str()), ("login", long.as_str())], many] {
            let answer = person.request(Method::POST, "/fr/login", &[], body(&pairs)).await;
            answer.must_be(413);
            assert!(answer.is_html() && answer.select("h1").len() == 1);
        }
        person.visit("/fr/login").await.must_be(200);
    }
}

both! {
    /// Whoever guesses passwords is slowed down and told for how long, by their own address only.
    async fn too_many_tries_are_429_with_the_seconds_to_wait(house: House) {
        let strict = House::open_with(house.kind(), |config| config.web.tries_per_minute = 3).await;
        let person = strict.person().await;
        for _ in 0..3 {
            enter(&person, "nobody", "not the password").await.must_be(422);
        }
        let answer = enter(&person, "nobody", "not the password").await;
        answer.must_be(429);
        let wait: u64 = answer.header("retry-after").parse().expect("Retry-After in seconds");
        assert!((1..=60).contains(&wait), "{wait}");
        // Nobody escapes by claiming another address, unless a proxy we trust says so.
        let liar = strict.person().await.with_header("X-Forwarded-For", "198.51.100.7");
        enter(&liar, "nobody", "not the password").await.must_be(429);
        // Reading goes on.
        person.visit("/fr/signup").await.must_be(200);

        let proxied = House::open_with(house.kind(), |config| {
            config.web.tries_per_minute = 1;
            config.web.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
        });
        let proxied = proxied.await;
        for address in ["198.51.100.7", "198.51.100.8", "2001:db8::1"] {
            let person = proxied.person().await.with_header("X-Forwarded-For", address);
            enter(&person, "nobody", "not the password").await.must_be(422);
            enter(&person, "nobody", "not the password").await.must_be(429);
        }
        // The proxy's own last word counts, not what the client put before it.
        let liar = proxied.person().await.with_header("X-Forwarded-For", "203.0.113.9, 198.51.100.7");
        enter(&liar, "nobody", "not the password").await.must_be(429);
    }
}

both! {
    /// A flood of forms from one address is slowed, whatever they are.
    async fn too_many_forms_are_429(house: House) {
        let strict = House::open_with(house.kind(), |config| config.web.forms_per_minute = 2).await;
        let person = strict.person().await;
        for expected in [422, 422, 429] {
            let page = person.visit("/fr/signup").await;
            page.form("/fr/signup").fill("name", "F").press().await.must_be(expected);
        }
    }
}

both! {
    /// `/` leads to the language of the cookie, else of the browser, else to French.
    async fn the_door_leads_to_the_readers_language(house: House) {
        for (speaks, lang) in [
            ("fr", "fr"), ("bm", "bm"), ("bm-ML, fr;q=0.8", "bm"), ("fr;q=0.3, bm;q=0.9", "bm"), ("bm;q=0, en", "fr"),
            ("en-GB", "fr"), ("", "fr"), ("*", "fr"), (";;;q=x", "fr"), ("BM", "bm"),
        ] {
            let person = house.person().await.speaks(speaks).without_following();
            let answer = person.visit("/").await;
            answer.must_be(303);
            assert_eq!(answer.redirects[0].to, format!("/{lang}"), "{speaks}");
        }
        // Who read Bambara comes back to it, though the telephone speaks French.
        let person = house.person().await.speaks("fr");
        person.visit("/bm/login").await.must_be(200);
        assert_eq!(person.visit("/").await.path, "/bm");
        person.visit("/fr/login").await;
        assert_eq!(person.visit("/").await.path, "/fr");
    }
}

both! {
    /// Switching the language stays on the same page, with what was being looked for.
    async fn switching_the_language_keeps_the_page_and_its_query(house: House) {
        let person = house.person().await;
        let page = person.visit("/fr/login?next=%2Faccount&x=a%26b").await;
        let other = page.attributes("a.lang", "href").remove(0);
        let switched = person.visit(&other).await;
        assert_eq!((switched.path.as_str(), switched.lang().as_str()), ("/bm/login", "bm"));
        let query: Vec<(String, String)> = switched.url.query_pairs().into_owned().collect();
        assert_eq!(query, [("next".to_owned(), "/account".to_owned()), ("x".to_owned(), "a&b".to_owned())]);
        let back = switched.attributes("a.lang", "href").remove(0);
        assert_eq!(back, page.attributes("link[hreflang=fr]", "href")[0]);
        // A sentence said once is not said again in the other language.
        let said = person.visit("/fr/login?done=saved").await;
        assert!(!said.attributes("a.lang", "href")[0].contains("done"));
    }
}

both! {
    /// What a page says was done comes from a short list, never from the address.
    async fn a_notice_cannot_be_put_in_by_an_address(house: House) {
        let page = house.person().await.visit("/fr/login?done=<b>Appelez+le+99+99+99+99</b>").await;
        page.must_be(200).must_not_have("Appelez");
        assert!(page.select("[role=status]").is_empty());
    }
}

both! {
    /// What was done before is not said on the page of an error, nor beside what is wrong with the next form.
    async fn an_error_is_not_told_with_a_sentence_of_success(house: House) {
        let person = house.person().await;
        person.visit("/fr/login?done=saved").await.must_have("C’est enregistré");
        person.visit("/fr/concerns/BKO-2026-99999?done=saved").await.must_be(404).must_not_have("C’est enregistré");
        let token = person.visit("/fr/signup").await.form("/fr/signup").value("_token");
        let page = person.post("/fr/signup?done=saved", &[("_token", token.as_str()), ("name", "")]).await;
        page.must_be(422).must_not_have("C’est enregistré");
        assert!(page.select("[role=status]").is_empty(), "{}", page.described());
    }
}

both! {
    /// Without a script, a refused form begins at what is wrong, and each line of that leads to its field.
    async fn a_refused_form_begins_at_what_is_wrong(house: House) {
        let page = house.person().await.visit("/fr/signup").await;
        let page = page.form("/fr/signup").fill("name", "").fill("login", "").fill("password", "").press().await;
        page.must_be(422);
        assert_eq!(page.attributes(".errors [autofocus]", "tabindex"), ["-1"], "{}", page.described());
        let links = page.attributes(".errors a", "href");
        assert!(links.len() >= 3, "{links:?}");
        for link in links {
            let field = format!("[id='{}']", link.trim_start_matches('#'));
            assert_eq!(page.attributes(&field, "id").len(), 1, "{link} leads nowhere");
        }
    }
}

both! {
    /// The session's cookie is out of reach of scripts and other sites, and signing in or changing the password makes a new one.
    async fn the_session_cookie_is_guarded_and_changes_with_every_proof(house: House) {
        let person = newcomer(&house, "fatou").await;
        let cookie = cookie_at_sign_in(&house, "fatou", "trois calebasses").await;
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), "{cookie}");
        let value = |c: &str| c.split(';').next().unwrap_or_default().to_owned();
        let next = cookie_at_sign_in(&house, "fatou", "trois calebasses").await;
        assert_ne!(value(&cookie), value(&next));

        let before = person.cookies("/");
        let page = person.visit("/fr/account/password").await;
        let form = page.form("/fr/account/password").fill("current", "trois calebasses").fill("password", "quatre pirogues");
        form.press().await.must_be(200);
        assert_ne!(person.cookies("/"), before, "the key stayed the same across a new password");
        // Every other device is out, and so is whoever kept the old key.
        let thief = house.person().await;
        thief.take_cookie(&format!("{before}; Path=/"));
        assert!(!is_in(&thief).await);
        let device = house.person().await;
        device.take_cookie(&value(&next));
        assert!(!is_in(&device).await, "a session from before the new password lives on");
        assert!(is_in(&person).await);
        // A key that nobody gave, or bent, opens nothing and breaks nothing.
        for forged in ["sigida=x", "sigida=", "sigida=aaaa%3D", "sigida=..%2F..%2Fx"] {
            let person = house.person().await;
            person.take_cookie(forged);
            assert!(!is_in(&person).await, "{forged}");
        }
    }
}

both! {
    /// Somebody who lost their telephone signs out everywhere from another one.
    async fn signing_out_everywhere_ends_the_session_of_every_device(house: House) {
        let (lost, kept) = (newcomer(&house, "fatou").await, house.person().await);
        enter(&kept, "fatou", "trois calebasses").await.must_be(200);
        assert!(is_in(&lost).await && is_in(&kept).await);
        kept.visit("/fr/account").await.form("/fr/account/sessions").press().await.must_be(200);
        assert!(!is_in(&lost).await && !is_in(&kept).await);
        assert_eq!(rows(&house, "sessions").await, 0);
        enter(&kept, "fatou", "trois calebasses").await.must_be(200);
        assert!(is_in(&kept).await);
    }
}

both! {
    /// Signing out ends the session in the house, not only in the browser: who kept the cookie is out too.
    async fn signing_out_ends_the_session_itself(house: House) {
        let person = newcomer(&house, "fatou").await;
        let cookie = person.cookies("/");
        let page = person.visit("/fr/account").await;
        let out = page.form("/fr/logout").press().await;
        out.must_have("Vous êtes déconnecté");
        assert!(!is_in(&person).await);
        person.take_cookie(&cookie);
        assert!(!is_in(&person).await);
    }
}

both! {
    /// Signing out has the browser throw away what its cache holds. What waits for the network stays, by rules of its own
    /// (`field::lost_answers_and_an_ended_session_lose_nothing_and_signing_out_leaves_nothing`), and so does the language.
    async fn signing_out_empties_the_cache_and_keeps_what_waits_and_the_language(house: House) {
        newcomer(&house, "fatou").await;
        for form in ["/bm/logout", "/bm/account/sessions"] {
            let person = house.person().await;
            enter(&person, "fatou", "trois calebasses").await.must_be(200);
            let page = person.visit("/bm/account").await;
            let person = person.without_following();
            let answer = page.form(form).press().await;
            answer.must_be(303);
            assert_eq!(answer.header("clear-site-data"), "\"cache\"", "{form}");
            assert!(person.cookies("/").contains("lang=bm") && !person.cookies("/").contains("sigida="), "{form}");
        }
    }
}

both! {
    /// A desk left open for an hour closes; one in use closes after a shift.
    async fn a_desk_closes_after_an_idle_hour_and_after_twelve_hours_in_all(house: House) {
        let house = world(house);
        let officer = sign_in(&house, "agent.c1-ouest").await;
        for _ in 0..2 {
            house.clock.advance(59 * MINUTE);
            assert!(is_in(&officer).await, "it closed before the hour");
        }
        house.clock.advance(61 * MINUTE);
        assert!(!is_in(&officer).await, "it stayed open while nobody was there");
        let officer = sign_in(&house, "agent.c1-ouest").await;
        for _ in 0..14 {
            house.clock.advance(50 * MINUTE);
            assert!(is_in(&officer).await);
        }
        house.clock.advance(20 * MINUTE + 1);
        assert!(!is_in(&officer).await, "it outlived the shift");
        // A resident's stays for the week.
        let resident = sign_in(&house, "awa").await;
        house.clock.advance(6 * DAY);
        assert!(is_in(&resident).await);
        house.clock.advance(8 * DAY);
        assert!(!is_in(&resident).await);
    }
}

both! {
    /// After signing in one goes on to where one wanted to be, and never out of the house.
    async fn where_one_goes_on_after_signing_in_is_always_in_the_house(house: House) {
        newcomer(&house, "fatou").await;
        for next in [
            "//evil.example", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "/%09/evil.example",
            "javascript:alert(1)", "/..//evil.example", "/\r\nSet-Cookie: a=b", "@evil.example", ".evil.example",
            "/\t/evil.example",
        ] {
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
            for way in ["form", "signed-in"] {
                let person = house.person().await.without_checks();
                let mut page = person.visit(&format!("/fr/login?{query}")).await;
                page = page.form("/fr/login").fill("login", "fatou").fill("password", "trois calebasses").press().await;
                if way == "signed-in" {
                    page = person.visit(&format!("/fr/login?{query}")).await;
                }
                assert!(!page.redirects.is_empty(), "{next:?} was not sent on");
                for step in &page.redirects {
                    assert!(step.to.starts_with("/fr") || step.to.starts_with("//evil") && page.url.host_str() == Some("127.0.0.1"),
                        "{next:?} leads to {step:?}");
                    assert_eq!(page.url.host_str(), Some("127.0.0.1"), "{next:?}");
                }
                assert!(page.header("set-cookie").is_empty() || !page.header("set-cookie").starts_with("a=b"));
            }
        }
        let person = house.person().await;
        let page = person.visit("/fr/account/password").await;
        let page = page.form("/fr/login").fill("login", "fatou").fill("password", "trois calebasses").press().await;
        assert_eq!(page.path, "/fr/account/password", "it did not go on to the page that was wanted");
    }
}

both! {
    /// A page read before is not sent again while it is the same; what changes it, changes its mark.
    async fn a_public_page_is_not_sent_twice_to_who_has_it(house: House) {
        let house = world(house);
        let person = house.person().await;
        for path in PUBLIC {
            let person = if path == "/bm" { house.person().await } else { person.clone() };
            // The second visit, once the language is known.
            person.visit(path).await.must_be(200);
            let page = person.visit(path).await;
            let mark = page.header("etag").to_owned();
            assert!(!mark.is_empty(), "{path} has no ETag");
            assert_eq!(page.header("content-encoding"), "gzip", "{path}");
            assert!(page.header("vary").to_lowercase().contains("accept-encoding"), "{path}");
            let again = person.request(Method::GET, path, &[("If-None-Match", &mark)], None).await;
            again.must_be(304);
            assert_eq!((again.wire_bytes, again.header("etag")), (0, mark.as_str()), "{path}");
            let list = format!("\"other\", {mark}");
            person.request(Method::GET, path, &[("If-None-Match", &list)], None).await.must_be(304);
            person.request(Method::GET, path, &[("If-None-Match", "\"other\"")], None).await.must_be(200);
            assert!(!page.header("cache-control").contains("max-age"), "{path} may be shown after it changed");
        }
    }
}

both! {
    /// A visitor who only reads leaves nothing: no cookie, no session, no row.
    async fn reading_public_pages_writes_nothing(house: House) {
        let house = world(house);
        let count = async || {
            let seq = number(&house, "SELECT seq AS value FROM heads").await;
            (seq, rows(&house, "sessions").await, rows(&house, "once").await)
        };
        let before = count().await;
        for path in PUBLIC.iter().filter(|path| path.starts_with("/fr")) {
            let person = house.person().await;
            let page = person.visit(path).await;
            page.must_be(200);
            assert_eq!(set_cookies(&page), [""; 0], "{path}");
            assert_eq!(person.cookies("/"), "", "{path}");
            assert!(!page.body.contains("_token"), "{path} holds a token and cannot be the same for all");
        }
        // Forms that only ask leave nothing either.
        for path in ["/fr/login", "/fr/signup", "/fr/concerns/new", "/fr/follow", "/fr/danger"] {
            let page = house.person().await.visit(path).await;
            page.must_be(200);
            assert_eq!(set_cookies(&page), [""; 0], "{path}");
        }
        assert_eq!(count().await, before);
    }
}

both! {
    /// Two visitors get the same bytes, whoever signs in beside them.
    async fn a_public_page_is_the_same_for_every_visitor_and_never_a_members_own(house: House) {
        let house = world(house);
        for path in PUBLIC.iter().filter(|path| path.starts_with("/fr")) {
            let first = house.person().await.visit(path).await;
            let member = sign_in(&house, "chef.c1-ouest").await.visit(path).await;
            member.must_be(200).must_have("Bureau");
            assert!(member.header("cache-control").contains("no-store"), "{path}: {}", member.header("cache-control"));
            let second = house.person().await.visit(path).await;
            assert_eq!(first.body, second.body, "{path}");
            second.must_not_have("Se déconnecter");
        }
    }
}

both! {
    /// Machines ask whether the process and its database live; they get a word and no cookie.
    async fn health_and_readiness_answer_in_one_word(house: House) {
        let person = house.person().await;
        for (path, word) in [("/healthz", "ok"), ("/readyz", "ready")] {
            let answer = person.visit(path).await;
            answer.must_be(200);
            assert_eq!((answer.body.trim(), set_cookies(&answer).len()), (word, 0));
            assert!(answer.header("content-type").starts_with("text/plain"));
        }
        // Without its database the process lives, and is not ready.
        harm(&house, "ALTER TABLE heads RENAME TO gone").await;
        let answer = house.person().await.visit("/readyz").await;
        assert!(answer.status >= 500, "ready without a database: {}", answer.status);
        person.visit("/healthz").await.must_be(200);
    }
}

both! {
    /// What is done is there after the program stopped and started, and sessions are too.
    async fn nothing_done_is_lost_when_the_house_restarts(house: House) {
        let person = newcomer(&house, "fatou").await;
        house.restart().await;
        assert!(is_in(&person).await);
        enter(&house.person().await, "fatou", "trois calebasses").await.must_be(200);
    }
}

#[derive(serde::Deserialize)]
struct Listed {
    method: String,
    pattern: String,
    policy: String,
}

both! {
    /// The printed table is what the server serves: each address with who may enter, no more and no fewer.
    async fn the_table_of_addresses_is_what_is_served(house: House) {
        let output = sigida(&["routes", "--json"], &[]);
        assert!(output.status.success());
        let listed: Vec<Listed> = serde_json::from_slice(&output.stdout).expect("JSON");
        let known = ["public", "anyone", "signed-in", "police", "chief", "desk", "relay", "partner", "committee", "promising", "together", "oversight", "walls", "admin", "appeals", "granting", "machine"];
        let served: Vec<(String, String)> =
            sigida::app::table().iter().map(|r| (r.method.to_owned(), r.pattern.to_owned())).collect();
        assert_eq!(listed.iter().map(|l| (l.method.clone(), l.pattern.clone())).collect::<Vec<_>>(), served);
        let mut once = served.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), served.len(), "an address stands twice");
        let person = house.person().await.without_following().without_checks();
        let parts = regex_free_parts();
        for route in &listed {
            assert!(known.contains(&route.policy.as_str()), "{} {}: {}", route.method, route.pattern, route.policy);
            let path = parts(&route.pattern);
            let both = |m: &str| listed.iter().any(|l| l.pattern == route.pattern && l.method == m);
            let method = Method::from_bytes(route.method.as_bytes()).unwrap();
            let answer = person.request(method, &path, &[("Sec-Fetch-Site", "same-origin")], body(&[])).await;
            assert_ne!(answer.status, 405, "{} {path} is listed and not served", route.method);
            // The figures are nobody's until a setting opens them (metrics.rs).
            let closed = route.pattern == "/metrics";
            if !route.pattern.replace("{l}", "").contains('{') && route.method == "GET" && !closed {
                assert_ne!(answer.status, 404, "{path} is listed and not there");
            }
            // Who has not signed in is sent to sign in wherever that is needed, before anything else is looked at.
            if !["public", "anyone", "machine"].contains(&route.policy.as_str()) && route.method == "GET" {
                answer.must_be(303);
                assert!(answer.redirects[0].to.starts_with("/fr/login?next="), "{path}: {:?}", answer.redirects);
            }
            for other in ["GET", "POST"].into_iter().filter(|m| !both(m)) {
                let method = Method::from_bytes(other.as_bytes()).unwrap();
                let answer = person.request(method, &path, &[("Sec-Fetch-Site", "same-origin")], body(&[])).await;
                assert_eq!(answer.status, 405, "{other} {path} is served and not listed");
            }
        }
    }
}

/// Turns a pattern into an address: French, and something that could be an id for every other part.
fn regex_free_parts() -> impl Fn(&str) -> String {
    |pattern| {
        let part = |part: &str| match part {
            "{l}" => "fr".to_owned(),
            "{number}" => "BKO-2026-00001".to_owned(),
            part if part.starts_with('{') => format!("1{}", part.split_once('}').map_or("", |(_, rest)| rest)),
            part => part.to_owned(),
        };
        pattern.split('/').map(part).collect::<Vec<_>>().join("/")
    }
}

/// A start that must be refused: one line that names the setting, an exit code, and nothing left behind.
fn refused(arguments: &[&str], settings: &[(&str, &str)], names: &[&str], code: i32, data: &Path) {
    let output = sigida(arguments, settings);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{settings:?}: {said}");
    assert_eq!(said.lines().count(), 1, "{settings:?}: {said}");
    for name in names {
        assert!(said.contains(name), "« {name} » should stand in: {said}");
    }
    assert!(!data.exists(), "{} was made", data.display());
}

both! {
    /// A start that cannot succeed says in one line what to mend, and leaves the machine as it was.
    async fn a_start_that_cannot_succeed_says_why_and_makes_nothing(house: House) {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let place = data.display().to_string();
        let serve = ["serve", "--listen", "127.0.0.1:0", "--data", &place];
        let url = |url: &'static str| [("DATABASE_URL", url)];
        for typo in ["mysql://u:motdepasse@h/db", "sqlte:x.db", "postgre://h/db", "just words"] {
            refused(&serve, &url(typo), &["DATABASE_URL"], 2, &data);
            assert!(!String::from_utf8_lossy(&sigida(&serve, &url(typo)).stderr).contains("motdepasse"));
        }
        refused(&serve, &url("postgres://127.0.0.1:1/x"), &["DATABASE_URL", "127.0.0.1"], 1, &data);
        refused(&serve, &url("sqlite:/nowhere/at/all/sigida.db"), &["DATABASE_URL", "/nowhere/at/all"], 1, &data);
        refused(&["serve", "--listen", "elsewhere", "--data", &place], &[], &["SIGIDA_LISTEN"], 2, &data);
        let busy = house.address().to_string();
        refused(&["serve", "--listen", &busy, "--data", &place], &[], &["SIGIDA_LISTEN", &busy], 1, &data);
        refused(&["demo", "--listen", "0.0.0.0:0", "--data", &place], &[], &["SIGIDA_LISTEN", "127.0.0.1"], 2, &data);
        refused(&["serve", "--data", &place], &[("SIGIDA_LOG", "louder=than=that")], &["SIGIDA_LOG"], 2, &data);
        refused(&["check", "--data", &place], &[], &["DATABASE_URL"], 1, &data);

        // A database that a newer program wrote is left as it is.
        harm(&house, "INSERT INTO migrations (name) VALUES ('2031-01-01-later')").await;
        let tables = |house| async move { number(house, "SELECT COUNT(*) AS value FROM migrations").await };
        let before = tables(&house).await;
        let newer = [("DATABASE_URL", house.database_url())];
        refused(&serve, &newer, &["DATABASE_URL", "newer", "2031-01-01-later"], 1, &data);
        refused(&["migrate", "--data", &place], &newer, &["newer"], 1, &data);
        assert_eq!(tables(&house).await, before);
        harm(&house, "DELETE FROM migrations WHERE name = '2031-01-01-later'").await;
        // The same database under a secret of somebody else is not served either.
        let output = sigida(&serve, &newer);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("SIGIDA_SECRET_FILE") && !output.status.success(), "{said}");
    }
}

both! {
    /// A concern being sent while the program is told to stop still gets its answer; then it ends, and says nothing went wrong.
    async fn the_program_finishes_what_was_begun_before_it_stops(house: House) {
        let program = Program::beside(&house, &[]);
        let address = program.address;
        let sent = "_token=x&login=a";
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        write!(
            stream,
            "POST /fr/login HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{}",
            sent.len(),
            &sent[..5]
        )
        .unwrap();
        std::thread::sleep(Duration::from_millis(300));
        program.ask_to_stop();
        std::thread::sleep(Duration::from_millis(300));
        stream.write_all(&sent.as_bytes()[5..]).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 422"), "{}", answer.lines().next().unwrap_or("no answer"));
        let log = program.ended();
        assert!(TcpStream::connect(address).is_err(), "something still listens");
        assert!(!log.contains("ERROR") && !log.contains("WARN"), "{log}");
        assert!(log.contains("address=\"/{l}/login\"") && !log.contains("_token"), "{log}");
    }
}

on_sqlite! {
    /// The commands an administrator runs first: a schema, reference data, an account, and a check of all.
    async fn an_instance_is_made_from_nothing_by_its_commands(house: House) {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let place = data.display().to_string();
        let run = |arguments: &[&str]| {
            let output = sigida(&[arguments, &["--data", &place]].concat(), &[]);
            let said = String::from_utf8_lossy(&[output.stderr, output.stdout].concat()).into_owned();
            (output.status.code(), said)
        };
        let (code, said) = run(&["migrate"]);
        assert_eq!(code, Some(0), "{said}");
        let (code, said) = run(&["account", "create", "--login", "racine", "--name", "Racine", "--role", "admin", "--scope", "district"]);
        assert_eq!(code, Some(0), "{said}");
        let secret = said.split("racine: ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a password").to_owned();
        let (code, said) = run(&["check"]);
        assert_eq!(code, Some(0), "{said}");
        let (code, said) = run(&["audit", "verify"]);
        assert_eq!((code, said.contains("rows 1")), (Some(0), true), "{said}");
        let (code, said) = run(&["account", "create", "--login", "racine", "--name", "R", "--role", "admin", "--scope", "district"]);
        assert_eq!((code, said.contains("taken")), (Some(1), true), "{said}");
        let (code, said) = run(&["account", "create", "--login", "autre", "--name", "R", "--role", "officer", "--scope", "district"]);
        assert_eq!((code, said.contains("--scope")), (Some(2), true), "{said}");
        // Whose password somebody else chose must choose another before anything else.
        let url = format!("sqlite:{}", data.join("sigida.db").display());
        let (place, kept) = (data.clone(), secret.clone());
        let served = House::open_with(Kind::Sqlite, move |config| {
            config.database = sigida::db::DatabaseUrl::parse(&url).unwrap();
            config.secret_file = place.join("secret");
        });
        let served = served.await;
        let person = served.person().await;
        let page = enter(&person, "racine", &kept).await;
        assert_eq!(page.path, "/fr/account/password");
        drop(house);
    }
}

#[test]
fn the_demo_names_somebody_for_every_role_and_two_units_and_committees() {
    let output = sigida(&["demo", "--logins"], &[]);
    let logins: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    let scopes = |role: &str| -> std::collections::BTreeSet<String> {
        let of = logins.iter().filter(|l| l["role"] == role);
        of.map(|l| l["scope"].as_str().unwrap().to_owned()).collect()
    };
    for (role, least) in [
        ("officer", 2),
        ("chief", 2),
        ("moderator", 2),
        ("chair", 2),
        ("partner", 1),
        ("overseer", 1),
        ("admin", 1),
        ("relay", 1),
        ("resident", 1),
    ] {
        assert!(scopes(role).len() >= least, "{role}: {:?}", scopes(role));
    }
    for login in &logins {
        assert_eq!(login["password"].as_str().unwrap(), password(login["login"].as_str().unwrap()));
    }
}
