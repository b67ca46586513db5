//! The privacy notice, version by version, and which version was agreed to (R16). The first version is the program's own
//! sentences; administrators publish later ones, and every version stays readable.

mod model;
mod pages;
mod store;

pub(crate) use store::{About, agree, agreements, current};

use crate::policy::Access;
use crate::web::Routes;

/// Its addresses.
pub fn routes(routes: &mut Routes) {
    routes.get(Access::Public, "/{l}/privacy", pages::latest);
    routes.get(Access::Public, "/{l}/privacy/{version}", pages::version);
    routes.get(Access::Admin, "/{l}/admin/notice", pages::edit);
    routes.post(Access::Admin, "/{l}/admin/notice", pages::publish);
    routes.get(Access::Admin, "/{l}/admin/notice/contact", pages::back);
    routes.post(Access::Admin, "/{l}/admin/notice/contact", pages::contact);
}
