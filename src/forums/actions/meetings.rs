//! Announcing, changing, cancelling a meeting; its agenda.

use super::places::{draw_invitation, fill};
use crate::areas::Reference;
use crate::base::{Actor, AgendaItemId, AreaId, CommitteeId, ConcernNumber, MeetingId};
use crate::concerns;
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::forums::model::{ItemKind, Meeting, MeetingAudience, MeetingDraft, Phase, is_late, monthly};
use crate::forums::store::{meetings, papers};
use crate::ledger;
use crate::policy::{self, Deed};

/// The meeting, if the actor runs its committee.
pub(super) fn run(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId) -> Result<Meeting> {
    let meeting = meetings::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::RunCommittee(meeting.committee_id))?;
    Ok(meeting)
}

/// The meeting, if the actor runs or chairs its committee.
fn lead(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId) -> Result<Meeting> {
    let meeting = meetings::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::SeeCommittee(meeting.committee_id))?;
    Ok(meeting)
}

/// Ends a deed that would change what stands on the page of locked minutes (M6): agenda, counts, what was promised there.
pub(super) fn must_be_open(tx: &mut Tx<'_>, id: MeetingId) -> Result<()> {
    if papers::locked(tx.conn, id)? { Err(Error::Refused(Refusal::MinutesLocked)) } else { Ok(()) }
}

/// True when a committee speaks for an area: its own commune or quartier, or a quartier of its commune.
fn speaks_for(r: &Reference, committee: CommitteeId, area: AreaId) -> bool {
    r.committee(committee)
        .is_some_and(|c| c.area_id == area || r.area(area).is_some_and(|a| a.parent_id == Some(c.area_id)))
}

/// Announces a meeting with its standing points and its thread. The instant is the deed's: the sample sets `tx.now` to tell
/// of meetings of the past.
///
/// # Errors
/// Not a moderator of the committee; the meeting lies in the past or outside the committee's area.
pub fn announce(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    committee: CommitteeId,
    draft: &MeetingDraft,
) -> Result<MeetingId> {
    announce_in(tx, actor, r, committee, draft, None)
}

/// Announces a series: the same weekday of the month, so many months in a row (M1). Each meeting then lives its own life. Returns
/// the first.
///
/// # Errors
/// As [`announce`].
pub fn announce_series(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    committee: CommitteeId,
    draft: &MeetingDraft,
    times: i64,
) -> Result<MeetingId> {
    if times < 2 {
        return announce(tx, actor, r, committee, draft);
    }
    policy::permit(actor, &Deed::RunCommittee(committee))?;
    let series = meetings::insert_series(tx, committee, times)?;
    let mut first = None;
    for starts_at in monthly(draft.starts_at, times) {
        // What lies ahead is announced, whatever was copied before it.
        let paper = draft.paper && starts_at <= tx.now;
        let draft = MeetingDraft { starts_at, paper, ..draft.clone() };
        let id = announce_in(tx, actor, r, committee, &draft, Some(series))?;
        first.get_or_insert(id);
    }
    first.ok_or(Error::NotFound)
}

fn announce_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    committee: CommitteeId,
    draft: &MeetingDraft,
    series: Option<i64>,
) -> Result<MeetingId> {
    policy::permit(actor, &Deed::RunCommittee(committee))?;
    if r.committee(committee).is_none_or(|c| !c.active) || !speaks_for(r, committee, draft.area_id) {
        return Err(Error::NotFound);
    }
    if draft.starts_at <= tx.now && !draft.paper {
        return Err(Error::Refused(Refusal::MeetingOver));
    }
    let id = tx.id();
    let late = !draft.paper && is_late(tx.now, draft.starts_at);
    meetings::insert(tx, id, committee, draft, late, series)?;
    if draft.audience != MeetingAudience::Open {
        let code = draw_invitation(tx);
        meetings::set_invitation(tx, id, &code)?;
    }
    for (kind, minutes) in ItemKind::STANDING {
        meetings::add_item(tx, id, kind, "", minutes, None)?;
    }
    ledger::record(tx, actor, "meeting.announce", format_args!("meeting {id}"), &draft.starts_at.rfc3339())?;
    Ok(id)
}

/// Changes what was announced, as long as the meeting lies ahead. A larger room lets in those who wait.
///
/// # Errors
/// Not permitted; the meeting is over; fewer places than are kept already.
pub fn change(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, id: MeetingId, draft: &MeetingDraft) -> Result<()> {
    let meeting = run(tx, actor, id)?;
    meeting.must_be_ahead(tx.now)?;
    if !speaks_for(r, meeting.committee_id, draft.area_id) {
        return Err(Error::NotFound);
    }
    if draft.starts_at <= tx.now {
        return Err(Error::Refused(Refusal::MeetingOver));
    }
    let (kept, _) = papers::places(tx.conn, id)?;
    // Whoever keeps a place has it, also when somebody took one while this was typed.
    if draft.capacity.is_some_and(|all| all < kept) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    // Another date is another announcement: it counts from now.
    let late = if draft.starts_at == meeting.starts_at { meeting.late } else { is_late(tx.now, draft.starts_at) };
    if meetings::update(tx, id, draft, late)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let here = |at, place: &str, landmark: &str| (at, place.to_owned(), landmark.to_owned());
    let was = here(meeting.starts_at, &meeting.place, &meeting.landmark);
    if was != here(draft.starts_at, &draft.place, &draft.landmark) {
        meetings::note_move(tx, &meeting)?;
    }
    if draft.audience != MeetingAudience::Open && meeting.invitation.is_empty() {
        let code = draw_invitation(tx);
        meetings::set_invitation(tx, id, &code)?;
    }
    fill(tx, &Meeting { capacity: draft.capacity, ..meeting.clone() })?;
    let detail = format!("{} → {}", meeting.starts_at.rfc3339(), draft.starts_at.rfc3339());
    ledger::record(tx, actor, "meeting.change", format_args!("meeting {id}"), &detail)
}

/// Cancels a meeting that lies ahead, with the reason everybody reads.
///
/// # Errors
/// Not permitted; over or cancelled before.
pub fn cancel(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, reason: &str) -> Result<()> {
    let meeting = run(tx, actor, id)?;
    meeting.must_be_ahead(tx.now)?;
    if meetings::cancel(tx, id, reason)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    ledger::record(tx, actor, "meeting.cancel", format_args!("meeting {id}"), "")
}

/// How long a concern is spoken of, where nobody said otherwise.
pub const CONCERN_MINUTES: i64 = 15;

/// A point to be added to an agenda.
#[derive(Debug, Clone)]
pub enum NewItem {
    /// Words of the committee, and minutes.
    Words(String, i64),
    /// A public concern by its number (M4), and minutes.
    Concern(ConcernNumber, i64),
}

/// Adds a point at the end of an agenda.
///
/// # Errors
/// Not permitted; cancelled; the minutes are locked; the concern is not public or stands there already.
pub fn add_item(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, item: &NewItem) -> Result<AgendaItemId> {
    let meeting = lead(tx, actor, id)?;
    if meeting.phase(tx.now) == Phase::Cancelled {
        return Err(Error::Refused(Refusal::MeetingOver));
    }
    must_be_open(tx, id)?;
    let item = match item {
        NewItem::Words(title, minutes) => meetings::add_item(tx, id, ItemKind::Other, title, *minutes, None)?,
        NewItem::Concern(number, minutes) => {
            let concern = concerns::store::find_public(tx.conn, *number)?.ok_or(Error::NotFound)?.id;
            if meetings::has_concern(tx.conn, id, concern)? {
                return Err(Error::Refused(Refusal::AlreadyDone));
            }
            concerns::note_discussed(tx, actor, concern, meeting.committee_id, id, meeting.starts_at)?;
            meetings::add_item(tx, id, ItemKind::Concern, &number.to_string(), *minutes, Some(concern))?
        }
    };
    ledger::record(tx, actor, "agenda.add", format_args!("meeting {id}"), &item.to_string())?;
    Ok(item)
}

/// What to do with a point of an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgendaMove {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Away.
    Remove,
}

/// Moves or removes a point. The standing points stay where they are: follow-up comes first.
///
/// # Errors
/// Not permitted; the minutes are locked; a standing point; not a point of this meeting; already at the end.
pub fn move_item(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, item: AgendaItemId, what: AgendaMove) -> Result<()> {
    lead(tx, actor, id)?;
    must_be_open(tx, id)?;
    let items = meetings::agenda(tx.conn, id)?;
    let at = items.iter().position(|i| i.id == item).ok_or(Error::NotFound)?;
    let moved = &items[at];
    if moved.kind.is_standing() {
        return Err(Error::Forbidden);
    }
    let word = match what {
        AgendaMove::Remove => {
            meetings::remove_item(tx, item)?;
            "agenda.remove"
        }
        AgendaMove::Up | AgendaMove::Down => {
            let to = if what == AgendaMove::Up { at.checked_sub(1) } else { Some(at + 1) };
            let Some(other) = to.and_then(|to| items.get(to)).filter(|o| !o.kind.is_standing()) else {
                return Err(Error::Refused(Refusal::AlreadyDone));
            };
            meetings::place_item(tx, moved.id, other.position)?;
            meetings::place_item(tx, other.id, moved.position)?;
            "agenda.move"
        }
    };
    ledger::record(tx, actor, word, format_args!("meeting {id}"), &item.to_string())
}
