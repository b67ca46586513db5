//! What became of a place since its holder looked last (M2): a move, a cancellation, a place that was found. Whoever registered
//! with an account is told on the first page, until they saw it or the meeting's day is over.

use diesel::prelude::*;

use crate::base::Time;
use crate::db::schema;

use super::meeting::{Meeting, MeetingState, PlaceState};

/// Something that became of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceNews {
    /// The meeting was called off.
    Cancelled,
    /// It has another hour or another place.
    Moved,
    /// Whoever waited has a place.
    Promoted,
}

/// A place as its holder's account keeps it.
#[derive(Debug, Clone, Copy, Queryable, Selectable)]
#[diesel(table_name = schema::registrations)]
pub struct Held {
    /// Place or waiting list.
    pub state: PlaceState,
    /// When it was taken.
    pub made_at: Time,
    /// When a place was found, if they waited.
    pub promoted_at: Option<Time>,
    /// When they came in.
    pub attended_at: Option<Time>,
    /// When they looked last.
    pub seen_at: Option<Time>,
}

/// What became of a place that its holder has not seen; of a meeting that is off nothing else matters. `moved`: when it was moved
/// last.
pub fn news(held: &Held, meeting: &Meeting, moved: Option<Time>, now: Time) -> Vec<PlaceNews> {
    let since = held.seen_at.unwrap_or(held.made_at);
    let unseen = |at: Option<Time>| at.is_some_and(|at| at > since);
    match meeting.state {
        MeetingState::Cancelled if meeting.starts_at.day() < now.day() => Vec::new(),
        MeetingState::Cancelled if unseen(Some(meeting.changed_at)) => vec![PlaceNews::Cancelled],
        MeetingState::Announced if now < meeting.starts_at => {
            let all = [(PlaceNews::Moved, moved), (PlaceNews::Promoted, held.promoted_at)];
            all.into_iter().filter(|(_, at)| unseen(*at)).map(|(what, _)| what).collect()
        }
        MeetingState::Cancelled | MeetingState::Announced => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::DAY;

    fn meeting(state: MeetingState) -> Meeting {
        Meeting { state, changed_at: Time(50), ..super::super::meeting::tests::meeting(10 * DAY) }
    }

    fn held(seen_at: Option<Time>) -> Held {
        Held { state: PlaceState::Kept, made_at: Time(10), promoted_at: Some(Time(30)), attended_at: None, seen_at }
    }

    #[test]
    fn what_changed_since_somebody_looked_is_news_until_they_look_or_it_is_over() {
        use PlaceNews::{Moved, Promoted};
        let stands = meeting(MeetingState::Announced);
        let told = |seen, moved, now| news(&held(seen), &stands, moved, now);
        assert_eq!(told(None, Some(Time(40)), Time(60)), [Moved, Promoted]);
        assert_eq!(told(None, Some(Time(5)), Time(60)), [Promoted], "moved before they registered");
        assert_eq!(told(Some(Time(35)), Some(Time(40)), Time(60)), [Moved]);
        assert_eq!(told(Some(Time(45)), Some(Time(40)), Time(60)), []);
        assert_eq!(told(None, Some(Time(40)), Time(10 * DAY)), [], "it began");
    }

    #[test]
    fn a_cancellation_is_news_until_the_day_is_over() {
        let off = meeting(MeetingState::Cancelled);
        let told = |seen, now| news(&held(seen), &off, Some(Time(40)), now);
        assert_eq!(told(None, Time(10 * DAY + 60)), [PlaceNews::Cancelled]);
        assert_eq!(told(Some(Time(51)), Time(60)), []);
        assert_eq!(told(None, Time(11 * DAY)), []);
    }
}
