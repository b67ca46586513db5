//! Dose (T2, T4, N9): not how many patrols went out, but where they stopped, how long, how regularly, and who was left out.
//!
//! Invariant (T7): the unit reads its own figures; the public reads visits by quartier and week, a week after the week's end.

pub(crate) mod model;
mod pages;
mod public;
mod routes;
mod store;

pub(crate) use public::{Presence, presence_of, weeks_of};
pub(super) use routes::routes;
