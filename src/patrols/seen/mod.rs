//! « Patrouille vue » (N10): a short code on the wall of a market or a school lets anyone confirm that a patrol came by. The
//! neighbourhood is a checkpoint of the log.
//!
//! Invariants: no account, no name, nothing of the phone; what is kept is a count a week and a wall; what is told is told a week
//! late and by the rule of small counts; the answer says thanks and nothing of when patrols come.

pub(crate) mod actions;
mod desk;
mod forms;
mod model;
mod public;
mod store;

pub(crate) use model::told;
pub(crate) use store::weeks;

use crate::web::Routes;

/// Its addresses.
pub(super) fn routes(routes: &mut Routes) {
    public::routes(routes);
    desk::routes(routes);
}
