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
        Error::SignIn | Error::First(_) => StatusCode::SEE_OTHER,
        Error::Refused(_) => StatusCode::CONFLICT,
        Error::BadRequest(_) => StatusCode::BAD_REQUEST,
        Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Error::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::Busy | Error::ReadOnly => StatusCode::SERVICE_UNAVAILABLE,
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

/// What a page may load and do.
pub(super) const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; \
     media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The devices a page may ask for: none.
pub(super) const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=()";

/// Headers that every answer carries.
pub(super) fn protect(answer: &mut HttpResponse, secure: bool) {
    const ALWAYS: [(HeaderName, &str); 4] = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    // What a page of ours may open a little further, by [`super::Inline`] alone.
    const UNLESS_SAID: [(HeaderName, &str); 2] = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_POLICY),
        (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    ];
    let headers = answer.headers_mut();
    let page = headers.get(header::CONTENT_TYPE).is_none_or(|kind| !is_media(kind));
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !page {
        // Whatever a browser takes it for, it runs nothing and belongs to nobody else's page.
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
        headers.insert(header::CROSS_ORIGIN_RESOURCE_POLICY, HeaderValue::from_static("same-origin"));
    }
    for (name, value) in UNLESS_SAID {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

fn is_media(kind: &HeaderValue) -> bool {
    [b"image/".as_slice(), b"audio/"].iter().any(|word| kind.as_bytes().starts_with(word))
}

/// A photo or a sound. Players ask for a part of a sound at a time, and some play nothing that cannot be asked for in parts.
pub(super) fn media(req: &HttpRequest, bytes: actix_web::web::Bytes, kind: &'static str, shared: bool) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::ACCEPT_RANGES, "bytes"))
        .insert_header((header::CONTENT_DISPOSITION, "inline"))
        .insert_header((header::CACHE_CONTROL, if shared { "public, max-age=300" } else { "private, no-store" }));
    let asked = req.headers().get(header::RANGE).and_then(|v| v.to_str().ok());
    match asked.map(|asked| range(asked, bytes.len())) {
        Some(Some((from, to))) => {
            let said = format!("bytes {from}-{}/{}", to.saturating_sub(1), bytes.len());
            answer.status(StatusCode::PARTIAL_CONTENT).insert_header((header::CONTENT_RANGE, said));
            answer.body(bytes.slice(from..to))
        }
        Some(None) if asked.is_some_and(|a| a.starts_with("bytes=") && !a.contains(',')) => {
            let said = format!("bytes */{}", bytes.len());
            answer.status(StatusCode::RANGE_NOT_SATISFIABLE).insert_header((header::CONTENT_RANGE, said)).finish()
        }
        _ => answer.body(bytes),
    }
}

/// The one part that is asked for, from its first byte to behind its last one.
fn range(asked: &str, length: usize) -> Option<(usize, usize)> {
    let (from, to) = asked.strip_prefix("bytes=")?.split_once('-')?;
    let (from, to) = match (from.trim(), to.trim()) {
        ("", last) => (length.saturating_sub(last.parse().ok()?), length),
        (from, "") => (from.parse().ok()?, length),
        (from, to) => (from.parse().ok()?, to.parse::<usize>().ok()?.checked_add(1)?.min(length)),
    };
    (from < to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn a_player_gets_the_part_it_asks_for() {
        assert_eq!(range("bytes=0-", 10), Some((0, 10)));
        assert_eq!(range("bytes=2-4", 10), Some((2, 5)));
        assert_eq!(range("bytes=-3", 10), Some((7, 10)));
        assert_eq!(range("bytes=2-400", 10), Some((2, 10)));
        for asked in ["bytes=10-", "bytes=4-2", "bytes=", "bytes=a-b", "lines=1-2", "bytes=0-1,3-4"] {
            assert_eq!(range(asked, 10), None, "{asked}");
        }
    }
}
