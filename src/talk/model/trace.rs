//! What moderators did to a whole thread, told on it. Pure.

use diesel::prelude::*;

use super::{Subject, SubjectKind};
use crate::base::{ThreadId, Time, named};
use crate::db::schema;

named! {
    /// What happened to a thread.
    pub enum TraceKind {
        /// It was about something else.
        Moved = "moved",
        /// Another thread's posts came here.
        MergedIn = "merged-in",
        /// Its posts went to another thread.
        MergedAway = "merged-away",
        /// A part of it became a thread of its own.
        SplitOff = "split-off",
        /// It was a part of another thread.
        SplitFrom = "split-from",
        /// Nobody could write in it from then on.
        Locked = "locked",
        /// Everybody could again.
        Unlocked = "unlocked",
    }
}

/// One of these happenings.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::thread_traces)]
pub struct Trace {
    /// When.
    pub at: Time,
    /// What.
    pub kind: TraceKind,
    /// With which other thread.
    pub other_id: Option<ThreadId>,
    /// What a moved thread was about, as a word; empty for the rest.
    pub was_kind: String,
    /// Of that, which one.
    pub was_id: Option<i64>,
    /// How many posts went with it.
    pub posts: i64,
    /// Why.
    pub reason: String,
}

impl Trace {
    /// What a moved thread was about.
    pub fn was(&self) -> Option<Subject> {
        Subject::of(SubjectKind::parse(&self.was_kind)?, self.was_id?)
    }
}
