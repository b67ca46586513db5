//! The rules of a patrol, without a database: on the way → at a stop → on the way … → closed. Each step consumes the state it
//! starts from, so that a stop cannot open while another is open and nothing follows the end.

use diesel::prelude::*;

use super::contacts::Contacts;
use crate::base::{AccountId, AreaId, ConcernId, HOUR, PatrolId, StopId, Time, UnitId, named};
use crate::db::schema::{patrol_stops, patrols};
use crate::error::{Error, Refusal, Result};

named! {
    /// How the patrol goes.
    pub enum Mode {
        /// On foot.
        Foot = "foot",
        /// On motorbikes.
        Moto = "moto",
        /// In a vehicle.
        Vehicle = "vehicle",
    }
}

named! {
    /// Whether the patrol is out.
    pub enum State {
        /// It is out: stops may be noted.
        Open = "open",
        /// It is over: nothing changes any more.
        Closed = "closed",
    }
}

/// A patrol.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = patrols)]
pub struct Patrol {
    /// Its id.
    pub id: PatrolId,
    /// Whose it is.
    pub unit_id: UnitId,
    /// Who led it.
    pub leader_id: AccountId,
    /// How it went.
    pub mode: Mode,
    /// How many went.
    pub headcount: i64,
    /// What for.
    pub objective: String,
    /// Whether it is out.
    pub state: State,
    /// When it left.
    pub started_at: Time,
    /// When it came back.
    pub ended_at: Option<Time>,
    /// What there is to say of the whole.
    pub observations: String,
}

/// One stop.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = patrol_stops)]
pub struct Stop {
    /// Its id.
    pub id: StopId,
    /// Its patrol.
    pub patrol_id: PatrolId,
    /// Its quartier.
    pub area_id: AreaId,
    /// Where exactly.
    pub place: String,
    /// When they arrived.
    pub arrived_at: Time,
    /// When they left.
    pub left_at: Option<Time>,
    /// People they spoke with.
    pub contacts: i64,
    /// What they noted.
    pub observation: String,
}

impl Stop {
    /// Whole minutes they stayed, up to now while they are still there.
    pub fn minutes(&self, now: Time) -> i64 {
        self.left_at.unwrap_or(now).since(self.arrived_at).max(0) / 60
    }
}

/// A patrol to be opened.
#[derive(Debug, Clone)]
pub(crate) struct NewPatrol {
    pub(crate) unit: UnitId,
    pub(crate) mode: Mode,
    pub(crate) headcount: i64,
    pub(crate) objective: String,
    pub(crate) started_at: Option<Time>,
}

/// An arrival.
#[derive(Debug, Clone)]
pub(crate) struct NewStop {
    pub(crate) area: AreaId,
    pub(crate) place: String,
    pub(crate) at: Option<Time>,
}

/// A departure.
#[derive(Debug, Clone)]
pub(crate) struct Leaving {
    pub(crate) at: Option<Time>,
    pub(crate) contacts: Contacts,
    pub(crate) observation: String,
    pub(crate) concerns: Vec<ConcernId>,
}

/// How far back a patrol on paper may be entered: a month.
pub(crate) const PAPER: i64 = 31 * 24 * HOUR;

/// A time that cannot be; each has its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slip {
    /// It lies in the future.
    Future,
    /// Longer ago than paper is kept.
    TooOld,
    /// Before the patrol began.
    BeforeStart,
    /// Before the stop before had ended.
    BeforeLastStop,
    /// They left before they arrived.
    BeforeArrival,
    /// After the next stop had begun.
    AfterNextStop,
}

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// The order of steps forbids it.
    Order(Refusal),
    /// The time cannot be.
    Time(Slip),
}

impl From<Stopped> for Error {
    /// Inside a deed a wrong time means that the patrol moved on since the form was checked.
    fn from(stopped: Stopped) -> Error {
        match stopped {
            Stopped::Order(refusal) => Error::Refused(refusal),
            Stopped::Time(_) => Error::Refused(Refusal::AlreadyDone),
        }
    }
}

type Step<T> = std::result::Result<T, Stopped>;

/// Where a patrol is in its course.
#[derive(Debug)]
pub(crate) enum Course {
    /// Between stops.
    OnTheWay(OnTheWay),
    /// At a stop.
    AtStop(AtStop),
    /// Over.
    Closed,
}

/// Between stops; `since` is the start or the last departure.
#[derive(Debug)]
pub(crate) struct OnTheWay {
    since: Time,
    first: bool,
}

/// At a stop.
#[derive(Debug)]
pub(crate) struct AtStop {
    /// Which.
    pub(crate) stop: StopId,
    arrived: Time,
}

/// The patrol is over, since then.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Over(pub(crate) Time);

impl Course {
    /// Where a patrol is, by its rows; `stops` oldest first.
    pub(crate) fn of(patrol: &Patrol, stops: &[Stop]) -> Course {
        if patrol.state == State::Closed {
            return Course::Closed;
        }
        if let Some(stop) = stops.iter().find(|s| s.left_at.is_none()) {
            return Course::AtStop(AtStop { stop: stop.id, arrived: stop.arrived_at });
        }
        let last = stops.iter().filter_map(|s| s.left_at).max();
        Course::OnTheWay(OnTheWay { since: last.unwrap_or(patrol.started_at), first: last.is_none() })
    }

    /// Ready to arrive or to end.
    pub(crate) fn on_the_way(self) -> Step<OnTheWay> {
        match self {
            Course::OnTheWay(way) => Ok(way),
            Course::AtStop(_) => Err(Stopped::Order(Refusal::StopOpen)),
            Course::Closed => Err(Stopped::Order(Refusal::PatrolClosed)),
        }
    }

    /// Ready to leave this stop.
    pub(crate) fn at_stop(self, stop: StopId) -> Step<AtStop> {
        match self {
            Course::AtStop(at) if at.stop == stop => Ok(at),
            Course::AtStop(_) | Course::OnTheWay(_) => Err(Stopped::Order(Refusal::AlreadyDone)),
            Course::Closed => Err(Stopped::Order(Refusal::PatrolClosed)),
        }
    }
}

/// An instant that has been, in whole minutes: what forms and paper hold, so that « 20 h 05 » twice is the same moment.
fn past(at: Time, now: Time) -> Step<Time> {
    if at > now { Err(Stopped::Time(Slip::Future)) } else { Ok(Time(at.seconds() - at.seconds().rem_euclid(60))) }
}

/// When a patrol begins: now or, from paper, within the last month.
pub(crate) fn begin(at: Option<Time>, now: Time) -> Step<Time> {
    let at = past(at.unwrap_or(now), now)?;
    if now.since(at) > PAPER { Err(Stopped::Time(Slip::TooOld)) } else { Ok(at) }
}

impl OnTheWay {
    /// Arrives; returns when.
    pub(crate) fn arrive(self, at: Option<Time>, now: Time) -> Step<Time> {
        self.after(at, now)
    }

    /// Ends the patrol.
    pub(crate) fn end(self, at: Option<Time>, now: Time) -> Step<Over> {
        self.after(at, now).map(Over)
    }

    fn after(self, at: Option<Time>, now: Time) -> Step<Time> {
        let at = past(at.unwrap_or(now), now)?;
        match (at < self.since, self.first) {
            (false, _) => Ok(at),
            (true, true) => Err(Stopped::Time(Slip::BeforeStart)),
            (true, false) => Err(Stopped::Time(Slip::BeforeLastStop)),
        }
    }
}

impl AtStop {
    /// Leaves; returns when.
    pub(crate) fn leave(self, at: Option<Time>, now: Time) -> Step<Time> {
        let at = past(at.unwrap_or(now), now)?;
        if at < self.arrived { Err(Stopped::Time(Slip::BeforeArrival)) } else { Ok(at) }
    }
}

/// Which of the two times of a correction is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// The arrival.
    Arrived,
    /// The departure.
    Left,
}

/// Checks times read later from a paper sheet: within the patrol, between the stop before and the stop after.
pub(crate) fn correct(
    patrol: &Patrol,
    stops: &[Stop],
    stop: StopId,
    arrived: Time,
    left: Option<Time>,
    now: Time,
) -> std::result::Result<(), (Which, Slip)> {
    let place = stops.iter().position(|s| s.id == stop).unwrap_or(0);
    let before = place.checked_sub(1).and_then(|i| stops.get(i)).and_then(|s| s.left_at);
    let after = stops.get(place + 1).map(|s| s.arrived_at);
    if arrived < patrol.started_at {
        return Err((Which::Arrived, Slip::BeforeStart));
    }
    if before.is_some_and(|before| arrived < before) {
        return Err((Which::Arrived, Slip::BeforeLastStop));
    }
    if arrived > now {
        return Err((Which::Arrived, Slip::Future));
    }
    let Some(left) = left else { return Ok(()) };
    if left < arrived {
        return Err((Which::Left, Slip::BeforeArrival));
    }
    if left > now {
        return Err((Which::Left, Slip::Future));
    }
    if after.is_some_and(|after| left > after) {
        return Err((Which::Left, Slip::AfterNextStop));
    }
    Ok(())
}

/// Refuses a correction of what is over.
pub(crate) fn still_open(patrol: &Patrol) -> Result<()> {
    match patrol.state {
        State::Open => Ok(()),
        State::Closed => Err(Error::Refused(Refusal::PatrolClosed)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    /// Times of these tests are minutes.
    const fn m(minutes: i64) -> Time {
        Time(minutes * 60)
    }

    const NOW: Time = m(1_000);

    fn patrol(state: State) -> Patrol {
        Patrol {
            id: Id::new(1),
            unit_id: Id::new(1),
            leader_id: Id::new(1),
            mode: Mode::Foot,
            headcount: 2,
            objective: String::new(),
            state,
            started_at: m(900),
            ended_at: None,
            observations: String::new(),
        }
    }

    fn stop(id: i64, arrived: i64, left: Option<i64>) -> Stop {
        Stop {
            id: Id::new(id),
            patrol_id: Id::new(1),
            area_id: Id::new(1),
            place: String::new(),
            arrived_at: m(arrived),
            left_at: left.map(m),
            contacts: 0,
            observation: String::new(),
        }
    }

    #[test]
    fn a_stop_does_not_open_while_the_last_is_open() {
        let stops = [stop(1, 910, Some(920)), stop(2, 930, None)];
        let course = || Course::of(&patrol(State::Open), &stops);
        assert_eq!(course().on_the_way().err(), Some(Stopped::Order(Refusal::StopOpen)));
        assert_eq!(course().at_stop(Id::new(1)).err(), Some(Stopped::Order(Refusal::AlreadyDone)));
        assert_eq!(course().at_stop(Id::new(2)).and_then(|s| s.leave(None, NOW)), Ok(NOW));
    }

    #[test]
    fn nothing_follows_the_end() {
        let course = || Course::of(&patrol(State::Closed), &[]);
        let closed = Some(Stopped::Order(Refusal::PatrolClosed));
        assert_eq!(course().on_the_way().err(), closed);
        assert_eq!(course().at_stop(Id::new(1)).err(), closed);
        assert!(still_open(&patrol(State::Closed)).is_err());
    }

    #[test]
    fn times_follow_one_another_and_the_clock() {
        let slip = |slip| Err(Stopped::Time(slip));
        let way = |stops: &[Stop]| Course::of(&patrol(State::Open), stops).on_the_way().expect("on the way");
        assert_eq!(way(&[]).arrive(Some(m(899)), NOW), slip(Slip::BeforeStart));
        assert_eq!(way(&[]).arrive(Some(m(1_001)), NOW), slip(Slip::Future));
        assert_eq!(way(&[]).arrive(Some(m(900)), NOW), Ok(m(900)));
        let one = [stop(1, 910, Some(920))];
        assert_eq!(way(&one).arrive(Some(m(915)), NOW), slip(Slip::BeforeLastStop));
        assert_eq!(way(&one).end(None, NOW), Ok(Over(NOW)));
        let at = Course::of(&patrol(State::Open), &[stop(1, 910, None)]).at_stop(Id::new(1)).expect("at the stop");
        assert_eq!(at.leave(Some(m(909)), NOW), slip(Slip::BeforeArrival));
        assert_eq!(begin(None, NOW), Ok(NOW));
        assert_eq!(begin(Some(NOW.plus(-PAPER - 1)), NOW), slip(Slip::TooOld));
    }

    #[test]
    fn a_sheet_of_paper_corrects_times_between_its_neighbours_only() {
        let patrol = patrol(State::Open);
        let stops = [stop(1, 910, Some(920)), stop(2, 930, Some(940)), stop(3, 950, None)];
        let check = |arrived, left: Option<i64>| correct(&patrol, &stops, Id::new(2), m(arrived), left.map(m), NOW);
        assert_eq!(check(920, Some(950)), Ok(()));
        assert_eq!(check(919, Some(940)), Err((Which::Arrived, Slip::BeforeLastStop)));
        assert_eq!(check(890, Some(940)), Err((Which::Arrived, Slip::BeforeStart)));
        assert_eq!(check(945, Some(940)), Err((Which::Left, Slip::BeforeArrival)));
        assert_eq!(check(930, Some(951)), Err((Which::Left, Slip::AfterNextStop)));
        assert_eq!(stops[1].minutes(NOW), 10);
        assert_eq!(stops[2].minutes(NOW), 50);
    }
}
