//! A wall's code and what may be told of its counts, without a database.

use diesel::prelude::*;

use crate::base::{AreaId, Day, Time, WallId};
use crate::concerns::figures::rules::Told;
use crate::db::schema::walls;

/// A code on a wall.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = walls)]
pub(crate) struct Wall {
    pub(crate) id: WallId,
    /// Six digits, as they are typed.
    pub(crate) code: String,
    pub(crate) area_id: AreaId,
    pub(crate) place: String,
    pub(crate) made_at: Time,
    /// When it was withdrawn.
    pub(crate) ended_at: Option<Time>,
}

/// Confirmations of a week in some quartiers, as they may be told: each quartier is a cell of its own.
pub(crate) fn told(rows: &[(AreaId, Day, i64)], week: Day, areas: &[AreaId]) -> Told {
    let of = |area: &AreaId| rows.iter().filter(|(a, w, _)| a == area && *w == week).map(|(.., n)| n).sum();
    Told::sum(&areas.iter().map(of).collect::<Vec<i64>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, Lang};
    use crate::i18n::L;

    #[test]
    fn a_few_confirmations_are_not_told_exactly() {
        let (monday, area) = (Day(20_000), Id::new);
        let rows = [(area(1), monday, 3), (area(1), monday, 1), (area(2), monday, 9), (area(2), monday.plus(7), 40)];
        let say = |areas: &[AreaId]| told(&rows, monday, areas).say(L::new(Lang::Fr));
        assert_eq!(say(&[area(1)]), "<5");
        assert_eq!(say(&[area(2)]), "9");
        assert_eq!(say(&[area(1), area(2)]), "≥\u{a0}10");
        assert_eq!(say(&[area(3)]), "0");
    }
}
