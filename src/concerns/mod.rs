//! Concerns.

use crate::web::Routes;

/// Its addresses.
pub fn routes(_routes: &mut Routes) {}
