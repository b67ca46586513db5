//! What accounts follow, and what happened to it: one question for the list, one for the count in the menu.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::base::{AccountId, AreaId, ConcernId, DAY, Time, named};
use crate::concerns::model::{Concern, Event, Moderation, Readers};
use crate::db::schema::{concern_events, concerns, follow_visits, follows};
use crate::db::{Conn, Tx};
use crate::error::{Error, Refusal, Result};
use crate::policy::Audience;
use crate::web::{Cursor, Slice};

named! {
    /// What can be followed.
    pub enum Kind {
        /// A public concern.
        Concern = "concern",
        /// A quartier or a commune.
        Area = "area",
    }
}

/// Things an account follows at most: the questions below name each of them.
const MOST: usize = 100;
/// How far back changes are told.
const DAYS: i64 = 60;
/// The count in the menu ends here.
pub(super) const MANY: i64 = 100;

/// Everything an account follows, what it followed last first.
pub(super) fn of(conn: &mut Conn, account: AccountId) -> Result<Vec<(Kind, i64)>> {
    Ok(follows::table
        .filter(follows::account_id.eq(account))
        .order((follows::made_at.desc(), follows::object_id))
        .select((follows::kind, follows::object_id))
        .load(conn)?)
}

fn follows(conn: &mut Conn, account: AccountId, kind: Kind, object: i64) -> Result<bool> {
    let found: i64 = follows::table.find((account, kind, object)).count().get_result(conn)?;
    Ok(found > 0)
}

/// Whether an account follows a concern.
pub(crate) fn follows_concern(conn: &mut Conn, account: AccountId, concern: ConcernId) -> Result<bool> {
    follows(conn, account, Kind::Concern, concern.raw())
}

/// Whether an account follows a place.
pub(crate) fn follows_area(conn: &mut Conn, account: AccountId, area: AreaId) -> Result<bool> {
    follows(conn, account, Kind::Area, area.raw())
}

pub(super) fn add(tx: &mut Tx<'_>, account: AccountId, kind: Kind, object: i64) -> Result<()> {
    if follows(tx.conn, account, kind, object)? {
        return Ok(());
    }
    let held: i64 = follows::table.filter(follows::account_id.eq(account)).count().get_result(tx.conn)?;
    if held >= MOST as i64 {
        return Err(Error::Refused(Refusal::FollowsMany));
    }
    diesel::insert_into(follows::table)
        .values((
            follows::account_id.eq(account),
            follows::kind.eq(kind),
            follows::object_id.eq(object),
            follows::made_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    // What happened before somebody began to follow is not news to them.
    if seen(tx.conn, account)?.is_none() {
        saw(tx, account)?;
    }
    Ok(())
}

pub(super) fn remove(tx: &mut Tx<'_>, account: AccountId, kind: Kind, object: i64) -> Result<()> {
    diesel::delete(follows::table.find((account, kind, object))).execute(tx.conn)?;
    Ok(())
}

/// When an account last looked.
pub(super) fn seen(conn: &mut Conn, account: AccountId) -> Result<Option<Time>> {
    Ok(follow_visits::table.find(account).select(follow_visits::seen_at).first(conn).optional()?)
}

/// Notes that an account looks now.
pub(super) fn saw(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    let moved =
        diesel::update(follow_visits::table.find(account)).set(follow_visits::seen_at.eq(tx.now)).execute(tx.conn)?;
    if moved == 0 {
        diesel::insert_into(follow_visits::table)
            .values((follow_visits::account_id.eq(account), follow_visits::seen_at.eq(tx.now)))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// When a change became news: a filing when the committee published it, everything else when it happened.
const WHEN: &str = "CASE WHEN e.kind = 'filed' THEN COALESCE(c.published_at, e.at) ELSE e.at END";

/// Public events, of what is followed and of where it is followed now, since the instant bound to `since`, of public concerns that are followed: the rest of a statement. Ids are
/// numbers of ours: nothing of a request is written into it. (SQLite numbers `$1`, `$2` … by where they first stand in the text,
/// so a statement names its bounds in that order.)
fn followed(follows: &[(Kind, i64)], since: &str) -> String {
    let ids = |wanted: Kind| {
        let ids = follows.iter().filter(|(kind, _)| *kind == wanted).map(|(_, id)| id.to_string());
        // An empty list is no SQL; no id is 0.
        std::iter::once("0".to_owned()).chain(ids).collect::<Vec<_>>().join(", ")
    };
    let (own, places) = (ids(Kind::Concern), ids(Kind::Area));
    format!(
        "FROM concerns c JOIN concern_events e ON e.concern_id = c.id \
         WHERE c.audience = 'public' AND c.moderation = 'published' AND e.audience = 'public' \
         AND (c.id IN ({own}) OR c.id IN (SELECT into_id FROM merges WHERE undone_at IS NULL AND concern_id IN ({own})) OR c.area_id IN ({places}) OR c.commune_id IN ({places})) AND {WHEN} > {since}"
    )
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// How many concerns an account follows have news since it last looked; [`MANY`] at most.
pub(crate) fn unread(conn: &mut Conn, account: AccountId, now: Time) -> Result<i64> {
    let follows = of(conn, account)?;
    let Some(seen) = seen(conn, account)?.filter(|_| !follows.is_empty()) else { return Ok(0) };
    let rest = followed(&follows, "$1");
    let sql = format!("SELECT COUNT(*) AS number FROM (SELECT DISTINCT c.id {rest} LIMIT {MANY}) AS news");
    let since = seen.max(now.plus(-DAYS * DAY));
    let rows: Vec<Number> = diesel::sql_query(sql).bind::<BigInt, _>(since).load(conn)?;
    Ok(rows.first().map_or(0, |row| row.number))
}

/// A concern that changed: when last, and how many of its changes are news.
#[derive(QueryableByName)]
pub(super) struct Change {
    #[diesel(sql_type = BigInt)]
    pub(super) id: ConcernId,
    #[diesel(sql_type = BigInt)]
    pub(super) latest: Time,
    #[diesel(sql_type = BigInt)]
    pub(super) fresh: i64,
}

/// A page of what changed, the latest change first.
pub(super) fn changes(
    conn: &mut Conn,
    follows: &[(Kind, i64)],
    since: Time,
    now: Time,
    after: Option<Cursor>,
) -> Result<Slice<Change>> {
    if follows.is_empty() {
        return Ok(Slice { items: Vec::new(), next: None });
    }
    let rest = followed(follows, "$2");
    let Cursor { key, id } = after.unwrap_or(Cursor { key: i64::MAX, id: i64::MAX });
    let sql = format!(
        "SELECT c.id AS id, MAX({WHEN}) AS latest, COUNT(CASE WHEN {WHEN} > $1 THEN 1 END) AS fresh {rest} \
         GROUP BY c.id HAVING MAX({WHEN}) < $3 OR (MAX({WHEN}) = $3 AND c.id < $4) \
         ORDER BY latest DESC, id DESC LIMIT {limit}",
        limit = Slice::<Change>::LIMIT
    );
    let rows: Vec<Change> = diesel::sql_query(sql)
        .bind::<BigInt, _>(since)
        .bind::<BigInt, _>(now.plus(-DAYS * DAY))
        .bind::<BigInt, _>(key)
        .bind::<BigInt, _>(id)
        .load(conn)?;
    Ok(Slice::cut(rows, |c| Cursor { key: c.latest.seconds(), id: c.id.raw() }))
}

/// These concerns, those of them that everybody may read.
pub(super) fn public(conn: &mut Conn, ids: &[ConcernId]) -> Result<Vec<Concern>> {
    Ok(concerns::table
        .filter(concerns::id.eq_any(ids))
        .filter(concerns::audience.eq(Audience::Public).and(concerns::moderation.eq(Moderation::Published)))
        .select(Concern::as_select())
        .load(conn)?)
}

/// The public events of these concerns, oldest first, each with its own id and its concern's.
pub(super) fn events(conn: &mut Conn, ids: &[ConcernId]) -> Result<Vec<(i64, ConcernId, Event)>> {
    Ok(concern_events::table
        .filter(concern_events::concern_id.eq_any(ids).and(concern_events::audience.eq(Readers::Public)))
        .order((concern_events::at, concern_events::id))
        .select((concern_events::id, concern_events::concern_id, Event::as_select()))
        .load(conn)?)
}
