//! The demo's identities: one concern whose reporter gave a name, sealed as a reporter's browser would have it sealed, and an
//! officer's request to open it, which waits for an overseer.

use crate::accounts::keyring;
use crate::areas;
use crate::base::{HOUR, Role, Scope, Time};
use crate::concerns::custody::{self, Person};
use crate::concerns::store as concerns;
use crate::db::schema::concerns as rows;
use crate::error::{Error, Result};
use crate::policy::Audience;
use crate::seal::{self, Kind};
use crate::web::Site;

use diesel::prelude::*;

use super::logins::{PASSWORD, People};

/// Seals a name to an open private concern of `commune-1-ouest`, and asks to open it.
pub(super) fn replay(site: &Site, people: &People, now: Time) -> Result<()> {
    let r = site.db.read_now(areas::store::load)?;
    let unit = r.unit_at("commune-1-ouest").ok_or_else(|| Error::internal("sample: no unit"))?.id;
    let locks = site.db.read_now(keyring::locks)?;
    let person = Person { name: "Fatoumata (exemple)".into(), phone: "76 00 00 00".into(), point: String::new() };
    let text = serde_json::to_string(&person).map_err(Error::internal)?;
    let sealed = seal::seal(Kind::Identity, &text, &locks, &site.entropy)?;
    let officer = people.at(Role::Officer, Scope::Unit(unit))?.clone();
    site.db.write_now(move |tx| {
        tx.now = now.plus(-5 * HOUR);
        let open = ["received", "in_progress"];
        let id = rows::table
            .filter(rows::unit_id.eq(unit).and(rows::state.eq_any(open)).and(rows::audience.ne(Audience::Oversight)))
            .filter(rows::filed_at.lt(tx.now))
            .order(rows::filed_at.desc())
            .select(rows::id)
            .first(tx.conn)?;
        let number = concerns::get(tx.conn, id)?.number();
        custody::give(tx, id, number, &sealed)?;
        if let Some(account) = officer.account() {
            // As if they had signed in: who asks has a key to be granted anything.
            keyring::draw(tx, account, PASSWORD)?;
        }
        let reason = "La personne parle de témoins. Il faut la rappeler avant ce soir pour qu’elle dise qui a vu.";
        custody::ask(tx, &officer, &r, number, reason)?;
        Ok(())
    })
}
