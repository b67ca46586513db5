//! The rules of a plan, without a database: how quartiers are weighed and drawn, what may be changed, what was missed.

use diesel::prelude::*;

use crate::base::{AreaId, Day, Entropy, HOUR, PatrolId, PlanId, PlannedStopId, Time, UnitId, named};
use crate::db::schema::{patrol_plans, planned_stops};
use crate::patrols::model::{Mode, PAPER, Stop};

named! {
    /// What became of a plan.
    pub enum PlanState {
        /// The patrol has not left.
        Planned = "planned",
        /// The patrol left.
        Gone = "gone",
        /// The chief gave it up, with a reason.
        Dropped = "dropped",
    }
}

named! {
    /// How a stop came into a plan.
    pub enum Origin {
        /// The draw.
        Drawn = "drawn",
        /// The chief.
        Chosen = "chosen",
    }
}

/// Stops a plan may have: fewer is no patrol, more leaves none its ten minutes (Koper 1995: the effect of a stop grows up to
/// about fifteen minutes).
pub(crate) const STOPS: (i64, i64) = (2, 5);

/// Days over which past presence is counted, and after which a quartier counts as not visited at all.
pub(crate) const LOOK_BACK: i64 = 28;

/// How long after its hour a patrol may still leave, in seconds: after that the night is over.
pub(crate) const GRACE: i64 = 6 * HOUR;

/// A plan.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = patrol_plans)]
pub(crate) struct Plan {
    pub(crate) id: PlanId,
    pub(crate) unit_id: UnitId,
    /// When it is to leave.
    pub(crate) leaves_at: Time,
    pub(crate) mode: Mode,
    pub(crate) headcount: i64,
    pub(crate) objective: String,
    /// The number of the draw: the same number over the same figures draws the same stops.
    pub(crate) draw: i64,
    pub(crate) state: PlanState,
    /// Why it was dropped.
    pub(crate) reason: String,
    /// The patrol that came of it.
    pub(crate) patrol_id: Option<PatrolId>,
}

impl Plan {
    /// True when its night is over: nobody leaves on it any more, and what was not visited was missed.
    pub(crate) fn is_over(&self, now: Time) -> bool {
        now.since(self.leaves_at) > GRACE
    }

    /// True for the hour of a departure noted on paper: around the plan's own, within what paper is kept for.
    pub(crate) fn left_on_paper(&self, at: Time, now: Time) -> bool {
        at <= now && at.since(self.leaves_at).abs() <= GRACE && now.since(at) <= PAPER
    }

    /// True when its stops count as planned and made or not. What the chief gave up does not count.
    pub(crate) fn counts(&self, now: Time) -> bool {
        self.state != PlanState::Dropped && self.is_over(now)
    }
}

/// A stop of a plan, with the figures it was drawn by.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = planned_stops)]
pub(crate) struct PlannedStop {
    pub(crate) id: PlannedStopId,
    pub(crate) plan_id: PlanId,
    pub(crate) position: i64,
    pub(crate) area_id: AreaId,
    /// Where exactly; empty until the chief says so.
    pub(crate) place: String,
    pub(crate) origin: Origin,
    /// True when the chief took it out.
    pub(crate) struck: bool,
    /// Open concerns of the unit there.
    pub(crate) open_concerns: i64,
    /// Whole days since the last visit; none within [`LOOK_BACK`] days when empty.
    pub(crate) days_since: Option<i64>,
    /// Minutes spent there within [`LOOK_BACK`] days.
    pub(crate) stayed: i64,
}

/// What is known of a quartier when a plan is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Need {
    pub(crate) area: AreaId,
    /// Open concerns of the unit there.
    pub(crate) open: i64,
    /// Whole days since the last visit, when there was one within [`LOOK_BACK`] days.
    pub(crate) since: Option<i64>,
    /// Minutes spent there within [`LOOK_BACK`] days.
    pub(crate) stayed: i64,
}

impl Need {
    /// Minutes of presence per hundred open concerns (N9); none where nothing is open.
    pub(crate) fn dose(&self) -> Option<i64> {
        (self.open > 0).then(|| self.stayed * 100 / self.open)
    }

    /// The chance of being drawn: it grows with what is open and with the days since the last visit, and shrinks with each
    /// quarter of an hour already spent there. Never nothing: an officer who could rule a quartier out could be expected
    /// elsewhere.
    pub(crate) fn weight(&self) -> i64 {
        let days = self.since.unwrap_or(LOOK_BACK).clamp(0, LOOK_BACK);
        (100 * (1 + self.open) * (1 + days) / (1 + self.stayed / 15)).max(1)
    }
}

/// Draws `count` quartiers, each with its weight's chance, in an order of chance too: who watches the patrols learns nothing.
/// The same number over the same needs draws the same.
pub(crate) fn draw(number: i64, needs: &[Need], count: usize) -> Vec<Need> {
    let chance = Entropy::seeded(number.unsigned_abs());
    let mut left: Vec<Need> = needs.to_vec();
    let mut drawn = Vec::with_capacity(count);
    while drawn.len() < count && !left.is_empty() {
        let total: i64 = left.iter().map(Need::weight).sum();
        let mut at = chance.below(total.unsigned_abs()) as i64;
        let mut taken = 0;
        for (i, need) in left.iter().enumerate() {
            at -= need.weight();
            if at < 0 {
                taken = i;
                break;
            }
        }
        drawn.push(left.remove(taken));
    }
    // Heavy ones tend to come first out of the draw: the order they are visited in must not.
    for i in (1..drawn.len()).rev() {
        drawn.swap(i, chance.below(i as u64 + 1) as usize);
    }
    drawn
}

/// Planned stops that no stop of the patrol answers (T4): each stop of the patrol answers one planned stop of its quartier.
pub(crate) fn missed<'a>(planned: &'a [PlannedStop], stops: &[Stop]) -> Vec<&'a PlannedStop> {
    let mut visits: Vec<AreaId> = stops.iter().map(|s| s.area_id).collect();
    planned
        .iter()
        .filter(|p| !p.struck)
        .filter(|p| match visits.iter().position(|area| *area == p.area_id) {
            Some(at) => {
                visits.swap_remove(at);
                false
            }
            None => true,
        })
        .collect()
}

/// Whole days between a visit and now.
pub(crate) fn days_since(last: Option<Time>, now: Time) -> Option<i64> {
    let Day(today) = now.day();
    last.map(|at| (today - at.day().0).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn need(area: i64, open: i64, since: Option<i64>, stayed: i64) -> Need {
        Need { area: Id::new(area), open, since, stayed }
    }

    #[test]
    fn the_same_number_draws_the_same_and_another_one_another() {
        let needs: Vec<Need> = (1..=12).map(|a| need(a, a % 5, Some(a * 2), a * 7)).collect();
        assert_eq!(draw(417, &needs, 4), draw(417, &needs, 4));
        assert!((0..20).any(|n| draw(n, &needs, 4) != draw(417, &needs, 4)));
        let areas: std::collections::BTreeSet<_> = draw(417, &needs, 5).iter().map(|n| n.area.raw()).collect();
        assert_eq!(areas.len(), 5, "a quartier was drawn twice");
        assert_eq!(draw(1, &needs[..2], 5).len(), 2, "no more than there are");
    }

    #[test]
    fn what_is_open_and_long_unvisited_is_drawn_more_often_and_nothing_never() {
        let needs = [need(1, 20, None, 0), need(2, 2, Some(5), 30), need(3, 0, Some(0), 400)];
        let mut first = [0; 3];
        for n in 0..3_000 {
            let drawn = draw(n, &needs, 1);
            first[drawn[0].area.raw() as usize - 1] += 1;
        }
        assert!(first[0] > 10 * first[1], "{first:?}");
        assert!(needs.iter().all(|n| n.weight() > 0));
        assert!((0..200_000).any(|n| draw(n, &needs, 1)[0].area == Id::new(3)), "the best served is never drawn");
    }

    #[test]
    fn the_order_of_visits_does_not_betray_the_weights() {
        let needs = [need(1, 50, None, 0), need(2, 0, Some(1), 300), need(3, 0, Some(1), 300)];
        let first = (0..600).filter(|n| draw(*n, &needs, 3)[0].area == Id::new(1)).count();
        assert!((140..260).contains(&first), "the heaviest comes first {first} times of 600");
    }

    #[test]
    fn a_dose_is_minutes_per_hundred_open_concerns() {
        assert_eq!(need(1, 8, Some(3), 40).dose(), Some(500));
        assert_eq!(need(1, 0, Some(3), 40).dose(), None);
    }
}
