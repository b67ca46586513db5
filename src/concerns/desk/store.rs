//! The desk's own questions to the database: the inbox, its counts, who may be given a file, what stands with a service.
//! What never lives here: rules, words for people, anything that writes.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Text};

use super::super::model::{Moderation, Outcome, ReferralState, State};
use super::model::{Group, Holder, Narrow, Rank, Tab};
use crate::base::{
    AccountId, AreaId, CategoryId, ConcernId, ConcernNumber, Lang, PartnerId, ReferralId, Role, Time, UnitId,
};
use crate::db::schema::{accounts, concerns, memberships, referrals};
use crate::db::{Conn, search};
use crate::error::Result;
use crate::policy::Audience;
use crate::web::{Cursor, Slice};

/// A line of the inbox.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Row {
    pub(super) id: ConcernId,
    year: i32,
    serial: i32,
    pub(super) category_id: CategoryId,
    pub(super) area_id: AreaId,
    pub(super) unit_id: UnitId,
    pub(super) assignee_id: Option<AccountId>,
    pub(super) lang: Lang,
    pub(super) words: String,
    pub(super) audience: Audience,
    pub(super) state: State,
    pub(super) reopened: bool,
    pub(super) priority: bool,
    pub(super) waiting: bool,
    pub(super) owed: bool,
    pub(super) filed_at: Time,
    pub(super) due_at: Time,
    pub(super) last_act_at: Option<Time>,
    closed_at: Option<Time>,
}

impl Row {
    pub(super) const fn number(&self) -> ConcernNumber {
        ConcernNumber { year: self.year, serial: self.serial }
    }

    fn cursor(&self) -> Cursor {
        let rank = Rank::of(self.state, self.owed, self.waiting);
        let at = match rank {
            Rank::Owed => self.due_at,
            Rank::Waiting | Rank::Open => self.last_act_at.unwrap_or(self.filed_at),
            Rank::Resolved | Rank::Closed => self.closed_at.unwrap_or(self.filed_at),
        };
        Cursor { key: rank.key(at), id: self.id.raw() }
    }
}

/// A page of the inbox: rank by rank, until it is full, so that each question stays one that an index can answer.
pub(super) fn inbox(
    conn: &mut Conn,
    holder: &Holder,
    tab: Tab,
    narrow: &Narrow,
    now: Time,
    cursor: Option<Cursor>,
) -> Result<Slice<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    for rank in tab.ranks(narrow.to_do()) {
        let Some(after) = rank.after(cursor) else { continue };
        let missing = Slice::<Row>::LIMIT - rows.len() as i64;
        if missing <= 0 {
            break;
        }
        let mut query = concerns::table
            .filter(concerns::state.eq_any(tab.states(*rank)))
            .limit(missing)
            .select((
                concerns::id,
                concerns::year,
                concerns::serial,
                concerns::category_id,
                concerns::area_id,
                concerns::unit_id,
                concerns::assignee_id,
                concerns::lang,
                concerns::words,
                concerns::audience,
                concerns::state,
                concerns::reopened,
                concerns::priority,
                concerns::waiting,
                concerns::owed,
                concerns::filed_at,
                concerns::due_at,
                concerns::last_act_at,
                concerns::closed_at,
            ))
            .into_boxed();
        query = match holder {
            Holder::Units { units, sealed } if sealed.is_empty() => {
                query.filter(concerns::unit_id.eq_any(units).and(concerns::audience.eq_any(Audience::OPEN)))
            }
            Holder::Units { units, sealed } => query.filter(concerns::unit_id.eq_any(units)).filter(
                concerns::audience
                    .eq_any(Audience::OPEN)
                    .or(concerns::audience.eq(Audience::Sealed).and(concerns::unit_id.eq_any(sealed))),
            ),
            Holder::Oversight => query.filter(concerns::audience.eq(Audience::Oversight)),
        };
        if tab == Tab::Late {
            query = query.filter(concerns::due_at.lt(now));
        }
        if !narrow.words.is_empty() {
            query = query.filter(search::all_of(conn, &narrow.words));
        }
        if let Some(category) = narrow.category {
            query = query.filter(concerns::category_id.eq(category));
        }
        if let Some(area) = narrow.area {
            query = query.filter(concerns::area_id.eq(area));
        }
        if let Some(account) = narrow.assignee {
            query = query.filter(concerns::assignee_id.eq(account));
        }
        if narrow.priority {
            query = query.filter(concerns::priority.eq(true));
        }
        // The last act, or the filing of what nobody has touched.
        let last = || sql::<BigInt>("COALESCE(last_act_at, filed_at)");
        query = match rank {
            Rank::Owed => query.filter(concerns::owed.eq(true)),
            Rank::Waiting => query.filter(concerns::owed.eq(false).and(concerns::waiting.eq(true))),
            Rank::Open => query.filter(concerns::owed.eq(false).and(concerns::waiting.eq(false))),
            Rank::Resolved | Rank::Closed => query,
        };
        query = match (rank, after) {
            (_, None) => query,
            (Rank::Owed, Some((at, id))) => query
                .filter(concerns::due_at.gt(at).or(concerns::due_at.eq(at).and(concerns::id.gt(ConcernId::new(id))))),
            (Rank::Waiting | Rank::Open, Some((at, id))) => {
                query.filter(last().gt(at).or(last().eq(at).and(concerns::id.gt(ConcernId::new(id)))))
            }
            (Rank::Resolved | Rank::Closed, Some((at, id))) => query.filter(
                concerns::closed_at.lt(at).or(concerns::closed_at.eq(at).and(concerns::id.lt(ConcernId::new(id)))),
            ),
        };
        query = match rank {
            Rank::Owed => query.order((concerns::due_at, concerns::id)),
            Rank::Waiting | Rank::Open => query.order((last(), concerns::id)),
            Rank::Resolved | Rank::Closed => query.order((concerns::closed_at.desc(), concerns::id.desc())),
        };
        rows.extend(query.load::<Row>(conn)?);
    }
    Ok(Slice::cut(rows, Row::cursor))
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = Text)]
    state: State,
    #[diesel(sql_type = Bool)]
    owed: bool,
    #[diesel(sql_type = Bool)]
    waiting: bool,
    #[diesel(sql_type = BigInt)]
    number: i64,
    #[diesel(sql_type = BigInt)]
    late: i64,
}

/// Whose concerns, as a condition on their table. Ids are numbers of ours: nothing of a request is written into the statement.
fn whose(holder: &Holder) -> String {
    let ids = |units: &[UnitId]| units.iter().map(|u| u.raw().to_string()).collect::<Vec<_>>().join(", ");
    match holder {
        Holder::Units { units, .. } if units.is_empty() => "1 = 0".to_owned(),
        Holder::Units { units, sealed } => {
            let readable = match sealed.is_empty() {
                true => "audience IN ('public', 'private')".to_owned(),
                false => format!(
                    "(audience IN ('public', 'private') OR audience = 'sealed' AND unit_id IN ({}))",
                    ids(sealed)
                ),
            };
            format!("unit_id IN ({}) AND {readable}", ids(units))
        }
        Holder::Oversight => "audience = 'oversight'".to_owned(),
    }
}

/// What a reporter said of a result, that the chief has not seen.
#[derive(Debug, Clone, QueryableByName)]
pub(super) struct Told {
    #[diesel(sql_type = Integer)]
    year: i32,
    #[diesel(sql_type = Integer)]
    serial: i32,
    #[diesel(sql_type = BigInt)]
    pub(super) category_id: CategoryId,
    #[diesel(sql_type = BigInt)]
    pub(super) area_id: AreaId,
    #[diesel(sql_type = Text)]
    pub(super) words: String,
    #[diesel(sql_type = Text)]
    pub(super) outcome: Outcome,
    #[diesel(sql_type = BigInt)]
    pub(super) at: Time,
}

impl Told {
    pub(super) const fn number(&self) -> ConcernNumber {
        ConcernNumber { year: self.year, serial: self.serial }
    }
}

/// The oldest of them, at most fifty: a chief empties the list from its head.
pub(super) fn told(conn: &mut Conn, holder: &Holder) -> Result<Vec<Told>> {
    let whose = whose(holder);
    Ok(diesel::sql_query(format!(
        "SELECT c.year, c.serial, c.category_id, c.area_id, c.words, n.outcome, n.at \
         FROM chief_notices n JOIN concerns c ON c.id = n.concern_id \
         WHERE n.seen_at IS NULL AND {whose} ORDER BY n.at, n.id LIMIT 50"
    ))
    .load(conn)?)
}

/// A file whose word is late.
#[derive(Debug, Clone, QueryableByName)]
pub(super) struct Late {
    #[diesel(sql_type = Integer)]
    year: i32,
    #[diesel(sql_type = Integer)]
    serial: i32,
    #[diesel(sql_type = BigInt)]
    pub(super) category_id: CategoryId,
    #[diesel(sql_type = BigInt)]
    pub(super) area_id: AreaId,
    #[diesel(sql_type = BigInt)]
    pub(super) unit_id: UnitId,
    #[diesel(sql_type = Text)]
    pub(super) words: String,
    #[diesel(sql_type = Text)]
    pub(super) audience: Audience,
    #[diesel(sql_type = Text)]
    pub(super) moderation: Moderation,
    #[diesel(sql_type = BigInt)]
    pub(super) due_at: Time,
}

impl Late {
    pub(super) const fn number(&self) -> ConcernNumber {
        ConcernNumber { year: self.year, serial: self.serial }
    }
}

/// Files past a step of their clock, the longest late first, at most fifty: who answers them empties the list from its head.
fn late(conn: &mut Conn, step: &str, whose: &str, now: Time) -> Result<Vec<Late>> {
    Ok(diesel::sql_query(format!(
        "SELECT c.year, c.serial, c.category_id, c.area_id, c.unit_id, c.words, c.audience, c.moderation, c.due_at \
         FROM concerns c JOIN concern_clocks k ON k.concern_id = c.id \
         WHERE c.owed AND c.state IN ('received', 'in_progress', 'referred') AND k.{step} <= $1 AND {whose} \
         ORDER BY c.due_at, c.id LIMIT 50"
    ))
    .bind::<BigInt, _>(now)
    .load(conn)?)
}

/// What went to the chief: of the units the reader leads. What is said of conduct has no chief to go to.
pub(super) fn escalated(conn: &mut Conn, led: &Holder, now: Time) -> Result<Vec<Late>> {
    match led {
        Holder::Oversight => Ok(Vec::new()),
        Holder::Units { .. } => late(conn, "chief_at", &whose(led), now),
    }
}

/// What went to the district: other units' files, never what a desk alone reads.
pub(super) fn far_late(conn: &mut Conn, desk: UnitId, now: Time) -> Result<Vec<Late>> {
    let whose = format!("c.unit_id <> {} AND c.audience IN ('public', 'private')", desk.raw());
    late(conn, "district_at", &whose, now)
}

/// How many files stand how, in one question.
pub(super) fn counts(conn: &mut Conn, holder: &Holder, now: Time) -> Result<Vec<Group>> {
    let whose = whose(holder);
    let rows: Vec<Counted> = diesel::sql_query(format!(
        "SELECT state, owed, waiting, COUNT(*) AS number, \
         COUNT(CASE WHEN owed AND due_at < $1 THEN 1 END) AS late \
         FROM concerns WHERE {whose} GROUP BY state, owed, waiting"
    ))
    .bind::<BigInt, _>(now)
    .load(conn)?;
    let group = |c: Counted| Group { state: c.state, owed: c.owed, waiting: c.waiting, number: c.number, late: c.late };
    Ok(rows.into_iter().map(group).collect())
}

/// Somebody a file can be given to.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Officer {
    pub(super) id: AccountId,
    pub(super) name: String,
}

/// Who holds oversight now: whom its files can be given to.
pub(super) fn overseers(conn: &mut Conn) -> Result<Vec<Officer>> {
    Ok(accounts::table
        .inner_join(memberships::table)
        .filter(memberships::ended_at.is_null().and(accounts::disabled_at.is_null()))
        .filter(memberships::role.eq(Role::Overseer))
        .select((accounts::id, accounts::name))
        .order((accounts::name, accounts::id))
        .load(conn)?)
}

/// The names these accounts chose.
pub(super) fn names(conn: &mut Conn, ids: &[AccountId]) -> Result<Vec<Officer>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(accounts::table.filter(accounts::id.eq_any(ids)).select((accounts::id, accounts::name)).load(conn)?)
}

/// What was referred to a service, in a line.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Handed {
    pub(super) id: ReferralId,
    pub(super) partner_id: PartnerId,
    pub(super) state: ReferralState,
    pub(super) asked_at: Time,
    year: i32,
    serial: i32,
    pub(super) category_id: CategoryId,
    pub(super) area_id: AreaId,
    pub(super) words: String,
    pub(super) concern_state: State,
    pub(super) reopened: bool,
    pub(super) last_act_at: Option<Time>,
}

impl Handed {
    pub(super) const fn number(&self) -> ConcernNumber {
        ConcernNumber { year: self.year, serial: self.serial }
    }

    fn cursor(&self) -> Cursor {
        Cursor { key: rank_of(self.state, self.concern_state).key(self.asked_at), id: self.id.raw() }
    }
}

/// What waits for the service comes first, the oldest at its head; then the rest, the latest first.
const fn rank_of(state: ReferralState, concern: State) -> Rank {
    match state {
        ReferralState::Pending if concern.is_open() => Rank::Owed,
        _ => Rank::Closed,
    }
}

/// A page of what was referred to these services. What became oversight's is not theirs any more; what is sealed only those
/// of them read that may (`sealed`).
pub(super) fn handed(
    conn: &mut Conn,
    partners: &[PartnerId],
    sealed: &[PartnerId],
    cursor: Option<Cursor>,
) -> Result<Slice<Handed>> {
    let mut rows: Vec<Handed> = Vec::new();
    for rank in [Rank::Owed, Rank::Closed] {
        let Some(after) = rank.after(cursor) else { continue };
        let missing = Slice::<Handed>::LIMIT - rows.len() as i64;
        if missing <= 0 {
            break;
        }
        let mut query = referrals::table
            .inner_join(concerns::table)
            .filter(referrals::partner_id.eq_any(partners))
            .filter(referrals::state.ne(ReferralState::Withdrawn))
            .filter(
                concerns::audience
                    .eq_any(Audience::OPEN)
                    .or(concerns::audience.eq(Audience::Sealed).and(referrals::partner_id.eq_any(sealed))),
            )
            .limit(missing)
            .select((
                referrals::id,
                referrals::partner_id,
                referrals::state,
                referrals::asked_at,
                concerns::year,
                concerns::serial,
                concerns::category_id,
                concerns::area_id,
                concerns::words,
                concerns::state,
                concerns::reopened,
                concerns::last_act_at,
            ))
            .into_boxed();
        let pending = rank == Rank::Owed;
        query = match pending {
            true => query
                .filter(referrals::state.eq(ReferralState::Pending).and(concerns::state.eq_any(State::OPEN)))
                .order((referrals::asked_at, referrals::id)),
            false => query
                .filter(referrals::state.ne(ReferralState::Pending).or(concerns::state.ne_all(State::OPEN)))
                .order((referrals::asked_at.desc(), referrals::id)),
        };
        query = match after {
            None => query,
            Some((at, id)) => {
                let same = referrals::asked_at.eq(at).and(referrals::id.gt(ReferralId::new(id)));
                if pending {
                    query.filter(referrals::asked_at.gt(at).or(same))
                } else {
                    query.filter(referrals::asked_at.lt(at).or(same))
                }
            }
        };
        rows.extend(query.load::<Handed>(conn)?);
    }
    Ok(Slice::cut(rows, Handed::cursor))
}

/// The middle of the times to a first answer over oversight's files, in seconds; `None` when none was answered.
pub(super) fn median_first_answer(conn: &mut Conn) -> Result<Option<i64>> {
    let answered = || {
        concerns::table.filter(concerns::audience.eq(Audience::Oversight).and(concerns::first_answer_at.is_not_null()))
    };
    let number: i64 = answered().count().get_result(conn)?;
    if number == 0 {
        return Ok(None);
    }
    let span = || sql::<BigInt>("first_answer_at - filed_at");
    Ok(answered().order(span()).offset((number - 1) / 2).limit(1).select(span()).first(conn).optional()?)
}
