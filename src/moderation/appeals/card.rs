//! An appeal on a page: before whoever answers it, and before its author.

use super::model::{Against, AppealState, Open};
use crate::i18n::{L, Text};
use crate::moderation::{ActKind, ground, words};
use crate::policy::{self, AppealTo, Deed};
use crate::web::Page;

/// A decision in a line: its icon, its word, when, and why.
pub(crate) struct Decided {
    pub(crate) icon: &'static str,
    pub(crate) word: Text,
    pub(crate) when: String,
    pub(crate) why: String,
}

impl Decided {
    fn new(page: &Page, decision: &crate::moderation::decisions::Decision) -> Decided {
        let (icon, word) = words::act(page.l, decision.action.as_str());
        Decided { icon, word, when: page.datetime(&decision.at), why: ground::say(page.l, &decision.reason) }
    }
}

/// An appeal that waits.
pub(crate) struct Card {
    /// Which one: another may wait on the same text.
    pub(crate) id: String,
    pub(crate) decided: Decided,
    pub(crate) words: String,
    pub(crate) since: String,
    /// Where it is answered; nothing for a reader who does not answer it.
    pub(crate) action: Option<String>,
    /// Why this reader does not.
    pub(crate) note: Text,
    /// True where it is about a part that is black.
    pub(crate) masked: bool,
}

impl Card {
    /// An appeal, answered at an address.
    pub(crate) fn new(page: &Page, open: &Open, action: String) -> Card {
        let l = page.l;
        let may = policy::may(&page.actor, &Deed::AnswerAppeal(&open.facts));
        Card {
            id: open.appeal.id.to_string(),
            masked: open.decision.action == ActKind::Redact,
            decided: Decided::new(page, &open.decision),
            words: open.appeal.words.as_str().to_owned(),
            since: page.ago(&open.appeal.at),
            action: may.then_some(action),
            note: match page.actor.account() == Some(open.facts.decided_by) {
                true => l.appeal_not_yours(),
                false => l.appeal_elsewhere(),
            },
        }
    }
}

/// What its author reads of a decision and of the appeal against it.
pub(crate) struct Mine {
    pub(crate) decided: Option<Decided>,
    /// Who would answer, while an appeal may be made.
    pub(crate) open: Option<Text>,
    /// The appeal: its words, when, and how it stands.
    pub(crate) said: Option<(String, String)>,
    pub(crate) state: Option<(&'static str, Text)>,
    /// What was answered, and when.
    pub(crate) answer: Option<(String, String)>,
}

fn lead(l: L, to: AppealTo) -> Text {
    match to {
        AppealTo::Committee => l.appeal_lead_committee(),
        AppealTo::Peers => l.appeal_lead_peers(),
        AppealTo::Oversight => l.appeal_lead_oversight(),
    }
}

fn state(l: L, state: AppealState, masked: bool) -> (&'static str, Text) {
    match state {
        AppealState::Upheld if masked => ("edit", l.appeal_upheld_mask()),
        AppealState::Rejected if masked => ("hide", l.appeal_rejected_mask()),
        AppealState::Waiting => ("clock", l.appeal_waiting()),
        AppealState::Upheld => ("publish", l.appeal_upheld()),
        AppealState::Rejected => ("hide", l.appeal_rejected()),
        AppealState::Overtaken => ("publish", l.appeal_overtaken()),
    }
}

impl Mine {
    /// As the author reads it; nothing where nothing was decided against them. `gone`: true while the text, or a part of it,
    /// is away.
    pub(crate) fn new(page: &Page, against: &Against, gone: bool) -> Option<Mine> {
        let (l, decision, appeal) = (page.l, against.decision.as_ref()?, against.appeal.as_ref());
        if !gone && appeal.is_none() {
            return None;
        }
        Some(Mine {
            decided: Some(Decided::new(page, decision)),
            open: against.to.filter(|_| gone && against.is_open()).map(|to| lead(l, to)),
            said: appeal.filter(|a| !a.words.is_empty()).map(|a| (a.words.as_str().to_owned(), page.datetime(&a.at))),
            state: appeal.map(|a| state(l, a.state, against.is_masked())),
            answer: appeal.filter(|a| !a.answer.is_empty()).map(|a| {
                (a.answer.as_str().to_owned(), a.decided_at.map_or_else(String::new, |at| page.datetime(&at)))
            }),
        })
    }
}
