//! Check-backs in the database. SQL only.

use diesel::prelude::*;

use super::model::{Answer, Checkback, Words};
use crate::base::{AccountId, CheckbackId, ConcernId, Function, Time};
use crate::db::schema::{checkback_words, checkbacks};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::seal::Veiled;
use crate::web::{Cursor, Slice};

/// When the reporter last answered, whatever it was.
pub(super) fn last_answer(conn: &mut Conn, concern: ConcernId) -> Result<Option<Time>> {
    Ok(checkbacks::table
        .filter(checkbacks::concern_id.eq(concern))
        .order((checkbacks::at.desc(), checkbacks::id.desc()))
        .select(checkbacks::at)
        .first(conn)
        .optional()?)
}

/// The threats a reporter told of, the latest first.
pub(super) fn threats_of(conn: &mut Conn, concern: ConcernId) -> Result<Vec<Checkback>> {
    Ok(checkbacks::table
        .filter(checkbacks::concern_id.eq(concern).and(checkbacks::answer.eq(Answer::Yes)))
        .order((checkbacks::at.desc(), checkbacks::id.desc()))
        .select(Checkback::as_select())
        .load(conn)?)
}

/// A threat; nothing else that was answered is a file.
pub(super) fn threat(conn: &mut Conn, id: CheckbackId) -> Result<Checkback> {
    let row = checkbacks::table.find(id).filter(checkbacks::answer.eq(Answer::Yes)).select(Checkback::as_select());
    row.first(conn).optional()?.ok_or(Error::NotFound)
}

/// A page of threats: what is open first, the oldest at its head; then what is closed, the latest first.
pub(super) fn page(conn: &mut Conn, cursor: Option<Cursor>) -> Result<Slice<Checkback>> {
    let limit = Slice::<Checkback>::LIMIT;
    let yes = || checkbacks::table.filter(checkbacks::answer.eq(Answer::Yes)).select(Checkback::as_select());
    // Open ones have keys above zero, closed ones below.
    let mut rows: Vec<Checkback> = Vec::new();
    if cursor.is_none_or(|c| c.key > 0) {
        let mut open = yes().filter(checkbacks::closed_at.is_null()).into_boxed();
        if let Some(Cursor { key, id }) = cursor {
            let (at, id) = (Time(key), CheckbackId::new(id));
            open = open.filter(checkbacks::at.gt(at).or(checkbacks::at.eq(at).and(checkbacks::id.gt(id))));
        }
        rows = open.order((checkbacks::at, checkbacks::id)).limit(limit).load(conn)?;
    }
    let missing = limit - rows.len() as i64;
    if missing > 0 {
        let mut closed = yes().filter(checkbacks::closed_at.is_not_null()).into_boxed();
        if let Some(Cursor { key, id }) = cursor.filter(|c| c.key < 0) {
            let (at, id) = (Time(-key), CheckbackId::new(id));
            closed = closed.filter(checkbacks::at.lt(at).or(checkbacks::at.eq(at).and(checkbacks::id.lt(id))));
        }
        rows.extend(
            closed.order((checkbacks::at.desc(), checkbacks::id.desc())).limit(missing).load::<Checkback>(conn)?,
        );
    }
    let key = |c: &Checkback| if c.closed_at.is_none() { c.at.seconds() } else { -c.at.seconds() };
    Ok(Slice::cut(rows, |c| Cursor { key: key(c), id: c.id.raw() }))
}

/// How many threats nobody has closed.
pub(super) fn open(conn: &mut Conn) -> Result<i64> {
    let open = checkbacks::table.filter(checkbacks::answer.eq(Answer::Yes).and(checkbacks::closed_at.is_null()));
    Ok(open.count().get_result(conn)?)
}

/// What was written about a threat, oldest first.
pub(super) fn words(conn: &mut Conn, id: CheckbackId) -> Result<Vec<Words>> {
    Ok(checkback_words::table
        .filter(checkback_words::checkback_id.eq(id))
        .order((checkback_words::at, checkback_words::id))
        .select(Words::as_select())
        .load(conn)?)
}

pub(super) fn insert(tx: &mut Tx<'_>, concern: ConcernId, days: i64, answer: Answer) -> Result<CheckbackId> {
    let id: CheckbackId = tx.id();
    diesel::insert_into(checkbacks::table)
        .values((
            checkbacks::id.eq(id),
            checkbacks::concern_id.eq(concern),
            checkbacks::days.eq(days),
            checkbacks::answer.eq(answer),
            checkbacks::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

pub(super) fn insert_words(
    tx: &mut Tx<'_>,
    id: CheckbackId,
    function: Function,
    account: Option<AccountId>,
    body: &Veiled,
) -> Result<()> {
    diesel::insert_into(checkback_words::table)
        .values((
            checkback_words::id.eq(tx.id::<crate::base::Event>()),
            checkback_words::checkback_id.eq(id),
            checkback_words::at.eq(tx.now),
            checkback_words::function.eq(function),
            checkback_words::account_id.eq(account),
            checkback_words::body.eq(body),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Closes a threat's file, or opens it again.
pub(super) fn set_closed(tx: &mut Tx<'_>, id: CheckbackId, closed_at: Option<Time>) -> Result<()> {
    diesel::update(checkbacks::table.find(id)).set(checkbacks::closed_at.eq(closed_at)).execute(tx.conn)?;
    Ok(())
}
