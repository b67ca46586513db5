//! The three cookies: what they are called, and how they are guarded.
//!
//! Behind HTTPS each name begins with `__Host-`: a browser then takes and sends the cookie for this very host, by HTTPS, for every
//! path, and no neighbouring name can plant one (ASVS 5.0, 3.3.1 and 3.3.3; draft-ietf-httpbis-rfc6265bis, 4.1.3.2). Browsers refuse
//! such a name without `Secure`, so by plain HTTP, as in the demo, the names are bare.

use std::sync::Arc;

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpRequest, HttpResponse, web};

use super::site::Site;

/// A cookie of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    /// The session's.
    Session,
    /// The language a visitor last read.
    Lang,
    /// The marks of « moi aussi ». The name says nothing.
    Marks,
}

impl Name {
    /// Its name on the wire.
    pub(crate) const fn of(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Name::Session, false) => "sigida",
            (Name::Session, true) => "__Host-sigida",
            (Name::Lang, false) => "lang",
            (Name::Lang, true) => "__Host-lang",
            (Name::Marks, false) => "m",
            (Name::Marks, true) => "__Host-m",
        }
    }
}

/// True when browsers reach us by HTTPS.
pub(super) fn secure(req: &HttpRequest) -> bool {
    req.app_data::<web::Data<Arc<Site>>>().is_some_and(|site| site.settings.secure)
}

/// What a browser sent under a name.
pub(super) fn sent(req: &HttpRequest, name: Name) -> Option<String> {
    req.cookie(name.of(secure(req))).map(|cookie| cookie.value().to_owned())
}

/// Has the browser keep a value for so long; for no time, forget it.
pub(super) fn set(answer: &mut HttpResponse, secure: bool, name: Name, value: &str, life: Duration) {
    let mut cookie = Cookie::build(name.of(secure), value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(secure)
        .max_age(life)
        .finish();
    if life.is_zero() {
        // Said in the way of old browsers, too.
        cookie.make_removal();
    }
    if let Err(error) = answer.add_cookie(&cookie) {
        tracing::warn!(%error, "a cookie could not be set");
    }
}
