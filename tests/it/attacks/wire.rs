//! Bytes that no browser sends: requests with two lengths, heads and lines without end. By hand, on a line of one's own.

use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::{said, statuses};
use crate::support::both;
use crate::support::world::world;

/// A request hidden in the body of another.
const HIDDEN: &str = "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Hidden: yes\r\n\r\n";

both! {
    /// Whatever two readers of the same bytes could see in two ways is answered once at most, with a refusal.
    async fn a_request_of_two_lengths_is_one_refused_request(house: House) {
        let house = world(house);
        let (length, chunks) = (HIDDEN.len(), format!("0\r\n\r\n{HIDDEN}"));
        let chunks = chunks.as_str();
        for (what, headers, body) in [
            ("both lengths", format!("Content-Length: {}\r\nTransfer-Encoding: chunked", chunks.len()), chunks),
            ("both, the other way round", "Transfer-Encoding: chunked\r\nContent-Length: 4".into(), chunks),
            ("two different lengths", format!("Content-Length: 0\r\nContent-Length: {length}"), HIDDEN),
            ("a list of lengths", format!("Content-Length: 0, {length}"), HIDDEN),
            ("a signed length", "Content-Length: +0".into(), HIDDEN),
            ("a negative length", "Content-Length: -1".into(), HIDDEN),
            ("a length in hexadecimal", "Content-Length: 0x0".into(), HIDDEN),
            ("a coding nobody knows", "Transfer-Encoding: xchunked".into(), chunks),
            ("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked".into(), chunks),
            ("chunked, then not", "Transfer-Encoding: chunked, identity".into(), chunks),
            ("a space before the colon", "Transfer-Encoding : chunked".into(), chunks),
            ("a folded header", "X-A: b\r\n Transfer-Encoding: chunked".into(), chunks),
            ("a chunk of nonsense length", "Transfer-Encoding: chunked".into(), "zz\r\nabc\r\n0\r\n\r\n"),
            ("a chunk beyond all measure", "Transfer-Encoding: chunked".into(), "ffffffffffffffffff\r\nabc\r\n0\r\n\r\n"),
        ] {
            let head = format!("POST /fr/login HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n{headers}\r\n\r\n{body}");
            let answer = said(house.address(), head.as_bytes());
            let got = statuses(&answer);
            // A readable page of the form is a refusal, too; what was hidden must not be answered.
            assert!(!answer.contains("\r\n\r\nok"), "{what}: the hidden request was answered: {got:?}");
            assert!(got.len() <= 1 && got.iter().all(|status| (400..500).contains(status)), "{what}: {got:?}");
        }
        house.person().await.visit("/fr/login").await.must_be(200);
    }
}

both! {
    /// A head, a line or a header without end is cut off with a refusal, and the house goes on.
    async fn a_head_without_end_is_cut_off(house: House) {
        let house = world(house);
        let many: String = (0..2_000).map(|n| format!("X-{n}: y\r\n")).collect();
        for (what, head) in [
            ("a long address", format!("GET /fr/{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(1_000_000))),
            ("a long header", format!("GET /fr HTTP/1.1\r\nHost: x\r\nX-Long: {}\r\n\r\n", "a".repeat(1_000_000))),
            ("a long cookie", format!("GET /fr/login HTTP/1.1\r\nHost: x\r\nCookie: sigida={}\r\n\r\n", "a".repeat(200_000))),
            ("many headers", format!("GET /fr HTTP/1.1\r\nHost: x\r\n{many}\r\n")),
            ("no host", "GET /fr HTTP/1.1\r\n\r\n".to_owned()),
            ("no HTTP", "\0\x01\x02\x16\x03\x01 nonsense\r\n\r\n".to_owned()),
            ("a NUL in a header", "GET /fr HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n".to_owned()),
            ("HTTP of another century", "GET /fr HTTP/9.9\r\nHost: x\r\n\r\n".to_owned()),
        ] {
            // « No host » is answered or refused; anything but a fault of ours will do there.
            let answer = said(house.address(), head.replacen("\r\n", "\r\nConnection: close\r\n", 1).as_bytes());
            let got = statuses(&answer);
            let refused = got.iter().all(|status| (400..500).contains(status));
            assert!(got.len() <= 1 && (refused || what == "no host" && got == [200]), "{what}: {got:?}");
        }
        house.person().await.visit("/fr/login").await.must_be(200);
    }
}

both! {
    /// Who promises a body beyond all measure is refused before it comes, and who sends it by pieces is cut off.
    async fn a_body_without_end_is_cut_off(house: House) {
        let house = world(house);
        for (path, kind) in [("/fr/login", "application/x-www-form-urlencoded"), ("/fr/concerns/new", "multipart/form-data; boundary=x")] {
            let head = format!(
                "POST {path} HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\n\r\n"
            );
            let mut line = TcpStream::connect(house.address()).expect("a line");
            line.set_write_timeout(Some(Duration::from_secs(3))).expect("a time to wait");
            line.write_all(head.as_bytes()).expect("a head");
            let begin = if kind.starts_with("multipart") {
                "--x\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\n"
            } else { "login=" };
            let piece = format!("{:x}\r\n{begin}\r\n10000\r\n{}\r\n", begin.len(), "a".repeat(65_536));
            let again = format!("10000\r\n{}\r\n", "a".repeat(65_536));
            let begun = Instant::now();
            let mut open = line.write_all(piece.as_bytes()).is_ok();
            while open && begun.elapsed() < Duration::from_secs(20) {
                open = line.write_all(again.as_bytes()).is_ok();
                std::thread::sleep(Duration::from_millis(5));
            }
            assert!(!open, "{path} listens on after {:?}", begun.elapsed());
        }
        house.person().await.visit("/fr/login").await.must_be(200);
    }
}
