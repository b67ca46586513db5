//! What the pages of forums need, read in one moment of the database. No words and no HTTP here.

use std::collections::HashMap;

use crate::areas::Reference;
use crate::base::{Actor, CommitteeId, ConcernId, DAY, MeetingId, Time};
use crate::concerns;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::policy::{self, Deed};
use crate::web::{Cursor, Slice};

use super::actions::belongs;
use super::model::{
    AgendaItem, Commitment, Count, Meeting, Minutes, MinutesState, Phase, Post, Registration, Thread, missing_minutes,
    month_of,
};
use super::store::commitments::{self, Filter};
use super::store::{meetings, papers, talk};

/// All committees: what comes and what is missing.
pub struct Forums {
    /// The next meetings, soonest first.
    pub next: Vec<Meeting>,
    /// Who met, or meets, this month.
    pub month: Vec<CommitteeId>,
    /// Meetings whose minutes are missing, oldest first.
    pub missing: Vec<Meeting>,
    /// Commitments overdue.
    pub overdue: i64,
}

/// Minutes are missing from this instant back.
fn minutes_line(now: Time) -> Time {
    now.plus(-14 * DAY)
}

pub fn forums(conn: &mut Conn, now: Time) -> Result<Forums> {
    let (first, end) = month_of(now);
    Ok(Forums {
        next: meetings::upcoming(conn, now, None, 200)?,
        month: meetings::between(conn, first.start(), end.start())?.into_iter().map(|(c, _)| c).collect(),
        missing: meetings::without_minutes(conn, minutes_line(now), None, 20)?,
        overdue: commitments::tally(conn, &Filter::default(), now.day())?.1,
    })
}

/// One committee.
pub struct Forum {
    /// What comes.
    pub next: Vec<Meeting>,
    /// What was, newest first.
    pub past: Slice<Meeting>,
    /// How far the minutes of what was are.
    pub states: HashMap<MeetingId, MinutesState>,
    /// What is expected, the longest overdue first.
    pub expected: Vec<Commitment>,
    /// How many are overdue.
    pub overdue: i64,
    /// True when it meets this month.
    pub meets: bool,
    /// Meetings whose minutes are missing.
    pub missing: Vec<Meeting>,
}

pub fn forum(conn: &mut Conn, now: Time, committee: CommitteeId, after: Option<Cursor>) -> Result<Forum> {
    let (first, end) = month_of(now);
    let past = meetings::past(conn, committee, now, after)?;
    let ids: Vec<MeetingId> = past.items.iter().map(|m| m.id).collect();
    let of = Filter { committee: Some(committee), ..Filter::default() };
    Ok(Forum {
        next: meetings::upcoming(conn, now, Some(&[committee]), 20)?,
        states: papers::states(conn, &ids)?.into_iter().collect(),
        past,
        expected: commitments::expected(conn, &of, 20)?,
        overdue: commitments::tally(conn, &of, now.day())?.1,
        meets: meetings::between(conn, first.start(), end.start())?.iter().any(|(c, _)| *c == committee),
        missing: meetings::without_minutes(conn, minutes_line(now), Some(&[committee]), 20)?,
    })
}

/// One meeting with everything about it.
pub struct MeetingFile {
    /// It.
    pub meeting: Meeting,
    /// Its agenda.
    pub agenda: Vec<AgendaItem>,
    /// The concerns on it that everybody may read.
    pub concerns: Vec<concerns::Brief>,
    /// Places kept, and people waiting.
    pub places: (i64, i64),
    /// How many came in at the door.
    pub entered: i64,
    /// Who came.
    pub counts: Vec<Count>,
    /// The newest version of its minutes.
    pub minutes: Option<Minutes>,
    /// What was promised there.
    pub promised: Vec<Commitment>,
    /// What is expected of the committee's promisers now.
    pub expected: Vec<Commitment>,
    /// The committee's meeting before this one.
    pub last: Option<Meeting>,
    /// Its thread and the number of posts.
    pub thread: Option<(Thread, i64)>,
    /// True for a reader who may read what is reserved.
    pub belongs: bool,
    /// True for a reader who runs the committee.
    pub runs: bool,
}

impl MeetingFile {
    /// The minutes this reader may read as a member of the public.
    pub fn public_minutes(&self) -> Option<&Minutes> {
        self.minutes.as_ref().filter(|m| m.state.is_public() && self.belongs)
    }

    /// True when the minutes should be public and are not.
    pub fn misses_minutes(&self, now: Time) -> bool {
        let public = self.minutes.as_ref().is_some_and(|m| m.state.is_public());
        missing_minutes(&self.meeting, public, now)
    }
}

pub fn meeting(conn: &mut Conn, actor: &Actor, now: Time, id: MeetingId) -> Result<MeetingFile> {
    let meeting = meetings::find(conn, id)?.ok_or(Error::NotFound)?;
    let agenda = meetings::agenda(conn, id)?;
    let cited: Vec<ConcernId> = agenda.iter().filter_map(|i| i.concern_id).collect();
    let upcoming = meeting.phase(now) == Phase::Upcoming;
    let of = Filter { committee: Some(meeting.committee_id), ..Filter::default() };
    let thread = talk::thread_of(conn, id)?;
    Ok(MeetingFile {
        concerns: if cited.is_empty() { Vec::new() } else { concerns::public_briefs(conn, &cited)? },
        places: papers::places(conn, id)?,
        entered: papers::ticked(conn, id)?,
        counts: papers::counts(conn, id)?,
        minutes: papers::newest(conn, id)?,
        promised: commitments::of_meeting(conn, id)?,
        expected: if upcoming { commitments::expected(conn, &of, 50)? } else { Vec::new() },
        last: meetings::last_held(conn, meeting.committee_id, meeting.starts_at.min(now))?.filter(|m| m.id != id),
        thread: match thread {
            Some(thread) => Some((thread.clone(), talk::count(conn, thread.id)?)),
            None => None,
        },
        belongs: belongs(conn, actor, &meeting)?,
        runs: policy::may(actor, &Deed::RunCommittee(meeting.committee_id)),
        agenda,
        meeting,
    })
}

/// A page of a thread.
pub struct Talk {
    /// It.
    pub thread: Thread,
    /// What it is about.
    pub meeting: Meeting,
    /// Posts, oldest first; none for a reader who may not read.
    pub posts: Slice<Post>,
    /// Why it was closed, and when.
    pub lock: Option<(Time, String)>,
    /// True for a reader who may read and write.
    pub belongs: bool,
    /// True for a reader who moderates it.
    pub runs: bool,
}

pub fn thread(conn: &mut Conn, actor: &Actor, id: crate::base::ThreadId, after: Option<Cursor>) -> Result<Talk> {
    let thread = talk::thread(conn, id)?.ok_or(Error::NotFound)?;
    let meeting = meetings::find(conn, thread.meeting())?.ok_or(Error::NotFound)?;
    let belongs = belongs(conn, actor, &meeting)?;
    Ok(Talk {
        posts: if belongs { talk::posts(conn, id, after)? } else { Slice { items: Vec::new(), next: None } },
        lock: if thread.locked { talk::lock_reason(conn, id)? } else { None },
        runs: policy::may(actor, &Deed::RunCommittee(thread.committee_id)),
        belongs,
        meeting,
        thread,
    })
}

/// The register.
pub struct Register {
    /// A page of it.
    pub page: Slice<Commitment>,
    /// How many are expected, and how many of these are overdue, under the same committee and owner.
    pub tally: (i64, i64),
}

pub fn register(conn: &mut Conn, filter: &Filter, now: Time, after: Option<Cursor>) -> Result<Register> {
    Ok(Register {
        page: commitments::page(conn, filter, now.day(), after)?,
        tally: commitments::tally(conn, filter, now.day())?,
    })
}

/// What waits for a moderator.
pub struct Desk {
    /// Concerns to publish or refuse, oldest first.
    pub concerns: Vec<concerns::Waiting>,
    /// Meetings ahead, soonest first, with how many points the committee added.
    pub ahead: Vec<(Meeting, i64)>,
    /// Meetings held without public minutes, oldest first.
    pub minutes: Vec<Meeting>,
    /// Overdue commitments, longest first.
    pub overdue: Vec<Commitment>,
}

pub fn desk(conn: &mut Conn, now: Time, committees: &[CommitteeId], r: &Reference) -> Result<Desk> {
    let mut ahead = Vec::new();
    for meeting in meetings::upcoming(conn, now, Some(committees), 20)? {
        let own = meetings::own_items(conn, meeting.id)?;
        ahead.push((meeting, own));
    }
    Ok(Desk {
        concerns: concerns::waiting_for(conn, committees, r)?,
        ahead,
        minutes: meetings::without_minutes(conn, now, Some(committees), 20)?,
        overdue: commitments::overdue(conn, committees, now.day(), 20)?,
    })
}

/// The door of a meeting.
pub struct DoorList {
    /// Whoever registered, first come first.
    pub rows: Slice<Registration>,
    /// Places kept, and people waiting.
    pub places: (i64, i64),
    /// How many came in.
    pub entered: i64,
}

pub fn door(conn: &mut Conn, id: MeetingId, after: Option<Cursor>) -> Result<DoorList> {
    Ok(DoorList {
        rows: papers::door(conn, id, after)?,
        places: papers::places(conn, id)?,
        entered: papers::ticked(conn, id)?,
    })
}
