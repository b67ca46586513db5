//! Appeals, read and written. What a text is and how it comes back, the floors above know.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as Sql};

use super::model::{Against, Answer, Appeal, AppealState, Open};
use super::waiting;
use crate::base::{AccountId, Actor, AppealId, CommitteeId, ModerationDecisionId, PostId};
use crate::db::schema::{appeals, moderation_decisions};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::moderation::decisions::{self, Decision};
use crate::moderation::model::ActKind;
use crate::moderation::store::note;
use crate::moderation::target::{Target, TargetKind};
use crate::policy::{self, AppealFacts, AppealTo, Deed, permit};

/// The last decision against a thing, the appeal against that, and who would answer it. `author`: who wrote the thing, where an
/// account is known.
pub(crate) fn against(conn: &mut Conn, target: Target, author: Option<AccountId>) -> Result<Against> {
    let decision = decisions::last_against(conn, target)?;
    with_appeal(conn, decision, author)
}

/// The same of the last decision that blacked out a part of it.
pub(crate) fn against_mask(conn: &mut Conn, target: Target, author: Option<AccountId>) -> Result<Against> {
    let decision = decisions::last_mask(conn, target)?;
    with_appeal(conn, decision, author)
}

fn with_appeal(conn: &mut Conn, decision: Option<Decision>, author: Option<AccountId>) -> Result<Against> {
    let Some(decision) = decision else { return Ok(Against::default()) };
    let appeal = appeals::table
        .filter(appeals::decision_id.eq(decision.id))
        .select(Appeal::as_select())
        .first(conn)
        .optional()?;
    let to = waiting::to(conn, decision.committee_id, decision.account_id, author)?;
    Ok(Against { to: Some(to), decision: Some(decision), appeal })
}

/// True for a thing whose words stay as they are: a part is black, and nobody found that wrong.
pub(crate) fn is_fixed(conn: &mut Conn, target: Target) -> Result<bool> {
    let found = against_mask(conn, target, None)?;
    Ok(found.is_masked() && !found.is_upheld())
}

/// Appeals. Who permits it is the caller's; `author` is nobody for who is known by a code alone. `found`: the decision, as
/// [`against`] or [`against_mask`] found it.
///
/// # Errors
/// Nothing was decided, or an appeal was made before: once a decision.
pub(crate) fn raise(
    tx: &mut Tx<'_>,
    target: Target,
    author: Option<AccountId>,
    found: &Against,
    words: &str,
) -> Result<()> {
    let none = || Error::Refused(Refusal::NoAppeal);
    let decision = found.decision.as_ref().filter(|_| found.is_open()).ok_or_else(none)?;
    let id: AppealId = tx.id();
    let inserted = diesel::insert_into(appeals::table)
        .values((
            appeals::id.eq(id),
            appeals::decision_id.eq(decision.id),
            appeals::target_kind.eq(target.kind),
            appeals::target_id.eq(target.id),
            appeals::committee_id.eq(decision.committee_id),
            appeals::account_id.eq(author),
            appeals::words.eq(words),
            appeals::state.eq(AppealState::Waiting),
            appeals::at.eq(tx.now),
            appeals::answer.eq(""),
        ))
        .execute(tx.conn);
    match inserted {
        Err(Sql::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => return Err(none()),
        other => other?,
    };
    // Of posts too: the ledger has no need to tie a person to what they wrote.
    ledger::record(tx, &Actor::Visitor, "appeal.raise", format_args!("appeal {id}"), target.kind.as_str())
}

/// The appeals on a thing that wait, the oldest first, each with the decision it is against. Two may: one against a part that is
/// black, one against hiding the rest.
fn waiting_on(conn: &mut Conn, target: Target) -> Result<Vec<(Appeal, Decision)>> {
    Ok(appeals::table
        .inner_join(moderation_decisions::table)
        .filter(appeals::target_kind.eq(target.kind).and(appeals::target_id.eq(target.id)))
        .filter(appeals::state.eq(AppealState::Waiting))
        .order((appeals::at, appeals::id))
        .select((Appeal::as_select(), Decision::as_select()))
        .load(conn)?)
}

/// An appeal with who may answer it. `author`: who wrote the thing, where an account is known.
fn facing(conn: &mut Conn, appeal: Appeal, decision: Decision, author: Option<AccountId>) -> Result<Open> {
    let facts = AppealFacts {
        committee: appeal.committee_id,
        decided_by: decision.account_id,
        author,
        to: waiting::to(conn, appeal.committee_id, decision.account_id, author)?,
    };
    Ok(Open { appeal, decision, facts })
}

/// The appeal on a thing that waits for this reader: the oldest they may answer, else the oldest. `author`: who wrote the thing,
/// where an account is known.
pub(crate) fn open(conn: &mut Conn, reader: &Actor, target: Target, author: Option<AccountId>) -> Result<Option<Open>> {
    let mut oldest = None;
    for (appeal, decision) in waiting_on(conn, target)? {
        let open = facing(conn, appeal, decision, author)?;
        if policy::may(reader, &Deed::AnswerAppeal(&open.facts)) {
            return Ok(Some(open));
        }
        oldest = oldest.or(Some(open));
    }
    Ok(oldest)
}

fn close(tx: &mut Tx<'_>, appeal: &Appeal, state: AppealState, by: Option<AccountId>, answer: &str) -> Result<()> {
    let row = appeals::table.filter(appeals::id.eq(appeal.id).and(appeals::state.eq(AppealState::Waiting)));
    let closed = diesel::update(row)
        .set((
            appeals::state.eq(state),
            appeals::decided_at.eq(tx.now),
            appeals::decided_by.eq(by),
            appeals::answer.eq(answer),
        ))
        .execute(tx.conn)?;
    if closed == 0 { Err(Error::Refused(Refusal::AlreadyDone)) } else { Ok(()) }
}

/// Answers an appeal on a thing, notes it in the log and who decided; returns it. Bringing an upheld text back is the caller's.
///
/// # Errors
/// An appeal on something else; not permitted: who decided, who appeals, police, whoever it does not go to; answered before.
pub(crate) fn settle(
    tx: &mut Tx<'_>,
    actor: &Actor,
    target: Target,
    author: Option<AccountId>,
    answer: &Answer,
) -> Result<Open> {
    let found: Option<Appeal> = appeals::table
        .filter(appeals::id.eq(answer.to))
        .filter(appeals::target_kind.eq(target.kind).and(appeals::target_id.eq(target.id)))
        .select(Appeal::as_select())
        .first(tx.conn)
        .optional()?;
    let appeal = found.ok_or(Error::NotFound)?;
    let decision = decisions::get(tx.conn, appeal.decision_id)?;
    let open = facing(tx.conn, appeal, decision, author)?;
    permit(actor, &Deed::AnswerAppeal(&open.facts))?;
    let (state, act) = match answer.upheld {
        true => (AppealState::Upheld, ActKind::AppealUpheld),
        false => (AppealState::Rejected, ActKind::AppealRejected),
    };
    close(tx, &open.appeal, state, actor.account(), &answer.words)?;
    note(tx, open.signs(actor), act, target.kind.as_str(), "")?;
    // What comes back is noted as it comes; a part that is black does not.
    if !answer.upheld || open.decision.action == ActKind::Redact {
        decisions::record(tx, actor, target, open.appeal.committee_id, act, "", Some(open.appeal.at))?;
    }
    ledger::record(tx, actor, "appeal.answer", format_args!("appeal {}", open.appeal.id), state.as_str())?;
    Ok(open)
}

impl Open {
    /// In whose name an actor answers, for the public log: the committee they sit in; nothing for oversight.
    pub(crate) fn signs(&self, actor: &Actor) -> Option<CommitteeId> {
        match self.facts.to {
            AppealTo::Committee => Some(self.facts.committee),
            AppealTo::Peers => actor.committees().first().copied(),
            AppealTo::Oversight => None,
        }
    }
}

/// The messages an account appealed about, the newest appeal first.
pub(crate) fn posts_of(conn: &mut Conn, account: AccountId) -> Result<Vec<PostId>> {
    Ok(appeals::table
        .filter(appeals::account_id.eq(account).and(appeals::target_kind.eq(TargetKind::Post)))
        .order((appeals::at.desc(), appeals::id.desc()))
        .limit(20)
        .select(appeals::target_id)
        .load::<i64>(conn)?
        .into_iter()
        .map(PostId::new)
        .collect())
}

/// The committee let a thing through by itself: what waited about it waits no more.
pub(crate) fn overtake(tx: &mut Tx<'_>, target: Target) -> Result<()> {
    for (appeal, decision) in waiting_on(tx.conn, target)? {
        // A part that is black stays black when the rest is shown.
        if decision.action != ActKind::Redact {
            close(tx, &appeal, AppealState::Overtaken, None, "")?;
        }
    }
    Ok(())
}

/// True where somebody answered the appeal against a decision that it stands.
pub(crate) fn was_rejected(conn: &mut Conn, decision: ModerationDecisionId) -> Result<bool> {
    let rejected =
        appeals::table.filter(appeals::decision_id.eq(decision).and(appeals::state.eq(AppealState::Rejected)));
    Ok(diesel::select(diesel::dsl::exists(rejected)).get_result(conn)?)
}

/// Takes a person's words out of the appeals on a thing.
pub(crate) fn forget(tx: &mut Tx<'_>, target: Target) -> Result<()> {
    diesel::update(appeals::table.filter(appeals::target_kind.eq(target.kind).and(appeals::target_id.eq(target.id))))
        .set((appeals::words.eq(""), appeals::account_id.eq(None::<AccountId>)))
        .execute(tx.conn)?;
    Ok(())
}
