//! Key pairs of those who may open sealed things: made when the password is at hand, wrapped under it, opened by it. Rows and the
//! two moments at which a password meets them: signing in, and changing it.

use diesel::prelude::*;
use zeroize::Zeroizing;

use super::model::normal;
use super::{actions, password, store};
use crate::base::{AccountId, Entropy, KeyringId, RescueKeyId, Role, Scope, SealedId, Time};
use crate::db::schema::{accounts, envelopes, keyrings, memberships, rescue_envelopes, rescue_keys, sealed};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::i18n::L;
use crate::seal::{Change, FromPassword, Holder, Kind, Lock, Made, Opened, Seal, Secret, Wrapped};
use crate::web::{Cx, Form, actor_of, scope_columns};

/// A key pair, as things are sealed for it.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    /// Which pair.
    pub(crate) keyring: KeyringId,
    /// Its public half.
    pub(crate) public: Vec<u8>,
}

impl Pair {
    /// How things are sealed for it.
    pub(crate) fn lock(&self) -> Lock {
        Lock { holder: Holder::Reader(self.keyring), public: self.public.clone() }
    }
}

/// The key pair that is somebody's now, if they have one, and its private half under their password.
#[derive(Debug, Clone)]
pub(super) struct Ring(Option<(Pair, Wrapped)>);

impl Ring {
    /// What a change of password does to the pair. One that the old password does not open is replaced.
    pub(super) fn change(&self, old: &str, new: &str, entropy: &Entropy) -> Result<Change> {
        match self.opened(old)? {
            Some(Opened { keyring, secret }) => self.wrapped(Some(keyring), secret, new, entropy),
            None => self.anew(new, entropy),
        }
    }

    /// The pair, where this password opens it.
    fn opened(&self, password: &str) -> Result<Option<Opened>> {
        let Some((pair, stored)) = &self.0 else { return Ok(None) };
        let secret = Secret::unwrap(stored, &pair.public, &normal(password))?;
        Ok(secret.map(|secret| Opened { keyring: pair.keyring, secret }))
    }

    /// Another pair in its place.
    fn anew(&self, password: &str, entropy: &Entropy) -> Result<Change> {
        self.wrapped(None, Secret::draw(entropy), password, entropy)
    }

    fn wrapped(&self, keeps: Option<KeyringId>, secret: Secret, password: &str, entropy: &Entropy) -> Result<Change> {
        let stored = secret.wrap(&normal(password), entropy)?;
        Ok(Change { was: self.keyring(), keeps, public: secret.public(), stored, secret })
    }

    /// Which pair it is.
    pub(super) fn keyring(&self) -> Option<KeyringId> {
        self.0.as_ref().map(|(pair, _)| pair.keyring)
    }

    /// The pair, opened by its password, and another one under the same password; nothing when that does not open it.
    pub(super) fn renew(&self, password: &str, entropy: &Entropy) -> Result<Option<(Opened, Change)>> {
        let Some(opened) = self.opened(password)? else { return Ok(None) };
        Ok(Some((opened, self.anew(password, entropy)?)))
    }
}

/// A fresh pair under a password: for the sample, whose people never signed in.
///
/// # Errors
/// As hashing a password.
pub(crate) fn draw(tx: &mut Tx<'_>, id: AccountId, password: &str) -> Result<Opened> {
    let change = ring_of(tx.conn, id)?.anew(password, tx.entropy)?;
    let hash = store::hash_of(tx.conn, id)?;
    Ok(Opened { keyring: actions::make_key(tx, id, &hash, &change)?, secret: change.secret })
}

/// A pair as it is stored: id, public key, salt, wrapped private key.
type Row = (KeyringId, Vec<u8>, Vec<u8>, Vec<u8>);

/// What an account has: everybody may be given something sealed, a resident what they filed with it.
pub(super) fn ring_of(conn: &mut Conn, id: AccountId) -> Result<Ring> {
    let row: Option<Row> = keyrings::table
        .filter(keyrings::account_id.eq(id).and(keyrings::retired_at.is_null()))
        .order(keyrings::id.desc())
        .select((keyrings::id, keyrings::public_key, keyrings::salt, keyrings::wrapped))
        .first(conn)
        .optional()?;
    Ok(Ring(row.map(|(keyring, public, salt, wrapped)| (Pair { keyring, public }, Wrapped { salt, wrapped }))))
}

/// Opens the pair of an account whose password was just proven, or makes one in its place and stores nothing yet.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when the password was changed meanwhile: what the account has is another's to keep.
pub(super) async fn by_password(cx: &Cx, id: AccountId, password: &str) -> Result<FromPassword> {
    let (ring, hash) = cx.read(move |conn| Ok((ring_of(conn, id)?, store::hash_of(conn, id)?))).await?;
    let (typed, entropy) = (Zeroizing::new(password.to_owned()), cx.site.entropy.clone());
    let met = cx.site.slow.run(move || {
        if let Some(opened) = ring.opened(&typed)? {
            return Ok(FromPassword::Opened(opened));
        }
        // A pair is replaced only by a password that holds: else one that was changed just now would cost what is sealed to it.
        if !password::fits(&typed, Some(&hash))? {
            return Err(Error::Refused(Refusal::AlreadyDone));
        }
        Ok(FromPassword::Made(Made { change: ring.anew(&typed, &entropy)?, hash }))
    });
    met.await
}

/// Stores a pair that a password made.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when the password or the pair was changed meanwhile.
pub(super) async fn keep(cx: &Cx, id: AccountId, made: Made) -> Result<Opened> {
    let secret = made.change.secret.clone();
    let keyring = cx.site.db.write(move |tx| actions::make_key(tx, id, &made.hash, &made.change)).await?;
    Ok(Opened { keyring, secret })
}

/// Opens the pair of an account whose password was just proven and whom no second step waits for, or makes one in its place.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when the password or the pair was changed meanwhile.
pub(super) async fn open(cx: &Cx, id: AccountId, password: &str) -> Result<Opened> {
    match by_password(cx, id, password).await? {
        FromPassword::Opened(opened) => Ok(opened),
        FromPassword::Made(made) => keep(cx, id, made).await,
    }
}

/// Opens the pair of an account, where this password does, and makes none.
///
/// # Errors
/// When the database cannot be read.
pub(super) async fn opened(cx: &Cx, id: AccountId, password: &str) -> Result<Option<Opened>> {
    let ring = cx.read(move |conn| ring_of(conn, id)).await?;
    let typed = Zeroizing::new(password.to_owned());
    cx.site.slow.run(move || ring.opened(&typed)).await
}

/// Stores a pair: wrapped anew, or in the place of the one before, which is retired.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when the account has another pair by now than the change was reckoned from.
pub(super) fn apply(tx: &mut Tx<'_>, id: AccountId, change: &Change) -> Result<KeyringId> {
    if pair_of(tx.conn, id)?.map(|pair| pair.keyring) != change.was {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
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

/// Destroys the private half of every pair of an account: what is sealed to it opens for nobody with it.
pub(super) fn destroy(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    retire(tx, id)?;
    diesel::update(keyrings::table.filter(keyrings::account_id.eq(id)))
        .set((keyrings::salt.eq(Vec::<u8>::new()), keyrings::wrapped.eq(Vec::<u8>::new())))
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
    pub(crate) pair: Option<Pair>,
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
    let locks = custodians(conn)?.into_iter().filter_map(|one| Some(one.pair?.lock())).collect();
    with_papers(conn, locks)
}

/// The same and the key on papers, where somebody has a pair.
fn with_papers(conn: &mut Conn, mut locks: Vec<Lock>) -> Result<Vec<Lock>> {
    if !locks.is_empty() {
        locks.extend(on_papers(conn)?.map(|key| key.lock));
    }
    Ok(locks)
}

/// The pairs of all who hold one of these roles with a unit or a service, and the key on papers. Nothing while none of them has one.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn locks_at(conn: &mut Conn, held: &[(Role, Scope)]) -> Result<Vec<Lock>> {
    let mut pairs: Vec<(KeyringId, Vec<u8>)> = Vec::new();
    for (role, scope) in held {
        let (kind, id) = scope_columns(*scope);
        let there = accounts::table
            .inner_join(memberships::table)
            .inner_join(keyrings::table)
            .filter(memberships::role.eq(*role).and(memberships::ended_at.is_null()))
            .filter(memberships::scope_kind.eq(kind).and(memberships::scope_id.eq(id)))
            .filter(accounts::disabled_at.is_null().and(keyrings::retired_at.is_null()))
            .select((keyrings::id, keyrings::public_key));
        pairs.extend(there.load::<(KeyringId, Vec<u8>)>(conn)?);
    }
    // Somebody may hold two of the roles.
    pairs.sort_unstable();
    pairs.dedup();
    let locks = pairs.into_iter().map(|(keyring, public)| Pair { keyring, public }.lock()).collect();
    with_papers(conn, locks)
}

/// The key on papers that is in force.
#[derive(Debug, Clone)]
pub(crate) struct OnPapers {
    /// Its id.
    pub(crate) id: RescueKeyId,
    /// Since when.
    pub(crate) since: Time,
    /// How things are sealed for it.
    pub(crate) lock: Lock,
}

/// The key on papers, while there is one.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn on_papers(conn: &mut Conn) -> Result<Option<OnPapers>> {
    let row: Option<(RescueKeyId, Vec<u8>, Time)> = rescue_keys::table
        .filter(rescue_keys::retired_at.is_null())
        .order(rescue_keys::id.desc())
        .select((rescue_keys::id, rescue_keys::public_key, rescue_keys::made_at))
        .first(conn)
        .optional()?;
    let key = |(id, public, since)| OnPapers { id, since, lock: Lock { holder: Holder::Papers(id), public } };
    Ok(row.map(key))
}

/// An account's pair; `None` while it has none.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn pair_of(conn: &mut Conn, id: AccountId) -> Result<Option<Pair>> {
    let row: Option<(KeyringId, Vec<u8>)> = keyrings::table
        .filter(keyrings::account_id.eq(id).and(keyrings::retired_at.is_null()))
        .order(keyrings::id.desc())
        .select((keyrings::id, keyrings::public_key))
        .first(conn)
        .optional()?;
    Ok(row.map(|(keyring, public)| Pair { keyring, public }))
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

/// The pairs of the custodians of now, and what they open for good. The words of concerns are for others to give and take.
fn kept(conn: &mut Conn) -> Result<(Vec<KeyringId>, Vec<SealedId>)> {
    let now: Vec<KeyringId> = custodians(conn)?.into_iter().filter_map(|one| Some(one.pair?.keyring)).collect();
    let kept = envelopes::table
        .inner_join(sealed::table)
        .filter(sealed::kind.ne(Kind::Words).and(envelopes::until.is_null()))
        .filter(envelopes::keyring_id.eq_any(&now))
        .select(envelopes::sealed_id)
        .distinct()
        .load(conn)?;
    Ok((now, kept))
}

/// Envelopes of some of these that are for good and nobody's of now.
#[diesel::dsl::auto_type(no_type_alias)]
fn of_leavers<'a>(some: &'a [SealedId], now: &'a [KeyringId]) -> _ {
    envelopes::table
        .filter(envelopes::sealed_id.eq_any(some))
        .filter(envelopes::until.is_null())
        .filter(envelopes::keyring_id.ne_all(now))
}

/// True while somebody who keeps identities no more opens what a custodian of now opens as well.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn leavers_hold(conn: &mut Conn) -> Result<bool> {
    let (now, kept) = kept(conn)?;
    for some in kept.chunks(500) {
        if diesel::select(diesel::dsl::exists(of_leavers(some, &now))).get_result(conn)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Takes from those who keep identities no more what they were given as custodians, where a custodian of now opens it as well.
/// Returns how many envelopes went.
///
/// # Errors
/// When the database refuses.
pub(crate) fn take_from_leavers(tx: &mut Tx<'_>) -> Result<usize> {
    let (now, kept) = kept(tx.conn)?;
    let mut gone = 0;
    for some in kept.chunks(500) {
        gone += diesel::delete(of_leavers(some, &now)).execute(tx.conn)?;
    }
    Ok(gone)
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

/// A sealed thing's kind and body.
///
/// # Errors
/// [`Error::NotFound`] when it is gone.
pub(crate) fn body(conn: &mut Conn, id: SealedId) -> Result<(Kind, Vec<u8>)> {
    sealed::table.find(id).select((sealed::kind, sealed::body)).first(conn).optional()?.ok_or(Error::NotFound)
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
/// [`Error::TooMany`] past too many tries.
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
    cx.hold_key(open(cx, id, &typed).await?);
    Ok(cx.key())
}
