//! Priorities (P10): what a unit puts first, written by its chief, read by everybody on the unit's page: the issue, the action and
//! two dates. Nothing is written over.

pub(crate) mod actions;
mod forms;
pub(crate) mod model;
mod pages;
mod routes;
mod store;

pub(crate) use model::{Priority, State};
pub(crate) use pages::standing;
pub(crate) use routes::routes;
pub(crate) use store::of_unit;
