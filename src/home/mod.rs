//! The first page, and the pages about places.

use crate::web::Routes;

/// Its addresses.
pub fn routes(_routes: &mut Routes) {}
