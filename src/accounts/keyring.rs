//! Key pairs of those who may open sealed things: made when the password is at hand, wrapped under it, opened by it. Rows and the
//! two moments at which a password meets them: signing in, and changing it.

use diesel::prelude::*;

use super::model::normal;
use super::{actions, password, store};
use crate::base::{AccountId, Entropy, KeyringId, RescueKeyId, Role, SealedId, Time};
use crate::db::schema::{accounts, envelopes, keyrings, memberships, rescue_envelopes, rescue_keys, sealed};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::i18n::L;
use crate::seal::{Holder, Lock, Opened, Seal, Secret, Wrapped};
use crate::web::{Cx, Form, actor_of};

/// Roles that may be given something sealed: custodians of identities, and those they may grant an opening to.
const HOLDERS: [Role; 3] = [Role::Overseer, Role::Officer, Role::Chief];

/// Somebody who may hold a key pair, and the one that is theirs now.
#[derive(Debug, Clone)]
pub(super) struct Ring(Option<Pair>);

#[derive(Debug, Clone)]
struct Pair {
    id: KeyringId,
    public: Vec<u8>,
    stored: Wrapped,
}

/// A key pair as it is to be stored: a new one, or one that is there, wrapped anew.
#[derive(Debug, Clone)]
pub(super) struct Change {
    keeps: Option<KeyringId>,
    public: Vec<u8>,
    stored: Wrapped,
    /// Its private half.
    pub(super) secret: Secret,
}

impl Ring {
    /// What a change of password does to the pair. One that the old password does not open is replaced.
    pub(super) fn change(&self, old: &str, new: &str, entropy: &Entropy) -> Result<Change> {
        let kept = match &self.0 {
            Some(pair) => Secret::unwrap(&pair.stored, &pair.public, &normal(old))?.map(|secret| (pair.id, secret)),
            None => None,
        };
        let (keeps, secret) = kept.map_or_else(|| (None, Secret::draw(entropy)), |(id, secret)| (Some(id), secret));
        Ok(Change { keeps, public: secret.public(), stored: secret.wrap(&normal(new), entropy)?, secret })
    }
}

/// A fresh pair under a password: for the sample, whose people never signed in.
///
/// # Errors
/// As hashing a password.
pub(crate) fn draw(tx: &mut Tx<'_>, id: AccountId, password: &str) -> Result<Opened> {
    let change = Ring(None).change("", password, tx.entropy)?;
    Ok(Opened { keyring: actions::make_key(tx, id, &change)?, secret: change.secret })
}

/// A pair as it is stored: id, public key, salt, wrapped private key.
type Row = (KeyringId, Vec<u8>, Vec<u8>, Vec<u8>);

/// The pair of an account that may hold one; `None` for everybody else.
pub(super) fn of_holder(conn: &mut Conn, id: AccountId) -> Result<Option<Ring>> {
    if !HOLDERS.iter().any(|role| actor_of(conn, id).is_ok_and(|actor| actor.holds(*role))) {
        return Ok(None);
    }
    let row: Option<Row> = keyrings::table
        .filter(keyrings::account_id.eq(id).and(keyrings::retired_at.is_null()))
        .order(keyrings::id.desc())
        .select((keyrings::id, keyrings::public_key, keyrings::salt, keyrings::wrapped))
        .first(conn)
        .optional()?;
    Ok(Some(Ring(row.map(|(id, public, salt, wrapped)| Pair { id, public, stored: Wrapped { salt, wrapped } }))))
}

/// Opens the pair of an account whose password was just proven, or makes one. `None` for who may hold none.
///
/// # Errors
/// When the database refuses.
pub(super) async fn open(cx: &Cx, id: AccountId, password: &str) -> Result<Option<Opened>> {
    let Some(ring) = cx.read(move |conn| of_holder(conn, id)).await? else { return Ok(None) };
    let (password, entropy) = (normal(password), cx.site.entropy.clone());
    let before = ring.0.as_ref().map(|pair| pair.id);
    let found = cx.site.slow.run(move || {
        let secret = match &ring.0 {
            Some(pair) => Secret::unwrap(&pair.stored, &pair.public, &password)?,
            None => None,
        };
        match secret {
            Some(secret) => Ok((Some(secret), None)),
            None => Ok((None, Some(Ring(None).change("", &password, &entropy)?))),
        }
    });
    let (secret, made) = found.await?;
    if let (Some(keyring), Some(secret)) = (before, secret) {
        return Ok(Some(Opened { keyring, secret }));
    }
    let Some(change) = made else { return Ok(None) };
    let secret = change.secret.clone();
    let keyring = cx.site.db.write(move |tx| actions::make_key(tx, id, &change)).await?;
    Ok(Some(Opened { keyring, secret }))
}

/// Stores a pair: wrapped anew, or in the place of the one before, which is retired.
pub(super) fn apply(tx: &mut Tx<'_>, id: AccountId, change: &Change) -> Result<KeyringId> {
    if let Some(keyring) = change.keeps {
        diesel::update(keyrings::table.find(keyring))
            .set((keyrings::salt.eq(&change.stored.salt), keyrings::wrapped.eq(&change.stored.wrapped)))
            .execute(tx.conn)?;
        return Ok(keyring);
    }
    retire(tx, id)?;
    let keyring: KeyringId = tx.id();
    diesel::insert_into(keyrings::table)
        .values((
            keyrings::id.eq(keyring),
            keyrings::account_id.eq(id),
            keyrings::public_key.eq(&change.public),
            keyrings::salt.eq(&change.stored.salt),
            keyrings::wrapped.eq(&change.stored.wrapped),
            keyrings::made_at.eq(tx.now),
            keyrings::retired_at.eq(None::<Time>),
        ))
        .execute(tx.conn)?;
    Ok(keyring)
}

/// Retires an account's pair: its password is gone. What was sealed to it, others must seal again.
pub(crate) fn retire(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    diesel::update(keyrings::table.filter(keyrings::account_id.eq(id).and(keyrings::retired_at.is_null())))
        .set(keyrings::retired_at.eq(Some(tx.now)))
        .execute(tx.conn)?;
    Ok(())
}

/// Somebody who keeps identities.
#[derive(Debug, Clone)]
pub(crate) struct Custodian {
    /// Who.
    pub(crate) account: AccountId,
    /// What they are called.
    pub(crate) name: String,
    /// Their pair; none before they signed in.
    pub(crate) pair: Option<(KeyringId, Lock)>,
}

/// Those who keep identities now, with the pair each has: to whom identities are sealed.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn custodians(conn: &mut Conn) -> Result<Vec<Custodian>> {
    let mut people: Vec<(AccountId, String)> = accounts::table
        .inner_join(memberships::table)
        .filter(memberships::role.eq(Role::Overseer).and(memberships::ended_at.is_null()))
        .filter(accounts::disabled_at.is_null())
        .select((accounts::id, accounts::name))
        .order((accounts::name, accounts::id))
        .load(conn)?;
    people.dedup_by_key(|(id, _)| *id);
    let mut found = Vec::with_capacity(people.len());
    for (account, name) in people {
        // Who is police keeps no identity from police.
        if !actor_of(conn, account)?.is_police() {
            found.push(Custodian { account, name, pair: pair_of(conn, account)? });
        }
    }
    Ok(found)
}

/// To whom things are sealed: all custodians who have a pair, and the key on papers. Nobody while no custodian has one.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn locks(conn: &mut Conn) -> Result<Vec<Lock>> {
    let mut locks: Vec<Lock> = custodians(conn)?.into_iter().filter_map(|one| Some(one.pair?.1)).collect();
    if !locks.is_empty() {
        locks.extend(on_papers(conn)?.map(|(_, lock)| lock));
    }
    Ok(locks)
}

/// The key on papers that is in force: since when, and to what things are sealed for it.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn on_papers(conn: &mut Conn) -> Result<Option<(Time, Lock)>> {
    let row: Option<(RescueKeyId, Vec<u8>, Time)> = rescue_keys::table
        .filter(rescue_keys::retired_at.is_null())
        .order(rescue_keys::id.desc())
        .select((rescue_keys::id, rescue_keys::public_key, rescue_keys::made_at))
        .first(conn)
        .optional()?;
    Ok(row.map(|(id, public, made_at)| (made_at, Lock { holder: Holder::Papers(id), public })))
}

/// An account's pair, as a thing is sealed for it; `None` while it has none.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn pair_of(conn: &mut Conn, id: AccountId) -> Result<Option<(KeyringId, Lock)>> {
    let row: Option<(KeyringId, Vec<u8>)> = keyrings::table
        .filter(keyrings::account_id.eq(id).and(keyrings::retired_at.is_null()))
        .order(keyrings::id.desc())
        .select((keyrings::id, keyrings::public_key))
        .first(conn)
        .optional()?;
    Ok(row.map(|(keyring, public)| (keyring, Lock { holder: Holder::Reader(keyring), public })))
}

/// Stores a sealed thing with an envelope for each of its readers.
///
/// # Errors
/// When the database refuses.
pub(crate) fn store_seal(tx: &mut Tx<'_>, seal: &Seal) -> Result<SealedId> {
    let id: SealedId = tx.id();
    diesel::insert_into(sealed::table)
        .values((
            sealed::id.eq(id),
            sealed::kind.eq(seal.kind),
            sealed::body.eq(&seal.body),
            sealed::made_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    for (holder, envelope) in &seal.envelopes {
        give(tx, id, *holder, envelope)?;
    }
    Ok(id)
}

/// Gives an envelope of a sealed thing for good. One that is there stays, and lasts from here on.
///
/// # Errors
/// When the database refuses.
pub(crate) fn give(tx: &mut Tx<'_>, id: SealedId, holder: Holder, envelope: &[u8]) -> Result<()> {
    match holder {
        Holder::Reader(keyring) => {
            let there = envelopes::table.find((id, keyring));
            if diesel::update(there).set(envelopes::until.eq(None::<Time>)).execute(tx.conn)? == 0 {
                diesel::insert_into(envelopes::table)
                    .values((
                        envelopes::sealed_id.eq(id),
                        envelopes::keyring_id.eq(keyring),
                        envelopes::envelope.eq(envelope),
                        envelopes::until.eq(None::<Time>),
                    ))
                    .execute(tx.conn)?;
            }
        }
        Holder::Papers(rescue) => {
            let there: i64 = rescue_envelopes::table.find((id, rescue)).count().get_result(tx.conn)?;
            // Sealed before new papers were made, stored after: the old ones open nothing more.
            let good = rescue_keys::table.find(rescue).filter(rescue_keys::retired_at.is_null());
            if there == 0 && good.count().get_result::<i64>(tx.conn)? > 0 {
                diesel::insert_into(rescue_envelopes::table)
                    .values((
                        rescue_envelopes::sealed_id.eq(id),
                        rescue_envelopes::rescue_id.eq(rescue),
                        rescue_envelopes::envelope.eq(envelope),
                    ))
                    .execute(tx.conn)?;
            }
        }
    }
    Ok(())
}

/// Erases a sealed thing with all its envelopes.
///
/// # Errors
/// When the database refuses.
pub(crate) fn erase_seal(tx: &mut Tx<'_>, id: SealedId) -> Result<()> {
    diesel::delete(envelopes::table.filter(envelopes::sealed_id.eq(id))).execute(tx.conn)?;
    diesel::delete(rescue_envelopes::table.filter(rescue_envelopes::sealed_id.eq(id))).execute(tx.conn)?;
    diesel::delete(sealed::table.find(id)).execute(tx.conn)?;
    Ok(())
}

/// A sealed thing's body, and a reader's envelope of it while that is good.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn sealed_for(
    conn: &mut Conn,
    id: SealedId,
    keyring: KeyringId,
    now: Time,
) -> Result<Option<(Vec<u8>, Vec<u8>)>> {
    Ok(envelopes::table
        .inner_join(sealed::table)
        .filter(envelopes::sealed_id.eq(id).and(envelopes::keyring_id.eq(keyring)))
        .filter(envelopes::until.is_null().or(envelopes::until.gt(now)))
        .select((sealed::body, envelopes::envelope))
        .first(conn)
        .optional()?)
}

/// The reader's opened key: held already, or opened now by the password in the form's field `password`. When it is neither, the
/// form says so.
///
/// # Errors
/// [`crate::error::Error::TooMany`] past too many tries.
pub(crate) async fn at_hand(cx: &Cx, form: &mut Form) -> Result<Option<std::sync::Arc<Opened>>> {
    if let Some(key) = cx.key() {
        return Ok(Some(key));
    }
    let Some(id) = cx.actor.account() else { return Ok(None) };
    let typed = form.value("password").to_owned();
    if typed.is_empty() {
        form.fail("password", L::form_required);
        return Ok(None);
    }
    cx.count_try()?;
    let hash = cx.read(move |conn| store::hash_of(conn, id)).await?;
    let proven = typed.clone();
    if !cx.site.slow.run(move || password::fits(&proven, Some(&hash))).await? {
        form.fail("password", L::account_current_wrong);
        return Ok(None);
    }
    if let Some(key) = open(cx, id, &typed).await? {
        cx.hold_key(key);
    }
    Ok(cx.key())
}
