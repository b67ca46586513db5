//! Deeds on concerns: permitted, checked by a rule, stored, told on the timeline, recorded in the ledger. Each runs inside one
//! `db.write`; none knows HTTP.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::answers;
use super::causes::{self, Cause};
use super::merging;
use super::model::{
    Concern, EventKind, Moderation, Move, NewConcern, Outcome, Readers, Referral, ReferralState, State, narrowed,
};
use super::sealing::{self, Part, Where};
use super::store::{self, Filing, NewEvent, insert_event};
use super::{clock, notices};
use crate::areas::Reference;
use crate::base::{
    AccountId, Actor, CategoryId, CommitteeId, ConcernId, ConcernNumber, Function, PartnerId, ReferralId, Role, Scope,
    Time, UnitId,
};
use crate::db::Tx;
use crate::db::schema::{concerns, referrals};
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::moderation::flags::{self, FlagState};
use crate::moderation::{self, ActKind};
use crate::policy::{Audience, ConcernFacts, Deed, Holder, may, permit};
use crate::seal::Opened;

/// What the reporter gets for a filed concern: kept sealed under the form's token for a day, nowhere else in the clear.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Receipt {
    /// The concern.
    pub(crate) id: ConcernId,
    /// Year of its number.
    pub(crate) year: i32,
    /// Serial of its number.
    pub(crate) serial: i32,
    /// The sixteen digits; nothing when they are a slip's, which is in the reporter's hand already.
    pub(crate) code: String,
}

impl Receipt {
    pub(crate) fn number(&self) -> ConcernNumber {
        ConcernNumber { year: self.year, serial: self.serial }
    }
}

/// Files a concern (R1). `code_hash` is the stored form of `code`; both were made before the write, which holds no secrets up.
pub(crate) fn file(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    new: &NewConcern,
    code: &str,
    code_hash: &str,
) -> Result<Receipt> {
    let category = r.category(new.category).ok_or(Error::NotFound)?;
    let commune = r.commune_of(new.area).ok_or(Error::NotFound)?.id;
    let unit =
        r.routed(new.area, new.category).ok_or_else(|| Error::internal("no active police unit to own a concern"))?;
    let audience = new.audience(category);
    let year = i32::from(tx.now.civil().year());
    let number = ConcernNumber { year, serial: store::next_serial(tx, year)? };
    let id = tx.id();
    let moderation = if audience == Audience::Public { Moderation::Waiting } else { Moderation::NotNeeded };
    let due_at = clock::due(&r.calendar, category, tx.now);
    let account = actor.account();
    let fresh = sealing::begin(tx, r, Where { part: Part::File, audience, unit, partner: None }, account)?;
    let fresh = fresh.as_ref();
    store::insert(tx, &Filing { id, number, new, commune, unit, account, audience, moderation, due_at, fresh })?;
    clock::begin(tx, r, id, category)?;
    store::insert_key(tx, code_hash, id, Holder::Reporter)?;
    if let Some(fresh) = fresh {
        fresh.keep(tx, id)?;
    }
    answers::insert(tx, id, &new.answers)?;
    // Nobody's account stands here, not even that of who filed it for somebody else.
    let event = NewEvent::new(EventKind::Filed, new.channel.function(), Readers::Public);
    store::insert_event_as(tx, None, id, &event)?;
    super::texts::rebuild(tx, id)?;
    // The ledger says « visitor » even of somebody with an account: it must not tie a person to a concern.
    ledger::record(tx, &Actor::Visitor, "concern.file", object(number), &format!("{} {}", category.slug, audience))?;
    Ok(Receipt { id, year, serial: number.serial, code: code.to_owned() })
}

pub(super) fn object(number: ConcernNumber) -> String {
    format!("concern {number}")
}

/// A concern with its facts, for a deed by its number.
pub(super) fn load(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
) -> Result<(Concern, ConcernFacts)> {
    let concern = store::find(tx.conn, number)?.ok_or(Error::NotFound)?;
    let facts = store::facts_for(tx.conn, actor, r, &concern)?;
    Ok((concern, facts))
}

/// What the unit writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    /// An answer that every reader of the concern sees.
    PublicAnswer,
    /// An answer for the reporter only.
    PrivateAnswer,
    /// A question to the reporter.
    Question,
    /// A note that never leaves the unit (P8).
    Note,
    /// What holds the unit up (N2), for every reader. It is not the answer that is owed: the clock runs on.
    Delay(Cause),
}

/// The unit answers, asks or notes. An answer stops the clock (P2), a question lets it stand still until the reporter has
/// answered; either takes the concern in hand.
pub(crate) fn say(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    said: Said,
    body: &str,
) -> Result<()> {
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::WorkFile(&facts))?;
    let (kind, readers, deed) = match said {
        Said::PublicAnswer => (EventKind::Answer, Readers::Public, "concern.answer"),
        Said::PrivateAnswer => (EventKind::Answer, Readers::Reporter, "concern.answer"),
        Said::Question => (EventKind::Ask, Readers::Reporter, "concern.ask"),
        Said::Note => (EventKind::Note, Readers::Internal, "concern.note"),
        Said::Delay(_) => (EventKind::Delayed, Readers::Public, "concern.delay"),
    };
    let function = actor.function_in(concern.unit_id);
    let event = NewEvent::new(kind, function, readers).of(concern.unit_id.raw()).saying(body);
    if let Said::Delay(cause) = said {
        if !concern.state.is_open() {
            return Err(Error::Refused(Refusal::ConcernClosed));
        }
        insert_event(tx, actor, concern.id, &event.changing("", cause))?;
        causes::note(tx, &concern, cause, false)?;
        diesel::update(concerns::table.find(concern.id)).set(concerns::last_act_at.eq(tx.now)).execute(tx.conn)?;
        return ledger::record(tx, actor, deed, object(number), cause.as_str());
    }
    insert_event(tx, actor, concern.id, &event)?;
    if said != Said::Note {
        let asked = said == Said::Question;
        match asked {
            true => clock::pause(tx, r, &concern)?,
            false => clock::stop(tx, r, &concern)?,
        }
        // A question is not the answer that is owed.
        let answered = concern.first_answer_at.or_else(|| (!asked).then_some(tx.now));
        diesel::update(concerns::table.find(concern.id))
            .set((
                concerns::owed.eq(false),
                concerns::waiting.eq(asked),
                concerns::last_act_at.eq(tx.now),
                concerns::first_answer_at.eq(answered),
            ))
            .execute(tx.conn)?;
        if concern.state == State::Received {
            set_state(tx, actor, &concern, State::InProgress, function)?;
        }
    }
    ledger::record(tx, actor, deed, object(number), readers.as_str())
}

/// Moves the state and tells it on the timeline.
pub(super) fn set_state(
    tx: &mut Tx<'_>,
    actor: &Actor,
    concern: &Concern,
    to: State,
    function: Function,
) -> Result<()> {
    let moved = diesel::update(concerns::table.find(concern.id).filter(concerns::state.eq(concern.state)))
        .set(concerns::state.eq(to))
        .execute(tx.conn)?;
    if moved == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let event = NewEvent::new(EventKind::State, function, Readers::Public).changing(concern.state, to);
    let event = if function == Function::Resident { event } else { event.of(concern.unit_id.raw()) };
    insert_event(tx, actor, concern.id, &event)
}

/// The unit starts, resolves, closes with a reason and a sentence, or reopens (P3). `lacked`: of « pas de moyens », which (N2).
pub(crate) fn change_state(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    (step, lacked): (Move, Option<Cause>),
    sentence: &str,
) -> Result<()> {
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::WorkFile(&facts))?;
    let to = step.from(concern.state)?;
    if step == Move::Reopen && merging::live(tx.conn, concern.id)?.is_some() {
        // What is followed in another is taken out of it, not opened beside it.
        return Err(Error::Refused(Refusal::Merged));
    }
    let function = actor.function_in(concern.unit_id);
    set_state(tx, actor, &concern, to, function)?;
    if !sentence.is_empty() {
        let event =
            NewEvent::new(EventKind::Answer, function, Readers::Public).of(concern.unit_id.raw()).saying(sentence);
        insert_event(tx, actor, concern.id, &event)?;
    }
    let (closed_at, reason) = match step {
        Move::Resolve => (Some(tx.now), None),
        Move::Close(reason) => (Some(tx.now), Some(reason)),
        Move::Start | Move::Reopen => (None, None),
    };
    if let Some(cause) = reason.and_then(|reason| Cause::of(reason, lacked)) {
        causes::note(tx, &concern, cause, true)?;
    }
    let reopened = concern.reopened || step == Move::Reopen;
    diesel::update(concerns::table.find(concern.id))
        .set((
            concerns::closed_at.eq(closed_at),
            concerns::reason.eq(reason),
            concerns::reopened.eq(reopened),
            concerns::last_act_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    if step == Move::Start && sentence.is_empty() {
        // Taking it in hand without a word is not an answer: the clock runs on.
    } else {
        clock::stop(tx, r, &concern)?;
        diesel::update(concerns::table.find(concern.id))
            .set((
                concerns::owed.eq(false),
                concerns::waiting.eq(false),
                concerns::first_answer_at.eq(concern.first_answer_at.unwrap_or(tx.now)),
            ))
            .execute(tx.conn)?;
    }
    if step != Move::Start {
        // What the reporter said was of the result before: a new one is asked about anew.
        diesel::update(concerns::table.find(concern.id))
            .set((concerns::outcome.eq(None::<Outcome>), concerns::outcome_at.eq(None::<Time>)))
            .execute(tx.conn)?;
    }
    let detail =
        reason.map_or_else(|| format!("{} {to}", concern.state), |why| format!("{} {to} {why}", concern.state));
    ledger::record(tx, actor, "concern.state", object(number), &detail)
}

/// The chief gives the concern to somebody of the unit, and says how urgent it is (P5).
pub(crate) fn assign(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    to: Option<AccountId>,
    priority: bool,
) -> Result<()> {
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::LeadFile(&facts))?;
    if let Some(to) = to {
        let held = crate::web::actor_of(tx.conn, to)?;
        // Whoever could not open it is not given it.
        let serves = may(&held, &Deed::WorkFile(&facts));
        if !serves {
            return Err(Error::NotFound);
        }
    }
    diesel::update(concerns::table.find(concern.id))
        .set((concerns::assignee_id.eq(to), concerns::priority.eq(priority)))
        .execute(tx.conn)?;
    let function = actor.function_in(concern.unit_id);
    let name = |id: Option<AccountId>| id.map(|id| id.to_string()).unwrap_or_default();
    if to != concern.assignee_id {
        let event = NewEvent::new(EventKind::Assigned, function, Readers::Internal)
            .of(concern.unit_id.raw())
            .changing(name(concern.assignee_id), name(to));
        insert_event(tx, actor, concern.id, &event)?;
    }
    if priority != concern.priority {
        let event = NewEvent::new(EventKind::Priority, function, Readers::Internal)
            .of(concern.unit_id.raw())
            .changing(concern.priority, priority);
        insert_event(tx, actor, concern.id, &event)?;
    }
    ledger::record(tx, actor, "concern.assign", object(number), &format!("{} priority {priority}", name(to)))
}

/// The chief gives it to somebody and leaves its urgency as it is: one of several files.
pub(crate) fn give(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, number: ConcernNumber, to: AccountId) -> Result<()> {
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::LeadFile(&facts))?;
    if concern.assignee_id == Some(to) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    assign(tx, actor, r, number, Some(to), concern.priority)
}

/// The chief says whether it comes first and leaves it in whose hands it is: one of several files.
pub(crate) fn prioritise(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    first: bool,
) -> Result<()> {
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::LeadFile(&facts))?;
    if concern.priority == first {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    assign(tx, actor, r, number, concern.assignee_id, first)
}

/// Changes the category with a trace (P7). Fewer people may read it afterwards, never more; what only a desk or oversight reads from
/// here on is sealed to them, with the actor's `key` where it was sealed before.
pub(crate) fn recategorise(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    to: CategoryId,
    key: Option<&Opened>,
) -> Result<()> {
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::WorkFile(&facts))?;
    let category = r.category(to).ok_or(Error::NotFound)?;
    if to == concern.category_id {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let audience = narrowed(concern.audience, category);
    let moderation = if audience == Audience::Public { concern.moderation } else { Moderation::NotNeeded };
    let due_at = clock::change_kind(tx, r, &concern, category)?;
    // What becomes sealed goes to the desk of its kind.
    let unit = match audience {
        Audience::Sealed => r.sealed_home(to, concern.unit_id).unwrap_or(concern.unit_id),
        Audience::Public | Audience::Private | Audience::Oversight => concern.unit_id,
    };
    // Whoever held it holds it no more once it is another's to read.
    let leaves = unit != concern.unit_id || (audience != concern.audience && !audience.is_open());
    diesel::update(concerns::table.find(concern.id))
        .set((
            concerns::category_id.eq(to),
            concerns::audience.eq(audience),
            concerns::moderation.eq(moderation),
            concerns::due_at.eq(due_at),
            concerns::unit_id.eq(unit),
            concerns::assignee_id.eq(concern.assignee_id.filter(|_| !leaves)),
        ))
        .execute(tx.conn)?;
    let function = actor.function_in(concern.unit_id);
    let event = NewEvent::new(EventKind::Category, function, Readers::Public)
        .of(concern.unit_id.raw())
        .changing(concern.category_id, to);
    insert_event(tx, actor, concern.id, &event)?;
    if unit != concern.unit_id {
        let event = NewEvent::new(EventKind::Unit, function, Readers::Reporter)
            .of(concern.unit_id.raw())
            .changing(concern.unit_id, unit);
        insert_event(tx, actor, concern.id, &event)?;
    }
    if concern.audience == Audience::Public && audience != Audience::Public {
        // What is not for everybody any more is not argued about before moderators.
        moderation::appeals::overtake(tx, moderation::Target::concern(concern.id))?;
    }
    if leaves {
        withdraw(tx, actor, r, &concern, function)?;
    }
    if !audience.is_open() && !sealing::seal_whole(tx, r, concern.id, Part::File)? {
        sealing::pass_on(tx, r, concern.id, key)?;
    }
    ledger::record(tx, actor, "concern.category", object(number), &format!("{} {audience}", category.slug))
}

/// Takes a concern back from the service it stands with: what became sealed is nobody else's to read.
fn withdraw(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, concern: &Concern, function: Function) -> Result<()> {
    diesel::update(referrals::table.filter(referrals::concern_id.eq(concern.id)))
        .filter(referrals::state.ne(ReferralState::Refused))
        .set(referrals::state.eq(ReferralState::Withdrawn))
        .execute(tx.conn)?;
    if concern.state == State::Referred {
        set_state(tx, actor, concern, State::InProgress, function)?;
        clock::restart(tx, r, concern)?;
    }
    Ok(())
}

/// Gives the concern to another unit, with a trace (P7). Whoever held it holds it no more.
pub(crate) fn reroute(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    to: UnitId,
    why: &str,
) -> Result<()> {
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::LeadFile(&facts))?;
    if concern.audience == Audience::Sealed {
        // The desk of its kind is the only place for it.
        return Err(Error::Forbidden);
    }
    let unit = r.unit(to).filter(|u| u.active).ok_or(Error::NotFound)?;
    if to == concern.unit_id {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    diesel::update(concerns::table.find(concern.id))
        .set((concerns::unit_id.eq(to), concerns::assignee_id.eq(None::<AccountId>)))
        .execute(tx.conn)?;
    let event = NewEvent::new(EventKind::Unit, actor.function_in(concern.unit_id), Readers::Public)
        .of(concern.unit_id.raw())
        .saying(why)
        .changing(concern.unit_id, to);
    insert_event(tx, actor, concern.id, &event)?;
    ledger::record(tx, actor, "concern.unit", object(number), &unit.slug)
}

/// Asks a service to take it (P6). The unit keeps owning it until the service has accepted and done its part. `key` is what gives
/// the service the words of a sealed one.
pub(crate) fn refer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    to: PartnerId,
    (note, key): (&str, Option<&Opened>),
) -> Result<()> {
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::WorkFile(&facts))?;
    if concern.audience == Audience::Oversight {
        // No service reads what was said of police conduct.
        return Err(Error::Forbidden);
    }
    // What is sealed goes only to services that may be given it.
    let partner = r.services_for(concern.audience).find(|p| p.id == to).ok_or(Error::NotFound)?;
    match concern.state {
        State::Resolved | State::ClosedUnresolved => return Err(Error::Refused(Refusal::ConcernClosed)),
        State::Referred => return Err(Error::Refused(Refusal::ReferralPending)),
        State::Received | State::InProgress => {}
    }
    let sealed = sealing::close(tx, concern.id, Part::File, note)?;
    diesel::insert_into(referrals::table)
        .values((
            referrals::id.eq(tx.id::<crate::base::Referral>()),
            referrals::concern_id.eq(concern.id),
            referrals::partner_id.eq(to),
            referrals::state.eq(ReferralState::Pending),
            referrals::note.eq(sealed),
            referrals::asked_at.eq(tx.now),
            referrals::asked_by.eq(actor.account()),
            referrals::answer.eq(""),
        ))
        .execute(tx.conn)?;
    let function = actor.function_in(concern.unit_id);
    let event =
        NewEvent::new(EventKind::Referred, function, Readers::Public).of(concern.unit_id.raw()).changing("", to);
    insert_event(tx, actor, concern.id, &event)?;
    let note_event = NewEvent::new(EventKind::Note, function, Readers::Internal).of(concern.unit_id.raw()).saying(note);
    insert_event(tx, actor, concern.id, &note_event)?;
    set_state(tx, actor, &concern, State::Referred, function)?;
    sealing::pass_on(tx, r, concern.id, key)?;
    clock::stop(tx, r, &concern)?;
    diesel::update(concerns::table.find(concern.id))
        .set((
            concerns::last_act_at.eq(tx.now),
            concerns::owed.eq(false),
            concerns::first_answer_at.eq(concern.first_answer_at.unwrap_or(tx.now)),
        ))
        .execute(tx.conn)?;
    ledger::record(tx, actor, "concern.refer", object(number), &partner.slug)
}

/// The service accepts, or gives it back with a sentence.
pub(crate) fn answer_referral(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    id: ReferralId,
    accepted: bool,
    sentence: &str,
) -> Result<()> {
    let referral = store::referral(tx.conn, id)?;
    permit(actor, &Deed::AnswerReferral(referral.partner_id))?;
    let concern = store::get(tx.conn, referral.concern_id)?;
    referral.readable(r, concern.audience)?;
    settle_referral(tx, actor, r, (&referral, &concern), accepted, (sentence, ""))
}

/// What a service without a login answered on the printed sheet, entered by the unit that asked. A service that can sign in
/// answers for itself.
pub(crate) fn answer_on_paper(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    (number, id): (ConcernNumber, ReferralId),
    accepted: bool,
    sentence: &str,
) -> Result<()> {
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::WorkFile(&facts))?;
    let referral = store::referral(tx.conn, id)?;
    if referral.concern_id != concern.id {
        return Err(Error::NotFound);
    }
    if crate::accounts::anybody_at(tx.conn, Role::Partner, Scope::Partner(referral.partner_id))? {
        return Err(Error::Forbidden);
    }
    settle_referral(tx, actor, r, (&referral, &concern), accepted, (sentence, ON_PAPER))
}

/// How a timeline marks what was answered on paper.
pub(super) const ON_PAPER: &str = "paper";

fn settle_referral(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    (referral, concern): (&Referral, &Concern),
    accepted: bool,
    (sentence, how): (&str, &str),
) -> Result<()> {
    if !concern.state.is_open() {
        return Err(Error::Refused(Refusal::ConcernClosed));
    }
    let state = if accepted { ReferralState::Accepted } else { ReferralState::Refused };
    let answer = sealing::close(tx, concern.id, Part::File, sentence)?;
    let answered =
        diesel::update(referrals::table.find(referral.id).filter(referrals::state.eq(ReferralState::Pending)))
            .set((referrals::state.eq(state), referrals::answered_at.eq(tx.now), referrals::answer.eq(answer)))
            .execute(tx.conn)?;
    if answered == 0 {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let kind = if accepted { EventKind::ReferralAccepted } else { EventKind::ReferralRefused };
    let event = NewEvent::new(kind, Function::Partner, Readers::Public)
        .of(referral.partner_id.raw())
        .saying(sentence)
        .changing(how, "");
    insert_event(tx, actor, concern.id, &event)?;
    if !accepted && concern.state == State::Referred {
        set_state(tx, actor, concern, State::InProgress, Function::Partner)?;
        clock::restart(tx, r, concern)?;
    }
    ledger::record(tx, actor, "referral.answer", object(concern.number()), format!("{state} {how}").trim())
}

/// What a moderator decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Everybody may read it.
    Publish,
    /// Not published, for a reason the reporter reads.
    Refuse(String),
    /// No longer public, for a reason.
    Hide(String),
    /// Public again.
    Restore,
}

/// A moderator decides (D6, D11).
pub(crate) fn moderate(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    number: ConcernNumber,
    verdict: &Verdict,
) -> Result<()> {
    let (concern, facts) = load(tx, actor, r, number)?;
    permit(actor, &Deed::ModerateConcern(&facts))?;
    let committee = decides_as(actor, &facts);
    turn(tx, actor, &concern, verdict, (committee, committee), None)
}

/// The committee in whose name a moderator decides on a concern.
pub(super) fn decides_as(actor: &Actor, facts: &ConcernFacts) -> Option<CommitteeId> {
    facts.committees.iter().copied().find(|c| actor.committees().contains(c))
}

/// Shows a concern or takes it away, for a committee; a second one signs for it in the public log, where somebody else answered an
/// appeal, which had waited since then. Who permits it is the caller's.
pub(super) fn turn(
    tx: &mut Tx<'_>,
    actor: &Actor,
    concern: &Concern,
    verdict: &Verdict,
    (committee, signs): (Option<CommitteeId>, Option<CommitteeId>),
    since: Option<Time>,
) -> Result<()> {
    let (from, to, reason): (&[Moderation], Moderation, &str) = match verdict {
        Verdict::Publish => (&[Moderation::Waiting, Moderation::Refused], Moderation::Published, ""),
        Verdict::Refuse(why) => (&[Moderation::Waiting], Moderation::Refused, why),
        Verdict::Hide(why) => (&[Moderation::Published], Moderation::Hidden, why),
        Verdict::Restore => (&[Moderation::Hidden], Moderation::Published, ""),
    };
    if !from.contains(&concern.moderation) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    if to == Moderation::Published && super::media::is_unwritten(tx.conn, concern.id)? {
        return Err(Error::Refused(Refusal::NotWritten));
    }
    diesel::update(concerns::table.find(concern.id))
        .set((concerns::moderation.eq(to), concerns::moderation_reason.eq(reason)))
        .execute(tx.conn)?;
    let target = moderation::Target::concern(concern.id);
    if to == Moderation::Published {
        diesel::update(concerns::table.find(concern.id)).set(concerns::published_at.eq(tx.now)).execute(tx.conn)?;
        moderation::appeals::overtake(tx, target)?;
    }
    let event = NewEvent {
        scope_id: signs.map(|c| c.raw()),
        ..NewEvent::new(EventKind::Moderation, Function::Moderator, Readers::Reporter)
            .saying(reason)
            .changing(concern.moderation, to)
    };
    insert_event(tx, actor, concern.id, &event)?;
    let action = match verdict {
        Verdict::Publish => ActKind::Publish,
        Verdict::Refuse(_) => ActKind::Refuse,
        Verdict::Hide(_) => ActKind::Hide,
        Verdict::Restore => ActKind::Restore,
    };
    let flagged = match verdict {
        Verdict::Hide(_) => flags::settle(tx, actor, target, FlagState::Upheld)?,
        _ => None,
    };
    moderation::note(tx, signs, action, "concern", reason)?;
    if let Some(committee) = committee {
        let since = since.or(flagged).or((concern.moderation == Moderation::Waiting).then_some(concern.filed_at));
        moderation::decisions::record(tx, actor, target, committee, action, reason, since)?;
    }
    ledger::record(tx, actor, "concern.moderate", object(concern.number()), &format!("{} {to}", concern.moderation))
}

/// The reporter writes, with the code only (R11): the unit owes a word again.
pub(crate) fn reply(tx: &mut Tx<'_>, actor: &Actor, r: &Reference, id: ConcernId, body: &str) -> Result<()> {
    let concern = store::get(tx.conn, id)?;
    let event = NewEvent::new(EventKind::Reply, Function::Resident, Readers::Reporter).saying(body);
    insert_event(tx, actor, id, &event)?;
    if concern.state.is_open() && !concern.owed {
        clock::ask_again(tx, r, &concern)?;
    }
    merging::actions::forward(tx, actor, r, &concern)?;
    ledger::record(tx, &Actor::Visitor, "concern.reply", object(concern.number()), "")
}

/// The reporter says whether it is fixed (R20, N4), within thirty days, and may correct it once within them; « not fixed » reopens
/// and the chief is told. No unit comes here: the concern is the one a code opened.
pub(crate) fn say_outcome(
    tx: &mut Tx<'_>,
    actor: &Actor,
    r: &Reference,
    id: ConcernId,
    outcome: Outcome,
    words: &str,
) -> Result<()> {
    let concern = store::get(tx.conn, id)?;
    if concern.state.is_open() {
        return Err(Error::Refused(Refusal::ConcernOpen));
    }
    if !concern.outcome_open(tx.now) {
        return Err(Error::Refused(Refusal::OutcomeTooLate));
    }
    if merging::live(tx.conn, id)?.is_some() {
        return Err(Error::Refused(Refusal::Merged));
    }
    let events = store::events(tx.conn, id)?;
    if !concern.outcome_askable(&events, tx.now) || concern.outcome == Some(outcome) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    diesel::update(concerns::table.find(id))
        .set((concerns::outcome.eq(outcome), concerns::outcome_at.eq(tx.now)))
        .execute(tx.conn)?;
    let event = NewEvent::new(EventKind::Outcome, Function::Resident, Readers::Public)
        .changing(concern.outcome.map_or("", Outcome::as_str), outcome);
    insert_event(tx, actor, id, &event)?;
    if !words.is_empty() {
        let event = NewEvent::new(EventKind::Reply, Function::Resident, Readers::Reporter).saying(words);
        insert_event(tx, actor, id, &event)?;
    }
    notices::tell(tx, id, outcome)?;
    if outcome == Outcome::NotFixed {
        set_state(tx, actor, &concern, State::InProgress, Function::Resident)?;
        diesel::update(concerns::table.find(id))
            .set((
                concerns::reopened.eq(true),
                concerns::priority.eq(true),
                concerns::closed_at.eq(None::<Time>),
                concerns::reason.eq(None::<super::model::Reason>),
            ))
            .execute(tx.conn)?;
        clock::restart(tx, r, &concern)?;
    }
    ledger::record(tx, &Actor::Visitor, "concern.outcome", object(concern.number()), outcome.as_str())
}

/// A patrol went to the place (T5): the date, never the hour or the way (T7). `at` is when.
pub(crate) fn note_patrol(tx: &mut Tx<'_>, actor: &Actor, id: ConcernId, unit: UnitId, at: Time) -> Result<()> {
    let concern = store::get(tx.conn, id)?;
    // A patrol's log is read by the whole unit: what is sealed is not in it.
    if concern.unit_id != unit || !concern.audience.is_open() {
        return Err(Error::NotFound);
    }
    let event = NewEvent::new(EventKind::Patrol, actor.function_in(unit), Readers::Public)
        .of(unit.raw())
        .changing("", at.day());
    insert_event(tx, actor, id, &event)?;
    diesel::update(concerns::table.find(id)).set(concerns::last_act_at.eq(tx.now)).execute(tx.conn)?;
    Ok(())
}

/// A committee put it on an agenda (M4). Only what everybody may read is discussed in public.
pub(crate) fn note_discussed(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ConcernId,
    committee: crate::base::CommitteeId,
    meeting: crate::base::MeetingId,
    on: Time,
) -> Result<()> {
    let concern = store::get(tx.conn, id)?;
    if !concern.is_public() {
        return Err(Error::NotFound);
    }
    let event = NewEvent::new(EventKind::Discussed, Function::Moderator, Readers::Public)
        .of(committee.raw())
        .changing(meeting, on.day());
    insert_event(tx, actor, id, &event)
}
