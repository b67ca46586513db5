//! The demo's rumours: one answered together, one being checked, and a resident's question that waits. Invented and harmless.

use std::sync::Arc;

use super::logins::People;
use crate::areas;
use crate::base::{Actor, DAY, HOUR, Lang, Role, Scope, Time};
use crate::error::{Error, Result};
use crate::rumours::actions::{ask, open, sign};
use crate::rumours::{Answer, Do, State, Written};
use crate::web::Site;

/// Tells them, in Banconi.
pub(super) fn tell(site: &Site, people: &People, now: Time) -> Result<()> {
    let r = Arc::new(site.db.read_now(areas::store::load)?);
    let people = people.clone();
    site.db.write_now(move |tx| {
        let missing = || Error::internal("sample: no Banconi");
        let area = r.quartier_at("banconi").ok_or_else(missing)?.id;
        let committee = r.committee_at("ccs-commune-1").ok_or_else(missing)?.id;
        let unit = r.unit_at("commune-1-ouest").ok_or_else(missing)?.id;
        let moderator = people.at(Role::Moderator, Scope::Committee(committee))?;
        let chief = people.at(Role::Chief, Scope::Unit(unit))?;
        let written = |lang, words: &str, place: &str| Written { area, lang, words: words.into(), place: place.into() };

        tx.now = now.plus(-9 * DAY);
        let market = written(Lang::Fr, "Le marché de nuit serait fermé toute la semaine. (exemple)", "Petit marché");
        let id = open(tx, moderator, &r, &market, None)?;
        tx.now = now.plus(-9 * DAY + 3 * HOUR);
        sign(tx, moderator, &r, id, Do::Check, (None, ""))?;
        tx.now = now.plus(-8 * DAY);
        let answer = Answer {
            verdict: State::False,
            words: "Le marché ouvre tous les soirs. Seule l’allée du forage est fermée pour des travaux.".into(),
            source: "Visite du comité et du poste au marché, le soir".into(),
        };
        sign(tx, chief, &r, id, Do::Answer, (Some(&answer), ""))?;
        tx.now = now.plus(-8 * DAY + 5 * HOUR);
        sign(tx, moderator, &r, id, Do::Accept, (None, ""))?;

        tx.now = now.plus(-2 * DAY);
        let road = written(Lang::Bm, "A ko misiri kɛrɛfɛ sira bɛna datugu juma don. (misali)", "Misiri kɛrɛfɛ");
        let id = open(tx, chief, &r, &road, None)?;
        sign(tx, chief, &r, id, Do::Check, (None, ""))?;

        tx.now = now.plus(-6 * HOUR);
        ask(tx, &Actor::Visitor, area, Lang::Fr, "On dit que l’école ne rouvre pas lundi. Est-ce vrai ? (exemple)")?;
        tx.now = now;
        Ok(())
    })
}
