//! Patrols: who went out, where they stopped, how long they stayed and what they noted (T1, T5). A log of what was done, kept
//! by the unit for itself.
//!
//! Invariant (T7): nothing here is reachable by the public or by another unit; a concern that a patrol cites tells the day only.

pub(crate) mod actions;
mod forms;
pub(crate) mod model;
mod pages;
mod routes;
mod store;

pub use routes::routes;
