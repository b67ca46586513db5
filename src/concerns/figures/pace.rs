//! How fast units answer and close: the middle of the times, over public and private concerns of some units.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::rules::SMALLEST;
use crate::base::{Time, UnitId};
use crate::db::Conn;
use crate::db::schema::concerns;
use crate::error::Result;
use crate::policy::Audience;

/// The middle of some times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Median {
    /// How many times there are.
    pub(crate) number: i64,
    /// Half of them took so many seconds or fewer; nothing when there are none.
    pub(crate) seconds: Option<i64>,
}

impl Median {
    /// The same as everybody may read it: of too few, nothing.
    pub(crate) fn told(self) -> Option<i64> {
        self.seconds.filter(|_| self.number >= SMALLEST)
    }
}

/// How fast units were, within a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Pace {
    /// From filing to the first answer, of what was first answered in the span.
    pub(crate) answer: Median,
    /// From filing to closing, of what was closed in the span.
    pub(crate) closing: Median,
}

macro_rules! median {
    ($conn:expr, $units:expr, $from:expr, $to:expr, $column:ident, $span:literal) => {{
        let within = || {
            concerns::table
                .filter(concerns::unit_id.eq_any($units).and(concerns::audience.eq_any(Audience::OPEN)))
                .filter(concerns::$column.ge($from).and(concerns::$column.lt($to)))
        };
        let span = || diesel::dsl::sql::<BigInt>($span);
        let number: i64 = within().count().get_result($conn)?;
        let seconds = match number {
            0 => None,
            _ => within().order(span()).offset((number - 1) / 2).limit(1).select(span()).first($conn).optional()?,
        };
        Median { number, seconds }
    }};
}

/// Of these units, from an instant to another.
pub(crate) fn of_units(conn: &mut Conn, units: &[UnitId], from: Time, to: Time) -> Result<Pace> {
    Ok(Pace {
        answer: median!(conn, units, from, to, first_answer_at, "first_answer_at - filed_at"),
        closing: median!(conn, units, from, to, closed_at, "closed_at - filed_at"),
    })
}
