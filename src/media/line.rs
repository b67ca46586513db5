//! The line to a store that speaks S3. It goes where the settings say and nowhere else: whoever could redirect it would be given
//! the photo, or give another one in its place (ASVS 5.0, 15.3.2).

use std::time::Duration;

use http_of_s3::redirect::Policy;
use object_store::ClientOptions;
use object_store::client::{HttpClient, HttpConnector};

use super::store::PATIENCE;

/// Opens the line.
#[derive(Debug)]
pub(super) struct Line {
    /// False when the settings themselves say `http://`.
    pub(super) secure: bool,
}

impl HttpConnector for Line {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let client = http_of_s3::Client::builder()
            .user_agent(concat!("sigida/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .timeout(PATIENCE)
            .connect_timeout(Duration::from_secs(5))
            .https_only(self.secure)
            .http1_only()
            // What is kept is compressed already, and its length counts.
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            .build()
            .map_err(|error| object_store::Error::Generic { store: "S3", source: Box::new(error) })?;
        Ok(HttpClient::new(client))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{ErrorKind, Read, Write};
    use std::net::TcpListener;

    use super::super::{Name, Place, S3, Secret, Store};
    use crate::base::Entropy;

    #[test]
    fn a_store_that_sends_us_elsewhere_is_not_followed() {
        let elsewhere = TcpListener::bind("127.0.0.1:0").expect("a port");
        elsewhere.set_nonblocking(true).expect("an option");
        let there = elsewhere.local_addr().expect("an address");
        let store = TcpListener::bind("127.0.0.1:0").expect("a port");
        let endpoint = format!("http://{}", store.local_addr().expect("an address"));
        let asked = std::thread::spawn(move || {
            let (mut line, _) = store.accept().expect("a line");
            let mut head = [0; 4_096];
            let read = line.read(&mut head).expect("a request");
            let answer = format!(
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://{there}/b/x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            );
            line.write_all(answer.as_bytes()).expect("an answer");
            read
        });
        let (region, bucket, key) = ("x".to_owned(), "b".to_owned(), "k".to_owned());
        let place = Place::S3(S3 { endpoint, region, bucket, key, secret: Secret::new("s".into()) });
        let opened = Store::open(&place).expect("a store");
        assert!(opened.get_now(&Name::draw(&Entropy::system())).is_err());
        assert!(asked.join().expect("a thread") > 0, "the store was not asked");
        assert_eq!(elsewhere.accept().err().map(|error| error.kind()), Some(ErrorKind::WouldBlock), "it was followed");
    }
}
