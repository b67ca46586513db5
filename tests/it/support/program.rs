//! The program itself as a process of its own: its commands, its start and stop, what it writes to its log.

use super::{Base, House};
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The program with nothing of our own environment that could mislead it.
pub fn command(arguments: &[&str], settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sigida"));
    for name in std::env::vars().map(|(name, _)| name).filter(|n| n.starts_with("SIGIDA_") || n == "DATABASE_URL") {
        command.env_remove(name);
    }
    command.args(arguments).envs(settings.iter().copied()).stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub fn sigida(arguments: &[&str], settings: &[(&str, &str)]) -> Output {
    command(arguments, settings).output().expect("the program starts")
}

/// A served instance in a process of its own; killed when dropped.
pub struct Program {
    child: Child,
    log: Option<std::thread::JoinHandle<String>>,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Program {
    /// Serves the database of a house, beside it.
    pub fn beside(house: &House, settings: &[(&str, &str)]) -> Program {
        Program::serve(house.data_dir(), house.database_url(), settings)
    }

    /// Serves a database and a data folder that nobody else serves.
    pub fn serve(data: &Path, url: &str, settings: &[(&str, &str)]) -> Program {
        let secret = data.join("secret").display().to_string();
        let data = data.display().to_string();
        // Officers of these tests have no telephone; `second` has.
        let mut all =
            vec![("DATABASE_URL", url), ("SIGIDA_SECRET_FILE", secret.as_str()), ("SIGIDA_SECOND_STEP", "false")];
        all.extend(settings);
        let mut child = command(&["serve", "--listen", "127.0.0.1:0", "--data", &data], &all)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut errors = child.stderr.take().expect("a pipe, as asked");
        // Read all along: a full pipe would stop the program.
        let log = std::thread::spawn(move || {
            let mut log = Vec::new();
            let _ = errors.read_to_end(&mut log);
            String::from_utf8_lossy(&log).into_owned()
        });
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe, as asked")).read_line(&mut line).expect("a first line");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split(' ').next()?.parse().ok());
        let Some(address) = address else {
            let _ = child.kill();
            panic!("The program did not say where it listens: {line}{}", log.join().unwrap_or_default());
        };
        Program { child, log: Some(log), address }
    }

    /// Where people find it.
    pub fn base(&self) -> Base {
        Base::at(self.address)
    }

    /// Asks it to stop, as a service manager does.
    pub fn ask_to_stop(&self) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(asked.expect("kill(1)").success());
    }

    /// Waits until it ended by itself, well; what it wrote to its log.
    pub fn ended(mut self) -> String {
        let begun = Instant::now();
        let status = loop {
            match self.child.try_wait().expect("a child of ours") {
                Some(status) => break status,
                None if begun.elapsed() > Duration::from_secs(13) => panic!("The program did not stop."),
                None => std::thread::sleep(Duration::from_millis(20)),
            }
        };
        let log = self.log.take().and_then(|log| log.join().ok()).unwrap_or_default();
        assert!(status.success(), "The program ended with {status}.\n{log}");
        log
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
