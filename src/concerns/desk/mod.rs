//! What units, services, moderators and oversight do with concerns.

use crate::web::Routes;

pub(super) fn routes(_routes: &mut Routes) {}
