//! Roles over the whole district are given by two people (ASVS 5.0, 8.2; NIST SP 800-53 AC-3(2), dual authorization): one asks, another
//! administrator or an overseer decides. Who would hold the role decides nothing. An asking that nobody answered in time lapses.
//!
//! `sigida account create` gives such a role at once: whoever works on the machine itself could do anything anyway, and the first
//! administrator has nobody to ask.

mod actions;
mod pages;
mod store;

pub(super) use actions::{ask, refuse_all};
pub(super) use pages::routes;
pub(super) use store::{waiting, waiting_for};

use crate::base::Role;

/// True for the roles that two people give.
pub(super) const fn needs_two(role: Role) -> bool {
    matches!(role, Role::Admin | Role::Overseer)
}
