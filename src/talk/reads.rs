//! What the pages of the discussion need, read in one moment of the database: what a thread is about, who may read it, its posts.
//!
//! Invariant: a thread is read only through what it is about. What is no longer public takes its thread with it.

use crate::areas::Reference;
use crate::base::{Actor, AreaId, CommitteeId, ConcernNumber, ThreadId, Time};
use crate::concerns;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::forums;
use crate::forums::model::MeetingAudience;
use crate::moderation;
use crate::moderation::flags::Flag;
use crate::moderation::guard::WatchWord;
use crate::moderation::restraints::Held;
use crate::policy::{self, Deed};
use crate::web::{Cursor, Slice};

use super::model::{Post, Subject, Thread};
use super::store::{posts, threads};

/// What a thread is about, as this reader may know it.
#[derive(Debug, Clone)]
pub(crate) struct About {
    /// It.
    pub(crate) subject: Subject,
    /// A meeting's title, a place's name, a concern's first words.
    pub(crate) title: String,
    /// A concern's number.
    pub(crate) number: Option<ConcernNumber>,
    /// Where it lies.
    pub(crate) area: AreaId,
    /// Who moderates what is said of it.
    pub(crate) committee: CommitteeId,
    /// True when not everybody reads it.
    pub(crate) reserved: bool,
    /// True for a reader who may read and write.
    pub(crate) belongs: bool,
}

/// Who moderates what is said of a place: the committee of the place itself before its commune's; where nobody speaks for it, the
/// first of all, so that nothing is said that nobody answers for.
fn committee_of(r: &Reference, area: AreaId) -> Result<CommitteeId> {
    let all = r.moderators_of(area);
    let own = all.iter().find(|c| r.committee(**c).is_some_and(|c| c.area_id == area));
    own.or(all.first()).copied().ok_or(Error::NotFound)
}

/// What can be talked about, if this reader may know of it.
pub(crate) fn about(conn: &mut Conn, r: &Reference, actor: &Actor, subject: Subject) -> Result<About> {
    Ok(match subject {
        Subject::Meeting(id) => {
            let meeting = forums::meeting(conn, id)?.ok_or(Error::NotFound)?;
            About {
                subject,
                belongs: forums::belongs(conn, actor, &meeting)?,
                reserved: meeting.audience != MeetingAudience::Open,
                title: meeting.title,
                number: None,
                area: meeting.area_id,
                committee: meeting.committee_id,
            }
        }
        Subject::Area(id) => {
            let area = r.area(id).filter(|a| a.active).ok_or(Error::NotFound)?;
            let (title, committee) = (r.place_name(area.id), committee_of(r, id)?);
            About { subject, title, number: None, area: id, committee, reserved: false, belongs: true }
        }
        Subject::Concern(id) => {
            let concern = concerns::spoken_of(conn, id)?.ok_or(Error::NotFound)?;
            About {
                subject,
                title: forums::first_words(&concern.words),
                number: Some(concern.number()),
                area: concern.area_id,
                committee: committee_of(r, concern.area_id)?,
                reserved: false,
                belongs: true,
            }
        }
    })
}

/// A thread and what it is about: a split is about what its origin is about.
pub(crate) fn thread_about(conn: &mut Conn, r: &Reference, actor: &Actor, id: ThreadId) -> Result<(Thread, About)> {
    let thread = threads::find(conn, id)?.ok_or(Error::NotFound)?;
    let mut root = thread.clone();
    // A split of a split of a split: each step leads to an older thread, so this ends.
    while root.subject().is_none() {
        let origin = root.origin_id.ok_or_else(|| Error::internal("a split without its origin"))?;
        root = threads::find(conn, origin)?.ok_or_else(|| Error::internal("an origin that is gone"))?;
    }
    let subject = root.subject().ok_or(Error::NotFound)?;
    let about = about(conn, r, actor, subject)?;
    Ok((thread, about))
}

/// A page of a thread.
pub(crate) struct Talk {
    /// It; nothing while nobody has written.
    pub(crate) thread: Option<Thread>,
    /// What it is about.
    pub(crate) about: About,
    /// Posts, oldest first; none for a reader who may not read.
    pub(crate) posts: Slice<Post>,
    /// Why it was closed, and when.
    pub(crate) lock: Option<(Time, String)>,
    /// True for a reader who moderates it.
    pub(crate) runs: bool,
}

/// What was said, to this reader, from a cursor on.
pub(crate) fn talk(
    conn: &mut Conn,
    actor: &Actor,
    (thread, about): (Option<Thread>, About),
    after: Option<Cursor>,
) -> Result<Talk> {
    let posts = match &thread {
        Some(thread) if about.belongs => posts::page(conn, thread.id, actor.account(), after)?,
        _ => Slice { items: Vec::new(), next: None },
    };
    let lock = match &thread {
        Some(thread) if thread.locked => moderation::lock_reason(conn, thread.id)?,
        _ => None,
    };
    let committee = thread.as_ref().map_or(about.committee, |t| t.committee_id);
    Ok(Talk { posts, lock, runs: policy::may(actor, &Deed::RunCommittee(committee)), thread, about })
}

/// A message before its moderator.
pub(crate) struct Judged {
    pub(crate) post: Post,
    pub(crate) thread: Thread,
    /// What it is said about.
    pub(crate) title: String,
    pub(crate) flags: Vec<Flag>,
    /// Messages that quote it.
    pub(crate) quoting: Vec<Post>,
    /// What holds its author back now.
    pub(crate) held: Vec<Held>,
    /// The watch list.
    pub(crate) watch: Vec<WatchWord>,
}
