//! The rows of the inbox and how many there are. Each stretch is one walk along one index (migrations/2026-11-27-desk.sql), so that
//! twenty thousand open files cost what two hundred do; counts are the database's own, or end where nobody counts on.
//! What never lives here: rules, words for people, anything that writes.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};

use super::super::model::State;
use super::model::{FEW, Group, Holder, Narrow, Rank, SOME, Tab};
use crate::base::{AccountId, AreaId, CategoryId, ConcernId, ConcernNumber, Lang, Time, UnitId};
use crate::db::schema::concerns;
use crate::db::{Conn, plan, search};
use crate::error::Result;
use crate::policy::Audience;
use crate::seal::Veiled;
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
    pub(super) words: Veiled,
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

macro_rules! narrowed {
    ($query:expr, $conn:expr, $holder:expr, $tab:expr, $narrow:expr, $now:expr) => {{
        let mut query = $query;
        query = match $holder {
            // What names few files by itself is not walked through the unit's: the sum hides the unit from its indexes.
            Holder::Units { units, .. } if $narrow.is_fine() => {
                query.filter(sql::<BigInt>("unit_id + 0").eq_any(units))
            }
            // One unit, as nearly everybody has, is asked by equality: then the index gives its order too.
            Holder::Units { units, .. } => match units.as_slice() {
                [unit] => query.filter(concerns::unit_id.eq(*unit)),
                units => query.filter(concerns::unit_id.eq_any(units)),
            },
            Holder::Oversight => query,
        };
        query = match $holder {
            Holder::Units { sealed, .. } if sealed.is_empty() => {
                query.filter(concerns::audience.eq_any(Audience::OPEN))
            }
            Holder::Units { sealed, .. } => query.filter(
                concerns::audience
                    .eq_any(Audience::OPEN)
                    .or(concerns::audience.eq(Audience::Sealed).and(concerns::unit_id.eq_any(sealed))),
            ),
            Holder::Oversight => query.filter(concerns::audience.eq(Audience::Oversight)),
        };
        if $tab == Tab::Late {
            query = query.filter(concerns::due_at.lt($now));
        }
        if let Some((year, serial)) = $narrow.number {
            let typed = concerns::serial.eq(serial);
            query = match year {
                Some(year) => query.filter(typed.and(concerns::year.eq(year))),
                None => query.filter(typed),
            };
        } else if !$narrow.words.is_empty() {
            query = query.filter(search::in_files($conn, &$narrow.words));
        }
        if let Some(category) = $narrow.category {
            query = query.filter(concerns::category_id.eq(category));
        }
        if let Some(area) = $narrow.area {
            query = query.filter(concerns::area_id.eq(area));
        }
        if let Some(account) = $narrow.assignee {
            query = query.filter(concerns::assignee_id.eq(account));
        }
        if $narrow.priority {
            query = query.filter(sql::<Bool>("priority = TRUE"));
        }
        query
    }};
}

macro_rules! of_rank {
    ($query:expr, $conn:expr, $tab:expr, $rank:expr) => {{
        let mut query = $query;
        // What is owed is open, and the index of what is owed needs no state; that of the rest knows the open ones by these words.
        query = match $rank {
            Rank::Owed => query.filter(concerns::owed.eq(true)),
            Rank::Waiting => query.filter(concerns::owed.eq(false)).filter(concerns::waiting.eq(true)).filter(open()),
            Rank::Open => query.filter(concerns::owed.eq(false)).filter(concerns::waiting.eq(false)).filter(open()),
            Rank::Resolved | Rank::Closed => query,
        };
        match ($tab.states($rank), $rank) {
            ([one], Rank::Owed) => query.filter(concerns::state.eq(*one)),
            // The walk is along the silence, not through a sort of one state.
            ([one], Rank::Waiting | Rank::Open) => query.filter(plan::of_state($conn, one.as_str())),
            (_, Rank::Owed | Rank::Waiting | Rank::Open) => query,
            (states, _) => query.filter(concerns::state.eq_any(states)),
        }
    }};
}

/// The open states in the words of the index.
fn open() -> diesel::expression::SqlLiteral<Bool> {
    sql::<Bool>("state IN ('received', 'in_progress', 'referred')")
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
        let query = concerns::table
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
        let query = narrowed!(query, conn, holder, tab, narrow, now);
        let mut query = of_rank!(query, conn, tab, *rank);
        // The last act, or the filing of what nobody has touched.
        let last = || sql::<BigInt>("COALESCE(last_act_at, filed_at)");
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

/// How many rows such a list has; one more than [`FEW`] stands for all beyond.
pub(super) fn few(conn: &mut Conn, holder: &Holder, tab: Tab, narrow: &Narrow, now: Time) -> Result<i64> {
    let mut found = 0;
    for rank in tab.ranks(narrow.to_do()) {
        let query = concerns::table.select(concerns::id).limit(FEW + 1 - found).into_boxed();
        let query = narrowed!(query, conn, holder, tab, narrow, now);
        let query = of_rank!(query, conn, tab, *rank);
        found += query.load::<ConcernId>(conn)?.len() as i64;
        if found > FEW {
            break;
        }
    }
    Ok(found)
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
}

#[derive(QueryableByName)]
struct Late {
    #[diesel(sql_type = BigInt)]
    late: i64,
}

/// Whose concerns, as a condition on their table. Ids are numbers of ours: nothing of a request is written into the statement.
pub(super) fn whose(holder: &Holder) -> String {
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

/// How many files stand how, from the database's own tally.
pub(super) fn counts(conn: &mut Conn, holder: &Holder) -> Result<Vec<Group>> {
    let whose = whose(holder);
    let rows: Vec<Counted> = diesel::sql_query(format!(
        "SELECT state, owed, waiting, CAST(SUM(number) AS BIGINT) AS number \
         FROM desk_counts WHERE {whose} GROUP BY state, owed, waiting"
    ))
    .load(conn)?;
    let group = |c: Counted| Group { state: c.state, owed: c.owed, waiting: c.waiting, number: c.number };
    Ok(rows.into_iter().map(group).collect())
}

/// How many are late; one more than [`SOME`] stands for all beyond.
pub(super) fn late(conn: &mut Conn, holder: &Holder, now: Time) -> Result<i64> {
    let (whose, most) = (whose(holder), SOME + 1);
    let counted: Late = diesel::sql_query(format!(
        "SELECT COUNT(*) AS late FROM \
         (SELECT 1 AS one FROM concerns WHERE {whose} AND owed = TRUE AND due_at < $1 LIMIT {most}) AS few"
    ))
    .bind::<BigInt, _>(now)
    .get_result(conn)?;
    Ok(counted.late)
}
