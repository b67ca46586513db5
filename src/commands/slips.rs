//! `slips`: sheets of slips from the command line, for a whole campaign at once.

use std::io::Write;
use std::path::Path;

use super::{Done, Failure, open};
use crate::base::Actor;
use crate::concerns::slips::{self, Sheet};
use crate::config::Settings;

/// Draws slips, keeps their hashes and writes the sheets, which hold the codes and are shown this once.
///
/// # Errors
/// When the file is there already or cannot be made; then no slip was kept.
pub fn slips(settings: &Settings, count: u16, out: Option<&Path>) -> Done {
    if count == 0 {
        return Err(Failure::usage("--count: at least 1"));
    }
    // Made first, for its owner's eyes: sheets that cannot be written would be slips that nobody holds.
    let mut paper: Box<dyn Write> = match out {
        Some(path) => Box::new(fresh(path).map_err(|e| Failure::new(format!("--out: {}: {e}", path.display())))?),
        None => Box::new(std::io::stdout().lock()),
    };
    let site = open(settings)?;
    let (codes, stored) = slips::codes(&site.keys, &site.entropy, count.into())?;
    let printed = site.db.write_now(move |tx| slips::print_sheets(tx, &Actor::System, &stored, ""))?;
    let sheets = Sheet::all(printed.first, &codes);
    let written = paper.write_all(slips::document(&sheets)?.as_bytes()).and_then(|()| paper.flush());
    written.map_err(|e| Failure::new(format!("--out: {e}; withdraw the sheets from number {}", printed.first)))?;
    let last = printed.first + sheets.len() as i64 - 1;
    eprintln!(
        "{count} slips on sheets {} to {last}; print the file, then erase it: it holds their codes",
        printed.first
    );
    Ok(())
}

fn fresh(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
