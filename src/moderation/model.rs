//! The acts of moderators, as everybody reads them. Pure.

use diesel::prelude::*;

use crate::base::{CommitteeId, Time, named};
use crate::db::schema;

named! {
    /// What a moderator did, in the public log.
    pub enum ActKind {
        /// Made public.
        Publish = "publish",
        /// Not made public.
        Refuse = "refuse",
        /// Hidden.
        Hide = "hide",
        /// Shown again.
        Restore = "restore",
        /// A thread closed.
        Lock = "lock",
        /// A thread opened again.
        Unlock = "unlock",
        /// A thread given another subject.
        Move = "move",
        /// A thread joined to another one.
        Merge = "merge",
        /// A part of a thread made one of its own.
        Split = "split",
    }
}

/// One line of the public log of moderation. It holds no text of anybody.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::moderation_acts)]
pub struct Act {
    /// Its id.
    pub id: i64,
    /// When.
    pub at: Time,
    /// By which committee.
    pub committee_id: Option<CommitteeId>,
    /// What was done.
    pub action: String,
    /// To what: a kind, and for a concern its number.
    pub target: String,
    /// Why.
    pub reason: String,
}
