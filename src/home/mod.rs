//! The first page, danger, the pages about places and units, and who may do what.

mod areas;
mod danger;
#[expect(clippy::module_inception, reason = "the first page of the pages around it")]
mod home;
mod powers;
mod units;

use crate::policy::Access;
use crate::web::Routes;

/// Its addresses.
pub fn routes(routes: &mut Routes) {
    routes.get(Access::Public, "/{l}", home::home);
    routes.get(Access::Public, "/{l}/danger", danger::danger);
    routes.get(Access::Public, "/{l}/areas", areas::all);
    routes.get(Access::Public, "/{l}/areas/{slug}", areas::one);
    routes.get(Access::Public, "/{l}/powers", powers::powers);
    routes.get(Access::Public, "/{l}/units", units::all);
    routes.get(Access::Public, "/{l}/units/{slug}", units::one);
}
