//! Administration: accounts and reference data, from pages.

use crate::web::Routes;

/// Its addresses.
pub fn routes(_routes: &mut Routes) {}
