//! The unit's page of its own presence.

use super::pages::{DosePage, Read};
use crate::base::{Day, UnitId};
use crate::error::{Error, Result};
use crate::policy::{Access, Deed, permit};
use crate::web::{Answer, Cx, Routes};

/// Its address.
pub(in crate::patrols) fn routes(routes: &mut Routes) {
    routes.get(Access::Police, "/{l}/desk/dose", show);
}

/// The unit asked for, or the reader's first one.
fn unit(cx: &Cx) -> Result<UnitId> {
    let unit = match cx.query("unit") {
        "" => cx.actor.units().first().copied(),
        slug => cx.r.unit_at(slug).map(|u| u.id),
    };
    let unit = unit.ok_or(Error::NotFound)?;
    permit(&cx.actor, &Deed::LogPatrol(unit))?;
    Ok(unit)
}

async fn show(cx: Cx) -> Answer {
    let unit = unit(&cx)?;
    let today = cx.now.day();
    let monday = Day::parse(cx.query("week")).unwrap_or(today).monday().min(today.monday());
    let days = cx.query("days").parse().ok().filter(|n| (1..=365).contains(n)).unwrap_or(14);
    let areas = crate::patrols::quartiers_of(&cx.r, unit);
    let read = cx.read(move |conn| Read::load(conn, unit, &areas, monday)).await?;
    cx.html(&DosePage::new(&cx, unit, monday, days, read))
}
