//! The words of the matrix: who asks, how far they may, what about, and each deed with the facts that matter to it.

use crate::base::named;

named! {
    /// A column: a role held alone, or none.
    pub enum Who {
        /// Without an account.
        Visitor = "visitor",
        /// With an account and no role.
        Resident = "resident",
        /// See [`crate::base::Role`], as all that follow.
        Relay = "relay",
        /// At the role's own unit, as all police.
        Officer = "officer",
        /// The unit's.
        Chief = "chief",
        /// Of the committee.
        Moderator = "moderator",
        /// Of the committee.
        Chair = "chair",
        /// Of the service.
        Partner = "partner",
        /// Of the district.
        Overseer = "overseer",
        /// Of the instance.
        Admin = "admin",
    }
}

named! {
    /// How far somebody may.
    pub enum Reach {
        /// Wherever it is.
        Everywhere = "everywhere",
        /// At their own place only.
        Own = "own",
        /// They may know of it and not do it.
        Never = "no",
        /// They may not know that it is there.
        Unknown = "unknown",
    }
}

named! {
    /// What deeds are about.
    pub enum Part {
        /// What residents tell.
        Concerns = "concerns",
        /// What is sealed.
        Sealed = "sealed",
        /// Publishing, hiding, appeals.
        Moderation = "moderation",
        /// Meetings, commitments, rumours, discussion.
        Forums = "forums",
        /// Patrols and the unit.
        Unit = "unit",
        /// The instance.
        Instance = "instance",
    }
}

named! {
    /// A line: a deed with the facts that matter to it.
    pub enum Line {
        /// A file of the unit, public or private.
        ReadFile = "read-file",
        /// Answer, ask, change its state.
        WorkFile = "work-file",
        /// Assign it, give it to another unit.
        LeadFile = "lead-file",
        /// Follow two files in one.
        MergeFiles = "merge-files",
        /// Read what was referred to a service.
        ReadReferred = "read-referred",
        /// Accept or refuse it.
        AnswerReferral = "answer-referral",
        /// File for somebody else in their quartier.
        FileAsRelay = "file-as-relay",
        /// File for somebody who came to the desk.
        FileAtDesk = "file-at-desk",
        /// Write with the code, say whether it is fixed.
        SpeakAsReporter = "speak-as-reporter",
        /// Open without a code what one filed with an account.
        OpenOwn = "open-own",
        /// Read a sealed kind, at its own desk.
        ReadSealed = "read-sealed",
        /// Read it, as the unit of the place.
        ReadSealedHere = "read-sealed-here",
        /// Read a complaint about the unit.
        ReadConduct = "read-conduct",
        /// Read what was told of a threat.
        AnswerThreat = "answer-threat",
        /// Ask to open an identity.
        AskIdentity = "ask-identity",
        /// Grant or refuse it.
        KeepIdentities = "keep-identities",
        /// Read what was blacked out.
        OpenOriginal = "open-original",
        /// Publish, refuse or hide a concern.
        ModerateConcern = "moderate-concern",
        /// Appeal against what was decided on one's own message.
        AppealPost = "appeal-post",
        /// Answer an appeal, of one's own committee.
        AnswerAppeal = "answer-appeal",
        /// Of a committee that has no other moderator.
        AnswerAppealPeers = "answer-appeal-peers",
        /// Of the only moderator there is.
        AnswerAppealOversight = "answer-appeal-oversight",
        /// Meetings, agenda, attendance, minutes, threads.
        RunCommittee = "run-committee",
        /// Look into a committee's papers.
        SeeCommittee = "see-committee",
        /// Approve minutes.
        ChairCommittee = "chair-committee",
        /// Say how far a unit's commitment is.
        AnswerPromiseUnit = "answer-promise-unit",
        /// Sign for the unit.
        SignPromiseUnit = "sign-promise-unit",
        /// Sign for a service.
        SignPromisePartner = "sign-promise-partner",
        /// Sign for the committee.
        SignPromiseCommittee = "sign-promise-committee",
        /// Sign for a service nobody signs in for.
        SignPromiseSilent = "sign-promise-silent",
        /// Ask whether a rumour is true.
        AskRumour = "ask-rumour",
        /// Answer it for the committee.
        RumourCommittee = "rumour-committee",
        /// Answer it for the unit.
        RumourPolice = "rumour-police",
        /// Write in a discussion.
        Post = "post",
        /// Change one's own message.
        EditPost = "edit-post",
        /// Log a patrol.
        LogPatrol = "log-patrol",
        /// Plan one.
        PlanPatrol = "plan-patrol",
        /// Say that one was seen.
        ConfirmPatrol = "confirm-patrol",
        /// Codes on walls.
        KeepWall = "keep-wall",
        /// What the unit puts first.
        SetPriorities = "set-priorities",
        /// The unit's bilan.
        ReadBilan = "read-bilan",
        /// Let an officer go after a handover.
        LeadPeople = "lead-people",
        /// Reference data, accounts, settings.
        Administer = "administer",
        /// Decide on a role over the whole district that somebody else asked for, for a third.
        DecideGrant = "decide-grant",
        /// Decide on the one they asked for themselves.
        DecideOwnGrant = "decide-own-grant",
        /// Decide on the one they would hold.
        DecideGrantToSelf = "decide-grant-to-self",
    }
}

impl Line {
    /// What it is about.
    pub const fn part(self) -> Part {
        match self {
            Line::ReadFile | Line::WorkFile | Line::LeadFile | Line::MergeFiles | Line::ReadReferred => Part::Concerns,
            Line::AnswerReferral | Line::FileAsRelay | Line::FileAtDesk => Part::Concerns,
            Line::SpeakAsReporter | Line::OpenOwn => Part::Concerns,
            Line::ReadSealed | Line::ReadSealedHere | Line::ReadConduct | Line::AnswerThreat => Part::Sealed,
            Line::AskIdentity | Line::KeepIdentities | Line::OpenOriginal => Part::Sealed,
            Line::ModerateConcern | Line::AppealPost | Line::AnswerAppeal => Part::Moderation,
            Line::AnswerAppealPeers | Line::AnswerAppealOversight => Part::Moderation,
            Line::RunCommittee | Line::SeeCommittee | Line::ChairCommittee => Part::Forums,
            Line::AnswerPromiseUnit | Line::SignPromiseUnit | Line::SignPromisePartner => Part::Forums,
            Line::SignPromiseCommittee | Line::SignPromiseSilent => Part::Forums,
            Line::AskRumour | Line::RumourCommittee | Line::RumourPolice | Line::Post | Line::EditPost => Part::Forums,
            Line::LogPatrol | Line::PlanPatrol | Line::ConfirmPatrol | Line::KeepWall => Part::Unit,
            Line::SetPriorities | Line::ReadBilan | Line::LeadPeople => Part::Unit,
            Line::Administer | Line::DecideGrant | Line::DecideOwnGrant | Line::DecideGrantToSelf => Part::Instance,
        }
    }
}
