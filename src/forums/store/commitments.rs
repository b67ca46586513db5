//! Commitments, read and written.

use diesel::prelude::*;

use crate::base::{CommitmentId, CommitteeId, Day, MeetingId, Time};
use crate::db::schema::commitments;
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::forums::model::{Commitment, CommitmentState, NewCommitment, Owner, Side, Turn};
use crate::web::{Cursor, Slice};

/// Which commitments a list shows.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Of one committee.
    pub committee: Option<CommitteeId>,
    /// Promised by one body.
    pub owner: Option<Owner>,
    /// In one state, lateness included.
    pub state: Wanted,
}

/// The states a reader asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Wanted {
    /// All: what is expected first, latest first; then what is settled.
    #[default]
    All,
    /// What is expected, the longest overdue first.
    Expected,
    /// What is overdue.
    Overdue,
    /// What was kept.
    Kept,
    /// What was given up.
    Abandoned,
}

type Rows<'a> = commitments::BoxedQuery<'a, <Conn as diesel::Connection>::Backend>;

fn filtered<'a>(filter: &Filter) -> Rows<'a> {
    let mut query = commitments::table.into_boxed();
    if let Some(committee) = filter.committee {
        query = query.filter(commitments::committee_id.eq(committee));
    }
    if let Some(owner) = filter.owner {
        query = query.filter(commitments::owner_kind.eq(owner.kind).and(commitments::owner_id.eq(owner.id)));
    }
    query
}

const EXPECTED: [CommitmentState; 2] = [CommitmentState::Open, CommitmentState::InProgress];

/// A key beyond this is an instant of the settled part of the list, before it a day of the expected part.
const SETTLED_FROM: i64 = 10_000_000;

/// A page of the register. What is expected is sorted by its day, so the longest overdue stands first; what is settled follows,
/// newest first.
pub fn page(conn: &mut Conn, filter: &Filter, today: Day, after: Option<Cursor>) -> Result<Slice<Commitment>> {
    let limit = Slice::<Commitment>::LIMIT;
    let mut rows: Vec<Commitment> = Vec::new();
    let in_settled = after.is_some_and(|c| c.key > SETTLED_FROM);
    if !in_settled && matches!(filter.state, Wanted::All | Wanted::Expected | Wanted::Overdue) {
        let mut query = filtered(filter).filter(commitments::state.eq_any(EXPECTED));
        if filter.state == Wanted::Overdue {
            query = query.filter(commitments::due_on.lt(today));
        }
        if let Some(c) = after {
            let (day, id) = (Day(c.key), CommitmentId::new(c.id));
            query =
                query.filter(commitments::due_on.gt(day).or(commitments::due_on.eq(day).and(commitments::id.gt(id))));
        }
        rows = query
            .order((commitments::due_on, commitments::id))
            .limit(limit)
            .select(Commitment::as_select())
            .load(conn)?;
    }
    let settled = match filter.state {
        Wanted::All => Some(vec![CommitmentState::Kept, CommitmentState::Abandoned]),
        Wanted::Kept => Some(vec![CommitmentState::Kept]),
        Wanted::Abandoned => Some(vec![CommitmentState::Abandoned]),
        Wanted::Expected | Wanted::Overdue => None,
    };
    let room = limit - rows.len() as i64;
    if let Some(states) = settled.filter(|_| room > 0) {
        let mut query = filtered(filter).filter(commitments::state.eq_any(states));
        if let Some(c) = after.filter(|_| in_settled) {
            let (at, id) = (Time(c.key), CommitmentId::new(c.id));
            query = query
                .filter(commitments::changed_at.lt(at).or(commitments::changed_at.eq(at).and(commitments::id.lt(id))));
        }
        let more: Vec<Commitment> = query
            .order((commitments::changed_at.desc(), commitments::id.desc()))
            .limit(room)
            .select(Commitment::as_select())
            .load(conn)?;
        rows.extend(more);
    }
    Ok(Slice::cut(rows, |c| match c.state.is_settled() {
        true => Cursor { key: c.changed_at.0, id: c.id.raw() },
        false => Cursor { key: c.due_on.0, id: c.id.raw() },
    }))
}

/// What is expected of a committee's promisers or of one body, the longest overdue first.
pub fn expected(conn: &mut Conn, filter: &Filter, limit: i64) -> Result<Vec<Commitment>> {
    Ok(filtered(filter)
        .filter(commitments::state.eq_any(EXPECTED))
        .order((commitments::due_on, commitments::id))
        .limit(limit)
        .select(Commitment::as_select())
        .load(conn)?)
}

/// What is overdue for these committees, longest first.
pub fn overdue(conn: &mut Conn, committees: &[CommitteeId], today: Day, limit: i64) -> Result<Vec<Commitment>> {
    Ok(commitments::table
        .filter(commitments::committee_id.eq_any(committees.to_vec()))
        .filter(commitments::state.eq_any(EXPECTED).and(commitments::due_on.lt(today)))
        .order((commitments::due_on, commitments::id))
        .limit(limit)
        .select(Commitment::as_select())
        .load(conn)?)
}

/// How many are expected, and how many of them are overdue.
pub fn tally(conn: &mut Conn, filter: &Filter, today: Day) -> Result<(i64, i64)> {
    let open = filtered(filter).filter(commitments::state.eq_any(EXPECTED)).count().get_result(conn)?;
    let late = filtered(filter)
        .filter(commitments::state.eq_any(EXPECTED))
        .filter(commitments::due_on.lt(today))
        .count()
        .get_result(conn)?;
    Ok((open, late))
}

pub fn find(conn: &mut Conn, id: CommitmentId) -> Result<Option<Commitment>> {
    Ok(commitments::table.find(id).select(Commitment::as_select()).get_result(conn).optional()?)
}

/// Every promise, the oldest first.
pub fn all(conn: &mut Conn) -> Result<Vec<Commitment>> {
    Ok(commitments::table.order((commitments::made_at, commitments::id)).select(Commitment::as_select()).load(conn)?)
}

/// What was promised at a meeting.
pub fn of_meeting(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<Commitment>> {
    Ok(commitments::table
        .filter(commitments::meeting_id.eq(meeting))
        .order((commitments::due_on, commitments::id))
        .limit(200)
        .select(Commitment::as_select())
        .load(conn)?)
}

pub fn insert(tx: &mut Tx<'_>, committee: CommitteeId, new: &NewCommitment) -> Result<CommitmentId> {
    let id = tx.id();
    diesel::insert_into(commitments::table)
        .values((
            commitments::id.eq(id),
            commitments::committee_id.eq(committee),
            commitments::meeting_id.eq(new.meeting),
            commitments::body.eq(&new.body),
            commitments::owner_kind.eq(new.owner.kind),
            commitments::owner_id.eq(new.owner.id),
            commitments::due_on.eq(new.due_on),
            commitments::state.eq(CommitmentState::Open),
            commitments::reason.eq(""),
            commitments::made_at.eq(tx.now),
            commitments::changed_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Takes a turn, if the commitment still stands as it was seen. The instant of the state moves only with the state.
pub fn advance(tx: &mut Tx<'_>, seen: &Commitment, turn: &Turn, reason: &str) -> Result<usize> {
    let changed_at = if turn.state == seen.state { seen.changed_at } else { tx.now };
    Ok(diesel::update(commitments::table.find(seen.id).filter(commitments::state.eq(seen.state)))
        .set((
            commitments::state.eq(turn.state),
            commitments::reason.eq(reason),
            commitments::changed_at.eq(changed_at),
            commitments::claim.eq(turn.claim.map(|c| c.state)),
            commitments::claim_side.eq(turn.claim.map(|c| c.side)),
            commitments::claim_by.eq(turn.claim.and_then(|c| c.by)),
        ))
        .execute(tx.conn)?)
}

/// What a committee was owed at an instant: made before it, and not settled by then (N3). No row says so of any agenda, so no
/// agenda can leave one out.
pub fn owed_at(conn: &mut Conn, committee: CommitteeId, at: Time, limit: i64) -> Result<Vec<Commitment>> {
    Ok(commitments::table
        .filter(commitments::committee_id.eq(committee).and(commitments::made_at.lt(at)))
        .filter(commitments::state.eq_any(EXPECTED).or(commitments::changed_at.ge(at)))
        .order((commitments::due_on, commitments::id))
        .limit(limit)
        .select(Commitment::as_select())
        .load(conn)?)
}

/// What is expected of these bodies, the longest overdue first.
pub fn owed_by(conn: &mut Conn, owners: &[Owner], limit: i64) -> Result<Vec<Commitment>> {
    let mut all = Vec::new();
    for owner in owners {
        all.extend(expected(conn, &Filter { owner: Some(*owner), ..Filter::default() }, limit)?);
    }
    all.sort_by_key(|c| (c.due_on, c.id));
    Ok(all)
}

/// Where one side has signed and the community of these committees has not answered, oldest promise first.
pub fn claimed(conn: &mut Conn, committees: &[CommitteeId], side: Side) -> Result<Vec<Commitment>> {
    Ok(commitments::table
        .filter(commitments::committee_id.eq_any(committees.to_vec()).and(commitments::claim_side.eq(side)))
        .filter(commitments::state.eq_any(EXPECTED))
        .order((commitments::due_on, commitments::id))
        .limit(50)
        .select(Commitment::as_select())
        .load(conn)?)
}

/// What these committees were promised and had kept in a span: how many, and the last ones.
pub fn kept_between(
    conn: &mut Conn,
    committees: &[CommitteeId],
    from: Time,
    to: Time,
    limit: i64,
) -> Result<(i64, Vec<Commitment>)> {
    let rows = || {
        commitments::table
            .filter(commitments::committee_id.eq_any(committees.to_vec()))
            .filter(commitments::state.eq(CommitmentState::Kept))
            .filter(commitments::changed_at.ge(from).and(commitments::changed_at.lt(to)))
    };
    let last = rows()
        .order((commitments::changed_at.desc(), commitments::id.desc()))
        .limit(limit)
        .select(Commitment::as_select())
        .load(conn)?;
    Ok((rows().count().get_result(conn)?, last))
}

/// What these committees were promised and is overdue on a day: how many, and the longest overdue.
pub fn overdue_of(
    conn: &mut Conn,
    committees: &[CommitteeId],
    today: Day,
    limit: i64,
) -> Result<(i64, Vec<Commitment>)> {
    let rows = || {
        commitments::table
            .filter(commitments::committee_id.eq_any(committees.to_vec()))
            .filter(commitments::state.eq_any(EXPECTED).and(commitments::due_on.lt(today)))
    };
    let first =
        rows().order((commitments::due_on, commitments::id)).limit(limit).select(Commitment::as_select()).load(conn)?;
    Ok((rows().count().get_result(conn)?, first))
}
