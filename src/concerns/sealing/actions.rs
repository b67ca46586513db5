//! Sealing a concern's words, and giving what opens them to whoever reads the file by the policy.

use std::collections::{HashMap, HashSet};

use super::{Part, store, texts};
use crate::accounts::keyring;
use crate::areas::Reference;
use crate::base::{AccountId, ConcernId, KeyringId, PartnerId, Role, Scope, SealedId, UnitId};
use crate::concerns::model::{Concern, State};
use crate::concerns::{store as concerns, texts as searched};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::policy::{Audience, ConcernFacts, SealedTo};
use crate::seal::{self, Holder, Lock, Opened, Secret, Veil, Veiled};

/// To whom a part's words are sealed: those who read it by the policy (of what is told of threats, oversight) and have a pair, and the
/// key on papers. Nobody while none of them has one, and nobody where more than those may read.
fn readers(conn: &mut Conn, facts: &ConcernFacts, part: Part) -> Result<Vec<Lock>> {
    let of_unit =
        |unit: UnitId, roles: &[Role]| roles.iter().map(|role| (*role, Scope::Unit(unit))).collect::<Vec<_>>();
    let mut locks = match (facts.audience, facts.sealed_to) {
        (Audience::Public | Audience::Private, _) if part == Part::File => Vec::new(),
        (audience, _) if part == Part::Threats || audience == Audience::Oversight => {
            keyring::custodians(conn)?.into_iter().filter_map(|one| Some(one.pair?.1)).collect()
        }
        (_, to) => {
            let mut who = match to {
                SealedTo::Desk => of_unit(facts.unit, &[Role::Officer, Role::Chief]),
                SealedTo::Chief => of_unit(facts.unit, &[Role::Chief]),
                SealedTo::Nobody => Vec::new(),
            };
            who.extend(facts.referred_to.map(|partner| (Role::Partner, Scope::Partner(partner))));
            keyring::locks_at(conn, &who)?
        }
    };
    if !locks.is_empty() {
        locks.extend(keyring::on_papers(conn)?.map(|key| key.lock));
    }
    Ok(locks)
}

/// The same; where papers open what no reader could be given, custodians keep it until one can: papers serve once.
fn readers_or_keepers(conn: &mut Conn, facts: &ConcernFacts, part: Part, mine: Holder) -> Result<Vec<Lock>> {
    let locks = readers(conn, facts, part)?;
    match mine {
        Holder::Papers(_) if locks.is_empty() => keyring::locks(conn),
        _ => Ok(locks),
    }
}

/// Whoever filed a concern with their account reads it as with its code.
fn with_owner(conn: &mut Conn, mut locks: Vec<Lock>, owner: Option<AccountId>) -> Result<Vec<Lock>> {
    if let (false, Some(owner)) = (locks.is_empty(), owner)
        && let Some((_, lock)) = keyring::pair_of(conn, owner)?
        && !locks.iter().any(|other| other.holder == lock.holder)
    {
        locks.push(lock);
    }
    Ok(locks)
}

/// The same of what a key opens; only what stands with a service is asked about.
fn facts_of(conn: &mut Conn, r: &Reference, held: &store::Held) -> Result<ConcernFacts> {
    if held.state == State::Referred {
        let concern = concerns::get(conn, held.concern)?;
        return facts(conn, r, &concern);
    }
    let (unit, audience, sealed_to) = (held.unit, held.audience, r.sealed_to(held.unit));
    Ok(ConcernFacts { unit, audience, sealed_to, committees: Vec::new(), referred_to: None })
}

fn facts(conn: &mut Conn, r: &Reference, concern: &Concern) -> Result<ConcernFacts> {
    let partner = concerns::referred_to(conn, concern)?;
    Ok(concern.facts(r, partner))
}

/// A key pair drawn for a part of a concern, and to whom its private half goes.
pub(crate) struct Fresh {
    part: Part,
    secret: Secret,
    veil: Veil,
    locks: Vec<Lock>,
}

/// Draws a pair for a part of a concern of these facts, and of whoever filed it with their account; nothing where its words need none, or where no reader could open them yet.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    facts: &ConcernFacts,
    owner: Option<AccountId>,
    part: Part,
) -> Result<Option<Fresh>> {
    let locks = readers(tx.conn, facts, part)?;
    let locks = with_owner(tx.conn, locks, owner)?;
    if locks.is_empty() {
        return Ok(None);
    }
    let secret = Secret::draw(tx.entropy);
    let veil = Veil::of(secret.public());
    Ok(Some(Fresh { part, secret, veil, locks }))
}

impl Fresh {
    /// Seals a text with it.
    ///
    /// # Errors
    /// When sealing fails.
    pub(crate) fn close(&self, tx: &Tx<'_>, text: &str) -> Result<Veiled> {
        self.veil.close(text, tx.entropy)
    }

    /// Keeps the pair for a concern that is stored, and gives it to the readers and to whoever holds its code.
    ///
    /// # Errors
    /// When sealing or the database refuses.
    pub(crate) fn keep(&self, tx: &mut Tx<'_>, concern: ConcernId) -> Result<()> {
        let sealed = keyring::store_seal(tx, &seal::seal_key(&self.secret, &self.locks, tx.entropy)?)?;
        store::insert(tx, (concern, self.part), &self.veil, sealed)?;
        let codes = store::waiting_codes(tx.conn, Some(sealed))?.remove(&sealed).unwrap_or_default();
        give_codes(tx, sealed, &self.secret, codes)
    }
}

fn give_codes(tx: &mut Tx<'_>, sealed: SealedId, secret: &Secret, codes: Vec<store::Waiting>) -> Result<()> {
    for (hash, public) in codes {
        store::give_code(tx, &hash, sealed, &secret.closed_for(&public, tx.entropy)?)?;
    }
    Ok(())
}

/// A text as it is stored with a part of a concern: sealed with the rest of it, or as it was written.
///
/// # Errors
/// When sealing or the database refuses.
pub(crate) fn close(tx: &mut Tx<'_>, concern: ConcernId, part: Part, text: &str) -> Result<Veiled> {
    match store::veil(tx.conn, concern, part)? {
        Some(veil) => veil.close(text, tx.entropy),
        None => Ok(Veiled::plain(text)),
    }
}

/// What is told of a threat, as it is stored: sealed, with all that was told before, once an overseer has a key.
///
/// # Errors
/// When sealing or the database refuses.
pub(crate) fn close_threat(tx: &mut Tx<'_>, id: ConcernId, text: &str) -> Result<Veiled> {
    if store::sealed_of(tx.conn, id, Part::Threats)?.is_none() {
        let concern = concerns::get(tx.conn, id)?;
        let (unit, audience, sealed_to) = (concern.unit_id, concern.audience, SealedTo::Nobody);
        let facts = ConcernFacts { unit, audience, sealed_to, committees: Vec::new(), referred_to: None };
        let owner = concerns::account_of(tx.conn, id)?;
        if let Some(fresh) = begin(tx, &facts, owner, Part::Threats)? {
            texts::seal_threats(tx, id, &fresh.veil)?;
            fresh.keep(tx, id)?;
        }
    }
    close(tx, id, Part::Threats, text)
}

/// Seals a part that lies open and should not; says whether it did. Nothing is sealed that no reader could open.
///
/// # Errors
/// When sealing or the database refuses.
pub(crate) fn seal_whole(tx: &mut Tx<'_>, r: &Reference, id: ConcernId, part: Part) -> Result<bool> {
    if store::sealed_of(tx.conn, id, part)?.is_some() {
        return Ok(false);
    }
    let concern = concerns::get(tx.conn, id)?;
    let facts = facts(tx.conn, r, &concern)?;
    let owner = concerns::account_of(tx.conn, id)?;
    let Some(fresh) = begin(tx, &facts, owner, part)? else { return Ok(false) };
    match part {
        Part::File => texts::seal_file(tx, id, &fresh.veil)?,
        Part::Threats => texts::seal_threats(tx, id, &fresh.veil)?,
    }
    fresh.keep(tx, id)?;
    if part == Part::File {
        searched::rebuild(tx, id)?;
    }
    Ok(true)
}

/// Files sealed, or given to others, at a time: a deed holds up the others.
const BATCH: usize = 100;
/// Files looked at for one that can be sealed by now.
const LOOKED_AT: i64 = 1_000;

/// Seals files that lie open because their readers had no key; says whether there may be more.
pub(super) fn seal_waiting(tx: &mut Tx<'_>, r: &Reference) -> Result<bool> {
    let mut done = 0;
    for (id, part) in store::open(tx.conn, LOOKED_AT)? {
        done += usize::from(seal_whole(tx, r, id, part)?);
        if done == BATCH {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Gives what a key opens to whoever reads it now and was not given it, and takes it back from who reads it no more, once somebody
/// else does. Says whether there may be more.
///
/// # Errors
/// When sealing or the database refuses.
pub(crate) fn share(tx: &mut Tx<'_>, r: &Reference, mine: Holder, secret: &Secret) -> Result<bool> {
    let held = store::held(tx.conn, mine)?;
    if held.is_empty() {
        return Ok(false);
    }
    let (given, mut codes) = (store::given(tx.conn, None)?, store::waiting_codes(tx.conn, None)?);
    let none = HashSet::new();
    let mut known: HashMap<(Part, Audience, UnitId, Option<PartnerId>), Vec<Lock>> = HashMap::new();
    let mut done = 0;
    for one in held {
        let facts = facts_of(tx.conn, r, &one)?;
        let key = (one.part, facts.audience, facts.unit, facts.referred_to);
        let locks = match known.get(&key) {
            Some(locks) => locks.clone(),
            None => known.entry(key).or_insert(readers_or_keepers(tx.conn, &facts, one.part, mine)?).clone(),
        };
        let locks = with_owner(tx.conn, locks, one.owner)?;
        let waiting = codes.remove(&one.sealed).unwrap_or_default();
        let given = given.get(&one.sealed).unwrap_or(&none);
        done += usize::from(settle_one(tx, (one.sealed, &one.envelope), secret, (&locks, given), waiting)?);
        if done == BATCH {
            return Ok(true);
        }
    }
    Ok(false)
}

/// One part: says whether anything was to do.
fn settle_one(
    tx: &mut Tx<'_>,
    (sealed, envelope): (SealedId, &[u8]),
    secret: &Secret,
    (locks, given): (&[Lock], &HashSet<Holder>),
    waiting: Vec<store::Waiting>,
) -> Result<bool> {
    let lacking: Vec<&Lock> = locks.iter().filter(|lock| !given.contains(&lock.holder)).collect();
    let reads = |holder: &Holder| locks.iter().any(|lock| lock.holder == *holder);
    // Papers are taken out of force whole; their envelopes go then.
    let left = |holder: &Holder| match holder {
        Holder::Reader(keyring) if !locks.is_empty() && !reads(holder) => Some(*keyring),
        _ => None,
    };
    let stale: Vec<KeyringId> = given.iter().filter_map(left).collect();
    if lacking.is_empty() && stale.is_empty() && waiting.is_empty() {
        return Ok(false);
    }
    for lock in lacking {
        keyring::give(tx, sealed, lock.holder, &seal::again(envelope, secret, lock, tx.entropy)?)?;
    }
    if !waiting.is_empty() {
        let (_, body) = keyring::body(tx.conn, sealed)?;
        give_codes(tx, sealed, &seal::open_key(&body, envelope, secret)?, waiting)?;
    }
    for keyring in stale {
        store::take_back(tx, sealed, keyring)?;
    }
    Ok(true)
}

/// Gives one file to those who read it since a deed: a service that was asked, oversight. Whoever does the deed must have their key
/// at hand; else the next of its readers who signs in does it.
///
/// # Errors
/// When sealing or the database refuses.
pub(crate) fn pass_on(tx: &mut Tx<'_>, r: &Reference, id: ConcernId, key: Option<&Opened>) -> Result<()> {
    let (Some(key), Some(sealed)) = (key, store::sealed_of(tx.conn, id, Part::File)?) else { return Ok(()) };
    let Some((_, envelope)) = keyring::sealed_for(tx.conn, sealed, key.keyring, tx.now)? else { return Ok(()) };
    let concern = concerns::get(tx.conn, id)?;
    let facts = facts(tx.conn, r, &concern)?;
    let locks = readers(tx.conn, &facts, Part::File)?;
    let owner = concerns::account_of(tx.conn, id)?;
    let locks = with_owner(tx.conn, locks, owner)?;
    let given = store::given(tx.conn, Some(sealed))?.remove(&sealed).unwrap_or_default();
    let waiting = store::waiting_codes(tx.conn, Some(sealed))?.remove(&sealed).unwrap_or_default();
    settle_one(tx, (sealed, &envelope), &key.secret, (&locks, &given), waiting)?;
    Ok(())
}
