//! What the pages of forums need, read in one moment of the database. No words and no HTTP here.

use std::collections::HashMap;

use crate::areas::Reference;
use crate::base::{
    AccountId, Actor, AreaId, CommitmentId, CommitteeId, ConcernId, DAY, Day, MeetingId, MeetingQuestionId, Time,
    UnitId,
};
use crate::concerns;
use crate::db::Conn;
use crate::error::{Error, Refusal, Result};
use crate::ledger::day::{self, DayEnd};
use crate::moderation::guard::{WatchWord, watch_list};
use crate::moderation::queue::{self, Bench};
use crate::policy::{self, Deed};
use crate::web::{Cursor, Slice};

use super::actions::{belongs, facts, holder, offers};
use super::model::{
    AgendaItem, BEFORE, Claim, Commitment, Correction, CorrectionState, Count, Feedback, Held, Meeting, Minutes,
    MinutesState, Move, Owner, OwnerKind, Phase, PlaceNews, PlaceState, Question, QuestionState, Registration, Side,
    Sign, Step, corrections_until, missing_minutes, month_of, news,
};
use super::store::commitments::{self, Filter};
use super::store::said::said_of;
use super::store::{held, meetings, papers, questions, reminders, report, steps, talk_back};

/// All committees: what comes and what is missing.
pub struct Forums {
    /// The next meetings, soonest first.
    pub next: Vec<Meeting>,
    /// Who met, or meets, this month.
    pub month: Vec<CommitteeId>,
    /// Meetings whose minutes are missing, oldest first.
    pub missing: Vec<Meeting>,
    /// Commitments overdue.
    pub overdue: i64,
}

/// Minutes are missing from this instant back.
pub(super) fn minutes_line(now: Time) -> Time {
    now.plus(-14 * DAY)
}

pub fn forums(conn: &mut Conn, now: Time) -> Result<Forums> {
    let (first, end) = month_of(now);
    Ok(Forums {
        next: meetings::upcoming(conn, now, None, 200)?,
        month: meetings::between(conn, first.start(), end.start())?.into_iter().map(|(c, _)| c).collect(),
        missing: meetings::without_minutes(conn, minutes_line(now), None, 20)?,
        overdue: commitments::tally(conn, &Filter::default(), now.day())?.1,
    })
}

/// One committee.
pub struct Forum {
    /// What comes, and what was called off of it.
    pub next: Vec<Meeting>,
    /// What was, newest first.
    pub past: Slice<Meeting>,
    /// How far the minutes of what was are.
    pub states: HashMap<MeetingId, MinutesState>,
    /// What is expected, the longest overdue first.
    pub expected: Vec<Commitment>,
    /// How many are overdue.
    pub overdue: i64,
    /// True when it meets this month.
    pub meets: bool,
    /// Meetings whose minutes are missing.
    pub missing: Vec<Meeting>,
}

pub fn forum(conn: &mut Conn, now: Time, committee: CommitteeId, after: Option<Cursor>) -> Result<Forum> {
    let (first, end) = month_of(now);
    let past = meetings::past(conn, committee, now, after)?;
    let ids: Vec<MeetingId> = past.items.iter().map(|m| m.id).collect();
    let of = Filter { committee: Some(committee), ..Filter::default() };
    Ok(Forum {
        next: meetings::to_come(conn, committee, now, 20)?,
        states: papers::states(conn, &ids)?.into_iter().collect(),
        past,
        expected: commitments::expected(conn, &of, 20)?,
        overdue: commitments::tally(conn, &of, now.day())?.1,
        meets: meetings::between(conn, first.start(), end.start())?.iter().any(|(c, _)| *c == committee),
        missing: meetings::without_minutes(conn, minutes_line(now), Some(&[committee]), 20)?,
    })
}

/// One meeting with everything about it.
pub struct MeetingFile {
    /// It.
    pub meeting: Meeting,
    /// Its agenda.
    pub agenda: Vec<AgendaItem>,
    /// The concerns on it that everybody may read.
    pub concerns: Vec<concerns::Brief>,
    /// Places kept, and people waiting.
    pub places: (i64, i64),
    /// What the reader's account has: a place, or one on the waiting list.
    pub mine: Option<PlaceState>,
    /// How many came in at the door.
    pub entered: i64,
    /// Who came.
    pub counts: Vec<Count>,
    /// The newest version of its minutes.
    pub minutes: Option<Minutes>,
    /// What was promised there.
    pub promised: Vec<Commitment>,
    /// What the committee is owed: now, or of a meeting that was held, as it was then.
    pub owed: Vec<Commitment>,
    /// What the owners said last about it.
    pub answers: HashMap<CommitmentId, Step>,
    /// What the units did: until now, or until a meeting that was held began.
    pub report: Vec<UnitReport>,
    /// What residents asked, the most supported first.
    pub questions: Vec<Question>,
    /// How many questions wait to be read by the committee.
    pub held: i64,
    /// The committee's meeting before this one.
    pub last: Option<Meeting>,
    /// How many posts its thread has.
    pub said: i64,
    /// The ledger at the end of yesterday, for minutes that are locked (N15).
    pub ledger: Option<DayEnd>,
    /// How it was moved, newest first.
    pub moves: Vec<Move>,
    /// Until when those who came may correct the minutes, while they are open to it.
    pub correct_until: Option<Time>,
    /// What they asked to correct, oldest first.
    pub corrections: Vec<Correction>,
    /// The watch list, for a reader who runs or chairs the committee.
    pub watch: Vec<WatchWord>,
    /// What they thought of the meeting.
    pub feedback: Vec<Feedback>,
    /// True for a reader who may read what is reserved.
    pub belongs: bool,
    /// True for a reader who runs the committee.
    pub runs: bool,
    /// True for a reader who runs or chairs it.
    pub sees: bool,
}

/// What a unit reports to a meeting: figures that everybody may read.
pub struct UnitReport {
    /// The unit.
    pub unit: UnitId,
    /// Its concerns of the year before.
    pub counts: concerns::figures::report::Report,
    /// Whole hours its patrols stood in public, in the last month that was over.
    pub hours: i64,
    /// A day of that month.
    pub month: Day,
}

/// The units that answer in a committee's area.
fn units_of(r: &Reference, committee: CommitteeId) -> Vec<UnitId> {
    let Some(home) = r.committee(committee).map(|c| c.area_id) else { return Vec::new() };
    let within = |area: AreaId| area == home || r.area(area).is_some_and(|a| a.parent_id == Some(home));
    let mut units: Vec<UnitId> = r
        .routings
        .iter()
        .filter(|rule| rule.category_id.is_none() && within(rule.area_id))
        .map(|rule| rule.unit_id)
        .collect();
    units.sort_unstable();
    units.dedup();
    units
}

fn reports(conn: &mut Conn, r: &Reference, committee: CommitteeId, now: Time) -> Result<Vec<UnitReport>> {
    let (this, _) = month_of(now);
    let (last, _) = month_of(this.plus(-1).start());
    units_of(r, committee)
        .into_iter()
        .map(|unit| {
            Ok(UnitReport {
                unit,
                counts: concerns::figures::report::at(conn, unit, now)?,
                hours: report::presence_hours(conn, unit, last.start(), this.start())?,
                month: last,
            })
        })
        .collect()
}

impl MeetingFile {
    /// The minutes this reader may read as a member of the public.
    pub fn public_minutes(&self) -> Option<&Minutes> {
        self.minutes.as_ref().filter(|m| m.state.is_public() && self.belongs)
    }

    /// True once the minutes are approved: what stands on their page changes no more.
    pub fn is_locked(&self) -> bool {
        self.minutes.as_ref().is_some_and(|m| m.state == MinutesState::Approved)
    }

    /// Ends what would change the page of locked minutes.
    pub fn must_be_open(&self) -> Result<()> {
        if self.is_locked() { Err(Error::Refused(Refusal::MinutesLocked)) } else { Ok(()) }
    }

    /// True when the minutes should be public and are not.
    pub fn misses_minutes(&self, now: Time) -> bool {
        let public = self.minutes.as_ref().is_some_and(|m| m.state.is_public());
        missing_minutes(&self.meeting, public, now)
    }
}

pub fn meeting(conn: &mut Conn, r: &Reference, actor: &Actor, now: Time, id: MeetingId) -> Result<MeetingFile> {
    let meeting = meetings::find(conn, id)?.ok_or(Error::NotFound)?;
    let agenda = meetings::agenda(conn, id)?;
    let cited: Vec<ConcernId> = agenda.iter().filter_map(|i| i.concern_id).collect();
    let committee = meeting.committee_id;
    let sees = policy::may(actor, &Deed::SeeCommittee(committee));
    // What was owed when a meeting began stands on its agenda for good; what is owed now, on the next one's.
    let until = meeting.starts_at.min(now);
    // Which meeting was the last one is what was known when this one began, or was copied from paper.
    let known_by = match meeting.phase(now) {
        Phase::Upcoming => now,
        Phase::Held | Phase::Cancelled => meeting.starts_at.max(meeting.announced_at),
    };
    let owed = match meeting.phase(now) {
        Phase::Upcoming => commitments::owed_at(conn, committee, now.plus(1), 120)?,
        Phase::Held => commitments::owed_at(conn, committee, meeting.starts_at, 120)?,
        Phase::Cancelled => Vec::new(),
    };
    let ids: Vec<CommitmentId> = owed.iter().map(|c| c.id).collect();
    let minutes = papers::newest(conn, id)?;
    let open = minutes.as_ref().is_some_and(|m| m.state == MinutesState::Corrections);
    let locked = minutes.as_ref().is_some_and(|m| m.state == MinutesState::Approved);
    Ok(MeetingFile {
        moves: meetings::moves(conn, id)?,
        correct_until: if open { papers::opened_at(conn, id)?.map(corrections_until) } else { None },
        corrections: talk_back::corrections(conn, id)?,
        feedback: talk_back::feedback(conn, id)?,
        concerns: if cited.is_empty() { Vec::new() } else { concerns::public_briefs(conn, &cited)? },
        places: papers::places(conn, id)?,
        mine: match actor.account() {
            Some(account) => papers::registration_of(conn, id, account)?.map(|r| r.state),
            None => None,
        },
        entered: papers::ticked(conn, id)?,
        counts: papers::counts(conn, id)?,
        minutes,
        promised: commitments::of_meeting(conn, id)?,
        answers: if ids.is_empty() { HashMap::new() } else { steps::answers(conn, &ids, until)? },
        owed,
        report: match meeting.phase(now) {
            Phase::Cancelled => Vec::new(),
            Phase::Upcoming | Phase::Held => reports(conn, r, committee, until)?,
        },
        questions: questions::of(conn, id, QuestionState::Shown)?,
        held: questions::held(conn, &[id])?.first().map_or(0, |(_, n)| *n),
        last: meetings::last_held(conn, committee, until, known_by)?.filter(|m| m.id != id),
        ledger: if locked { day::end_of(conn, day::told_until(now))? } else { None },
        said: said_of(conn, id)?,
        belongs: belongs(conn, actor, &meeting)?,
        runs: policy::may(actor, &Deed::RunCommittee(committee)),
        watch: if sees { watch_list(conn)? } else { Vec::new() },
        sees,
        agenda,
        meeting,
    })
}

/// Somebody's own place at a meeting. Who holds one belongs to the meeting.
pub struct PlaceFile {
    /// The meeting.
    pub file: MeetingFile,
    /// The place.
    pub mine: Registration,
    /// The rank on the waiting list, from 1.
    pub rank: i64,
    /// True when the meeting lies ahead and was called to mind, for whoever has a place there.
    pub reminded: bool,
}

/// The places of an account, soonest first, with what became of each since its holder looked.
pub type Places = Vec<(Meeting, Held, Vec<PlaceNews>)>;

/// Places at meetings that are over are listed for so long: those who came may correct minutes and say what they thought.
const PLACES_DAYS: i64 = 60;

/// What meetings mean to an account.
pub struct Mine {
    /// Its places.
    pub places: Places,
    /// Meetings of the next two days at which it keeps a place and that were called to mind.
    pub near: Vec<Meeting>,
    /// What it asked and the committee does not show.
    pub refused: Vec<(Meeting, Question)>,
}

/// Meetings for which an account asked what is not shown, while it has not read so.
pub fn question_news(conn: &mut Conn, account: AccountId, now: Time) -> Result<Vec<Meeting>> {
    questions::untold(conn, account, now.plus(-PLACES_DAYS * DAY))
}

pub fn mine(conn: &mut Conn, account: AccountId, now: Time) -> Result<Mine> {
    let from = now.plus(-PLACES_DAYS * DAY);
    Ok(Mine {
        places: places_from(conn, account, from, now)?,
        near: reminders::of_account(conn, account, now, now.plus(BEFORE))?,
        refused: questions::refused_of(conn, account, from)?,
    })
}

/// Those of them that have news.
pub fn place_news(conn: &mut Conn, account: AccountId, now: Time) -> Result<Places> {
    let mut all = places_from(conn, account, now.day().start(), now)?;
    all.retain(|(_, _, what)| !what.is_empty());
    Ok(all)
}

fn places_from(conn: &mut Conn, account: AccountId, from: Time, now: Time) -> Result<Places> {
    let became = |(meeting, held, moved): (Meeting, Held, Option<Time>)| {
        let what = news(&held, &meeting, moved, now);
        (meeting, held, what)
    };
    Ok(held::of(conn, account, from)?.into_iter().map(became).collect())
}

/// The place that a door code or an account holds.
pub fn place(
    conn: &mut Conn,
    r: &Reference,
    actor: &Actor,
    now: Time,
    id: MeetingId,
    code: &str,
) -> Result<Option<PlaceFile>> {
    let Some(mine) = holder(conn, actor, id, code)? else { return Ok(None) };
    let rank = papers::rank(conn, id, &mine)?;
    let file = MeetingFile { belongs: true, ..meeting(conn, r, actor, now, id)? };
    let expected = mine.state == PlaceState::Kept && file.meeting.phase(now) == Phase::Upcoming;
    let reminded = expected && reminders::called(conn, &file.meeting)?;
    Ok(Some(PlaceFile { file, mine, rank, reminded }))
}

/// The register.
pub struct Register {
    /// A page of it.
    pub page: Slice<Commitment>,
    /// How many are expected, and how many of these are overdue, under the same committee and owner.
    pub tally: (i64, i64),
}

pub fn register(conn: &mut Conn, filter: &Filter, now: Time, after: Option<Cursor>) -> Result<Register> {
    Ok(Register {
        page: commitments::page(conn, filter, now.day(), after)?,
        tally: commitments::tally(conn, filter, now.day())?,
    })
}

/// One commitment with its history, and what the reader may do with it.
pub struct CommitmentFile {
    /// It.
    pub commitment: Commitment,
    /// Where it was made.
    pub meeting: Option<Meeting>,
    /// What one side has said.
    pub claim: Option<Claim>,
    /// Each step, oldest first.
    pub steps: Vec<Step>,
    /// What the reader may do, for each side they stand on.
    pub offers: Vec<(Side, Vec<Sign>)>,
    /// True when nobody can sign in for the owner.
    pub silent: bool,
}

pub fn commitment(conn: &mut Conn, actor: &Actor, id: CommitmentId) -> Result<CommitmentFile> {
    let commitment = commitments::find(conn, id)?.ok_or(Error::NotFound)?;
    let facts = facts(conn, &commitment)?;
    let mut all = Vec::new();
    for side in Side::ALL {
        let may = offers(actor, &commitment, facts, *side);
        if !may.is_empty() {
            all.push((*side, may));
        }
    }
    Ok(CommitmentFile {
        claim: commitment.claim(),
        steps: steps::of(conn, id)?,
        offers: all,
        silent: facts.silent,
        meeting: match commitment.meeting_id {
            Some(id) => meetings::find(conn, id)?,
            None => None,
        },
        commitment,
    })
}

/// Every body an actor speaks for.
pub fn bodies(actor: &Actor) -> Vec<Owner> {
    let units = actor.units().into_iter().map(|id| Owner { kind: OwnerKind::Unit, id: id.raw() });
    let partners = actor.partners().into_iter().map(|id| Owner { kind: OwnerKind::Partner, id: id.raw() });
    let committees = actor.chaired().into_iter().map(|id| Owner { kind: OwnerKind::Committee, id: id.raw() });
    units.chain(partners).chain(committees).collect()
}

/// What an actor's bodies owe, with what they said last.
pub fn owed(conn: &mut Conn, actor: &Actor, now: Time) -> Result<(Vec<Commitment>, HashMap<CommitmentId, Step>)> {
    let mut owed = commitments::owed_by(conn, &bodies(actor), 50)?;
    // The chair vouches for those who have no login.
    for committee in actor.chaired() {
        for c in commitments::expected(conn, &Filter { committee: Some(committee), ..Filter::default() }, 100)? {
            if facts(conn, &c)?.silent && owed.iter().all(|known| known.id != c.id) {
                owed.push(c);
            }
        }
    }
    let ids: Vec<CommitmentId> = owed.iter().map(|c| c.id).collect();
    let answers = if ids.is_empty() { HashMap::new() } else { steps::answers(conn, &ids, now)? };
    Ok((owed, answers))
}

/// The questions for a meeting.
pub struct Questions {
    /// The meeting.
    pub meeting: Meeting,
    /// What everybody reads, the most supported first.
    pub shown: Vec<Question>,
    /// What waits for the committee; for its moderators only.
    pub held: Vec<Question>,
    /// The watch list, for whoever decides what is held.
    pub watch: Vec<WatchWord>,
    /// What the reader supports.
    pub mine: Vec<MeetingQuestionId>,
    /// What the reader asked and nobody else reads.
    pub unread: Vec<Question>,
    /// The reader's account.
    pub account: Option<AccountId>,
    /// True once the minutes are approved: nothing more is shown on the agenda.
    pub locked: bool,
    /// True for a reader who may read what is reserved.
    pub belongs: bool,
    /// True for a reader who runs the committee.
    pub runs: bool,
}

pub fn questions(conn: &mut Conn, actor: &Actor, id: MeetingId) -> Result<Questions> {
    let meeting = meetings::find(conn, id)?.ok_or(Error::NotFound)?;
    let belongs = belongs(conn, actor, &meeting)?;
    let runs = policy::may(actor, &Deed::RunCommittee(meeting.committee_id));
    Ok(Questions {
        shown: if belongs { questions::of(conn, id, QuestionState::Shown)? } else { Vec::new() },
        held: if runs { questions::of(conn, id, QuestionState::Held)? } else { Vec::new() },
        watch: if runs { watch_list(conn)? } else { Vec::new() },
        mine: match actor.account() {
            Some(account) => questions::supported(conn, id, account)?,
            None => Vec::new(),
        },
        unread: match actor.account() {
            Some(account) => questions::unread_of(conn, id, account)?,
            None => Vec::new(),
        },
        account: actor.account(),
        locked: papers::locked(conn, id)?,
        belongs,
        runs,
        meeting,
    })
}

/// What waits for a moderator.
pub struct Desk {
    /// What waits for a moderator, oldest first, and how much of it there is.
    pub waiting: (Vec<queue::Item>, i64),
    /// Meetings ahead, soonest first, with how many points the committee added.
    pub ahead: Vec<(Meeting, i64)>,
    /// Meetings held without public minutes that the reader's committees write, oldest first.
    pub minutes: Vec<Meeting>,
    /// The same of committees the reader chairs and does not run: others write them.
    pub awaited: Vec<Meeting>,
    /// Overdue commitments, longest first.
    pub overdue: Vec<Commitment>,
    /// Commitments whose owner has signed: the community's signature waits.
    pub claimed: Vec<Commitment>,
    /// Meetings whose minutes wait for their chair, oldest first.
    pub approve: Vec<ToApprove>,
}

/// Minutes that wait for their chair.
pub struct ToApprove {
    /// Of which meeting.
    pub meeting: Meeting,
    /// From when on they can be approved, while they cannot.
    pub from: Option<Time>,
    /// True while a correction has no answer.
    pub waits: bool,
}

fn to_approve(conn: &mut Conn, now: Time, chaired: &[CommitteeId]) -> Result<Vec<ToApprove>> {
    let mut all = Vec::new();
    for meeting in meetings::to_approve(conn, chaired, 20)? {
        let until = papers::opened_at(conn, meeting.id)?.map(corrections_until);
        let corrections = talk_back::corrections(conn, meeting.id)?;
        let waits = corrections.iter().any(|c| c.state == CorrectionState::Waiting);
        all.push(ToApprove { from: until.filter(|until| now <= *until), waits, meeting });
    }
    Ok(all)
}

/// `committees` are those the reader runs or chairs; the bench, those whose unread words they may read.
pub fn desk(
    conn: &mut Conn,
    now: Time,
    committees: &[CommitteeId],
    bench: &Bench,
    chaired: &[CommitteeId],
) -> Result<Desk> {
    let mut ahead = Vec::new();
    let others: Vec<CommitteeId> = chaired.iter().copied().filter(|id| !bench.committees.contains(id)).collect();
    for meeting in meetings::upcoming(conn, now, Some(committees), 20)? {
        let own = meetings::own_items(conn, meeting.id)?;
        ahead.push((meeting, own));
    }
    Ok(Desk {
        waiting: (
            queue::page(conn, bench, None, None)?.items,
            queue::counts(conn, bench)?.iter().map(|(_, n)| n).sum(),
        ),
        ahead,
        minutes: meetings::without_minutes(conn, now, Some(&bench.committees), 20)?,
        awaited: meetings::without_minutes(conn, now, Some(&others), 20)?,
        overdue: commitments::overdue(conn, committees, now.day(), 20)?,
        claimed: commitments::claimed(conn, &bench.committees, Side::Owner)?,
        approve: to_approve(conn, now, chaired)?,
    })
}

/// The door of a meeting.
pub struct DoorList {
    /// Whoever registered, first come first.
    pub rows: Slice<Registration>,
    /// Places kept, and people waiting.
    pub places: (i64, i64),
    /// How many came in.
    pub entered: i64,
}

pub fn door(conn: &mut Conn, id: MeetingId, after: Option<Cursor>) -> Result<DoorList> {
    Ok(DoorList {
        rows: papers::door(conn, id, after)?,
        places: papers::places(conn, id)?,
        entered: papers::ticked(conn, id)?,
    })
}
