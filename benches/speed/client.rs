//! A client that costs little: plain sockets, kept open, one request after the other on each.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use flate2::read::GzDecoder;

/// What to ask, again and again.
pub struct Target {
    address: SocketAddr,
    request: Vec<u8>,
}

impl Target {
    pub fn get(address: SocketAddr, path: &str) -> Target {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept-Encoding: gzip\r\n\r\n");
        Target { address, request: request.into() }
    }
}

impl Target {
    /// The same, signed in.
    pub fn get_as(address: SocketAddr, path: &str, cookie: &str) -> Target {
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept-Encoding: gzip\r\nCookie: {cookie}\r\n\r\n");
        Target { address, request: request.into() }
    }

    /// Signing in by the form, with a token of this moment.
    pub fn sign_in(address: SocketAddr, login: &str, password: &str) -> Target {
        let page = fetch(address, "/fr/login").text();
        let token = page.split("name=\"_token\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("a token");
        let token: String = url::form_urlencoded::byte_serialize(token.as_bytes()).collect();
        let body = format!("_token={token}&login={login}&password={password}");
        let head = "Content-Type: application/x-www-form-urlencoded\r\nAccept-Encoding: gzip";
        let length = body.len();
        let request =
            format!("POST /fr/login HTTP/1.1\r\nHost: {address}\r\n{head}\r\nContent-Length: {length}\r\n\r\n{body}");
        Target { address, request: request.into() }
    }

    /// The status of one answer.
    pub fn asks(&self) -> u16 {
        let mut stream = TcpStream::connect(self.address).expect("a connection");
        stream.write_all(&self.request).expect("a request");
        read_answer(&mut stream, &mut Vec::new(), &mut Vec::new())
    }

    /// How long each of so many requests waits, one after the other on one connection, in milliseconds.
    pub fn waits(&self, count: usize) -> Vec<f64> {
        self.waits_for(200, count)
    }

    /// The same, where the answer is this one.
    pub fn waits_for(&self, status: u16, count: usize) -> Vec<f64> {
        let mut stream = TcpStream::connect(self.address).expect("a connection");
        stream.set_nodelay(true).expect("an option");
        let (mut buffer, mut body) = (Vec::new(), Vec::new());
        let once = |_| {
            let begun = Instant::now();
            stream.write_all(&self.request).expect("a request");
            assert_eq!(read_answer(&mut stream, &mut buffer, &mut body), status);
            begun.elapsed().as_secs_f64() * 1000.0
        };
        (0..count).map(once).collect()
    }
}

/// Signs in by the form; the session's cookie.
pub fn sign_in(address: SocketAddr, login: &str, password: &str) -> String {
    let form = Target::sign_in(address, login, password);
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.write_all(&form.request).expect("a request");
    let (mut buffer, mut body) = (Vec::new(), Vec::new());
    assert_eq!(read_answer(&mut stream, &mut buffer, &mut body), 303, "signing in");
    let head = String::from_utf8_lossy(&buffer).into_owned();
    let cookie = head.split("set-cookie: ").nth(1).and_then(|t| t.split(';').next()).expect("a session");
    cookie.to_owned()
}

/// A page as it came over the wire.
pub struct Page {
    pub body: Vec<u8>,
    pub plain: usize,
}

impl Page {
    pub fn text(&self) -> String {
        let mut text = String::new();
        GzDecoder::new(self.body.as_slice()).read_to_string(&mut text).expect("a compressed page");
        text
    }
}

/// One answer: status, and body read into `body`.
fn read_answer(stream: &mut TcpStream, buffer: &mut Vec<u8>, body: &mut Vec<u8>) -> u16 {
    buffer.clear();
    let mut chunk = [0; 32 * 1024];
    let head = loop {
        if let Some(at) = buffer.windows(4).position(|w| w == b"\r\n\r\n") {
            break at + 4;
        }
        let n = stream.read(&mut chunk).expect("an answer");
        assert!(n > 0, "the server hung up");
        buffer.extend_from_slice(&chunk[..n]);
    };
    let text = std::str::from_utf8(&buffer[..head]).expect("a head in ASCII").to_ascii_lowercase();
    let length: usize =
        text.split("content-length: ").nth(1).and_then(|t| t.split("\r\n").next()?.parse().ok()).unwrap_or(0);
    while buffer.len() < head + length {
        let n = stream.read(&mut chunk).expect("a body");
        assert!(n > 0, "the server hung up");
        buffer.extend_from_slice(&chunk[..n]);
    }
    body.clear();
    body.extend_from_slice(&buffer[head..head + length]);
    text[9..12].parse().expect("a status")
}

/// True when the address answers 200.
pub fn answers(address: SocketAddr, path: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else { return false };
    stream.write_all(&Target::get(address, path).request).is_ok()
        && read_answer(&mut stream, &mut Vec::new(), &mut Vec::new()) == 200
}

pub fn fetch(address: SocketAddr, path: &str) -> Page {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.write_all(&Target::get(address, path).request).expect("a request");
    let mut body = Vec::new();
    let status = read_answer(&mut stream, &mut Vec::new(), &mut body);
    assert_eq!(status, 200, "{path}");
    let mut plain = Vec::new();
    GzDecoder::new(body.as_slice()).read_to_end(&mut plain).expect("a compressed page");
    Page { plain: plain.len(), body }
}

/// Requests a second over so many connections. Few threads each drive many sockets: a thread a socket would measure the
/// scheduler.
pub fn load(target: &Target, connections: usize, during: Duration) -> f64 {
    let threads = 2;
    let done = AtomicU64::new(0);
    let stop = AtomicBool::new(false);
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut streams: Vec<TcpStream> = (0..connections / threads)
                    .map(|_| {
                        let stream = TcpStream::connect(target.address).expect("a connection");
                        stream.set_nodelay(true).expect("an option");
                        stream
                    })
                    .collect();
                let (mut buffer, mut body) = (Vec::new(), Vec::new());
                while !stop.load(Ordering::Relaxed) {
                    for stream in &mut streams {
                        stream.write_all(&target.request).expect("a request");
                    }
                    for stream in &mut streams {
                        let status = read_answer(stream, &mut buffer, &mut body);
                        assert_eq!(status, 200);
                        done.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
        std::thread::sleep(during);
        stop.store(true, Ordering::Relaxed);
    });
    done.load(Ordering::Relaxed) as f64 / begun.elapsed().as_secs_f64()
}

/// What filing was like: concerns a second, and how long each sender waited.
pub struct Filed {
    /// Concerns a second.
    pub rate: f64,
    /// The waits, in milliseconds, shortest first.
    pub waits: Vec<f64>,
}

impl Filed {
    /// From a count within a time and its waits.
    pub fn new(done: usize, within: Duration, mut waits: Vec<f64>) -> Filed {
        waits.sort_by(f64::total_cmp);
        Filed { rate: done as f64 / within.as_secs_f64(), waits }
    }

    /// The wait that so many of a hundred senders did not exceed.
    pub fn percentile(&self, percent: usize) -> f64 {
        let last = self.waits.len().saturating_sub(1);
        self.waits.get(last * percent / 100).copied().unwrap_or_default()
    }
}

/// Files concerns: each with a form of its own, fetched before the clock runs, as a resident has read it before.
pub fn file(address: SocketAddr, connections: usize, during: Duration) -> Filed {
    const FORM: &str = "/fr/concerns/new?category=light";
    let page = fetch(address, FORM).text();
    let value = |name: &str, text: &str| {
        let at = text.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("the form has no field {name}"));
        text[at..].split("value=\"").nth(1).and_then(|t| t.split('"').next()).unwrap_or_default().to_owned()
    };
    let area = page
        .split("<optgroup")
        .nth(1)
        .and_then(|t| t.split("value=\"").nth(1)?.split('"').next())
        .expect("the form offers quartiers")
        .to_owned();
    let per_socket = 400;
    let tokens: Mutex<Vec<String>> = Mutex::new((0..connections * per_socket).map(|_| String::new()).collect());
    std::thread::scope(|scope| {
        for part in 0..4 {
            let (tokens, value) = (&tokens, &value);
            scope.spawn(move || {
                let mut stream = TcpStream::connect(address).expect("a connection");
                let target = Target::get(address, FORM);
                let (mut buffer, mut body) = (Vec::new(), Vec::new());
                let share = connections * per_socket / 4;
                for n in 0..share {
                    stream.write_all(&target.request).expect("a request");
                    read_answer(&mut stream, &mut buffer, &mut body);
                    let token = value("_token", &Page { plain: 0, body: body.clone() }.text());
                    tokens.lock().expect("no panic")[part * share + n] = token;
                }
            });
        }
    });
    let tokens = Arc::new(tokens);
    let (done, waits, begun) = (AtomicU64::new(0), Mutex::new(Vec::new()), Instant::now());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            let (tokens, done, waits, area) = (Arc::clone(&tokens), &done, &waits, &area);
            scope.spawn(move || {
                let mut streams: Vec<TcpStream> =
                    (0..connections / 2).map(|_| TcpStream::connect(address).expect("a connection")).collect();
                let (mut buffer, mut body, mut own) = (Vec::new(), Vec::new(), Vec::new());
                while begun.elapsed() < during {
                    let mut sent = Vec::with_capacity(streams.len());
                    for stream in &mut streams {
                        let Some(token) = tokens.lock().expect("no panic").pop() else { break };
                        let form = format!(
                            "_token={token}&category=light&shown=light&area={area}&landmark=pres+du+marche&readers=public\
                             &words=La+lampe+de+la+rue+ne+marche+plus+depuis+lundi+et+les+enfants+ont+peur."
                        );
                        let request = format!(
                            "POST /fr/concerns/new HTTP/1.1\r\nHost: {address}\r\nAccept-Encoding: gzip\r\n\
                             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
                            form.len()
                        );
                        stream.write_all(request.as_bytes()).expect("a request");
                        sent.push(Instant::now());
                    }
                    for (stream, sent) in streams.iter_mut().zip(&sent) {
                        let status = read_answer(stream, &mut buffer, &mut body);
                        assert_eq!(status, 200, "a concern was not taken");
                        own.push(sent.elapsed().as_secs_f64() * 1000.0);
                        if done.load(Ordering::Relaxed) % 512 == 0 {
                            let page = Page { plain: 0, body: body.clone() }.text();
                            assert!(page.contains("class=\"code\""), "the answer shows no code");
                        }
                        done.fetch_add(1, Ordering::Relaxed);
                    }
                    if sent.is_empty() {
                        break;
                    }
                }
                waits.lock().expect("no panic").append(&mut own);
            });
        }
    });
    let within = begun.elapsed();
    Filed::new(done.load(Ordering::Relaxed) as usize, within, waits.into_inner().expect("no panic"))
}
