//! Who acts: a visitor, a person with an account and memberships, or the program itself.

use super::{AccountId, AreaId, CommitteeId, Lang, PartnerId, UnitId, named::named};

named! {
    /// What a membership lets a person do; see the table of people in the README.
    pub enum Role {
        /// Files for someone who cannot, in one area; cannot open the file afterwards.
        Relay = "relay",
        /// Answers, asks, updates and logs patrols, for one unit.
        Officer = "officer",
        /// An officer who also assigns, plans, closes and hands over.
        Chief = "chief",
        /// Publishes, hides, runs meetings, minutes and commitments of one committee. Never with a police role.
        Moderator = "moderator",
        /// Presides over one committee: approves minutes, vouches for a body that has no login. Never with a police role.
        Chair = "chair",
        /// Accepts or refuses what is referred to one service.
        Partner = "partner",
        /// Police-conduct complaints, identity custody, audit and figures of the district.
        Overseer = "overseer",
        /// Reference data, accounts and settings. Sees no sealed content.
        Admin = "admin",
    }
}

impl Role {
    /// True for the roles that act for a police unit.
    pub const fn is_police(self) -> bool {
        matches!(self, Role::Officer | Role::Chief)
    }

    /// True for the roles that open a desk, and what others told. A relay is a resident with a pencil.
    pub const fn has_desk(self) -> bool {
        !matches!(self, Role::Relay)
    }
}

named! {
    /// In which function somebody spoke or acted: what everybody may read, where a name would be nobody's business.
    pub enum Function {
        /// Whoever lives there, with or without an account.
        Resident = "resident",
        /// A relay, for somebody else.
        Relay = "relay",
        /// An officer of a unit.
        Officer = "officer",
        /// A unit's chief.
        Chief = "chief",
        /// A committee's moderator.
        Moderator = "moderator",
        /// Whoever presides over a committee.
        Chair = "chair",
        /// Somebody of a partner service.
        Partner = "partner",
        /// Oversight.
        Overseer = "overseer",
        /// Administration.
        Admin = "admin",
        /// The program.
        System = "system",
    }
}

/// Where a membership holds. The ids are of units, committees, services and areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// One police unit.
    Unit(UnitId),
    /// One neighbourhood committee.
    Committee(CommitteeId),
    /// One partner service.
    Partner(PartnerId),
    /// One quartier or commune.
    Area(AreaId),
    /// The whole district.
    District,
}

/// A role somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Held {
    /// What.
    pub role: Role,
    /// Where.
    pub scope: Scope,
}

/// Who asks for a page or a deed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Actor {
    /// Nobody we know: most people.
    #[default]
    Visitor,
    /// Somebody with an account.
    Account {
        /// The account.
        id: AccountId,
        /// The name they chose to be called by on their own pages.
        name: String,
        /// The language they read.
        lang: Lang,
        /// What they may do, and where; empty for a resident.
        memberships: Vec<Held>,
    },
    /// The program: routing, clocks, samples.
    System,
}

impl Actor {
    /// The account, when there is one.
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            Actor::Account { id, .. } => Some(*id),
            Actor::Visitor | Actor::System => None,
        }
    }

    /// Every role held, with its scope.
    pub fn memberships(&self) -> &[Held] {
        match self {
            Actor::Account { memberships, .. } => memberships,
            Actor::Visitor | Actor::System => &[],
        }
    }

    /// True for whoever holds a role, a relay too: they read or write down what others told, so they sign in by two steps.
    pub fn is_staff(&self) -> bool {
        !self.memberships().is_empty()
    }

    /// True for whoever holds no role but a relay's.
    pub fn only_relays(&self) -> bool {
        self.is_staff() && self.memberships().iter().all(|held| !held.role.has_desk())
    }

    /// True when the role is held anywhere.
    pub fn holds(&self, role: Role) -> bool {
        self.memberships().iter().any(|m| m.role == role)
    }

    /// True when the role is held exactly there.
    pub fn holds_at(&self, role: Role, scope: Scope) -> bool {
        self.memberships().contains(&Held { role, scope })
    }

    /// True for an officer or chief of any unit.
    pub fn is_police(&self) -> bool {
        self.memberships().iter().any(|m| m.role.is_police())
    }

    /// The units the person serves in as officer or chief.
    pub fn units(&self) -> Vec<UnitId> {
        let mut units: Vec<_> = self
            .memberships()
            .iter()
            .filter(|m| m.role.is_police())
            .filter_map(|m| match m.scope {
                Scope::Unit(unit) => Some(unit),
                _ => None,
            })
            .collect();
        units.dedup();
        units
    }

    /// The committees the person moderates.
    pub fn committees(&self) -> Vec<CommitteeId> {
        self.memberships()
            .iter()
            .filter_map(|m| match (m.role, m.scope) {
                (Role::Moderator, Scope::Committee(committee)) => Some(committee),
                _ => None,
            })
            .collect()
    }

    /// The committees the person presides over.
    pub fn chaired(&self) -> Vec<CommitteeId> {
        self.memberships()
            .iter()
            .filter_map(|m| match (m.role, m.scope) {
                (Role::Chair, Scope::Committee(committee)) => Some(committee),
                _ => None,
            })
            .collect()
    }

    /// The services the person answers for.
    pub fn partners(&self) -> Vec<PartnerId> {
        self.memberships()
            .iter()
            .filter_map(|m| match (m.role, m.scope) {
                (Role::Partner, Scope::Partner(partner)) => Some(partner),
                _ => None,
            })
            .collect()
    }

    /// The function in which the actor works for a unit: chief before officer; overseer where the unit has no say.
    pub fn function_in(&self, unit: UnitId) -> Function {
        if self.holds_at(Role::Chief, Scope::Unit(unit)) {
            Function::Chief
        } else if self.holds_at(Role::Officer, Scope::Unit(unit)) {
            Function::Officer
        } else if self.holds(Role::Overseer) {
            Function::Overseer
        } else if matches!(self, Actor::System) {
            Function::System
        } else {
            Function::Resident
        }
    }

    /// How the ledger names the actor: the account's id, never a name, never an address of the network.
    pub fn mark(&self) -> String {
        match self {
            Actor::Visitor => "visitor".into(),
            Actor::Account { id, .. } => id.to_string(),
            Actor::System => "system".into(),
        }
    }
}
