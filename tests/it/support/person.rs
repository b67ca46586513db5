//! Someone with a browser without JavaScript, over real HTTP: cookies, links, forms, redirects followed by hand.
//!
//! ```ignore
//! let person = house.person().await;
//! let page = person.visit("/fr/signaler").await;
//! let page = page.form("signaler").fill("what", "Lampadaire éteint").press().await;
//! page.must_have("Merci");
//! ```

pub use super::form::Form;
pub use super::page::{Link, Page, Redirect};

use super::Base;
use super::form::{Origin, urlencoded};
use reqwest::cookie::{CookieStore, Jar};
use reqwest::header::LOCATION;
use reqwest::{Client, Method};
use std::io::Read;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use url::Url;

/// As many redirects as a browser's patience is worth here.
const REDIRECTS: usize = 10;

/// Someone with a browser without JavaScript. A clone is the same person.
#[derive(Clone)]
pub struct Person {
    base: Base,
    browser: Arc<Mutex<Browser>>,
}

/// What the browser of a person remembers.
struct Browser {
    client: Client,
    jar: Arc<Jar>,
    language: String,
    headers: Vec<(String, String)>,
    says_where_from: bool,
    checks: bool,
    follows: bool,
}

/// A request to be sent.
pub(super) struct Request {
    pub(super) method: Method,
    pub(super) url: Url,
    /// Content type and bytes.
    pub(super) body: Option<(String, Vec<u8>)>,
    /// The page whose link or form it is; of an address typed in, none.
    pub(super) from: Option<Origin>,
    /// More headers, for this request alone.
    pub(super) headers: Vec<(String, String)>,
}

impl Person {
    /// A new person with an empty jar, who reads French.
    pub fn new(base: Base) -> Person {
        let (client, jar) = client();
        let browser = Browser {
            client,
            jar,
            language: "fr".into(),
            headers: Vec::new(),
            says_where_from: true,
            checks: true,
            follows: true,
        };
        Person { base, browser: Arc::new(Mutex::new(browser)) }
    }

    /// Sets `Accept-Language`.
    pub fn speaks(self, language: &str) -> Person {
        self.browser().language = language.to_owned();
        self
    }

    /// Sends this header with every request from now on, as a proxy in between would.
    pub fn with_header(self, name: &str, value: &str) -> Person {
        self.browser().headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// An old browser: neither `Origin` nor `Sec-Fetch-*` with what it sends.
    pub fn with_old_browser(self) -> Person {
        self.browser().says_where_from = false;
        self
    }

    /// Stays where it is sent on from: the answer is then the redirect itself.
    pub fn without_following(self) -> Person {
        self.browser().follows = false;
        self
    }

    /// Does not hold the pages to [`Page::check_html`]: for the test of that check, and where thousands of pages are compared.
    pub fn without_checks(self) -> Person {
        self.browser().checks = false;
        self
    }

    /// Throws all cookies away, as a phone lent to the next one should.
    pub fn forget_cookies(&self) {
        let mut browser = self.browser();
        (browser.client, browser.jar) = client();
    }

    /// The cookies sent to this path, as in the header: `a=1; b=2`.
    pub fn cookies(&self, path: &str) -> String {
        let cookies = self.browser().jar.cookies(&self.base.url(path));
        cookies.and_then(|header| header.to_str().map(str::to_owned).ok()).unwrap_or_default()
    }

    /// Takes a cookie over, as in `Set-Cookie`: from another person, say, who should have kept it.
    pub fn take_cookie(&self, cookie: &str) {
        self.browser().jar.add_cookie_str(cookie, &self.base.url("/"));
    }

    /// Goes to an address typed in.
    pub async fn visit(&self, path: &str) -> Page {
        let url = self.base.url(path);
        self.send(Request { method: Method::GET, url, body: None, from: None, headers: Vec::new() }).await
    }

    /// Follows a link, or presses the button that reads so when no link does.
    pub async fn click(&self, page: &Page, text: &str) -> Page {
        page.click(text).await
    }

    /// Presses the first button of a form.
    pub async fn submit(&self, form: Form) -> Page {
        form.press().await
    }

    /// Follows a reference of a page.
    pub(super) async fn follow(&self, page: &Page, href: &str) -> Page {
        let mut url = page.url.join(href).unwrap_or_else(|error| panic!("“{href}” is no address: {error}"));
        assert!(url.origin() == page.url.origin(), "“{href}” leads out of the house, where no test goes.");
        url.set_fragment(None);
        let silent = page.header("referrer-policy") == "no-referrer";
        let from = Some(Origin { url: page.url.clone(), silent });
        self.send(Request { method: Method::GET, url, body: None, from, headers: Vec::new() }).await
    }

    /// Posts fields to a path without having seen a form: what a script does, or another site's page.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let pairs: Vec<(String, String)> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.request(Method::POST, path, &[], Some(urlencoded(&pairs))).await
    }

    /// Sends any request: a method, a path, headers for it alone, and content type and bytes of a body.
    pub async fn request(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<(String, Vec<u8>)>,
    ) -> Page {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.send(Request { method, url: self.base.url(path), body, from: None, headers }).await
    }

    /// Sends a request, follows the redirects, and checks the page it comes to.
    pub(super) async fn send(&self, mut send: Request) -> Page {
        let mut redirects = Vec::new();
        let asked = send.url.clone();
        loop {
            let request = self.build(&send);
            let response = request.send().await.unwrap_or_else(|error| {
                panic!("{} {} was not answered: {}", send.method, send.url, all_causes(&error))
            });
            let status = response.status().as_u16();
            let headers = response.headers().clone();
            let coding = headers.get("content-encoding").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
            let wire = response.bytes().await.unwrap_or_else(|error| {
                panic!("The answer to {} {} broke off: {}", send.method, send.url, all_causes(&error))
            });
            if let (301 | 302 | 303 | 307 | 308, Some(place)) = (status, headers.get(LOCATION)) {
                let place = place.to_str().expect("a Location of plain letters");
                let to =
                    send.url.join(place).unwrap_or_else(|error| panic!("Location “{place}” is no address: {error}"));
                let ours = to.origin() == send.url.origin();
                let shown = if ours { &to[url::Position::BeforePath..] } else { to.as_str() };
                redirects.push(Redirect { status, to: shown.to_owned() });
                assert!(redirects.len() <= REDIRECTS, "{asked} redirects without end: {redirects:?}");
                if ours && self.browser().follows {
                    if status == 303 || (send.method == Method::POST && status < 303) {
                        (send.method, send.body) = (Method::GET, None);
                    }
                    send.url = to;
                    send.url.set_fragment(None);
                    continue;
                }
            }
            let bytes = decoded(&coding, &wire);
            let page = Page::new(self.clone(), send.url, status, headers, bytes, wire.len(), redirects);
            if self.browser().checks && send.method != Method::HEAD {
                page.check_html();
            }
            return page;
        }
    }

    /// The request as a browser writes it.
    fn build(&self, send: &Request) -> reqwest::RequestBuilder {
        let browser = self.browser();
        let mut request = browser
            .client
            .request(send.method.clone(), send.url.clone())
            .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            .header("Accept-Encoding", "gzip");
        if !browser.language.is_empty() {
            request = request.header("Accept-Language", &browser.language);
        }
        if let Some(from) = send.from.as_ref().filter(|from| !from.silent) {
            request = request.header("Referer", &from.url[..url::Position::AfterQuery]);
        }
        if browser.says_where_from {
            // An address typed in comes from nowhere; a test that plays another site says so by its own headers.
            if let (Some(from), &Method::POST) = (&send.from, &send.method) {
                let origin = if from.silent { "null".to_owned() } else { from.url.origin().ascii_serialization() };
                request = request.header("Origin", origin);
            }
            let said = |name: &str| send.headers.iter().any(|(own, _)| own.eq_ignore_ascii_case(name));
            if send.method == Method::GET || send.from.is_some() {
                let site = if send.from.is_some() { "same-origin" } else { "none" };
                for (name, value) in
                    [("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")]
                {
                    if !said(name) {
                        request = request.header(name, value);
                    }
                }
            }
        }
        for (name, value) in browser.headers.iter().chain(&send.headers) {
            request = request.header(name, value);
        }
        if let Some((content_type, bytes)) = &send.body {
            request = request.header("Content-Type", content_type).body(bytes.clone());
        }
        request
    }

    /// What the browser remembers, whatever panicked while holding it.
    fn browser(&self) -> MutexGuard<'_, Browser> {
        self.browser.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A client with an empty jar. It keeps no connection open, so that the program never waits for one when it stops.
fn client() -> (Client, Arc<Jar>) {
    let jar = Arc::new(Jar::default());
    let client = Client::builder()
        .cookie_provider(Arc::clone(&jar))
        .redirect(reqwest::redirect::Policy::none())
        .pool_max_idle_per_host(0)
        .no_proxy()
        .user_agent("Mozilla/5.0 (Linux; Android 5.1; sigida-tests)")
        .timeout(Duration::from_secs(60))
        .build()
        .expect("a client without TLS needs nothing");
    (client, jar)
}

/// The body, decompressed.
fn decoded(coding: &str, wire: &[u8]) -> Vec<u8> {
    match coding {
        "" | "identity" => wire.to_vec(),
        "gzip" if wire.is_empty() => Vec::new(), // the answer to HEAD
        "gzip" => {
            let mut bytes = Vec::new();
            flate2::read::MultiGzDecoder::new(wire).read_to_end(&mut bytes).expect("gzip that can be read");
            bytes
        }
        other => panic!("Content-Encoding {other} was not asked for"),
    }
}

/// An error with its causes: reqwest's own sentence says little.
fn all_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}
