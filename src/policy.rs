//! Who may do what: the one place that decides. Routes state an [`Access`]; actions ask [`permit`] with the facts of the
//! thing; templates ask [`may`] with the same facts, so a button shows only where its deed would be done.
//!
//! Invariants: a police role never moderates; an administrator never reads a sealed file; what is sealed from you is 404.

use crate::base::{Actor, CommitteeId, PartnerId, Role, Scope, UnitId, named};
use crate::error::{Error, Result};

named! {
    /// Who may enter an address at all. What they may do with the thing behind it, [`Deed`] decides.
    pub enum Access {
        /// Everybody; the page is the same for all and may be cached.
        Public = "public",
        /// Everybody; the page is for this reader only.
        Anyone = "anyone",
        /// Whoever signed in.
        SignedIn = "signed-in",
        /// Officers and chiefs.
        Police = "police",
        /// Chiefs.
        Chief = "chief",
        /// Officers, chiefs and overseers: whoever answers concerns.
        Desk = "desk",
        /// Those who answer for a partner service.
        Partner = "partner",
        /// Moderators.
        Committee = "committee",
        /// Overseers.
        Oversight = "oversight",
        /// Administrators.
        Admin = "admin",
        /// Machines: health and readiness.
        Machine = "machine",
    }
}

/// Lets the actor enter, or says why not: sign in first, or 403.
///
/// # Errors
/// [`Error::SignIn`] or [`Error::Forbidden`].
pub fn enter(actor: &Actor, access: Access) -> Result<()> {
    let fits = match access {
        Access::Public | Access::Anyone | Access::Machine => return Ok(()),
        Access::SignedIn => actor.account().is_some(),
        Access::Police => actor.is_police(),
        Access::Chief => actor.holds(Role::Chief),
        Access::Desk => actor.is_police() || actor.holds(Role::Overseer),
        Access::Partner => actor.holds(Role::Partner),
        Access::Committee => actor.holds(Role::Moderator) && !actor.is_police(),
        Access::Oversight => actor.holds(Role::Overseer),
        Access::Admin => actor.holds(Role::Admin),
    };
    match (fits, actor.account()) {
        (true, _) => Ok(()),
        (false, None) => Err(Error::SignIn),
        (false, Some(_)) => Err(Error::Forbidden),
    }
}

named! {
    /// Who may read a concern.
    pub enum Audience {
        /// Everybody, once a moderator published it.
        Public = "public",
        /// The unit and the reporter.
        Private = "private",
        /// The unit and the reporter; never counted where it could be recognised.
        Sealed = "sealed",
        /// Oversight and the reporter: conduct of police. Invisible to the unit at every address.
        Oversight = "oversight",
    }
}

/// What a decision about a concern needs to know of it.
#[derive(Debug, Clone)]
pub struct ConcernFacts {
    /// The unit that owns it (for conduct: the unit complained of, which sees nothing of it).
    pub unit: UnitId,
    /// Who may read it.
    pub audience: Audience,
    /// Committees whose area holds its place.
    pub committees: Vec<CommitteeId>,
    /// The service it now stands with.
    pub referred_to: Option<PartnerId>,
}

/// Something an actor wants to do, with the facts that decide.
#[derive(Debug, Clone)]
pub enum Deed<'a> {
    /// Read a concern's file with its internal notes.
    ReadFile(&'a ConcernFacts),
    /// Answer, ask, note, change the state, refer, recategorise: work on a file.
    WorkFile(&'a ConcernFacts),
    /// Assign, set priority, move to another unit.
    LeadFile(&'a ConcernFacts),
    /// Publish, refuse or hide a concern.
    ModerateConcern(&'a ConcernFacts),
    /// Accept or refuse what was referred to a service.
    AnswerReferral(PartnerId),
    /// Log a patrol of a unit.
    LogPatrol(UnitId),
    /// Plan a patrol of a unit.
    PlanPatrol(UnitId),
    /// Run a committee: meetings, agenda, attendance, minutes, commitments, its threads.
    RunCommittee(CommitteeId),
    /// Write in a thread.
    Post,
    /// Change reference data, accounts and settings.
    Administer,
}

/// What the policy says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Do it.
    Yes,
    /// You may know of it, but not do this: 403.
    No,
    /// You may not know that it exists: 404.
    Hidden,
}

/// The one decision.
pub fn decide(actor: &Actor, deed: &Deed<'_>) -> Decision {
    use Decision::{Hidden, No, Yes};
    let of = |yes: bool, otherwise: Decision| if yes { Yes } else { otherwise };
    match deed {
        Deed::ReadFile(c) => of(reads(actor, c), Hidden),
        Deed::WorkFile(c) if !reads(actor, c) => Hidden,
        Deed::WorkFile(c) => of(works(actor, c), No),
        Deed::LeadFile(c) if !reads(actor, c) => Hidden,
        Deed::LeadFile(c) => match c.audience {
            Audience::Oversight => of(actor.holds(Role::Overseer), No),
            _ => of(actor.holds_at(Role::Chief, Scope::Unit(c.unit)), No),
        },
        Deed::ModerateConcern(c) if c.audience != Audience::Public => {
            of(false, if reads(actor, c) { No } else { Hidden })
        }
        Deed::ModerateConcern(c) => of(moderates_any(actor, &c.committees), No),
        Deed::AnswerReferral(partner) => of(actor.holds_at(Role::Partner, Scope::Partner(*partner)), Hidden),
        Deed::LogPatrol(unit) => of(serves(actor, *unit), Hidden),
        Deed::PlanPatrol(unit) if !serves(actor, *unit) => Hidden,
        Deed::PlanPatrol(unit) => of(actor.holds_at(Role::Chief, Scope::Unit(*unit)), No),
        Deed::RunCommittee(committee) => of(moderates_any(actor, &[*committee]), No),
        Deed::Post => of(actor.account().is_some(), No),
        Deed::Administer => of(actor.holds(Role::Admin) || matches!(actor, Actor::System), No),
    }
}

/// True when the deed would be done: what templates ask.
pub fn may(actor: &Actor, deed: &Deed<'_>) -> bool {
    decide(actor, deed) == Decision::Yes
}

/// Permits the deed or ends the action.
///
/// # Errors
/// [`Error::SignIn`], [`Error::Forbidden`] or [`Error::NotFound`].
pub fn permit(actor: &Actor, deed: &Deed<'_>) -> Result<()> {
    match decide(actor, deed) {
        Decision::Yes => Ok(()),
        Decision::No if actor.account().is_none() => Err(Error::SignIn),
        Decision::No => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

fn serves(actor: &Actor, unit: UnitId) -> bool {
    actor.units().contains(&unit)
}

fn works(actor: &Actor, c: &ConcernFacts) -> bool {
    match c.audience {
        Audience::Oversight => actor.holds(Role::Overseer),
        _ => serves(actor, c.unit),
    }
}

fn reads(actor: &Actor, c: &ConcernFacts) -> bool {
    works(actor, c)
        || (c.audience != Audience::Oversight
            && c.referred_to.is_some_and(|p| actor.holds_at(Role::Partner, Scope::Partner(p))))
}

/// A moderator of one of them, who is not police (D11).
fn moderates_any(actor: &Actor, committees: &[CommitteeId]) -> bool {
    !actor.is_police() && committees.iter().any(|c| actor.holds_at(Role::Moderator, Scope::Committee(*c)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Held, Id, Lang};

    fn with(memberships: Vec<Held>) -> Actor {
        Actor::Account { id: Id::new(1), name: "X".into(), lang: Lang::Fr, memberships }
    }

    fn held(role: Role, scope: Scope) -> Held {
        Held { role, scope }
    }

    fn facts(audience: Audience) -> ConcernFacts {
        ConcernFacts { unit: Id::new(1), audience, committees: vec![Id::new(5)], referred_to: None }
    }

    #[test]
    fn the_unit_complained_of_cannot_know_of_the_complaint() {
        let chief = with(vec![held(Role::Chief, Scope::Unit(Id::new(1)))]);
        assert_eq!(decide(&chief, &Deed::ReadFile(&facts(Audience::Sealed))), Decision::Yes);
        for deed in [
            Deed::ReadFile(&facts(Audience::Oversight)),
            Deed::WorkFile(&facts(Audience::Oversight)),
            Deed::LeadFile(&facts(Audience::Oversight)),
        ] {
            assert_eq!(decide(&chief, &deed), Decision::Hidden);
        }
        let overseer = with(vec![held(Role::Overseer, Scope::District)]);
        assert_eq!(decide(&overseer, &Deed::WorkFile(&facts(Audience::Oversight))), Decision::Yes);
    }

    #[test]
    fn who_holds_a_police_role_moderates_nothing_even_as_moderator() {
        let moderator = held(Role::Moderator, Scope::Committee(Id::new(5)));
        assert_eq!(decide(&with(vec![moderator]), &Deed::ModerateConcern(&facts(Audience::Public))), Decision::Yes);
        let both = with(vec![moderator, held(Role::Officer, Scope::Unit(Id::new(1)))]);
        assert_eq!(decide(&both, &Deed::ModerateConcern(&facts(Audience::Public))), Decision::No);
        assert_eq!(decide(&both, &Deed::RunCommittee(Id::new(5))), Decision::No);
    }

    #[test]
    fn an_administrator_reads_no_file() {
        let admin = with(vec![held(Role::Admin, Scope::District)]);
        for audience in Audience::ALL {
            assert_eq!(decide(&admin, &Deed::ReadFile(&facts(*audience))), Decision::Hidden);
        }
    }

    #[test]
    fn another_unit_is_told_that_there_is_nothing() {
        let elsewhere = with(vec![held(Role::Chief, Scope::Unit(Id::new(2)))]);
        assert_eq!(decide(&elsewhere, &Deed::WorkFile(&facts(Audience::Public))), Decision::Hidden);
    }
}
