//! Meetings: what is announced, who has a place, who came, what was written down.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{
    AccountId, AgendaItemId, AreaId, CommitteeId, ConcernId, DAY, Day, Entropy, Lang, MeetingId, RegistrationId, Time,
    named,
};
use crate::db::schema;
use crate::error::{Error, Refusal, Result};

/// A meeting is public so many days before, or marked « tardif » (M1).
const NOTICE_DAYS: i64 = 7;
/// Minutes are missing when so many days have passed since the meeting (M8).
const MINUTES_DAYS: i64 = 14;

named! {
    /// Whether a meeting stands.
    pub enum MeetingState {
        /// Announced; held once its time has come.
        Announced = "announced",
        /// Called off, with a reason.
        Cancelled = "cancelled",
    }
}

named! {
    /// Whom a meeting is for (M9).
    pub enum MeetingAudience {
        /// Everybody.
        Open = "open",
        /// Women.
        Women = "women",
        /// Young people.
        Youth = "youth",
        /// Members of the committee.
        Members = "members",
    }
}

named! {
    /// What a point of an agenda is about.
    pub enum ItemKind {
        /// The minutes of the last meeting; on every agenda.
        LastMinutes = "last_minutes",
        /// Open commitments and their owners' answers; on every agenda.
        Commitments = "commitments",
        /// The unit's answer to concerns; on every agenda.
        Answers = "answers",
        /// What residents asked beforehand; on every agenda, last.
        Questions = "questions",
        /// A public concern.
        Concern = "concern",
        /// Anything else.
        Other = "other",
    }
}

impl ItemKind {
    /// The points that stand on every agenda (M5), with their minutes: three open it, residents' questions close it.
    pub const STANDING: [(ItemKind, i64); 4] =
        [(ItemKind::LastMinutes, 10), (ItemKind::Commitments, 20), (ItemKind::Answers, 20), (ItemKind::Questions, 15)];

    /// True for a point that nobody removes: follow-up comes first.
    pub const fn is_standing(self) -> bool {
        matches!(self, ItemKind::LastMinutes | ItemKind::Commitments | ItemKind::Answers | ItemKind::Questions)
    }
}

named! {
    /// What became of a registration.
    pub enum PlaceState {
        /// A place is kept.
        Kept = "kept",
        /// On the waiting list.
        Waiting = "waiting",
    }
}

named! {
    /// Sex, as counted.
    pub enum Sex {
        /// Women and girls.
        Women = "f",
        /// Men and boys.
        Men = "m",
    }
}

named! {
    /// Age, as counted.
    pub enum AgeBand {
        /// Under 18.
        Minor = "under18",
        /// 18 to 34.
        Young = "18_34",
        /// 35 to 59.
        Grown = "35_59",
        /// 60 and more.
        Old = "60_up",
    }
}

named! {
    /// As what somebody came, as counted.
    pub enum CameAs {
        /// Resident.
        Resident = "resident",
        /// Women's group.
        WomenGroup = "women_group",
        /// Youth group.
        YouthGroup = "youth_group",
        /// Traditional or religious leader.
        Leader = "leader",
        /// Police.
        Police = "police",
        /// Town hall and services.
        Mairie = "mairie",
    }
}

named! {
    /// How far the minutes are (M6).
    pub enum MinutesState {
        /// Being written; the committee alone reads it.
        Draft = "draft",
        /// Public; those who came may ask for corrections.
        Corrections = "corrections",
        /// Approved and locked.
        Approved = "approved",
    }
}

impl MinutesState {
    /// True once everybody may read it.
    pub const fn is_public(self) -> bool {
        matches!(self, MinutesState::Corrections | MinutesState::Approved)
    }
}

/// Where a meeting stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Yet to come.
    Upcoming,
    /// Begun or over.
    Held,
    /// Called off.
    Cancelled,
}

/// A meeting of a committee.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::meetings)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// Whose.
    pub committee_id: CommitteeId,
    /// The quartier or commune it takes place in.
    pub area_id: AreaId,
    /// Its title, in its own language.
    pub title: String,
    /// The language spoken.
    pub lang: Lang,
    /// When.
    pub starts_at: Time,
    /// Where.
    pub place: String,
    /// How to find it.
    pub landmark: String,
    /// Whom it is for.
    pub audience: MeetingAudience,
    /// Places, when they are counted.
    pub capacity: Option<i64>,
    /// Whether it stands.
    pub state: MeetingState,
    /// When it was announced.
    pub announced_at: Time,
    /// True when it was announced too late.
    pub late: bool,
    /// Why it was called off.
    pub cancel_reason: String,
    /// What a reserved meeting asks of whoever registers; empty until the committee draws one.
    pub invitation: String,
    /// How often it was changed.
    pub sequence: i64,
    /// When it was changed last.
    pub changed_at: Time,
}

/// What a meeting was before it was moved.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::meeting_moves)]
pub struct Move {
    /// When it was moved.
    pub at: Time,
    /// When it should have been.
    pub was_at: Time,
    /// Where it should have been.
    pub was_place: String,
}

impl Meeting {
    /// Where it stands at an instant.
    pub fn phase(&self, now: Time) -> Phase {
        match self.state {
            MeetingState::Cancelled => Phase::Cancelled,
            MeetingState::Announced if now < self.starts_at => Phase::Upcoming,
            MeetingState::Announced => Phase::Held,
        }
    }

    /// True for a meeting that was copied from paper after it was held (M11): it was announced elsewhere, and in time for all we know.
    pub fn is_copy(&self) -> bool {
        self.announced_at >= self.starts_at
    }

    /// True when it was announced here too late.
    pub fn came_late(&self) -> bool {
        self.late && !self.is_copy()
    }

    /// True when it once stood in time, and a move made it late.
    pub fn moved_late(&self, moves: &[Move]) -> bool {
        self.came_late() && moves.iter().any(|was| !is_late(self.announced_at, was.was_at))
    }

    /// Ends an action that needs the meeting to lie ahead.
    pub fn must_be_ahead(&self, now: Time) -> Result<()> {
        if self.phase(now) == Phase::Upcoming { Ok(()) } else { Err(Error::Refused(Refusal::MeetingOver)) }
    }

    /// Ends an action that needs the meeting to have begun.
    pub fn must_have_begun(&self, now: Time) -> Result<()> {
        match self.phase(now) {
            Phase::Held => Ok(()),
            Phase::Upcoming => Err(Error::Refused(Refusal::MeetingNotYet)),
            Phase::Cancelled => Err(Error::Refused(Refusal::MeetingOver)),
        }
    }
}

/// What a committee says of a meeting it announces or changes.
#[derive(Debug, Clone)]
pub struct MeetingDraft {
    /// The title.
    pub title: String,
    /// The language spoken.
    pub lang: Lang,
    /// When.
    pub starts_at: Time,
    /// Where on the map.
    pub area_id: AreaId,
    /// Where.
    pub place: String,
    /// How to find it.
    pub landmark: String,
    /// Whom it is for.
    pub audience: MeetingAudience,
    /// Places, when they are counted.
    pub capacity: Option<i64>,
    /// True for a meeting of the past that is entered from paper (M11).
    pub paper: bool,
}

/// A point of an agenda.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::agenda_items)]
pub struct AgendaItem {
    /// Its id.
    pub id: AgendaItemId,
    /// Its order, from 1.
    pub position: i64,
    /// What it is about.
    pub kind: ItemKind,
    /// Its title; empty for a standing point that has its usual one.
    pub title: String,
    /// How long, in minutes.
    pub minutes: i64,
    /// The concern, when it is one.
    pub concern_id: Option<ConcernId>,
}

/// A place kept.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::registrations)]
pub struct Registration {
    /// Its id.
    pub id: RegistrationId,
    /// A name or nickname, when one was given.
    pub name: String,
    /// Six digits to show at the door.
    pub door_code: String,
    /// Place or waiting list.
    pub state: PlaceState,
    /// When.
    pub made_at: Time,
    /// When they came in.
    pub attended_at: Option<Time>,
    /// When a place was found for them, if they waited.
    pub promoted_at: Option<Time>,
    /// True once they said what they thought of the meeting.
    pub spoke: bool,
}

/// What somebody who registered is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The door code.
    pub code: String,
    /// Place or waiting list.
    pub state: PlaceState,
    /// The rank on the waiting list, from 1.
    pub rank: i64,
}

/// How many came, of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = schema::attendance)]
pub struct Count {
    /// Sex.
    pub sex: Sex,
    /// Age.
    pub age: AgeBand,
    /// As what.
    pub function: CameAs,
    /// How many.
    pub number: i64,
}

/// One version of the minutes.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::minutes)]
pub struct Minutes {
    /// 1, 2, 3 …
    pub version: i64,
    /// How far.
    pub state: MinutesState,
    /// The text.
    pub body: String,
    /// When it was saved.
    pub at: Time,
    /// SHA-256 of the text once approved; empty before.
    pub hash: String,
    /// Who saved it.
    pub account_id: Option<AccountId>,
    /// When it was saved first.
    pub begun_at: Time,
}

/// True when fewer than seven days lie between the announcement and the meeting.
pub const fn is_late(announced_at: Time, starts_at: Time) -> bool {
    starts_at.since(announced_at) < NOTICE_DAYS * DAY
}

/// True when the minutes of a meeting that was held should be public and are not. Of one that was copied from paper, they are owed
/// from the day it was copied.
pub fn missing_minutes(meeting: &Meeting, public: bool, now: Time) -> bool {
    let from = meeting.starts_at.max(meeting.announced_at);
    meeting.phase(now) == Phase::Held && !public && now.since(from) > MINUTES_DAYS * DAY
}

/// What the next one to register gets: a place, the waiting list (half as long as the room), or nothing.
pub fn place_for(capacity: Option<i64>, kept: i64, waiting: i64) -> Option<PlaceState> {
    match capacity {
        None => Some(PlaceState::Kept),
        // Whoever waits already goes first.
        Some(capacity) if kept < capacity && waiting == 0 => Some(PlaceState::Kept),
        Some(capacity) if waiting < capacity / 2 => Some(PlaceState::Waiting),
        Some(_) => None,
    }
}

/// Draws six digits that are not taken yet.
///
/// # Errors
/// What `taken` returns; [`Refusal::MeetingFull`] when chance finds none, which means that nearly all are gone.
pub fn draw_code(entropy: &Entropy, mut taken: impl FnMut(&str) -> Result<bool>) -> Result<String> {
    for _ in 0..200 {
        let code = format!("{:06}", entropy.below(1_000_000));
        if !taken(&code)? {
            return Ok(code);
        }
    }
    Err(Error::Refused(Refusal::MeetingFull))
}

/// Whether a new version of the minutes may be saved in a state, after the newest one.
///
/// # Errors
/// [`Refusal::MinutesLocked`] after approval; [`Refusal::AlreadyDone`] when it would go back or leave a step out.
pub fn minutes_may(newest: Option<MinutesState>, wanted: MinutesState) -> Result<()> {
    use MinutesState::{Approved, Corrections, Draft};
    match (newest, wanted) {
        (Some(Approved), _) => Err(Error::Refused(Refusal::MinutesLocked)),
        (None | Some(Draft), Draft | Corrections) | (Some(Corrections), Corrections | Approved) => Ok(()),
        _ => Err(Error::Refused(Refusal::AlreadyDone)),
    }
}

/// The calendar month an instant lies in: its first day and the first day of the next.
pub fn month_of(now: Time) -> (Day, Day) {
    let first = Day::of(now.civil().date().first_of_month());
    (first, next_month(first))
}

/// The instants of a monthly series: the same weekday of the month at the same hour (« every first Thursday »), so many times.
/// A fifth weekday means the last one.
pub fn monthly(first: Time, times: i64) -> Vec<Time> {
    let (date, seconds) = (first.civil().date(), first.since(first.day().start()));
    let nth = (date.day() - 1) / 7 + 1;
    let nth = if nth == 5 { -1 } else { nth };
    let (mut month, _) = month_of(first);
    let mut all = vec![first];
    for _ in 1..times {
        month = next_month(month);
        if let Ok(date) = month.date().nth_weekday_of_month(nth, date.weekday()) {
            all.push(Day::of(date).start().plus(seconds));
        }
    }
    all
}

/// The first day of the month after a month's first day.
fn next_month(first: Day) -> Day {
    // Thirty-one days after the first lie in the next month, whatever its length.
    Day::of(first.plus(31).date().first_of_month())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::base::Id;

    /// An open meeting that begins then.
    pub fn meeting(starts_at: i64) -> Meeting {
        Meeting {
            id: Id::new(1),
            committee_id: Id::new(1),
            area_id: Id::new(1),
            title: String::new(),
            lang: Lang::Fr,
            starts_at: Time(starts_at),
            place: String::new(),
            landmark: String::new(),
            audience: MeetingAudience::Open,
            capacity: None,
            state: MeetingState::Announced,
            announced_at: Time(0),
            late: false,
            cancel_reason: String::new(),
            invitation: String::new(),
            sequence: 0,
            changed_at: Time(0),
        }
    }

    #[test]
    fn seven_days_ahead_is_in_time() {
        assert!(!is_late(Time(0), Time(7 * DAY)));
        assert!(is_late(Time(1), Time(7 * DAY)));
    }

    #[test]
    fn minutes_are_missing_after_fourteen_days() {
        let held = meeting(0);
        assert!(!missing_minutes(&held, false, Time(14 * DAY)));
        assert!(missing_minutes(&held, false, Time(14 * DAY + 1)));
        assert!(!missing_minutes(&held, true, Time(20 * DAY)));
        let off = Meeting { state: MeetingState::Cancelled, ..meeting(0) };
        assert!(!missing_minutes(&off, false, Time(20 * DAY)));
    }

    #[test]
    fn a_meeting_copied_from_paper_is_not_late_and_owes_its_minutes_from_that_day() {
        let copied = Meeting { announced_at: Time(30 * DAY), late: true, ..meeting(DAY) };
        assert!(copied.is_copy() && !copied.came_late());
        assert!(!missing_minutes(&copied, false, Time(44 * DAY)));
        assert!(missing_minutes(&copied, false, Time(44 * DAY + 1)));
        let late = Meeting { late: true, ..meeting(DAY) };
        assert!(!late.is_copy() && late.came_late());
        let was = |day: i64| [Move { at: Time(0), was_at: Time(day * DAY), was_place: String::new() }];
        assert!(late.moved_late(&was(9)), "announced in time, moved too late");
        assert!(!late.moved_late(&was(2)), "announced too late, moved once more");
    }

    #[test]
    fn the_waiting_list_is_half_the_room_and_goes_first() {
        assert_eq!(place_for(None, 9_999, 0), Some(PlaceState::Kept));
        assert_eq!(place_for(Some(4), 3, 0), Some(PlaceState::Kept));
        assert_eq!(place_for(Some(4), 4, 0), Some(PlaceState::Waiting));
        assert_eq!(place_for(Some(4), 4, 1), Some(PlaceState::Waiting));
        assert_eq!(place_for(Some(4), 4, 2), None);
        assert_eq!(place_for(Some(1), 1, 0), None);
        assert_eq!(place_for(Some(4), 3, 1), Some(PlaceState::Waiting));
    }

    #[test]
    fn a_door_code_is_six_digits_and_free() {
        let entropy = Entropy::seeded(1);
        let first = draw_code(&Entropy::seeded(1), |_| Ok(false)).expect("a code");
        assert!(first.len() == 6 && first.bytes().all(|b| b.is_ascii_digit()));
        let second = draw_code(&entropy, |code| Ok(code == first)).expect("a code");
        assert_ne!(first, second);
        assert!(draw_code(&entropy, |_| Ok(true)).is_err());
    }

    #[test]
    fn minutes_go_forward_step_by_step_and_lock() {
        use MinutesState::{Approved, Corrections, Draft};
        for (newest, wanted) in [
            (None, Draft),
            (None, Corrections),
            (Some(Draft), Draft),
            (Some(Draft), Corrections),
            (Some(Corrections), Corrections),
            (Some(Corrections), Approved),
        ] {
            assert!(minutes_may(newest, wanted).is_ok(), "{newest:?} {wanted}");
        }
        assert!(matches!(minutes_may(Some(Approved), Corrections), Err(Error::Refused(Refusal::MinutesLocked))));
        assert!(matches!(minutes_may(Some(Approved), Approved), Err(Error::Refused(Refusal::MinutesLocked))));
        for (newest, wanted) in [(None, Approved), (Some(Draft), Approved), (Some(Corrections), Draft)] {
            assert!(matches!(minutes_may(newest, wanted), Err(Error::Refused(Refusal::AlreadyDone))));
        }
    }

    #[test]
    fn a_month_ends_where_the_next_begins() {
        let (first, next) = month_of(Time::parse("2026-12-31T23:59:59Z").expect("a time"));
        assert_eq!((first.to_string(), next.to_string()), ("2026-12-01".into(), "2027-01-01".into()));
        let (first, next) = month_of(Time::parse("2027-02-01T00:00:00Z").expect("a time"));
        assert_eq!((first.to_string(), next.to_string()), ("2027-02-01".into(), "2027-03-01".into()));
    }

    #[test]
    fn a_series_keeps_its_weekday_of_the_month() {
        let said = |first: &str| -> Vec<String> {
            monthly(Time::parse(first).expect("a time"), 3).into_iter().map(Time::rfc3339).collect()
        };
        assert_eq!(
            said("2026-12-03T16:30:00Z"),
            ["2026-12-03T16:30:00Z", "2027-01-07T16:30:00Z", "2027-02-04T16:30:00Z"]
        );
        assert_eq!(
            said("2026-12-31T09:00:00Z"),
            ["2026-12-31T09:00:00Z", "2027-01-28T09:00:00Z", "2027-02-25T09:00:00Z"]
        );
    }

    #[test]
    fn follow_up_comes_first_on_every_agenda() {
        assert!(ItemKind::STANDING.iter().all(|(kind, minutes)| kind.is_standing() && *minutes > 0));
        assert_eq!(ItemKind::STANDING[1].0, ItemKind::Commitments);
    }
}
