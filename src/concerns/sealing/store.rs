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

/// Reporters' codes that were given nothing of some sealed parts yet.
pub(super) fn waiting_codes(conn: &mut Conn, of: &[SealedId]) -> Result<HashMap<SealedId, Vec<Waiting>>> {
    let given = code_envelopes::table
        .filter(code_envelopes::code_hash.eq(code_pairs::code_hash))
        .filter(code_envelopes::sealed_id.eq(word_seals::sealed_id));
    let rows: Vec<(SealedId, String, Vec<u8>)> = concern_keys::table
        .inner_join(code_pairs::table.on(code_pairs::code_hash.eq(concern_keys::code_hash)))
        .inner_join(word_seals::table.on(word_seals::concern_id.eq(concern_keys::concern_id)))
        .filter(word_seals::sealed_id.eq_any(of))
        .filter(concern_keys::holder.eq(Code::Reporter))
        .filter(diesel::dsl::not(diesel::dsl::exists(given)))
        .select((word_seals::sealed_id, code_pairs::code_hash, code_pairs::public_key))
        .load(conn)?;
    let mut found: HashMap<SealedId, Vec<Waiting>> = HashMap::new();
    for (sealed, hash, public) in rows {
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

/// What of a concern decides who reads a part of it.
#[derive(Clone, Copy, Queryable, Selectable)]
#[diesel(table_name = concerns)]
pub(super) struct Stands {
    #[diesel(column_name = id)]
    pub(super) concern: ConcernId,
    pub(super) audience: Audience,
    #[diesel(column_name = unit_id)]
    pub(super) unit: UnitId,
    pub(super) state: State,
    #[diesel(column_name = account_id)]
    pub(super) owner: Option<AccountId>,
}

/// Of one concern.
pub(super) fn stands(conn: &mut Conn, concern: ConcernId) -> Result<Stands> {
    Ok(concerns::table.find(concern).select(Stands::as_select()).first(conn)?)
}

/// Concerns of which a part lies open that only a desk or oversight reads.
#[diesel::dsl::auto_type(no_type_alias)]
fn lies_open() -> _ {
    let part: Part = Part::File;
    let protected: [Audience; 2] = [Audience::Sealed, Audience::Oversight];
    let sealed = word_seals::table.filter(word_seals::concern_id.eq(concerns::id)).filter(word_seals::part.eq(part));
    concerns::table.filter(concerns::audience.eq_any(protected)).filter(diesel::dsl::not(diesel::dsl::exists(sealed)))
}

/// Concerns of which what was told of threats lies open.
#[diesel::dsl::auto_type(no_type_alias)]
fn threats_lie_open() -> _ {
    let part: Part = Part::Threats;
    let sealed = word_seals::table.filter(word_seals::concern_id.eq(concerns::id)).filter(word_seals::part.eq(part));
    let told = checkbacks::table.inner_join(checkback_words::table).filter(checkbacks::concern_id.eq(concerns::id));
    concerns::table.filter(diesel::dsl::exists(told)).filter(diesel::dsl::not(diesel::dsl::exists(sealed)))
}

/// Those concerns, the oldest first: some, after one.
pub(super) fn open(conn: &mut Conn, part: Part, after: Option<ConcernId>, limit: i64) -> Result<Vec<Stands>> {
    let after = after.unwrap_or(ConcernId::new(i64::MIN));
    let rows = match part {
        Part::File => lies_open()
            .filter(concerns::id.gt(after))
            .order(concerns::id)
            .limit(limit)
            .select(Stands::as_select())
            .load(conn),
        Part::Threats => threats_lie_open()
            .filter(concerns::id.gt(after))
            .order(concerns::id)
            .limit(limit)
            .select(Stands::as_select())
            .load(conn),
    };
    Ok(rows?)
}

/// How many parts lie open.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn waiting(conn: &mut Conn) -> Result<i64> {
    let files: i64 = lies_open().count().get_result(conn)?;
    let threats: i64 = threats_lie_open().count().get_result(conn)?;
    Ok(files + threats)
}

/// A sealed part, and what decides who reads it.
#[derive(Queryable)]
pub(super) struct Held {
    pub(super) part: Part,
    pub(super) sealed: SealedId,
    pub(super) stands: Stands,
}

/// What a key opens for good: some, after one.
pub(super) fn held(conn: &mut Conn, mine: Holder, after: Option<SealedId>, limit: i64) -> Result<Vec<Held>> {
    let after = after.unwrap_or(SealedId::new(i64::MIN));
    let seals = word_seals::table
        .inner_join(concerns::table.on(concerns::id.eq(word_seals::concern_id)))
        .filter(word_seals::sealed_id.gt(after))
        .order(word_seals::sealed_id)
        .limit(limit)
        .select((word_seals::part, word_seals::sealed_id, Stands::as_select()));
    let rows = match mine {
        Holder::Reader(keyring) => seals
            .filter(diesel::dsl::exists(
                envelopes::table
                    .filter(envelopes::sealed_id.eq(word_seals::sealed_id).and(envelopes::keyring_id.eq(keyring)))
                    .filter(envelopes::until.is_null()),
            ))
            .load(conn),
        Holder::Papers(rescue) => seals
            .filter(diesel::dsl::exists(
                rescue_envelopes::table
                    .filter(rescue_envelopes::sealed_id.eq(word_seals::sealed_id))
                    .filter(rescue_envelopes::rescue_id.eq(rescue)),
            ))
            .load(conn),
    };
    Ok(rows?)
}

/// Some sealed parts by their ids.
pub(super) fn these(conn: &mut Conn, ids: &[SealedId]) -> Result<Vec<Held>> {
    Ok(word_seals::table
        .inner_join(concerns::table.on(concerns::id.eq(word_seals::concern_id)))
        .filter(word_seals::sealed_id.eq_any(ids))
        .order(word_seals::sealed_id)
        .select((word_seals::part, word_seals::sealed_id, Stands::as_select()))
        .load(conn)?)
}

/// The envelope by which a key opens a sealed part for good.
pub(super) fn envelope(conn: &mut Conn, sealed: SealedId, mine: Holder) -> Result<Option<Vec<u8>>> {
    let found = match mine {
        Holder::Reader(keyring) => envelopes::table
            .find((sealed, keyring))
            .filter(envelopes::until.is_null())
            .select(envelopes::envelope)
            .first(conn),
        Holder::Papers(rescue) => {
            rescue_envelopes::table.find((sealed, rescue)).select(rescue_envelopes::envelope).first(conn)
        }
    };
    Ok(found.optional()?)
}

/// Who opens each of some sealed parts for good.
pub(super) fn given(conn: &mut Conn, of: &[SealedId]) -> Result<HashMap<SealedId, HashSet<Holder>>> {
    let readers: Vec<(SealedId, KeyringId)> = envelopes::table
        .filter(envelopes::sealed_id.eq_any(of).and(envelopes::until.is_null()))
        .select((envelopes::sealed_id, envelopes::keyring_id))
        .load(conn)?;
    let papers: Vec<(SealedId, RescueKeyId)> = rescue_envelopes::table
        .filter(rescue_envelopes::sealed_id.eq_any(of))
        .select((rescue_envelopes::sealed_id, rescue_envelopes::rescue_id))
        .load(conn)?;
    let mut given: HashMap<SealedId, HashSet<Holder>> = HashMap::new();
    for (id, keyring) in readers {
        given.entry(id).or_default().insert(Holder::Reader(keyring));
    }
    for (id, rescue) in papers {
        given.entry(id).or_default().insert(Holder::Papers(rescue));
    }
    Ok(given)
}

/// Takes back what a pair was given: its holder reads this no more.
pub(super) fn take_back(tx: &mut Tx<'_>, sealed: SealedId, keyring: KeyringId) -> Result<()> {
    diesel::delete(envelopes::table.find((sealed, keyring))).execute(tx.conn)?;
    Ok(())
}
