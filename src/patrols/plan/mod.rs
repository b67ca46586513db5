//! Planning a patrol (T3, N9): the program draws a few quartiers at random, more likely those with open concerns that were not
//! visited for long, and says why; the chief changes what they know better, and the change is kept.

pub(crate) mod actions;
mod forms;
pub(crate) mod model;
mod pages;
mod routes;
mod store;

pub(super) use model::{Plan, PlannedStop, missed};
pub(super) use pages::Ahead;
pub(super) use routes::routes;
pub(super) use store::{ahead_of, between, patrol_of, ready, stops_of, went};
