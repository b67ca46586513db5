//! What the pages of the discussion need, read in one moment of the database: what a thread is about, who may read it, its posts.
//!
//! Invariant: a thread is read only through what it is about. What is no longer public takes its thread with it.

mod appeals;
mod judged;
mod mine;

use std::collections::HashMap;

use crate::areas::Reference;
use crate::base::{
    AccountId, Actor, AreaId, CategoryId, CommitteeId, ConcernNumber, Function, MASK, PostId, ThreadId, Time,
};
use crate::concerns;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::forums;
use crate::forums::model::MeetingAudience;
use crate::moderation;
use crate::moderation::appeals::Against;
use crate::moderation::redactions;
use crate::moderation::restraints::{self, Held};
use crate::moderation::standing::{self, Standing};
use crate::policy::{self, Deed};
use crate::web::Cursor;

use super::model::{Post, PostState, Spot, Subject, Thread, Trace};
use super::store::posts::{At, PostPage};
use super::store::{follows, posts, threads};

pub(crate) use appeals::{Appealed, Own, against, against_me, appealed, is_gone, own};
pub(crate) use judged::{Judged, judged};
pub(crate) use mine::{Followed, digest, mine, unread};

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
pub(crate) fn moderator_of(r: &Reference, area: AreaId) -> Option<CommitteeId> {
    let all = r.moderators_of(area);
    let own = all.iter().find(|c| r.committee(**c).is_some_and(|c| c.area_id == area));
    own.or(all.first()).copied()
}

fn committee_of(r: &Reference, area: AreaId) -> Result<CommitteeId> {
    moderator_of(r, area).ok_or(Error::NotFound)
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
                title: forums::first_words(concern.words.as_str()),
                number: Some(concern.number()),
                area: concern.area_id,
                committee: committee_of(r, concern.area_id)?,
                reserved: false,
                belongs: true,
            }
        }
    })
}

/// A thread, or the one it was joined to, and what it is about: a split is about what its origin is about.
pub(crate) fn thread_about(conn: &mut Conn, r: &Reference, actor: &Actor, id: ThreadId) -> Result<(Thread, About)> {
    let mut thread = threads::find(conn, id)?.ok_or(Error::NotFound)?;
    // What was joined to another thread is read there.
    if let Some(other) = thread.merged_into {
        thread = threads::find(conn, other)?.ok_or(Error::NotFound)?;
    }
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
    pub(crate) posts: PostPage,
    /// What these answer.
    pub(crate) answered: Vec<Post>,
    /// The names of those who want theirs shown.
    pub(crate) names: HashMap<AccountId, String>,
    /// What was decided on messages of the reader's own that are away.
    pub(crate) against: HashMap<PostId, Against>,
    /// Why parts of messages are black.
    pub(crate) masked: HashMap<PostId, String>,
    /// Why it was closed, and when.
    pub(crate) lock: Option<(Time, String)>,
    /// What was done to it as a whole, with what it was about before, where this reader may know it.
    pub(crate) traces: Vec<(Trace, Option<About>)>,
    /// What was about this before and is about something else now: what was noted then, the thread, how that is called.
    pub(crate) left: Vec<(Trace, ThreadId, String)>,
    /// What was split off the threads about this.
    pub(crate) parts: Vec<Thread>,
    /// How far the reader has read it; nothing when they do not follow it.
    pub(crate) read_to: Option<Cursor>,
    /// How the reader stands with its committee.
    pub(crate) standing: Standing,
    /// What holds the reader back there: why, and until when.
    pub(crate) held: Vec<Held>,
    /// True for a reader who moderates it.
    pub(crate) runs: bool,
}

impl Talk {
    /// Where its last shown post stands, when a follower has come further than before.
    pub(crate) fn further(&self) -> Option<Cursor> {
        let (read, last) = (self.read_to?, self.posts.items.last().map(posts::cursor)?);
        ((last.key, last.id) > (read.key, read.id)).then_some(last)
    }

    /// Where it lies, for choosing a voice.
    pub(crate) fn spot(&self, r: &Reference) -> Spot {
        let committee = self.thread.as_ref().map_or(self.about.committee, |t| t.committee_id);
        spot(r, committee, self.about.area)
    }
}

/// Where a thread lies.
pub(crate) fn spot(r: &Reference, committee: CommitteeId, area: AreaId) -> Spot {
    const ANY_KIND: CategoryId = CategoryId::new(0);
    Spot { committee, area, commune: r.commune_of(area).map(|c| c.id), unit: r.routed(area, ANY_KIND) }
}

/// What was done to a thread. What it was about is named only to those who may still read that.
fn traces(conn: &mut Conn, r: &Reference, actor: &Actor, thread: &Thread) -> Result<Vec<(Trace, Option<About>)>> {
    let mut told = Vec::new();
    for trace in threads::traces(conn, thread.id)? {
        let was = match trace.was() {
            Some(subject) => known(about(conn, r, actor, subject))?,
            None => None,
        };
        told.push((trace, was));
    }
    Ok(told)
}

/// Threads that were about a subject and are elsewhere now, for a reader who may know where.
fn left(
    conn: &mut Conn,
    r: &Reference,
    actor: &Actor,
    subject: Subject,
    own: Option<ThreadId>,
) -> Result<Vec<(Trace, ThreadId, String)>> {
    let mut told = Vec::new();
    for (id, trace) in threads::moved_from(conn, subject)? {
        let found = known(thread_about(conn, r, actor, id))?;
        let elsewhere =
            |(thread, about): &(Thread, About)| about.belongs && about.subject != subject && Some(thread.id) != own;
        if let Some((thread, about)) = found.filter(elsewhere) {
            let title = if thread.title.is_empty() { about.title } else { thread.title };
            told.push((trace, thread.id, title));
        }
    }
    Ok(told)
}

/// What was split off whatever is said about a subject.
pub(crate) fn parts_about(conn: &mut Conn, subject: Subject) -> Result<Vec<Thread>> {
    match threads::own(conn, subject)? {
        Some(root) => threads::parts(conn, root.id),
        None => Ok(Vec::new()),
    }
}

/// What may be known; nothing where the reader may not.
pub(crate) fn known<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What was said, to this reader.
pub(crate) fn talk(
    conn: &mut Conn,
    r: &Reference,
    actor: &Actor,
    (thread, about): (Option<Thread>, About),
    at: At,
    now: Time,
) -> Result<Talk> {
    let account = actor.account();
    let committee = thread.as_ref().map_or(about.committee, |t| t.committee_id);
    let mut talk = Talk {
        posts: PostPage::default(),
        answered: Vec::new(),
        names: HashMap::new(),
        against: HashMap::new(),
        masked: HashMap::new(),
        lock: None,
        traces: Vec::new(),
        left: Vec::new(),
        parts: Vec::new(),
        read_to: None,
        standing: match account {
            Some(account) => standing::of(conn, account, committee, now)?,
            None => Standing::Free,
        },
        held: match account {
            Some(account) => restraints::of(conn, account, committee, now)?,
            None => Vec::new(),
        },
        runs: policy::may(actor, &Deed::RunCommittee(committee)),
        thread,
        about,
    };
    if !talk.about.belongs {
        return Ok(talk);
    }
    let own = talk.thread.as_ref().map(|t| t.id);
    talk.left = left(conn, r, actor, talk.about.subject, own)?;
    talk.parts = parts_about(conn, talk.about.subject)?;
    talk.parts.retain(|part| Some(part.id) != own);
    let Some(thread) = talk.thread.clone() else { return Ok(talk) };
    talk.posts = posts::page(conn, thread.id, account, at)?;
    let asked: Vec<PostId> = talk.posts.items.iter().filter_map(|p| p.reply_to).collect();
    talk.answered = posts::those(conn, &asked)?;
    let official = |p: &&Post| p.function != Function::Resident;
    let authors: Vec<AccountId> = talk.posts.items.iter().filter(official).map(|p| p.account_id).collect();
    talk.names = posts::names(conn, &authors)?;
    if let Some(account) = account {
        talk.against = appeals::of_mine(conn, account, &talk.posts.items)?;
    }
    let black: Vec<PostId> = talk.posts.items.iter().filter(|p| p.body.contains(MASK)).map(|p| p.id).collect();
    talk.masked = redactions::reasons(conn, &black)?;
    talk.lock = if thread.locked { moderation::lock_reason(conn, thread.id)? } else { None };
    talk.traces = traces(conn, r, actor, &thread)?;
    talk.read_to = match account {
        Some(account) => follows::read_to(conn, account, thread.id)?,
        None => None,
    };
    Ok(talk)
}

/// A post with its thread and what that is about, for a reader who may read it: everybody what is visible, its author what waits,
/// too, its moderators all of it.
pub(crate) fn post(conn: &mut Conn, r: &Reference, actor: &Actor, id: PostId) -> Result<(Post, Thread, About)> {
    let post = posts::find(conn, id)?.ok_or(Error::NotFound)?;
    let (thread, about) = thread_about(conn, r, actor, post.thread_id)?;
    let own = actor.account() == Some(post.account_id);
    let runs = policy::may(actor, &Deed::RunCommittee(thread.committee_id));
    let reads = about.belongs && (post.state == PostState::Visible || own || runs);
    if reads { Ok((post, thread, about)) } else { Err(Error::NotFound) }
}
