//! `purge`: what the daily sweep does, when somebody asks for it.

use super::{Done, open, print};
use crate::config::Settings;
use crate::purge as rules;

/// Takes away what is due, or only says it.
///
/// # Errors
/// When the database refuses.
pub fn purge(settings: &Settings, dry_run: bool) -> Done {
    let site = open(settings)?;
    let counts = if dry_run { rules::look(&site.db, site.clock.now())? } else { rules::run(&site.db)? };
    print(format!("{}: {counts}", if dry_run { "would go" } else { "gone" }));
    Ok(())
}
