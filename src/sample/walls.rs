//! The demo's codes on walls, and what people confirmed there in past weeks.

use diesel::prelude::*;

use super::logins::People;
use crate::base::{Actor, DAY, Entropy, Role, Scope, Time, Wall, WallCode};
use crate::db::schema::{areas, units, wall_weeks, walls};
use crate::error::{Error, Result};
use crate::ledger;
use crate::web::Site;

/// Unit, quartier, place, and confirmations of the last weeks, the latest told week first.
const WALLS: [(&str, &str, &str, [i64; 4]); 3] = [
    ("commune-1-ouest", "banconi", "Entrée du marché (exemple)", [3, 6, 9, 0]),
    ("commune-1-ouest", "sikoroni", "École fondamentale (exemple)", [2, 0, 6, 5]),
    ("commune-1-est", "fadjiguila", "Petit marché (exemple)", [8, 11, 6, 4]),
];

/// Lays them.
pub(super) fn lay(site: &Site, people: &People, now: Time) -> Result<()> {
    let people = people.clone();
    site.db.write_now(move |tx| {
        tx.now = now.plus(-40 * DAY);
        for (n, (unit, area, place, weeks)) in WALLS.into_iter().enumerate() {
            let unit = units::table.filter(units::slug.eq(unit)).select(units::id).first(tx.conn)?;
            let area: i64 = areas::table.filter(areas::slug.eq(area)).select(areas::id).first(tx.conn)?;
            let chief = people.at(Role::Chief, Scope::Unit(unit))?;
            let by = chief.account().ok_or_else(|| Error::internal("sample: a chief without an account"))?;
            let (id, code) = (tx.id::<Wall>(), WallCode::draw(&Entropy::seeded(20_271_127 + n as u64)));
            diesel::insert_into(walls::table)
                .values((
                    walls::id.eq(id),
                    walls::code.eq(code.digits()),
                    walls::area_id.eq(area),
                    walls::place.eq(place),
                    walls::made_by.eq(by),
                    walls::made_at.eq(tx.now),
                ))
                .execute(tx.conn)?;
            for (back, seen) in (2..).zip(weeks).filter(|(_, seen)| *seen > 0) {
                let week = now.day().monday().plus(-7 * back);
                diesel::insert_into(wall_weeks::table)
                    .values((wall_weeks::wall_id.eq(id), wall_weeks::week.eq(week), wall_weeks::seen.eq(seen)))
                    .execute(tx.conn)?;
            }
        }
        tx.now = now;
        ledger::record(tx, &Actor::System, "sample.walls", "walls", "")
    })
}
