//! Flags (D5): somebody with an account says that a message should not stand; a moderator takes it in hand, upholds or rejects
//! it. The same account flags a thing once. Who flagged is shown to nobody.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as Sql};

use super::decisions;
use super::ground::Ground;
use super::model::ActKind;
use super::store::note;
use super::target::Target;
use crate::accounts;
use crate::base::{AccountId, Actor, CommitteeId, FlagId, Id, Time, named};
use crate::db::schema::{flag_steps, flags};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::ledger;

named! {
    /// How a flag stands.
    pub enum FlagState {
        /// Nobody has looked.
        Open = "open",
        /// A moderator looks.
        InHand = "in-hand",
        /// The message was hidden.
        Upheld = "upheld",
        /// The message stays.
        Rejected = "rejected",
    }
}

impl FlagState {
    /// Those that wait.
    pub(super) const WAITING: [FlagState; 2] = [FlagState::Open, FlagState::InHand];
}

/// A flag.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = flags)]
pub(crate) struct Flag {
    pub(crate) id: FlagId,
    pub(crate) committee_id: CommitteeId,
    pub(crate) reason: Ground,
    pub(crate) note: String,
    pub(crate) state: FlagState,
    pub(crate) assignee_id: Option<AccountId>,
    pub(crate) staff_note: String,
    pub(crate) at: Time,
    pub(crate) decided_at: Option<Time>,
}

impl Flag {
    /// True while it waits.
    pub(crate) fn waits(&self) -> bool {
        FlagState::WAITING.contains(&self.state)
    }
}

/// Flags of a thing, oldest first.
pub(crate) fn of(conn: &mut Conn, target: Target) -> Result<Vec<Flag>> {
    Ok(flags::table
        .filter(flags::target_kind.eq(target.kind).and(flags::target_id.eq(target.id)))
        .order((flags::at, flags::id))
        .limit(50)
        .select(Flag::as_select())
        .load(conn)?)
}

/// The names of those who took some flags in hand, for the other moderators.
pub(crate) fn hands(conn: &mut Conn, flags: &[Flag]) -> Result<Vec<(AccountId, String)>> {
    let ids: Vec<AccountId> = flags.iter().filter_map(|flag| flag.assignee_id).collect();
    if ids.is_empty() { Ok(Vec::new()) } else { accounts::names(conn, &ids) }
}

/// How an account's own flag of a thing stands; nothing when it did not flag it.
pub(crate) fn mine(conn: &mut Conn, target: Target, account: AccountId) -> Result<Option<FlagState>> {
    Ok(flags::table
        .filter(flags::target_kind.eq(target.kind).and(flags::target_id.eq(target.id)))
        .filter(flags::account_id.eq(account))
        .select(flags::state)
        .first(conn)
        .optional()?)
}

/// Flags a thing that its reader may read.
///
/// # Errors
/// Not signed in; flagged before.
pub(crate) fn raise(
    tx: &mut Tx<'_>,
    actor: &Actor,
    target: Target,
    committee: CommitteeId,
    ground: Ground,
    words: &str,
) -> Result<()> {
    let account = actor.account().ok_or(Error::SignIn)?;
    if mine(tx.conn, target, account)?.is_some() {
        return Err(Error::Refused(Refusal::AlreadyFlagged));
    }
    let id: FlagId = tx.id();
    let inserted = diesel::insert_into(flags::table)
        .values((
            flags::id.eq(id),
            flags::target_kind.eq(target.kind),
            flags::target_id.eq(target.id),
            flags::committee_id.eq(committee),
            flags::account_id.eq(account),
            flags::reason.eq(ground),
            flags::note.eq(words),
            flags::state.eq(FlagState::Open),
            flags::staff_note.eq(""),
            flags::at.eq(tx.now),
        ))
        .execute(tx.conn);
    match inserted {
        Err(Sql::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Err(Error::Refused(Refusal::AlreadyFlagged)),
        other => {
            other?;
            ledger::record(tx, actor, "flag.raise", format_args!("flag {id}"), ground.as_str())
        }
    }
}

fn step(tx: &mut Tx<'_>, flag: FlagId, account: AccountId, step: FlagState, words: &str) -> Result<()> {
    let id: Id<()> = tx.id();
    diesel::insert_into(flag_steps::table)
        .values((
            flag_steps::id.eq(id.raw()),
            flag_steps::flag_id.eq(flag),
            flag_steps::step.eq(step),
            flag_steps::account_id.eq(account),
            flag_steps::note.eq(words),
            flag_steps::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// A moderator takes the open flags of a thing in hand, with a note for the others. Who permits it is the caller's.
pub(crate) fn take(tx: &mut Tx<'_>, actor: &Actor, target: Target, words: &str) -> Result<()> {
    let account = actor.account().ok_or(Error::SignIn)?;
    let waiting: Vec<Flag> = of(tx.conn, target)?.into_iter().filter(Flag::waits).collect();
    if waiting.is_empty() {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    for flag in waiting {
        diesel::update(flags::table.find(flag.id))
            .set((flags::state.eq(FlagState::InHand), flags::assignee_id.eq(account), flags::staff_note.eq(words)))
            .execute(tx.conn)?;
        step(tx, flag.id, account, FlagState::InHand, words)?;
        ledger::record(tx, actor, "flag.take", format_args!("flag {}", flag.id), "")?;
    }
    Ok(())
}

/// Upholds or rejects every flag of a thing that waits; returns since when the first of them waited.
pub(crate) fn settle(tx: &mut Tx<'_>, actor: &Actor, target: Target, state: FlagState) -> Result<Option<Time>> {
    let account = actor.account().ok_or(Error::SignIn)?;
    let waiting: Vec<Flag> = of(tx.conn, target)?.into_iter().filter(Flag::waits).collect();
    let act = if state == FlagState::Upheld { ActKind::FlagUpheld } else { ActKind::FlagRejected };
    for flag in &waiting {
        diesel::update(flags::table.find(flag.id))
            .set((flags::state.eq(state), flags::decided_at.eq(tx.now), flags::decided_by.eq(account)))
            .execute(tx.conn)?;
        step(tx, flag.id, account, state, "")?;
        note(tx, Some(flag.committee_id), act, target.kind.as_str(), &super::ground::keep(Some(flag.reason), ""))?;
        ledger::record(tx, actor, "flag.decide", format_args!("flag {}", flag.id), state.as_str())?;
    }
    Ok(waiting.first().map(|flag| flag.at))
}

/// True for a thing of which a moderator found a flag right.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn was_upheld(conn: &mut Conn, target: Target) -> Result<bool> {
    Ok(of(conn, target)?.iter().any(|flag| flag.state == FlagState::Upheld))
}

/// What was flagged stays: its flags are rejected, and who decided so is noted where the decision is a committee's.
///
/// # Errors
/// No flag of it waits.
pub(crate) fn leave(tx: &mut Tx<'_>, actor: &Actor, target: Target, committee: Option<CommitteeId>) -> Result<()> {
    let since = settle(tx, actor, target, FlagState::Rejected)?.ok_or(Error::Refused(Refusal::AlreadyDone))?;
    match committee {
        Some(own) => decisions::record(tx, actor, target, own, ActKind::FlagRejected, "", Some(since)),
        None => Ok(()),
    }
}
