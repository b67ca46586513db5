//! A rumour's life, as rules without a database: heard → being checked → true, false, nobody knows; by two signatures, and again by
//! two when it was wrong.

use diesel::prelude::*;

use crate::base::{AccountId, AreaId, Function, Lang, RumourAskId, RumourId, Time, named};
use crate::db::schema::{rumour_asks, rumour_steps, rumours};
use crate::error::{Error, Refusal, Result};

named! {
    /// Where a rumour stands.
    pub enum State {
        /// It is said; nobody has looked yet.
        Heard = "heard",
        /// Committee or police are looking.
        Checking = "checking",
        /// True.
        True = "true",
        /// False.
        False = "false",
        /// Nobody can say.
        Unknown = "unknown",
    }
}

impl State {
    /// What an answer can say.
    pub(crate) const VERDICTS: [State; 3] = [State::True, State::False, State::Unknown];

    /// True once both sides answered.
    pub(crate) fn is_answered(self) -> bool {
        State::VERDICTS.contains(&self)
    }
}

named! {
    /// For whom somebody signs.
    pub enum Side {
        /// The committee that speaks for the place.
        Committee = "committee",
        /// The unit that answers there.
        Police = "police",
    }
}

named! {
    /// What somebody does with a rumour.
    pub enum Do {
        /// Says that it is being checked.
        Check = "check",
        /// Writes an answer and signs first.
        Answer = "answer",
        /// Accepts the answer of the other side: the second signature.
        Accept = "accept",
        /// Refuses it, or takes the own one back, and says why.
        Refuse = "refuse",
    }
}

named! {
    /// A step in a rumour's history.
    pub enum StepKind {
        /// Written down.
        Opened = "opened",
        /// Being checked.
        Checking = "checking",
        /// One side signed an answer. Both sides read it, nobody else.
        Signed = "signed",
        /// The answer was refused or taken back. Both sides read it, nobody else.
        Refused = "refused",
        /// Both signed: the answer.
        Answered = "answered",
        /// Both signed another answer after it.
        Corrected = "corrected",
    }
}

impl StepKind {
    /// What everybody reads.
    pub(crate) const PUBLIC: [StepKind; 4] =
        [StepKind::Opened, StepKind::Checking, StepKind::Answered, StepKind::Corrected];
}

named! {
    /// What became of a resident's « is it true? ».
    pub enum AskState {
        /// The committee has not read it.
        Held = "held",
        /// It became a rumour, or belongs to one.
        Taken = "taken",
        /// The committee makes nothing of it.
        Closed = "closed",
    }
}

/// Something that is said.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = rumours)]
pub(crate) struct Rumour {
    pub(crate) id: RumourId,
    /// A quartier or a commune.
    pub(crate) area_id: AreaId,
    pub(crate) lang: Lang,
    /// What is said, written neutrally.
    pub(crate) words: String,
    /// Where, within the area.
    pub(crate) place: String,
    pub(crate) state: State,
    pub(crate) opened_at: Time,
    pub(crate) changed_at: Time,
    /// What one side says and the other has not accepted.
    pub(crate) claim: Option<State>,
    pub(crate) claim_side: Option<Side>,
    pub(crate) claim_by: Option<AccountId>,
    pub(crate) claim_function: Option<Function>,
    pub(crate) claim_scope: Option<i64>,
    pub(crate) claim_at: Option<Time>,
    pub(crate) claim_words: String,
    pub(crate) claim_source: String,
}

/// A step.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = rumour_steps)]
pub(crate) struct Step {
    pub(crate) id: i64,
    pub(crate) at: Time,
    pub(crate) kind: StepKind,
    /// What the answer says; where it stands.
    pub(crate) state: State,
    pub(crate) function: Function,
    pub(crate) scope_id: Option<i64>,
    /// Who had signed first.
    pub(crate) first_function: Option<Function>,
    pub(crate) first_scope: Option<i64>,
    pub(crate) words: String,
    pub(crate) source: String,
}

/// A resident's question.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = rumour_asks)]
pub(crate) struct Ask {
    pub(crate) id: RumourAskId,
    pub(crate) area_id: AreaId,
    pub(crate) lang: Lang,
    pub(crate) words: String,
    pub(crate) asked_at: Time,
}

/// A rumour as it is written down.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub(crate) area: AreaId,
    pub(crate) lang: Lang,
    pub(crate) words: String,
    pub(crate) place: String,
}

/// An answer as it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) verdict: State,
    pub(crate) words: String,
    pub(crate) source: String,
}

/// What a deed makes of a rumour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) step: StepKind,
    pub(crate) state: State,
    /// True while a claim stands afterwards.
    pub(crate) claimed: bool,
}

impl Rumour {
    /// What a side may do now, in the order a page offers it.
    pub(crate) fn offers(&self, side: Side) -> Vec<Do> {
        match self.claim_side.filter(|_| self.claim.is_some()) {
            Some(other) if other != side => vec![Do::Accept, Do::Refuse],
            Some(_) => vec![Do::Refuse],
            None if self.state == State::Heard => vec![Do::Check, Do::Answer],
            None => vec![Do::Answer],
        }
    }
}

/// The one rule.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when it does not fit how things stand; [`Error::Forbidden`] when one account would sign twice.
pub(crate) fn turn(r: &Rumour, side: Side, what: Do, by: Option<AccountId>) -> Result<Turn> {
    if !r.offers(side).contains(&what) {
        return Err(Error::Refused(Refusal::AlreadyDone));
    }
    let verdict = r.claim.unwrap_or(State::Unknown);
    Ok(match what {
        Do::Check => Turn { step: StepKind::Checking, state: State::Checking, claimed: false },
        // Signed once it is still being checked.
        Do::Answer if r.state.is_answered() => Turn { step: StepKind::Signed, state: r.state, claimed: true },
        Do::Answer => Turn { step: StepKind::Signed, state: State::Checking, claimed: true },
        Do::Accept if by.is_none() || r.claim_by == by => return Err(Error::Forbidden),
        Do::Accept if r.state.is_answered() => Turn { step: StepKind::Corrected, state: verdict, claimed: false },
        Do::Accept => Turn { step: StepKind::Answered, state: verdict, claimed: false },
        Do::Refuse => Turn { step: StepKind::Refused, state: r.state, claimed: false },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn heard() -> Rumour {
        Rumour {
            id: Id::new(1),
            area_id: Id::new(1),
            lang: Lang::Fr,
            words: String::new(),
            place: String::new(),
            state: State::Heard,
            opened_at: Time(0),
            changed_at: Time(0),
            claim: None,
            claim_side: None,
            claim_by: None,
            claim_function: None,
            claim_scope: None,
            claim_at: None,
            claim_words: String::new(),
            claim_source: String::new(),
        }
    }

    fn signed(state: State, side: Side, by: i64) -> Rumour {
        Rumour { state, claim: Some(State::False), claim_side: Some(side), claim_by: Some(Id::new(by)), ..heard() }
    }

    #[test]
    fn one_signature_answers_nothing_and_two_do() {
        for (first, second) in [(Side::Committee, Side::Police), (Side::Police, Side::Committee)] {
            let said = turn(&heard(), first, Do::Answer, Some(Id::new(7))).expect("a claim");
            assert_eq!((said.state, said.claimed), (State::Checking, true), "one side's word is no answer");
            let claimed = signed(State::Checking, first, 7);
            assert!(turn(&claimed, first, Do::Accept, Some(Id::new(8))).is_err(), "one side signs twice");
            assert!(matches!(turn(&claimed, second, Do::Accept, Some(Id::new(7))), Err(Error::Forbidden)));
            let done = turn(&claimed, second, Do::Accept, Some(Id::new(8))).expect("an answer");
            assert_eq!((done.step, done.state, done.claimed), (StepKind::Answered, State::False, false));
        }
    }

    #[test]
    fn an_answer_stands_until_both_sign_another() {
        let told = Rumour { state: State::True, ..heard() };
        assert_eq!(told.offers(Side::Police), [Do::Answer]);
        let said = turn(&told, Side::Police, Do::Answer, Some(Id::new(7))).expect("a claim");
        assert_eq!(said.state, State::True, "the answer stands while a correction waits");
        let again = signed(State::True, Side::Police, 7);
        assert_eq!(turn(&again, Side::Committee, Do::Refuse, Some(Id::new(8))).expect("no").state, State::True);
        let done = turn(&again, Side::Committee, Do::Accept, Some(Id::new(8))).expect("a correction");
        assert_eq!((done.step, done.state), (StepKind::Corrected, State::False));
    }
}
