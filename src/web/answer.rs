//! From a result to bytes: status of an error, security headers, compression, validation by `ETag`.

use std::cell::RefCell;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use flate2::{Compress, Compression, FlushCompress, Status};

use crate::error::Error;

/// What every handler returns.
pub type Answer = Result<HttpResponse, Error>;

/// The status of each error: the one place that knows.
pub(super) const fn status(error: &Error) -> StatusCode {
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::Forbidden => StatusCode::FORBIDDEN,
        Error::SignIn => StatusCode::SEE_OTHER,
        Error::Refused(_) => StatusCode::CONFLICT,
        Error::BadRequest(_) => StatusCode::BAD_REQUEST,
        Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Error::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Error::Database(_) | Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

thread_local! {
    /// This thread's compressor: its quarter of a megabyte is made once, not for every page.
    static ZIP: RefCell<Compress> = RefCell::new(Compress::new_gzip(Compression::new(6), 15));
}

/// Compresses at once, on this thread: shipping a page to another one costs more than compressing it.
pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    ZIP.with_borrow_mut(|zip| {
        zip.reset();
        let mut out = Vec::with_capacity(bytes.len() / 3 + 128);
        loop {
            // Never more than was given: what was read lies within it.
            let rest = usize::try_from(zip.total_in()).ok().and_then(|read| bytes.get(read..)).unwrap_or_default();
            match zip.compress_vec(rest, &mut out, FlushCompress::Finish) {
                Ok(Status::StreamEnd) => return out,
                Ok(Status::Ok | Status::BufError) => out.reserve(4_096),
                // In memory it does not fail; if it did, the reader would get the plain bytes.
                Err(_) => return Vec::new(),
            }
        }
    })
}

/// True when the browser takes gzip.
pub(super) fn takes_gzip(req: &HttpRequest) -> bool {
    req.headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.split(',').any(|part| part.trim_start().starts_with("gzip") && !part.contains("q=0")))
}

/// A page's bytes, ready to send: plain and zipped.
#[derive(Clone)]
pub(super) struct Body {
    pub(super) plain: actix_web::web::Bytes,
    pub(super) zipped: actix_web::web::Bytes,
    pub(super) etag: HeaderValue,
    pub(super) kind: HeaderValue,
}

impl Body {
    pub(super) fn new(plain: actix_web::web::Bytes, kind: HeaderValue) -> Body {
        let zipped = gzip(&plain).into();
        let hash = crate::keys::digest(&[&plain]);
        let etag =
            HeaderValue::from_str(&format!("W/\"{}\"", &hash[..20])).unwrap_or(HeaderValue::from_static("W/\"\""));
        Body { plain, zipped, etag, kind }
    }

    /// The answer to a request for it: 304 when the reader has it already.
    pub(super) fn answer(&self, req: &HttpRequest, caching: &'static str) -> HttpResponse {
        let mut answer = HttpResponse::Ok();
        answer
            .insert_header((header::CACHE_CONTROL, HeaderValue::from_static(caching)))
            .insert_header((header::VARY, HeaderValue::from_static("Accept-Encoding, Cookie")))
            .insert_header((header::ETAG, self.etag.clone()));
        let known = req.headers().get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok());
        if known
            .is_some_and(|v| self.etag.to_str().is_ok_and(|etag| v == "*" || v.split(',').any(|t| t.trim() == etag)))
        {
            return answer.status(StatusCode::NOT_MODIFIED).finish();
        }
        answer.insert_header((header::CONTENT_TYPE, self.kind.clone()));
        if !self.zipped.is_empty() && takes_gzip(req) {
            answer.insert_header((header::CONTENT_ENCODING, HeaderValue::from_static("gzip")));
            answer.body(self.zipped.clone())
        } else {
            answer.body(self.plain.clone())
        }
    }
}

/// The devices a page may ask for: none.
const PERMISSIONS: (HeaderName, &str) =
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");

/// Lets this answer's page ask for the microphone, beside whatever it may ask for already.
///
/// # Errors
/// The answer's own.
pub fn listening(answer: Answer) -> Answer {
    let mut answer = answer?;
    let headers = answer.headers_mut();
    let said = headers.get(&PERMISSIONS.0).and_then(|v| v.to_str().ok()).unwrap_or(PERMISSIONS.1);
    if let Ok(value) = HeaderValue::from_str(&said.replace("microphone=()", "microphone=(self)")) {
        headers.insert(PERMISSIONS.0, value);
    }
    Ok(answer)
}

/// Headers that every answer carries.
pub(super) fn protect(answer: &mut HttpResponse, secure: bool) {
    const ALWAYS: [(HeaderName, &str); 6] = [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; \
             media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        PERMISSIONS,
    ];
    let headers = answer.headers_mut();
    for (name, value) in ALWAYS {
        if name == PERMISSIONS.0 && headers.contains_key(&name) {
            continue;
        }
        headers.insert(name, HeaderValue::from_static(value));
    }
    if secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}
