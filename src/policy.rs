//! Who may do what: the one place that decides. Routes state an [`Access`]; actions ask [`permit`] with the facts of the
//! thing; templates ask [`may`] with the same facts, so a button shows only where its deed would be done.
//!
//! Invariants: a police role never moderates; an administrator never reads a sealed file; what is sealed from you is 404.
//!
//! # Who reads what is sealed
//!
//! | | conduct of police | a sealed kind | a threat told of | that any of it exists |
//! |---|---|---|---|---|
//! | visitor, resident, relay | no | no | no | no |
//! | reporter, by the code | own | own | own | own |
//! | officer or chief of the place's unit | no | no | no | no |
//! | officer of the kind's desk | no | yes | no | of its kind |
//! | chief of the kind's desk | no | yes, and gives it to an officer | no | of its kind |
//! | district's desk, chief, while no desk is named | no | yes | no | of that kind |
//! | district's desk, officer | no | no | no | no |
//! | moderator, chair | no | no | no | no |
//! | service | no | referred to it, if marked for it | no | what was referred |
//! | overseer who is not police | yes | no | yes, not the concern's words | complaints and threats |
//! | overseer who is police | no | no | no | no |
//! | administrator | no | no | no | no |
//! | public figures | by fives, a month late | never | by fives, a month late | |
//!
//! « No » is 404 where the address takes the reader's role at all, by the same reading of the same row as for a number that was
//! never given. What stays visible of sealed things is a gap in the serial numbers, which private and waiting concerns leave too.

pub mod matrix;

use std::net::IpAddr;

use subtle::ConstantTimeEq;

use crate::base::{AccountId, Actor, AreaId, CommitteeId, PartnerId, Role, Scope, UnitId, named};
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
        /// Relays, who file for others.
        Relay = "relay",
        /// Those who answer for a partner service.
        Partner = "partner",
        /// Chiefs and administrators: whoever puts codes on walls.
        Walls = "walls",
        /// Moderators and chairs.
        Committee = "committee",
        /// Moderators, chairs and overseers: where appeals are answered.
        Appeals = "appeals",
        /// Moderators, officers and chiefs: who answers rumours together.
        Together = "together",
        /// Those who may owe a commitment: officers, chiefs, services and chairs.
        Promising = "promising",
        /// Overseers.
        Oversight = "oversight",
        /// Administrators.
        Admin = "admin",
        /// Administrators and overseers: who decides on a role over the district together.
        Granting = "granting",
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
        Access::Walls => actor.holds(Role::Chief) || actor.holds(Role::Admin),
        Access::Desk => actor.is_police() || actor.holds(Role::Overseer),
        Access::Relay => relays(actor),
        Access::Partner => actor.holds(Role::Partner),
        Access::Committee => sits(actor),
        Access::Appeals => sits(actor) || oversees(actor),
        Access::Together => actor.is_police() || actor.holds(Role::Moderator),
        Access::Promising => actor.is_police() || actor.holds(Role::Partner) || actor.holds(Role::Chair),
        Access::Oversight => oversees(actor),
        Access::Admin => actor.holds(Role::Admin),
        Access::Granting => grants(actor),
    };
    match (fits, actor.account()) {
        (true, _) => Ok(()),
        (false, None) => Err(Error::SignIn),
        (false, Some(_)) => Err(Error::Forbidden),
    }
}

/// Whether a machine may read what the program counts of itself: it brings the token, or asks from an address that the settings
/// trust. Nothing set: nobody.
pub fn measures(token: Option<&[u8]>, brought: Option<&[u8]>, trusted: &[IpAddr], from: Option<IpAddr>) -> bool {
    let knows = token.zip(brought).is_some_and(|(token, brought)| token.ct_eq(brought).into());
    knows || from.is_some_and(|from| trusted.iter().any(|trusted| trusted.to_canonical() == from))
}

named! {
    /// Who may read a concern.
    pub enum Audience {
        /// Everybody, once a moderator published it.
        Public = "public",
        /// The unit and the reporter.
        Private = "private",
        /// The kind's own desk and the reporter, never the unit of the place; never counted where it could be recognised.
        Sealed = "sealed",
        /// Oversight and the reporter: conduct of police. Invisible to the unit at every address.
        Oversight = "oversight",
    }
}

named! {
    /// What a code makes of whoever holds it.
    pub enum Holder {
        /// Who told the concern: reads what is between them and the unit, answers, says whether it is fixed.
        Reporter = "reporter",
        /// Who said « moi aussi »: reads what everybody may, and may withdraw it.
        Supporter = "supporter",
    }
}

impl Audience {
    /// What a whole unit reads and patrols cite; the rest is for a desk or for oversight alone.
    pub const OPEN: [Audience; 2] = [Audience::Public, Audience::Private];

    /// True for what a whole unit reads.
    pub const fn is_open(self) -> bool {
        matches!(self, Audience::Public | Audience::Private)
    }
}

/// Who of the unit that holds a sealed concern reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealedTo {
    /// Everybody there: it is the desk of such a kind.
    Desk,
    /// Its chiefs: the district's desk stands in while no desk is named.
    Chief,
    /// Nobody: any other unit.
    Nobody,
}

/// What a decision about a concern needs to know of it.
#[derive(Debug, Clone)]
pub struct ConcernFacts {
    /// The unit that owns it (for conduct: the unit complained of, which sees nothing of it).
    pub unit: UnitId,
    /// Who may read it.
    pub audience: Audience,
    /// Who of the unit, when it is sealed.
    pub sealed_to: SealedTo,
    /// Committees whose area holds its place.
    pub committees: Vec<CommitteeId>,
    /// The service it now stands with.
    pub referred_to: Option<PartnerId>,
}

/// A body that can owe something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// A police unit.
    Unit(UnitId),
    /// A service.
    Partner(PartnerId),
    /// A committee.
    Committee(CommitteeId),
}

/// What a decision about a commitment needs to know of it (N3).
#[derive(Debug, Clone, Copy)]
pub struct PromiseFacts {
    /// Who promised.
    pub owner: Body,
    /// To whom.
    pub committee: CommitteeId,
    /// True when nobody can sign in for the owner: then the committee's chair vouches for its word.
    pub silent: bool,
}

named! {
    /// Who answers an appeal (D7): always somebody else than who decided, who knows what moderating is, and is near.
    pub enum AppealTo {
        /// The other moderators of the same committee.
        Committee = "committee",
        /// Where it has no other: the moderators of the other committees.
        Peers = "peers",
        /// Where nobody else moderates at all: oversight.
        Oversight = "oversight",
    }
}

/// What a decision about an appeal needs to know of it.
#[derive(Debug, Clone, Copy)]
pub struct AppealFacts {
    /// Whose decision it is against.
    pub committee: CommitteeId,
    /// Who decided.
    pub decided_by: AccountId,
    /// Who appeals, where an account is known.
    pub author: Option<AccountId>,
    /// To whom it goes.
    pub to: AppealTo,
}

/// What a decision about a role over the whole district needs to know: two people, always, and never its future holder.
#[derive(Debug, Clone, Copy)]
pub struct GrantFacts {
    /// Who asked for it.
    pub asked_by: AccountId,
    /// Who would hold it.
    pub holder: AccountId,
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
    /// Follow one file in another one.
    MergeFiles(&'a ConcernFacts, &'a ConcernFacts),
    /// Publish, refuse or hide a concern.
    ModerateConcern(&'a ConcernFacts),
    /// Ask to open an identity, and open it once granted: work on the file, as police or oversight.
    AskIdentity(&'a ConcernFacts),
    /// Read what stood where a moderator blacked out a part: who keeps identities.
    OpenOriginal,
    /// Grant or refuse an opening, and re-seal: who keeps identities.
    KeepIdentities,
    /// Accept or refuse what was referred to a service.
    AnswerReferral(PartnerId),
    /// Read and answer what a reporter told of a threat. No unit ever learns of it.
    AnswerThreat,
    /// File for somebody else as a relay, in this quartier of that commune.
    FileAsRelay {
        /// The quartier.
        area: AreaId,
        /// What it lies in.
        commune: AreaId,
    },
    /// File for somebody who came to the desk, wherever they live.
    FileAtDesk,
    /// Log a patrol of a unit.
    LogPatrol(UnitId),
    /// Plan a patrol of a unit.
    PlanPatrol(UnitId),
    /// Say that a patrol was seen, by a code on a wall.
    ConfirmPatrol,
    /// Put up and withdraw codes on walls of the quartiers a unit answers for; of none of the actor's units when it is nothing.
    KeepWall(Option<UnitId>),
    /// Run a committee: meetings, agenda, attendance, minutes, commitments, its threads.
    RunCommittee(CommitteeId),
    /// Look into a committee's papers: its moderators and its chair.
    SeeCommittee(CommitteeId),
    /// Preside over a committee: approve minutes.
    ChairCommittee(CommitteeId),
    /// Say how far a commitment is, for the body that promised.
    AnswerPromise(PromiseFacts),
    /// Sign for the body that promised.
    SignPromise(PromiseFacts),
    /// See who serves in a unit, and let an officer go once everything they hold was given on.
    LeadPeople(UnitId),
    /// Say what a unit puts first.
    SetPriorities(UnitId),
    /// Read the bilan of a unit.
    ReadBilan(UnitId),
    /// Write down, check and answer a rumour for the committees that speak for its place (N12).
    AnswerForCommittee(&'a [CommitteeId]),
    /// The same for the unit that answers there.
    AnswerForPolice(Option<UnitId>),
    /// Ask whether something is true.
    AskRumour,
    /// Write in a thread.
    Post,
    /// Change the words of a post: whoever wrote it.
    EditPost(AccountId),
    /// Appeal against what was decided on a post: whoever wrote it.
    AppealPost(AccountId),
    /// Answer an appeal.
    AnswerAppeal(&'a AppealFacts),
    /// Speak as the reporter: write to the unit, say whether it is fixed. Decided by what the code makes of its holder.
    SpeakAsReporter(Holder),
    /// Open a concern without its code: for whoever filed it with their account.
    OpenOwn(Option<AccountId>),
    /// Change reference data, accounts and settings.
    Administer,
    /// Grant or refuse a role over the whole district.
    DecideGrant(&'a GrantFacts),
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
            Audience::Oversight => of(oversees(actor), No),
            _ => of(actor.holds_at(Role::Chief, Scope::Unit(c.unit)), No),
        },
        Deed::MergeFiles(from, into) if !works(actor, from) || !works(actor, into) => {
            of(false, if reads(actor, from) && reads(actor, into) { No } else { Hidden })
        }
        // Of one unit; nothing sealed; and what all may read is never followed where fewer may.
        Deed::MergeFiles(from, into) => {
            let open = from.audience.is_open() && into.audience.is_open();
            of(open && from.unit == into.unit && into.audience <= from.audience, No)
        }
        Deed::ModerateConcern(c) if c.audience != Audience::Public => {
            of(false, if reads(actor, c) { No } else { Hidden })
        }
        Deed::ModerateConcern(c) => of(moderates_any(actor, &c.committees), No),
        Deed::AskIdentity(c) => of(works(actor, c), Hidden),
        Deed::KeepIdentities | Deed::OpenOriginal => of(oversees(actor), No),
        Deed::AnswerReferral(partner) => of(actor.holds_at(Role::Partner, Scope::Partner(*partner)), Hidden),
        Deed::AnswerThreat => of(oversees(actor), Hidden),
        Deed::FileAsRelay { area, commune } => {
            let there = [area, commune].iter().any(|a| actor.holds_at(Role::Relay, Scope::Area(**a)));
            of(relays(actor) && there, No)
        }
        Deed::FileAtDesk => of(actor.is_police(), No),
        Deed::LogPatrol(unit) => of(serves(actor, *unit), Hidden),
        Deed::PlanPatrol(unit) if !serves(actor, *unit) => Hidden,
        Deed::PlanPatrol(unit) => of(actor.holds_at(Role::Chief, Scope::Unit(*unit)), No),
        Deed::SetPriorities(unit) => of(actor.holds_at(Role::Chief, Scope::Unit(*unit)), Hidden),
        Deed::ReadBilan(unit) => of(actor.holds_at(Role::Chief, Scope::Unit(*unit)) || oversees(actor), No),
        Deed::LeadPeople(unit) => of(actor.holds_at(Role::Chief, Scope::Unit(*unit)), Hidden),
        Deed::ConfirmPatrol => Yes,
        Deed::KeepWall(unit) => {
            let leads = unit.is_some_and(|unit| actor.holds_at(Role::Chief, Scope::Unit(unit)));
            of(leads || actor.holds(Role::Admin), Hidden)
        }
        Deed::RunCommittee(committee) => of(moderates_any(actor, &[*committee]), No),
        Deed::SeeCommittee(committee) => of(moderates_any(actor, &[*committee]) || chairs(actor, *committee), No),
        Deed::ChairCommittee(committee) => of(chairs(actor, *committee), No),
        Deed::AnswerPromise(p) => of(answers_for(actor, p.owner) || vouches(actor, p), No),
        Deed::SignPromise(p) => of(signs_for(actor, p.owner) || vouches(actor, p), No),
        Deed::AnswerForCommittee(committees) => of(moderates_any(actor, committees), No),
        Deed::AnswerForPolice(unit) => of(unit.is_some_and(|unit| serves(actor, unit)), No),
        Deed::AskRumour => Yes,
        Deed::SpeakAsReporter(holder) => of(*holder == Holder::Reporter, No),
        Deed::OpenOwn(owner) => of(actor.account().is_some() && actor.account() == *owner, Hidden),
        Deed::EditPost(author) => of(actor.account() == Some(*author), No),
        Deed::AppealPost(author) => of(actor.account() == Some(*author), Hidden),
        Deed::AnswerAppeal(a) if is_party(actor, a) => {
            of(false, if moderates_any(actor, &[a.committee]) { No } else { Hidden })
        }
        Deed::AnswerAppeal(a) => of(answers_appeal(actor, a), Hidden),
        Deed::Post => of(actor.account().is_some(), No),
        Deed::DecideGrant(_) if !grants(actor) => Hidden,
        Deed::DecideGrant(g) => of(actor.account().is_some_and(|me| me != g.asked_by && me != g.holder), No),
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
        // A code is no account: signing in would not make a supporter the reporter.
        Decision::No if matches!(deed, Deed::SpeakAsReporter(_)) => Err(Error::Forbidden),
        Decision::No if actor.account().is_none() => Err(Error::SignIn),
        Decision::No => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

fn serves(actor: &Actor, unit: UnitId) -> bool {
    actor.units().contains(&unit)
}

/// True when the actor reads what is sealed and stands with a unit.
pub fn reads_sealed(actor: &Actor, unit: UnitId, sealed_to: SealedTo) -> bool {
    match sealed_to {
        SealedTo::Desk => serves(actor, unit),
        SealedTo::Chief => actor.holds_at(Role::Chief, Scope::Unit(unit)),
        SealedTo::Nobody => false,
    }
}

fn works(actor: &Actor, c: &ConcernFacts) -> bool {
    match c.audience {
        Audience::Oversight => oversees(actor),
        Audience::Sealed => reads_sealed(actor, c.unit, c.sealed_to),
        Audience::Public | Audience::Private => serves(actor, c.unit),
    }
}

fn reads(actor: &Actor, c: &ConcernFacts) -> bool {
    works(actor, c)
        || (c.audience != Audience::Oversight
            && c.referred_to.is_some_and(|p| actor.holds_at(Role::Partner, Scope::Partner(p))))
}

/// An overseer who is not police: nobody reads a complaint about colleagues.
fn oversees(actor: &Actor) -> bool {
    actor.holds(Role::Overseer) && !actor.is_police()
}

/// Who decides on roles over the district: the administration and those who watch it.
fn grants(actor: &Actor) -> bool {
    actor.holds(Role::Admin) || oversees(actor)
}

/// A relay who is not police: who trusts a neighbour must not speak to the police without knowing it.
fn relays(actor: &Actor) -> bool {
    actor.holds(Role::Relay) && !actor.is_police()
}

/// A moderator of one of them, who is not police (D11).
fn moderates_any(actor: &Actor, committees: &[CommitteeId]) -> bool {
    !actor.is_police() && committees.iter().any(|c| actor.holds_at(Role::Moderator, Scope::Committee(*c)))
}

/// A moderator or a chair of any, who is not police.
fn sits(actor: &Actor) -> bool {
    (actor.holds(Role::Moderator) || actor.holds(Role::Chair)) && !actor.is_police()
}

/// Who decided, or who appeals: nobody judges in their own matter.
fn is_party(actor: &Actor, a: &AppealFacts) -> bool {
    actor.account().is_some_and(|me| me == a.decided_by || Some(me) == a.author)
}

fn answers_appeal(actor: &Actor, a: &AppealFacts) -> bool {
    match a.to {
        AppealTo::Committee => moderates_any(actor, &[a.committee]),
        AppealTo::Peers => !actor.is_police() && actor.holds(Role::Moderator),
        AppealTo::Oversight => oversees(actor),
    }
}

/// Presides over it, and is not police.
fn chairs(actor: &Actor, committee: CommitteeId) -> bool {
    !actor.is_police() && actor.holds_at(Role::Chair, Scope::Committee(committee))
}

fn answers_for(actor: &Actor, body: Body) -> bool {
    match body {
        Body::Unit(unit) => serves(actor, unit),
        Body::Partner(partner) => actor.holds_at(Role::Partner, Scope::Partner(partner)),
        Body::Committee(committee) => moderates_any(actor, &[committee]) || chairs(actor, committee),
    }
}

/// The chief binds the unit, the chair the committee.
fn signs_for(actor: &Actor, body: Body) -> bool {
    match body {
        Body::Unit(unit) => actor.holds_at(Role::Chief, Scope::Unit(unit)),
        Body::Partner(partner) => actor.holds_at(Role::Partner, Scope::Partner(partner)),
        Body::Committee(committee) => chairs(actor, committee),
    }
}

/// The chair notes the word of a body that has no login.
fn vouches(actor: &Actor, p: &PromiseFacts) -> bool {
    p.silent && chairs(actor, p.committee)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Held, Id, Lang};

    #[test]
    fn the_figures_are_told_to_nobody_by_default() {
        let (home, other): (IpAddr, IpAddr) = ([127, 0, 0, 1].into(), [10, 0, 0, 9].into());
        assert!(!measures(None, None, &[], Some(home)));
        assert!(!measures(None, Some(b"anything"), &[], Some(home)));
        assert!(measures(None, None, &[home], Some(home)));
        assert!(!measures(None, None, &[home], Some(other)));
        assert!(!measures(None, None, &[home], None), "a proxy speaks for somebody");
        assert!(measures(Some(b"a long token"), Some(b"a long token"), &[], None));
        assert!(!measures(Some(b"a long token"), Some(b"a long toke"), &[home], Some(other)));
    }

    fn with(memberships: Vec<Held>) -> Actor {
        Actor::Account { id: Id::new(1), name: "X".into(), lang: Lang::Fr, memberships }
    }

    fn held(role: Role, scope: Scope) -> Held {
        Held { role, scope }
    }

    fn facts(audience: Audience) -> ConcernFacts {
        let (unit, committees) = (Id::new(1), vec![Id::new(5)]);
        ConcernFacts { unit, audience, sealed_to: SealedTo::Desk, committees, referred_to: None }
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
    fn what_is_sealed_is_read_by_its_desk_or_by_the_district_s_chief_alone() {
        let at = |role| with(vec![held(role, Scope::Unit(Id::new(1)))]);
        let to = |sealed_to| ConcernFacts { sealed_to, ..facts(Audience::Sealed) };
        for (role, sealed_to, decision) in [
            (Role::Officer, SealedTo::Desk, Decision::Yes),
            (Role::Chief, SealedTo::Desk, Decision::Yes),
            (Role::Officer, SealedTo::Chief, Decision::Hidden),
            (Role::Chief, SealedTo::Chief, Decision::Yes),
            (Role::Officer, SealedTo::Nobody, Decision::Hidden),
            (Role::Chief, SealedTo::Nobody, Decision::Hidden),
        ] {
            assert_eq!(decide(&at(role), &Deed::WorkFile(&to(sealed_to))), decision, "{role} {sealed_to:?}");
        }
        let overseer = held(Role::Overseer, Scope::District);
        assert_eq!(decide(&with(vec![overseer]), &Deed::ReadFile(&to(SealedTo::Desk))), Decision::Hidden);
        assert_eq!(decide(&with(vec![overseer]), &Deed::AnswerThreat), Decision::Yes);
        let police = with(vec![overseer, held(Role::Officer, Scope::Unit(Id::new(2)))]);
        assert_eq!(decide(&police, &Deed::AnswerThreat), Decision::Hidden);
        assert_eq!(decide(&police, &Deed::ReadFile(&facts(Audience::Oversight))), Decision::Hidden);
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
    fn an_appeal_is_answered_by_somebody_else_who_is_near_and_never_by_police() {
        let at = |n| held(Role::Moderator, Scope::Committee(Id::new(n)));
        let facts = |to| AppealFacts { committee: Id::new(5), decided_by: Id::new(9), author: Some(Id::new(8)), to };
        let answer = |who: Vec<Held>, to| decide(&with(who), &Deed::AnswerAppeal(&facts(to)));
        use AppealTo::{Committee, Oversight, Peers};
        for (who, to, said) in [
            (vec![at(5)], Committee, Decision::Yes),
            (vec![at(6)], Committee, Decision::Hidden),
            (vec![at(6)], Peers, Decision::Yes),
            (vec![at(6)], Oversight, Decision::Hidden),
            (vec![held(Role::Overseer, Scope::District)], Oversight, Decision::Yes),
            (vec![held(Role::Overseer, Scope::District)], Peers, Decision::Hidden),
            (vec![held(Role::Admin, Scope::District)], Oversight, Decision::Hidden),
            (vec![held(Role::Chair, Scope::Committee(Id::new(5)))], Committee, Decision::Hidden),
        ] {
            assert_eq!(answer(who.clone(), to), said, "{who:?} {to}");
            let officer = held(Role::Officer, Scope::Unit(Id::new(1)));
            assert_eq!(answer([who, vec![officer]].concat(), to), Decision::Hidden, "police {to}");
        }
        for me in [8, 9] {
            let party = Actor::Account { id: Id::new(me), name: "X".into(), lang: Lang::Fr, memberships: vec![at(5)] };
            assert_eq!(decide(&party, &Deed::AnswerAppeal(&facts(Committee))), Decision::No);
            assert_eq!(decide(&party, &Deed::AnswerAppeal(&facts(Peers))), Decision::No);
        }
        assert_eq!(decide(&with(vec![at(5)]), &Deed::AppealPost(Id::new(2))), Decision::Hidden);
        assert_eq!(decide(&with(vec![]), &Deed::AppealPost(Id::new(1))), Decision::Yes);
    }

    #[test]
    fn the_owner_signs_through_its_head_and_a_body_without_login_through_the_chair() {
        let unit = Id::new(1);
        let promise = |owner, silent| PromiseFacts { owner, committee: Id::new(5), silent };
        let officer = with(vec![held(Role::Officer, Scope::Unit(unit))]);
        let chief = with(vec![held(Role::Chief, Scope::Unit(unit))]);
        let chair = with(vec![held(Role::Chair, Scope::Committee(Id::new(5)))]);
        let moderator = with(vec![held(Role::Moderator, Scope::Committee(Id::new(5)))]);
        let of_unit = promise(Body::Unit(unit), false);
        assert!(may(&officer, &Deed::AnswerPromise(of_unit)) && !may(&officer, &Deed::SignPromise(of_unit)));
        assert!(may(&chief, &Deed::SignPromise(of_unit)));
        for actor in [&chair, &moderator] {
            assert!(!may(actor, &Deed::SignPromise(of_unit)));
        }
        let silent = promise(Body::Partner(Id::new(9)), true);
        assert!(may(&chair, &Deed::SignPromise(silent)) && !may(&moderator, &Deed::SignPromise(silent)));
        assert!(!may(&chief, &Deed::RunCommittee(Id::new(5))));
    }

    #[test]
    fn a_relay_files_in_their_own_place_only_and_never_while_police() {
        let (area, commune) = (Id::new(7), Id::new(1));
        let here = Deed::FileAsRelay { area, commune };
        for place in [area, commune] {
            let relay = with(vec![held(Role::Relay, Scope::Area(place))]);
            assert_eq!(decide(&relay, &here), Decision::Yes);
            assert_eq!(decide(&relay, &Deed::FileAtDesk), Decision::No);
            for audience in Audience::ALL {
                assert_eq!(decide(&relay, &Deed::ReadFile(&facts(*audience))), Decision::Hidden);
            }
        }
        let elsewhere = with(vec![held(Role::Relay, Scope::Area(Id::new(8)))]);
        assert_eq!(decide(&elsewhere, &here), Decision::No);
        let officer = held(Role::Officer, Scope::Unit(Id::new(1)));
        let both = with(vec![held(Role::Relay, Scope::Area(area)), officer]);
        assert_eq!(decide(&both, &here), Decision::No);
        assert!(enter(&both, Access::Relay).is_err());
        assert_eq!(decide(&with(vec![officer]), &Deed::FileAtDesk), Decision::Yes);
        assert_eq!(decide(&with(vec![officer]), &here), Decision::No);
    }

    #[test]
    fn files_are_joined_in_one_unit_and_never_across_who_may_read() {
        use Audience::{Oversight, Private, Public, Sealed};
        let chief =
            with(vec![held(Role::Chief, Scope::Unit(Id::new(1))), held(Role::Officer, Scope::Unit(Id::new(2)))]);
        let joins = |from, into| decide(&chief, &Deed::MergeFiles(&facts(from), &facts(into)));
        for (from, into) in [(Public, Public), (Private, Private), (Private, Public)] {
            assert_eq!(joins(from, into), Decision::Yes, "{from} {into}");
        }
        for (from, into) in [(Public, Private), (Sealed, Public), (Public, Sealed), (Sealed, Sealed)] {
            assert_eq!(joins(from, into), Decision::No, "{from} {into}");
        }
        for (from, into) in [(Oversight, Public), (Public, Oversight)] {
            assert_eq!(joins(from, into), Decision::Hidden, "{from} {into}");
        }
        let other = ConcernFacts { unit: Id::new(2), ..facts(Public) };
        assert_eq!(decide(&chief, &Deed::MergeFiles(&facts(Public), &other)), Decision::No);
        let elsewhere = ConcernFacts { unit: Id::new(3), ..facts(Public) };
        assert_eq!(decide(&chief, &Deed::MergeFiles(&facts(Public), &elsewhere)), Decision::Hidden);
    }

    #[test]
    fn an_administrator_reads_no_file() {
        let admin = with(vec![held(Role::Admin, Scope::District)]);
        for audience in Audience::ALL {
            assert_eq!(decide(&admin, &Deed::ReadFile(&facts(*audience))), Decision::Hidden);
        }
    }

    #[test]
    fn whoever_is_police_keeps_no_identity() {
        let overseer = held(Role::Overseer, Scope::District);
        for deed in [Deed::KeepIdentities, Deed::OpenOriginal] {
            assert_eq!(decide(&with(vec![overseer]), &deed), Decision::Yes);
            let both = with(vec![overseer, held(Role::Officer, Scope::Unit(Id::new(1)))]);
            assert_eq!(decide(&both, &deed), Decision::No);
            for role in [held(Role::Admin, Scope::District), held(Role::Moderator, Scope::Committee(Id::new(5)))] {
                assert_eq!(decide(&with(vec![role]), &deed), Decision::No);
            }
        }
    }

    #[test]
    fn a_supporter_never_speaks_as_the_reporter_and_only_an_owner_opens_without_a_code() {
        assert_eq!(decide(&Actor::Visitor, &Deed::SpeakAsReporter(Holder::Reporter)), Decision::Yes);
        assert!(matches!(permit(&Actor::Visitor, &Deed::SpeakAsReporter(Holder::Supporter)), Err(Error::Forbidden)));
        assert_eq!(decide(&with(vec![]), &Deed::OpenOwn(Some(Id::new(1)))), Decision::Yes);
        assert_eq!(decide(&with(vec![]), &Deed::OpenOwn(Some(Id::new(2)))), Decision::Hidden);
        assert_eq!(decide(&with(vec![]), &Deed::OpenOwn(None)), Decision::Hidden);
        assert_eq!(decide(&Actor::Visitor, &Deed::OpenOwn(None)), Decision::Hidden);
    }

    #[test]
    fn another_unit_is_told_that_there_is_nothing() {
        let elsewhere = with(vec![held(Role::Chief, Scope::Unit(Id::new(2)))]);
        assert_eq!(decide(&elsewhere, &Deed::WorkFile(&facts(Audience::Public))), Decision::Hidden);
    }
}
