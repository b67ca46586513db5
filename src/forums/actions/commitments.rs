//! Noting a promise, and what became of it.

use crate::areas::Reference;
use crate::base::{Actor, CommitmentId, CommitteeId, Lang};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::forums::model::{CommitmentState, NewCommitment};
use crate::forums::store::{commitments, meetings};
use crate::ledger;
use crate::policy::{self, Deed};

/// Notes what somebody promised the committee.
///
/// # Errors
/// Not permitted; an owner or a meeting that is not there.
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
    }
    let id = commitments::insert(tx, committee, new)?;
    ledger::record(tx, actor, "commitment.make", format_args!("commitment {id}"), &new.owner.word())?;
    Ok(id)
}

/// Says what became of a promise.
///
/// # Errors
/// Not permitted; somebody changed it first; a reason is owed and not given.
pub fn settle(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: CommitmentId,
    seen: CommitmentState,
    next: CommitmentState,
    reason: &str,
) -> Result<()> {
    let promise = commitments::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::RunCommittee(promise.committee_id))?;
    if seen.wants_reason(next) && reason.is_empty() {
        return Err(Error::BadRequest("a reason is owed"));
    }
    if seen == next || commitments::settle(tx, id, seen, next, reason)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    ledger::record(tx, actor, "commitment.settle", format_args!("commitment {id}"), &format!("{seen} → {next}"))
}
