//! Where what waits lies, and who has it in hand: the names on a page of the row, read at once for all of it.

use std::collections::HashMap;

use diesel::prelude::*;

use super::queue::{Item, Place};
use crate::accounts;
use crate::base::{AccountId, ConcernNumber, PostId};
use crate::db::Conn;
use crate::db::schema::{areas, concerns, meetings, posts, rumour_asks as asks, threads};
use crate::error::Result;

/// The kinds of what a thread is about, as the room above keeps them.
const AREA: &str = "area";
const MEETING: &str = "meeting";
const CONCERN: &str = "concern";

/// Names the place and the moderator of every item.
pub(super) fn name(conn: &mut Conn, items: &mut [Item]) -> Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    let hands: Vec<AccountId> = items.iter().filter_map(|item| item.in_hand).collect();
    let hands: HashMap<AccountId, String> = accounts::names(conn, &hands)?.into_iter().collect();
    let places = areas_of(conn, items)?;
    let ids: Vec<i64> = places.iter().flatten().copied().collect();
    let names: HashMap<i64, String> = areas::table
        .filter(areas::id.eq_any(&ids))
        .select((areas::id, areas::name))
        .load::<(i64, String)>(conn)?
        .into_iter()
        .collect();
    for (item, area) in items.iter_mut().zip(places) {
        item.spot = area.and_then(|area| names.get(&area)).cloned().unwrap_or_default();
        item.hand = item.in_hand.and_then(|by| hands.get(&by)).cloned().unwrap_or_default();
    }
    Ok(())
}

/// The place of each item, where one is known; what was split off a discussion has none of its own.
fn areas_of(conn: &mut Conn, items: &[Item]) -> Result<Vec<Option<i64>>> {
    let said: Vec<PostId> = items
        .iter()
        .filter_map(|item| match item.place {
            Place::Post(id) | Place::PostAppeal(id) => Some(id),
            _ => None,
        })
        .collect();
    let subjects: HashMap<PostId, (String, i64)> = posts::table
        .inner_join(threads::table)
        .filter(posts::id.eq_any(&said))
        .select((posts::id, threads::subject_kind, threads::subject_id))
        .load::<(PostId, String, i64)>(conn)?
        .into_iter()
        .map(|(id, kind, subject)| (id, (kind, subject)))
        .collect();
    let about = |wanted: &str| -> Vec<i64> {
        subjects.values().filter(|(kind, _)| kind == wanted).map(|(_, subject)| *subject).collect()
    };
    let mut met = about(MEETING);
    met.extend(items.iter().filter_map(|item| match item.place {
        Place::Question(meeting, _) => Some(meeting.raw()),
        _ => None,
    }));
    let meetings: HashMap<i64, i64> = meetings::table
        .filter(meetings::id.eq_any(&met))
        .select((meetings::id, meetings::area_id))
        .load::<(i64, i64)>(conn)?
        .into_iter()
        .collect();
    let filed: HashMap<i64, i64> = concerns::table
        .filter(concerns::id.eq_any(&about(CONCERN)))
        .select((concerns::id, concerns::area_id))
        .load::<(i64, i64)>(conn)?
        .into_iter()
        .collect();
    let numbers = numbered(conn, items)?;
    let asked: Vec<i64> = items
        .iter()
        .filter_map(|item| match item.place {
            Place::Rumour(id) => Some(id.raw()),
            _ => None,
        })
        .collect();
    let rumours: HashMap<i64, i64> = asks::table
        .filter(asks::id.eq_any(&asked))
        .select((asks::id, asks::area_id))
        .load::<(i64, i64)>(conn)?
        .into_iter()
        .collect();
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

/// The places of concerns, by year and serial.
fn numbered(conn: &mut Conn, items: &[Item]) -> Result<HashMap<(i32, i32), i64>> {
    let numbers: Vec<ConcernNumber> = items
        .iter()
        .filter_map(|item| match item.place {
            Place::Concern(number) | Place::ConcernAppeal(number) => Some(number),
            _ => None,
        })
        .collect();
    let (years, serials): (Vec<i32>, Vec<i32>) = numbers.iter().map(|number| (number.year, number.serial)).unzip();
    Ok(concerns::table
        .filter(concerns::year.eq_any(&years).and(concerns::serial.eq_any(&serials)))
        .select((concerns::year, concerns::serial, concerns::area_id))
        .load::<(i32, i32, i64)>(conn)?
        .into_iter()
        .map(|(year, serial, area)| ((year, serial), area))
        .collect())
}
