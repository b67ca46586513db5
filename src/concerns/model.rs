//! A concern's life, as rules without a database: received → in progress ⇄ referred → resolved | closed unresolved, and
//! reopened. What is said of it and who may read that.

use diesel::prelude::*;

use crate::areas::{Category, Reference};
use crate::base::{
    AccountId, AreaId, CategoryId, ConcernId, ConcernNumber, DAY, Function, Lang, PartnerId, QuestionId, ReferralId,
    Time, UnitId, fold, named,
};
use crate::db::schema::{concern_events, concerns, referrals};
use crate::error::{Error, Refusal, Result};
use crate::policy::{Audience, ConcernFacts};
use crate::seal::Veiled;

named! {
    /// Where a concern stands (P3).
    pub enum State {
        /// Nobody has acted on it.
        Received = "received",
        /// The unit works on it.
        InProgress = "in_progress",
        /// A partner service was asked.
        Referred = "referred",
        /// The unit says that it is settled; the reporter may say otherwise.
        Resolved = "resolved",
        /// Closed without being settled, with a reason.
        ClosedUnresolved = "closed_unresolved",
    }
}

impl State {
    /// True while somebody still owes work.
    pub const fn is_open(self) -> bool {
        matches!(self, State::Received | State::InProgress | State::Referred)
    }

    /// The open states.
    pub const OPEN: [State; 3] = [State::Received, State::InProgress, State::Referred];
}

named! {
    /// Whether the public may read a concern whose audience is public.
    pub enum Moderation {
        /// It never will be public.
        NotNeeded = "not-needed",
        /// A moderator has not looked yet.
        Waiting = "waiting",
        /// Everybody may read it.
        Published = "published",
        /// A moderator refused, with a reason.
        Refused = "refused",
        /// It was public and was hidden, with a reason.
        Hidden = "hidden",
    }
}

named! {
    /// Why a concern is closed without being settled (P3, N2). Totals by reason are public.
    pub enum Reason {
        /// No fuel, vehicle or staff.
        NoMeans = "no_means",
        /// Another body's competence.
        OtherBody = "other_body",
        /// Nothing was found at the place.
        NotFound = "not_found",
        /// No evidence.
        NoEvidence = "no_evidence",
        /// The same as another one.
        Duplicate = "duplicate",
        /// The reporter withdrew it.
        Withdrawn = "withdrawn",
        /// Not a matter for police.
        NotPolice = "not_a_police_matter",
    }
}

named! {
    /// What the reporter says of the result (R20); nothing said is silence, a third thing (O2).
    pub enum Outcome {
        /// Fixed.
        Confirmed = "confirmed",
        /// Partly fixed.
        Partly = "partly",
        /// Not fixed: reopens.
        NotFixed = "not_fixed",
    }
}

named! {
    /// By which way a concern came.
    pub enum Channel {
        /// The web.
        Web = "web",
        /// The web, with a slip.
        Slip = "slip",
        /// A relay, for somebody else.
        Relay = "relay",
        /// The desk of a unit, for a walk-in.
        Desk = "desk",
        /// Sample or generated data.
        Sample = "sample",
    }
}

impl Channel {
    /// In which function the filing stands on the timeline.
    pub(crate) const fn function(self) -> Function {
        match self {
            Channel::Web | Channel::Slip | Channel::Sample => Function::Resident,
            Channel::Relay => Function::Relay,
            Channel::Desk => Function::Officer,
        }
    }
}

named! {
    /// What happened to a concern.
    pub enum EventKind {
        /// It was filed.
        Filed = "filed",
        /// The unit answered.
        Answer = "answer",
        /// The unit asked the reporter.
        Ask = "ask",
        /// The reporter wrote.
        Reply = "reply",
        /// The unit wrote for itself.
        Note = "note",
        /// The state changed.
        State = "state",
        /// Somebody was given it.
        Assigned = "assigned",
        /// Its urgency changed.
        Priority = "priority",
        /// Its category changed.
        Category = "category",
        /// Its unit changed.
        Unit = "unit",
        /// A service was asked.
        Referred = "referred",
        /// The service took it.
        ReferralAccepted = "referral_accepted",
        /// The service gave it back.
        ReferralRefused = "referral_refused",
        /// The reporter said whether it is fixed.
        Outcome = "outcome",
        /// A patrol went there: the date only (T5, T7).
        Patrol = "patrol",
        /// A meeting has it on its agenda (M4).
        Discussed = "discussed",
        /// A moderator published, refused, hid or restored it.
        Moderation = "moderation",
        /// It is followed in another one, or another one in it: what it became says which.
        Merged = "merged",
        /// A step of custody of the reporter's identity: what it became says which.
        Custody = "custody",
        /// The unit wrote down a voice note.
        Transcribed = "transcribed",
        /// The reporter's words were corrected or taken out: what it became says which.
        Rights = "rights",
        /// The word owed is late, or nearly: what it became says who was told.
        Escalated = "escalated",
        /// The unit said what holds it up: what it became says which.
        Delayed = "delayed",
        /// Somebody else answers the reporter from now on.
        HandedOver = "handed_over",
    }
}

named! {
    /// Who may read an event.
    pub enum Readers {
        /// Whoever may read the concern.
        Public = "public",
        /// The unit and the reporter.
        Reporter = "reporter",
        /// The unit (P8).
        Internal = "internal",
    }
}

named! {
    /// Where a referral stands (P6).
    pub enum ReferralState {
        /// The service has not answered.
        Pending = "pending",
        /// The service took it.
        Accepted = "accepted",
        /// The service gave it back.
        Refused = "refused",
        /// It became sealed meanwhile: the service knows of it no more.
        Withdrawn = "withdrawn",
    }
}

/// Days the reporter has to say whether it is fixed (R20).
pub const OUTCOME_DAYS: i64 = 30;

/// A concern.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = concerns)]
pub struct Concern {
    /// Its id.
    pub id: ConcernId,
    /// Year of its number.
    pub year: i32,
    /// Serial of its number.
    pub serial: i32,
    /// What kind.
    pub category_id: CategoryId,
    /// Its quartier.
    pub area_id: AreaId,
    /// The quartier's commune.
    pub commune_id: AreaId,
    /// Who owns it; for conduct of police, the unit complained of.
    pub unit_id: UnitId,
    /// Whose hands it is in.
    pub assignee_id: Option<AccountId>,
    /// The language it was written in, and is answered in.
    pub lang: Lang,
    /// Where exactly, in the reporter's words.
    pub landmark: Veiled,
    /// What, in the reporter's words.
    pub words: Veiled,
    /// Who may read it.
    pub audience: Audience,
    /// Whether the public may yet.
    pub moderation: Moderation,
    /// The moderator's reason for refusing or hiding.
    pub moderation_reason: String,
    /// Where it stands.
    pub state: State,
    /// True once it was closed and opened again.
    pub reopened: bool,
    /// True when the chief wants it first.
    pub priority: bool,
    /// True while the unit waits for the reporter's answer.
    pub waiting: bool,
    /// True while the unit owes the reporter a word; then the clock runs towards `due_at`.
    pub owed: bool,
    /// Why it was closed unresolved.
    pub reason: Option<Reason>,
    /// When it was filed.
    pub filed_at: Time,
    /// When the word is owed.
    pub due_at: Time,
    /// The first meaningful answer.
    pub first_answer_at: Option<Time>,
    /// The unit's last act that the reporter can see.
    pub last_act_at: Option<Time>,
    /// When it was closed.
    pub closed_at: Option<Time>,
    /// What the reporter says.
    pub outcome: Option<Outcome>,
    /// « Moi aussi ».
    pub supports: i64,
}

impl Concern {
    /// Its published number.
    pub const fn number(&self) -> ConcernNumber {
        ConcernNumber { year: self.year, serial: self.serial }
    }

    /// True when everybody may read it now.
    pub fn is_public(&self) -> bool {
        self.audience == Audience::Public && self.moderation == Moderation::Published
    }

    /// The facts the policy decides by.
    pub fn facts(&self, r: &Reference, referred_to: Option<PartnerId>) -> ConcernFacts {
        ConcernFacts {
            unit: self.unit_id,
            audience: self.audience,
            sealed_to: r.sealed_to(self.unit_id),
            committees: r.moderators_of(self.area_id),
            // A service that may not be given what is sealed never reads it, whatever was referred before.
            referred_to: referred_to.filter(|id| r.may_be_given(*id, self.audience)),
        }
    }

    /// True when the reporter may say whether it is fixed, or, having said it, correct it once. What was corrected the timeline
    /// tells: an outcome that was another before.
    pub fn outcome_askable(&self, events: &[Event], now: Time) -> bool {
        let corrected = || {
            let since = |e: &&Event| self.closed_at.is_some_and(|at| e.at >= at);
            events.iter().filter(since).any(|e| e.kind == EventKind::Outcome && !e.was.is_empty())
        };
        self.outcome_open(now) && (self.outcome.is_none() || !corrected())
    }

    /// What is known of the result of a closed concern (O2).
    pub fn standing(&self, now: Time) -> Option<Standing> {
        match self.outcome {
            _ if self.state.is_open() => None,
            Some(Outcome::Confirmed) => Some(Standing::Confirmed),
            Some(Outcome::Partly) => Some(Standing::Partly),
            Some(Outcome::NotFixed) => Some(Standing::NotFixed),
            None if self.outcome_open(now) => Some(Standing::Claimed),
            None => Some(Standing::Silent),
        }
    }

    /// True while the reporter may say whether it is fixed.
    pub fn outcome_open(&self, now: Time) -> bool {
        self.closed_at.is_some_and(|at| !self.state.is_open() && now.since(at) <= OUTCOME_DAYS * DAY)
    }
}

/// What is known of a result (O2): the unit's claim, the reporter's word, or the reporter's silence are three things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The unit says so, the reporter may still say.
    Claimed,
    /// The reporter says so too.
    Confirmed,
    /// The reporter says: in part.
    Partly,
    /// The reporter says no.
    NotFixed,
    /// The reporter said nothing in thirty days.
    Silent,
}

/// One change, never overwritten.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = concern_events)]
pub struct Event {
    /// When.
    pub at: Time,
    /// What.
    pub kind: EventKind,
    /// In which function its author acted.
    pub function: Function,
    /// The unit, committee or service the author acted for.
    pub scope_id: Option<i64>,
    /// Who may read it.
    pub audience: Readers,
    /// The words, where there are some.
    pub body: Veiled,
    /// What it was before, as a stored word or id.
    pub was: String,
    /// What it became.
    pub became: String,
}

/// A referral to a service.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = referrals)]
pub struct Referral {
    /// Its id.
    pub id: ReferralId,
    /// What was referred.
    pub concern_id: ConcernId,
    /// To whom.
    pub partner_id: PartnerId,
    /// Where it stands.
    pub state: ReferralState,
    /// What the unit wrote.
    pub note: Veiled,
    /// When.
    pub asked_at: Time,
    /// When the service answered.
    pub answered_at: Option<Time>,
    /// What the service wrote.
    pub answer: Veiled,
}

impl Referral {
    /// Refuses a service what it may not know of: what was withdrawn, what became oversight's, what is sealed and not for it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn readable(&self, r: &Reference, audience: Audience) -> Result<()> {
        let given = r.may_be_given(self.partner_id, audience);
        if given && self.state != ReferralState::Withdrawn { Ok(()) } else { Err(Error::NotFound) }
    }
}

/// One answer to a question of the kind (R5), with what it says in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAnswer {
    /// The question.
    pub question: QuestionId,
    /// What was typed, or the chosen option's code.
    pub value: String,
    /// The same for readers of French.
    pub said_fr: String,
    /// The same for readers of Bambara.
    pub said_bm: String,
}

/// What a resident files, parsed and complete.
#[derive(Debug, Clone)]
pub struct NewConcern {
    /// What kind.
    pub category: CategoryId,
    /// The quartier.
    pub area: AreaId,
    /// Where exactly.
    pub landmark: String,
    /// What.
    pub words: String,
    /// The language it is written in.
    pub lang: Lang,
    /// True when the reporter wants fewer readers than the category's default.
    pub private: bool,
    /// How it came.
    pub channel: Channel,
    /// What was answered to the questions of its kind.
    pub answers: Vec<NewAnswer>,
}

impl NewConcern {
    /// Who may read it: the category decides, the reporter may narrow. Conduct of police goes to oversight whatever was said.
    pub fn audience(&self, category: &Category) -> Audience {
        match (category.conduct, category.audience) {
            (true, _) => Audience::Oversight,
            (false, Audience::Public) if self.private => Audience::Private,
            (false, audience) => audience,
        }
    }
}

/// The text that search reads; of a sealed concern the number alone. Never the landmark: the public searches too, and would learn by trying where the reporter lives.
pub fn search_text(number: ConcernNumber, words: &str) -> String {
    fold(&format!("{number} {words}"))
}

/// Who may read a concern after its category changed: never more people than before, and nobody the new category shuts out.
pub fn narrowed(before: Audience, category: &Category) -> Audience {
    let default = if category.conduct { Audience::Oversight } else { category.audience };
    match (before, default) {
        // What was said of police conduct never comes before the unit it was said of.
        (Audience::Oversight, _) | (_, Audience::Oversight) => Audience::Oversight,
        // What was told to a desk alone stays with it.
        (Audience::Sealed, _) | (_, Audience::Sealed) => Audience::Sealed,
        (Audience::Public, Audience::Public) => Audience::Public,
        _ => Audience::Private,
    }
}

/// What the unit does with a concern's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Begins to work on it.
    Start,
    /// Says that it is settled.
    Resolve,
    /// Closes it without that, for a reason.
    Close(Reason),
    /// Opens it again.
    Reopen,
}

impl Move {
    /// The state it leads to from another one.
    ///
    /// # Errors
    /// [`Refusal`] when it does not lead anywhere from there.
    pub fn from(self, state: State) -> Result<State> {
        let refuse = |refusal| Err(Error::Refused(refusal));
        match (self, state) {
            (Move::Start, State::Received) => Ok(State::InProgress),
            (Move::Start, State::InProgress | State::Referred) => refuse(Refusal::AlreadyDone),
            (Move::Reopen, State::Resolved | State::ClosedUnresolved) => Ok(State::InProgress),
            (Move::Reopen, _) => refuse(Refusal::ConcernOpen),
            (_, State::Resolved | State::ClosedUnresolved) => refuse(Refusal::ConcernClosed),
            (Move::Resolve, _) => Ok(State::Resolved),
            (Move::Close(_), _) => Ok(State::ClosedUnresolved),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn category(audience: Audience, conduct: bool) -> Category {
        Category {
            id: Id::new(1),
            slug: "x".into(),
            icon: "other".into(),
            name_fr: "X".into(),
            name_bm: "X".into(),
            hint_fr: String::new(),
            hint_bm: String::new(),
            audience,
            conduct,
            target_hours: 72,
            position: 1,
            active: true,
            counting: crate::areas::Counting::Clock,
        }
    }

    fn filed(private: bool) -> NewConcern {
        NewConcern {
            category: Id::new(1),
            area: Id::new(1),
            landmark: String::new(),
            words: String::new(),
            lang: Lang::Fr,
            private,
            channel: Channel::Web,
            answers: Vec::new(),
        }
    }

    #[test]
    fn a_reporter_narrows_and_never_widens() {
        assert_eq!(filed(false).audience(&category(Audience::Public, false)), Audience::Public);
        assert_eq!(filed(true).audience(&category(Audience::Public, false)), Audience::Private);
        assert_eq!(filed(false).audience(&category(Audience::Sealed, false)), Audience::Sealed);
        assert_eq!(filed(false).audience(&category(Audience::Public, true)), Audience::Oversight);
    }

    #[test]
    fn a_change_of_category_never_shows_a_concern_to_more_people() {
        let public = category(Audience::Public, false);
        assert_eq!(narrowed(Audience::Private, &public), Audience::Private);
        assert_eq!(narrowed(Audience::Sealed, &public), Audience::Sealed);
        assert_eq!(narrowed(Audience::Oversight, &public), Audience::Oversight);
        assert_eq!(narrowed(Audience::Public, &category(Audience::Public, true)), Audience::Oversight);
        assert_eq!(narrowed(Audience::Public, &category(Audience::Sealed, false)), Audience::Sealed);
    }

    #[test]
    fn what_is_closed_is_only_reopened() {
        for closed in [State::Resolved, State::ClosedUnresolved] {
            assert!(Move::Resolve.from(closed).is_err());
            assert!(Move::Close(Reason::NoMeans).from(closed).is_err());
            assert!(Move::Start.from(closed).is_err());
            assert_eq!(Move::Reopen.from(closed).ok(), Some(State::InProgress));
        }
        for open in State::OPEN {
            assert!(Move::Reopen.from(open).is_err());
            assert_eq!(Move::Resolve.from(open).ok(), Some(State::Resolved));
        }
    }
}
