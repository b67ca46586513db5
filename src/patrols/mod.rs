//! Patrols: stops with arrival and leaving. Nothing operational is public.

use crate::web::Routes;

/// Its addresses.
pub fn routes(_routes: &mut Routes) {}
