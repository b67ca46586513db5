//! Where sealed concerns stand: with the desk of their kind, the district's while none is named. When an administrator names
//! or closes a desk, what is sealed moves with it, in the same deed; who read it there gives what opens it to who reads it here, with their
//! next page.

use diesel::prelude::*;

use crate::areas::Reference;
use crate::base::{AccountId, Actor, CategoryId, ConcernId, Function, UnitId};
use crate::concerns::model::{EventKind, Readers};
use crate::concerns::store::{NewEvent, insert_event};
use crate::db::Tx;
use crate::db::schema::concerns;
use crate::error::Result;
use crate::policy::Audience;

/// Moves every sealed concern that does not stand where it belongs. Whoever held it holds it no more.
pub(crate) fn settle(tx: &mut Tx<'_>, actor: &Actor, r: &Reference) -> Result<()> {
    let sealed = || concerns::table.filter(concerns::audience.eq(Audience::Sealed));
    let stand: Vec<(CategoryId, UnitId)> =
        sealed().select((concerns::category_id, concerns::unit_id)).distinct().load(tx.conn)?;
    for (category, unit) in stand {
        let Some(home) = r.sealed_home(category, unit).filter(|home| *home != unit) else { continue };
        let moved: Vec<ConcernId> = sealed()
            .filter(concerns::category_id.eq(category).and(concerns::unit_id.eq(unit)))
            .select(concerns::id)
            .load(tx.conn)?;
        diesel::update(concerns::table.filter(concerns::id.eq_any(&moved)))
            .set((concerns::unit_id.eq(home), concerns::assignee_id.eq(None::<AccountId>)))
            .execute(tx.conn)?;
        for id in moved {
            let event = NewEvent::new(EventKind::Unit, Function::Admin, Readers::Reporter).changing(unit, home);
            insert_event(tx, actor, id, &event)?;
        }
    }
    Ok(())
}
