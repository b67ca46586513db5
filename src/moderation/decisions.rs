//! Who decided what on a thing. Never public: it keeps an appeal from the one it is against, and says how long things waited.

use diesel::prelude::*;

use super::model::ActKind;
use super::target::{Target, TargetKind};
use crate::base::{AccountId, Actor, CommitteeId, DAY, ModerationDecisionId, Time};
use crate::db::schema::{accounts, appeals, moderation_decisions as decisions, posts};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};

/// A message's states while it is taken from its readers, as the room above keeps them.
const GONE: [&str; 2] = ["hidden", "refused"];

/// A decision.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = decisions)]
pub(crate) struct Decision {
    /// Its id.
    pub(crate) id: ModerationDecisionId,
    /// In whose name.
    pub(crate) committee_id: CommitteeId,
    /// What.
    pub(crate) action: ActKind,
    /// By whom.
    pub(crate) account_id: AccountId,
    /// Why, as it is kept.
    pub(crate) reason: String,
    /// When.
    pub(crate) at: Time,
}

/// Notes a decision; `since`: when the thing began to wait, if it did.
pub(crate) fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    target: Target,
    committee: CommitteeId,
    action: ActKind,
    reason: &str,
    since: Option<Time>,
) -> Result<()> {
    // Only people decide; the sample's deeds are theirs too.
    let Some(account) = actor.account() else { return Ok(()) };
    let id: ModerationDecisionId = tx.id();
    diesel::insert_into(decisions::table)
        .values((
            decisions::id.eq(id),
            decisions::target_kind.eq(target.kind),
            decisions::target_id.eq(target.id),
            decisions::committee_id.eq(committee),
            decisions::action.eq(action),
            decisions::account_id.eq(account),
            decisions::reason.eq(reason),
            decisions::waited.eq(since.map(|since| tx.now.since(since).max(0))),
            decisions::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// The last decision that took a thing from its readers: what its author may appeal against.
pub(crate) fn last_against(conn: &mut Conn, target: Target) -> Result<Option<Decision>> {
    newest(conn, target, vec![ActKind::Hide, ActKind::Refuse])
}

/// The last decision that blacked out a part of a thing: its author may appeal against that, too.
pub(crate) fn last_mask(conn: &mut Conn, target: Target) -> Result<Option<Decision>> {
    newest(conn, target, vec![ActKind::Redact])
}

fn newest(conn: &mut Conn, target: Target, acts: Vec<ActKind>) -> Result<Option<Decision>> {
    Ok(decisions::table
        .filter(decisions::target_kind.eq(target.kind).and(decisions::target_id.eq(target.id)))
        .filter(decisions::action.eq_any(acts))
        .order((decisions::at.desc(), decisions::id.desc()))
        .select(Decision::as_select())
        .first(conn)
        .optional()?)
}

/// The last decision on whether a thing is read, whichever way it went. That an appeal was rejected is asked of the appeals: one
/// about a part that is black says nothing of the rest.
pub(crate) fn last(conn: &mut Conn, target: Target) -> Result<Option<Decision>> {
    use ActKind::{Hide, Publish, Refuse, Restore};
    newest(conn, target, vec![Hide, Refuse, Publish, Restore])
}

/// How many decisions on an account's messages it has not read: what was taken from its readers, whole or in part, and what was
/// answered to an appeal.
pub(crate) fn unread(conn: &mut Conn, account: AccountId) -> Result<i64> {
    let read: Option<Time> = accounts::table.find(account).select(accounts::decisions_read_at).first(conn)?;
    let since = read.unwrap_or(Time(0));
    let taken: i64 = decisions::table
        .inner_join(posts::table.on(posts::id.eq(decisions::target_id)))
        .filter(posts::account_id.eq(account))
        .filter(decisions::target_kind.eq(TargetKind::Post).and(decisions::at.gt(since)))
        .filter(
            decisions::action
                .eq(ActKind::Redact)
                .or(decisions::action.eq_any([ActKind::Hide, ActKind::Refuse]).and(posts::state.eq_any(GONE))),
        )
        .count()
        .get_result(conn)?;
    let answered: i64 = appeals::table
        .filter(appeals::account_id.eq(account).and(appeals::target_kind.eq(TargetKind::Post)))
        .filter(appeals::decided_at.gt(since))
        .count()
        .get_result(conn)?;
    Ok(taken + answered)
}

/// Notes that an account has read what was decided on its messages up to now.
pub(crate) fn read(tx: &mut Tx<'_>, account: AccountId) -> Result<usize> {
    Ok(diesel::update(accounts::table.find(account)).set(accounts::decisions_read_at.eq(tx.now)).execute(tx.conn)?)
}

/// A decision; it must be there.
pub(crate) fn get(conn: &mut Conn, id: ModerationDecisionId) -> Result<Decision> {
    decisions::table.find(id).select(Decision::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// Decisions the median looks at, at most: the last ones.
const LOOKED_AT: i64 = 400;

/// How long half of what was decided in the last thirty days had waited at most, in seconds; nothing when nothing was decided.
pub(super) fn median(conn: &mut Conn, committees: &[CommitteeId], now: Time) -> Result<Option<i64>> {
    let mut waited: Vec<i64> = decisions::table
        .filter(decisions::committee_id.eq_any(committees).and(decisions::at.ge(now.plus(-30 * DAY))))
        .filter(decisions::waited.is_not_null())
        .order((decisions::at.desc(), decisions::id.desc()))
        .limit(LOOKED_AT)
        .select(decisions::waited.assume_not_null())
        .load(conn)?;
    waited.sort_unstable();
    Ok(waited.get(waited.len() / 2).copied())
}
