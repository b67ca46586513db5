//! What residents asked and nobody has read yet: questions for meetings, and « is it true? ». Both wait in the moderators' row and
//! are decided on their features' own pages.

use diesel::prelude::*;

use super::queue::{Bench, Item, Kind, Place, after};
use crate::base::{MeetingId, MeetingQuestionId, RumourAskId, Time};
use crate::db::Conn;
use crate::db::schema::{meeting_questions as questions, meetings, rumour_asks as asks};
use crate::error::Result;
use crate::web::{Cursor, Slice};

/// A question's state while it waits, as the rooms above keep it.
const HELD: &str = "held";

type QuestionRow = (MeetingQuestionId, MeetingId, Time, String);
type AskRow = (RumourAskId, Time, String);

/// Questions for the meetings of a bench's committees.
pub(super) fn questions(conn: &mut Conn, bench: &Bench, cursor: Option<Cursor>) -> Result<Vec<Item>> {
    let query = questions::table
        .inner_join(meetings::table)
        .filter(questions::state.eq(HELD).and(meetings::committee_id.eq_any(&bench.committees)))
        .order((questions::asked_at, questions::id))
        .limit(Slice::<Item>::LIMIT)
        .select((questions::id, meetings::id, questions::asked_at, questions::body))
        .into_boxed();
    let rows: Vec<QuestionRow> = after!(query, questions::asked_at, questions::id, cursor).load(conn)?;
    let item = |(id, meeting, since, words): QuestionRow| {
        waits(Kind::Question, Place::Question(meeting, id), since, words, id.raw())
    };
    Ok(rows.into_iter().map(item).collect())
}

/// What was asked of the rumour desk about a bench's places.
pub(super) fn rumours(conn: &mut Conn, bench: &Bench, cursor: Option<Cursor>) -> Result<Vec<Item>> {
    let query = asks::table
        .filter(asks::state.eq(HELD).and(asks::area_id.eq_any(&bench.areas)))
        .order((asks::asked_at, asks::id))
        .limit(Slice::<Item>::LIMIT)
        .select((asks::id, asks::asked_at, asks::words))
        .into_boxed();
    let rows: Vec<AskRow> = after!(query, asks::asked_at, asks::id, cursor).load(conn)?;
    let item = |(id, since, words): AskRow| waits(Kind::Rumour, Place::Rumour(id), since, words, id.raw());
    Ok(rows.into_iter().map(item).collect())
}

fn waits(kind: Kind, place: Place, since: Time, words: String, id: i64) -> Item {
    Item::new(kind, place, id, since, (words, String::new()))
}

/// How many questions for meetings wait, and how many of the rumour desk.
pub(super) fn counts(conn: &mut Conn, bench: &Bench) -> Result<(i64, i64)> {
    let questions = questions::table
        .inner_join(meetings::table)
        .filter(questions::state.eq(HELD).and(meetings::committee_id.eq_any(&bench.committees)))
        .count()
        .get_result(conn)?;
    let asks =
        asks::table.filter(asks::state.eq(HELD).and(asks::area_id.eq_any(&bench.areas))).count().get_result(conn)?;
    Ok((questions, asks))
}
