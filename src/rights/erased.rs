//! The list of what is gone for good, in a file beside the instance's secret: granted erasures, ended roles, disabled accounts. A
//! backup of before knows nothing of them; with the list they are done again on what is restored ([`super::replay()`]). A line is an
//! instant, what it was and an id that says nothing elsewhere: no name, no number of a telephone, no word of anybody.
//!
//! The file only grows, and after the deed: a line about what was not done would take somebody's words. What a node did not write
//! down, because it stopped between the two or because a neighbour did the deed, it writes with its next sweep, out of the database.

use std::collections::BTreeSet;
use std::fmt;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use diesel::prelude::*;

use super::model::{State, Wish};
use crate::base::{AccountId, ConcernId, Id, MembershipId, Time, named};
use crate::db::Conn;
use crate::db::schema::{accounts, memberships, rights_requests};
use crate::error::{Error, Result};
use crate::web::Site;

named! {
    /// What is gone.
    pub enum What {
        /// The words of a concern.
        Concern = "concern",
        /// The person of an account.
        Account = "account",
        /// A role of somebody.
        Role = "role",
        /// The way into an account.
        Disabled = "disabled",
    }
}

/// One line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Gone {
    /// When.
    pub(super) at: Time,
    /// What.
    pub(super) what: What,
    /// Which one.
    pub(super) id: Id<()>,
}

impl Gone {
    fn parse(line: &str) -> Option<Gone> {
        let mut parts = line.split_whitespace();
        let (at, what, id) = (parts.next()?, parts.next()?, parts.next()?);
        match parts.next() {
            None => Some(Gone { at: Time::parse(at)?, what: What::parse(what)?, id: id.parse().ok()? }),
            Some(_) => None,
        }
    }
}

impl fmt::Display for Gone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.at.rfc3339(), self.what, self.id)
    }
}

/// The list, the oldest line first, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List(BTreeSet<Gone>);

impl List {
    /// Reads a text. Beside the list, the number of the first line that is none.
    pub fn parse(text: &str) -> (List, Option<usize>) {
        let (mut all, mut bad) = (BTreeSet::new(), None);
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            match Gone::parse(line) {
                Some(gone) => {
                    all.insert(gone);
                }
                None => bad = bad.or(Some(at + 1)),
            }
        }
        (List(all), bad)
    }

    /// Reads a file that somebody brought: every line of it must be one.
    ///
    /// # Errors
    /// A sentence that names the file.
    pub fn brought(file: &Path) -> std::result::Result<List, String> {
        let text = std::fs::read_to_string(file).map_err(|e| format!("cannot read {}: {e}", file.display()))?;
        match List::parse(&text) {
            (list, None) => Ok(list),
            (_, Some(line)) => Err(format!("{}: line {line} is none of a list of what was erased", file.display())),
        }
    }

    /// This one and another.
    #[must_use]
    pub fn with(mut self, other: List) -> List {
        self.0.extend(other.0);
        self
    }

    /// As it stands in the file.
    pub fn text(&self) -> String {
        self.0.iter().map(|gone| format!("{gone}\n")).collect()
    }

    /// Its lines.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Gone> {
        self.0.iter()
    }

    /// How many lines it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when nothing is gone.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What the database knows to be gone.
///
/// # Errors
/// When it cannot be read.
pub fn known(conn: &mut Conn) -> Result<List> {
    type Granted = (Option<ConcernId>, Option<AccountId>, Option<Time>);
    let mut all = BTreeSet::new();
    let mut add = |at: Option<Time>, what, raw: i64| all.extend(at.map(|at| Gone { at, what, id: Id::new(raw) }));
    let granted: Vec<Granted> = rights_requests::table
        .filter(rights_requests::state.eq(State::Granted).and(rights_requests::kind.eq(Wish::Erasure)))
        .select((rights_requests::concern_id, rights_requests::account_id, rights_requests::answered_at))
        .load(conn)?;
    for (concern, account, at) in granted {
        match (concern, account) {
            (Some(id), _) => add(at, What::Concern, id.raw()),
            (None, Some(id)) => add(at, What::Account, id.raw()),
            (None, None) => {}
        }
    }
    let ended: Vec<(MembershipId, Option<Time>)> = memberships::table
        .filter(memberships::ended_at.is_not_null())
        .select((memberships::id, memberships::ended_at))
        .load(conn)?;
    for (id, at) in ended {
        add(at, What::Role, id.raw());
    }
    let disabled: Vec<(AccountId, Option<Time>)> = accounts::table
        .filter(accounts::disabled_at.is_not_null())
        .select((accounts::id, accounts::disabled_at))
        .load(conn)?;
    for (id, at) in disabled {
        add(at, What::Disabled, id.raw());
    }
    Ok(List(all))
}

/// The file of this node.
#[derive(Debug, Clone)]
pub struct Beside(PathBuf);

impl Beside {
    /// This file.
    pub fn at(file: &Path) -> Beside {
        Beside(file.to_path_buf())
    }

    /// What it holds; nothing while there is none. A line that a power cut left unfinished is passed over: the database
    /// still knows it, and it is written anew.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn read(&self) -> io::Result<List> {
        match std::fs::read_to_string(&self.0) {
            Ok(text) => Ok(List::parse(&text).0),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(List::default()),
            Err(e) => Err(e),
        }
    }

    /// Adds what it lacks; how many lines that was. They outlive a power cut.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn add(&self, list: &List) -> io::Result<usize> {
        let here = self.read()?;
        let new = List(list.0.difference(&here.0).copied().collect());
        if new.is_empty() {
            return Ok(0);
        }
        let mut file = File::options().create(true).read(true).append(true).mode(0o600).open(&self.0)?;
        let mut text = new.text();
        if !ends_whole(&mut file)? {
            text.insert(0, '\n');
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        Ok(new.len())
    }
}

/// True for a file that is empty, or whose last line is finished.
fn ends_whole(file: &mut File) -> io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(true);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

/// Brings this node's file up to what the database knows. The deeds stand whatever becomes of it: what goes wrong is told in the
/// log, and tried again with the next sweep.
pub(crate) async fn note(site: &Site) {
    match bring_up(site).await {
        Ok(lines) => tracing::debug!(lines, "what is gone is written down"),
        Err(error) => tracing::error!(%error, "what is gone could not be written down beside the secret"),
    }
}

async fn bring_up(site: &Site) -> Result<usize> {
    let beside = Beside::at(&site.settings.erased);
    let known = site.db.read(known).await?;
    let added = actix_web::web::block(move || beside.add(&known)).await.map_err(Error::internal)?;
    added.map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gone(seconds: i64, what: What, id: i64) -> Gone {
        Gone { at: Time(1_795_000_000 + seconds), what, id: Id::new(id) }
    }

    #[test]
    fn a_line_survives_its_text_and_nothing_else_is_one() {
        for what in What::ALL {
            let line = gone(7, *what, 0x0123_4567_89ab_cdef);
            assert_eq!(Gone::parse(&line.to_string()), Some(line));
        }
        for text in ["", "concern", "2026-11-24T10:00:00Z king 01", "2026-11-24T10:00:00Z concern 0", "x concern y z"] {
            assert_eq!(Gone::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_file_grows_by_what_it_lacks_and_mends_a_line_that_was_cut() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("erased");
        let beside = Beside::at(&file);
        let (one, two) = (gone(0, What::Concern, 5), gone(1, What::Account, 6));
        assert_eq!(beside.add(&List::default()).expect("nothing to write"), 0);
        assert!(!file.exists());
        assert_eq!(beside.add(&List([one].into())).expect("it is written"), 1);
        std::fs::write(&file, format!("{one}\n2026-11-24T1")).expect("a power cut");
        assert!(List::brought(&file).is_err_and(|e| e.contains("line 2")));
        assert_eq!(beside.add(&List([one, two].into())).expect("it is written"), 1);
        assert_eq!(beside.add(&List([one, two].into())).expect("nothing to write"), 0);
        assert_eq!(beside.read().expect("it is read"), List([one, two].into()));
    }
}
