//! Commitments: what somebody promised a committee, until when, and what became of it (M7).

use diesel::prelude::*;

use super::signing::Side;
use crate::areas::Reference;
use crate::base::{AccountId, CommitmentId, CommitteeId, Day, Id, Lang, MeetingId, Time, named};
use crate::db::schema;
use crate::policy::Body;

named! {
    /// How far a promise is, as the committee says.
    pub enum CommitmentState {
        /// Nothing was done yet.
        Open = "open",
        /// Something was done.
        InProgress = "in_progress",
        /// Kept.
        Kept = "kept",
        /// Given up, with a reason.
        Abandoned = "abandoned",
    }
}

impl CommitmentState {
    /// True when nothing more is expected.
    pub const fn is_settled(self) -> bool {
        matches!(self, CommitmentState::Kept | CommitmentState::Abandoned)
    }
}

named! {
    /// What kind of body promised.
    pub enum OwnerKind {
        /// A police unit.
        Unit = "unit",
        /// A service.
        Partner = "partner",
        /// The committee itself or another one.
        Committee = "committee",
    }
}

/// Who promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// What kind of body.
    pub kind: OwnerKind,
    /// Its id among its kind.
    pub id: i64,
}

impl Owner {
    /// Its word in a form: `unit-9q8…`.
    pub fn word(&self) -> String {
        format!("{}-{}", self.kind, Id::<()>::new(self.id))
    }

    /// Reads [`Owner::word`]; only of a body that exists.
    pub fn parse(word: &str, r: &Reference) -> Option<Owner> {
        let (kind, id) = word.split_once('-')?;
        let id: Id<()> = id.parse().ok()?;
        let owner = Owner { kind: OwnerKind::parse(kind)?, id: id.raw() };
        owner.name(r, Lang::Fr).map(|_| owner)
    }

    /// The same, as the policy knows bodies.
    pub const fn body(&self) -> Body {
        match self.kind {
            OwnerKind::Unit => Body::Unit(Id::new(self.id)),
            OwnerKind::Partner => Body::Partner(Id::new(self.id)),
            OwnerKind::Committee => Body::Committee(Id::new(self.id)),
        }
    }

    /// Its name.
    pub fn name(&self, r: &Reference, lang: Lang) -> Option<String> {
        match self.kind {
            OwnerKind::Unit => r.unit(Id::new(self.id)).map(|u| u.name.clone()),
            OwnerKind::Partner => r.partner(Id::new(self.id)).map(|p| p.name(lang).to_owned()),
            OwnerKind::Committee => r.committee(Id::new(self.id)).map(|c| c.name(lang).to_owned()),
        }
    }
}

/// Something somebody promised.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::commitments)]
pub struct Commitment {
    /// Its id.
    pub id: CommitmentId,
    /// To whom.
    pub committee_id: CommitteeId,
    /// Where.
    pub meeting_id: Option<MeetingId>,
    /// What.
    pub body: String,
    /// What kind of body promised.
    pub owner_kind: OwnerKind,
    /// Which one.
    pub owner_id: i64,
    /// Until when, that day included.
    pub due_on: Day,
    /// How far.
    pub state: CommitmentState,
    /// Why it was given up.
    pub reason: String,
    /// When it was made.
    pub made_at: Time,
    /// When its state last changed.
    pub changed_at: Time,
    /// What one side says and the other has not accepted: kept or given up.
    pub claim: Option<CommitmentState>,
    /// Which side says so.
    pub claim_side: Option<Side>,
    /// With which account.
    pub claim_by: Option<AccountId>,
}

/// A commitment as the public reads it: lateness is a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not begun, in time.
    Open,
    /// Begun, in time.
    InProgress,
    /// Its day has passed.
    Overdue,
    /// Kept.
    Kept,
    /// Given up.
    Abandoned,
}

impl Commitment {
    /// Who promised.
    pub const fn owner(&self) -> Owner {
        Owner { kind: self.owner_kind, id: self.owner_id }
    }

    /// How it stands on a day.
    pub fn standing(&self, today: Day) -> Standing {
        match self.state {
            CommitmentState::Kept => Standing::Kept,
            CommitmentState::Abandoned => Standing::Abandoned,
            _ if self.due_on < today => Standing::Overdue,
            CommitmentState::Open => Standing::Open,
            CommitmentState::InProgress => Standing::InProgress,
        }
    }
}

/// A commitment about to be noted.
#[derive(Debug, Clone)]
pub struct NewCommitment {
    /// What.
    pub body: String,
    /// Who.
    pub owner: Owner,
    /// Until when.
    pub due_on: Day,
    /// Where it was made.
    pub meeting: Option<MeetingId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_late_the_day_after_its_day() {
        let mut promise = Commitment {
            id: Id::new(1),
            committee_id: Id::new(1),
            meeting_id: None,
            body: String::new(),
            owner_kind: OwnerKind::Unit,
            owner_id: 1,
            due_on: Day(10),
            state: CommitmentState::Open,
            reason: String::new(),
            made_at: Time(0),
            changed_at: Time(0),
            claim: None,
            claim_side: None,
            claim_by: None,
        };
        assert_eq!(promise.standing(Day(10)), Standing::Open);
        assert_eq!(promise.standing(Day(11)), Standing::Overdue);
        promise.state = CommitmentState::Kept;
        assert_eq!(promise.standing(Day(11)), Standing::Kept);
    }
}
