//! Custody of identities (R14): who filed is sealed to the overseers; the unit asks with a reason, an overseer grants or refuses
//! with a reason, the asker opens it on a page of its own. Two people, always; each step stays in the file for ever. For the day on
//! which no overseer's password opens anything, two of three papers do ([`rescue`]).

mod actions;
mod desk;
mod model;
mod oversight;
mod rescue;
mod store;

pub(crate) use actions::{ask, give};
pub(crate) use model::{Person, Step};
pub(crate) use store::{Standing, closed_before, drop_lapsed, erase, lapsed, standing, steps};

use crate::i18n::{L, Text};
use crate::policy::Access;
use crate::web::Routes;

pub(super) fn routes(routes: &mut Routes) {
    routes.get(Access::Oversight, "/{l}/oversight/custody", oversight::queue);
    routes.proven(|routes| {
        routes.get(Access::Desk, "/{l}/desk/concerns/{number}/identity", desk::show);
        routes.post(Access::Desk, "/{l}/desk/concerns/{number}/identity", desk::ask);
        routes.post(Access::Desk, "/{l}/desk/concerns/{number}/identity/opening", desk::open);
        routes.post(Access::Oversight, "/{l}/oversight/custody/reseal", oversight::reseal);
        routes.get(Access::Oversight, "/{l}/oversight/custody/asks/{id}", oversight::show);
        routes.post(Access::Oversight, "/{l}/oversight/custody/asks/{id}", oversight::decide);
        rescue::routes(routes);
    });
}

/// A step's word on a timeline.
pub(super) fn step_word(l: L, step: &str) -> Text {
    match Step::parse(step) {
        Some(Step::Asked) => l.custody_step_asked(),
        Some(Step::Granted) => l.custody_step_granted(),
        Some(Step::Refused) => l.custody_step_refused(),
        Some(Step::Opened) => l.custody_step_opened(),
        None => l.custody_step_erased(),
    }
}
