//! What everybody may do: file, follow, read.

use crate::web::Routes;

pub(super) fn routes(_routes: &mut Routes) {}
