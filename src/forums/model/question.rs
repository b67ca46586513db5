//! What residents ask before a meeting (M5).

use diesel::prelude::*;

use crate::base::{AccountId, Actor, DAY, MeetingId, MeetingQuestionId, Time, named};
use crate::db::schema;

/// An account younger than this is a newcomer's: what it asks is read by the committee first.
const NEWCOMER_DAYS: i64 = 7;

named! {
    /// Whether a question is read.
    pub enum QuestionState {
        /// The committee has to read it first.
        Held = "held",
        /// Everybody reads it.
        Shown = "shown",
        /// Refused, with a reason.
        Refused = "refused",
    }
}

named! {
    /// What the committee does with a question.
    pub enum QuestionVerdict {
        /// Everybody reads what was held.
        Show = "show",
        /// What was held is shown to nobody.
        Refuse = "refuse",
        /// What everybody read is taken away.
        Withdraw = "withdraw",
    }
}

impl QuestionVerdict {
    /// The state it is said of, and the one it leads to.
    pub const fn turns(self) -> (QuestionState, QuestionState) {
        match self {
            QuestionVerdict::Show => (QuestionState::Held, QuestionState::Shown),
            QuestionVerdict::Refuse => (QuestionState::Held, QuestionState::Refused),
            QuestionVerdict::Withdraw => (QuestionState::Shown, QuestionState::Refused),
        }
    }
}

/// A question for a meeting.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = schema::meeting_questions)]
pub struct Question {
    /// Its id.
    pub id: MeetingQuestionId,
    /// For which meeting.
    pub meeting_id: MeetingId,
    /// The words.
    pub body: String,
    /// Whether it is read.
    pub state: QuestionState,
    /// How many accounts support it.
    pub supports: i64,
    /// With which account it was asked.
    pub account_id: Option<AccountId>,
    /// Why it is not shown.
    pub reason: String,
    /// When whoever asked read so.
    pub told_at: Option<Time>,
}

impl Question {
    /// True for what is not shown and whose asker has not read so.
    pub fn is_news(&self) -> bool {
        self.state == QuestionState::Refused && self.told_at.is_none()
    }
}

/// In which state a question begins: whoever has a function, or an account of some days, is read at once; but for words that the
/// guard `caught` (D9), which wait whoever wrote them.
pub fn begins_as(actor: &Actor, since: Option<Time>, now: Time, caught: bool) -> QuestionState {
    let known = since.is_some_and(|since| now.since(since) >= NEWCOMER_DAYS * DAY);
    if !caught && (!actor.memberships().is_empty() || known) { QuestionState::Shown } else { QuestionState::Held }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, Lang};

    #[test]
    fn only_what_is_shown_is_withdrawn_and_only_what_is_held_is_shown_or_refused() {
        let from = |verdict: QuestionVerdict| verdict.turns().0;
        assert_eq!(from(QuestionVerdict::Withdraw), QuestionState::Shown);
        assert_eq!(from(QuestionVerdict::Show), QuestionState::Held);
        assert_eq!(from(QuestionVerdict::Refuse), QuestionState::Held);
    }

    #[test]
    fn visitors_and_newcomers_are_held() {
        let now = Time(100 * DAY);
        let awa = Actor::Account { id: Id::new(1), name: "Awa".into(), lang: Lang::Bm, memberships: vec![] };
        assert_eq!(begins_as(&Actor::Visitor, None, now, false), QuestionState::Held);
        assert_eq!(begins_as(&awa, Some(Time(99 * DAY)), now, false), QuestionState::Held);
        assert_eq!(begins_as(&awa, Some(Time(93 * DAY)), now, false), QuestionState::Shown);
        assert_eq!(begins_as(&awa, Some(Time(93 * DAY)), now, true), QuestionState::Held);
    }
}
