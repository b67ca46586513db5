//! Moderation beside what is moderated: the privacy guard, flags, decisions, appeals, what was blacked out, who is held back, the watch list, the row of what waits,
//! the public log. Each row names its target by a kind and an id, for posts and concerns alike; what a post or a concern is, the
//! floors above know.
//!
//! Invariant: a police role does nothing of this (D11). Nobody's words and nobody's name stand in the public log.

pub(crate) mod appeals;
mod asked;
pub(crate) mod decisions;
pub(crate) mod flagging;
pub(crate) mod flags;
pub(crate) mod ground;
pub(crate) mod guard;
mod model;
mod pages;
pub(crate) mod queue;
pub(crate) mod redactions;
pub(crate) mod restraints;
mod routes;
mod spots;
pub(crate) mod standing;
mod store;
mod target;
pub(crate) mod words;

pub(crate) use model::ActKind;
pub(crate) use store::{lock_reason, note};
pub(crate) use target::{Target, TargetKind};

/// Its addresses.
pub(crate) fn routes(routes: &mut crate::web::Routes) {
    routes::routes(routes);
    redactions::routes(routes);
}
