//! Where browsers find the house, as the operator says it: what a key of a telephone is bound to.

use url::{Host, Url};

/// The house's own address: `https://` and a name, nothing after it. A key (WebAuthn) is made for the name and answers to no other,
/// so it is never taken from what a request says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    domain: String,
}

impl PublicUrl {
    /// Reads `https://sigida.example`, or `http://localhost:8080`, which browsers trust alike (Secure Contexts, 3.1). Nothing for any
    /// other: keys know no addresses of numbers and no plain HTTP.
    pub fn parse(text: &str) -> Option<PublicUrl> {
        let url = Url::parse(text.trim()).ok()?;
        let Some(Host::Domain(domain)) = url.host() else { return None };
        let safe = url.scheme() == "https" || url.scheme() == "http" && domain == "localhost";
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let nobody = url.username().is_empty() && url.password().is_none();
        (safe && bare && nobody)
            .then(|| PublicUrl { origin: url.origin().ascii_serialization(), domain: domain.to_owned() })
    }

    /// `https://sigida.example`, as browsers write an origin.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// `sigida.example`.
    pub fn domain(&self) -> &str {
        &self.domain
    }
}

#[cfg(test)]
mod tests {
    use super::PublicUrl;

    #[test]
    fn a_public_address_is_a_name_behind_https_and_nothing_else() {
        let read = |text: &str| PublicUrl::parse(text).map(|url| (url.origin, url.domain));
        let pair = |origin: &str, domain: &str| Some((origin.to_owned(), domain.to_owned()));
        assert_eq!(read("https://Sigida.example/"), pair("https://sigida.example", "sigida.example"));
        assert_eq!(read("https://sigida.example:443"), pair("https://sigida.example", "sigida.example"));
        assert_eq!(read("https://sigida.example:8443"), pair("https://sigida.example:8443", "sigida.example"));
        assert_eq!(read("http://localhost:8080"), pair("http://localhost:8080", "localhost"));
        for wrong in [
            "",
            "sigida.example",
            "http://sigida.example",
            "https://192.0.2.7",
            "https://[::1]",
            "https://sigida.example/fr",
            "https://awa@sigida.example",
            "https://sigida.example/?a",
            "ftp://localhost",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
