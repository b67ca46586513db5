//! Questions for meetings, read and written.

use diesel::prelude::*;

use crate::base::{AccountId, MeetingId, MeetingQuestionId, Time};
use crate::db::schema::{meeting_question_supports as question_supports, meeting_questions as questions, meetings};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::forums::model::{Meeting, Question, QuestionState, QuestionVerdict};

/// The most a page shows.
const MOST: i64 = 100;

/// A meeting's questions in a state, the most supported first.
pub fn of(conn: &mut Conn, meeting: MeetingId, state: QuestionState) -> Result<Vec<Question>> {
    Ok(questions::table
        .filter(questions::meeting_id.eq(meeting).and(questions::state.eq(state)))
        .order((questions::supports.desc(), questions::asked_at, questions::id))
        .limit(MOST)
        .select(Question::as_select())
        .load(conn)?)
}

/// How many wait to be read by the committee, of each of these meetings.
pub fn held(conn: &mut Conn, meetings: &[MeetingId]) -> Result<Vec<(MeetingId, i64)>> {
    Ok(questions::table
        .filter(questions::meeting_id.eq_any(meetings.to_vec()).and(questions::state.eq(QuestionState::Held)))
        .group_by(questions::meeting_id)
        .select((questions::meeting_id, diesel::dsl::count_star()))
        .load(conn)?)
}

pub fn find(conn: &mut Conn, id: MeetingQuestionId) -> Result<Option<Question>> {
    Ok(questions::table.find(id).select(Question::as_select()).get_result(conn).optional()?)
}

/// What an account asked for a meeting and nobody else reads: it waits, or is not shown.
pub fn unread_of(conn: &mut Conn, meeting: MeetingId, account: AccountId) -> Result<Vec<Question>> {
    Ok(questions::table
        .filter(questions::meeting_id.eq(meeting).and(questions::account_id.eq(account)))
        .filter(questions::state.ne(QuestionState::Shown))
        .order((questions::asked_at, questions::id))
        .limit(MOST)
        .select(Question::as_select())
        .load(conn)?)
}

/// What an account asked and the committee does not show, of meetings from an instant on, newest first.
pub fn refused_of(conn: &mut Conn, account: AccountId, from: Time) -> Result<Vec<(Meeting, Question)>> {
    Ok(questions::table
        .inner_join(meetings::table)
        .filter(questions::account_id.eq(account).and(questions::state.eq(QuestionState::Refused)))
        .filter(meetings::starts_at.ge(from))
        .order((questions::asked_at.desc(), questions::id))
        .limit(20)
        .select((Meeting::as_select(), Question::as_select()))
        .load(conn)?)
}

/// Which of a meeting's questions an account supports.
pub fn supported(conn: &mut Conn, meeting: MeetingId, account: AccountId) -> Result<Vec<MeetingQuestionId>> {
    Ok(question_supports::table
        .inner_join(questions::table)
        .filter(questions::meeting_id.eq(meeting).and(question_supports::account_id.eq(account)))
        .select(questions::id)
        .load(conn)?)
}

pub fn insert(
    tx: &mut Tx<'_>,
    meeting: MeetingId,
    account: Option<AccountId>,
    body: &str,
    state: QuestionState,
) -> Result<MeetingQuestionId> {
    let id = tx.id();
    diesel::insert_into(questions::table)
        .values((
            questions::id.eq(id),
            questions::meeting_id.eq(meeting),
            questions::account_id.eq(account),
            questions::body.eq(body),
            questions::state.eq(state),
            questions::reason.eq(""),
            questions::supports.eq(0),
            questions::asked_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Shows or refuses what was held, takes away what was shown; nothing of a question that stands otherwise by now.
pub fn decide(tx: &mut Tx<'_>, id: MeetingQuestionId, verdict: QuestionVerdict, reason: &str) -> Result<usize> {
    let (from, state) = verdict.turns();
    Ok(diesel::update(questions::table.find(id).filter(questions::state.eq(from)))
        .set((questions::state.eq(state), questions::reason.eq(reason)))
        .execute(tx.conn)?)
}

/// Counts an account's support, once. False when it stood there already.
pub fn support(tx: &mut Tx<'_>, id: MeetingQuestionId, account: AccountId) -> Result<bool> {
    let before: i64 = question_supports::table
        .filter(question_supports::question_id.eq(id).and(question_supports::account_id.eq(account)))
        .count()
        .get_result(tx.conn)?;
    if before > 0 {
        return Ok(false);
    }
    diesel::insert_into(question_supports::table)
        .values((
            question_supports::question_id.eq(id),
            question_supports::account_id.eq(account),
            question_supports::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    diesel::update(questions::table.find(id)).set(questions::supports.eq(questions::supports + 1)).execute(tx.conn)?;
    Ok(true)
}

/// Takes an account's support back. False when there was none.
pub fn take_back(tx: &mut Tx<'_>, id: MeetingQuestionId, account: AccountId) -> Result<bool> {
    let own = question_supports::question_id.eq(id).and(question_supports::account_id.eq(account));
    if diesel::delete(question_supports::table.filter(own)).execute(tx.conn)? == 0 {
        return Ok(false);
    }
    diesel::update(questions::table.find(id)).set(questions::supports.eq(questions::supports - 1)).execute(tx.conn)?;
    Ok(true)
}

/// Meetings from an instant on for which an account asked what is not shown, while it has not read so: a meeting for each question.
pub fn untold(conn: &mut Conn, account: AccountId, from: Time) -> Result<Vec<Meeting>> {
    Ok(questions::table
        .inner_join(meetings::table)
        .filter(questions::account_id.eq(account).and(questions::state.eq(QuestionState::Refused)))
        .filter(questions::told_at.is_null().and(meetings::starts_at.ge(from)))
        .order((meetings::starts_at, questions::id))
        .limit(20)
        .select(Meeting::as_select())
        .load(conn)?)
}

/// Notes that whoever asked these has read that they are not shown.
pub fn told(tx: &mut Tx<'_>, ids: &[MeetingQuestionId]) -> Result<usize> {
    Ok(diesel::update(questions::table.filter(questions::id.eq_any(ids.to_vec())))
        .set(questions::told_at.eq(tx.now))
        .execute(tx.conn)?)
}
