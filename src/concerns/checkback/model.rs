//! When the reporter is asked, as rules without a database.

use diesel::prelude::*;

use crate::base::{CheckbackId, ConcernId, DAY, Function, Time, named};
use crate::concerns::model::{Event, EventKind, Readers};
use crate::db::schema::{checkback_words, checkbacks};
use crate::seal::Veiled;

named! {
    /// What the reporter answers.
    pub enum Answer {
        /// Nobody threatened them.
        No = "no",
        /// Somebody did.
        Yes = "yes",
        /// They would rather not say.
        Unsaid = "unsaid",
    }
}

/// Days after an act of the police, the later first: one question covers the earlier one when both are due.
pub(crate) const DAYS: [i64; 2] = [30, 7];

/// Between two questions lie so many days at least, however much the police do.
pub(crate) const REST: i64 = 7;

/// An answered question.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = checkbacks)]
pub(crate) struct Checkback {
    pub(crate) id: CheckbackId,
    pub(crate) concern_id: ConcernId,
    pub(crate) days: i64,
    pub(crate) at: Time,
    pub(crate) closed_at: Option<Time>,
}

/// What the reporter or oversight wrote about a threat.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = checkback_words)]
pub(crate) struct Words {
    pub(crate) at: Time,
    pub(crate) function: Function,
    pub(crate) body: Veiled,
}

/// True for what the police did and the reporter could notice: an answer, a question, a change of state, a referral, a patrol. Of
/// a complaint about conduct oversight's acts count as well, for they may reach the unit.
fn is_act(event: &Event) -> bool {
    let police = matches!(event.function, Function::Officer | Function::Chief | Function::Overseer);
    let noticed = matches!(
        event.kind,
        EventKind::Answer | EventKind::Ask | EventKind::State | EventKind::Referred | EventKind::Patrol
    );
    police && noticed && event.audience <= Readers::Reporter
}

/// When the police acted.
pub(crate) fn acts(events: &[Event]) -> Vec<Time> {
    events.iter().filter(|e| is_act(e)).map(|e| e.at).collect()
}

/// After how many days the reporter is asked now, if they are: some act's day has come since the last answer, and a week has
/// passed since it. An answer answers all that was due.
pub(crate) fn due(acts: &[Time], answered: Option<Time>, now: Time) -> Option<i64> {
    if answered.is_some_and(|at| now.since(at) < REST * DAY) {
        return None;
    }
    let come = |days: i64| {
        acts.iter().map(|act| act.plus(days * DAY)).any(|day| day <= now && answered.is_none_or(|at| day > at))
    };
    DAYS.into_iter().find(|days| come(*days))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACT: Time = Time(1_790_000_000);

    fn day(days: i64, seconds: i64) -> Time {
        ACT.plus(days * DAY + seconds)
    }

    #[test]
    fn a_question_is_due_to_the_second_and_once() {
        let due = |answered, now| due(&[ACT], answered, now);
        assert_eq!(due(None, day(7, -1)), None);
        assert_eq!(due(None, day(7, 0)), Some(7));
        assert_eq!(due(Some(day(7, 0)), day(7, 0)), None);
        assert_eq!(due(Some(day(7, 0)), day(30, -1)), None);
        assert_eq!(due(Some(day(7, 0)), day(30, 0)), Some(30));
        assert_eq!(due(Some(day(30, 0)), day(400, 0)), None, "asked again though all was answered");
    }

    #[test]
    fn who_comes_late_is_asked_one_question_for_both() {
        assert_eq!(due(&[ACT], None, day(40, 0)), Some(30));
        assert_eq!(due(&[ACT], Some(day(40, 0)), day(60, 0)), None);
    }

    #[test]
    fn many_acts_are_one_question_a_week_at_most() {
        let acts = [ACT, day(1, 0), day(2, 0), day(3, 0)];
        assert_eq!(due(&acts, None, day(7, 0)), Some(7));
        assert_eq!(due(&acts, Some(day(7, 0)), day(10, 0)), None, "asked again within a week");
        assert_eq!(due(&acts, Some(day(7, 0)), day(14, 0)), Some(7));
        assert_eq!(due(&[], None, day(99, 0)), None, "asked though the police did nothing");
    }
}
