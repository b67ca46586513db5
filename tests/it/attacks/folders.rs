//! Path traversal: climbing out of what is served, and out of where files are kept.

use super::{said, statuses};
use crate::media::{form, makers::jpeg};
use crate::support::both;
use crate::support::s3::files;
use crate::support::world::world;

const UP: [&str; 10] =
    ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "%252e%252e%252f", "..%c0%af", "....//", "%2e%2e%00/"];

const BEGIN: [&str; 9] = [
    "/static/",
    "/media/photos/",
    "/media/voices/",
    "/media/sounds/",
    "/fr/areas/",
    "/feeds/areas/",
    "/calendars/",
    "/",
    "/fr/concerns/",
];

both! {
    /// No address reads a file, however it climbs.
    async fn no_address_climbs_out_of_what_is_served(house: House) {
        let house = world(house);
        for begin in BEGIN {
            for up in UP {
                for target in ["etc/passwd", "secret", "sigida.db", "etc/passwd%00.jpg"] {
                    let path = format!("{begin}{}{target}", up.repeat(6));
                    let head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", house.address());
                    let answer = said(house.address(), head.as_bytes());
                    assert!(matches!(statuses(&answer)[..], [400 | 404]), "{path}: {:?}", answer.lines().next());
                    assert!(!answer.contains("root:") && !answer.contains("SQLite format"), "{path}");
                }
            }
        }
    }
}

both! {
    /// What a file is called where it comes from says neither where it goes nor what it is called there.
    async fn no_name_of_a_file_says_where_it_goes(house: House) {
        let house = world(house);
        let mut form = form(&house.person().await, "light", "Trois lampes sont éteintes depuis dimanche.").await;
        let names =
            ["../../../../tmp/evil-sigida.jpg", "..%2f..%2fevil-sigida.jpg", "/evil-sigida.jpg", "C:\\evil-sigida.jpg"];
        for name in names {
            form = form.attach("photos", name, "image/jpeg", &jpeg(40, 30));
        }
        form.press_button("Envoyer").await.must_be(200).must_have("4 photos");
        let kept: Vec<String> = files(house.data_dir()).iter().map(|(path, _)| path.display().to_string()).collect();
        assert!(kept.iter().any(|path| path.contains("/media/")), "nothing was kept: {kept:?}");
        assert!(!kept.iter().any(|path| path.contains("evil")), "{kept:?}");
        for path in ["/tmp/evil-sigida.jpg", "/evil-sigida.jpg"] {
            assert!(!std::path::Path::new(path).exists(), "{path}");
        }
    }
}
