//! `serve` and `demo`.

use std::net::TcpListener;
use std::path::Path;

use super::{Done, Failure, config, print};
use crate::app::{self, StartError};
use crate::base::{Clock, Entropy};
use crate::config::{Config, Settings};
use crate::db::DatabaseUrl;
use crate::media::Place;
use crate::sample;
use crate::web::PublicUrl;

/// Serves the instance until it is told to stop.
///
/// # Errors
/// When it cannot start.
pub fn serve(settings: &Settings) -> Done {
    let config = config(settings)?;
    // Looked at first, so that a busy port makes no file.
    free(&config)?;
    allow_lines();
    let site = app::open(&config, Clock::system(), Entropy::system())?;
    let running = app::serve(&config, site, true)?;
    println!("Sigida: http://{} ({:?})", running.address, config.database);
    running.wait();
    Ok(())
}

/// Asks the system for as many open files as it allows: services are given 1,024 as a rule, which as many idle telephones use up.
fn allow_lines() {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum;
    if let Err(error) = setrlimit(Resource::Nofile, limit) {
        tracing::warn!(%error, "the limit of open files could not be raised");
    }
}

fn free(config: &Config) -> Done {
    match TcpListener::bind(config.listen) {
        Ok(_) => Ok(()),
        Err(error) => Err(StartError::Listen(config.listen, error).into()),
    }
}

/// Prints the demo's accounts as JSON.
///
/// # Errors
/// None that should happen.
pub fn demo_logins() -> Done {
    let text = serde_json::to_string_pretty(&sample::logins()).map_err(|e| Failure::new(e.to_string()))?;
    print(text);
    Ok(())
}

/// Serves the sample from a database made afresh, on this machine only: everybody may know its passwords.
///
/// # Errors
/// When the address is not this machine's own, or the demo cannot be made.
pub fn demo(settings: &Settings) -> Done {
    let mut config = config(settings)?;
    if !config.listen.ip().is_loopback() {
        return Err(Failure::usage(format!(
            "SIGIDA_LISTEN: the demo's passwords are public, so it listens on this machine only; give 127.0.0.1:{} instead of {}",
            config.listen.port(),
            config.listen
        )));
    }
    free(&config)?;
    config.data = config.data.join("demo");
    config.database = DatabaseUrl::Sqlite(config.data.join("sigida.db"));
    config.secret_file = config.data.join("secret");
    config.media = Place::Folder(config.data.join("media"));
    config.web.uploads = config.data.join("uploads");
    config.web.secure = false;
    config.web.demo = true;
    // Its logins are there to be tried, by anybody, without a telephone.
    config.web.second_step = false;
    config.web.asks_again = false;
    // Browsers make keys for a name, and take this one for safe.
    config.web.public_url = PublicUrl::parse(&format!("http://localhost:{}", config.listen.port()));
    clear(&config.data)?;
    if settings.database.is_some() {
        println!("DATABASE_URL (--database) is not used: the demo is made afresh in {}", config.data.display());
    }
    let site = app::open(&config, Clock::system(), Entropy::system())?;
    sample::fill_demo(&site)?;
    let running = app::serve(&config, site, true)?;
    println!("Sigida, demo: http://{}/fr\n", running.address);
    println!("{:<20} {:<20} {:<22} scope", "login", "password", "role");
    for login in sample::logins().iter().filter(|l| l.shown) {
        println!("{:<20} {:<20} {:<22} {}", login.login, login.password, login.role, login.scope);
    }
    println!("\ncode                 what it opens");
    for (what, code) in sample::codes() {
        println!("{code:<20} {what}");
    }
    println!("\nPasskeys: open it as http://localhost:{}/fr instead.", running.address.port());
    println!("\nAll accounts: sigida demo --logins. Stop: Ctrl-C.");
    running.wait();
    Ok(())
}

/// Removes the last demo's files, and only those.
fn clear(folder: &Path) -> Done {
    for name in ["sigida.db", "sigida.db-wal", "sigida.db-shm", "secret", "ledger-head"] {
        let path = folder.join(name);
        match std::fs::remove_file(&path) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                return Err(Failure::new(format!("SIGIDA_DATA: cannot remove {}: {e}", path.display())));
            }
            _ => {}
        }
    }
    let media = folder.join("media");
    match std::fs::remove_dir_all(&media) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::new(format!("SIGIDA_DATA: cannot remove {}: {e}", media.display())))
        }
        _ => Ok(()),
    }
}
