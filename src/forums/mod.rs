//! Forums: committees, their meetings, minutes, commitments and threads. Floors above use this face.

pub(crate) mod actions;
mod forms;
mod handover;
pub(crate) mod model;
mod pages;
mod reads;
mod routes;
mod store;

use crate::base::{AccountId, AreaId, CommitteeId, CorrectionId, MeetingId, MeetingQuestionId, Time};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::i18n::L;
use crate::web::Routes;

pub(crate) use actions::belongs;
pub(crate) use handover::{commitment_words, commitments_of, hand_commitment, scope_of};
pub use pages::Promise;
pub(crate) use pages::{Chip, ReasonPage, audience_word, badge, first_words};

use model::{Commitment, Meeting, Owner, OwnerKind};

/// Its addresses.
pub fn routes(routes: &mut Routes) {
    routes::routes(routes);
}

/// A meeting in a line: what other features show of it.
#[derive(Debug, Clone)]
pub struct MeetingBrief {
    /// Its id.
    pub id: MeetingId,
    /// When.
    pub starts_at: Time,
    /// The quartier or commune.
    pub area: AreaId,
    /// Where.
    pub place: String,
    /// How to find it.
    pub landmark: String,
    /// Whom it is for.
    pub audience: model::MeetingAudience,
}

impl From<Meeting> for MeetingBrief {
    fn from(m: Meeting) -> MeetingBrief {
        MeetingBrief {
            id: m.id,
            starts_at: m.starts_at,
            area: m.area_id,
            place: m.place,
            landmark: m.landmark,
            audience: m.audience,
        }
    }
}

/// A meeting.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn meeting(conn: &mut Conn, id: MeetingId) -> Result<Option<Meeting>> {
    store::meetings::find(conn, id)
}

/// Every meeting, the first ones first. That they take place, where and what about everybody reads.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn all_meetings(conn: &mut Conn) -> Result<Vec<Meeting>> {
    store::meetings::all(conn)
}

/// Every promise, the oldest first. Everybody reads them in the register.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn all_commitments(conn: &mut Conn) -> Result<Vec<Commitment>> {
    store::commitments::all(conn)
}

/// A committee's open meetings, the last ones first: what a discussion can be about.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn open_meetings(conn: &mut Conn, committee: CommitteeId) -> Result<Vec<Meeting>> {
    store::meetings::open_of(conn, committee, 30)
}

/// The next meeting of all.
///
/// # Errors
/// When the database cannot be read.
pub fn next_meeting(conn: &mut Conn, now: Time) -> Result<Option<MeetingBrief>> {
    Ok(store::meetings::upcoming(conn, now, None, 1)?.pop().map(MeetingBrief::from))
}

/// The next meetings of these committees, soonest first, at most ten.
///
/// # Errors
/// When the database cannot be read.
pub fn next_meetings(conn: &mut Conn, now: Time, committees: &[CommitteeId]) -> Result<Vec<MeetingBrief>> {
    let found = store::meetings::upcoming(conn, now, Some(committees), 10)?;
    Ok(found.into_iter().map(MeetingBrief::from).collect())
}

/// What a unit, a service or a committee has promised and not settled, the longest overdue first, at most fifty.
///
/// # Errors
/// When the database cannot be read.
pub fn open_commitments_of(conn: &mut Conn, owner_kind: OwnerKind, owner_id: i64) -> Result<Vec<Commitment>> {
    let owner = Owner { kind: owner_kind, id: owner_id };
    let filter = store::commitments::Filter { owner: Some(owner), ..Default::default() };
    store::commitments::expected(conn, &filter, 50)
}

/// The questions of a meeting that everybody reads, the most supported first.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn shown_questions(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<MeetingQuestionId>> {
    let shown = store::questions::of(conn, meeting, model::QuestionState::Shown)?;
    Ok(shown.into_iter().map(|q| q.id).collect())
}

/// The corrections of a meeting's minutes that have no answer.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn waiting_corrections(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<CorrectionId>> {
    let all = store::talk_back::corrections(conn, meeting)?;
    Ok(all.into_iter().filter(|c| c.state == model::CorrectionState::Waiting).map(|c| c.id).collect())
}

/// Meetings that began before an instant and on whose lists names still stand that somebody without an account, or the committee,
/// typed.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn named_before(conn: &mut Conn, before: Time, limit: i64) -> Result<Vec<MeetingId>> {
    store::talk_back::named_before(conn, before, limit)
}

/// Empties the names on the lists of these meetings; how many came stays.
///
/// # Errors
/// When the database cannot be written.
pub(crate) fn forget_names(tx: &mut Tx<'_>, meetings: &[MeetingId]) -> Result<()> {
    store::talk_back::forget_names(tx, meetings)
}

/// What is missing in a commune (M8).
pub struct Missing {
    /// True when no committee of it meets this calendar month.
    pub no_meeting: bool,
    /// Meetings held two weeks ago or more whose minutes are not public.
    pub minutes: Vec<MeetingBrief>,
}

/// What is missing of these committees, together.
///
/// # Errors
/// When the database cannot be read.
pub fn missing(conn: &mut Conn, now: Time, committees: &[CommitteeId]) -> Result<Missing> {
    let (first, end) = model::month_of(now);
    let met = store::meetings::between(conn, first.start(), end.start())?;
    let late = store::meetings::without_minutes(conn, reads::minutes_line(now), Some(committees), 10)?;
    Ok(Missing {
        no_meeting: !met.iter().any(|(c, _)| committees.contains(c)),
        minutes: late.into_iter().map(MeetingBrief::from).collect(),
    })
}

/// What was promised and kept last, then what is expected, the longest overdue first: so many of each.
///
/// # Errors
/// When the database cannot be read.
pub fn latest_promises(conn: &mut Conn, now: Time, count: usize) -> Result<Vec<Commitment>> {
    use store::commitments::{Filter, Wanted, expected, page};
    let mut kept = page(conn, &Filter { state: Wanted::Kept, ..Filter::default() }, now.day(), None)?.items;
    kept.truncate(count);
    kept.extend(expected(conn, &Filter::default(), count as i64)?);
    Ok(kept)
}

/// What committees were promised, for a bulletin: how many and the first of each.
pub struct Promised {
    /// Kept within the span, the last first.
    pub kept: (i64, Vec<Commitment>),
    /// Overdue today, the longest first.
    pub overdue: (i64, Vec<Commitment>),
}

/// What these committees were promised: kept between two instants, and overdue on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn promised(
    conn: &mut Conn,
    committees: &[CommitteeId],
    (from, to): (Time, Time),
    now: Time,
    lines: i64,
) -> Result<Promised> {
    Ok(Promised {
        kept: store::commitments::kept_between(conn, committees, from, to, lines)?,
        overdue: store::commitments::overdue_of(conn, committees, now.day(), lines)?,
    })
}

/// The meetings of the next two days that were called to mind and at which an account keeps a place.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn called_to_mind(conn: &mut Conn, account: AccountId, now: Time) -> Result<Vec<MeetingBrief>> {
    let near = store::reminders::of_account(conn, account, now, now.plus(model::BEFORE))?;
    Ok(near.into_iter().map(MeetingBrief::from).collect())
}

/// What became of an account's places that it has not seen: each place, and the sentences.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn place_news(conn: &mut Conn, account: AccountId, now: Time) -> Result<Vec<PlaceTold>> {
    let all = reads::place_news(conn, account, now)?;
    Ok(all.into_iter().map(|(meeting, _, news)| PlaceTold { meeting, news }).collect())
}

/// Meetings for which an account asked what is not shown, while it has not read so: a line for each question.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn question_news(conn: &mut Conn, account: AccountId, now: Time) -> Result<Vec<(MeetingId, String)>> {
    let all = reads::question_news(conn, account, now)?;
    Ok(all.into_iter().map(|meeting| (meeting.id, meeting.title)).collect())
}

/// What became of a place at a meeting.
pub(crate) struct PlaceTold {
    meeting: Meeting,
    news: Vec<model::PlaceNews>,
}

impl PlaceTold {
    /// At which meeting.
    pub(crate) fn meeting(&self) -> MeetingId {
        self.meeting.id
    }

    /// The sentences.
    pub(crate) fn say(&self, l: L) -> Vec<String> {
        self.news.iter().map(|one| pages::told(l, &self.meeting, *one)).collect()
    }
}
