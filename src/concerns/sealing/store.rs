//! Concerns' key pairs and who was given what of them, in the database. SQL only.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::{Part, StoredCode};
use crate::base::{AccountId, ConcernId, KeyringId, RescueKeyId, SealedId, UnitId};
use crate::concerns::model::State;
use crate::db::schema::{
    checkback_words, checkbacks, code_envelopes, code_pairs, concern_keys, concerns, envelopes, rescue_envelopes,
    word_seals,
};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::policy::{Audience, Holder as Code};
use crate::seal::{Holder, Veil};

/// What a part's texts are sealed with; nothing of one that is not sealed.
pub(super) fn veil(conn: &mut Conn, concern: ConcernId, part: Part) -> Result<Option<Veil>> {
    let public: Option<Vec<u8>> = of(concern, part).select(word_seals::public_key).first(conn).optional()?;
    Ok(public.map(Veil::of))
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of(concern: ConcernId, part: Part) -> _ {
    let concern: ConcernId = concern;
    let part: Part = part;
    word_seals::table.filter(word_seals::concern_id.eq(concern).and(word_seals::part.eq(part)))
}

/// The sealed thing that holds what opens them.
pub(super) fn sealed_of(conn: &mut Conn, concern: ConcernId, part: Part) -> Result<Option<SealedId>> {
    Ok(of(concern, part).select(word_seals::sealed_id).first(conn).optional()?)
}

/// Keeps a part's pair.
pub(super) fn insert(tx: &mut Tx<'_>, (concern, part): (ConcernId, Part), veil: &Veil, sealed: SealedId) -> Result<()> {
    diesel::insert_into(word_seals::table)
        .values((
            word_seals::sealed_id.eq(sealed),
            word_seals::concern_id.eq(concern),
            word_seals::part.eq(part),
            word_seals::public_key.eq(veil.public()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Keeps a code's pair.
pub(super) fn insert_pair(tx: &mut Tx<'_>, code: &StoredCode) -> Result<()> {
    // A code typed twice at once has its pair by now.
    if salt_of(tx.conn, &code.hash)?.is_none() {
        diesel::insert_into(code_pairs::table)
            .values((
                code_pairs::code_hash.eq(&code.hash),
                code_pairs::salt.eq(&code.salt),
                code_pairs::public_key.eq(&code.public),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Takes a code's pair away, and gives it.
pub(super) fn take_pair(tx: &mut Tx<'_>, code_hash: &str) -> Result<Option<StoredCode>> {
    let kept = code_pairs::table.find(code_hash).select((code_pairs::salt, code_pairs::public_key));
    let row: Option<(Vec<u8>, Vec<u8>)> = kept.first(tx.conn).optional()?;
    diesel::delete(code_pairs::table.find(code_hash)).execute(tx.conn)?;
    Ok(row.map(|(salt, public)| StoredCode { hash: code_hash.to_owned(), salt, public }))
}

/// What a code's pair is made by.
pub(super) fn salt_of(conn: &mut Conn, code_hash: &str) -> Result<Option<Vec<u8>>> {
    Ok(code_pairs::table.find(code_hash).select(code_pairs::salt).first(conn).optional()?)
}

/// A code's envelope of a part, once it has one.
pub(super) fn code_envelope(conn: &mut Conn, code_hash: &str, sealed: SealedId) -> Result<Option<Vec<u8>>> {
    let there = code_envelopes::table.find((code_hash, sealed)).select(code_envelopes::envelope);
    Ok(there.first(conn).optional()?)
}

/// A code's stored form and its pair's public half.
pub(super) type Waiting = (String, Vec<u8>);

/// Reporters' codes that were given nothing of a sealed part yet: of one sealed thing, or of all.
pub(super) fn waiting_codes(conn: &mut Conn, of: Option<SealedId>) -> Result<HashMap<SealedId, Vec<Waiting>>> {
    let given = code_envelopes::table
        .filter(code_envelopes::code_hash.eq(code_pairs::code_hash))
        .filter(code_envelopes::sealed_id.eq(word_seals::sealed_id));
    let mut query = concern_keys::table
        .inner_join(code_pairs::table.on(code_pairs::code_hash.eq(concern_keys::code_hash)))
        .inner_join(word_seals::table.on(word_seals::concern_id.eq(concern_keys::concern_id)))
        .filter(concern_keys::holder.eq(Code::Reporter))
        .filter(diesel::dsl::not(diesel::dsl::exists(given)))
        .select((word_seals::sealed_id, code_pairs::code_hash, code_pairs::public_key))
        .into_boxed();
    if let Some(sealed) = of {
        query = query.filter(word_seals::sealed_id.eq(sealed));
    }
    let mut found: HashMap<SealedId, Vec<Waiting>> = HashMap::new();
    for (sealed, hash, public) in query.load::<(SealedId, String, Vec<u8>)>(conn)? {
        found.entry(sealed).or_default().push((hash, public));
    }
    Ok(found)
}

/// Gives a code its envelope.
pub(super) fn give_code(tx: &mut Tx<'_>, code_hash: &str, sealed: SealedId, envelope: &[u8]) -> Result<()> {
    diesel::insert_into(code_envelopes::table)
        .values((
            code_envelopes::code_hash.eq(code_hash),
            code_envelopes::sealed_id.eq(sealed),
            code_envelopes::envelope.eq(envelope),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Parts that only a desk or oversight reads and that lie open, the oldest first.
pub(super) fn open(conn: &mut Conn, limit: i64) -> Result<Vec<(ConcernId, Part)>> {
    let sealed =
        |part: Part| word_seals::table.filter(word_seals::concern_id.eq(concerns::id).and(word_seals::part.eq(part)));
    let files: Vec<ConcernId> = concerns::table
        .filter(concerns::audience.eq_any([Audience::Sealed, Audience::Oversight]))
        .filter(diesel::dsl::not(diesel::dsl::exists(sealed(Part::File))))
        .order(concerns::id)
        .limit(limit)
        .select(concerns::id)
        .load(conn)?;
    let told = checkbacks::table.inner_join(checkback_words::table).filter(checkbacks::concern_id.eq(concerns::id));
    let threats: Vec<ConcernId> = concerns::table
        .filter(diesel::dsl::exists(told))
        .filter(diesel::dsl::not(diesel::dsl::exists(sealed(Part::Threats))))
        .order(concerns::id)
        .limit(limit)
        .select(concerns::id)
        .load(conn)?;
    let parts = |ids: Vec<ConcernId>, part: Part| ids.into_iter().map(move |id| (id, part));
    Ok(parts(files, Part::File).chain(parts(threats, Part::Threats)).collect())
}

/// How many lie open.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn waiting(conn: &mut Conn) -> Result<usize> {
    Ok(open(conn, i64::MAX)?.len())
}

/// A sealed part, the envelope by which somebody opens it, and what decides who else reads it.
#[derive(Queryable)]
pub(super) struct Held {
    pub(super) concern: ConcernId,
    pub(super) part: Part,
    pub(super) sealed: SealedId,
    pub(super) envelope: Vec<u8>,
    pub(super) audience: Audience,
    pub(super) unit: UnitId,
    pub(super) state: State,
    pub(super) owner: Option<AccountId>,
}

/// All that a key opens for good, in one question: a desk may hold thousands.
pub(super) fn held(conn: &mut Conn, mine: Holder) -> Result<Vec<Held>> {
    let seals = word_seals::table.inner_join(concerns::table.on(concerns::id.eq(word_seals::concern_id)));
    let of = (word_seals::concern_id, word_seals::part, word_seals::sealed_id);
    Ok(match mine {
        Holder::Reader(keyring) => seals
            .inner_join(envelopes::table.on(envelopes::sealed_id.eq(word_seals::sealed_id)))
            .filter(envelopes::keyring_id.eq(keyring).and(envelopes::until.is_null()))
            .order(word_seals::concern_id)
            .select((
                of.0,
                of.1,
                of.2,
                envelopes::envelope,
                concerns::audience,
                concerns::unit_id,
                concerns::state,
                concerns::account_id,
            ))
            .load(conn)?,
        Holder::Papers(rescue) => seals
            .inner_join(rescue_envelopes::table.on(rescue_envelopes::sealed_id.eq(word_seals::sealed_id)))
            .filter(rescue_envelopes::rescue_id.eq(rescue))
            .order(word_seals::concern_id)
            .select((
                of.0,
                of.1,
                of.2,
                rescue_envelopes::envelope,
                concerns::audience,
                concerns::unit_id,
                concerns::state,
                concerns::account_id,
            ))
            .load(conn)?,
    })
}

/// Who opens each of them for good: of one sealed thing, or of all.
pub(super) fn given(conn: &mut Conn, of: Option<SealedId>) -> Result<HashMap<SealedId, HashSet<Holder>>> {
    let mut readers = word_seals::table
        .inner_join(envelopes::table.on(envelopes::sealed_id.eq(word_seals::sealed_id)))
        .filter(envelopes::until.is_null())
        .select((word_seals::sealed_id, envelopes::keyring_id))
        .into_boxed();
    let mut papers = word_seals::table
        .inner_join(rescue_envelopes::table.on(rescue_envelopes::sealed_id.eq(word_seals::sealed_id)))
        .select((word_seals::sealed_id, rescue_envelopes::rescue_id))
        .into_boxed();
    if let Some(id) = of {
        readers = readers.filter(word_seals::sealed_id.eq(id));
        papers = papers.filter(word_seals::sealed_id.eq(id));
    }
    let mut given: HashMap<SealedId, HashSet<Holder>> = HashMap::new();
    for (id, keyring) in readers.load::<(SealedId, KeyringId)>(conn)? {
        given.entry(id).or_default().insert(Holder::Reader(keyring));
    }
    for (id, rescue) in papers.load::<(SealedId, RescueKeyId)>(conn)? {
        given.entry(id).or_default().insert(Holder::Papers(rescue));
    }
    Ok(given)
}

/// Takes back what a pair was given: its holder reads this no more.
pub(super) fn take_back(tx: &mut Tx<'_>, sealed: SealedId, keyring: KeyringId) -> Result<()> {
    diesel::delete(envelopes::table.find((sealed, keyring))).execute(tx.conn)?;
    Ok(())
}
