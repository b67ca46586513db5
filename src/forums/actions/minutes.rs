//! Writing minutes: every save is a new version, approval locks them (M6).

use crate::base::{Actor, MeetingId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::forums::model::{CorrectionState, MinutesState, corrections_until, minutes_may};
use crate::forums::store::{meetings, papers, talk_back};
use crate::keys::digest;
use crate::ledger;
use crate::policy::{self, Deed};

use super::meetings::run;

/// Saves a version on top of the one its writer saw (0: none).
///
/// # Errors
/// Not permitted; the meeting has not begun; approved before; somebody saved meanwhile.
pub fn save_minutes(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: MeetingId,
    seen: i64,
    state: MinutesState,
    body: &str,
) -> Result<()> {
    let meeting = run(tx, actor, id)?;
    meeting.must_have_begun(tx.now)?;
    // Approval is the chair's.
    if state == MinutesState::Approved {
        return Err(Error::Forbidden);
    }
    let newest = papers::newest(tx.conn, id)?;
    minutes_may(newest.as_ref().map(|m| m.state), state)?;
    if newest.as_ref().map_or(0, |m| m.version) != seen {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let version = seen + 1;
    papers::save_minutes(tx, id, version, state, body, actor.account(), "")?;
    ledger::record(tx, actor, "minutes.save", format_args!("meeting {id}"), &format!("{version} {state}"))
}

/// The chair approves the version they saw: it is the last one, locked under its hash. Not before those who came had their
/// seven days and every correction has its answer.
///
/// # Errors
/// Not the chair; not open to corrections; too early; a correction waits; somebody saved meanwhile.
pub fn approve(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, seen: i64) -> Result<()> {
    let meeting = meetings::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::ChairCommittee(meeting.committee_id))?;
    let newest = papers::newest(tx.conn, id)?.ok_or(Error::Refused(Refusal::AlreadyDone))?;
    minutes_may(Some(newest.state), MinutesState::Approved)?;
    if newest.version != seen {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let until = papers::opened_at(tx.conn, id)?.map(corrections_until);
    let waits = talk_back::corrections(tx.conn, id)?.iter().any(|c| c.state == CorrectionState::Waiting);
    if waits || until.is_none_or(|until| tx.now <= until) {
        return Err(Error::Refused(Refusal::MinutesOpen));
    }
    let hash = digest(&[newest.body.as_bytes()]);
    let version = seen + 1;
    papers::save_minutes(tx, id, version, MinutesState::Approved, &newest.body, actor.account(), &hash)?;
    ledger::record(tx, actor, "minutes.approve", format_args!("meeting {id}"), &format!("{version} {hash}"))
}
