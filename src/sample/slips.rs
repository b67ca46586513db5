//! The demo's slips: two sheets as if printed a week ago, one of whose slips was withdrawn, and what the relay filed since.

use diesel::prelude::*;

use super::logins::People;
use crate::base::{Actor, DAY, Entropy, Time, TrackingCode};
use crate::concerns::sealing::StoredCode;
use crate::concerns::slips;
use crate::db::schema::relay_weeks;
use crate::error::{Error, Result};
use crate::ledger;
use crate::web::Site;

/// The sample's codes on slips: always the same, so that the demo can be told about.
fn code(place: u64) -> TrackingCode {
    TrackingCode::draw(&Entropy::seeded(20_271_117 + place))
}

/// A slip to try, as it stands on its sheet, and that nobody used.
pub(super) fn unused() -> String {
    code(2).groups().join(" ")
}

/// Lays them.
pub(super) fn lay(site: &Site, people: &People, now: Time) -> Result<()> {
    let stored = |place| StoredCode::of(&site.keys, &code(place), &site.entropy);
    let codes: Vec<StoredCode> = (0..16).map(stored).collect::<Result<_>>()?;
    let (admin, relay) = (people.login("admin")?.clone(), people.login("relais.banconi")?.clone());
    let relay = relay.account().ok_or_else(|| Error::internal("sample: the relay has no account"))?;
    site.db.write_now(move |tx| {
        tx.now = now.plus(-7 * DAY);
        let mut last = 0;
        for codes in codes.chunks(slips::PER_SHEET) {
            last = slips::note_sheet(tx, &admin, codes)?;
        }
        tx.now = now.plus(-DAY);
        slips::void(tx, &Actor::System, last, Some(8))?;
        for (weeks, filed) in [(1, 4), (2, 2)] {
            let week = now.day().monday().plus(-7 * weeks);
            diesel::insert_into(relay_weeks::table)
                .values((relay_weeks::account_id.eq(relay), relay_weeks::week.eq(week), relay_weeks::filed.eq(filed)))
                .execute(tx.conn)?;
        }
        ledger::record(tx, &Actor::System, "sample.slips", "slips", "")
    })
}
