//! The demo's planned patrols: one a unit, for this evening.

use std::sync::Arc;

use super::logins::People;
use crate::areas;
use crate::base::{DAY, HOUR, Role, Scope, Time};
use crate::error::Result;
use crate::patrols::model::Mode;
use crate::patrols::plan::actions::{NewPlan, plan};
use crate::patrols::quartiers_of;
use crate::web::Site;

/// This evening at seven, or tomorrow's when it is past five.
fn evening(now: Time) -> Time {
    let tonight = now.day().start().plus(19 * HOUR);
    if tonight.since(now) > 2 * HOUR { tonight } else { tonight.plus(DAY) }
}

/// Plans them.
pub(super) fn settle(site: &Site, people: &People, now: Time) -> Result<()> {
    let r = Arc::new(site.db.read_now(areas::store::load)?);
    let people = people.clone();
    site.db.write_now(move |tx| {
        tx.now = now;
        for (draw, unit) in (417..).zip(r.units.iter().filter(|u| u.active && !u.district_desk)) {
            let chief = people.at(Role::Chief, Scope::Unit(unit.id))?;
            let new = NewPlan {
                unit: unit.id,
                leaves_at: evening(now),
                mode: Mode::Foot,
                headcount: 3,
                objective: "Présence du soir (exemple)".into(),
                stops: 3,
                areas: quartiers_of(&r, unit.id),
                draw,
            };
            plan(tx, chief, &new)?;
        }
        Ok(())
    })
}
