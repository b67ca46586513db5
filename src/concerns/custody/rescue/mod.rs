//! The key on three papers: what three custodians keep in drawers for the day on which no password of theirs opens anything. Made
//! by one of them for three of them; each reads their own paper alone, once, and says that it is on paper; two papers then seal
//! everything anew to those who are custodians that day. Nothing sealed is shown, and one paper says nothing.

mod actions;
mod pages;
mod store;

pub(super) use store::is_whole;

use crate::policy::Access;
use crate::web::Routes;

pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Oversight, "/{l}/oversight/custody/rescue", pages::show);
    routes.post(Access::Oversight, "/{l}/oversight/custody/rescue", pages::make);
    routes.post(Access::Oversight, "/{l}/oversight/custody/rescue/paper", pages::read);
    routes.post(Access::Oversight, "/{l}/oversight/custody/rescue/kept", pages::kept);
    routes.post(Access::Oversight, "/{l}/oversight/custody/rescue/use", pages::open);
}
