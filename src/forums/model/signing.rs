//! How a commitment comes to its end: two signatures, the owner's and the community's (M7, N3). Pure.

use diesel::prelude::*;

use super::commitment::{Commitment, CommitmentState};
use crate::base::{AccountId, CommitmentId, Function, Time, named};
use crate::db::schema;
use crate::error::{Error, Refusal, Result};

named! {
    /// For whom somebody speaks of a commitment.
    pub enum Side {
        /// The body that promised.
        Owner = "owner",
        /// The community side of the committee: its moderators.
        Community = "community",
    }
}

impl Side {
    /// The one across the table.
    pub const fn other(self) -> Side {
        match self {
            Side::Owner => Side::Community,
            Side::Community => Side::Owner,
        }
    }
}

named! {
    /// What somebody does with a commitment.
    pub enum Sign {
        /// The owner says how far it is, before the meeting.
        Answer = "answer",
        /// Work has begun.
        Begin = "begin",
        /// Says that it is kept: the first signature.
        Keep = "keep",
        /// Says that it is given up, and why: the first signature.
        Abandon = "abandon",
        /// Accepts what the other side said: the second signature.
        Accept = "accept",
        /// Refuses it, and says why.
        Refuse = "refuse",
        /// Takes up again what was settled, and says why.
        Reopen = "reopen",
    }
}

impl Sign {
    /// True for what owes everybody a sentence.
    pub const fn wants_words(self) -> bool {
        matches!(self, Sign::Answer | Sign::Abandon | Sign::Refuse | Sign::Reopen)
    }
}

named! {
    /// A step in the history of a commitment.
    pub enum StepKind {
        /// Promised.
        Made = "made",
        /// Settled before two signatures were asked.
        Before = "before",
        /// The owner said how far it is.
        Answer = "answer",
        /// Work has begun.
        Begun = "begun",
        /// One side says that it is kept.
        SaidKept = "said_kept",
        /// One side says that it is given up.
        SaidAbandoned = "said_abandoned",
        /// The claim was refused or taken back.
        Refused = "refused",
        /// Both sides: kept.
        Kept = "kept",
        /// Both sides: given up.
        Abandoned = "abandoned",
        /// Taken up again.
        Reopened = "reopened",
    }
}

/// A step in the history of a commitment.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::commitment_steps)]
pub struct Step {
    /// Of which.
    pub commitment_id: CommitmentId,
    /// When.
    pub at: Time,
    /// What.
    pub kind: StepKind,
    /// In which function.
    pub function: Function,
    /// Of which unit, committee or service.
    pub scope_id: Option<i64>,
    /// The sentence everybody reads.
    pub body: String,
}

/// What one side has said and the other has not accepted yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// Kept or given up.
    pub state: CommitmentState,
    /// Who says so.
    pub side: Side,
    /// With which account.
    pub by: Option<AccountId>,
}

/// What a deed makes of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// What the history says.
    pub step: StepKind,
    /// How far it is then.
    pub state: CommitmentState,
    /// What waits for the other side then.
    pub claim: Option<Claim>,
}

impl Commitment {
    /// What one side has said and the other has not accepted yet.
    pub fn claim(&self) -> Option<Claim> {
        self.claim.zip(self.claim_side).map(|(state, side)| Claim { state, side, by: self.claim_by })
    }

    /// What a side may do now, in the order a page offers it.
    pub fn offers(&self, side: Side) -> Vec<Sign> {
        if self.state.is_settled() {
            return if side == Side::Community { vec![Sign::Reopen] } else { Vec::new() };
        }
        let mut offers = Vec::new();
        match self.claim() {
            Some(claim) if claim.side != side => offers.extend([Sign::Accept, Sign::Refuse]),
            Some(_) => offers.push(Sign::Refuse),
            None => offers.push(Sign::Keep),
        }
        if side == Side::Owner {
            offers.push(Sign::Answer);
        }
        if self.claim().is_none() {
            if self.state == CommitmentState::Open {
                offers.push(Sign::Begin);
            }
            offers.push(Sign::Abandon);
        }
        offers
    }
}

/// The one rule: what a side's deed makes of a commitment.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when it does not fit how things stand; [`Error::Forbidden`] when one account would sign for both
/// sides.
pub fn turn(c: &Commitment, side: Side, sign: Sign, by: Option<AccountId>) -> Result<Turn> {
    if !c.offers(side).contains(&sign) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let claimed = |state| Some(Claim { state, side, by });
    let stays = |step, claim| Turn { step, state: c.state, claim };
    Ok(match (sign, c.claim()) {
        (Sign::Answer, claim) => stays(StepKind::Answer, claim),
        (Sign::Begin, _) => Turn { step: StepKind::Begun, state: CommitmentState::InProgress, claim: None },
        (Sign::Keep, _) => stays(StepKind::SaidKept, claimed(CommitmentState::Kept)),
        (Sign::Abandon, _) => stays(StepKind::SaidAbandoned, claimed(CommitmentState::Abandoned)),
        (Sign::Accept, Some(claim)) if by.is_some() && claim.by == by => return Err(Error::Forbidden),
        (Sign::Accept, Some(claim)) => {
            let step = if claim.state == CommitmentState::Kept { StepKind::Kept } else { StepKind::Abandoned };
            Turn { step, state: claim.state, claim: None }
        }
        (Sign::Accept, None) => return Err(Error::Refused(Refusal::AlreadyDone)),
        (Sign::Refuse, _) => stays(StepKind::Refused, None),
        (Sign::Reopen, _) => Turn { step: StepKind::Reopened, state: CommitmentState::InProgress, claim: None },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Day, Id};
    use crate::forums::model::OwnerKind;

    fn fresh() -> Commitment {
        Commitment {
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
        }
    }

    fn after(mut c: Commitment, turn: Turn) -> Commitment {
        c.state = turn.state;
        c.claim = turn.claim.map(|claim| claim.state);
        c.claim_side = turn.claim.map(|claim| claim.side);
        c.claim_by = turn.claim.and_then(|claim| claim.by);
        c
    }

    #[test]
    fn one_signature_settles_nothing_and_two_do() {
        let (chief, moderator) = (Some(Id::new(7)), Some(Id::new(8)));
        for (sign, end) in [(Sign::Keep, CommitmentState::Kept), (Sign::Abandon, CommitmentState::Abandoned)] {
            for (first, second) in [(Side::Owner, Side::Community), (Side::Community, Side::Owner)] {
                let said = after(fresh(), turn(&fresh(), first, sign, chief).expect("a claim"));
                assert!(!said.state.is_settled());
                assert!(turn(&said, first, Sign::Accept, chief).is_err(), "one side signs twice");
                assert!(matches!(turn(&said, second, Sign::Accept, chief), Err(Error::Forbidden)));
                let done = after(said.clone(), turn(&said, second, Sign::Accept, moderator).expect("an end"));
                assert_eq!(done.state, end);
            }
        }
    }

    #[test]
    fn a_refusal_leaves_it_open_and_only_the_community_reopens() {
        let said = after(fresh(), turn(&fresh(), Side::Owner, Sign::Keep, Some(Id::new(7))).expect("a claim"));
        let again = after(said.clone(), turn(&said, Side::Community, Sign::Refuse, None).expect("a refusal"));
        assert!(again.claim().is_none() && !again.state.is_settled());
        let kept = Commitment { state: CommitmentState::Kept, ..fresh() };
        assert!(kept.offers(Side::Owner).is_empty());
        assert_eq!(
            turn(&kept, Side::Community, Sign::Reopen, None).map(|t| t.state).ok(),
            Some(CommitmentState::InProgress)
        );
    }

    #[test]
    fn only_the_owner_answers() {
        assert!(turn(&fresh(), Side::Owner, Sign::Answer, None).is_ok());
        assert!(turn(&fresh(), Side::Community, Sign::Answer, None).is_err());
    }
}
