//! The places that an account holds, with what became of them.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::base::{AccountId, MeetingId, RegistrationId, Time};
use crate::db::schema::{meeting_moves as moves, meetings, registrations};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::forums::model::{Held, Meeting};

/// Places of an account that are looked at; nobody holds as many.
const MOST: i64 = 50;

/// An account's places at meetings that begin from an instant on, soonest first, each with when its meeting was moved last.
pub fn of(conn: &mut Conn, account: AccountId, from: Time) -> Result<Vec<(Meeting, Held, Option<Time>)>> {
    let rows: Vec<(Meeting, Held)> = registrations::table
        .inner_join(meetings::table)
        .filter(registrations::account_id.eq(account).and(meetings::starts_at.ge(from)))
        .order((meetings::starts_at, meetings::id))
        .limit(MOST)
        .select((Meeting::as_select(), Held::as_select()))
        .load(conn)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<MeetingId> = rows.iter().map(|(meeting, _)| meeting.id).collect();
    let moved: Vec<(MeetingId, Option<Time>)> = moves::table
        .filter(moves::meeting_id.eq_any(ids))
        .group_by(moves::meeting_id)
        .select((moves::meeting_id, diesel::dsl::max(moves::at)))
        .load(conn)?;
    let moved: HashMap<MeetingId, Option<Time>> = moved.into_iter().collect();
    let with_move = |(meeting, held): (Meeting, Held)| {
        let at = moved.get(&meeting.id).copied().flatten();
        (meeting, held, at)
    };
    Ok(rows.into_iter().map(with_move).collect())
}

/// Notes that the holder of a place has read what became of it.
pub fn saw(tx: &mut Tx<'_>, id: RegistrationId) -> Result<usize> {
    Ok(diesel::update(registrations::table.find(id)).set(registrations::seen_at.eq(tx.now)).execute(tx.conn)?)
}
