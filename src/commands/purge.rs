//! `purge`: what the daily sweep does, when somebody asks for it.

use super::{Done, config, look, open, print};
use crate::base::Clock;
use crate::config::Settings;
use crate::purge as rules;

/// Takes away what is due; or only says it, and then makes, migrates and writes nothing.
///
/// # Errors
/// When the database does not answer or refuses; a dry run also when it is of an earlier version.
pub fn purge(settings: &Settings, dry_run: bool) -> Done {
    if dry_run {
        let config = config(settings)?;
        let counts = rules::look(&mut look(&config)?, Clock::system().now(), config.web.sound_days)?;
        print(format!("would go: {counts}"));
        return Ok(());
    }
    let site = open(settings)?;
    print(format!("gone: {}", rules::run(&site.db, site.settings.sound_days)?));
    Ok(())
}
