//! Giving what opens a concern's words to whoever reads its file by the policy, and taking it back from who reads it no more. With a
//! reader's first page what is to do is looked for among reads; the one writer does that and no more.

use super::actions::{give_codes, seal_whole};
use super::readers::{Readers, Where};
use super::{Part, store};
use crate::accounts::keyring;
use crate::areas::Reference;
use crate::base::{ConcernId, KeyringId, SealedId};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::seal::{self, Holder, Lock, Opened, Secret};

/// Files sealed, or given to others, at a time: a deed holds up the others.
const BATCH: usize = 100;
/// Files looked at with one question.
const LOOKED_AT: i64 = 500;

/// What a key can do for the other readers.
pub(super) struct Errands {
    /// Parts that lie open, and that a reader could open by now.
    open: Vec<(ConcernId, Part)>,
    /// Parts that this key opens, and that somebody lacks or should not have.
    held: Vec<SealedId>,
}

impl Errands {
    /// Looks for them, so many at a time.
    pub(super) fn of(conn: &mut Conn, r: &Reference, mine: Holder) -> Result<Errands> {
        Ok(Errands { open: sealable(conn, r)?, held: to_settle(conn, r, mine)? })
    }

    /// True when there is nothing to do.
    pub(super) fn are_none(&self) -> bool {
        self.open.is_empty() && self.held.is_empty()
    }

    /// Does them; says whether there may be more.
    pub(super) fn run(&self, tx: &mut Tx<'_>, r: &Reference, mine: Holder, secret: &Secret) -> Result<bool> {
        for (id, part) in &self.open {
            seal_whole(tx, r, *id, *part)?;
        }
        give(tx, r, mine, secret, &self.held)?;
        Ok(self.open.len() >= BATCH || self.held.len() >= BATCH)
    }
}

/// Parts that lie open because their readers had no key, and can be sealed by now.
fn sealable(conn: &mut Conn, r: &Reference) -> Result<Vec<(ConcernId, Part)>> {
    let (mut readers, mut found) = (Readers::by(r), Vec::new());
    for part in Part::ALL {
        let mut last = None;
        loop {
            let open = store::open(conn, *part, last, LOOKED_AT)?;
            let Some(end) = open.last() else { break };
            last = Some(end.concern);
            for stands in open {
                let at = Where::of(conn, r, *part, &stands)?;
                if !readers.of(conn, at, stands.owner)?.is_empty() {
                    found.push((stands.concern, *part));
                }
                if found.len() == BATCH {
                    return Ok(found);
                }
            }
        }
    }
    Ok(found)
}

/// Who lacks what opens a part, and who has it and should not.
struct Due {
    sealed: SealedId,
    lacking: Vec<Lock>,
    stale: Vec<KeyringId>,
    codes: Vec<store::Waiting>,
}

/// What is due of some sealed parts; nothing of one where all is as it should be.
fn due(conn: &mut Conn, readers: &mut Readers<'_>, some: Vec<store::Held>) -> Result<Vec<Due>> {
    let ids: Vec<SealedId> = some.iter().map(|one| one.sealed).collect();
    let (mut given, mut codes) = (store::given(conn, &ids)?, store::waiting_codes(conn, &ids)?);
    let mut all = Vec::new();
    for store::Held { part, sealed, stands } in some {
        let at = Where::of(conn, readers.r, part, &stands)?;
        let locks = readers.of(conn, at, stands.owner)?;
        let given = given.remove(&sealed).unwrap_or_default();
        let codes = codes.remove(&sealed).unwrap_or_default();
        // Nobody loses it before somebody else reads it. Papers are taken out of force whole; their envelopes go then.
        let left = |holder: &Holder| match holder {
            Holder::Reader(keyring) if locks.iter().all(|lock| lock.holder != *holder) => Some(*keyring),
            _ => None,
        };
        let stale: Vec<KeyringId> = if locks.is_empty() { Vec::new() } else { given.iter().filter_map(left).collect() };
        let lacking: Vec<Lock> = locks.iter().filter(|lock| !given.contains(&lock.holder)).cloned().collect();
        if !(lacking.is_empty() && stale.is_empty() && codes.is_empty()) {
            all.push(Due { sealed, lacking, stale, codes });
        }
    }
    Ok(all)
}

/// Parts that a key opens, of which something is due.
fn to_settle(conn: &mut Conn, r: &Reference, mine: Holder) -> Result<Vec<SealedId>> {
    let (mut readers, mut found, mut last) = (Readers::after(r, mine), Vec::new(), None);
    loop {
        let some = store::held(conn, mine, last, LOOKED_AT)?;
        let Some(end) = some.last() else { return Ok(found) };
        last = Some(end.sealed);
        found.extend(due(conn, &mut readers, some)?.into_iter().map(|due| due.sealed));
        if found.len() >= BATCH {
            found.truncate(BATCH);
            return Ok(found);
        }
    }
}

/// Gives what a key opens of some parts to whoever lacks it, and takes it back from who should not have it.
fn give(tx: &mut Tx<'_>, r: &Reference, mine: Holder, secret: &Secret, ids: &[SealedId]) -> Result<()> {
    let some = store::these(tx.conn, ids)?;
    for due in due(tx.conn, &mut Readers::after(r, mine), some)? {
        let Some(envelope) = store::envelope(tx.conn, due.sealed, mine)? else { continue };
        for lock in &due.lacking {
            keyring::give(tx, due.sealed, lock.holder, &seal::again(&envelope, secret, lock, tx.entropy)?)?;
        }
        if !due.codes.is_empty() {
            let (_, body) = keyring::body(tx.conn, due.sealed)?;
            give_codes(tx, due.sealed, &seal::open_key(&body, &envelope, secret)?, due.codes)?;
        }
        for keyring in due.stale {
            store::take_back(tx, due.sealed, keyring)?;
        }
    }
    Ok(())
}

/// Gives what a key opens to whoever reads it now and was not given it, and takes it back from who reads it no more. Says whether there
/// may be more.
///
/// # Errors
/// When sealing or the database refuses.
pub(crate) fn share(tx: &mut Tx<'_>, r: &Reference, mine: Holder, secret: &Secret) -> Result<bool> {
    let ids = to_settle(tx.conn, r, mine)?;
    give(tx, r, mine, secret, &ids)?;
    Ok(ids.len() == BATCH)
}

/// Gives one file to those who read it since a deed: a service that was asked, oversight. Whoever does the deed must have their key
/// at hand; else the next of its readers who signs in does it.
///
/// # Errors
/// When sealing or the database refuses.
pub(crate) fn pass_on(tx: &mut Tx<'_>, r: &Reference, id: ConcernId, key: Option<&Opened>) -> Result<()> {
    let (Some(key), Some(sealed)) = (key, store::sealed_of(tx.conn, id, Part::File)?) else { return Ok(()) };
    give(tx, r, Holder::Reader(key.keyring), &key.secret, &[sealed])
}
