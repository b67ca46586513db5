//! Forums: committees, their meetings, minutes, commitments and threads. Floors above use this face.

pub(crate) mod actions;
pub(crate) mod model;
mod store;

use crate::web::Routes;

/// Its addresses.
pub fn routes(_routes: &mut Routes) {}
