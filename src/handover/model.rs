//! What can be handed over, as a value: what it is called in a form, where it belongs, what the leaver does.

use crate::base::{
    AccountId, CommitmentId, ConcernId, Id, MembershipId, PatrolId, PlanId, ReferralId, Scope, UnitId, named,
};
use crate::concerns::model::{Concern, Referral};
use crate::forums::model::Commitment;
use crate::patrols::model::Patrol;
use crate::patrols::plan::model::Plan;
use crate::policy::Audience;

named! {
    /// What kind of thing.
    pub(super) enum Kind {
        /// A file.
        File = "file",
        /// A referral that is with a service.
        Referral = "referral",
        /// A patrol planned ahead.
        Plan = "plan",
        /// A patrol that is out.
        Patrol = "patrol",
        /// A commitment.
        Commitment = "commitment",
    }
}

named! {
    /// What the person does.
    pub(super) enum Way {
        /// Their account is put out of service.
        Disabled = "disabled",
        /// They leave one place.
        Left = "left",
        /// They go from one unit to another.
        Moved = "moved",
    }
}

/// One thing somebody holds.
#[derive(Debug, Clone)]
pub(crate) enum Subject {
    /// A file.
    File(Concern),
    /// A referral and its concern.
    Referral(Referral, Concern),
    /// A plan.
    Plan(Plan),
    /// A patrol.
    Patrol(Patrol),
    /// A commitment.
    Commitment(Commitment),
}

impl Subject {
    pub(super) const fn kind(&self) -> Kind {
        match self {
            Subject::File(_) => Kind::File,
            Subject::Referral(..) => Kind::Referral,
            Subject::Plan(_) => Kind::Plan,
            Subject::Patrol(_) => Kind::Patrol,
            Subject::Commitment(_) => Kind::Commitment,
        }
    }

    pub(super) const fn raw(&self) -> i64 {
        match self {
            Subject::File(c) => c.id.raw(),
            Subject::Referral(r, _) => r.id.raw(),
            Subject::Plan(p) => p.id.raw(),
            Subject::Patrol(p) => p.id.raw(),
            Subject::Commitment(c) => c.id.raw(),
        }
    }

    /// Where those serve who can take it.
    pub(super) const fn place(&self) -> Scope {
        match self {
            Subject::File(c) | Subject::Referral(_, c) => match c.audience {
                Audience::Oversight => Scope::District,
                Audience::Public | Audience::Private | Audience::Sealed => Scope::Unit(c.unit_id),
            },
            Subject::Plan(p) => Scope::Unit(p.unit_id),
            Subject::Patrol(p) => Scope::Unit(p.unit_id),
            Subject::Commitment(c) => crate::forums::scope_of(c.owner()),
        }
    }

    /// The name of its field.
    pub(super) fn field(&self) -> String {
        format!("to-{}-{}", self.kind(), Id::<()>::new(self.raw()))
    }
}

/// One thing, and who can take it: account and name.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(super) subject: Subject,
    pub(super) candidates: Vec<(AccountId, String)>,
}

/// Who goes, and what of them is meant.
#[derive(Debug, Clone)]
pub(super) struct Leaving {
    pub(super) account: AccountId,
    pub(super) name: String,
    /// The role they leave; nothing when their account is put out of service.
    pub(super) role: Option<(MembershipId, crate::base::Role, Scope)>,
}

impl Leaving {
    /// Where the things are that must be handed over: everywhere when the account goes.
    pub(super) fn scope(&self) -> Option<Scope> {
        self.role.map(|(_, _, scope)| scope)
    }
}

/// What was decided.
#[derive(Debug, Clone)]
pub(super) struct Decided {
    pub(super) leaving: Leaving,
    /// The unit they go to.
    pub(super) moves_to: Option<UnitId>,
    /// Field of a thing, and who takes it.
    pub(super) choices: Vec<(String, AccountId)>,
}

impl Decided {
    pub(super) fn way(&self) -> Way {
        match (self.leaving.role, self.moves_to) {
            (None, _) => Way::Disabled,
            (Some(_), None) => Way::Left,
            (Some(_), Some(_)) => Way::Moved,
        }
    }
}

/// A thing that was handed over, as it is kept.
#[derive(Debug, Clone)]
pub(super) struct Handed {
    pub(super) kind: Kind,
    pub(super) raw: i64,
    pub(super) to: AccountId,
}

/// For ids of concerns in records.
pub(super) const fn concern(raw: i64) -> ConcernId {
    ConcernId::new(raw)
}

/// For ids of plans in records.
pub(super) const fn plan(raw: i64) -> PlanId {
    PlanId::new(raw)
}

/// For ids of patrols in records.
pub(super) const fn patrol(raw: i64) -> PatrolId {
    PatrolId::new(raw)
}

/// For ids of referrals in records.
pub(super) const fn referral(raw: i64) -> ReferralId {
    ReferralId::new(raw)
}

/// For ids of commitments in records.
pub(super) const fn commitment(raw: i64) -> CommitmentId {
    CommitmentId::new(raw)
}
