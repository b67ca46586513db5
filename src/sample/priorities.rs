//! The demo's priorities: two a unit that answers for quartiers, one of them in Bambara.

use std::sync::Arc;

use super::logins::People;
use crate::areas;
use crate::base::{Lang, Role, Scope, Time};
use crate::error::Result;
use crate::priorities::State;
use crate::priorities::actions::write;
use crate::priorities::model::Written;
use crate::web::Site;

/// Language, issue, action, days it runs from today.
const SAMPLE: [(Lang, &str, &str, i64); 2] = [
    (
        Lang::Fr,
        "Vols de motos près du marché (exemple)",
        "Des passages à pied le soir, et le marquage des motos au poste.",
        45,
    ),
    (Lang::Bm, "Mankan su fɛ sow kɛrɛfɛ (misali)", "Kuma bɛ kɛ ni mansintigiw ye, lɛrɛ 22 kɔfɛ.", 30),
];

/// Writes them, as if three weeks ago.
pub(super) fn settle(site: &Site, people: &People, now: Time) -> Result<()> {
    let r = Arc::new(site.db.read_now(areas::store::load)?);
    let people = people.clone();
    site.db.write_now(move |tx| {
        tx.now = now;
        for unit in r.units.iter().filter(|u| u.active && !u.district_desk && !r.is_desk(u.id)) {
            let chief = people.at(Role::Chief, Scope::Unit(unit.id))?;
            for (lang, issue, action, days) in SAMPLE {
                let new = Written {
                    lang,
                    issue: issue.into(),
                    action: action.into(),
                    begins_on: now.day().plus(-21),
                    ends_on: now.day().plus(days),
                    state: State::Standing,
                };
                write(tx, chief, unit.id, &new)?;
            }
        }
        Ok(())
    })
}
