//! The desk's own questions to the database: who may be given a file, what stands with a service, what a chief is told. The inbox
//! itself is in `rows`. What never lives here: rules, words for people, anything that writes.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};

use super::super::model::{Moderation, Outcome, ReferralState, State};
use super::model::{Holder, Rank};
use super::rows::whose;
use crate::accounts as serving;
use crate::areas::Points;
use crate::base::{AccountId, AreaId, CategoryId, ConcernNumber, PartnerId, ReferralId, Role, Time, UnitId};
use crate::db::Conn;
use crate::db::schema::{accounts, concerns, memberships, referrals};
use crate::error::Result;
use crate::policy::Audience;
use crate::seal::Veiled;
use crate::web::{Cursor, Slice};

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
    pub(super) words: Veiled,
    #[diesel(sql_type = Text)]
    pub(super) audience: Audience,
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
        "SELECT c.year, c.serial, c.category_id, c.area_id, c.words, c.audience, n.outcome, n.at \
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
    pub(super) words: Veiled,
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
fn late(conn: &mut Conn, (step, percent): (&str, i64), whose: &str, now: Time) -> Result<Vec<Late>> {
    // `owed` is compared, because SQLite uses its index for nothing less.
    // A step that lies before the end of the target may have come to files that are not due.
    let due = if percent >= 100 { "c.due_at <= $1 AND " } else { "" };
    Ok(diesel::sql_query(format!(
        "SELECT c.year, c.serial, c.category_id, c.area_id, c.unit_id, c.words, c.audience, c.moderation, c.due_at \
         FROM concerns c JOIN concern_clocks k ON k.concern_id = c.id \
         WHERE c.owed = TRUE AND c.state IN ('received', 'in_progress', 'referred') AND {due}k.{step} <= $1 AND {whose} \
         ORDER BY c.due_at, c.id LIMIT 50"
    ))
    .bind::<BigInt, _>(now)
    .load(conn)?)
}

/// What went to the chief: of the units the reader leads. What is said of conduct has no chief to go to.
pub(super) fn escalated(conn: &mut Conn, led: &Holder, points: Points, now: Time) -> Result<Vec<Late>> {
    match led {
        Holder::Oversight => Ok(Vec::new()),
        Holder::Units { .. } => late(conn, ("chief_at", points.chief), &whose(led), now),
    }
}

/// What went to the district: other units' files, never what a desk alone reads.
pub(super) fn far_late(conn: &mut Conn, desk: UnitId, points: Points, now: Time) -> Result<Vec<Late>> {
    let whose = format!("c.unit_id <> {} AND c.audience IN ('public', 'private')", desk.raw());
    late(conn, ("district_at", points.district), &whose, now)
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

/// Whoever files of these holders can be given to, once each and by name; what each may open, the deed asks.
pub(super) fn given_by(conn: &mut Conn, led: &Holder) -> Result<Vec<Officer>> {
    let mut officers = match led {
        Holder::Oversight => overseers(conn)?,
        Holder::Units { units, .. } => {
            let mut all = Vec::new();
            for unit in units {
                all.extend(serving::officers(conn, *unit)?.into_iter().map(|(id, name, _)| Officer { id, name }));
            }
            all
        }
    };
    officers.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    officers.dedup_by_key(|officer| officer.id);
    Ok(officers)
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
    pub(super) words: Veiled,
    pub(super) audience: Audience,
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
                concerns::audience,
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
