//! Deeds of the rumour desk: permitted, by the rule, stored, recorded.

use super::model::{Answer, AskState, Do, Rumour, Side, State, StepKind, Written, turn};
use super::store::{self, Signer};
use crate::areas::Reference;
use crate::base::{Actor, AreaId, CategoryId, CommitteeId, Function, Lang, Role, RumourAskId, RumourId, Scope, UnitId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::moderation::{self, ActKind};
use crate::policy::{self, Deed};

/// So many questions of a place wait at most: a machine that asks for ever fills nothing.
pub(super) const HELD: i64 = 60;

/// Who signs for a place.
#[derive(Debug, Clone)]
pub(super) struct Signers {
    /// The committees that speak for it.
    pub(super) committees: Vec<CommitteeId>,
    /// The unit that answers there.
    pub(super) unit: Option<UnitId>,
}

impl Signers {
    /// Of a place.
    pub(super) fn of(r: &Reference, area: AreaId) -> Signers {
        const ANY_KIND: CategoryId = CategoryId::new(0);
        Signers { committees: r.moderators_of(area), unit: r.routed(area, ANY_KIND) }
    }

    /// What signing for a side is, to the policy.
    pub(super) fn deed(&self, side: Side) -> Deed<'_> {
        match side {
            Side::Committee => Deed::AnswerForCommittee(&self.committees),
            Side::Police => Deed::AnswerForPolice(self.unit),
        }
    }

    /// For which side an actor signs here, if for any.
    pub(super) fn side(&self, actor: &Actor) -> Option<Side> {
        Side::ALL.iter().copied().find(|side| policy::may(actor, &self.deed(*side)))
    }

    /// As what an actor signs.
    fn signer(&self, actor: &Actor, side: Side) -> Signer {
        let moderates = |c: &&CommitteeId| actor.holds_at(Role::Moderator, Scope::Committee(**c));
        let (function, scope) = match side {
            Side::Committee => (Function::Moderator, self.committees.iter().find(moderates).map(|c| c.raw())),
            Side::Police => {
                (self.unit.map_or(Function::Officer, |unit| actor.function_in(unit)), self.unit.map(|u| u.raw()))
            }
        };
        Signer { side, account: actor.account(), function, scope }
    }
}

fn object(id: RumourId) -> String {
    format!("rumour {id}")
}

/// The side an actor signs for, or why not.
fn permitted(actor: &Actor, signers: &Signers) -> Result<Side> {
    let side = signers.side(actor).unwrap_or(Side::Committee);
    policy::permit(actor, &signers.deed(side))?;
    Ok(side)
}

/// Writes a rumour down; from what a resident asked, when it was that.
///
/// # Errors
/// Not permitted there; the question was settled before.
pub(crate) fn open(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    new: &Written,
    from: Option<RumourAskId>,
) -> Result<RumourId> {
    let signers = Signers::of(r, new.area);
    let side = permitted(actor, &signers)?;
    let id = store::insert(tx, new)?;
    let by = signers.signer(actor, side);
    store::step(tx, id, (StepKind::Opened, State::Heard), by, None, ("", ""))?;
    if let Some(ask) = from {
        take(tx, actor, r, ask, id)?;
    }
    if let Some(committee) = by.scope.filter(|_| side == Side::Committee) {
        moderation::note(tx, Some(CommitteeId::new(committee)), ActKind::Publish, "rumour", "")?;
    }
    ledger::record(tx, actor, "rumour.open", object(id), side.as_str())?;
    Ok(id)
}

/// Takes a step for one's side.
///
/// # Errors
/// Not permitted; it does not fit how things stand; an answer or a reason is owed and not given.
pub(crate) fn sign(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    id: RumourId,
    what: Do,
    (answer, why): (Option<&Answer>, &str),
) -> Result<()> {
    let rumour = store::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let signers = Signers::of(r, rumour.area_id);
    let side = permitted(actor, &signers)?;
    let turn = turn(&rumour, side, what, actor.account())?;
    if (what == Do::Answer && answer.is_none()) || (what == Do::Refuse && why.is_empty()) {
        return Err(Error::BadRequest("an answer or a reason is owed"));
    }
    let by = signers.signer(actor, side);
    if store::advance(tx, &rumour, &turn, by, answer)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let first = rumour.claim_function.map(|function| (function, rumour.claim_scope));
    let (state, first, words, source) = match (what, answer) {
        (Do::Answer, Some(answer)) => (answer.verdict, None, answer.words.as_str(), answer.source.as_str()),
        (Do::Accept, _) => (turn.state, first, rumour.claim_words.as_str(), rumour.claim_source.as_str()),
        (Do::Refuse, _) => (rumour.claim.unwrap_or(turn.state), None, why, ""),
        _ => (turn.state, None, "", ""),
    };
    store::step(tx, id, (turn.step, state), by, first, (words, source))?;
    ledger::record(tx, actor, "rumour.sign", object(id), &format!("{side} {what} {state}"))
}

/// Keeps a resident's « is it true? » for the committee.
///
/// # Errors
/// [`Refusal::RumoursWait`] while as many wait of the place as may.
pub(crate) fn ask(tx: &mut Tx<'_>, actor: &Actor, area: AreaId, lang: Lang, words: &str) -> Result<()> {
    policy::permit(actor, &Deed::AskRumour)?;
    if store::waiting(tx.conn, area)? >= HELD {
        return Err(Error::Refused(Refusal::RumoursWait));
    }
    let id = store::ask(tx, area, lang, words)?;
    // Who asked, signed in or not, stands nowhere.
    ledger::record(tx, &Actor::Visitor, "rumour.ask", format_args!("rumour-ask {id}"), "")
}

fn take(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, ask: RumourAskId, into: RumourId) -> Result<()> {
    let asked = store::asked(tx.conn, ask)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Signers::of(r, asked.area_id).deed(Side::Committee))?;
    if store::settle(tx, ask, AskState::Taken, Some(into))? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    Ok(())
}

/// Joins a resident's question to a rumour that is there already, or closes it with a reason.
///
/// # Errors
/// Not permitted; settled before; a rumour that is not there.
pub(super) fn decide(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    id: RumourAskId,
    into: Option<RumourId>,
    reason: &str,
) -> Result<()> {
    let asked = store::asked(tx.conn, id)?.ok_or(Error::NotFound)?;
    let signers = Signers::of(r, asked.area_id);
    policy::permit(actor, &signers.deed(Side::Committee))?;
    match into {
        Some(into) => {
            let known: Option<Rumour> = store::find(tx.conn, into)?;
            known.ok_or(Error::NotFound)?;
            take(tx, actor, r, id, into)?;
        }
        None => {
            if store::settle(tx, id, AskState::Closed, None)? == 0 {
                return Err(Error::Refused(Refusal::AlreadyDone));
            }
            if let Some(committee) = signers.signer(actor, Side::Committee).scope {
                moderation::note(tx, Some(CommitteeId::new(committee)), ActKind::Refuse, "rumour", reason)?;
            }
        }
    }
    let detail = into.map_or_else(|| "closed".to_owned(), object);
    ledger::record(tx, actor, "rumour.decide", format_args!("rumour-ask {id}"), &detail)
}
