//! « Pas de moyens », counted (N2): what a unit says it lacked when it closes a concern unsettled or lets it wait. A cause said twice
//! of one concern is one.

use diesel::prelude::*;

use super::model::{Concern, Reason};
use crate::base::{ConcernId, Time, UnitId, named};
use crate::db::schema::{concern_causes, concerns};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::i18n::{L, Text};
use crate::policy::Audience;

named! {
    /// What was lacking.
    pub enum Cause {
        /// Fuel.
        Fuel = "fuel",
        /// A vehicle.
        Vehicle = "vehicle",
        /// Staff.
        Staff = "staff",
        /// It is another body's to do.
        OtherBody = "other_body",
    }
}

impl Cause {
    /// What a unit may lack.
    pub(crate) const MEANS: [Cause; 3] = [Cause::Fuel, Cause::Vehicle, Cause::Staff];

    /// The cause a reason of closing stands for: of « pas de moyens », the one that was said.
    pub(crate) const fn of(reason: Reason, said: Option<Cause>) -> Option<Cause> {
        match reason {
            Reason::NoMeans => said,
            Reason::OtherBody => Some(Cause::OtherBody),
            _ => None,
        }
    }

    /// In words.
    pub(crate) fn word(self, l: L) -> Text {
        match self {
            Cause::Fuel => l.cause_fuel(),
            Cause::Vehicle => l.cause_vehicle(),
            Cause::Staff => l.cause_staff(),
            Cause::OtherBody => l.cause_other_body(),
        }
    }
}

/// Notes what was lacking.
pub(super) fn note(tx: &mut Tx<'_>, concern: &Concern, cause: Cause, closing: bool) -> Result<()> {
    diesel::insert_into(concern_causes::table)
        .values((
            concern_causes::id.eq(tx.id::<crate::base::Event>()),
            concern_causes::concern_id.eq(concern.id),
            concern_causes::unit_id.eq(concern.unit_id),
            concern_causes::cause.eq(cause),
            concern_causes::closing.eq(closing),
            concern_causes::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// How many public and private concerns each cause held up or closed in a span, of one unit: public ones, private ones.
pub(crate) fn of_unit(conn: &mut Conn, unit: UnitId, from: Time, to: Time) -> Result<Vec<(Cause, [i64; 2])>> {
    let rows: Vec<(Cause, Audience, ConcernId)> = concern_causes::table
        .inner_join(concerns::table)
        .filter(concern_causes::unit_id.eq(unit).and(concerns::audience.eq_any(Audience::OPEN)))
        .filter(concern_causes::at.ge(from).and(concern_causes::at.lt(to)))
        .select((concern_causes::cause, concerns::audience, concerns::id))
        .distinct()
        .load(conn)?;
    let count =
        |cause: Cause, audience: Audience| rows.iter().filter(|(c, a, _)| *c == cause && *a == audience).count() as i64;
    Ok(Cause::ALL.iter().map(|cause| (*cause, Audience::OPEN.map(|audience| count(*cause, audience)))).collect())
}

/// Why each of these waits, as the unit said last; nothing of one it said nothing of.
pub(crate) fn waiting_for(conn: &mut Conn, concerns: &[ConcernId]) -> Result<Vec<(ConcernId, Cause)>> {
    let said: Vec<(ConcernId, Cause)> = concern_causes::table
        .filter(concern_causes::concern_id.eq_any(concerns.to_vec()).and(concern_causes::closing.eq(false)))
        .order((concern_causes::at.desc(), concern_causes::id.desc()))
        .select((concern_causes::concern_id, concern_causes::cause))
        .load(conn)?;
    Ok(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_without_means_says_which() {
        assert_eq!(Cause::of(Reason::NoMeans, Some(Cause::Fuel)), Some(Cause::Fuel));
        assert_eq!(Cause::of(Reason::NoMeans, None), None);
        assert_eq!(Cause::of(Reason::OtherBody, None), Some(Cause::OtherBody));
        assert_eq!(Cause::of(Reason::NotFound, Some(Cause::Fuel)), None);
    }
}
