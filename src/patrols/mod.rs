//! Patrols: who went out, where they stopped, how long they stayed and what they noted (T1, T5). A log of what was done, kept
//! by the unit for itself.
//!
//! Invariant (T7): nothing here is reachable by the public or by another unit; a concern that a patrol cites tells the day only.

pub(crate) mod actions;
pub(crate) mod contacts;
pub(crate) mod dose;
mod field;
mod forms;
pub(crate) mod handover;
pub(crate) mod model;
mod pages;
pub(crate) mod plan;
mod routes;
pub(crate) mod seen;
mod store;

pub(crate) use dose::{presence_of, weeks_of};
pub use routes::routes;

use crate::areas::Reference;
use crate::base::{AreaId, UnitId};

/// The quartiers a unit answers for.
pub(crate) fn quartiers_of(r: &Reference, unit: UnitId) -> Vec<AreaId> {
    forms::quartiers(r, unit).into_iter().map(|a| a.id).collect()
}
