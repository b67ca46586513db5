//! Forms: how a body is read, checked for forgery, parsed field by field, and shown again with what was typed and what is
//! wrong, when something is.

use std::borrow::Cow;

use actix_web::http::header;
use actix_web::{HttpRequest, web};
use futures_util::StreamExt;

use super::cx::Cx;
use super::once::{self, Once, Proof};
use super::patience::Patience;
use super::upload::{self, FileField, Upload};
use crate::base::{Day, Time};
use crate::error::{Error, Refusal, Result};
use crate::i18n::{L, Message};

/// The largest body of a form without files, in bytes: the longest text we take, four times over, in percent signs.
pub(super) const LIMIT: usize = 64 * 1024;

/// How much of a longer one is read all the same, so that it can be given back to be shortened.
pub(super) const GIVEN_BACK: usize = 4 * LIMIT;

/// Fields a form has at most.
const FIELDS: usize = 400;

/// The field that carries the token.
pub(super) const TOKEN: &str = "_token";

/// What is wrong with a field.
pub type Problem = Message;

/// What was typed, and what is wrong with it.
#[derive(Default)]
pub struct Form {
    values: Vec<(String, String)>,
    problems: Vec<(Cow<'static, str>, Problem)>,
    files: Vec<Upload>,
    had_files: bool,
    once: Option<Once>,
    stale: bool,
}

impl Form {
    /// An empty form, for a page that shows one.
    pub fn blank() -> Form {
        Form::default()
    }

    /// A form that shows these values.
    pub fn filled<'a>(values: impl IntoIterator<Item = (&'a str, String)>) -> Form {
        Form { values: values.into_iter().map(|(n, v)| (n.to_owned(), v)).collect(), ..Form::default() }
    }

    /// Reads a body and proves that it comes from a page of ours (CSRF): by Fetch Metadata, else by origin, else by the token.
    /// What a page of ours sent is kept for the page of an error, whichever comes. Files are read only where the address takes
    /// some.
    pub(super) async fn read(
        cx: &Cx,
        req: &HttpRequest,
        body: web::Payload,
        files: &'static [FileField],
    ) -> Result<Form> {
        let kind = req.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        // No browser compresses a form: what grows when it is opened is never opened here.
        if req.headers().contains_key(header::CONTENT_ENCODING) {
            return Err(Error::BadRequest("a compressed form"));
        }
        let same_site = same_site(req)?;
        let (mut form, wrong) = match kind {
            _ if kind.starts_with("application/x-www-form-urlencoded") => {
                let bytes = take(body, Patience::new(cx.site.settings.silence)).await?;
                let mut values: Vec<(String, String)> = pairs(&bytes).take(FIELDS + 1).collect();
                let too_large = bytes.len() > LIMIT || values.len() > FIELDS;
                values.truncate(FIELDS);
                (Form { values, ..Form::default() }, too_large.then_some(Error::TooLarge))
            }
            _ if kind.starts_with("multipart/form-data") && !files.is_empty() => {
                // A page of ours carries its token before any file: without one nothing large is read.
                let proved = |token: &str| once::prove(&cx.site.keys, token, cx.binding(), cx.now) != Proof::Bad;
                let sent = upload::read(&cx.site.uploads, req, body, files, |token| same_site || proved(token)).await?;
                let had_files = !sent.files.is_empty();
                (Form { values: sent.values, had_files, files: sent.files, ..Form::default() }, sent.wrong)
            }
            _ => return Err(Error::BadRequest("not a form")),
        };
        let proved = form.prove(cx, same_site);
        wrong.map_or(Ok(()), Err).and(proved)?;
        Ok(form)
    }

    /// Asks the token whether the form is ours.
    fn prove(&mut self, cx: &Cx, same_site: bool) -> Result<()> {
        let token = self.raw(TOKEN).to_owned();
        let proof = once::prove(&cx.site.keys, &token, cx.binding(), cx.now);
        match proof {
            Proof::Good => self.once = Some(Once::new(&token, cx.address(), &cx.site)),
            Proof::Stale => self.stale = true,
            // A page of ours, long open across a change of secret or sign-in: nothing typed is lost, it is shown again.
            Proof::Bad if same_site && !token.is_empty() => self.stale = true,
            // The session that would prove it cannot be read: nothing is done, and the same token may come again.
            Proof::Bad if cx.is_unread() => {}
            Proof::Bad => {
                tracing::warn!("a form came that no page of ours sent");
                return Err(Error::Forbidden);
            }
        }
        cx.kept.typed(&self.values, proof == Proof::Good || cx.is_unread(), self.had_files);
        Ok(())
    }

    /// True when files came with it: a page that shows the form again cannot hold them.
    pub fn had_files(&self) -> bool {
        self.had_files
    }

    /// True when the field holds a file, whatever becomes of it.
    pub fn has_file(&self, name: &str) -> bool {
        self.files.iter().any(|file| file.field == name)
    }

    /// The files of a field, in the order they were sent. They are taken out: what they need is needed once.
    pub fn take_files(&mut self, name: &str) -> Vec<Upload> {
        let (wanted, others) = std::mem::take(&mut self.files).into_iter().partition(|file| file.field == name);
        self.files = others;
        wanted
    }

    /// The token's right to one result.
    ///
    /// # Errors
    /// [`Refusal::StaleForm`] when the page is too old.
    pub(super) fn once(&self) -> Result<Once> {
        self.once.clone().ok_or(Error::Refused(Refusal::StaleForm))
    }

    fn raw(&self, name: &str) -> &str {
        self.values.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// What was typed, without spaces around it.
    pub fn value(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// Everything sent under a name: boxes ticked, rows of a table.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.values.iter().filter(|(n, _)| n == name).map(|(_, v)| v.trim()).collect()
    }

    /// True when the field holds exactly this: for options and radio buttons.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.all(name).contains(&value)
    }

    /// True for a ticked box.
    pub fn ticked(&self, name: &str) -> bool {
        !self.value(name).is_empty()
    }

    /// Everything that was typed, for a page that carries it on in hidden fields; the token and what it asks itself left out.
    pub fn carried(&self, without: &[&str]) -> Vec<(&str, &str)> {
        let kept = |name: &str| !name.starts_with('_') && !without.contains(&name);
        self.values.iter().filter(|(n, _)| kept(n)).map(|(n, v)| (n.as_str(), v.as_str())).collect()
    }

    /// Puts a value in place of whatever the field held.
    pub fn put(&mut self, name: &str, value: impl Into<String>) {
        self.values.retain(|(n, _)| n != name);
        self.values.push((name.to_owned(), value.into()));
    }

    /// Gives an empty field a value, for a form shown for the first time.
    pub fn preset(&mut self, name: &str, value: impl Into<String>) {
        if self.values.iter().all(|(n, _)| n != name) {
            self.values.push((name.to_owned(), value.into()));
        }
    }

    /// Notes a problem with a field; the first one stands.
    pub fn fail(&mut self, name: impl Into<Cow<'static, str>>, problem: impl Into<Problem>) {
        let name = name.into();
        if !self.has_problem(&name) {
            self.problems.push((name, problem.into()));
        }
    }

    /// Takes over what is wrong with another form of the same page.
    pub fn blame(&mut self, other: &Form) {
        self.problems.extend(other.problems.iter().cloned());
    }

    /// True when the field has a problem.
    pub fn has_problem(&self, name: &str) -> bool {
        self.problems.iter().any(|(n, _)| *n == name)
    }

    /// The field's problem in the reader's language; empty when it has none.
    pub fn problem(&self, name: &str, l: &L) -> String {
        self.problems.iter().find(|(n, _)| *n == name).map_or_else(String::new, |(_, p)| p.say(*l))
    }

    /// Every problem with its field's name, for the summary on top.
    pub fn problems(&self, l: &L) -> Vec<(&str, String)> {
        self.problems.iter().map(|(n, p)| (n.as_ref(), p.say(*l))).collect()
    }

    /// True when something is wrong.
    pub fn failed(&self) -> bool {
        !self.problems.is_empty()
    }

    /// One line of text of `min` to `max` characters; runs of spaces become one.
    pub fn line(&mut self, name: impl Into<Cow<'static, str>>, min: usize, max: usize) -> Option<String> {
        let name = name.into();
        let text = self.value(&name).split_whitespace().collect::<Vec<_>>().join(" ");
        self.sized(name, text, min, max)
    }

    /// Text of several lines, `min` to `max` characters, line ends as `\n`, without control characters.
    pub fn words(&mut self, name: impl Into<Cow<'static, str>>, min: usize, max: usize) -> Option<String> {
        let name = name.into();
        let text = self.value(&name).replace("\r\n", "\n").replace('\r', "\n");
        let text: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
        self.sized(name, text, min, max)
    }

    fn sized(&mut self, name: impl Into<Cow<'static, str>>, text: String, min: usize, max: usize) -> Option<String> {
        use unicode_normalization::UnicodeNormalization;
        let text: String = text.nfc().filter(|c| !c.is_control() || *c == '\n').collect();
        let length = text.chars().count();
        if length == 0 && min > 0 {
            self.fail(name, L::form_required);
        } else if length < min {
            self.fail(name, Message::new(move |l| l.form_too_short(min)));
        } else if length > max {
            self.fail(name, Message::new(move |l| l.form_too_long(length, max)));
        } else {
            return Some(text);
        }
        None
    }

    /// One of several things: what `find` makes of the value.
    pub fn pick<T>(&mut self, name: &'static str, find: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let found = Some(self.value(name)).filter(|v| !v.is_empty()).and_then(find);
        if found.is_none() {
            self.fail(name, L::form_choose);
        }
        found
    }

    /// One of several things, or nothing when the field is empty. The outer `None` is a problem.
    pub fn pick_maybe<T>(&mut self, name: &'static str, find: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
        if self.value(name).is_empty() { Some(None) } else { self.pick(name, find).map(Some) }
    }

    /// A whole number within bounds.
    pub fn number(&mut self, name: impl Into<Cow<'static, str>>, min: i64, max: i64) -> Option<i64> {
        let name = name.into();
        let number = self.value(&name).replace([' ', '\u{a0}', '\u{202f}'], "").parse().ok();
        let number = number.filter(|n| (min..=max).contains(n));
        if number.is_none() {
            self.fail(name, Message::new(move |l| l.form_number(max, min)));
        }
        number
    }

    /// A whole number, or nothing when the field is empty.
    pub fn number_maybe(&mut self, name: &'static str, min: i64, max: i64) -> Option<Option<i64>> {
        if self.value(name).is_empty() { Some(None) } else { self.number(name, min, max).map(Some) }
    }

    /// A day.
    pub fn day(&mut self, name: impl Into<Cow<'static, str>>) -> Option<Day> {
        let name = name.into();
        let day = Day::parse(self.value(&name));
        if day.is_none() {
            self.fail(name, L::form_day);
        }
        day
    }

    /// A day and time of day.
    pub fn time(&mut self, name: &'static str) -> Option<Time> {
        let time = Time::parse_local(self.value(name));
        if time.is_none() {
            self.fail(name, L::form_time);
        }
        time
    }

    /// Ends the parsing: the value when nothing is wrong. A form whose page has grown too old is shown again.
    pub fn done<T>(&mut self, value: Option<T>) -> Option<T> {
        if self.stale {
            self.fail(TOKEN, L::form_stale);
        }
        value.filter(|_| !self.failed())
    }
}

/// The body, as much of it as is ever given back.
async fn take(mut body: web::Payload, mut patience: Patience) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(chunk) = patience.wait(body.next()).await? {
        let chunk = chunk.map_err(|_| Error::BadRequest("the body did not arrive whole"))?;
        patience.came(chunk.len());
        let room = GIVEN_BACK - bytes.len();
        bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if chunk.len() >= room {
            break;
        }
    }
    Ok(bytes)
}

/// The pairs of a body or a query. The one character that neither HTML nor Postgres can hold is left out.
pub(super) fn pairs(bytes: &[u8]) -> impl Iterator<Item = (String, String)> + '_ {
    url::form_urlencoded::parse(bytes).map(|(name, value)| (name.into_owned(), value.replace('\0', "")))
}

/// Whether the browser says that the form was sent from a page of ours; `false` when it says nothing.
fn same_site(req: &HttpRequest) -> Result<bool> {
    let header = |name: &str| req.headers().get(name).and_then(|v| v.to_str().ok());
    match header("sec-fetch-site") {
        Some("same-origin" | "none") => return Ok(true),
        Some(_) => return Err(Error::Forbidden),
        None => {}
    }
    match header("origin") {
        // « null » is what a browser sends when a page asked for no referrer, as ours do.
        None | Some("null") => Ok(false),
        Some(origin) => {
            let host = header("host").unwrap_or_default();
            let same = origin.split_once("://").is_some_and(|(_, authority)| authority == host);
            if same { Ok(true) } else { Err(Error::Forbidden) }
        }
    }
}
