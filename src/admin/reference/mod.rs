//! Reference data from pages: areas, units, categories, committees, services, emergency numbers, who helps, and who answers where.
//! Each kind is described once ([`kind::Kind`]); its list, its form and its deeds are shared.

mod actions;
mod areas;
mod categories;
mod committees;
mod holidays;
mod kind;
mod model;
mod numbers;
mod partners;
mod prompts;
mod questions;
mod replies;
mod routes;
mod routings;
mod sounds;
mod store;
mod support;
mod units;
mod watched;

pub(super) use routes::routes;
