//! Requests in the database, and the counts that the page of one's data shows. SQL only.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::model::{Number, Of, Request, State, Wish};
use crate::base::{AccountId, ConcernId, DAY, PostId, RightsRequestId, Time};
use crate::concerns::store as concerns;
use crate::db::schema::{concern_keys, concerns as filed, posts, retention_rules, rights_requests};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::seal::Veiled;

/// Days to answer when no rule says otherwise.
const ANSWER_DAYS: i64 = 30;

/// Notes a request; returns its number.
pub(super) fn insert(tx: &mut Tx<'_>, of: Of, wish: Wish, words: &Veiled, correction: &Veiled) -> Result<Number> {
    let year = i32::from(tx.now.civil().year());
    let serial = i32::try_from(concerns::next_of(tx, &format!("request {year}"))?).map_err(Error::internal)?;
    let days: Option<Option<i64>> =
        retention_rules::table.find("answer").select(retention_rules::days).first(tx.conn).optional()?;
    let due = tx.now.plus(days.flatten().unwrap_or(ANSWER_DAYS) * DAY);
    let (concern, account) = match of {
        Of::Concern(id) => (Some(id), None),
        Of::Account(id) => (None, Some(id)),
    };
    diesel::insert_into(rights_requests::table)
        .values((
            rights_requests::id.eq(tx.id::<crate::base::RightsRequest>()),
            rights_requests::year.eq(year),
            rights_requests::serial.eq(serial),
            rights_requests::concern_id.eq(concern),
            rights_requests::account_id.eq(account),
            rights_requests::kind.eq(wish),
            rights_requests::words.eq(words),
            rights_requests::correction.eq(correction),
            rights_requests::state.eq(State::Waiting),
            rights_requests::answer.eq(""),
            rights_requests::asked_at.eq(tx.now),
            rights_requests::due_at.eq(due),
        ))
        .execute(tx.conn)?;
    Ok(Number { year, serial })
}

/// Everything asked about a concern or an account, the newest first.
pub(super) fn of(conn: &mut Conn, of: Of) -> Result<Vec<Request>> {
    let query = rights_requests::table.order(rights_requests::id.desc()).select(Request::as_select()).into_boxed();
    Ok(match of {
        Of::Concern(id) => query.filter(rights_requests::concern_id.eq(id)).load(conn)?,
        Of::Account(id) => query.filter(rights_requests::account_id.eq(id)).load(conn)?,
    })
}

/// One request.
pub(super) fn get(conn: &mut Conn, id: RightsRequestId) -> Result<Request> {
    rights_requests::table.find(id).select(Request::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// What waits, the first due first, or what was answered last.
pub(super) fn list(conn: &mut Conn, waiting: bool) -> Result<Vec<Request>> {
    let all = rights_requests::table.select(Request::as_select());
    Ok(match waiting {
        true => all
            .filter(rights_requests::state.eq(State::Waiting))
            .order((rights_requests::due_at, rights_requests::id))
            .limit(200)
            .load(conn)?,
        false => all
            .filter(rights_requests::state.ne(State::Waiting))
            .order((rights_requests::answered_at.desc(), rights_requests::id.desc()))
            .limit(50)
            .load(conn)?,
    })
}

/// How many wait for an answer.
pub(crate) fn waiting(conn: &mut Conn) -> Result<i64> {
    Ok(rights_requests::table.filter(rights_requests::state.eq(State::Waiting)).select(count_star()).first(conn)?)
}

/// Notes the answer. The words that were to come have come, or never will: they go.
pub(super) fn answer(
    tx: &mut Tx<'_>,
    id: RightsRequestId,
    state: State,
    words: &str,
    by: Option<AccountId>,
) -> Result<()> {
    diesel::update(rights_requests::table.find(id))
        .set((
            rights_requests::state.eq(state),
            rights_requests::answer.eq(words),
            rights_requests::correction.eq(""),
            rights_requests::answered_at.eq(Some(tx.now)),
            rights_requests::answered_by.eq(by),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Answers the erasures that wait for an answer they were given before a backup was restored.
pub(super) fn settle(tx: &mut Tx<'_>, of: Of, words: &str, at: Time) -> Result<()> {
    for request in self::of(tx.conn, of)? {
        if request.state == State::Waiting && request.kind == Wish::Erasure {
            answer(tx, request.id, State::Granted, words, None)?;
            diesel::update(rights_requests::table.find(request.id))
                .set(rights_requests::answered_at.eq(Some(at)))
                .execute(tx.conn)?;
        }
    }
    Ok(())
}

/// When each key of a concern was made, and used last.
pub(super) fn keys(conn: &mut Conn, id: ConcernId) -> Result<Vec<(Time, Option<Time>)>> {
    Ok(concern_keys::table
        .filter(concern_keys::concern_id.eq(id))
        .order(concern_keys::made_at)
        .select((concern_keys::made_at, concern_keys::seen_at))
        .load(conn)?)
}

/// The concerns tied to an account.
pub(super) fn tied(conn: &mut Conn, account: AccountId) -> Result<Vec<ConcernId>> {
    Ok(filed::table.filter(filed::account_id.eq(account)).order(filed::id.desc()).select(filed::id).load(conn)?)
}

/// The messages of an account.
pub(super) fn posts_of(conn: &mut Conn, account: AccountId) -> Result<Vec<PostId>> {
    Ok(posts::table.filter(posts::account_id.eq(account)).order(posts::id).select(posts::id).load(conn)?)
}

/// Puts a line in the place of every message of an account. Where each stood, and when, stays: others answered it.
pub(super) fn empty_posts(tx: &mut Tx<'_>, account: AccountId, gone: &str) -> Result<()> {
    diesel::update(posts::table.filter(posts::account_id.eq(account)))
        .set((posts::body.eq(gone), posts::digest.eq("")))
        .execute(tx.conn)?;
    Ok(())
}

/// Answered requests whose words nobody needs any more.
pub(crate) fn forgettable(conn: &mut Conn, before: Time) -> Result<Vec<RightsRequestId>> {
    Ok(rights_requests::table
        .filter(rights_requests::answered_at.lt(before).and(rights_requests::words.ne("")))
        .select(rights_requests::id)
        .load(conn)?)
}

/// Forgets the words of requests; their numbers, dates and answers stay.
pub(crate) fn forget(tx: &mut Tx<'_>, ids: &[RightsRequestId]) -> Result<()> {
    diesel::update(rights_requests::table.filter(rights_requests::id.eq_any(ids)))
        .set((rights_requests::words.eq(""), rights_requests::correction.eq("")))
        .execute(tx.conn)?;
    Ok(())
}
