//! The house in this process, and people of every role at it, whose pages are read for the forms they may send.

use std::collections::{BTreeMap, BTreeSet};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::test::{TestRequest, init_service};
use scraper::{Html, Selector};
use sigida::web::Site;

use super::chance::Chance;
use super::words;

/// Who tries: nobody, and one of every role.
const LOGINS: [&str; 10] = [
    "",
    "awa",
    "relais.banconi",
    "agent.c1-ouest",
    "chef.c1-ouest",
    "moderation.c1",
    "presidence.c1",
    "service.mairie",
    "controle",
    "admin",
];

/// What the program answered.
pub struct Told {
    pub status: StatusCode,
    pub cookie: Option<String>,
    pub body: String,
}

/// Somebody, signed in.
pub struct Person {
    pub login: &'static str,
    pub cookie: String,
    pub token: String,
}

/// A form somebody may send.
#[derive(Clone)]
pub struct Form {
    pub of: usize,
    pub action: String,
    pub pairs: Vec<(String, String)>,
}

type Ask = Box<dyn Fn(TestRequest) -> Pin<Box<dyn Future<Output = Told>>>>;

/// The program's service, asked in this process.
pub struct House {
    ask: Ask,
    pub people: Vec<Person>,
    pub forms: Vec<Form>,
    /// Names of fields, of all forms.
    pub names: Vec<String>,
}

/// Reads an answer.
async fn told<B: actix_web::body::MessageBody>(answer: Result<ServiceResponse<B>, actix_web::Error>) -> Told {
    let answer = match answer {
        Ok(answer) => answer,
        // What is refused before any page of ours.
        Err(error) => {
            let status = error.as_response_error().status_code();
            return Told { status, cookie: None, body: String::new() };
        }
    };
    let status = answer.status();
    let cookies = answer.headers().get_all(header::SET_COOKIE).filter_map(|value| value.to_str().ok());
    let cookie = cookies.filter(|c| c.starts_with("sigida=")).filter_map(|c| c.split(';').next()).last();
    let cookie = cookie.map(str::to_owned);
    let bytes = actix_web::body::to_bytes(answer.into_body()).await.ok().unwrap_or_default();
    Told { status, cookie, body: String::from_utf8_lossy(&bytes).into_owned() }
}

impl House {
    /// Signs everybody in and reads their forms.
    pub async fn of(site: Arc<Site>, chance: &mut Chance) -> House {
        let app = Rc::new(init_service(sigida::app::app(site)).await);
        let ask: Ask = Box::new(move |request| {
            let app = Rc::clone(&app);
            Box::pin(async move { told(app.call(request.to_request()).await).await })
        });
        let mut house = House { ask, people: Vec::new(), forms: Vec::new(), names: Vec::new() };
        for login in LOGINS {
            let person = house.enter(login).await;
            house.people.push(person);
        }
        house.read_forms(chance).await;
        house
    }

    /// Asks.
    pub async fn ask(&self, request: TestRequest) -> Told {
        (self.ask)(request).await
    }

    async fn enter(&self, login: &'static str) -> Person {
        let mut person = Person { login, cookie: "x=y".into(), token: String::new() };
        self.renew(&mut person).await;
        if login.is_empty() {
            return person;
        }
        let logins = sigida::sample::logins();
        let password = logins.iter().find(|known| known.login == login).map_or("", |known| known.password.as_str());
        let body = words::encoded(&[("_token", &person.token), ("login", login), ("password", password)]);
        let request = self.post("/fr/login", &person, body);
        if let Some(cookie) = self.ask(request).await.cookie {
            person.cookie = cookie;
        }
        self.renew(&mut person).await;
        assert!(!person.token.is_empty(), "{login} is not in");
        person
    }

    /// A form of this person's, sent from a page of ours.
    pub fn post(&self, path: &str, person: &Person, body: String) -> TestRequest {
        TestRequest::with_uri(path)
            .method(Method::POST)
            .insert_header((header::COOKIE, person.cookie.as_str()))
            .insert_header(("sec-fetch-site", "same-origin"))
            .insert_header((header::CONTENT_TYPE, "application/x-www-form-urlencoded"))
            .set_payload(body)
    }

    /// A fresh token; of who is signed in no more, an empty one.
    async fn renew(&self, person: &mut Person) {
        let page = if person.cookie.starts_with("sigida=") { "/fr/account" } else { "/fr/login" };
        let request = TestRequest::with_uri(page).insert_header((header::COOKIE, person.cookie.as_str()));
        let told = self.ask(request).await;
        let token = told.body.split("name=\"_token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        person.token = token.unwrap_or_default().to_owned();
    }

    /// Gives somebody a token that was never used; signs them in again when they were out.
    pub async fn refresh(&mut self, at: usize) {
        let Person { login, cookie, .. } = &self.people[at];
        let mut person = Person { login, cookie: cookie.clone(), token: String::new() };
        self.renew(&mut person).await;
        if person.token.is_empty() {
            person = self.enter(person.login).await;
        }
        self.people[at] = person;
    }

    /// Reads every page of everybody for its forms.
    async fn read_forms(&mut self, chance: &mut Chance) {
        let mut found: BTreeMap<(usize, String, String), Form> = BTreeMap::new();
        let mut names = BTreeSet::new();
        for route in
            sigida::app::table().iter().filter(|route| route.method == "GET" && !route.pattern.contains("leave"))
        {
            for at in 0..self.people.len() {
                for _ in 0..if route.pattern.contains("{id}") { 3 } else { 1 } {
                    let path = words::address(chance, route.pattern, true);
                    let request =
                        TestRequest::with_uri(&path).insert_header((header::COOKIE, self.people[at].cookie.as_str()));
                    let told = self.ask(request).await;
                    if told.status != StatusCode::OK {
                        continue;
                    }
                    for form in forms_of(at, &told.body) {
                        names.extend(form.pairs.iter().map(|(name, _)| name.clone()));
                        let fields: Vec<&str> = form.pairs.iter().map(|(name, _)| name.as_str()).collect();
                        let key = (at, kind(&form.action), fields.join(" "));
                        found.entry(key).or_insert(form);
                    }
                }
            }
        }
        self.forms = found.into_values().filter(|form| !ends(&form.action)).collect();
        self.names = names.into_iter().collect();
    }
}

/// Forms that end a session, or the only way in.
fn ends(action: &str) -> bool {
    ["/logout", "/sessions", "/follow/close"].iter().any(|end| action.ends_with(end))
}

/// An address without what differs from thing to thing.
fn kind(action: &str) -> String {
    let part = |part: &str| if part.chars().any(|c| c.is_ascii_digit()) { "*".to_owned() } else { part.to_owned() };
    action.split('/').map(part).collect::<Vec<_>>().join("/")
}

fn forms_of(of: usize, body: &str) -> Vec<Form> {
    let css = |text: &str| Selector::parse(text).expect("a selector");
    let (forms, fields, option) = (css("form[method=post]"), css("[name]"), css("option[value]"));
    let page = Html::parse_document(body);
    let read = |form: scraper::ElementRef<'_>| {
        let pair = |field: scraper::ElementRef<'_>| {
            let value = match field.value().name() {
                "textarea" => field.text().collect(),
                "select" => field.select(&option).last().and_then(|o| o.attr("value")).unwrap_or_default().to_owned(),
                _ => field.attr("value").unwrap_or_default().to_owned(),
            };
            (field.attr("name").unwrap_or_default().to_owned(), value)
        };
        let pairs = form.select(&fields).map(pair).filter(|(name, _)| name != "_token").collect();
        Form { of, action: form.attr("action").unwrap_or_default().to_owned(), pairs }
    };
    page.select(&forms).map(read).filter(|form| form.action.starts_with('/')).collect()
}
