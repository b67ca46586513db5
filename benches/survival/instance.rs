//! An instance: the sample on a fresh database, served by the real program in a process of its own.

use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use sigida::base::{Clock, Entropy};
use sigida::config::Config;
use sigida::web::Site;

use super::cluster::Cluster;

/// A database and a data folder.
pub struct Instance {
    pub url: String,
    pub data: PathBuf,
    pub address: SocketAddr,
}

/// The program, serving.
pub struct Server {
    child: Child,
    /// From its start until it answered.
    pub ready: Duration,
}

impl Instance {
    /// Lays the sample into a fresh SQLite file, or a fresh database of the cluster.
    pub fn fresh(place: &Path, name: &str, cluster: Option<&Cluster>) -> Instance {
        let url = cluster.map(|cluster| {
            cluster.run(&format!("CREATE DATABASE {name}"));
            cluster.url(name)
        });
        let file = place.join(name).join("sigida.db");
        Instance::lay(place.join(name), url.unwrap_or_else(|| format!("sqlite://{}", file.display())))
    }

    /// The same on a tablespace of the cluster.
    pub fn fresh_in(place: &Path, name: &str, cluster: &Cluster, space: &str) -> Instance {
        cluster.run(&format!("CREATE DATABASE {name} TABLESPACE {space}"));
        Instance::lay(place.join(name), cluster.url(name))
    }

    fn lay(data: PathBuf, url: String) -> Instance {
        std::fs::create_dir_all(&data).expect("a folder");
        let address = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port");
        let instance = Instance { url, data, address };
        super::aside(|| sigida::sample::fill(&instance.open()).expect("the sample is laid"));
        instance
    }

    /// Opens it in this process.
    pub fn open(&self) -> Arc<Site> {
        let site = sigida::app::open(&self.config(), Clock::system(), Entropy::system());
        site.unwrap_or_else(|error| panic!("{error}"))
    }

    /// Its settings, for what runs in this process.
    pub fn config(&self) -> Config {
        Config::for_tests(self.data.clone(), &self.url)
    }

    fn command(&self, before: &[&str], arguments: &[&str]) -> Command {
        // Should this program be killed, the kernel takes the server with it.
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL"]).args(before).arg(env!("CARGO_BIN_EXE_sigida")).args(arguments);
        command.env("DATABASE_URL", &self.url).env("SIGIDA_DATA", &self.data).env("SIGIDA_LOG", "warn");
        command.stdin(Stdio::null());
        command
    }

    /// Starts the program and waits until it is ready.
    pub fn start(&self) -> Server {
        self.start_under(&[])
    }

    /// The same under another command: one that sets limits, say.
    pub fn start_under(&self, before: &[&str]) -> Server {
        let log = OpenOptions::new().create(true).append(true).open(self.log()).expect("a log");
        let address = self.address.to_string();
        let limits = "--forms-per-minute 0 --tries-per-minute 0 --filings-per-hour 0 --second-step false";
        let limits: Vec<&str> = limits.split(' ').collect();
        let mut command = self.command(before, &[&["serve", "--listen", &address][..], &limits[..]].concat());
        let begun = Instant::now();
        let mut child = command.stdout(Stdio::null()).stderr(log).spawn().expect("the program starts");
        while !self.ready() {
            let ended = child.try_wait().expect("a child of ours");
            let late = begun.elapsed() > Duration::from_secs(60);
            assert!(
                ended.is_none() && !late,
                "the program did not get ready ({ended:?}): see {}",
                self.log().display()
            );
            std::thread::sleep(Duration::from_millis(2));
        }
        Server { child, ready: begun.elapsed() }
    }

    fn log(&self) -> PathBuf {
        self.data.with_extension("log")
    }

    /// Whether `/readyz` answers 200.
    pub fn ready(&self) -> bool {
        self.asked("/readyz").is_some_and(|answer| answer.starts_with("HTTP/1.1 200"))
    }

    /// What it answers to a plain request.
    pub fn asked(&self, path: &str) -> Option<String> {
        let mut stream = TcpStream::connect(self.address).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        Some(answer)
    }

    /// `sigida check`: nothing when it is clean, else what it says.
    pub fn check(&self) -> Option<String> {
        let output = self.command(&[], &["check"]).output().expect("the program starts");
        let said = [output.stdout, output.stderr].concat();
        (!output.status.success()).then(|| String::from_utf8_lossy(&said).trim().replace('\n', " | "))
    }
}

impl Server {
    /// `kill -9`, and waits until it is gone.
    pub fn kill(mut self) {
        self.child.kill().expect("a child of ours");
        self.child.wait().expect("a child of ours");
    }

    /// Memory it holds now, in megabytes.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|n| n.parse::<u64>().ok()).unwrap_or_default() / 1024
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone_already = (self.child.kill(), self.child.wait());
    }
}
