//! The style sheet and the scripts, compiled in, compressed once, at addresses that change with their content; and the service
//! worker, which stands at the root because it may rule only what lies under its own address.
//!
//! A script only enhances: plain ES2017 without a build step, loaded with `defer`, and no page needs one.

use std::borrow::Cow;
use std::sync::LazyLock;

use actix_web::http::Method;
use actix_web::http::header::{self, HeaderName};
use actix_web::{HttpRequest, HttpResponse};

use super::answer::{gzip, protect, takes_gzip};
use super::cookies::secure;
use crate::keys::digest;

/// The scripts by name; the file is `static/<name>.js`.
const SCRIPTS: &[(&str, &str)] = &[
    ("draft", include_str!("../../static/draft.js")),
    ("record", include_str!("../../static/record.js")),
    ("carry", include_str!("../../static/carry.js")),
    ("field", include_str!("../../static/field.js")),
    ("minutes", include_str!("../../static/minutes.js")),
    ("passkey", include_str!("../../static/passkey.js")),
];

struct Asset {
    name: &'static str,
    url: String,
    kind: &'static str,
    plain: Cow<'static, str>,
    zipped: Vec<u8>,
}

impl Asset {
    fn new(name: &'static str, end: &str, kind: &'static str, plain: impl Into<Cow<'static, str>>) -> Asset {
        let plain = plain.into();
        let hash = digest(&[plain.as_bytes()]);
        let url = format!("/static/{}.{end}", &hash[..12]);
        let zipped = gzip(plain.as_bytes());
        Asset { name, url, kind, plain, zipped }
    }
}

const SCRIPT: &str = "text/javascript; charset=utf-8";

const STYLE: &str = "text/css; charset=utf-8";

/// A style sheet without its comments: those are for who writes it, and a first page is small.
fn bare(style: &str) -> String {
    let mut parts = style.split("/*");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    parts.for_each(|part| bare.push_str(part.split_once("*/").map_or("", |(_, after)| after)));
    bare
}

static CSS: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("sigida", "css", STYLE, bare(include_str!("../../static/sigida.css"))));

/// What visitors never see, so that their first page stays light.
static WORK: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("work", "css", STYLE, bare(include_str!("../../static/work.css"))));

static BOTH: LazyLock<String> = LazyLock::new(|| format!("{}{}", CSS.plain, WORK.plain));

static JS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let script = |(name, text): &(&'static str, &'static str)| Asset::new(name, "js", SCRIPT, *text);
    SCRIPTS.iter().map(script).collect()
});

/// The worker knows the addresses it keeps, so another style sheet or script is another worker.
static WORKER: LazyLock<Asset> = LazyLock::new(|| {
    let mut text = include_str!("../../static/sw.js").replace("{css}", &CSS.url);
    for name in ["draft", "carry", "field"] {
        text = text.replace(&format!("{{{name}}}"), script_url(name));
    }
    Asset::new("sw", "js", SCRIPT, text)
});

/// The style sheet's address.
pub fn css_url() -> &'static str {
    &CSS.url
}

/// The address of the style sheet of those who signed in.
pub fn work_css_url() -> &'static str {
    &WORK.url
}

/// A script's address by its name; empty when there is none of that name.
pub fn script_url(name: &str) -> &'static str {
    JS.iter().find(|asset| asset.name == name).map_or("", |asset| &asset.url)
}

/// The style sheets themselves, for a document that is printed where nothing can be fetched.
pub fn css_text() -> &'static str {
    &BOTH
}

/// Serves what the address names, to be kept for ever: another content has another address.
pub async fn serve(req: HttpRequest) -> HttpResponse {
    let asset = [&*CSS, &*WORK].into_iter().chain(JS.iter()).find(|asset| asset.url == req.path());
    let mut answer = match asset {
        Some(asset) => send(&req, asset, "public, max-age=31536000, immutable"),
        None => HttpResponse::NotFound().finish(),
    };
    protect(&mut answer, secure(&req));
    answer
}

/// Serves the service worker, asked for anew each time.
pub async fn serve_worker(req: HttpRequest) -> HttpResponse {
    let mut answer = send(&req, &WORKER, "no-cache");
    answer
        .headers_mut()
        .insert(HeaderName::from_static("service-worker-allowed"), header::HeaderValue::from_static("/"));
    protect(&mut answer, secure(&req));
    answer
}

fn send(req: &HttpRequest, asset: &'static Asset, caching: &'static str) -> HttpResponse {
    if req.method() != Method::GET && req.method() != Method::HEAD {
        return HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, "GET, HEAD")).finish();
    }
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((header::CONTENT_TYPE, asset.kind))
        .insert_header((header::CACHE_CONTROL, caching))
        .insert_header((header::VARY, "Accept-Encoding"));
    if takes_gzip(req) {
        answer.insert_header((header::CONTENT_ENCODING, "gzip")).body(asset.zipped.as_slice())
    } else {
        answer.body(asset.plain.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_script_is_a_small_file() {
        for asset in JS.iter().chain([&*WORKER]) {
            assert!(asset.zipped.len() < 4_096, "{} weighs {} bytes", asset.name, asset.zipped.len());
        }
    }
}
