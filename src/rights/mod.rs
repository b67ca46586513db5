//! Rights over one's own data (R17): with the code or the account, see everything that is held, and ask in one's own words to have
//! it corrected or erased. A request has a number and a due date; an administrator answers it without reading what is sealed.

mod actions;
mod data;
mod desk;
pub(crate) mod erased;
mod holdings;
mod model;
mod pages;
mod replay;
mod store;

pub(crate) use actions::empty_account;
pub(crate) use replay::{Replayed, replay};
pub(crate) use store::{forget, forgettable, waiting};

use crate::policy::Access;
use crate::web::Routes;

/// Its addresses.
pub fn routes(routes: &mut Routes) {
    routes.get(Access::Anyone, "/{l}/follow/concern/data", pages::of_concern);
    routes.post(Access::Anyone, "/{l}/follow/concern/data", pages::ask_of_concern);
    routes.get(Access::SignedIn, "/{l}/account/data", pages::of_account);
    routes.post(Access::SignedIn, "/{l}/account/data", pages::ask_of_account);
    routes.get(Access::Admin, "/{l}/admin/rights", desk::list);
    routes.proven(|routes| {
        routes.get(Access::Admin, "/{l}/admin/rights/{id}", desk::show);
        routes.post(Access::Admin, "/{l}/admin/rights/{id}", desk::answer);
    });
}
