//! The policy, asked of everybody (A1): each deed × each role, at one's own place and elsewhere. Nothing is decided here: every cell
//! is what [`decide`] answers, so the printed table cannot say anything else than the program does.
//!
//! A deed is asked twice of each role: of what belongs to the role's own unit, committee, service, quartier or account, and of what
//! belongs to another one. `tests/it/authority.csv` holds the answers; a change of the policy changes that file, for people to read.

use super::{
    AppealFacts, AppealTo, Audience, Body, ConcernFacts, Decision, Deed, Holder, PromiseFacts, SealedTo, decide,
};
use crate::base::{AccountId, Actor, AreaId, CommitteeId, Held, Lang, PartnerId, Role, Scope, UnitId, named};

named! {
    /// A column: a role held alone, or none.
    pub enum Who {
        /// Without an account.
        Visitor = "visitor",
        /// With an account and no role.
        Resident = "resident",
        /// See [`Role`], as all that follow.
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
            Line::Administer => Part::Instance,
        }
    }
}

/// A place with one of each kind: everybody's own, or another.
struct Place {
    unit: UnitId,
    committee: CommitteeId,
    partner: PartnerId,
    area: AreaId,
    account: AccountId,
}

impl Place {
    const fn of(n: i64) -> Place {
        Place {
            unit: UnitId::new(n),
            committee: CommitteeId::new(n),
            partner: PartnerId::new(n),
            area: AreaId::new(n),
            account: AccountId::new(n),
        }
    }

    fn concern(&self, audience: Audience, sealed_to: SealedTo) -> ConcernFacts {
        let (unit, committees) = (self.unit, vec![self.committee]);
        ConcernFacts { unit, audience, sealed_to, committees, referred_to: None }
    }

    const fn promise(&self, owner: Body, silent: bool) -> PromiseFacts {
        PromiseFacts { owner, committee: self.committee, silent }
    }

    /// Decided by somebody else, of somebody else.
    const fn appeal(&self, to: AppealTo) -> AppealFacts {
        AppealFacts { committee: self.committee, decided_by: AccountId::new(77), author: None, to }
    }
}

/// Their place, in which they hold their role.
const OWN: i64 = 1;
/// Another one.
const OTHER: i64 = 2;

/// Somebody who holds one role at the own place.
fn actor(who: Who) -> Actor {
    let place = Place::of(OWN);
    let held = |role, scope| Some(Held { role, scope });
    let held = match who {
        Who::Visitor => return Actor::Visitor,
        Who::Resident => None,
        Who::Relay => held(Role::Relay, Scope::Area(place.area)),
        Who::Officer => held(Role::Officer, Scope::Unit(place.unit)),
        Who::Chief => held(Role::Chief, Scope::Unit(place.unit)),
        Who::Moderator => held(Role::Moderator, Scope::Committee(place.committee)),
        Who::Chair => held(Role::Chair, Scope::Committee(place.committee)),
        Who::Partner => held(Role::Partner, Scope::Partner(place.partner)),
        Who::Overseer => held(Role::Overseer, Scope::District),
        Who::Admin => held(Role::Admin, Scope::District),
    };
    Actor::Account { id: place.account, name: String::new(), lang: Lang::Fr, memberships: held.into_iter().collect() }
}

/// What the policy answers on a line, of what is at a place.
fn answer(actor: &Actor, line: Line, p: &Place) -> Decision {
    let private = p.concern(Audience::Private, SealedTo::Nobody);
    let referred = ConcernFacts { unit: UnitId::new(99), referred_to: Some(p.partner), ..private.clone() };
    let public = p.concern(Audience::Public, SealedTo::Nobody);
    let (desk, here) = (p.concern(Audience::Sealed, SealedTo::Desk), p.concern(Audience::Sealed, SealedTo::Nobody));
    let conduct = p.concern(Audience::Oversight, SealedTo::Nobody);
    let (own, peers, oversight) = (AppealTo::Committee, AppealTo::Peers, AppealTo::Oversight);
    let (own, peers, oversight) = (p.appeal(own), p.appeal(peers), p.appeal(oversight));
    let (unit, service) = (Body::Unit(p.unit), Body::Partner(p.partner));
    let committees = [p.committee];
    let deed = match line {
        Line::ReadFile => Deed::ReadFile(&private),
        Line::WorkFile => Deed::WorkFile(&private),
        Line::LeadFile => Deed::LeadFile(&private),
        Line::MergeFiles => Deed::MergeFiles(&private, &private),
        Line::ReadReferred => Deed::ReadFile(&referred),
        Line::AnswerReferral => Deed::AnswerReferral(p.partner),
        Line::FileAsRelay => Deed::FileAsRelay { area: p.area, commune: AreaId::new(98) },
        Line::FileAtDesk => Deed::FileAtDesk,
        Line::SpeakAsReporter => Deed::SpeakAsReporter(Holder::Reporter),
        Line::OpenOwn => Deed::OpenOwn(Some(p.account)),
        Line::ReadSealed => Deed::ReadFile(&desk),
        Line::ReadSealedHere => Deed::ReadFile(&here),
        Line::ReadConduct => Deed::ReadFile(&conduct),
        Line::AnswerThreat => Deed::AnswerThreat,
        Line::AskIdentity => Deed::AskIdentity(&private),
        Line::KeepIdentities => Deed::KeepIdentities,
        Line::OpenOriginal => Deed::OpenOriginal,
        Line::ModerateConcern => Deed::ModerateConcern(&public),
        Line::AppealPost => Deed::AppealPost(p.account),
        Line::AnswerAppeal => Deed::AnswerAppeal(&own),
        Line::AnswerAppealPeers => Deed::AnswerAppeal(&peers),
        Line::AnswerAppealOversight => Deed::AnswerAppeal(&oversight),
        Line::RunCommittee => Deed::RunCommittee(p.committee),
        Line::SeeCommittee => Deed::SeeCommittee(p.committee),
        Line::ChairCommittee => Deed::ChairCommittee(p.committee),
        Line::AnswerPromiseUnit => Deed::AnswerPromise(p.promise(unit, false)),
        Line::SignPromiseUnit => Deed::SignPromise(p.promise(unit, false)),
        Line::SignPromisePartner => Deed::SignPromise(p.promise(service, false)),
        Line::SignPromiseCommittee => Deed::SignPromise(p.promise(Body::Committee(p.committee), false)),
        Line::SignPromiseSilent => Deed::SignPromise(p.promise(Body::Partner(PartnerId::new(97)), true)),
        Line::AskRumour => Deed::AskRumour,
        Line::RumourCommittee => Deed::AnswerForCommittee(&committees),
        Line::RumourPolice => Deed::AnswerForPolice(Some(p.unit)),
        Line::Post => Deed::Post,
        Line::EditPost => Deed::EditPost(p.account),
        Line::LogPatrol => Deed::LogPatrol(p.unit),
        Line::PlanPatrol => Deed::PlanPatrol(p.unit),
        Line::ConfirmPatrol => Deed::ConfirmPatrol,
        Line::KeepWall => Deed::KeepWall(Some(p.unit)),
        Line::SetPriorities => Deed::SetPriorities(p.unit),
        Line::ReadBilan => Deed::ReadBilan(p.unit),
        Line::LeadPeople => Deed::LeadPeople(p.unit),
        Line::Administer => Deed::Administer,
    };
    decide(actor, &deed)
}

/// How far somebody may do what a line says.
pub fn reach(who: Who, line: Line) -> Reach {
    let actor = actor(who);
    let at = |n| answer(&actor, line, &Place::of(n));
    match (at(OWN), at(OTHER)) {
        (Decision::Yes, Decision::Yes) => Reach::Everywhere,
        (Decision::Yes, _) => Reach::Own,
        // Somebody who is never let in and hears of one is not kept from knowing.
        (Decision::No, _) | (_, Decision::No) => Reach::Never,
        (Decision::Hidden, _) => Reach::Unknown,
    }
}

/// The whole matrix, a line a deed, a column a role: what is checked in.
pub fn csv() -> String {
    let head: Vec<&str> = Who::ALL.iter().map(|who| who.as_str()).collect();
    let mut text = format!("part,deed,{}\n", head.join(","));
    for line in Line::ALL {
        let cells: Vec<&str> = Who::ALL.iter().map(|who| reach(*who, *line).as_str()).collect();
        text.push_str(&format!("{},{line},{}\n", line.part(), cells.join(",")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line that shows a deed: a new deed does not compile here until somebody gave it one.
    const fn shown(deed: &Deed<'_>) -> Line {
        match deed {
            Deed::ReadFile(_) => Line::ReadFile,
            Deed::WorkFile(_) => Line::WorkFile,
            Deed::LeadFile(_) => Line::LeadFile,
            Deed::MergeFiles(..) => Line::MergeFiles,
            Deed::ModerateConcern(_) => Line::ModerateConcern,
            Deed::AskIdentity(_) => Line::AskIdentity,
            Deed::OpenOriginal => Line::OpenOriginal,
            Deed::KeepIdentities => Line::KeepIdentities,
            Deed::AnswerReferral(_) => Line::AnswerReferral,
            Deed::AnswerThreat => Line::AnswerThreat,
            Deed::FileAsRelay { .. } => Line::FileAsRelay,
            Deed::FileAtDesk => Line::FileAtDesk,
            Deed::LogPatrol(_) => Line::LogPatrol,
            Deed::PlanPatrol(_) => Line::PlanPatrol,
            Deed::ConfirmPatrol => Line::ConfirmPatrol,
            Deed::KeepWall(_) => Line::KeepWall,
            Deed::RunCommittee(_) => Line::RunCommittee,
            Deed::SeeCommittee(_) => Line::SeeCommittee,
            Deed::ChairCommittee(_) => Line::ChairCommittee,
            Deed::AnswerPromise(_) => Line::AnswerPromiseUnit,
            Deed::SignPromise(_) => Line::SignPromiseUnit,
            Deed::LeadPeople(_) => Line::LeadPeople,
            Deed::SetPriorities(_) => Line::SetPriorities,
            Deed::ReadBilan(_) => Line::ReadBilan,
            Deed::AnswerForCommittee(_) => Line::RumourCommittee,
            Deed::AnswerForPolice(_) => Line::RumourPolice,
            Deed::AskRumour => Line::AskRumour,
            Deed::Post => Line::Post,
            Deed::EditPost(_) => Line::EditPost,
            Deed::AppealPost(_) => Line::AppealPost,
            Deed::AnswerAppeal(_) => Line::AnswerAppeal,
            Deed::SpeakAsReporter(_) => Line::SpeakAsReporter,
            Deed::OpenOwn(_) => Line::OpenOwn,
            Deed::Administer => Line::Administer,
        }
    }

    #[test]
    fn every_deed_has_a_line() {
        assert_eq!(shown(&Deed::Administer), Line::Administer);
        assert_eq!(shown(&Deed::Post), Line::Post);
    }

    #[test]
    fn the_table_says_what_the_house_stands_on() {
        for who in [Who::Officer, Who::Chief] {
            assert_eq!(reach(who, Line::ModerateConcern), Reach::Never, "police never moderate");
            assert_eq!(reach(who, Line::RunCommittee), Reach::Never);
            assert_eq!(reach(who, Line::ReadConduct), Reach::Unknown, "a unit never knows of a complaint about it");
            assert_eq!(reach(who, Line::AnswerThreat), Reach::Unknown);
            assert_eq!(reach(who, Line::WorkFile), Reach::Own);
        }
        for line in [Line::ReadFile, Line::ReadSealed, Line::ReadConduct, Line::AnswerThreat] {
            assert_eq!(reach(Who::Admin, line), Reach::Unknown, "an administrator reads no file: {line}");
        }
        for line in Line::ALL.iter().filter(|line| line.part() == Part::Sealed) {
            for who in [Who::Visitor, Who::Resident, Who::Relay, Who::Moderator, Who::Chair, Who::Admin] {
                let reach = reach(who, *line);
                assert!(matches!(reach, Reach::Never | Reach::Unknown), "{who} {line} {reach}");
            }
        }
    }
}
