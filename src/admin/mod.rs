//! Administration: accounts and reference data, from pages. Nothing is deleted here, only ended or put out of service, and
//! no page shows a word of a concern.

mod accounts;
mod clock;
mod grants;
mod home;
mod reference;
mod slips;
mod view;

use crate::base::Actor;
use crate::db::Tx;
use crate::error::Result;
use crate::policy::{Access, Deed, permit};
use crate::web::{Routes, actor_of};

/// Its addresses.
pub fn routes(routes: &mut Routes) {
    routes.get(Access::Admin, "/{l}/admin", home::home);
    accounts::routes(routes);
    reference::routes(routes);
    slips::routes(routes);
    clock::routes(routes);
    grants::routes(routes);
}

/// Permits administering as things stand inside the deed: a role ended a moment ago administers no more.
fn permit_now(tx: &mut Tx<'_>, actor: &Actor) -> Result<()> {
    let actor = match actor.account() {
        Some(id) => actor_of(tx.conn, id)?,
        None => actor.clone(),
    };
    permit(&actor, &Deed::Administer)
}
