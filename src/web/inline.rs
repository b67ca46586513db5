//! Scripts that stand in their page: they cost no request. A page runs one only when its answer says the script's hash, and
//! reaches a device only when its answer names it.

use std::fmt;

use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderName, HeaderValue};

use super::answer::{CONTENT_POLICY, PERMISSIONS};
use crate::keys::digest_base64;

/// A script of ours.
pub struct Inline {
    text: &'static str,
    policy: Option<HeaderValue>,
}

/// What a page may ask of the device, with its holder's leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// Where it is.
    Geolocation,
    /// What it hears.
    Microphone,
}

impl Device {
    const fn closed(self) -> &'static str {
        match self {
            Device::Geolocation => "geolocation=()",
            Device::Microphone => "microphone=()",
        }
    }
}

impl Inline {
    /// A script by its text.
    pub fn new(text: &'static str) -> Inline {
        let ours = format!("script-src 'self' 'sha256-{}'", digest_base64(text.as_bytes()));
        Inline { text, policy: HeaderValue::from_str(&CONTENT_POLICY.replace("script-src 'self'", &ours)).ok() }
    }

    /// Lets this answer's page run it, and use these devices.
    pub fn allowed_in(&self, mut answer: HttpResponse, devices: &[Device]) -> HttpResponse {
        let headers = answer.headers_mut();
        if let Some(policy) = &self.policy {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        }
        let open =
            |all: String, device: &Device| all.replace(device.closed(), &device.closed().replace("()", "(self)"));
        if let Ok(permissions) = HeaderValue::from_str(&devices.iter().fold(PERMISSIONS.to_owned(), open)) {
            headers.insert(HeaderName::from_static("permissions-policy"), permissions);
        }
        answer
    }
}

impl fmt::Display for Inline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl askama::filters::HtmlSafe for Inline {}

impl askama::FastWritable for Inline {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn askama::Values) -> askama::Result<()> {
        Ok(dest.write_str(self.text)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_allows_the_script_by_its_hash_and_the_device_it_asks_for() {
        let answer = Inline::new("alert(1)").allowed_in(HttpResponse::Ok().finish(), &[Device::Geolocation]);
        let said = |name: &str| answer.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        let policy = said("content-security-policy");
        // Computed with: printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        assert!(policy.contains("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"), "{policy}");
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert_eq!(said("permissions-policy"), "camera=(), geolocation=(self), microphone=()");
    }
}
