//! Following public things (R19): the Atom feed of a place for everybody, and for accounts what changed in the concerns and places
//! they follow. Only what everybody may read is followed: nothing here sees anything else.

pub(crate) mod actions;
mod feed;
mod pages;
mod store;

pub(crate) use pages::Follow;
pub(crate) use store::{follows_area, follows_concern, unread};

use crate::policy::Access;
use crate::web::Routes;

pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::SignedIn, "/{l}/account/following", pages::list);
    routes.post(Access::SignedIn, "/{l}/account/following", pages::change);
    routes.get(Access::Public, "/feeds/areas/{slug}.atom", feed::area);
}
