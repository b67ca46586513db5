//! An appeal and how it stands. Pure.

use diesel::prelude::*;

use crate::base::{AppealId, CommitteeId, ModerationDecisionId, Time, named};
use crate::db::schema::appeals;
use crate::moderation::decisions::Decision;
use crate::moderation::model::ActKind;
use crate::policy::{AppealFacts, AppealTo};
use crate::seal::Veiled;

named! {
    /// How an appeal stands.
    pub enum AppealState {
        /// Nobody has answered.
        Waiting = "waiting",
        /// The text came back.
        Upheld = "upheld",
        /// The text stays away.
        Rejected = "rejected",
        /// The committee let the text through by itself before anybody answered.
        Overtaken = "overtaken",
    }
}

/// An appeal.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = appeals)]
pub(crate) struct Appeal {
    pub(crate) id: AppealId,
    pub(crate) decision_id: ModerationDecisionId,
    pub(crate) committee_id: CommitteeId,
    /// Sealed with its concern, once that is protected: nobody answers it then.
    pub(crate) words: Veiled,
    pub(crate) state: AppealState,
    pub(crate) at: Time,
    pub(crate) decided_at: Option<Time>,
    /// What was answered, in words for the author.
    pub(crate) answer: Veiled,
}

/// What its author may know of a text that was taken from its readers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Against {
    /// The decision; nothing where none stands written.
    pub(crate) decision: Option<Decision>,
    /// The appeal against it.
    pub(crate) appeal: Option<Appeal>,
    /// Who would answer it.
    pub(crate) to: Option<AppealTo>,
}

impl Against {
    /// True while the author may appeal: once a decision.
    pub(crate) fn is_open(&self) -> bool {
        self.decision.is_some() && self.appeal.is_none()
    }

    /// True where a part of the text is black; the rest is read.
    pub(crate) fn is_masked(&self) -> bool {
        self.decision.as_ref().is_some_and(|decision| decision.action == ActKind::Redact)
    }

    /// True where somebody found the decision wrong.
    pub(crate) fn is_upheld(&self) -> bool {
        self.appeal.as_ref().is_some_and(|appeal| appeal.state == AppealState::Upheld)
    }
}

/// An appeal that waits, the decision it is against, and who answers it.
#[derive(Debug, Clone)]
pub(crate) struct Open {
    pub(crate) appeal: Appeal,
    pub(crate) decision: Decision,
    pub(crate) facts: AppealFacts,
}

/// What somebody answers.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// The appeal that is answered: another may wait on the same text.
    pub(crate) to: AppealId,
    /// Whether the text comes back.
    pub(crate) upheld: bool,
    /// Why, in words for the author.
    pub(crate) words: String,
}
