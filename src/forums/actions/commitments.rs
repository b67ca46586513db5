//! Noting a promise, and each step to its end (M7, N3).

use crate::accounts;
use crate::areas::Reference;
use crate::base::{Actor, CommitmentId, CommitteeId, Function, Lang, Role, Scope};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::forums::model::{Commitment, NewCommitment, OwnerKind, Side, Sign, StepKind, turn};
use crate::forums::store::{commitments, meetings, steps};
use crate::ledger;
use crate::policy::{self, Body, Deed, PromiseFacts};

use super::meetings::must_be_open;

/// Notes what somebody promised the committee.
///
/// # Errors
/// Not permitted; an owner or a meeting that is not there; a meeting whose minutes are locked.
pub fn promise(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    committee: CommitteeId,
    new: &NewCommitment,
) -> Result<CommitmentId> {
    policy::permit(actor, &Deed::RunCommittee(committee))?;
    new.owner.name(r, Lang::Fr).ok_or(Error::NotFound)?;
    if let Some(meeting) = new.meeting {
        let meeting =
            meetings::find(tx.conn, meeting)?.filter(|m| m.committee_id == committee).ok_or(Error::NotFound)?;
        meeting.must_have_begun(tx.now)?;
        must_be_open(tx, meeting.id)?;
    }
    let id = commitments::insert(tx, committee, new)?;
    let voice = (Function::Moderator, Some(committee.raw()));
    steps::insert(tx, id, StepKind::Made, Side::Community, voice, "")?;
    ledger::record(tx, actor, "commitment.make", format_args!("commitment {id}"), &new.owner.word())?;
    Ok(id)
}

/// What the policy must know of a commitment.
pub(in crate::forums) fn facts(conn: &mut Conn, c: &Commitment) -> Result<PromiseFacts> {
    let owner = c.owner().body();
    let (role, scope) = match owner {
        Body::Unit(id) => (Role::Chief, Scope::Unit(id)),
        Body::Partner(id) => (Role::Partner, Scope::Partner(id)),
        Body::Committee(id) => (Role::Chair, Scope::Committee(id)),
    };
    Ok(PromiseFacts { owner, committee: c.committee_id, silent: !accounts::anybody_at(conn, role, scope)? })
}

/// What an actor may do with a commitment for a side.
pub(in crate::forums) fn offers(actor: &Actor, c: &Commitment, facts: PromiseFacts, side: Side) -> Vec<Sign> {
    let mut offers = c.offers(side);
    offers.retain(|sign| policy::may(actor, &deed(facts, side, *sign)));
    // Nobody signs for both sides.
    if c.claim_by.is_some() && c.claim_by == actor.account() && c.claim_side != Some(side) {
        offers.retain(|sign| *sign != Sign::Accept);
    }
    offers
}

const fn deed(facts: PromiseFacts, side: Side, sign: Sign) -> Deed<'static> {
    match (side, sign) {
        (Side::Community, _) => Deed::RunCommittee(facts.committee),
        (Side::Owner, Sign::Answer) => Deed::AnswerPromise(facts),
        (Side::Owner, _) => Deed::SignPromise(facts),
    }
}

/// In which function somebody speaks for a side.
fn voice(actor: &Actor, c: &Commitment, side: Side) -> (Function, Option<i64>) {
    let chair = |committee: CommitteeId| actor.holds_at(Role::Chair, Scope::Committee(committee));
    match (side, c.owner().body()) {
        (Side::Owner, Body::Unit(unit)) if actor.units().contains(&unit) => (actor.function_in(unit), Some(unit.raw())),
        (Side::Owner, Body::Partner(partner)) if actor.partners().contains(&partner) => {
            (Function::Partner, Some(partner.raw()))
        }
        (Side::Owner, Body::Committee(own)) if chair(own) => (Function::Chair, Some(own.raw())),
        (Side::Owner, _) if chair(c.committee_id) => (Function::Chair, Some(c.committee_id.raw())),
        _ => (
            Function::Moderator,
            Some(if c.owner_kind == OwnerKind::Committee && side == Side::Owner {
                c.owner_id
            } else {
                c.committee_id.raw()
            }),
        ),
    }
}

/// Takes a step for a side: answers, begins, signs first, accepts or refuses what the other side said.
///
/// # Errors
/// Not permitted; it does not fit how things stand; a sentence is owed and not given.
pub fn sign(tx: &mut Tx<'_>, actor: &Actor, id: CommitmentId, side: Side, sign: Sign, body: &str) -> Result<()> {
    let c = commitments::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let facts = facts(tx.conn, &c)?;
    policy::permit(actor, &deed(facts, side, sign))?;
    if sign.wants_words() && body.is_empty() {
        return Err(Error::BadRequest("a sentence is owed"));
    }
    let turn = turn(&c, side, sign, actor.account())?;
    // Why it was given up is what the side said that proposed it.
    let reason = match turn.step {
        StepKind::Abandoned => steps::last(tx.conn, id, StepKind::SaidAbandoned)?.map(|s| s.body).unwrap_or_default(),
        _ => String::new(),
    };
    if commitments::advance(tx, &c, &turn, &reason)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    steps::insert(tx, id, turn.step, side, voice(actor, &c, side), body)?;
    ledger::record(tx, actor, "commitment.sign", format_args!("commitment {id}"), &format!("{side} {sign}"))
}
