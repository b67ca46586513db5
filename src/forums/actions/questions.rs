//! Asking before a meeting, supporting what others ask, and the committee's look at what is held (M5).

use crate::accounts;
use crate::base::{AccountId, Actor, MeetingId, MeetingQuestionId};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::forums::model::{Question, QuestionState, QuestionVerdict, begins_as};
use crate::forums::store::{meetings, questions};
use crate::ledger;
use crate::moderation::{self, ActKind, guard};
use crate::policy::{self, Deed};

use super::belonging::belongs;
use super::meetings::must_be_open;
use super::places::holder;

/// Asks a question for a meeting that lies ahead, with the door code that was typed, or none. Returns in which state it begins:
/// words that meet a rule of the guard wait, whoever wrote them, but for those of the committee that would read them.
///
/// # Errors
/// The meeting is over; it is reserved and the actor neither belongs to it nor holds a place by that code.
pub fn ask(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, code: &str, body: &str) -> Result<QuestionState> {
    let meeting = meetings::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let holds = !code.is_empty() && holder(tx.conn, actor, id, code)?.is_some();
    if !holds && !belongs(tx.conn, actor, &meeting)? {
        return Err(Error::Forbidden);
    }
    meeting.must_be_ahead(tx.now)?;
    let since = actor.account().map(|a| accounts::since(tx.conn, a)).transpose()?.flatten();
    let reads_it_anyway = policy::may(actor, &Deed::RunCommittee(meeting.committee_id));
    let caught = !reads_it_anyway && !guard::check(body, &guard::watch_list(tx.conn)?).is_empty();
    let state = begins_as(actor, since, tx.now, caught);
    let question = questions::insert(tx, id, actor.account(), body, state)?;
    ledger::record(tx, actor, "question.ask", format_args!("question {question}"), state.as_str())?;
    Ok(state)
}

/// Who may say whether they support a question for a meeting that lies ahead.
fn supporter(
    tx: &mut Tx<'_>,
    actor: &Actor,
    meeting: MeetingId,
    id: MeetingQuestionId,
) -> Result<(Question, AccountId)> {
    let account = actor.account().ok_or(Error::SignIn)?;
    let shown = |q: &Question| q.state == QuestionState::Shown && q.meeting_id == meeting;
    let question = questions::find(tx.conn, id)?.filter(shown).ok_or(Error::NotFound)?;
    let meeting = meetings::find(tx.conn, meeting)?.ok_or(Error::NotFound)?;
    if !belongs(tx.conn, actor, &meeting)? {
        return Err(Error::Forbidden);
    }
    meeting.must_be_ahead(tx.now)?;
    Ok((question, account))
}

/// Supports a question; twice is once.
///
/// # Errors
/// Not signed in; not shown; one's own; the meeting is over or reserved.
pub fn support(tx: &mut Tx<'_>, actor: &Actor, meeting: MeetingId, id: MeetingQuestionId) -> Result<()> {
    let (question, account) = supporter(tx, actor, meeting, id)?;
    if question.account_id == Some(account) {
        return Err(Error::Refused(Refusal::OwnQuestion));
    }
    if questions::support(tx, id, account)? {
        ledger::record(tx, actor, "question.support", format_args!("question {id}"), "")?;
    } else {
        tx.nothing_new();
    }
    Ok(())
}

/// Takes a support back; nothing when there is none. One of one's own question, from before that was refused, too.
///
/// # Errors
/// As [`support`], but for that.
pub fn take_back(tx: &mut Tx<'_>, actor: &Actor, meeting: MeetingId, id: MeetingQuestionId) -> Result<()> {
    let (_, account) = supporter(tx, actor, meeting, id)?;
    if questions::take_back(tx, id, account)? {
        ledger::record(tx, actor, "question.take-back", format_args!("question {id}"), "")?;
    } else {
        tx.nothing_new();
    }
    Ok(())
}

/// Shows a held question, refuses it, or takes away what everybody read; with the reason that stands in the public log and is told to
/// whoever asked with an account.
///
/// # Errors
/// Not permitted (D11: never for police); decided before; no reason; shown on an agenda whose minutes are locked.
pub fn decide(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: MeetingQuestionId,
    verdict: QuestionVerdict,
    reason: &str,
) -> Result<MeetingId> {
    let question = questions::find(tx.conn, id)?.ok_or(Error::NotFound)?;
    let meeting = meetings::find(tx.conn, question.meeting_id)?.ok_or(Error::NotFound)?;
    policy::permit(actor, &Deed::RunCommittee(meeting.committee_id))?;
    if verdict == QuestionVerdict::Show {
        must_be_open(tx, meeting.id)?;
    } else if reason.is_empty() {
        return Err(Error::BadRequest("a reason is owed"));
    }
    if questions::decide(tx, id, verdict, reason)? == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let act = match verdict {
        QuestionVerdict::Show => ActKind::Publish,
        QuestionVerdict::Refuse => ActKind::Refuse,
        QuestionVerdict::Withdraw => ActKind::Hide,
    };
    moderation::note(tx, Some(meeting.committee_id), act, "question", reason)?;
    ledger::record(tx, actor, "question.decide", format_args!("question {id}"), verdict.turns().1.as_str())?;
    Ok(meeting.id)
}
