//! Sessions in our own database: revocable, with an idle and an absolute end. Only the key's hash is stored; nothing of the
//! network or the browser is.

use std::collections::HashMap;
use std::sync::Arc;

use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::time::Duration;
use data_encoding::HEXLOWER;
use diesel::prelude::*;

use super::site::Site;
use crate::base::{AccountId, Actor, DAY, HOUR, Held, Id, Lang, Role, Scope, Time};
use crate::db::schema::{accounts, memberships, second_steps, sessions};
use crate::db::{Conn, Tx};
use crate::error::{Error, First, Refusal, Result};
use crate::keys::{Keys, digest};

type State = HashMap<String, String>;

/// Names in a session's state.
pub(super) const ACCOUNT: &str = "account";
pub(super) const BINDING: &str = "binding";
/// Whoever typed the password and owes the second step; such a session opens nothing.
pub(super) const HALF: &str = "half";
/// How often the second step was wrong in this session.
pub(super) const SLIPS: &str = "slips";
/// When whoever reads last proved who they are.
pub(super) const PROVEN: &str = "proven";
/// Stands in place of a state that could not be read: there is a session, nobody knows whose. Never stored.
pub(super) const UNREAD: &str = "unread";
/// How long the session may lie unused, and live: chosen at its making.
pub(super) const KIND: &str = "kind";

/// A session's lengths, in seconds: unused, and in all. Staff work a shift; a code page on a shared phone closes soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lengths {
    idle: i64,
    whole: i64,
}

impl Lengths {
    fn of(kind: &str) -> Lengths {
        match kind {
            "staff" => Lengths { idle: HOUR, whole: 12 * HOUR },
            "resident" => Lengths { idle: 7 * DAY, whole: 30 * DAY },
            "half" => Lengths { idle: 10 * 60, whole: 10 * 60 },
            _ => Lengths { idle: 20 * 60, whole: 2 * HOUR },
        }
    }
}

/// Keeps actix-session's states in the table `sessions`.
#[derive(Clone)]
pub struct Store(Arc<Site>);

impl Store {
    /// A store over the site's database.
    pub fn new(site: Arc<Site>) -> Store {
        Store(site)
    }
}

/// Whose session it is, so that ending all of an account's reaches those that are half open, too.
fn owner(state: &State) -> Option<AccountId> {
    read_json(state, ACCOUNT).or_else(|| read_json(state, HALF))
}

fn name_of(key: &SessionKey) -> String {
    digest(&[b"session", key.as_ref().as_bytes()])
}

fn read_json<T: serde::de::DeserializeOwned>(state: &State, name: &str) -> Option<T> {
    serde_json::from_str(state.get(name)?).ok()
}

/// Written at most this often, so that reading pages costs no write.
const TOUCH: i64 = 300;

impl SessionStore for Store {
    async fn load(&self, key: &SessionKey) -> std::result::Result<Option<State>, LoadError> {
        let name = name_of(key);
        let asked = name.clone();
        let read = self.0.db.read(move |conn| {
            let row: Option<(String, Time, Time)> = sessions::table
                .find(asked)
                .select((sessions::state, sessions::seen_at, sessions::expires_at))
                .get_result(conn)
                .optional()?;
            Ok(row)
        });
        let row = match read.await {
            Ok(row) => row,
            // Refused as an error, this would be a bare 500 before any page of ours; so the request goes in and is told.
            Err(error) => {
                tracing::error!(%error, "a session could not be read");
                return Ok(Some(State::from([(UNREAD.to_owned(), "true".to_owned())])));
            }
        };
        let held = row.is_none().then(|| self.0.held.get(&name)).flatten();
        let in_memory = held.is_some();
        let Some((text, seen_at, expires_at)) = row.or(held) else { return Ok(None) };
        let state: State = serde_json::from_str(&text).map_err(|e| LoadError::Deserialization(e.into()))?;
        let lengths = Lengths::of(&read_json::<String>(&state, KIND).unwrap_or_default());
        let now = self.0.clock.now();
        if now >= expires_at || now.since(seen_at) >= lengths.idle {
            return Ok(None);
        }
        if in_memory {
            self.0.held.put(name, (text, now, expires_at));
        } else if now.since(seen_at) >= TOUCH {
            let touched = self.0.db.keep(move |tx| {
                diesel::update(sessions::table.find(&name)).set(sessions::seen_at.eq(tx.now)).execute(tx.conn)?;
                Ok(())
            });
            // Reading goes on while nothing can be written; at worst the session ends sooner.
            if let Err(error) = touched.await {
                tracing::warn!(%error, "a session's last use could not be noted");
            }
        }
        Ok(Some(state))
    }

    async fn save(&self, state: State, _: &Duration) -> std::result::Result<SessionKey, SaveError> {
        let key = HEXLOWER.encode(&self.0.entropy.bytes::<32>());
        let key = SessionKey::try_from(key).map_err(|e| SaveError::Other(e.into()))?;
        let name = name_of(&key);
        let text = serde_json::to_string(&state).map_err(|e| SaveError::Serialization(e.into()))?;
        let account = owner(&state);
        let lengths = Lengths::of(&read_json::<String>(&state, KIND).unwrap_or_default());
        let (row, now) = ((name.clone(), text.clone()), self.0.clock.now());
        let saved = self.0.db.keep(move |tx| {
            diesel::insert_into(sessions::table)
                .values((
                    sessions::key_hash.eq(&row.0),
                    sessions::account_id.eq(account),
                    sessions::state.eq(&row.1),
                    sessions::created_at.eq(tx.now),
                    sessions::seen_at.eq(tx.now),
                    sessions::expires_at.eq(tx.now.plus(lengths.whole)),
                ))
                .execute(tx.conn)?;
            Ok(())
        });
        match saved.await {
            Ok(()) => {}
            Err(Error::ReadOnly) if account.is_none() => {
                self.0.held.put(name, (text, now, now.plus(lengths.whole)));
            }
            Err(error) => return Err(SaveError::Other(error.into())),
        }
        Ok(key)
    }

    /// A session that was ended meanwhile stays ended: nothing is inserted here.
    async fn update(
        &self,
        key: SessionKey,
        state: State,
        _: &Duration,
    ) -> std::result::Result<SessionKey, UpdateError> {
        let name = name_of(&key);
        let text = serde_json::to_string(&state).map_err(|e| UpdateError::Serialization(e.into()))?;
        let account = owner(&state);
        if let Some((_, seen, end)) = self.0.held.get(&name) {
            self.0.held.put(name, (text, seen, end));
            return Ok(key);
        }
        self.0
            .db
            .keep(move |tx| {
                diesel::update(sessions::table.find(&name))
                    .set((sessions::state.eq(&text), sessions::account_id.eq(account)))
                    .execute(tx.conn)?;
                Ok(())
            })
            .await
            .map_err(|e| UpdateError::Other(e.into()))?;
        Ok(key)
    }

    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> std::result::Result<(), anyhow::Error> {
        Ok(())
    }

    async fn delete(&self, key: &SessionKey) -> std::result::Result<(), anyhow::Error> {
        let name = name_of(key);
        if self.0.held.forget(&name) {
            return Ok(());
        }
        self.0
            .db
            .keep(move |tx| {
                diesel::delete(sessions::table.find(&name)).execute(tx.conn)?;
                Ok(())
            })
            .await?;
        Ok(())
    }
}

/// Ends every session of an account, on every device.
pub(crate) fn end_all(tx: &mut Tx<'_>, account: AccountId) -> Result<usize> {
    Ok(diesel::delete(sessions::table.filter(sessions::account_id.eq(account))).execute(tx.conn)?)
}

/// Ends every session there is, those that name no account too: what was open on another machine is open nowhere.
pub(crate) fn end_every(tx: &mut Tx<'_>) -> Result<usize> {
    Ok(diesel::delete(sessions::table).execute(tx.conn)?)
}

/// Ends the sessions of everybody but one account. A session that names no account, of a code's page or a draft, goes on.
pub(crate) fn end_others(tx: &mut Tx<'_>, but: Option<AccountId>) -> Result<usize> {
    let named = sessions::table.filter(sessions::account_id.is_not_null());
    Ok(match but {
        Some(account) => diesel::delete(named.filter(sessions::account_id.ne(account))).execute(tx.conn)?,
        None => diesel::delete(named).execute(tx.conn)?,
    })
}

/// A session that is not over, as its owner sees it: nothing is known of the device.
#[derive(Debug, Clone)]
pub struct OpenSession {
    /// What names it in a form; no key can be made of it.
    pub(crate) mark: String,
    pub(crate) since: Time,
    pub(crate) seen_at: Time,
    pub(super) binding: String,
}

/// The open sessions of an account, the one used last first.
pub(crate) fn open_sessions(conn: &mut Conn, keys: &Keys, account: AccountId, now: Time) -> Result<Vec<OpenSession>> {
    let rows: Vec<(String, String, Time, Time)> = sessions::table
        .filter(sessions::account_id.eq(account).and(sessions::expires_at.gt(now)))
        .order((sessions::seen_at.desc(), sessions::created_at.desc(), sessions::key_hash))
        .select((sessions::key_hash, sessions::state, sessions::created_at, sessions::seen_at))
        .load(conn)?;
    let mut open = Vec::new();
    for (name, text, since, seen_at) in rows {
        let state: State = serde_json::from_str(&text).map_err(Error::internal)?;
        let lengths = Lengths::of(&read_json::<String>(&state, KIND).unwrap_or_default());
        if now.since(seen_at) < lengths.idle {
            let binding = read_json(&state, BINDING).unwrap_or_default();
            open.push(OpenSession { mark: mark(keys, &name), since, seen_at, binding });
        }
    }
    Ok(open)
}

fn mark(keys: &Keys, name: &str) -> String {
    keys.mark(&[b"session", name.as_bytes()])
}

/// Ends one session of an account; gives what its opened key is held under.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when there is none such.
pub(crate) fn end_one(tx: &mut Tx<'_>, keys: &Keys, account: AccountId, wanted: &str) -> Result<String> {
    let rows: Vec<(String, String)> = sessions::table
        .filter(sessions::account_id.eq(account))
        .select((sessions::key_hash, sessions::state))
        .load(tx.conn)?;
    let found = rows.into_iter().find(|(name, _)| mark(keys, name) == wanted);
    let (name, text) = found.ok_or(Error::Refused(Refusal::AlreadyDone))?;
    diesel::delete(sessions::table.find(name)).execute(tx.conn)?;
    let state: State = serde_json::from_str(&text).map_err(Error::internal)?;
    Ok(read_json(&state, BINDING).unwrap_or_default())
}

/// Who has a session that is not over.
pub(crate) fn present(conn: &mut Conn, now: Time) -> Result<Vec<AccountId>> {
    let here = sessions::table.filter(sessions::expires_at.gt(now).and(sessions::account_id.is_not_null()));
    let ids: Vec<Option<AccountId>> = here.select(sessions::account_id).distinct().load(conn)?;
    Ok(ids.into_iter().flatten().collect())
}

/// How many sessions are over and not yet forgotten.
pub(super) fn old(conn: &mut Conn, now: Time) -> Result<i64> {
    Ok(sessions::table.filter(sessions::expires_at.lt(now)).count().get_result(conn)?)
}

/// Forgets sessions whose time is over.
pub(crate) fn forget_old(tx: &mut Tx<'_>) -> Result<usize> {
    Ok(diesel::delete(sessions::table.filter(sessions::expires_at.lt(tx.now))).execute(tx.conn)?)
}

/// Who an account is now; a visitor when it is gone or disabled.
pub(crate) fn actor(conn: &mut Conn, id: AccountId) -> Result<Actor> {
    let account: Option<(String, Lang)> = accounts::table
        .find(id)
        .filter(accounts::disabled_at.is_null())
        .select((accounts::name, accounts::lang))
        .get_result(conn)
        .optional()?;
    let Some((name, lang)) = account else { return Ok(Actor::Visitor) };
    let rows: Vec<(Role, String, Option<i64>)> = memberships::table
        .filter(memberships::account_id.eq(id).and(memberships::ended_at.is_null()))
        .order(memberships::id)
        .select((memberships::role, memberships::scope_kind, memberships::scope_id))
        .load(conn)?;
    let memberships = rows.into_iter().filter_map(|(role, kind, id)| Some(Held { role, scope: scope(&kind, id)? }));
    Ok(Actor::Account { id, name, lang, memberships: memberships.collect() })
}

/// Who reads in an account's session, and what they must do before their roles count: until a password that somebody else chose is
/// changed, and while the second step that every role needs is not there, the reader holds none.
pub(super) fn reader(conn: &mut Conn, id: AccountId, second_step: bool) -> Result<(Actor, Option<First>)> {
    let mut actor = actor(conn, id)?;
    let (mut first, staff) = (None, actor.is_staff());
    if let Actor::Account { memberships, .. } = &mut actor {
        if accounts::table.find(id).select(accounts::must_change).get_result(conn)? {
            first = Some(First::Password);
        } else if second_step && staff && !has_second_step(conn, id)? {
            first = Some(First::SecondStep);
        }
        if first.is_some() {
            memberships.clear();
        }
    }
    Ok((actor, first))
}

/// True for an account that signs in by two steps.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn has_second_step(conn: &mut Conn, id: AccountId) -> Result<bool> {
    let confirmed = second_steps::table.find(id).filter(second_steps::confirmed_at.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(confirmed)).get_result(conn)?)
}

/// A stored scope.
pub(crate) fn scope(kind: &str, id: Option<i64>) -> Option<Scope> {
    Some(match (kind, id) {
        ("unit", Some(id)) => Scope::Unit(Id::new(id)),
        ("committee", Some(id)) => Scope::Committee(Id::new(id)),
        ("partner", Some(id)) => Scope::Partner(Id::new(id)),
        ("area", Some(id)) => Scope::Area(Id::new(id)),
        ("district", None) => Scope::District,
        _ => return None,
    })
}

/// How a scope is stored.
pub(crate) const fn scope_columns(scope: Scope) -> (&'static str, Option<i64>) {
    match scope {
        Scope::Unit(id) => ("unit", Some(id.raw())),
        Scope::Committee(id) => ("committee", Some(id.raw())),
        Scope::Partner(id) => ("partner", Some(id.raw())),
        Scope::Area(id) => ("area", Some(id.raw())),
        Scope::District => ("district", None),
    }
}
