//! The deed of filing for somebody else.

use diesel::prelude::*;

use crate::areas::Reference;
use crate::base::{AccountId, Actor, Day};
use crate::concerns::actions::{self, Receipt};
use crate::concerns::model::{Channel, NewConcern};
use crate::concerns::slips::Key;
use crate::db::schema::relay_weeks;
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::notices::{self, About};
use crate::policy::{Deed, permit};

/// Files for somebody else, once permitted; as a visitor's concern, so that nothing leads from it to who wrote it down.
pub(super) fn file_for(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, new: &NewConcern, key: &Key) -> Result<Receipt> {
    let commune = r.commune_of(new.area).ok_or(Error::NotFound)?.id;
    match new.channel {
        Channel::Relay => permit(actor, &Deed::FileAsRelay { area: new.area, commune })?,
        _ => permit(actor, &Deed::FileAtDesk)?,
    }
    let (digits, hash) = key.take(tx)?;
    let receipt = actions::file(tx, &Actor::Visitor, r, new, &digits, &hash)?;
    // What holds today was read aloud: the form asks whether it was.
    notices::agree(tx, About::Concern(receipt.id), 0)?;
    if let (Channel::Relay, Some(relay)) = (new.channel, actor.account()) {
        count(tx, relay)?;
    }
    Ok(receipt)
}

/// One more this week.
fn count(tx: &mut Tx<'_>, relay: AccountId) -> Result<()> {
    let week = tx.now.day().monday();
    let raised = diesel::update(relay_weeks::table.find((relay, week.0)))
        .set(relay_weeks::filed.eq(relay_weeks::filed + 1))
        .execute(tx.conn)?;
    if raised == 0 {
        diesel::insert_into(relay_weeks::table)
            .values((relay_weeks::account_id.eq(relay), relay_weeks::week.eq(week), relay_weeks::filed.eq(1)))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// What a relay filed in the last weeks, newest first: all that they can ever see of it.
pub(super) fn weeks(conn: &mut Conn, relay: AccountId) -> Result<Vec<(Day, i64)>> {
    Ok(relay_weeks::table
        .filter(relay_weeks::account_id.eq(relay))
        .order(relay_weeks::week.desc())
        .limit(4)
        .select((relay_weeks::week, relay_weeks::filed))
        .load(conn)?)
}
