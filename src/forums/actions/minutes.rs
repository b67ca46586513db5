//! Writing minutes: what is saved becomes a version, approval locks them (M6).

use crate::base::{Actor, MeetingId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::forums::model::{CorrectionState, MinutesState, Saved, Written, corrections_until, mark, minutes_may};
use crate::forums::store::{meetings, papers, talk_back};
use crate::keys::digest;
use crate::ledger;
use crate::policy::{self, Deed};

use super::meetings::run;

/// Saves a text on top of the one its writer saw: as the same version, written on, or as the next one (`Minutes::goes_on`). The
/// ledger has each version once, when it begins; what was public is never written over.
///
/// # Errors
/// Not permitted; the meeting has not begun; approved before; somebody saved another text meanwhile.
pub fn save_minutes(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, written: &Written) -> Result<Saved> {
    let meeting = run(tx, actor, id)?;
    meeting.must_have_begun(tx.now)?;
    let (state, body) = (written.state, written.body.as_str());
    // Approval is the chair's.
    if state == MinutesState::Approved {
        return Err(Error::Forbidden);
    }
    let newest = papers::newest(tx.conn, id)?;
    minutes_may(newest.as_ref().map(|m| m.state), state)?;
    if !newest.as_ref().map_or(written.seen == 0, |m| m.is_as_seen(written)) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let mut saved = Saved { version: written.seen, mark: mark(body), at: tx.now };
    match newest {
        Some(m) if m.state == state && m.body == body => {
            tx.nothing_new();
            saved.at = m.at;
        }
        Some(m) if m.goes_on(written, actor.account(), tx.now) => {
            papers::write_on(tx, id, m.version, body)?;
            tx.goes_on();
        }
        _ => {
            saved.version += 1;
            papers::save_minutes(tx, id, saved.version, state, body, actor.account(), "")?;
            let detail = format!("{} {state}", saved.version);
            ledger::record(tx, actor, "minutes.save", format_args!("meeting {id}"), &detail)?;
        }
    }
    Ok(saved)
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
