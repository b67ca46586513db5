//! The policy, asked of everybody (A1): each deed × each role, at one's own place and elsewhere. Nothing is decided here: every cell
//! is what [`decide`] answers, so the printed table cannot say anything else than the program does.
//!
//! A deed is asked twice of each role: of what belongs to the role's own unit, committee, service, quartier or account, and of what
//! belongs to another one. `tests/it/authority.csv` holds the answers; a change of the policy changes that file, for people to read.

mod words;

pub use words::{Line, Part, Reach, Who};

use super::{
    AppealFacts, AppealTo, Audience, Body, ConcernFacts, Decision, Deed, GrantFacts, Holder, PromiseFacts, SealedTo,
    decide,
};
use crate::base::{AccountId, Actor, AreaId, CommitteeId, Held, Lang, PartnerId, Role, Scope, UnitId};

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
        AppealFacts { committee: self.committee, decided_by: AccountId::new(STRANGER), author: None, to }
    }
}

/// A role over the district that is asked for: always of the same person, for it has no place.
const fn grant(asked_by: i64, holder: i64) -> GrantFacts {
    GrantFacts { asked_by: AccountId::new(asked_by), holder: AccountId::new(holder) }
}

/// Their place, in which they hold their role.
const OWN: i64 = 1;
/// Another one.
const OTHER: i64 = 2;
/// An account that has no place here: who decided, who asks.
const STRANGER: i64 = 77;

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
    let (granted, asked, held) = (grant(STRANGER, STRANGER), grant(OWN, STRANGER), grant(STRANGER, OWN));
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
        Line::DecideGrant => Deed::DecideGrant(&granted),
        Line::DecideOwnGrant => Deed::DecideGrant(&asked),
        Line::DecideGrantToSelf => Deed::DecideGrant(&held),
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
            Deed::DecideGrant(_) => Line::DecideGrant,
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
        for who in Who::ALL {
            for line in [Line::DecideOwnGrant, Line::DecideGrantToSelf] {
                assert!(
                    !matches!(reach(*who, line), Reach::Own | Reach::Everywhere),
                    "two people, always: {who} {line}"
                );
            }
        }
        for line in Line::ALL.iter().filter(|line| line.part() == Part::Sealed) {
            for who in [Who::Visitor, Who::Resident, Who::Relay, Who::Moderator, Who::Chair, Who::Admin] {
                let reach = reach(who, *line);
                assert!(matches!(reach, Reach::Never | Reach::Unknown), "{who} {line} {reach}");
            }
        }
    }
}
