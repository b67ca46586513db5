//! The accounts of others: making them for staff, giving and ending roles, disabling, a new password.

mod actions;
mod forms;
mod pages;
mod resets;
mod routes;
mod store;

pub(super) use routes::routes;
pub(super) use store::count;
