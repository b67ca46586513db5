//! `backup`, `restore`, `erase-again`, `backup-key` and `check --backup`: copies that outlive the machine.

use std::path::{Path, PathBuf};

use super::{Done, Failure, config, print};
use crate::backup::{self, Broken, Manifest};
use crate::base::{Clock, Entropy};
use crate::config::Settings;
use crate::db::copy::CopyError;

impl From<Broken> for Failure {
    fn from(error: Broken) -> Failure {
        Failure::new(error.to_string())
    }
}

impl From<CopyError> for Broken {
    fn from(error: CopyError) -> Broken {
        Broken(error.to_string())
    }
}

fn tell(what: &str, manifest: &Manifest) {
    print(format!("{what}: {}, made {}, {} media", manifest.database, manifest.made_at, manifest.media()));
    print(format!("ledger: {} rows, {}", manifest.ledger.0, manifest.ledger.1));
    for name in &manifest.lost {
        print(format!("lost before: the media store did not have {name}"));
    }
}

/// Copies the instance into a new file, for whoever has one of the keys, while it serves.
///
/// # Errors
/// One line that names what is in the way; then no file was made.
pub fn make_backup(settings: &Settings, file: &Path, recipients: &[String]) -> Done {
    let config = config(settings)?;
    let recipients = recipients.iter().map(|text| backup::recipient(text)).collect::<Result<Vec<_>, _>>();
    let recipients = recipients.map_err(|e| Failure::usage(format!("SIGIDA_BACKUP_KEYS: {e}")))?;
    if recipients.is_empty() {
        return Err(Failure::usage(
            "SIGIDA_BACKUP_KEYS: a backup is encrypted to somebody; make a key with sigida backup-key FILE and give its public half",
        ));
    }
    let made = backup::make(&config, file, &recipients, &Clock::system(), &Entropy::system())?;
    if let Some(why) = &made.unrecorded {
        eprintln!("sigida: the backup is made, but the ledger does not say so: {why}");
    }
    tell(&format!("backup of {} bytes", made.bytes), &made.manifest);
    Ok(())
}

/// Makes an instance of a backup, in an empty place, and does again what the lists say was erased since.
///
/// # Errors
/// One line that names what is in the way.
pub fn restore(settings: &Settings, file: &Path, keys: &Path, erased: &[PathBuf]) -> Done {
    let restored = backup::restore(&config(settings)?, file, keys, erased, &Clock::system())?;
    tell("restored", &restored.manifest);
    print(format!("erased again: {}", restored.replayed));
    print(format!("sessions ended: {}", restored.sessions));
    if erased.is_empty() {
        let made = &restored.manifest.made_at;
        print(format!(
            "warning: what was erased after {made} may be back; restore into an empty place again and give the newest list with --erased FILE \
             (« erased » lies beside the secret of each node, and in each newer backup)"
        ));
    }
    Ok(())
}

/// Does again what the lists say was erased, in a database that came back by other means than `restore`, and ends every session.
///
/// # Errors
/// One line that names what is in the way.
pub fn erase_again(settings: &Settings, erased: &[PathBuf]) -> Done {
    let again = backup::erase_again(&config(settings)?, erased, &Clock::system())?;
    print(format!("erased again: {}", again.replayed));
    print(format!("sessions ended: {}", again.sessions));
    Ok(())
}

/// Looks whether a backup is whole, without restoring it.
///
/// # Errors
/// What is wrong with it.
pub fn check_backup(file: &Path, keys: &Path) -> Done {
    let beside =
        file.parent().filter(|p| !p.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    let opened = backup::open(file, keys, &beside)?;
    tell("whole", &opened.manifest);
    Ok(())
}

/// Makes a key for backups: the secret half in a new file, the public half printed.
///
/// # Errors
/// When the file cannot be made.
pub fn backup_key(file: &Path) -> Done {
    print(backup::key_in(file)?);
    Ok(())
}
