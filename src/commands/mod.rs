//! What each command of `sigida` does: serve, demo, check, import … The command line itself is read in `main.rs`; rules live in
//! the features. Every failure is one line that names the setting or the file to mend.

mod account;
mod backup;
mod check;
mod data;
mod export;
mod purge;
mod sbom;
mod sealed;
mod serve;
mod slips;

pub use account::{NewAccount, create_account, forget_second_step, set_password, sign_out};
pub use backup::{backup_key, check_backup, erase_again, make_backup, restore};
pub use check::{OnPaper, audit, check, migrate, routes};
pub use data::{generate, import};
pub use export::export;
pub use purge::purge;
pub use sbom::sbom;
pub use serve::{demo, demo_logins, serve};
pub use slips::slips;

use std::sync::Arc;

use crate::app::{self, StartError};
use crate::base::{Clock, Entropy};
use crate::config::SettingsError;
use crate::config::{Config, Settings};
use crate::db::{self, Conn};
use crate::error::{Error, Refusal};
use crate::web::Site;

/// Why a command did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// One line that names what to mend.
    pub text: String,
    /// The exit code: 1 failed, 2 used wrongly.
    pub code: u8,
}

impl Failure {
    /// Something went wrong.
    pub fn new(text: impl Into<String>) -> Failure {
        Failure { text: text.into(), code: 1 }
    }

    /// The command or a setting cannot be understood.
    pub fn usage(text: impl Into<String>) -> Failure {
        Failure { text: text.into(), code: 2 }
    }
}

impl From<StartError> for Failure {
    fn from(error: StartError) -> Failure {
        Failure::new(error.to_string())
    }
}

impl From<SettingsError> for Failure {
    fn from(error: SettingsError) -> Failure {
        Failure::usage(error.to_string())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        match error {
            Error::Busy => Failure::new("DATABASE_URL: the database does not answer or is busy; nothing was done"),
            Error::ReadOnly => {
                Failure::new("DATABASE_URL: the disk is full or the database read-only; nothing was done")
            }
            Error::Database(error) => Failure::new(format!("DATABASE_URL: {error}")),
            Error::Refused(Refusal::Taken) => Failure::new("the name is taken already"),
            other => Failure::new(other.to_string()),
        }
    }
}

type Done = Result<(), Failure>;

fn config(settings: &Settings) -> Result<Config, Failure> {
    Ok(settings.check()?)
}

/// Looks at the database of an instance without making, migrating or writing anything.
fn look(config: &Config) -> Result<Conn, Failure> {
    let (conn, lacking) = db::look(&config.database).map_err(|e| Failure::new(e.to_string()))?;
    match lacking.first() {
        Some(first) => Err(Failure::new(format!("DATABASE_URL: the schema lacks « {first} »; run sigida migrate"))),
        None => Ok(conn),
    }
}

/// Opens the instance the settings name.
fn open(settings: &Settings) -> Result<Arc<Site>, Failure> {
    Ok(app::open(&config(settings)?, Clock::system(), Entropy::system())?)
}

/// Prints a line. A reader that closed the pipe has read enough.
fn print(line: impl std::fmt::Display) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{line}");
}
