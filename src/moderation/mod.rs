//! Moderation beside what is moderated: the privacy guard, flags, decisions, appeals, redactions, who is held back, the watch list.
//! Each row names its target by a kind and an id, for posts and concerns alike; what a post or a concern is, the floors above know.
//!
//! Invariant: a police role does nothing of this (D11). Nobody's words and nobody's name stand in the public log.

pub(crate) mod guard;
mod model;
mod pages;
mod routes;
pub(crate) mod standing;
mod store;

pub(crate) use model::ActKind;
pub(crate) use store::{lock_reason, note};

/// Its addresses.
pub(crate) fn routes(routes: &mut crate::web::Routes) {
    routes::routes(routes);
}
