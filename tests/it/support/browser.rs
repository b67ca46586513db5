//! A real browser: Debian's Chromium, driven by its chromedriver, both started by the tests and ended with them.
//!
//! One chromedriver a test process, on a port it chooses; one Chromium a [`Browser`], with a profile of its own. Chromium
//! may look up no name, so that a page which asks something of another server gets nothing, and
//! [`Browser::foreign_requests`] tells.
//!
//! ```ignore
//! let browser = Browser::open(&house, Look::phone()).await;
//! browser.visit("/fr").await;
//! browser.check("accueil").await; // fits, can be tapped, no complaint, nothing foreign; a picture if SIGIDA_SHOTS is set
//! browser.close().await;
//! ```

use super::minder::{Folder, Minded};
use super::{Base, House};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::{By, Capabilities, WebDriver, WebElement};

/// What to install, when it is missing.
const INSTALL: &str =
    "Install them with: apt-get install chromium chromium-driver (or run `bash tests/all`, which does).";

/// How a browser is set up.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Width and height of what is seen of the page, in CSS pixels.
    pub size: (u32, u32),
    /// A touch screen of a phone, rather than a window.
    pub phone: bool,
    /// Whether pages may run scripts.
    pub script: bool,
    /// Whether the person prefers dark colours.
    pub dark: bool,
    /// `Accept-Language`.
    pub language: &'static str,
    /// Whether the person has set letters twice as large, and nothing else.
    pub large: bool,
}

impl Look {
    /// A small phone, 360 × 740.
    pub fn phone() -> Look {
        Look { size: (360, 740), phone: true, script: true, dark: false, language: "fr", large: false }
    }

    /// A window of 1280 × 800.
    pub fn desk() -> Look {
        Look { size: (1280, 800), phone: false, ..Look::phone() }
    }

    /// The same in dark colours.
    pub fn dark(self) -> Look {
        Look { dark: true, ..self }
    }

    /// The same without JavaScript.
    pub fn without_script(self) -> Look {
        Look { script: false, ..self }
    }

    /// The same with letters twice as large.
    pub fn large(self) -> Look {
        Look { large: true, ..self }
    }

    /// The four looks every page must bear: phone and desk, light and dark.
    pub fn all() -> [Look; 4] {
        [Look::phone(), Look::phone().dark(), Look::desk(), Look::desk().dark()]
    }

    /// As it is called in the name of a picture.
    fn name(self) -> String {
        let (width, height) = self.size;
        let script = if self.script { "" } else { "-noscript" };
        format!("{width}x{height}-{}{script}", if self.dark { "dark" } else { "light" })
    }
}

/// A Chromium with one page open. Call [`Browser::close`] at the end; a test that fails before has it closed for it.
pub struct Browser {
    driver: WebDriver,
    base: Base,
    look: Look,
    heard: Mutex<Heard>,
}

/// What the browser's logs have said and nobody asked for yet.
#[derive(Default)]
struct Heard {
    complaints: Vec<String>,
    asked: BTreeSet<String>,
}

/// The chromedriver of this process.
struct Driver {
    folder: Folder,
    _minded: Minded,
    url: String,
    profiles: AtomicU32,
}

impl Browser {
    /// Opens a browser for a house.
    pub async fn open(house: &House, look: Look) -> Browser {
        Browser::open_at(house.base(), look).await
    }

    /// Opens a browser for an address: a [`Line`](super::line::Line) to a house, say.
    pub async fn open_at(base: Base, look: Look) -> Browser {
        static DRIVER: OnceLock<Driver> = OnceLock::new();
        let chromedriver = super::aside(|| DRIVER.get_or_init(Driver::start));
        let number = chromedriver.profiles.fetch_add(1, Ordering::Relaxed);
        let profile = chromedriver.folder.path().join(format!("profile-{number}"));
        let driver = WebDriver::new(chromedriver.url.as_str(), capabilities(look, &profile.display().to_string()))
            .await
            .unwrap_or_else(|error| panic!("Chromium did not open: {error}\n{}", chromedriver.folder.log()));
        let browser = Browser { driver, base, look, heard: Mutex::default() };
        let (width, height) = look.size;
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": look.phone });
        browser.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        browser.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": look.phone })).await;
        let colours = json!([{ "name": "prefers-color-scheme", "value": if look.dark { "dark" } else { "light" } }]);
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "", "features": colours })).await;
        browser
    }

    /// The driver itself, for what this face does not offer.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// How it was set up.
    pub fn look(&self) -> Look {
        self.look
    }

    /// Goes to a path of the house.
    pub async fn visit(&self, path: &str) {
        let url = self.base.url(path);
        self.driver.goto(url.as_str()).await.unwrap_or_else(|error| panic!("{url} did not open: {error}"));
    }

    /// Path of the page that is open.
    pub async fn path(&self) -> String {
        self.driver.current_url().await.map(|url| url.path().to_owned()).expect("an address of the open page")
    }

    /// `<title>`.
    pub async fn title(&self) -> String {
        self.driver.title().await.expect("a title of the open page")
    }

    /// The words to be seen, as Chromium lays them out.
    pub async fn text(&self) -> String {
        let text = self.run("return document.body ? document.body.innerText : ''").await;
        super::page::fold(text.as_str().unwrap_or_default())
    }

    /// Panics with what is to be seen unless these words come to be seen within five seconds.
    pub async fn must_have(&self, words: &str) {
        let wanted = super::page::fold(words);
        let begun = Instant::now();
        while !self.text().await.contains(&wanted) {
            if begun.elapsed() > Duration::from_secs(5) {
                panic!("“{words}” should be on {}, and is not.\n{}", self.path().await, self.text().await);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The first element a CSS selector finds, waited for: a page may be on its way.
    pub async fn find(&self, css: &str) -> WebElement {
        for _ in 0..100 {
            if let Ok(element) = self.driver.find(By::Css(css)).await {
                return element;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("`{css}` finds nothing on {}.\n{}", self.path().await, self.text().await)
    }

    /// Clicks the link, button, summary or label that reads so, in whole or else in part.
    pub async fn click(&self, text: &str) {
        let wanted = Value::from(super::page::fold(text));
        let found = self.driver.execute(FIND_BY_TEXT, vec![wanted]).await.and_then(|found| found.element());
        match found {
            Ok(element) => element.click().await.unwrap_or_else(|error| panic!("“{text}” cannot be clicked: {error}")),
            Err(_) => panic!("Nothing to click reads “{text}” on {}.\n{}", self.path().await, self.text().await),
        }
    }

    /// Types into the field of this name, in place of what it holds.
    pub async fn fill(&self, name: &str, value: &str) {
        let field = self.find(&format!("[name='{name}']")).await;
        field.clear().await.unwrap_or_else(|error| panic!("“{name}” cannot be emptied: {error}"));
        field.send_keys(value).await.unwrap_or_else(|error| panic!("“{name}” cannot be typed into: {error}"));
    }

    /// Runs a script in the page, even where pages may run none, and gives what it returns.
    pub async fn run(&self, script: &str) -> Value {
        let ran = self.driver.execute(script, Vec::new()).await;
        ran.map(|value| value.json().clone()).unwrap_or_else(|error| panic!("`{script}` failed: {error}"))
    }

    /// Cuts or mends the network.
    pub async fn offline(&self, offline: bool) {
        self.devtools("Network.enable", json!({})).await;
        let line = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.emulateNetworkConditions", line).await;
    }

    /// How many pixels the document is wider than the screen: none, if nobody is to scroll sideways.
    pub async fn overflow(&self) -> i64 {
        let width = self.run("return document.documentElement.scrollWidth").await.as_i64().unwrap_or_default();
        (width - i64::from(self.look.size.0)).max(0)
    }

    /// What sticks out to the right of the screen: the inmost elements, to know where an overflow comes from.
    pub async fn sticking_out(&self) -> Vec<String> {
        self.list(&STICKING_OUT.replace("WIDTH", &self.look.size.0.to_string())).await
    }

    /// Links, buttons and fields smaller than 24 × 24 pixels (WCAG 2.2, 2.5.8), except links in running text. A label
    /// counts with its field.
    pub async fn small_targets(&self) -> Vec<String> {
        self.list(SMALL_TARGETS).await
    }

    /// What the console said, since it was last asked, that is a warning or worse: errors of scripts, breaches of the
    /// Content-Security-Policy, files that are not there.
    pub async fn complaints(&self) -> Vec<String> {
        self.listen().await;
        std::mem::take(&mut self.heard().complaints)
    }

    /// Addresses outside the house that pages asked for since this was last asked.
    pub async fn foreign_requests(&self) -> Vec<String> {
        self.listen().await;
        let ours = self.base.url("/").origin();
        let foreign = |url: &String| match url::Url::parse(url) {
            Ok(url) => {
                !matches!(url.scheme(), "data" | "blob" | "about" | "chrome" | "chrome-error") && url.origin() != ours
            }
            Err(_) => true,
        };
        std::mem::take(&mut self.heard().asked).into_iter().filter(foreign).collect()
    }

    /// All of the above for the open page, and a picture of it called `name` if `SIGIDA_SHOTS` is set.
    pub async fn check(&self, name: &str) {
        self.shot(name).await;
        let place = format!("{} ({})", self.path().await, self.look.name());
        let (overflow, out) = (self.overflow().await, self.sticking_out().await);
        assert!(overflow == 0, "{place} is {overflow} px wider than the screen; these stick out: {out:#?}");
        let small = self.small_targets().await;
        assert!(small.is_empty(), "{place} has targets under 24 px: {small:#?}");
        let complaints = self.complaints().await;
        assert!(complaints.is_empty(), "{place} made the browser complain: {complaints:#?}");
        let foreign = self.foreign_requests().await;
        assert!(foreign.is_empty(), "{place} asked other servers: {foreign:#?}");
    }

    /// Saves a picture of the whole page as `$SIGIDA_SHOTS/<name>-<look>.png`; does nothing when that is not set.
    pub async fn shot(&self, name: &str) {
        let Some(folder) = std::env::var_os("SIGIDA_SHOTS").map(PathBuf::from) else { return };
        std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("SIGIDA_SHOTS={}: {error}", folder.display()));
        let file = folder.join(format!("{name}-{}.png", self.look.name()));
        std::fs::write(&file, self.picture().await).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    /// A picture of the whole page, PNG.
    pub async fn picture(&self) -> Vec<u8> {
        let wanted = json!({ "format": "png", "captureBeyondViewport": true });
        let answer = self.devtools("Page.captureScreenshot", wanted).await;
        let data = answer["data"].as_str().unwrap_or_default();
        data_encoding::BASE64.decode(data.as_bytes()).expect("Chromium sends base64")
    }

    /// The page as printed on paper, PDF.
    pub async fn pdf(&self) -> Vec<u8> {
        self.driver.print_page(PrintParameters::default()).await.expect("Chromium prints the open page")
    }

    /// Closes Chromium.
    pub async fn close(self) {
        self.driver.quit().await.expect("Chromium closes");
    }

    /// A command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.unwrap_or_else(|error| panic!("{command} failed: {error}"))
    }

    /// A script that returns an array of strings.
    async fn list(&self, script: &str) -> Vec<String> {
        let value = self.run(script).await;
        value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Reads what the logs hold; reading empties them.
    async fn listen(&self) {
        let console = self.driver.get_log("browser").await.expect("a log of the console");
        let network = self.driver.get_log("performance").await.expect("a log of the network");
        let mut heard = self.heard();
        let bad = console.into_iter().filter(|entry| matches!(entry.level.as_str(), "WARNING" | "SEVERE"));
        heard.complaints.extend(bad.map(|entry| entry.message));
        for entry in network {
            let event: Value = serde_json::from_str(&entry.message).unwrap_or_default();
            if event["message"]["method"] == "Network.requestWillBeSent"
                && let Some(url) = event["message"]["params"]["request"]["url"].as_str()
            {
                heard.asked.insert(url.to_owned());
            }
        }
    }

    /// What was heard, whatever panicked while holding it.
    fn heard(&self) -> std::sync::MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Driver {
    /// Starts chromedriver on a port it chooses and waits until it says which.
    fn start() -> Driver {
        // Asked again, it draws another port.
        (0..5).find_map(|_| Driver::begin()).expect("chromedriver finds a free port in five tries")
    }

    fn begin() -> Option<Driver> {
        for program in ["chromium", "chromedriver"] {
            let path = std::env::var_os("PATH").unwrap_or_default();
            let there = std::env::split_paths(&path).any(|folder| folder.join(program).is_file());
            assert!(there, "The tests drive a real browser, and there is no `{program}` here. {INSTALL}");
        }
        let folder = Folder::new("browser");
        let home = folder.path().display().to_string();
        let mut command = vec!["env".to_owned()];
        // All that Chromium writes goes where the minder removes it.
        command.extend(["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"].map(|name| format!("{name}={home}")));
        command.extend(["chromedriver".to_owned(), "--port=0".to_owned()]);
        let minded = Minded::start(&folder, "TERM", command);
        let begun = Instant::now();
        let port = loop {
            let log = folder.log();
            // It drew a port that was free for one kind of address and taken for the other.
            if log.contains("bind() failed") {
                return None;
            }
            let said =
                log.split_once("started successfully on port ").map(|(_, rest)| rest.trim_end_matches(['.', '\n']));
            if let Some(port) =
                said.and_then(|digits| digits.split('.').next()).and_then(|port| port.parse::<u16>().ok())
            {
                break port;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "chromedriver did not start in 30 s:\n{log}");
            std::thread::sleep(Duration::from_millis(10));
        };
        Some(Driver { folder, _minded: minded, url: format!("http://127.0.0.1:{port}"), profiles: AtomicU32::new(0) })
    }
}

/// What Chromium is asked to be.
fn capabilities(look: Look, profile: &str) -> Capabilities {
    let (width, height) = look.size;
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox", // it runs as root in containers, where its sandbox cannot
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-extensions",
        "--hide-scrollbars",
        "--use-fake-device-for-media-stream", // a microphone that beeps; whether a page may hear it is asked as ever
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={profile}"));
    arguments.push(format!("--window-size={width},{height}"));
    let mut preferences = json!({ "intl.accept_languages": look.language });
    if !look.script {
        preferences["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    if look.large {
        // Sixteen pixels are what letters measure unless somebody says otherwise.
        preferences["webkit.webprefs.default_font_size"] = json!(32);
    }
    let wanted = json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": arguments, "prefs": preferences },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    });
    wanted.as_object().cloned().map(Capabilities::from).expect("an object, as written above")
}

/// The inmost visible link, button, summary or label with these words: the whole of them first, else a part.
const FIND_BY_TEXT: &str = r#"
const wanted = arguments[0];
const fold = text => (text || '').replace(/\s+/g, ' ').trim();
const name = e => fold(e.innerText) || fold(e.getAttribute('aria-label')) || fold(e.value);
const all = [...document.querySelectorAll('a[href], button, input[type=submit], summary, label, [role=button]')]
  .filter(e => e.checkVisibility({ visibilityProperty: true }));
return all.find(e => name(e) === wanted) || all.find(e => name(e).includes(wanted)) || null;
"#;

/// Elements that reach further right than the screen, those that hold others of the kind left out.
const STICKING_OUT: &str = r#"
const out = [...document.body.querySelectorAll('*')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > WIDTH + 0.5);
return out.filter(e => !out.some(o => o !== e && e.contains(o))).slice(0, 20).map(e => {
  const r = e.getBoundingClientRect();
  return `${e.cloneNode(false).outerHTML.slice(0, 120)} reaches ${Math.round(r.right)} px`;
});
"#;

/// Targets under 24 px. Left out: what is not shown, what is out of sight until it has the focus (a skip link), and links
/// within running text.
const SMALL_TARGETS: &str = r#"
const found = [];
for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
  // A place drawn small stands in the list beside its map as well.
  if (e.closest('svg.map')) continue;
  const style = getComputedStyle(e);
  if (!e.checkVisibility({ visibilityProperty: true }) || e.disabled) continue;
  const boxes = [e, ...(e.labels || [])].map(t => t.getBoundingClientRect());
  const own = boxes[0];
  const clipped = style.clipPath !== 'none' || (style.clip && style.clip !== 'auto');
  const unseen = own.right <= 0 || own.bottom + scrollY <= 0 || own.width <= 1 || own.height <= 1 || clipped;
  if (unseen && !(e.labels && e.labels.length)) continue;
  if (style.display === 'inline' && e.localName === 'a') {
    const around = e.closest('p, li, dd, dt, td, th, label, figcaption, blockquote, div, section');
    if (around && around.innerText.trim().length > e.innerText.trim().length) {
      const beside = [...around.childNodes].some(n => n.nodeType === 3 && n.textContent.trim().length > 1);
      if (beside) continue;
    }
  }
  if (boxes.some(b => b.width >= 24 && b.height >= 24)) continue;
  const name = (e.innerText || e.getAttribute('aria-label') || e.name || e.value || '').trim().slice(0, 40);
  found.push(`<${e.localName}> “${name}” is ${Math.round(own.width)} × ${Math.round(own.height)} px`);
}
return found;
"#;
