//! The style sheet (and later scripts), compiled in, compressed once, at an address that changes with its content.

use std::sync::LazyLock;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};

use super::answer::{gzip, protect};
use crate::keys::digest;

struct Asset {
    url: String,
    plain: &'static str,
    zipped: Vec<u8>,
}

static CSS: LazyLock<Asset> = LazyLock::new(|| {
    let plain = include_str!("../../static/sigida.css");
    let hash = digest(&[plain.as_bytes()]);
    Asset { url: format!("/static/{}.css", &hash[..12]), plain, zipped: gzip(plain.as_bytes(), 9) }
});

/// The style sheet's address.
pub fn css_url() -> &'static str {
    &CSS.url
}

/// The style sheet itself, for a document that is printed where nothing can be fetched.
pub fn css_text() -> &'static str {
    CSS.plain
}

/// Serves what the address names, to be kept for ever: another content has another address.
pub async fn serve(req: HttpRequest) -> HttpResponse {
    let mut answer = file(&req);
    protect(&mut answer, false);
    answer
}

fn file(req: &HttpRequest) -> HttpResponse {
    if req.path() != CSS.url {
        return HttpResponse::NotFound().finish();
    }
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((header::CONTENT_TYPE, "text/css; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((header::VARY, "Accept-Encoding"));
    if super::answer::takes_gzip(req) {
        answer.insert_header((header::CONTENT_ENCODING, "gzip")).body(CSS.zipped.as_slice())
    } else {
        answer.body(CSS.plain)
    }
}
