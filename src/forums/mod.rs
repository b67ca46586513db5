//! Forums: committees, their meetings, minutes, commitments and threads.

use crate::web::Routes;

/// Its addresses.
pub fn routes(_routes: &mut Routes) {}
