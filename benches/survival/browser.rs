//! A browser without JavaScript that bears a server which goes away: pages, the forms found on them, and what came back instead.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::cookie::Jar;
use reqwest::{Client, Response, redirect};
use scraper::{ElementRef, Html, Selector};

/// Someone's browser; a clone is the same one.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    base: SocketAddr,
}

/// What came back.
pub struct Page {
    pub status: u16,
    pub path: String,
    /// Where it leads on, of a redirect.
    pub to: String,
    pub text: String,
    /// `Retry-After`, where it stands.
    pub retry: String,
}

/// Nothing came back, or not all of it.
#[derive(Debug, Clone)]
pub struct Gone;

/// A form of a page, filled as the page shows it.
#[derive(Clone)]
pub struct Form {
    pub action: String,
    pairs: Vec<(String, String)>,
}

impl Browser {
    pub fn new(base: SocketAddr) -> Browser {
        let client = Client::builder()
            .cookie_provider(Arc::new(Jar::default()))
            .redirect(redirect::Policy::none())
            .no_proxy()
            .timeout(Duration::from_secs(40))
            .build()
            .expect("a client without TLS needs nothing");
        Browser { client, base }
    }

    pub async fn visit(&self, path: &str) -> Result<Page, Gone> {
        let request = self.client.get(format!("http://{}{path}", self.base));
        read(path, request.send().await).await
    }

    /// Sends a form; a redirect is not followed.
    pub async fn send(&self, form: &Form) -> Result<Page, Gone> {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&form.pairs).finish();
        let request = self
            .client
            .post(format!("http://{}{}", self.base, form.action))
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(body);
        read(&form.action, request.send().await).await
    }

    /// Sends a form and goes where it leads.
    pub async fn send_on(&self, form: &Form) -> Result<Page, Gone> {
        let page = self.send(form).await?;
        if page.to.is_empty() { Ok(page) } else { self.visit(&page.to).await }
    }

    /// Signs in by the form.
    pub async fn sign_in(&self, login: &str) -> Result<(), Gone> {
        let known = sigida::sample::logins().into_iter().find(|l| l.login == login).expect("a login of the sample");
        let page = self.visit("/fr/login").await?;
        let form = page.form("/fr/login").ok_or(Gone)?.fill("login", login).fill("password", &known.password);
        let page = self.send(&form).await?;
        if page.status == 303 { Ok(()) } else { Err(Gone) }
    }
}

async fn read(path: &str, answer: reqwest::Result<Response>) -> Result<Page, Gone> {
    let answer = answer.map_err(|_| Gone)?;
    let header = |name: &str| answer.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let (status, to, retry) = (answer.status().as_u16(), header("location"), header("retry-after"));
    let text = answer.text().await.map_err(|_| Gone)?;
    Ok(Page { status, path: path.to_owned(), to, text, retry })
}

impl Page {
    /// The form with this action, or whose action ends so.
    pub fn form(&self, action: &str) -> Option<Form> {
        let html = Html::parse_document(&self.text);
        let forms = select(&html, "form[method=post]");
        let named = |form: &&ElementRef<'_>| form.attr("action").is_some_and(|a| a == action || a.ends_with(action));
        forms.iter().find(named).map(|form| Form::of(*form, action))
    }

    /// The form that holds this field.
    pub fn form_with(&self, field: &str) -> Option<Form> {
        let html = Html::parse_document(&self.text);
        let held = Selector::parse(&format!("[name='{field}']")).expect("a selector");
        let forms = select(&html, "form[method=post]");
        forms.iter().find(|form| form.select(&held).next().is_some()).map(|form| Form::of(*form, &self.path))
    }

    /// Words of the page, white space folded.
    pub fn words(&self) -> String {
        let html = Html::parse_document(&self.text);
        let all: String = html.root_element().text().collect();
        all.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn has(&self, words: &str) -> bool {
        self.text.contains(words)
    }

    /// Its title, up to the house's name.
    pub fn title(&self) -> String {
        let html = Html::parse_document(&self.text);
        let title: String = select(&html, "h1").first().map(|t| t.text().collect()).unwrap_or_default();
        title.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The sixteen digits in `.code`.
    pub fn code(&self) -> Option<String> {
        let html = Html::parse_document(&self.text);
        let digits =
            |e: &ElementRef<'_>| e.text().flat_map(str::chars).filter(char::is_ascii_digit).collect::<String>();
        select(&html, ".code").iter().map(digits).find(|code| code.len() == 16)
    }

    /// The first number of a concern.
    pub fn number(&self) -> Option<String> {
        let at = self.text.find("BKO-")?;
        Some(self.text[at..].chars().take("BKO-2026-00001".len()).collect())
    }
}

impl Form {
    fn of(form: ElementRef<'_>, otherwise: &str) -> Form {
        let action = form.attr("action").unwrap_or(otherwise).to_owned();
        let mut pairs = Vec::new();
        for field in form.select(&Selector::parse("input[name], textarea[name], select[name]").expect("a selector")) {
            let name = field.attr("name").unwrap_or_default().to_owned();
            match (field.value().name(), field.attr("type").unwrap_or("text")) {
                ("input", "radio" | "checkbox") if field.attr("checked").is_none() => {}
                ("input", "submit" | "button" | "file") => {}
                ("input", _) => pairs.push((name, field.attr("value").unwrap_or_default().to_owned())),
                ("textarea", _) => pairs.push((name, field.text().collect())),
                _ => {
                    let chosen = field.select(&Selector::parse("option[selected]").expect("a selector")).next();
                    let first = || field.select(&Selector::parse("option").expect("a selector")).next();
                    if let Some(option) = chosen.or_else(first) {
                        pairs.push((name, option.attr("value").unwrap_or_default().to_owned()));
                    }
                }
            }
        }
        Form { action, pairs }
    }

    /// Puts a value in place of what the field holds.
    pub fn fill(mut self, name: &str, value: &str) -> Form {
        self.pairs.retain(|(n, _)| n != name);
        self.pairs.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A value it holds.
    pub fn value(&self, name: &str) -> &str {
        self.pairs.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }
}

fn select<'a>(html: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(css).expect("a selector")).collect()
}
