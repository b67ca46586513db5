//! The moderation of what residents write: its public log. Floors above note each act through this face.

mod model;
mod pages;
mod routes;
mod store;

pub(crate) use model::ActKind;
pub(crate) use store::{lock_reason, note};

/// Its addresses.
pub(crate) fn routes(routes: &mut crate::web::Routes) {
    routes::routes(routes);
}
