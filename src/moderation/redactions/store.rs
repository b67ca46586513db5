//! Redactions and their sealed originals, read and written.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::{Original, Redaction, latest};
use crate::accounts::keyring;
use crate::base::{AccountId, Actor, CommitteeId, MediumId, PostId, RedactionId, SealedId, Time};
use crate::db::schema::{posts, redactions};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::moderation::decisions;
use crate::moderation::model::ActKind;
use crate::moderation::store::note;
use crate::moderation::target::{Target, TargetKind};
use crate::seal::{self, Kind};
use crate::{ledger, web};

/// Seals what stood there to overseers, and notes in the log that a part is black: why, never what. Overwriting it is the
/// caller's, in the same deed; who permits it, too.
///
/// # Errors
/// No overseer has a key: then nothing could be kept, and hiding is what remains.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    actor: &Actor,
    target: Target,
    committee: CommitteeId,
    medium: Option<MediumId>,
    original: &Original,
    reason: &str,
) -> Result<()> {
    let account = actor.account().ok_or(Error::SignIn)?;
    let locks = keyring::locks(tx.conn)?;
    if locks.is_empty() {
        return Err(Error::Refused(Refusal::NobodyKeeps));
    }
    let plain = zeroize::Zeroizing::new(serde_json::to_string(original).map_err(Error::internal)?);
    let sealed = keyring::store_seal(tx, &seal::seal(Kind::Original, &plain, &locks, tx.entropy)?)?;
    let id: RedactionId = tx.id();
    diesel::insert_into(redactions::table)
        .values((
            redactions::id.eq(id),
            redactions::target_kind.eq(target.kind),
            redactions::target_id.eq(target.id),
            redactions::committee_id.eq(committee),
            redactions::medium_id.eq(medium),
            redactions::sealed_id.eq(sealed),
            redactions::account_id.eq(account),
            redactions::reason.eq(reason),
            redactions::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    let kind = if medium.is_some() { "photo" } else { target.kind.as_str() };
    note(tx, Some(committee), ActKind::Redact, kind, reason)?;
    decisions::record(tx, actor, target, committee, ActKind::Redact, reason, None)?;
    ledger::record(tx, actor, "redaction.make", format_args!("redaction {id}"), kind)
}

/// What was blacked out of a thing, newest first.
pub(crate) fn of(conn: &mut Conn, target: Target) -> Result<Vec<Redaction>> {
    Ok(redactions::table
        .filter(redactions::target_kind.eq(target.kind).and(redactions::target_id.eq(target.id)))
        .order((redactions::at.desc(), redactions::id.desc()))
        .limit(50)
        .select(Redaction::as_select())
        .load(conn)?)
}

/// The messages of an account that have a part blacked out, the newest first.
pub(crate) fn posts_of(conn: &mut Conn, account: AccountId) -> Result<Vec<PostId>> {
    Ok(redactions::table
        .inner_join(posts::table.on(posts::id.eq(redactions::target_id)))
        .filter(redactions::target_kind.eq(TargetKind::Post).and(posts::account_id.eq(account)))
        .order((redactions::at.desc(), redactions::id.desc()))
        .limit(20)
        .select(posts::id)
        .load(conn)?)
}

/// Why parts of these messages are black.
pub(crate) fn reasons(conn: &mut Conn, posts: &[PostId]) -> Result<HashMap<PostId, String>> {
    if posts.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<i64> = posts.iter().map(|id| id.raw()).collect();
    let all: Vec<Redaction> = redactions::table
        .filter(redactions::target_kind.eq(TargetKind::Post).and(redactions::target_id.eq_any(&ids)))
        .select(Redaction::as_select())
        .load(conn)?;
    let of = |id: &PostId| {
        let own: Vec<Redaction> = all.iter().filter(|one| one.target_id == id.raw()).cloned().collect();
        latest(&own).map(|one| (*id, one.reason.clone()))
    };
    Ok(posts.iter().filter_map(of).collect())
}

/// True when a part of the photo that is shown is black.
pub(crate) fn is_masked(conn: &mut Conn, medium: MediumId) -> Result<bool> {
    let black = redactions::table.filter(redactions::medium_id.eq(medium));
    Ok(diesel::select(diesel::dsl::exists(black)).get_result(conn)?)
}

/// A page of them, newest first.
pub(super) fn page(conn: &mut Conn, after: Option<web::Cursor>) -> Result<web::Slice<Redaction>> {
    let mut query = redactions::table
        .order((redactions::at.desc(), redactions::id.desc()))
        .limit(web::Slice::<Redaction>::LIMIT)
        .select(Redaction::as_select())
        .into_boxed();
    if let Some(c) = after {
        let (at, id) = (Time(c.key), RedactionId::new(c.id));
        query = query.filter(redactions::at.lt(at).or(redactions::at.eq(at).and(redactions::id.lt(id))));
    }
    Ok(web::Slice::cut(query.load(conn)?, |one| web::Cursor { key: one.at.0, id: one.id.raw() }))
}

/// One; it must be there.
pub(super) fn get(conn: &mut Conn, id: RedactionId) -> Result<Redaction> {
    redactions::table.find(id).select(Redaction::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// Redactions made before an instant whose original is still there.
pub(crate) fn due(conn: &mut Conn, before: Time, limit: i64) -> Result<Vec<RedactionId>> {
    Ok(redactions::table
        .filter(redactions::sealed_id.is_not_null().and(redactions::at.lt(before)))
        .order((redactions::at, redactions::id))
        .limit(limit)
        .select(redactions::id)
        .load(conn)?)
}

/// Erases originals; the rows and their openings stay.
pub(crate) fn erase(tx: &mut Tx<'_>, ids: &[RedactionId]) -> Result<()> {
    for id in ids {
        let Some(sealed) = get(tx.conn, *id)?.sealed_id else { continue };
        diesel::update(redactions::table.find(*id))
            .set((redactions::sealed_id.eq(None::<SealedId>), redactions::erased_at.eq(tx.now)))
            .execute(tx.conn)?;
        keyring::erase_seal(tx, sealed)?;
    }
    Ok(())
}

/// Erases the originals of a thing whose words its writer took back.
pub(crate) fn erase_of(tx: &mut Tx<'_>, target: Target) -> Result<()> {
    let ids: Vec<RedactionId> = of(tx.conn, target)?.iter().map(|one| one.id).collect();
    erase(tx, &ids)
}
