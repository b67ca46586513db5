//! The table of addresses, and what happens around every handler: entering, caching, errors as pages, headers, one log line.

use std::collections::BTreeMap;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::cookie::time::Duration;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, Route, guard, web};
use futures_util::FutureExt;
use moka::sync::Cache;
use serde::Serialize;

use super::answer::{Answer, Body, protect};
use super::cookies::{self, Name};
use super::cx::{Cx, Readable, lang_of};
use super::form::Form;
use super::site::Site;
use super::upload::FileField;
use super::{pages, refused};
use crate::base::Time;
use crate::db::State;
use crate::error::{Error, Result};
use crate::policy::Access;

/// Seconds for which a proof of who one is opens a page of a dangerous deed, and lets its form be sent: who opened it in time can
/// finish writing.
const PROOF_TO_READ: i64 = 15 * 60;
const PROOF_TO_SEND: i64 = 45 * 60;

/// One line of the table.
#[derive(Debug, Clone, Serialize)]
pub struct RouteInfo {
    /// GET or POST.
    pub method: &'static str,
    /// The address with its parts in braces.
    pub pattern: &'static str,
    /// Who may enter.
    pub policy: Access,
    /// True when the reader must have proven a moment ago who they are.
    pub proof: bool,
}

/// Collects the addresses of all features. There is no way to add one without saying who may enter.
#[derive(Default)]
pub struct Routes {
    table: Vec<RouteInfo>,
    routes: Vec<(&'static str, Route)>,
    proof: bool,
}

impl Routes {
    /// Adds addresses whose deeds a session left open must not do: whoever comes proves again who they are, unless they did so a
    /// moment ago (ASVS 5.0, 7.5.3).
    pub fn proven(&mut self, add: impl FnOnce(&mut Routes)) {
        let before = std::mem::replace(&mut self.proof, true);
        add(self);
        self.proof = before;
    }

    /// Adds a page to be read.
    pub fn get<F, R>(&mut self, access: Access, pattern: &'static str, handler: F)
    where
        F: Fn(Cx) -> R + Clone + 'static,
        R: Future<Output = Answer> + 'static,
    {
        let proof = self.proof;
        let route = web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(move |req: HttpRequest| {
            let handler = handler.clone();
            async move {
                around(req, access, pattern, move |cx, _, entered| async move {
                    entered?;
                    if proof {
                        cx.proven(PROOF_TO_READ)?;
                    }
                    handler(cx).await
                })
                .await
            }
        });
        self.add("GET", access, pattern, route);
    }

    /// Adds a form to be sent. Its handler gets the form, so nobody forgets to prove where it comes from.
    pub fn post<F, R>(&mut self, access: Access, pattern: &'static str, handler: F)
    where
        F: Fn(Cx, Form) -> R + Clone + 'static,
        R: Future<Output = Answer> + 'static,
    {
        self.post_files(access, pattern, &[], handler);
    }

    /// Adds a form that takes files as well: these, and no others.
    pub fn post_files<F, R>(&mut self, access: Access, pattern: &'static str, files: &'static [FileField], handler: F)
    where
        F: Fn(Cx, Form) -> R + Clone + 'static,
        R: Future<Output = Answer> + 'static,
    {
        let proof = self.proof;
        let route = web::post().to(move |req: HttpRequest, body: web::Payload| {
            let handler = handler.clone();
            async move {
                around(req, access, pattern, move |cx, req, entered| async move {
                    let proven = entered.and_then(|()| if proof { cx.proven(PROOF_TO_SEND) } else { Ok(()) });
                    let welcome = proven.and_then(|()| cx.count_form());
                    // Read even when it goes no further: the page of the error gives back what was typed.
                    let form = Form::read(&cx, &req, body, files).await;
                    welcome?;
                    handler(cx, form?).await
                })
                .await
            }
        });
        self.add("POST", access, pattern, route);
    }

    fn add(&mut self, method: &'static str, policy: Access, pattern: &'static str, route: Route) {
        self.table.push(RouteInfo { method, pattern, policy, proof: self.proof });
        self.routes.push((pattern, route));
    }

    /// The table, for `sigida routes --json` and the sweep.
    pub fn table(&self) -> &[RouteInfo] {
        &self.table
    }

    /// Hands the addresses to actix, in the order they were added.
    pub fn configure(self, config: &mut web::ServiceConfig) {
        let mut order: Vec<&'static str> = Vec::new();
        let mut by_pattern: BTreeMap<&'static str, Vec<Route>> = BTreeMap::new();
        for (pattern, route) in self.routes {
            if !by_pattern.contains_key(pattern) {
                order.push(pattern);
            }
            by_pattern.entry(pattern).or_default().push(route);
        }
        let written = |pattern: &str| pattern.replace("{l}", "{l:fr|bm}");
        let pages = self.table.iter().filter(|line| line.method == "GET").map(|line| written(line.pattern));
        config.app_data(Readable(Arc::new(pages.collect())));
        for pattern in order {
            let methods = self.table.iter().filter(|line| line.pattern == pattern);
            let allowed = methods.map(|line| if line.method == "GET" { "GET, HEAD" } else { line.method });
            let allowed = allowed.collect::<Vec<_>>().join(", ");
            let mut resource = web::resource(written(pattern));
            for route in by_pattern.remove(pattern).unwrap_or_default() {
                resource = resource.route(route);
            }
            config.service(resource.default_service(web::to(move |req| wrong_method(req, allowed.clone()))));
        }
        config.default_service(web::to(nothing_here));
    }
}

async fn nothing_here(req: HttpRequest) -> HttpResponse {
    around(req, Access::Anyone, "–", |_, _, _| async { Err(Error::NotFound) }).await
}

/// A known address, asked with a method it does not take; it says which it takes.
async fn wrong_method(req: HttpRequest, allowed: String) -> HttpResponse {
    let mut answer = around(req, Access::Anyone, "–", |_, _, _| async { Err(Error::NotFound) }).await;
    *answer.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
    if let Ok(allowed) = allowed.try_into() {
        answer.headers_mut().insert(header::ALLOW, allowed);
    }
    answer
}

/// Who may enter an address, and its pattern.
type Door = (Access, &'static str);

/// What happens around every handler.
async fn around<F, R>(req: HttpRequest, access: Access, pattern: &'static str, handler: F) -> HttpResponse
where
    F: FnOnce(Cx, HttpRequest, Result<()>) -> R,
    R: Future<Output = Answer>,
{
    let began = Instant::now();
    let Some(site) = req.app_data::<web::Data<Arc<Site>>>().map(|site| Arc::clone(site.get_ref())) else {
        return HttpResponse::InternalServerError().finish();
    };
    let shared =
        access == Access::Public && cookies::sent(&req, Name::Session).is_none() && req.method() != Method::POST;
    let mut answer = match shared {
        true => from_cache(&req, &site, (access, pattern), handler).await,
        false => fresh(&req, &site, (access, pattern), handler).await,
    };
    protect(&mut answer, site.settings.secure);
    remember_language(&req, &mut answer, site.settings.secure);
    let took = began.elapsed();
    site.metrics.count(req.method().as_str(), pattern, answer.status().as_u16(), took);
    tracing::info!(
        method = %req.method(),
        address = pattern,
        status = answer.status().as_u16(),
        micros = took.as_micros() as u64,
        "request"
    );
    answer
}

/// A page that is the same for every visitor: kept while the ledger has not moved, a minute at most (pages tell the time).
async fn from_cache<F, R>(req: &HttpRequest, site: &Arc<Site>, door: Door, handler: F) -> HttpResponse
where
    F: FnOnce(Cx, HttpRequest, Result<()>) -> R,
    R: Future<Output = Answer>,
{
    const CACHING: &str = "public, no-cache";
    let key = req.uri().path_and_query().map(|p| p.as_str().to_owned()).unwrap_or_default();
    let now = site.clock.now();
    let Ok(state) = site.db.state().await else { return fresh(req, site, door, handler).await };
    let seq = state.seq;
    if let Some(kept) = site.pages.get(&key, seq, now) {
        return kept.answer(req, CACHING);
    }
    let answer = fresh_plain(req, site, door, Some(state), handler).await;
    if answer.status() != StatusCode::OK {
        return answer;
    }
    let kind = answer.headers().get(header::CONTENT_TYPE).cloned();
    match (answer.into_body().try_into_bytes(), kind) {
        (Ok(bytes), Some(kind)) => {
            let body = Body::new(bytes, kind);
            site.pages.put(key, seq, now, body.clone());
            body.answer(req, CACHING)
        }
        _ => HttpResponse::InternalServerError().finish(),
    }
}

/// A page for this reader only, compressed.
async fn fresh<F, R>(req: &HttpRequest, site: &Arc<Site>, door: Door, handler: F) -> HttpResponse
where
    F: FnOnce(Cx, HttpRequest, Result<()>) -> R,
    R: Future<Output = Answer>,
{
    let answer = fresh_plain(req, site, door, None, handler).await;
    let html = answer.headers().get(header::CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"text/"));
    if !html || !super::answer::takes_gzip(req) {
        return answer;
    }
    let (head, body) = answer.into_parts();
    let Ok(bytes) = body.try_into_bytes() else { return HttpResponse::InternalServerError().finish() };
    let zipped = super::answer::gzip(&bytes);
    if zipped.is_empty() || bytes.len() < 600 {
        return head.set_body(bytes).map_into_boxed_body();
    }
    let mut answer = head.set_body(web::Bytes::from(zipped)).map_into_boxed_body();
    answer.headers_mut().insert(header::CONTENT_ENCODING, header::HeaderValue::from_static("gzip"));
    answer.headers_mut().insert(header::VARY, header::HeaderValue::from_static("Accept-Encoding"));
    answer
}

/// Enters, runs the handler, and draws the page of whatever went wrong, a panic included. The handler is told whether its
/// reader may enter, and must end with that error first.
async fn fresh_plain<F, R>(
    req: &HttpRequest,
    site: &Arc<Site>,
    (access, pattern): Door,
    state: Option<State>,
    handler: F,
) -> HttpResponse
where
    F: FnOnce(Cx, HttpRequest, Result<()>) -> R,
    R: Future<Output = Answer>,
{
    let (cx, entered) = Cx::enter(req, Arc::clone(site), access, state).await;
    let entered = entered.and_then(|()| cx.count_read(access, pattern));
    let drawer = cx.clone();
    let result = AssertUnwindSafe(handler(cx, req.clone(), entered))
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(Error::internal("a handler panicked")));
    result.unwrap_or_else(|error| {
        refused::tell(&drawer, access, pattern, &error);
        pages::draw_error(&drawer, &error)
    })
}

/// The language a visitor last read, kept in a cookie so that `/` leads there; nothing else is in it.
fn remember_language(req: &HttpRequest, answer: &mut HttpResponse, secure: bool) {
    let lang = lang_of(req);
    let html = answer.headers().get(header::CONTENT_TYPE).is_some_and(|v| v.as_bytes().starts_with(b"text/html"));
    let in_address = req.path().get(1..3) == Some(lang.code());
    // French is where `/` leads anyway: a cookie is set only for who chose otherwise, or came back.
    let known = cookies::sent(req, Name::Lang);
    let chosen = known.as_deref().unwrap_or("fr") != lang.code();
    if html && in_address && chosen && answer.status().is_success() {
        cookies::set(answer, secure, Name::Lang, lang.code(), Duration::days(365));
        // What is not to be kept at all stays so.
        let kept = answer.headers().get(header::CACHE_CONTROL).is_none_or(|how| !how.as_bytes().ends_with(b"no-store"));
        if kept {
            answer.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("private, no-cache"));
        }
    }
}

/// Public pages, ready to send.
pub(super) struct PageCache(Option<Cache<String, Kept>>);

#[derive(Clone)]
struct Kept {
    seq: i64,
    until: Time,
    body: Body,
}

/// How long a kept page may tell the time.
const KEPT: i64 = 60;

impl PageCache {
    pub(super) fn new(bytes: u64) -> PageCache {
        let cache = || {
            Cache::builder()
                .max_capacity(bytes)
                .weigher(|key: &String, kept: &Kept| {
                    (key.len() + kept.body.plain.len() + kept.body.zipped.len() + 256).try_into().unwrap_or(u32::MAX)
                })
                .build()
        };
        PageCache((bytes > 0).then(cache))
    }

    fn get(&self, key: &str, seq: i64, now: Time) -> Option<Body> {
        let kept = self.0.as_ref()?.get(key)?;
        (kept.seq == seq && now < kept.until).then_some(kept.body)
    }

    fn put(&self, key: String, seq: i64, now: Time, body: Body) {
        if let Some(cache) = &self.0 {
            cache.insert(key, Kept { seq, until: now.plus(KEPT), body });
        }
    }
}
