//! A request as handlers see it: who asks, in which language, when, and what they may reach.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::ops::Deref;
use std::rc::Rc;
use std::str::FromStr;
use std::sync::Arc;

use actix_session::{Session, SessionExt};
use actix_web::cookie::time::Duration;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use data_encoding::HEXLOWER;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::answer::{self, Answer};
use super::cookies::{self, Name};
use super::form::Form;
use super::kept::Keep;
use super::limit::Kind;
use super::marks;
use super::page::{Notice, Page};
use super::paginate::Cursor;
use super::session::{self, ACCOUNT, BINDING, HALF, KIND, OpenSession, PROVEN, SLIPS, UNREAD};
use super::site::{News, Site};
use crate::areas::Reference;
use crate::base::{AccountId, Actor, AreaId, ConcernId, Id, Lang, MeetingId, Time, WallCode};
use crate::db::{Conn, State, Tx};
use crate::error::{Error, First, Result};
use crate::i18n::L;
use crate::policy::{self, Access};
use crate::seal::{FromPassword, Made, Opened, OpenedCode};

/// Signs that an address in a header does not show as they are.
const UNSEEN: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>');

/// Wrong codes of the second step before the password is owed again.
const SLIPS_MOST: u8 = 5;

/// What a key of this session's reader was asked to sign: what for, the bytes, when.
const CHALLENGE: &str = "challenge";

/// Seconds for which a key may answer.
const CHALLENGE_LIFE: i64 = 5 * 60;

/// The concern a code page is open for.
const FOLLOWED: &str = "followed";

/// The concern a supporter's code page is open for, and the code's stored form. Apart from [`FOLLOWED`], so that a page made for
/// reporters finds nothing here.
const SUPPORTED: &str = "supported";

/// The patterns of pages that can be asked for, not only sent to.
#[derive(Clone, Default)]
pub(super) struct Readable(pub(super) Arc<BTreeSet<String>>);

/// One request; cheap to clone.
#[derive(Clone)]
pub struct Cx(Rc<Request>);

impl Deref for Cx {
    type Target = Request;

    fn deref(&self) -> &Request {
        &self.0
    }
}

/// What a [`Cx`] holds.
pub struct Request {
    /// What all requests share.
    pub site: Arc<Site>,
    /// The page's language, able to speak.
    pub l: L,
    /// Who asks.
    pub actor: Actor,
    /// The instant of the request.
    pub now: Time,
    /// The reference data.
    pub r: Arc<Reference>,
    req: HttpRequest,
    session: Session,
    binding: Arc<str>,
    query: Vec<(String, String)>,
    /// What the request's form brought.
    pub(super) kept: Keep,
    news: News,
    /// What the reader must do before their roles count.
    first: Option<First>,
}

impl Cx {
    /// Lets a request in: finds its reader and asks the policy. On refusal the context is there all the same, to draw the page
    /// that says so. `state` is how far the database has come, when that was asked already.
    pub(super) async fn enter(
        req: &HttpRequest,
        site: Arc<Site>,
        access: Access,
        state: Option<State>,
    ) -> (Cx, Result<()>) {
        let session = req.get_session();
        let mut request = Request {
            l: L::new(lang_of(req)),
            actor: Actor::Visitor,
            now: site.clock.now(),
            r: Arc::new(Reference::default()),
            binding: session.get::<String>(BINDING).ok().flatten().unwrap_or_default().into(),
            query: super::form::pairs(req.query_string().as_bytes()).take(40).collect(),
            req: req.clone(),
            session,
            site,
            kept: Keep::default(),
            news: News::default(),
            first: None,
        };
        let entered = request.meet(access, state).await;
        (Cx(Rc::new(request)), entered)
    }
}

impl Request {
    async fn meet(&mut self, access: Access, state: Option<State>) -> Result<()> {
        // Whether the process lives must be answered without the database.
        if access == Access::Machine {
            return Ok(());
        }
        if self.is_unread() {
            return Err(Error::Busy);
        }
        let state = match state {
            Some(state) => state,
            None => self.site.db.state().await?,
        };
        self.r = self.site.reference(state.reference).await?;
        if let Ok(Some(id)) = self.session.get::<AccountId>(ACCOUNT) {
            let (news, now, second_step) = (self.site.news, self.now, self.site.settings.second_step);
            let r = Arc::clone(&self.r);
            (self.actor, self.first, self.news) = self
                .site
                .db
                .read(move |conn| {
                    let (actor, first) = session::reader(conn, id, second_step)?;
                    let news = news(conn, &actor, &r, now)?;
                    Ok((actor, first, news))
                })
                .await?;
            self.site.vault.touch(&self.binding, self.now);
        }
        match (policy::enter(&self.actor, access), self.first) {
            (Err(Error::Forbidden), Some(first)) => Err(Error::First(first)),
            (entered, _) => entered,
        }
    }

    /// The page's language.
    pub fn lang(&self) -> Lang {
        self.l.lang()
    }

    pub(super) fn binding(&self) -> &str {
        &self.binding
    }

    /// True when the reader has a session that could not be read.
    pub(super) fn is_unread(&self) -> bool {
        matches!(self.session.get(UNREAD), Ok(Some(true)))
    }

    /// The address without its language: the same form in both.
    pub(super) fn address(&self) -> &str {
        let path = self.req.path();
        path.strip_prefix(&format!("/{}", self.lang())).unwrap_or(path)
    }

    /// Where the same form is sent again.
    pub(super) fn address_again(&self) -> String {
        self.req.uri().path_and_query().map(|all| all.as_str().to_owned()).unwrap_or_default()
    }

    /// The page on which the form stands that was sent; nothing for what was only asked for.
    pub(super) fn form_page(&self) -> Option<String> {
        (!self.req.method().is_safe()).then(|| format!("/{}{}", self.lang(), self.page().here))
    }

    /// A part of the address, parsed; 404 when it is not one.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn part<T: FromStr>(&self, name: &str) -> Result<T> {
        self.req.match_info().get(name).and_then(|text| text.parse().ok()).ok_or(Error::NotFound)
    }

    /// The id in the address.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is malformed.
    pub fn id<T>(&self, name: &str) -> Result<Id<T>> {
        self.part(name)
    }

    /// A value of the query, without spaces around it; empty when it is not there.
    pub fn query(&self, name: &str) -> &str {
        self.query.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.trim())
    }

    /// The language a machine asks for: `?lang=bm`; French where it says none.
    pub fn asked_lang(&self) -> Lang {
        Lang::parse(self.query("lang")).unwrap_or(Lang::Fr)
    }

    /// Where the page of a list begins.
    pub fn cursor(&self) -> Option<Cursor> {
        Cursor::parse(self.query("after"))
    }

    /// The frame of a page.
    pub fn page(&self) -> Page {
        let path = self.readable();
        let path = path.strip_prefix(&format!("/{}", self.lang())).unwrap_or("");
        let query: String = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(self.query.iter().filter(|(n, _)| n != "done"))
            .finish();
        let here = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
        // What was answered to a form has no address of its own to switch to but the form's.
        // What the page before was told is not said again beside what is wrong with a form sent from there.
        let notice = Notice::parse(self.query("done")).filter(|_| self.req.method().is_safe());
        let (site, binding) = (Arc::clone(&self.site), Arc::clone(&self.binding));
        let mut page = Page::new(self.l, self.actor.clone(), self.now, here, notice, site, binding);
        page.news = self.news;
        page
    }

    /// This address, or, of a form that is only sent, the page it stands on: where the answer's language is switched.
    fn readable(&self) -> &str {
        let mut path = self.req.path();
        let (Some(pages), Some(mut pattern)) = (self.req.app_data::<Readable>(), self.req.match_pattern()) else {
            return path;
        };
        while !pages.0.contains(&pattern) {
            let (Some(at), Some(end)) = (pattern.rfind('/'), path.rfind('/')) else { break };
            pattern.truncate(at);
            path = &path[..end];
        }
        path
    }

    /// Sends a page.
    ///
    /// # Errors
    /// [`Error::Internal`] when the template fails.
    pub fn html(&self, page: &impl askama::Template) -> Answer {
        self.html_as(StatusCode::OK, page)
    }

    /// Sends an Atom feed.
    ///
    /// # Errors
    /// [`Error::Internal`] when the template fails.
    pub fn atom(&self, feed: &impl askama::Template) -> Answer {
        let text = feed.render().map_err(Error::internal)?;
        Ok(HttpResponse::Ok().insert_header((header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")).body(text))
    }

    /// Sends a form again, with what is wrong (422).
    ///
    /// # Errors
    /// As [`Request::html`].
    pub fn invalid(&self, page: &impl askama::Template) -> Answer {
        self.html_as(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    /// Sends a form again because what it asks for is done or gone already (409).
    ///
    /// # Errors
    /// As [`Request::html`].
    pub fn conflict(&self, page: &impl askama::Template) -> Answer {
        self.html_as(StatusCode::CONFLICT, page)
    }

    /// Sends a form again that came too soon (429), with the seconds to wait.
    ///
    /// # Errors
    /// As [`Request::html`].
    pub fn too_soon(&self, page: &impl askama::Template, seconds: u64) -> Answer {
        let mut answer = self.html_as(StatusCode::TOO_MANY_REQUESTS, page)?;
        answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        Ok(answer)
    }

    /// Sends a page that says that there is nothing at its address, or no more (404).
    ///
    /// # Errors
    /// As [`Request::html`].
    pub fn missing(&self, page: &impl askama::Template) -> Answer {
        self.html_as(StatusCode::NOT_FOUND, page)
    }

    pub(super) fn html_as(&self, status: StatusCode, page: &impl askama::Template) -> Answer {
        render(status, page)
    }

    /// Sends a photo or a sound; `shared` when everybody may see it now.
    ///
    /// # Errors
    /// None; the type is a handler's.
    pub fn media(&self, bytes: web::Bytes, kind: &'static str, shared: bool) -> Answer {
        Ok(answer::media(&self.req, bytes, kind, shared))
    }

    /// Sends a file of a kind of its own: a calendar, a feed.
    ///
    /// # Errors
    /// None; the type is a handler's.
    pub fn file(&self, kind: &'static str, body: String) -> Answer {
        Ok(HttpResponse::Ok().insert_header((header::CONTENT_TYPE, kind)).body(body))
    }

    /// Sends a file to be kept under a name.
    ///
    /// # Errors
    /// None; the type is a handler's.
    pub fn download(&self, kind: &'static str, name: &str, body: Vec<u8>) -> Answer {
        let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.')).collect();
        Ok(HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, kind))
            .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\"")))
            .body(body))
    }

    /// Answers a script of ours.
    ///
    /// # Errors
    /// [`Error::Internal`] when the value cannot be written.
    pub fn json(&self, value: &impl Serialize) -> Answer {
        self.json_as(StatusCode::OK, value)
    }

    /// Tells a script of ours what is wrong with what it sent (422).
    ///
    /// # Errors
    /// As [`Request::json`].
    pub fn json_invalid(&self, value: &impl Serialize) -> Answer {
        self.json_as(StatusCode::UNPROCESSABLE_ENTITY, value)
    }

    fn json_as(&self, status: StatusCode, value: &impl Serialize) -> Answer {
        let text = serde_json::to_string(value).map_err(Error::internal)?;
        Ok(HttpResponse::build(status).insert_header((header::CONTENT_TYPE, "application/json")).body(text))
    }

    /// Sends the reader on to another page (303).
    ///
    /// # Errors
    /// None; the type is a handler's.
    pub fn see(&self, url: impl AsRef<str>) -> Answer {
        // What no header may hold, and what only some browsers read alike there, goes encoded.
        let to = utf8_percent_encode(url.as_ref(), UNSEEN).to_string();
        Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, to)).finish())
    }

    /// Sends the reader on, with a sentence to be shown there.
    ///
    /// # Errors
    /// None; the type is a handler's.
    pub fn see_done(&self, url: impl AsRef<str>, notice: Notice) -> Answer {
        let url = url.as_ref();
        let (rest, fragment) = url.split_once('#').map_or((url, String::new()), |(r, f)| (r, format!("#{f}")));
        let sign = if rest.contains('?') { '&' } else { '?' };
        self.see(format!("{rest}{sign}done={notice}{fragment}"))
    }

    /// Reads the database.
    ///
    /// # Errors
    /// What `f` returns.
    pub async fn read<T: Send + 'static>(&self, f: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static) -> Result<T> {
        self.site.db.read(f).await
    }

    /// Notes by the way what the reader does not wait for and the ledger does not need: while nothing can be written, reading
    /// goes on without it, and nothing is returned.
    ///
    /// # Errors
    /// What `f` returns.
    pub async fn note<T, F>(&self, f: F) -> Result<Option<T>>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        match self.site.db.keep(f).await {
            Ok(noted) => Ok(Some(noted)),
            Err(error @ (Error::ReadOnly | Error::Busy)) => {
                tracing::warn!(%error, "something read could not be noted as read");
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Does what a form asks, once for its token.
    ///
    /// # Errors
    /// What `f` returns, or a stale form.
    pub async fn deed<T, F>(&self, form: &Form, mut f: F) -> Result<T>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let once = form.once()?;
        self.site.db.write(move |tx| once.run(tx, &mut f)).await
    }

    /// True when this form did its deed before.
    ///
    /// # Errors
    /// A stale form, or the database cannot be read.
    pub async fn was_done(&self, form: &Form) -> Result<bool> {
        let once = form.once()?;
        self.read(move |conn| once.was_done(conn)).await
    }

    /// Does one part of what a form asks, by its name, once for its token: permitted, done and recorded apart from the others.
    ///
    /// # Errors
    /// What `f` returns, or a stale form.
    pub async fn deed_part<T, F>(&self, form: &Form, part: &str, mut f: F) -> Result<T>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let once = form.once()?.part(part);
        self.site.db.write(move |tx| once.run(tx, &mut f)).await
    }

    /// Counts a tracking code before it is looked up. When too many unknown ones come, from here or from everywhere, the
    /// wait grows (see `guesses`).
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn guess(&self) -> Result<()> {
        self.site.limits.guess(self.client(), self.now)
    }

    /// Counts a concern for a place that no slip stands for. When too many come for that place, each account, and without one each
    /// address, is slowed there (see `floods`).
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn count_filing(&self, area: AreaId) -> Result<()> {
        self.site.limits.filing(area, self.actor.account(), self.client(), self.now)
    }

    /// Counts a door code, as [`Request::guess`] does a tracking code.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn guess_door(&self) -> Result<()> {
        self.site.limits.door(self.client(), self.now)
    }

    /// Takes the last [`Request::guess_door`] back: the code was right.
    pub fn door_right(&self) {
        self.site.limits.door_right(self.client(), self.now);
    }

    /// Counts a place of this address at this meeting, where no account keeps it.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn count_place(&self, meeting: MeetingId) -> Result<()> {
        match self.actor.account() {
            Some(_) => Ok(()),
            None => self.site.limits.count(Kind::Place(meeting), self.client(), self.now),
        }
    }

    /// Counts what costs more than a page: one that is searched, a feed, a file. Who has a desk is known, and searches as they must.
    pub(super) fn count_read(&self, access: Access, pattern: &str) -> Result<()> {
        let file = ["/feeds/", "/calendars/", "/data/"].iter().any(|start| pattern.starts_with(start))
            || [".csv", ".ods", ".ics"].iter().any(|end| pattern.ends_with(end));
        let searched = access == Access::Public && !self.req.query_string().is_empty();
        let known = self.actor.memberships().iter().any(|held| held.role.has_desk());
        match (file || searched) && !known && self.req.method() != Method::POST {
            true => self.site.limits.count(Kind::Read, self.client(), self.now),
            false => Ok(()),
        }
    }

    /// Takes the last [`Request::guess`] back: the code was right.
    pub fn guessed_right(&self) {
        self.site.limits.guessed_right(self.client(), self.now);
    }

    /// Counts a try at a password or a mark.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn count_try(&self) -> Result<()> {
        self.site.limits.count(Kind::Try, self.client(), self.now)
    }

    /// Counts a try at an account's password or code: of this address, and at this account from everywhere.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn count_try_at(&self, account: &str) -> Result<()> {
        self.count_try()?;
        self.site.limits.count_at(account, self.now)
    }

    /// Takes the last try at an account back: it was right. That of the address stays.
    pub fn right_at(&self, account: &str) {
        self.site.limits.right_at(account);
    }

    /// Counts a « moi aussi » of this address on this concern.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn count_support(&self, concern: ConcernId) -> Result<()> {
        self.site.limits.count(Kind::Support(concern), self.client(), self.now)
    }

    /// Counts a confirmation at a wall: per code, from everywhere.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn count_wall(&self, code: &WallCode) -> Result<()> {
        self.site.limits.count_wall(&code.digits())
    }

    /// The house's own name as this reader reached it, printed on posters and bulletins, and in what an administrator
    /// copies for somebody who forgot their password; nothing else: no link, redirect or cookie knows it, and no page
    /// that shows it is kept for others. What a proxy says of it is not asked.
    pub fn host(&self) -> &str {
        let said = self.req.headers().get(header::HOST).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']');
        if said.len() <= 255 && said.chars().all(fits) { said } else { "" }
    }

    /// True when this browser said « moi aussi » to this concern in the last days.
    pub fn said_so(&self, concern: ConcernId) -> bool {
        marks::holds(&self.site.keys, &self.req, concern)
    }

    /// Lets this browser remember, for some days, that it said so (`web/marks.rs` says how and why).
    pub fn remember_said_so(&self, answer: &mut HttpResponse, concern: ConcernId) {
        marks::add(&self.site, &self.req, answer, concern);
    }

    /// Lets this browser forget it.
    pub fn forget_said_so(&self, answer: &mut HttpResponse) {
        marks::forget(&self.site, &self.req, answer);
    }

    /// Lets this browser forget which language it read.
    pub fn forget_language(&self, answer: &mut HttpResponse) {
        cookies::set(answer, self.site.settings.secure, Name::Lang, "", Duration::ZERO);
    }

    /// Has a browser that signs out throw away what its cache holds. Not its storage: what lies there has rules of its own. A
    /// patrol is sent first and wiped by the worker (`static/sw.js`), minutes and a form that could not be sent wait for the network.
    pub fn clear_cache(&self, answer: &mut HttpResponse) {
        let what = header::HeaderValue::from_static("\"cache\"");
        answer.headers_mut().insert(header::HeaderName::from_static("clear-site-data"), what);
    }

    /// Counts a form.
    pub(super) fn count_form(&self) -> Result<()> {
        self.site.limits.count(Kind::Form, self.client(), self.now)
    }

    /// The client's address, for the rate limit only: the peer's, or what a trusted proxy says of it.
    fn client(&self) -> Option<IpAddr> {
        let peer = self.req.peer_addr()?.ip();
        if !self.site.settings.trusted_proxies.contains(&peer) {
            return Some(peer);
        }
        let said = self.req.headers().get("x-forwarded-for").and_then(|v| v.to_str().ok());
        said.and_then(|v| v.rsplit(',').next()?.trim().parse().ok()).or(Some(peer))
    }

    /// The machine that asks without anybody in between: nothing when a proxy speaks for somebody, whoever that is.
    pub(super) fn peer(&self) -> Option<IpAddr> {
        let spoken_for = ["x-forwarded-for", "forwarded"].iter().any(|name| self.req.headers().contains_key(*name));
        self.req.peer_addr().map(|peer| peer.ip().to_canonical()).filter(|_| !spoken_for)
    }

    /// What `Authorization: Bearer` brings.
    pub(super) fn bearer(&self) -> Option<&str> {
        self.req.headers().get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
    }

    /// Starts a fresh session for an account: a new key, nothing of the old one. `key` is what their password opened.
    ///
    /// # Errors
    /// [`Error::Internal`] when the session refuses.
    pub fn sign_in(&self, account: AccountId, staff: bool, key: Option<Opened>) -> Result<()> {
        // Whatever step came last was right.
        self.right_at(&account.to_string());
        self.begin(if staff { "staff" } else { "resident" }, account, key)?;
        self.keep(PROVEN, self.now)?;
        self.keep(ACCOUNT, account)
    }

    /// Notes that the reader proved once more who they are.
    ///
    /// # Errors
    /// [`Error::Internal`] when the session refuses.
    pub fn note_proof(&self) -> Result<()> {
        self.session.remove(SLIPS);
        if let Some(account) = self.actor.account() {
            self.right_at(&account.to_string());
        }
        // What was a key before the proof is none after it.
        self.session.renew();
        self.keep(PROVEN, self.now)
    }

    /// Lets on who proved within so many seconds who they are.
    ///
    /// # Errors
    /// [`First::Proof`].
    pub(super) fn proven(&self, within: i64) -> Result<()> {
        let proven: Option<Time> = self.session.get(PROVEN).ok().flatten();
        let fresh = proven.is_some_and(|at| self.now.since(at) < within);
        if fresh || !self.site.settings.asks_again { Ok(()) } else { Err(Error::First(First::Proof)) }
    }

    /// A new key for the session, and nothing of the old one in it; what opened keys are held under.
    fn begin(&self, kind: &str, account: AccountId, key: Option<Opened>) -> Result<String> {
        self.site.vault.close(&self.binding);
        self.session.clear();
        self.session.renew();
        self.keep(KIND, kind)?;
        let binding = HEXLOWER.encode(&self.site.entropy.bytes::<16>());
        if let Some(key) = key {
            self.site.vault.hold(&binding, account, key, self.now);
        }
        self.keep(BINDING, &binding)?;
        Ok(binding)
    }

    /// Notes that somebody's password was right and that the second step is owed: this session opens nothing until then. What the
    /// password opened or made waits for it.
    ///
    /// # Errors
    /// [`Error::Internal`] when the session refuses.
    pub fn half_way(&self, account: AccountId, pair: Option<FromPassword>) -> Result<()> {
        let (key, made) = match pair {
            Some(FromPassword::Opened(key)) => (Some(key), None),
            Some(FromPassword::Made(made)) => (None, Some(made)),
            None => (None, None),
        };
        let binding = self.begin("half", account, key)?;
        if let Some(made) = made {
            self.site.vault.hold_made(&binding, account, made, self.now);
        }
        self.keep(HALF, account)
    }

    /// Takes the pair that the password made in this session: the second step was right.
    pub fn made_half_way(&self, account: AccountId) -> Option<Made> {
        self.site.vault.take_made(&self.binding, account, self.now)
    }

    /// Whose password was right in this session, while the second step is owed.
    pub fn half_in(&self) -> Option<AccountId> {
        self.session.get(HALF).ok().flatten()
    }

    /// Counts a wrong second step; true when it was one too many, and the password is owed again.
    ///
    /// # Errors
    /// [`Error::Internal`] when the session refuses.
    pub fn slipped(&self) -> Result<bool> {
        let slips = self.session.get::<u8>(SLIPS).ok().flatten().unwrap_or_default().saturating_add(1);
        if slips >= SLIPS_MOST {
            self.sign_out();
            return Ok(true);
        }
        self.keep(SLIPS, slips)?;
        Ok(false)
    }

    /// Draws what a key is to sign in this session, in the place of what was drawn before.
    ///
    /// # Errors
    /// [`Error::Internal`] when the session refuses.
    pub fn challenge(&self, what_for: &str) -> Result<[u8; 32]> {
        let drawn: [u8; 32] = self.site.entropy.bytes();
        self.keep(CHALLENGE, (what_for, HEXLOWER.encode(&drawn), self.now))?;
        Ok(drawn)
    }

    /// Takes what a key was to sign out of the session, for good; nothing when it was drawn for something else, or five minutes ago.
    pub fn challenged(&self, what_for: &str) -> Option<[u8; 32]> {
        let (drawn_for, text, at): (String, String, Time) = self.session.get(CHALLENGE).ok().flatten()?;
        self.session.remove(CHALLENGE);
        let drawn = HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()?;
        (drawn_for == what_for && self.now.since(at) < CHALLENGE_LIFE).then_some(drawn)
    }

    /// The second step was right: a fresh session, with the key the password opened.
    ///
    /// # Errors
    /// [`Error::Internal`] when the session refuses.
    pub fn all_in(&self, account: AccountId, staff: bool) -> Result<()> {
        let key = self.site.vault.get(&self.binding, account, self.now).map(|key| (*key).clone());
        self.sign_in(account, staff, key)
    }

    /// The reader's opened key, while this session holds it.
    pub fn key(&self) -> Option<Arc<Opened>> {
        self.site.vault.get(&self.binding, self.actor.account()?, self.now)
    }

    /// Holds a key that the reader's password has just opened.
    pub fn hold_key(&self, key: Opened) {
        if let Some(account) = self.actor.account() {
            self.site.vault.hold(&self.binding, account, key, self.now);
        }
    }

    /// True when the ledger has it that this session read that, within the hour.
    pub fn has_read(&self, what: &str) -> bool {
        self.site.readings.holds(&self.binding, what, self.now)
    }

    /// Notes that the ledger has it.
    pub fn remember_read(&self, what: &str) {
        self.site.readings.add(&self.binding, what, self.now);
    }

    /// True when this request comes in that session.
    pub fn comes_in(&self, session: &OpenSession) -> bool {
        *self.binding == *session.binding
    }

    /// Ends this session.
    pub fn sign_out(&self) {
        self.site.vault.close(&self.binding);
        self.session.purge();
    }

    /// Opens a concern for whoever typed its code, until they leave; `code` is its pair, which opens what is sealed.
    ///
    /// # Errors
    /// [`Error::Internal`] when the session refuses.
    pub fn follow(&self, concern: ConcernId, code: Option<OpenedCode>) -> Result<()> {
        let mut binding = self.binding.to_string();
        if self.actor.account().is_none() {
            self.site.vault.close(&self.binding);
            self.session.clear();
            self.session.renew();
            self.keep(KIND, "follower")?;
            binding = HEXLOWER.encode(&self.site.entropy.bytes::<16>());
            self.keep(BINDING, &binding)?;
        }
        if let Some(code) = code {
            self.site.vault.hold_code(&binding, concern, code, self.now);
        }
        self.session.remove(SUPPORTED);
        self.keep(FOLLOWED, concern)
    }

    /// The pair of a concern's code, while this session holds it.
    pub fn code_of(&self, concern: ConcernId) -> Option<OpenedCode> {
        self.site.vault.code_of(&self.binding, concern, self.now)
    }

    /// The reader's key, once after it was opened: what it can do for other readers of what is sealed is done then.
    pub fn fresh_key(&self) -> Option<Arc<Opened>> {
        let key = self.key()?;
        self.site.vault.is_fresh(&self.binding, self.now).then_some(key)
    }

    /// There was more to do with a fresh key than was done: the next page goes on.
    pub fn keep_fresh(&self) {
        self.site.vault.ask_again(&self.binding);
    }

    /// Opens a concern for whoever typed a supporter's code. `key` is the code's stored form, by which alone it can be withdrawn.
    ///
    /// # Errors
    /// [`Error::Internal`] when the session refuses.
    pub fn follow_as_supporter(&self, concern: ConcernId, key: &str) -> Result<()> {
        self.follow(concern, None)?;
        self.session.remove(FOLLOWED);
        self.keep(SUPPORTED, (concern, key))
    }

    /// The concern that is open by a supporter's code, and the code's stored form.
    pub fn supported(&self) -> Option<(ConcernId, String)> {
        self.session.get(SUPPORTED).ok().flatten()
    }

    /// The concern that is open by its code.
    pub fn followed(&self) -> Option<ConcernId> {
        self.session.get(FOLLOWED).ok().flatten()
    }

    /// Closes it, and leaves nothing of it behind.
    pub fn stop_following(&self) {
        self.site.vault.close(&self.binding);
        if self.actor.account().is_some() {
            self.session.remove(FOLLOWED);
            self.session.remove(SUPPORTED);
        } else {
            self.session.purge();
        }
    }

    fn keep(&self, name: &str, value: impl Serialize) -> Result<()> {
        self.session.insert(name, value).map_err(Error::internal)
    }
}

/// A page as an answer.
pub(super) fn render(status: StatusCode, page: &impl askama::Template) -> Answer {
    let mut text = String::with_capacity(16 * 1024);
    page.render_into(&mut text).map_err(Error::internal)?;
    Ok(HttpResponse::build(status).insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8")).body(text))
}

/// The language of an address: its first segment; where it has none, the cookie's, the browser's, French.
pub(super) fn lang_of(req: &HttpRequest) -> Lang {
    let first = req.path().trim_start_matches('/').split('/').next().unwrap_or_default();
    Lang::parse(first).unwrap_or_else(|| preferred(req))
}

/// What a visitor seems to read.
pub(super) fn preferred(req: &HttpRequest) -> Lang {
    let header = |name: header::HeaderName| req.headers().get(name).and_then(|v| v.to_str().ok());
    cookies::sent(req, Name::Lang)
        .and_then(|said| Lang::parse(&said))
        .unwrap_or_else(|| header(header::ACCEPT_LANGUAGE).map_or(Lang::Fr, Lang::accepted))
}
