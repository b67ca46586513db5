//! Slips in the database.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::model::{SlipSerial, SlipState};
use crate::base::{AccountId, Day, Time};
use crate::concerns::sealing::StoredCode;
use crate::db::schema::{concern_keys, slip_sheets, slips};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::web::{Cursor, Slice};

/// How many slips stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Printed, without a concern.
    pub(crate) unused: i64,
    /// With a concern.
    pub(crate) used: i64,
    /// Withdrawn.
    pub(crate) void: i64,
}

impl Tally {
    fn add(&mut self, state: SlipState, number: i64) {
        match state {
            SlipState::Unused => self.unused += number,
            SlipState::Used => self.used += number,
            SlipState::Void => self.void += number,
        }
    }
}

/// Of all slips.
pub(crate) fn tally(conn: &mut Conn) -> Result<Tally> {
    let counts: Vec<(SlipState, i64)> =
        slips::table.group_by(slips::state).select((slips::state, count_star())).load(conn)?;
    let mut tally = Tally::default();
    counts.into_iter().for_each(|(state, number)| tally.add(state, number));
    Ok(tally)
}

/// The sheets, newest first, each with where its slips stand.
pub(crate) fn sheets(conn: &mut Conn, after: Option<Cursor>) -> Result<Slice<(i64, Time, Tally)>> {
    let mut query = slip_sheets::table.into_boxed();
    if let Some(after) = after {
        query = query.filter(slip_sheets::number.lt(after.id));
    }
    let rows: Vec<(i64, Time)> = query
        .order(slip_sheets::number.desc())
        .limit(Slice::<()>::LIMIT)
        .select((slip_sheets::number, slip_sheets::made_at))
        .load(conn)?;
    let numbers: Vec<i64> = rows.iter().map(|(number, _)| *number).collect();
    let counts: Vec<(i64, SlipState, i64)> = slips::table
        .filter(slips::sheet.eq_any(&numbers))
        .group_by((slips::sheet, slips::state))
        .select((slips::sheet, slips::state, count_star()))
        .load(conn)?;
    let with = |(number, made_at): (i64, Time)| {
        let mut tally = Tally::default();
        counts.iter().filter(|c| c.0 == number).for_each(|(_, state, n)| tally.add(*state, *n));
        (number, made_at, tally)
    };
    Ok(Slice::cut(rows, |(number, _)| Cursor { key: 0, id: *number }).map(with))
}

/// A slip's place on its sheet, its state and the day that began.
pub(crate) type Place = (i64, SlipState, Option<Day>);

/// One sheet: when it was made, and each slip's place, state and the day that state began; 404 when there is none.
pub(crate) fn sheet(conn: &mut Conn, number: i64) -> Result<(Time, Vec<Place>)> {
    let made: Option<Time> = slip_sheets::table.find(number).select(slip_sheets::made_at).first(conn).optional()?;
    let rows = slips::table
        .filter(slips::sheet.eq(number))
        .order(slips::place)
        .select((slips::place, slips::state, slips::changed_on))
        .load(conn)?;
    Ok((made.ok_or(Error::NotFound)?, rows))
}

/// Where the slip of this code stands; nothing when it is no slip's, or a used one's.
pub(crate) fn standing(conn: &mut Conn, code_hash: &str) -> Result<Option<SlipState>> {
    Ok(slips::table.filter(slips::code_hash.eq(code_hash)).select(slips::state).first(conn).optional()?)
}

/// True when a concern has this key.
pub(super) fn is_key(conn: &mut Conn, code_hash: &str) -> Result<bool> {
    let found: Option<String> =
        concern_keys::table.find(code_hash).select(concern_keys::code_hash).first(conn).optional()?;
    Ok(found.is_some())
}

pub(super) fn by_hash(conn: &mut Conn, code_hash: &str) -> Result<Option<(SlipSerial, SlipState)>> {
    let row: Option<(i64, i64, SlipState)> = slips::table
        .filter(slips::code_hash.eq(code_hash))
        .select((slips::sheet, slips::place, slips::state))
        .first(conn)
        .optional()?;
    Ok(row.map(|(sheet, place, state)| (SlipSerial { sheet, place }, state)))
}

pub(super) fn by_serial(conn: &mut Conn, serial: SlipSerial) -> Result<Option<(SlipState, Option<String>)>> {
    Ok(slips::table
        .find((serial.sheet, serial.place))
        .select((slips::state, slips::code_hash))
        .first(conn)
        .optional()?)
}

/// Marks a slip used: its hash leaves the table, and the day alone is noted.
pub(super) fn use_up(tx: &mut Tx<'_>, serial: SlipSerial) -> Result<()> {
    diesel::update(slips::table.find((serial.sheet, serial.place)))
        .set((
            slips::state.eq(SlipState::Used),
            slips::code_hash.eq(None::<String>),
            slips::changed_on.eq(tx.now.day()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Makes unused slips of a sheet void, one or all; how many.
pub(super) fn void(tx: &mut Tx<'_>, sheet: i64, place: Option<i64>) -> Result<usize> {
    let day = tx.now.day();
    let unused = slips::table.filter(slips::sheet.eq(sheet).and(slips::state.eq(SlipState::Unused)));
    let change = (slips::state.eq(SlipState::Void), slips::changed_on.eq(day));
    Ok(match place {
        Some(place) => diesel::update(unused.filter(slips::place.eq(place))).set(change).execute(tx.conn)?,
        None => diesel::update(unused).set(change).execute(tx.conn)?,
    })
}

/// Keeps the hashes of a sheet's codes.
pub(super) fn insert(tx: &mut Tx<'_>, number: i64, by: Option<AccountId>, codes: &[StoredCode]) -> Result<()> {
    diesel::insert_into(slip_sheets::table)
        .values((slip_sheets::number.eq(number), slip_sheets::made_at.eq(tx.now), slip_sheets::made_by.eq(by)))
        .execute(tx.conn)?;
    for (place, code) in (1i64..).zip(codes) {
        diesel::insert_into(slips::table)
            .values((
                slips::sheet.eq(number),
                slips::place.eq(place),
                slips::state.eq(SlipState::Unused),
                slips::code_hash.eq(&code.hash),
                slips::changed_on.eq(None::<Day>),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}
