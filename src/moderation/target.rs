//! What is moderated, named by its kind and id: what a post or a concern is, the floors above know.

use crate::base::{ConcernId, PostId, named};

named! {
    /// What kind of thing.
    pub enum TargetKind {
        /// A message of a discussion.
        Post = "post",
        /// A concern.
        Concern = "concern",
    }
}

/// A thing that is moderated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Target {
    /// What it is.
    pub(crate) kind: TargetKind,
    /// Which one.
    pub(crate) id: i64,
}

impl Target {
    /// A message.
    pub(crate) const fn post(id: PostId) -> Target {
        Target { kind: TargetKind::Post, id: id.raw() }
    }

    /// A concern.
    pub(crate) const fn concern(id: ConcernId) -> Target {
        Target { kind: TargetKind::Concern, id: id.raw() }
    }
}
