//! Making and changing reference data. Every change is recorded with what it changed, and every node reads the data again.

use super::kind::Kind;
use super::model::{changes, free_slug, mark, summary};
use super::store;
use crate::admin::permit_now;
use crate::areas::store::{load, touch};
use crate::base::{Actor, AreaId, CategoryId, Id, RouteId, UnitId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ledger;

/// Makes one.
pub(super) fn create<K: Kind>(tx: &mut Tx<'_>, actor: &Actor, value: &K::Value) -> Result<()> {
    permit_now(tx, actor)?;
    let r = load(tx.conn)?;
    let mut value = value.clone();
    K::rule(&r, None, &mut value)?;
    let slug = free_slug(K::name(&value), K::WORD, |slug| K::taken(&r, slug));
    let id: Id<K::Noun> = tx.id();
    K::insert(tx, id, &slug, &value)?;
    touch(tx)?;
    let r = load(tx.conn)?;
    let object = format!("{} {}", K::WORD, K::mark(&r, id));
    ledger::record(tx, actor, &format!("{}.create", K::WORD), object, &summary(&K::facts(&r, &value)))
}

/// Changes one, unless somebody else did since the form was made. `was` is the mark the form carries.
pub(super) fn change<K: Kind>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<K::Noun>,
    was: &str,
    value: &K::Value,
) -> Result<()> {
    permit_now(tx, actor)?;
    let r = load(tx.conn)?;
    let before = K::stored(&r, id).ok_or(Error::NotFound)?;
    let facts = K::facts(&r, &before);
    if mark(&facts) != was {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let mut value = value.clone();
    K::rule(&r, Some(id), &mut value)?;
    let Some(detail) = changes(&facts, &K::facts(&r, &value)) else {
        tx.nothing_new();
        return Ok(());
    };
    K::update(tx, id, &value)?;
    touch(tx)?;
    ledger::record(tx, actor, &format!("{}.change", K::WORD), format!("{} {}", K::WORD, K::mark(&r, id)), &detail)
}

/// Adds a rule: concerns of this kind in this place go to this unit.
pub(super) fn add_routing(
    tx: &mut Tx<'_>,
    actor: &Actor,
    area: AreaId,
    category: CategoryId,
    unit: UnitId,
) -> Result<()> {
    permit_now(tx, actor)?;
    let r = load(tx.conn)?;
    if r.routings.iter().any(|rule| rule.area_id == area && rule.category_id == Some(category)) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let id = store::insert_routing(tx, area, Some(category), unit)?;
    touch(tx)?;
    ledger::record(tx, actor, "routing.create", format!("routing {id}"), &rule_words(&r, area, category, unit))
}

/// Ends such a rule. General rules are changed on their unit's page.
pub(super) fn end_routing(tx: &mut Tx<'_>, actor: &Actor, id: RouteId) -> Result<()> {
    permit_now(tx, actor)?;
    let r = load(tx.conn)?;
    let rule = r.routings.iter().find(|rule| rule.id == id).ok_or(Error::NotFound)?;
    let category = rule.category_id.ok_or(Error::NotFound)?;
    store::end_routing(tx, id)?;
    touch(tx)?;
    let detail = rule_words(&r, rule.area_id, category, rule.unit_id);
    ledger::record(tx, actor, "routing.end", format!("routing {id}"), &detail)
}

fn rule_words(r: &crate::areas::Reference, area: AreaId, category: CategoryId, unit: UnitId) -> String {
    let area = r.area(area).map_or("–", |a| &a.slug);
    let category = r.category(category).map_or("–", |c| &c.slug);
    let unit = r.unit(unit).map_or("–", |u| &u.slug);
    format!("{area} × {category} → {unit}")
}
