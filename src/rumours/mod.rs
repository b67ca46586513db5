//! The rumour desk (N12): what is said in a quartier, written neutrally and without names, and what committee and police say of it
//! together: we check, true, false, nobody knows.
//!
//! Invariants: no answer is public before both sides signed it, with two accounts; a police role never signs for the committee; a
//! correction is a further step, and nothing said before is written over; what a resident asked is read by the committee alone.

pub(crate) mod actions;
mod desk;
mod forms;
mod model;
mod pages;
mod public;
mod store;

pub(crate) use model::{Answer, Do, Rumour, State, Written};
pub(crate) use pages::{Card, chip};
pub(crate) use store::latest;

use crate::policy::Access;
use crate::web::Routes;

/// Its addresses.
pub(crate) fn routes(routes: &mut Routes) {
    routes.get(Access::Public, "/{l}/rumours", public::list);
    routes.get(Access::Anyone, "/{l}/rumours/ask", public::ask);
    routes.post(Access::Anyone, "/{l}/rumours/ask", public::asked);
    routes.get(Access::Together, "/{l}/rumours/desk", desk::list);
    routes.get(Access::Together, "/{l}/rumours/desk/new", desk::new);
    routes.post(Access::Together, "/{l}/rumours/desk/new", desk::open);
    routes.get(Access::Together, "/{l}/rumours/desk/{id}", desk::one);
    routes.post(Access::Together, "/{l}/rumours/desk/{id}", desk::sign);
    routes.post(Access::Committee, "/{l}/rumours/asks/{id}", desk::decide);
    routes.get(Access::Public, "/{l}/rumours/{id}", public::one);
    routes.get(Access::Public, "/feeds/rumours/{slug}.atom", public::feed);
}
