//! Who belongs to a meeting that is not for everybody.

use crate::base::Actor;
use crate::db::Conn;
use crate::error::Result;
use crate::forums::model::{Meeting, MeetingAudience};
use crate::forums::store::papers;
use crate::policy::{self, Deed};

/// True for somebody who is registered, or runs the committee (M9); for everybody where everybody may come.
pub(crate) fn belongs(conn: &mut Conn, actor: &Actor, meeting: &Meeting) -> Result<bool> {
    if meeting.audience == MeetingAudience::Open || policy::may(actor, &Deed::SeeCommittee(meeting.committee_id)) {
        return Ok(true);
    }
    match actor.account() {
        Some(account) => Ok(papers::registration_of(conn, meeting.id, account)?.is_some()),
        None => Ok(false),
    }
}
