//! The nouns ids point to, so that floors below a feature can name its things without importing it.

use super::Id;

macro_rules! nouns {
    ($($(#[$doc:meta])* $noun:ident as $alias:ident),+ $(,)?) => {
        $(
            $(#[$doc])*
            pub enum $noun {}
            #[doc = concat!("The id of a [`", stringify!($noun), "`].")]
            pub type $alias = Id<$noun>;
        )+
    };
}

nouns! {
    /// Somebody's account.
    Account as AccountId,
    /// A role held somewhere, for a time.
    Membership as MembershipId,
    /// A role that waits for a second person.
    Grant as GrantId,
    /// A key (WebAuthn) beside the code of the second step.
    Passkey as PasskeyId,
    /// A commune or a quartier.
    Area as AreaId,
    /// A police unit.
    Unit as UnitId,
    /// A neighbourhood committee.
    Committee as CommitteeId,
    /// A service concerns are referred to.
    Partner as PartnerId,
    /// A kind of concern.
    Category as CategoryId,
    /// A question asked of a kind of concern.
    Question as QuestionId,
    /// A rule of routing.
    Route as RouteId,
    /// A ready answer in both languages.
    Template as TemplateId,
    /// An emergency number.
    EmergencyNumber as EmergencyNumberId,
    /// What a resident told us.
    Concern as ConcernId,
    /// One change of a concern.
    Event as EventId,
    /// A concern followed in another one.
    Merge as MergeId,
    /// A list of the inbox that somebody keeps.
    DeskFilter as DeskFilterId,
    /// A concern handed to a service.
    Referral as ReferralId,
    /// A patrol.
    Patrol as PatrolId,
    /// One stop of a patrol.
    Stop as StopId,
    /// A patrol planned ahead.
    Plan as PlanId,
    /// One stop of a plan.
    PlannedStop as PlannedStopId,
    /// What two officers said differently of one patrol.
    PatrolConflict as PatrolConflictId,
    /// A code on a wall, to say that a patrol was seen.
    Wall as WallId,
    /// A phone's delivery of a patrol.
    PatrolDelivery as PatrolDeliveryId,
    /// A meeting of a committee.
    Meeting as MeetingId,
    /// A point of an agenda.
    AgendaItem as AgendaItemId,
    /// A place kept at a meeting.
    Registration as RegistrationId,
    /// One version of a meeting's minutes.
    Minutes as MinutesId,
    /// Something somebody promised a committee.
    Commitment as CommitmentId,
    /// A question for a meeting.
    MeetingQuestion as MeetingQuestionId,
    /// A correction of minutes.
    Correction as CorrectionId,
    /// A discussion.
    Thread as ThreadId,
    /// A message in a thread.
    Post as PostId,
    /// Something that is said in a quartier.
    Rumour as RumourId,
    /// « Is it true? », asked by a resident.
    RumourAsk as RumourAskId,
    /// Somebody who helps, outside the police.
    SupportService as SupportServiceId,
    /// « Were you threatened? », answered.
    Checkback as CheckbackId,
    /// A key pair that opens sealed things.
    Keyring as KeyringId,
    /// A key pair whose private half lies on three papers.
    RescueKey as RescueKeyId,
    /// Something sealed to its readers.
    Sealed as SealedId,
    /// A step of custody; an asking is known by its first step.
    CustodyStep as CustodyStepId,
    /// What a version of the privacy notice was agreed to with.
    Consent as ConsentId,
    /// A request about one's own data.
    RightsRequest as RightsRequestId,
    /// A photo or voice note of a concern.
    Medium as MediumId,
    /// Somebody's word that a post should not stand.
    Flag as FlagId,
    /// What a moderator decided on a post or a concern.
    ModerationDecision as ModerationDecisionId,
    /// The author's word against a decision.
    Appeal as AppealId,
    /// What was blacked out of a text or a photo.
    Redaction as RedactionId,
    /// Somebody held back in a committee's discussions.
    Restraint as RestraintId,
    /// A word that makes a text wait for a moderator.
    WatchWord as WatchWordId,
    /// Everything of somebody who left, given on.
    Handover as HandoverId,
    /// What a unit puts first.
    Priority as PriorityId,
    /// A public holiday.
    Holiday as HolidayId,
    /// A kind's recorded sound.
    CategorySound as CategorySoundId,
    /// The recorded sound of a sentence on a page.
    PromptSound as PromptSoundId,
}
