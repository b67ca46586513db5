//! Where what waits lies, and who has it in hand: the names on a page of the row, read at once for all of it.

use std::collections::HashMap;

use diesel::prelude::*;

use super::queue::{Item, Place};
use crate::accounts;
use crate::base::{AccountId, ConcernNumber, PostId, ThreadId};
use crate::db::Conn;
use crate::db::schema::{areas, concerns, meetings, posts, rumour_asks as asks, threads};
use crate::error::Result;

/// The kinds of what a thread is about, as the room above keeps them.
const AREA: &str = "area";
const MEETING: &str = "meeting";
const CONCERN: &str = "concern";
const SPLIT: &str = "split";

/// One column of those rows of a table that have these ids, by id; no question where there are none.
macro_rules! by_id {
    ($conn:expr, $table:ident :: $column:ident : $type:ty, $ids:expr) => {{
        let ids: &[i64] = $ids;
        let rows: Vec<(i64, $type)> = match ids {
            [] => Vec::new(),
            ids => $table::table.filter($table::id.eq_any(ids)).select(($table::id, $table::$column)).load($conn)?,
        };
        rows.into_iter().collect::<HashMap<i64, $type>>()
    }};
}

/// Names the place and the moderator of every item.
pub(super) fn name(conn: &mut Conn, items: &mut [Item]) -> Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    let hands: Vec<AccountId> = items.iter().filter_map(|item| item.in_hand).collect();
    let hands: HashMap<AccountId, String> = accounts::names(conn, &hands)?.into_iter().collect();
    let places = areas_of(conn, items)?;
    let ids: Vec<i64> = places.iter().flatten().copied().collect();
    let names = by_id!(conn, areas::name: String, &ids);
    for (item, area) in items.iter_mut().zip(places) {
        item.spot = area.and_then(|area| names.get(&area)).cloned().unwrap_or_default();
        item.hand = item.in_hand.and_then(|by| hands.get(&by)).cloned().unwrap_or_default();
    }
    Ok(())
}

/// What of the items' places is wanted.
fn picked<T>(items: &[Item], wanted: impl Fn(Place) -> Option<T>) -> Vec<T> {
    items.iter().filter_map(|item| wanted(item.place)).collect()
}

/// The place of each item, where one is known.
fn areas_of(conn: &mut Conn, items: &[Item]) -> Result<Vec<Option<i64>>> {
    let subjects = subjects(conn, items)?;
    let about = |wanted: &str| -> Vec<i64> {
        subjects.values().filter(|(kind, _)| kind == wanted).map(|(_, subject)| *subject).collect()
    };
    let mut met = about(MEETING);
    met.extend(picked(items, |place| match place {
        Place::Question(meeting, _) => Some(meeting.raw()),
        _ => None,
    }));
    let asked = picked(items, |place| match place {
        Place::Rumour(id) => Some(id.raw()),
        _ => None,
    });
    let meetings = by_id!(conn, meetings::area_id: i64, &met);
    let filed = by_id!(conn, concerns::area_id: i64, &about(CONCERN));
    let rumours = by_id!(conn, asks::area_id: i64, &asked);
    let numbers = numbered(conn, items)?;
    let area = |item: &Item| match item.place {
        Place::Concern(number) | Place::ConcernAppeal(number) => numbers.get(&(number.year, number.serial)).copied(),
        Place::Question(meeting, _) => meetings.get(&meeting.raw()).copied(),
        Place::Rumour(id) => rumours.get(&id.raw()).copied(),
        Place::Post(id) | Place::PostAppeal(id) => match subjects.get(&id) {
            Some((kind, subject)) if kind == AREA => Some(*subject),
            Some((kind, subject)) if kind == MEETING => meetings.get(subject).copied(),
            Some((kind, subject)) if kind == CONCERN => filed.get(subject).copied(),
            _ => None,
        },
    };
    Ok(items.iter().map(area).collect())
}

/// What a thread is about, by kind and id, and what it was split off.
type About = (String, i64, Option<ThreadId>);

/// What each message is said about: of what was split off a discussion, that is what the whole is about.
fn subjects(conn: &mut Conn, items: &[Item]) -> Result<HashMap<PostId, (String, i64)>> {
    let said: Vec<PostId> = picked(items, |place| match place {
        Place::Post(id) | Place::PostAppeal(id) => Some(id),
        _ => None,
    });
    let mut found: Vec<(PostId, About)> = posts::table
        .inner_join(threads::table)
        .filter(posts::id.eq_any(&said))
        .select((posts::id, (threads::subject_kind, threads::subject_id, threads::origin_id)))
        .load(conn)?;
    // A split of a split of a split: each step leads to an older thread, so this ends.
    loop {
        let origins: Vec<ThreadId> =
            found.iter().filter(|(_, (kind, ..))| kind == SPLIT).filter_map(|(_, (.., origin))| *origin).collect();
        if origins.is_empty() {
            return Ok(found.into_iter().map(|(post, (kind, subject, _))| (post, (kind, subject))).collect());
        }
        let rows: Vec<(ThreadId, About)> = threads::table
            .filter(threads::id.eq_any(&origins))
            .select((threads::id, (threads::subject_kind, threads::subject_id, threads::origin_id)))
            .load(conn)?;
        let above: HashMap<ThreadId, About> = rows.into_iter().collect();
        for (_, about) in found.iter_mut().filter(|(_, (kind, ..))| kind == SPLIT) {
            match about.2.and_then(|origin| above.get(&origin)) {
                Some(origin) => *about = origin.clone(),
                None => about.2 = None,
            }
        }
    }
}

/// The places of concerns, by year and serial.
fn numbered(conn: &mut Conn, items: &[Item]) -> Result<HashMap<(i32, i32), i64>> {
    let numbers: Vec<ConcernNumber> = picked(items, |place| match place {
        Place::Concern(number) | Place::ConcernAppeal(number) => Some(number),
        _ => None,
    });
    let (years, serials): (Vec<i32>, Vec<i32>) = numbers.iter().map(|number| (number.year, number.serial)).unzip();
    Ok(concerns::table
        .filter(concerns::year.eq_any(&years).and(concerns::serial.eq_any(&serials)))
        .select((concerns::year, concerns::serial, concerns::area_id))
        .load::<(i32, i32, i64)>(conn)?
        .into_iter()
        .map(|(year, serial, area)| ((year, serial), area))
        .collect())
}
