//! Threads and posts: pure, without a database, a clock or words in any language.

mod holding;
mod trace;
mod voice;

use diesel::prelude::*;

use crate::base::{AccountId, AreaId, CommitteeId, ConcernId, Function, Id, MeetingId, PostId, ThreadId, Time, named};
use crate::db::schema;

pub(crate) use holding::{DAY_TWICE, FLOOD_MINUTES, FLOOD_POSTS, MASKED, NEWCOMER_POSTS, held_for, same_words};
pub(crate) use trace::{Trace, TraceKind};
pub(crate) use voice::{Spot, Voice, voices, word};

named! {
    /// What a thread is about, as a word.
    pub enum SubjectKind {
        /// A meeting.
        Meeting = "meeting",
        /// A quartier or a commune.
        Area = "area",
        /// A concern that everybody may read.
        Concern = "concern",
        /// A part of another thread, made one of its own; it is about what that one is about.
        Split = "split",
    }
}

/// What a thread is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A meeting.
    Meeting(MeetingId),
    /// A quartier or a commune.
    Area(AreaId),
    /// A public concern.
    Concern(ConcernId),
}

impl Subject {
    /// As the database keeps it.
    pub const fn columns(self) -> (SubjectKind, i64) {
        match self {
            Subject::Meeting(id) => (SubjectKind::Meeting, id.raw()),
            Subject::Area(id) => (SubjectKind::Area, id.raw()),
            Subject::Concern(id) => (SubjectKind::Concern, id.raw()),
        }
    }

    /// Of the two columns; nothing for a split, whose origin knows.
    pub const fn of(kind: SubjectKind, id: i64) -> Option<Subject> {
        match kind {
            SubjectKind::Meeting => Some(Subject::Meeting(Id::new(id))),
            SubjectKind::Area => Some(Subject::Area(Id::new(id))),
            SubjectKind::Concern => Some(Subject::Concern(Id::new(id))),
            SubjectKind::Split => None,
        }
    }
}

named! {
    /// Whether a post is read.
    pub enum PostState {
        /// Everybody reads it.
        Visible = "visible",
        /// Hidden by the committee; the text stays for a restore.
        Hidden = "hidden",
        /// Waits for a moderator; nobody but its author and they read it.
        Held = "held",
        /// Never shown: a moderator said no.
        Refused = "refused",
    }
}

impl PostState {
    /// True for what everybody meets in the thread, if only as a line that says it is hidden: what the thread counts.
    pub const fn is_met(self) -> bool {
        matches!(self, PostState::Visible | PostState::Hidden)
    }
}

/// A discussion.
#[derive(Debug, Clone, Queryable, QueryableByName, Selectable)]
#[diesel(table_name = schema::threads)]
pub struct Thread {
    /// Its id.
    pub id: ThreadId,
    /// What it is about.
    pub subject_kind: SubjectKind,
    /// Of that, which one.
    pub subject_id: i64,
    /// Who moderates it.
    pub committee_id: CommitteeId,
    /// True when nobody may write.
    pub locked: bool,
    /// What it is called, when it was split off.
    pub title: String,
    /// What it was split from.
    pub origin_id: Option<ThreadId>,
    /// Where its posts went, when it was joined to another one.
    pub merged_into: Option<ThreadId>,
    /// How many posts everybody meets in it.
    pub posts: i64,
    /// When the last one was written.
    pub last_at: Option<Time>,
}

impl Thread {
    /// What it is about itself; nothing for a split.
    pub const fn subject(&self) -> Option<Subject> {
        Subject::of(self.subject_kind, self.subject_id)
    }
}

/// A message in a thread.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::posts)]
pub struct Post {
    /// Its id.
    pub id: PostId,
    /// Where.
    pub thread_id: ThreadId,
    /// Who wrote it; never shown.
    pub account_id: AccountId,
    /// As what.
    pub function: Function,
    /// For which unit, committee, service or area.
    pub scope_id: Option<i64>,
    /// The words.
    pub body: String,
    /// Whether it is read.
    pub state: PostState,
    /// Why it was hidden or refused.
    pub reason: String,
    /// When.
    pub at: Time,
    /// Which post it answers.
    pub reply_to: Option<PostId>,
    /// When its words were last changed.
    pub edited_at: Option<Time>,
    /// Which rules held it, with commas.
    pub held_for: String,
}
