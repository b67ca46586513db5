//! The discussion: threads of meetings, places and public concerns, and what people write in them. Floors above use this face.

pub(crate) mod actions;
mod forms;
pub(crate) mod model;
mod pages;
mod reads;
mod routes;
pub(crate) mod store;

pub(crate) use routes::routes;
