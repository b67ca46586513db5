//! What hangs on a wall, and what a wall proves: the bulletin of a quartier and a month on one A4 (N13), and the ledger's hash of
//! each day (N15), which it carries. Everything on them is public before it is printed; nothing is written for them.

mod ledger;
mod month;
mod pages;
mod routes;

pub(crate) use month::Month;
pub(crate) use routes::routes;
