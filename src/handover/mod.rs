//! Handover (P9, N1): nobody leaves a unit, a service or a committee, or loses their account, while a file, a referral, a plan, a
//! patrol or a commitment has no new owner. One form gives all of it on; the leaver's sessions end with it; residents read that
//! who answers them changed, never who it was.

mod actions;
mod forms;
mod model;
mod pages;
mod routes;
mod store;

pub(crate) use routes::routes;
pub(crate) use store::held;
