//! Writing minutes: every save is a new version, approval locks them (M6).

use crate::base::{Actor, MeetingId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::forums::model::{MinutesState, minutes_may};
use crate::forums::store::papers;
use crate::keys::digest;
use crate::ledger;

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
    let newest = papers::newest(tx.conn, id)?;
    minutes_may(newest.as_ref().map(|m| m.state), state)?;
    if newest.as_ref().map_or(0, |m| m.version) != seen {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let hash = if state == MinutesState::Approved { digest(&[body.as_bytes()]) } else { String::new() };
    let version = seen + 1;
    papers::save_minutes(tx, id, version, state, body, actor.account(), &hash)?;
    let detail = format!("{version} {state} {hash}");
    ledger::record(tx, actor, "minutes.save", format_args!("meeting {id}"), detail.trim())
}
